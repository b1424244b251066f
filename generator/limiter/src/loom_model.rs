//! The queue and its offers under every order in which threads can meet.
//!
//! `RUSTFLAGS="--cfg loom" cargo test -p paceline --lib --release --target-dir target/loom loom_model`
#![cfg(loom)]

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Poll, Wake, Waker};

use loom::sync::Mutex;
use loom::thread;

use crate::config::Config;
use crate::endpoint_limits::EndpointLimits;
use crate::error::LimitError;
use crate::key::{Caller, Entry, Polled, TimerStep};
use crate::limit::Limit;
use crate::locked_key::LockedKey;
use crate::options::LimiterOptions;
use crate::outcome::Outcome;
use crate::priority::Priority;
use crate::queue::Ticket;
use crate::timers::TimerId;

const ONE: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(1)]);
const CALLER: Caller = Caller { endpoint: ONE, priority: Priority::Normal, position: None, deadline: None };

/// Long after every window, lapse and call has passed.
const LATER: u64 = 1_000_000;

/// One key, and a time that is passed by hand.
struct Fixture {
    key: LockedKey<()>,
    config: Config,
    time: Mutex<Time>,
}

/// The clock, and what waits for it.
struct Time {
    /// In ticks.
    now: u64,
    /// The timer that sleeps or is parked, if one does.
    timer: Option<TimerId>,
}

/// A waker that runs a timer of the key.
struct RunTimer {
    fixture: Arc<Fixture>,
    id: TimerId,
}

impl Wake for RunTimer {
    fn wake(self: Arc<Self>) {
        let mut time = self.fixture.time.lock().unwrap();
        self.fixture.run_timer(&mut time, self.id);
    }
}

impl Fixture {
    fn new() -> Arc<Self> {
        let time = Mutex::new(Time { now: 0, timer: None });
        Arc::new(Self { key: LockedKey::default(), config: Config::new(LimiterOptions::new()), time })
    }

    fn now(&self) -> u64 {
        self.time.lock().unwrap().now
    }

    /// Runs a timer for the first time.
    fn start_timer(self: &Arc<Self>, id: TimerId) {
        let mut time = self.time.lock().unwrap();
        self.run_timer(&mut time, id);
    }

    /// Runs a timer until it sleeps, is parked or ends.
    fn run_timer(self: &Arc<Self>, time: &mut Time, id: TimerId) {
        let waker = Waker::from(Arc::new(RunTimer { fixture: self.clone(), id }));
        let mut now = time.now;
        loop {
            match self.key.run_timer(&self.config, id, &waker, now) {
                TimerStep::End => time.timer = None,
                // Once it is later, all that the timer waits for has passed.
                TimerStep::Sleep(tick) if time.now == LATER => {
                    now = now.max(tick);
                    continue;
                }
                TimerStep::Sleep(_) | TimerStep::Park => time.timer = Some(id),
            }
            return;
        }
    }

    /// Sets the clock to [`LATER`], and runs the timer that waits.
    fn let_time_pass(self: &Arc<Self>) {
        let mut time = self.time.lock().unwrap();
        time.now = LATER;
        if let Some(id) = time.timer {
            self.run_timer(&mut time, id);
        }
    }

    /// Polls a caller: the first time it comes, and afterwards it has a ticket.
    fn poll(self: &Arc<Self>, ticket: &mut Option<Ticket>, waker: &Waker) -> Poll<Result<(), LimitError>> {
        let now = self.now();
        let timer = if ticket.is_some() {
            match self.key.poll(&self.config, ticket, waker, (), now) {
                Polled::Granted => return Poll::Ready(Ok(())),
                Polled::Closed => return Poll::Ready(Err(LimitError::Closed)),
                Polled::Pending(timer) => timer,
            }
        } else {
            match self.key.enter(&self.config, &CALLER, waker, || (), || now).0 {
                Entry::Granted => return Poll::Ready(Ok(())),
                Entry::Refused(error) => return Poll::Ready(Err(error)),
                Entry::Queued(new, _, timer) => {
                    *ticket = Some(new);
                    timer
                }
            }
        };
        timer.into_iter().for_each(|id| self.start_timer(id));
        Poll::Pending
    }

    /// Waits for a slot, as long as it takes.
    fn wait(self: &Arc<Self>) -> Result<(), LimitError> {
        let mut ticket = None;
        loom::future::block_on(poll_fn(|cx| self.poll(&mut ticket, cx.waker())))
    }

    /// Gives a slot back unused.
    fn refund(&self) {
        // The time does not matter to a key whose log is empty.
        self.key.refund(&self.config, || 0);
    }

    /// Joins the queue and leaves it, or gives back the slot it got.
    fn come_and_go(self: &Arc<Self>) {
        let mut ticket = None;
        if self.poll(&mut ticket, Waker::noop()).is_ready() {
            self.refund();
        } else if let Some(ticket) = ticket {
            self.key.leave(&self.config, ticket, 0);
        }
    }

