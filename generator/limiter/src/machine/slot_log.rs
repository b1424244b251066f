//! The log of one key: for every slot in use, the latest instant at which the server can have counted its request.

/// A sorted log of ticks, kept in 32 bits each.
///
/// One log serves all limits of a key, because the slots of a shorter window are always the newest ones. It
/// also serves requests in flight under a cap: their entry lies in the future, and becomes an anchor as time passes.
///
/// Entries are compared by their distance from `now`, so they must lie within 2^31 ticks (two and a half
/// days) of it. The machine sees to that by calling [`SlotLog::forget`] before anything else.
///
/// Entries are added and removed at the newest end, and expire at the oldest. A `VecDeque` would take eight bytes more for
/// each key and be slower.
#[derive(Debug, Default)]
pub(crate) struct SlotLog {
    cells: Box<[u32]>,
    /// The cell of the oldest entry; the others follow and wrap around the end.
    first: u32,
    length: u32,
    /// No entry is later than this tick. It is stored in full, so that a log that was unused for a week is known to be
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

impl SlotLog {
    /// How many entries there are.
    pub(super) fn len(&self) -> u32 {
        self.length
    }

    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Where the entry at `index` is kept.
    fn cell(&self, index: u32) -> usize {
        let (cell, room) = (self.first as usize + index as usize, self.cells.len());
        if cell < room { cell } else { cell - room }
    }

    /// The 32 bits of the entry at `index`, counted from the oldest.
    fn entry(&self, index: u32) -> u32 {
        self.cells[self.cell(index)]
    }

    /// Overwrites the entry at `index`, counted from the oldest.
    fn set(&mut self, index: u32, entry: u32) {
        self.cells[self.cell(index)] = entry;
    }

    /// The full tick of the entry at `index`, counted from the oldest.
    pub(super) fn get(&self, index: u32, now: u64) -> u64 {
        widen(self.entry(index), now)
    }

    /// Drops the entries that a window of `longest` ticks cannot see any more.
    pub(super) fn forget(&mut self, longest: u32, now: u64) {
        let longest = u64::from(longest);
        if self.latest + longest <= now {
            self.length = 0;
            return;
        }
        while self.length > 0 && self.get(0, now) + longest <= now {
            self.first = self.cell(1) as u32;
            self.length -= 1;
        }
    }

    /// Adds an entry. `capacity` is how many a key of these limits can ever hold: the log grows no further.
    pub(super) fn insert(&mut self, at: u64, capacity: u32, now: u64) {
        if self.length as usize == self.cells.len() {
            self.grow(capacity as usize);
        }
        let index = self.first_after(at, now);
        for moved in (index..self.length).rev() {
            self.set(moved + 1, self.entry(moved));
        }
        self.length += 1;
        self.set(index, at as u32);
        self.latest = self.latest.max(at);
    }

    /// Makes room for more entries: twice as many, but no more than `capacity`.
    #[cold]
    fn grow(&mut self, capacity: usize) {
        let length = self.length as usize;
        let room = (length * 2).clamp(4, capacity.max(4)).max(length + 1);
        let mut cells = vec![0; room].into_boxed_slice();
        for (cell, index) in cells.iter_mut().zip(0..self.length) {
            *cell = self.entry(index);
        }
        self.cells = cells;
        self.first = 0;
    }

    /// Takes out one entry that says `at`. Does nothing if there is none.
    pub(super) fn remove(&mut self, at: u64, now: u64) {
        let after = self.first_after(at, now);
        if after > 0 && self.entry(after - 1) == at as u32 {
            for moved in after..self.length {
                self.set(moved - 1, self.entry(moved));
            }
            self.length -= 1;
        }
    }

    /// Moves one entry from `from` to `to`, which must not be later.
    pub(super) fn bring_forward(&mut self, from: u64, to: u64, now: u64) {
        self.remove(from, now);
        // The cell that became free is enough.
        self.insert(to, 0, now);
    }

    /// How many entries a window of `span` ticks that ends now still sees, those to come included.
    pub(super) fn seen(&self, span: u32, now: u64) -> u32 {
        self.length - self.search(|entry| entry + u64::from(span) <= now, now)
    }

    /// When the entries that have come leave a window of `span` ticks, early ones first.
    #[cfg(feature = "redis")]
    pub(crate) fn ends(&self, span: u32, now: u64) -> Vec<u64> {
        let entries = (0..self.length).map(|index| self.get(index, now)).filter(|&entry| entry <= now);
        entries.map(|entry| entry + u64::from(span)).filter(|&end| end > now).collect()
    }

