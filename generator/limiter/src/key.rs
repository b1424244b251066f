//! One key, which stands for an endpoint as one credential calls it: its state machine, and the queue of callers who wait
//! for it.
//!
//! Every operation changes both together and then serves the queue: free slots are offered to the callers in line, in
//! their order. An offer is not an assignment. A caller who is not polled must not cost others anything, so an offer that
//! is not taken within a short lapse while others wait is withdrawn, everybody in line is *alerted*, that is, woken, and
//! whoever is polled first takes the slot. Who is not polled leaves its line, but keeps its position, and
//! is served first once it is.
//!
//! Wakers are put into a [`WakeList`], also those that are only to be dropped: both can run foreign code, which must
//! wait until the key is unlocked.

use std::sync::atomic::Ordering;
use std::task::Waker;

use crate::config::Config;
use crate::endpoint_limits::EndpointLimits;
use crate::error::LimitError;
use crate::machine::{Machine, Ready, Rules};
use crate::priority::{Priority, QueuePosition};
use crate::queue::{Queue, Ticket, WaiterState};
use crate::timers::{TimerId, Timers};
use crate::wake_list::WakeList;

/// How long an offer stands while others wait, in ticks: five milliseconds.
pub(crate) const LAPSE: u64 = 50;

/// For so many callers in line an offer stands a tick longer, because to withdraw it means to wake them all.
const CALLERS_PER_TICK: u64 = 50;

/// How long an offer or an alert stands, in ticks, if so many callers are in line.
pub(crate) fn lapse(waiting: usize) -> u64 {
    LAPSE + waiting as u64 / CALLERS_PER_TICK
}

/// Who asks for a slot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Caller {
    pub(crate) endpoint: EndpointLimits,
    pub(crate) priority: Priority,
    /// Its position in the queue; `None` if it comes now for the first time.
    pub(crate) position: Option<QueuePosition>,
    /// The tick after which a slot is of no use.
    pub(crate) deadline: Option<u64>,
}

impl Caller {
    /// Its position in the queue. A position of another limiter may lie in the future; then it counts as now.
    pub(crate) fn position_at(&self, now: u64) -> QueuePosition {
        self.position.map_or(QueuePosition(now), |position| position.min(QueuePosition(now)))
    }
}

/// What a caller gets when it comes.
#[derive(Debug)]
pub(crate) enum Entry {
    Granted,
    /// It waits, since this tick. The timer, if there is one, has to be started.
    Queued(Ticket, u64, Option<TimerId>),
    Refused(LimitError),
}

/// What a caller in the queue gets when it is polled.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Polled {
    Granted,
    /// It waits on. The timer, if there is one, has to be started.
    Pending(Option<TimerId>),
    Closed,
}

/// What a timer does next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TimerStep {
    /// It serves the key again at this tick, or when it is woken.
    Sleep(u64),
    /// It waits to be woken.
    Park,
    /// It ends: nobody waits.
    End,
}

/// What a key needs while callers wait for it.
#[derive(Debug)]
pub(crate) struct Waiting<R> {
    pub(crate) queue: Queue,
    pub(crate) timers: Timers<R>,
    /// Until when everybody in line is alerted: whoever is polled may take a free slot. `None` if nobody is.
    alert_ends: Option<u64>,
    /// Since when at least one permit has been held at any time; `None` while there is none.
    held_since: Option<u64>,
}

impl<R> Default for Waiting<R> {
    fn default() -> Self {
        Self { queue: Queue::default(), timers: Timers::default(), alert_ends: None, held_since: None }
    }
}

/// One key. `R` names a runtime of tokio, and only `==` is used on it: each runtime in which a caller waits has a timer
/// of its own, as [`Timers`] says.
#[derive(Debug)]
pub(crate) struct Key<R> {
    pub(crate) machine: Machine,
    /// Made when a caller has to wait for the first time.
    pub(crate) waiting: Option<Box<Waiting<R>>>,
}

