// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `review`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/work_item/finished/batch_query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "review.query",
    method: Method::Post,
    path: "/open_api/work_item/finished/batch_query",
    limits: EndpointLimits::new(70, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::Items("node_ids", 0, 10))],
    ..ENDPOINT
};

/// `POST /open_api/work_item/finished/query_conclusion_option`
pub(crate) static CONCLUSION_OPTIONS: Endpoint = Endpoint {
    id: "review.conclusion_options",
    method: Method::Post,
    path: "/open_api/work_item/finished/query_conclusion_option",
    limits: EndpointLimits::new(71, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::Items("node_ids", 0, 10))],
    ..ENDPOINT
};

/// `POST /open_api/work_item/finished/update`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "review.update",
    method: Method::Post,
    path: "/open_api/work_item/finished/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(72, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::RequiredWhen("reset", &["false"], &["operation_type"]))],
    ..ENDPOINT
};
