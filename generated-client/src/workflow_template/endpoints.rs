// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `workflow_template`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `GET /open_api/:project_key/template_list/:work_item_type_key`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "workflow_template.list",
    method: Method::Get,
    path: "/open_api/:project_key/template_list/:work_item_type_key",
    limits: EndpointLimits::new(137, limits::STANDARD),
    ..ENDPOINT
};

/// `GET /open_api/:project_key/template_detail/:template_id`
pub(crate) static GET: Endpoint = Endpoint {
    id: "workflow_template.get",
    method: Method::Get,
    path: "/open_api/:project_key/template_detail/:template_id",
    limits: EndpointLimits::new(138, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/template/v2/create_template`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "workflow_template.create",
    method: Method::Post,
    path: "/open_api/template/v2/create_template",
    effect: Effect::Write,
    limits: EndpointLimits::new(139, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `PUT /open_api/template/v2/update_template`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "workflow_template.update",
    method: Method::Put,
    path: "/open_api/template/v2/update_template",
    effect: Effect::Write,
    limits: EndpointLimits::new(140, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `DELETE /open_api/template/v2/delete_template/:project_key/:template_id`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "workflow_template.delete",
    method: Method::Delete,
    path: "/open_api/template/v2/delete_template/:project_key/:template_id",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(141, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/:project_key/wbs_template`
pub(crate) static GET_WBS: Endpoint = Endpoint {
    id: "workflow_template.get_wbs",
    method: Method::Post,
    path: "/open_api/:project_key/wbs_template",
    limits: EndpointLimits::new(142, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
