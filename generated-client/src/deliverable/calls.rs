// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `deliverable` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{ProjectKey, WorkItemId};
use super::Deliverable;

/// A call of [`Deliverables::query`](super::Deliverables::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Work items of the deliverables.
    pub fn work_item_ids(
        self,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Self {
        Self(self.0.body("work_item_ids", &list::<WorkItemId, _>(work_item_ids)))
    }
}

call_builder!(QueryCall reads, and returns Vec < Deliverable >);
