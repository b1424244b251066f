//! Callers who come, are polled and leave.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::Waker;

use super::board::{Board, LaneKey};
use super::id::{LaneId, Rank};
use super::lane::Poller;
use crate::config::Config;
use crate::error::LimitError;
use crate::key::{Caller, Entry, Polled, TimerStep};
use crate::priority::{Priority, QueuePosition};
use crate::queue::{Ticket, WaiterState};
use crate::timers::TimerId;
use crate::wake_list::WakeList;

/// How many lanes and meters are looked at when a caller comes, to remove those that are idle.
const TIDIED: usize = 2;

impl<R: Copy + PartialEq> Board<R> {
    /// A caller comes: grants it room, lets it join the queue, or refuses it.
    pub(super) fn enter(
        &mut self,
        config: &Config,
        key: &LaneKey,
        caller: &Caller,
        poller: Poller<'_, R>,
        wakes: &mut WakeList,
    ) -> (LaneId, Entry) {
        let Poller { waker, runtime, now } = poller;
        self.tidy(TIDIED, now, &config.rules);
        self.settle(config, now, wakes);
        let id = self.lane(config, key, &caller.endpoint);
        let position = caller.position_at(now);
        let rank = Rank { order: caller.priority.order(position), lane: id };
        if self.lanes[id].queue.waiting() == 0 && self.may_go(config, rank, now) {
            self.grant(config, id, now);
            return (id, Entry::Granted);
        }
        #[cfg(feature = "redis")]
        if self.fails(id, now) {
            self.refuse(id);
            return (id, Entry::Refused(LimitError::StoreUnavailable));
        }
        if let Some(deadline) = caller.deadline {
            let turn = self.turn(id, caller.priority, position, config, now);
            if turn > deadline {
                self.refuse(id);
                return (
                    id,
                    Entry::Refused(LimitError::DeadlineTooSoon { turn: config.clock.instant(turn) }),
                );
            }
        }
        if self.lanes[id].waiters() >= config.queue_bound {
            self.refuse(id);
            return (id, Entry::Refused(LimitError::QueueFull));
        }
        let lane = &mut self.lanes[id];
        let mut ticket =
            Some(lane.queue.join(caller.priority, position, caller.position.is_some(), waker.clone()));
        self.update(id, now);
        if self.take_turn(config, id, &mut ticket, now, wakes) {
            return (id, Entry::Granted);
        }
        let timer = self.timers.add(runtime);
        // Only a grant takes the ticket, so it is still there.
        (id, ticket.map_or(Entry::Granted, |ticket| Entry::Queued(ticket, now, timer)))
    }

    /// A caller in the queue is polled. Its ticket is taken away when its wait is over.
    pub(super) fn poll(
        &mut self,
        config: &Config,
        id: LaneId,
        ticket: &mut Option<Ticket>,
        poller: Poller<'_, R>,
        wakes: &mut WakeList,
    ) -> Polled {
        let Poller { waker, runtime, now } = poller;
        let Some(mine) = &*ticket else { return Polled::Closed };
        let state = self.lanes[id].queue.state(mine);
        let offered = matches!(state, WaiterState::Offered { .. });
        if offered || state == WaiterState::Closed || config.closed.load(Ordering::Acquire) {
            wakes.discard(ticket.take().and_then(|mine| self.lanes[id].queue.remove(mine)));
            self.update(id, now);
            self.settle(config, now, wakes);
            return if offered { Polled::Granted } else { Polled::Closed };
        }
        wakes.discard(self.lanes[id].queue.renew(mine, waker));
        self.update(id, now);
        if self.take_turn(config, id, ticket, now, wakes) {
            return Polled::Granted;
        }
        Polled::Pending(self.timers.add(runtime))
    }

