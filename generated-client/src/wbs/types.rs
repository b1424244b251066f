// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `wbs`.

use paceline_runtime::{Map, Timestamp};
use paceline_runtime::codegen::list;
use crate::common::{
    RoleOwner, RowId, Schedule, StateKey, UserKey, WorkItemId, WorkItemTypeKey,
};
use crate::config::NodeOwnerConfig;
use crate::field_value::FieldValuePair;
use crate::item::Connection;

/// A row of a WBS plan: a work item, node or task, with the rows below it.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsItem {
    /// Id of the row.
    pub node_uuid: Option<RowId>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Kind of the row, such as work item, node or task.
    pub kind: Option<String>,

    /// Status of the row.
    pub wbs_status: Option<String>,

    /// Statuses of the row, by key.
    pub wbs_status_map: Option<Map<String, String>>,

    /// Rows below this one.
    pub sub_work_item: Option<Vec<WbsItem>>,

    /// Title of the row.
    pub name: Option<String>,

    /// Deliverable fields with their values.
    pub deliverable: Option<Vec<FieldValuePair>>,

    /// Schedule of the row as a whole.
    pub schedule: Option<Schedule>,

    /// Schedules per owner, where owners have schedules of their own.
    pub schedules: Option<Vec<Schedule>>,

    /// Planned effort of the row.
    pub points: Option<f64>,

    /// Roles responsible for the row, and their users.
    pub role_owners: Option<Vec<RoleOwner>>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Whether it is a milestone.
    pub milestone: Option<bool>,

    /// Ways between the nodes below.
    pub connections: Option<Vec<Connection>>,

    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Start of the row, in epoch milliseconds.
    pub start_time: Option<Timestamp>,

    /// Finish of the row, in epoch milliseconds.
    pub finish_time: Option<Timestamp>,

    /// How the owners of the row are found.
    pub owner_conf: Option<NodeOwnerConfig>,

    /// Whether the row exists in the draft only.
    pub is_draft_create: Option<bool>,

    /// Whether actual hours must be entered for the row.
    pub need_actual_work_time: Option<bool>,

    /// Role owners taken from the work items above.
    pub node_wbs_role_owners: Option<Vec<NodeRoleOwners>>,

    /// Kind of the task; the meaning of the numbers is not documented.
    pub task_type: Option<i64>,

    /// Id of the row's node in the template.
    pub uuid_in_conf: Option<String>,

    /// Deliverables of the row; present on request only.
    pub union_deliverable: Option<UnionDeliverables>,

    /// Where the row stands among its neighbours.
    pub seq_order_info: Option<DraftOrderInfo>,

    /// How the row is broken down; the meaning of the numbers is not documented.
    pub dismantle_mode: Option<i64>,

    /// State of the row; the meaning of the numbers is not documented.
    pub status: Option<i64>,

    /// Rows that this one depends on.
    pub dependencies: Option<Vec<WbsReference>>,

    /// Rows that this one's schedule refers to.
    pub relative_schedule_v2: Option<Vec<WbsReference>>,

    /// Whether the row sums up the rows below it in the schedule table.
    pub is_schedule_agg_item: Option<bool>,

    /// Fields with their values.
    pub field_values: Option<Vec<FieldValuePair>>,
}

impl WbsItem {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the row.
    #[must_use]
    pub fn node_uuid(mut self, node_uuid: impl Into<RowId>) -> Self {
        self.node_uuid = Some(node_uuid.into());
        self
    }

    /// Id of the work item.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }

    /// Kind of the row, such as work item, node or task.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Status of the row.
    #[must_use]
    pub fn wbs_status(mut self, wbs_status: impl Into<String>) -> Self {
        self.wbs_status = Some(wbs_status.into());
        self
    }

    /// Statuses of the row, by key.
    #[must_use]
    pub fn wbs_status_map(
        mut self,
        wbs_status_map: impl Into<Map<String, String>>,
    ) -> Self {
        self.wbs_status_map = Some(wbs_status_map.into());
        self
    }

