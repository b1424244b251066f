//! The heart of the limiter: one key's slots, as a pure state machine.
//!
//! Nothing here reads a clock, waits or locks: time comes in as ticks. What holds after every call: for each
//! limit of `n` requests, no grant is ever given while `n` slots of it are held, and a slot is held from its
//! grant until its span after its anchor. The proof that no window then sees more than `n` is in the
//! documentation of [`super`].

mod ring;
mod rules;
mod trouble;

use ring::Ring;
pub(crate) use rules::{Anchoring, Rules};
use trouble::Trouble;

use super::limit::Limit;

/// Whether a key can give a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ready {
    /// At once.
    Now,
    /// Not before this tick, unless a request on its way ends sooner.
    At(u64),
    /// When a request on its way ends; no instant is known.
    OnEvent,
}

impl Ready {
    /// The later of the two: all limits must agree.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::OnEvent, _) | (_, Self::OnEvent) => Self::OnEvent,
            (Self::At(a), Self::At(b)) => Self::At(a.max(b)),
            (Self::At(a), Self::Now) | (Self::Now, Self::At(a)) => Self::At(a),
            (Self::Now, Self::Now) => Self::Now,
        }
    }
}

/// The slots of one (credential, endpoint).
#[derive(Debug)]
pub(crate) struct Machine {
    limits: &'static [Limit],
    ring: Ring,
    /// When the next request is due by the pace, if there is one.
    due: u64,
    /// What was learnt from 429s; `None` for nearly every key.
    trouble: Option<Box<Trouble>>,
    /// The span of the longest window.
    longest: u32,
    /// The longest time from sending to counting.
    transit: u32,
    /// Slots in use that have no entry in the log: permits not started, and, if only the response anchors,
    /// requests on their way.
    open: u32,
    /// How many 429s this key has seen.
    throttles: u32,
}

impl Machine {
    /// A key that nobody has used.
    pub(crate) fn new(limits: &'static [Limit], transit: Option<u32>, rules: &Rules) -> Self {
        let longest = limits.iter().map(|limit| rules.span(limit)).max().unwrap_or(0);
        Self {
            limits,
            ring: Ring::default(),
            due: 0,
            trouble: None,
            longest,
            transit: transit.unwrap_or(rules.transit),
            open: 0,
            throttles: 0,
        }
    }

    /// Whether a slot of every limit can be had, and if not, when. May raise a limit that 429s had lowered,
    /// by one, if its time has come.
    pub(crate) fn ready(&mut self, now: u64, rules: &Rules) -> Ready {
        self.ring.forget(self.longest, now);
        let mut ready = self.floor(now, rules);
        for index in 0..self.limits.len() {
            let mut limit = self.limit_ready(index, now, rules);
            if limit != Ready::Now && self.raise(index, now) {
                limit = self.limit_ready(index, now, rules);
            }
            ready = ready.and(limit);
        }
        ready
    }

    /// Whether a slot can be had whatever the time is: no limit could be full even if no slot had come free
    /// since the log was last cleared. Spares a look at the clock.
    pub(crate) fn has_plenty(&self, rules: &Rules) -> bool {
        let held = self.open + self.ring.len();
        let timeless = self.trouble.is_none() && rules.pace.is_none() && !rules.exhausted;
        timeless && self.limits.iter().all(|limit| held < limit.requests())
    }

    /// Whether limit number `index` has a free slot. Of its `n` slots, `open` are taken; so fewer than
    /// `n - open` of the log's entries may still be seen by its window, and the log is sorted.
    fn limit_ready(&self, index: usize, now: u64, rules: &Rules) -> Ready {
        let Some(seen) = self.effective(index).checked_sub(self.open).filter(|&left| left > 0) else {
            return Ready::OnEvent;
        };
        let Some(oldest) = self.ring.len().checked_sub(seen) else { return Ready::Now };
        at(self.ring.get(oldest, now) + u64::from(rules.span(&self.limits[index])), now)
    }

    /// What holds besides the limits: a pause, the pace, the cold start.
    fn floor(&self, now: u64, rules: &Rules) -> Ready {
        at(self.floor_tick(rules), now)
    }

