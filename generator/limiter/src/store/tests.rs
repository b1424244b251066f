//! Several limiters that share one store, in paused time, against servers that count in a sliding log.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline_test_support::rate_server::{ServerLimit, per_minute, per_second};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use crate::bucket::{Bucket, BucketUse, Scope};
use crate::endpoint_limits::EndpointLimits;
use crate::error::LimitError;
use crate::lease::Terms;
use crate::limit::Limit;
use crate::outage::{Conduct, Outage};
use crate::outcome::Outcome;
use crate::priority::Priority;

mod world;
mod faults;

use world::{BOTH, SECOND, SECONDLY, World, fairness};

/// How processes fared.
struct Figures {
    /// As a part of what one process could have.
    goodput: f64,
    fairness: f64,
    trips: f64,
    /// The 99th percentile of the waits, and the longest of them, as parts of the median.
    waits: (f64, f64),
}

/// Lets processes work.
async fn saturated(processes: usize, workers: usize, round_trip: f64) -> Figures {
    let world = World::with_round_trip(
        round_trip,
        processes,
        &[per_second(15)],
        (Conduct::default(), Terms::DEFAULT),
    );
    let length = Duration::from_secs(240);
    let work = world.start(SECONDLY, 1, workers, length);
    sleep(length).await;
    work.iter().flatten().for_each(JoinHandle::abort);
    let each = world.check();
    let rate = each.iter().sum::<u64>() as f64 / length.as_secs_f64();
    let goodput = rate / (15.0 / (SECOND + world.mean_round_trip()));
    let (fairness, trips, waits) = (fairness(&each), world.trips_a_grant(), world.spread_of_waits());
    println!(
        "{processes} x {workers}, {:.0} ms: goodput {goodput:.4}, fairness {fairness:.4}, trips {trips:.3}, waits {:.2} and {:.2} x median; {each:?}",
        round_trip / 1_000.0,
        waits.0,
        waits.1
    );
    Figures { goodput, fairness, trips, waits }
}

#[tokio::test(start_paused = true)]
async fn four_processes_share_a_limit_without_a_loss() {
    for round_trip in [80_000.0, 300_000.0] {
        saturated(1, 32, round_trip).await;
        let Figures { goodput, fairness, trips, waits } = saturated(4, 8, round_trip).await;
        assert!(goodput >= 0.99 && fairness >= 0.98 && trips <= 0.5, "{goodput} {fairness} {trips}");
        // Eight callers wait two windows or three, as their process has four slots of the fifteen or three. So the 99th
        // percentile is half as much again as the median, where one process alone has a fifth.
        assert!(waits.0 <= 1.6 && waits.1 <= 2.0, "{waits:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn twenty_processes_share_fifteen_slots() {
    let Figures { goodput, fairness, trips, waits } = saturated(20, 8, 80_000.0).await;
    assert!(goodput >= 0.98 && fairness >= 0.98 && trips <= 1.5, "{goodput} {fairness} {trips}");
    assert!(waits.1 <= 3.0, "{waits:?}");
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
    let seen = world.limiters[1].observe_processes().await.unwrap().remove(0);
    let of = |is_own| seen.processes.iter().find(|process| process.is_own == is_own).unwrap().held[0];
    assert_eq!((of(true), of(false).0), ((0, 1), 15));
    drop(held);
    world.limiters[0].leave().await;
    let permit = timeout(Duration::from_millis(10), second.acquire(SECONDLY, Priority::Normal, None)).await;
    assert!(permit.is_ok(), "what was never used need not rest");
    assert_eq!(first.acquire(SECONDLY, Priority::Normal, None).await.map(drop), Err(LimitError::Closed));
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