    /// Rows below this one.
    #[must_use]
    pub fn sub_work_item(
        mut self,
        sub_work_item: impl IntoIterator<Item = WbsItem>,
    ) -> Self {
        self.sub_work_item = Some(sub_work_item.into_iter().collect::<Vec<_>>());
        self
    }

    /// Title of the row.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Deliverable fields with their values.
    #[must_use]
    pub fn deliverable(
        mut self,
        deliverable: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        self.deliverable = Some(deliverable.into_iter().collect::<Vec<_>>());
        self
    }

    /// Schedule of the row as a whole.
    #[must_use]
    #[inline]
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.schedule = Some(schedule);
        self
    }

    /// Schedules per owner, where owners have schedules of their own.
    #[must_use]
    pub fn schedules(mut self, schedules: impl IntoIterator<Item = Schedule>) -> Self {
        self.schedules = Some(schedules.into_iter().collect::<Vec<_>>());
        self
    }

    /// Planned effort of the row.
    #[must_use]
    #[inline]
    pub fn points(mut self, points: f64) -> Self {
        self.points = Some(points);
        self
    }

    /// Roles responsible for the row, and their users.
    #[must_use]
    pub fn role_owners(
        mut self,
        role_owners: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        self.role_owners = Some(role_owners.into_iter().collect::<Vec<_>>());
        self
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Whether it is a milestone.
    #[must_use]
    #[inline]
    pub fn milestone(mut self, milestone: bool) -> Self {
        self.milestone = Some(milestone);
        self
    }

    /// Ways between the nodes below.
    #[must_use]
    pub fn connections(
        mut self,
        connections: impl IntoIterator<Item = Connection>,
    ) -> Self {
        self.connections = Some(connections.into_iter().collect::<Vec<_>>());
        self
    }

    /// Key of the state, or of the node in a node flow.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }

    /// Start of the row, in epoch milliseconds.
    #[must_use]
    pub fn start_time(mut self, start_time: impl Into<Timestamp>) -> Self {
        self.start_time = Some(start_time.into());
        self
    }

    /// Finish of the row, in epoch milliseconds.
    #[must_use]
    pub fn finish_time(mut self, finish_time: impl Into<Timestamp>) -> Self {
        self.finish_time = Some(finish_time.into());
        self
    }

    /// How the owners of the row are found.
    #[must_use]
    #[inline]
    pub fn owner_conf(mut self, owner_conf: NodeOwnerConfig) -> Self {
        self.owner_conf = Some(owner_conf);
        self
    }

    /// Whether the row exists in the draft only.
    #[must_use]
    #[inline]
    pub fn is_draft_create(mut self, is_draft_create: bool) -> Self {
        self.is_draft_create = Some(is_draft_create);
        self
    }

    /// Whether actual hours must be entered for the row.
    #[must_use]
    #[inline]
    pub fn need_actual_work_time(mut self, need_actual_work_time: bool) -> Self {
        self.need_actual_work_time = Some(need_actual_work_time);
        self
    }

    /// Role owners taken from the work items above.
    #[must_use]
    pub fn node_wbs_role_owners(
        mut self,
        node_wbs_role_owners: impl IntoIterator<Item = NodeRoleOwners>,
    ) -> Self {
        self.node_wbs_role_owners = Some(
            node_wbs_role_owners.into_iter().collect::<Vec<_>>(),
        );
        self
    }

    /// Kind of the task; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn task_type(mut self, task_type: i64) -> Self {
        self.task_type = Some(task_type);
        self
    }

    /// Id of the row's node in the template.
    #[must_use]
    pub fn uuid_in_conf(mut self, uuid_in_conf: impl Into<String>) -> Self {
        self.uuid_in_conf = Some(uuid_in_conf.into());
        self
    }

    /// Deliverables of the row; present on request only.
    #[must_use]
    #[inline]
    pub fn union_deliverable(mut self, union_deliverable: UnionDeliverables) -> Self {
        self.union_deliverable = Some(union_deliverable);
        self
    }

    /// Where the row stands among its neighbours.
    #[must_use]
    #[inline]
    pub fn seq_order_info(mut self, seq_order_info: DraftOrderInfo) -> Self {
        self.seq_order_info = Some(seq_order_info);
        self
    }

    /// How the row is broken down; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn dismantle_mode(mut self, dismantle_mode: i64) -> Self {
        self.dismantle_mode = Some(dismantle_mode);
        self
    }

    /// State of the row; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn status(mut self, status: i64) -> Self {
        self.status = Some(status);
        self
    }

    /// Rows that this one depends on.
    #[must_use]
    pub fn dependencies(
        mut self,
        dependencies: impl IntoIterator<Item = WbsReference>,
    ) -> Self {
        self.dependencies = Some(dependencies.into_iter().collect::<Vec<_>>());
        self
    }

    /// Rows that this one's schedule refers to.
    #[must_use]
    pub fn relative_schedule_v2(
        mut self,
        relative_schedule_v2: impl IntoIterator<Item = WbsReference>,
    ) -> Self {
        self.relative_schedule_v2 = Some(
            relative_schedule_v2.into_iter().collect::<Vec<_>>(),
        );
        self
    }

    /// Whether the row sums up the rows below it in the schedule table.
    #[must_use]
    #[inline]
    pub fn is_schedule_agg_item(mut self, is_schedule_agg_item: bool) -> Self {
        self.is_schedule_agg_item = Some(is_schedule_agg_item);
        self
    }

    /// Fields with their values.
    #[must_use]
    pub fn field_values(
        mut self,
        field_values: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        self.field_values = Some(field_values.into_iter().collect::<Vec<_>>());
        self
    }
}

