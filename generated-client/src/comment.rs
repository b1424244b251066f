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
    /// Not enforced, since one weak source alone says so: set at least one of `content`, `rich_text` and
    /// `doc_rich_text`.
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
    #[doc(alias = "添加评论")]
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
    #[doc(alias = "查询评论")]
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
    /// Not enforced, since one weak source alone says so: set at least one of `content` and `rich_text`.
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
    #[doc(alias = "更新评论")]
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
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/:comment_id`,
    /// 《删除评论》, destroy, 15/s.
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
    #[doc(alias = "删除评论")]
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
    #[doc(alias = "创建附件评论")]
    #[deprecated(
        note = "Use `post` with the token of a file; the newest official SDKs no longer have this call."
    )]
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
    #[doc(alias = "分页查询附件评论")]
    #[deprecated(
        note = "Use `query`; the newest official SDKs no longer have this call."
    )]
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

    /// Writes a comment on a work item or on one of its fields, or replies to a comment.
    ///
    /// The newer way to comment, with text, rich text as Markdown, or a file.
    ///
    /// `POST /open_api/comment/create`, 《创建评论》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `object`: What the comment is about.
    /// - `content`: What it says.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33, community n8n node.
    #[doc(alias = "创建评论")]
    pub fn post(
        &self,
        project_key: impl Into<ProjectKey>,
        object: impl Into<CommentTarget>,
        content: impl Into<CommentContent>,
    ) -> PostCall {
        PostCall(
            Call::new(&self.0, &endpoints::POST)
                .body("project_key", &project_key.into())
                .body("object", &object.into())
                .body("content", &content.into()),
        )
    }

    /// Lists the comments on a work item, on one of its fields, or the replies to a comment.
    ///
    /// `POST /open_api/comment/query`, 《查询评论》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `object`: What the comments are about.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33, community n8n node.
    #[doc(alias = "查询评论")]
    pub fn query(
        &self,
        project_key: impl Into<ProjectKey>,
        object: impl Into<CommentTarget>,
    ) -> QueryCall {
        QueryCall(
            Call::new(&self.0, &endpoints::QUERY)
                .body("project_key", &project_key.into())
                .body("object", &object.into()),
        )
    }

    /// Changes a comment.
    ///
    /// Only its author may do so, and a comment that is a file cannot be changed.
    ///
    /// `POST /open_api/comment/update`, 《更新评论》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `comment_id`: The comment.
    /// - `content`: What it says from now on.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33, community n8n node.
    #[doc(alias = "更新评论")]
    pub fn edit(
        &self,
        project_key: impl Into<ProjectKey>,
        comment_id: impl Into<PostedCommentId>,
        content: impl Into<EditedCommentContent>,
    ) -> EditCall {
        EditCall(
            Call::new(&self.0, &endpoints::EDIT)
                .body("project_key", &project_key.into())
                .body("comment_id", &comment_id.into())
                .body("content", &content.into()),
        )
    }

    /// Deletes a comment that was written by `post`.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `POST /open_api/comment/delete`, 《删除评论》, destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `comment_id`: The comment.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33, community n8n node.
    #[doc(alias = "删除评论")]
    pub fn remove(
        &self,
        project_key: impl Into<ProjectKey>,
        comment_id: impl Into<PostedCommentId>,
    ) -> RemoveCall {
        RemoveCall(
            Call::new(&self.0, &endpoints::REMOVE)
                .body("project_key", &project_key.into())
                .body("comment_id", &comment_id.into()),
        )
    }
}
