// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Reviews at workflow nodes: opinions, conclusions and the labels to conclude with.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client, list};
use crate::common::{NodeId, ProjectKey, WorkItemId};

/// Reviews at workflow nodes: opinions, conclusions and the labels to conclude with.
///
/// Comes from [`Client::reviews`](crate::Client::reviews).
#[derive(Clone, Debug)]
pub struct Reviews(pub(crate) Client);

impl Reviews {
    /// Reads the review opinions and conclusions of nodes.
    ///
    /// `POST /open_api/work_item/finished/batch_query`, 《批量查询评审意见、评审结论》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_id`: Id of the work item.
    /// - `node_ids`: Nodes whose reviews to read. Not enforced, since one weak source alone says so: at most 10 items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000051120: The item has no workflow instance.
    /// - 1000051280: The rich text is malformed, or one of user key, item id and type key is empty.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "批量查询评审意见、评审结论")]
    pub fn query(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        node_ids: impl IntoIterator<Item = impl Into<NodeId>>,
    ) -> QueryCall {
        QueryCall(
            Call::new(&self.0, &endpoints::QUERY)
                .body("project_key", &project_key.into())
                .body("work_item_id", &work_item_id.into())
                .body("node_ids", &list::<NodeId, _>(node_ids)),
        )
    }

    /// Reads the labels with which reviews of nodes can be concluded.
    ///
    /// `POST /open_api/work_item/finished/query_conclusion_option`, 《评审结论标签值查询》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_id`: Id of the work item.
    /// - `node_ids`: Nodes whose labels to read. Not enforced, since one weak source alone says so: at most 10 items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000051120: The item has no workflow instance.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "评审结论标签值查询")]
    pub fn conclusion_options(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        node_ids: impl IntoIterator<Item = impl Into<NodeId>>,
    ) -> ConclusionOptionsCall {
        ConclusionOptionsCall(
            Call::new(&self.0, &endpoints::CONCLUSION_OPTIONS)
                .body("project_key", &project_key.into())
                .body("work_item_id", &work_item_id.into())
                .body("node_ids", &list::<NodeId, _>(node_ids)),
        )
    }

    /// Changes or resets the opinion and conclusion of a review.
    ///
    /// Not enforced, since one weak source alone says so: set `operation_type` if `reset` is `false`.
    ///
    /// `POST /open_api/work_item/finished/update`, 《修改评审结论和评审意见》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_id`: Id of the work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20007: The work item is terminated.
    /// - 1000051120: The item has no workflow instance.
    /// - 1000051280: The rich text is malformed, or one of user key, item id and type key is empty.
    /// - 1000051814: The workflow has no such node.
    /// - 1000053219: Only owners of the node may do this.
    /// - 1000053308: The node offers no such review conclusion.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "修改评审结论和评审意见")]
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .body("project_key", &project_key.into())
                .body("work_item_id", &work_item_id.into()),
        )
    }
}
