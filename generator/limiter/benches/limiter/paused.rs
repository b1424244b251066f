//! Callers, the limiter and a server that keeps a sliding log, in paused time: what gets through.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline::{CredentialLimiter, EndpointLimits, Limiter, LimiterOptions, Outcome, Priority};
use paceline_test_support::Rng;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, Server, ServerLimit, per_minute, per_second};
use tokio::time::{Instant, sleep};

use super::figures::Figure;
use super::{BOTH, SECONDLY};

/// A runtime whose time passes only when everybody waits.
pub(crate) fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_time().start_paused(true).build().expect("a runtime")
}

/// A server behind a network with a mean round trip of 80 ms.
struct World {
    server: Mutex<Server>,
    rng: Mutex<Rng>,
    began: Instant,
    /// Sum of the round trips in seconds, and their number.
    round_trips: Mutex<(f64, f64)>,
}

impl World {
    fn new(limits: &[ServerLimit]) -> Arc<Self> {
        Arc::new(Self {
            server: Mutex::new(Server::new(Rule::SlidingLog, limits)),
            rng: Mutex::new(Rng::with_seed(3)),
            began: Instant::now(),
            round_trips: Mutex::new((0.0, 0.0)),
        })
    }

    async fn hop(&self) {
        let micros = one_way_delay(&mut self.rng.lock().expect("whole"), 40_000.0);
        sleep(Duration::from_micros(micros)).await;
    }

    async fn round_trip(&self) -> Outcome {
        let sent = Instant::now();
        self.hop().await;
        let accepted = self.server.lock().expect("whole").arrive(self.began.elapsed().as_micros() as u64);
        self.hop().await;
        let mut round_trips = self.round_trips.lock().expect("whole");
        round_trips.0 += sent.elapsed().as_secs_f64();
        round_trips.1 += 1.0;
        if accepted { Outcome::Responded } else { Outcome::Throttled { after: None } }
    }

    /// Accepted so far, and refused.
    fn counted(&self) -> (f64, f64) {
        let server = self.server.lock().expect("whole");
        (server.accepted as f64, (server.refused + server.broken_windows) as f64)
    }

    /// The most that `N / (W + mean round trip)` lets through in this time, for 15/s.
    fn possible(&self, length: Duration) -> f64 {
        let (sum, count) = *self.round_trips.lock().expect("whole");
        length.as_secs_f64() * 15.0 / (1.0 + sum / count)
    }

    /// One call; the request is carried to its end even if the caller gives up.
    async fn call(self: Arc<Self>, credential: CredentialLimiter, endpoint: EndpointLimits) {
        let permit = credential.acquire(endpoint, Priority::Normal, None).await.expect("the limiter is open");
        let in_flight = permit.start();
        let carried = tokio::spawn(async move { in_flight.finish(self.round_trip().await) });
        carried.await.expect("carried to its end");
    }

    /// Keeps so many callers busy for so long. Says what was accepted and what was refused.
    async fn keep_busy(
        self: &Arc<Self>,
        endpoint: EndpointLimits,
        callers: usize,
        length: Duration,
    ) -> (f64, f64) {
        let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
        let busy = |_| {
            let (world, credential) = (self.clone(), credential.clone());
            tokio::spawn(async move {
                loop {
                    world.clone().call(credential.clone(), endpoint).await;
                }
            })
        };
        let busy: Vec<_> = (0..callers).map(busy).collect();
        sleep(length).await;
        let counted = self.counted();
        busy.iter().for_each(tokio::task::JoinHandle::abort);
        counted
    }
}

async fn one_limit() -> [Figure; 2] {
    const LENGTH: Duration = Duration::from_secs(1000);
    let world = World::new(&[per_second(15)]);
    let (accepted, refused) = world.keep_busy(SECONDLY, 50, LENGTH).await;
    let share = 100.0 * accepted / world.possible(LENGTH);
    [
        Figure {
            what: "429s and broken windows in 1000 s of 15/s, 50 callers",
            unit: "requests",
            ours: refused,
            peer: None,
            goal: "0",
            holds: refused == 0.0,
        },
        goodput("goodput, of N / (W + mean round trip): 15/s, 50 callers", share, ">= 99.5 %", 99.5),
    ]
}

async fn two_limits() -> Figure {
    const LENGTH: Duration = Duration::from_secs(600);
    let world = World::new(&[per_second(15), per_minute(450)]);
    let (accepted, _) = world.keep_busy(BOTH, 1000, LENGTH).await;
    let share = 100.0 * accepted / (7.5 * LENGTH.as_secs_f64());
    goodput("goodput, of 450/min: both limits, 1000 callers", share, ">= 99.9 %", 99.9)
}

fn goodput(what: &'static str, ours: f64, goal: &'static str, least: f64) -> Figure {
    Figure { what, unit: "%", ours, peer: None, goal, holds: ours >= least }
}

/// Calls that are given up at random instants: in line, with a permit, or after the sending.
async fn cancellations() -> [Figure; 2] {
    const CANCELLED: u64 = 100_000;
    let world = World::new(&[per_second(15)]);
    let limiter = Limiter::new(LimiterOptions::new());
    let credential = limiter.credential("somebody");
    let mut rng = Rng::with_seed(5);
    let mut cancelled = 0;
    let mut calls = VecDeque::new();
    while cancelled < CANCELLED {
        calls.extend((0..20).map(|_| tokio::spawn(world.clone().call(credential.clone(), SECONDLY))));
        sleep(Duration::from_micros(rng.u64(..20_000))).await;
        while calls.len() > 60 {
            let victim = rng.usize(..calls.len());
            let Some(call) = calls.swap_remove_back(victim) else { continue };
            cancelled += u64::from(!call.is_finished());
            call.abort();
        }
    }
    let (accepted, refused) = world.counted();
    let share = 100.0 * accepted / world.possible(world.began.elapsed());
    calls.iter().for_each(tokio::task::JoinHandle::abort);
    sleep(Duration::from_secs(60)).await;
    let key = limiter.observe().remove(0);
    let lost = f64::from(key.limits[0].used) + key.waiters as f64 + refused;
    [
        Figure {
            what: "slots and callers lost, 429s and broken windows over 100 000 random cancellations",
            unit: "",
            ours: lost,
            peer: None,
            goal: "0",
            holds: lost == 0.0,
        },
        goodput("goodput under them, of N / (W + mean round trip)", share, ">= 99.0 %", 99.0),
    ]
}

pub(crate) fn figures() -> Vec<Figure> {
    runtime().block_on(async {
        let [kept, used] = one_limit().await;
        let [lost, despite] = cancellations().await;
        vec![kept, used, two_limits().await, lost, despite]
    })
}
