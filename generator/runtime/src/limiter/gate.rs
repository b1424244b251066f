//! One key behind its lock: the state machine, and those who wait for it.
//!
//! Every operation changes both together and then passes the turn on: whoever is next and can go is granted a
//! slot there and then, so nobody overtakes, and a wake-up is never the news that somebody else was faster.
//! Only the caller at the head needs an alarm; whoever takes a turn sets it for the next one, with the next
//! one's waker. Knows nothing of tokio: the alarm is a parameter.

use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Waker;

use super::clock::{Clock, span, ticks_ceil};
use super::error::LimitError;
use super::limit::{EndpointLimits, Limit};
use super::machine::{Machine, Ready, Rules};
use super::permit::Outcome;
use super::queue::{Place, Priority, Queue, Standing, Ticket};
use super::sync::{Mutex, MutexGuard, lock};
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

/// What is the same for all keys of a limiter.
#[derive(Debug)]
pub(super) struct Setup {
    pub(super) clock: Clock,
    pub(super) rules: Rules,
    pub(super) queue_bound: usize,
    /// Whether nothing is limited.
    pub(super) off: bool,
    /// Set once, before the gates are closed one by one.
    pub(super) closed: AtomicBool,
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
enum Arming {
    Here,
    There,
}

struct Waiting<A: Alarm> {
    queue: Queue<A::Home>,
    alarm: A,
    /// For when and for whom the alarm is set.
    armed: Option<(u64, u32)>,
}

struct Key<A: Alarm> {
    machine: Machine,
    /// Made when somebody has to wait for the first time.
    waiting: Option<Box<Waiting<A>>>,
}

type Locked<'a, A> = MutexGuard<'a, Option<Box<Key<A>>>>;

/// One key behind its lock.
pub(super) struct Gate<A: Alarm> {
    /// `None` if never used, or forgotten after a rest.
    key: Mutex<Option<Box<Key<A>>>>,
}

impl<A: Alarm> Default for Gate<A> {
    fn default() -> Self {
        Self { key: Mutex::new(None) }
    }
}

impl<A: Alarm> Gate<A> {
    /// Grants a slot, or puts the caller in line, or says why not. Says too whether the key was new. Most
    /// calls find slots in plenty and need not know the time.
    pub(super) fn enter(
        &self,
        setup: &Setup,
        caller: &Caller,
        waker: &Waker,
        now: impl FnOnce() -> u64,
    ) -> (Entry, bool) {
        let mut slot = lock(&self.key);
        if setup.closed.load(Ordering::Acquire) {
            return (Entry::Refused(LimitError::Closed), false);
        }
        let new = slot.is_none();
        let key = slot.get_or_insert_with(|| Box::new(Key::new(setup, &caller.endpoint)));
        if key.waiters() == 0 {
            if key.machine.has_plenty(&setup.rules) {
                key.machine.grant(0, &setup.rules);
                return (Entry::Granted, new);
            }
            let now = now();
            if key.machine.ready(now, &setup.rules) == Ready::Now {
                key.machine.grant(now, &setup.rules);
                return (Entry::Granted, new);
            }
            return (Self::enter_full(slot, setup, caller, waker, now), new);
        }
        (Self::enter_full(slot, setup, caller, waker, now()), new)
    }

    /// The same for a key that has no slot to spare.
    fn enter_full(mut slot: Locked<'_, A>, setup: &Setup, caller: &Caller, waker: &Waker, now: u64) -> Entry {
        let mut wakes = Wakes::default();
        let entry = slot.as_mut().map(|key| key.enter(setup, caller, waker, now, &mut wakes));
        drop(slot);
        wakes.wake();
        entry.unwrap_or(Entry::Refused(LimitError::Closed))
    }

    /// Asks again for a caller in line. `None` while it has to wait; then the ticket stays good.
    pub(super) fn ask(
        &self,
        setup: &Setup,
        ticket: &mut Option<Ticket>,
        waker: &Waker,
        now: u64,
    ) -> Option<Result<(), LimitError>> {
        self.change(|key, wakes| key.ask(setup, ticket, waker, now, wakes)).flatten()
    }

