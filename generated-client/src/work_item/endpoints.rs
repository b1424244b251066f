// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `work_item`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, NextPage, Pagination,
    ParamLocation, ParamPath, Rule,
};
use crate::limits;
use crate::defaults::{ENDPOINT, FULL_SEARCH_ENVELOPE, WHOLE_ENVELOPE};

/// `POST /open_api/:project_key/work_item/create`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "work_item.create",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(108, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "work_item.query",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/query",
    limits: EndpointLimits::new(109, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Items("work_item_ids", 0, 50)],
    ..ENDPOINT
};

/// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "work_item.update",
    method: Method::Put,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(110, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Required("update_fields"), Rule::Items("update_fields", 1, u32::MAX)],
    ..ENDPOINT
};

/// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "work_item.delete",
    method: Method::Delete,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(111, limits::STANDARD),
    ..ENDPOINT
};

/// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/abort`
pub(crate) static ABORT: Endpoint = Endpoint {
    id: "work_item.abort",
    method: Method::Put,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/abort",
    effect: Effect::Write,
    limits: EndpointLimits::new(112, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::RequiredWhen("reason_option", &["\"other\""], &["reason"])],
    ..ENDPOINT
};

/// `PUT /open_api/work_item/freeze`
pub(crate) static FREEZE: Endpoint = Endpoint {
    id: "work_item.freeze",
    method: Method::Put,
    path: "/open_api/work_item/freeze",
    effect: Effect::Write,
    limits: EndpointLimits::new(113, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `GET /open_api/:project_key/work_item/:work_item_type_key/meta`
pub(crate) static META: Endpoint = Endpoint {
    id: "work_item.meta",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/:work_item_type_key/meta",
    limits: EndpointLimits::new(114, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/work_item/batch_update`
pub(crate) static BATCH_UPDATE: Endpoint = Endpoint {
    id: "work_item.batch_update",
    method: Method::Post,
    path: "/open_api/work_item/batch_update",
    effect: Effect::Write,
    limits: EndpointLimits::new(115, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("work_item_ids", 0, 50),
        Rule::Weak(
            &Rule::RequiredWhen("update_mode", &["\"REPLACE\""], &["before_field_value"]),
        ),
    ],
    ..ENDPOINT
};

/// `GET /open_api/task_result`
pub(crate) static TASK_RESULT: Endpoint = Endpoint {
    id: "work_item.task_result",
    method: Method::Get,
    path: "/open_api/task_result",
    limits: EndpointLimits::new(116, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/op_record/work_item/list`
pub(crate) static OP_RECORDS: Endpoint = Endpoint {
    id: "work_item.op_records",
    method: Method::Post,
    path: "/open_api/op_record/work_item/list",
    limits: EndpointLimits::new(117, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("work_item_ids", 0, 50),
        Rule::Range("page_size", f64::NEG_INFINITY, 200.0),
        Rule::Weak(&Rule::AllOrNone(&["start", "end"])),
    ],
    pagination: Some(Pagination {
        next: NextPage::Cursor(
            &[
                (
                    ParamPath {
                        location: ParamLocation::Body,
                        path: &["start_from"],
                    },
                    &["data", "start_from"],
                ),
            ],
        ),
        size: Some(ParamPath {
            location: ParamLocation::Body,
            path: &["page_size"],
        }),
        total: Some(&["data", "total"]),
        has_more: Some(&["data", "has_more"]),
        is_last: None,
        items: &["op_records"],
    }),
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/update/multi_signal`
pub(crate) static UPDATE_MULTI_SIGNAL: Endpoint = Endpoint {
    id: "work_item.update_multi_signal",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/update/multi_signal",
    effect: Effect::Write,
    limits: EndpointLimits::new(118, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/field_value/update_compound_field`
pub(crate) static UPDATE_COMPOUND_FIELD: Endpoint = Endpoint {
    id: "work_item.update_compound_field",
    method: Method::Post,
    path: "/open_api/work_item/field_value/update_compound_field",
    effect: Effect::Write,
    limits: EndpointLimits::new(119, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::AtLeastOne(&["field_key", "field_alias"]),
        Rule::Weak(&Rule::AtMostOne(&["field_key", "field_alias"])),
        Rule::Weak(
            &Rule::RequiredWhen("action", &["\"update\"", "\"delete\""], &["group_uuid"]),
        ),
        Rule::Weak(&Rule::ForbiddenWhen("action", &["\"add\""], &["group_uuid"])),
    ],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/filter`
pub(crate) static FILTER: Endpoint = Endpoint {
    id: "work_item.filter",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/filter",
    limits: EndpointLimits::new(120, limits::SEARCH),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("user_keys", 0, 10),
        Rule::Range("page_size", f64::NEG_INFINITY, 200.0),
        Rule::AtLeastOne(&["work_item_type_keys", "search_id"]),
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

/// `POST /open_api/work_items/filter_across_project`
pub(crate) static FILTER_ACROSS_PROJECTS: Endpoint = Endpoint {
    id: "work_item.filter_across_projects",
    method: Method::Post,
    path: "/open_api/work_items/filter_across_project",
    limits: EndpointLimits::new(121, limits::SEARCH),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("project_keys", 0, 10),
        Rule::Range("page_size", f64::NEG_INFINITY, 50.0),
        Rule::Items("work_item_ids", 0, 50),
        Rule::Items("simple_names", 0, 10),
        Rule::Together(&["project_keys", "simple_names"], 10),
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

/// `POST /open_api/:project_key/work_item/:work_item_type_key/search/params`
pub(crate) static SEARCH: Endpoint = Endpoint {
    id: "work_item.search",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/search/params",
    limits: EndpointLimits::new(122, limits::SEARCH),
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

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/search_by_relation`
pub(crate) static SEARCH_BY_RELATION: Endpoint = Endpoint {
    id: "work_item.search_by_relation",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/search_by_relation",
    limits: EndpointLimits::new(123, limits::SLOW),
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

/// `POST /open_api/compositive_search`
pub(crate) static COMPOSITE_SEARCH: Endpoint = Endpoint {
    id: "work_item.composite_search",
    method: Method::Post,
    path: "/open_api/compositive_search",
    limits: EndpointLimits::new(124, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Length("query", 1, 200),
        Rule::Weak(&Rule::Range("page_size", f64::NEG_INFINITY, 200.0)),
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

/// `POST /open_api/view_search/integrate_search`
pub(crate) static INTEGRATE_SEARCH: Endpoint = Endpoint {
    id: "work_item.integrate_search",
    method: Method::Post,
    path: "/open_api/view_search/integrate_search",
    limits: EndpointLimits::new(125, limits::STANDARD),
    envelope: &WHOLE_ENVELOPE,
    body: BodyKind::Json,
    pagination: Some(Pagination {
        next: NextPage::Cursor(
            &[
                (
                    ParamPath {
                        location: ParamLocation::Body,
                        path: &["query", "pagination", "search_after"],
                    },
                    &["pagination", "search_after"],
                ),
                (
                    ParamPath {
                        location: ParamLocation::Body,
                        path: &["query", "pagination", "pit"],
                    },
                    &["pagination", "pit"],
                ),
            ],
        ),
        size: Some(ParamPath {
            location: ParamLocation::Body,
            path: &["query", "pagination", "page_size"],
        }),
        total: Some(&["pagination", "total"]),
        has_more: None,
        is_last: None,
        items: &[],
    }),
    ..ENDPOINT
};

/// `POST /open_api/view_search/universal_search`
pub(crate) static UNIVERSAL_SEARCH: Endpoint = Endpoint {
    id: "work_item.universal_search",
    method: Method::Post,
    path: "/open_api/view_search/universal_search",
    limits: EndpointLimits::new(126, limits::STANDARD),
    envelope: &FULL_SEARCH_ENVELOPE,
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
