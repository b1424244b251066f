// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `comment`.

use paceline_runtime::{TextId, Timestamp, Value};
use paceline_runtime::codegen::{list, string_enum, string_id, tagged_union};
use crate::common::{
    CommentId, FieldKey, FileToken, ProjectKey, UserKey, WorkItemId, WorkItemTypeKey,
};

/// A comment on a work item.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
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
#[derive(Clone, PartialEq)]
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
        Self { ..Default::default() }
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
#[derive(Clone, PartialEq)]
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
#[derive(Clone, PartialEq)]
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
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CommentTarget {
    /// A comment on a work item.
    Item(CommentOnItem),

    /// A comment on a field of a work item.
    Field(CommentOnField),

    /// A reply to another comment.
    Reply(CommentReply),

    /// An object whose `type` is not documented, exactly as it came.
    Unknown(Value),
}

tagged_union!(
    CommentTarget by "type", Item = "WORKITEM", Field = "WORKITEMFIELD", Reply =
    "CHILDCOMMENT"
);

impl From<CommentOnItem> for CommentTarget {
    fn from(object: CommentOnItem) -> Self {
        Self::Item(object)
    }
}

impl From<CommentOnField> for CommentTarget {
    fn from(object: CommentOnField) -> Self {
        Self::Field(object)
    }
}

impl From<CommentReply> for CommentTarget {
    fn from(object: CommentReply) -> Self {
        Self::Reply(object)
    }
}

/// A comment on a work item.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CommentOnItem {
    /// Type of the work item.
    pub work_item_type_key: WorkItemTypeKey,

    /// Id of the work item.
    pub work_item_id: TextId<WorkItemId>,
}

impl CommentOnItem {
    /// One with what it must have.
    #[must_use]
    pub fn new(
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<TextId<WorkItemId>>,
    ) -> Self {
        Self {
            work_item_type_key: work_item_type_key.into(),
            work_item_id: work_item_id.into(),
        }
    }
}

/// A comment on a field of a work item.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CommentOnField {
    /// Type of the work item.
    pub work_item_type_key: WorkItemTypeKey,

    /// Id of the work item.
    pub work_item_id: TextId<WorkItemId>,

    /// Key of the field.
    pub field_key: FieldKey,
}

impl CommentOnField {
    /// One with what it must have.
    #[must_use]
    pub fn new(
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<TextId<WorkItemId>>,
        field_key: impl Into<FieldKey>,
    ) -> Self {
        Self {
            work_item_type_key: work_item_type_key.into(),
            work_item_id: work_item_id.into(),
            field_key: field_key.into(),
        }
    }
}

/// A reply to another comment.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CommentReply {
    /// The comment that is replied to; it must not be a reply itself.
    pub parent_id: PostedCommentId,

    /// Type of the work item.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Id of the work item.
    pub work_item_id: Option<TextId<WorkItemId>>,
}

impl CommentReply {
    /// One with what it must have.
    #[must_use]
    pub fn new(parent_id: impl Into<PostedCommentId>) -> Self {
        Self {
            parent_id: parent_id.into(),
            ..Default::default()
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
}

impl From<&str> for CommentReply {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for CommentReply {
    #[inline]
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// What a comment is about, as the newer calls return it.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PostedCommentTarget {
    /// What it is about; which other members there are follows from it.
    pub kind: Option<CommentTargetKind>,

    /// Type of the work item.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Id of the work item.
    pub work_item_id: Option<TextId<WorkItemId>>,

    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// The comment that it replies to.
    pub parent_id: Option<PostedCommentId>,
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

/// What a comment says.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CommentContent {
    /// Plain text.
    Text(TextContent),

    /// Rich text, as Markdown or in the editor's own format. If both are given, the latter wins.
    RichText(RichTextContent),

    /// A file.
    File(FileContent),

    /// An object whose `type` is not documented, exactly as it came.
    Unknown(Value),
}

tagged_union!(
    CommentContent by "type", Text = "TEXT", RichText = "RICHTEXT", File = "FILE"
);

impl From<TextContent> for CommentContent {
    fn from(object: TextContent) -> Self {
        Self::Text(object)
    }
}

impl From<RichTextContent> for CommentContent {
    fn from(object: RichTextContent) -> Self {
        Self::RichText(object)
    }
}

impl From<FileContent> for CommentContent {
    fn from(object: FileContent) -> Self {
        Self::File(object)
    }
}

/// What a comment says from now on. A comment that is a file cannot be changed.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EditedCommentContent {
    /// Plain text.
    Text(TextContent),

    /// Rich text, as Markdown or in the editor's own format. If both are given, the latter wins.
    RichText(RichTextContent),

    /// An object whose `type` is not documented, exactly as it came.
    Unknown(Value),
}

tagged_union!(EditedCommentContent by "type", Text = "TEXT", RichText = "RICHTEXT");

impl From<TextContent> for EditedCommentContent {
    fn from(object: TextContent) -> Self {
        Self::Text(object)
    }
}

impl From<RichTextContent> for EditedCommentContent {
    fn from(object: RichTextContent) -> Self {
        Self::RichText(object)
    }
}

/// Plain text.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TextContent {
    /// The text.
    pub text: String,
}

impl TextContent {
    /// One with what it must have.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

impl From<&str> for TextContent {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for TextContent {
    #[inline]
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// Rich text, as Markdown or in the editor's own format. If both are given, the latter wins.
///
/// Not enforced, since one weak source alone says so: set at least one of `markdown` and `rich_text`.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RichTextContent {
    /// Rich text, as Markdown.
    pub markdown: Option<String>,

    /// Rich text, in the editor's own format.
    pub rich_text: Option<Value>,
}

impl RichTextContent {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
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

/// A file.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FileContent {
    /// Token of an uploaded file.
    pub file_token: FileToken,
}

impl FileContent {
    /// One with what it must have.
    #[must_use]
    pub fn new(file_token: impl Into<FileToken>) -> Self {
        Self {
            file_token: file_token.into(),
        }
    }
}

impl From<&str> for FileContent {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for FileContent {
    #[inline]
    fn from(value: String) -> Self {
        Self::new(value)
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

/// A page of comments.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
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
        Self { ..Default::default() }
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
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PostedCommentRef {
    /// Its id.
    pub comment_id: PostedCommentId,
}

/// A page of comments.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
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
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PostedComment {
    /// Id of the comment.
    pub comment_id: Option<PostedCommentId>,

    /// The space.
    pub project_key: Option<ProjectKey>,

    /// What the comment is about.
    pub object: Option<PostedCommentTarget>,

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
#[derive(Clone, PartialEq)]
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
#[derive(Clone, PartialEq)]
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
#[derive(Clone, PartialEq)]
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
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MentionedUser {
    /// Id of the mention inside the text.
    pub id: Option<String>,

    /// The user.
    pub user_key: Option<UserKey>,
}
