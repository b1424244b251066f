// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `project_relation`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/:project_key/relation/rules`
pub(crate) static RULES: Endpoint = Endpoint {
    id: "project_relation.rules",
    method: Method::Post,
    path: "/open_api/:project_key/relation/rules",
    limits: EndpointLimits::new(53, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/relation/:work_item_type_key/:work_item_id/work_item_list`
pub(crate) static WORK_ITEMS: Endpoint = Endpoint {
    id: "project_relation.work_items",
    method: Method::Post,
    path: "/open_api/:project_key/relation/:work_item_type_key/:work_item_id/work_item_list",
    limits: EndpointLimits::new(54, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/relation/:work_item_type_key/:work_item_id/batch_bind`
pub(crate) static BIND: Endpoint = Endpoint {
    id: "project_relation.bind",
    method: Method::Post,
    path: "/open_api/:project_key/relation/:work_item_type_key/:work_item_id/batch_bind",
    effect: Effect::Write,
    limits: EndpointLimits::new(55, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `DELETE /open_api/:project_key/relation/:work_item_type_key/:work_item_id`
pub(crate) static UNBIND: Endpoint = Endpoint {
    id: "project_relation.unbind",
    method: Method::Delete,
    path: "/open_api/:project_key/relation/:work_item_type_key/:work_item_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(56, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
