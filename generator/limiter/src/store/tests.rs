//! Several limiters that share one store, in paused time, against servers that count in a sliding log.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline_test_support::Rng;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, Server, ServerLimit, per_minute, per_second};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::memory::MemoryStore;
use crate::bucket::{Bucket, BucketUse, Scope};
use crate::endpoint_limits::EndpointLimits;
use crate::error::LimitError;
use crate::limit::Limit;
use crate::limiter::Limiter;
use crate::options::LimiterOptions;
use crate::outage::Outage;
use crate::outcome::Outcome;
use crate::priority::Priority;

const SECONDLY: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(15)]).named("secondly");
const BOTH: EndpointLimits =
    EndpointLimits::new(1, &[Limit::per_second(15), Limit::per_minute(450)]).named("both");

/// The window of a second as the limiter keeps it.
const SECOND: f64 = 1.002_6;

/// Limiters that stand for processes, a store, and the server that they call.
struct World {
    store: Arc<MemoryStore>,
    limiters: Vec<Limiter>,
    server: Mutex<Server>,
    rng: Mutex<Rng>,
    began: Instant,
    /// Sum of all round trips to the server, in microseconds.
    round_trips: AtomicU64,
    sent: AtomicU64,
    /// How many requests each limiter sent, and when the last one was accepted.
    each: Mutex<Vec<u64>>,
    accepted: Mutex<Vec<Instant>>,
}

impl World {
    fn new(processes: usize, limits: &[ServerLimit], outage: Outage) -> Arc<Self> {
        let store = MemoryStore::new(Duration::from_micros(300));
        let limiter = |number: usize| {
            let store = store.clone();
            Limiter::on_store(LimiterOptions::new(), store, number as u64 + 1, "test:".into(), outage)
        };
        let limiters = (0..processes).map(limiter).collect();
        Arc::new(Self {
            store,
            limiters,
            server: Mutex::new(Server::new(Rule::SlidingLog, limits)),
            rng: Mutex::new(Rng::with_seed(3)),
            began: Instant::now(),
            round_trips: AtomicU64::new(0),
            sent: AtomicU64::new(0),
            each: Mutex::new(vec![0; processes]),
            accepted: Mutex::default(),
        })
    }

    fn delay(&self) -> Duration {
        Duration::from_micros(one_way_delay(&mut self.rng.lock().unwrap(), 40_000.0))
    }