/// A row of a plan that another row refers to.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsReference {
    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Title of the row.
    pub name: Option<String>,

    /// Kind of the reference.
    pub kind: Option<String>,
}

impl WbsReference {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the work item.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }

    /// Key of the state, or of the node in a node flow.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }

    /// Title of the row.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Kind of the reference.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }
}

/// Role owners that a row takes part of from a work item above it.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeRoleOwners {
    /// Path from the row to that work item.
    pub path: Option<String>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Title of that work item.
    pub name: Option<String>,

    /// Roles and the users who fill them.
    pub role_owners: Option<Vec<RoleOwner>>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,
}

impl NodeRoleOwners {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Path from the row to that work item.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Id of the work item.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }

    /// Title of that work item.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Roles and the users who fill them.
    #[must_use]
    pub fn role_owners(
        mut self,
        role_owners: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        self.role_owners = Some(role_owners.into_iter().collect::<Vec<_>>());
        self
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }
}

/// Deliverables of a row, as fields and as work items.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UnionDeliverables {
    /// Deliverables that are fields.
    pub field_deliverables: Option<Vec<FieldDeliverable>>,

    /// Deliverables that are work items.
    pub instance_deliverables: Option<Vec<InstanceDeliverable>>,
}

impl UnionDeliverables {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Deliverables that are fields.
    #[must_use]
    pub fn field_deliverables(
        mut self,
        field_deliverables: impl IntoIterator<Item = FieldDeliverable>,
    ) -> Self {
        self.field_deliverables = Some(
            field_deliverables.into_iter().collect::<Vec<_>>(),
        );
        self
    }

    /// Deliverables that are work items.
    #[must_use]
    pub fn instance_deliverables(
        mut self,
        instance_deliverables: impl IntoIterator<Item = InstanceDeliverable>,
    ) -> Self {
        self.instance_deliverables = Some(
            instance_deliverables.into_iter().collect::<Vec<_>>(),
        );
        self
    }
}

