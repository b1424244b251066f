// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `project`.

use paceline_runtime::codegen::{
    BodyKind, Check, Endpoint, EndpointLimits, Method, NextPage, Pagination, Place, Slot,
};
use crate::limits;
use crate::service::ENDPOINT;

/// `POST /open_api/projects`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "project.list",
    method: Method::Post,
    path: "/open_api/projects",
    limits: EndpointLimits::new(39, limits::STANDARD),
    body: BodyKind::Json,
    checks: &[
        Check::OneOf(
            "order",
            &["\"last_visited\"", "\"+last_visited\"", "\"-last_visited\""],
        ),
    ],
    ..ENDPOINT
};

/// `POST /open_api/projects/detail`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "project.query",
    method: Method::Post,
    path: "/open_api/projects/detail",
    limits: EndpointLimits::new(40, limits::STANDARD),
    body: BodyKind::Json,
    checks: &[
        Check::Items("project_keys", 0, 100),
        Check::AtLeastOne(&["project_keys", "simple_names"]),
    ],
    ..ENDPOINT
};

/// `GET /open_api/:project_key/business/all`
pub(crate) static BUSINESS_LINES: Endpoint = Endpoint {
    id: "project.business_lines",
    method: Method::Get,
    path: "/open_api/:project_key/business/all",
    limits: EndpointLimits::new(41, limits::STANDARD),
    ..ENDPOINT
};

/// `GET /open_api/:project_key/teams/all`
pub(crate) static TEAMS: Endpoint = Endpoint {
    id: "project.teams",
    method: Method::Get,
    path: "/open_api/:project_key/teams/all",
    limits: EndpointLimits::new(42, limits::STANDARD),
    checks: &[Check::Range("limit", f64::NEG_INFINITY, 300.0)],
    pagination: Some(Pagination {
        next: NextPage::Offset(Slot {
            place: Place::Query,
            way: &["offset"],
        }),
        size: Some(Slot {
            place: Place::Query,
            way: &["limit"],
        }),
        total: None,
        has_more: Some(&["has_more"]),
        items: &[],
    }),
    ..ENDPOINT
};
