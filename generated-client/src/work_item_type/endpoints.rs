// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `work_item_type`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `GET /open_api/:project_key/work_item/all-types`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "work_item_type.list",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/all-types",
    limits: EndpointLimits::new(127, limits::STANDARD),
    ..ENDPOINT
};

/// `GET /open_api/:project_key/work_item/type/:work_item_type_key`
pub(crate) static GET: Endpoint = Endpoint {
    id: "work_item_type.get",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/type/:work_item_type_key",
    limits: EndpointLimits::new(128, limits::STANDARD),
    ..ENDPOINT
};

/// `PUT /open_api/:project_key/work_item/type/:work_item_type_key`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "work_item_type.update",
    method: Method::Put,
    path: "/open_api/:project_key/work_item/type/:work_item_type_key",
    effect: Effect::Write,
    limits: EndpointLimits::new(129, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
