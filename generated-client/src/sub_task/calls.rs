// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `sub_task` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{
    FieldKey, NodeId, ProjectKey, RoleOwner, Schedule, SubTaskId, TimeInterval, UserKey,
};
use crate::field_value::{FieldValue, FieldValuePair};
use super::{FoundSubTask, NodeSubTasks, SubTaskStatus};

/// A call of [`SubTasks::search`](super::SubTasks::search), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct SearchCall(pub(super) Call);

impl SearchCall {
    /// Spaces to search, by key; simple names are not accepted here. At most 10 items.
    pub fn project_keys(
        self,
        project_keys: impl IntoIterator<Item = impl Into<ProjectKey>>,
    ) -> Self {
        Self(self.0.body("project_keys", &list::<ProjectKey, _>(project_keys)))
    }

    /// Number of items a page. `50` when absent. Not enforced, since one weak source alone says so: at
    /// most 50.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Words in the sub-task's name.
    pub fn name(self, name: impl Into<String>) -> Self {
        Self(self.0.body("name", &name.into()))
    }

    /// Users who do the sub-tasks.
    pub fn user_keys(
        self,
        user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("user_keys", &list::<UserKey, _>(user_keys)))
    }

    /// Whether to find open or finished sub-tasks.
    pub fn status(self, status: impl Into<SubTaskStatus>) -> Self {
        Self(self.0.body("status", &status.into()))
    }

    /// When the sub-tasks were created.
    #[inline]
    pub fn created_at(self, created_at: TimeInterval) -> Self {
        Self(self.0.body("created_at", &created_at))
    }

    /// Spaces to search, by simple name. At most 10 items.
    pub fn simple_names(
        self,
        simple_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("simple_names", &list::<String, _>(simple_names)))
    }
}

call_builder!(SearchCall reads pages of FoundSubTask);

/// A call of [`SubTasks::list`](super::SubTasks::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

impl ListCall {
    /// Node whose sub-tasks to list. Left out, all nodes are listed.
    pub fn node_id(self, node_id: impl Into<NodeId>) -> Self {
        Self(self.0.query("node_id", &node_id.into()))
    }
}

call_builder!(ListCall reads, and returns Vec < NodeSubTasks >);

/// A call of [`SubTasks::create`](super::SubTasks::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Alias of the sub-task for use by integrations.
    pub fn alias_key(self, alias_key: impl Into<String>) -> Self {
        Self(self.0.body("alias_key", &alias_key.into()))
    }

    /// Users who do the sub-task. Give either users or roles.
    pub fn assignee(
        self,
        assignee: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("assignee", &list::<UserKey, _>(assignee)))
    }

    /// Roles whose users do the sub-task. Give either roles or users.
    pub fn role_assignee(
        self,
        role_assignee: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        Self(
            self.0.body("role_assignee", &role_assignee.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Planned time and effort of the sub-task.
    #[inline]
    pub fn schedule(self, schedule: Schedule) -> Self {
        Self(self.0.body("schedule", &schedule))
    }

    /// Note on the sub-task.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self(self.0.body("note", &note.into()))
    }

    /// Fields of the sub-task with their values.
    pub fn field_value_pairs(
        self,
        field_value_pairs: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "field_value_pairs",
                    &field_value_pairs.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Gives a field its value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "field_value_pairs",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }
}

call_builder!(CreateCall writes, and returns SubTaskId);

/// A call of [`SubTasks::update`](super::SubTasks::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// New name of the sub-task.
    pub fn name(self, name: impl Into<String>) -> Self {
        Self(self.0.body("name", &name.into()))
    }

    /// Users who do the sub-task. Give either users or roles.
    pub fn assignee(
        self,
        assignee: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("assignee", &list::<UserKey, _>(assignee)))
    }

    /// Roles whose users do the sub-task. Give either roles or users.
    pub fn role_assignee(
        self,
        role_assignee: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        Self(
            self.0.body("role_assignee", &role_assignee.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Planned time and effort of the sub-task.
    #[inline]
    pub fn schedule(self, schedule: Schedule) -> Self {
        Self(self.0.body("schedule", &schedule))
    }

    /// Note on the sub-task.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self(self.0.body("note", &note.into()))
    }

    /// Deliverable fields with their values.
    pub fn deliverable(
        self,
        deliverable: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(self.0.body("deliverable", &deliverable.into_iter().collect::<Vec<_>>()))
    }

    /// Fields of the sub-task with their new values.
    pub fn update_fields(
        self,
        update_fields: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self.0.body("update_fields", &update_fields.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Gives a field a new value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "update_fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`SubTasks::operate`](super::SubTasks::operate), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct OperateCall(pub(super) Call);

impl OperateCall {
    /// Users who do the sub-task.
    pub fn assignee(
        self,
        assignee: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("assignee", &list::<UserKey, _>(assignee)))
    }

    /// Roles that do the sub-task, and their users.
    pub fn role_assignee(
        self,
        role_assignee: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        Self(
            self.0.body("role_assignee", &role_assignee.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Schedules of the sub-task.
    pub fn schedules(self, schedules: impl IntoIterator<Item = Schedule>) -> Self {
        Self(self.0.body("schedules", &schedules.into_iter().collect::<Vec<_>>()))
    }

    /// Deliverable fields with their values.
    pub fn deliverable(
        self,
        deliverable: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(self.0.body("deliverable", &deliverable.into_iter().collect::<Vec<_>>()))
    }

    /// Note on the sub-task.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self(self.0.body("note", &note.into()))
    }
}

call_builder!(OperateCall writes, and returns nothing);

/// A call of [`SubTasks::delete`](super::SubTasks::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

call_builder!(DeleteCall writes, and returns nothing);
