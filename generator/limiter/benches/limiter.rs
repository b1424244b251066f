//! What a call pays for the limiter, beside `governor` and `leaky-bucket`.
//!
//! `cargo bench -p paceline --bench limiter`, or, for the goals of the limiter as one line of JSON each,
//! `cargo bench -p paceline --bench limiter -- --figures` (half a minute).
//!
//! The others do less: they check one limit, remember no request, and promise nothing about the server's
//! windows. The figures are there to show that the promise is not paid for in time. At the end the ratios are
//! printed.

#[path = "limiter/figures.rs"]
mod figures;
#[path = "limiter/paused.rs"]
mod paused;
#[path = "limiter/polls.rs"]
mod polls;

use std::future::Future;
use std::hint::black_box;
use std::num::NonZeroU32;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use criterion::Criterion;
use figures::nanoseconds;
use governor::{Quota, RateLimiter};
use paceline::{
    CredentialLimiter, EndpointLimits, Limit, LimitError, Limiter, LimiterOptions, Outcome, Permit, Priority,
};

/// An endpoint with a limit a second.
const SECONDLY: EndpointLimits = EndpointLimits::new(1, &[Limit::per_second(15)]);
/// An endpoint with a limit a second and one a minute.
const BOTH: EndpointLimits = EndpointLimits::new(2, &[Limit::per_second(15), Limit::per_minute(450)]);
/// An endpoint whose slots stay used for as long as the bench runs.
const SLOW: EndpointLimits = EndpointLimits::new(3, &[Limit::per_hour(15)]);

/// Polls a future that is not to be woken, once.
fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

/// A permit that is there at once.
fn acquire(credential: &CredentialLimiter, endpoint: EndpointLimits) -> Permit {
    match poll_once(credential.acquire(endpoint, Priority::Normal, None)) {
        Poll::Ready(Ok(permit)) => permit,
        other => panic!("a slot must be free, but {other:?}"),
    }
}

/// Acquire, start, finish; the slot comes back so that the next round finds the same state.
fn round(credential: &CredentialLimiter, endpoint: EndpointLimits) {
    acquire(credential, endpoint).start().finish(Outcome::NotSent);
}

/// Uses every slot of [`SLOW`].
fn fill(credential: &CredentialLimiter) {
    (0..15).for_each(|_| acquire(credential, SLOW).start().finish(Outcome::Responded));
}

/// The refusal of a call that would have to wait until after its deadline.
fn refusal(
    credential: &CredentialLimiter,
    endpoint: EndpointLimits,
    deadline: tokio::time::Instant,
) -> LimitError {
    match poll_once(credential.acquire(endpoint, Priority::Normal, Some(deadline))) {
        Poll::Ready(Err(error)) => error,
        other => panic!("no slot must be free, but {other:?}"),
    }
}

/// The benches that Criterion runs.
fn benches(criterion: &mut Criterion) {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    let mut group = criterion.benchmark_group("uncontended");
    group.bench_function("acquire, start, finish: one limit", |b| b.iter(|| round(&credential, SECONDLY)));
    group.bench_function("acquire, start, finish: two limits", |b| b.iter(|| round(&credential, BOTH)));
    group.bench_function("acquire and give back: one limit", |b| {
        b.iter(|| drop(acquire(&credential, SECONDLY)))
    });
    group.bench_function("a reading of the clock", |b| b.iter(|| black_box(Instant::now())));
    let quota = Quota::per_second(NonZeroU32::MAX);
    let governor = RateLimiter::direct(quota);
    group.bench_function("governor: check", |b| b.iter(|| black_box(governor.check())));
    let leaky = leaky_bucket::RateLimiter::builder().max(usize::MAX / 2).initial(usize::MAX / 2).build();
    group.bench_function("leaky-bucket: try_acquire", |b| b.iter(|| black_box(leaky.try_acquire(1))));
    group.finish();

    let mut group = criterion.benchmark_group("refusal");
    let full = Limiter::new(LimiterOptions::new()).credential("somebody");
    fill(&full);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    group.bench_function("a deadline that cannot be met", |b| b.iter(|| refusal(&full, SLOW, deadline)));
    let governor = RateLimiter::direct(Quota::per_hour(NonZeroU32::MIN));
    let _first = governor.check();
    group.bench_function("governor: check", |b| b.iter(|| black_box(governor.check().is_err())));
    group.finish();
}

/// Prints what a call takes, beside what the other limiters take.
fn print_ratios() {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    let ours = nanoseconds(|| round(&credential, SECONDLY));
    let ours_both = nanoseconds(|| round(&credential, BOTH));
    let governor = RateLimiter::direct(Quota::per_second(NonZeroU32::MAX));
    let governor = nanoseconds(|| {
        let _checked = black_box(governor.check());
    });
    let leaky = leaky_bucket::RateLimiter::builder().max(usize::MAX / 2).initial(usize::MAX / 2).build();
    let leaky = nanoseconds(|| {
        black_box(leaky.try_acquire(1));
    });
    let clock = nanoseconds(|| {
        black_box(Instant::now());
    });
    println!("\nacquire + start + finish: {ours:.0} ns with one limit, {ours_both:.0} ns with two");
    println!("of that, two readings of the clock: {:.0} ns", 2.0 * clock);
    println!("governor's check: {governor:.0} ns, ours takes {:.1} times as long", ours / governor);
    println!("leaky-bucket's try_acquire: {leaky:.0} ns, ours takes {:.1} times as long", ours / leaky);
}

fn main() {
    if std::env::args().any(|argument| argument == "--figures") {
        return figures::print();
    }
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(700))
        .configure_from_args();
    benches(&mut criterion);
    criterion.final_summary();
    print_ratios();
}
