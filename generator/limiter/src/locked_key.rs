//! One key behind its lock.
//!
//! Every operation changes the key, publishes the earliest turn of new callers, and wakes others after the lock is
//! released. Knows nothing of tokio: the type `R` names a runtime, and only `==` is used on it.

use std::sync::atomic::Ordering;
use std::task::Waker;

use crate::config::Config;
use crate::earliest_turn::EarliestTurn;
use crate::error::LimitError;
use crate::key::{Caller, Entry, Key, Polled, TimerStep};
use crate::machine::{Machine, Ready, Rules, Sent};
use crate::outcome::Outcome;
use crate::priority::Priority;
use crate::queue::Ticket;
use crate::sync::{Mutex, MutexGuard, lock};
use crate::timers::TimerId;
use crate::wake_list::WakeList;

type Locked<'a, R> = MutexGuard<'a, Option<Box<Key<R>>>>;

/// One key behind its lock.
#[derive(Debug)]
pub(crate) struct LockedKey<R> {
    /// `None` if the key was never used, or was removed because it was idle.
    key: Mutex<Option<Box<Key<R>>>>,
    /// What a new caller has to expect, readable without the lock. It is updated before the lock is released, except
    /// where nothing can have changed it: the fast path, which reads no clock, finds plenty of free slots, and then the
    /// value is zero before and after.
    earliest_turn: EarliestTurn,
}

impl<R> Default for LockedKey<R> {
    fn default() -> Self {
        Self { key: Mutex::new(None), earliest_turn: EarliestTurn::default() }
    }
}

impl<R: Copy + PartialEq> LockedKey<R> {
    /// The earliest turn of a new caller of this priority, if it is after the caller's deadline. Takes no lock.
    #[inline]
    pub(crate) fn refuses(&self, priority: Priority, deadline: u64) -> Option<u64> {
        self.earliest_turn.refuses(priority, deadline)
    }

    /// Grants a slot, or lets the caller join the queue, or refuses it. The second value says whether the key is new. Most
    /// calls find plenty of free slots and need not know the time.
    pub(crate) fn enter(
        &self,
        config: &Config,
        caller: &Caller,
        waker: &Waker,
        runtime: impl FnOnce() -> R,
        now: impl FnOnce() -> u64,
    ) -> (Entry, bool) {
        let mut guard = lock(&self.key);
        if config.closed.load(Ordering::Acquire) {
            return (Entry::Refused(LimitError::Closed), false);
        }
        let new = guard.is_none();
        let key = guard.get_or_insert_with(|| Box::new(Key::new(config, &caller.endpoint)));
        if !key.is_awaited() {
            if key.machine.has_plenty(&config.rules) {
                // With plenty of slots the time of the grant makes no difference.
                key.machine.grant(0, &config.rules);
                return (Entry::Granted, new);
            }
            let now = now();
            if key.machine.ready(now, &config.rules) == Ready::Now {
                key.machine.grant(now, &config.rules);
                self.publish(key, config, now);
                return (Entry::Granted, new);
            }
            return (self.enter_full(guard, config, caller, waker, runtime(), now), new);
        }
        (self.enter_full(guard, config, caller, waker, runtime(), now()), new)
    }

    /// The rest of [`LockedKey::enter`], for a key without a free slot.
    fn enter_full(
        &self,
        guard: Locked<'_, R>,
        config: &Config,
        caller: &Caller,
        waker: &Waker,
        runtime: R,
        now: u64,
    ) -> Entry {
        let entry = self.change_locked(guard, config, now, |key, wakes| {
            key.enter(config, caller, waker, runtime, now, wakes)
        });
        // The key is there: `enter` has just made it.
        entry.unwrap_or(Entry::Refused(LimitError::Closed))
    }

    /// Asks again for a caller in the queue. While it has to wait on, the ticket stays valid.
    pub(crate) fn poll(
        &self,
        config: &Config,
        ticket: &mut Option<Ticket>,
        waker: &Waker,
        runtime: R,
        now: u64,
    ) -> Polled {
        let polled =
            self.change(config, now, |key, wakes| key.poll(config, ticket, waker, runtime, now, wakes));
        polled.unwrap_or(Polled::Closed)
    }

    /// A caller leaves the queue. If it was offered a slot, the next one gets it.
    pub(crate) fn leave(&self, config: &Config, ticket: Ticket, now: u64) {
        self.change(config, now, |key, wakes| key.leave(config, ticket, now, wakes));
    }

    /// A granted slot is given back unused.
    pub(crate) fn refund(&self, config: &Config, now: impl FnOnce() -> u64) {
        let mut guard = lock(&self.key);
        let Some(key) = guard.as_mut() else { return };
        key.machine.refund(&config.rules);
        if key.is_awaited() {
            self.serve(guard, config, now());
        } else if key.machine.has_plenty(&config.rules) && key.waiting.is_none() {
            self.earliest_turn.clear();
        } else {
            let now = now();
            key.note_permits(now);
            self.publish(key, config, now);
        }
    }

    /// A request is about to be sent. The server counts it within `transit` ticks; `None` takes the endpoint's own time.
    /// Returns `None` if the key is not there, which cannot be while a slot of it is held.
    pub(crate) fn start(&self, config: &Config, transit: Option<u32>, now: u64) -> Option<Sent> {
        self.operate(config, now, |machine, rules| machine.start(transit, now, rules))
    }

    /// The last byte of a request was written.
    pub(crate) fn written(&self, config: &Config, sent: &mut Sent, now: u64) {
        self.operate(config, now, |machine, rules| machine.written(sent, now, rules));
    }

    /// A request has ended.
    pub(crate) fn finish(&self, config: &Config, sent: Sent, outcome: Outcome, now: u64) {
        self.operate(config, now, |machine, rules| machine.finish(sent, outcome, now, rules));
    }

