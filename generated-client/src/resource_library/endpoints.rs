// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `resource_library`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, NextPage, Pagination,
    ParamLocation, ParamPath, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/work_item/element_template/create`
pub(crate) static CREATE_ELEMENT: Endpoint = Endpoint {
    id: "resource_library.create_element",
    method: Method::Post,
    path: "/open_api/work_item/element_template/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(63, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/element_template/query`
pub(crate) static QUERY_ELEMENTS: Endpoint = Endpoint {
    id: "resource_library.query_elements",
    method: Method::Post,
    path: "/open_api/work_item/element_template/query",
    limits: EndpointLimits::new(64, limits::STANDARD),
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
        total: Some(&["data", "total"]),
        has_more: None,
        is_last: None,
        items: &["node_elements"],
    }),
    ..ENDPOINT
};

/// `POST /open_api/work_item/resource/create_work_item`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "resource_library.create",
    method: Method::Post,
    path: "/open_api/work_item/resource/create_work_item",
    effect: Effect::Write,
    limits: EndpointLimits::new(65, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/resource/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "resource_library.query",
    method: Method::Post,
    path: "/open_api/work_item/resource/query",
    limits: EndpointLimits::new(66, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Items("work_item_ids", 0, 50)],
    ..ENDPOINT
};

/// `POST /open_api/work_item/resource/search/params`
pub(crate) static SEARCH: Endpoint = Endpoint {
    id: "resource_library.search",
    method: Method::Post,
    path: "/open_api/work_item/resource/search/params",
    limits: EndpointLimits::new(67, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::Items("field_selected", 0, 20))],
    pagination: Some(Pagination {
        next: NextPage::Cursor(
            &[
                (
                    ParamPath {
                        location: ParamLocation::Body,
                        path: &["pagination", "search_after"],
                    },
                    &["pagination", "search_after"],
                ),
                (
                    ParamPath {
                        location: ParamLocation::Body,
                        path: &["pagination", "pit"],
                    },
                    &["pagination", "pit"],
                ),
            ],
        ),
        size: Some(ParamPath {
            location: ParamLocation::Body,
            path: &["pagination", "page_size"],
        }),
        total: Some(&["pagination", "total"]),
        has_more: None,
        is_last: None,
        items: &[],
    }),
    ..ENDPOINT
};

/// `POST /open_api/work_item/resource/update`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "resource_library.update",
    method: Method::Post,
    path: "/open_api/work_item/resource/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(68, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/resource/:project_key/:work_item_id/create_instance`
pub(crate) static CREATE_INSTANCE: Endpoint = Endpoint {
    id: "resource_library.create_instance",
    method: Method::Post,
    path: "/open_api/work_item/resource/:project_key/:work_item_id/create_instance",
    effect: Effect::Write,
    limits: EndpointLimits::new(69, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
