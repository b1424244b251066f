//! The Rust limiters that are compared, `paceline` among them. All are set to 15/s.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, Reference as _};
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use paceline::{CredentialLimiter, EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Priority};
use tokio::time::{Instant, sleep};

use super::LIMIT;
use super::remote::RequestLimiter;

/// This package.
pub(crate) struct Ours(CredentialLimiter);

impl RequestLimiter for Ours {
    fn new() -> Self {
        Self(Limiter::new(LimiterOptions::new()).credential("somebody"))
    }

    async fn send(&self, request: impl Future<Output = bool> + Send) -> bool {
        const ENDPOINT: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(LIMIT)]);
        let permit =
            self.0.acquire(ENDPOINT, Priority::Normal, None).await.expect("nobody closes the limiter");
        let in_flight = permit.start();
        let accepted = request.await;
        in_flight.finish(if accepted { Outcome::Responded } else { Outcome::Throttled { after: None } });
        accepted
    }
}

/// Fifteen at once, then one each fifteenth of a second. It sleeps by tokio's clock, which can be paused; its own
/// `until_ready` sleeps by another.
pub(crate) struct Governor(RateLimiter<NotKeyed, InMemoryState, TokioClock, NoOpMiddleware<Duration>>);

/// The time since an instant, by tokio's clock.
#[derive(Clone)]
struct TokioClock(Instant);

impl Clock for TokioClock {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.0.elapsed()
    }
}

impl RequestLimiter for Governor {
    fn new() -> Self {
        let quota = Quota::per_second(NonZeroU32::new(LIMIT).expect("not zero"));
        Self(RateLimiter::direct_with_clock(quota, TokioClock(Instant::now())))
    }

    async fn send(&self, request: impl Future<Output = bool> + Send) -> bool {
        while let Err(refusal) = self.0.check() {
            let now = self.0.clock().now();
            let wait: Duration = refusal.earliest_possible().duration_since(now).into();
            sleep(wait).await;
        }
        request.await
    }
}

/// Fifteen tokens, refilled each second.
pub(crate) struct LeakyBucket(leaky_bucket::RateLimiter);

impl RequestLimiter for LeakyBucket {
    fn new() -> Self {
        let limit = LIMIT as usize;
        let mut bucket = leaky_bucket::RateLimiter::builder();
        bucket.initial(limit).max(limit).refill(limit).interval(Duration::from_secs(1));
        Self(bucket.build())
    }

    async fn send(&self, request: impl Future<Output = bool> + Send) -> bool {
        self.0.acquire_one().await;
        request.await
    }
}

/// No limiter at all.
pub(crate) struct Unlimited;

impl RequestLimiter for Unlimited {
    fn new() -> Self {
        Self
    }

    async fn send(&self, request: impl Future<Output = bool> + Send) -> bool {
        request.await
    }
}
