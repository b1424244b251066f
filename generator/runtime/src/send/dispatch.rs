//! Step 4: the request goes out, and the limiter learns when the head of its response came.

use std::error::Error as _;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::HeaderMap;
use paceline::{InFlight, Outcome, Permit};
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep, timeout_at};
use tracing::field::Empty;
use tracing::{Span, debug_span};

use crate::api::{Api, Envelope};
use crate::envelope::recover_envelope;
use crate::error::{Error, ErrorKind, Result};
use crate::header::{log_id, retry_after};
use crate::observe::AttemptObserver;
use crate::retry::is_throttled;
use crate::told_limits;

use super::admit::TRANSIT;
use super::execution::CallExecution;
use super::receive_body::{BodyLimits, Content, ReceivedBody, receive_body};
use super::response_kind::ResponseKind;
use super::spawn_on_drop::SpawnOnDrop;
use super::write_mark::WriteMark;

/// A request on its way.
pub(super) struct DispatchedRequest {
    pub(super) span: Span,
    pub(super) observer: AttemptObserver,
    pub(super) head: SpawnOnDrop<std::result::Result<reqwest::Response, NoResponse>>,
    pub(super) limits: BodyLimits,
    pub(super) deadlines: Deadlines,
}

/// How long an attempt goes on.
#[derive(Clone, Copy)]
pub(super) struct Deadlines {
    /// When the caller gives up.
    pub(super) caller: Instant,
    /// The end of the attempt itself. It is followed until then in the background when the caller gives up.
    pub(super) attempt: Instant,
}

/// Why there is no response whose body is still to be received.
pub(super) enum NoResponse {
    /// None came.
    Failed(reqwest::Error),
    /// None came in time.
    TimedOut { sent: bool },
    /// One came whose body had to be looked at.
    TooManyRequests { status: StatusCode, headers: HeaderMap, body: Result<Bytes> },
}

impl CallExecution {
    /// Sends the request of the next attempt.
    pub(super) fn dispatch(&mut self, permit: Permit) -> Result<DispatchedRequest> {
        let request = self.request.build(&self.call, self.token.as_ref())?;
        self.attempts += 1;
        let (number, waited) = (self.attempts, permit.waited());
        let span =
            debug_span!("attempt", number, waited_ms = waited.as_millis(), status = Empty, log_id = Empty);
        let (client, endpoint) = (&self.call.client, &self.call.endpoint);
        let observer = span.in_scope(|| {
            let name = || endpoint.to_name();
            let what = (endpoint.method, endpoint.effect);
            AttemptObserver::start(client.observer(), name, what, number, waited)
        });
        let (attempt_timeout, now) = (self.attempt_timeout(), Instant::now());
        let end = (now + attempt_timeout).min(self.max_elapsed_ends());
        self.attempt_began = now;
        let deadlines =
            Deadlines { attempt: end, caller: self.deadline.map_or(end, |deadline| deadline.min(end)) };
        let content = match self.kind {
            ResponseKind::File => Content::File,
            ResponseKind::Stream(form, _) => Content::Stream(form.kind),
            _ => Content::Value,
        };
        let limits = BodyLimits { max: client.max_body(), content, chunk_timeout: attempt_timeout };
        let head = span.in_scope(|| self.send(request, permit, limits, end));
        Ok(DispatchedRequest { span, observer, head, limits, deadlines })
    }

    /// Sends the request. The limiter is informed as soon as the head of the response is here.
    fn send(
        &self,
        request: reqwest::Request,
        permit: Permit,
        limits: BodyLimits,
        end: Instant,
    ) -> SpawnOnDrop<std::result::Result<reqwest::Response, NoResponse>> {
        let client = &self.call.client;
        let classifier = ThrottleClassifier {
            api: client.api(),
            envelope: self.call.endpoint.envelope,
            max_retry_after: client.retry_policy().max_retry_after,
        };
        let mark = WriteMark::default();
        let mut in_flight = CountedRequest { slot: Some(permit.start()), mark: mark.clone() };
        let response = client.http().execute(mark.watch(request));
        SpawnOnDrop::new(mark, async move {
            let (outcome, result) = match timeout_at(end, response).await {
                Ok(Ok(response)) if response.status() == StatusCode::TOO_MANY_REQUESTS => {
                    // Apart, so that all the others carry no room for it.
                    return Err(Box::pin(classifier.read(response, in_flight, limits, end)).await);
                }
                Ok(Ok(response)) => {
                    let outcome = Some(Outcome::Responded).filter(|_| classifier.is_of_server(&response));
                    if outcome.is_some() {
                        in_flight.tell(classifier.api, response.headers());
                    }
                    (outcome, Ok(response))
                }
                // A connection that was never made has carried nothing.
                Ok(Err(error)) if error.is_connect() => {
                    (Some(Outcome::NotSent), Err(NoResponse::Failed(error)))
                }
                // A refused stream was not carried out, but may have been counted.
                Ok(Err(error)) if is_refused_stream(&error) => {
                    (Some(Outcome::Responded), Err(NoResponse::Failed(error)))
                }
                Ok(Err(error)) => (None, Err(NoResponse::Failed(error))),
                Err(_) => (None, Err(NoResponse::TimedOut { sent: in_flight.mark.is_set() })),
            };
            if let Some(outcome) = outcome {
                in_flight.finish(outcome);
            }
            result
        })
    }
}

