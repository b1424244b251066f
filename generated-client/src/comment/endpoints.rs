// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `comment`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, NextPage, Pagination,
    ParamLocation, ParamPath, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/create`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "comment.create",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(20, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::AtLeastOne(&["content", "rich_text", "doc_rich_text"]))],
    ..ENDPOINT
};

/// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comments`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "comment.list",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comments",
    limits: EndpointLimits::new(21, limits::STANDARD),
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
        items: &[],
    }),
    ..ENDPOINT
};

/// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/:comment_id`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "comment.update",
    method: Method::Put,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/:comment_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(22, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::AtLeastOne(&["content", "rich_text"]))],
    ..ENDPOINT
};

/// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/:comment_id`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "comment.delete",
    method: Method::Delete,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comment/:comment_id",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(23, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comment/create`
pub(crate) static CREATE_FILE_COMMENT: Endpoint = Endpoint {
    id: "comment.create_file_comment",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comment/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(24, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comments`
pub(crate) static LIST_FILE_COMMENTS: Endpoint = Endpoint {
    id: "comment.list_file_comments",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comments",
    limits: EndpointLimits::new(25, limits::STANDARD),
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
        items: &[],
    }),
    ..ENDPOINT
};

/// `POST /open_api/comment/create`
pub(crate) static POST: Endpoint = Endpoint {
    id: "comment.post",
    method: Method::Post,
    path: "/open_api/comment/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(26, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/comment/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "comment.query",
    method: Method::Post,
    path: "/open_api/comment/query",
    limits: EndpointLimits::new(27, limits::STANDARD),
    body: BodyKind::Json,
    pagination: Some(Pagination {
        next: NextPage::Cursor(
            &[
                (
                    ParamPath {
                        location: ParamLocation::Body,
                        path: &["paginator", "cursor"],
                    },
                    &["data", "next_cursor"],
                ),
            ],
        ),
        size: Some(ParamPath {
            location: ParamLocation::Body,
            path: &["paginator", "page_size"],
        }),
        total: None,
        has_more: None,
        is_last: None,
        items: &["comments"],
    }),
    ..ENDPOINT
};

/// `POST /open_api/comment/update`
pub(crate) static EDIT: Endpoint = Endpoint {
    id: "comment.edit",
    method: Method::Post,
    path: "/open_api/comment/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(28, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/comment/delete`
pub(crate) static REMOVE: Endpoint = Endpoint {
    id: "comment.remove",
    method: Method::Post,
    path: "/open_api/comment/delete",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(29, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
