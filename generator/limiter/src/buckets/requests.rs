//! Permits that become requests, and how these end.

use std::sync::Arc;

use super::board::Board;
use super::id::LaneId;
use super::lane::MeterUse;
use super::meter::End;
use crate::clock::duration_of;
use crate::config::Config;
use crate::machine::Sent;
use crate::observe::{BucketState, KeyState};
use crate::outcome::Outcome;
use crate::priority::{Priority, QueuePosition};
use crate::wake_list::WakeList;

impl<R: Copy + PartialEq> Board<R> {
    /// A permit is given back unused.
    pub(super) fn give_back(&mut self, config: &Config, id: LaneId, now: u64, wakes: &mut WakeList) {
        self.refund(config, id, now);
        self.settle(config, now, wakes);
        self.serve_neighbours(config, id, now, wakes);
    }

    /// A request is about to be sent. The server counts it within `transit` ticks; `None` takes the endpoint's own time.
    pub(super) fn start(&mut self, config: &Config, id: LaneId, transit: Option<u32>, now: u64) -> Sent {
        let lane = &mut self.lanes[id];
        let transit = transit.unwrap_or(lane.transit);
        lane.permits -= 1;
        lane.in_flight += 1;
        for &MeterUse { meter, weight } in lane.uses.iter() {
            self.meters[meter].start(weight, transit, now, &config.rules);
        }
        self.update(id, now);
        Sent { at: now, latest: now + u64::from(transit) }
    }

    /// The last byte of a request was written.
    pub(super) fn written(&mut self, config: &Config, id: LaneId, sent: &mut Sent, now: u64) {
        let lane = &self.lanes[id];
        for &MeterUse { meter, weight } in lane.uses.iter() {
            self.meters[meter].written(weight, *sent, lane.transit, now, &config.rules);
        }
        sent.latest = now + u64::from(lane.transit);
    }

    /// A request has ended.
    pub(super) fn finish(
        &mut self,
        config: &Config,
        id: LaneId,
        end: End<'_>,
        now: u64,
        wakes: &mut WakeList,
    ) {
        let uses = Arc::clone(&self.lanes[id].uses);
        let throttled = matches!(end.outcome, Outcome::Throttled { .. });
        let blamed = if throttled { self.blame(config, &uses, now) } else { None };
        let lane = &mut self.lanes[id];
        lane.in_flight -= 1;
        lane.throttles = lane.throttles.saturating_add(throttled.into());
        for &MeterUse { meter: number, weight } in uses.iter() {
            let meter = &mut self.meters[number];
            meter.finish(weight, end, blamed == Some(number), now, &config.rules);
            let kept_until = end.sent.latest.max(now) + meter.longest_span();
            let lane = &mut self.lanes[id];
            lane.kept_until = lane.kept_until.max(kept_until);
        }
        self.update(id, now);
        self.settle(config, now, wakes);
        self.serve_neighbours(config, id, now, wakes);
        #[cfg(feature = "redis")]
        self.release(id, now);
    }

    /// The meter that a 429 is most likely about: of those that are used to a good part, the one with the shortest window;
    /// if none is, the first.
    fn blame(&self, config: &Config, uses: &[MeterUse], now: u64) -> Option<usize> {
        let near = uses.iter().filter_map(|meter_use| {
            let window = self.meters[meter_use.meter].window_near(now, &config.rules)?;
            Some((window, meter_use.meter))
        });
        near.min_by_key(|&(window, _)| window)
            .map(|(_, meter)| meter)
            .or(uses.first().map(|first| first.meter))
    }

    /// The state of every lane that is in use.
    pub(super) fn observe(&mut self, config: &Config, now: u64) -> Vec<KeyState> {
        let lanes: Vec<LaneId> = self.lanes.iter().map(|(id, _)| id).collect();
        lanes.into_iter().map(|id| self.observe_lane(config, id, now)).collect()
    }

    fn observe_lane(&mut self, config: &Config, id: LaneId, now: u64) -> KeyState {
        let lane = &mut self.lanes[id];
        lane.note_permits(now);
        // Behind all who wait.
        let turn = self.turn(id, Priority::Low, QueuePosition(now), config, now);
        let lane = &self.lanes[id];
        let (clock, rules) = (&config.clock, &config.rules);
        let (mut limits, mut buckets, mut paused_until) = (Vec::new(), Vec::new(), None);
        for &MeterUse { meter, weight } in lane.uses.iter() {
            let meter = &self.meters[meter];
            paused_until = paused_until.max(meter.paused_until(now));
            if meter.name.is_empty() {
                limits = meter.machine().limit_states(now, rules);
                continue;
            }
            let (concurrency, running) = meter.concurrency(now);
            buckets.push(BucketState {
                name: meter.name,
                scope: meter.scope,
                weight,
                limits: meter.machine().limit_states(now, rules),
                concurrency,
                running,
                told: meter.told(now).map(|(left, until)| (left, clock.instant(until))),
            });
        }
        KeyState {
            credential: lane.credential.clone(),
            endpoint: lane.endpoint,
            name: lane.name,
            limits,
            buckets,
            next_free: clock.instant(turn),
            wait: duration_of(turn - now),
            waiters: lane.waiters(),
            refused: lane.refused,
            permits: lane.held(),
            held_since: lane.held_since.map(|tick| clock.instant(tick)),
            throttles: lane.throttles,
            paused_until: paused_until.map(|tick| clock.instant(tick)),
        }
    }
}
