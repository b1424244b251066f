//! The half of a process: what it holds of one meter.

use super::ends::Ends;
use super::message::{PoolResponse, PoolStatement, ProcessId, Response, Statement, last, steps};
use super::terms::Terms;

/// At most so many steps say what was returned, or is in use.
const STEPS: usize = 8;

/// What a process uses of a pool, as it knows best itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Usage {
    /// Slots whose end is not known yet: permits, and requests in flight.
    pub(crate) open: u32,
    /// When the other slots in use may be used again, early ones first. They may not change any more.
    pub(crate) ends: Vec<u64>,
    /// How many slots it could use.
    pub(crate) demand: u32,
    /// Fewer than this many are of no use to it.
    pub(crate) least: u32,
}

/// What a process holds of one pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Held {
    slots: u32,
    span: u64,
    given: u64,
    returned: u64,
    /// Those of the returned slots that the store has not confirmed, and when they may be used again.
    batch: Vec<u64>,
    /// Slots that it was given before they may be used.
    resting: Ends,
    /// Own requests whose slots were returned: they are in use still, but not in ours.
    excused: Ends,
    keep: u32,
    /// What it said last that it could use.
    stated: u32,
}

/// What a process holds of one meter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Holding {
    id: ProcessId,
    number: u64,
    epoch: u64,
    /// The store's tick in the last response, and when that arrived.
    seen: u64,
    heard: u64,
    lease_end: u64,
    /// When the statement was sent that no response has come to yet.
    sent: Option<u64>,
    /// When the last one was sent.
    spoke: Option<u64>,
    /// The store says that there is something for this process.
    called: bool,
    /// It has said goodbye, and grants nothing any more.
    left: bool,
    processes: u32,
    pools: Vec<Held>,
}

impl Held {
    fn held(&self) -> u32 {
        self.given.saturating_sub(self.returned) as u32
    }

    /// How many slots are in use at `now`, if so many of its own are, returned ones included.
    fn used(&self, own: u32, now: u64) -> u32 {
        (own + self.resting.after(now)).saturating_sub(self.excused.after(now))
    }

    /// How many slots are to be returned: what others wait for, and what is not needed.
    fn excess(&self, demand: u32) -> u32 {
        if self.batch.is_empty() { self.held().saturating_sub(self.keep.min(demand)) } else { 0 }
    }

    /// When the slots in use may be used again whose end is known.
    fn known_ends(&self, usage: &Usage) -> Ends {
        let mut ends = self.resting.clone();
        self.excused.leave_of(&usage.ends).into_iter().for_each(|end| ends.add(end, 1));
        ends
    }

    /// How many slots could be returned.
    fn returnable(&self, usage: &Usage) -> u32 {
        self.held().saturating_sub(usage.open)
    }

    /// Returns so many slots: free ones first, then those that may be used again last.
    fn give_back(&mut self, wanted: u32, usage: &Usage, now: u64) {
        let ends = self.known_ends(usage);
        let ends = ends.as_slice();
        let free = self.held().saturating_sub(usage.open + ends.len() as u32).min(wanted);
        let used = ((wanted - free) as usize).min(ends.len());
        self.batch = std::iter::repeat_n(now, free as usize).collect();
        for &end in &ends[ends.len() - used..] {
            self.batch.push(end);
            if !self.resting.remove(end) {
                self.excused.add(end, 1);
            }
        }
        self.returned += self.batch.len() as u64;
    }

    fn state(&mut self, usage: &Usage, terms: &Terms, goodbye: bool, now: u64) -> PoolStatement {
        self.resting.forget(now);
        self.excused.forget(now);
        let demand = if goodbye { 0 } else { usage.demand.min(self.slots) };
        let excess = self.excess(demand);
        if excess > 0 {
            self.give_back(excess, usage, now);
        }
        self.stated = demand;
        let ends = self.known_ends(usage);
        let long = ends.as_slice().partition_point(|&end| end <= now + terms.lease);
        PoolStatement {
            slots: self.slots,
            span: self.span,
            given: self.given,
            returned: self.returned,
            back: steps(&self.batch, STEPS, now),
            demand,
            least: usage.least.clamp(1, self.slots),
            busy: steps(&ends.as_slice()[long..], STEPS, now),
        }
    }

    fn hear(&mut self, response: &PoolResponse, now: u64) {
        for gift in last(&response.gifts, response.given.saturating_sub(self.given)) {
            if gift.rest > 0 {
                // The tick that it counts from is rounded down.
                self.resting.add(now + gift.rest + 1, gift.slots);
            }
        }
        self.given = self.given.max(response.given);
        if response.returned == self.returned {
            self.batch.clear();
        }
        self.keep = response.keep;
    }

    /// The store has given away what it held. What it used is reckoned there.
    fn begin_anew(&mut self, usage: &Usage) {
        (self.given, self.returned, self.keep, self.stated) = (0, 0, u32::MAX, 0);
        self.batch.clear();
        self.resting.clear();
        self.excused.clear();
        usage.ends.iter().for_each(|&end| self.excused.add(end, 1));
    }
}

impl Holding {
    /// A process that holds nothing of these pools: how many slots each has, and how long they are in use.
    pub(crate) fn new(process: u64, pools: &[(u32, u64)]) -> Self {
        let pool = |&(slots, span): &(u32, u64)| Held {
            slots,
            span,
            given: 0,
            returned: 0,
            batch: Vec::new(),
            resting: Ends::default(),
            excused: Ends::default(),
            keep: u32::MAX,
            stated: 0,
        };
        Self {
            id: ProcessId { process, life: 0 },
            number: 0,
            epoch: 0,
            seen: 0,
            heard: 0,
            lease_end: 0,
            sent: None,
            spoke: None,
            called: false,
            left: false,
            processes: 0,
            pools: pools.iter().map(pool).collect(),
        }
    }

