// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `comment`.

use paceline_runtime::Timestamp;
use paceline_runtime::codegen::list;
use crate::common::{CommentId, FileToken, UserKey, WorkItemId, WorkItemTypeKey};

/// A comment on a work item.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Comment {
    /// Id of the comment.
    pub id: CommentId,

    /// Work item that the comment is on.
    pub work_item_id: Option<WorkItemId>,

    /// Type of the work item.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// When the comment was written, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// User who wrote the comment.
    pub operator: Option<UserKey>,

    /// Text of the comment.
    pub content: Option<String>,

    /// Rich text in the editor's own format.
    pub doc_rich_text: Option<RichTextDocument>,
}

/// A rich text in several forms.
///
/// Source: official Go SDK.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct RichTextDocument {
    /// The text in the editor's own format.
    pub doc: Option<String>,

    /// The text without format.
    pub doc_text: Option<String>,

    /// The text as HTML.
    pub doc_html: Option<String>,

    /// Images in the text.
    pub doc_img: Option<Vec<String>>,

    /// Whether there is no text.
    pub is_empty: Option<bool>,
}

impl RichTextDocument {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }

    /// The text in the editor's own format.
    #[must_use]
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = Some(doc.into());
        self
    }

    /// The text without format.
    #[must_use]
    pub fn doc_text(mut self, doc_text: impl Into<String>) -> Self {
        self.doc_text = Some(doc_text.into());
        self
    }

    /// The text as HTML.
    #[must_use]
    pub fn doc_html(mut self, doc_html: impl Into<String>) -> Self {
        self.doc_html = Some(doc_html.into());
        self
    }

    /// Images in the text.
    #[must_use]
    pub fn doc_img(
        mut self,
        doc_img: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.doc_img = Some(list::<String, _>(doc_img));
        self
    }

    /// Whether there is no text.
    #[must_use]
    #[inline]
    pub fn is_empty(mut self, is_empty: bool) -> Self {
        self.is_empty = Some(is_empty);
        self
    }
}

/// A file posted as a comment.
///
/// Source: official Go SDK.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct FileComment {
    /// Id of the comment.
    pub id: Option<CommentId>,

    /// Work item that the comment is on.
    pub work_item_id: Option<WorkItemId>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// When the file was posted, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// User who posted the file.
    pub operator: Option<UserKey>,

    /// The file.
    pub comment_file: Option<CommentFile>,
}

/// The file of a file comment.
///
/// Source: official Go SDK.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CommentFile {
    /// Token of the file.
    pub file_token: Option<FileToken>,

    /// Name of the file.
    pub file_name: Option<String>,

    /// Size of the file in bytes.
    pub file_size: Option<i64>,

    /// Media type of the file.
    pub file_type: Option<String>,

    /// Address of the file.
    pub file_url: Option<String>,
}
