// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `account`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/account/create`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "account.create",
    method: Method::Post,
    path: "/open_api/account/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(0, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/account/update`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "account.update",
    method: Method::Post,
    path: "/open_api/account/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(1, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/account/active`
pub(crate) static ACTIVATE: Endpoint = Endpoint {
    id: "account.activate",
    method: Method::Post,
    path: "/open_api/account/active",
    effect: Effect::Write,
    limits: EndpointLimits::new(2, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/account/stop`
pub(crate) static STOP: Endpoint = Endpoint {
    id: "account.stop",
    method: Method::Post,
    path: "/open_api/account/stop",
    effect: Effect::Write,
    limits: EndpointLimits::new(3, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
