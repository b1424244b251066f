//! One attempt: a request out, an answer in.

use std::time::{Duration, SystemTime};

use http::StatusCode;
use http::header::{HeaderMap, RETRY_AFTER};
use tokio::time::{Instant, timeout_at};

use crate::api::{Api, Envelope};
use crate::call::Call;
use crate::envelope;
use crate::error::{Error, ErrorKind, Result};
use crate::limiter::{InFlight, Outcome, Permit};

use super::detach::Detached;
use super::receive::{Body, Reading, receive};

/// An answer as it arrived.
pub(super) struct Arrived {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
}

/// Why no answer came, or not the whole of it.
pub(super) struct Lost {
    pub(super) error: Error,
    /// Whether the server may have received the request.
    pub(super) sent: bool,
}

/// Until when an attempt goes on.
#[derive(Clone, Copy)]
pub(super) struct Until {
    /// The end of the caller's patience.
    pub(super) caller: Instant,
    /// The end of the attempt itself. It is followed so far in the background when the caller gives up.
    pub(super) attempt: Instant,
}

/// Sends the request and brings its answer in. When the caller gives up, it is followed in the background until the
/// limiter knows when it was counted.
pub(super) async fn attempt(
    call: &Call,
    leaving: Leaving,
    reading: Reading,
    until: Until,
) -> std::result::Result<Arrived, Lost> {
    let head = if until.caller < until.attempt {
        timeout_at(until.caller, leaving).await.unwrap_or(Err(None))
    } else {
        // The attempt keeps its own end.
        leaving.await
    };
    let head = head.map_err(|error| lost(call, error))?;
    let (status, headers) = (head.status, head.headers);
    let body = match head.body {
        Coming::Here(body) => body,
        Coming::Open(response) => timeout_at(until.caller, receive(response, &headers, reading))
            .await
            .unwrap_or_else(|_| Err(call.error(ErrorKind::Timeout, "the answer did not end in time"))),
    };
    match body {
        Ok(body) => Ok(Arrived { status, headers, body }),
        Err(error) => {
            let error = error.with_status(status.as_u16()).with_log_id(log_id(call, &headers));
            Err(Lost { error, sent: true })
        }
    }
}

/// A request on its way, until the head of its answer is here.
pub(super) type Leaving = Detached<std::result::Result<Head, Option<reqwest::Error>>>;

/// Sends the request.
pub(super) fn leave(
    call: &Call,
    request: reqwest::Request,
    permit: Permit,
    reading: Reading,
    until: Instant,
) -> Leaving {
    let shared = &call.client.shared;
    let judge =
        Judge { api: shared.api, envelope: call.endpoint.envelope, most: shared.retry.max_retry_after };
    let in_flight = permit.start();
    let answer = shared.http.execute(request);
    Detached::new(async move {
        match timeout_at(until, answer).await {
            Ok(Ok(response)) if response.status() == StatusCode::TOO_MANY_REQUESTS => {
                // Apart, so that all the others carry no room for it.
                Ok(Box::pin(judge.refused(response, in_flight, reading, until)).await)
            }
            Ok(Ok(response)) => Ok(accepted(response, in_flight)),
            Ok(Err(error)) => {
                // A connection that was never made has carried nothing.
                in_flight.finish(if error.is_connect() { Outcome::NotSent } else { Outcome::Unknown });
                Err(Some(error))
            }
            Err(_) => {
                in_flight.finish(Outcome::Unknown);
                Err(None)
            }
        }
    })
}

/// The head of an answer, with what is left to do for its body.
pub(super) struct Head {
    status: StatusCode,
    headers: HeaderMap,
    body: Coming,
}

enum Coming {
    Open(reqwest::Response),
    Here(Result<Body>),
}

/// Tells the limiter what is known as soon as the head of the answer is here.
fn accepted(mut response: reqwest::Response, in_flight: InFlight) -> Head {
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    in_flight.finish(match status {
        // Something in between may have answered in the server's place, and the request may still be on its way.
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            Outcome::Unknown
        }
        _ => Outcome::Answered,
    });
    Head { status, headers, body: Coming::Open(response) }
}

/// What it takes to tell the limiter about an answer with status 429.
struct Judge {
    api: &'static Api,
    envelope: &'static Envelope,
    /// The longest pause that the server's word is good for.
    most: Duration,
}

impl Judge {
    /// The status alone does not say whether the rate was exceeded, so the body is read first.
    async fn refused(
        &self,
        mut response: reqwest::Response,
        in_flight: InFlight,
        reading: Reading,
        until: Instant,
    ) -> Head {
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = timeout_at(until, receive(response, &headers, reading)).await;
        let body =
            body.unwrap_or_else(|_| Err(Error::new(ErrorKind::Timeout, "the answer did not end in time")));
        in_flight.finish(self.outcome(status, &headers, &body));
        Head { status, headers, body: Coming::Here(body) }
    }

    fn outcome(&self, status: StatusCode, headers: &HeaderMap, body: &Result<Body>) -> Outcome {
        let code = match body {
            Ok(Body::Read(body)) => envelope::salvage(self.envelope, body).code,
            _ => None,
        };
        match self.api.throttled {
            Some(refusal) if !refusal.matches(status.as_u16(), code) => Outcome::Answered,
            _ => Outcome::Throttled { after: retry_after(headers).map(|after| after.min(self.most)) },
        }
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

/// The log id that the headers name.
pub(super) fn log_id(call: &Call, headers: &HeaderMap) -> Option<String> {
    let names = call.client.shared.api.log_id_headers.iter();
    names.filter_map(|name| headers.get(*name)?.to_str().ok()).find(|id| !id.is_empty()).map(str::to_owned)
}

/// How long the server asks to wait: so many seconds, or until a date.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    // A date that has passed asks for no wait.
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        let read = |text: &str| retry_after(&HeaderMap::from_iter([(RETRY_AFTER, text.parse().unwrap())]));
        assert_eq!(read("120"), Some(Duration::from_secs(120)));
        let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(90));
        assert!((85..=90).contains(&read(&soon).unwrap().as_secs()), "{soon}");
        assert_eq!(read("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert_eq!((read("-1"), read("soon")), (None, None));
    }
}