impl<R: Copy + PartialEq> Key<R> {
    /// A key that was never used.
    pub(crate) fn new(config: &Config, endpoint: &EndpointLimits) -> Self {
        // How long a request takes at most until the server counts it, where the endpoint says so itself.
        let transit = endpoint.max_transit.map(Rules::transit_ticks);
        Self { machine: Machine::new(endpoint.limits, transit, &config.rules), waiting: None }
    }

    /// Whether a caller stands in line. Who was offered a slot, or is asleep, does not.
    pub(crate) fn is_awaited(&self) -> bool {
        self.waiting.as_ref().is_some_and(|waiting| waiting.queue.waiting() > 0)
    }

    /// How many callers wait, in line or asleep: all who hold a ticket but those who were offered a slot.
    pub(crate) fn waiters(&self) -> usize {
        self.waiting.as_ref().map_or(0, |waiting| waiting.queue.tickets() - waiting.queue.offers())
    }

    /// How many permits are held and not started. The machine counts offers as permits; they are left out here.
    pub(crate) fn permits(&self) -> u32 {
        let offers = self.waiting.as_ref().map_or(0, |waiting| waiting.queue.offers());
        self.machine.permits().saturating_sub(offers as u32)
    }

    /// Since when permits have been held, if that is known.
    pub(crate) fn held_since(&self) -> Option<u64> {
        self.waiting.as_ref()?.held_since
    }

    /// Remembers since when permits have been held. It is of interest only where callers had to wait.
    pub(crate) fn note_permits(&mut self, now: u64) {
        let permits = self.machine.permits() as usize;
        if let Some(waiting) = &mut self.waiting {
            let held = permits > waiting.queue.offers();
            waiting.held_since = if held { waiting.held_since.or(Some(now)) } else { None };
        }
    }

    /// Whether a new caller may get a slot before those who wait: an offer is not taken, or everybody is alerted.
    pub(crate) fn may_overtake(&self) -> bool {
        self.waiting
            .as_ref()
            .is_some_and(|waiting| waiting.queue.offers() > 0 || waiting.alert_ends.is_some())
    }

    /// A caller comes: grants it a slot, lets it join the queue, or refuses it.
    pub(crate) fn enter(
        &mut self,
        config: &Config,
        caller: &Caller,
        waker: &Waker,
        runtime: R,
        now: u64,
        wakes: &mut WakeList,
    ) -> Entry {
        // A timer may be late; callers who wait already go first all the same.
        self.serve(config, now, wakes);
        if !self.is_awaited() && self.machine.ready(now, &config.rules) == Ready::Now {
            self.machine.grant(now, &config.rules);
            return Entry::Granted;
        }
        if let Some(deadline) = caller.deadline {
            let turn = self.turn(config, caller, now);
            if turn > deadline {
                return Entry::Refused(LimitError::DeadlineTooSoon { turn: config.clock.instant(turn) });
            }
        }
        if self.waiters() >= config.queue_bound {
            return Entry::Refused(LimitError::QueueFull);
        }
        let waiting = self.waiting.get_or_insert_default();
        let position = caller.position_at(now);
        let mut ticket =
            Some(waiting.queue.join(caller.priority, position, caller.position.is_some(), waker.clone()));
        if self.take_turn(config, &mut ticket, now, wakes) {
            return Entry::Granted;
        }
        let timer = self.waiting.as_mut().and_then(|waiting| waiting.timers.add(runtime));
        // Only a grant takes the ticket, so it is still there.
        ticket.map_or(Entry::Granted, |ticket| Entry::Queued(ticket, now, timer))
    }

