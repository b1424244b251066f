// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Roles that take part in the workflow of a work item type.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ProjectKey, WorkItemTypeKey};

/// Roles that take part in the workflow of a work item type.
///
/// Comes from [`Client::flow_roles`](crate::Client::flow_roles).
#[derive(Clone, Debug)]
pub struct FlowRoles(pub(crate) Client);

impl FlowRoles {
    /// Lists the roles of a work item type.
    ///
    /// `GET /open_api/:project_key/flow_roles/:work_item_type_key`, 《获取流程角色配置详情》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000052062: No space has this key or simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取流程角色配置详情")]
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

    /// Creates a role and returns its id.
    ///
    /// `POST /open_api/:project_key/flow_roles/:work_item_type_key/create_role`, 《创建流程角色》, write,
    /// 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    /// - `role`: The role to create.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20006: A parameter has a value that is not allowed or does not fit its field.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "创建流程角色")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        role: NewFlowRole,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .body("role", &role),
        )
    }

    /// Changes a role.
    ///
    /// Name the role by id or alias; the id wins. Members are needed if they are assigned by a fixed list
    /// (mode 2).
    ///
    /// Not enforced, since one weak source alone says so: set at least one of `role_id` and `role_alias`.
    ///
    /// `POST /open_api/:project_key/flow_roles/:work_item_type_key/update_role`, 《更新流程角色》, write,
    /// 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    /// - `role`: What to change.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20006: A parameter has a value that is not allowed or does not fit its field.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "更新流程角色")]
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        role: FlowRoleUpdate,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .body("role", &role),
        )
    }

    /// Deletes a role.
    ///
    /// Name the role by id or alias; the id wins. A role that template nodes use cannot be deleted.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// Not enforced, since one weak source alone says so: set at least one of `role_id` and `role_alias`.
    ///
    /// `POST /open_api/:project_key/flow_roles/:work_item_type_key/delete_role`, 《删除流程角色》,
    /// destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20006: A parameter has a value that is not allowed or does not fit its field.
    /// - 20093: Nodes of a template still use the role.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "删除流程角色")]
    pub fn delete(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into()),
        )
    }
}
