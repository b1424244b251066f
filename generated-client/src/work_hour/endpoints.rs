// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `work_hour`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, NextPage, Pagination,
    ParamLocation, ParamPath,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/work_item/man_hour/records`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "work_hour.list",
    method: Method::Post,
    path: "/open_api/work_item/man_hour/records",
    limits: EndpointLimits::new(104, limits::STANDARD),
    body: BodyKind::Json,
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
        total: Some(&["pagination", "total"]),
        has_more: None,
        is_last: None,
        items: &[],
    }),
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "work_hour.create",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record",
    effect: Effect::Write,
    limits: EndpointLimits::new(105, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "work_hour.update",
    method: Method::Put,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record",
    effect: Effect::Write,
    limits: EndpointLimits::new(106, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "work_hour.delete",
    method: Method::Delete,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(107, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