    /// Nothing is left but `tickets` callers who were never polled again.
    fn assert_nothing_is_lost(&self, tickets: usize) {
        let now = LATER * 2;
        let used = self.key.look(&self.config, now, |key| {
            let left = key.waiting.as_ref().map_or(0, |waiting| waiting.queue.tickets());
            (key.machine.used(0, now, &self.config.rules) as usize, left)
        });
        assert!(matches!(used, Some((used, left)) if used <= tickets && left == tickets), "{used:?}");
    }
}

/// Every order with at most so many switches that a thread did not ask for; more take minutes and find no more.
fn model(check: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(3);
    builder.check(check);
}

/// A key whose only slot is taken.
fn taken() -> Arc<Fixture> {
    let fixture = Fixture::new();
    assert!(fixture.poll(&mut None, Waker::noop()).is_ready());
    fixture
}

#[test]
fn a_slot_given_back_reaches_all_who_wait() {
    model(|| {
        let fixture = taken();
        let waiters: Vec<_> = (0..2)
            .map(|_| {
                let fixture = fixture.clone();
                thread::spawn(move || {
                    fixture.wait().unwrap();
                    fixture.refund();
                })
            })
            .collect();
        fixture.refund();
        waiters.into_iter().for_each(|waiter| waiter.join().unwrap());
        fixture.assert_nothing_is_lost(0);
    });
}

#[test]
fn a_caller_who_leaves_takes_no_slot_along() {
    model(|| {
        let fixture = taken();
        let (going, staying) = (fixture.clone(), fixture.clone());
        let going = thread::spawn(move || going.come_and_go());
        let staying = thread::spawn(move || {
            staying.wait().unwrap();
            staying.refund();
        });
        fixture.refund();
        going.join().unwrap();
        staying.join().unwrap();
        fixture.assert_nothing_is_lost(0);
    });
}

#[test]
fn the_timer_serves_whoever_is_next_when_the_head_leaves() {
    model(|| {
        let fixture = taken();
        let sent = fixture.key.start(&fixture.config, None, 0).unwrap();
        let mut head = None;
        assert!(fixture.poll(&mut head, Waker::noop()).is_pending());
        let (staying, response) = (fixture.clone(), fixture.clone());
        let staying = thread::spawn(move || {
            staying.wait().unwrap();
            staying.refund();
        });
        let response =
            thread::spawn(move || response.key.finish(&response.config, sent, Outcome::Responded, 0));
        fixture.key.leave(&fixture.config, head.unwrap(), 0);
        fixture.let_time_pass();
        staying.join().unwrap();
        response.join().unwrap();
        fixture.assert_nothing_is_lost(0);
    });
}

#[test]
fn an_offer_to_a_caller_who_is_not_polled_goes_to_one_who_is() {
    model(|| {
        let fixture = taken();
        let mut asleep = None;
        assert!(fixture.poll(&mut asleep, Waker::noop()).is_pending());
        let (awake, giving) = (fixture.clone(), fixture.clone());
        let awake = thread::spawn(move || {
            awake.wait().unwrap();
            awake.refund();
        });
        let giving = thread::spawn(move || giving.refund());
        fixture.let_time_pass();
        awake.join().unwrap();
        giving.join().unwrap();
        fixture.assert_nothing_is_lost(1);
        // Once it is polled, it is served.
        assert_eq!(fixture.poll(&mut asleep, Waker::noop()), Poll::Ready(Ok(())));
        fixture.refund();
        fixture.assert_nothing_is_lost(0);
    });
}

/// Whoever has seen under the lock that a slot is free is not refused without it any more.
#[test]
fn what_is_published_is_no_older_than_what_was_seen() {
    model(|| {
        let fixture = taken();
        let sent = fixture.key.start(&fixture.config, None, 0).unwrap();
        let (ending, coming) = (fixture.clone(), fixture.clone());
        let ending = thread::spawn(move || ending.key.finish(&ending.config, sent, Outcome::NotSent, 0));
        let coming = thread::spawn(move || {
            let rules = &coming.config.rules;
            let used = coming.key.look(&coming.config, 0, |key| key.machine.used(0, 0, rules));
            assert!(used == Some(1) || coming.key.refuses(Priority::Normal, 1).is_none());
        });
        ending.join().unwrap();
        coming.join().unwrap();
        assert_eq!(fixture.key.refuses(Priority::Normal, 1), None);
        fixture.assert_nothing_is_lost(0);
    });
}

#[test]
fn closing_reaches_everybody() {
    model(|| {
        let fixture = taken();
        let waiting = fixture.clone();
        let waiting = thread::spawn(move || waiting.wait());
        fixture.config.closed.store(true, Ordering::Release);
        fixture.key.close(&fixture.config);
        assert_eq!(waiting.join().unwrap(), Err(LimitError::Closed));
    });
}
