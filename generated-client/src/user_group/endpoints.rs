// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `user_group`.

use paceline_runtime::codegen::{
    BodyKind, Check, CredentialRule, Effect, Endpoint, EndpointLimits, Method, NextPage,
    Pagination, Place, Slot,
};
use crate::limits;
use crate::service::ENDPOINT;

/// `POST /open_api/:project_key/user_group`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "user_group.create",
    method: Method::Post,
    path: "/open_api/:project_key/user_group",
    effect: Effect::Write,
    limits: EndpointLimits::new(73, limits::STANDARD),
    body: BodyKind::Json,
    credentials: CredentialRule::Only(&["user_token", "user"]),
    checks: &[Check::Length("name", 0, 250), Check::Items("users", 0, 100)],
    ..ENDPOINT
};

/// `PATCH /open_api/:project_key/user_group/members`
pub(crate) static UPDATE_MEMBERS: Endpoint = Endpoint {
    id: "user_group.update_members",
    method: Method::Patch,
    path: "/open_api/:project_key/user_group/members",
    effect: Effect::Write,
    limits: EndpointLimits::new(74, limits::STANDARD),
    body: BodyKind::Json,
    credentials: CredentialRule::Only(&["user_token", "user"]),
    checks: &[
        Check::Items("add_users", 0, 100),
        Check::Items("delete_users", 0, 100),
        Check::Items("replace_users", 0, 100),
        Check::AtLeastOne(&["add_users", "delete_users", "replace_users"]),
        Check::RequiredWhen("user_group_type", &["\"CUSTOMIZE\""], &["user_group_id"]),
    ],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/user_groups/members/page`
pub(crate) static MEMBERS: Endpoint = Endpoint {
    id: "user_group.members",
    method: Method::Post,
    path: "/open_api/:project_key/user_groups/members/page",
    limits: EndpointLimits::new(75, limits::STANDARD),
    body: BodyKind::Json,
    credentials: CredentialRule::Only(&["user_token", "user"]),
    checks: &[
        Check::Items("user_group_ids", 0, 50),
        Check::Range("page_size", f64::NEG_INFINITY, 100.0),
    ],
    pagination: Some(Pagination {
        next: NextPage::Number(
            Slot {
                place: Place::Body,
                way: &["page_num"],
            },
            1,
        ),
        size: Some(Slot {
            place: Place::Body,
            way: &["page_size"],
        }),
        total: None,
        has_more: Some(&["data", "pagination", "has_more"]),
        items: &["list"],
    }),
    ..ENDPOINT
};
