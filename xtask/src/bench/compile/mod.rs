//! What the emitted crate costs to compile, and a crate that calls every endpoint once; beside those of a peer.
//!
//! Only the crate in question is compiled while the clock runs: its dependencies are there already. What counts is CPU
//! time, less that of a run of cargo with nothing to do, with the profiles that a new package has.

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

/// Measures them.
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
    let mut all = None;
    for (profile, what, most) in [
        (Profile::Check, "`cargo check` of the client, CPU an endpoint", 15.0),
        (Profile::Dev, "dev build of the client, CPU an endpoint", 25.0),
        (Profile::Release, "release build of the client, CPU an endpoint", 50.0),
    ] {
        let seconds = client(profile).seconds()?;
        if profile == Profile::Dev {
            all = Some(seconds);
        }
        figures.push(row(what, most, (seconds, ours), (peer_client(profile).seconds()?, theirs)));
    }
    for (profile, what, most) in [
        (Profile::Dev, "dev build of a crate that calls every endpoint, CPU an endpoint", 12.0),
        (Profile::Release, "release build of a crate that calls every endpoint, CPU an endpoint", 30.0),
    ] {
        let seconds = caller(profile).seconds()?;
        figures.push(row(what, most, (seconds, ours), (peer_caller(profile).seconds()?, theirs)));
    }
    let all = all.context("the dev build was measured")?;
    figures.extend(resources_alone(&crates, &api.crate_name, all)?);
    Ok(figures)
}

/// Both sides in milliseconds for each of their endpoints.
fn row(what: &str, most: f64, ours: (f64, usize), theirs: (f64, usize)) -> Figure {
    let each = |(seconds, endpoints): (f64, usize)| seconds * 1e3 / endpoints as f64;
    Figure::new(AREA, what, "ms", each(ours)).beside(peer::NAME, each(theirs)).at_most(most).at_most_one_of(4)
}

/// The resources, each built alone: how long the average takes, and the slowest.
fn resources_alone(crates: &Crates, package: &str, all: f64) -> Result<[Figure; 2]> {
    let mut slowest = (String::new(), 0.0);
    let mut sum = 0.0;
    for resource in &crates.resources {
        let seconds = Build::new(&crates.dir, "ours", package, Profile::Dev).features(resource).once()?;
        sum += seconds;
        if seconds > slowest.1 {
            slowest = (resource.clone(), seconds);
        }
    }
    let count = crates.resources.len();
    let row = |what: String, seconds: f64| {
        Figure::new(AREA, what, "ms", seconds * 1e3).beside("all resources", all * 1e3).at_most_one_of(5)
    };
    Ok([
        row(format!("dev build of one resource alone, the average of {count}"), sum / count as f64),
        row(format!("dev build of one resource alone, the slowest: `{}`", slowest.0), slowest.1),
    ])
}
