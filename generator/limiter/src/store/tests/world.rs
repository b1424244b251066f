//! Limiters that stand for processes, in paused time, and the server that they call.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline_test_support::Rng;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, Server, ServerLimit};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use super::super::memory::MemoryStore;
use crate::endpoint_limits::EndpointLimits;
use crate::lease::Terms;
use crate::limit::Limit;
use crate::limiter::Limiter;
use crate::options::LimiterOptions;
use crate::outage::{Conduct, Outage};
use crate::outcome::Outcome;
use crate::priority::Priority;

pub(super) const SECONDLY: EndpointLimits =
    EndpointLimits::new(0, &[Limit::per_second(15)]).named("secondly");
pub(super) const BOTH: EndpointLimits =
    EndpointLimits::new(1, &[Limit::per_second(15), Limit::per_minute(450)]).named("both");

/// After so long every process has its part.
pub(super) const SETTLED: Duration = Duration::from_secs(20);

/// The window of a second as the limiter keeps it.
pub(super) const SECOND: f64 = 1.002_6;

/// Limiters that stand for processes, a store, and the server that they call.
pub(super) struct World {
    pub(super) store: Arc<MemoryStore>,
    pub(super) limiters: Vec<Limiter>,
    pub(super) server: Mutex<Server>,
    pub(super) rng: Mutex<Rng>,
    /// Half a round trip to the server, on average, in microseconds.
    pub(super) half_round_trip: f64,
    pub(super) began: Instant,
    /// Sum of all round trips to the server, in microseconds.
    pub(super) round_trips: AtomicU64,
    pub(super) sent: AtomicU64,
    /// How many requests each limiter sent, and when the last one was accepted.
    pub(super) each: Mutex<Vec<u64>>,
    pub(super) accepted: Mutex<Vec<Instant>>,
    /// How long callers waited for their turns, from when everything had settled.
    pub(super) waits: Mutex<Vec<Duration>>,
}

impl World {
    pub(super) fn new(processes: usize, limits: &[ServerLimit], outage: Outage) -> Arc<Self> {
        Self::with_round_trip(
            80_000.0,
            processes,
            limits,
            (Conduct { outage, observes: false }, Terms::DEFAULT),
        )
    }

    pub(super) fn with_round_trip(
        round_trip: f64,
        processes: usize,
        limits: &[ServerLimit],
        (conduct, terms): (Conduct, Terms),
    ) -> Arc<Self> {
        let half_round_trip = round_trip / 2.0;
        let store = MemoryStore::new(Duration::from_micros(300), terms);
        let limiter = |number: usize| {
            let store = store.clone();
            Limiter::on_store(LimiterOptions::new(), store, number as u64 + 1, "test:".into(), conduct)
        };
        let limiters = (0..processes).map(limiter).collect();
        Arc::new(Self {
            store,
            limiters,
            server: Mutex::new(Server::new(Rule::SlidingLog, limits)),
            rng: Mutex::new(Rng::with_seed(3)),
            half_round_trip,
            began: Instant::now(),
            round_trips: AtomicU64::new(0),
            sent: AtomicU64::new(0),
            each: Mutex::new(vec![0; processes]),
            accepted: Mutex::default(),
            waits: Mutex::default(),
        })
    }

    pub(super) fn delay(&self) -> Duration {
        Duration::from_micros(one_way_delay(&mut self.rng.lock().unwrap(), self.half_round_trip))
    }

    pub(super) async fn call_until(
        self: Arc<Self>,
        process: usize,
        endpoint: EndpointLimits,
        weight: u32,
        end: Instant,
    ) {
        let credential = self.limiters[process].credential("robot");
        while Instant::now() < end {
            let asked = Instant::now();
            let Ok(permit) = credential.acquire(endpoint, Priority::Normal, None).await else { return };
            let in_flight = permit.start();
            let sent = Instant::now();
            if sent - self.began > SETTLED {
                self.waits.lock().unwrap().push(sent - asked);
            }
            sleep(self.delay()).await;
            let at = self.began.elapsed().as_micros() as u64;
            let accepted = (0..weight).all(|_| self.server.lock().unwrap().arrive(at));
            sleep(self.delay()).await;
            self.round_trips.fetch_add(sent.elapsed().as_micros() as u64, Ordering::Relaxed);
            self.sent.fetch_add(1, Ordering::Relaxed);
            self.each.lock().unwrap()[process] += 1;
            self.accepted.lock().unwrap().push(Instant::now());
            in_flight.finish(if accepted { Outcome::Responded } else { Outcome::Throttled { after: None } });
        }
    }

    /// So many workers of each process call without a rest.
    pub(super) fn start(
        self: &Arc<Self>,
        endpoint: EndpointLimits,
        weight: u32,
        workers: usize,
        length: Duration,
    ) -> Vec<Vec<JoinHandle<()>>> {
        let end = Instant::now() + length;
        let process = |process| {
            let work = |_| tokio::spawn(self.clone().call_until(process, endpoint, weight, end));
            (0..workers).map(work).collect()
        };
        (0..self.limiters.len()).map(process).collect()
    }

    /// Fails if the server refused anything. Returns what was sent of each process.
    pub(super) fn check(&self) -> Vec<u64> {
        let server = self.server.lock().unwrap();
        assert_eq!((server.refused, server.broken_windows), (0, 0));
        self.each.lock().unwrap().clone()
    }

    pub(super) fn mean_round_trip(&self) -> f64 {
        self.round_trips.load(Ordering::Relaxed) as f64 / self.sent.load(Ordering::Relaxed) as f64 / 1e6
    }

    /// The 99th percentile of the waits, and the longest of them, as parts of the median.
    pub(super) fn spread_of_waits(&self) -> (f64, f64) {
        let mut waits = self.waits.lock().unwrap().clone();
        waits.sort_unstable();
        let at = |part: usize| waits[(waits.len() - 1) * part / 100].as_secs_f64();
        (at(99) / at(50), at(100) / at(50))
    }

    pub(super) fn trips_a_grant(&self) -> f64 {
        self.store.statements.load(Ordering::Relaxed) as f64 / self.sent.load(Ordering::Relaxed) as f64
    }

    /// The longest time without a request that was accepted, between two instants.
    pub(super) fn longest_silence(&self, from: Instant, to: Instant) -> Duration {
        let accepted = self.accepted.lock().unwrap();
        let within = accepted.iter().copied().filter(|&at| at > from && at < to);
        let mut last = from;
        let gaps = within.chain([to]).map(|at| at - std::mem::replace(&mut last, at));
        gaps.max().unwrap_or_default()
    }
}

/// Jain's index of fairness.
pub(super) fn fairness(each: &[u64]) -> f64 {
    let (sum, squares) = each.iter().fold((0.0, 0.0), |(sum, squares), &one| {
        let one = one as f64;
        (sum + one, squares + one * one)
    });
    sum * sum / (each.len() as f64 * squares)
}
