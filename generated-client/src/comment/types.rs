// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `comment`.

use paceline_runtime::{TextId, Timestamp, Value};
use paceline_runtime::codegen::{list, string_enum, string_id};
use crate::common::{
    CommentId, FieldKey, FileToken, ProjectKey, UserKey, WorkItemId, WorkItemTypeKey,
};

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

/// Id of a comment of the newer calls, which is a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostedCommentId(String);

string_id!(PostedCommentId);

/// What a comment is about.
///
/// Not enforced, since one weak source alone says so: set `work_item_type_key` and `work_item_id` if
/// `kind` is `"WORKITEM"` or `"WORKITEMFIELD"`. Set `field_key` if `kind` is `"WORKITEMFIELD"`. Set
/// `parent_id` if `kind` is `"CHILDCOMMENT"`.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CommentTarget {
    /// What it is about; the other members follow from it.
    pub kind: CommentTargetKind,

    /// Type of the work item.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Id of the work item.
    pub work_item_id: Option<TextId<WorkItemId>>,

    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// The comment that is replied to; it must not be a reply itself.
    pub parent_id: Option<PostedCommentId>,
}

impl CommentTarget {
    /// One with what it must have.
    #[must_use]
    pub fn new(kind: impl Into<CommentTargetKind>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::default()
        }
    }

    /// Type of the work item.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Id of the work item.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<TextId<WorkItemId>>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }

    /// Key of the field.
    #[must_use]
    pub fn field_key(mut self, field_key: impl Into<FieldKey>) -> Self {
        self.field_key = Some(field_key.into());
        self
    }

    /// The comment that is replied to; it must not be a reply itself.
    #[must_use]
    pub fn parent_id(mut self, parent_id: impl Into<PostedCommentId>) -> Self {
        self.parent_id = Some(parent_id.into());
        self
    }
}

/// What a comment is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommentTargetKind {
    /// A work item.
    WorkItem,

    /// A field of a work item.
    Field,

    /// Another comment.
    Reply,

    /// A value that is not documented.
    Unknown(String),
}

impl CommentTargetKind {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WorkItem => "WORKITEM",
            Self::Field => "WORKITEMFIELD",
            Self::Reply => "CHILDCOMMENT",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for CommentTargetKind {
    fn from(value: &str) -> Self {
        match value {
            "WORKITEM" => Self::WorkItem,
            "WORKITEMFIELD" => Self::Field,
            "CHILDCOMMENT" => Self::Reply,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(CommentTargetKind);

/// What a comment says. If both a rich text and Markdown are given, the rich text wins.
///
/// Not enforced, since one weak source alone says so: set `text` if `kind` is `"TEXT"`. Set
/// `file_token` if `kind` is `"FILE"`.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CommentContent {
    /// The form of the content; the other members follow from it.
    pub kind: CommentContentKind,

    /// Plain text.
    pub text: Option<String>,

    /// Rich text, as Markdown.
    pub markdown: Option<String>,

    /// Rich text, in the editor's own format.
    pub rich_text: Option<Value>,

    /// Token of an uploaded file.
    pub file_token: Option<FileToken>,
}

impl CommentContent {
    /// One with what it must have.
    #[must_use]
    pub fn new(kind: impl Into<CommentContentKind>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::default()
        }
    }

    /// Plain text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Rich text, as Markdown.
    #[must_use]
    pub fn markdown(mut self, markdown: impl Into<String>) -> Self {
        self.markdown = Some(markdown.into());
        self
    }

    /// Rich text, in the editor's own format.
    #[must_use]
    pub fn rich_text(mut self, rich_text: impl Into<Value>) -> Self {
        self.rich_text = Some(rich_text.into());
        self
    }

    /// Token of an uploaded file.
    #[must_use]
    pub fn file_token(mut self, file_token: impl Into<FileToken>) -> Self {
        self.file_token = Some(file_token.into());
        self
    }
}

/// The form of a comment's content.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommentContentKind {
    /// Plain text.
    Text,

    /// Rich text, as Markdown or in the editor's own format.
    RichText,

    /// A file.
    File,

    /// A value that is not documented.
    Unknown(String),
}

impl CommentContentKind {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text => "TEXT",
            Self::RichText => "RICHTEXT",
            Self::File => "FILE",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for CommentContentKind {
    fn from(value: &str) -> Self {
        match value {
            "TEXT" => Self::Text,
            "RICHTEXT" => Self::RichText,
            "FILE" => Self::File,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(CommentContentKind);

/// What a comment says from now on. If both a rich text and Markdown are given, the rich text wins.
///
/// Not enforced, since one weak source alone says so: set `text` if `kind` is `"TEXT"`.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct EditedCommentContent {
    /// The form of the content: plain or rich text.
    pub kind: CommentContentKind,

    /// Plain text.
    pub text: Option<String>,

    /// Rich text, as Markdown.
    pub markdown: Option<String>,

    /// Rich text, in the editor's own format.
    pub rich_text: Option<Value>,
}

impl EditedCommentContent {
    /// One with what it must have.
    #[must_use]
    pub fn new(kind: impl Into<CommentContentKind>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::default()
        }
    }

    /// Plain text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Rich text, as Markdown.
    #[must_use]
    pub fn markdown(mut self, markdown: impl Into<String>) -> Self {
        self.markdown = Some(markdown.into());
        self
    }

    /// Rich text, in the editor's own format.
    #[must_use]
    pub fn rich_text(mut self, rich_text: impl Into<Value>) -> Self {
        self.rich_text = Some(rich_text.into());
        self
    }
}

/// A page of comments.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CommentPaginator {
    /// The order of the comments.
    pub direction: Option<CommentDirection>,

    /// Where the page starts; left out or empty for the first one.
    pub cursor: Option<String>,

    /// Number of comments a page. Not enforced, since one weak source alone says so: at most 50.
    pub page_size: Option<i64>,
}

impl CommentPaginator {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }

