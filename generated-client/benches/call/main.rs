//! What a call costs: ours beside the same call made by hand with plain `reqwest`, on loopback, against a server that
//! does next to nothing.
//!
//! `cargo bench -p feishu-project --bench call`, or with `-- --figures` for one JSON object a line.
//!
//! Limiter, token cache, envelope and tracing are on. Both sides take turns within one run, and each is judged by its
//! best round: neighbours on the machine only ever make a round slower.
//!
//! With `FEISHU_GO_SDK=<a checkout of the official Go SDK>` and Go installed, the figures have it beside ours as well.
//!
//! `-- --profile ours` and `-- --profile plain` make calls of one side only, for profilers that look at what happens
//! within `profile`.

#[path = "../support/item.rs"]
mod item;
mod official;
mod ours;
mod plain;
#[path = "../support/server.rs"]
mod server;

use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::prelude::*;

use official::Official;
use ours::Ours;
use paceline_test_support::figure::{self, Figure};
use plain::Plain;

const TOKEN: &str = server::TOKEN;
const USER_KEY: &str = "7123456789012345678";
const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
const SPACE: &str = "65f0c0ffee00000000000001";
const ITEM: i64 = 6_000_000_000;
const CALLERS: usize = 50;
const ROUNDS: usize = 25;
const CALLS: usize = 1000;

/// One side of the comparison.
trait Side {
    fn call(&self) -> impl Future<Output = i64> + Send + 'static;
}

impl Side for Ours {
    fn call(&self) -> impl Future<Output = i64> + Send + 'static {
        Self::call(self)
    }
}

impl Side for Plain {
    fn call(&self) -> impl Future<Output = i64> + Send + 'static {
        Self::call(self)
    }
}

/// Spans of the usual level are made, entered, filled and kept as long as they live. With `--traced-as-text` they are
/// also written out as for a log file; only the file is left out.
fn trace() {
    let level = LevelFilter::INFO;
    if std::env::args().any(|argument| argument == "--traced-as-text") {
        let text = tracing_subscriber::fmt::layer().with_writer(std::io::sink);
        tracing_subscriber::registry().with(level).with(text).init();
    } else {
        tracing_subscriber::registry().with(level).init();
    }
}

fn main() {
    trace();
    let url = server::start(&item::response(1));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let plain = Plain::new(&url);
    match profiled().as_deref() {
        Some("plain") => return profile(&runtime, &plain),
        Some(_) => return profile(&runtime, &Ours::new(&url)),
        None => {}
    }
    let ours = Ours::new(&url);
    if figure::asked_for() {
        return figures(&runtime, &url, &ours, &plain);
    }
    let mut criterion = Criterion::default().measurement_time(Duration::from_secs(3)).configure_from_args();
    let mut group = criterion.benchmark_group("one call after the other");
    group.bench_function("ours", |b| b.iter(|| runtime.block_on(ours.call())));
    group.bench_function("plain reqwest", |b| b.iter(|| runtime.block_on(plain.call())));
    group.finish();
    let mut group = criterion.benchmark_group("50 callers");
    group.throughput(Throughput::Elements(CALLS as u64));
    group.bench_function("ours", |b| b.iter(|| runtime.block_on(concurrent(&ours))));
    group.bench_function("plain reqwest", |b| b.iter(|| runtime.block_on(concurrent(&plain))));
    group.finish();
    criterion.final_summary();
}

/// The side to be profiled, if one is.
fn profiled() -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--profile").skip(1);
    arguments.next()
}

#[inline(never)]
fn profile(runtime: &Runtime, side: &impl Side) {
    (0..ROUNDS).for_each(|_| runtime.block_on(sequential(side)));
}

/// One call after the other.
async fn sequential(side: &impl Side) {
    for _ in 0..CALLS {
        assert_eq!(side.call().await, ITEM);
    }
}

/// As many calls, 50 of them at a time.
async fn concurrent(side: &impl Side) {
    let mut running = JoinSet::new();
    for _ in 0..CALLS {
        if running.len() == CALLERS {
            assert_eq!(running.join_next().await.expect("a caller").expect("no panic"), ITEM);
        }
        running.spawn(side.call());
    }
    while let Some(id) = running.join_next().await {
        assert_eq!(id.expect("no panic"), ITEM);
    }
}

