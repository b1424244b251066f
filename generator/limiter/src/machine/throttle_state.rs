//! What a key learns from 429s: to pause, that others use the same limits, and when to probe for more.

use crate::clock::TICKS_PER_SECOND;
use crate::limit::Limit;

use super::limit_estimate::{Evidence, LimitEstimate};

/// A second, in ticks.
const SECOND: u64 = TICKS_PER_SECOND;

/// How long an estimate is kept without a 429.
const STALE: u64 = 60 * 60 * SECOND;

/// Two 429s within so many base intervals of a limit (see [`LimitEstimate`]) are evidence against it, one alone is not.
const MEMORY: u64 = 4;
/// There, a base interval counts as at least this long: a caller may come only every few seconds.
const SHORTEST_BASE: u64 = 15 * SECOND;

/// The state of a key that had a 429.
#[derive(Debug)]
pub(super) struct ThrottleState {
    /// The tick until which nothing is granted.
    paused_until: u64,
    /// When the last 429 arrived that was a new event. Requests sent before it belong to the same event.
    last_event: u64,
    /// When the last 429 of all arrived; zero before the first.
    last_429: u64,
    /// Events in a row without a response between.
    consecutive_throttles: u32,
    /// One for each limit of the key, in the same order.
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

    /// How many requests limit number `index` allows now.
    pub(super) fn effective(&self, index: usize) -> u32 {
        self.estimates[index].effective()
    }

    /// A 429 came back at `now` for a request sent at `sent`. `used` says how many of our own slots of a limit were in use.
    /// `after` is the pause that the server asked for, in ticks, if it did.
    pub(super) fn throttled(&mut self, used: impl Fn(usize) -> u32, sent: u64, after: Option<u64>, now: u64) {
        let is_new = self.last_429 == 0 || sent > self.last_event;
        let since = if self.last_429 == 0 { u64::MAX } else { now - self.last_event };
        if let Some(index) = self.blame(&used, is_new, since) {
            let repeated = since <= MEMORY * self.estimates[index].base.max(SHORTEST_BASE);
            let evidence = match (is_new, repeated) {
                (false, _) => Evidence::SameEvent,
                (true, true) => Evidence::Repeated,
                (true, false) => Evidence::Single,
            };
            self.estimates[index].back_off(used(index), evidence, now, STALE);
        }
        self.last_429 = now;
        let mut own_pause = 0;
        if is_new {
            self.last_event = now;
            self.consecutive_throttles = self.consecutive_throttles.saturating_add(1);
            let shortest = self.estimates.iter().map(|estimate| estimate.window).min().unwrap_or(0);
            own_pause = pause(shortest, self.consecutive_throttles);
        }
        self.paused_until = self.paused_until.max(now + after.unwrap_or(own_pause));
    }

    /// The limit that the server has most likely enforced: of those that are used to a good part, the one with the shortest
    /// window. If none is, a single 429 is nobody's fault; after another one, the shortest window is the likeliest.
    fn blame(&self, used: impl Fn(usize) -> u32, is_new: bool, since: u64) -> Option<usize> {
        let shortest = |candidates: &mut dyn Iterator<Item = usize>| {
            candidates.min_by_key(|&index| self.estimates[index].window)
        };
        let all = 0..self.estimates.len();
        let near = shortest(&mut all.clone().filter(|&index| self.estimates[index].is_near(used(index))));
        let repeated = is_new && since <= MEMORY * SHORTEST_BASE;
        near.or_else(|| shortest(&mut all.filter(|_| repeated)))
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

/// The pause, in ticks, after so many 429s in a row if the server names none: at first an eighth of the window, but from
/// 50 ms to 5 s; doubled each time, up to a minute.
fn pause(window: u64, consecutive_throttles: u32) -> u64 {
    let first = (window / 8).clamp(SECOND / 20, 5 * SECOND);
    (first << consecutive_throttles.saturating_sub(1).min(12)).min(60 * SECOND)
}

#[cfg(test)]
mod tests;
