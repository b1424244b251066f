//! One bucket, as those count in it who share it.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::id::Rank;
#[cfg(feature = "redis")]
use super::share::{Share, Used, Waiting};
use crate::bucket::Scope;
use crate::clock::{TICKS_PER_SECOND, ticks_ceil};
#[cfg(feature = "redis")]
use crate::lease::{Response, Statement};
use crate::limit::Limit;
#[cfg(feature = "redis")]
use crate::machine::Anchoring;
use crate::machine::{Demand, Machine, Ready, Rules, Sent};
use crate::outcome::Outcome;

/// How long a meter without windows pauses after a 429 that says nothing of it: a second, in ticks.
const PAUSE: u64 = TICKS_PER_SECOND;

/// What a response says of a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// The name of the bucket.
    pub(crate) bucket: &'static str,
    /// How many requests the server still allows, and in how many ticks that number is renewed.
    pub(crate) left: Option<(u32, u64)>,
    /// How much the request weighed.
    pub(crate) weight: Option<u32>,
}

/// How a request ended, and what its response said of buckets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End<'a> {
    pub(crate) sent: Sent,
    pub(crate) outcome: Outcome,
    pub(crate) reports: &'a [Report],
}

/// What the server said last.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// How many requests may still be granted.
    left: u32,
    /// Until when that holds.
    until: u64,
    /// When the request was sent whose response said so.
    as_of: u64,
}

/// The state of one bucket.
pub(crate) struct Meter {
    pub(super) name: &'static str,
    pub(super) scope: Scope,
    /// Its windows.
    machine: Machine,
    concurrency: Option<u32>,
    /// Permits and requests whose end is not known.
    running: u32,
    /// The ticks until which requests may be running whose end nobody will learn.
    lingering: BinaryHeap<Reverse<u64>>,
    /// The weight of all permits and requests in flight.
    outstanding: u32,
    told: Option<Told>,
    /// Until when a 429 holds up a meter without windows.
    paused_until: u64,
    /// The lanes that count in it and have a caller in line, in the order of those callers.
    pub(super) line: BTreeSet<Rank>,
    /// How many lanes count in it.
    pub(super) lanes: u32,
    /// The tick at which it is to be looked at again.
    pub(super) due: Option<u64>,
    /// What it may use, if other processes count in it too.
    #[cfg(feature = "redis")]
    pub(super) share: Option<Box<Share>>,
}

impl Meter {
    pub(super) fn new(
        name: &'static str,
        scope: Scope,
        limits: &'static [Limit],
        concurrency: Option<u32>,
        rules: &Rules,
    ) -> Self {
        Self {
            name,
            scope,
            machine: Machine::new(limits, None, rules),
            concurrency,
            running: 0,
            lingering: BinaryHeap::new(),
            outstanding: 0,
            told: None,
            paused_until: 0,
            line: BTreeSet::new(),
            lanes: 0,
            due: None,
            #[cfg(feature = "redis")]
            share: None,
        }
    }

    /// Who comes next in line after this rank; the first of all without one.
    pub(super) fn next_in_line(&self, after: Option<Rank>) -> Option<Rank> {
        match after {
            None => self.line.first().copied(),
            Some(Rank { order, lane }) => self.line.range(Rank { order, lane: lane + 1 }..).next().copied(),
        }
    }

    /// Whether there is room for a request, and if not, when. Room is kept for so many other callers; what they weigh is
    /// part of the demand.
    pub(super) fn ready(&mut self, demand: Demand, kept_for: u32, now: u64, rules: &Rules) -> Ready {
        let windows = match self.machine.limits() {
            [] => Ready::Now,
            _ => self.machine.ready_for(demand, now, rules),
        };
        #[cfg(feature = "redis")]
        let windows = windows.and(self.share_ready(demand, kept_for, now, rules));
        windows
            .and(self.concurrency_ready(kept_for, now))
            .and(self.told_ready(demand, now))
            .and(if self.paused_until > now { Ready::At(self.paused_until) } else { Ready::Now })
    }

    fn concurrency_ready(&mut self, kept_for: u32, now: u64) -> Ready {
        let Some(most) = self.concurrency else { return Ready::Now };
        while self.lingering.peek().is_some_and(|&Reverse(until)| until <= now) {
            self.lingering.pop();
        }
        let lingering = u32::try_from(self.lingering.len()).unwrap_or(u32::MAX);
        if self.running.saturating_add(lingering).saturating_add(kept_for) < most {
            return Ready::Now;
        }
        match self.lingering.peek() {
            // If nobody else can end, the first that is forgotten makes room.
            Some(&Reverse(until)) if kept_for == 0 => Ready::At(until),
            _ => Ready::OnEvent,
        }
    }

    fn told_ready(&mut self, demand: Demand, now: u64) -> Ready {
        match self.told {
            Some(told) if told.until <= now => self.told = None,
            Some(told) if told.left < demand.weight.saturating_add(demand.kept) => {
                return Ready::At(told.until);
            }
            _ => {}
        }
        Ready::Now
    }

