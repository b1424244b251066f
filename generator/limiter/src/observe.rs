//! The state of the limiter, for people who want to know why a call waits.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::limit::Limit;

/// The state of one (credential, endpoint).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct KeyState {
    /// The id of the credential.
    pub credential: Arc<str>,
    /// The endpoint's number.
    pub endpoint: u16,
    /// The endpoint's name; empty if it has none.
    pub name: &'static str,
    /// Each limit of the endpoint.
    pub limits: Vec<LimitState>,
    /// When a caller who came now would get its turn if all responses arrived at once; not in the past.
    pub next_free: Instant,
    /// How long that is from now.
    pub wait: Duration,
    /// How many callers wait, including those whose futures are not being polled.
    pub waiters: usize,
    /// How many callers were refused since the credential has been in use: because of their deadlines, or because too many
    /// waited. Some may be missing that were refused at the very same time.
    pub refused: u32,
    /// How many permits are held and not started: granted slots whose callers have not begun to send.
    pub permits: u32,
    /// Since when permits have been held without a pause, as far as it was noticed: a key that nobody waits for does not
    /// always read the clock.
    pub held_since: Option<Instant>,
    /// How many 429s were reported.
    pub throttles: u32,
    /// Until when a 429 has stopped the key, if it still does.
    pub paused_until: Option<Instant>,
}

/// The state of one limit of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitState {
    /// The limit as declared.
    pub limit: Limit,
    /// How many requests it allows now; fewer than declared after 429s that were caused by somebody else.
    pub effective: u32,
    /// How many of its slots are in use.
    pub used: u32,
    /// How many are free.
    pub free: u32,
}
