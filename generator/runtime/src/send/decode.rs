//! Step 6: what a response means. Success needs both: a 2xx status and no error code.

use std::any::Any;

use bytes::Bytes;
use http::header::{CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, StatusCode};
use tracing::{debug, record_all};
use url::Url;

use crate::api::{Endpoint, Envelope, KnownError, Method, StreamForm, Success};
use crate::call::Call;
use crate::download::Download;
use crate::envelope::{Head, envelope_of, find_refusal, read_envelope};
use crate::error::{Error, ErrorKind};
use crate::header::{is_html, log_id, retry_after};
use crate::json::{DecodeError, HIDDEN};
use crate::retry::{Failure, FailureClass, classify, is_duplicate, is_throttled};
use crate::stream::OpenStream;

use super::decode_body::{
    DecodedBody, DecodedData, decode_data, decode_page, decode_token, decode_whole_page,
};
use super::excerpt::{excerpt, quote};
use super::execution::CallExecution;
use super::left_out::LeftOut;
use super::receive::{RawBody, RawResponse, ReceivedAttempt, TransportError};
use super::response::{ResponseMeta, UntypedResponse};
use super::response_kind::ResponseKind;

impl CallExecution {
    /// Decodes a response, and reports the attempt's end.
    pub(super) fn decode(&self, received: ReceivedAttempt) -> Result<UntypedResponse, Failure> {
        let ReceivedAttempt { span, observer, result } = received;
        let _entered = span.enter();
        let RawResponse { status, headers, body } = match result {
            Ok(response) => response,
            Err(lost) => {
                let lost = TransportError { error: self.redact(lost.error), ..lost };
                observer.finish(lost.error.status(), None, Some(lost.error.kind()));
                debug!(error = %lost.error, "no response");
                return Err(self.transport_failure(lost));
            }
        };
        let read = match &body {
            RawBody::Read(body) if self.call.keeps_body || !self.call.endpoint.refusals.is_empty() => {
                Some(body.clone())
            }
            _ => None,
        };
        let kept = read.clone().filter(|_| self.call.keeps_body);
        let result = decode_response(&self.call, &self.kind, status, &headers, body);
        let result = result.map_err(|Failure { error, class }| {
            let refusal = self.read_refusal(&error, status, read.as_deref().unwrap_or_default());
            let error = error.with_refusal(refusal).with_body(kept.as_deref().map(String::from_utf8_lossy));
            Failure { error: self.redact(error), class }
        });
        // In the log id of a success only the token is looked for: it is the one secret that every server has.
        let result = result.map(|response| DecodedResponse {
            log_id: response.log_id.map(|log_id| self.without_token(log_id)),
            ..response
        });
        let (error, log_id) = match &result {
            Ok(response) => (None, response.log_id.as_deref()),
            Err(failure) => (Some(&failure.error), failure.error.log_id()),
        };
        record_all!(span, status = status.as_u16(), log_id);
        debug!(code = error.and_then(Error::code), "responded");
        observer.finish(Some(status.as_u16()), error.and_then(Error::code), error.map(Error::kind));
        let DecodedResponse { data, log_id, left_out: LeftOut { problems: left_out, incomplete } } = result?;
        let (attempts, waited) = (self.attempts, self.waited);
        let incomplete = incomplete.map(|error| self.redact(error).with_attempts(attempts));
        let meta = ResponseMeta { status, headers, log_id, attempts, waited, left_out, body: kept };
        Ok(UntypedResponse { data, meta: Box::new(meta), incomplete })
    }

    fn without_token(&self, log_id: String) -> String {
        match &self.token {
            Some(token) if !token.is_empty() && log_id.contains(token.expose()) => HIDDEN.to_owned(),
            _ => log_id,
        }
    }

    fn transport_failure(&self, lost: TransportError) -> Failure {
        let TransportError { error, sent, is_final } = lost;
        let class = match error.kind() {
            // A second response would be no smaller.
            ErrorKind::TooLarge => FailureClass::Final,
            _ if is_final => FailureClass::Final,
            _ if sent => FailureClass::Ambiguous,
            _ => FailureClass::NotSent,
        };
        Failure { error: error.maybe_applied(sent && self.call.is_write()), class }
    }
}

/// The response to a call that succeeded.
struct DecodedResponse {
    data: Box<dyn Any + Send>,
    log_id: Option<String>,
    left_out: LeftOut,
}

impl DecodedResponse {
    /// A response whose body is still coming in.
    fn opened(data: Box<dyn Any + Send>, log_id: Option<String>) -> Self {
        Self { data, log_id, left_out: LeftOut::default() }
    }
}

