//! Instruction counts, by valgrind: the same on every machine and however busy it is.

use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::figure::Figure;
use super::tool;

/// The runner must be of the version that the benches are compiled with.
const VERSION: &str = "0.20.0";
const RUNNER: &str = "gungraun-runner";
/// Endpoints of the spec in the bench.
const ENDPOINTS: f64 = 100.0;

/// Counts those of generation.
pub(crate) fn measure() -> Result<Vec<Figure>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        bail!("instructions are counted by valgrind, which is not installed; your system's packages have it");
    }
    let runner = tool::installed(RUNNER, VERSION)?;
    let mut cargo =
        tool::cargo(&["bench", "--quiet", "--package", "generator", "--bench", "instructions", "--"]);
    cargo.arg("--output-format=json").env("GUNGRAUN_RUNNER", runner);
    let printed = tool::output(&mut cargo).context("the bench `instructions` of `generator` failed")?;
    let lines = printed.lines().filter(|line| line.starts_with('{'));
    let figures: Vec<Figure> = lines.map(parse).collect::<Result<_>>()?;
    if figures.is_empty() {
        bail!("the bench `instructions` of `generator` printed no figures");
    }
    Ok(figures)
}

/// Reads the summary of one function.
fn parse(line: &str) -> Result<Figure> {
    let value: Value = serde_json::from_str(line).context("gungraun printed no JSON")?;
    let name = value["function_name"].as_str().context("gungraun named no function")?;
    let count =
        instructions(&value).with_context(|| format!("gungraun counted no instructions of `{name}`"))?;
    let what = format!("`{name}`, instructions an endpoint");
    Ok(Figure::new("generation", what, "million", count / ENDPOINTS / 1e6))
}

/// The first count of executed instructions in a summary: that of this run.
fn instructions(value: &Value) -> Option<f64> {
    match value {
        Value::Object(map) => match map.get("Ir") {
            Some(found) => number(found),
            None => map.values().find_map(instructions),
        },
        Value::Array(items) => items.iter().find_map(instructions),
        _ => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Object(map) => map.values().find_map(number),
        Value::Array(items) => items.iter().find_map(number),
        other => other.as_f64(),
    }
}
