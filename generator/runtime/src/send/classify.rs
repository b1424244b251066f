//! What an answer means. Success needs both: a 2xx status and no error code.

use std::any::Any;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::api::{Api, Effect, KnownError, Retry};
use crate::call::Call;
use crate::download::Download;
use crate::envelope::{self, Head};
use crate::error::{Error, ErrorKind};
use crate::json::DecodeError;

use super::attempt::{Body, log_id, retry_after};
use super::open::{self, Expect, Opened};

/// What to do about an answer.
pub(super) enum Verdict {
    /// It is what the caller wants.
    Done(Box<dyn Any + Send>, Option<String>),
    /// The token is no longer good.
    Renew(Error),
    /// Too many requests; the request was not carried out.
    Wait(Error),
    /// The server failed; whether it carried the request out is not known.
    Unsure(Error),
    /// It is final.
    Fail(Error),
}

pub(super) fn classify(
    call: &Call,
    status: StatusCode,
    headers: &HeaderMap,
    body: Body,
    expect: &Expect,
) -> Verdict {
    let header_id = log_id(call, headers);
    let body = match body {
        Body::Open(file) => return Verdict::Done(file, header_id),
        Body::Read(body) => body,
    };
    let Opened { mut head, data } = match expect {
        Expect::Data(blank) => open::data(blank(), &call.endpoint, &body),
        Expect::Page(blank) => open::page(blank(), &call.endpoint, &body),
        Expect::WholePage(blank) => open::whole_page(blank(), &call.endpoint, &body),
        Expect::Exchange(exchange) => open::exchange(exchange, &call.endpoint, &body),
        Expect::File => file(call, status, headers, &body),
    };
    let general = call.client.shared.api.unknown.envelope;
    let failed = !status.is_success() || data.is_err();
    if failed && !has_code(&head) && !std::ptr::eq(general, call.endpoint.envelope) {
        // What stands before an endpoint refuses in the API's usual way, whatever way the endpoint has.
        let said = envelope::salvage(general, &body);
        head = if has_code(&said) { said } else { head };
    }
    let log_id = header_id.or_else(|| head.log_id.clone());
    match data {
        Ok(data) if status.is_success() && !has_code(&head) => Verdict::Done(data, log_id),
        Err(error) if status.is_success() && !has_code(&head) => {
            Verdict::Fail(unreadable(call, status, &body, &error, log_id))
        }
        Ok(_) | Err(_) => {
            let code = head.code.filter(|&code| code != 0);
            let error = refusal(call, status, head, &body, log_id).with_retry_after(retry_after(headers));
            judge(call, status, code, error)
        }
    }
}

/// A short answer where a file was asked for. A file may well be JSON itself; only one that says that it is an error is
/// taken for one.
fn file(call: &Call, status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Opened {
    let (head, result) = open::head(call.endpoint.envelope, body);
    let failed = !status.is_success() || has_code(&head);
    let patience = call.client.shared.attempt_timeout;
    let file =
        || Box::new(Download::new(headers.clone(), body.clone(), None, patience)) as Box<dyn Any + Send>;
    Opened { head, data: if failed { result.map(|()| file()) } else { Ok(file()) } }
}

fn has_code(head: &Head) -> bool {
    head.code.is_some_and(|code| code != 0)
}

/// Whether and how the refusal can be mended.
fn judge(call: &Call, status: StatusCode, code: Option<i64>, error: Error) -> Verdict {
    let api = call.client.shared.api;
    let is = |refusal: Option<crate::api::Refusal>| refusal.is_some_and(|r| r.matches(status.as_u16(), code));
    if is_duplicate(api, status, code) {
        return Verdict::Fail(error);
    }
    if is(api.throttled) || (api.throttled.is_none() && status == StatusCode::TOO_MANY_REQUESTS) {
        return Verdict::Wait(error);
    }
    if wants_renewal(api, status, code) {
        return Verdict::Renew(error);
    }
    let known = code.and_then(|code| api.known_error(code)).map(|known| known.retry);
    match known {
        Some(Retry::AfterWait) => Verdict::Unsure(error),
        Some(Retry::Never | Retry::AfterRenewal) => Verdict::Fail(error),
        Some(Retry::Maybe) | None if status.is_server_error() => Verdict::Unsure(error),
        Some(Retry::Maybe) | None => Verdict::Fail(error),
    }
}

/// Whether the server has seen the idempotency key. Where a code says so, an answer without any does not.
fn is_duplicate(api: &Api, status: StatusCode, code: Option<i64>) -> bool {
    api.duplicate.is_some_and(|duplicate| match duplicate.code {
        Some(own) => code == Some(own),
        None => status.as_u16() == duplicate.status,
    })
}

/// A listed code decides; without a known one, status 401 does.
fn wants_renewal(api: &Api, status: StatusCode, code: Option<i64>) -> bool {
    match code {
        Some(code) if api.renew_on.contains(&code) => true,
        Some(code) if api.never_renew_on.contains(&code) => false,
        Some(code) => status == StatusCode::UNAUTHORIZED && api.known_error(code).is_none(),
        None => status == StatusCode::UNAUTHORIZED,
    }
}

/// The error for an answer that says no.
fn refusal(call: &Call, status: StatusCode, head: Head, body: &[u8], log_id: Option<String>) -> Error {
    let api = call.client.shared.api;
    let code = head.code.filter(|&code| code != 0);
    let known: Option<&'static KnownError> = code.and_then(|code| api.known_error(code));
    let is = |refusal: Option<crate::api::Refusal>| refusal.is_some_and(|r| r.matches(status.as_u16(), code));
    let kind = if is_duplicate(api, status, code) {
        ErrorKind::Duplicate
    } else if is(api.throttled) || status == StatusCode::TOO_MANY_REQUESTS {
        ErrorKind::RateLimited
    } else {
        ErrorKind::Api
    };
    let said = head.message.filter(|message| !message.is_empty());
    let message = match (said, code) {
        (Some(message), _) => format!("the server refused: {message}"),
        (None, Some(_)) => "the server refused".to_owned(),
        (None, None) => format!("the server refused with {status}{}", excerpt(body)),
    };
    let write = call.endpoint.effect == Effect::Write;
    let applied = write && (kind == ErrorKind::Duplicate || status.is_server_error());
    call.error(kind, message)
        .with_status(status.as_u16())
        .with_code(code, known)
        .with_detail(head.detail)
        .with_log_id(log_id)
        .maybe_applied(applied)
}

/// The error for an answer that says yes but cannot be read.
fn unreadable(
    call: &Call,
    status: StatusCode,
    body: &[u8],
    why: &DecodeError,
    log_id: Option<String>,
) -> Error {
    let shown = if why.is_malformed() { excerpt(body) } else { String::new() };
    call.error(ErrorKind::Decode, format!("the answer is not what the API promises: {why}{shown}"))
        .with_status(status.as_u16())
        .with_log_id(log_id)
        .with_source(why.clone())
        .maybe_applied(call.endpoint.effect == Effect::Write)
}

/// The beginning of a body that is not an envelope, for the eyes of whoever reads the error. JSON is left out: it may
/// hold tokens.
fn excerpt(body: &[u8]) -> String {
    const SHOWN: usize = 120;
    let start = String::from_utf8_lossy(&body[..body.len().min(4 * SHOWN)]);
    let start = start.trim_start();
    if start.is_empty() || start.starts_with(['{', '[', '"']) {
        return String::new();
    }
    let text: String = start.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SHOWN).collect();
    format!(": {text:?}")
}
