// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `attachment`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/:project_key/file/upload`
pub(crate) static UPLOAD: Endpoint = Endpoint {
    id: "attachment.upload",
    method: Method::Post,
    path: "/open_api/:project_key/file/upload",
    effect: Effect::Write,
    limits: EndpointLimits::new(9, limits::STANDARD),
    body: BodyKind::Multipart,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file/upload`
pub(crate) static ADD: Endpoint = Endpoint {
    id: "attachment.add",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file/upload",
    effect: Effect::Write,
    limits: EndpointLimits::new(10, limits::STANDARD),
    body: BodyKind::Multipart,
    rules: &[Rule::AtLeastOne(&["field_key", "field_alias"])],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file/download`
pub(crate) static DOWNLOAD: Endpoint = Endpoint {
    id: "attachment.download",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file/download",
    limits: EndpointLimits::new(11, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/file/delete`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "attachment.delete",
    method: Method::Post,
    path: "/open_api/file/delete",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(12, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::AtLeastOne(&["field_key", "field_alias"]),
        Rule::Weak(&Rule::AtMostOne(&["field_key", "field_alias"])),
    ],
    ..ENDPOINT
};
