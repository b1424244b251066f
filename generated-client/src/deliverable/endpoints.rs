// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `deliverable`.

use paceline_runtime::codegen::{BodyKind, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/work_item/deliverable/batch_query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "deliverable.query",
    method: Method::Post,
    path: "/open_api/work_item/deliverable/batch_query",
    limits: EndpointLimits::new(30, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
