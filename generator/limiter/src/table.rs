//! One credential's keys, in a dense table.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock, Weak};
use std::task::Waker;

use tokio::time::Instant;

use super::alarm::TokioAlarm;
use super::clock::span;
use super::error::LimitError;
use super::gate::{Gate, Setup};
use super::key::{Caller, Entry};
use super::observe::{KeyState, LimitState};
use super::permit::Outcome;
use super::queue::{Priority, Ticket};
use super::registry::Registry;
use super::sync::{Mutex, lock};

/// The first piece of a table holds so many keys, and each piece after it twice as many as the one before.
const FIRST: usize = 8;

/// So many pieces hold an endpoint for every `u16`.
const PIECES: usize = 14;

/// After so many calls, one call sweeps.
const SWEEP_EVERY: u32 = 16;

type Piece = Box<[Gate<TokioAlarm>]>;

/// One credential: a gate for each endpoint, found by its number without hashing or locking.
pub(super) struct Credential {
    id: Arc<str>,
    setup: Arc<Setup>,
    /// Grows piece by piece; a piece never moves.
    pieces: [OnceLock<Piece>; PIECES],
    /// Held while a piece is added, so that closing misses none.
    growing: Mutex<()>,
    /// Counts calls; not exactly, and it need not.
    calls: AtomicU32,
    registry: Weak<Registry>,
}

/// In which piece the endpoint is, and where.
#[inline]
const fn locate(index: u16) -> (usize, usize) {
    let shifted = index as usize + FIRST;
    let piece = (shifted.ilog2() - FIRST.ilog2()) as usize;
    (piece, shifted - (FIRST << piece))
}

/// The endpoint at this place.
const fn index_of(piece: usize, offset: usize) -> u16 {
    ((FIRST << piece) - FIRST + offset) as u16
}

impl Credential {
    pub(super) fn new(id: Arc<str>, setup: Arc<Setup>, registry: Weak<Registry>) -> Self {
        Self {
            id,
            setup,
            pieces: [const { OnceLock::new() }; PIECES],
            growing: Mutex::new(()),
            calls: AtomicU32::new(0),
            registry,
        }
    }

    pub(super) fn id(&self) -> &Arc<str> {
        &self.id
    }

    pub(super) fn setup(&self) -> &Setup {
        &self.setup
    }

    fn gate(&self, index: u16) -> &Gate<TokioAlarm> {
        let (piece, offset) = locate(index);
        let gates = self.pieces[piece].get_or_init(|| {
            let _growing = lock(&self.growing);
            (0..FIRST << piece).map(|_| Gate::default()).collect()
        });
        &gates[offset]
    }

    /// The refusal of a newcomer whose turn cannot come by its deadline, as far as that is known without a
    /// lock; what it is refused on the long way, this finds nearly always.
    #[inline]
    pub(super) fn refuses(&self, index: u16, priority: Priority, deadline: Instant) -> Option<LimitError> {
        let (piece, offset) = locate(index);
        let gate = &self.pieces[piece].get()?[offset];
        let clock = &self.setup.clock;
        let turn = gate.refuses(priority, clock.tick(deadline))?;
        Some(LimitError::DeadlineTooSoon { turn: clock.instant(turn) })
    }

    pub(super) fn enter(&self, caller: &Caller, waker: &Waker) -> Entry {
        let now = || self.setup.clock.now();
        let (entry, new) = self.gate(caller.endpoint.index).enter(&self.setup, caller, waker, now);
        let calls = self.calls.load(Ordering::Relaxed).wrapping_add(1);
        self.calls.store(calls, Ordering::Relaxed);
        // Whoever adds a key pays for looking at a few others: so there are never many more than are in use.
        if new || calls.is_multiple_of(SWEEP_EVERY) {
            self.sweep();
        }
        entry
    }

    #[cold]
    fn sweep(&self) {
        if let Some(registry) = self.registry.upgrade() {
            registry.sweep(Registry::STEP, self.setup.clock.now());
        }
    }

    pub(super) fn ask(
        &self,
        index: u16,
        ticket: &mut Option<Ticket>,
        waker: &Waker,
        now: u64,
    ) -> Option<Result<(), LimitError>> {
        self.gate(index).ask(&self.setup, ticket, waker, now)
    }

