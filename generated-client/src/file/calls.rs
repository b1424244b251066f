// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `file` that are being put together.

use paceline_runtime::{JsonText, Map};
use paceline_runtime::codegen::{Call, Upload, call_builder, upload_builder};
use super::{UploadId, UploadPlan, UploadedFile};

/// A call of [`Files::upload_form`](super::Files::upload_form), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UploadFormCall(pub(super) Call);

impl UploadFormCall {
    /// What the file will belong to. For example `"{\"work_item_type_key\": \"story\", \"work_item_id\":
    /// \"5000000001\"}"`.
    pub fn field_map(self, field_map: impl Into<JsonText<Map<String, String>>>) -> Self {
        Self(self.0.body("field_map", &field_map.into()))
    }
}

call_builder!(UploadFormCall writes, and returns UploadedFile);

/// A call of [`Files::download`](super::Files::download), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DownloadCall(pub(super) Call);

call_builder!(DownloadCall reads a file);

/// A call of [`Files::begin_upload`](super::Files::begin_upload), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct BeginUploadCall(pub(super) Call);

impl BeginUploadCall {
    /// What the file will belong to. For example `{"work_item_type_key": "story", "work_item_id":
    /// "5000000001"}`.
    pub fn field_map(self, field_map: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("field_map", &field_map.into()))
    }

    /// Media type of the file. For example `"image/png"`.
    pub fn media_type(self, media_type: impl Into<String>) -> Self {
        Self(self.0.body("mime_type", &media_type.into()))
    }

    /// The upload to resume.
    pub fn upload_id(self, upload_id: impl Into<UploadId>) -> Self {
        Self(self.0.body("resource_id", &upload_id.into()))
    }
}

call_builder!(BeginUploadCall writes, and returns UploadPlan);

/// A call of [`Files::upload_part`](super::Files::upload_part), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UploadPartCall(pub(super) Call);

call_builder!(UploadPartCall writes, and returns nothing);

/// A call of [`Files::finish_upload`](super::Files::finish_upload), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct FinishUploadCall(pub(super) Call);

call_builder!(FinishUploadCall writes, and returns UploadedFile);

/// A call of [`Files::abort_upload`](super::Files::abort_upload), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct AbortUploadCall(pub(super) Call);

call_builder!(AbortUploadCall writes, and returns nothing);

/// An upload of [`Files::upload`](super::Files::upload), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "an upload does nothing until it is sent"]
pub struct UploadCall(pub(super) Upload);

impl UploadCall {
    /// What the file will belong to. For example `{"work_item_type_key": "story", "work_item_id":
    /// "5000000001"}`.
    pub fn field_map(self, field_map: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("field_map", &field_map.into()))
    }
}

upload_builder!(UploadCall returns UploadedFile);
