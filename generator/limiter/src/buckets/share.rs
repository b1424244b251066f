//! What a meter may use of limits that it shares with other processes: it grants only with the slots that it holds of them.

use std::sync::Arc;

use crate::clock::TICKS_PER_SECOND;
use crate::lease::{Holding, Response, Statement, Terms, Usage};
use crate::machine::{Demand, Machine, Ready, Rules};
use crate::outage::{Conduct, Outage};

/// A meter that was used counts as in use for so long, so that slots do not go back and forth between two calls.
const HELD_UP: u64 = 2 * TICKS_PER_SECOND;

/// A meter is looked at no sooner than so many ticks after the last time.
const REST: u64 = 50;

/// After a statement without a response the next one waits for so long: a fifth of a second.
const RETRY: u64 = TICKS_PER_SECOND / 5;

/// What a meter uses of its own, counted by the meter itself.
pub(super) struct Used<'a> {
    pub(super) machine: &'a Machine,
    pub(super) rules: &'a Rules,
    /// Requests at the same time, and when those that linger are forgotten.
    pub(super) running: u32,
    pub(super) lingering: Vec<u64>,
}

/// What a process holds of a meter that it shares with others.
pub(super) struct Share {
    /// What the meter is called at the store.
    pub(super) name: Arc<str>,
    pub(super) holding: Holding,
    conduct: Conduct,
    terms: Terms,
    /// Of each pool, how many slots there are.
    slots: Vec<u32>,
    /// Until when it counts as in use.
    active_until: u64,
    /// The highest demand of each pool lately, and until when that counts.
    peaks: Vec<(u32, u64)>,
    /// Whether a request that is let through now is one that this process holds no slot for.
    exceeds: bool,
    /// How many there were.
    pub(super) exceeded: u64,
    /// It is not looked at again before this tick.
    looked: u64,
    /// When it is looked at next.
    pub(super) look: Option<u64>,
    /// Not before this tick, because the store did not respond.
    retry: u64,
    /// The longest time until a request is counted, of all that were ever sent.
    pub(super) transit: u64,
}

impl Share {
    /// A share of these windows, and of so many requests at the same time. `transit` is the longest time until a request is
    /// counted.
    pub(super) fn new(
        name: Arc<str>,
        process: u64,
        machine: &Machine,
        concurrency: Option<u32>,
        rules: &Rules,
        (conduct, terms): (Conduct, Terms),
    ) -> Self {
        let windows = machine.limits().iter().map(|limit| (limit.requests(), rules.span(limit).into()));
        let pools: Vec<(u32, u64)> = windows.chain(concurrency.map(|most| (most, 0))).collect();
        Self {
            name,
            holding: Holding::new(process, &pools),
            conduct,
            terms,
            exceeds: false,
            exceeded: 0,
            slots: pools.iter().map(|&(slots, _)| slots).collect(),
            active_until: 0,
            peaks: vec![(0, 0); pools.len()],
            looked: 0,
            look: None,
            retry: 0,
            transit: rules.transit.into(),
        }
    }

    /// How many slots of a pool may be used now, and whether they are those that are held.
    fn allowed(&self, pool: usize, now: u64) -> (u32, bool) {
        match self.conduct.outage {
            _ if self.holding.is_alive(now) => (self.holding.allowed(pool), true),
            Outage::Share if self.holding.was_alive() => {
                ((self.slots[pool] / self.holding.processes()).max(1), false)
            }
            _ => (0, true),
        }
    }

    /// Whether a request that needs so many slots of a window beyond the first may have them.
    fn window_ready(&self, index: usize, more: u32, used: &Used<'_>, now: u64) -> Ready {
        let (allowed, held) = self.allowed(index, now);
        let fits = |at: u64| {
            let own = used.machine.used(index, at, used.rules);
            let used = if held { self.holding.used(index, own, at) } else { own };
            used + more < allowed
        };
        if fits(now) {
            return Ready::Now;
        }
        // What is in use now is free again by then, unless its end is not known.
        let span = u64::from(used.rules.span(&used.machine.limits()[index]));
        let (mut early, mut late) = (now, now + 2 * (span + self.transit));
        if more >= allowed || !fits(late) {
            return Ready::OnEvent;
        }
        while late - early > 1 {
            let middle = early.midpoint(late);
            if fits(middle) { late = middle } else { early = middle }
        }
        Ready::At(late)
    }

    /// Whether there is room for a request in all pools. One that only observes always says so.
    pub(super) fn ready(&mut self, demand: Demand, kept_for: u32, used: &Used<'_>, now: u64) -> Ready {
        let ready = self.room(demand, kept_for, used, now);
        self.exceeds = self.conduct.observes && ready != Ready::Now;
        if self.exceeds { Ready::Now } else { ready }
    }

    /// Whether there is room for a request in all pools.
    fn room(&self, demand: Demand, kept_for: u32, used: &Used<'_>, now: u64) -> Ready {
        let mut ready = Ready::Now;
        for index in 0..used.machine.limits().len() {
            let more = demand.beyond_one(self.slots[index]);
            ready = ready.and(self.window_ready(index, more, used, now));
        }
        let concurrency = used.machine.limits().len();
        if concurrency < self.slots.len() {
            let lingering = used.lingering.iter().filter(|&&end| end > now).count() as u32;
            if used.running + lingering + kept_for >= self.allowed(concurrency, now).0 {
                ready = ready.and(Ready::OnEvent);
            }
        }
        ready
    }

