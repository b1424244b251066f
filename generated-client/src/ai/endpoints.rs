// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `ai`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/ai_node/query`
pub(crate) static QUERY_NODE: Endpoint = Endpoint {
    id: "ai.query_node",
    method: Method::Post,
    path: "/open_api/ai_node/query",
    limits: EndpointLimits::new(4, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/ai_node/edit`
pub(crate) static EDIT_NODE: Endpoint = Endpoint {
    id: "ai.edit_node",
    method: Method::Post,
    path: "/open_api/ai_node/edit",
    effect: Effect::Write,
    limits: EndpointLimits::new(5, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/ai_node/confirm`
pub(crate) static CONFIRM_NODE: Endpoint = Endpoint {
    id: "ai.confirm_node",
    method: Method::Post,
    path: "/open_api/ai_node/confirm",
    effect: Effect::Write,
    limits: EndpointLimits::new(6, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `PUT /open_api/ai_application_field/update`
pub(crate) static UPDATE_FIELD: Endpoint = Endpoint {
    id: "ai.update_field",
    method: Method::Put,
    path: "/open_api/ai_application_field/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(7, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `DELETE /open_api/ai_application_field/file/delete`
pub(crate) static DELETE_FIELD_FILES: Endpoint = Endpoint {
    id: "ai.delete_field_files",
    method: Method::Delete,
    path: "/open_api/ai_application_field/file/delete",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(8, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