    async fn call_until(
        self: Arc<Self>,
        process: usize,
        endpoint: EndpointLimits,
        weight: u32,
        end: Instant,
    ) {
        let credential = self.limiters[process].credential("robot");
        while Instant::now() < end {
            let Ok(permit) = credential.acquire(endpoint, Priority::Normal, None).await else { return };
            let in_flight = permit.start();
            let sent = Instant::now();
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
    fn start(
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
    fn check(&self) -> Vec<u64> {
        let server = self.server.lock().unwrap();
        assert_eq!((server.refused, server.broken_windows), (0, 0));
        self.each.lock().unwrap().clone()
    }

    fn mean_round_trip(&self) -> f64 {
        self.round_trips.load(Ordering::Relaxed) as f64 / self.sent.load(Ordering::Relaxed) as f64 / 1e6
    }

    fn trips_a_grant(&self) -> f64 {
        self.store.statements.load(Ordering::Relaxed) as f64 / self.sent.load(Ordering::Relaxed) as f64
    }

    /// The longest time without a request that was accepted, between two instants.
    fn longest_silence(&self, from: Instant, to: Instant) -> Duration {
        let accepted = self.accepted.lock().unwrap();
        let within = accepted.iter().copied().filter(|&at| at > from && at < to);
        let mut last = from;
        let gaps = within.chain([to]).map(|at| at - std::mem::replace(&mut last, at));
        gaps.max().unwrap_or_default()
    }
}

/// Jain's index of fairness.
fn fairness(each: &[u64]) -> f64 {
    let (sum, squares) = each.iter().fold((0.0, 0.0), |(sum, squares), &one| {
        let one = one as f64;
        (sum + one, squares + one * one)
    });
    sum * sum / (each.len() as f64 * squares)
}

/// Lets processes work; returns their goodput as a part of what one process could have, fairness and trips a grant.
async fn saturated(processes: usize, workers: usize, seconds: u64) -> (f64, f64, f64) {
    let world = World::new(processes, &[per_second(15)], Outage::Wait);
    let length = Duration::from_secs(seconds);
    let work = world.start(SECONDLY, 1, workers, length);
    sleep(length).await;
    work.iter().flatten().for_each(JoinHandle::abort);
    let each = world.check();
    let rate = each.iter().sum::<u64>() as f64 / length.as_secs_f64();
    let goodput = rate / (15.0 / (SECOND + world.mean_round_trip()));
    let figures = (goodput, fairness(&each), world.trips_a_grant());
    println!(
        "{processes} x {workers}: goodput {:.4}, fairness {:.4}, trips {:.3}; {each:?}",
        figures.0, figures.1, figures.2
    );
    figures
}

#[tokio::test(start_paused = true)]
async fn four_processes_share_a_limit_without_a_loss() {
    let (goodput, fairness, trips) = saturated(4, 8, 240).await;
    assert!(goodput >= 0.99 && fairness >= 0.98 && trips <= 0.5, "{goodput} {fairness} {trips}");
}

#[tokio::test(start_paused = true)]
async fn twenty_processes_share_fifteen_slots() {
    let (goodput, fairness, trips) = saturated(20, 8, 240).await;
    assert!(goodput >= 0.98 && fairness >= 0.98 && trips <= 1.5, "{goodput} {fairness} {trips}");
}

#[tokio::test(start_paused = true)]
async fn two_limits_hold_at_once() {
    let mut sent = Vec::new();
    for (processes, workers) in [(1, 32), (4, 8)] {
        let world = World::new(processes, &[per_second(15), per_minute(450)], Outage::Wait);
        let length = Duration::from_secs(150);
        let work = world.start(BOTH, 1, workers, length);
        sleep(length).await;
        work.iter().flatten().for_each(JoinHandle::abort);
        let each = world.check();
        println!("{each:?}, trips {:.3}", world.trips_a_grant());
        assert!(fairness(&each) >= 0.98, "{each:?}");
        sent.push(each.iter().sum::<u64>());
    }
    assert!(sent[1] as f64 >= 0.98 * sent[0] as f64, "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn a_store_that_is_away_or_forgets_is_hardly_noticed() {
    for forgets in [false, true] {
        let world = World::new(4, &[per_second(15)], Outage::Wait);
        let length = Duration::from_secs(60);
        let work = world.start(SECONDLY, 1, 8, length);
        sleep(Duration::from_secs(20)).await;
        let from = Instant::now();
        if forgets {
            world.store.restart();
        } else {
            world.store.away.store(true, Ordering::Relaxed);
            sleep(Duration::from_secs(3)).await;
            world.store.away.store(false, Ordering::Relaxed);
        }
        sleep_until(from + Duration::from_secs(40)).await;
        work.iter().flatten().for_each(JoinHandle::abort);
        let each = world.check();
        let silence = world.longest_silence(from, from + Duration::from_secs(20));
        let after = world.accepted.lock().unwrap().iter().filter(|&&at| at > from).count() as f64 / 40.0;
        let goodput = after / (15.0 / (SECOND + world.mean_round_trip()));
        println!("forgets: {forgets}, silence {silence:?}, goodput after {goodput:.3}, {each:?}");
        assert!(silence < Duration::from_millis(1_100) && goodput >= 0.95, "{silence:?} {goodput}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_slots_of_a_process_that_is_killed_come_back() {
    let world = World::new(4, &[per_second(15)], Outage::Wait);
    let work = world.start(SECONDLY, 1, 8, Duration::from_secs(60));
    sleep(Duration::from_secs(20)).await;
    world.store.cut_off.lock().unwrap().insert(1);
    work[0].iter().for_each(JoinHandle::abort);
    let before = world.sent.load(Ordering::Relaxed);
    sleep(Duration::from_secs(20)).await;
    let within = (world.sent.load(Ordering::Relaxed) - before) as f64 / 20.0;
    let before = world.sent.load(Ordering::Relaxed);
    sleep(Duration::from_secs(10)).await;
    let after = (world.sent.load(Ordering::Relaxed) - before) as f64 / 10.0;
    work.iter().flatten().for_each(JoinHandle::abort);
    world.check();
    let most = 15.0 / (SECOND + world.mean_round_trip());
    println!("{:.3} within 20 s, {:.3} after", within / most, after / most);
    assert!(within >= 0.80 * most && after >= 0.97 * most);
}

#[tokio::test(start_paused = true)]
async fn an_idle_process_is_silent_and_its_first_call_costs_a_trip() {
    let world = World::new(2, &[per_second(15)], Outage::Wait);
    let credential = world.limiters[0].credential("robot");
    for calls in 1..=3 {
        let before = world.store.statements.load(Ordering::Relaxed);
        let asked = Instant::now();
        let permit = credential.acquire(SECONDLY, Priority::Normal, None).await.unwrap();
        assert!(asked.elapsed() < Duration::from_millis(3), "{:?}", asked.elapsed());
        assert_eq!(world.store.statements.load(Ordering::Relaxed), before + 1, "call {calls}");
        permit.start().finish(Outcome::Responded);
        sleep(Duration::from_secs(10)).await;
        let spoken = world.store.statements.load(Ordering::Relaxed);
        sleep(Duration::from_secs(30)).await;
        assert_eq!(world.store.statements.load(Ordering::Relaxed), spoken);
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_given_back_is_there_for_others_at_once() {
    let world = World::new(2, &[per_second(15)], Outage::Wait);
    let (first, second) = (world.limiters[0].credential("robot"), world.limiters[1].credential("robot"));
    let mut held = Vec::new();
    for _ in 0..15 {
        held.push(first.acquire(SECONDLY, Priority::Normal, None).await.unwrap());
    }
    let soon = second.acquire(SECONDLY, Priority::Normal, Some(Instant::now() + Duration::from_secs(2)));
    assert!(soon.await.is_err(), "all slots are held by permits");
    drop(held);
    world.limiters[0].leave().await;
    let permit = timeout(Duration::from_millis(10), second.acquire(SECONDLY, Priority::Normal, None)).await;
    assert!(permit.is_ok(), "what was never used need not rest");
    assert_eq!(first.acquire(SECONDLY, Priority::Normal, None).await.map(drop), Err(LimitError::Closed));
}

#[tokio::test(start_paused = true)]
async fn while_the_store_is_away_calls_wait_fail_or_go_on() {
    for outage in [Outage::Wait, Outage::Fail, Outage::Share] {
        let world = World::new(2, &[per_second(15)], outage);
        let credentials = [0, 1].map(|process| world.limiters[process].credential("robot"));
        for credential in [&credentials[..], &credentials[..]].concat() {
            let permit = credential.acquire(SECONDLY, Priority::Normal, None).await.unwrap();
            permit.start().finish(Outcome::Responded);
            sleep(Duration::from_millis(1_200)).await;
        }
        world.store.away.store(true, Ordering::Relaxed);
        sleep(Duration::from_secs(10)).await;
        let deadline = Some(Instant::now() + Duration::from_secs(5));
        let mut granted = 0;
        let error = loop {
            match credentials[0].acquire(SECONDLY, Priority::Normal, deadline).await {
                Ok(permit) => permit.start().finish(Outcome::Responded),
                Err(error) => break error,
            }
            granted += 1;
        };
        match outage {
            Outage::Wait => assert!(granted == 0 && error.is_deadline(), "{granted} {error}"),
            Outage::Fail => assert_eq!((granted, error), (0, LimitError::StoreUnavailable)),
            Outage::Share => assert!((30..=42).contains(&granted), "{granted}"),
        }
        world.store.away.store(false, Ordering::Relaxed);
        sleep(Duration::from_secs(5)).await;
        let permit = credentials[0].acquire(SECONDLY, Priority::Normal, None).await;
        assert!(permit.is_ok());
    }
}

/// Ten points a second for a credential, of which a call takes four.
static POINTS: Bucket = Bucket::new("points", Scope::Credential, &[Limit::per_second(10)]);
static HEAVY: EndpointLimits =
    EndpointLimits::new(2, &[]).counting_in(&[BucketUse::new(&POINTS).weighing(4)]).named("heavy");
static GAP: Bucket = Bucket::new("gap", Scope::All, &[Limit::gap(Duration::from_millis(200))]);
static SPACED: EndpointLimits =
    EndpointLimits::new(3, &[]).counting_in(&[BucketUse::new(&GAP)]).named("spaced");
static FEW: Bucket = Bucket::new("few", Scope::Credential, &[]).concurrent(3);
static NARROW: EndpointLimits =
    EndpointLimits::new(4, &[]).counting_in(&[BucketUse::new(&FEW)]).named("narrow");

#[tokio::test(start_paused = true)]
async fn weights_and_gaps_are_shared() {
    let gap = ServerLimit { requests: 1, window: 200_000 };
    for (endpoint, limits, weight, least) in [(&HEAVY, per_second(10), 4, 90), (&SPACED, gap, 1, 140)] {
        let world = World::new(3, &[limits], Outage::Wait);
        let work = world.start(*endpoint, weight, 4, Duration::from_secs(60));
        sleep(Duration::from_secs(60)).await;
        work.iter().flatten().for_each(JoinHandle::abort);
        let each = world.check();
        println!("{}: {each:?}, trips {:.2}", endpoint.name, world.trips_a_grant());
        assert!(each.iter().sum::<u64>() >= least && fairness(&each) >= 0.9, "{each:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn requests_at_the_same_time_are_shared() {
    let world = World::new(3, &[], Outage::Wait);
    let (running, most) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let counts: Arc<Mutex<Vec<u64>>> = Arc::new(Mutex::new(vec![0; 3]));
    for process in 0..3 {
        for _ in 0..3 {
            let credential = world.limiters[process].credential("robot");
            let (running, most, counts) = (running.clone(), most.clone(), counts.clone());
            tokio::spawn(async move {
                loop {
                    let permit = credential.acquire(NARROW, Priority::Normal, None).await.unwrap();
                    let in_flight = permit.start();
                    let now = running.fetch_add(1, Ordering::Relaxed) + 1;
                    most.fetch_max(now, Ordering::Relaxed);
                    sleep(Duration::from_millis(100)).await;
                    running.fetch_sub(1, Ordering::Relaxed);
                    counts.lock().unwrap()[process] += 1;
                    in_flight.finish(Outcome::Responded);
                }
            });
        }
    }
    sleep(Duration::from_secs(60)).await;
    let each = counts.lock().unwrap().clone();
    println!("{each:?}");
    assert_eq!(most.load(Ordering::Relaxed), 3);
    assert!(each.iter().sum::<u64>() >= 1_700 && fairness(&each) >= 0.98, "{each:?}");
}