    /// Changes the machine, then serves the queue if anybody waits.
    fn operate<T>(
        &self,
        config: &Config,
        now: u64,
        change: impl FnOnce(&mut Machine, &Rules) -> T,
    ) -> Option<T> {
        let mut guard = lock(&self.key);
        // A request that ends so late that its key was removed holds no slot any more.
        let key = guard.as_mut()?;
        let result = change(&mut key.machine, &config.rules);
        if key.is_awaited() {
            self.serve(guard, config, now);
        } else {
            key.note_permits(now);
            self.publish(key, config, now);
        }
        Some(result)
    }

    /// Publishes the earliest turn of new callers, while the lock is held.
    fn publish(&self, key: &mut Key<R>, config: &Config, now: u64) {
        if !key.is_awaited() && key.machine.has_plenty(&config.rules) {
            self.earliest_turn.clear();
        } else {
            self.publish_turn(key, config, now);
        }
    }

    /// The part of [`LockedKey::publish`] for keys without plenty of slots. Not inlined, because most calls do without.
    #[inline(never)]
    fn publish_turn(&self, key: &mut Key<R>, config: &Config, now: u64) {
        match key.new_callers_turn(config, now) {
            Some((turn, for_all)) => self.earliest_turn.publish(turn, for_all),
            None => self.earliest_turn.clear(),
        }
    }

    /// Offers free slots to the callers in line. Not inlined, because most calls find an empty queue.
    #[inline(never)]
    fn serve(&self, guard: Locked<'_, R>, config: &Config, now: u64) {
        self.change_locked(guard, config, now, |key, wakes| key.serve(config, now, wakes));
    }

    /// A timer runs: serves the queue, and says when it is to run again.
    pub(crate) fn run_timer(&self, config: &Config, id: TimerId, waker: &Waker, now: u64) -> TimerStep {
        let step = self.change(config, now, |key, wakes| key.run_timer(config, id, waker, now, wakes));
        step.unwrap_or(TimerStep::End)
    }

    /// Removes a timer whose runtime has shut down.
    pub(crate) fn remove_timer(&self, id: TimerId) {
        if let Some(waiting) = lock(&self.key).as_mut().and_then(|key| key.waiting.as_mut()) {
            waiting.timers.remove(id);
        }
    }

    /// The tick at which a caller who came now would get its slot.
    pub(crate) fn turn(&self, config: &Config, caller: &Caller, now: u64) -> u64 {
        self.change(config, now, |key, _| key.turn(config, caller, now)).unwrap_or(now)
    }

    /// Ends the wait of everybody, once [`Config::closed`] is set. Requests in flight are not touched.
    pub(crate) fn close(&self, config: &Config) {
        // A closed limiter grants nothing, so the time makes no difference.
        self.change(config, 0, |key, wakes| {
            if let Some(waiting) = &mut key.waiting {
                waiting.queue.close(&mut wakes.others);
                waiting.timers.wake_later_than(0, &mut wakes.others);
            }
        });
    }

    /// Removes the key if it is idle, so that making it anew gives the same; if it is not, at least what it kept for
    /// callers in line. Returns whether nothing is kept here now. A key that is locked is in use and is left alone.
    pub(crate) fn remove_if_idle(&self, config: &Config, now: u64) -> bool {
        let Ok(mut guard) = self.key.try_lock() else { return false };
        let Some(key) = guard.as_mut() else { return true };
        let in_use =
            |waiting: &crate::key::Waiting<R>| waiting.queue.tickets() > 0 || !waiting.timers.is_empty();
        if key.waiting.as_deref().is_some_and(in_use) {
            return false;
        }
        let waiting = key.waiting.take();
        let idle = key.machine.is_idle(now, &config.rules);
        let removed = if idle {
            self.earliest_turn.clear();
            guard.take()
        } else {
            self.publish(key, config, now);
            None
        };
        drop(guard);
        drop((waiting, removed));
        idle
    }

    /// Lets `look` see the key; `None` if nothing is kept here.
    pub(crate) fn look<T>(
        &self,
        config: &Config,
        now: u64,
        look: impl FnOnce(&mut Key<R>) -> T,
    ) -> Option<T> {
        self.change(config, now, |key, _| look(key))
    }

    /// Changes the key under its lock, if there is one, and wakes others after the lock is released.
    fn change<T>(
        &self,
        config: &Config,
        now: u64,
        change: impl FnOnce(&mut Key<R>, &mut WakeList) -> T,
    ) -> Option<T> {
        self.change_locked(lock(&self.key), config, now, change)
    }

    /// The same for a key that is locked already.
    fn change_locked<T>(
        &self,
        mut guard: Locked<'_, R>,
        config: &Config,
        now: u64,
        change: impl FnOnce(&mut Key<R>, &mut WakeList) -> T,
    ) -> Option<T> {
        let mut wakes = WakeList::default();
        let result = guard.as_mut().map(|key| {
            let result = change(key, &mut wakes);
            self.publish(key, config, now);
            result
        });
        drop(guard);
        if wakes.is_full() {
            wakes.wake();
            self.offer_more(config, now);
        } else {
            wakes.wake();
        }
        result
    }

    /// Serves the queue again until a list of wakes is no longer full, with the lock released in between.
    #[cold]
    fn offer_more(&self, config: &Config, now: u64) {
        loop {
            let mut wakes = WakeList::default();
            let mut guard = lock(&self.key);
            let Some(key) = guard.as_mut() else { return };
            key.serve(config, now, &mut wakes);
            self.publish(key, config, now);
            drop(guard);
            let full = wakes.is_full();
            wakes.wake();
            if !full {
                return;
            }
        }
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod sleepers;
