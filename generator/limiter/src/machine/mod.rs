//! The rules of one key, as a pure state machine.
//!
//! Nothing here reads a clock, waits or locks: time is passed in as ticks of [`TICK`](crate::clock::TICK). A slot's
//! *anchor* is the latest instant at which the server can have counted its request: the arrival of the response, or under
//! a cap the transit time after the sending, if that is sooner. A limit's *span* is its window and the safety margin. The
//! invariant: of a limit of `n` requests, no slot is granted while `n` slots of it are held, and a slot is held from its
//! grant until one span after its anchor. The crate's front page proves that no window then sees more than `n`.

mod slot_log;
mod rules;
mod ready;
mod demand;
mod limit_estimate;
mod throttle_state;

pub(crate) use demand::Demand;
pub(crate) use ready::Ready;
use ready::ready_at;
pub(crate) use rules::{Anchoring, Rules};
use slot_log::SlotLog;
use throttle_state::ThrottleState;

use crate::clock::ticks_ceil;
use crate::limit::Limit;
use crate::observe::LimitState;
use crate::outcome::Outcome;

/// A request in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sent {
    /// The tick at which it was sent.
    pub(crate) at: u64,
    /// The latest tick at which the server can count it.
    pub(crate) latest: u64,
}

/// The slots of one (credential, endpoint).
#[derive(Debug)]
pub(crate) struct Machine {
    limits: &'static [Limit],
    /// The slots in use whose anchor is known, or under a cap at least bounded.
    pub(crate) log: SlotLog,
    /// Boxed, because most keys have neither pacing nor 429s, and a key is to stay small.
    rare: Option<Box<RareState>>,
    /// The span of the longest window, in ticks.
    longest_span: u32,
    /// The longest time, in ticks, from the sending of a request until the server counts it.
    transit: u32,
    /// Slots in use without an entry in the log: permits, and requests in flight if only the response anchors them. Each of
    /// them takes a slot of every limit.
    open: u32,
    /// Granted slots that are not started.
    permits: u32,
}

/// Pacing and 429s.
#[derive(Debug, Default)]
struct RareState {
    /// The tick at which the next request is due by the pacing.
    due: u64,
    /// How many 429s were reported.
    throttles: u32,
    /// What was learned from 429s.
    throttle: Option<ThrottleState>,
}

impl Machine {
    /// A key that was never used.
    pub(crate) fn new(limits: &'static [Limit], transit: Option<u32>, rules: &Rules) -> Self {
        let longest_span = limits.iter().map(|limit| rules.span(limit)).max().unwrap_or(0);
        let transit = transit.unwrap_or(rules.transit);
        Self { limits, log: SlotLog::default(), rare: None, longest_span, transit, open: 0, permits: 0 }
    }

    /// What was learned from 429s; `None` before the first.
    fn throttle(&self) -> Option<&ThrottleState> {
        self.rare.as_ref()?.throttle.as_ref()
    }

    /// The tick at which the next request is due by the pacing; zero without one.
    fn due(&self) -> u64 {
        self.rare.as_ref().map_or(0, |rare| rare.due)
    }

    /// Whether there is a free slot of every limit, and if not, when. May probe for more of a limit that was reduced
    /// after 429s, if it is time.
    pub(crate) fn ready(&mut self, now: u64, rules: &Rules) -> Ready {
        self.ready_for(Demand::ONE, now, rules)
    }

    /// The same for so many slots of every limit at once.
    #[inline]
    pub(crate) fn ready_for(&mut self, demand: Demand, now: u64, rules: &Rules) -> Ready {
        self.log.forget(self.longest_span, now);
        let mut ready = ready_at(self.not_before(rules), now);
        for index in 0..self.limits.len() {
            let mut limit = self.limit_ready(index, demand, now, rules);
            if limit != Ready::Now && self.probe(index, now) {
                limit = self.limit_ready(index, demand, now, rules);
            }
            ready = ready.and(limit);
        }
        ready
    }

