//! A board and the store that its meters are shared on: who has something to say, and what comes back.

use std::sync::Arc;

use super::board::Board;
use super::id::{LaneId, MeterId};
use super::lane::MeterUse;
use super::share::Waiting;
use crate::config::Config;
use crate::lease::{Response, Statement};
use crate::observe::ShareState;
use crate::wake_list::WakeList;

/// What a meter says.
pub(crate) struct Spoken {
    pub(super) meter: MeterId,
    /// What the meter is called at the store.
    pub(crate) name: Arc<str>,
    pub(crate) statement: Statement,
}

/// What meters have to say now, and when one may have to say something next.
pub(crate) struct Statements {
    pub(crate) spoken: Vec<Spoken>,
    pub(crate) next: Option<u64>,
}

impl<R: Copy + PartialEq> Board<R> {
    /// A caller of this lane could not have its room: perhaps the store has some.
    pub(super) fn press(&mut self, lane: LaneId, now: u64) {
        let Some(sharing) = &mut self.sharing else { return };
        for &MeterUse { meter: id, .. } in self.lanes[lane].uses.iter() {
            if let Some(share) = self.meters[id].share.as_deref_mut()
                && let Some(at) = share.pressed(now)
            {
                sharing.look_at(id, share, at);
            }
        }
    }

    /// A request of this lane is let through.
    pub(super) fn pass(&mut self, lane: LaneId, now: u64) {
        let mut exceeds = false;
        for &MeterUse { meter, .. } in self.lanes[lane].uses.iter() {
            if let Some(share) = &mut self.meters[meter].share {
                exceeds |= share.pass(now);
            }
        }
        if exceeds {
            self.press(lane, now);
        }
    }

    /// A request of this lane has ended: perhaps others wait for what it used.
    pub(super) fn release(&mut self, lane: LaneId, now: u64) {
        let Some(sharing) = &mut self.sharing else { return };
        for &MeterUse { meter: id, .. } in self.lanes[lane].uses.iter() {
            let share = self.meters[id].share.as_deref_mut();
            if let Some((share, at)) = share.and_then(|share| share.asked(now).map(|at| (share, at))) {
                sharing.look_at(id, share, at);
            }
        }
    }

    /// Whether calls of this lane are to fail because the store is away.
    pub(super) fn fails(&self, lane: LaneId, now: u64) -> bool {
        let mut uses = self.lanes[lane].uses.iter();
        let fails = |meter_use: &MeterUse| {
            self.meters[meter_use.meter].share.as_ref().is_some_and(|share| share.fails(now))
        };
        self.sharing.is_some() && uses.any(fails)
    }

    /// Who waits for a meter.
    fn waiting(&self, id: MeterId) -> Waiting {
        let mut waiting = Waiting::default();
        for rank in &self.meters[id].line {
            let lane = &self.lanes[rank.lane];
            let callers = u32::try_from(lane.waiters()).unwrap_or(u32::MAX);
            let mut uses = lane.uses.iter();
            let weight = uses.find(|known| known.meter == id).map_or(1, |known| known.weight);
            waiting.callers = waiting.callers.saturating_add(callers);
            waiting.weight = waiting.weight.saturating_add(callers.saturating_mul(weight));
            waiting.least = waiting.least.max(weight);
        }
        waiting
    }

    /// What there is to say now. When the process leaves, all meters speak.
    pub(super) fn speak(&mut self, config: &Config, goodbye: bool, now: u64) -> Statements {
        let mut statements = Statements { spoken: Vec::new(), next: None };
        let Some(mut sharing) = self.sharing.take() else { return statements };
        let mut due: Vec<MeterId> = Vec::new();
        while let Some((_, id)) = sharing.looks.first().copied().filter(|&(at, _)| at <= now) {
            sharing.looks.pop_first();
            due.push(id);
        }
        if goodbye {
            due = self.meters.iter().map(|(id, _)| id).collect();
        }
        for id in due {
            let waiting = self.waiting(id);
            let Some(meter) = self.meters.get_mut(id) else { continue };
            if let Some(known) = meter.share.as_deref_mut().and_then(|share| share.look.take()) {
                sharing.looks.remove(&(known, id));
            }
            let statement = meter.speak(&waiting, goodbye, now, &config.rules);
            let Some(share) = meter.share.as_deref_mut() else { continue };
            if let Some(look) = share.look.take() {
                sharing.look_at(id, share, look);
            }
            if let Some(statement) = statement {
                statements.spoken.push(Spoken { meter: id, name: share.name.clone(), statement });
            }
        }
        statements.next = sharing.looks.first().map(|&(at, _)| at);
        self.sharing = Some(sharing);
        statements
    }

    /// The store has responded to what a meter said, or has not.
    pub(super) fn hear(
        &mut self,
        config: &Config,
        spoken: &Spoken,
        response: Option<&Response>,
        now: u64,
        wakes: &mut WakeList,
    ) {
        let Some(meter) = self.meters.get_mut(spoken.meter) else { return };
        // Another meter may have the number now.
        if meter.share.as_ref().is_none_or(|share| share.name != spoken.name) {
            return;
        }
        let Some(next) = meter.hear(response, now, &config.rules) else { return };
        let fails = meter.share.as_ref().is_some_and(|share| share.fails(now));
        if let (Some(sharing), Some(share)) = (&mut self.sharing, meter.share.as_deref_mut()) {
            sharing.look_at(spoken.meter, share, next);
        }
        if fails {
            self.fail(spoken.meter, now, wakes);
        }
        self.serve_line(config, spoken.meter, now, wakes);
    }

    /// Ends the wait of everybody who waits for a meter.
    fn fail(&mut self, id: MeterId, now: u64, wakes: &mut WakeList) {
        while let Some(lane) = self.meters[id].line.first().map(|rank| rank.lane) {
            self.lanes[lane].queue.close(&mut wakes.others);
            self.update(lane, now);
        }
    }

    /// The store says that there is something for a meter of this name.
    pub(super) fn call(&mut self, name: &str, now: u64) {
        let Some(sharing) = &mut self.sharing else { return };
        for (id, meter) in &mut self.meters {
            if let Some(share) = meter.share.as_deref_mut().filter(|share| &*share.name == name) {
                share.holding.call();
                sharing.look_at(id, share, now);
            }
        }
    }

    /// What this process holds of each meter, and what the meter is called at the store.
    pub(super) fn observe_shares(&self, config: &Config, now: u64) -> Vec<(Arc<str>, ShareState)> {
        let lanes = self.lanes.iter();
        let shares =
            lanes.flat_map(|(_, lane)| lane.uses.iter().map(move |meter_use| (lane, meter_use.meter)));
        let mut seen = Vec::new();
        let mut states = Vec::new();
        for (lane, id) in shares {
            let meter = &self.meters[id];
            let Some(share) = meter.share.as_ref().filter(|_| !seen.contains(&id)) else { continue };
            seen.push(id);
            let state = ShareState {
                credential: lane.credential.clone(),
                endpoint: lane.name,
                bucket: meter.name,
                scope: meter.scope,
                held: share.held(),
                processes: share.holding.processes(),
                lease_ends: config.clock.instant(share.holding.lease_end()),
                alive: share.holding.is_alive(now),
                exceeded: share.exceeded,
            };
            states.push((share.name.clone(), state));
        }
        states
    }
}
