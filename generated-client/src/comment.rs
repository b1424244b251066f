// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Comments on work items, and files posted as comments.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{CommentId, ProjectKey, WorkItemId, WorkItemTypeKey};

/// Comments on work items, and files posted as comments.
///
/// Comes from [`Client::comments`](crate::Client::comments).
#[derive(Clone, Debug)]
pub struct Comments(pub(crate) Client);

impl Comments {
    /// Writes a comment on a work item.
    ///
    /// If both a plain and a rich text are given, the rich text wins.
    ///
    /// Set at least one of `content`, `rich_text` and `doc_rich_text`.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/create`,
    /// 《添加评论》, write, 15/s.
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
    /// - 10211: The token cannot be read, or a plugin token came without an acting user.
    /// - 30001: Something that the call refers to does not exist, such as the template or the space.
    /// - 50001: The server refused to create the object, for instance for want of the right to comment.
    /// - 1000051280: The rich text is malformed, or one of user key, item id and type key is empty.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Lists the comments of a work item.
    ///
    /// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comments`, 《查询评论》,
    /// read, 15/s.
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
    /// - 20002: The page size is above the maximum of this endpoint.
    /// - 1000051135: The work item does not exist.
    /// - 1000051256: The acting user may not read the comments of this item.
    /// - 1000051280: The rich text is malformed, or one of user key, item id and type key is empty.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    pub fn list(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Changes the text of a comment.
    ///
    /// Only its author may do so. If both a plain and a rich text are given, the rich text wins.
    ///
    /// Set at least one of `content` and `rich_text`.
    ///
    /// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/:comment_id`,
    /// 《更新评论》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `comment_id`: The comment.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10211: The token cannot be read, or a plugin token came without an acting user.
    /// - 20045: The comment belongs to another work item.
    /// - 30015: The comment or linked record does not exist.
    /// - 1000051280: The rich text is malformed, or one of user key, item id and type key is empty.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        comment_id: impl Into<CommentId>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .path("comment_id", &comment_id.into()),
        )
    }

    /// Deletes a comment.
    ///
    /// Only its author may do so.
    ///
    /// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/:comment_id`,
    /// 《删除评论》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `comment_id`: The comment.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10001: The acting user may not do this here, for instance because only the author, an editor or a space administrator may.
    /// - 10211: The token cannot be read, or a plugin token came without an acting user.
    /// - 20014: The work item belongs to another space than the one in the path.
    /// - 20045: The comment belongs to another work item.
    /// - 1000050052: No comment has this id.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    pub fn delete(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        comment_id: impl Into<CommentId>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .path("comment_id", &comment_id.into()),
        )
    }

    /// Posts an uploaded file as a comment on a work item.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comment/create`,
    /// 《创建附件评论》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// Source: official Go SDK.
    pub fn create_file_comment(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> CreateFileCommentCall {
        CreateFileCommentCall(
            Call::new(&self.0, &endpoints::CREATE_FILE_COMMENT)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Lists the files posted as comments on a work item.
    ///
    /// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comments`,
    /// 《分页查询附件评论》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// Source: official Go SDK.
    pub fn list_file_comments(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> ListFileCommentsCall {
        ListFileCommentsCall(
            Call::new(&self.0, &endpoints::LIST_FILE_COMMENTS)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }
}
