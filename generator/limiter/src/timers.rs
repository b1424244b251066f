//! The timers that serve a key in time: one for each runtime in which a caller waits.

use std::task::Waker;

/// A timer's number, unique within its key.
pub(crate) type TimerId = u32;

/// A timer that is no longer needed is left to itself for so many ticks, a second, because callers come and go.
const SOON: u64 = 10_000;

/// The tick of a timer that only waits to be woken.
const NEVER: u64 = u64::MAX;

/// A timer as its key knows it.
#[derive(Debug)]
struct Timer<R> {
    id: TimerId,
    runtime: R,
    /// `None` while it is running, or was woken.
    waker: Option<Waker>,
    /// For which tick it is set.
    at: u64,
}

/// The timers of a key. A timer is a task that serves the key at a given tick. There is one for each runtime in which a
/// caller waits, because a runtime that is not driven, or has gone, must not stop callers in another one.
#[derive(Debug)]
pub(crate) struct Timers<R> {
    timers: Vec<Timer<R>>,
    next_id: TimerId,
}

impl<R> Default for Timers<R> {
    fn default() -> Self {
        Self { timers: Vec::new(), next_id: 0 }
    }
}

impl<R: PartialEq> Timers<R> {
    /// Whether there is no timer.
    pub(crate) fn is_empty(&self) -> bool {
        self.timers.is_empty()
    }

    /// Adds a timer for this runtime if it has none, and returns its number: then the caller has to start it.
    pub(crate) fn add(&mut self, runtime: R) -> Option<TimerId> {
        if self.timers.iter().any(|timer| timer.runtime == runtime) {
            return None;
        }
        let id = self.next_id;
        self.next_id = id.wrapping_add(1);
        self.timers.push(Timer { id, runtime, waker: None, at: 0 });
        Some(id)
    }

    /// Removes a timer that has ended.
    pub(crate) fn remove(&mut self, id: TimerId) {
        self.timers.retain(|timer| timer.id != id);
    }

    /// A timer is running: it need not be woken. Returns its waker, to be dropped without the lock.
    pub(crate) fn begin(&mut self, id: TimerId) -> Option<Waker> {
        self.timers.iter_mut().find(|timer| timer.id == id)?.waker.take()
    }

    /// A timer was set for this tick, or for none.
    pub(crate) fn set(&mut self, id: TimerId, waker: Waker, at: Option<u64>) {
        if let Some(timer) = self.timers.iter_mut().find(|timer| timer.id == id) {
            (timer.waker, timer.at) = (Some(waker), at.unwrap_or(NEVER));
        }
    }

    /// Wakes the timers that are set for later than `next`, so that they set themselves anew.
    pub(crate) fn wake_later_than(&mut self, next: u64, woken: &mut Vec<Waker>) {
        for timer in self.timers.iter_mut().filter(|timer| timer.at > next) {
            woken.extend(timer.waker.take());
        }
    }

    /// Nobody stands in line: wakes the timers that would not find out soon, so that they end.
    pub(crate) fn end(&mut self, now: u64, woken: &mut Vec<Waker>) {
        self.wake_later_than(now + SOON, woken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_timer_for_each_runtime() {
        let mut timers = Timers::default();
        assert!(timers.is_empty());
        let (first, second) = (timers.add('a').unwrap(), timers.add('b').unwrap());
        assert_eq!((timers.add('a'), timers.is_empty()), (None, false));
        timers.remove(first);
        assert!(timers.add('a').is_some_and(|third| third != second));
    }

    #[test]
    fn a_timer_that_runs_is_not_woken() {
        let mut timers = Timers::default();
        let id = timers.add('a').unwrap();
        timers.set(id, Waker::noop().clone(), Some(9));
        assert!(timers.begin(id).is_some());
        let mut woken = Vec::new();
        timers.wake_later_than(0, &mut woken);
        assert!(woken.is_empty());
    }

    #[test]
    fn at_the_end_those_are_woken_that_would_not_find_out_soon() {
        let mut timers = Timers::default();
        for (runtime, at) in [('a', Some(5 + SOON)), ('b', Some(6 + SOON)), ('c', None)] {
            let id = timers.add(runtime).unwrap();
            timers.set(id, Waker::noop().clone(), at);
        }
        let mut woken = Vec::new();
        timers.end(5, &mut woken);
        assert_eq!(woken.len(), 2);
    }
}
