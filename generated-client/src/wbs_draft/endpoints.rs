// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `wbs_draft`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/work_item/wbs_view_draft/query`
pub(crate) static QUERY: Endpoint = Endpoint {
    id: "wbs_draft.query",
    method: Method::Post,
    path: "/open_api/work_item/wbs_view_draft/query",
    limits: EndpointLimits::new(95, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/wbs_view_draft/reset`
pub(crate) static RESET: Endpoint = Endpoint {
    id: "wbs_draft.reset",
    method: Method::Post,
    path: "/open_api/work_item/wbs_view_draft/reset",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(96, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/wbs_view_draft/patch`
pub(crate) static PATCH: Endpoint = Endpoint {
    id: "wbs_draft.patch",
    method: Method::Post,
    path: "/open_api/work_item/wbs_view_draft/patch",
    effect: Effect::Write,
    limits: EndpointLimits::new(97, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/wbs_view_draft/publish`
pub(crate) static PUBLISH: Endpoint = Endpoint {
    id: "wbs_draft.publish",
    method: Method::Post,
    path: "/open_api/work_item/wbs_view_draft/publish",
    effect: Effect::Write,
    limits: EndpointLimits::new(98, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/wbs_view_draft/publish`
pub(crate) static PUBLISH_COMMIT: Endpoint = Endpoint {
    id: "wbs_draft.publish_commit",
    method: Method::Post,
    path: "/open_api/:project_key/wbs_view_draft/publish",
    effect: Effect::Write,
    limits: EndpointLimits::new(99, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/wbs_view_draft/switch`
pub(crate) static SWITCH_BACK: Endpoint = Endpoint {
    id: "wbs_draft.switch_back",
    method: Method::Post,
    path: "/open_api/:project_key/wbs_view_draft/switch",
    effect: Effect::Write,
    limits: EndpointLimits::new(100, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/wbs_view_draft/update/frozen_rows`
pub(crate) static UPDATE_FROZEN_ROWS: Endpoint = Endpoint {
    id: "wbs_draft.update_frozen_rows",
    method: Method::Post,
    path: "/open_api/:project_key/wbs_view_draft/update/frozen_rows",
    effect: Effect::Write,
    limits: EndpointLimits::new(101, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/wbs_view_draft/complete-create-audit`
pub(crate) static COMPLETE_CREATE_AUDIT: Endpoint = Endpoint {
    id: "wbs_draft.complete_create_audit",
    method: Method::Post,
    path: "/open_api/wbs_view_draft/complete-create-audit",
    effect: Effect::Write,
    limits: EndpointLimits::new(102, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `GET /open_api/work_item/wbs_view_draft/sub_work_item_conf`
pub(crate) static SUB_WORK_ITEM_CONFIG: Endpoint = Endpoint {
    id: "wbs_draft.sub_work_item_config",
    method: Method::Get,
    path: "/open_api/work_item/wbs_view_draft/sub_work_item_conf",
    limits: EndpointLimits::new(103, limits::STANDARD),
    ..ENDPOINT
};