    /// A caller leaves the line; if its turn had come already, the next one gets it.
    pub(super) fn leave(&self, setup: &Setup, ticket: Ticket, now: u64) {
        self.change(|key, wakes| key.leave(setup, ticket, now, wakes));
    }

    /// A granted slot that was never used comes back.
    pub(super) fn refund(&self, setup: &Setup, now: impl FnOnce() -> u64) {
        let mut slot = lock(&self.key);
        let Some(key) = slot.as_mut() else { return };
        key.machine.refund();
        if key.waiters() > 0 {
            Self::pass_on(slot, setup, now(), Arming::There);
        }
    }

    /// A request is about to be sent.
    pub(super) fn start(&self, setup: &Setup, now: u64) {
        self.operate(setup, now, Arming::Here, |machine, rules| machine.start(now, rules));
    }

    /// The request sent at `sent` has ended.
    pub(super) fn finish(&self, setup: &Setup, sent: u64, outcome: Outcome, now: u64) {
        self.operate(setup, now, Arming::Here, |machine, rules| match outcome {
            Outcome::Answered => machine.answered(sent, now, rules),
            Outcome::NotSent => machine.not_sent(sent, now, rules),
            Outcome::Throttled { after } => {
                // A day at most, whatever the server says.
                let after = after.map(|after| ticks_ceil(after.min(Limit::LONGEST)));
                machine.throttled(sent, after, now, rules);
            }
            Outcome::Unknown => machine.unknown(sent, now, rules),
        });
    }

    /// The request sent at `sent` was abandoned by code that may run anywhere.
    pub(super) fn abandon(&self, setup: &Setup, sent: u64, now: u64) {
        self.operate(setup, now, Arming::There, |machine, rules| machine.unknown(sent, now, rules));
    }

    /// Changes the machine, then passes the turn on if anybody waits for it.
    fn operate(&self, setup: &Setup, now: u64, arming: Arming, change: impl FnOnce(&mut Machine, &Rules)) {
        let mut slot = lock(&self.key);
        // A request that ends so late that its key was forgotten holds nothing any more.
        let Some(key) = slot.as_mut() else { return };
        change(&mut key.machine, &setup.rules);
        if key.waiters() > 0 {
            Self::pass_on(slot, setup, now, arming);
        }
    }

    /// Kept out of the way of calls that nobody waits behind.
    #[inline(never)]
    fn pass_on(mut slot: Locked<'_, A>, setup: &Setup, now: u64, arming: Arming) {
        let mut wakes = Wakes::default();
        if let Some(key) = slot.as_mut() {
            key.pass_on(setup, now, arming, &mut wakes);
        }
        drop(slot);
        wakes.wake();
    }

    /// How long a caller who came now would have to wait.
    pub(super) fn wait(&self, setup: &Setup, caller: &Caller, now: u64) -> u64 {
        self.change(|key, _| key.turn(setup, caller, now)).map_or(0, |turn| turn - now)
    }

    /// Sends everybody away. Requests on their way are not touched.
    pub(super) fn close(&self) {
        let woken: Vec<Waker> = self
            .change(|key, _| {
                let queue = key.waiting.as_mut().map(|waiting| &mut waiting.queue);
                queue.map_or_else(Vec::new, |queue| std::iter::from_fn(|| queue.close_next()).collect())
            })
            .unwrap_or_default();
        woken.into_iter().for_each(Waker::wake);
    }

