//! Callers, the limiter and a server that keeps a sliding log, in paused time: what gets through.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline::{CredentialLimiter, EndpointLimits, Limiter, LimiterOptions, Outcome, Priority};
use paceline_test_support::Rng;
use paceline_test_support::figure::Figure;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, Server, ServerLimit, per_minute, per_second};
use tokio::time::{Instant, sleep};

use super::figures::AREA;
use super::{BOTH, SECONDLY};

/// A runtime whose time passes only when everybody waits.
pub(crate) fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_time().start_paused(true).build().expect("a runtime")
}

/// A server behind a network with a mean round trip of 80 ms.
struct Remote {
    server: Mutex<Server>,
    rng: Mutex<Rng>,
    began: Instant,
    /// Sum of the round trips in seconds, and their number.
    round_trips: Mutex<(f64, f64)>,
}

impl Remote {
    fn new(limits: &[ServerLimit]) -> Arc<Self> {
        Arc::new(Self {
            server: Mutex::new(Server::new(Rule::SlidingLog, limits)),
            rng: Mutex::new(Rng::with_seed(3)),
            began: Instant::now(),
            round_trips: Mutex::new((0.0, 0.0)),
        })
    }

    /// Waits as long as a message takes in one direction.
    async fn hop(&self) {
        let micros = one_way_delay(&mut self.rng.lock().expect("no caller panics"), 40_000.0);
        sleep(Duration::from_micros(micros)).await;
    }

    /// One request, there and back.
    async fn round_trip(&self) -> Outcome {
        let sent = Instant::now();
        self.hop().await;
        let accepted =
            self.server.lock().expect("no caller panics").arrive(self.began.elapsed().as_micros() as u64);
        self.hop().await;
        let mut round_trips = self.round_trips.lock().expect("no caller panics");
        round_trips.0 += sent.elapsed().as_secs_f64();
        round_trips.1 += 1.0;
        if accepted { Outcome::Responded } else { Outcome::Throttled { after: None } }
    }

    /// How many requests were accepted so far, and how many were refused or filled a window beyond its limit.
    fn counted(&self) -> (f64, f64) {
        let server = self.server.lock().expect("no caller panics");
        (server.accepted as f64, (server.refused + server.broken_windows) as f64)
    }

    /// How many requests `N / (W + mean round trip)` comes to in this time, for 15/s: the most that a limiter can let
    /// through if none may be refused.
    fn possible(&self, length: Duration) -> f64 {
        let (sum, count) = *self.round_trips.lock().expect("no caller panics");
        length.as_secs_f64() * 15.0 / (1.0 + sum / count)
    }

    /// One call; the request is carried to its end even if the caller gives up.
    async fn call(self: Arc<Self>, credential: CredentialLimiter, endpoint: EndpointLimits) {
        let permit = credential.acquire(endpoint, Priority::Normal, None).await.expect("the limiter is open");
        let in_flight = permit.start();
        let carried = tokio::spawn(async move { in_flight.finish(self.round_trip().await) });
        carried.await.expect("carried to its end");
    }

    /// Keeps so many callers busy for `length`. Returns what [`Self::counted`] gives at its end.
    async fn keep_busy(
        self: &Arc<Self>,
        endpoint: EndpointLimits,
        callers: usize,
        length: Duration,
    ) -> (f64, f64) {
        let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
        let busy = |_| {
            let (remote, credential) = (self.clone(), credential.clone());
            tokio::spawn(async move {
                loop {
                    remote.clone().call(credential.clone(), endpoint).await;
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

/// Refusals and goodput with a limit a second.
async fn one_limit() -> [Figure; 2] {
    const LENGTH: Duration = Duration::from_secs(1000);
    let remote = Remote::new(&[per_second(15)]);
    let (accepted, refused) = remote.keep_busy(SECONDLY, 50, LENGTH).await;
    let share = 100.0 * accepted / remote.possible(LENGTH);
    [
        Figure::new(AREA, "429s and broken windows in 1000 s of 15/s, 50 callers", "requests", refused)
            .goal("0", refused == 0.0),
        goodput("goodput, of N / (W + mean round trip): 15/s, 50 callers", share, ">= 99.5 %", 99.5),
    ]
}

/// Goodput with a limit a second and one a minute, which is the lower of the two in the long run.
async fn two_limits() -> Figure {
    const LENGTH: Duration = Duration::from_secs(600);
    let remote = Remote::new(&[per_second(15), per_minute(450)]);
    let (accepted, _) = remote.keep_busy(BOTH, 1000, LENGTH).await;
    let share = 100.0 * accepted / (450.0 / 60.0 * LENGTH.as_secs_f64());
    goodput("goodput, of 450/min: both limits, 1000 callers", share, ">= 99.9 %", 99.9)
}

/// A share in percent, which is to be at least so much.
fn goodput(what: &'static str, ours: f64, goal: &'static str, least: f64) -> Figure {
    Figure::new(AREA, what, "%", ours).goal(goal, ours >= least)
}

/// Calls that are given up at random instants: in line, with a permit, or after the sending.
async fn cancellations() -> [Figure; 2] {
    const CANCELLED: u64 = 100_000;
    let remote = Remote::new(&[per_second(15)]);
    let limiter = Limiter::new(LimiterOptions::new());
    let credential = limiter.credential("somebody");
    let mut rng = Rng::with_seed(5);
    let mut cancelled = 0;
    let mut calls = VecDeque::new();
    while cancelled < CANCELLED {
        calls.extend((0..20).map(|_| tokio::spawn(remote.clone().call(credential.clone(), SECONDLY))));
        sleep(Duration::from_micros(rng.u64(..20_000))).await;
        while calls.len() > 60 {
            let victim = rng.usize(..calls.len());
            let Some(call) = calls.swap_remove_back(victim) else { continue };
            cancelled += u64::from(!call.is_finished());
            call.abort();
        }
    }
    let (accepted, refused) = remote.counted();
    let share = 100.0 * accepted / remote.possible(remote.began.elapsed());
    calls.iter().for_each(tokio::task::JoinHandle::abort);
    sleep(Duration::from_secs(60)).await;
    let key = limiter.observe().remove(0);
    let lost = f64::from(key.limits[0].used) + key.waiters as f64 + refused;
    let what = "slots and callers lost, 429s and broken windows over 100 000 random cancellations";
    [
        Figure::new(AREA, what, "", lost).goal("0", lost == 0.0),
        goodput("goodput under them, of N / (W + mean round trip)", share, ">= 99.0 %", 99.0),
    ]
}

/// What gets through, and what is lost.
pub(crate) fn figures() -> Vec<Figure> {
    runtime().block_on(async {
        let [kept, used] = one_limit().await;
        let [lost, despite] = cancellations().await;
        vec![kept, used, two_limits().await, lost, despite]
    })
}
