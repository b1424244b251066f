//! What can be known of a key without its lock.

use std::sync::atomic::Ordering;

use super::queue::Priority;
use super::sync::AtomicU64;

/// The soonest tick at which a newcomer could have its turn, published by whoever changed the key last. A
/// caller whose deadline is before that is refused without the lock and without a look at the clock: both
/// ticks are absolute, and time passing only makes a turn later.
///
/// So it must never be later than what the lock would say. Zero, which refuses nobody, is always right.
///
/// The number stands alone: nothing else is read on the strength of it, so its own order of changes, which
/// even relaxed operations keep, is enough.
#[derive(Debug)]
pub(super) struct Bound(AtomicU64);

impl Default for Bound {
    fn default() -> Self {
        Self(AtomicU64::new(0))
    }
}

impl Bound {
    /// Nobody can be refused without a closer look.
    pub(super) fn clear(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// No newcomer has its turn before `turn`; one of [`Priority::High`] perhaps, unless it holds `for_all`.
    /// To be called with the key locked.
    pub(super) fn publish(&self, turn: u64, for_all: bool) {
        self.0.store((turn << 1) + u64::from(for_all), Ordering::Relaxed);
    }

    /// The tick before which a newcomer's turn cannot come, if that is after its deadline.
    #[inline]
    pub(super) fn refuses(&self, priority: Priority, deadline: u64) -> Option<u64> {
        let word = self.0.load(Ordering::Relaxed);
        let (turn, for_all) = (word >> 1, word & 1 == 1);
        (deadline < turn && (for_all || priority != Priority::High)).then_some(turn)
    }

    /// What was published last.
    #[cfg(all(test, not(loom)))]
    pub(super) fn published(&self) -> (u64, bool) {
        let word = self.0.load(Ordering::Relaxed);
        (word >> 1, word & 1 == 1)
    }
}
