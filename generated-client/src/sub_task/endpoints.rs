// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `sub_task`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, NextPage, Pagination,
    ParamLocation, ParamPath, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/work_item/subtask/search`
pub(crate) static SEARCH: Endpoint = Endpoint {
    id: "sub_task.search",
    method: Method::Post,
    path: "/open_api/work_item/subtask/search",
    limits: EndpointLimits::new(73, limits::SEARCH),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("project_keys", 0, 10),
        Rule::Items("simple_names", 0, 10),
        Rule::Together(&["project_keys", "simple_names"], 10),
        Rule::Weak(&Rule::Range("page_size", f64::NEG_INFINITY, 50.0)),
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

/// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/task`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "sub_task.list",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/task",
    limits: EndpointLimits::new(74, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/task`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "sub_task.create",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/task",
    effect: Effect::Write,
    limits: EndpointLimits::new(75, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::AtMostOne(&["assignee", "role_assignee"])],
    ..ENDPOINT
};

/// `POST
/// /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/:node_id/task/:task_id`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "sub_task.update",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/:node_id/task/:task_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(76, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::AtMostOne(&["assignee", "role_assignee"])],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/subtask/modify`
pub(crate) static OPERATE: Endpoint = Endpoint {
    id: "sub_task.operate",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/subtask/modify",
    effect: Effect::Write,
    limits: EndpointLimits::new(77, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/task/:task_id`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "sub_task.delete",
    method: Method::Delete,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/task/:task_id",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(78, limits::STANDARD),
    ..ENDPOINT
};
