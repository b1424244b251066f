//! All limiters in one run in real time, as a table and as a picture.

use std::fmt::Write as _;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use super::peer::{Governor, LeakyBucket, Ours, Unlimited};
use super::remote::{Remote, RequestLimiter};
use super::{Curve, npm, svg};

/// Mean round trips, in milliseconds.
const ROUND_TRIPS: [u64; 5] = [20, 80, 200, 500, 1280];
/// How long the limiters are watched, after the first seconds.
const LENGTH: Duration = Duration::from_secs(110);

/// Measures, and writes `goodput.md` and `goodput.svg` into `folder`.
pub(crate) fn write(folder: &Path) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let curves = runtime.block_on(measure());
    fs::write(folder.join("goodput.md"), render(&curves)).expect("the table can be written");
    fs::write(folder.join("goodput.svg"), svg::draw(&curves)).expect("the picture can be written");
}

/// Every limiter at every round trip, all at the same time: together they are some hundred calls a second.
async fn measure() -> Vec<Curve> {
    let mut callers = Vec::new();
    let rust = [
        start::<Ours>("paceline", &mut callers),
        start::<Governor>("governor", &mut callers),
        start::<LeakyBucket>("leaky-bucket", &mut callers),
    ];
    let (bottleneck, octokit) = (remotes("bottleneck"), remotes("octokit"));
    let mut addresses: Vec<(&str, SocketAddr)> = Vec::new();
    for (name, remotes) in [&bottleneck, &octokit] {
        for remote in remotes {
            addresses.push((name, npm::serve(Arc::clone(remote)).await.expect("a free port")));
        }
    }
    // Kept to the end: to drop the process is to end its callers.
    let _callers_of_npm = npm::callers(&addresses).await.expect("Node.js and npm are installed");
    let none = start::<Unlimited>("none", &mut callers);
    let all = rust.into_iter().chain([bottleneck, octokit, none]);
    let watched: Vec<_> = all
        .map(|(name, remotes)| {
            let watch = |remote: Arc<Remote>| tokio::spawn(async move { remote.watch(LENGTH).await });
            (name, remotes.into_iter().map(watch).collect::<Vec<_>>())
        })
        .collect();
    let mut curves = Vec::new();
    for (name, watches) in watched {
        let mut runs = Vec::new();
        for watch in watches {
            runs.push(watch.await.expect("nothing panics"));
        }
        curves.push(Curve { name, runs });
    }
    curves
}

/// A limiter's name, and one server for each of [`ROUND_TRIPS`].
type Remotes = (&'static str, Vec<Arc<Remote>>);

/// Remotes for a limiter, in which nobody calls yet.
fn remotes(name: &'static str) -> Remotes {
    (name, ROUND_TRIPS.into_iter().map(|millis| Remote::new(Duration::from_millis(millis))).collect())
}

/// Remotes for a limiter, and callers in each of them, which end when `callers` is dropped.
fn start<T: RequestLimiter>(name: &'static str, callers: &mut Vec<JoinSet<()>>) -> Remotes {
    let remotes = remotes(name);
    callers.extend(remotes.1.iter().map(Remote::call::<T>));
    remotes
}

/// The curves as a table in Markdown: for each round trip the accepted calls in percent of the limit, and in brackets the
/// refusals in a thousand calls.
pub(crate) fn render(curves: &[Curve]) -> String {
    let mut text = String::from("| mean round trip |");
    for curve in curves {
        let _ = write!(text, " {} |", curve.name);
    }
    let _ = write!(text, "\n|---|{}", "---|".repeat(curves.len()));
    let rows = curves.first().map_or(0, |curve| curve.runs.len());
    for row in 0..rows {
        let _ = write!(text, "\n| {:.0} ms |", 1e3 * curves[0].runs[row].round_trip);
        for run in curves.iter().map(|curve| &curve.runs[row]) {
            let _ = write!(text, " {:.1} % ({:.1}) |", run.percent_of_limit(), run.refused);
        }
    }
    text.push('\n');
    text
}
