//! `schema`: the dialect's JSON Schema, and the tables of its keys and of the diagnostic codes in the page that
//! explains it. The *dialect* is the form of the spec's YAML: its keys and what they mean.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::write_mode::WriteMode;

/// Write the dialect's JSON Schema, and the tables of keys and diagnostic codes into the README.md beside it.
#[derive(clap::Args)]
pub struct Arguments {
    /// The file of the schema.
    #[arg(long, default_value = "spec/schema.json")]
    out: PathBuf,
    #[command(flatten)]
    mode: WriteMode,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, program: &Program) -> Result<ExitCode> {
    let stale = find_stale(&arguments.out)?;
    for (path, text) in &stale {
        match arguments.mode {
            WriteMode::Write => {
                fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
                anstream::println!("wrote {}", path.display());
            }
            WriteMode::Check => report_stale(path, &arguments.out, program),
            WriteMode::DryRun => anstream::println!("{} would change", path.display()),
        }
    }
    if stale.is_empty() {
        anstream::println!("{} is up to date", arguments.out.display());
    }
    let failed = arguments.mode == WriteMode::Check && !stale.is_empty();
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Reports which of the schema and the README beside a spec are stale. `true` when none is, or the spec has no schema.
pub(crate) fn check_beside(spec: &Path, program: &Program) -> Result<bool> {
    let schema = spec.join("schema.json");
    if !schema.exists() {
        return Ok(true);
    }
    let stale = find_stale(&schema)?;
    stale.iter().for_each(|(path, _)| report_stale(path, &schema, program));
    Ok(stale.is_empty())
}

/// Says that a schema, or the page beside it, is stale, and what fixes it.
fn report_stale(path: &Path, schema: &Path, program: &Program) {
    let (path, schema) = (path.display(), schema.display());
    anstream::eprintln!("error: {path} is stale; `{} schema --out {schema}` fixes it", program.name);
}

/// The files that are out of date, each with the text that it should have.
fn find_stale(schema: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut wanted = vec![(schema.to_owned(), paceline_generator::render_schema())];
    let readme = schema.with_file_name("README.md");
    // A README without marks stays as it is.
    if let Ok(text) = fs::read_to_string(&readme) {
        match paceline_generator::render_dialect_page(&text) {
            Ok(renewed) => wanted.push((readme, renewed)),
            Err(error) => bail!("{}: {error}", readme.display()),
        }
    }
    wanted.retain(|(path, text)| fs::read_to_string(path).ok().as_ref() != Some(text));
    Ok(wanted)
}
