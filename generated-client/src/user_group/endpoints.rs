// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `user_group`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, NextPage, Pagination,
    ParamLocation, ParamPath, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/:project_key/user_group`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "user_group.create",
    method: Method::Post,
    path: "/open_api/:project_key/user_group",
    effect: Effect::Write,
    limits: EndpointLimits::new(83, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Items("users", 0, 100), Rule::Weak(&Rule::Length("name", 0, 250))],
    ..ENDPOINT
};

/// `PATCH /open_api/:project_key/user_group/members`
pub(crate) static UPDATE_MEMBERS: Endpoint = Endpoint {
    id: "user_group.update_members",
    method: Method::Patch,
    path: "/open_api/:project_key/user_group/members",
    effect: Effect::Write,
    limits: EndpointLimits::new(84, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Items("add_users", 0, 100),
        Rule::Items("delete_users", 0, 100),
        Rule::Items("replace_users", 0, 100),
        Rule::AtLeastOne(&["add_users", "delete_users", "replace_users"]),
        Rule::RequiredWhen("user_group_type", &["\"CUSTOMIZE\""], &["user_group_id"]),
    ],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/user_groups/members/page`
pub(crate) static MEMBERS: Endpoint = Endpoint {
    id: "user_group.members",
    method: Method::Post,
    path: "/open_api/:project_key/user_groups/members/page",
    limits: EndpointLimits::new(85, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Range("page_size", f64::NEG_INFINITY, 100.0),
        Rule::Weak(&Rule::Items("user_group_ids", 0, 50)),
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
        total: None,
        has_more: Some(&["data", "pagination", "has_more"]),
        is_last: None,
        items: &["list"],
    }),
    ..ENDPOINT
};
