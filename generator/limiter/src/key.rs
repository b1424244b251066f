//! One key: the state machine, and those who wait for it.
//!
//! Every operation changes both together and then passes the turn on: whoever is next and can go is granted a
//! slot there and then, so nobody overtakes, and a wake-up is never the news that somebody else was faster.
//! Only the caller at the head needs an alarm; whoever takes a turn sets it for the next one, with the next
//! one's waker.

use std::sync::atomic::Ordering;
use std::task::Waker;

use super::clock::Clock;
use super::error::LimitError;
use super::gate::Setup;
use super::limit::EndpointLimits;
use super::machine::{Machine, Ready, Rules};
use super::queue::{Place, Priority, Queue, Standing, Ticket};
use super::wakes::Wakes;

/// Wakes one waker at one tick.
pub(super) trait Alarm: Default {
    /// Where a caller lives.
    type Home: Copy;

    /// The home of the caller that runs now.
    fn home() -> Self::Home;

    /// Rings for `waker` at the tick `at`, and no longer for whom it was set before. Returns false if that
    /// cannot be done from here; then the caller at `home` has to do it.
    fn set(&mut self, at: u64, clock: &Clock, waker: &Waker, home: Self::Home) -> bool;
}

/// Who asks for a slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caller {
    pub(super) endpoint: EndpointLimits,
    pub(super) priority: Priority,
    /// When it first came; `None` if that is now.
    pub(super) place: Option<Place>,
    /// The tick after which a slot is of no use.
    pub(super) deadline: Option<u64>,
}

impl Caller {
    /// Its place in line. Nobody can have come later than now: a place from another limiter might say so.
    fn place_at(&self, now: u64) -> Place {
        self.place.map_or(Place(now), |place| place.min(Place(now)))
    }
}

/// The answer to a caller.
#[derive(Debug)]
pub(super) enum Entry {
    Granted,
    /// In line, since this tick.
    Queued(Ticket, u64),
    Refused(LimitError),
}

/// Whether a pass of the turn may set the alarm itself, or must leave that to the caller it is for: code that
/// runs when something is dropped cannot know in what state the runtime is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Arming {
    Here,
    There,
}

pub(super) struct Waiting<A: Alarm> {
    pub(super) queue: Queue<A::Home>,
    pub(super) alarm: A,
    /// For when and for whom the alarm is set.
    armed: Option<(u64, u32)>,
}

pub(super) struct Key<A: Alarm> {
    pub(super) machine: Machine,
    /// Made when somebody has to wait for the first time.
    pub(super) waiting: Option<Box<Waiting<A>>>,
}

impl<A: Alarm> Default for Waiting<A> {
    fn default() -> Self {
        Self { queue: Queue::default(), alarm: A::default(), armed: None }
    }
}

impl<A: Alarm> Key<A> {
    pub(super) fn new(setup: &Setup, endpoint: &EndpointLimits) -> Self {
        let transit = endpoint.max_transit.map(Rules::believable_transit);
        Self { machine: Machine::new(endpoint.limits, transit, &setup.rules), waiting: None }
    }

    /// Whether anybody waits for a slot.
    pub(super) fn is_awaited(&self) -> bool {
        self.waiters() != 0
    }

    /// How many wait for a slot.
    pub(super) fn waiters(&self) -> usize {
        self.waiting.as_ref().map_or(0, |waiting| waiting.queue.waiting())
    }

    pub(super) fn enter(
        &mut self,
        setup: &Setup,
        caller: &Caller,
        waker: &Waker,
        now: u64,
        wakes: &mut Wakes,
    ) -> Entry {
        // A timer may be late; those in line go first all the same.
        self.pass_on(setup, now, Arming::Here, wakes);
        if !self.is_awaited() && self.machine.ready(now, &setup.rules) == Ready::Now {
            self.machine.grant(now, &setup.rules);
            return Entry::Granted;
        }
        if let Some(deadline) = caller.deadline {
            let turn = self.turn(setup, caller, now);
            if turn > deadline {
                return Entry::Refused(LimitError::DeadlineTooSoon { turn: setup.clock.instant(turn) });
            }
        }
        if self.waiters() >= setup.queue_bound {
            return Entry::Refused(LimitError::QueueFull);
        }
        let waiting = self.waiting.get_or_insert_default();
        let place = caller.place_at(now);
        let ticket = waiting.queue.join(caller.priority, place, waker.clone(), A::home());
        if waiting.queue.is_next(&ticket) {
            self.pass_on(setup, now, Arming::Here, wakes);
        }
        Entry::Queued(ticket, now)
    }

