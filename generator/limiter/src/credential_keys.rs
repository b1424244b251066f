//! The keys of one credential, in a dense table: rows of groups of shards of keys. All of these are made when they are
//! needed and never move, so a key is found without a lock.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use tokio::runtime::Id as RuntimeId;
use tokio::time::Instant;

use crate::buckets::TokioBoard;
use crate::clock::duration_of;
use crate::config::{Config, SweepDebt};
use crate::error::LimitError;
use crate::locked_key::LockedKey;
use crate::observe::KeyState;
use crate::priority::Priority;
use crate::sync::{Mutex, lock};

/// How many keys a shard holds.
pub(crate) const SHARD: usize = 8;

/// How many shards a group holds.
const GROUP: usize = 16;

/// The first row has room for so many groups, and each row after it for twice as many as the one before.
const FIRST_ROW: usize = 4;

/// So many rows have room for every `u16`, beside the first group.
const ROWS: usize = 8;

/// One of so many calls with a credential looks for idle keys.
const SWEEP_EVERY: u32 = 16;

/// A key whose callers wait in runtimes of tokio's.
pub(crate) type TokioKey = LockedKey<RuntimeId>;

/// Neighbouring shards.
type Group = [OnceLock<Box<Shard>>; GROUP];
type Row = Box<[OnceLock<Box<Group>>]>;

/// Neighbouring keys, made together.
#[derive(Default)]
struct Shard {
    keys: [TokioKey; SHARD],
    /// How many callers each key has refused.
    refused: [AtomicU32; SHARD],
}

/// The keys of one credential: one for each endpoint, found by its number without hashing or locking. Endpoints with small
/// numbers, and neighbours, take little room; any single one takes a few kilobytes at most.
pub(crate) struct CredentialKeys {
    id: Arc<str>,
    config: Arc<Config>,
    /// What this credential shares with others, or its endpoints among themselves.
    board: Arc<TokioBoard>,
    /// The first group, which most endpoints are in.
    first: OnceLock<Box<Group>>,
    /// Rows, groups and shards are made when they are needed, and never move.
    rows: [OnceLock<Row>; ROWS],
    /// Held while a shard is added, so that closing misses none.
    growing: Mutex<()>,
    /// How many calls there were, about.
    calls: AtomicU32,
}

/// The row of a group, and its place there. Not for the first group.
#[inline]
const fn locate(group: usize) -> (usize, usize) {
    let shifted = group - 1 + FIRST_ROW;
    let row = (shifted.ilog2() - FIRST_ROW.ilog2()) as usize;
    (row, shifted - (FIRST_ROW << row))
}

/// The number of a group by its row and its place there.
const fn group_at(row: usize, place: usize) -> usize {
    (FIRST_ROW << row) - FIRST_ROW + place + 1
}

impl CredentialKeys {
    pub(crate) fn new(id: Arc<str>, config: Arc<Config>, board: Arc<TokioBoard>) -> Self {
        Self {
            id,
            config,
            board,
            first: OnceLock::new(),
            rows: [const { OnceLock::new() }; ROWS],
            growing: Mutex::new(()),
            calls: AtomicU32::new(0),
        }
    }

    /// The credential's id.
    pub(crate) fn id(&self) -> &Arc<str> {
        &self.id
    }

    /// What all keys have in common.
    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// The board of the limiter.
    pub(crate) fn board(&self) -> &TokioBoard {
        &self.board
    }

    /// The key of an endpoint.
    #[inline]
    pub(crate) fn key(&self, index: u16) -> &TokioKey {
        match self.known_key(index) {
            Some(key) => key,
            None => self.add_key(index),
        }
    }

    /// The key of an endpoint, if its shard was made.
    #[inline]
    fn known_key(&self, index: u16) -> Option<&TokioKey> {
        Some(&self.shard(index)?.keys[usize::from(index) % SHARD])
    }

    /// The shard of an endpoint, if it was made.
    #[inline]
    fn shard(&self, index: u16) -> Option<&Shard> {
        let number = usize::from(index) / SHARD;
        let group = match number / GROUP {
            0 => &self.first,
            group => {
                let (row, place) = locate(group);
                &self.rows[row].get()?[place]
            }
        };
        Some(group.get()?[number % GROUP].get()?)
    }

    /// Counts a caller who was refused.
    #[inline]
    pub(crate) fn count_refusal(&self, index: u16) {
        if let Some(shard) = self.shard(index) {
            let refused = &shard.refused[usize::from(index) % SHARD];
            // Not exact under contention, in exchange for a refusal that costs next to nothing.
            refused.store(refused.load(Ordering::Relaxed).wrapping_add(1), Ordering::Relaxed);
        }
    }

