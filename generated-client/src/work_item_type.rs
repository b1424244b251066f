// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Work item types of a space and their basic settings.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ProjectKey, WorkItemTypeKey};

/// Work item types of a space and their basic settings.
///
/// Comes from [`Client::work_item_types`](crate::Client::work_item_types).
#[derive(Clone, Debug)]
pub struct WorkItemTypes(pub(crate) Client);

impl WorkItemTypes {
    /// Lists the work item types of a space.
    ///
    /// `GET /open_api/:project_key/work_item/all-types`, 《获取空间下工作项类型》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10023: The user named in X-USER-KEY does not exist.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取空间下工作项类型")]
    pub fn list(&self, project_key: impl Into<ProjectKey>) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST).path("project_key", &project_key.into()),
        )
    }

    /// Reads the basic settings of a work item type.
    ///
    /// `GET /open_api/:project_key/work_item/type/:work_item_type_key`, 《获取工作项基础信息配置》, read,
    /// 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30014: The work item type is unknown or not visible to the user.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取工作项基础信息配置")]
    pub fn get(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> GetCall {
        GetCall(
            Call::new(&self.0, &endpoints::GET)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into()),
        )
    }

    /// Changes the basic settings of a work item type.
    ///
    /// `PUT /open_api/:project_key/work_item/type/:work_item_type_key`, 《更新工作项基础信息配置》, write,
    /// 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10005: Only administrators of the space may do this, and the acting user is none.
    /// - 30014: The work item type is unknown or not visible to the user.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新工作项基础信息配置")]
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into()),
        )
    }
}
