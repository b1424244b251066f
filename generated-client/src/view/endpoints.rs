// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `view`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, NextPage, Pagination,
    ParamLocation, ParamPath, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/:project_key/:work_item_type_key/fix_view`
pub(crate) static CREATE_FIXED_VIEW: Endpoint = Endpoint {
    id: "view.create_fixed_view",
    method: Method::Post,
    path: "/open_api/:project_key/:work_item_type_key/fix_view",
    effect: Effect::Write,
    limits: EndpointLimits::new(86, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("work_item_id_list", 0, 200),
        Rule::Weak(&Rule::OneOf("cooperation_mode", &["1", "2", "3"])),
    ],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/:work_item_type_key/fix_view/:view_id`
pub(crate) static UPDATE_FIXED_VIEW: Endpoint = Endpoint {
    id: "view.update_fixed_view",
    method: Method::Post,
    path: "/open_api/:project_key/:work_item_type_key/fix_view/:view_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(87, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("add_work_item_ids", 0, 200),
        Rule::Items("remove_work_item_ids", 0, 200),
        Rule::Weak(&Rule::ExactlyOne(&["add_work_item_ids", "remove_work_item_ids"])),
    ],
    ..ENDPOINT
};

/// `DELETE /open_api/:project_key/fix_view/:view_id`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "view.delete",
    method: Method::Delete,
    path: "/open_api/:project_key/fix_view/:view_id",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(88, limits::STANDARD),
    ..ENDPOINT
};

/// `GET /open_api/:project_key/fix_view/:view_id`
pub(crate) static WORK_ITEMS: Endpoint = Endpoint {
    id: "view.work_items",
    method: Method::Get,
    path: "/open_api/:project_key/fix_view/:view_id",
    limits: EndpointLimits::new(89, limits::STANDARD),
    rules: &[Rule::Range("page_size", f64::NEG_INFINITY, 200.0)],
    pagination: Some(Pagination {
        next: NextPage::Number(
            ParamPath {
                location: ParamLocation::Query,
                path: &["page_num"],
            },
            1,
        ),
        size: Some(ParamPath {
            location: ParamLocation::Query,
            path: &["page_size"],
        }),
        total: Some(&["pagination", "total"]),
        has_more: None,
        is_last: None,
        items: &["work_item_id_list"],
    }),
    ..ENDPOINT
};

/// `POST /open_api/:project_key/view/:view_id`
pub(crate) static PANORAMA_WORK_ITEMS: Endpoint = Endpoint {
    id: "view.panorama_work_items",
    method: Method::Post,
    path: "/open_api/:project_key/view/:view_id",
    limits: EndpointLimits::new(90, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Range("page_size", f64::NEG_INFINITY, 50.0)],
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

/// `POST /open_api/:project_key/view_conf/list`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "view.list",
    method: Method::Post,
    path: "/open_api/:project_key/view_conf/list",
    limits: EndpointLimits::new(91, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("view_ids", 0, 10),
        Rule::Weak(&Rule::Range("page_size", f64::NEG_INFINITY, 10.0)),
    ],
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

/// `POST /open_api/view/v1/create_condition_view`
pub(crate) static CREATE_CONDITION_VIEW: Endpoint = Endpoint {
    id: "view.create_condition_view",
    method: Method::Post,
    path: "/open_api/view/v1/create_condition_view",
    effect: Effect::Write,
    limits: EndpointLimits::new(92, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::OneOf("cooperation_mode", &["1", "2", "3"]))],
    ..ENDPOINT
};

/// `POST /open_api/view/v1/update_condition_view`
pub(crate) static UPDATE_CONDITION_VIEW: Endpoint = Endpoint {
    id: "view.update_condition_view",
    method: Method::Post,
    path: "/open_api/view/v1/update_condition_view",
    effect: Effect::Write,
    limits: EndpointLimits::new(93, limits::SEARCH),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::OneOf("cooperation_mode", &["1", "2", "3"]))],
    ..ENDPOINT
};

/// `POST /open_api/view_search/space_agg_fields/query_ui`
pub(crate) static AGGREGATED_FIELDS: Endpoint = Endpoint {
    id: "view.aggregated_fields",
    method: Method::Post,
    path: "/open_api/view_search/space_agg_fields/query_ui",
    limits: EndpointLimits::new(94, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