    /// A caller in the queue is polled. Its ticket is taken away when its wait is over.
    pub(crate) fn poll(
        &mut self,
        config: &Config,
        ticket: &mut Option<Ticket>,
        waker: &Waker,
        runtime: R,
        now: u64,
        wakes: &mut WakeList,
    ) -> Polled {
        let (Some(waiting), Some(mine)) = (&mut self.waiting, &*ticket) else { return Polled::Closed };
        let state = waiting.queue.state(mine);
        if let WaiterState::Offered { .. } = state {
            wakes.discard(ticket.take().and_then(|mine| waiting.queue.remove(mine)));
            self.serve(config, now, wakes);
            return Polled::Granted;
        }
        if state == WaiterState::Closed || config.closed.load(Ordering::Acquire) {
            wakes.discard(ticket.take().and_then(|mine| waiting.queue.remove(mine)));
            return Polled::Closed;
        }
        // It shows that it is awake: it is no longer alerted, and if it was asleep, it is back in its line.
        wakes.discard(waiting.queue.renew(mine, waker));
        if self.take_turn(config, ticket, now, wakes) {
            return Polled::Granted;
        }
        Polled::Pending(self.waiting.as_mut().and_then(|waiting| waiting.timers.add(runtime)))
    }

    /// Grants a slot to a caller in line if it is next and there is a free one, then serves the queue.
    fn take_turn(
        &mut self,
        config: &Config,
        ticket: &mut Option<Ticket>,
        now: u64,
        wakes: &mut WakeList,
    ) -> bool {
        self.withdraw_offers(config, now, wakes);
        let (Some(waiting), Some(mine)) = (&mut self.waiting, &*ticket) else { return false };
        // While everybody is alerted, whoever is polled may take a free slot, next or not.
        let is_next = waiting.queue.is_next(mine)
            || (waiting.alert_ends.is_some() && waiting.queue.state(mine) == WaiterState::Alerted);
        let granted = is_next && self.machine.ready(now, &config.rules) == Ready::Now;
        if granted {
            self.machine.grant(now, &config.rules);
            wakes.discard(ticket.take().and_then(|mine| waiting.queue.remove(mine)));
        }
        self.serve(config, now, wakes);
        granted
    }

    /// A caller leaves the queue.
    pub(crate) fn leave(&mut self, config: &Config, ticket: Ticket, now: u64, wakes: &mut WakeList) {
        let Some(waiting) = self.waiting.as_mut() else { return };
        if let WaiterState::Offered { .. } = waiting.queue.state(&ticket) {
            self.machine.refund(&config.rules);
        }
        wakes.discard(waiting.queue.remove(ticket));
        self.serve(config, now, wakes);
    }

    /// The earliest tick at which a caller who came now could get a slot.
    pub(crate) fn turn(&mut self, config: &Config, caller: &Caller, now: u64) -> u64 {
        let (position, rules) = (caller.position_at(now), &config.rules);
        let Some(waiting) = &self.waiting else { return self.machine.turn(0, now, rules) };
        if waiting.alert_ends.is_some() {
            return self.machine.turn(0, now, rules);
        }
        let before = waiting.queue.before(caller.priority, position);
        let turn = self.machine.turn(u32::try_from(before).unwrap_or(u32::MAX), now, rules);
        // An offer that was not taken in time is withdrawn for whoever comes.
        let withdrawn = waiting.queue.first_end_of_offers().is_some_and(|until| until <= now);
        if withdrawn && before == 0 { now } else { turn }
    }

    /// The earliest tick at which a new caller of any priority but the highest can get a slot, whenever it comes, and
    /// whether that holds for the highest too; `None` if it may be at once.
    ///
    /// Waiting callers of the two higher priorities come before any such caller. One of the lowest comes before a new
    /// one with `Normal` only if it has waited long enough to make up for its priority, so those are left out: to find
    /// out would mean to look at each.
    pub(crate) fn new_callers_turn(&mut self, config: &Config, now: u64) -> Option<(u64, bool)> {
        if self.may_overtake() {
            return None;
        }
        let waiting =
            |priority| self.waiting.as_ref().map_or(0, |waiting| waiting.queue.waiting_as(priority));
        let (high, normal) = (waiting(Priority::High), waiting(Priority::Normal));
        let before = u32::try_from(high + normal).unwrap_or(u32::MAX);
        let turn = self.machine.turn_at_least(before, now, &config.rules);
        // Once the limiter is closed, callers must learn that and not be refused for their deadlines.
        (turn > now && !config.closed.load(Ordering::Acquire)).then_some((turn, normal == 0))
    }

