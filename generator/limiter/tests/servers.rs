//! Callers, the limiter and a server together, in paused time: not one 429, at full speed.
//!
//! The whole table of goodput: `cargo test -p paceline --release --test servers -- --nocapture`.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

use paceline::{
    Acquire, CredentialLimiter, EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Pacing, Permit,
    Policy, Priority,
};
use paceline_test_support::Rng;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, Server, ServerLimit, per_minute, per_second};
use tokio::time::{Instant, sleep};

const SECONDLY: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(15)]);
const BOTH: EndpointLimits = EndpointLimits::new(1, &[Limit::per_second(15), Limit::per_minute(450)]);

/// A server behind a network, and what it saw.
struct Remote {
    server: Mutex<Server>,
    rng: Mutex<Rng>,
    began: Instant,
    /// In microseconds.
    half_round_trip: f64,
    /// Sum of all round trips in microseconds.
    round_trips: AtomicU64,
    /// How often a future that waits for a permit was polled.
    polls: AtomicU64,
}

impl Remote {
    fn new(rule: Rule, limits: &[ServerLimit], round_trip: Duration) -> Arc<Self> {
        Arc::new(Self {
            server: Mutex::new(Server::new(rule, limits)),
            rng: Mutex::new(Rng::with_seed(3)),
            began: Instant::now(),
            half_round_trip: round_trip.as_micros() as f64 / 2.0,
            round_trips: AtomicU64::new(0),
            polls: AtomicU64::new(0),
        })
    }

    fn delay(&self) -> Duration {
        Duration::from_micros(one_way_delay(&mut self.rng.lock().unwrap(), self.half_round_trip))
    }

    /// One request, there and back. Says whether the server accepted it.
    async fn round_trip(&self) -> bool {
        let sent = Instant::now();
        sleep(self.delay()).await;
        let accepted = self.server.lock().unwrap().arrive(self.began.elapsed().as_micros() as u64);
        sleep(self.delay()).await;
        self.round_trips.fetch_add(sent.elapsed().as_micros() as u64, Ordering::Relaxed);
        accepted
    }

    /// Awaits a permit and counts how often that is polled.
    async fn counting(&self, acquire: Acquire) -> Permit {
        let mut acquire = pin!(acquire);
        std::future::poll_fn(|cx| {
            self.polls.fetch_add(1, Ordering::Relaxed);
            acquire.as_mut().poll(cx)
        })
        .await
        .unwrap()
    }

    /// Calls without a rest until `end`.
    async fn call_until(
        self: Arc<Self>,
        credential: CredentialLimiter,
        endpoint: EndpointLimits,
        end: Instant,
    ) {
        while Instant::now() < end {
            let acquire = credential.acquire(endpoint, Priority::Normal, None);
            let in_flight = self.counting(acquire).await.start();
            let outcome =
                if self.round_trip().await { Outcome::Responded } else { Outcome::Throttled { after: None } };
            in_flight.finish(outcome);
        }
    }

    /// Keeps so many callers busy for `length`. Returns how many requests a second were accepted.
    async fn run(
        self: &Arc<Self>,
        limiter: &Limiter,
        endpoint: EndpointLimits,
        callers: usize,
        length: Duration,
    ) -> f64 {
        let end = Instant::now() + length;
        let call = |_| {
            let credential = limiter.credential("somebody");
            tokio::spawn(self.clone().call_until(credential, endpoint, end))
        };
        let calls: Vec<_> = (0..callers).map(call).collect();
        tokio::time::sleep_until(end).await;
        let accepted = self.server.lock().unwrap().accepted;
        calls.iter().for_each(tokio::task::JoinHandle::abort);
        accepted as f64 / length.as_secs_f64()
    }

    /// In seconds.
    fn mean_round_trip(&self) -> f64 {
        let server = self.server.lock().unwrap();
        self.round_trips.load(Ordering::Relaxed) as f64 / 1e6 / (server.accepted + server.refused) as f64
    }

    /// How many requests were refused, and how many filled a window beyond its limit.
    fn refused(&self) -> (u64, u64) {
        let server = self.server.lock().unwrap();
        (server.refused, server.broken_windows)
    }
}

