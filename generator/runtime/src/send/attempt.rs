//! One attempt: a request out, an answer in.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::StatusCode;
use http::header::{HeaderMap, RETRY_AFTER};
use tokio::time::{Instant, timeout_at};

use crate::api::{Api, Envelope};
use crate::call::Call;
use crate::download::Download;
use crate::envelope;
use crate::error::{Error, ErrorKind, Result};
use paceline::{InFlight, Outcome, Permit};

use super::detach::Detached;
use super::receive::{Reading, Received, receive};

/// An answer as it arrived.
pub(super) struct Arrived {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
}

pub(super) enum Body {
    Read(Bytes),
    /// A file that is still coming in.
    Open(Box<Download>),
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
    reading: &Reading,
    until: &Until,
) -> std::result::Result<Arrived, Lost> {
    let mut response = match head(leaving, until).await {
        Ok(response) => response,
        Err(Missed::Answer(error)) => return Err(lost(call, error)),
        Err(Missed::Refused { status, headers, body }) => return arrived(call, status, headers, body),
    };
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    let body = timeout_at(until.caller, receive(&mut response, &headers, reading))
        .await
        .unwrap_or_else(|_| Err(call.error(ErrorKind::Timeout, "the answer did not end in time")));
    let body = body.map(|received| match received {
        Received::Whole(body) => Body::Read(body),
        Received::Beginning(first) => {
            let (headers, rest) = (headers.clone(), Some(response));
            Body::Open(Box::new(Download::new(headers, first, rest, reading.patience)))
        }
    });
    arrived(call, status, headers, body)
}

async fn head(leaving: Leaving, until: &Until) -> std::result::Result<reqwest::Response, Missed> {
    if until.caller < until.attempt {
        timeout_at(until.caller, leaving).await.unwrap_or(Err(Missed::Answer(None)))
    } else {
        // The attempt keeps its own end.
        leaving.await
    }
}

fn arrived(
    call: &Call,
    status: StatusCode,
    headers: HeaderMap,
    body: Result<Body>,
) -> std::result::Result<Arrived, Lost> {
    body.map_err(|error| {
        let error = error.with_status(status.as_u16()).with_log_id(log_id(call, &headers));
        Lost { error, sent: true }
    })
    .map(|body| Arrived { status, headers, body })
}

/// A request on its way, until the head of its answer is here.
pub(super) type Leaving = Detached<std::result::Result<reqwest::Response, Missed>>;

/// Why there is no answer whose body is still to be brought in.
pub(super) enum Missed {
    /// None came, or none in time.
    Answer(Option<reqwest::Error>),
    /// One came whose body had to be looked at.
    Refused { status: StatusCode, headers: HeaderMap, body: Result<Body> },
}

/// Sends the request. The limiter is told what is known as soon as the head of the answer is here.
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
        let (outcome, result) = match timeout_at(until, answer).await {
            Ok(Ok(response)) if response.status() == StatusCode::TOO_MANY_REQUESTS => {
                // Apart, so that all the others carry no room for it.
                return Err(Box::pin(judge.refused(response, in_flight, reading, until)).await);
            }
            Ok(Ok(response)) => (outcome(response.status()), Ok(response)),
            // A connection that was never made has carried nothing.
            Ok(Err(error)) if error.is_connect() => (Outcome::NotSent, Err(Missed::Answer(Some(error)))),
            Ok(Err(error)) => (Outcome::Unknown, Err(Missed::Answer(Some(error)))),
            Err(_) => (Outcome::Unknown, Err(Missed::Answer(None))),
        };
        in_flight.finish(outcome);
        result
    })
}

fn outcome(status: StatusCode) -> Outcome {
    match status {
        // Something in between may have answered in the server's place, and the request may still be on its way.
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            Outcome::Unknown
        }
        _ => Outcome::Responded,
    }
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
    ) -> Missed {
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = match timeout_at(until, receive(&mut response, &headers, &reading)).await {
            Ok(body) => body.map(|(Received::Whole(body) | Received::Beginning(body))| body),
            Err(_) => Err(Error::new(ErrorKind::Timeout, "the answer did not end in time")),
        };
        in_flight.finish(self.outcome(status, &headers, &body));
        Missed::Refused { status, headers, body: body.map(Body::Read) }
    }

    fn outcome(&self, status: StatusCode, headers: &HeaderMap, body: &Result<Bytes>) -> Outcome {
        let code = body.as_ref().ok().and_then(|body| envelope::salvage(self.envelope, body).code);
        match self.api.throttled {
            Some(refusal) if !refusal.matches(status.as_u16(), code) => Outcome::Responded,
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
