// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Relations across spaces: the rules that connect two spaces, and the work items bound by them.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ProjectKey, WorkItemId, WorkItemTypeKey};

/// Relations across spaces: the rules that connect two spaces, and the work items bound by them.
///
/// Comes from [`Client::project_relations`](crate::Client::project_relations).
#[derive(Clone, Debug)]
pub struct ProjectRelations(pub(crate) Client);

impl ProjectRelations {
    /// Lists the rules that connect the space with other spaces.
    ///
    /// `POST /open_api/:project_key/relation/rules`, 《获取空间关联规则列表》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000052062: No space has this key or simple name.
    /// - 1000052063: The space does not exist, or no space has this simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取空间关联规则列表")]
    pub fn rules(&self, project_key: impl Into<ProjectKey>) -> RulesCall {
        RulesCall(
            Call::new(&self.0, &endpoints::RULES)
                .path("project_key", &project_key.into()),
        )
    }

    /// Lists the work items of other spaces that are bound to a work item.
    ///
    /// `POST /open_api/:project_key/relation/:work_item_type_key/:work_item_id/work_item_list`,
    /// 《获取空间关联下的关联工作项实例列表》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10001: The acting user may not do this here, for instance because only the author, an editor or a space administrator may.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取空间关联下的关联工作项实例列表")]
    pub fn work_items(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> WorkItemsCall {
        WorkItemsCall(
            Call::new(&self.0, &endpoints::WORK_ITEMS)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Binds work items of another space to a work item.
    ///
    /// `POST /open_api/:project_key/relation/:work_item_type_key/:work_item_id/batch_bind`,
    /// 《绑定空间关联的关联工作项实例》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30015: The comment or linked record does not exist.
    /// - 1000051617: The two items are bound by this relation already.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "绑定空间关联的关联工作项实例")]
    pub fn bind(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> BindCall {
        BindCall(
            Call::new(&self.0, &endpoints::BIND)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Unbinds a work item of another space from a work item.
    ///
    /// `DELETE /open_api/:project_key/relation/:work_item_type_key/:work_item_id`,
    /// 《解绑空间关联的关联工作项实例》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20006: A parameter has a value that is not allowed or does not fit its field.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "解绑空间关联的关联工作项实例")]
    pub fn unbind(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> UnbindCall {
        UnbindCall(
            Call::new(&self.0, &endpoints::UNBIND)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }
}
