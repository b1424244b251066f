// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! The resource library: reusable work items, nodes and tasks from which real ones are created.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client, list};
use crate::common::{ProjectKey, WorkItemId, WorkItemTypeKey};
use crate::search::{DataSource, SearchGroup};

/// The resource library: reusable work items, nodes and tasks from which real ones are created.
///
/// Comes from [`Client::resource_library`](crate::Client::resource_library).
#[derive(Clone, Debug)]
pub struct ResourceLibrary(pub(crate) Client);

impl ResourceLibrary {
    /// Adds a node or a task to the resource library.
    ///
    /// `POST /open_api/work_item/element_template/create`, 《创建资源库资源(节点/任务)》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "创建资源库资源(节点/任务)")]
    #[inline]
    pub fn create_element(&self) -> CreateElementCall {
        CreateElementCall(Call::new(&self.0, &endpoints::CREATE_ELEMENT))
    }

    /// Lists the nodes or tasks of the resource library.
    ///
    /// Pages and streams hold the nodes. To list tasks, ask for one page after the other with `send_data`.
    ///
    /// `POST /open_api/work_item/element_template/query`, 《查询资源库资源(节点/任务)》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "查询资源库资源(节点/任务)")]
    #[inline]
    pub fn query_elements(&self) -> QueryElementsCall {
        QueryElementsCall(Call::new(&self.0, &endpoints::QUERY_ELEMENTS))
    }

    /// Creates a resource, that is a reusable work item.
    ///
    /// `POST /open_api/work_item/resource/create_work_item`, 《创建工作项资源库实例》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_type_key`: Key of the work item type.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000053507: The work item type has no resource library.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "创建工作项资源库实例")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into()),
        )
    }

    /// Reads resources by their ids.
    ///
    /// `POST /open_api/work_item/resource/query`, 《获取工作项资源实例详情》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_type_key`: Key of the work item type.
    /// - `work_item_ids`: Resources to read. At most 50 items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20005: A required parameter is absent.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 1000050178: More than 50 ids were given.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "获取工作项资源实例详情")]
    pub fn query(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> QueryCall {
        QueryCall(
            Call::new(&self.0, &endpoints::QUERY)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("work_item_ids", &list::<WorkItemId, _>(work_item_ids)),
        )
    }

    /// Finds resources by nested conditions.
    ///
    /// `POST /open_api/work_item/resource/search/params`, 《获取指定的工作项资源库实例列表（复杂传参）》,
    /// read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `data_sources`: Spaces and types to search.
    /// - `search_group`: Conditions that the hits must meet. Only creator, times, updater, space and id can be searched by.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20063: This operator cannot be used with this search key.
    /// - 20068: The field cannot be searched.
    /// - 20069: The value has the wrong shape for this search key.
    /// - 20072: Conditions can be joined by AND and OR only.
    /// - 30001: Something that the call refers to does not exist, such as the template or the space.
    /// - 30014: The work item type is unknown or not visible to the user.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "获取指定的工作项资源库实例列表（复杂传参）")]
    pub fn search(
        &self,
        data_sources: impl IntoIterator<Item = DataSource>,
        search_group: impl Into<SearchGroup>,
    ) -> SearchCall {
        SearchCall(
            Call::new(&self.0, &endpoints::SEARCH)
                .body("data_sources", &data_sources.into_iter().collect::<Vec<_>>())
                .body("search_group", &search_group.into()),
        )
    }

    /// Changes fields of a resource.
    ///
    /// `POST /open_api/work_item/resource/update`, 《更新工作项资源实例》, write, 15/s.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30014: The work item type is unknown or not visible to the user.
    /// - 1000050183: The list of field values to write is malformed.
    /// - 1000050438: One field stands twice in the list of field values.
    /// - 1000053593: A field or role is not part of what resources of this type carry.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "更新工作项资源实例")]
    #[inline]
    pub fn update(&self) -> UpdateCall {
        UpdateCall(Call::new(&self.0, &endpoints::UPDATE))
    }

    /// Creates a real work item from a resource.
    ///
    /// `POST /open_api/work_item/resource/:project_key/:work_item_id/create_instance`,
    /// 《通过资源创建实例》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_id`: The resource.
    /// - `work_item_type_key`: Type of the new work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20006: A parameter has a value that is not allowed or does not fit its field.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "通过资源创建实例")]
    pub fn create_instance(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> CreateInstanceCall {
        CreateInstanceCall(
            Call::new(&self.0, &endpoints::CREATE_INSTANCE)
                .path("project_key", &project_key.into())
                .path("work_item_id", &work_item_id.into())
                .body("work_item_type_key", &work_item_type_key.into()),
        )
    }
}