    /// Whether there is a free slot whatever the time: no limit could be full even if no slot had come free since the log
    /// last forgot its old entries. Saves a reading of the clock.
    pub(crate) fn has_plenty(&self, rules: &Rules) -> bool {
        let held = self.open + self.log.len();
        let timeless = self.throttle().is_none() && rules.pacing.is_none() && !rules.exhausted;
        timeless && self.limits.iter().all(|limit| held < limit.requests())
    }

    /// Whether limit number `index` has the slots that are asked for. Of its `n` slots, `open` are taken, and all but one
    /// of those asked for, which leaves the rest for the log: one more is free once the entry that far from the newest is
    /// a span old.
    #[inline]
    fn limit_ready(&self, index: usize, demand: Demand, now: u64, rules: &Rules) -> Ready {
        let effective = self.effective(index);
        let more = demand.beyond_one(effective);
        let Some(left) = effective.checked_sub(self.open + more).filter(|&left| left > 0) else {
            return Ready::OnEvent;
        };
        let Some(oldest) = self.log.len().checked_sub(left) else { return Ready::Now };
        ready_at(self.log.get(oldest, now) + u64::from(rules.span(&self.limits[index])), now)
    }

    /// The tick before which nothing is granted whatever slots are free: after a 429, by the pacing, at a cold start.
    fn not_before(&self, rules: &Rules) -> u64 {
        let pause = self.throttle().map_or(0, ThrottleState::paused_until);
        let paced = match rules.pacing {
            Some(_) => self.due().saturating_sub(rules.gap(self.limits) * rules.burst_ahead()),
            None => 0,
        };
        let cold = if rules.exhausted { u64::from(self.longest_span) + u64::from(self.transit) } else { 0 };
        pause.max(paced).max(cold)
    }

    /// Takes a slot of every limit, as an open one. Only after [`Machine::ready`] said [`Ready::Now`].
    pub(crate) fn grant(&mut self, now: u64, rules: &Rules) {
        self.open += 1;
        self.permits += 1;
        if rules.pacing.is_some() {
            let rare = self.rare.get_or_insert_default();
            rare.due = rare.due.max(now) + rules.gap(self.limits);
        }
    }

    /// A granted slot is given back unused.
    pub(crate) fn refund(&mut self, rules: &Rules) {
        self.open -= 1;
        self.permits -= 1;
        if let Some(rare) = &mut self.rare {
            rare.due = rare.due.saturating_sub(rules.gap(self.limits));
        }
    }

    /// How many granted slots are not started.
    pub(crate) fn permits(&self) -> u32 {
        self.permits
    }

    /// A request is about to be sent. The server counts it within `transit`, or within the key's own transit time.
    pub(crate) fn start(&mut self, transit: Option<u32>, now: u64, rules: &Rules) -> Sent {
        self.permits -= 1;
        let latest = now + u64::from(transit.unwrap_or(self.transit));
        if rules.anchoring == Anchoring::Capped {
            // The anchor is bounded from now on, so the slot moves from the open ones to the log.
            self.open -= 1;
            self.log.forget(self.longest_span, now);
            self.log.insert(latest, self.log_capacity(), now);
        }
        Sent { at: now, latest }
    }

    /// The last byte of the request was written: the server counts it within the key's own transit time from now.
    pub(crate) fn written(&mut self, sent: &mut Sent, now: u64, rules: &Rules) {
        *sent = self.written_within(*sent, self.transit, now, rules);
    }

    /// The same for a request that the server counts within `transit` from now.
    pub(crate) fn written_within(&mut self, sent: Sent, transit: u32, now: u64, rules: &Rules) -> Sent {
        let latest = now + u64::from(transit);
        if rules.anchoring == Anchoring::Capped {
            self.log.forget(self.longest_span, now);
            self.log.remove(sent.latest, now);
            self.log.insert(latest, self.log_capacity(), now);
        }
        Sent { latest, ..sent }
    }