    fn floor_tick(&self, rules: &Rules) -> u64 {
        let pause = self.trouble.as_ref().map_or(0, |trouble| trouble.paused_until());
        let pace = match rules.pace {
            Some(_) => self.due.saturating_sub(rules.gap(self.limits) * rules.burst_ahead()),
            None => 0,
        };
        let cold = if rules.exhausted { u64::from(self.longest) + u64::from(self.transit) } else { 0 };
        pause.max(pace).max(cold)
    }

    /// Takes a slot of every limit. Only after [`Machine::ready`] said [`Ready::Now`].
    pub(crate) fn grant(&mut self, now: u64, rules: &Rules) {
        self.open += 1;
        if rules.pace.is_some() {
            self.due = self.due.max(now) + rules.gap(self.limits);
        }
    }

    /// A granted slot that was never used comes back.
    pub(crate) fn refund(&mut self) {
        self.open -= 1;
    }

    /// A request is about to be sent.
    pub(crate) fn start(&mut self, now: u64, rules: &Rules) {
        if rules.anchoring == Anchoring::Capped {
            self.open -= 1;
            self.ring.forget(self.longest, now);
            self.ring.insert(self.latest(now), self.most(), now);
        }
    }

    /// The response to the request sent at `sent` has arrived: the server has counted it.
    pub(crate) fn answered(&mut self, sent: u64, now: u64, rules: &Rules) {
        self.anchor(sent, now, rules);
        if let Some(trouble) = &mut self.trouble {
            trouble.answered(sent);
        }
    }

    /// The request did not leave: its slot comes back.
    pub(crate) fn not_sent(&mut self, sent: u64, now: u64, rules: &Rules) {
        match rules.anchoring {
            Anchoring::Response => self.open -= 1,
            Anchoring::Capped => {
                self.ring.forget(self.longest, now);
                self.ring.remove(self.latest(sent), now);
            }
        }
    }

    /// Nobody will learn when the request was counted, or whether.
    pub(crate) fn unknown(&mut self, sent: u64, now: u64, rules: &Rules) {
        // Under a cap the log holds the latest possible anchor already.
        if rules.anchoring == Anchoring::Response {
            self.open -= 1;
            self.ring.forget(self.longest, now);
            self.ring.insert(self.latest(sent).max(now), self.most(), now);
        }
    }

    /// The server refused the request with a 429. Its slot is held all the same: some servers count what they
    /// refuse.
    pub(crate) fn throttled(&mut self, sent: u64, after: Option<u64>, now: u64, rules: &Rules) {
        self.anchor(sent, now, rules);
        self.throttles = self.throttles.saturating_add(1);
        let blamed = self.blame(now, rules);
        let Some(index) = blamed else { return };
        let used = self.used(index, now, rules);
        let limits = self.limits;
        let trouble = self.trouble.get_or_insert_with(|| Box::new(Trouble::new(limits)));
        trouble.throttled(index, used, sent, after, now);
    }

    /// The limit that is fuller than the others: the likeliest to have been hit.
    fn blame(&self, now: u64, rules: &Rules) -> Option<usize> {
        let fullness =
            |index: usize| (u64::from(self.used(index, now, rules)) << 32) / u64::from(self.effective(index));
        (0..self.limits.len()).rev().max_by_key(|&index| fullness(index))
    }

    /// Turns a request on its way into an anchor at `now`, unless its cap has passed already.
    fn anchor(&mut self, sent: u64, now: u64, rules: &Rules) {
        self.ring.forget(self.longest, now);
        match rules.anchoring {
            Anchoring::Response => {
                self.open -= 1;
                self.ring.insert(now, self.most(), now);
            }
            Anchoring::Capped => {
                let latest = self.latest(sent);
                if latest > now {
                    self.ring.bring_forward(latest, now, now);
                }
            }
        }
    }

    /// The latest instant at which the server can count what was sent at `sent`.
    fn latest(&self, sent: u64) -> u64 {
        sent + u64::from(self.transit)
    }

