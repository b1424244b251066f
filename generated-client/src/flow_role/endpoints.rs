// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `flow_role`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `GET /open_api/:project_key/flow_roles/:work_item_type_key`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "flow_role.list",
    method: Method::Get,
    path: "/open_api/:project_key/flow_roles/:work_item_type_key",
    limits: EndpointLimits::new(45, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/:project_key/flow_roles/:work_item_type_key/create_role`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "flow_role.create",
    method: Method::Post,
    path: "/open_api/:project_key/flow_roles/:work_item_type_key/create_role",
    effect: Effect::Write,
    limits: EndpointLimits::new(46, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/flow_roles/:work_item_type_key/update_role`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "flow_role.update",
    method: Method::Post,
    path: "/open_api/:project_key/flow_roles/:work_item_type_key/update_role",
    effect: Effect::Write,
    limits: EndpointLimits::new(47, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::AtLeastOne(&["role_id", "role_alias"]))],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/flow_roles/:work_item_type_key/delete_role`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "flow_role.delete",
    method: Method::Post,
    path: "/open_api/:project_key/flow_roles/:work_item_type_key/delete_role",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(48, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::AtLeastOne(&["role_id", "role_alias"]))],
    ..ENDPOINT
};
