//! Limits that endpoints and credentials share, as their users see them: in paused time, so that every instant is exact.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use paceline::{
    Bucket, BucketUse, CredentialLimiter, EndpointLimits, InFlight, Limit, LimitError, Limiter,
    LimiterOptions, Outcome, Permit, Priority, SafetyMargin, Scope,
};
use tokio::task::JoinSet;
use tokio::time::{Instant, advance, sleep};

mod kind;
mod sharing;
mod waiting;

const SECOND: Duration = Duration::from_secs(1);

/// Five a second for a credential, whatever it calls.
static ACCOUNT: Bucket = Bucket::new("account", Scope::Credential, &[Limit::per_second(5)]);
static READ: EndpointLimits = EndpointLimits::new(0, &[]).counting_in(&[BucketUse::new(&ACCOUNT)]);
static WRITE: EndpointLimits =
    EndpointLimits::new(1, &[Limit::per_minute(1)]).counting_in(&[BucketUse::new(&ACCOUNT)]);
static HEAVY: EndpointLimits =
    EndpointLimits::new(2, &[]).counting_in(&[BucketUse::new(&ACCOUNT).weighing(5)]);

fn limiter() -> Limiter {
    let margin = SafetyMargin { fixed: Duration::ZERO, ppm: 0 };
    Limiter::new(LimiterOptions::new().safety_margin(margin))
}

async fn permit(of: &CredentialLimiter, endpoint: EndpointLimits) -> Permit {
    of.acquire(endpoint, Priority::Normal, None).await.unwrap()
}

async fn sent(of: &CredentialLimiter, endpoint: EndpointLimits) -> InFlight {
    permit(of, endpoint).await.start()
}

/// A call that is answered at once.
async fn call(of: &CredentialLimiter, endpoint: EndpointLimits) {
    sent(of, endpoint).await.finish(Outcome::Responded);
}

/// How long a call has to wait from now.
async fn wait_for(of: &CredentialLimiter, endpoint: EndpointLimits) -> Duration {
    let begin = Instant::now();
    call(of, endpoint).await;
    begin.elapsed()
}

/// Whether a call gets its permit at once.
fn is_free(of: &CredentialLimiter, endpoint: EndpointLimits) -> bool {
    let mut acquire = pin!(of.acquire(endpoint, Priority::Normal, None));
    acquire.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

/// Within half a percent and two milliseconds: a window is a tick longer, and timers ring on whole milliseconds.
fn about(left: Duration, right: Duration) -> bool {
    left.abs_diff(right) < Duration::from_millis(2) + right / 200
}