    pub(super) fn ask(
        &mut self,
        setup: &Setup,
        ticket: &mut Option<Ticket>,
        waker: &Waker,
        now: u64,
        wakes: &mut Wakes,
    ) -> Option<Result<(), LimitError>> {
        let mine = ticket.as_ref()?;
        let waiting = self.waiting.as_mut()?;
        let standing = waiting.queue.standing(mine);
        if standing == Standing::Waiting && !waiting.queue.is_next(mine) {
            wakes.discard(waiting.queue.renew(mine, waker));
            return None;
        }
        if standing == Standing::Waiting {
            if self.machine.ready(now, &setup.rules) != Ready::Now {
                wakes.discard(waiting.queue.renew(mine, waker));
                waiting.armed = None;
                self.pass_on(setup, now, Arming::Here, wakes);
                return None;
            }
            self.machine.grant(now, &setup.rules);
        }
        waiting.armed = None;
        wakes.discard(ticket.take().and_then(|mine| waiting.queue.remove(mine)));
        self.pass_on(setup, now, Arming::Here, wakes);
        Some(if standing == Standing::Closed { Err(LimitError::Closed) } else { Ok(()) })
    }

    pub(super) fn leave(&mut self, setup: &Setup, ticket: Ticket, now: u64, wakes: &mut Wakes) {
        let Some(waiting) = self.waiting.as_mut() else { return };
        if waiting.queue.standing(&ticket) == Standing::Granted {
            self.machine.refund();
        }
        if waiting.queue.is_next(&ticket) {
            // Another caller may get this one's number; the alarm is not set for that one.
            waiting.armed = None;
        }
        wakes.discard(waiting.queue.remove(ticket));
        self.pass_on(setup, now, Arming::There, wakes);
    }

    pub(super) fn turn(&mut self, setup: &Setup, caller: &Caller, now: u64) -> u64 {
        let place = caller.place_at(now);
        let before = self.waiting.as_ref().map_or(0, |waiting| waiting.queue.before(caller.priority, place));
        self.machine.turn(u32::try_from(before).unwrap_or(u32::MAX), now, &setup.rules)
    }

    /// The soonest tick at which a newcomer of any priority but the highest can have its turn, whenever it
    /// comes, and whether that holds for the highest too; `None` if it may be at once.
    ///
    /// Those of the two higher priorities who wait come before any such newcomer. Those of the lowest may or
    /// may not, so they are left out: to find out would take a look at each.
    pub(super) fn newcomers_turn(&mut self, setup: &Setup, now: u64) -> Option<(u64, bool)> {
        let waiting =
            |priority| self.waiting.as_ref().map_or(0, |waiting| waiting.queue.waiting_as(priority));
        let (high, normal) = (waiting(Priority::High), waiting(Priority::Normal));
        let before = u32::try_from(high + normal).unwrap_or(u32::MAX);
        let turn = self.machine.turn_at_least(before, now, &setup.rules);
        // After the closing callers are to hear of that, not of their deadlines.
        (turn > now && !setup.closed.load(Ordering::Acquire)).then_some((turn, normal == 0))
    }

    /// Grants slots to those in line while there are any, then sees to it that the next one is woken in time.
    pub(super) fn pass_on(&mut self, setup: &Setup, now: u64, arming: Arming, wakes: &mut Wakes) {
        let Some(waiting) = self.waiting.as_mut() else { return };
        while waiting.queue.waiting() > 0 {
            match self.machine.ready(now, &setup.rules) {
                Ready::Now if wakes.has_room() => {
                    self.machine.grant(now, &setup.rules);
                    waiting.armed = None;
                    wakes.push(waiting.queue.grant_next());
                }
                // Those granted already pass the turn on themselves, when they take theirs or leave.
                Ready::Now => return,
                Ready::At(tick) => return waiting.arm(tick, setup, arming, wakes),
                Ready::OnEvent => {
                    // Whoever ends a request will pass the turn on; a ring before that does no harm.
                    waiting.armed = None;
                    return;
                }
            }
        }
    }
}

impl<A: Alarm> Waiting<A> {
    fn arm(&mut self, tick: u64, setup: &Setup, arming: Arming, wakes: &mut Wakes) {
        let Some((number, waker, home)) = self.queue.next() else { return };
        if self.armed == Some((tick, number)) {
            return;
        }
        if arming == Arming::Here && self.alarm.set(tick, &setup.clock, waker, home) {
            self.armed = Some((tick, number));
        } else {
            self.armed = None;
            wakes.push(Some(waker.clone()));
        }
    }
}
