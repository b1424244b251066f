//! Waiting for a permit.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep};

use super::clock::span;
use super::error::LimitError;
use super::gate::Setup;
use super::key::{Caller, Entry};
use super::limit::EndpointLimits;
use super::permit::{Permit, Slot};
use super::queue::{Place, Priority, Ticket};
use super::store::{LeaseRequest, Leasing, LimitStore};
use super::table::Credential;

/// The future of [`CredentialLimiter::acquire`](super::CredentialLimiter::acquire). Dropping it gives back
/// its place in line, and its slot if its turn had come already.
#[must_use = "a future does nothing unless it is awaited"]
pub struct Acquire {
    stage: Stage,
}

enum Stage {
    Here(Wait),
    Leasing { leasing: Leasing, since: Instant, place: Place },
    Refused(LimitError),
    Done,
}

/// One caller's way to a slot of this process.
struct Wait {
    /// Goes into the permit.
    credential: Option<Arc<Credential>>,
    endpoint: EndpointLimits,
    priority: Priority,
    place: Option<Place>,
    deadline: Option<Instant>,
    /// Where it stands in line, if it had to join.
    ticket: Option<Ticket>,
    /// The tick at which it joined the line.
    since: u64,
    /// Rings at the deadline; set only for those who have one and have to wait.
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Acquire {
    pub(super) fn here(
        credential: Arc<Credential>,
        endpoint: EndpointLimits,
        priority: Priority,
        place: Option<Place>,
        deadline: Option<Instant>,
    ) -> Self {
        let wait = Wait {
            credential: Some(credential),
            endpoint,
            priority,
            place,
            deadline,
            ticket: None,
            since: 0,
            alarm: None,
        };
        Self { stage: Stage::Here(wait) }
    }

    /// For those who need not even ask.
    #[inline]
    pub(super) fn refused(error: LimitError) -> Self {
        Self { stage: Stage::Refused(error) }
    }

    pub(super) fn leasing(store: &dyn LimitStore, request: LeaseRequest) -> Self {
        let place = request.place;
        Self { stage: Stage::Leasing { leasing: store.acquire(request), since: Instant::now(), place } }
    }
}

impl Future for Acquire {
    type Output = Result<Permit, LimitError>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.stage {
            Stage::Refused(error) => Poll::Ready(Err(error)),
            _ => self.poll_on(cx),
        }
    }
}

impl Acquire {
    /// The rest of a poll: for those who were not refused at the call.
    fn poll_on(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let result = match &mut self.stage {
            Stage::Here(wait) => wait.poll(cx),
            Stage::Leasing { leasing, since, place } => leasing
                .as_mut()
                .poll(cx)
                .map_ok(|lease| Permit::new(Slot::Leased(lease), Some(*place), Instant::now() - *since)),
            Stage::Refused(_) | Stage::Done => Poll::Pending,
        };
        if result.is_ready() {
            self.stage = Stage::Done;
        }
        result
    }
}

impl Wait {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let Some(credential) = &self.credential else { return Poll::Pending };
        if self.ticket.is_none() {
            return self.enter(cx);
        }
        let now = credential.setup().clock.now();
        match credential.ask(self.endpoint.index, &mut self.ticket, cx.waker(), now) {
            Some(Ok(())) => self.permit(span(now.saturating_sub(self.since))),
            Some(Err(error)) => Poll::Ready(Err(error)),
            None => self.poll_deadline(cx),
        }
    }

    /// The first poll: a slot at once, or a place in line.
    fn enter(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let Some(credential) = &self.credential else { return Poll::Pending };
        let setup = credential.setup();
        if self.endpoint.limits.is_empty() || setup.off {
            let closed = setup.closed.load(Ordering::Acquire);
            let permit = Permit::new(Slot::Unlimited, self.place, Duration::ZERO);
            return Poll::Ready(if closed { Err(LimitError::Closed) } else { Ok(permit) });
        }
        match credential.enter(&self.caller(setup), cx.waker()) {
            Entry::Granted => self.permit(Duration::ZERO),
            Entry::Refused(error) => Poll::Ready(Err(error)),
            Entry::Queued(ticket, now) => {
                self.ticket = Some(ticket);
                self.since = now;
                self.place = self.place.or(Some(Place(now)));
                self.alarm = self.deadline.map(|deadline| Box::pin(tokio::time::sleep_until(deadline)));
                self.poll_deadline(cx)
            }
        }
    }

    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let Some(alarm) = &mut self.alarm else { return Poll::Pending };
        if alarm.as_mut().poll(cx).is_pending() {
            return Poll::Pending;
        }
        self.leave();
        let Some(credential) = &self.credential else { return Poll::Pending };
        let now = credential.setup().clock.now();
        let setup = credential.setup();
        let turn = setup.clock.instant(credential.turn(&self.caller(setup), now));
        Poll::Ready(Err(LimitError::DeadlineTooSoon { turn }))
    }

    fn caller(&self, setup: &Setup) -> Caller {
        let deadline = self.deadline.map(|deadline| setup.clock.tick(deadline));
        Caller { endpoint: self.endpoint, priority: self.priority, place: self.place, deadline }
    }

    /// Hands the slot over to the caller; this is the end.
    fn permit(&mut self, waited: Duration) -> Poll<Result<Permit, LimitError>> {
        let Some(credential) = self.credential.take() else { return Poll::Pending };
        let slot = Slot::Here { credential, index: self.endpoint.index };
        Poll::Ready(Ok(Permit::new(slot, self.place, waited)))
    }

    fn leave(&mut self) {
        if let (Some(credential), Some(ticket)) = (&self.credential, self.ticket.take()) {
            credential.leave(self.endpoint.index, ticket);
        }
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        self.leave();
    }
}

impl fmt::Debug for Acquire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Acquire").finish_non_exhaustive()
    }
}
