// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `ai` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{AiTaskId, FileId, ProjectKey, RowId, StateKey, WorkItemId};
use crate::field_value::FieldValue;
use super::{AiFormFieldEdit, AiNode, AiNodeFieldEdit};

/// A call of [`Ai::query_node`](super::Ai::query_node), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryNodeCall(pub(super) Call);

impl QueryNodeCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Work item of the node.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Key of the node.
    pub fn state_key(self, state_key: impl Into<StateKey>) -> Self {
        Self(self.0.body("state_key", &state_key.into()))
    }

    /// Id of the node's instance.
    pub fn node_uuid(self, node_uuid: impl Into<RowId>) -> Self {
        Self(self.0.body("node_uuid", &node_uuid.into()))
    }
}

call_builder!(QueryNodeCall reads, and returns AiNode);

/// A call of [`Ai::edit_node`](super::Ai::edit_node), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct EditNodeCall(pub(super) Call);

impl EditNodeCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Work item of the node.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Key of the node.
    pub fn state_key(self, state_key: impl Into<StateKey>) -> Self {
        Self(self.0.body("state_key", &state_key.into()))
    }

    /// Id of the node's instance.
    pub fn node_uuid(self, node_uuid: impl Into<RowId>) -> Self {
        Self(self.0.body("node_uuid", &node_uuid.into()))
    }

    /// State to set; the values are not documented.
    pub fn status(self, status: impl Into<String>) -> Self {
        Self(self.0.body("status", &status.into()))
    }

    /// Node fields to change.
    pub fn node_fields(
        self,
        node_fields: impl IntoIterator<Item = AiNodeFieldEdit>,
    ) -> Self {
        Self(self.0.body("node_fields", &node_fields.into_iter().collect::<Vec<_>>()))
    }

    /// Fields of the node's form to change.
    pub fn conform_fields(
        self,
        conform_fields: impl IntoIterator<Item = AiFormFieldEdit>,
    ) -> Self {
        Self(
            self
                .0
                .body("conform_fields", &conform_fields.into_iter().collect::<Vec<_>>()),
        )
    }
}

call_builder!(EditNodeCall writes, and returns nothing);

/// A call of [`Ai::confirm_node`](super::Ai::confirm_node), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ConfirmNodeCall(pub(super) Call);

impl ConfirmNodeCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Work item of the node.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Key of the node.
    pub fn state_key(self, state_key: impl Into<StateKey>) -> Self {
        Self(self.0.body("state_key", &state_key.into()))
    }

    /// Id of the node's instance.
    pub fn node_uuid(self, node_uuid: impl Into<RowId>) -> Self {
        Self(self.0.body("node_uuid", &node_uuid.into()))
    }
}

call_builder!(ConfirmNodeCall writes, and returns nothing);

/// A call of [`Ai::update_field`](super::Ai::update_field), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateFieldCall(pub(super) Call);

impl UpdateFieldCall {
    /// Id of the AI task.
    pub fn ai_task_id(self, ai_task_id: impl Into<AiTaskId>) -> Self {
        Self(self.0.body("ai_task_id", &ai_task_id.into()))
    }

    /// Value to write, in the shape that the field's type wants.
    pub fn field_value(self, field_value: impl Into<FieldValue>) -> Self {
        Self(self.0.body("field_value", &field_value.into()))
    }
}

call_builder!(UpdateFieldCall writes, and returns nothing);

/// A call of [`Ai::delete_field_files`](super::Ai::delete_field_files), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteFieldFilesCall(pub(super) Call);

impl DeleteFieldFilesCall {
    /// Id of the AI task.
    pub fn ai_task_id(self, ai_task_id: impl Into<AiTaskId>) -> Self {
        Self(self.0.body("ai_task_id", &ai_task_id.into()))
    }

    /// Files to delete.
    pub fn uuids(self, uuids: impl IntoIterator<Item = impl Into<FileId>>) -> Self {
        Self(self.0.body("uuids", &list::<FileId, _>(uuids)))
    }
}

call_builder!(DeleteFieldFilesCall writes, and returns nothing);