    /// How many slots of the windows a request of this weight takes.
    fn slots(&self, weight: u32) -> u32 {
        if self.machine.limits().is_empty() { 0 } else { weight }
    }

    /// A caller takes the room of its request. Only after [`Meter::ready`] said [`Ready::Now`].
    pub(super) fn grant(&mut self, weight: u32, now: u64, rules: &Rules) {
        (0..self.slots(weight)).for_each(|_| self.machine.grant(now, rules));
        self.running += 1;
        self.outstanding += weight;
        if let Some(told) = &mut self.told {
            told.left = told.left.saturating_sub(weight);
        }
    }

    /// A permit is given back unused.
    pub(super) fn refund(&mut self, weight: u32, rules: &Rules) {
        (0..self.slots(weight)).for_each(|_| self.machine.refund(rules));
        self.running -= 1;
        self.outstanding -= weight;
        if let Some(told) = &mut self.told {
            told.left = told.left.saturating_add(weight);
        }
    }

    /// A request is about to be sent. The server counts it within `transit` ticks.
    pub(super) fn start(&mut self, weight: u32, transit: u32, now: u64, rules: &Rules) {
        #[cfg(feature = "redis")]
        if let Some(share) = &mut self.share {
            share.transit = share.transit.max(transit.into());
        }
        for _ in 0..self.slots(weight) {
            self.machine.start(Some(transit), now, rules);
        }
    }

    /// The last byte of a request was written: the server counts it within `transit` from now.
    pub(super) fn written(&mut self, weight: u32, sent: Sent, transit: u32, now: u64, rules: &Rules) {
        for _ in 0..self.slots(weight) {
            #[cfg(feature = "redis")]
            if self.is_settled(sent, now) && rules.anchoring == Anchoring::Capped {
                self.machine.grant(now, rules);
                self.machine.start(Some(transit), now, rules);
                continue;
            }
            self.machine.written_within(sent, transit, now, rules);
        }
    }

    /// A request has ended. A 429 is told only of the meter that is blamed for it.
    pub(super) fn finish(&mut self, weight: u32, end: End<'_>, blamed: bool, now: u64, rules: &Rules) {
        #[cfg(feature = "redis")]
        let end = match end.outcome {
            Outcome::NotSent if self.is_settled(end.sent, now) => End { outcome: Outcome::Unknown, ..end },
            _ => end,
        };
        let End { sent, outcome, reports } = end;
        self.running -= 1;
        self.outstanding -= weight;
        if outcome == Outcome::Unknown && self.concurrency.is_some() && sent.latest > now {
            self.lingering.push(Reverse(sent.latest));
        }
        let report = reports.iter().find(|report| report.bucket == self.name);
        if let Some((left, after)) = report.and_then(|report| report.left) {
            self.tell(left, after, sent.at, now);
        }
        // Of a request that was lost nobody knows more than was declared.
        let told = report.and_then(|report| report.weight).filter(|_| outcome != Outcome::Unknown);
        match (outcome, self.machine.limits()) {
            (Outcome::Throttled { after }, []) if blamed => {
                let after = after.map_or(PAUSE, |after| ticks_ceil(after.min(Limit::LONGEST)));
                self.paused_until = self.paused_until.max(now + after);
            }
            (_, []) => {}
            _ => self.count(weight, told.unwrap_or(weight), end, blamed, now, rules),
        }
    }

    /// What the windows hold of a request that has ended: as much as it weighed, and not what was assumed before.
    fn count(&mut self, assumed: u32, actual: u32, end: End<'_>, blamed: bool, now: u64, rules: &Rules) {
        let End { sent, outcome, .. } = end;
        let refused = matches!(outcome, Outcome::Throttled { .. });
        for slot in 0..assumed {
            match slot {
                _ if slot >= actual => self.machine.finish(sent, Outcome::NotSent, now, rules),
                0 if !refused || blamed => self.machine.finish(sent, outcome, now, rules),
                _ if refused => self.machine.anchor(sent, now, rules),
                _ => self.machine.finish(sent, outcome, now, rules),
            }
        }
        // No limit can hold more than it allows, and a mistaken number must not take all memory.
        let most = self.machine.limits().iter().map(Limit::requests).max().unwrap_or(0);
        for _ in assumed..actual.min(most.max(assumed)) {
            self.machine.grant(now, rules);
            let more = self.machine.start(None, now, rules);
            self.machine.anchor(more, now, rules);
        }
    }

    /// The server says that it allows `left` more requests until `after` ticks from now. What it has not seen yet comes off.
    /// It cannot raise what the windows allow.
    fn tell(&mut self, left: u32, after: u64, as_of: u64, now: u64) {
        let longest = match self.machine.longest_span() {
            0 => ticks_ceil(Limit::LONGEST),
            span => u64::from(span),
        };
        let until = now + after.min(longest);
        let mut left = left.saturating_sub(self.outstanding);
        if let Some(known) = self.told.filter(|known| known.until > now) {
            // A request that was sent earlier and is heard of later knows less than what is known already.
            if known.as_of > as_of {
                left = left.min(known.left);
            }
        }
        let as_of = self.told.map_or(as_of, |known| known.as_of.max(as_of));
        self.told = Some(Told { left, until, as_of });
    }

