//! How often those who wait are woken: polls for each grant with a thousand waiters.
//!
//! A future that has to wait is polled once to join the line and once to take what it got, so two is the least
//! there is. The first is left out of the figures, for the others too: what is to be seen is how many polls
//! are for nothing.

use std::future::Future;
use std::num::NonZeroU32;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use governor::{Quota, RateLimiter};
use paceline::{Limiter, LimiterOptions, Outcome, Priority};
use paceline_test_support::figure::Figure;

use super::SECONDLY;
use super::figures::AREA;
use super::paused;

/// How many callers wait at any time.
const WAITERS: usize = 1000;

/// Counts grants, and the polls after the first that led to them.
#[derive(Default)]
struct Tally {
    grants: AtomicU64,
    polls: AtomicU64,
}

impl Tally {
    /// Polls `future` to its end and counts.
    async fn count<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let mut joined = false;
        let result = std::future::poll_fn(|cx| {
            self.polls.fetch_add(u64::from(joined), Ordering::Relaxed);
            joined = true;
            future.as_mut().poll(cx)
        })
        .await;
        self.grants.fetch_add(1, Ordering::Relaxed);
        result
    }
}

/// Keeps [`WAITERS`] callers waiting for `length`, each of them in the future that `call` gives, and returns the mean
/// number of polls for a grant.
async fn polls_per_grant<F: Future<Output = ()> + Send + 'static>(
    length: Duration,
    call: impl Fn(Arc<Tally>) -> F,
) -> f64 {
    let tally = Arc::new(Tally::default());
    let callers: Vec<_> = (0..WAITERS).map(|_| tokio::spawn(call(tally.clone()))).collect();
    tokio::time::sleep(length).await;
    callers.iter().for_each(tokio::task::JoinHandle::abort);
    let [grants, polls] = [&tally.grants, &tally.polls].map(|count| count.load(Ordering::Relaxed) as f64);
    polls / grants
}

/// Polls for each grant of `paceline`.
async fn ours() -> f64 {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    polls_per_grant(Duration::from_secs(60), |tally| {
        let credential = credential.clone();
        async move {
            loop {
                let permit = tally.count(credential.acquire(SECONDLY, Priority::Normal, None)).await;
                permit.expect("the limiter is open").start().finish(Outcome::Responded);
            }
        }
    })
    .await
}

/// Polls for each grant of `leaky-bucket`.
async fn leaky_bucket() -> f64 {
    let mut builder = leaky_bucket::RateLimiter::builder();
    let bucket = Arc::new(builder.max(15).initial(15).refill(15).interval(Duration::from_secs(1)).build());
    polls_per_grant(Duration::from_secs(60), |tally| {
        let bucket = bucket.clone();
        async move {
            loop {
                tally.count(bucket.acquire_one()).await;
            }
        }
    })
    .await
}

/// Polls for each grant of `governor`, in real time: its clock knows no other.
async fn governor() -> f64 {
    const QUOTA: Quota = Quota::per_second(NonZeroU32::new(100).expect("not zero"));
    let governor = Arc::new(RateLimiter::direct(QUOTA.allow_burst(NonZeroU32::MIN)));
    polls_per_grant(Duration::from_secs(2), |tally| {
        let governor = governor.clone();
        async move {
            loop {
                tally.count(governor.until_ready()).await;
            }
        }
    })
    .await
}

/// Polls for each grant, beside the other limiters that let callers wait.
pub(crate) fn figures() -> Vec<Figure> {
    let ours = paused::runtime().block_on(ours());
    let leaky = paused::runtime().block_on(leaky_bucket());
    let real = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let governor = real.block_on(governor());
    let figure = |peer, theirs| {
        let what = "polls for each grant with 1000 waiters, after the one to join";
        Figure::new(AREA, what, "polls", ours).beside(peer, theirs).goal("<= 1.5 polls", ours <= 1.5)
    };
    vec![figure("governor until_ready", governor), figure("leaky-bucket acquire_one", leaky)]
}
