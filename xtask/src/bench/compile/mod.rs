//! What the emitted crate costs to compile, and a crate that calls every endpoint once; beside those of a peer.
//!
//! Only the crate in question is measured: its dependencies are built before. A figure is the CPU time of the build,
//! less that of a run of cargo with nothing to do, with the profiles of a new package.

mod build;
mod caller;
mod peer_caller;
mod crates;

use anyhow::{Context, Result};

use super::figure::Figure;
use super::{api, peer};
use build::{Build, Profile};
use crates::Crates;

const AREA: &str = "compile";

/// Measures the builds of both clients and of the crates that call them.
pub(crate) fn measure() -> Result<Vec<Figure>> {
    let api = api::load()?;
    let peer = peer::Peer::generate(&api)?;
    let crates = Crates::write(&api, &peer)?;
    let client = |profile| Build::new(&crates.dir, "ours", &api.crate_name, profile).features("all");
    let caller = |profile| Build::new(&crates.dir, "ours-caller", "ours-caller", profile);
    let peer_client = |profile| Build::new(&crates.dir, "peer", peer::CRATE, profile);
    let peer_caller = |profile| Build::new(&crates.dir, "peer-caller", "peer-caller", profile);
    let (ours, theirs) = (api.endpoints.len(), peer.endpoints);

    let mut figures = Vec::new();
    let mut all_resources = None;
    for (profile, what, goal_ms) in [
        (Profile::Check, "`cargo check` of the client, CPU an endpoint", 15.0),
        (Profile::Dev, "dev build of the client, CPU an endpoint", 25.0),
        (Profile::Release, "release build of the client, CPU an endpoint", 50.0),
    ] {
        let seconds = client(profile).best_cpu_seconds()?;
        if profile == Profile::Dev {
            all_resources = Some(seconds);
        }
        figures.push(row(what, goal_ms, (seconds, ours), (peer_client(profile).best_cpu_seconds()?, theirs)));
    }
    for (profile, what, goal_ms) in [
        (Profile::Dev, "dev build of a crate that calls every endpoint, CPU an endpoint", 12.0),
        (Profile::Release, "release build of a crate that calls every endpoint, CPU an endpoint", 30.0),
    ] {
        let seconds = caller(profile).best_cpu_seconds()?;
        figures.push(row(what, goal_ms, (seconds, ours), (peer_caller(profile).best_cpu_seconds()?, theirs)));
    }
    let all_resources = all_resources.context("the dev build was measured")?;
    figures.extend(resources_alone(&crates, &api.crate_name, all_resources)?);
    Ok(figures)
}

/// A figure in milliseconds per endpoint, for us and the peer. Each side is given as CPU seconds and number of
/// endpoints.
fn row(what: &str, goal_ms: f64, ours: (f64, usize), theirs: (f64, usize)) -> Figure {
    let each = |(seconds, endpoints): (f64, usize)| seconds * 1e3 / endpoints as f64;
    Figure::new(AREA, what, "ms", each(ours))
        .beside(peer::NAME, each(theirs))
        .at_most(goal_ms)
        .at_most_fraction_of_peer(4)
}

/// Each resource built alone: the average and the slowest, compared with a build of all resources, which took
/// `all_resources` CPU seconds.
fn resources_alone(crates: &Crates, package: &str, all_resources: f64) -> Result<[Figure; 2]> {
    let mut slowest = (String::new(), 0.0);
    let mut sum = 0.0;
    for resource in &crates.resources {
        let seconds =
            Build::new(&crates.dir, "ours", package, Profile::Dev).features(resource).cpu_seconds()?;
        sum += seconds;
        if seconds > slowest.1 {
            slowest = (resource.clone(), seconds);
        }
    }
    let count = crates.resources.len();
    let row = |what: String, seconds: f64| {
        Figure::new(AREA, what, "ms", seconds * 1e3)
            .beside("all resources", all_resources * 1e3)
            .at_most_fraction_of_peer(5)
    };
    Ok([
        row(format!("dev build of one resource alone, the average of {count}"), sum / count as f64),
        row(format!("dev build of one resource alone, the slowest: `{}`", slowest.0), slowest.1),
    ])
}
