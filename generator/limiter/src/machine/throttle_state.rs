//! What a key learns from 429s: to pause, that others use the same limits, and when to probe for more.

use crate::limit::Limit;

use super::limit_estimate::LimitEstimate;

/// Ticks in a second.
const SECOND: u64 = 10_000;

/// How long an estimate is kept without a 429.
const STALE: u64 = 60 * 60 * SECOND;

/// The state of a key that had a 429.
#[derive(Debug)]
pub(super) struct ThrottleState {
    paused_until: u64,
    /// When the last 429 arrived that was a new event. Requests sent before it belong to the same event.
    last_event: u64,
    last_429: u64,
    /// Events in a row without a response between.
    consecutive_throttles: u32,
    estimates: Box<[LimitEstimate]>,
}

impl ThrottleState {
    pub(super) fn new(limits: &[Limit]) -> Self {
        let estimates = limits.iter().map(LimitEstimate::new).collect();
        Self { paused_until: 0, last_event: 0, last_429: 0, consecutive_throttles: 0, estimates }
    }

    pub(super) fn paused_until(&self) -> u64 {
        self.paused_until
    }

    pub(super) fn effective(&self, index: usize) -> u32 {
        self.estimates[index].effective()
    }

    /// A 429 came back at `now` for a request sent at `sent`, while `used` of our own slots of limit number `index` were
    /// in use. The server accepted what it counts less one, so that is our share now.
    pub(super) fn throttled(&mut self, index: usize, used: u32, sent: u64, after: Option<u64>, now: u64) {
        let is_new = self.last_429 == 0 || sent > self.last_event;
        self.estimates[index].back_off(used, is_new, now, STALE);
        self.last_429 = now;
        if is_new {
            self.last_event = now;
            self.consecutive_throttles = self.consecutive_throttles.saturating_add(1);
        }
        let pause =
            if is_new { pause(self.estimates[index].base / 4, self.consecutive_throttles) } else { 0 };
        self.paused_until = self.paused_until.max(now + after.unwrap_or(pause));
    }

    /// The request sent at `sent` got a response that is no 429.
    pub(super) fn responded(&mut self, sent: u64) {
        if sent > self.last_event {
            self.consecutive_throttles = 0;
        }
    }

    /// Probes for more of limit number `index`, if it was reduced and it is time. Returns whether it did.
    pub(super) fn probe(&mut self, index: usize, now: u64) -> bool {
        let quiet = now.saturating_sub(self.last_429);
        self.estimates[index].probe(quiet, now)
    }

    /// When the next probe is due, if any limit was reduced.
    pub(super) fn next_probe(&self) -> Option<u64> {
        let reduced = self.estimates.iter().filter(|estimate| estimate.is_reduced());
        reduced.map(|estimate| estimate.next_probe).min()
    }

    /// Whether all this is so old that it may be removed.
    pub(super) fn is_stale(&self, now: u64) -> bool {
        now >= self.paused_until && now >= self.last_429 + STALE
    }
}

/// The pause after so many 429s in a row if the server names none: an eighth of the window, doubled each time, between
/// 50 ms and a minute.
fn pause(window: u64, consecutive_throttles: u32) -> u64 {
    let first = (window / 8).clamp(SECOND / 20, 5 * SECOND);
    (first << consecutive_throttles.saturating_sub(1).min(12)).min(60 * SECOND)
}

#[cfg(test)]
mod tests;
