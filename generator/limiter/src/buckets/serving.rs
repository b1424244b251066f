//! Who gets room next.

use std::sync::Arc;

use super::board::Board;
use super::id::{LaneId, MeterId, Turn};
use super::lane::MeterUse;
use crate::clock::TICKS_PER_SECOND;
use crate::config::Config;
use crate::machine::{Demand, Ready};
use crate::wake_list::WakeList;

/// Whether room is kept for others depends on more than the meter that it is kept in, so who is held up by it is looked at
/// again after so many ticks, a tenth of a second, though nothing happened to the meter.
const RECHECK: u64 = TICKS_PER_SECOND / 10;

/// A caller is overdue once it has been first for this long and for longer than its longest window: a second, in ticks.
const OVERDUE: u64 = TICKS_PER_SECOND;

impl<R: PartialEq> Board<R> {
    /// Whether a caller of this order may have its room now. If not, sees to it that the lane is looked at again in time.
    pub(super) fn may_go(&mut self, config: &Config, turn: Turn, now: u64) -> bool {
        let uses = Arc::clone(&self.lanes[turn.1].uses);
        let mut may = true;
        for &MeterUse { meter, weight } in uses.iter() {
            let demand = Demand { weight, kept: 0 };
            match self.meters[meter].ready(demand, 0, now, &config.rules) {
                Ready::Now => {
                    let (kept, calls) = self.kept_before(config, meter, turn, now);
                    let demand = Demand { weight, kept };
                    if calls > 0 && self.meters[meter].ready(demand, calls, now, &config.rules) != Ready::Now
                    {
                        self.look_again(meter, now + RECHECK);
                        may = false;
                    }
                }
                Ready::At(tick) => {
                    self.look_again(meter, tick);
                    may = false;
                }
                Ready::OnEvent => may = false,
            }
        }
        may
    }

    /// How much room of a meter is kept for callers who come before this one: their weight, and their number.
    fn kept_before(&mut self, config: &Config, id: MeterId, turn: Turn, now: u64) -> (u32, u32) {
        let mut kept = (0_u32, 0);
        let mut last: Option<Turn> = None;
        loop {
            let next = self.meters[id].next_in_line(last);
            let Some(first) = next.filter(|&first| first < turn) else { return kept };
            last = Some(first);
            if first.1 != turn.1
                && let Some(weight) = self.keeps(config, id, first, now)
            {
                kept = (kept.0.saturating_add(weight), kept.1 + 1);
            }
        }
    }

    /// How much room of a meter is kept for the first caller of a lane; `None` if it leaves the room to others, because
    /// it has to wait for something else, and does so not for long yet, or for so long that the room is free again by then.
    fn keeps(&mut self, config: &Config, id: MeterId, (order, lane): Turn, now: u64) -> Option<u32> {
        let uses = Arc::clone(&self.lanes[lane].uses);
        let (mut weight, mut lacks, mut others, mut longest) = (0, false, Ready::Now, OVERDUE);
        for meter_use in uses.iter() {
            let demand = Demand { weight: meter_use.weight, kept: 0 };
            let meter = &mut self.meters[meter_use.meter];
            let ready = meter.ready(demand, 0, now, &config.rules);
            longest = longest.max(meter.longest_span());
            if meter_use.meter == id {
                (weight, lacks) = (meter_use.weight, ready != Ready::Now);
            } else {
                others = others.and(ready);
            }
        }
        let since = order.0 - order.1.priority_offset();
        let overdue = now.saturating_sub(since) > longest;
        let in_time = match others {
            Ready::Now | Ready::OnEvent => true,
            Ready::At(tick) => tick <= now + self.meters[id].longest_span(),
        };
        (lacks || overdue && in_time).then_some(weight)
    }