    /// The window that a 429 is most likely about, if any is used to a good part: its length in ticks.
    pub(super) fn window_near(&self, now: u64, rules: &Rules) -> Option<u64> {
        let near = |&index: &usize| {
            2 * u64::from(self.machine.used(index, now, rules)) >= u64::from(self.machine.effective(index))
        };
        let windows = (0..self.machine.limits().len()).filter(near);
        let window = windows.map(|index| u64::from(self.machine.limits()[index].ticks())).min();
        let full = self.concurrency.filter(|&most| 2 * u64::from(self.running) >= u64::from(most));
        window.or(full.map(|_| u64::MAX))
    }

    /// The earliest tick at which a request of this weight can have its room, if so many slots are taken before it of a limit
    /// that allows a given number.
    pub(super) fn turn(&mut self, before: impl Fn(u32) -> u32, weight: u32, now: u64, rules: &Rules) -> u64 {
        let windows = match self.machine.limits() {
            [] => now,
            _ => self.machine.turn_after(before, weight, now, rules),
        };
        match self.told_ready(Demand { weight, kept: 0 }, now) {
            Ready::At(until) => windows.max(until),
            _ => windows,
        }
        .max(self.paused_until)
    }

    /// The span of its longest window, in ticks.
    pub(super) fn longest_span(&self) -> u64 {
        self.machine.longest_span().into()
    }

    /// Whether nobody could tell if it was removed.
    pub(super) fn is_idle(&mut self, now: u64, rules: &Rules) -> bool {
        self.running == 0
            && self.lanes == 0
            && self.paused_until <= now
            && self.told.is_none_or(|told| told.until <= now)
            && self.lingering.iter().all(|&Reverse(until)| until <= now)
            && self.machine.is_idle(now, rules)
            && !self.is_shared_still()
    }

    /// Whether the store knows of slots that it holds.
    #[cfg(feature = "redis")]
    fn is_shared_still(&self) -> bool {
        self.share.as_ref().is_some_and(|share| !share.holding.is_empty())
    }

    /// Nothing is shared without a store.
    #[cfg(not(feature = "redis"))]
    const fn is_shared_still(&self) -> bool {
        false
    }

    /// Its windows.
    pub(super) fn machine(&self) -> &Machine {
        &self.machine
    }

    /// How many requests there may be at the same time, and how many there are.
    pub(super) fn concurrency(&self, now: u64) -> (Option<u32>, u32) {
        let lingering = self.lingering.iter().filter(|&&Reverse(until)| until > now).count();
        (self.concurrency, self.running.saturating_add(u32::try_from(lingering).unwrap_or(u32::MAX)))
    }

    /// How many requests the server said it still allows, and until when that holds.
    pub(super) fn told(&self, now: u64) -> Option<(u32, u64)> {
        self.told.filter(|told| told.until > now).map(|told| (told.left, told.until))
    }

    /// Until when a 429 has stopped it, if it still does.
    pub(super) fn paused_until(&self, now: u64) -> Option<u64> {
        let own = (self.paused_until > now).then_some(self.paused_until);
        own.max(self.machine.paused_until(now))
    }

    /// Whether the slots that it holds have room for a request.
    #[cfg(feature = "redis")]
    fn share_ready(&mut self, demand: Demand, kept_for: u32, now: u64, rules: &Rules) -> Ready {
        let ready = |share: &mut Share, used: &Used<'_>| share.ready(demand, kept_for, used, now);
        self.with_share(rules, ready).unwrap_or(Ready::Now)
    }

    /// Whether the slot of a request counts as used whatever becomes of it, because other processes may reckon with that.
    #[cfg(feature = "redis")]
    fn is_settled(&self, sent: Sent, now: u64) -> bool {
        self.share.is_some() && sent.latest <= now
    }

    /// What it has to say to the store, if anything.
    #[cfg(feature = "redis")]
    pub(super) fn speak(
        &mut self,
        waiting: &Waiting,
        goodbye: bool,
        now: u64,
        rules: &Rules,
    ) -> Option<Statement> {
        self.with_share(rules, |share, used| share.look(used, waiting, goodbye, now))?
    }

    /// The store has responded, or has not. Returns when it is to be looked at next.
    #[cfg(feature = "redis")]
    pub(super) fn hear(&mut self, response: Option<&Response>, now: u64, rules: &Rules) -> Option<u64> {
        self.with_share(rules, |share, used| share.hear(response, used, now))
    }

    #[cfg(feature = "redis")]
    fn with_share<T>(&mut self, rules: &Rules, act: impl FnOnce(&mut Share, &Used<'_>) -> T) -> Option<T> {
        let Self { share, machine, running, lingering, .. } = self;
        let lingering = lingering.iter().map(|&Reverse(until)| until).collect();
        Some(act(share.as_mut()?, &Used { machine, rules, running: *running, lingering }))
    }
}
