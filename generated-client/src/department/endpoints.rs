// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `department`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/department/create`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "department.create",
    method: Method::Post,
    path: "/open_api/department/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(31, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/department/update`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "department.update",
    method: Method::Post,
    path: "/open_api/department/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(32, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/department/delete`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "department.delete",
    method: Method::Post,
    path: "/open_api/department/delete",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(33, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/department/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "department.query",
    method: Method::Post,
    path: "/open_api/department/query",
    limits: EndpointLimits::new(34, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
