//! Waiting for a permit.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::runtime::{Handle, Id as RuntimeId};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::buckets::Poller;
use crate::clock::duration_of;
use crate::config::Config;
use crate::credential_keys::CredentialKeys;
use crate::endpoint_limits::EndpointLimits;
use crate::error::LimitError;
use crate::key::{Caller, Entry, Polled};
use crate::permit::Permit;
use crate::priority::{Priority, QueuePosition};
use crate::queue::Ticket;
use crate::slot::{Slot, Target, TargetKind};
use crate::wake_timer;

/// The future of [`CredentialLimiter::acquire`](crate::CredentialLimiter::acquire). Dropping it gives back its position in
/// the queue, and its slot if it was offered one already. Holding it without polling it costs other callers nothing.
///
/// # Panics
/// When it is polled outside of a tokio runtime, or in one without timers, and has to wait.
#[must_use = "a future does nothing unless it is awaited"]
pub struct Acquire {
    state: State,
}

enum State {
    Waiting(Wait),
    /// Refused before the first poll.
    Refused(LimitError),
    /// The result was given.
    Done,
}

/// One caller on its way to a slot.
struct Wait {
    /// `None` once it went into the permit.
    keys: Option<Arc<CredentialKeys>>,
    endpoint: EndpointLimits,
    priority: Priority,
    /// Its position in the queue; `None` until it joins that, unless it had one before.
    position: Option<QueuePosition>,
    deadline: Option<Instant>,
    /// Where it waits.
    target: Target,
    /// Its number in the queue, if it had to join that.
    ticket: Option<Ticket>,
    /// The tick at which it joined the queue.
    since: u64,
    /// Wakes it at the deadline; set only for callers who have one and have to wait.
    deadline_timer: Option<Box<DeadlineTimer>>,
}

/// Wakes a caller at its deadline.
struct DeadlineTimer {
    runtime: RuntimeId,
    sleep: Pin<Box<Sleep>>,
}

impl Acquire {
    #[inline]
    pub(crate) fn new(
        keys: Arc<CredentialKeys>,
        endpoint: EndpointLimits,
        priority: Priority,
        position: Option<QueuePosition>,
        deadline: Option<Instant>,
    ) -> Self {
        let keys = Some(keys);
        let wait = Wait {
            keys,
            endpoint,
            priority,
            position,
            deadline,
            target: Target::key(endpoint.index),
            ticket: None,
            since: 0,
            deadline_timer: None,
        };
        Self { state: State::Waiting(wait) }
    }

    /// Fails at once, without joining the queue.
    #[inline]
    pub(crate) fn refused(error: LimitError) -> Self {
        Self { state: State::Refused(error) }
    }

    /// The rest of a poll, for callers who were not refused when they called. A future that was polled to its end stays
    /// pending.
    fn poll_waiting(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let result = match &mut self.state {
            State::Waiting(wait) => wait.poll(cx),
            State::Refused(_) | State::Done => Poll::Pending,
        };
        if result.is_ready() {
            self.state = State::Done;
        }
        result
    }
}

impl Future for Acquire {
    type Output = Result<Permit, LimitError>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.state {
            State::Refused(error) => Poll::Ready(Err(error)),
            _ => self.poll_waiting(cx),
        }
    }
}

