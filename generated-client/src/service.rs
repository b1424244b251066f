// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What belongs to the whole API: hosts, headers, credentials, endpoints.

use std::time::Duration;
use paceline_runtime::codegen::{
    Api, CredentialKind, Effect, Endpoint, EndpointLimits, Exchange, Header, Host,
    Refusal, SendValue, TemplatePart, TokenSource,
};
use crate::{hosts, limits};
use crate::defaults::{
    ENDPOINT, FILE_ENVELOPE, FULL_SEARCH_ENVELOPE, GATEWAY_ENVELOPE,
    GATEWAY_MESSAGE_ENVELOPE, NESTED_ERROR_ENVELOPE, NESTED_ERR_ENVELOPE, TOKEN_ENVELOPE,
    WHOLE_ENVELOPE,
};
use crate::endpoints::ENDPOINTS;
use crate::errors::ERRORS;

/// Feishu Project, as the runtime sees it.
pub(crate) static API: Api = Api {
    name: "Feishu Project",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    hosts: &[
        Host {
            name: "china",
            url: hosts::CHINA,
        },
        Host {
            name: "international",
            url: hosts::INTERNATIONAL,
        },
    ],
    headers: &[
        Header {
            name: "Content-Type",
            value: &[TemplatePart::Text("application/json")],
            credentials: None,
            effect: None,
            required: false,
        },
        Header {
            name: "X-PLUGIN-TOKEN",
            value: &[TemplatePart::Token],
            credentials: None,
            effect: None,
            required: true,
        },
        Header {
            name: "X-USER-KEY",
            value: &[TemplatePart::Variable("user_key")],
            credentials: Some(&["plugin", "virtual_plugin"]),
            effect: None,
            required: true,
        },
        Header {
            name: "X-IDEM-UUID",
            value: &[TemplatePart::IdempotencyKey],
            credentials: None,
            effect: Some(Effect::Write),
            required: false,
        },
        Header {
            name: "x-auth-mode",
            value: &[TemplatePart::Variable("auth_mode")],
            credentials: None,
            effect: None,
            required: false,
        },
    ],
    credentials: &[
        PLUGIN_CREDENTIAL,
        VIRTUAL_PLUGIN_CREDENTIAL,
        USER_TOKEN_CREDENTIAL,
        USER_CREDENTIAL,
    ],
    renew_on: &[10021, 10022, 10211],
    never_renew_on: &[10301, 10302, 10001, 10404, 20039, 20042],
    renew_before_expiry: Duration::from_secs(180),
    throttled: Some(Refusal {
        status: 429,
        code: Some(10429),
    }),
    duplicate: Some(Refusal {
        status: 429,
        code: Some(10430),
    }),
    limit_headers: &[],
    log_id_headers: &["X-Tt-Logid", "X-Request-Id"],
    fallback_envelopes: &[
        &GATEWAY_ENVELOPE,
        &GATEWAY_MESSAGE_ENVELOPE,
        &NESTED_ERROR_ENVELOPE,
        &NESTED_ERR_ENVELOPE,
    ],
    errors: ERRORS,
    endpoints: ENDPOINTS,
    unknown: Endpoint {
        limits: EndpointLimits::new(143, limits::STANDARD),
        other_envelopes: &[
            &TOKEN_ENVELOPE,
            &FULL_SEARCH_ENVELOPE,
            &WHOLE_ENVELOPE,
            &FILE_ENVELOPE,
            &GATEWAY_ENVELOPE,
            &GATEWAY_MESSAGE_ENVELOPE,
            &NESTED_ERROR_ENVELOPE,
            &NESTED_ERR_ENVELOPE,
        ],
        ..ENDPOINT
    },
};

/// The plugin itself, acting for the user named by the user key. The usual choice for a server.
const PLUGIN_CREDENTIAL: CredentialKind = CredentialKind {
    name: "plugin",
    token: TokenSource::Exchange(Exchange {
        with: None,
        endpoint: &crate::auth::endpoints::PLUGIN_TOKEN,
        send: &[
            ("plugin_id", SendValue::Text(&[TemplatePart::Input(0)])),
            ("plugin_secret", SendValue::Text(&[TemplatePart::Input(1)])),
            ("type", SendValue::Json("0")),
        ],
        token: &["token"],
        expires_in: Some(&["expire_time"]),
        rotates: &[],
    }),
    headers: &[],
    query: &[],
};

/// The plugin under development: works at once in the spaces chosen for debugging, without publishing,
/// and sees no users but the plugin's collaborators.
const VIRTUAL_PLUGIN_CREDENTIAL: CredentialKind = CredentialKind {
    name: "virtual_plugin",
    token: TokenSource::Exchange(Exchange {
        with: None,
        endpoint: &crate::auth::endpoints::PLUGIN_TOKEN,
        send: &[
            ("plugin_id", SendValue::Text(&[TemplatePart::Input(0)])),
            ("plugin_secret", SendValue::Text(&[TemplatePart::Input(1)])),
            ("type", SendValue::Json("1")),
        ],
        token: &["token"],
        expires_in: Some(&["expire_time"]),
        rotates: &[],
    }),
    headers: &[],
    query: &[],
};

/// A user token that you obtained elsewhere; used as it is and never renewed. Calls act with the
/// rights of its user.
const USER_TOKEN_CREDENTIAL: CredentialKind = CredentialKind {
    name: "user_token",
    token: TokenSource::Fixed(&[TemplatePart::Input(0)]),
    headers: &[],
    query: &[],
};

/// A user who has authorized the plugin, known by a refresh token. Every renewal replaces the refresh
/// token by a new one.
const USER_CREDENTIAL: CredentialKind = CredentialKind {
    name: "user",
    token: TokenSource::Exchange(Exchange {
        with: Some("plugin"),
        endpoint: &crate::auth::endpoints::REFRESH_TOKEN,
        send: &[
            ("refresh_token", SendValue::Text(&[TemplatePart::Input(0)])),
            ("type", SendValue::Json("1")),
        ],
        token: &["token"],
        expires_in: Some(&["expire_time"]),
        rotates: &[(0, &["refresh_token"])],
    }),
    headers: &[],
    query: &[],
};
