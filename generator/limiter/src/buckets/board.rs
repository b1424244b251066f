//! All meters and lanes, and what is kept so that only those are looked at that a change concerns.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use slab::Slab;

use super::id::{LaneId, MeterId, Rank};
use super::lane::{Lane, MeterUse};
use super::meter::Meter;
#[cfg(feature = "redis")]
use super::sharing::Sharing;
use crate::bucket::Scope;
use crate::config::Config;
use crate::endpoint_limits::EndpointLimits;
use crate::machine::Rules;
use crate::priority::Order;
use crate::timers::Timers;
use crate::wake_list::WakeList;

/// What a lane is known by: the credential's id and the number of the endpoint.
pub(crate) type LaneKey = (Arc<str>, u16);

/// What a meter is known by: the bucket's name, and whichever of credential and endpoint its scope tells apart. The name is
/// empty for the limits that belong to the endpoint alone.
type MeterKey = (&'static str, Scope, Option<Arc<str>>, Option<u16>);

/// All meters and lanes of a limiter. `R` names a runtime.
pub(crate) struct Board<R> {
    pub(super) meters: Slab<Meter>,
    pub(super) lanes: Slab<Lane>,
    pub(super) timers: Timers<R>,
    meter_ids: HashMap<MeterKey, MeterId>,
    lane_ids: HashMap<LaneKey, LaneId>,
    /// When a meter is to be looked at again because time alone makes room.
    pub(super) due: BTreeSet<(u64, MeterId)>,
    /// When offers and alerts end.
    pub(super) ends: BTreeSet<(u64, LaneId)>,
    /// How many lanes have callers in line, alerted or not.
    pub(super) awaited: usize,
    /// Meters that no lane counts in any more, with their keys, to be removed once they are idle.
    orphans: VecDeque<(MeterKey, MeterId)>,
    /// The lane that is looked at next, to be removed if it is idle.
    swept: LaneId,
    /// What is needed to share meters with other processes, if they are shared.
    #[cfg(feature = "redis")]
    pub(super) sharing: Option<Sharing>,
}

impl<R> Default for Board<R> {
    fn default() -> Self {
        Self {
            meters: Slab::new(),
            lanes: Slab::new(),
            timers: Timers::default(),
            meter_ids: HashMap::new(),
            lane_ids: HashMap::new(),
            due: BTreeSet::new(),
            ends: BTreeSet::new(),
            awaited: 0,
            orphans: VecDeque::new(),
            swept: 0,
            #[cfg(feature = "redis")]
            sharing: None,
        }
    }
}

/// The key of a bucket for one credential on one endpoint.
fn meter_key(name: &'static str, scope: Scope, credential: &Arc<str>, endpoint: u16) -> MeterKey {
    let by_credential = matches!(scope, Scope::Credential | Scope::CredentialAndEndpoint);
    let by_endpoint = matches!(scope, Scope::Endpoint | Scope::CredentialAndEndpoint);
    (name, scope, by_credential.then(|| credential.clone()), by_endpoint.then_some(endpoint))
}

impl<R: PartialEq> Board<R> {
    /// The lane of a credential on an endpoint; made if there is none.
    pub(super) fn lane(&mut self, config: &Config, key: &LaneKey, endpoint: &EndpointLimits) -> LaneId {
        if let Some(&lane) = self.lane_ids.get(key) {
            return lane;
        }
        let (credential, number) = key;
        let mut uses: Vec<MeterUse> = Vec::with_capacity(endpoint.buckets.len() + 1);
        if !endpoint.limits.is_empty() {
            let key = meter_key("", Scope::CredentialAndEndpoint, credential, *number);
            let meter = self.meter(key, &config.rules, |key, rules| {
                Meter::new(key.0, key.1, endpoint.limits, None, rules)
            });
            uses.push(MeterUse { meter, weight: 1 });
        }
        for bucket_use in endpoint.buckets {
            let bucket = bucket_use.bucket();
            let key = meter_key(bucket.name(), bucket.scope(), credential, *number);
            let meter = self.meter(key, &config.rules, |key, rules| {
                Meter::new(key.0, key.1, bucket.limits(), bucket.concurrency(), rules)
            });
            match uses.iter_mut().find(|known| known.meter == meter) {
                Some(known) => known.weight += bucket_use.weight(),
                None => uses.push(MeterUse { meter, weight: bucket_use.weight() }),
            }
        }
        for meter_use in &uses {
            self.meters[meter_use.meter].lanes += 1;
            #[cfg(feature = "redis")]
            self.share(meter_use.meter, key, endpoint.name, &config.rules);
        }
        let transit = endpoint.max_transit.map_or(config.rules.transit, Rules::transit_ticks);
        let lane = Lane::new(credential.clone(), *number, endpoint.name, uses.into(), transit);
        let lane = self.lanes.insert(lane);
        self.lane_ids.insert(key.clone(), lane);
        lane
    }

    /// Lets a meter that is new be shared, if meters are.
    #[cfg(feature = "redis")]
    fn share(&mut self, id: MeterId, (credential, number): &LaneKey, name: &str, rules: &Rules) {
        let (Some(sharing), meter) = (&self.sharing, &mut self.meters[id]) else { return };
        if meter.share.is_none() {
            let numbered = number.to_string();
            // A number may be another endpoint's in another version of the program.
            let endpoint = if name.is_empty() { &numbered } else { name };
            let (bucket, scope) = (meter.name, meter.scope);
            let by_credential = matches!(scope, Scope::Credential | Scope::CredentialAndEndpoint);
            let by_endpoint = matches!(scope, Scope::Endpoint | Scope::CredentialAndEndpoint);
            let whose = (by_credential.then_some(&**credential), by_endpoint.then_some(endpoint));
            let most = meter.concurrency(0).0;
            meter.share = Some(sharing.share((bucket, scope), whose, (meter.machine(), most), rules));
        }
    }

    fn meter(
        &mut self,
        key: MeterKey,
        rules: &Rules,
        make: impl FnOnce(&MeterKey, &Rules) -> Meter,
    ) -> MeterId {
        if let Some(&meter) = self.meter_ids.get(&key) {
            return meter;
        }
        let meter = self.meters.insert(make(&key, rules));
        self.meter_ids.insert(key, meter);
        meter
    }

    /// Brings what is kept of a lane up to date, after anything about its callers changed.
    pub(super) fn update(&mut self, id: LaneId, now: u64) {
        let lane = &mut self.lanes[id];
        lane.note_permits(now);
        let ends = [lane.queue.first_end_of_offers(), lane.alert_ends].into_iter().flatten().min();
        if ends != lane.ends {
            if let Some(known) = lane.ends {
                self.ends.remove(&(known, id));
            }
            if let Some(end) = ends {
                self.ends.insert((end, id));
            }
            lane.ends = ends;
        }
        let order: Option<Order> = lane.queue.head_order();
        let awaited = lane.queue.waiting() > 0;
        self.awaited += usize::from(awaited);
        self.awaited -= usize::from(std::mem::replace(&mut lane.awaited, awaited));
        if order != lane.order {
            for MeterUse { meter, .. } in lane.uses.iter() {
                let line = &mut self.meters[*meter].line;
                if let Some(known) = lane.order {
                    line.remove(&Rank { order: known, lane: id });
                }
                if let Some(order) = order {
                    line.insert(Rank { order, lane: id });
                }
            }
            lane.order = order;
        }
    }

    /// A meter is to be looked at again at this tick, or sooner.
    pub(super) fn look_again(&mut self, id: MeterId, at: u64) {
        let meter = &mut self.meters[id];
        if meter.due.is_none_or(|due| due > at) {
            if let Some(due) = meter.due.replace(at) {
                self.due.remove(&(due, id));
            }
            self.due.insert((at, id));
        }
    }

    /// A meter is being looked at.
    pub(super) fn looked_at(&mut self, id: MeterId) {
        if let Some(due) = self.meters[id].due.take() {
            self.due.remove(&(due, id));
        }
    }

    /// When time alone changes something next, unless a request ends before; `None` if nothing does.
    pub(super) fn next_event(&self, now: u64) -> Option<u64> {
        let room = self.due.first().map(|&(at, _)| at);
        // What could end by now ends when somebody needs it.
        let ends = self.ends.range((now + 1, 0)..).next().map(|&(at, _)| at);
        room.into_iter().chain(ends).min()
    }

    /// Wakes the timers that are set too late, or that nobody needs.
    pub(super) fn set_timers(&mut self, now: u64, wakes: &mut WakeList) {
        if self.awaited == 0 {
            self.timers.end(now, &mut wakes.others);
        } else if let Some(next) = self.next_event(now) {
            self.timers.wake_later_than(next, &mut wakes.others);
        }
    }

    /// Looks at so many lanes and meters, and removes those that are idle.
    pub(super) fn tidy(&mut self, steps: usize, now: u64, rules: &Rules) {
        for _ in 0..steps {
            self.swept = if self.swept < self.lanes.capacity() { self.swept + 1 } else { 0 };
            if self.lanes.get(self.swept).is_some_and(|lane| lane.is_idle(now)) {
                self.remove_lane(self.swept);
            }
            // One that was used again and left again stands there twice.
            let orphan = self.orphans.pop_front().filter(|(key, id)| self.meter_ids.get(key) == Some(id));
            if let Some((key, id)) = orphan {
                if self.meters[id].is_idle(now, rules) {
                    self.looked_at(id);
                    #[cfg(feature = "redis")]
                    if let (Some(sharing), Some(share)) = (&mut self.sharing, &self.meters[id].share)
                        && let Some(look) = share.look
                    {
                        sharing.looks.remove(&(look, id));
                    }
                    self.meters.remove(id);
                    self.meter_ids.remove(&key);
                } else if self.meters[id].lanes == 0 {
                    self.orphans.push_back((key, id));
                }
            }
        }
    }

    fn remove_lane(&mut self, id: LaneId) {
        let lane = self.lanes.remove(id);
        if let Some(end) = lane.ends {
            self.ends.remove(&(end, id));
        }
        for MeterUse { meter: number, .. } in lane.uses.iter() {
            let meter = &mut self.meters[*number];
            meter.lanes -= 1;
            if meter.lanes == 0 {
                let key = meter_key(meter.name, meter.scope, &lane.credential, lane.endpoint);
                self.orphans.push_back((key, *number));
            }
        }
        self.lane_ids.remove(&(lane.credential, lane.endpoint));
    }

    /// How many meters and lanes there are.
    #[cfg(test)]
    pub(super) fn sizes(&self) -> (usize, usize) {
        (self.meters.len(), self.lanes.len())
    }
}