    /// Offers free slots to the callers in line, and sees to it that the queue is served again in time.
    pub(crate) fn serve(&mut self, config: &Config, now: u64, wakes: &mut WakeList) {
        self.withdraw_offers(config, now, wakes);
        self.note_permits(now);
        let Some(waiting) = self.waiting.as_mut() else { return };
        let until = now + waiting.lapse();
        let mut ready = None;
        while waiting.queue.waiting() > 0 {
            ready = Some(self.machine.ready(now, &config.rules));
            // When the list is full, whoever has locked the key unlocks it for others and then serves it again.
            if ready != Some(Ready::Now) || wakes.is_full() {
                break;
            }
            let Some(waker) = waiting.queue.offer_next(until) else { break };
            self.machine.grant(now, &config.rules);
            wakes.push(waker);
        }
        if waiting.queue.waiting() == 0 {
            waiting.timers.end(now, &mut wakes.others);
        } else if let Some(next) = waiting.next_event(ready, now) {
            // Those that would sleep longer are woken and set themselves anew.
            waiting.timers.wake_later_than(next, &mut wakes.others);
        }
    }

    /// Withdraws offers that were not taken in time, as far as somebody in line has to wait for them.
    fn withdraw_offers(&mut self, config: &Config, now: u64, wakes: &mut WakeList) {
        let Some(waiting) = self.waiting.as_mut() else { return };
        if waiting.alert_ends.is_some_and(|end| end <= now) {
            waiting.queue.end_alert();
            waiting.alert_ends = None;
        }
        let due =
            |waiting: &Waiting<R>| waiting.queue.first_end_of_offers().is_some_and(|until| until <= now);
        if !due(waiting) || waiting.queue.waiting() == 0 {
            return;
        }
        let mut withdrawn = 0;
        while withdrawn < waiting.queue.waiting() && waiting.queue.withdraw_offer(now) {
            self.machine.refund(&config.rules);
            withdrawn += 1;
        }
        // Where one caller was not polled in time, the next ones may not be either.
        waiting.alert_ends = Some(now + waiting.lapse());
        waiting.queue.alert_all(&mut wakes.others);
    }

    /// A timer runs: serves the queue, and says when it is to run again.
    pub(crate) fn run_timer(
        &mut self,
        config: &Config,
        id: TimerId,
        waker: &Waker,
        now: u64,
        wakes: &mut WakeList,
    ) -> TimerStep {
        let Some(waiting) = &mut self.waiting else { return TimerStep::End };
        wakes.discard(waiting.timers.begin(id));
        self.serve(config, now, wakes);
        let ready = self.machine.ready(now, &config.rules);
        let Some(waiting) = &mut self.waiting else { return TimerStep::End };
        let next = waiting.next_event(Some(ready), now);
        if waiting.queue.waiting() == 0 {
            waiting.timers.remove(id);
            return TimerStep::End;
        }
        waiting.timers.set(id, waker.clone(), next);
        next.map_or(TimerStep::Park, TimerStep::Sleep)
    }
}

impl<R> Waiting<R> {
    /// How long an offer or an alert made now stands, in ticks.
    fn lapse(&self) -> u64 {
        lapse(self.queue.waiting())
    }

    /// When the queue has to be served next, unless a request ends before; `None` if time alone changes nothing. `ready` is
    /// what the machine says.
    fn next_event(&self, ready: Option<Ready>, now: u64) -> Option<u64> {
        let free = match ready {
            Some(Ready::At(tick)) => Some(tick),
            _ => None,
        };
        // Offers that could be withdrawn by now and still stand are more than those in line need, and a timer that was set
        // for a tick in the past would not sleep.
        let offer_ends = self.queue.first_end_of_offers().filter(|&until| until > now);
        [free, self.alert_ends, offer_ends].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests;
