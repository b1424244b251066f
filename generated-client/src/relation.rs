// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Relations between work item types inside a space, and links between requirements.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ProjectKey, RelationId, WorkItemTypeKey};
use crate::config::TypeInSpace;

/// Relations between work item types inside a space, and links between requirements.
///
/// Comes from [`Client::relations`](crate::Client::relations).
#[derive(Clone, Debug)]
pub struct Relations(pub(crate) Client);

impl Relations {
    /// Lists the relations between work item types of a space.
    ///
    /// `GET /open_api/:project_key/work_item/relation`, 《获取工作项关系列表》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000052062: No space has this key or simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取工作项关系列表")]
    pub fn list(&self, project_key: impl Into<ProjectKey>) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST).path("project_key", &project_key.into()),
        )
    }

    /// Creates a relation from one work item type to others.
    ///
    /// `POST /open_api/work_item/relation/create`, 《新增工作项关系》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Space of the relation.
    /// - `work_item_type_key`: Type that the relation starts at.
    /// - `name`: Name of the relation.
    /// - `relation_details`: Types that the relation leads to, each with space and type key.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10001: The acting user may not do this here, for instance because only the author, an editor or a space administrator may.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "新增工作项关系")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        name: impl Into<String>,
        relation_details: impl IntoIterator<Item = TypeInSpace>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("name", &name.into())
                .body(
                    "relation_details",
                    &relation_details.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Changes a relation between work item types.
    ///
    /// `POST /open_api/work_item/relation/update`, 《更新工作项关系》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `relation_id`: The relation.
    /// - `project_key`: Space of the relation.
    /// - `work_item_type_key`: Type that the relation starts at.
    /// - `name`: Name of the relation.
    /// - `relation_details`: Types that the relation leads to, each with space and type key.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10001: The acting user may not do this here, for instance because only the author, an editor or a space administrator may.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新工作项关系")]
    pub fn update(
        &self,
        relation_id: impl Into<RelationId>,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        name: impl Into<String>,
        relation_details: impl IntoIterator<Item = TypeInSpace>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .body("relation_id", &relation_id.into())
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("name", &name.into())
                .body(
                    "relation_details",
                    &relation_details.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Deletes a relation between work item types.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/work_item/relation/delete`, 《删除工作项关系》, destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `relation_id`: The relation.
    /// - `project_key`: Space of the relation.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "删除工作项关系")]
    pub fn delete(
        &self,
        relation_id: impl Into<RelationId>,
        project_key: impl Into<ProjectKey>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .body("relation_id", &relation_id.into())
                .body("project_key", &project_key.into()),
        )
    }

    /// Links requirements to one another.
    ///
    /// The response maps texts to numbers; what they mean is not documented.
    ///
    /// `POST /open_api/:project_key/story_relations/create`, 《创建需求关联关系》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "创建需求关联关系")]
    pub fn create_story_relations(
        &self,
        project_key: impl Into<ProjectKey>,
    ) -> CreateStoryRelationsCall {
        CreateStoryRelationsCall(
            Call::new(&self.0, &endpoints::CREATE_STORY_RELATIONS)
                .path("project_key", &project_key.into()),
        )
    }

    /// Reads which requirements the given ones are linked to.
    ///
    /// `POST /open_api/:project_key/story_relations/query`, 《查询需求关联关系》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "查询需求关联关系")]
    pub fn query_story_relations(
        &self,
        project_key: impl Into<ProjectKey>,
    ) -> QueryStoryRelationsCall {
        QueryStoryRelationsCall(
            Call::new(&self.0, &endpoints::QUERY_STORY_RELATIONS)
                .path("project_key", &project_key.into()),
        )
    }
}
