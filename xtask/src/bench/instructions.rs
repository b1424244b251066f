//! Instruction counts, by valgrind: the same on every machine and however busy it is.

use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::figure::Figure;
use super::tool;

/// The version of the runner must be the one of the crate that the benches are compiled with.
const VERSION: &str = "0.20.0";
const RUNNER: &str = "gungraun-runner";
/// Endpoints of the spec in the bench.
const ENDPOINTS: f64 = 100.0;

/// Counts the instructions of generation.
pub(crate) fn measure() -> Result<Vec<Figure>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        bail!("instructions are counted by valgrind, which is not installed; your system's packages have it");
    }
    let runner = tool::install(RUNNER, VERSION)?;
    let mut cargo = tool::cargo(&[
        "bench",
        "--quiet",
        "--package",
        "paceline-generator",
        "--bench",
        "instructions",
        "--",
    ]);
    cargo.arg("--output-format=json").env("GUNGRAUN_RUNNER", runner);
    let printed =
        tool::output(&mut cargo).context("the bench `instructions` of `paceline-generator` failed")?;
    let lines = printed.lines().filter(|line| line.starts_with('{'));
    let figures: Vec<Figure> = lines.map(parse).collect::<Result<_>>()?;
    if figures.is_empty() {
        bail!("the bench `instructions` of `paceline-generator` printed no figures");
    }
    Ok(figures)
}

/// Reads the summary of one function.
fn parse(line: &str) -> Result<Figure> {
    let value: Value = serde_json::from_str(line).context("gungraun printed no JSON")?;
    let name = value["function_name"].as_str().context("gungraun named no function")?;
    // gungraun reports one part for each thread; the total is the sum of all.
    let total = value.pointer("/profiles/0/data/total/metrics/Ir");
    let count = total
        .and_then(count_of_this_run)
        .with_context(|| format!("gungraun counted no instructions of `{name}`"))?;
    let what = format!("`{name}`, instructions an endpoint");
    Ok(Figure::new("generation", what, "million", count / ENDPOINTS / 1e6))
}

/// The count of this run. It is a number alone, or the member `new` beside that of the run before.
fn count_of_this_run(count: &Value) -> Option<f64> {
    match count {
        Value::Object(map) => {
            map.get("new").and_then(count_of_this_run).or_else(|| map.values().find_map(count_of_this_run))
        }
        Value::Array(items) => items.iter().find_map(count_of_this_run),
        other => other.as_f64(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_of_this_run_is_read() {
        let line = |total: &str| {
            format!(
                r#"{{"function_name":"f","profiles":[{{"data":{{"parts":[{{"metrics":{{"Ir":7}}}}],"total":{total}}}}}]}}"#
            )
        };
        let again =
            r#"{"metrics":{"Ir":{"change":{"factor":"1.5"},"values":{"new":300000000,"old":200000000}}}}"#;
        let first = r#"{"metrics":{"Ir":{"values":{"new":300000000}}}}"#;
        for total in [again, first] {
            let wanted = Figure::new("generation", "`f`, instructions an endpoint", "million", 3.0);
            assert_eq!(parse(&line(total)).unwrap(), wanted);
        }
        let error = parse(&line("{}")).unwrap_err();
        assert_eq!(error.to_string(), "gungraun counted no instructions of `f`");
    }
}
