// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `file`.

use paceline_runtime::codegen::{string_enum, string_id};
use crate::common::FileToken;

/// Id of an upload in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UploadId(String);

string_id!(UploadId);

/// What a file is for.
///
/// Source: community n8n node, other public clients.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileUse {
    /// A file of a comment.
    CommentAttachment,

    /// An image in the rich text of a comment.
    CommentImage,

    /// A value that is not documented.
    Unknown(String),
}

impl FileUse {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CommentAttachment => "CommentAttachment",
            Self::CommentImage => "CommentMultiTextImg",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for FileUse {
    fn from(value: &str) -> Self {
        match value {
            "CommentAttachment" => Self::CommentAttachment,
            "CommentMultiTextImg" => Self::CommentImage,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(FileUse);

/// A file that was uploaded.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadedFile {
    /// Its token.
    pub file_token: Option<FileToken>,
}

/// How a file is to be uploaded.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadPlan {
    /// Whether parts are to be sent. If not, `finish_upload` follows at once.
    pub in_parts: Option<bool>,

    /// The parts.
    pub parts: Option<UploadParts>,

    /// Id of the upload; keep it to resume.
    pub upload_id: Option<UploadId>,
}

/// The parts of an upload.
///
/// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadParts {
    /// Whether the upload was begun by this call.
    pub is_new: Option<bool>,

    /// Number of parts.
    pub part_count: Option<i64>,

    /// Size of a part in bytes; the last one may be larger.
    pub part_size: Option<i64>,

    /// Numbers of the parts that are still to be sent.
    pub need: Vec<i64>,
}
