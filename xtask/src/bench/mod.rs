//! `cargo xtask bench`: runs the benches, measures what no bench target can, and prints one table.
//!
//! Peers are installed by package name into `target/bench`; the crates that are measured are written there too.

mod figure;
mod area;
mod openapi_30;
mod tool;
mod api;
mod peer;
mod compile;
mod instructions;
mod generation;
mod table;
mod target;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ValueEnum;

use area::Area;
use figure::Figure;

/// Run the benches and print a table of ratios.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// What to measure; everything when left out.
    #[arg(value_enum)]
    areas: Vec<Area>,
    /// Write the table to this file, too.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Put the table into README.md.
    #[arg(long)]
    readme: bool,
}

/// Measures, prints the table, and writes it where the arguments ask for it.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let chosen = |area: &&Area| arguments.areas.is_empty() || arguments.areas.contains(area);
    let mut figures = Vec::new();
    for area in Area::value_variants().iter().filter(chosen) {
        anstream::eprintln!("measuring: {}", area_name(*area));
        figures.extend(measure(*area)?);
    }
    let table = table::render(&figures);
    anstream::println!("{table}");
    if let Some(out) = &arguments.out {
        fs::write(out, &table).with_context(|| format!("cannot write {}", out.display()))?;
    }
    if arguments.readme {
        let path = tool::root().join("README.md");
        let readme = fs::read_to_string(&path).context("cannot read README.md")?;
        fs::write(&path, table::put_into(&readme, &table)?).context("cannot write README.md")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// An area as it is written on the command line.
fn area_name(area: Area) -> String {
    area.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

/// All figures of an area: those of its bench targets, and those that no bench target can measure.
fn measure(area: Area) -> Result<Vec<Figure>> {
    let mut figures = target::run(area)?;
    match area {
        Area::Generation => figures.extend(generation::measure()?),
        Area::Compile => figures.extend(compile::measure()?),
        Area::Call | Area::Limiter | Area::Decode => {}
    }
    Ok(figures)
}