    /// The key of an endpoint whose shard may have to be made.
    #[cold]
    fn add_key(&self, index: u16) -> &TokioKey {
        let number = usize::from(index) / SHARD;
        let _growing = lock(&self.growing);
        let group = match number / GROUP {
            0 => &self.first,
            group => {
                let (row, place) = locate(group);
                let make_row = || (0..FIRST_ROW << row).map(|_| OnceLock::new()).collect();
                &self.rows[row].get_or_init(make_row)[place]
            }
        };
        let shard = group.get_or_init(Box::default)[number % GROUP].get_or_init(|| {
            self.config.sweep_debt.add(SHARD);
            Box::default()
        });
        &shard.keys[usize::from(index) % SHARD]
    }

    /// The refusal of a new caller whose turn cannot come by its deadline, as far as that is known without a lock. Nearly
    /// all callers that would be refused with the lock are refused here.
    #[inline]
    pub(crate) fn refuses(&self, index: u16, priority: Priority, deadline: Instant) -> Option<LimitError> {
        let key = self.known_key(index)?;
        let clock = &self.config.clock;
        let turn = key.refuses(priority, clock.tick(deadline))?;
        self.count_refusal(index);
        Some(LimitError::DeadlineTooSoon { turn: clock.instant(turn) })
    }

    /// Ends everybody's wait, once [`Config::closed`] is set.
    pub(crate) fn close(&self) {
        // A shard that is added from here on is added after the flag was set, and nobody will wait in it.
        drop(lock(&self.growing));
        self.shards(0).for_each(|(_, shard)| shard.keys.iter().for_each(|key| key.close(&self.config)));
    }

    /// Adds the state of each key that is in use.
    pub(crate) fn observe(&self, now: u64, states: &mut Vec<KeyState>) {
        let Config { clock, rules, .. } = &*self.config;
        for (endpoint, key, refused) in self.keys() {
            states.extend(key.look(&self.config, now, |key| {
                key.note_permits(now);
                let (waiters, permits, held_since) = (key.waiters(), key.permits(), key.held_since());
                let machine = &mut key.machine;
                let limits = machine.limit_states(now, rules);
                let turn = machine.turn(u32::try_from(waiters).unwrap_or(u32::MAX), now, rules);
                KeyState {
                    credential: self.id.clone(),
                    endpoint,
                    name: self.config.name_of(endpoint),
                    limits,
                    buckets: Vec::new(),
                    next_free: clock.instant(turn),
                    wait: duration_of(turn - now),
                    waiters,
                    refused: refused.load(Ordering::Relaxed),
                    permits,
                    held_since: held_since.map(|tick| clock.instant(tick)),
                    throttles: machine.throttles(),
                    paused_until: machine.paused_until(now).map(|tick| clock.instant(tick)),
                }
            }));
        }
    }

    /// Counts a call. Returns whether it is time to look for idle keys.
    #[inline]
    pub(crate) fn count_call(&self) -> bool {
        // Not exact, and it need not be.
        let calls = self.calls.load(Ordering::Relaxed).wrapping_add(1);
        self.calls.store(calls, Ordering::Relaxed);
        calls.is_multiple_of(SWEEP_EVERY)
    }

    /// Adds to the sweep debt after so many calls, even if no key was added: an earlier, busier time may have left idle
    /// ones.
    pub(crate) fn owe_for_calls(&self) {
        // Four calls owe a look at one key; `add` multiplies by the rate for added keys.
        self.config.sweep_debt.add(SWEEP_EVERY as usize / 4 / SweepDebt::RATE);
    }

    /// Removes idle keys from shard number `from` on, until `budget` keys were looked at. The key of the endpoint `spared`
    /// is about to be used.
    pub(crate) fn sweep(&self, from: usize, budget: usize, spared: Option<u16>, now: u64) -> Swept {
        let mut swept = Swept { looked_at: 0, in_use: false, next: None };
        for (number, shard) in self.shards(from) {
            if swept.looked_at >= budget {
                swept.next = Some(number);
                break;
            }
            swept.looked_at += SHARD;
            for (offset, key) in shard.keys.iter().enumerate() {
                let spared = spared.is_some_and(|spared| usize::from(spared) == number * SHARD + offset);
                swept.in_use |= spared || !key.remove_if_idle(&self.config, now);
            }
        }
        swept
    }