#[tokio::test(start_paused = true)]
async fn fifteen_a_second_is_kept_and_used_under_every_rule() {
    for rule in Rule::COUNTING {
        for callers in [1, 50, 1000] {
            let remote = Remote::new(rule, &[per_second(15)], Duration::from_millis(80));
            let limiter = Limiter::new(LimiterOptions::new());
            let length = Duration::from_secs(if callers == 50 { 240 } else { 60 });
            let goodput = remote.run(&limiter, SECONDLY, callers, length).await;
            assert_eq!(remote.refused(), (0, 0), "{rule:?}, {callers} callers");
            let possible =
                (15.0 / (1.0 + remote.mean_round_trip())).min(callers as f64 / remote.mean_round_trip());
            println!("{rule:?}, {callers} callers: {goodput:.2}/s, {:.2} %", 100.0 * goodput / possible);
            // One caller alone cannot keep the slots busy; a short run ends in the middle of a window.
            assert!(callers != 50 || goodput >= 0.995 * possible, "{goodput} of {possible}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn two_limits_at_once_are_kept_and_used_under_every_rule() {
    for rule in Rule::COUNTING {
        for callers in [50, 1000] {
            let remote = Remote::new(rule, &[per_second(15), per_minute(450)], Duration::from_millis(80));
            let limiter = Limiter::new(LimiterOptions::new());
            let goodput = remote.run(&limiter, BOTH, callers, Duration::from_secs(300)).await;
            assert_eq!(remote.refused(), (0, 0), "{rule:?}, {callers} callers");
            println!("{rule:?}, {callers} callers: {:.2} % of 450/min", 100.0 * goodput / 7.5);
            assert!(goodput >= 0.999 * 7.5, "{goodput}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_estimating_server_is_content_with_a_paced_client() {
    let remote =
        Remote::new(Rule::WeightedCounter { phase: 0 }, &[per_second(15)], Duration::from_millis(80));
    let limiter = Limiter::new(LimiterOptions::new().pacing(Pacing::EVEN));
    let goodput = remote.run(&limiter, SECONDLY, 50, Duration::from_secs(600)).await;
    let (refused, _) = remote.refused();
    println!("paced, weighted counter: {refused} refused in ten minutes, {goodput:.2}/s");
    assert!(refused as f64 <= 0.2 * goodput * 600.0 / 1000.0);
}

#[tokio::test(start_paused = true)]
async fn a_waiting_caller_is_polled_once_to_join_and_once_to_go() {
    let remote = Remote::new(Rule::SlidingLog, &[per_second(15)], Duration::from_millis(80));
    let limiter = Limiter::new(LimiterOptions::new());
    let goodput = remote.run(&limiter, SECONDLY, 1000, Duration::from_secs(600)).await;
    let grants = goodput * 600.0;
    // The thousand polls that joined the line at the beginning are not a grant's cost; each later one is
    // counted. Two for each grant is the least for a future that has to wait: one joins the line, one takes
    // the turn. The second figure leaves the first of them out, as the bench does for everybody's limiter.
    let polls = (remote.polls.load(Ordering::Relaxed) - 1000) as f64;
    println!(
        "{:.3} polls for each grant, {:.3} without the one to join",
        polls / grants,
        polls / grants - 1.0
    );
    assert!(polls / grants <= 2.05);
}

#[tokio::test(start_paused = true)]
async fn a_lower_limit_than_declared_is_found() {
    let remote = Remote::new(Rule::SlidingLog, &[per_second(10)], Duration::from_millis(80));
    let limiter = Limiter::new(LimiterOptions::new());
    let goodput = remote.run(&limiter, SECONDLY, 50, Duration::from_secs(1000)).await;
    let (refused, _) = remote.refused();
    let achievable = 10.0 / (1.0 + remote.mean_round_trip());
    let per_thousand = refused as f64 / goodput;
    println!("declared 15/s, real 10/s: {per_thousand:.2} per 1000, {:.2} %", 100.0 * goodput / achievable);
    assert!(per_thousand <= 5.0 && goodput >= 0.98 * achievable);
    let key = &limiter.observe()[0];
    assert_eq!(u64::from(key.throttles), refused);
    assert!((9..=11).contains(&key.limits[0].effective));
}

/// One call that may be given up at any point: in line, with a permit in hand, or after the sending. `detach` says whether
/// the request is then carried to its end by somebody else.
async fn call_that_may_be_given_up(remote: Arc<Remote>, credential: CredentialLimiter, detach: bool) {
    let permit = credential.acquire(SECONDLY, Priority::Normal, None).await.unwrap();
    tokio::task::yield_now().await;
    let in_flight = permit.start();
    let carried = tokio::spawn(async move {
        remote.round_trip().await;
        if detach {
            in_flight.finish(Outcome::Responded);
        }
    });
    carried.await.unwrap();
}

/// Cancels calls at random instants. Says the goodput as a share of what is possible.
async fn cancel_at_random(cancellations: u64, options: LimiterOptions, detach: bool) -> f64 {
    let remote = Remote::new(Rule::SlidingLog, &[per_second(15)], Duration::from_millis(80));
    let limiter = Limiter::new(options);
    let credential = limiter.credential("somebody");
    let mut rng = Rng::with_seed(5);
    let began = Instant::now();
    let mut cancelled = 0;
    let mut calls = std::collections::VecDeque::new();
    while cancelled < cancellations {
        for _ in 0..20 {
            let call = call_that_may_be_given_up(remote.clone(), credential.clone(), detach);
            calls.push_back(tokio::spawn(call));
        }
        sleep(Duration::from_micros(rng.u64(..20_000))).await;
        while calls.len() > 60 {
            let victim = rng.usize(..calls.len());
            let call = calls.swap_remove_back(victim).unwrap();
            cancelled += u64::from(!call.is_finished());
            call.abort();
        }
    }
    let length = began.elapsed().as_secs_f64();
    calls.iter().for_each(tokio::task::JoinHandle::abort);
    assert_eq!(remote.refused(), (0, 0));
    let accepted = remote.server.lock().unwrap().accepted as f64;
    let possible = length * 15.0 / (1.0 + remote.mean_round_trip());
    sleep(Duration::from_secs(60)).await;
    let key = limiter.observe().remove(0);
    assert_eq!((key.limits[0].used, key.waiters), (0, 0), "a slot or a caller was lost");
    println!(
        "{cancelled} cancelled in {length:.0} s: {:.2} % of what is possible",
        100.0 * accepted / possible
    );
    accepted / possible
}

#[tokio::test(start_paused = true)]
async fn cancellations_lose_nothing() {
    let share = cancel_at_random(20_000, LimiterOptions::new(), true).await;
    assert!(share >= 0.99);
    // Nobody carries the request to its end: slots are held to the cap, and nothing worse happens.
    cancel_at_random(2_000, LimiterOptions::new(), false).await;
    cancel_at_random(2_000, LimiterOptions::new().policy(Policy::Strict), false).await;
}

/// `cargo test -p paceline --release --test servers -- --ignored --nocapture a_million`
#[tokio::test(start_paused = true)]
#[ignore = "a minute"]
async fn a_million_cancellations_lose_nothing() {
    let share = cancel_at_random(1_000_000, LimiterOptions::new(), true).await;
    assert!(share >= 0.995 * 0.995);
}

#[tokio::test(start_paused = true)]
async fn a_future_that_is_ready_and_dropped_passes_its_turn_on() {
    let limiter = Limiter::new(LimiterOptions::new());
    let credential = limiter.credential("somebody");
    const ONE: EndpointLimits = EndpointLimits::new(2, &[Limit::per_second(1)]);
    let held = credential.acquire(ONE, Priority::Normal, None).await.unwrap();
    let mut first = Box::pin(credential.acquire(ONE, Priority::Normal, None));
    let mut second = Box::pin(credential.acquire(ONE, Priority::Normal, None));
    let mut poll_both = std::future::poll_fn(|cx| {
        assert!(first.as_mut().poll(cx).is_pending() && second.as_mut().poll(cx).is_pending());
        Poll::Ready(())
    });
    (&mut poll_both).await;
    drop(held);
    // The first was granted the slot but never polled again.
    drop(first);
    let before = Instant::now();
    drop(second.await.unwrap());
    assert_eq!(before.elapsed(), Duration::ZERO);
}
