//! One key behind its lock.
//!
//! Every operation changes the key, says what newcomers have to expect, and wakes only after the lock is
//! released. Knows nothing of tokio: the alarm is a parameter.

use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Waker;

use super::bound::Bound;
use super::clock::{Clock, ticks_ceil};
use super::error::LimitError;
use super::key::{Alarm, Arming, Caller, Entry, Key};
use super::limit::Limit;
use super::machine::{Machine, Ready, Rules};
use super::permit::Outcome;
use super::queue::{Priority, Ticket};
use super::sync::{Mutex, MutexGuard, lock};
use super::wakes::Wakes;

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

type Locked<'a, A> = MutexGuard<'a, Option<Box<Key<A>>>>;

/// One key behind its lock.
pub(super) struct Gate<A: Alarm> {
    /// `None` if never used, or forgotten after a rest.
    key: Mutex<Option<Box<Key<A>>>>,
    /// Published whenever the lock is released. Whoever releases it without knowing the time finds slots in
    /// plenty and leaves zero.
    bound: Bound,
}

impl<A: Alarm> Default for Gate<A> {
    fn default() -> Self {
        Self { key: Mutex::new(None), bound: Bound::default() }
    }
}

impl<A: Alarm> Gate<A> {
    /// The tick before which a newcomer's turn cannot come, if that is after its deadline. Takes no lock.
    #[inline]
    pub(super) fn refuses(&self, priority: Priority, deadline: u64) -> Option<u64> {
        self.bound.refuses(priority, deadline)
    }

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
        if !key.is_awaited() {
            if key.machine.has_plenty(&setup.rules) {
                key.machine.grant(0, &setup.rules);
                return (Entry::Granted, new);
            }
            let now = now();
            if key.machine.ready(now, &setup.rules) == Ready::Now {
                key.machine.grant(now, &setup.rules);
                self.publish(key, setup, now);
                return (Entry::Granted, new);
            }
            return (self.enter_full(slot, setup, caller, waker, now), new);
        }
        (self.enter_full(slot, setup, caller, waker, now()), new)
    }

    /// The same for a key that has no slot to spare.
    fn enter_full(
        &self,
        slot: Locked<'_, A>,
        setup: &Setup,
        caller: &Caller,
        waker: &Waker,
        now: u64,
    ) -> Entry {
        let entry =
            self.change_locked(slot, setup, now, |key, wakes| key.enter(setup, caller, waker, now, wakes));
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
        self.change(setup, now, |key, wakes| key.ask(setup, ticket, waker, now, wakes)).flatten()
    }

    /// A caller leaves the line; if its turn had come already, the next one gets it.
    pub(super) fn leave(&self, setup: &Setup, ticket: Ticket, now: u64) {
        self.change(setup, now, |key, wakes| key.leave(setup, ticket, now, wakes));
    }

    /// A granted slot that was never used comes back.
    pub(super) fn refund(&self, setup: &Setup, now: impl FnOnce() -> u64) {
        let mut slot = lock(&self.key);
        let Some(key) = slot.as_mut() else { return };
        key.machine.refund();
        if key.is_awaited() {
            self.pass_on(slot, setup, now(), Arming::There);
        } else if key.machine.has_plenty(&setup.rules) {
            self.bound.clear();
        } else {
            self.publish(key, setup, now());
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
        if key.is_awaited() {
            self.pass_on(slot, setup, now, arming);
        } else {
            self.publish(key, setup, now);
        }
    }

    /// Says what newcomers have to expect. Belongs before every release of the lock.
    fn publish(&self, key: &mut Key<A>, setup: &Setup, now: u64) {
        if !key.is_awaited() && key.machine.has_plenty(&setup.rules) {
            self.bound.clear();
        } else {
            self.publish_turn(key, setup, now);
        }
    }

    #[inline(never)]
    fn publish_turn(&self, key: &mut Key<A>, setup: &Setup, now: u64) {
        match key.newcomers_turn(setup, now) {
            Some((turn, for_all)) => self.bound.publish(turn, for_all),
            None => self.bound.clear(),
        }
    }

    /// Kept out of the way of calls that nobody waits behind.
    #[inline(never)]
    fn pass_on(&self, slot: Locked<'_, A>, setup: &Setup, now: u64, arming: Arming) {
        self.change_locked(slot, setup, now, |key, wakes| key.pass_on(setup, now, arming, wakes));
    }

    /// At which tick a caller who came now would have its turn.
    pub(super) fn turn(&self, setup: &Setup, caller: &Caller, now: u64) -> u64 {
        self.change(setup, now, |key, _| key.turn(setup, caller, now)).unwrap_or(now)
    }

    /// Sends everybody away, once [`Setup::closed`] is set. Requests on their way are not touched.
    pub(super) fn close(&self, setup: &Setup) {
        let woken: Vec<Waker> = self
            .change(setup, 0, |key, _| {
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
        let forgotten = if idle {
            self.bound.clear();
            slot.take()
        } else {
            self.publish(key, setup, now);
            None
        };
        drop(slot);
        drop((waiting, forgotten));
        idle
    }

    /// Shows the state machine and how many wait; `None` if nothing is kept here.
    pub(super) fn look<R>(
        &self,
        setup: &Setup,
        now: u64,
        look: impl FnOnce(&mut Machine, usize) -> R,
    ) -> Option<R> {
        self.change(setup, now, |key, _| {
            let waiters = key.waiters();
            look(&mut key.machine, waiters)
        })
    }

    /// Changes the key under its lock, if there is one, and wakes after the lock is released.
    fn change<R>(
        &self,
        setup: &Setup,
        now: u64,
        change: impl FnOnce(&mut Key<A>, &mut Wakes) -> R,
    ) -> Option<R> {
        self.change_locked(lock(&self.key), setup, now, change)
    }

    fn change_locked<R>(
        &self,
        mut slot: Locked<'_, A>,
        setup: &Setup,
        now: u64,
        change: impl FnOnce(&mut Key<A>, &mut Wakes) -> R,
    ) -> Option<R> {
        let mut wakes = Wakes::default();
        let result = slot.as_mut().map(|key| {
            let result = change(key, &mut wakes);
            self.publish(key, setup, now);
            result
        });
        drop(slot);
        wakes.wake();
        result
    }

    #[cfg(all(test, loom))]
    pub(super) fn with_alarm<R>(&self, f: impl FnOnce(&mut A) -> R) -> Option<R> {
        lock(&self.key).as_mut()?.waiting.as_mut().map(|waiting| f(&mut waiting.alarm))
    }
}

#[cfg(all(test, not(loom)))]
mod properties;