    /// Grants room to a caller in line if it is next and there is some. What is due by now is done before.
    fn take_turn(
        &mut self,
        config: &Config,
        id: LaneId,
        ticket: &mut Option<Ticket>,
        now: u64,
        wakes: &mut WakeList,
    ) -> bool {
        self.settle(config, now, wakes);
        let Some(mine) = &*ticket else { return false };
        let lane = &mut self.lanes[id];
        let state = lane.queue.state(mine);
        let granted = match state {
            // What was due has been offered to this caller.
            WaiterState::Offered { .. } => true,
            // While everybody is alerted, whoever is polled may take free room, next or not.
            WaiterState::Alerted => lane.alert_ends.is_some(),
            _ => lane.queue.is_next(mine),
        };
        let rank = Rank { order: lane.queue.order_of(mine), lane: id };
        if !granted || !matches!(state, WaiterState::Offered { .. }) && !self.may_go(config, rank, now) {
            return false;
        }
        wakes.discard(ticket.take().and_then(|mine| self.lanes[id].queue.remove(mine)));
        match state {
            WaiterState::Offered { .. } => self.update(id, now),
            _ => self.grant(config, id, now),
        }
        true
    }

    /// A caller leaves the queue.
    pub(super) fn leave(
        &mut self,
        config: &Config,
        id: LaneId,
        ticket: Ticket,
        now: u64,
        wakes: &mut WakeList,
    ) {
        let lane = &mut self.lanes[id];
        let offered = matches!(lane.queue.state(&ticket), WaiterState::Offered { .. });
        wakes.discard(lane.queue.remove(ticket));
        if offered {
            self.refund(config, id, now);
        }
        self.update(id, now);
        self.settle(config, now, wakes);
        self.serve_neighbours(config, id, now, wakes);
    }

    /// The earliest tick at which a caller who came now could get its room, as far as those who wait before it have no other
    /// meters than its own: others may have to wait for something else.
    pub(super) fn turn(
        &mut self,
        id: LaneId,
        priority: Priority,
        position: QueuePosition,
        config: &Config,
        now: u64,
    ) -> u64 {
        if self.lanes[id].alert_ends.is_some() {
            return now;
        }
        let uses = Arc::clone(&self.lanes[id].uses);
        // For each meter, the weights of those who come before, and how many of each.
        let mut before: Vec<Vec<(u32, usize)>> = vec![Vec::new(); uses.len()];
        let mut seen = Vec::new();
        for meter_use in uses.iter() {
            for &Rank { lane: other, .. } in &self.meters[meter_use.meter].line {
                let lane = &self.lanes[other];
                let inside =
                    lane.uses.iter().all(|theirs| uses.iter().any(|mine| mine.meter == theirs.meter));
                if !inside || seen.contains(&other) {
                    continue;
                }
                seen.push(other);
                let count = lane.queue.before(priority, position);
                for theirs in lane.uses.iter() {
                    let index = uses.iter().position(|mine| mine.meter == theirs.meter);
                    before[index.unwrap_or(0)].push((theirs.weight, count));
                }
            }
        }
        let turns = uses.iter().zip(&before).map(|(meter_use, before)| {
            let taken = |allowed: u32| {
                let taken =
                    before.iter().map(|&(weight, count)| count as u64 * u64::from(weight.min(allowed)));
                u32::try_from(taken.sum::<u64>()).unwrap_or(u32::MAX / 2)
            };
            self.meters[meter_use.meter].turn(taken, meter_use.weight, now, &config.rules)
        });
        turns.max().unwrap_or(now).max(now)
    }

    /// A caller of a lane was refused.
    pub(super) fn refuse(&mut self, id: LaneId) {
        let lane = &mut self.lanes[id];
        lane.refused = lane.refused.saturating_add(1);
    }

    /// A timer runs: does what is due, and says when it is to run again.
    pub(super) fn run_timer(
        &mut self,
        config: &Config,
        timer: TimerId,
        waker: &Waker,
        now: u64,
        wakes: &mut WakeList,
    ) -> TimerStep {
        wakes.discard(self.timers.begin(timer));
        self.settle(config, now, wakes);
        if self.awaited == 0 {
            self.timers.remove(timer);
            return TimerStep::End;
        }
        let next = self.next_event(now);
        self.timers.set(timer, waker.clone(), next);
        next.map_or(TimerStep::Park, TimerStep::Sleep)
    }

    /// Ends the wait of everybody.
    pub(super) fn close(&mut self, wakes: &mut WakeList) {
        let lanes: Vec<LaneId> = self.lanes.iter().map(|(id, _)| id).collect();
        for id in lanes {
            self.lanes[id].queue.close(&mut wakes.others);
            self.update(id, 0);
        }
        self.timers.wake_later_than(0, &mut wakes.others);
    }
}
