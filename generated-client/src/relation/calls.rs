// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `relation` that are being put together.

use paceline_runtime::Map;
use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::WorkItemId;
use crate::config::WorkItemRelation;
use super::{CreatedRelation, StoryRelation, StoryRelations};

/// A call of [`Relations::list`](super::Relations::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

call_builder!(ListCall reads, and returns Vec < WorkItemRelation >);

/// A call of [`Relations::create`](super::Relations::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

call_builder!(CreateCall writes, and returns CreatedRelation);

/// A call of [`Relations::update`](super::Relations::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`Relations::delete`](super::Relations::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

call_builder!(DeleteCall writes, and returns Option < String >);

/// A call of [`Relations::create_story_relations`](super::Relations::create_story_relations), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateStoryRelationsCall(pub(super) Call);

impl CreateStoryRelationsCall {
    /// Links to create.
    pub fn story_relations(
        self,
        story_relations: impl IntoIterator<Item = StoryRelation>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "story_relations",
                    &story_relations.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(CreateStoryRelationsCall writes, and returns Map < String, i64 >);

/// A call of [`Relations::query_story_relations`](super::Relations::query_story_relations), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryStoryRelationsCall(pub(super) Call);

impl QueryStoryRelationsCall {
    /// Requirements whose links to read.
    pub fn work_item_ids(
        self,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Self {
        Self(self.0.body("work_item_ids", &list::<WorkItemId, _>(work_item_ids)))
    }
}

call_builder!(QueryStoryRelationsCall reads, and returns StoryRelations);
