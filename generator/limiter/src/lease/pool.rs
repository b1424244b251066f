//! What the store knows of one pool, and who may have how much of it.
//!
//! The shares are max-min fair: who could use no more than an equal part is *sated* and has that, the others divide the rest
//! equally. What cannot be divided goes round: who holds a slot more than the equal part sees its deficit fall, and gives the
//! slot up after its turn if others wait; who holds a slot less sees it rise.

use std::collections::VecDeque;

use super::message::ProcessId;
use super::part::Part;
use super::rested::{self, Rested};
use super::terms::Terms;

/// Where the equal part is at least so many slots, one more or less makes no difference.
const MANY: u64 = 8;

/// A process that has not spoken for longer is reckoned with for so many renewals at most.
const RECKONED: u64 = 4;

/// What the store knows of one pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pool {
    pub(super) slots: u32,
    pub(super) span: u64,
    /// How many slots processes hold.
    pub(super) held: u32,
    /// Those that nobody holds, by when they may be used again.
    pub(super) free: Vec<Rested>,
    /// The processes that wait for slots.
    pub(super) queue: VecDeque<ProcessId>,
    /// What sated processes could use, together.
    pub(super) sated: u64,
    /// How many processes are not sated.
    pub(super) hungry: u64,
}

impl Pool {
    pub(super) fn new(slots: u32, span: u64) -> Self {
        Self { slots, span, held: 0, free: Vec::new(), queue: VecDeque::new(), sated: 0, hungry: 0 }
    }

    /// How many slots nobody holds, and nobody may be given: not known to be anywhere.
    pub(super) fn missing(&self) -> u32 {
        self.slots.saturating_sub(self.held.saturating_add(rested::count(&self.free)))
    }

    /// A process knows of fewer slots, or of a longer window: of two versions of a limit the stricter one holds.
    pub(super) fn adapt(&mut self, slots: u32, span: u64) {
        self.span = self.span.max(span);
        if slots < self.slots {
            self.slots = slots;
            let surplus = (self.held + rested::count(&self.free)).saturating_sub(slots);
            rested::take(&mut self.free, &mut Vec::new(), surplus);
        }
    }

    /// Adds free slots, but never more than there are in all.
    pub(super) fn free(&mut self, slots: u32, ready: u64, rest: u64, now: u64) {
        let slots = slots.min(self.missing());
        rested::add(&mut self.free, slots, ready, rest, now);
    }

    /// What a process that is not sated may hold: in its turn, and out of it.
    fn shares(&self, least: u32) -> (u64, u64) {
        let left = u64::from(self.slots).saturating_sub(self.sated);
        let whole = self.hungry.max(1) * u64::from(least);
        let low = left / whole * u64::from(least);
        let high = left.div_ceil(whole) * u64::from(least);
        (low, high.min(self.slots.into()))
    }

    /// What a process may hold while others wait.
    pub(super) fn target(&self, part: &Part) -> u32 {
        if part.sated {
            return part.demand;
        }
        let (low, high) = self.shares(part.least.max(1));
        let share = if part.up || low >= MANY { high } else { low };
        part.demand.min(share as u32)
    }

    /// A process is not reckoned with any more.
    pub(super) fn leave(&mut self, part: &Part) {
        if part.sated {
            self.sated -= u64::from(part.demand);
        } else {
            self.hungry -= 1;
        }
    }

    /// Takes notice of what a process could use, after so many ticks.
    pub(super) fn reckon(&mut self, part: &mut Part, demand: u32, least: u32, passed: u64, terms: &Terms) {
        let turn = (terms.turn * u64::from(least)).cast_signed();
        if !part.sated {
            let passed = passed.min(RECKONED * terms.renewal);
            let left = u64::from(self.slots).saturating_sub(self.sated);
            let due = (left * passed / self.hungry.max(1)).cast_signed();
            let had = (u64::from(part.useful()) * passed).cast_signed();
            part.deficit = (part.deficit + due - had).clamp(-4 * turn, 4 * turn);
        }
        self.leave(part);
        let (demand, least) = (demand.min(self.slots), least.clamp(1, self.slots));
        let left = u64::from(self.slots).saturating_sub(self.sated);
        (part.demand, part.least) = (demand, least);
        part.sated = u64::from(demand) * (self.hungry + 1) <= left;
        if part.sated {
            (part.up, part.deficit) = (true, 0);
            self.sated += u64::from(demand);
        } else {
            self.hungry += 1;
            if part.deficit >= turn {
                part.up = true;
            } else if part.deficit <= -turn {
                part.up = false;
            }
        }
    }

    /// Gives a process at most so many slots of those that are free. Returns how many.
    pub(super) fn give(&mut self, part: &mut Part, wanted: u32) -> u32 {
        let slots = wanted.min(rested::count(&self.free));
        rested::take(&mut self.free, &mut part.gifts, slots);
        part.given += u64::from(slots);
        self.held += slots;
        slots
    }

    /// Takes a process out of the queue.
    pub(super) fn forget(&mut self, process: ProcessId) {
        self.queue.retain(|&known| known != process);
    }

    /// How much a process is to keep.
    pub(super) fn keep(&self, process: ProcessId, part: &Part) -> u32 {
        let others = self.queue.iter().any(|&known| known != process);
        if !others {
            return self.slots;
        }
        let target = self.target(part);
        // What is of no use to it alone may be of use to the first in the queue.
        if self.queue.front() == Some(&process) { target } else { target.min(part.useful()) }
    }
}
