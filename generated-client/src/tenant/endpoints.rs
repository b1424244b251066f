// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `tenant`.

use paceline_runtime::codegen::{BodyKind, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/tenant/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "tenant.query",
    method: Method::Post,
    path: "/open_api/tenant/query",
    limits: EndpointLimits::new(79, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
