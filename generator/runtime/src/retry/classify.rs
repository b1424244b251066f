//! What a refusal means for another attempt.

use http::StatusCode;

use crate::api::{Api, Retry};

/// What a failed attempt means for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailureClass {
    /// The server no longer accepts the token.
    TokenRejected,
    /// Too many requests; the request was not carried out.
    Throttled,
    /// The request did not reach the server.
    NotSent,
    /// The server may have carried the request out.
    Ambiguous,
    /// Another attempt would fail the same way.
    Final,
}

impl FailureClass {
    /// Whether the server or the way to it is at fault, and not this call.
    pub(crate) fn is_of_server(self) -> bool {
        matches!(self, Self::Throttled | Self::NotSent | Self::Ambiguous)
    }
}

/// Classifies a refusal by its status and error code.
pub(crate) fn classify(api: &Api, status: StatusCode, code: Option<i64>) -> FailureClass {
    if is_duplicate(api, status, code) {
        return FailureClass::Final;
    }
    if is_throttled(api, status, code) {
        return FailureClass::Throttled;
    }
    if rejects_token(api, status, code) {
        return FailureClass::TokenRejected;
    }
    match code.and_then(|code| api.known_error(code)).map(|known| known.retry) {
        Some(Retry::AfterWait) => FailureClass::Ambiguous,
        Some(Retry::Never | Retry::AfterRenewal) => FailureClass::Final,
        Some(Retry::Maybe) | None if status.is_server_error() => FailureClass::Ambiguous,
        Some(Retry::Maybe) | None => FailureClass::Final,
    }
}

/// Whether the server refused for too many requests: as the API documents it, or else by status 429.
pub(crate) fn is_throttled(api: &Api, status: StatusCode, code: Option<i64>) -> bool {
    match api.throttled {
        Some(throttled) => throttled.matches(status.as_u16(), code),
        None => status == StatusCode::TOO_MANY_REQUESTS,
    }
}

/// Whether the server has seen the idempotency key. Where a code says so, a response without any code does not.
pub(crate) fn is_duplicate(api: &Api, status: StatusCode, code: Option<i64>) -> bool {
    api.duplicate.is_some_and(|duplicate| match duplicate.code {
        Some(own) => code == Some(own),
        None => status.as_u16() == duplicate.status,
    })
}

/// Whether the server rejects the token. A listed code decides; without a documented one, status 401 does.
fn rejects_token(api: &Api, status: StatusCode, code: Option<i64>) -> bool {
    match code {
        Some(code) if api.renew_on.contains(&code) => true,
        Some(code) if api.never_renew_on.contains(&code) => false,
        Some(code) => status == StatusCode::UNAUTHORIZED && api.known_error(code).is_none(),
        None => status == StatusCode::UNAUTHORIZED,
    }
}
