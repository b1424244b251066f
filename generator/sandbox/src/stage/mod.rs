//! The life of a request in the sandbox, from the arrival of its head to the answer.

mod act;

use std::collections::HashSet;
use std::fs::File;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use paceline_generator::ir::{Api, OperationId};

pub(crate) use act::answer;

use crate::fault::{Fault, FaultKind};
use crate::journal::Journal;
use crate::limit::{Count, Limits};
use crate::route::Router;
use crate::state::{World, remembers};
use crate::token::Tokens;

/// What can be chosen about a sandbox.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) count: Count,
    pub(crate) faults: Vec<Fault>,
    pub(crate) seed: u64,
    pub(crate) token_lifetime: Duration,
    pub(crate) plugins: Vec<(String, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            count: Count::default(),
            faults: Vec::new(),
            seed: 0,
            token_lifetime: Duration::from_secs(7200),
            plugins: Vec::new(),
        }
    }
}

/// Everything that requests share.
#[derive(Debug)]
pub(crate) struct Stage {
    pub(crate) api: Arc<Api>,
    pub(crate) journal: Journal,
    router: Router,
    /// Whether the spec is the one that the sandbox keeps state for.
    remembers: bool,
    seed: u64,
    faults: Vec<Fault>,
    started: Instant,
    /// When it started, since the epoch: so that times for people go with the clock that never goes back.
    epoch: Duration,
    limits: Mutex<Limits>,
    /// Used idempotency keys: token, operation, key.
    used: Mutex<HashSet<(String, OperationId, String)>>,
    rng: Mutex<fastrand::Rng>,
    world: Mutex<World>,
}

impl Stage {
    pub(crate) fn new(api: Arc<Api>, settings: Settings, journal: Option<File>) -> Self {
        let mut tokens = Tokens::new(settings.token_lifetime, settings.seed ^ 0x0074_6f6b_656e);
        tokens.accept_fixed(&api);
        Self {
            router: Router::new(&api),
            remembers: remembers(&api),
            api,
            journal: Journal::new(journal),
            seed: settings.seed,
            faults: settings.faults,
            started: Instant::now(),
            epoch: SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
            limits: Mutex::new(Limits::new(settings.count)),
            used: Mutex::default(),
            rng: Mutex::new(fastrand::Rng::with_seed(settings.seed)),
            world: Mutex::new(World::new(tokens, settings.plugins)),
        }
    }

    /// The time since the start.
    pub(crate) fn now(&self) -> Duration {
        self.started.elapsed()
    }

    /// A time since the start as milliseconds since the epoch.
    pub(crate) fn since_epoch(&self, now: Duration) -> u64 {
        u64::try_from((self.epoch + now).as_millis()).unwrap_or(u64::MAX)
    }

    /// What is remembered. A handler that panicked is a defect, but no reason to stop serving.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// The fault that strikes this request, if any.
    fn draw_fault(&self) -> Option<FaultKind> {
        let mut rng = lock(&self.rng);
        // Every fault is drawn each time, so that the rate of one does not depend on the others.
        let struck: Vec<_> = self.faults.iter().filter(|fault| rng.f64() < fault.rate).collect();
        struck.first().map(|fault| fault.kind)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
