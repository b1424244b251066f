//! Why no permit was given.

use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

/// Why no permit was given. Nothing was sent, and nothing was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LimitError {
    /// The caller's turn would come after its deadline.
    DeadlineTooSoon {
        /// The earliest instant at which the turn could have come, as computed when the key last changed. It is exact
        /// while responses arrive at once; slow responses can only make it later.
        turn: Instant,
    },
    /// As many callers as allowed are waiting for this key already.
    QueueFull,
    /// The limiter was closed.
    Closed,
    /// The limits are shared with other processes, and the store that they are shared on does not respond
    /// ([`Outage::Fail`](crate::Outage::Fail)).
    #[cfg(feature = "redis")]
    StoreUnavailable,
}

impl LimitError {
    /// Whether the caller's own deadline was the reason.
    pub const fn is_deadline(&self) -> bool {
        matches!(self, Self::DeadlineTooSoon { .. })
    }

    /// How long it is from now to the instant at which the turn could have come, if the deadline was the reason. This
    /// reads the clock, which the refusal itself does not.
    pub fn wait(&self) -> Option<Duration> {
        match self {
            Self::DeadlineTooSoon { turn } => Some(turn.saturating_duration_since(Instant::now())),
            _ => None,
        }
    }
}

impl fmt::Display for LimitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DeadlineTooSoon { .. } => {
                let held = "the rate limit would hold this request";
                match self.wait().filter(|wait| !wait.is_zero()) {
                    Some(wait) => write!(f, "{held} for {wait:?}, longer than its deadline allows"),
                    // The turn has come since.
                    None => write!(f, "{held} longer than its deadline allows"),
                }
            }
            Self::QueueFull => f.write_str("too many requests are waiting for the rate limit"),
            Self::Closed => f.write_str("the rate limiter is closed"),
            #[cfg(feature = "redis")]
            Self::StoreUnavailable => {
                f.write_str("the store that the rate limit is shared on does not respond")
            }
        }
    }
}

impl std::error::Error for LimitError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_refusal_for_the_deadline_says_how_long_it_would_have_been() {
        let too_soon = LimitError::DeadlineTooSoon { turn: Instant::now() + Duration::from_millis(1500) };
        assert!(too_soon.is_deadline());
        assert_eq!(too_soon.wait(), Some(Duration::from_millis(1500)));
        let text = "the rate limit would hold this request for 1.5s, longer than its deadline allows";
        assert_eq!(too_soon.to_string(), text);
        tokio::time::advance(Duration::from_secs(2)).await;
        assert_eq!(too_soon.to_string(), text.replace(" for 1.5s,", ""));
    }

    #[test]
    fn other_refusals_know_no_time() {
        for (error, text) in [
            (LimitError::QueueFull, "too many requests are waiting for the rate limit"),
            (LimitError::Closed, "the rate limiter is closed"),
        ] {
            assert!(!error.is_deadline());
            assert_eq!((error.wait(), error.to_string().as_str()), (None, text));
        }
    }
}
