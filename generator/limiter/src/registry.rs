//! All credentials of a limiter, and the sweeper that removes the idle ones a few at a time.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

#[cfg(feature = "redis")]
use crate::buckets::Sharing;
use crate::buckets::TokioBoard;
use crate::config::Config;
use crate::credential_keys::{CredentialKeys, SHARD};
use crate::observe::KeyState;
#[cfg(feature = "redis")]
use crate::observe::ShareState;
#[cfg(feature = "redis")]
use crate::outage::Conduct;
#[cfg(feature = "redis")]
use crate::store::{Departure, DepartureGuard, Driver, LimitStore};
use crate::sync::lock_std;

/// How many parts the credentials are divided into, so that none is ever so large that its growth makes a caller wait.
/// One bit of a word for each.
const PARTS: usize = u64::BITS as usize;

/// A key that is not removed by a sweep: a credential and the number of an endpoint.
type Spared<'a> = (&'a Arc<CredentialKeys>, u16);

/// All credentials of a limiter.
pub(crate) struct Registry {
    config: Arc<Config>,
    board: Arc<TokioBoard>,
    hasher: RandomState,
    parts: [Mutex<Part>; PARTS],
    /// The parts that hold a credential, one bit for each. Changed only while the part is locked.
    occupied: AtomicU64,
    /// The part that is swept now.
    swept_part: AtomicUsize,
    /// Gives back what is shared with other processes when this is dropped.
    #[cfg(feature = "redis")]
    shared: Option<DepartureGuard>,
    #[cfg(feature = "redis")]
    store: Option<(Arc<dyn LimitStore>, u64)>,
}

/// The credentials whose ids have the same hash, modulo [`PARTS`].
#[derive(Default)]
struct Part {
    by_id: HashMap<Arc<str>, Arc<CredentialKeys>>,
    /// The same, in the order in which they are swept.
    in_order: Vec<Arc<CredentialKeys>>,
    sweeper: IdleSweeper,
}

/// Where a sweep goes on.
#[derive(Default)]
struct IdleSweeper {
    /// The index of the credential in [`Part::in_order`].
    credential: usize,
    /// The number of its shard.
    shard: usize,
    /// Whether a key of this credential is in use, as far as it was looked at.
    in_use: bool,
}

impl Registry {
    pub(crate) fn new(config: Config) -> Self {
        let parts = std::array::from_fn(|_| Mutex::default());
        let (hasher, swept_part) = (RandomState::new(), AtomicUsize::new(0));
        let occupied = AtomicU64::new(0);
        Self {
            config: Arc::new(config),
            board: Arc::default(),
            hasher,
            parts,
            occupied,
            swept_part,
            #[cfg(feature = "redis")]
            shared: None,
            #[cfg(feature = "redis")]
            store: None,
        }
    }

    /// Shares all limits with other processes. To be called before anything else, in a runtime.
    #[cfg(feature = "redis")]
    pub(crate) fn share(
        &mut self,
        store: Arc<dyn LimitStore>,
        process: u64,
        prefix: Arc<str>,
        conduct: Conduct,
    ) {
        let departure = Arc::new(Departure::default());
        self.board.share(Sharing::new(process, prefix, (conduct, store.terms()), departure.pressed.clone()));
        self.shared = Some(DepartureGuard(departure.clone()));
        self.store = Some((store.clone(), process));
        let (board, config) = (self.board.clone(), self.config.clone());
        tokio::spawn(Driver { board, config, store, process, departure, outages: Arc::default() }.run());
    }

    /// What gives back what is shared with other processes.
    #[cfg(feature = "redis")]
    pub(crate) fn departure(&self) -> Option<Arc<Departure>> {
        self.shared.as_ref().map(|guard| guard.0.clone())
    }

    /// What this process holds of what it shares with others, and what that is called at the store.
    #[cfg(feature = "redis")]
    pub(crate) fn observe_shares(&self) -> Vec<(Arc<str>, ShareState)> {
        self.board.observe_shares(&self.config, self.config.clock.now())
    }