    /// How many slots it holds of each pool, and how many there are.
    pub(super) fn held(&self) -> Vec<(u32, u32)> {
        self.slots.iter().enumerate().map(|(pool, &slots)| (self.holding.held(pool), slots)).collect()
    }

    /// Whether calls are to fail because the store is away.
    pub(super) fn fails(&self, now: u64) -> bool {
        self.conduct.outage == Outage::Fail
            && !self.conduct.observes
            && self.retry > 0
            && !self.holding.is_alive(now)
    }

    /// Somebody used it, or wanted to.
    pub(super) fn touch(&mut self, now: u64) {
        self.active_until = now + HELD_UP;
    }

    /// A request is let through. Returns whether this process holds no slot for it.
    pub(super) fn pass(&mut self, now: u64) -> bool {
        self.touch(now);
        self.exceeded += u64::from(self.exceeds);
        std::mem::take(&mut self.exceeds)
    }

    /// What is used of each pool.
    fn used(&self, used: &Used<'_>, now: u64) -> Vec<Usage> {
        let usage = |pool: usize| {
            let (own, mut ends) = match used.machine.limits().get(pool) {
                Some(limit) => {
                    let own = used.machine.used(pool, now, used.rules);
                    (own, used.machine.log.ends(used.rules.span(limit), now))
                }
                None => {
                    let ends: Vec<u64> = used.lingering.iter().copied().filter(|&end| end > now).collect();
                    (used.running + ends.len() as u32, ends)
                }
            };
            ends.sort_unstable();
            Usage { open: own.saturating_sub(ends.len() as u32), ends, demand: 0, least: 1 }
        };
        (0..self.slots.len()).map(usage).collect()
    }

    /// What is used of each pool, and what could be while these callers wait.
    fn usages(&mut self, used: &Used<'_>, waiting: &Waiting, now: u64) -> Vec<Usage> {
        let mut usages = self.used(used, now);
        let active = now < self.active_until;
        for (pool, usage) in usages.iter_mut().enumerate() {
            let (wanted, least) = match used.machine.limits().get(pool) {
                Some(_) => (waiting.weight, waiting.least),
                None => (waiting.callers, 1),
            };
            let own = usage.open + usage.ends.len() as u32;
            let demand = match active || wanted > 0 {
                true => self.holding.used(pool, own, now).saturating_add(wanted).min(self.slots[pool]),
                false => 0,
            };
            let (peak, until) = &mut self.peaks[pool];
            if demand >= *peak || now >= *until {
                (*peak, *until) = (demand, now + HELD_UP);
            }
            (usage.demand, usage.least) = (*peak, least.clamp(1, self.slots[pool]));
        }
        usages
    }

    /// When it wants to be looked at because others wait for something that a request has just given up.
    pub(super) fn asked(&self, now: u64) -> Option<u64> {
        self.holding.is_asked().then(|| now.max(self.looked).max(self.retry))
    }

    /// When it wants to be looked at, if it is pressed now.
    pub(super) fn pressed(&mut self, now: u64) -> Option<u64> {
        self.touch(now);
        self.holding.may_want().then(|| now.max(self.looked).max(self.retry))
    }

    /// What it has to say now, if anything, and when it is to be looked at again.
    pub(super) fn look(
        &mut self,
        used: &Used<'_>,
        waiting: &Waiting,
        goodbye: bool,
        now: u64,
    ) -> Option<Statement> {
        self.looked = now + REST;
        let usages = self.usages(used, waiting, now);
        let terms = &self.terms;
        if goodbye {
            self.holding.give_up();
        }
        let empty = goodbye && self.holding.is_empty();
        let due = self.holding.due(&usages, terms, now).filter(|_| !empty);
        let due = if goodbye && !empty { Some(now) } else { due.map(|due| due.max(self.retry)) };
        if due.is_none_or(|due| due > now) {
            // A demand that is held up ends without anybody's doing.
            self.look = due.map(|due| due.max(now + 1));
            return None;
        }
        self.look = None;
        Some(self.holding.state(&usages, self.transit, goodbye, terms, now))
    }

    /// A response has come, or will not. Says when it is to be looked at next.
    pub(super) fn hear(&mut self, response: Option<&Response>, used: &Used<'_>, now: u64) -> u64 {
        let heard = response.is_some_and(|response| {
            let usages = self.used(used, now);
            self.holding.hear(response, &usages, &self.terms, now)
        });
        self.retry = if heard { 0 } else { now + RETRY };
        if !heard {
            self.holding.give_up();
        }
        now.max(self.retry)
    }
}

/// The callers who wait for a meter.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Waiting {
    pub(super) callers: u32,
    /// What they weigh together.
    pub(super) weight: u32,
    /// What the heaviest of them weighs.
    pub(super) least: u32,
}
