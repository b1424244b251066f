//! What 429s say about one limit: how much of it is ours, and when to probe for more.

use crate::limit::Limit;

/// The longest time between probes, in first intervals. A longer time means fewer 429s, but two processes that share a
/// limit without knowing of each other take longer to reach even shares; see the simulation.
const LONGEST_INTERVAL: u64 = 24;

/// One slot of so many is given up to others.
const GIVEN: u32 = 8;

/// How much of one limit may be used.
#[derive(Clone, Copy, Debug)]
pub(super) struct LimitEstimate {
    declared: u32,
    /// How many requests are allowed now.
    effective: u32,
    /// When the next probe for one more is due.
    pub(super) next_probe: u64,
    /// How long to wait after a probe that failed.
    pub(super) interval: u64,
    /// The first interval, and how long a probe must go well to count as a success.
    pub(super) base: u64,
    /// Whether there was a probe since the last 429.
    probing: bool,
}

impl LimitEstimate {
    pub(super) fn new(limit: &Limit) -> Self {
        let base = 4 * u64::from(limit.ticks());
        let declared = limit.requests();
        Self { declared, effective: declared, next_probe: 0, interval: base, base, probing: false }
    }

    pub(super) fn effective(&self) -> u32 {
        self.effective
    }

    pub(super) fn is_reduced(&self) -> bool {
        self.effective < self.declared
    }

    /// The longest time between probes: 96 windows, but at most `most`, unless the first interval is longer.
    pub(super) fn longest_interval(&self, most: u64) -> u64 {
        (self.base * LONGEST_INTERVAL).min(most).max(self.base)
    }

    /// A 429. If it ended a probe, or is the first, or came of the same event as the one before, one slot less is enough.
    /// Otherwise somebody else wants more: the larger our share, the more of it is given up, so that shares even out.
    /// Each failed probe doubles the time to the next.
    pub(super) fn back_off(&mut self, used: u32, is_new: bool, now: u64, longest: u64) {
        let unexpected = is_new && !self.probing && self.next_probe != 0;
        let given = if unexpected { 1 + self.effective / GIVEN } else { 1 };
        self.effective = self.effective.min(used).saturating_sub(given).max(1);
        if is_new {
            if self.probing {
                self.interval = (self.interval * 2).min(self.longest_interval(longest));
            }
            self.probing = false;
            self.next_probe = now + self.patience();
        }
    }

    /// How long to wait before the next probe: the smaller our share, the shorter.
    fn patience(&self) -> u64 {
        (3 * self.interval * u64::from(self.effective) / (2 * u64::from(self.declared))).max(self.base)
    }

    /// Probes for one more if it is time. Returns whether it did. `quiet` is the time since the last 429: only after a
    /// long quiet time do probes come sooner, because a server with a token bucket accepts too much for a while.
    pub(super) fn probe(&mut self, quiet: u64, now: u64) -> bool {
        if !self.is_reduced() || now < self.next_probe {
            return false;
        }
        if quiet >= 8 * self.interval {
            self.interval = (self.interval / 2).max(self.base);
        }
        self.effective += 1;
        self.probing = true;
        self.next_probe = now + self.base;
        true
    }

    #[cfg(test)]
    pub(super) fn set_effective(&mut self, effective: u32) {
        self.effective = effective;
    }
}