    /// Offers room in a meter to those who wait for it, in their order, until it is full.
    fn serve_line(&mut self, config: &Config, id: MeterId, now: u64, wakes: &mut WakeList) {
        self.looked_at(id);
        let mut last: Option<Turn> = None;
        loop {
            let next = self.meters[id].next_in_line(last);
            let Some(turn) = next else { return };
            if self.may_go(config, turn, now) {
                let lane = &mut self.lanes[turn.1];
                let until = now + lane.lapse();
                let Some(waker) = lane.queue.offer_next(until) else { return };
                wakes.push(waker);
                self.grant(config, turn.1, now);
                continue;
            }
            last = Some(turn);
            // Nobody else can go if there is no room for anybody.
            match self.meters[id].ready(Demand::ONE, 0, now, &config.rules) {
                Ready::Now => {}
                Ready::At(tick) => {
                    self.look_again(id, tick);
                    return;
                }
                Ready::OnEvent => return,
            }
        }
    }

    /// A caller of a lane takes its room in all meters.
    pub(super) fn grant(&mut self, config: &Config, id: LaneId, now: u64) {
        let lane = &mut self.lanes[id];
        lane.permits += 1;
        for &MeterUse { meter, weight } in lane.uses.iter() {
            self.meters[meter].grant(weight, now, &config.rules);
        }
        self.update(id, now);
    }

    /// Does what is due by now: withdraws offers that were not taken and that somebody waits for, and offers what has
    /// become free.
    pub(super) fn settle(&mut self, config: &Config, now: u64, wakes: &mut WakeList) {
        let ended: Vec<LaneId> = self.ends.range(..=(now, LaneId::MAX)).map(|&(_, lane)| lane).collect();
        for lane in ended {
            self.end_offers(config, lane, now, wakes);
        }
        while let Some(&(at, meter)) = self.due.first() {
            if at > now {
                break;
            }
            self.serve_line(config, meter, now, wakes);
        }
    }

    /// Ends a call of a lane, and offers that nobody took, as far as their time is over and others wait for the room.
    fn end_offers(&mut self, config: &Config, id: LaneId, now: u64, wakes: &mut WakeList) {
        let lane = &mut self.lanes[id];
        if lane.call_ends.is_some_and(|end| end <= now) {
            lane.queue.end_call();
            lane.call_ends = None;
            self.update(id, now);
        }
        let uses = Arc::clone(&self.lanes[id].uses);
        let mut withdrawn = false;
        while uses.iter().any(|meter_use| !self.meters[meter_use.meter].line.is_empty())
            && self.lanes[id].queue.withdraw_offer(now)
        {
            self.refund(config, id, now);
            withdrawn = true;
        }
        if withdrawn {
            self.call(&uses, now, wakes);
        }
    }

    /// Calls everybody who waits for one of these meters: one caller who is not polled is seldom alone.
    fn call(&mut self, uses: &[MeterUse], now: u64, wakes: &mut WakeList) {
        for &MeterUse { meter, .. } in uses {
            while let Some(&(_, id)) = self.meters[meter].line.first() {
                let lane = &mut self.lanes[id];
                lane.call_ends = Some(now + lane.lapse());
                lane.queue.call_all(&mut wakes.others);
                self.update(id, now);
            }
        }
    }

    /// A permit of a lane is given back unused. Others are not served.
    pub(super) fn refund(&mut self, config: &Config, id: LaneId, now: u64) {
        let lane = &mut self.lanes[id];
        lane.permits -= 1;
        for &MeterUse { meter, weight } in lane.uses.iter() {
            self.meters[meter].refund(weight, &config.rules);
        }
        self.update(id, now);
    }

    /// Offers the room that a change in a lane may have made, in all of its meters.
    pub(super) fn serve_neighbours(&mut self, config: &Config, id: LaneId, now: u64, wakes: &mut WakeList) {
        let uses = Arc::clone(&self.lanes[id].uses);
        for &MeterUse { meter, .. } in uses.iter() {
            self.serve_line(config, meter, now, wakes);
        }
    }
}
