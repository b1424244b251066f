// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `project_relation`.

use crate::common::{
    ProjectKey, ProjectRelationRuleId, RelationId, WorkItemId, WorkItemTypeKey,
};

/// The rules that connect the space with one other space.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoteProjectRules {
    /// The other space.
    pub remote_project_key: Option<ProjectKey>,

    /// Name of the other space.
    pub remote_project_name: Option<String>,

    /// The rules.
    pub rules: Vec<ProjectRelationRule>,
}

/// A rule that connects types of two spaces.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ProjectRelationRule {
    /// Id of the rule.
    pub id: Option<ProjectRelationRuleId>,

    /// Name of the rule.
    pub name: Option<String>,

    /// Whether the rule is out of use; the meaning of the numbers is not documented.
    pub disabled: Option<i64>,

    /// Relation that the rule follows.
    pub work_item_relation_id: Option<RelationId>,

    /// Name of the relation that the rule follows.
    pub work_item_relation_name: Option<String>,

    /// Type in this space.
    pub current_work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of the type in this space.
    pub current_work_item_type_name: Option<String>,

    /// Type in the other space.
    pub remote_work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of the type in the other space.
    pub remote_work_item_type_name: Option<String>,

    /// Whether chat groups of bound items are merged; the meaning of the numbers is not documented.
    pub chat_group_merge: Option<i64>,
}

/// A work item of another space bound by a rule.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ProjectRelationInstance {
    /// Bound work item.
    pub relation_work_item_id: Option<WorkItemId>,

    /// Title of the bound work item.
    pub relation_work_item_name: Option<String>,

    /// Name of the bound work item's type.
    pub relation_work_item_type_name: Option<String>,

    /// Type of the bound work item.
    pub relation_work_item_type_key: Option<WorkItemTypeKey>,

    /// Rule by which it is bound.
    pub project_relation_rule_id: Option<ProjectRelationRuleId>,

    /// Name of the rule by which it is bound.
    pub project_relation_rule_name: Option<String>,

    /// Space of the bound work item.
    pub relation_project_key: Option<ProjectKey>,

    /// Name of the bound work item's space.
    pub relation_project_name: Option<String>,
}

/// A work item of another space to bind.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BindInstance {
    /// Space of the work item to bind.
    pub project_key: Option<ProjectKey>,

    /// Type of the work item to bind.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Work item to bind.
    pub work_item_id: Option<WorkItemId>,

    /// Whether chat groups of bound items are merged; the meaning of the numbers is not documented.
    pub chat_group_merge: Option<i64>,
}

impl BindInstance {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Space of the work item to bind.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Type of the work item to bind.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Work item to bind.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }

    /// Whether chat groups of bound items are merged; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn chat_group_merge(mut self, chat_group_merge: i64) -> Self {
        self.chat_group_merge = Some(chat_group_merge);
        self
    }
}
