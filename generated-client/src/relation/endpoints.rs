// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `relation`.

use paceline_runtime::codegen::{BodyKind, Effect, Endpoint, EndpointLimits, Method};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `GET /open_api/:project_key/work_item/relation`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "relation.list",
    method: Method::Get,
    path: "/open_api/:project_key/work_item/relation",
    limits: EndpointLimits::new(57, limits::STANDARD),
    ..ENDPOINT
};

/// `POST /open_api/work_item/relation/create`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "relation.create",
    method: Method::Post,
    path: "/open_api/work_item/relation/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(58, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/work_item/relation/update`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "relation.update",
    method: Method::Post,
    path: "/open_api/work_item/relation/update",
    effect: Effect::Write,
    limits: EndpointLimits::new(59, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `DELETE /open_api/work_item/relation/delete`
pub(crate) static DELETE: Endpoint = Endpoint {
    id: "relation.delete",
    method: Method::Delete,
    path: "/open_api/work_item/relation/delete",
    effect: Effect::Destroy,
    limits: EndpointLimits::new(60, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/story_relations/create`
pub(crate) static CREATE_STORY_RELATIONS: Endpoint = Endpoint {
    id: "relation.create_story_relations",
    method: Method::Post,
    path: "/open_api/:project_key/story_relations/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(61, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/story_relations/query`
pub(crate) static QUERY_STORY_RELATIONS: Endpoint = Endpoint {
    id: "relation.query_story_relations",
    method: Method::Post,
    path: "/open_api/:project_key/story_relations/query",
    limits: EndpointLimits::new(62, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