    /// Forgets the key if that cannot be noticed. Says whether nothing is kept here now. A gate that is busy
    /// is left alone: whoever holds it is using it.
    pub(super) fn forget_if_idle(&self, setup: &Setup, now: u64) -> bool {
        let Ok(mut slot) = self.key.try_lock() else { return false };
        let Some(key) = slot.as_mut() else { return true };
        if key.waiting.as_ref().is_some_and(|waiting| !waiting.queue.is_deserted()) {
            return false;
        }
        let waiting = key.waiting.take();
        let idle = key.machine.idle(now, &setup.rules);
        let forgotten = if idle { slot.take() } else { None };
        drop(slot);
        drop((waiting, forgotten));
        idle
    }

    /// Shows the state machine and how many wait; `None` if nothing is kept here.
    pub(super) fn look<R>(&self, look: impl FnOnce(&mut Machine, usize) -> R) -> Option<R> {
        self.change(|key, _| {
            let waiters = key.waiters();
            look(&mut key.machine, waiters)
        })
    }

    /// Changes the key under its lock, if there is one, and wakes after the lock is released.
    fn change<R>(&self, change: impl FnOnce(&mut Key<A>, &mut Wakes) -> R) -> Option<R> {
        let mut wakes = Wakes::default();
        let mut slot = lock(&self.key);
        let result = slot.as_mut().map(|key| change(key, &mut wakes));
        drop(slot);
        wakes.wake();
        result
    }

    #[cfg(all(test, loom))]
    pub(super) fn with_alarm<R>(&self, f: impl FnOnce(&mut A) -> R) -> Option<R> {
        self.change(|key, _| key.waiting.as_mut().map(|waiting| f(&mut waiting.alarm))).flatten()
    }
}

impl<A: Alarm> Default for Waiting<A> {
    fn default() -> Self {
        Self { queue: Queue::default(), alarm: A::default(), armed: None }
    }
}

impl<A: Alarm> Key<A> {
    fn new(setup: &Setup, endpoint: &EndpointLimits) -> Self {
        let transit = endpoint.max_transit.map(Rules::believable_transit);
        Self { machine: Machine::new(endpoint.limits, transit, &setup.rules), waiting: None }
    }

    fn waiters(&self) -> usize {
        self.waiting.as_ref().map_or(0, |waiting| waiting.queue.waiting())
    }

    fn enter(&mut self, setup: &Setup, caller: &Caller, waker: &Waker, now: u64, wakes: &mut Wakes) -> Entry {
        if self.waiters() > 0 {
            // A timer may be late; those in line go first all the same.
            self.pass_on(setup, now, Arming::Here, wakes);
        }
        if self.waiters() == 0 && self.machine.ready(now, &setup.rules) == Ready::Now {
            self.machine.grant(now, &setup.rules);
            return Entry::Granted;
        }
        if let Some(deadline) = caller.deadline {
            let turn = self.turn(setup, caller, now);
            if turn > deadline {
                return Entry::Refused(LimitError::DeadlineTooSoon { wait: span(turn - now) });
            }
        }
        if self.waiters() >= setup.queue_bound {
            return Entry::Refused(LimitError::QueueFull);
        }
        let waiting = self.waiting.get_or_insert_default();
        let place = caller.place.unwrap_or(Place(now));
        let ticket = waiting.queue.join(caller.priority, place, waker.clone(), A::home());
        if waiting.queue.is_next(&ticket) {
            self.pass_on(setup, now, Arming::Here, wakes);
        }
        Entry::Queued(ticket, now)
    }

    fn ask(
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

    fn leave(&mut self, setup: &Setup, ticket: Ticket, now: u64, wakes: &mut Wakes) {
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

    fn turn(&mut self, setup: &Setup, caller: &Caller, now: u64) -> u64 {
        let place = caller.place.unwrap_or(Place(now));
        let before = self.waiting.as_ref().map_or(0, |waiting| waiting.queue.before(caller.priority, place));
        self.machine.turn(u32::try_from(before).unwrap_or(u32::MAX), now, &setup.rules)
    }

    /// Grants slots to those in line while there are any, then sees to it that the next one is woken in time.
    fn pass_on(&mut self, setup: &Setup, now: u64, arming: Arming, wakes: &mut Wakes) {
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
