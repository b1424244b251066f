//! When and how often failed attempts are repeated.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

/// When and how often failed attempts are repeated.
///
/// Reads are repeated, and writes that carry an idempotency key; writes without one are repeated only when the server
/// has certainly not carried them out.
#[derive(Clone, Debug)]
pub struct RetryPolicy {
    pub(crate) max_attempts: u32,
    pub(crate) first_delay: Duration,
    pub(crate) max_delay: Duration,
    pub(crate) max_retry_after: Duration,
    pub(crate) budget: u32,
    pub(crate) max_elapsed: Duration,
}

impl Default for RetryPolicy {
    /// Four attempts, with delays from 0.2 to 10 seconds, at most a minute where the server asks for more, at most a minute
    /// for the call beside its waiting in line, and a budget of 35 repetitions.
    fn default() -> Self {
        Self {
            max_attempts: 4,
            first_delay: Duration::from_millis(200),
            max_delay: Duration::from_secs(10),
            max_retry_after: Duration::from_secs(60),
            budget: 35,
            max_elapsed: Duration::from_secs(60),
        }
    }
}

impl RetryPolicy {
    /// Sends everything once and no more, apart from the one repetition with a renewed token.
    #[must_use]
    pub fn never() -> Self {
        Self { max_attempts: 1, ..Self::default() }
    }

    /// The greatest number of attempts, the first one included; 0 counts as 1.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The delay before the first repetition, doubled for each further one up to `max`; a random part is added.
    #[must_use]
    pub fn delay(mut self, first: Duration, max: Duration) -> Self {
        (self.first_delay, self.max_delay) = (first, max);
        self
    }

    /// The longest time that is waited when the server says how long to wait (`Retry-After`). If it says more, the call
    /// fails at once, and its error says how long the server asked for.
    #[must_use]
    pub fn max_retry_after(mut self, wait: Duration) -> Self {
        self.max_retry_after = wait;
        self
    }

    /// The longest time that a call may take beside waiting in line: for a token, for its attempts and the pauses between
    /// them. An upload has a second more for each MiB. Waiting in line for an endpoint that responds is not bounded by
    /// this, but by the call's deadline if it has one; when an endpoint is down, those in line for it fail with
    /// [`Unavailable`](crate::ErrorKind::Unavailable). No shorter than the time-out of one attempt.
    #[must_use]
    pub fn max_elapsed(mut self, limit: Duration) -> Self {
        self.max_elapsed = limit;
        self
    }

    /// How many repetitions all calls of the client may make in a row while nothing succeeds. When they are used up, calls
    /// fail after their first attempt until successes fill the budget again: so an outage of the server is not made
    /// worse. A repetition after a time-out takes two from it; one that succeeds gives back what it took, and fourteen
    /// calls that succeed at once give back one.
    #[must_use]
    pub fn budget(mut self, repetitions: u32) -> Self {
        self.budget = repetitions;
        self
    }

    /// The delays between the attempts of one call. It may make `min_attempts` of them even where the policy's
    /// `max_attempts` is smaller, unless that is 1.
    pub(crate) fn delays(&self, min_attempts: u32) -> impl Iterator<Item = Duration> + Send + Sync + use<> {
        // A policy that repeats nothing holds for all calls.
        let least = if self.max_attempts > 1 { min_attempts } else { 0 };
        ExponentialBuilder::default()
            .with_min_delay(self.first_delay)
            .with_max_delay(self.max_delay)
            .with_max_times(self.max_attempts.max(least).saturating_sub(1) as usize)
            .with_jitter()
            .build()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_and_are_spread() {
        let policy = RetryPolicy::default().max_attempts(4);
        let runs: Vec<Vec<Duration>> = (0..20).map(|_| policy.delays(0).collect()).collect();
        for run in &runs {
            assert_eq!(run.len(), 3);
            for (index, delay) in run.iter().enumerate() {
                let least = policy.first_delay * 2_u32.pow(u32::try_from(index).unwrap());
                assert!(
                    (least..=least * 2).contains(delay),
                    "{delay:?} is not between {least:?} and twice that"
                );
            }
        }
        assert!(runs.iter().any(|run| run != &runs[0]), "no randomness");
        let counts = [(4, 12), (20, 12), (1, 12), (4, 0)]
            .map(|(most, least)| RetryPolicy::default().max_attempts(most).delays(least).count());
        assert_eq!(counts, [11, 19, 0, 3]);
    }
}
