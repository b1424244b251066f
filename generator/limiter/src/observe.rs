//! The state of the limiter, for people who wonder why a call waits.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::limit::Limit;

/// One (credential, endpoint) as it stands.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct KeyState {
    /// The id of the credential.
    pub credential: Arc<str>,
    /// The endpoint's number.
    pub endpoint: u16,
    /// Each limit of the endpoint.
    pub limits: Vec<LimitState>,
    /// When a caller who came now would get its turn, if all requests were answered at once; not in the past.
    pub next_free: Instant,
    /// How long that is from now.
    pub wait: Duration,
    /// How many callers wait.
    pub waiters: usize,
    /// How many 429s came back.
    pub throttles: u32,
    /// Until when a 429 has stopped the key, if it still does.
    pub paused_until: Option<Instant>,
}

/// One limit of a key as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitState {
    /// The limit as declared.
    pub limit: Limit,
    /// How many requests it allows now; less than declared after 429s that somebody else caused.
    pub effective: u32,
    /// How many of its slots are in use.
    pub used: u32,
    /// How many are free.
    pub free: u32,
}