/// The data of a success, or what failed.
fn decode_response(
    call: &Call,
    kind: &ResponseKind,
    status: StatusCode,
    headers: &HeaderMap,
    body: RawBody,
) -> Result<DecodedResponse, Failure> {
    let header_id = log_id(call.api().log_id_headers, headers);
    let body = match body {
        RawBody::Open(file) => return Ok(DecodedResponse::opened(file, header_id)),
        RawBody::Stream(response) => match kind {
            ResponseKind::Stream(form, typed) => {
                let stream = OpenStream::new(call, *form, header_id.clone(), *response);
                return Ok(DecodedResponse::opened(typed(stream), header_id));
            }
            // The bodies of all other kinds are read.
            _ => Bytes::new(),
        },
        RawBody::Read(body) => body,
    };
    let endpoint = &call.endpoint;
    let envelope = envelope_of(endpoint, &body);
    let is_empty = is_empty_success(endpoint, envelope, status, &body);
    // What is read of an empty body is what is read of `null`.
    let text: &[u8] = if is_empty { b"null" } else { &body };
    // What is read may take as much memory again as its text may.
    let room = call.client.max_body();
    let mut decoded = match kind {
        ResponseKind::Data(empty) => decode_data(empty(), envelope, text, room),
        ResponseKind::ByStatus(empty) => match empty(status.as_u16()) {
            Some(data) => decode_data(data, envelope, text, room),
            None => unknown_status(envelope, status, text),
        },
        ResponseKind::Page(empty) => decode_page(empty(), endpoint, envelope, headers, text, room),
        ResponseKind::WholePage(empty) => decode_whole_page(empty(), endpoint, envelope, headers, text, room),
        ResponseKind::Token(exchange) => decode_token(exchange, envelope, text, room),
        ResponseKind::File => short_file(call, envelope, status, headers, &body),
        ResponseKind::Stream(form, _) => no_stream(*form, envelope, headers, &body),
    };
    let needs_no_proof = matches!(kind, ResponseKind::File | ResponseKind::Stream(..));
    let succeeded =
        status.is_success() && (needs_no_proof || is_empty || decoded.head.proves_success(envelope));
    let mut head = std::mem::take(&mut decoded.head);
    let refused = head.refuses(envelope);
    if !succeeded && !refused {
        // Gateways before an endpoint refuse in envelopes of their own.
        let others =
            std::iter::once(call.api().unknown.envelope).chain(call.api().fallback_envelopes.iter().copied());
        let log_id = head.log_id.take();
        head = find_refusal(others, &body).unwrap_or(head);
        head.log_id = head.log_id.or(log_id);
    }
    let log_id = header_id.or_else(|| head.log_id.take());
    if succeeded && !head.has_code() {
        let error = |why: &DecodeError| unreadable(call, status, headers, &body, why, log_id.clone());
        let left_out = LeftOut::report(call, text, &mut decoded, error)?;
        return match decoded.data {
            Ok(data) => Ok(DecodedResponse { data: data.into_any(), log_id, left_out }),
            Err(why) => Err(Failure { error: error(&why), class: FailureClass::Final }),
        };
    }
    if status.is_success() && !refused && !head.has_code() {
        let error = unproven(call, envelope, status, headers, &body, log_id);
        return Err(Failure { error, class: FailureClass::Final });
    }
    let code = head.code.filter(|&code| code != 0);
    let error = refusal(call, status, headers, head, &body, log_id).with_retry_after(retry_after(headers));
    Err(Failure { error, class: classify(call.api(), status, code) })
}

/// Whether an empty body is a success: the status says that there is none, or is all that proves a success.
fn is_empty_success(endpoint: &Endpoint, envelope: &Envelope, status: StatusCode, body: &[u8]) -> bool {
    let says_nothing = endpoint.empty_statuses.contains(&status.as_u16());
    let needs_no_proof = matches!(envelope.success, Success::Status);
    // The response to `HEAD` never has a body.
    let has_no_body = endpoint.method == Method::Head;
    status.is_success() && body.trim_ascii().is_empty() && (says_nothing || needs_no_proof || has_no_body)
}

/// The error of a 2xx response that does not show that the call succeeded.
fn unproven(
    call: &Call,
    envelope: &Envelope,
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    log_id: Option<String>,
) -> Error {
    let wanted = match envelope.success {
        Success::Member(path, json) => format!("`{}` is not {json}", path.join(".")),
        Success::Code => format!("`{}` is not 0", envelope.code.unwrap_or(&[]).join(".")),
        Success::Status => "the body is of no known form".to_owned(),
    };
    let shown = compression(headers).unwrap_or_else(|| quote(call, body));
    let message = format!("the response does not show that the call succeeded: {wanted}{shown}");
    call.error(ErrorKind::Decode, message)
        .with_status(status.as_u16())
        .with_log_id(log_id)
        .maybe_applied(call.is_write())
}

/// A response whose status the API does not describe: a refusal, of which the envelope says more, or a success of which
/// nothing is known.
fn unknown_status(envelope: &Envelope, status: StatusCode, body: &[u8]) -> DecodedBody {
    let (head, _) = read_envelope(envelope, body, usize::MAX, &mut ());
    let why = format!("its status {} is none that the API describes", status.as_u16());
    DecodedBody::new(head, Err(DecodeError::malformed(why)))
}

