//! `spec-diff`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use paceline_generator::Loaded;

use crate::report_format::{ReportFormat, pluralize};
use crate::spec_dir;

/// Report what changed between two specs, and which changes break callers. The exit code is 1 when one does, and 2 when
/// a spec has errors.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the spec as it was.
    old: PathBuf,
    /// Folder of the spec as it is.
    new: PathBuf,
    /// How changes are reported.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let load = |dir| load(dir, arguments.format);
    let (Some(old), Some(new)) = (load(&arguments.old)?, load(&arguments.new)?) else {
        // Its own exit code: nothing was compared, which is not the same as finding a breaking change.
        return Ok(ExitCode::from(2));
    };
    let changes = paceline_generator::diff(&old.api, &new.api);
    match arguments.format {
        ReportFormat::Text => anstream::print!("{}", paceline_generator::render_changes(&changes)),
        ReportFormat::Json => anstream::print!("{}", paceline_generator::render_changes_json(&changes)),
    }
    let breaks = changes.iter().any(paceline_generator::Change::breaks);
    Ok(if breaks { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Loads a spec; prints its errors and returns `None` if it has any. Warnings are ignored.
fn load(dir: &Path, format: ReportFormat) -> Result<Option<Loaded>> {
    let sources = spec_dir::read(dir)?;
    match paceline_generator::load(&sources) {
        Ok(loaded) => Ok(Some(loaded)),
        Err(errors) => {
            format.print_findings(&errors, &sources);
            anstream::eprintln!(
                "{} in {}; nothing was compared",
                pluralize(errors.len(), "error"),
                dir.display()
            );
            Ok(None)
        }
    }
}
