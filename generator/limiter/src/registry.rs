//! All credentials of a limiter, and the broom that forgets the idle ones a few at a time.

use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};

use super::gate::Setup;
use super::observe::KeyState;
use super::sync::{Mutex, lock};
use super::table::Credential;

/// All credentials of a limiter.
pub(super) struct Registry {
    setup: Arc<Setup>,
    known: Mutex<Known>,
    /// For the credentials, who sweep here.
    own: Weak<Registry>,
}

#[derive(Default)]
struct Known {
    by_id: HashMap<Arc<str>, Arc<Credential>>,
    /// The same, in the order in which the broom goes round.
    round: Vec<Arc<Credential>>,
    broom: Broom,
}

#[derive(Default)]
struct Broom {
    credential: usize,
    /// The endpoint to go on from.
    endpoint: usize,
    /// Whether something was kept in this credential so far.
    kept: bool,
}

impl Registry {
    /// How many places one sweep looks at: a microsecond's work.
    pub(super) const STEP: usize = 16;

    pub(super) fn new(setup: Setup) -> Arc<Self> {
        Arc::new_cyclic(|own| Self { setup: Arc::new(setup), known: Mutex::default(), own: own.clone() })
    }

    pub(super) fn setup(&self) -> &Arc<Setup> {
        &self.setup
    }

    /// The state of this credential; the same for the same id, as long as anybody holds it or any of its
    /// slots is in use.
    pub(super) fn credential(&self, id: &str) -> Arc<Credential> {
        let mut known = lock(&self.known);
        if let Some(credential) = known.by_id.get(id) {
            return credential.clone();
        }
        let id: Arc<str> = id.into();
        let credential = Arc::new(Credential::new(id.clone(), self.setup.clone(), self.own.clone()));
        known.by_id.insert(id, credential.clone());
        known.round.push(credential.clone());
        credential
    }

    /// Looks at `budget` places and forgets the idle keys among them, and the credentials that keep nothing
    /// and that nobody holds. Does nothing if somebody else is at it.
    pub(super) fn sweep(&self, budget: usize, now: u64) {
        let Ok(mut known) = self.known.try_lock() else { return };
        let mut gone = Vec::new();
        let mut left = budget;
        while left > 0 {
            let Known { by_id, round, broom } = &mut *known;
            let Some(credential) = round.get(broom.credential) else {
                *broom = Broom::default();
                if round.is_empty() {
                    break;
                }
                left -= 1;
                continue;
            };
            let swept = credential.sweep_from(broom.endpoint, left, now);
            left -= swept.looked_at.clamp(1, left);
            broom.kept |= swept.kept;
            broom.endpoint = swept.next.unwrap_or(0);
            if swept.next.is_some() {
                continue;
            }
            // The map and the round hold one each; nobody else can get one without the lock.
            if !broom.kept && Arc::strong_count(credential) == 2 {
                by_id.remove(credential.id());
                gone.push(round.swap_remove(broom.credential));
            } else {
                broom.credential += 1;
            }
            broom.kept = false;
        }
        drop(known);
        drop(gone);
    }

    pub(super) fn observe(&self) -> Vec<KeyState> {
        let credentials = lock(&self.known).round.clone();
        let now = self.setup.clock.now();
        let mut states = Vec::new();
        credentials.iter().for_each(|credential| credential.observe(now, &mut states));
        states
    }

    pub(super) fn close(&self) {
        self.setup.closed.store(true, Ordering::Release);
        let credentials = lock(&self.known).round.clone();
        credentials.iter().for_each(|credential| credential.close());
    }
}
