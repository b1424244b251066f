//! Limits that processes share on a Redis server, as users see them.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::limit_store::LimitStore;
use super::redis_store::RedisStore;
use crate::outage::{Conduct, Outage};

/// A Redis server (or Valkey, version 6 or later), or a cluster of them, on which several processes share their limits. Clones
/// share one connection to each server.
///
/// Of each limit a process holds some slots for a few seconds and grants with these alone, so a call costs no round trip to
/// the server. Slots go where they can be used, in fair parts. The server's clock, and the clocks of the processes, need not be
/// right. While the server is away for less than two seconds nobody notices; [`Outage`] says what happens after three. A server that
/// restarts empty learns from the processes who holds what.
///
/// The promise holds as long as all processes with a credential share their limits on the same server, know the credential by the
/// same id and the endpoints by the same names, each starts its requests at once when it has a permit, and nobody removes the records (whose names begin with the prefix) while they are in use:
/// neither by hand nor by a `maxmemory-policy` that evicts them.
///
/// ```no_run
/// use paceline::{Limiter, LimiterOptions, Outage, RedisLimits};
///
/// # async fn start() -> Result<(), paceline::ConnectError> {
/// let limits = RedisLimits::connect("redis://:password@redis.internal/0").await?.on_outage(Outage::Fail);
/// let limiter = Limiter::shared_on(limits, LimiterOptions::new());
/// // Everything else is as with a limiter of this process alone. In the end:
/// limiter.leave().await;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisLimits {
    store: Arc<RedisStore>,
    prefix: Arc<str>,
    conduct: Conduct,
}

/// Why there is no connection to the Redis server.
#[derive(Debug)]
pub struct ConnectError(redis::RedisError);

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no connection to the Redis server: {}", self.0)
    }
}

impl std::error::Error for ConnectError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl RedisLimits {
    /// Connects to a server by its URL: `redis://[user][:password@]host[:port][/database]`, or `rediss://` for TLS, which needs
    /// the feature `redis-rustls` or `redis-native-tls`. Of a cluster any server will do. The names of all records begin with `paceline:`.
    ///
    /// # Errors
    /// [`ConnectError`] if the URL is none, or nobody responds there within a second. Later on a connection that breaks is made
    /// anew.
    pub async fn connect(url: &str) -> Result<Self, ConnectError> {
        Self::connect_with_prefix(url, "paceline:").await
    }

    /// The same with another beginning of the names of all records, which contains no braces. Processes that share limits must
    /// agree on it.
    ///
    /// # Errors
    /// As [`RedisLimits::connect`].
    pub async fn connect_with_prefix(url: &str, prefix: &str) -> Result<Self, ConnectError> {
        let store = RedisStore::connect(url, prefix).await.map_err(ConnectError)?;
        Ok(Self { store, prefix: prefix.into(), conduct: Conduct::default() })
    }

    /// What happens to calls while the server does not respond.
    #[must_use]
    pub fn on_outage(self, outage: Outage) -> Self {
        let conduct = Conduct { outage, ..self.conduct };
        Self { conduct, ..self }
    }

    /// Holds up nothing and lets nothing fail on account of other processes: each limiter keeps its limits as if it was alone, but
    /// says in [`Limiter::observe_shares`](crate::Limiter::observe_shares) what it would hold, and how many of its requests went
    /// beyond that. Without the promise, of course. To see what sharing would do before all processes do it.
    #[must_use]
    pub fn observe_only(self) -> Self {
        let conduct = Conduct { observes: true, ..self.conduct };
        Self { conduct, ..self }
    }

    /// The store, what the names of its records begin with, how the limiter behaves, and a number for a process.
    pub(crate) fn parts(self) -> (Arc<dyn LimitStore>, Arc<str>, Conduct, u64) {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let process = RandomState::new().hash_one((std::process::id(), since));
        (self.store, self.prefix, self.conduct, process)
    }
}

impl fmt::Debug for RedisLimits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisLimits").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}