    /// How many entries the log can hold: no more than the longest window may see.
    fn most(&self) -> u32 {
        let longest = self.limits.iter().max_by_key(|limit| limit.ticks());
        longest.map_or(0, Limit::requests)
    }

    fn raise(&mut self, index: usize, now: u64) -> bool {
        self.trouble.as_mut().is_some_and(|trouble| trouble.raise(index, now))
    }

    /// The limits as declared.
    pub(crate) fn limits(&self) -> &'static [Limit] {
        self.limits
    }

    /// How many requests limit number `index` allows now, after what 429s have taught.
    pub(crate) fn effective(&self, index: usize) -> u32 {
        self.trouble.as_ref().map_or(self.limits[index].requests(), |trouble| trouble.effective(index))
    }

    /// How many slots of limit number `index` are in use.
    pub(crate) fn used(&self, index: usize, now: u64, rules: &Rules) -> u32 {
        self.open + self.ring.seen(rules.span(&self.limits[index]), now)
    }

    /// How many 429s this key has seen.
    pub(crate) fn throttles(&self) -> u32 {
        self.throttles
    }

    /// Until when a 429 has stopped this key, if it still does.
    pub(crate) fn paused_until(&self, now: u64) -> Option<u64> {
        self.trouble.as_ref().map(|trouble| trouble.paused_until()).filter(|&until| until > now)
    }

    /// The soonest tick at which the caller with so many others before it can have its turn: exact if all
    /// requests are answered at once, and never too late.
    pub(crate) fn turn(&mut self, before: u32, now: u64, rules: &Rules) -> u64 {
        self.ring.forget(self.longest, now);
        let paced = self.floor_tick(rules).max(self.paced_turn(before, now, rules));
        let limits = (0..self.limits.len()).map(|index| self.limit_turn(index, before, now, rules)).max();
        now.max(paced).max(limits.unwrap_or(0))
    }

    /// A tick before which no caller with so many others before it has its turn, however much time passes
    /// before it comes, as long as nothing else happens to the key. As time passes turns only get later, but
    /// for the tries for more after a 429.
    pub(crate) fn turn_at_least(&mut self, before: u32, now: u64, rules: &Rules) -> u64 {
        let turn = self.turn(before, now, rules);
        let raise = self.trouble.as_ref().and_then(|trouble| trouble.next_raise());
        raise.map_or(turn, |raise| turn.min(raise))
    }

    fn paced_turn(&self, before: u32, now: u64, rules: &Rules) -> u64 {
        let gap = rules.gap(self.limits);
        (self.due.max(now) + u64::from(before) * gap).saturating_sub(rules.burst_ahead() * gap)
    }

    /// The turn by limit number `index` alone. Its slots come free in this order: those free now, those in
    /// the log, those open; after that each turn is a span later than the one before it in the same slot.
    fn limit_turn(&self, index: usize, before: u32, now: u64, rules: &Rules) -> u64 {
        let slots = self.effective(index);
        let span = u64::from(rules.span(&self.limits[index]));
        let round = u64::from(before / slots) * span;
        let held = self.open + self.ring.len();
        // With more held than there are slots (a limit was lowered, or the log reaches back further than this
        // window), the oldest entries do not matter.
        let oldest = i64::from(before % slots) - (i64::from(slots) - i64::from(held));
        let free = match u32::try_from(oldest) {
            Err(_) => now,
            Ok(entry) if entry < self.ring.len() => (self.ring.get(entry, now).min(now) + span).max(now),
            Ok(_) => now + span,
        };
        free + round
    }

    /// Whether forgetting this key could not be noticed.
    pub(crate) fn idle(&mut self, now: u64, rules: &Rules) -> bool {
        self.ring.forget(self.longest, now);
        self.open == 0
            && self.ring.is_empty()
            && (rules.pace.is_none() || self.due <= now)
            && self.trouble.as_ref().is_none_or(|trouble| trouble.stale(now))
    }
}

fn at(tick: u64, now: u64) -> Ready {
    if tick > now { Ready::At(tick) } else { Ready::Now }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
