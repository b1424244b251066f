// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `project_relation` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{ProjectKey, ProjectRelationRuleId, WorkItemId, WorkItemTypeKey};
use super::{BindInstance, ProjectRelationInstance, RemoteProjectRules};

/// A call of [`ProjectRelations::rules`](super::ProjectRelations::rules), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct RulesCall(pub(super) Call);

impl RulesCall {
    /// Other spaces whose rules to list. Left out, all are listed.
    pub fn remote_projects(
        self,
        remote_projects: impl IntoIterator<Item = impl Into<ProjectKey>>,
    ) -> Self {
        Self(self.0.body("remote_projects", &list::<ProjectKey, _>(remote_projects)))
    }
}

call_builder!(RulesCall reads, and returns Vec < RemoteProjectRules >);

/// A call of [`ProjectRelations::work_items`](super::ProjectRelations::work_items), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct WorkItemsCall(pub(super) Call);

impl WorkItemsCall {
    /// Only items bound by this rule.
    pub fn relation_rule_id(
        self,
        relation_rule_id: impl Into<ProjectRelationRuleId>,
    ) -> Self {
        Self(self.0.body("relation_rule_id", &relation_rule_id.into()))
    }

    /// Only this bound item.
    pub fn relation_work_item_id(
        self,
        relation_work_item_id: impl Into<WorkItemId>,
    ) -> Self {
        Self(self.0.body("relation_work_item_id", &relation_work_item_id.into()))
    }

    /// Only bound items of this type.
    pub fn relation_work_item_type_key(
        self,
        relation_work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(
            self
                .0
                .body("relation_work_item_type_key", &relation_work_item_type_key.into()),
        )
    }

    /// Only bound items of this space.
    pub fn relation_project_key(
        self,
        relation_project_key: impl Into<ProjectKey>,
    ) -> Self {
        Self(self.0.body("relation_project_key", &relation_project_key.into()))
    }
}

call_builder!(WorkItemsCall reads, and returns Vec < ProjectRelationInstance >);

/// A call of [`ProjectRelations::bind`](super::ProjectRelations::bind), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct BindCall(pub(super) Call);

impl BindCall {
    /// Rule to bind the items by.
    pub fn relation_rule_id(
        self,
        relation_rule_id: impl Into<ProjectRelationRuleId>,
    ) -> Self {
        Self(self.0.body("relation_rule_id", &relation_rule_id.into()))
    }

    /// Work items to bind.
    pub fn instances(self, instances: impl IntoIterator<Item = BindInstance>) -> Self {
        Self(self.0.body("instances", &instances.into_iter().collect::<Vec<_>>()))
    }
}

call_builder!(BindCall writes, and returns nothing);

/// A call of [`ProjectRelations::unbind`](super::ProjectRelations::unbind), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UnbindCall(pub(super) Call);

impl UnbindCall {
    /// Rule that the item was bound by.
    pub fn relation_rule_id(
        self,
        relation_rule_id: impl Into<ProjectRelationRuleId>,
    ) -> Self {
        Self(self.0.body("relation_rule_id", &relation_rule_id.into()))
    }

    /// Work item to unbind.
    pub fn relation_work_item_id(
        self,
        relation_work_item_id: impl Into<WorkItemId>,
    ) -> Self {
        Self(self.0.body("relation_work_item_id", &relation_work_item_id.into()))
    }
}

call_builder!(UnbindCall writes, and returns nothing);
