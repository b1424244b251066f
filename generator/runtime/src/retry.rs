//! When a failed attempt is repeated.

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
}

impl Default for RetryPolicy {
    /// Four attempts, with delays from 0.2 to 10 seconds.
    fn default() -> Self {
        Self { max_attempts: 4, first_delay: Duration::from_millis(200), max_delay: Duration::from_secs(10) }
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

    /// The delays between the attempts of one call.
    pub(crate) fn delays(&self) -> impl Iterator<Item = Duration> + Send + use<> {
        ExponentialBuilder::default()
            .with_min_delay(self.first_delay)
            .with_max_delay(self.max_delay)
            .with_max_times(self.max_attempts.saturating_sub(1) as usize)
            .with_jitter()
            .build()
    }
}
