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

use super::{BOTH, SECONDLY, SLOW, acquire, fill, refusal, round};

/// One measured thing beside its goal.
pub(crate) struct Figure {
    pub(crate) what: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) ours: f64,
    /// Another limiter, and what it takes.
    pub(crate) peer: Option<(&'static str, f64)>,
    pub(crate) goal: &'static str,
    pub(crate) holds: bool,
}

impl Figure {
    fn print(&self) {
        let Self { what, unit, ours, peer, goal, holds } = self;
        let (peer, theirs) =
            peer.map_or((serde_json::Value::Null, None), |(peer, took)| (peer.into(), Some(took)));
        let line = serde_json::json!({
            "area": "limiter", "what": what, "unit": unit, "ours": rounded(*ours),
            "peer": peer, "theirs": theirs.map(rounded), "goal": goal, "holds": holds,
        });
        println!("{line}");
    }
}

fn rounded(figure: f64) -> f64 {
    (figure * 1000.0).round() / 1000.0
}

/// Measures and prints everything.
pub(crate) fn print() {
    let figures = [super::paused::figures(), times(), allocations(), super::polls::figures(), memory()];
    figures.iter().flatten().for_each(Figure::print);
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
    let call = |what, endpoint, peer| {
        let ours = nanoseconds(|| round(&credential, endpoint));
        Figure { what, unit: "ns", ours, peer: Some(peer), goal: "<= 150 ns", holds: ours <= 150.0 }
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
        Figure {
            what: "refusal of a deadline that cannot be met",
            unit: "ns",
            ours,
            peer: Some(("governor check", theirs)),
            goal: "<= 15 ns",
            holds: ours <= 15.0,
        },
    ]
}

fn allocations() -> Vec<Figure> {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    fill(&credential);
    round(&credential, SECONDLY);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    let figure = |what, count: u64| Figure {
        what,
        unit: "allocations",
        ours: count as f64 / 1000.0,
        peer: None,
        goal: "0",
        holds: count == 0,
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

fn memory() -> Vec<Figure> {
    // All keys of a table, so that what is unused does not blur the figure.
    const KEYS: u16 = 1016;
    const EIGHT: u16 = 8;
    const WIDE: &[Limit] = &[Limit::per_second(450), Limit::per_minute(450)];
    let responded = |keys: u16, limits: &'static [Limit], requests: u32| {
        let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
        let used = measure(|| {
            for endpoint in (0..keys).map(|index| EndpointLimits::new(index, limits)) {
                (0..requests).for_each(|_| acquire(&credential, endpoint).start().finish(Outcome::Responded));
            }
        });
        used.bytes_current as f64 / f64::from(keys)
    };
    let bytes =
        |what, ours, goal, most| Figure { what, unit: "bytes", ours, peer: None, goal, holds: ours <= most };
    // Every run takes the same steps; what other programs add to one of them is not there in another run.
    let runs: Vec<_> = (0..5).map(|_| forgetting()).collect();
    let step = |step: usize| runs.iter().map(|run| run[step]).min().unwrap_or_default();
    let longest = (0..FORGETTING).map(step).max().unwrap_or_default().as_secs_f64() * 1e6;
    vec![
        bytes("a key after one request", responded(KEYS, SECONDLY.limits, 1), "<= 128 bytes", 128.0),
        bytes("a key at 450 requests", responded(EIGHT, WIDE, 450), "<= 2048 bytes", 2048.0),
        Figure {
            what: "longest step in forgetting 100 000 keys, each step the best of five runs",
            unit: "us",
            ours: longest,
            peer: None,
            goal: "< 1000 us",
            holds: longest < 1000.0,
        },
    ]
}

/// So many steps forget all keys.
const FORGETTING: usize = 7_000;

/// Fills a limiter with keys, lets them grow old, and forgets them a few at a time, as calls do. Each of these
/// steps is what a call can have to wait.
fn forgetting() -> Vec<Duration> {
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
        let steps = (0..FORGETTING).map(step).collect();
        assert!(limiter.observe().is_empty(), "all are forgotten");
        steps
    })
}
