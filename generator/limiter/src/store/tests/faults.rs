//! What happens when the store is away or forgets, and when a process is gone.

use std::sync::atomic::Ordering;
use std::time::Duration;

use paceline_test_support::rate_server::per_second;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};

use super::world::{SECOND, SECONDLY, World};
use crate::clock::TICKS_PER_SECOND;
use crate::error::LimitError;
use crate::lease::Terms;
use crate::limiter::Limiter;
use crate::outage::{Conduct, Outage};
use crate::outcome::Outcome;
use crate::priority::Priority;

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
        assert!(silence < Duration::from_millis(700) && goodput >= 0.98, "{silence:?} {goodput}");
    }
}

/// Lets four processes work, of which one is gone after a while. Returns what is sent within 20 seconds after, and in the ten after
/// these, as parts of what could be.
async fn killed(terms: Terms) -> (f64, f64) {
    let world = World::with_round_trip(80_000.0, 4, &[per_second(15)], (Conduct::default(), terms));
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
    (within / most, after / most)
}

/// Lets four processes work while the store is away for some seconds. Returns what is sent within 20 seconds from then on, as a
/// part of what could be, and the longest silence.
async fn paused(terms: Terms, seconds: u64) -> (f64, Duration) {
    let world = World::with_round_trip(80_000.0, 4, &[per_second(15)], (Conduct::default(), terms));
    let work = world.start(SECONDLY, 1, 8, Duration::from_secs(60));
    sleep(Duration::from_secs(20)).await;
    let (from, before) = (Instant::now(), world.sent.load(Ordering::Relaxed));
    world.store.away.store(true, Ordering::Relaxed);
    sleep(Duration::from_secs(seconds)).await;
    world.store.away.store(false, Ordering::Relaxed);
    sleep_until(from + Duration::from_secs(20)).await;
    let within = (world.sent.load(Ordering::Relaxed) - before) as f64 / 20.0;
    let silence = world.longest_silence(from, from + Duration::from_secs(20));
    work.iter().flatten().for_each(JoinHandle::abort);
    world.check();
    (within / (15.0 / (SECOND + world.mean_round_trip())), silence)
}

#[tokio::test(start_paused = true)]
async fn the_slots_of_a_process_that_is_killed_come_back() {
    let (within, after) = killed(Terms::DEFAULT).await;
    println!("{within:.3} within 20 s, {after:.3} after");
    assert!(within >= 0.85 && after >= 0.97);
}

#[tokio::test(start_paused = true)]
async fn a_longer_lease_outlives_longer_outages_and_returns_later() {
    println!("| lease | a process is killed: sent in 20 s | the store is away for 3 s | for 5 s |");
    let mut table = Vec::new();
    for seconds in [2, 3, 4, 5, 8] {
        let terms = Terms { lease: seconds * TICKS_PER_SECOND, ..Terms::DEFAULT };
        let (killed, _) = killed(terms).await;
        let away = [paused(terms, 3).await, paused(terms, 5).await];
        let away = away.map(|(sent, silence)| {
            format!("{:.1} %, silent for {:.1} s", sent * 100.0, silence.as_secs_f64())
        });
        println!("| {seconds} s | {:.1} % | {} | {} |", killed * 100.0, away[0], away[1]);
        table.push(killed);
    }
    assert!(table.is_sorted_by(|shorter, longer| *shorter + 0.01 >= *longer), "{table:?}");
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
        let own = world.limiters[0].observe_shares().remove(0);
        assert!(!own.alive && own.lease_ends < Instant::now(), "{own:?}");
        assert_eq!(world.limiters[0].observe_processes().await, Err(LimitError::StoreUnavailable));
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

#[tokio::test(start_paused = true)]
async fn who_only_observes_is_not_held_up_and_says_how_much_would_have_been() {
    let conduct = Conduct { observes: true, outage: Outage::Fail };
    let world = World::with_round_trip(80_000.0, 2, &[per_second(15)], (conduct, Terms::DEFAULT));
    let work = world.start(SECONDLY, 1, 16, Duration::from_secs(30));
    sleep(Duration::from_secs(20)).await;
    world.store.away.store(true, Ordering::Relaxed);
    sleep(Duration::from_secs(10)).await;
    let errors = work.iter().flatten().filter(|worker| worker.is_finished()).count();
    work.iter().flatten().for_each(JoinHandle::abort);
    let shares: Vec<_> = world.limiters.iter().flat_map(Limiter::observe_shares).collect();
    let (sent, refused) = (world.sent.load(Ordering::Relaxed), world.server.lock().unwrap().refused);
    println!("{sent} sent, {refused} refused, {shares:?}");
    // Each keeps its own limit, so together they are refused what goes beyond it.
    assert!(errors == 0 && sent > 400 && refused > 10, "{errors} {sent} {refused}");
    assert!(shares.iter().all(|share| share.exceeded > 50), "{shares:?}");
}