/// What one round took for one call.
#[derive(Clone, Copy)]
struct Cost {
    time: Duration,
    processor: Duration,
}

impl Cost {
    const NONE: Self = Self { time: Duration::MAX, processor: Duration::MAX };

    fn of(work: impl FnOnce()) -> Self {
        let (began, ran) = (Instant::now(), processor_time());
        work();
        let (time, processor) = (began.elapsed(), processor_time() - ran);
        Self { time: time / CALLS as u32, processor: processor / CALLS as u32 }
    }

    fn best(self, other: Self) -> Self {
        Self { time: self.time.min(other.time), processor: self.processor.min(other.processor) }
    }
}

/// How long this thread has been running on a processor. All of a client's work is done on it.
fn processor_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = text.split(' ').next().and_then(|nanos| nanos.parse().ok());
    Duration::from_nanos(nanos.unwrap_or_default())
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn figures(runtime: &Runtime, url: &str, ours: &Ours, plain: &Plain) {
    let mut best = [Cost::NONE; 4];
    for _ in 0..ROUNDS {
        let round = [
            Cost::of(|| runtime.block_on(sequential(ours))),
            Cost::of(|| runtime.block_on(sequential(plain))),
            Cost::of(|| runtime.block_on(concurrent(ours))),
            Cost::of(|| runtime.block_on(concurrent(plain))),
        ];
        for (best, cost) in best.iter_mut().zip(round) {
            *best = best.best(cost);
        }
    }
    let [sequential_ours, sequential_plain, concurrent_ours, concurrent_plain] = best;
    let peer = "plain reqwest";
    let figure = |what: &str, unit, ours| Figure::new("call", what, unit, ours);
    figure("sequential latency", "us", micros(sequential_ours.time))
        .beside(peer, micros(sequential_plain.time))
        .at_most_times(1.05)
        .print();
    let (rate, rate_plain) = (1e6 / micros(concurrent_ours.time), 1e6 / micros(concurrent_plain.time));
    figure("throughput at 50 callers", "calls/s", rate)
        .beside(peer, rate_plain)
        .goal(">= 1 / 1.05 x", rate >= rate_plain / 1.05)
        .print();
    if !sequential_ours.processor.is_zero() {
        figure("CPU per sequential call", "us", micros(sequential_ours.processor))
            .beside(peer, micros(sequential_plain.processor))
            .at_most_times(1.05)
            .print();
        figure("CPU per call at 50 callers", "us", micros(concurrent_ours.processor))
            .beside(peer, micros(concurrent_plain.processor))
            .at_most_times(1.05)
            .print();
    }
    let (count, count_plain) = (allocations(runtime, ours), allocations(runtime, plain));
    figure("allocations per call", "allocations", count)
        .beside(peer, count_plain)
        .goal("<= 12 above", count <= count_plain + 12.0)
        .print();
    if let Some(official) = official::measure(url) {
        figures_beside(&official, sequential_ours, concurrent_ours, count);
    }
}

/// Ours beside the official SDK, of which no goal is made.
fn figures_beside(official: &Official, sequential: Cost, concurrent: Cost, count: f64) {
    let print = |what: &str, unit, ours, theirs| {
        Figure::new("call", what, unit, ours).beside("official Go SDK", theirs).print();
    };
    print("sequential latency", "us", micros(sequential.time), official.sequential_time / 1e3);
    print(
        "throughput at 50 callers",
        "calls/s",
        1e6 / micros(concurrent.time),
        1e9 / official.concurrent_time,
    );
    print("CPU per sequential call", "us", micros(sequential.processor), official.sequential_processor / 1e3);
    print(
        "CPU per call at 50 callers",
        "us",
        micros(concurrent.processor),
        official.concurrent_processor / 1e3,
    );
    print("allocations per call", "allocations", count, official.allocations);
}

/// How often a call allocates, the connection's own task included.
fn allocations(runtime: &Runtime, side: &impl Side) -> f64 {
    let counted = allocation_counter::measure(|| runtime.block_on(sequential(side)));
    counted.count_total as f64 / CALLS as f64
}
