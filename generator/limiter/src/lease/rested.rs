//! Slots in the store's hands that rest.

use super::message::Step;

/// So many slots of a list at most rest for different times.
const MOST: usize = 16;

/// Slots that may be used again at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Rested {
    pub(super) slots: u32,
    /// The store's tick at which they may be used again, come what may.
    pub(super) ready: u64,
    /// How long they rest from when the store heard of them. Sooner than `ready`, by as much as the tick may be behind.
    pub(super) rest: u64,
}

impl Rested {
    /// What is left of the rest for whoever hears of it now.
    pub(super) fn left(&self, now: u64) -> u64 {
        self.ready.saturating_sub(now).min(self.rest)
    }

    pub(super) fn step(&self, now: u64) -> Step {
        Step { slots: self.slots, rest: self.left(now) }
    }
}

/// How many slots there are in a list.
pub(super) fn count(list: &[Rested]) -> u32 {
    list.iter().map(|rested| rested.slots).sum()
}

/// Adds slots to a list that is sorted by when they are ready. Those that are ready count as one.
pub(super) fn add(list: &mut Vec<Rested>, slots: u32, ready: u64, rest: u64, now: u64) {
    if slots == 0 {
        return;
    }
    let (ready, rest) = if rest == 0 || ready <= now { (0, 0) } else { (ready, rest) };
    let at = list.partition_point(|known| known.ready <= ready);
    match at.checked_sub(1).map(|before| &mut list[before]) {
        Some(before) if before.ready == ready => {
            before.slots += slots;
            before.rest = before.rest.max(rest);
        }
        _ => list.insert(at, Rested { slots, ready, rest }),
    }
    if list.len() > MOST {
        let early = list.remove(1);
        let later = &mut list[1];
        later.slots += early.slots;
        later.rest = later.rest.max(early.rest);
    }
}

/// Brings together the slots that have become ready.
pub(super) fn ripen(list: &mut Vec<Rested>, now: u64) {
    let ripe = list.partition_point(|known| known.ready <= now);
    if ripe > 0 {
        let slots = count(&list[..ripe]);
        list.splice(..ripe, [Rested { slots, ready: 0, rest: 0 }]);
    }
}

/// Moves so many slots from the front of one list to another one.
pub(super) fn take(from: &mut Vec<Rested>, to: &mut Vec<Rested>, slots: u32) {
    let mut left = slots;
    while left > 0 && !from.is_empty() {
        let taken = from[0].slots.min(left);
        to.push(Rested { slots: taken, ..from[0] });
        from[0].slots -= taken;
        if from[0].slots == 0 {
            from.remove(0);
        }
        left -= taken;
    }
}
