// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `workflow` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{
    Expand, FieldKey, NodeId, ProjectKey, RoleOwner, Schedule, TransitionId, UserKey,
    WorkItemId, WorkItemTypeKey,
};
use crate::field_value::{FieldValue, FieldValuePair};
use crate::item::{NodeFinish, Workflow};
use super::{
    ActualTime, AddedSubWorkItems, FlowType, ScheduleConstraint, TransitionRequirements,
    WbsView,
};

/// A call of [`Workflows::query`](super::Workflows::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Keys of the fields to have, or with a minus before each of them those to leave out, never both.
    /// Left out, all come.
    pub fn fields(self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("fields", &list::<String, _>(fields)))
    }

    /// Whether to read a node flow or a state flow; the item must have the kind asked for. `0` when
    /// absent.
    pub fn flow_type(self, flow_type: impl Into<FlowType>) -> Self {
        Self(self.0.body("flow_type", &flow_type.into()))
    }

    /// What the response holds besides. Only `need_user_detail` has an effect here.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }
}

call_builder!(QueryCall reads, and returns Workflow);

/// A call of [`Workflows::wbs_view`](super::Workflows::wbs_view), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct WbsViewCall(pub(super) Call);

impl WbsViewCall {
    /// Whether to add the deliverables.
    #[inline]
    pub fn need_union_deliverable(self, need_union_deliverable: bool) -> Self {
        Self(self.0.query("need_union_deliverable", &need_union_deliverable))
    }

    /// Whether to add the summed-up rows of the schedule table.
    #[inline]
    pub fn need_schedule_table_agg(self, need_schedule_table_agg: bool) -> Self {
        Self(self.0.query("need_schedule_table_agg", &need_schedule_table_agg))
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }
}

call_builder!(WbsViewCall reads, and returns WbsView);

/// A call of [`Workflows::update_node`](super::Workflows::update_node), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateNodeCall(pub(super) Call);

