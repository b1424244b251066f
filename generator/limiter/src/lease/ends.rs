//! Slots and the ticks at which they may be used again.

/// The ticks at which slots may be used again, early ones first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Ends(Vec<u64>);

impl Ends {
    pub(super) fn add(&mut self, end: u64, slots: u32) {
        let at = self.0.partition_point(|&known| known <= end);
        self.0.splice(at..at, std::iter::repeat_n(end, slots as usize));
    }

    /// Takes one out that says `end`. Returns whether there was one.
    pub(super) fn remove(&mut self, end: u64) -> bool {
        let found = self.0.binary_search(&end);
        if let Ok(at) = found {
            self.0.remove(at);
        }
        found.is_ok()
    }

    /// Forgets those that have come.
    pub(super) fn forget(&mut self, now: u64) {
        let gone = self.0.partition_point(|&end| end <= now);
        self.0.drain(..gone);
    }

    /// How many lie after this tick.
    pub(super) fn after(&self, now: u64) -> u32 {
        (self.0.len() - self.0.partition_point(|&end| end <= now)) as u32
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn as_slice(&self) -> &[u64] {
        &self.0
    }

    /// `all`, which is sorted, without these.
    pub(super) fn leave_of(&self, all: &[u64]) -> Vec<u64> {
        let mut out = self.0.iter().peekable();
        let stays = |end: &&u64| {
            while out.next_if(|known| known < end).is_some() {}
            out.next_if(|known| known == end).is_none()
        };
        all.iter().filter(stays).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_sorted_counted_and_taken_out_one_by_one() {
        let mut ends = Ends::default();
        for end in [5, 9, 5, 2] {
            ends.add(end, 1);
        }
        assert_eq!((ends.after(1), ends.after(2), ends.after(5), ends.after(9)), (4, 3, 1, 0));
        assert_eq!(ends.leave_of(&[1, 2, 5, 5, 5, 9, 12]), [1, 5, 12]);
        assert!(ends.remove(5) && ends.remove(5) && !ends.remove(5));
        ends.forget(2);
        assert_eq!(ends.as_slice(), [9]);
    }
}
