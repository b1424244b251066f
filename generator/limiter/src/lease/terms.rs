//! For how long things hold.

use crate::clock::TICKS_PER_SECOND;

/// For how long things hold, in ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Terms {
    /// How long a process may grant after it sent a statement that was responded to.
    pub(crate) lease: u64,
    /// How often a process speaks that has something to say.
    pub(crate) renewal: u64,
    /// How long after the end of its lease a process may claim what it held, from a store that has forgotten it.
    pub(crate) grace: u64,
    /// How much time one statement can prove.
    pub(crate) credit: u64,
    /// What is added to everything that the store measures, because what was proved may have begun before it. Never less
    /// than `credit`.
    pub(crate) slack: u64,
    /// How long a process may hold a slot more or less than its part of what cannot be divided.
    pub(crate) turn: u64,
}

impl Terms {
    /// Those of all processes.
    pub(crate) const DEFAULT: Self = Self {
        lease: 3 * TICKS_PER_SECOND,
        renewal: 11 * TICKS_PER_SECOND / 10,
        grace: 2 * TICKS_PER_SECOND,
        credit: 3 * TICKS_PER_SECOND / 2,
        slack: 3 * TICKS_PER_SECOND / 2,
        turn: TICKS_PER_SECOND,
    };

    /// The lease as a process counts it: a thousandth shorter, because clocks differ in speed, and a tick for rounding.
    pub(crate) const fn own_lease(&self) -> u64 {
        self.lease - self.lease / 1_000 - 1
    }

    /// How long after the end of a lease nobody else may use its slots, beside their windows: until its last request has
    /// been counted, and until the process cannot go on with them any more.
    pub(crate) fn cooling(&self, transit: u64) -> u64 {
        transit.max(self.lease + self.grace)
    }

    /// How long a store without a record hands out nothing but what it was told of.
    pub(crate) fn silence(&self, transit: u64, span: u64) -> u64 {
        self.slack + self.lease + self.cooling(transit) + span
    }
}
