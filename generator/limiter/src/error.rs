//! Why no permit was given.

use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

/// Why no permit was given. Nothing was sent, and nothing was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LimitError {
    /// The turn would come after the caller's deadline.
    DeadlineTooSoon {
        /// The soonest instant at which the turn could have come, as reckoned when the key last changed.
        /// While all requests are answered at once this is exact; slow answers can only make it later.
        turn: Instant,
    },
    /// As many callers as allowed are waiting for this key already.
    QueueFull,
    /// The limiter was closed.
    Closed,
    /// The place where another [`LimitStore`](super::LimitStore) keeps its state cannot be reached.
    Unavailable,
}

impl LimitError {
    /// Whether the caller's own deadline was the reason.
    pub const fn is_deadline(&self) -> bool {
        matches!(self, Self::DeadlineTooSoon { .. })
    }

    /// How long it is from now to the instant at which the turn could have come, if the deadline was the
    /// reason. Reads the clock: a refusal itself does not, so that it costs next to nothing.
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
                let wait = self.wait().unwrap_or_default();
                write!(
                    f,
                    "the rate limit would hold this request for {wait:?}, longer than its deadline allows"
                )
            }
            Self::QueueFull => f.write_str("too many requests are waiting for the rate limit"),
            Self::Closed => f.write_str("the rate limiter is closed"),
            Self::Unavailable => f.write_str("the store behind the rate limiter cannot be reached"),
        }
    }
}

impl std::error::Error for LimitError {}
