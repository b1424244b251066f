// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `workflow`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "workflow.query",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/query",
    limits: EndpointLimits::new(130, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/wbs_view`
pub(crate) static WBS_VIEW: Endpoint = Endpoint {
    id: "workflow.wbs_view",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/:work_item_type_key/:work_item_id/wbs_view",
    limits: EndpointLimits::new(131, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `PUT /open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/:node_id`
pub(crate) static UPDATE_NODE: Endpoint = Endpoint {
    id: "workflow.update_node",
    method: Method::Put,
    path: "/open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/:node_id",
    effect: Effect::Write,
    limits: EndpointLimits::new(132, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/:node_id/operate`
pub(crate) static OPERATE_NODE: Endpoint = Endpoint {
    id: "workflow.operate_node",
    method: Method::Post,
    path: "/open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/:node_id/operate",
    effect: Effect::Write,
    limits: EndpointLimits::new(133, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Weak(
            &Rule::RequiredWhen("action", &["\"rollback\""], &["rollback_reason"]),
        ),
    ],
    ..ENDPOINT
};

/// `POST /open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/state_change`
pub(crate) static CHANGE_STATE: Endpoint = Endpoint {
    id: "workflow.change_state",
    method: Method::Post,
    path: "/open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/state_change",
    effect: Effect::Write,
    limits: EndpointLimits::new(134, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/transition_required_info/get`
pub(crate) static REQUIRED_INFO: Endpoint = Endpoint {
    id: "workflow.required_info",
    method: Method::Post,
    path: "/open_api/work_item/transition_required_info/get",
    limits: EndpointLimits::new(135, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Weak(&Rule::OneOf("mode", &["\"unfinished\""]))],
    ..ENDPOINT
};

/// `POST /open_api/work_item/actual_time/update`
pub(crate) static UPDATE_ACTUAL_TIME: Endpoint = Endpoint {
    id: "workflow.update_actual_time",
    method: Method::Post,
    path: "/open_api/work_item/actual_time/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(136, limits::SLOW),
    body: BodyKind::Json,
    ..ENDPOINT
};
