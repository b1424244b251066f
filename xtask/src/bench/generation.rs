//! The generator as a command: a check of an up-to-date client, and a whole run compared with a peer.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use super::figure::Figure;
use super::{api, instructions, peer, tool};

const AREA: &str = "generation";
/// Runs of which the fastest counts.
const RUNS: usize = 7;
/// Runs whose CPU time is measured together, because it is reported in hundredths of a second.
const RUNS_MEASURED_TOGETHER: u32 = 20;

/// Measures time and instructions of generation.
pub(crate) fn measure() -> Result<Vec<Figure>> {
    tool::output(&mut tool::cargo(&["build", "--quiet", "--release", "--package", "xtask"]))?;
    let release = tool::root().join("target").join("release").join("xtask");
    let this_program = std::env::current_exe().context("cannot find this program")?;
    let mut figures = vec![
        Figure::new(AREA, "`codegen --check`, nothing stale, release", "ms", check_time_ms(&release)?)
            .at_most(100.0),
        Figure::new(
            AREA,
            "`cargo xtask codegen --check` as developers run it",
            "ms",
            check_time_ms(&this_program)?,
        ),
    ];
    figures.push(compare_with_peer(&release)?);
    figures.extend(instructions::measure()?);
    Ok(figures)
}

/// A check of this workspace's client by `program`, which is an xtask.
fn check_command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["codegen", "--check"]).current_dir(tool::root());
    command
}

/// Milliseconds from start to end of the fastest of some runs.
fn check_time_ms(program: &Path) -> Result<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let start = Instant::now();
        tool::output(&mut check_command(program))?;
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(best)
}

/// CPU time per endpoint of our whole command, and of the peer's whole command on the same API.
fn compare_with_peer(program: &Path) -> Result<Figure> {
    let api = api::load()?;
    let runs = |command: &mut Command| {
        (0..RUNS_MEASURED_TOGETHER).try_for_each(|_| tool::output(command).map(|_| ()))
    };
    let ours = tool::cpu_seconds(|| runs(&mut check_command(program)))? / f64::from(RUNS_MEASURED_TOGETHER);
    let peer = peer::Peer::generate(&api)?;
    let ms_per_endpoint = |seconds: f64, endpoints: usize| seconds * 1e3 / endpoints as f64;
    let what = format!(
        "a run, CPU an endpoint ({} of {} endpoints for the peer)",
        peer.endpoints,
        api.endpoints.len()
    );
    let ours = ms_per_endpoint(ours, api.endpoints.len());
    let theirs = ms_per_endpoint(peer.cpu_seconds, peer.endpoints);
    Ok(Figure::new(AREA, what, "ms", ours).beside(peer::NAME, theirs).at_most_fraction_of_peer(10))
}