impl UpdateNodeCall {
    /// Users responsible for the node.
    pub fn node_owners(
        self,
        node_owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("node_owners", &list::<UserKey, _>(node_owners)))
    }

    /// Schedule of the node as a whole.
    #[inline]
    pub fn node_schedule(self, node_schedule: Schedule) -> Self {
        Self(self.0.body("node_schedule", &node_schedule))
    }

    /// Schedules per owner, where owners have schedules of their own.
    pub fn schedules(self, schedules: impl IntoIterator<Item = Schedule>) -> Self {
        Self(self.0.body("schedules", &schedules.into_iter().collect::<Vec<_>>()))
    }

    /// Fields of the node's form with their new values.
    pub fn fields(self, fields: impl IntoIterator<Item = FieldValuePair>) -> Self {
        Self(self.0.body("fields", &fields.into_iter().collect::<Vec<_>>()))
    }

    /// Gives a field of the node's form a new value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Roles responsible for the node, and their users.
    pub fn role_assignee(
        self,
        role_assignee: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        Self(
            self.0.body("role_assignee", &role_assignee.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Which rows below must keep within the node's schedule.
    #[inline]
    pub fn schedule_constraint_rule(
        self,
        schedule_constraint_rule: ScheduleConstraint,
    ) -> Self {
        Self(self.0.body("schedule_constraint_rule", &schedule_constraint_rule))
    }

    /// Custom fields of the node with their new values.
    pub fn node_custom_fields(
        self,
        node_custom_fields: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "node_custom_fields",
                    &node_custom_fields.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Gives a custom field of the node a new value.
    pub fn custom_field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "node_custom_fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Existing work items to hang on the node.
    #[inline]
    pub fn add_sub_workitems(self, add_sub_workitems: AddedSubWorkItems) -> Self {
        Self(self.0.body("add_sub_workitems", &add_sub_workitems))
    }
}

call_builder!(UpdateNodeCall writes, and returns nothing);

/// A call of [`Workflows::operate_node`](super::Workflows::operate_node), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct OperateNodeCall(pub(super) Call);

impl OperateNodeCall {
    /// Why the node is rolled back; needed for that.
    pub fn rollback_reason(self, rollback_reason: impl Into<String>) -> Self {
        Self(self.0.body("rollback_reason", &rollback_reason.into()))
    }

    /// Users responsible for the node.
    pub fn node_owners(
        self,
        node_owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("node_owners", &list::<UserKey, _>(node_owners)))
    }

    /// Schedule of the node as a whole.
    #[inline]
    pub fn node_schedule(self, node_schedule: Schedule) -> Self {
        Self(self.0.body("node_schedule", &node_schedule))
    }

    /// Schedules per owner, where owners have schedules of their own.
    pub fn schedules(self, schedules: impl IntoIterator<Item = Schedule>) -> Self {
        Self(self.0.body("schedules", &schedules.into_iter().collect::<Vec<_>>()))
    }

    /// Fields of the node's form with their new values.
    pub fn fields(self, fields: impl IntoIterator<Item = FieldValuePair>) -> Self {
        Self(self.0.body("fields", &fields.into_iter().collect::<Vec<_>>()))
    }

    /// Gives a field of the node's form a new value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Roles responsible for the node, and their users.
    pub fn role_assignee(
        self,
        role_assignee: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        Self(
            self.0.body("role_assignee", &role_assignee.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Fields of the node with their new values.
    pub fn node_fields(
        self,
        node_fields: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(self.0.body("node_fields", &node_fields.into_iter().collect::<Vec<_>>()))
    }

    /// Gives a field of the node a new value.
    pub fn node_field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "node_fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Opinion and conclusion of the review at the node.
    #[inline]
    pub fn finished_infos(self, finished_infos: NodeFinish) -> Self {
        Self(self.0.body("finished_infos", &finished_infos))
    }

    /// Custom fields of the node with their new values.
    pub fn node_custom_fields(
        self,
        node_custom_fields: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "node_custom_fields",
                    &node_custom_fields.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Gives a custom field of the node a new value.
    pub fn custom_field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "node_custom_fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }
}

call_builder!(OperateNodeCall writes, and returns nothing);

/// A call of [`Workflows::change_state`](super::Workflows::change_state), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ChangeStateCall(pub(super) Call);

impl ChangeStateCall {
    /// Transition to take, as read from the workflow's connections; not 0.
    pub fn transition_id(self, transition_id: impl Into<TransitionId>) -> Self {
        Self(self.0.body("transition_id", &transition_id.into()))
    }

    /// Fields of the transition's form with their new values.
    pub fn fields(self, fields: impl IntoIterator<Item = FieldValuePair>) -> Self {
        Self(self.0.body("fields", &fields.into_iter().collect::<Vec<_>>()))
    }

    /// Gives a field of the transition's form a new value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Roles and the users who fill them from now on.
    pub fn role_owners(self, role_owners: impl IntoIterator<Item = RoleOwner>) -> Self {
        Self(self.0.body("role_owners", &role_owners.into_iter().collect::<Vec<_>>()))
    }
}

call_builder!(ChangeStateCall writes, and returns nothing);

/// A call of [`Workflows::required_info`](super::Workflows::required_info), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct RequiredInfoCall(pub(super) Call);

impl RequiredInfoCall {
    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }

    /// `unfinished` lists only what is still missing. Left out, everything required is listed. Not
    /// enforced, since one weak source alone says so: one of `"unfinished"`.
    pub fn mode(self, mode: impl Into<String>) -> Self {
        Self(self.0.body("mode", &mode.into()))
    }
}

call_builder!(RequiredInfoCall reads, and returns TransitionRequirements);

/// A call of [`Workflows::update_actual_time`](super::Workflows::update_actual_time), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateActualTimeCall(pub(super) Call);

impl UpdateActualTimeCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Id of the work item.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Node whose times to correct.
    pub fn node_id(self, node_id: impl Into<NodeId>) -> Self {
        Self(self.0.body("node_id", &node_id.into()))
    }

    /// Actual start and finish to set.
    #[inline]
    pub fn actual_time_info(self, actual_time_info: ActualTime) -> Self {
        Self(self.0.body("actual_time_info", &actual_time_info))
    }
}

call_builder!(UpdateActualTimeCall writes, and returns nothing);
