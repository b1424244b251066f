//! The log of one key: for every slot in use, the latest instant at which the server can have counted its
//! request.

use std::collections::VecDeque;

/// A sorted log of ticks, kept in 32 bits each.
///
/// One log serves all limits of a key, because the slots of a shorter window are always the newest ones. It
/// also serves requests on their way under a cap: their entry lies in the future, and time passing turns it
/// into an anchor without anything being moved.
///
/// Entries are compared by their distance from `now`, so they must lie within 2^31 ticks (two and a half
/// days) of it. The machine sees to that by calling [`Ring::forget`] before anything else.
#[derive(Debug, Default)]
pub(super) struct Ring {
    entries: VecDeque<u32>,
    /// No entry is later than this tick. Kept in full, so that a log left alone for a week is known to be
    /// stale.
    latest: u64,
}

/// How far after `now` the entry lies; negative if before.
fn offset(entry: u32, now: u64) -> i64 {
    i64::from(entry.wrapping_sub(now as u32).cast_signed())
}

/// The full tick of an entry.
fn widen(entry: u32, now: u64) -> u64 {
    now.saturating_add_signed(offset(entry, now))
}

impl Ring {
    pub(super) fn len(&self) -> u32 {
        self.entries.len() as u32
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry at `index`, counted from the oldest.
    pub(super) fn get(&self, index: u32, now: u64) -> u64 {
        widen(self.entries[index as usize], now)
    }

    /// Drops the entries that no window of `longest` ticks can see any more.
    pub(super) fn forget(&mut self, longest: u32, now: u64) {
        let longest = u64::from(longest);
        if self.latest + longest <= now {
            self.entries.clear();
            return;
        }
        while let Some(&oldest) = self.entries.front() {
            if widen(oldest, now) + longest > now {
                break;
            }
            self.entries.pop_front();
        }
    }

    /// Adds an entry. `most` is how many a key of these limits can ever hold: the log grows to that and no
    /// further.
    pub(super) fn insert(&mut self, at: u64, most: u32, now: u64) {
        if self.entries.len() == self.entries.capacity() {
            let most = most as usize;
            let wanted = (self.entries.len() * 2).clamp(4, most.max(4)).max(self.entries.len() + 1);
            self.entries.reserve_exact(wanted - self.entries.len());
        }
        let place = self.first_after(at, now);
        self.entries.insert(place, at as u32);
        self.latest = self.latest.max(at);
    }

    /// Takes out one entry that says `at`. Does nothing if there is none.
    pub(super) fn remove(&mut self, at: u64, now: u64) {
        let after = self.first_after(at, now);
        if after > 0 && self.entries[after - 1] == at as u32 {
            self.entries.remove(after - 1);
        }
    }

    /// Makes one entry that says `from` say `to` instead, which must not be later.
    pub(super) fn bring_forward(&mut self, from: u64, to: u64, now: u64) {
        self.remove(from, now);
        let place = self.first_after(to, now);
        self.entries.insert(place, to as u32);
    }

    /// How many entries a window of `span` ticks that ends now still sees, those to come included.
    pub(super) fn seen(&self, span: u32, now: u64) -> u32 {
        let gone = self.entries.partition_point(|&e| widen(e, now) + u64::from(span) <= now);
        (self.entries.len() - gone) as u32
    }

    /// The index of the first entry later than `at`. The newest end is tried first: nearly everything happens
    /// there.
    fn first_after(&self, at: u64, now: u64) -> usize {
        match self.entries.back() {
            Some(&last) if widen(last, now) > at => self.entries.partition_point(|&e| widen(e, now) <= at),
            _ => self.entries.len(),
        }
    }

    #[cfg(test)]
    pub(super) fn heap_bytes(&self) -> usize {
        self.entries.capacity() * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(ring: &Ring, now: u64) -> Vec<u64> {
        (0..ring.len()).map(|i| ring.get(i, now)).collect()
    }

    #[test]
    fn entries_stay_sorted_and_keep_their_full_value() {
        let now = (1 << 40) + 5;
        let mut ring = Ring::default();
        for at in [now + 50, now - 10, now + 50, now] {
            ring.insert(at, 15, now);
        }
        assert_eq!(contents(&ring, now), [now - 10, now, now + 50, now + 50]);
        ring.bring_forward(now + 50, now + 1, now + 1);
        assert_eq!(contents(&ring, now + 1), [now - 10, now, now + 1, now + 50]);
        ring.remove(now + 50, now + 1);
        ring.remove(now + 50, now + 1);
        assert_eq!(contents(&ring, now + 1), [now - 10, now, now + 1]);
    }

    #[test]
    fn an_entry_is_forgotten_when_its_window_has_passed_and_not_a_tick_sooner() {
        let mut ring = Ring::default();
        ring.insert(1_000, 15, 1_000);
        ring.insert(1_005, 15, 1_005);
        ring.forget(100, 1_099);
        assert_eq!((ring.len(), ring.seen(100, 1_099), ring.seen(100, 1_100)), (2, 2, 1));
        ring.forget(100, 1_100);
        assert_eq!(contents(&ring, 1_100), [1_005]);
        ring.forget(100, 1_105);
        assert!(ring.is_empty());
    }

    #[test]
    fn a_log_left_alone_for_a_week_is_not_mistaken_for_a_fresh_one() {
        let mut ring = Ring::default();
        let long_ago = 1 << 31;
        ring.insert(long_ago, 15, long_ago);
        // 2^32 ticks later the four bytes say the same again.
        ring.forget(10_000, (1 << 32) + long_ago + 8);
        assert!(ring.is_empty());
    }

    #[test]
    fn the_log_grows_to_what_the_limits_can_hold_and_no_further() {
        let mut ring = Ring::default();
        ring.insert(0, 450, 0);
        assert_eq!(ring.heap_bytes(), 16);
        for at in 1..450 {
            ring.insert(at, 450, at);
        }
        assert_eq!(ring.heap_bytes(), 1800);
    }
}
