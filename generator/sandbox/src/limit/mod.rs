//! Rate limits as a server applies them: a number of requests of one token to one endpoint in a window.

mod counter;

mod admission;

use std::str::FromStr;
use std::time::Duration;

use paceline_generator::ir::Limit;

pub(crate) use admission::{Admitted, Limits};
use counter::Counter;

/// The rule by which requests are counted. The documentation of the API does not say which one it uses, so a
/// client has to work with all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Count {
    /// Sliding window log: every span of the window's length counts, wherever it starts, by an exact log of what was let
    /// through.
    #[default]
    Sliding,
    /// Fixed windows: they follow one another, each with a fresh count.
    Fixed,
    /// Token bucket: it holds as many tokens as the limit allows and fills evenly over the window.
    TokenBucket,
    /// Sliding window counter: the running window's count, plus the share of the previous one's that a sliding window would still cover.
    Weighted,
}

impl FromStr for Count {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "sliding" => Ok(Self::Sliding),
            "fixed" => Ok(Self::Fixed),
            "token-bucket" => Ok(Self::TokenBucket),
            "weighted" => Ok(Self::Weighted),
            _ => Err(format!("`{text}` is none of `sliding`, `fixed`, `token-bucket`, `weighted`")),
        }
    }
}

/// Lets the requests of one token to one endpoint through as far as its limits allow. A request is counted by all of them
/// or by none.
#[derive(Debug)]
pub struct Gate {
    counters: Vec<Counter>,
    /// The latest instant so far.
    latest: Duration,
}

impl Gate {
    /// A gate for `limits` that has counted nothing yet.
    #[must_use]
    pub fn new(count: Count, limits: &[Limit]) -> Self {
        Self {
            counters: limits.iter().map(|limit| Counter::new(count, *limit)).collect(),
            latest: Duration::ZERO,
        }
    }

    /// Admits and counts a request that arrives `now`, a time since any fixed instant. Time does not go back: an
    /// instant before the latest one is treated as the latest one.
    ///
    /// # Errors
    /// The time to wait until every limit would admit it. A refused request is not counted.
    pub fn admit(&mut self, now: Duration) -> Result<(), Duration> {
        let wait = self.time_to_wait(1, now);
        if wait.is_zero() {
            self.count(1, now);
            Ok(())
        } else {
            Err(wait)
        }
    }

    /// How long a request that arrives `now` and counts as `weight` requests would have to wait.
    pub(crate) fn time_to_wait(&mut self, weight: u32, now: Duration) -> Duration {
        self.latest = now.max(self.latest);
        let now = self.latest;
        self.counters.iter_mut().map(|counter| counter.time_to_wait(weight, now)).max().unwrap_or_default()
    }

    /// Counts a request that was let through.
    pub(crate) fn count(&mut self, weight: u32, now: Duration) {
        let now = now.max(self.latest);
        self.counters.iter_mut().for_each(|counter| counter.count(weight, now));
    }

    /// How many requests would still pass, by the limit that allows the fewest, and in how long that is renewed; `None`
    /// without a limit.
    pub(crate) fn left(&mut self, now: Duration) -> Option<(u32, Duration)> {
        let now = now.max(self.latest);
        self.counters.iter_mut().map(|counter| counter.left(now)).min_by_key(|(left, _)| *left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    fn both() -> [Limit; 2] {
        [Limit { requests: 2, window: MS(1000) }, Limit { requests: 3, window: MS(60_000) }]
    }

    #[test]
    fn all_limits_hold_at_once_and_a_refusal_is_not_counted() {
        for count in [Count::Sliding, Count::Fixed] {
            let mut gate = Gate::new(count, &both());
            assert_eq!(gate.admit(MS(0)), Ok(()));
            assert_eq!(gate.admit(MS(0)), Ok(()));
            assert_eq!(gate.admit(MS(400)), Err(MS(600)), "{count:?}: the second is full");
            assert_eq!(gate.admit(MS(1000)), Ok(()));
            assert_eq!(gate.admit(MS(1100)), Err(MS(58_900)), "{count:?}: the minute is full");
            assert_eq!(gate.admit(MS(60_000)), Ok(()), "{count:?}");
        }
    }

    #[test]
    fn each_rule_has_its_name() {
        assert_eq!("token-bucket".parse(), Ok(Count::TokenBucket));
        assert!("bucket".parse::<Count>().is_err());
    }
}