impl Wait {
    /// Asks for a slot, or for the one that was offered.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let Some(keys) = &self.keys else { return Poll::Pending };
        if self.ticket.is_none() {
            return self.enter(cx);
        }
        let (config, runtime) = (keys.config(), Handle::current().id());
        let (now, waker) = (config.clock.now(), cx.waker());
        let polled = match self.target.kind() {
            TargetKind::Key(index) => keys.key(index).poll(config, &mut self.ticket, waker, runtime, now),
            TargetKind::Lane(lane) => {
                let poller = Poller { waker, runtime, now };
                keys.board().poll(config, lane, &mut self.ticket, poller)
            }
        };
        match polled {
            Polled::Granted => self.permit(duration_of(now.saturating_sub(self.since))),
            Polled::Closed => Poll::Ready(Err(config.end_of_wait())),
            Polled::Pending(timer) => {
                if let Some(id) = timer {
                    wake_timer::start(keys.clone(), self.target, id);
                }
                self.poll_deadline(cx)
            }
        }
    }

    /// The first poll: a slot at once, or a position in the queue.
    fn enter(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let Some(keys) = &self.keys else { return Poll::Pending };
        let config = keys.config();
        if self.endpoint.is_free() || config.off {
            let closed = config.closed.load(Ordering::Acquire);
            let permit = Permit::new(None, self.position, Duration::ZERO);
            return Poll::Ready(if closed { Err(LimitError::Closed) } else { Ok(permit) });
        }
        let entry = if self.endpoint.buckets.is_empty() && !config.is_shared() {
            let key = keys.key(self.endpoint.index);
            let (runtime, now) = (|| Handle::current().id(), || config.clock.now());
            let (entry, new) = key.enter(config, &self.caller(config), cx.waker(), runtime, now);
            if new {
                config.learn_name(&self.endpoint);
            }
            entry
        } else {
            let (target, entry) = enter_lane(keys, &self.caller(config), cx.waker());
            self.target = target;
            entry
        };
        match entry {
            Entry::Granted => self.permit(Duration::ZERO),
            Entry::Refused(error) => {
                // A lane counts its own.
                if let TargetKind::Key(index) = self.target.kind()
                    && error != LimitError::Closed
                {
                    keys.count_refusal(index);
                }
                Poll::Ready(Err(error))
            }
            Entry::Queued(ticket, now, timer) => {
                self.ticket = Some(ticket);
                self.since = now;
                self.position = self.position.or(Some(QueuePosition(now)));
                if let Some(id) = timer {
                    wake_timer::start(keys.clone(), self.target, id);
                }
                self.poll_deadline(cx)
            }
        }
    }

    /// Waits on, until the deadline if there is one. Then leaves the queue.
    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<Result<Permit, LimitError>> {
        let (Some(deadline), Some(keys)) = (self.deadline, self.keys.clone()) else { return Poll::Pending };
        // A timer fires only as long as its runtime is driven, and this future may have been moved into another one.
        let runtime = Handle::current().id();
        let timer = match &mut self.deadline_timer {
            Some(timer) if timer.runtime == runtime => timer,
            other => {
                other.insert(Box::new(DeadlineTimer { runtime, sleep: Box::pin(sleep_until(deadline)) }))
            }
        };
        if timer.sleep.as_mut().poll(cx).is_pending() {
            return Poll::Pending;
        }
        let config = keys.config();
        let now = config.clock.now();
        let turn = match self.target.kind() {
            TargetKind::Key(index) => {
                self.leave();
                keys.count_refusal(index);
                keys.key(index).turn(config, &self.caller(config), now)
            }
            TargetKind::Lane(lane) => {
                let ticket = self.ticket.take();
                keys.board().give_up(config, lane, ticket, &self.caller(config), now)
            }
        };
        Poll::Ready(Err(LimitError::DeadlineTooSoon { turn: config.clock.instant(turn) }))
    }

    /// What the key has to know of it.
    fn caller(&self, config: &Config) -> Caller {
        let deadline = self.deadline.map(|deadline| config.clock.tick(deadline));
        Caller { endpoint: self.endpoint, priority: self.priority, position: self.position, deadline }
    }

    /// Hands the slot over to the caller.
    fn permit(&mut self, waited: Duration) -> Poll<Result<Permit, LimitError>> {
        let target = self.target;
        let slot = self.keys.take().map(|keys| Slot { keys, target });
        Poll::Ready(Ok(Permit::new(slot, self.position, waited)))
    }

    /// Leaves the queue, if it is in it.
    fn leave(&mut self) {
        if let (Some(keys), Some(ticket)) = (&self.keys, self.ticket.take()) {
            let config = keys.config();
            let now = config.clock.now();
            match self.target.kind() {
                TargetKind::Key(index) => keys.key(index).leave(config, ticket, now),
                TargetKind::Lane(lane) => keys.board().leave(config, lane, ticket, now),
            }
        }
    }
}

/// The first poll of a caller whose endpoint shares limits with others. Out of line, so that the plain case does not pay.
#[cold]
fn enter_lane(keys: &CredentialKeys, caller: &Caller, waker: &Waker) -> (Target, Entry) {
    let (config, lane) = (keys.config(), (keys.id().clone(), caller.endpoint.index));
    let poller = Poller { waker, runtime: Handle::current().id(), now: config.clock.now() };
    let (lane, entry) = keys.board().enter(config, &lane, caller, poller);
    (Target::lane(lane), entry)
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
