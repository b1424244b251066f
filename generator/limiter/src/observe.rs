//! The state of the limiter, for people who want to know why a call waits.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::bucket::Scope;
use crate::limit::Limit;

/// The state of one key: of the limits that one credential has on one endpoint.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct KeyState {
    /// The id of the credential.
    pub credential: Arc<str>,
    /// The endpoint's number, as given to [`EndpointLimits::new`](crate::EndpointLimits::new).
    pub endpoint: u16,
    /// The endpoint's name, as given to [`EndpointLimits::named`](crate::EndpointLimits::named); empty if it has none.
    pub name: &'static str,
    /// Each limit of the endpoint.
    pub limits: Vec<LimitState>,
    /// What else its requests count in, together with others.
    pub buckets: Vec<BucketState>,
    /// When a caller who came now would get its turn if all responses arrived at once: now, if there is a free slot.
    pub next_free: Instant,
    /// How long that is from now.
    pub wait: Duration,
    /// How many callers wait, including those whose futures are not being polled.
    pub waiters: usize,
    /// How many callers were refused since the limiter has known the credential (idle ones are forgotten): because they
    /// could not have got a slot by their deadlines, or because too many waited. Of callers refused at the same instant on
    /// several threads some may not be counted.
    pub refused: u32,
    /// How many permits are held and not started: granted slots whose callers have not begun to send.
    pub permits: u32,
    /// Since when there has been at least one such permit at any time; `None` while there is none. May be later than the
    /// truth: a key that nobody waits for does not always read the clock.
    pub held_since: Option<Instant>,
    /// How many 429s callers have reported, as [`Outcome::Throttled`](crate::Outcome::Throttled).
    pub throttles: u32,
    /// Until when nothing is granted because of a 429; `None` if none holds the key up now.
    pub paused_until: Option<Instant>,
}

/// The state of one bucket that the requests of a key count in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BucketState {
    /// The bucket's name.
    pub name: &'static str,
    /// Whose requests count together.
    pub scope: Scope,
    /// How much a request of this key weighs.
    pub weight: u32,
    /// Each limit of the bucket.
    pub limits: Vec<LimitState>,
    /// How many requests there may be at the same time, if that is limited.
    pub concurrency: Option<u32>,
    /// How many there are: permits, and requests whose end is not known.
    pub running: u32,
    /// How many requests the server said it still allows, less those granted since, and until when that holds; `None`
    /// while nothing is known.
    pub told: Option<(u32, Instant)>,
}

/// The state of one limit of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitState {
    /// The limit as declared.
    pub limit: Limit,
    /// How many requests it allows now; fewer than declared after 429s that were caused by somebody else.
    pub effective: u32,
    /// How many of its slots are in use: permits, requests in flight, and those whose window is not over.
    pub used: u32,
    /// How many are free.
    pub free: u32,
}

/// What this process holds of limits that it shares with other processes.
#[cfg(feature = "redis")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShareState {
    /// The id of a credential that counts in it.
    pub credential: Arc<str>,
    /// The name of an endpoint that counts in it.
    pub endpoint: &'static str,
    /// The bucket's name; empty for the limits that belong to the endpoint alone.
    pub bucket: &'static str,
    /// Whose requests count together.
    pub scope: Scope,
    /// Of each limit, how many slots this process holds, and how many there are. The number of requests at the same time, if
    /// that is limited, comes last.
    pub held: Vec<(u32, u32)>,
    /// How many processes share them, as far as the store knows.
    pub processes: u32,
    /// Until when this process may use what it holds, unless the store responds before.
    pub lease_ends: Instant,
    /// Whether that is still to come.
    pub alive: bool,
    /// How many requests went beyond what this process held, because it only observes
    /// ([`RedisLimits::observe_only`](crate::RedisLimits::observe_only)).
    pub exceeded: u64,
}

/// What each process holds of a limit that several share.
#[cfg(feature = "redis")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharedState {
    /// What this process holds of it, by itself.
    pub own: ShareState,
    /// All processes, this one included, as the store knows them: what was given and not heard of yet counts as held. One that is
    /// gone stays until nothing of its requests can count any more.
    pub processes: Vec<ProcessState>,
}

/// What one process holds of a limit that several share.
#[cfg(feature = "redis")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProcessState {
    /// A random number that each limiter has for itself.
    pub process: u64,
    /// Whether that is this process.
    pub is_own: bool,
    /// Of each limit, how many slots it holds, and how many it could use.
    pub held: Vec<(u32, u32)>,
    /// For how long the store has not heard of it, by the store's time.
    pub silent_for: Duration,
}
