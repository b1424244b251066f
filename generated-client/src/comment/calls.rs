// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `comment` that are being put together.

use paceline_runtime::Value;
use paceline_runtime::codegen::{Call, call_builder};
use crate::common::{CommentId, FileToken};
use super::{
    Comment, CommentPaginator, FileComment, PostedComment, PostedCommentRef,
    PostedComments, RichTextDocument,
};

/// A call of [`Comments::create`](super::Comments::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Text of the comment.
    pub fn content(self, content: impl Into<String>) -> Self {
        Self(self.0.body("content", &content.into()))
    }

    /// Rich text: a list of blocks, each with `type` and `content`. It wins over the plain text.
    pub fn rich_text(self, rich_text: impl Into<Value>) -> Self {
        Self(self.0.body("rich_text", &rich_text.into()))
    }

    /// Rich text in the editor's own format.
    #[inline]
    pub fn doc_rich_text(self, doc_rich_text: RichTextDocument) -> Self {
        Self(self.0.body("doc_rich_text", &doc_rich_text))
    }
}

call_builder!(CreateCall writes, and returns CommentId);

/// A call of [`Comments::list`](super::Comments::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

impl ListCall {
    /// Number of items a page. At most 200.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.query("page_size", &page_size))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.query("page_num", &page_num))
    }
}

call_builder!(ListCall reads pages of Comment);

/// A call of [`Comments::update`](super::Comments::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Text of the comment.
    pub fn content(self, content: impl Into<String>) -> Self {
        Self(self.0.body("content", &content.into()))
    }

    /// Rich text: a list of blocks, each with `type` and `content`. It wins over the plain text.
    pub fn rich_text(self, rich_text: impl Into<Value>) -> Self {
        Self(self.0.body("rich_text", &rich_text.into()))
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`Comments::delete`](super::Comments::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

call_builder!(DeleteCall writes, and returns nothing);

/// A call of [`Comments::create_file_comment`](super::Comments::create_file_comment), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateFileCommentCall(pub(super) Call);

impl CreateFileCommentCall {
    /// Token of the uploaded file.
    pub fn file_token(self, file_token: impl Into<FileToken>) -> Self {
        Self(self.0.body("file_token", &file_token.into()))
    }
}

call_builder!(CreateFileCommentCall writes, and returns CommentId);

/// A call of [`Comments::list_file_comments`](super::Comments::list_file_comments), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListFileCommentsCall(pub(super) Call);

impl ListFileCommentsCall {
    /// Number of items a page.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.query("page_size", &page_size))
    }

    /// Number of the page, counted from 1.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.query("page_num", &page_num))
    }
}

call_builder!(ListFileCommentsCall reads pages of FileComment);

/// A call of [`Comments::post`](super::Comments::post), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct PostCall(pub(super) Call);

call_builder!(PostCall writes, and returns PostedCommentRef);

/// A call of [`Comments::query`](super::Comments::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Size and order of the page, and where it starts.
    #[inline]
    pub fn paginator(self, paginator: CommentPaginator) -> Self {
        Self(self.0.body("paginator", &paginator))
    }

    /// Whether rich texts come as Markdown too. `false` when absent.
    #[inline]
    pub fn with_markdown(self, with_markdown: bool) -> Self {
        Self(self.0.body("need_rich_text_mark_down", &with_markdown))
    }
}

call_builder!(QueryCall reads pages of PostedComment, in PostedComments);

/// A call of [`Comments::edit`](super::Comments::edit), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct EditCall(pub(super) Call);

call_builder!(EditCall writes, and returns nothing);

/// A call of [`Comments::remove`](super::Comments::remove), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct RemoveCall(pub(super) Call);

call_builder!(RemoveCall writes, and returns nothing);