    /// The store that limits are shared on, and the number that this process is known by.
    #[cfg(feature = "redis")]
    pub(crate) fn store(&self) -> Option<(Arc<dyn LimitStore>, u64)> {
        self.store.clone()
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// The keys of this credential; the same ones for the same id, as long as anybody holds them or a slot is in use.
    pub(crate) fn credential(&self, id: &str) -> Arc<CredentialKeys> {
        let number = self.hasher.hash_one(id) as usize % PARTS;
        let mut part = lock_std(&self.parts[number]);
        if let Some(credential) = part.by_id.get(id) {
            return credential.clone();
        }
        let id: Arc<str> = id.into();
        let credential = Arc::new(CredentialKeys::new(id.clone(), self.config.clone(), self.board.clone()));
        part.by_id.insert(id, credential.clone());
        part.in_order.push(credential.clone());
        self.occupied.fetch_or(1 << number, Ordering::Relaxed);
        // A credential without a key costs as much to look at as one with a shard.
        self.config.sweep_debt.add(SHARD);
        credential
    }

    /// Looks at as many keys as are due because others were added or called. One key, which is about to be used, is spared.
    #[inline]
    pub(crate) fn sweep_what_is_due(&self, spared: Option<Spared<'_>>) {
        let due = self.config.sweep_debt.due();
        if due >= SHARD {
            self.pay(due, spared);
        }
    }

    /// Looks at `due` keys.
    #[cold]
    fn pay(&self, due: usize, spared: Option<Spared<'_>>) {
        self.config.sweep_debt.pay(due);
        self.sweep(due, spared, self.config.clock.now());
    }

    /// Looks at about `budget` keys and removes the idle ones among them, and the credentials without keys that nobody
    /// holds. Leaves a part alone that somebody else is using.
    pub(crate) fn sweep(&self, budget: usize, spared: Option<Spared<'_>>, now: u64) {
        let mut left = budget;
        // Each part is visited at most once (the first one perhaps twice): it may be in use by somebody else, or hold
        // nothing to remove.
        for _ in 0..=PARTS {
            let occupied = self.occupied.load(Ordering::Relaxed);
            if left == 0 || occupied == 0 {
                return;
            }
            let from = self.swept_part.load(Ordering::Relaxed);
            // The first part from there on that holds a credential.
            let number = (from + occupied.rotate_right(from as u32).trailing_zeros() as usize) % PARTS;
            let goes_on = self.parts[number].try_lock().is_ok_and(|mut part| {
                let at_end = part.sweep(&mut left, spared, now);
                if part.in_order.is_empty() {
                    self.occupied.fetch_and(!(1 << number), Ordering::Relaxed);
                }
                !at_end
            });
            self.swept_part.store(if goes_on { number } else { (number + 1) % PARTS }, Ordering::Relaxed);
        }
    }

    /// Removes what is idle of that which credentials and endpoints share, as far as so many steps go.
    pub(crate) fn tidy_board(&self, steps: usize, now: u64) {
        self.board.tidy(&self.config, steps, now);
    }

    /// The state of every key that is in use.
    pub(crate) fn observe(&self) -> Vec<KeyState> {
        let now = self.config.clock.now();
        let mut states = Vec::new();
        self.credentials().for_each(|credential| credential.observe(now, &mut states));
        states.extend(self.board.observe(&self.config, now));
        states
    }

    /// Ends the wait of everybody, now and from now on.
    pub(crate) fn close(&self) {
        self.config.closed.store(true, Ordering::Release);
        self.credentials().for_each(|credential| credential.close());
        self.board.close();
    }

    /// All credentials.
    fn credentials(&self) -> impl Iterator<Item = Arc<CredentialKeys>> {
        self.parts.iter().flat_map(|part| lock_std(part).in_order.clone())
    }
}

impl Part {
    /// Looks at about `left` keys, and lowers `left` by as many. Returns whether it came to the end of the part.
    fn sweep(&mut self, left: &mut usize, spared: Option<Spared<'_>>, now: u64) -> bool {
        let Self { by_id, in_order, sweeper } = self;
        while *left > 0 {
            let Some(credential) = in_order.get(sweeper.credential) else {
                *sweeper = IdleSweeper::default();
                self.shrink();
                return true;
            };
            let spared = spared.filter(|(keys, _)| Arc::ptr_eq(keys, credential)).map(|(_, index)| index);
            let swept = credential.sweep(sweeper.shard, *left, spared, now);
            *left = left.saturating_sub(swept.looked_at.max(SHARD));
            sweeper.in_use |= swept.in_use;
            sweeper.shard = swept.next.unwrap_or(0);
            if swept.next.is_some() {
                continue;
            }
            // The map and the list hold one reference each; nobody else can get one without the lock.
            if !sweeper.in_use && Arc::strong_count(credential) == 2 {
                by_id.remove(credential.id());
                in_order.swap_remove(sweeper.credential);
            } else {
                sweeper.credential += 1;
            }
            sweeper.in_use = false;
        }
        false
    }

    /// Gives memory back that was needed for many more credentials.
    fn shrink(&mut self) {
        /// Room that is not worth giving back.
        const FEW: usize = 16;
        let wanted = 2 * self.in_order.len() + FEW;
        if self.in_order.capacity() > 2 * wanted {
            self.in_order.shrink_to(wanted);
            self.by_id.shrink_to(wanted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::LimiterOptions;

    fn registry() -> Registry {
        Registry::new(Config::new(LimiterOptions::new()))
    }

    #[test]
    fn parts_without_credentials_are_not_swept_again() {
        let registry = registry();
        // So many that no part is left empty, whatever the hash.
        let held: Vec<_> = (0..5_000).map(|number| registry.credential(&format!("user {number}"))).collect();
        assert_eq!(registry.occupied.load(Ordering::Relaxed), u64::MAX);
        drop(held);
        for _ in 0..10 {
            registry.sweep(100_000, None, 0);
        }
        assert_eq!(registry.occupied.load(Ordering::Relaxed), 0);
        assert_eq!(registry.credentials().count(), 0);
    }

    #[test]
    fn room_is_given_back_once_there_is_more_than_four_times_as_much_as_is_used() {
        let registry = registry();
        for (used, room, stays) in [(0, 32, true), (0, 33, false), (10, 72, true), (10, 73, false)] {
            let mut part = Part { in_order: Vec::with_capacity(room), ..Part::default() };
            assert_eq!(part.in_order.capacity(), room);
            part.in_order.extend((0..used).map(|number| registry.credential(&format!("user {number}"))));
            part.shrink();
            let left = if stays { room } else { 2 * used + 16 };
            assert_eq!(part.in_order.capacity(), left, "{used} of {room}");
        }
    }
}
