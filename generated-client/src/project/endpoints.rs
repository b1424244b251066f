// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `project`.

use paceline_runtime::codegen::{
    BodyKind, Endpoint, EndpointLimits, Method, NextPage, Pagination, ParamLocation,
    ParamPath, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/projects`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "project.list",
    method: Method::Post,
    path: "/open_api/projects",
    limits: EndpointLimits::new(49, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Weak(
            &Rule::OneOf(
                "order",
                &["\"last_visited\"", "\"+last_visited\"", "\"-last_visited\""],
            ),
        ),
    ],
    ..ENDPOINT
};

/// `POST /open_api/projects/detail`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "project.query",
    method: Method::Post,
    path: "/open_api/projects/detail",
    limits: EndpointLimits::new(50, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("project_keys", 0, 100),
        Rule::Weak(&Rule::AtLeastOne(&["project_keys", "simple_names"])),
    ],
    ..ENDPOINT
};

/// `GET /open_api/:project_key/business/all`
pub(crate) static BUSINESS_LINES: Endpoint = Endpoint {
    id: "project.business_lines",
    method: Method::Get,
    path: "/open_api/:project_key/business/all",
    limits: EndpointLimits::new(51, limits::STANDARD),
    ..ENDPOINT
};

/// `GET /open_api/:project_key/teams/all`
pub(crate) static TEAMS: Endpoint = Endpoint {
    id: "project.teams",
    method: Method::Get,
    path: "/open_api/:project_key/teams/all",
    limits: EndpointLimits::new(52, limits::STANDARD),
    rules: &[Rule::Weak(&Rule::Range("limit", f64::NEG_INFINITY, 300.0))],
    pagination: Some(Pagination {
        next: NextPage::Offset(ParamPath {
            location: ParamLocation::Query,
            path: &["offset"],
        }),
        size: Some(ParamPath {
            location: ParamLocation::Query,
            path: &["limit"],
        }),
        total: None,
        has_more: Some(&["has_more"]),
        is_last: None,
        items: &[],
    }),
    ..ENDPOINT
};
