// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `review`.

use paceline_runtime::codegen::string_enum;
use crate::common::{ConclusionKey, NodeId, ProjectKey, UserKey, WorkItemId};
use crate::item::ReviewSummaryMode;

/// Whose opinion and conclusion is changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReviewScope {
    /// That of the node as a whole.
    Node,

    /// That of the acting user as an owner of the node.
    Owner,

    /// A value that is not documented.
    Unknown(String),
}

impl ReviewScope {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Node => "node",
            Self::Owner => "owner",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ReviewScope {
    fn from(value: &str) -> Self {
        match value {
            "node" => Self::Node,
            "owner" => Self::Owner,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(ReviewScope);

/// Reviews of the nodes of a work item.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReviewSummary {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Reviews, one per node.
    pub finished_infos: Vec<NodeReview>,
}

/// The review of a node.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeReview {
    /// Node that the review belongs to.
    pub node_id: Option<NodeId>,

    /// How the result of the review comes about.
    pub summary_mode: Option<ReviewSummaryMode>,

    /// Opinions, as a whole and per owner.
    pub opinion: Option<ReviewOpinion>,

    /// Conclusions, as a whole and per owner.
    pub conclusion: Option<ReviewConclusion>,
}

/// Conclusions of a review.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReviewConclusion {
    /// Conclusion of the review as a whole.
    pub finished_conclusion_result: Option<ConclusionOption>,

    /// Conclusions of the owners.
    pub owners_finished_conclusion_result: Vec<OwnerConclusion>,
}

/// Conclusion of one owner.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OwnerConclusion {
    /// The owner.
    pub owner: Option<UserKey>,

    /// Conclusion of the owner.
    pub owners_finished_conclusion_result: Option<ConclusionOption>,

    /// Conclusion of the owner, under its other name.
    pub finished_conclusion_result: Option<ConclusionOption>,
}

/// A label with which a review is concluded.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ConclusionOption {
    /// Key of the label.
    pub key: Option<ConclusionKey>,

    /// Label as people see it.
    pub label: Option<String>,

    /// Label as first configured.
    pub origin_label: Option<String>,
}

/// Opinions of a review.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReviewOpinion {
    /// The opinion in words.
    pub finished_opinion_result: Option<String>,

    /// Opinions of the owners.
    pub owners_finished_opinion_result: Vec<OwnerOpinion>,
}

/// Opinion of one owner.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OwnerOpinion {
    /// The owner.
    pub owner: Option<UserKey>,

    /// The opinion in words.
    pub finished_opinion_result: Option<String>,
}

/// The labels that a node offers.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeConclusionOptions {
    /// Node that offers the labels.
    pub node_id: Option<NodeId>,

    /// Labels for the conclusion.
    pub finished_conclusion_option: Vec<ConclusionOption>,

    /// Labels for the conclusions of the owners.
    pub finished_owners_conclusion_option: Vec<ConclusionOption>,

    /// Labels for the conclusion as a whole.
    pub finished_overall_conclusion_option: Vec<ConclusionOption>,
}
