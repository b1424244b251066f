//! One attempt: a request out, an answer in.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{HeaderMap, RETRY_AFTER};
use http::{StatusCode, header};
use tokio::time::Instant;

use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};
use crate::limiter::{InFlight, Outcome, Permit};

use super::detach::Detached;
use super::open::{self, Expect};

/// An answer as it arrived.
pub(super) struct Arrived {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
}

pub(super) enum Body {
    Read(Bytes),
    /// A file that is still coming in.
    Open(reqwest::Response),
}

/// Why no answer came.
pub(super) struct Lost {
    pub(super) error: Error,
    /// Whether the server may have received the request.
    pub(super) sent: bool,
}

/// Sends the request and brings its answer in. When the caller gives up, it is followed in the background until the
/// limiter knows when it was counted.
pub(super) async fn attempt(
    call: &Call,
    request: reqwest::Request,
    permit: Permit,
    expect: &Expect,
    deadline: Instant,
) -> std::result::Result<Arrived, Lost> {
    let http = call.client.shared.http.clone();
    let in_flight = permit.start();
    // A lost answer must not be awaited for ever; the caller's own deadline is watched below.
    let head = Detached::new(async move {
        match tokio::time::timeout_at(deadline, http.execute(request)).await {
            Ok(result) => anchor(result, in_flight),
            Err(_) => {
                in_flight.finish(Outcome::Unknown);
                Err(None)
            }
        }
    });
    let (response, throttle) = head.await.map_err(|error| lost(call, error))?;
    let throttled = throttle.is_some();
    let result = tokio::time::timeout_at(deadline, receive(call, response, expect, throttled)).await;
    let arrived = match result {
        Ok(arrived) => arrived,
        Err(_) => Err(call.error(ErrorKind::Timeout, "the answer did not end in time")),
    };
    if let Some(in_flight) = throttle {
        in_flight
            .finish(arrived.as_ref().map_or(Outcome::Unknown, |arrived| throttle_outcome(call, arrived)));
    }
    arrived.map_err(|error| Lost { error, sent: true })
}

type Head = std::result::Result<(reqwest::Response, Option<InFlight>), Option<reqwest::Error>>;

/// Tells the limiter what is known as soon as the head of the answer is here. Status 429 alone does not say whether
/// the rate was exceeded, so then the permit waits for the body.
fn anchor(result: reqwest::Result<reqwest::Response>, in_flight: InFlight) -> Head {
    match result {
        Ok(response) if response.status() == StatusCode::TOO_MANY_REQUESTS => Ok((response, Some(in_flight))),
        Ok(response) => {
            in_flight.finish(match response.status() {
                // Something in between may have answered in the server's place, and the request may still be on its way.
                StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
                    Outcome::Unknown
                }
                _ => Outcome::Answered,
            });
            Ok((response, None))
        }
        Err(error) => {
            in_flight.finish(if error.is_connect() { Outcome::NotSent } else { Outcome::Unknown });
            Err(Some(error))
        }
    }
}

fn throttle_outcome(call: &Call, arrived: &Arrived) -> Outcome {
    let Body::Read(body) = &arrived.body else { return Outcome::Answered };
    let (head, _) = open::head(call.endpoint.envelope, body);
    match call.client.shared.api.throttled {
        Some(refusal) if !refusal.matches(arrived.status.as_u16(), head.code) => Outcome::Answered,
        _ => Outcome::Throttled { after: retry_after(&arrived.headers) },
    }
}

fn lost(call: &Call, error: Option<reqwest::Error>) -> Lost {
    let Some(error) = error else {
        return Lost { error: call.error(ErrorKind::Timeout, "no answer came in time"), sent: true };
    };
    let (kind, message, sent) = if error.is_connect() {
        (ErrorKind::Connect, "the server cannot be reached", false)
    } else if error.is_timeout() {
        (ErrorKind::Timeout, "no answer came in time", true)
    } else {
        (ErrorKind::Transport, "the connection broke before an answer came", true)
    };
    Lost { error: call.error(kind, message).with_source(error.without_url()), sent }
}

async fn receive(
    call: &Call,
    response: reqwest::Response,
    expect: &Expect,
    throttled: bool,
) -> Result<Arrived> {
    let (status, headers) = (response.status(), response.headers().clone());
    let file = matches!(expect, Expect::File) && status.is_success() && !throttled && !is_json(&headers);
    let body = if file {
        Body::Open(response)
    } else {
        Body::Read(
            read_bounded(response, call.client.shared.max_body)
                .await
                .map_err(|e| e.with_endpoint(call.endpoint.id))?,
        )
    };
    Ok(Arrived { status, headers, body })
}

/// Reads a body of at most `max` bytes.
pub(crate) async fn read_bounded(mut response: reqwest::Response, max: usize) -> Result<Bytes> {
    let too_large =
        || Error::new(ErrorKind::TooLarge, format!("the answer is larger than the {max} bytes allowed"));
    let announced = response.content_length().unwrap_or(0);
    if announced > max as u64 {
        return Err(too_large());
    }
    let mut body = BytesMut::with_capacity(usize::try_from(announced).unwrap_or(0));
    loop {
        let chunk = response.chunk().await.map_err(|error| {
            Error::new(ErrorKind::Transport, "the answer broke off").with_source(error.without_url())
        })?;
        match chunk {
            None => return Ok(body.freeze()),
            Some(chunk) if chunk.len() > max - body.len() => return Err(too_large()),
            Some(chunk) => body.extend_from_slice(&chunk),
        }
    }
}

/// Whether an answer says that it is JSON: `application/json`, `application/problem+json; charset=utf-8`, `text/json`.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.ends_with("/json") || kind.ends_with("+json")
}

/// How long the server asks to wait: seconds; dates are left to the limiter's own pause.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}
