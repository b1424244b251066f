// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `file`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, HeaderUse, Method,
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
