// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `user`.

use paceline_runtime::codegen::{
    BodyKind, Endpoint, EndpointLimits, HeaderUse, Method, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/user/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "user.query",
    method: Method::Post,
    path: "/open_api/user/query",
    limits: EndpointLimits::new(80, limits::STANDARD),
    body: BodyKind::Json,
    headers: &[("X-USER-KEY", HeaderUse::Optional)],
    rules: &[
        Rule::Items("user_keys", 0, 100),
        Rule::Items("out_ids", 0, 100),
        Rule::Items("emails", 0, 100),
        Rule::Together(&["user_keys", "out_ids", "emails", "usernames"], 100),
        Rule::Weak(&Rule::AtLeastOne(&["user_keys", "out_ids", "emails", "usernames"])),
    ],
    ..ENDPOINT
};

/// `POST /open_api/user/search`
pub(crate) static SEARCH: Endpoint = Endpoint {
    id: "user.search",
    method: Method::Post,
    path: "/open_api/user/search",
    limits: EndpointLimits::new(81, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/user/tp/query`
pub(crate) static QUERY_FOR_TENANT_PLUGIN: Endpoint = Endpoint {
    id: "user.query_for_tenant_plugin",
    method: Method::Post,
    path: "/open_api/user/tp/query",
    limits: EndpointLimits::new(82, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
