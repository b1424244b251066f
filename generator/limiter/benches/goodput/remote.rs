//! Callers, a limiter, a network and a server.

use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;

use paceline_test_support::Rng;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, Server, per_second};
use tokio::time::{Instant, sleep, sleep_until};

use super::{CALLERS, LIMIT};

/// How long nothing is counted at the server: first a full window goes out at once. Round trips count from the beginning,
/// because the network takes no longer for more callers.
pub(crate) const START: Duration = Duration::from_secs(10);

/// A limiter in front of a request.
pub(crate) trait RequestLimiter: Send + Sync + 'static {
    /// A limiter of 15/s.
    fn new() -> Self;

    /// Makes the request when its turn has come. `request` gives, and so does this, whether the server accepted it.
    fn send(&self, request: impl Future<Output = bool> + Send) -> impl Future<Output = bool> + Send;
}

/// What came of a run.
pub(crate) struct Run {
    /// Mean round trip, in seconds.
    pub(crate) round_trip: f64,
    /// Accepted calls per second.
    pub(crate) rate: f64,
    /// Refused calls in a thousand.
    pub(crate) refused: f64,
}

impl Run {
    /// The goodput, that is, accepted calls, in percent of the limit. The bench `limiter` gives its goodput in percent of
    /// [`Run::safe_rate`].
    pub(crate) fn percent_of_limit(&self) -> f64 {
        100.0 * self.rate / f64::from(LIMIT)
    }

    /// The most calls in a second that a limiter can let through if none of them may be refused, whatever the network does:
    /// N / (W + mean round trip), for a limit of N requests in a window of W. See the crate's front page.
    pub(crate) fn safe_rate(&self) -> f64 {
        f64::from(LIMIT) / (1.0 + self.round_trip)
    }
}

/// The server behind its network, and what was seen of both.
pub(crate) struct Remote {
    began: Instant,
    /// The mean delay in each direction, in microseconds.
    mean_one_way: f64,
    shared: Mutex<Shared>,
}

/// What callers share.
struct Shared {
    server: Server,
    rng: Rng,
    /// Sum and number of round trips, in microseconds.
    round_trips: (u64, u64),
}

impl Remote {
    /// A server with this mean round trip, which nobody calls yet. Its delays are the same in every run.
    pub(crate) fn new(round_trip: Duration) -> Arc<Self> {
        let server = Server::new(Rule::SlidingLog, &[per_second(LIMIT)]);
        let shared = Shared { server, rng: Rng::with_seed(11), round_trips: (0, 0) };
        let mean_one_way = round_trip.as_secs_f64() * 1e6 / 2.0;
        Arc::new(Self { began: Instant::now(), mean_one_way, shared: Mutex::new(shared) })
    }

    /// How long the next message takes in one direction.
    fn delay(&self) -> Duration {
        Duration::from_micros(one_way_delay(&mut self.shared().rng, self.mean_one_way))
    }

    fn shared(&self) -> std::sync::MutexGuard<'_, Shared> {
        self.shared.lock().expect("no caller panics")
    }

    /// One request, there and back. Gives whether the server accepted it.
    pub(crate) async fn request(&self) -> bool {
        let sent = Instant::now();
        sleep(self.delay()).await;
        let accepted = self.shared().server.arrive(micros(self.began.elapsed()));
        sleep(self.delay()).await;
        let mut shared = self.shared();
        shared.round_trips.0 += micros(sent.elapsed());
        shared.round_trips.1 += 1;
        accepted
    }

    /// Lets callers call without a rest, until the tasks that are returned are dropped.
    pub(crate) fn call<T: RequestLimiter>(self: &Arc<Self>) -> tokio::task::JoinSet<()> {
        let limiter = Arc::new(T::new());
        let caller = || {
            let (remote, limiter) = (Arc::clone(self), Arc::clone(&limiter));
            async move {
                loop {
                    limiter.send(remote.request()).await;
                }
            }
        };
        (0..CALLERS).map(|_| caller()).collect()
    }

    /// Waits until [`START`] is over, then watches the server for `length`.
    pub(crate) async fn watch(&self, length: Duration) -> Run {
        sleep_until(self.began + START).await;
        let before = self.counts();
        sleep_until(self.began + START + length).await;
        let after = self.counts();
        let (accepted, refused) = ((after.0 - before.0) as f64, (after.1 - before.1) as f64);
        let (sum, count) = self.shared().round_trips;
        Run {
            round_trip: sum as f64 / count as f64 / 1e6,
            rate: accepted / length.as_secs_f64(),
            refused: 1000.0 * refused / (accepted + refused),
        }
    }

    /// How many requests the server has accepted and refused so far.
    fn counts(&self) -> (u64, u64) {
        let server = &self.shared().server;
        (server.accepted, server.refused)
    }
}

/// A time in whole microseconds.
fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).expect("a run of some minutes")
}

/// One limiter at one round trip, over twenty minutes of paused time.
pub(crate) fn in_paused_time<T: RequestLimiter>(round_trip: Duration) -> Run {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_time().start_paused(true).build().expect("a runtime").block_on(async {
        let remote = Remote::new(round_trip);
        let _callers = remote.call::<T>();
        remote.watch(Duration::from_secs(1200)).await
    })
}