    /// The request has ended.
    pub(crate) fn finish(&mut self, sent: Sent, outcome: Outcome, now: u64, rules: &Rules) {
        match outcome {
            Outcome::Responded => self.responded(sent, now, rules),
            Outcome::NotSent => self.not_sent(sent, now, rules),
            Outcome::Throttled { after } => {
                // At most a day, whatever the server says.
                let after = after.map(|after| ticks_ceil(after.min(Limit::LONGEST)));
                self.throttled(sent, after, now, rules);
            }
            Outcome::Unknown => self.unknown(sent, now, rules),
        }
    }

    /// The response has arrived: the server has counted the request.
    fn responded(&mut self, sent: Sent, now: u64, rules: &Rules) {
        self.anchor(sent, now, rules);
        if let Some(throttle) = self.rare.as_mut().and_then(|rare| rare.throttle.as_mut()) {
            throttle.responded(sent.at);
        }
    }

    /// The request was not sent: its slot is free again.
    fn not_sent(&mut self, sent: Sent, now: u64, rules: &Rules) {
        match rules.anchoring {
            Anchoring::Response => self.open -= 1,
            Anchoring::Capped => {
                self.log.forget(self.longest_span, now);
                self.log.remove(sent.latest, now);
            }
        }
    }

    /// Nobody will learn when the request was counted, or whether.
    fn unknown(&mut self, sent: Sent, now: u64, rules: &Rules) {
        // Under a cap the log holds the latest possible anchor already.
        if rules.anchoring == Anchoring::Response {
            self.open -= 1;
            self.log.forget(self.longest_span, now);
            self.log.insert(sent.latest.max(now), self.log_capacity(), now);
        }
    }

    /// The server refused the request with a 429. Its slot is held all the same, because some servers count what they
    /// refuse.
    fn throttled(&mut self, sent: Sent, after: Option<u64>, now: u64, rules: &Rules) {
        self.anchor(sent, now, rules);
        let limits = self.limits;
        if limits.is_empty() {
            return;
        }
        // Taken out, so that `self.used` can be asked while it changes.
        let mut rare = self.rare.take().unwrap_or_default();
        rare.throttles = rare.throttles.saturating_add(1);
        let throttle = rare.throttle.get_or_insert_with(|| ThrottleState::new(limits));
        throttle.throttled(|index| self.used(index, now, rules), sent.at, after, now);
        self.rare = Some(rare);
    }

    /// Anchors a request in flight at `now`, unless its cap has passed already.
    pub(crate) fn anchor(&mut self, sent: Sent, now: u64, rules: &Rules) {
        self.log.forget(self.longest_span, now);
        match rules.anchoring {
            Anchoring::Response => {
                self.open -= 1;
                self.log.insert(now, self.log_capacity(), now);
            }
            Anchoring::Capped => {
                if sent.latest > now {
                    self.log.bring_forward(sent.latest, now, now);
                }
            }
        }
    }

    /// How many entries the log can hold: no more than the longest window may see.
    fn log_capacity(&self) -> u32 {
        let longest = self.limits.iter().max_by_key(|limit| limit.ticks());
        longest.map_or(0, Limit::requests)
    }

    /// Probes for more of limit number `index`, if 429s reduced it and it is time. Returns whether it did.
    fn probe(&mut self, index: usize, now: u64) -> bool {
        let throttle = self.rare.as_mut().and_then(|rare| rare.throttle.as_mut());
        throttle.is_some_and(|throttle| throttle.probe(index, now))
    }

