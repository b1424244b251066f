//! The bench targets that print figures.

use anyhow::{Context, Result, bail};

use super::area::Area;
use super::figure::Figure;
use super::tool;

/// A bench target of a package. Under `--figures` it prints one JSON object a line.
struct Target {
    area: Area,
    package: &'static str,
    bench: &'static str,
}

/// All of them, in the order of the table.
const TARGETS: &[Target] = &[
    Target { area: Area::Generation, package: "paceline-generator", bench: "generation" },
    Target { area: Area::Call, package: "feishu-project", bench: "call" },
    Target { area: Area::Call, package: "feishu-project", bench: "burst" },
    Target { area: Area::Limiter, package: "paceline", bench: "limiter" },
    Target { area: Area::Decode, package: "feishu-project", bench: "decode" },
];

/// Runs the targets of an area.
pub(crate) fn run(area: Area) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for target in TARGETS.iter().filter(|target| target.area == area) {
        let Target { package, bench, .. } = target;
        let mut cargo =
            tool::cargo(&["bench", "--quiet", "--package", package, "--bench", bench, "--", "--figures"]);
        let printed = tool::output(&mut cargo);
        let found = printed.and_then(|text| parse(&text));
        figures.extend(found.with_context(|| format!("the bench `{bench}` of `{package}` failed"))?);
    }
    Ok(figures)
}

/// The figures among the lines that a bench printed: the JSON objects. Other lines are for people.
fn parse(printed: &str) -> Result<Vec<Figure>> {
    let lines = printed.lines().filter(|line| line.starts_with('{'));
    let figures: Vec<Figure> = lines
        .map(|line| Figure::parse(line).with_context(|| format!("cannot read the figure {line}")))
        .collect::<Result<_>>()?;
    if figures.is_empty() {
        bail!("it printed no figures");
    }
    Ok(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_among_other_lines() {
        let line = r#"{"area":"call","what":"a call","unit":"ms","ours":3}"#;
        assert_eq!(parse(&format!("warming up\n{line}\n\n{line}\n")).unwrap().len(), 2);
    }

    #[test]
    fn a_bench_without_figures_fails_and_a_broken_line_is_shown() {
        let why = |printed| format!("{:#}", parse(printed).unwrap_err());
        assert_eq!(why("warming up\n"), "it printed no figures");
        assert_eq!(why(r#"{"area":"call"}"#), r#"cannot read the figure {"area":"call"}: `what` is missing"#);
    }
}
