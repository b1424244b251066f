//! Goodput (accepted calls in percent of the limit) and refusals against the mean round trip: `paceline` beside other
//! limiters and beside none. Fifty callers call without a rest; requests and responses each take a lognormal time on their
//! way; the server counts with a sliding log, 15/s.
//!
//! - `cargo bench -p paceline --bench goodput`: the Rust limiters, twenty minutes of paused time at each round trip. It
//!   takes seconds and comes out the same every time. With `-- --figures`, one JSON object a line.
//! - `cargo bench -p paceline --bench goodput -- --table generator/limiter/benches/goodput`: in real time (two minutes), with
//!   the limiters of the npm registry as well: `bottleneck`, and Octokit's throttling plugin. Needs Node.js and npm.
//!   Writes `goodput.md` and `goodput.svg` into the folder, whose path starts at the top of the repository.

mod npm;
mod peer;
mod svg;
mod table;
mod remote;

use std::path::Path;
use std::time::Duration;

use paceline_test_support::figure::{self, Figure};
use peer::{Governor, LeakyBucket, Ours, Unlimited};
use remote::{RequestLimiter, Run};

/// The limit: so many calls in a second.
const LIMIT: u32 = 15;
/// How many callers share a limiter, each of them always with a call that waits or is on its way.
const CALLERS: usize = 50;

/// The runs of one limiter, one for each mean round trip.
struct Curve {
    name: &'static str,
    runs: Vec<Run>,
}

/// Runs one limiter in paused time.
fn run_paused<T: RequestLimiter>(name: &'static str) -> Curve {
    const ROUND_TRIPS: [u64; 9] = [5, 10, 20, 40, 80, 160, 320, 640, 1280];
    let run = |millis| remote::in_paused_time::<T>(Duration::from_millis(millis));
    Curve { name, runs: ROUND_TRIPS.into_iter().map(run).collect() }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--table") {
        // Cargo starts a bench in the folder of its package, so a path that starts at the top is put together here.
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = root.join(arguments.get(at + 1).expect("a folder to write into"));
        return table::write(&folder);
    }
    let curves = [
        run_paused::<Ours>("paceline"),
        run_paused::<Governor>("governor"),
        run_paused::<LeakyBucket>("leaky-bucket"),
        run_paused::<Unlimited>("none"),
    ];
    if figure::asked_for() {
        return print_figures(&curves);
    }
    print!("{}", table::render(&curves));
}

/// Prints figures of the first curve, which is `paceline`'s, beside each of the others.
fn print_figures(curves: &[Curve; 4]) {
    let [ours, peers @ ..] = curves;
    for peer in peers {
        for (ours, theirs) in ours.runs.iter().zip(&peer.runs) {
            let millis = (1e3 * ours.round_trip).round();
            let share = ours.rate / ours.safe_rate();
            Figure::new(
                "goodput",
                format!("goodput at {millis} ms"),
                "% of the limit",
                ours.percent_of_limit(),
            )
            .beside(peer.name, theirs.percent_of_limit())
            .goal(">= 99.5 % of N / (W + mean round trip)", share >= 0.995)
            .print();
            Figure::new("goodput", format!("429s at {millis} ms"), "in 1000 calls", ours.refused)
                .beside(peer.name, theirs.refused)
                .goal("0", ours.refused == 0.0)
                .print();
        }
    }
}