    /// Whether it may grant.
    pub(crate) fn is_alive(&self, now: u64) -> bool {
        now < self.lease_end && !self.left
    }

    /// When its lease ends.
    pub(crate) fn lease_end(&self) -> u64 {
        self.lease_end
    }

    /// How many slots it holds of a pool.
    pub(crate) fn held(&self, pool: usize) -> u32 {
        self.pools[pool].held()
    }

    /// How many slots of a pool it may use now: fewer than it holds while others wait for slots whose use ends with a request.
    pub(crate) fn allowed(&self, pool: usize) -> u32 {
        let pool = &self.pools[pool];
        if pool.span == 0 { pool.held().min(pool.keep) } else { pool.held() }
    }

    /// Whether others wait for something that it holds, and the store does not know that it has been told.
    pub(crate) fn is_asked(&self) -> bool {
        self.sent.is_none() && self.pools.iter().any(|pool| pool.excess(u32::MAX) > 0)
    }

    /// How many slots of a pool are in use at `now`, if so many of its own are.
    pub(crate) fn used(&self, pool: usize, own: u32, now: u64) -> u32 {
        self.pools[pool].used(own, now)
    }

    /// How many processes there are, as far as the store knows.
    pub(crate) fn processes(&self) -> u32 {
        self.processes.max(1)
    }

    /// Whether it may want more than it said: of what it waits for already, it has said so.
    pub(crate) fn may_want(&self) -> bool {
        self.sent.is_none() && self.pools.iter().any(|pool| pool.stated <= pool.held())
    }

    /// Whether the store has ever responded.
    pub(crate) fn was_alive(&self) -> bool {
        self.processes > 0
    }

    /// Whether the store knows of nothing that this process holds, so that it may be forgotten.
    pub(crate) fn is_empty(&self) -> bool {
        self.sent.is_none() && self.pools.iter().all(|pool| pool.held() == 0 && pool.batch.is_empty())
    }

    /// The store says that there is something for this process.
    pub(crate) fn call(&mut self) {
        self.called = true;
    }

    /// When it has to speak next: `None` if it has nothing to say.
    pub(crate) fn due(&self, usages: &[Usage], terms: &Terms, now: u64) -> Option<u64> {
        if self.sent.is_some() {
            return None;
        }
        let pools = || self.pools.iter().zip(usages);
        let demand = |pool: &Held, usage: &Usage| usage.demand.min(pool.slots);
        let idle = pools().all(|(pool, usage)| usage.demand == 0 && pool.stated == 0);
        if idle && self.is_empty() {
            return None;
        }
        let Some(spoke) = self.spoke else { return Some(now) };
        // More than it said it could use, unless it waits for slots already; or something that others wait for.
        let urgent = pools().any(|(pool, usage)| {
            let demand = demand(pool, usage);
            let wants = demand > pool.held() && pool.stated <= pool.held() && demand > pool.stated;
            let asked = pool.excess(u32::MAX) > 0 && pool.returnable(usage) > 0;
            wants || asked
        });
        Some(if urgent || self.called { now } else { spoke + terms.renewal })
    }

    /// What it says now. The run of the server is added by whoever sends it.
    pub(crate) fn state(
        &mut self,
        usages: &[Usage],
        transit: u64,
        goodbye: bool,
        terms: &Terms,
        now: u64,
    ) -> Statement {
        // By the clock as well: to the store it is the same process if this meter was forgotten meanwhile and is known anew.
        self.number = now.max(self.number + 1);
        self.left |= goodbye;
        (self.sent, self.spoke, self.called) = (Some(now), Some(now), false);
        let pools = self.pools.iter_mut().zip(usages);
        Statement {
            from: self.id,
            number: self.number,
            run: 0,
            epoch: self.epoch,
            seen: self.seen,
            // Both ticks are rounded down.
            elapsed: now.saturating_sub(self.heard + 1),
            stale: now >= self.lease_end + terms.grace,
            goodbye,
            transit,
            pools: pools.map(|(pool, usage)| pool.state(usage, terms, goodbye, now)).collect(),
        }
    }

    /// Whether it waits for a response.
    #[cfg(test)]
    pub(crate) fn waits(&self) -> bool {
        self.sent.is_some()
    }

    /// No response has come in time.
    pub(crate) fn give_up(&mut self) {
        self.sent = None;
    }

    /// A response has come. Returns whether it was that to the last statement, and of use. One that comes after its lease is not:
    /// the store may have given the slots to others, and may have responded to a copy of the statement as to a new process's.
    pub(crate) fn hear(&mut self, response: &Response, usages: &[Usage], terms: &Terms, now: u64) -> bool {
        let Some(sent) = self.sent.take_if(|_| response.number == self.number) else { return false };
        if now >= sent + terms.own_lease() {
            return false;
        }
        (self.epoch, self.seen, self.heard) = (response.epoch, response.now, now);
        self.processes = response.processes;
        let pools = self.pools.iter_mut();
        if response.pools.is_empty() {
            self.id.life += 1;
            (self.lease_end, self.called) = (0, true);
            pools.zip(usages).for_each(|(pool, usage)| pool.begin_anew(usage));
        } else {
            self.lease_end = self.lease_end.max(sent + terms.own_lease());
            pools.zip(&response.pools).for_each(|(pool, response)| pool.hear(response, now));
        }
        true
    }
}
