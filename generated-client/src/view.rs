// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Views: saved selections of work items, chosen by hand (fixed views) or by conditions (condition
//! views).

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client, list};
use crate::common::{ProjectKey, ViewId, WorkItemId, WorkItemTypeKey};
use crate::search::SearchGroup;

/// Views: saved selections of work items, chosen by hand (fixed views) or by conditions (condition
/// views).
///
/// Comes from [`Client::views`](crate::Client::views).
#[derive(Clone, Debug)]
pub struct Views(pub(crate) Client);

impl Views {
    /// Creates a fixed view from chosen work items.
    ///
    /// The items must all be of the given type.
    ///
    /// `POST /open_api/:project_key/:work_item_type_key/fix_view`, 《创建固定视图》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work items in the view.
    /// - `work_item_ids`: Work items of the new view, all of one type. At most 200 items.
    /// - `name`: Name of the new view.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20010: The items meant for one view are of several types.
    /// - 30004: No view has this id.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    /// - 1000053645: More than 200 work items were given for a fixed view.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "创建固定视图")]
    pub fn create_fixed_view(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
        name: impl Into<String>,
    ) -> CreateFixedViewCall {
        CreateFixedViewCall(
            Call::new(&self.0, &endpoints::CREATE_FIXED_VIEW)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .body("work_item_id_list", &list::<WorkItemId, _>(work_item_ids))
                .body("name", &name.into()),
        )
    }

    /// Adds work items to a fixed view or removes them from it.
    ///
    /// Not enforced, since one weak source alone says so: set exactly one of `add_work_item_ids` and
    /// `remove_work_item_ids`.
    ///
    /// `POST /open_api/:project_key/:work_item_type_key/fix_view/:view_id`, 《更新固定视图》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work items in the view.
    /// - `view_id`: The view.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10001: The acting user may not do this here, for instance because only the author, an editor or a space administrator may.
    /// - 20005: A required parameter is absent.
    /// - 30004: No view has this id.
    /// - 1000053645: More than 200 work items were given for a fixed view.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新固定视图")]
    pub fn update_fixed_view(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        view_id: impl Into<ViewId>,
    ) -> UpdateFixedViewCall {
        UpdateFixedViewCall(
            Call::new(&self.0, &endpoints::UPDATE_FIXED_VIEW)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("view_id", &view_id.into()),
        )
    }

    /// Deletes a view.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/:project_key/fix_view/:view_id`, 《删除视图》, destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `view_id`: The view.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20011: The view is not a fixed view.
    /// - 20012: The view belongs to another space than the one in the path.
    /// - 30004: No view has this id.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "删除视图")]
    pub fn delete(
        &self,
        project_key: impl Into<ProjectKey>,
        view_id: impl Into<ViewId>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .path("project_key", &project_key.into())
                .path("view_id", &view_id.into()),
        )
    }

    /// Lists the ids of the work items in a view of one space.
    ///
    /// At most 200000 items can be paged through. For panorama views use `panorama_work_items`.
    ///
    /// `GET /open_api/:project_key/fix_view/:view_id`, 《获取视图下工作项列表》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `view_id`: The view.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20012: The view belongs to another space than the one in the path.
    /// - 30004: No view has this id.
    /// - 30014: The work item type is unknown or not visible to the user.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取视图下工作项列表")]
    pub fn work_items(
        &self,
        project_key: impl Into<ProjectKey>,
        view_id: impl Into<ViewId>,
    ) -> WorkItemsCall {
        WorkItemsCall(
            Call::new(&self.0, &endpoints::WORK_ITEMS)
                .path("project_key", &project_key.into())
                .path("view_id", &view_id.into()),
        )
    }

    /// Lists the work items in a panorama view, which may span several spaces.
    ///
    /// For views of one space use `work_items`.
    ///
    /// `POST /open_api/:project_key/view/:view_id`, 《获取视图下工作项列表（全景视图）》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `view_id`: The view.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20003: The work item type is missing or wrong, or a workflow was asked of an item that has a state flow.
    /// - 30004: No view has this id.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取视图下工作项列表（全景视图）")]
    pub fn panorama_work_items(
        &self,
        project_key: impl Into<ProjectKey>,
        view_id: impl Into<ViewId>,
    ) -> PanoramaWorkItemsCall {
        PanoramaWorkItemsCall(
            Call::new(&self.0, &endpoints::PANORAMA_WORK_ITEMS)
                .path("project_key", &project_key.into())
                .path("view_id", &view_id.into()),
        )
    }

    /// Lists the views of a work item type with their settings.
    ///
    /// `POST /open_api/:project_key/view_conf/list`, 《获取视图列表及配置信息》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type whose views to list. Sub-tasks (`sub_task`) are not supported.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20043: More than ten views were given.
    /// - 30004: No view has this id.
    /// - 30014: The work item type is unknown or not visible to the user.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取视图列表及配置信息")]
    pub fn list(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST)
                .path("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into()),
        )
    }

    /// Creates a view from search conditions.
    ///
    /// `POST /open_api/view/v1/create_condition_view`, 《创建条件视图》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Space of the view, by key; simple names are not accepted here.
    /// - `work_item_type_key`: Key of the work item type.
    /// - `search_group`: Conditions that the items in the view meet. The key `current_nodes` is not accepted here.
    /// - `name`: Name of the new view.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20029: A field of this type cannot be updated or searched here.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, community notes.
    #[doc(alias = "创建条件视图")]
    pub fn create_condition_view(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        search_group: impl Into<SearchGroup>,
        name: impl Into<String>,
    ) -> CreateConditionViewCall {
        CreateConditionViewCall(
            Call::new(&self.0, &endpoints::CREATE_CONDITION_VIEW)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("search_group", &search_group.into())
                .body("name", &name.into()),
        )
    }

    /// Replaces the conditions and settings of a condition view.
    ///
    /// `POST /open_api/view/v1/update_condition_view`, 《更新条件视图》, write, 15/s and 450/min.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Space of the view, by key; simple names are not accepted here.
    /// - `work_item_type_key`: Key of the work item type.
    /// - `view_id`: The view to change.
    /// - `search_group`: Conditions that the items in the view meet. The key `current_nodes` is not accepted here.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20029: A field of this type cannot be updated or searched here.
    /// - 30004: No view has this id.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: developer manual, official Go SDK, community notes.
    #[doc(alias = "更新条件视图")]
    pub fn update_condition_view(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        view_id: impl Into<ViewId>,
        search_group: impl Into<SearchGroup>,
    ) -> UpdateConditionViewCall {
        UpdateConditionViewCall(
            Call::new(&self.0, &endpoints::UPDATE_CONDITION_VIEW)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("view_id", &view_id.into())
                .body("search_group", &search_group.into()),
        )
    }

    /// Lists the fields of all types of a space as views can show them.
    ///
    /// `POST /open_api/view_search/space_agg_fields/query_ui`, 《获取空间级别聚合字段》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "获取空间级别聚合字段")]
    #[inline]
    pub fn aggregated_fields(&self) -> AggregatedFieldsCall {
        AggregatedFieldsCall(Call::new(&self.0, &endpoints::AGGREGATED_FIELDS))
    }
}
