// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `review` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use crate::common::{ConclusionKey, NodeId};
use super::{NodeConclusionOptions, ReviewScope, ReviewSummary};

/// A call of [`Reviews::query`](super::Reviews::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

call_builder!(QueryCall reads, and returns ReviewSummary);

/// A call of [`Reviews::conclusion_options`](super::Reviews::conclusion_options), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ConclusionOptionsCall(pub(super) Call);

call_builder!(ConclusionOptionsCall reads, and returns Vec < NodeConclusionOptions >);

/// A call of [`Reviews::update`](super::Reviews::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Node of the review.
    pub fn node_id(self, node_id: impl Into<NodeId>) -> Self {
        Self(self.0.body("node_id", &node_id.into()))
    }

    /// The opinion in words.
    pub fn opinion(self, opinion: impl Into<String>) -> Self {
        Self(self.0.body("opinion", &opinion.into()))
    }

    /// Key of the label to conclude with.
    pub fn finished_conclusion_option_key(
        self,
        finished_conclusion_option_key: impl Into<ConclusionKey>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "finished_conclusion_option_key",
                    &finished_conclusion_option_key.into(),
                ),
        )
    }

    /// Whether the opinion and conclusion are those of the node or of the acting user. Needed unless the
    /// review is reset.
    pub fn operation_type(self, operation_type: impl Into<ReviewScope>) -> Self {
        Self(self.0.body("operation_type", &operation_type.into()))
    }

    /// Whether to take opinion and conclusion back. `false` when absent.
    #[inline]
    pub fn reset(self, reset: bool) -> Self {
        Self(self.0.body("reset", &reset))
    }
}

call_builder!(UpdateCall writes, and returns nothing);
