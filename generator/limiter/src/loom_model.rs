//! The line and the turn under every order in which threads can meet.
//!
//! `RUSTFLAGS="--cfg loom" cargo test -p paceline --lib --release --target-dir target/loom loom_model`

use std::future::poll_fn;
use std::sync::atomic::AtomicBool;
use std::task::{Poll, Waker};

use loom::sync::Arc;
use loom::thread;

use super::LimiterOptions;
use super::clock::Clock;
use super::error::LimitError;
use super::gate::{Gate, Setup};
use super::key::{Alarm, Caller, Entry};
use super::limit::{EndpointLimits, Limit};
use super::permit::Outcome;
use super::queue::{Priority, Ticket};

const ONE: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(1)]);
const CALLER: Caller = Caller { endpoint: ONE, priority: Priority::Normal, place: None, deadline: None };

/// Long after every window has passed.
const LATER: u64 = 1_000_000;

/// An alarm whose time is passed by hand, under the lock of its gate.
#[derive(Default)]
struct HandAlarm {
    time: u64,
    set_for: Option<(u64, Waker)>,
}

impl Alarm for HandAlarm {
    type Home = ();

    fn home() {}

    fn set(&mut self, at: u64, _: &Clock, waker: &Waker, (): ()) -> bool {
        self.set_for = Some((at, waker.clone()));
        self.ring();
        true
    }
}

impl HandAlarm {
    fn ring(&mut self) {
        if let Some((_, waker)) = self.set_for.take_if(|(at, _)| *at <= self.time) {
            waker.wake();
        }
    }
}

struct World {
    gate: Gate<HandAlarm>,
    setup: Setup,
}

impl World {
    fn new() -> Arc<Self> {
        let setup = Setup {
            clock: Clock::new(),
            rules: LimiterOptions::new().rules(),
            queue_bound: 10,
            off: false,
            closed: AtomicBool::new(false),
        };
        Arc::new(Self { gate: Gate::default(), setup })
    }

    fn now(&self) -> u64 {
        self.gate.with_alarm(|alarm| alarm.time).unwrap_or(0)
    }

    fn let_time_pass(&self) {
        self.gate.with_alarm(|alarm| {
            alarm.time = LATER;
            alarm.ring();
        });
    }

    fn poll(&self, ticket: &mut Option<Ticket>, waker: &Waker) -> Poll<Result<(), LimitError>> {
        let now = self.now();
        if ticket.is_some() {
            return self.gate.ask(&self.setup, ticket, waker, now).map_or(Poll::Pending, Poll::Ready);
        }
        match self.gate.enter(&self.setup, &CALLER, waker, || now).0 {
            Entry::Granted => Poll::Ready(Ok(())),
            Entry::Refused(error) => Poll::Ready(Err(error)),
            Entry::Queued(new, _) => {
                *ticket = Some(new);
                Poll::Pending
            }
        }
    }

    /// Waits for a slot, as long as it takes.
    fn wait(&self) -> Result<(), LimitError> {
        let mut ticket = None;
        loom::future::block_on(poll_fn(|cx| self.poll(&mut ticket, cx.waker())))
    }

    fn refund(&self) {
        self.gate.refund(&self.setup, || self.now_unlocked());
    }

    /// The time does not matter to a key whose log is empty, and the gate is locked when it is asked for.
    fn now_unlocked(&self) -> u64 {
        0
    }

    /// Joins the line and leaves it, or gives back the slot it got.
    fn come_and_go(&self) {
        let mut ticket = None;
        if self.poll(&mut ticket, Waker::noop()).is_ready() {
            self.refund();
        } else if let Some(ticket) = ticket {
            self.gate.leave(&self.setup, ticket, 0);
        }
    }

    fn assert_nothing_is_lost(&self) {
        let now = LATER * 2;
        assert_eq!(
            self.gate.look(&self.setup, now, |machine, waiters| (
                machine.used(0, now, &self.setup.rules),
                waiters
            )),
            Some((0, 0))
        );
    }
}

/// Every order with at most so many switches that a thread did not ask for; more take minutes and find no
/// more.
fn model(check: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(4);
    builder.check(check);
}

#[test]
fn a_slot_given_back_reaches_all_who_wait() {
    model(|| {
        let world = World::new();
        assert!(world.poll(&mut None, Waker::noop()).is_ready());
        let waiters: Vec<_> = (0..2)
            .map(|_| {
                let world = world.clone();
                thread::spawn(move || {
                    world.wait().unwrap();
                    world.refund();
                })
            })
            .collect();
        world.refund();
        waiters.into_iter().for_each(|waiter| waiter.join().unwrap());
        world.assert_nothing_is_lost();
    });
}

#[test]
fn one_who_leaves_takes_nobodys_turn_along() {
    model(|| {
        let world = World::new();
        assert!(world.poll(&mut None, Waker::noop()).is_ready());
        let (going, staying) = (world.clone(), world.clone());
        let going = thread::spawn(move || going.come_and_go());
        let staying = thread::spawn(move || {
            staying.wait().unwrap();
            staying.refund();
        });
        world.refund();
        going.join().unwrap();
        staying.join().unwrap();
        world.assert_nothing_is_lost();
    });
}

#[test]
fn the_alarm_rings_for_whoever_is_next_when_the_head_leaves() {
    model(|| {
        let world = World::new();
        assert!(world.poll(&mut None, Waker::noop()).is_ready());
        world.gate.start(&world.setup, 0);
        let mut head = None;
        assert!(world.poll(&mut head, Waker::noop()).is_pending());
        let (staying, answer) = (world.clone(), world.clone());
        let staying = thread::spawn(move || {
            staying.wait().unwrap();
            staying.refund();
        });
        let answer = thread::spawn(move || answer.gate.finish(&answer.setup, 0, Outcome::Answered, 0));
        world.gate.leave(&world.setup, head.unwrap(), 0);
        world.let_time_pass();
        staying.join().unwrap();
        answer.join().unwrap();
        world.assert_nothing_is_lost();
    });
}

/// Who has seen under the lock that a slot is free is not told any more that there is none.
#[test]
fn what_is_foretold_is_no_older_than_what_was_seen() {
    model(|| {
        let world = World::new();
        assert!(world.poll(&mut None, Waker::noop()).is_ready());
        world.gate.start(&world.setup, 0);
        let (ending, coming) = (world.clone(), world.clone());
        let ending = thread::spawn(move || ending.gate.finish(&ending.setup, 0, Outcome::NotSent, 0));
        let coming = thread::spawn(move || {
            let used =
                coming.gate.look(&coming.setup, 0, |machine, _| machine.used(0, 0, &coming.setup.rules));
            assert!(used == Some(1) || coming.gate.refuses(Priority::Normal, 1).is_none());
        });
        ending.join().unwrap();
        coming.join().unwrap();
        assert_eq!(world.gate.refuses(Priority::Normal, 1), None);
        world.assert_nothing_is_lost();
    });
}

#[test]
fn closing_reaches_everybody() {
    model(|| {
        let world = World::new();
        assert!(world.poll(&mut None, Waker::noop()).is_ready());
        let waiting = world.clone();
        let waiting = thread::spawn(move || waiting.wait());
        world.setup.closed.store(true, std::sync::atomic::Ordering::Release);
        world.gate.close(&world.setup);
        assert_eq!(waiting.join().unwrap(), Err(LimitError::Closed));
    });
}
