//! What is known of a key without its lock.

use std::sync::atomic::Ordering;

use crate::priority::Priority;
use crate::sync::AtomicU64;

/// The earliest tick at which a new caller could get a slot, published by whoever changed the key last. A caller whose
/// deadline is before it is refused without the lock and without reading the clock: both ticks are absolute, and the
/// passing of time only makes a turn later.
///
/// So it must never be later than what the key itself would say. Zero refuses nobody and is always correct.
///
/// `Relaxed` is enough: nothing else is read on the strength of this value.
#[derive(Debug)]
pub(crate) struct EarliestTurn(AtomicU64);

impl Default for EarliestTurn {
    fn default() -> Self {
        Self(AtomicU64::new(0))
    }
}

impl EarliestTurn {
    /// Refuses nobody from now on.
    pub(crate) fn clear(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// No new caller gets a slot before `turn`; whether that includes [`Priority::High`] is said by `for_all`. Must be
    /// called while the key is locked.
    pub(crate) fn publish(&self, turn: u64, for_all: bool) {
        self.0.store((turn << 1) + u64::from(for_all), Ordering::Relaxed);
    }

    /// The earliest turn of a new caller of this priority, if it is after the caller's deadline.
    #[inline]
    pub(crate) fn refuses(&self, priority: Priority, deadline: u64) -> Option<u64> {
        let word = self.0.load(Ordering::Relaxed);
        let (turn, for_all) = (word >> 1, word & 1 == 1);
        (deadline < turn && (for_all || priority != Priority::High)).then_some(turn)
    }

    /// What was published last.
    #[cfg(test)]
    pub(crate) fn published(&self) -> (u64, bool) {
        let word = self.0.load(Ordering::Relaxed);
        (word >> 1, word & 1 == 1)
    }
}