/// A request that the server may count. When the client loses sight of it, its slot is held for as long as it may still
/// be on its way.
struct CountedRequest {
    slot: Option<InFlight>,
    mark: WriteMark,
}

impl CountedRequest {
    /// Tells the limiter what a response of the server says of the limits.
    #[inline]
    fn tell(&mut self, api: &Api, headers: &HeaderMap) {
        if let (Some(slot), [_, ..]) = (&mut self.slot, api.limit_headers) {
            told_limits::tell(slot, api.limit_headers, headers);
        }
    }

    fn finish(mut self, outcome: Outcome) {
        if let Some(slot) = self.slot.take() {
            slot.finish(outcome);
        }
    }
}

impl Drop for CountedRequest {
    fn drop(&mut self) {
        let Some(slot) = self.slot.take() else { return };
        if !self.mark.is_set() {
            slot.finish(Outcome::NotSent);
        } else if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move {
                sleep(TRANSIT).await;
                slot.finish(Outcome::Responded);
            });
        }
        // Without a runtime, the slot is held for the longest time that an attempt can take.
    }
}

/// Whether the server refused an HTTP/2 stream, or the connection it was to go through, without reading the request.
pub(super) fn is_refused_stream(error: &reqwest::Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        if let Some(error) = cause.downcast_ref::<h2::Error>() {
            return match error.reason() {
                Some(h2::Reason::REFUSED_STREAM) => error.is_reset() && error.is_remote(),
                Some(h2::Reason::NO_ERROR) => error.is_go_away() && error.is_remote(),
                _ => false,
            };
        }
        source = cause.source();
    }
    false
}

/// Classifies a response with status 429 for the limiter.
struct ThrottleClassifier {
    api: &'static Api,
    envelope: &'static Envelope,
    /// The longest pause that the server's word is good for.
    max_retry_after: Duration,
}

impl ThrottleClassifier {
    /// Whether the server itself responded. A gateway may respond in its place while the request is still on its way;
    /// it does not know the server's log ids.
    fn is_of_server(&self, response: &reqwest::Response) -> bool {
        match response.status() {
            StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
                log_id(self.api.log_id_headers, response.headers()).is_some()
            }
            _ => true,
        }
    }

    /// The status alone does not say whether the rate was exceeded, so the body is read first.
    async fn read(
        &self,
        mut response: reqwest::Response,
        mut in_flight: CountedRequest,
        limits: BodyLimits,
        end: Instant,
    ) -> NoResponse {
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = match timeout_at(end, receive_body(&mut response, &headers, &limits, end)).await {
            Ok(body) => body.map(|received| match received {
                ReceivedBody::Whole(body) | ReceivedBody::Beginning(body) => body,
                ReceivedBody::Stream => Bytes::new(),
            }),
            Err(_) => Err(Error::new(ErrorKind::Timeout, "the response did not end in time")),
        };
        in_flight.tell(self.api, &headers);
        in_flight.finish(self.outcome(status, &headers, &body));
        NoResponse::TooManyRequests { status, headers, body }
    }

    fn outcome(&self, status: StatusCode, headers: &HeaderMap, body: &Result<Bytes>) -> Outcome {
        let code = body.as_ref().ok().and_then(|body| recover_envelope(self.envelope, body).code);
        if is_throttled(self.api, status, code) {
            Outcome::Throttled { after: retry_after(headers).map(|after| after.min(self.max_retry_after)) }
        } else {
            Outcome::Responded
        }
    }
}