    /// The index of the first entry later than `at`. The newest end is tried first, where nearly everything happens.
    fn first_after(&self, at: u64, now: u64) -> u32 {
        match self.length.checked_sub(1) {
            Some(newest) if self.get(newest, now) > at => self.search(|entry| entry <= at, now),
            _ => self.length,
        }
    }

    /// How many entries, counted from the oldest, are `early`, which must hold for a first part of the log and then no
    /// more.
    fn search(&self, early: impl Fn(u64) -> bool, now: u64) -> u32 {
        let (mut from, mut to) = (0, self.length);
        while from < to {
            let middle = from.midpoint(to);
            if early(self.get(middle, now)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    #[cfg(test)]
    pub(super) fn heap_bytes(&self) -> usize {
        size_of_val(&*self.cells)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn contents(log: &SlotLog, now: u64) -> Vec<u64> {
        (0..log.len()).map(|i| log.get(i, now)).collect()
    }

    #[test]
    fn entries_stay_sorted_and_keep_their_full_value() {
        let now = (1 << 40) + 5;
        let mut log = SlotLog::default();
        for at in [now + 50, now - 10, now + 50, now] {
            log.insert(at, 15, now);
        }
        assert_eq!(contents(&log, now), [now - 10, now, now + 50, now + 50]);
        log.bring_forward(now + 50, now + 1, now + 1);
        assert_eq!(contents(&log, now + 1), [now - 10, now, now + 1, now + 50]);
        log.remove(now + 50, now + 1);
        log.remove(now + 50, now + 1);
        assert_eq!(contents(&log, now + 1), [now - 10, now, now + 1]);
    }

    #[test]
    fn an_entry_is_forgotten_when_its_window_has_passed_and_not_a_tick_sooner() {
        let mut log = SlotLog::default();
        log.insert(1_000, 15, 1_000);
        log.insert(1_005, 15, 1_005);
        log.forget(100, 1_099);
        assert_eq!((log.len(), log.seen(100, 1_099), log.seen(100, 1_100)), (2, 2, 1));
        log.forget(100, 1_100);
        assert_eq!(contents(&log, 1_100), [1_005]);
        log.forget(100, 1_105);
        assert!(log.is_empty());
    }

    #[test]
    fn a_log_left_alone_for_a_week_is_not_mistaken_for_a_fresh_one() {
        let mut log = SlotLog::default();
        let long_ago = 1 << 31;
        log.insert(long_ago, 15, long_ago);
        // 2^32 ticks later the four bytes say the same again.
        log.forget(10_000, (1 << 32) + long_ago + 8);
        assert!(log.is_empty());
    }

    #[test]
    fn the_log_grows_to_what_the_limits_can_hold_and_no_further() {
        let mut log = SlotLog::default();
        log.insert(0, 450, 0);
        assert_eq!(log.heap_bytes(), 16);
        for at in 1..450 {
            log.insert(at, 450, at);
        }
        assert_eq!(log.heap_bytes(), 1800);
    }

    #[derive(Clone, Copy, Debug)]
    enum Step {
        Pass(u64),
        Insert(u64),
        Remove(usize),
        BringForward(usize, u64),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let time = || prop_oneof![0..5_u64, 0..300_u64];
        let step = prop_oneof![
            2 => time().prop_map(Step::Pass),
            4 => time().prop_map(Step::Insert),
            1 => (0..9_usize).prop_map(Step::Remove),
            2 => (0..9_usize, time()).prop_map(|(which, by)| Step::BringForward(which, by)),
        ];
        prop::collection::vec(step, 1..200)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_log_behaves_like_a_sorted_list(steps in steps(), mut now in prop_oneof![Just(0), Just((1 << 32) - 200_u64)]) {
            let (mut log, mut list) = (SlotLog::default(), Vec::new());
            for step in steps {
                match step {
                    Step::Pass(ticks) => {
                        now += ticks;
                        log.forget(200, now);
                        list.retain(|&at| at + 200 > now);
                    }
                    Step::Insert(ahead) => {
                        log.insert(now + ahead, 9, now);
                        list.push(now + ahead);
                    }
                    Step::Remove(which) if which < list.len() => log.remove(list.remove(which), now),
                    Step::BringForward(which, by) if which < list.len() => {
                        let to = list[which].saturating_sub(by);
                        log.bring_forward(std::mem::replace(&mut list[which], to), to, now);
                        log.forget(200, now);
                        list.retain(|&at| at + 200 > now);
                    }
                    Step::Remove(_) | Step::BringForward(..) => log.remove(now + 1_000, now),
                }
                list.sort_unstable();
                prop_assert_eq!(&contents(&log, now), &list);
                prop_assert_eq!(log.seen(50, now) as usize, list.iter().filter(|&&at| at + 50 > now).count());
                prop_assert_eq!(log.is_empty(), list.is_empty());
            }
        }
    }
}
