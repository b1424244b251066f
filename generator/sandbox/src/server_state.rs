//! What all requests share: the spec, settings, counters, store and journal.

use std::collections::HashSet;
use std::fs::File;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use paceline_generator::ir::{Api, EndpointId};

use crate::event::{EventReceiver, Outbox};
use crate::fault::{Fault, FaultKind};
use crate::journal::Journal;
use crate::limit::{Count, Limits};
use crate::route::Router;
use crate::state::{Store, is_stateful};
use crate::token::Tokens;

/// Options of a sandbox.
#[derive(Debug)]
pub(crate) struct Settings {
    /// How requests are counted against the limits.
    pub(crate) count: Count,
    /// What goes wrong, and how often.
    pub(crate) faults: Vec<Fault>,
    /// What all randomness begins with: the same seed and the same requests give the same responses.
    pub(crate) seed: u64,
    /// How long a token is good.
    pub(crate) token_lifetime: Duration,
    /// The ids and secrets of the plugins that may ask for tokens.
    pub(crate) plugins: Vec<(String, String)>,
    /// Who is told of changes.
    pub(crate) receivers: Vec<EventReceiver>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            count: Count::default(),
            faults: Vec::new(),
            seed: 0,
            token_lifetime: Duration::from_secs(7200),
            plugins: Vec::new(),
            receivers: Vec::new(),
        }
    }
}

/// Sets the randomness of tokens apart from that of the faults: the letters of `token`.
const TOKEN_SEED: u64 = 0x0074_6f6b_656e;

/// Everything that requests share.
#[derive(Debug)]
pub(crate) struct ServerState {
    pub(crate) api: Arc<Api>,
    pub(crate) journal: Journal,
    pub(crate) outbox: Outbox,
    pub(crate) router: Router,
    /// Whether the spec is the one that the sandbox keeps state for.
    pub(crate) is_stateful: bool,
    pub(crate) seed: u64,
    faults: Vec<Fault>,
    started: Instant,
    /// How far the clock was set forward, in nanoseconds.
    ahead: AtomicU64,
    /// When the sandbox started, since the Unix epoch. Times for people are this plus the time since `started`, so that
    /// they never go back either.
    started_since_epoch: Duration,
    pub(crate) limits: Mutex<Limits>,
    /// The idempotency keys that were used, each with token and endpoint, in the order token, endpoint, key.
    pub(crate) used_idempotency_keys: Mutex<HashSet<(String, EndpointId, String)>>,
    pub(crate) rng: Mutex<fastrand::Rng>,
    store: Mutex<Store>,
}

impl ServerState {
    pub(crate) fn new(api: Arc<Api>, settings: Settings, journal: Option<File>, outbox: Outbox) -> Self {
        let mut tokens = Tokens::new(settings.token_lifetime, settings.seed ^ TOKEN_SEED);
        tokens.accept_fixed(&api);
        Self {
            router: Router::new(&api),
            is_stateful: is_stateful(&api),
            api,
            journal: Journal::new(journal),
            outbox,
            seed: settings.seed,
            faults: settings.faults,
            started: Instant::now(),
            ahead: AtomicU64::new(0),
            started_since_epoch: SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
            limits: Mutex::new(Limits::new(settings.count)),
            used_idempotency_keys: Mutex::default(),
            rng: Mutex::new(fastrand::Rng::with_seed(settings.seed)),
            store: Mutex::new(Store::new(tokens, settings.plugins)),
        }
    }

    /// The time since the start of the sandbox, on a clock that never goes back.
    pub(crate) fn now(&self) -> Duration {
        self.started.elapsed() + Duration::from_nanos(self.ahead.load(Ordering::SeqCst))
    }

    /// Sets the clock forward.
    pub(crate) fn advance(&self, by: Duration) {
        let nanos = u64::try_from(by.as_nanos()).unwrap_or(u64::MAX);
        let sum = |ahead: u64| Some(ahead.saturating_add(nanos));
        let _ = self.ahead.fetch_update(Ordering::SeqCst, Ordering::SeqCst, sum);
    }

    /// A time since the start of the sandbox as milliseconds since the Unix epoch.
    pub(crate) fn epoch_ms(&self, now: Duration) -> u64 {
        u64::try_from((self.started_since_epoch + now).as_millis()).unwrap_or(u64::MAX)
    }

    /// The store. It stays usable after a handler panicked: that is a defect, but no reason to stop serving.
    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.store)
    }

    /// Draws the fault for a request, by the faults' rates; `None` for no fault.
    pub(crate) fn draw_fault(&self) -> Option<FaultKind> {
        let mut rng = lock(&self.rng);
        // Every fault is drawn each time, so that the rate of one does not depend on the others.
        let drawn: Vec<_> = self.faults.iter().filter(|fault| rng.f64() < fault.rate).collect();
        drawn.first().map(|fault| fault.kind)
    }
}

/// Locks a mutex, also after a holder panicked.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