    /// The order of the comments.
    #[must_use]
    pub fn direction(mut self, direction: impl Into<CommentDirection>) -> Self {
        self.direction = Some(direction.into());
        self
    }

    /// Where the page starts; left out or empty for the first one.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// Number of comments a page. Not enforced, since one weak source alone says so: at most 50.
    #[must_use]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }
}

/// The order of comments.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommentDirection {
    /// The oldest one first.
    OldestFirst,

    /// The newest one first.
    NewestFirst,

    /// A value that is not documented.
    Unknown(String),
}

impl CommentDirection {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::OldestFirst => "ASC",
            Self::NewestFirst => "DESC",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for CommentDirection {
    fn from(value: &str) -> Self {
        match value {
            "ASC" => Self::OldestFirst,
            "DESC" => Self::NewestFirst,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(CommentDirection);

/// A comment that was written.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PostedCommentRef {
    /// Its id.
    pub comment_id: PostedCommentId,
}

/// A page of comments.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PostedComments {
    /// The comments.
    pub comments: Vec<PostedComment>,

    /// Where the next page starts; empty after the last one.
    pub next_cursor: Option<String>,
}

/// A comment as the newer calls return it.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PostedComment {
    /// Id of the comment.
    pub comment_id: Option<PostedCommentId>,

    /// The space.
    pub project_key: Option<ProjectKey>,

    /// What the comment is about.
    pub object: Option<CommentTarget>,

    /// Number of the comment in its order; its meaning is not documented.
    pub sequence_id: Option<String>,

    /// State of the comment; the values are not documented.
    pub status: Option<String>,

    /// What it says.
    pub content: Option<PostedCommentContent>,

    /// User who wrote it.
    pub creator: Option<UserKey>,

    /// Whether it has replies beside those that came along.
    pub has_more_children: Option<bool>,
}

/// What a comment says, as the newer calls return it.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PostedCommentContent {
    /// The form of the content.
    pub kind: Option<CommentContentKind>,

    /// The text, in several forms.
    pub rich_text: Option<CommentRichText>,

    /// Token of the file, if it is one.
    pub file_token: Option<FileToken>,

    /// When it was written, in epoch milliseconds.
    pub create_time: Option<Timestamp>,

    /// When it was changed last, in epoch milliseconds.
    pub update_time: Option<Timestamp>,
}

/// A text in several forms.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CommentRichText {
    /// The text in the editor's own format.
    pub doc: Option<String>,

    /// The text without format.
    pub doc_text: Option<String>,

    /// The text as HTML.
    pub doc_html: Option<String>,

    /// Images in the text.
    pub doc_img: Vec<String>,

    /// Whether there is no text.
    pub is_empty: Option<bool>,

    /// The text as Markdown, if that was asked for.
    pub markdown_content: Option<CommentMarkdown>,
}

/// A text as Markdown.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CommentMarkdown {
    /// The text.
    pub markdown: Option<String>,

    /// Users that the text mentions.
    pub mention_user_keys: Vec<MentionedUser>,
}

/// A user that a text mentions.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct MentionedUser {
    /// Id of the mention inside the text.
    pub id: Option<String>,

    /// The user.
    pub user_key: Option<UserKey>,
}
