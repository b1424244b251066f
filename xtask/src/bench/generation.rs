//! The generator as a command: a check of a fresh client, and a whole run beside a peer.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use super::figure::Figure;
use super::{api, instructions, peer, tool};

const AREA: &str = "generation";
/// Runs of which the best counts.
const RUNS: usize = 7;
/// Runs that are counted together, because CPU time is reported in hundredths of a second.
const TOGETHER: u32 = 20;

/// Measures them.
pub(crate) fn measure() -> Result<Vec<Figure>> {
    tool::output(&mut tool::cargo(&["build", "--quiet", "--release", "--package", "xtask"]))?;
    let release = tool::root().join("target").join("release").join("xtask");
    let this = std::env::current_exe().context("cannot find this program")?;
    let mut figures = vec![
        Figure::new(AREA, "`codegen --check`, nothing stale, release", "ms", check_time(&release)?)
            .at_most(100.0),
        Figure::new(AREA, "`cargo xtask codegen --check` as developers run it", "ms", check_time(&this)?),
    ];
    figures.push(beside_peer(&release)?);
    figures.extend(instructions::measure()?);
    Ok(figures)
}

fn check(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["codegen", "--check"]).current_dir(tool::root());
    command
}

/// Milliseconds from start to end.
fn check_time(program: &Path) -> Result<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let start = Instant::now();
        tool::output(&mut check(program))?;
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(best)
}

/// CPU time for each endpoint: of ours for the whole command, of the peer for its whole command on the same API.
fn beside_peer(program: &Path) -> Result<Figure> {
    let api = api::load()?;
    let runs = |command: &mut Command| (0..TOGETHER).try_for_each(|_| tool::output(command).map(|_| ()));
    let ours = tool::cpu_seconds(|| runs(&mut check(program)))? / f64::from(TOGETHER);
    let peer = peer::Peer::generate(&api)?;
    let an_operation = |seconds: f64, endpoints: usize| seconds * 1e3 / endpoints as f64;
    let what = format!(
        "a run, CPU an endpoint ({} of {} endpoints for the peer)",
        peer.endpoints,
        api.endpoints.len()
    );
    let ours = an_operation(ours, api.endpoints.len());
    let theirs = an_operation(peer.seconds, peer.endpoints);
    Ok(Figure::new(AREA, what, "ms", ours).beside(peer::NAME, theirs).at_most_one_of(10))
}
