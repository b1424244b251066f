//! The goals that can be measured in a minute, each as one line of JSON.
//!
//! What has no figure here is shown by tests: the thousand million requests, the million cancellations and
//! every kind of server are named in the documentation of the limiter, with their commands.

use std::hint::black_box;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use governor::{Quota, RateLimiter};
use paceline::{EndpointLimits, Limit, Limiter, LimiterOptions, Outcome};
use paceline_test_support::figure::Figure;

use super::{BOTH, SECONDLY, SLOW, acquire, fill, refusal, round};

/// What all figures here are about.
pub(crate) const AREA: &str = "limiter";

/// Measures and prints everything.
pub(crate) fn print() {
    let figures = [super::paused::figures(), times(), allocations(), super::polls::figures(), memory()];
    figures.into_iter().flatten().for_each(Figure::print);
}

/// Nanoseconds for one run of `work`: the best of many short measurements, because other programs can only
/// make it longer.
pub(crate) fn nanoseconds(mut work: impl FnMut()) -> f64 {
    const ROUNDS: u32 = 10_000;
    let mut measure = || {
        let began = Instant::now();
        (0..ROUNDS).for_each(|_| work());
        began.elapsed().as_nanos() as f64 / f64::from(ROUNDS)
    };
    (0..400).map(|_| measure()).fold(f64::INFINITY, f64::min)
}

/// What a call and a refusal take.
fn times() -> Vec<Figure> {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    let governor = RateLimiter::direct(Quota::per_second(NonZeroU32::MAX));
    let check = nanoseconds(|| {
        let _checked = black_box(governor.check());
    });
    let leaky = leaky_bucket::RateLimiter::builder().max(usize::MAX / 2).initial(usize::MAX / 2).build();
    let leaky = nanoseconds(|| {
        black_box(leaky.try_acquire(1));
    });
    let call = |what, endpoint, (peer, theirs)| {
        let ours = nanoseconds(|| round(&credential, endpoint));
        Figure::new(AREA, what, "ns", ours).beside(peer, theirs).goal("<= 150 ns", ours <= 150.0)
    };
    fill(&credential);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    let ours = nanoseconds(|| {
        black_box(refusal(&credential, SLOW, deadline));
    });
    let governor = RateLimiter::direct(Quota::per_hour(NonZeroU32::MIN));
    let _first = governor.check();
    let theirs = nanoseconds(|| {
        black_box(governor.check().is_err());
    });
    vec![
        call(
            "acquire, start, finish: one limit",
            SECONDLY,
            ("governor check: one limit, nothing to finish", check),
        ),
        call(
            "acquire, start, finish: two limits",
            BOTH,
            ("leaky-bucket try_acquire: one limit, nothing to finish", leaky),
        ),
        Figure::new(AREA, "refusal of a deadline that cannot be met", "ns", ours)
            .beside("governor check", theirs)
            .goal("<= 15 ns", ours <= 15.0),
    ]
}

/// How often a call and a refusal allocate.
fn allocations() -> Vec<Figure> {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    fill(&credential);
    round(&credential, SECONDLY);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    let figure = |what, count: u64| {
        Figure::new(AREA, what, "allocations", count as f64 / 1000.0).goal("0", count == 0)
    };
    let call = measure(|| (0..1000).for_each(|_| round(&credential, SECONDLY))).count_total;
    let refused = measure(|| {
        (0..1000).for_each(|_| {
            black_box(refusal(&credential, SLOW, deadline));
        })
    })
    .count_total;
    vec![figure("allocations of acquire, start, finish", call), figure("allocations of a refusal", refused)]
}

/// What a key takes in memory, and how long a call can have to wait while old keys are forgotten.
fn memory() -> Vec<Figure> {
    // All keys of a table, so that what is unused does not blur the figure.
    const KEYS: u16 = 1016;
    const FEW_KEYS: u16 = 8;
    // Limits that let all 450 requests through at once.
    const WIDE: &[Limit] = &[Limit::per_second(450), Limit::per_minute(450)];
    // Bytes for each key, after so many requests of each.
    let bytes_per_key = |keys: u16, limits: &'static [Limit], requests: u32| {
        let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
        let used = measure(|| {
            for endpoint in (0..keys).map(|index| EndpointLimits::new(index, limits)) {
                (0..requests).for_each(|_| acquire(&credential, endpoint).start().finish(Outcome::Responded));
            }
        });
        used.bytes_current as f64 / f64::from(keys)
    };
    let bytes = |what, ours, goal, most| Figure::new(AREA, what, "bytes", ours).goal(goal, ours <= most);
    // Every run takes the same steps; what other programs add to one of them is not there in another run.
    let runs: Vec<_> = (0..5).map(|_| steps_of_forgetting()).collect();
    let best_time = |step: usize| runs.iter().map(|run| run[step]).min().unwrap_or_default();
    let longest_step = "longest step in forgetting 100 000 keys, each step the best of five runs";
    let longest = (0..STEPS).map(best_time).max().unwrap_or_default().as_secs_f64() * 1e6;
    vec![
        bytes("a key after one request", bytes_per_key(KEYS, SECONDLY.limits, 1), "<= 128 bytes", 128.0),
        bytes("a key at 450 requests", bytes_per_key(FEW_KEYS, WIDE, 450), "<= 2048 bytes", 2048.0),
        Figure::new(AREA, longest_step, "us", longest).goal("< 1000 us", longest < 1000.0),
    ]
}

/// How many steps of [`steps_of_forgetting`] forget all keys.
const STEPS: usize = 7_000;

/// Fills a limiter with keys, lets them grow old, and forgets them a few at a time, as calls do. Returns how long each of
/// these steps took, which is what a call can have to wait.
fn steps_of_forgetting() -> Vec<Duration> {
    super::paused::runtime().block_on(async {
        let limiter = Limiter::new(LimiterOptions::new());
        for number in 0..100 {
            let credential = limiter.credential(&format!("visitor {number}"));
            for index in 0..1000 {
                let endpoint = EndpointLimits::new(index, SECONDLY.limits);
                acquire(&credential, endpoint).start().finish(Outcome::Responded);
            }
        }
        tokio::time::advance(Duration::from_secs(10)).await;
        let step = |_| {
            let began = Instant::now();
            limiter.forget_idle(16);
            began.elapsed()
        };
        let steps = (0..STEPS).map(step).collect();
        assert!(limiter.observe().is_empty(), "all are forgotten");
        steps
    })
}
