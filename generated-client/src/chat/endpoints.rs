// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `chat`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, Rule,
};
use crate::limits;
use crate::service::ENDPOINT;

/// `POST /open_api/:project_key/work_item/:work_item_id/bot_join_chat`
pub(crate) static INVITE_BOTS: Endpoint = Endpoint {
    id: "chat.invite_bots",
    method: Method::Post,
    path: "/open_api/:project_key/work_item/:work_item_id/bot_join_chat",
    effect: Effect::Write,
    limits: EndpointLimits::new(19, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[Rule::Items("app_ids", 1, 5)],
    ..ENDPOINT
};
