//! Step 5: the response comes in.

use bytes::Bytes;
use http::StatusCode;
use http::header::HeaderMap;
use tokio::time::timeout_at;
use tracing::{Instrument, Span};

use crate::call::Call;
use crate::download::Download;
use crate::error::{Error, ErrorKind, Result};
use crate::header::log_id;
use crate::observe::AttemptObserver;

use super::cause::{Cause, cause};
use super::dispatch::{Deadlines, DispatchedRequest, NoResponse, is_refused_stream};
use super::receive_body::{BodyLimits, ReceivedBody, receive_body};
use super::spawn_on_drop::SpawnOnDrop;

/// What came of an attempt, before its meaning is known.
pub(super) struct ReceivedAttempt {
    pub(super) span: Span,
    pub(super) observer: AttemptObserver,
    pub(super) result: std::result::Result<RawResponse, TransportError>,
}

/// A response as it came.
pub(super) struct RawResponse {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: RawBody,
}

pub(super) enum RawBody {
    Read(Bytes),
    /// A file that is still coming in.
    Open(Box<Download>),
    /// A stream that is still coming in.
    Stream(Box<reqwest::Response>),
}

/// Why no response came, or not the whole of it.
pub(super) struct TransportError {
    pub(super) error: Error,
    /// Whether the server may have received the request.
    pub(super) sent: bool,
    /// Whether another attempt would fail the same way.
    pub(super) is_final: bool,
}

impl DispatchedRequest {
    /// Receives the response.
    pub(super) async fn receive(self, call: &Call) -> ReceivedAttempt {
        // Boxed, since the allocators of most systems take their time with a task larger than a kilobyte.
        let result = Box::pin(receive(call, self.head, &self.limits, self.deadlines));
        let result = result.instrument(self.span.clone()).await;
        ReceivedAttempt { span: self.span, observer: self.observer, result }
    }
}

type Head = SpawnOnDrop<std::result::Result<reqwest::Response, NoResponse>>;

async fn receive(
    call: &Call,
    head: Head,
    limits: &BodyLimits,
    deadlines: Deadlines,
) -> std::result::Result<RawResponse, TransportError> {
    let mut response = match receive_head(head, deadlines).await {
        Ok(response) => response,
        Err(NoResponse::Failed(error)) => return Err(transport_error(call, error)),
        Err(NoResponse::TimedOut { sent }) => {
            let error = call.error(ErrorKind::Timeout, "no response came in time");
            return Err(TransportError { error, sent, is_final: false });
        }
        Err(NoResponse::TooManyRequests { status, headers, body }) => {
            return raw_response(call, status, headers, body.map(RawBody::Read));
        }
    };
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    let body = timeout_at(deadlines.caller, receive_body(&mut response, &headers, limits, deadlines.caller))
        .await
        .unwrap_or_else(|_| Err(call.error(ErrorKind::Timeout, "the response did not end in time")));
    let body = body.map(|received| match received {
        ReceivedBody::Whole(body) => RawBody::Read(body),
        ReceivedBody::Beginning(first) => {
            let (headers, rest) = (headers.clone(), Some(response));
            RawBody::Open(Box::new(Download::new(headers, first, rest, limits.chunk_timeout)))
        }
        ReceivedBody::Stream => RawBody::Stream(Box::new(response)),
    });
    raw_response(call, status, headers, body)
}

async fn receive_head(
    mut head: Head,
    deadlines: Deadlines,
) -> std::result::Result<reqwest::Response, NoResponse> {
    if deadlines.caller < deadlines.attempt {
        match timeout_at(deadlines.caller, &mut head).await {
            Ok(response) => response,
            Err(_) => Err(NoResponse::TimedOut { sent: head.is_sent() }),
        }
    } else {
        // The attempt has a timer of its own.
        head.await
    }
}

fn raw_response(
    call: &Call,
    status: StatusCode,
    headers: HeaderMap,
    body: Result<RawBody>,
) -> std::result::Result<RawResponse, TransportError> {
    body.map_err(|error| {
        let log_id = log_id(call.api().log_id_headers, &headers);
        TransportError {
            error: error.with_status(status.as_u16()).with_log_id(log_id),
            sent: true,
            is_final: false,
        }
    })
    .map(|body| RawResponse { status, headers, body })
}

fn transport_error(call: &Call, error: reqwest::Error) -> TransportError {
    if let Some(Cause { kind, message, advice, is_final }) = cause(&error) {
        let sent = !error.is_connect();
        let error = call.error(kind, message).with_advice(advice).with_source(error.without_url());
        return TransportError { error, sent, is_final };
    }
    let (kind, message, sent) = if error.is_connect() {
        (ErrorKind::Connect, "the server cannot be reached", false)
    } else if is_refused_stream(&error) {
        (ErrorKind::Transport, "the server refused to take the request", false)
    } else if error.is_timeout() {
        (ErrorKind::Timeout, "no response came in time", true)
    } else {
        (ErrorKind::Transport, "the connection broke before a response came", true)
    };
    let error = call.error(kind, message).with_source(error.without_url());
    TransportError { error, sent, is_final: false }
}
