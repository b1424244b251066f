// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `auth`.

use paceline_runtime::codegen::{
    BodyKind, CredentialRule, Endpoint, EndpointLimits, HeaderUse, Method,
};
use crate::limits;
use crate::defaults::{ENDPOINT, TOKEN_ENVELOPE};

/// `POST /open_api/authen/plugin_token`
pub(crate) static PLUGIN_TOKEN: Endpoint = Endpoint {
    id: "auth.plugin_token",
    method: Method::Post,
    path: "/open_api/authen/plugin_token",
    limits: EndpointLimits::new(13, limits::STANDARD),
    envelope: &TOKEN_ENVELOPE,
    body: BodyKind::Json,
    credentials: CredentialRule::None,
    ..ENDPOINT
};

/// `POST /open_api/authen/auth_code`
pub(crate) static AUTH_CODE: Endpoint = Endpoint {
    id: "auth.auth_code",
    method: Method::Post,
    path: "/open_api/authen/auth_code",
    limits: EndpointLimits::new(14, limits::STANDARD),
    envelope: &TOKEN_ENVELOPE,
    body: BodyKind::Json,
    credentials: CredentialRule::None,
    ..ENDPOINT
};

/// `POST /open_api/authen/user_plugin_token`
pub(crate) static USER_PLUGIN_TOKEN: Endpoint = Endpoint {
    id: "auth.user_plugin_token",
    method: Method::Post,
    path: "/open_api/authen/user_plugin_token",
    limits: EndpointLimits::new(15, limits::STANDARD),
    envelope: &TOKEN_ENVELOPE,
    body: BodyKind::Json,
    credentials: CredentialRule::Only(&["plugin", "virtual_plugin"]),
    headers: &[("X-USER-KEY", HeaderUse::Never)],
    ..ENDPOINT
};

/// `POST /open_api/authen/refresh_token`
pub(crate) static REFRESH_TOKEN: Endpoint = Endpoint {
    id: "auth.refresh_token",
    method: Method::Post,
    path: "/open_api/authen/refresh_token",
    limits: EndpointLimits::new(16, limits::STANDARD),
    envelope: &TOKEN_ENVELOPE,
    body: BodyKind::Json,
    credentials: CredentialRule::Only(&["plugin", "virtual_plugin"]),
    headers: &[("X-USER-KEY", HeaderUse::Never)],
    ..ENDPOINT
};