    pub(super) fn leave(&self, index: u16, ticket: Ticket) {
        self.gate(index).leave(&self.setup, ticket, self.setup.clock.now());
    }

    pub(super) fn turn(&self, caller: &Caller, now: u64) -> u64 {
        self.gate(caller.endpoint.index).turn(&self.setup, caller, now)
    }

    pub(super) fn refund(&self, index: u16) {
        self.gate(index).refund(&self.setup, || self.setup.clock.now());
    }

    /// Says at which tick the request was sent.
    pub(super) fn start(&self, index: u16) -> u64 {
        let now = self.setup.clock.now();
        self.gate(index).start(&self.setup, now);
        now
    }

    pub(super) fn finish(&self, index: u16, sent: u64, outcome: Outcome) {
        self.gate(index).finish(&self.setup, sent, outcome, self.setup.clock.now());
    }

    pub(super) fn abandon(&self, index: u16, sent: u64) {
        self.gate(index).abandon(&self.setup, sent, self.setup.clock.now());
    }

    /// Sends everybody away, once [`Setup::closed`] is set.
    pub(super) fn close(&self) {
        // A piece that is added from here on is added after the flag was set, and nobody will wait in it.
        drop(lock(&self.growing));
        self.gates(0).for_each(|(_, gate)| gate.close(&self.setup));
    }

    pub(super) fn observe(&self, now: u64, states: &mut Vec<KeyState>) {
        let Setup { clock, rules, .. } = &*self.setup;
        for (endpoint, gate) in self.gates(0) {
            states.extend(gate.look(&self.setup, now, |machine, waiters| {
                let limit_state = |(index, limit): (usize, _)| {
                    let (effective, used) = (machine.effective(index), machine.used(index, now, rules));
                    LimitState { limit, effective, used, free: effective.saturating_sub(used) }
                };
                let limits = machine.limits().iter().copied().enumerate().map(limit_state).collect();
                let turn = machine.turn(u32::try_from(waiters).unwrap_or(u32::MAX), now, rules);
                KeyState {
                    credential: self.id.clone(),
                    endpoint,
                    limits,
                    next_free: clock.instant(turn),
                    wait: span(turn - now),
                    waiters,
                    throttles: machine.throttles(),
                    paused_until: machine.paused_until(now).map(|tick| clock.instant(tick)),
                }
            }));
        }
    }

    /// Forgets idle keys among the `budget` places from number `from` on. Says at which number to go on, or
    /// `None` at the end, and whether anything is kept in what was seen.
    pub(super) fn sweep_from(&self, from: usize, budget: usize, now: u64) -> Swept {
        let mut swept = Swept { looked_at: 0, kept: false, next: None };
        for (endpoint, gate) in self.gates(from) {
            if swept.looked_at == budget {
                swept.next = Some(endpoint.into());
                break;
            }
            swept.looked_at += 1;
            swept.kept |= !gate.forget_if_idle(&self.setup, now);
        }
        swept
    }

    /// The gates there are, with their endpoints' numbers, from number `from` on.
    fn gates(&self, from: usize) -> impl Iterator<Item = (u16, &Gate<TokioAlarm>)> {
        let pieces =
            self.pieces.iter().enumerate().filter_map(|(number, piece)| Some((number, piece.get()?)));
        pieces.flat_map(move |(number, gates)| {
            let skipped = (from + FIRST).saturating_sub(FIRST << number).min(gates.len());
            let numbered = gates.iter().enumerate().skip(skipped);
            numbered.map(move |(offset, gate)| (index_of(number, offset), gate))
        })
    }
}

/// What a sweep of one credential found.
pub(super) struct Swept {
    pub(super) looked_at: usize,
    pub(super) kept: bool,
    pub(super) next: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_endpoint_has_a_place_of_its_own() {
        let mut places = std::collections::HashSet::new();
        for index in 0..=u16::MAX {
            let (piece, offset) = locate(index);
            assert!(piece < PIECES && offset < FIRST << piece);
            assert!(places.insert((piece, offset)));
            assert_eq!(index_of(piece, offset), index);
        }
    }
}
