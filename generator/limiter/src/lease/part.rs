//! What the store knows of one process in one pool.

use super::message::{PoolResponse, PoolStatement};
use super::rested::{self, Rested};

/// What the store knows of one process in one pool.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Part {
    pub(super) given: u64,
    pub(super) returned: u64,
    /// The last of the slots given, as far as the process has not confirmed them.
    pub(super) gifts: Vec<Rested>,
    pub(super) demand: u32,
    pub(super) least: u32,
    /// Whether its demand is no more than its fair share.
    pub(super) sated: bool,
    /// Whether it is its turn to hold a slot more of what cannot be divided.
    pub(super) up: bool,
    /// By how much it had less than its fair share: slots times ticks.
    pub(super) deficit: i64,
    /// The slots in use beyond its lease, and the ticks at which they may be used again.
    pub(super) busy: Vec<(u32, u64)>,
}

impl Part {
    /// Of a process that says this of itself.
    pub(super) fn new(said: &PoolStatement) -> Self {
        Self { given: said.given, returned: said.returned, sated: true, up: true, ..Self::default() }
    }

    /// How many slots it holds.
    pub(super) fn held(&self) -> u32 {
        self.given.saturating_sub(self.returned) as u32
    }

    /// How many of them are of use.
    pub(super) fn useful(&self) -> u32 {
        let least = self.least.max(1);
        self.held() / least * least
    }

    /// Forgets the gifts that the process has heard of.
    pub(super) fn confirm(&mut self, given: u64) {
        let mut known =
            u64::from(rested::count(&self.gifts)).saturating_sub(self.given.saturating_sub(given));
        while known > 0 && !self.gifts.is_empty() {
            let gone = u64::from(self.gifts[0].slots).min(known);
            self.gifts[0].slots -= gone as u32;
            known -= gone;
            if self.gifts[0].slots == 0 {
                self.gifts.remove(0);
            }
        }
    }

    pub(super) fn response(&self, keep: u32, now: u64) -> PoolResponse {
        PoolResponse {
            given: self.given,
            gifts: self.gifts.iter().map(|gift| gift.step(now)).collect(),
            returned: self.returned,
            keep,
        }
    }
}
