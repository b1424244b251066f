// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `wbs_draft` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use crate::common::{CommitId, DraftId, ProjectKey, RowId, WorkItemId, WorkItemTypeKey};
use super::{
    DraftOperation, DraftPatchResult, DraftSubWorkItemConfigs, DraftSuccess,
    WbsDraftResult,
};

/// A call of [`WbsDrafts::query`](super::WbsDrafts::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Work item at the top of the plan.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }

    /// Whether to create the draft if there is none.
    #[inline]
    pub fn need_init(self, need_init: bool) -> Self {
        Self(self.0.body("need_init", &need_init))
    }
}

call_builder!(QueryCall reads, and returns WbsDraftResult);

/// A call of [`WbsDrafts::reset`](super::WbsDrafts::reset), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ResetCall(pub(super) Call);

impl ResetCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Work item at the top of the plan.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }
}

call_builder!(ResetCall writes, and returns WbsDraftResult);

/// A call of [`WbsDrafts::patch`](super::WbsDrafts::patch), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct PatchCall(pub(super) Call);

impl PatchCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Id of the draft.
    pub fn draft_id(self, draft_id: impl Into<DraftId>) -> Self {
        Self(self.0.body("draft_id", &draft_id.into()))
    }

    /// Changes to apply, in order.
    pub fn operations(
        self,
        operations: impl IntoIterator<Item = DraftOperation>,
    ) -> Self {
        Self(self.0.body("operations", &operations.into_iter().collect::<Vec<_>>()))
    }

    /// Id of the schedule table that shows the plan.
    pub fn schedule_table_uuid(self, schedule_table_uuid: impl Into<String>) -> Self {
        Self(self.0.body("schedule_table_uuid", &schedule_table_uuid.into()))
    }
}

call_builder!(PatchCall writes, and returns DraftPatchResult);

/// A call of [`WbsDrafts::publish`](super::WbsDrafts::publish), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct PublishCall(pub(super) Call);

impl PublishCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Id of the draft.
    pub fn draft_id(self, draft_id: impl Into<DraftId>) -> Self {
        Self(self.0.body("draft_id", &draft_id.into()))
    }
}

call_builder!(PublishCall writes, and returns nothing);

/// A call of [`WbsDrafts::publish_commit`](super::WbsDrafts::publish_commit), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct PublishCommitCall(pub(super) Call);

impl PublishCommitCall {
    /// Work item at the top of the plan.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Id of the draft.
    pub fn draft_id(self, draft_id: impl Into<DraftId>) -> Self {
        Self(self.0.body("draft_id", &draft_id.into()))
    }

    /// Commit of the draft.
    pub fn commit_id(self, commit_id: impl Into<CommitId>) -> Self {
        Self(self.0.body("commit_id", &commit_id.into()))
    }
}

call_builder!(PublishCommitCall writes, and returns DraftSuccess);

/// A call of [`WbsDrafts::switch_back`](super::WbsDrafts::switch_back), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct SwitchBackCall(pub(super) Call);

impl SwitchBackCall {
    /// Work item at the top of the plan.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Id of the draft.
    pub fn draft_id(self, draft_id: impl Into<DraftId>) -> Self {
        Self(self.0.body("draft_id", &draft_id.into()))
    }

    /// Commit of the draft.
    pub fn commit_id(self, commit_id: impl Into<CommitId>) -> Self {
        Self(self.0.body("commit_id", &commit_id.into()))
    }
}

call_builder!(SwitchBackCall writes, and returns DraftSuccess);

/// A call of [`WbsDrafts::update_frozen_rows`](super::WbsDrafts::update_frozen_rows), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateFrozenRowsCall(pub(super) Call);

impl UpdateFrozenRowsCall {
    /// Work item at the top of the plan.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Id of the draft.
    pub fn draft_id(self, draft_id: impl Into<DraftId>) -> Self {
        Self(self.0.body("draft_id", &draft_id.into()))
    }

    /// What to do with the rows; the meaning of the numbers is not documented.
    #[inline]
    pub fn update_type(self, update_type: i64) -> Self {
        Self(self.0.body("update_type", &update_type))
    }

    /// Commit of the draft.
    pub fn commit_id(self, commit_id: impl Into<CommitId>) -> Self {
        Self(self.0.body("commit_id", &commit_id.into()))
    }
}

call_builder!(UpdateFrozenRowsCall writes, and returns nothing);

/// A call of [`WbsDrafts::complete_create_audit`](super::WbsDrafts::complete_create_audit), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CompleteCreateAuditCall(pub(super) Call);

impl CompleteCreateAuditCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Work item at the top of the plan.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Id of the draft.
    pub fn draft_id(self, draft_id: impl Into<DraftId>) -> Self {
        Self(self.0.body("draft_id", &draft_id.into()))
    }

    /// Commit of the draft.
    pub fn commit_id(self, commit_id: impl Into<CommitId>) -> Self {
        Self(self.0.body("commit_id", &commit_id.into()))
    }
}

call_builder!(CompleteCreateAuditCall writes, and returns DraftSuccess);

/// A call of [`WbsDrafts::sub_work_item_config`](super::WbsDrafts::sub_work_item_config), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct SubWorkItemConfigCall(pub(super) Call);

impl SubWorkItemConfigCall {
    /// Id of the draft.
    pub fn draft_id(self, draft_id: impl Into<DraftId>) -> Self {
        Self(self.0.query("draft_id", &draft_id.into()))
    }

    /// Work item at the top of the plan.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.query("work_item_id", &work_item_id.into()))
    }

    /// Row below which to create.
    pub fn node_uuid(self, node_uuid: impl Into<RowId>) -> Self {
        Self(self.0.query("node_uuid", &node_uuid.into()))
    }

    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.query("project_key", &project_key.into()))
    }
}

call_builder!(SubWorkItemConfigCall reads, and returns DraftSubWorkItemConfigs);
