// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Workflow templates of a work item type, for node flows, state flows and WBS plans.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ProjectKey, TemplateId, WorkItemTypeKey};

/// Workflow templates of a work item type, for node flows, state flows and WBS plans.
///
/// Comes from [`Client::workflow_templates`](crate::Client::workflow_templates).
#[derive(Clone, Debug)]
pub struct WorkflowTemplates(pub(crate) Client);

impl WorkflowTemplates {
    /// Lists the workflow templates of a work item type.
    ///
    /// `GET /open_api/:project_key/template_list/:work_item_type_key`, 《获取工作项下的流程模板列表》,
    /// read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取工作项下的流程模板列表")]
    pub fn list(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into()),
        )
    }

    /// Reads the nodes, states and connections of a workflow template.
    ///
    /// `GET /open_api/:project_key/template_detail/:template_id`, 《获取流程模板配置详情》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `template_id`: The workflow template.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30001: Something that the call refers to does not exist, such as the template or the space.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取流程模板配置详情")]
    pub fn get(
        &self,
        project_key: impl Into<ProjectKey>,
        template_id: impl Into<TemplateId>,
    ) -> GetCall {
        GetCall(
            Call::new(&self.0, &endpoints::GET)
                .path("project_key", &project_key.into())
                .path("template_id", &template_id.into()),
        )
    }

    /// Creates a workflow template and returns its id.
    ///
    /// `POST /open_api/template/v2/create_template`, 《新增流程模板》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_type_key`: Type that the template is for.
    /// - `template_name`: Name of the new template.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10005: Only administrators of the space may do this, and the acting user is none.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "新增流程模板")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        template_name: impl Into<String>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("template_name", &template_name.into()),
        )
    }

    /// Changes nodes or states of a workflow template.
    ///
    /// `PUT /open_api/template/v2/update_template`, 《更新流程模板》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `template_id`: The template to change.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10005: Only administrators of the space may do this, and the acting user is none.
    /// - 20006: A parameter has a value that is not allowed or does not fit its field.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    /// - 1000052062: No space has this key or simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新流程模板")]
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        template_id: impl Into<TemplateId>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .body("project_key", &project_key.into())
                .body("template_id", &template_id.into()),
        )
    }

    /// Deletes a workflow template.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/template/v2/delete_template/:project_key/:template_id`, 《删除流程模板》,
    /// destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `template_id`: The workflow template.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 9999: The body is not the JSON that the endpoint wants: a member has the wrong structure or type.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "删除流程模板")]
    pub fn delete(
        &self,
        project_key: impl Into<ProjectKey>,
        template_id: impl Into<TemplateId>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .path("project_key", &project_key.into())
                .path("template_id", &template_id.into()),
        )
    }

    /// Reads a WBS template with its statuses and nodes.
    ///
    /// `POST /open_api/:project_key/wbs_template`, 《获取流程类型配置（wbs）》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
    #[doc(alias = "获取流程类型配置（wbs）")]
    pub fn get_wbs(&self, project_key: impl Into<ProjectKey>) -> GetWbsCall {
        GetWbsCall(
            Call::new(&self.0, &endpoints::GET_WBS)
                .path("project_key", &project_key.into()),
        )
    }
}
