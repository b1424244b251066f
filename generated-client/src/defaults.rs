// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What endpoints have in common: envelopes, and what a descriptor leaves out.

use paceline_runtime::codegen::{
    BodyKind, CredentialRule, Effect, Endpoint, EndpointLimits, Envelope, Method, Success,
};

/// Where the parts of a response stand: `standard`.
pub(crate) static STANDARD_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: Some(&["data"]),
};

/// Where the parts of a response stand: `token`.
pub(crate) static TOKEN_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["error", "code"]),
    message: Some(&["error", "msg"]),
    detail: Some(&["error"]),
    log_id: None,
    data: Some(&["data"]),
};

/// Where the parts of a response stand: `full_search`.
pub(crate) static FULL_SEARCH_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: Some(&["datas"]),
};

/// Where the parts of a response stand: `whole`.
pub(crate) static WHOLE_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: None,
};

/// Where the parts of a response stand: `file`.
pub(crate) static FILE_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["code"]),
    message: Some(&["message"]),
    detail: None,
    log_id: None,
    data: Some(&["data"]),
};

/// Where the parts of a response stand: `gateway`.
pub(crate) static GATEWAY_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["code"]),
    message: Some(&["msg"]),
    detail: None,
    log_id: None,
    data: None,
};

/// Where the parts of a response stand: `gateway_message`.
pub(crate) static GATEWAY_MESSAGE_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["code"]),
    message: Some(&["message"]),
    detail: None,
    log_id: None,
    data: None,
};

/// Where the parts of a response stand: `nested_error`.
pub(crate) static NESTED_ERROR_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["error", "code"]),
    message: Some(&["error", "msg"]),
    detail: None,
    log_id: None,
    data: None,
};

/// Where the parts of a response stand: `nested_err`.
pub(crate) static NESTED_ERR_ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["err", "code"]),
    message: Some(&["err", "msg"]),
    detail: None,
    log_id: None,
    data: None,
};

/// What an endpoint is unless its own descriptor says otherwise.
pub(crate) const ENDPOINT: Endpoint = Endpoint {
    id: "",
    method: Method::Get,
    path: "",
    host: None,
    effect: Effect::Read,
    limits: EndpointLimits::new(0, &[]),
    envelope: &STANDARD_ENVELOPE,
    other_envelopes: &[],
    empty_statuses: &[],
    refusals: &[],
    body: BodyKind::None,
    body_optional: false,
    media: None,
    parts: &[],
    accept: None,
    credentials: CredentialRule::Any,
    headers: &[],
    rules: &[],
    pagination: None,
};