/// A short response where a file was asked for. A file may well be JSON itself; only one that says that it is an error
/// is taken for one.
fn short_file(
    call: &Call,
    envelope: &Envelope,
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
) -> DecodedBody {
    let (head, result) = read_envelope(envelope, body, usize::MAX, &mut ());
    if is_html(headers) && !headers.contains_key(CONTENT_DISPOSITION) {
        let no_file = DecodeError::malformed("an HTML page came in place of a file");
        return DecodedBody::new(head, Err(no_file));
    }
    let failed = !status.is_success() || head.has_code();
    let chunk_timeout = call.client.attempt_timeout();
    let file = || {
        let file = Download::new(headers.clone(), body.clone(), None, chunk_timeout);
        (DecodedData::Value(Box::new(file)), Vec::new())
    };
    DecodedBody::new(head, if failed { result.map(|_| file()) } else { Ok(file()) })
}

/// What came in place of a stream: a refusal, as far as the envelope tells, or what nobody asked for.
fn no_stream(form: StreamForm, envelope: &Envelope, headers: &HeaderMap, body: &[u8]) -> DecodedBody {
    let (head, _) = read_envelope(envelope, body, usize::MAX, &mut ());
    let came = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("another type");
    let why = format!("{came:.80} came in place of a stream of {}s", form.item());
    DecodedBody::new(head, Err(DecodeError::malformed(why)))
}

/// The error of a refusal.
fn refusal(
    call: &Call,
    status: StatusCode,
    headers: &HeaderMap,
    head: Head,
    body: &[u8],
    log_id: Option<String>,
) -> Error {
    let api = call.api();
    let code = head.code.filter(|&code| code != 0);
    let known: Option<&'static KnownError> = code.and_then(|code| api.known_error(code));
    let kind = if is_duplicate(api, status, code) {
        ErrorKind::Duplicate
    } else if is_throttled(api, status, code) || status == StatusCode::TOO_MANY_REQUESTS {
        ErrorKind::RateLimited
    } else {
        ErrorKind::Api
    };
    let text = head.message.filter(|message| !message.is_empty());
    let message = match (text, code) {
        (Some(message), _) => format!("the server refused: {message}"),
        (None, Some(_)) => "the server refused".to_owned(),
        (None, None) if status.is_redirection() => format!("the server redirects{}", target(headers)),
        (None, None) => {
            let shown = compression(headers).unwrap_or_else(|| excerpt(call, body));
            format!("the server refused with {status}{shown}")
        }
    };
    let applied = call.is_write() && (kind == ErrorKind::Duplicate || status.is_server_error());
    call.error(kind, message)
        .with_status(status.as_u16())
        .with_code(code, known)
        .with_detail(head.detail)
        .with_log_id(log_id)
        .maybe_applied(applied)
}

/// What is said in place of a body that is compressed in a way that was not asked for; `None` if it is not compressed. The
/// HTTP client takes the header away where it undoes the compression.
fn compression(headers: &HeaderMap) -> Option<String> {
    let encoding = headers.get(CONTENT_ENCODING)?.to_str().ok()?.trim();
    let is_none = encoding.is_empty() || encoding.eq_ignore_ascii_case("identity");
    let advice =
        "which this build cannot read: turn on the feature of that name, or let the gateway send it as it is";
    (!is_none).then(|| format!("; its body is compressed (`Content-Encoding: {encoding:.20}`), {advice}"))
}

/// The host that a redirect leads to. Its path and query may hold a secret.
fn target(headers: &HeaderMap) -> String {
    let location = headers.get(LOCATION).and_then(|location| Url::parse(location.to_str().ok()?).ok());
    let host =
        location.as_ref().and_then(Url::host_str).map(|host| format!(" to {host}")).unwrap_or_default();
    format!("{host}, and redirects are not followed")
}

/// The error of a success that cannot be read.
fn unreadable(
    call: &Call,
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    why: &DecodeError,
    log_id: Option<String>,
) -> Error {
    let message = if why.is_too_large() {
        let max = call.client.max_body();
        format!("what the response holds would take more memory than the {max} bytes allowed: {why}")
    } else if why.is_missing_data() {
        "the server reports success, without the data that the API promises".to_owned()
    } else {
        let excerpt = || compression(headers).unwrap_or_else(|| excerpt(call, body));
        let shown = if why.is_malformed() { excerpt() } else { String::new() };
        format!("the response is not what the API promises: {why}{shown}")
    };
    let kind = if why.is_too_large() { ErrorKind::TooLarge } else { ErrorKind::Decode };
    call.error(kind, message)
        .with_status(status.as_u16())
        .with_log_id(log_id)
        .with_source(why.clone())
        .maybe_applied(call.is_write())
}