    /// The limits as declared.
    pub(crate) fn limits(&self) -> &'static [Limit] {
        self.limits
    }

    /// How many requests limit number `index` allows now, after what was learned from 429s.
    pub(crate) fn effective(&self, index: usize) -> u32 {
        self.throttle().map_or(self.limits[index].requests(), |throttle| throttle.effective(index))
    }

    /// How many slots of limit number `index` are in use.
    pub(crate) fn used(&self, index: usize, now: u64, rules: &Rules) -> u32 {
        self.open + self.log.seen(rules.span(&self.limits[index]), now)
    }

    /// The state of each limit, as users see it.
    pub(crate) fn limit_states(&self, now: u64, rules: &Rules) -> Vec<LimitState> {
        let state = |(index, &limit)| {
            let (effective, used) = (self.effective(index), self.used(index, now, rules));
            LimitState { limit, effective, used, free: effective.saturating_sub(used) }
        };
        self.limits.iter().enumerate().map(state).collect()
    }

    /// How many 429s were reported.
    pub(crate) fn throttles(&self) -> u32 {
        self.rare.as_ref().map_or(0, |rare| rare.throttles)
    }

    /// Until when a 429 has stopped this key, if it still does.
    pub(crate) fn paused_until(&self, now: u64) -> Option<u64> {
        self.throttle().map(ThrottleState::paused_until).filter(|&until| until > now)
    }

    /// The earliest tick at which a caller with `before` others before it can get a slot: exact if all responses arrive
    /// at once, and never too late.
    pub(crate) fn turn(&mut self, before: u32, now: u64, rules: &Rules) -> u64 {
        self.turn_after(|_| before, 1, now, rules).max(self.paced_turn(before, now, rules))
    }

    /// The same for a call of this weight, if so many slots are taken before it of a limit that allows a given number.
    pub(crate) fn turn_after(
        &mut self,
        before: impl Fn(u32) -> u32,
        weight: u32,
        now: u64,
        rules: &Rules,
    ) -> u64 {
        self.log.forget(self.longest_span, now);
        let limits = (0..self.limits.len()).map(|index| {
            let effective = self.effective(index);
            self.limit_turn(index, before(effective) + weight.clamp(1, effective) - 1, now, rules)
        });
        now.max(self.not_before(rules)).max(limits.max().unwrap_or(0))
    }

    /// The span of the longest window, in ticks; zero without one.
    pub(crate) fn longest_span(&self) -> u32 {
        self.longest_span
    }

    /// A tick before which no caller with `before` others before it gets a slot, whenever it comes, as long as nothing
    /// else happens to the key. As time passes turns only get later, except when it becomes time to probe for more.
    pub(crate) fn turn_at_least(&mut self, before: u32, now: u64, rules: &Rules) -> u64 {
        let turn = self.turn(before, now, rules);
        let probe = self.throttle().and_then(ThrottleState::next_probe);
        probe.map_or(turn, |probe| turn.min(probe))
    }

    /// The turn by the pacing alone.
    fn paced_turn(&self, before: u32, now: u64, rules: &Rules) -> u64 {
        let gap = rules.gap(self.limits);
        (self.due().max(now) + u64::from(before) * gap).saturating_sub(rules.burst_ahead() * gap)
    }

    /// The turn by limit number `index` alone. Its slots come free in this order: those free now, those in the log, those
    /// open; after that each turn is a span later than the one before it in the same slot.
    fn limit_turn(&self, index: usize, before: u32, now: u64, rules: &Rules) -> u64 {
        let slots = self.effective(index);
        let span = u64::from(rules.span(&self.limits[index]));
        let round = u64::from(before / slots) * span;
        let held = self.open + self.log.len();
        // If more are held than there are slots (a limit was reduced, or the log reaches back further than this window),
        // the oldest entries do not matter.
        let entry = i64::from(before % slots) - (i64::from(slots) - i64::from(held));
        let free = match u32::try_from(entry) {
            // Negative: there are more free slots than callers before this one.
            Err(_) => now,
            Ok(entry) if entry < self.log.len() => (self.log.get(entry, now).min(now) + span).max(now),
            // An open slot, which comes free a span after its response: now, at the earliest.
            Ok(_) => now + span,
        };
        free + round
    }

    /// A request that was sent at this tick, without a transit time of its own.
    #[cfg(test)]
    pub(crate) fn sent(&self, at: u64) -> Sent {
        Sent { at, latest: at + u64::from(self.transit) }
    }

    /// Whether nobody could tell if this key was removed.
    pub(crate) fn is_idle(&mut self, now: u64, rules: &Rules) -> bool {
        self.log.forget(self.longest_span, now);
        self.open == 0
            && self.log.is_empty()
            && (rules.pacing.is_none() || self.due() <= now)
            && self.throttle().is_none_or(|throttle| throttle.is_stale(now))
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod stray_throttles;
#[cfg(test)]
mod tests;
