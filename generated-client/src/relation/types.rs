// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `relation`.

use paceline_runtime::Map;
use crate::common::{ProjectKey, RelationId, WorkItemId};

/// Id of a relation that was created.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedRelation {
    /// Id of the new relation.
    pub relation_id: Option<RelationId>,
}

/// A link between two requirements.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StoryRelation {
    /// Requirement that the link starts at.
    pub local_work_item_id: Option<WorkItemId>,

    /// Requirement that the link leads to.
    pub remote_work_item_id: Option<WorkItemId>,

    /// Relation that the link follows.
    pub relation_id: Option<RelationId>,

    /// Whether the chat groups of both are merged.
    pub merge_group: Option<bool>,
}

impl StoryRelation {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Requirement that the link starts at.
    #[must_use]
    pub fn local_work_item_id(
        mut self,
        local_work_item_id: impl Into<WorkItemId>,
    ) -> Self {
        self.local_work_item_id = Some(local_work_item_id.into());
        self
    }

    /// Requirement that the link leads to.
    #[must_use]
    pub fn remote_work_item_id(
        mut self,
        remote_work_item_id: impl Into<WorkItemId>,
    ) -> Self {
        self.remote_work_item_id = Some(remote_work_item_id.into());
        self
    }

    /// Relation that the link follows.
    #[must_use]
    pub fn relation_id(mut self, relation_id: impl Into<RelationId>) -> Self {
        self.relation_id = Some(relation_id.into());
        self
    }

    /// Whether the chat groups of both are merged.
    #[must_use]
    #[inline]
    pub fn merge_group(mut self, merge_group: bool) -> Self {
        self.merge_group = Some(merge_group);
        self
    }
}

/// Links of requirements.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StoryRelations {
    /// Space of each requirement.
    pub work_item_project_map: Map<WorkItemId, ProjectKey>,

    /// Linked requirements of each requirement.
    pub value: Map<WorkItemId, Vec<WorkItemId>>,
}
