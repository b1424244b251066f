//! How much of a limit is used, and how many 429s are earned, against the mean round trip: ours beside `governor` and
//! `leaky-bucket`. In paused time, so it takes seconds and comes out the same every time.
//!
//! `cargo bench -p feishu-project --bench goodput`, with `-- --figures` for one JSON object a line, or with
//! `-- --svg generated-client/benches/goodput.svg` to draw the curves that the README shows.
//!
//! Fifty callers call without a rest, for twenty minutes at each round trip. Both ways of each request take a lognormal
//! time. The server counts with a sliding log, 15/s.

#[path = "../support/figure.rs"]
mod figure;
mod peer;
mod svg;
mod world;

use std::fs;
use std::time::Duration;

use figure::Figure;
use peer::{Governor, LeakyBucket, Ours};
use world::{Outcome, Throttle, run};

/// The limit: so many calls in a second.
const LIMIT: u32 = 15;
/// Mean round trips, in milliseconds.
const ROUND_TRIPS: [u64; 9] = [5, 10, 20, 40, 80, 160, 320, 640, 1280];

/// What one limiter comes to at each of the round trips.
struct Curve {
    name: &'static str,
    outcomes: Vec<Outcome>,
}

fn curve<T: Throttle>(name: &'static str) -> Curve {
    let outcome = |millis| run::<T>(Duration::from_millis(millis));
    Curve { name, outcomes: ROUND_TRIPS.into_iter().map(outcome).collect() }
}

fn main() {
    let curves = [curve::<Ours>("ours"), curve::<Governor>("governor"), curve::<LeakyBucket>("leaky-bucket")];
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--svg") {
        let path = arguments.get(at + 1).expect("a file to draw into");
        // Cargo starts a bench in the folder of its package; the path is meant from where the command was given.
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let path = std::path::Path::new(root).join(path);
        fs::write(&path, svg::draw(&curves)).expect("the drawing can be written");
        return;
    }
    if figure::asked_for() {
        return figures(&curves);
    }
    println!(
        "{:>13} {:>14} {:>12} {:>12} {:>16}",
        "", "round trip", "goodput", "of the most", "429s in 1000"
    );
    for Curve { name, outcomes } in &curves {
        for outcome in outcomes {
            println!(
                "{name:>13} {:>11.1} ms {:>10.1} % {:>10.1} % {:>16.1}",
                1e3 * outcome.round_trip,
                outcome.goodput(),
                100.0 * outcome.rate / outcome.most(),
                outcome.refused
            );
        }
    }
}

fn figures(curves: &[Curve]) {
    let [ours, peers @ ..] = curves else { return };
    for peer in peers {
        for (ours, theirs) in ours.outcomes.iter().zip(&peer.outcomes) {
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
