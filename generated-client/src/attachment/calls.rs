// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `attachment` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use crate::common::FieldKey;

/// A call of [`Attachments::upload`](super::Attachments::upload), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UploadCall(pub(super) Call);

call_builder!(UploadCall writes, and returns Vec < String >);

/// A call of [`Attachments::add`](super::Attachments::add), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct AddCall(pub(super) Call);

impl AddCall {
    /// Key of the attachment field. Give key or alias.
    pub fn field_key(self, field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("field_key", &field_key.into()))
    }

    /// Alias of the attachment field. Give key or alias.
    pub fn field_alias(self, field_alias: impl Into<String>) -> Self {
        Self(self.0.body("field_alias", &field_alias.into()))
    }

    /// Index of the file; its exact meaning is not documented.
    #[inline]
    pub fn index(self, index: i64) -> Self {
        Self(self.0.body("index", &index))
    }
}

call_builder!(AddCall writes, and returns nothing);

/// A call of [`Attachments::download`](super::Attachments::download), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DownloadCall(pub(super) Call);

call_builder!(DownloadCall reads a file);

/// A call of [`Attachments::delete`](super::Attachments::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

impl DeleteCall {
    /// Key of the attachment field. Give either key or alias.
    pub fn field_key(self, field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("field_key", &field_key.into()))
    }

    /// Alias of the attachment field. Give either key or alias.
    pub fn field_alias(self, field_alias: impl Into<String>) -> Self {
        Self(self.0.body("field_alias", &field_alias.into()))
    }
}

call_builder!(DeleteCall writes, and returns nothing);
