//! `cargo xtask spec-diff`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use paceline_generator::Loaded;

use crate::format::{Format, count};
use crate::spec_dir;

/// Report what changed between two specs, and which changes break callers. The exit code is 1 when one does, and 2 when a
/// spec has errors.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder of the spec as it was.
    old: PathBuf,
    /// Folder of the spec as it is.
    new: PathBuf,
    /// How changes are reported.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let load = |dir| load(dir, arguments.format);
    let (Some(old), Some(new)) = (load(&arguments.old)?, load(&arguments.new)?) else {
        // Nothing is known about the changes, which is another thing than a change that breaks callers.
        return Ok(ExitCode::from(2));
    };
    let changes = paceline_generator::diff(&old.api, &new.api);
    match arguments.format {
        Format::Text => anstream::print!("{}", paceline_generator::render_changes(&changes)),
        Format::Json => anstream::print!("{}", paceline_generator::render_changes_json(&changes)),
    }
    let breaks = changes.iter().any(paceline_generator::Change::breaks);
    Ok(if breaks { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Loads a spec; reports its errors, and gives `None` then. Warnings are of no interest here.
fn load(dir: &Path, format: Format) -> Result<Option<Loaded>> {
    let sources = spec_dir::read(dir)?;
    match paceline_generator::load(&sources) {
        Ok(loaded) => Ok(Some(loaded)),
        Err(found) => {
            format.report(&found, &sources);
            anstream::eprintln!("{} in {}; nothing was compared", count(found.len(), "error"), dir.display());
            Ok(None)
        }
    }
}
