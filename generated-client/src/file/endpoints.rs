// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `file`.

use paceline_runtime::codegen::{
    BeginStep, BodyKind, Effect, Endpoint, EndpointLimits, FormStep, HeaderUse, Method,
    PartStep, PlanPaths, UploadFlow, UploadStep,
};
use crate::limits;
use crate::defaults::{ENDPOINT, FILE_ENVELOPE, STANDARD_ENVELOPE};

/// `POST /open_api/:project_key/file/stream/resource/:resource_type/upload_form`
pub(crate) static UPLOAD_FORM: Endpoint = Endpoint {
    id: "file.upload_form",
    method: Method::Post,
    path: "/open_api/:project_key/file/stream/resource/:resource_type/upload_form",
    effect: Effect::Write,
    limits: EndpointLimits::new(39, limits::STANDARD),
    envelope: &FILE_ENVELOPE,
    other_envelopes: &[&STANDARD_ENVELOPE],
    body: BodyKind::Multipart,
    ..ENDPOINT
};

/// `GET /open_api/:project_key/file/stream/download/:file_token`
pub(crate) static DOWNLOAD: Endpoint = Endpoint {
    id: "file.download",
    method: Method::Get,
    path: "/open_api/:project_key/file/stream/download/:file_token",
    limits: EndpointLimits::new(40, limits::STANDARD),
    envelope: &FILE_ENVELOPE,
    other_envelopes: &[&STANDARD_ENVELOPE],
    headers: &[("Content-Type", HeaderUse::Never)],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/file/resource/:resource_type/upload/preprocess`
pub(crate) static BEGIN_UPLOAD: Endpoint = Endpoint {
    id: "file.begin_upload",
    method: Method::Post,
    path: "/open_api/:project_key/file/resource/:resource_type/upload/preprocess",
    effect: Effect::Write,
    limits: EndpointLimits::new(41, limits::STANDARD),
    envelope: &FILE_ENVELOPE,
    other_envelopes: &[&STANDARD_ENVELOPE],
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/file/stream/upload/multipart/:resource_id/:part_number`
pub(crate) static UPLOAD_PART: Endpoint = Endpoint {
    id: "file.upload_part",
    method: Method::Post,
    path: "/open_api/:project_key/file/stream/upload/multipart/:resource_id/:part_number",
    effect: Effect::Write,
    limits: EndpointLimits::new(42, limits::STANDARD),
    envelope: &FILE_ENVELOPE,
    other_envelopes: &[&STANDARD_ENVELOPE],
    body: BodyKind::Bytes,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/file/upload/multipart/finish/:resource_id`
pub(crate) static FINISH_UPLOAD: Endpoint = Endpoint {
    id: "file.finish_upload",
    method: Method::Post,
    path: "/open_api/:project_key/file/upload/multipart/finish/:resource_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(43, limits::STANDARD),
    envelope: &FILE_ENVELOPE,
    other_envelopes: &[&STANDARD_ENVELOPE],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/file/upload/multipart/abort/:resource_id`
pub(crate) static ABORT_UPLOAD: Endpoint = Endpoint {
    id: "file.abort_upload",
    method: Method::Post,
    path: "/open_api/:project_key/file/upload/multipart/abort/:resource_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(44, limits::STANDARD),
    envelope: &FILE_ENVELOPE,
    other_envelopes: &[&STANDARD_ENVELOPE],
    ..ENDPOINT
};

/// The steps of [`upload`](super::Files::upload).
pub(crate) static UPLOAD: UploadFlow = UploadFlow {
    form: Some(FormStep {
        endpoint: &UPLOAD_FORM,
        file: "file",
        up_to: 20000000,
    }),
    begin: BeginStep {
        endpoint: &BEGIN_UPLOAD,
        size: "size",
        file_name: "file_name",
        media_type: Some("mime_type"),
        upload_id: Some("resource_id"),
    },
    plan: PlanPaths {
        upload_id: &["resource_id"],
        in_parts: Some(&["is_multipart"]),
        part_size: &["multipart", "part_size"],
        usual_part_size: Some(20971520),
        part_count: Some(&["multipart", "part_count"]),
        missing: Some(&["multipart", "need"]),
    },
    part: PartStep {
        endpoint: &UPLOAD_PART,
        upload_id: "resource_id",
        number: "part_number",
        md5: Some("md5"),
    },
    finish: UploadStep {
        endpoint: &FINISH_UPLOAD,
        upload_id: "resource_id",
    },
    abort: Some(UploadStep {
        endpoint: &ABORT_UPLOAD,
        upload_id: "resource_id",
    }),
};
