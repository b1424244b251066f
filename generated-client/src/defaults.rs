// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What endpoints have in common: envelopes, and what a descriptor leaves out.

use paceline_runtime::codegen::{
    BodyKind, CredentialRule, Effect, Endpoint, EndpointLimits, Envelope, Method,
};

/// Where the parts of a response stand: `standard`.
pub(crate) static STANDARD_ENVELOPE: Envelope = Envelope {
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: Some(&["data"]),
};

/// Where the parts of a response stand: `token`.
pub(crate) static TOKEN_ENVELOPE: Envelope = Envelope {
    code: Some(&["error", "code"]),
    message: Some(&["error", "msg"]),
    detail: Some(&["error"]),
    log_id: None,
    data: Some(&["data"]),
};

/// Where the parts of a response stand: `full_search`.
#[cfg(feature = "work_item")]
pub(crate) static FULL_SEARCH_ENVELOPE: Envelope = Envelope {
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: Some(&["datas"]),
};

/// Where the parts of a response stand: `whole`.
#[cfg(feature = "work_item")]
pub(crate) static WHOLE_ENVELOPE: Envelope = Envelope {
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: None,
};

/// What an endpoint is unless its own descriptor says otherwise.
pub(crate) const ENDPOINT: Endpoint = Endpoint {
    id: "",
    method: Method::Get,
    path: "",
    effect: Effect::Read,
    limits: EndpointLimits::new(0, &[]),
    envelope: &STANDARD_ENVELOPE,
    body: BodyKind::None,
    credentials: CredentialRule::Any,
    headers: &[],
    rules: &[],
    pagination: None,
};
