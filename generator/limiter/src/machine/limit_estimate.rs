//! What 429s say about one limit: how much of it is ours, and when to probe for more.

use crate::clock::TICKS_PER_SECOND;
use crate::limit::Limit;

/// A second, in ticks.
const SECOND: u64 = TICKS_PER_SECOND;

/// The longest time between probes, in base intervals (see [`LimitEstimate`]). A longer time means fewer 429s, but two
/// processes that share a limit without knowing of each other take longer to reach even shares; see the simulation.
const LONGEST_INTERVAL: u64 = 16;

/// After an unexpected 429, one slot of so many is given up to others.
const GIVEN: u32 = 8;

/// A single 429 takes one slot of so many, and for no longer than a minute.
const AT_RISK: u32 = 12;

/// The first probe asks for one slot more, or for one of so many slots of the limit.
const FIRST_STEP: u32 = 32;

/// How much is known of the cause of a 429.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// It is the only one for a long time.
    Single,
    /// Another one came not long before.
    Repeated,
    /// It belongs to the same event as the one before.
    SameEvent,
}

/// How much of one limit may be used.
#[derive(Clone, Copy, Debug)]
pub(super) struct LimitEstimate {
    /// How many requests the limit allows as declared.
    declared: u32,
    /// The length of the limit's window, in ticks, like all times here.
    pub(super) window: u64,
    /// How many requests are allowed now.
    effective: u32,
    /// When the next probe for more is due.
    pub(super) next_probe: u64,
    /// How long to wait after a probe that failed.
    pub(super) interval: u64,
    /// The base interval: the first time between probes, and how long a probe must go well to count as a success.
    pub(super) base: u64,
    /// How many probes went well in a row, after some quiet time.
    successes: u32,
    /// Whether there was a probe since the last 429.
    probing: bool,
    /// Whether a single 429 is all the evidence.
    provisional: bool,
}

impl LimitEstimate {
    pub(super) fn new(limit: &Limit) -> Self {
        let window = u64::from(limit.ticks());
        // Four windows, but no more than a minute, unless one window is longer than that.
        let base = (4 * window).min(window.max(60 * SECOND));
        let declared = limit.requests();
        Self {
            declared,
            window,
            effective: declared,
            next_probe: 0,
            interval: base,
            base,
            successes: 0,
            probing: false,
            provisional: false,
        }
    }

    pub(super) fn effective(&self) -> u32 {
        self.effective
    }

    pub(super) fn is_reduced(&self) -> bool {
        self.effective < self.declared
    }

    /// Whether so many slots in use are near what is allowed.
    pub(super) fn is_near(&self, used: u32) -> bool {
        2 * u64::from(used) >= u64::from(self.effective)
    }

    /// The longest time between probes: `LONGEST_INTERVAL` base intervals, but at most `most`, unless the base interval
    /// is longer.
    pub(super) fn longest_interval(&self, most: u64) -> u64 {
        (self.base * LONGEST_INTERVAL).min(most).max(self.base)
    }

    /// A 429, while `used` of our own slots were in use. The server accepted what it counts less one, so that is our share.
    /// `longest` is the longest time between probes.
    ///
    /// A single 429 may be a mistake of the server: it takes a twelfth of the limit, and only until the next probe. If it
    /// ended a probe, or belongs to the same event as the one before, one slot less is enough. If it came unexpectedly,
    /// somebody else wants more: the larger our share, the more of it is given up, so that shares even out. Each failed
    /// probe doubles the time to the next.
    pub(super) fn back_off(&mut self, used: u32, evidence: Evidence, now: u64, longest: u64) {
        let unexpected =
            evidence == Evidence::Repeated && !self.probing && self.is_reduced() && !self.provisional;
        let given = if unexpected { 1 + self.effective / GIVEN } else { 1 };
        let wanted = self.effective.min(used).saturating_sub(given).max(1);
        // What a single 429 leaves at least.
        let least = self.declared - self.declared.div_ceil(AT_RISK);
        match evidence {
            Evidence::Single if !self.is_reduced() => {
                self.effective = wanted.max(least).max(1);
                self.provisional = true;
                self.next_probe = now + self.base.min(60 * SECOND);
            }
            Evidence::SameEvent if self.provisional => self.effective = wanted.max(least).max(1),
            Evidence::SameEvent => self.effective = wanted,
            Evidence::Single | Evidence::Repeated => {
                if self.probing {
                    self.interval = (self.interval * 2).min(self.longest_interval(longest));
                }
                self.effective = wanted;
                self.provisional = false;
                self.next_probe = now + self.patience();
            }
        }
        if evidence != Evidence::SameEvent {
            (self.probing, self.successes) = (false, 0);
        }
    }

    /// How long to wait before the next probe: one and a half intervals while our share is the whole limit, less in
    /// proportion to a smaller share, but never less than the base interval.
    fn patience(&self) -> u64 {
        (3 * self.interval * u64::from(self.effective) / (2 * u64::from(self.declared))).max(self.base)
    }

    /// Probes for more if it is time. Returns whether it did. `quiet` is the time since the last 429: only after a long
    /// quiet time do probes come sooner, because a server with a token bucket accepts too much for a while.
    pub(super) fn probe(&mut self, quiet: u64, now: u64) -> bool {
        if !self.is_reduced() || now < self.next_probe {
            return false;
        }
        if quiet >= 8 * self.interval {
            self.interval = (self.interval / 2).max(self.base);
        }
        if self.provisional {
            // Nothing has confirmed it.
            self.effective = self.declared;
            self.provisional = false;
        } else {
            // After some quiet time, which is eight intervals or two minutes, each probe asks for twice as much as the one
            // before, so that recovery takes few of them.
            let step = (self.declared / FIRST_STEP).max(1) << self.successes.min(10);
            self.effective = self.effective.saturating_add(step).min(self.declared);
            self.successes += u32::from(quiet >= (8 * self.interval).min(120 * SECOND));
        }
        self.probing = true;
        self.next_probe = now + self.base;
        true
    }

    #[cfg(test)]
    pub(super) fn set_effective(&mut self, effective: u32) {
        self.effective = effective;
    }
}
