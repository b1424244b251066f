// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `workflow_template` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use crate::common::{TemplateId, TemplateKey};
use super::{NodeConfig, StateConfig, TemplateSummary, WbsTemplate, WorkflowTemplate};

/// A call of [`WorkflowTemplates::list`](super::WorkflowTemplates::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

call_builder!(ListCall reads, and returns Vec < TemplateSummary >);

/// A call of [`WorkflowTemplates::get`](super::WorkflowTemplates::get), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct GetCall(pub(super) Call);

call_builder!(GetCall reads, and returns WorkflowTemplate);

/// A call of [`WorkflowTemplates::create`](super::WorkflowTemplates::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Template to copy from.
    pub fn copy_template_id(self, copy_template_id: impl Into<TemplateId>) -> Self {
        Self(self.0.body("copy_template_id", &copy_template_id.into()))
    }
}

call_builder!(CreateCall writes, and returns TemplateId);

/// A call of [`WorkflowTemplates::update`](super::WorkflowTemplates::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Nodes to add, change or remove.
    pub fn workflow_confs(
        self,
        workflow_confs: impl IntoIterator<Item = NodeConfig>,
    ) -> Self {
        Self(
            self
                .0
                .body("workflow_confs", &workflow_confs.into_iter().collect::<Vec<_>>()),
        )
    }

    /// States to add, change or remove.
    pub fn state_flow_confs(
        self,
        state_flow_confs: impl IntoIterator<Item = StateConfig>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "state_flow_confs",
                    &state_flow_confs.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`WorkflowTemplates::delete`](super::WorkflowTemplates::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

call_builder!(DeleteCall writes, and returns nothing);

/// A call of [`WorkflowTemplates::get_wbs`](super::WorkflowTemplates::get_wbs), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct GetWbsCall(pub(super) Call);

impl GetWbsCall {
    /// Key of the template.
    pub fn template_key(self, template_key: impl Into<TemplateKey>) -> Self {
        Self(self.0.body("template_key", &template_key.into()))
    }
}

call_builder!(GetWbsCall reads, and returns WbsTemplate);
