//! Who gets room next.

use std::sync::Arc;

use super::board::Board;
use super::id::{LaneId, MeterId, Rank};
use super::lane::MeterUse;
use crate::clock::TICKS_PER_SECOND;
use crate::config::Config;
use crate::machine::{Demand, Ready};
use crate::wake_list::WakeList;

/// A caller for whom a meter has room, but only room that is kept for others, is looked at again after so many ticks, a
/// tenth of a second: whether it is still kept depends on the other meters of those others too, so it may be given up
/// though nothing happens to this one.
const RECHECK: u64 = TICKS_PER_SECOND / 10;

/// A caller is overdue once it asked longer ago than this, and longer ago than the longest window of all its meters takes:
/// a second, in ticks.
const OVERDUE: u64 = TICKS_PER_SECOND;

impl<R: Copy + PartialEq> Board<R> {
    /// Whether a caller of this rank may have its room now. If not, sees to it that each meter that holds it up is looked at
    /// again once time alone may have changed that. When a request ends, its meters are looked at anyway.
    pub(super) fn may_go(&mut self, config: &Config, rank: Rank, now: u64) -> bool {
        let uses = Arc::clone(&self.lanes[rank.lane].uses);
        let mut may = true;
        for &MeterUse { meter, weight } in uses.iter() {
            let demand = Demand { weight, kept: 0 };
            match self.meters[meter].ready(demand, 0, now, &config.rules) {
                Ready::Now => {
                    let (kept, kept_for) = self.kept_before(config, meter, rank, now);
                    let demand = Demand { weight, kept };
                    if kept_for > 0
                        && self.meters[meter].ready(demand, kept_for, now, &config.rules) != Ready::Now
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
        #[cfg(feature = "redis")]
        if !may {
            self.press(rank.lane, now);
        }
        may
    }

    /// How much room of a meter is kept for the first callers of other lanes, as far as they come before this one: what
    /// they weigh, and how many they are. A lane keeps nothing from its own callers: its queue decides between them.
    fn kept_before(&mut self, config: &Config, id: MeterId, rank: Rank, now: u64) -> (u32, u32) {
        let (mut kept, mut kept_for) = (0_u32, 0);
        let mut last: Option<Rank> = None;
        loop {
            let next = self.meters[id].next_in_line(last);
            let Some(earlier) = next.filter(|&next| next < rank) else { return (kept, kept_for) };
            last = Some(earlier);
            if earlier.lane != rank.lane
                && let Some(weight) = self.keeps(config, id, earlier, now)
            {
                (kept, kept_for) = (kept.saturating_add(weight), kept_for + 1);
            }
        }
    }

    /// How much room of a meter is kept for the first caller of a lane: what it weighs there, or `None`.
    ///
    /// If the meter has no room for the caller yet, what becomes free is kept for it. If it has, the caller waits for another
    /// meter, and others may have this room; once it is overdue they may not, unless it has to wait so long that what they
    /// take now is free again by then.
    fn keeps(&mut self, config: &Config, id: MeterId, rank: Rank, now: u64) -> Option<u32> {
        let uses = Arc::clone(&self.lanes[rank.lane].uses);
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
        let overdue = now.saturating_sub(rank.order.asked_at()) > longest;
        let in_time = match others {
            Ready::Now | Ready::OnEvent => true,
            Ready::At(tick) => tick <= now + self.meters[id].longest_span(),
        };
        (lacks || (overdue && in_time)).then_some(weight)
    }

    /// Offers room in a meter to the first callers in its line, by their ranks, until it is full.
    pub(super) fn serve_line(&mut self, config: &Config, id: MeterId, now: u64, wakes: &mut WakeList) {
        self.looked_at(id);
        let mut last: Option<Rank> = None;
        loop {
            let Some(rank) = self.meters[id].next_in_line(last) else { return };
            if self.may_go(config, rank, now) {
                let lane = &mut self.lanes[rank.lane];
                let until = now + lane.lapse();
                // Not to be expected: `update` keeps only lanes in line that have a caller to make an offer to.
                let Some(waker) = lane.queue.offer_next(until) else { return };
                wakes.push(waker);
                self.grant(config, rank.lane, now);
                continue;
            }
            last = Some(rank);
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
        #[cfg(feature = "redis")]
        self.pass(id, now);
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

    /// Ends the alert of a lane if its time is over, and withdraws offers whose time is over while somebody waits for the
    /// room. Who waits for it is then alerted.
    fn end_offers(&mut self, config: &Config, id: LaneId, now: u64, wakes: &mut WakeList) {
        let lane = &mut self.lanes[id];
        if lane.alert_ends.is_some_and(|end| end <= now) {
            lane.queue.end_alert();
            lane.alert_ends = None;
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
            self.alert(&uses, now, wakes);
        }
    }

    /// Alerts everybody who waits for one of these meters: where one caller was not polled in time, the next ones may not be
    /// either.
    fn alert(&mut self, uses: &[MeterUse], now: u64, wakes: &mut WakeList) {
        for &MeterUse { meter, .. } in uses {
            // Who is alerted is not next any more, so `update` takes the lane out of the line.
            while let Some(&Rank { lane: id, .. }) = self.meters[meter].line.first() {
                let lane = &mut self.lanes[id];
                lane.alert_ends = Some(now + lane.lapse());
                lane.queue.alert_all(&mut wakes.others);
                self.update(id, now);
            }
        }
    }

    /// A permit of a lane is given back unused. Its room is offered to nobody yet: that is left to whoever calls this.
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
