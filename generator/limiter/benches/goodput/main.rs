//! How much of a limit is used, and how many calls are refused, against the mean round trip: `paceline` beside other
//! limiters and beside none. Fifty callers call without a rest; each way of a request takes a lognormal time; the server
//! counts with a sliding log, 15/s.
//!
//! - `cargo bench -p paceline --bench goodput`: the Rust limiters, twenty minutes of paused time at each round trip. It
//!   takes seconds and comes out the same every time. With `-- --figures`, one JSON object a line.
//! - `cargo bench -p paceline --bench goodput -- --table generator/limiter/benches/goodput`: in real time (two minutes), with
//!   the limiters of the npm registry as well: `bottleneck`, and Octokit's throttling plugin. Needs Node.js and npm.
//!   Writes `goodput.md` and `goodput.svg` into the folder, which is meant from the top of the repository.

mod npm;
mod peer;
mod svg;
mod table;
mod world;

use std::path::Path;
use std::time::Duration;

use paceline_test_support::figure::{self, Figure};
use peer::{Governor, LeakyBucket, Ours, Unlimited};
use world::{Run, Throttle};

/// The limit: so many calls in a second.
const LIMIT: u32 = 15;
const CALLERS: usize = 50;

/// What one limiter comes to at each of some round trips.
struct Curve {
    name: &'static str,
    runs: Vec<Run>,
}

fn paused<T: Throttle>(name: &'static str) -> Curve {
    const ROUND_TRIPS: [u64; 9] = [5, 10, 20, 40, 80, 160, 320, 640, 1280];
    let run = |millis| world::in_paused_time::<T>(Duration::from_millis(millis));
    Curve { name, runs: ROUND_TRIPS.into_iter().map(run).collect() }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--table") {
        // Cargo starts a bench in the folder of its package; the path is meant from where the command was given.
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = root.join(arguments.get(at + 1).expect("a folder to write into"));
        return table::write(&folder);
    }
    let curves = [
        paused::<Ours>("paceline"),
        paused::<Governor>("governor"),
        paused::<LeakyBucket>("leaky-bucket"),
        paused::<Unlimited>("none"),
    ];
    if figure::asked_for() {
        return figures(&curves);
    }
    print!("{}", table::render(&curves));
}

fn figures(curves: &[Curve]) {
    let [ours, peers @ ..] = curves else { return };
    for peer in peers {
        for (ours, theirs) in ours.runs.iter().zip(&peer.runs) {
            let millis = (1e3 * ours.round_trip).round();
            let share = ours.rate / ours.most();
            Figure::new("goodput", format!("goodput at {millis} ms"), "% of the limit", ours.goodput())
                .beside(peer.name, theirs.goodput())
                .goal(">= 99.5 % of N / (W + mean round trip)", share >= 0.995)
                .print();
            Figure::new("goodput", format!("429s at {millis} ms"), "in 1000 calls", ours.refused)
                .beside(peer.name, theirs.refused)
                .goal("0", ours.refused == 0.0)
                .print();
        }
    }
}