    /// The shards there are, with their numbers, from number `from` on.
    fn shards(&self, from: usize) -> impl Iterator<Item = (usize, &Shard)> {
        let first_row = match (from / GROUP).checked_sub(1) {
            Some(_) => locate(from / GROUP).0,
            None => 0,
        };
        let rows = self.rows.iter().enumerate().skip(first_row);
        let rows = rows.filter_map(|(row, groups)| Some((row, groups.get()?)));
        let groups = rows.flat_map(|(row, groups)| {
            groups.iter().enumerate().map(move |(place, group)| (group_at(row, place), group))
        });
        let groups = std::iter::once((0, &self.first)).chain(groups);
        let groups = groups.skip_while(move |&(group, _)| group < from / GROUP);
        let shards = groups.filter_map(|(group, shards)| Some((group * GROUP, shards.get()?)));
        let shards = shards.flat_map(|(first, shards)| {
            shards.iter().enumerate().filter_map(move |(shard, keys)| Some((first + shard, &**keys.get()?)))
        });
        shards.skip_while(move |&(number, _)| number < from)
    }

    /// The keys there are, with their endpoints and how many callers they have refused.
    fn keys(&self) -> impl Iterator<Item = (u16, &TokioKey, &AtomicU32)> {
        self.shards(0).flat_map(|(number, Shard { keys, refused })| {
            let keys = keys.iter().zip(refused).enumerate();
            keys.map(move |(offset, (key, refused))| ((number * SHARD + offset) as u16, key, refused))
        })
    }
}

/// What a sweep of one credential found.
pub(crate) struct Swept {
    /// How many keys were looked at.
    pub(crate) looked_at: usize,
    /// Whether one of these keys is in use.
    pub(crate) in_use: bool,
    /// The shard to go on from, or `None` at the end.
    pub(crate) next: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::LimiterOptions;

    #[test]
    fn every_group_has_a_place_of_its_own() {
        let mut known = std::collections::HashSet::new();
        for group in 1..=usize::from(u16::MAX) / (SHARD * GROUP) {
            let (row, place) = locate(group);
            assert!(row < ROWS && place < FIRST_ROW << row);
            assert!(known.insert((row, place)));
            assert_eq!(group_at(row, place), group);
        }
    }
    /// A credential, and endpoints in shards that lie far apart.
    fn scattered() -> (CredentialKeys, Vec<u16>) {
        let config = Arc::new(Config::new(LimiterOptions::new()));
        let credential = CredentialKeys::new("someone".into(), config, Arc::default());
        let endpoints: Vec<u16> = (0..400).map(|step| step * 163).collect();
        for &endpoint in &endpoints {
            let _key = credential.key(endpoint);
        }
        (credential, endpoints)
    }

    #[test]
    fn a_sweep_from_any_shard_looks_at_all_from_there_on() {
        let (credential, endpoints) = scattered();
        let shard_of = |endpoint: &u16| usize::from(*endpoint) / SHARD;
        for from in (0..8_000).step_by(7) {
            let shards = endpoints.iter().filter(|endpoint| shard_of(endpoint) >= from).count();
            let swept = credential.sweep(from, usize::MAX, None, 0);
            assert_eq!((swept.looked_at, swept.next), (shards * SHARD, None), "from shard {from}");
        }
    }

    #[test]
    fn a_sweep_stops_when_its_budget_is_spent_and_says_where_to_go_on() {
        let (credential, endpoints) = scattered();
        let swept = credential.sweep(0, 2 * SHARD, None, 0);
        assert_eq!((swept.looked_at, swept.next), (2 * SHARD, Some(usize::from(endpoints[2]) / SHARD)));
    }

    #[test]
    fn only_the_key_that_is_spared_counts_as_used() {
        let (credential, endpoints) = scattered();
        for (spared, in_use) in [(None, false), (Some(endpoints[9]), true), (Some(endpoints[9] + 1), true)] {
            assert_eq!(credential.sweep(0, usize::MAX, spared, 0).in_use, in_use, "{spared:?}");
        }
        // Of another shard, which nobody has made.
        let elsewhere = endpoints[9] + 2 * SHARD as u16;
        assert!(!credential.sweep(0, usize::MAX, Some(elsewhere), 0).in_use);
    }

    #[test]
    fn one_of_sixteen_calls_looks_for_idle_keys() {
        let (credential, _) = scattered();
        let looks = (0..3 * SWEEP_EVERY).filter(|_| credential.count_call()).count();
        assert_eq!(looks, 3);
        credential.config.sweep_debt.pay(usize::MAX);
        credential.owe_for_calls();
        assert_eq!(credential.config.sweep_debt.due(), 4);
    }
}