/// A deliverable that is a field.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldDeliverable {
    /// The field with its value.
    pub field_info: Option<FieldValuePair>,

    /// Hint shown while the field is empty.
    pub placeholder: Option<String>,

    /// Remark on the deliverable.
    pub remark: Option<String>,

    /// State of the deliverable; the meaning of the numbers is not documented.
    pub status: Option<i64>,
}

impl FieldDeliverable {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The field with its value.
    #[must_use]
    #[inline]
    pub fn field_info(mut self, field_info: FieldValuePair) -> Self {
        self.field_info = Some(field_info);
        self
    }

    /// Hint shown while the field is empty.
    #[must_use]
    pub fn placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = Some(placeholder.into());
        self
    }

    /// Remark on the deliverable.
    #[must_use]
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remark = Some(remark.into());
        self
    }

    /// State of the deliverable; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn status(mut self, status: i64) -> Self {
        self.status = Some(status);
        self
    }
}

/// A deliverable that is a work item.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InstanceDeliverable {
    /// Title of the deliverable.
    pub name: Option<String>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Whether the deliverable may be removed.
    pub deletable: Option<bool>,

    /// Whether the deliverable must be finished before the row can be.
    pub must_complete: Option<bool>,

    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Name of the state.
    pub state_name: Option<String>,

    /// Users responsible for the deliverable.
    pub owners: Option<Vec<UserKey>>,

    /// Remark on the deliverable.
    pub remark: Option<String>,
}

impl InstanceDeliverable {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Title of the deliverable.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Id of the work item.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }

    /// Whether the deliverable may be removed.
    #[must_use]
    #[inline]
    pub fn deletable(mut self, deletable: bool) -> Self {
        self.deletable = Some(deletable);
        self
    }

    /// Whether the deliverable must be finished before the row can be.
    #[must_use]
    #[inline]
    pub fn must_complete(mut self, must_complete: bool) -> Self {
        self.must_complete = Some(must_complete);
        self
    }

    /// Key of the state, or of the node in a node flow.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }

    /// Name of the state.
    #[must_use]
    pub fn state_name(mut self, state_name: impl Into<String>) -> Self {
        self.state_name = Some(state_name.into());
        self
    }

    /// Users responsible for the deliverable.
    #[must_use]
    pub fn owners(
        mut self,
        owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.owners = Some(list::<UserKey, _>(owners));
        self
    }

    /// Remark on the deliverable.
    #[must_use]
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remark = Some(remark.into());
        self
    }
}

/// Where a row stands among its neighbours.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftOrderInfo {
    /// Rows before this one.
    pub pre: Option<Vec<DraftOrder>>,

    /// Rows after this one.
    pub post: Option<Vec<DraftOrder>>,

    /// Row above this one.
    pub parent: Option<DraftOrder>,
}

impl DraftOrderInfo {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Rows before this one.
    #[must_use]
    pub fn pre(mut self, pre: impl IntoIterator<Item = DraftOrder>) -> Self {
        self.pre = Some(pre.into_iter().collect::<Vec<_>>());
        self
    }

    /// Rows after this one.
    #[must_use]
    pub fn post(mut self, post: impl IntoIterator<Item = DraftOrder>) -> Self {
        self.post = Some(post.into_iter().collect::<Vec<_>>());
        self
    }

    /// Row above this one.
    #[must_use]
    #[inline]
    pub fn parent(mut self, parent: DraftOrder) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// A neighbour of a row.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftOrder {
    /// What the value is, such as the id of a row or a work item.
    pub value_type: Option<String>,

    /// Id of the neighbour.
    pub value: Option<String>,

    /// Path of the neighbour in the plan.
    pub path: Option<String>,
}

impl DraftOrder {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// What the value is, such as the id of a row or a work item.
    #[must_use]
    pub fn value_type(mut self, value_type: impl Into<String>) -> Self {
        self.value_type = Some(value_type.into());
        self
    }

    /// Id of the neighbour.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Path of the neighbour in the plan.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }
}
