// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `chart`.

use paceline_runtime::codegen::{
    BodyKind, Endpoint, EndpointLimits, Method, NextPage, Pagination, ParamLocation,
    ParamPath, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `GET /open_api/:project_key/measure/:chart_id`
pub(crate) static GET: Endpoint = Endpoint {
    id: "chart.get",
    method: Method::Get,
    path: "/open_api/:project_key/measure/:chart_id",
    limits: EndpointLimits::new(17, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/measure/charts`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "chart.list",
    method: Method::Post,
    path: "/open_api/measure/charts",
    limits: EndpointLimits::new(18, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Range("page_size", f64::NEG_INFINITY, 200.0)],
    pagination: Some(Pagination {
        next: NextPage::Number(
            ParamPath {
                location: ParamLocation::Body,
                path: &["page_num"],
            },
            1,
        ),
        size: Some(ParamPath {
            location: ParamLocation::Body,
            path: &["page_size"],
        }),
        total: Some(&["data", "chart_page", "total"]),
        has_more: None,
        is_last: None,
        items: &["chart_list"],
    }),
    ..ENDPOINT
};
