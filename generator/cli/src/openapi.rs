//! `openapi`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use paceline_generator::GeneratedFile;

use crate::crate_layout::{self, RuntimeArguments};
use crate::program::Program;
use crate::report_format::ReportFormat;
use crate::write_mode::WriteMode;
use crate::{codegen, crate_dir, spec_dir};

/// Write the spec as an OpenAPI 3.1 document. `codegen` writes the same one beside the crate.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the spec's YAML files.
    #[arg(long, value_name = "DIR", default_value = "spec")]
    spec: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "FILE", default_value = "client/openapi.json")]
    out: PathBuf,
    #[command(flatten)]
    mode: WriteMode,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, program: &Program) -> Result<ExitCode> {
    let sources = spec_dir::read(&arguments.spec)?;
    let deny_warnings = false;
    let Some(loaded) = codegen::load(&sources, ReportFormat::Text, deny_warnings) else {
        return Ok(ExitCode::FAILURE);
    };
    let out = &arguments.out;
    let name = out.file_name().with_context(|| format!("{} names no file", out.display()))?;
    let dir = out.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let path = name.to_str().with_context(|| format!("{} is not UTF-8", out.display()))?.to_owned();
    // The same document as `codegen` writes there.
    let layout = crate_layout::of(dir, &RuntimeArguments::default(), program)?;
    let files = [GeneratedFile { path, text: paceline_generator::openapi_of(&loaded.api, &layout) }];
    // The folder may hold other files, which are not this command's to compare.
    let changes = crate_dir::compare_files(dir, &files)?;
    if changes.is_empty() {
        anstream::println!("{} is up to date", out.display());
        return Ok(ExitCode::SUCCESS);
    }
    match arguments.mode {
        WriteMode::Write => {
            crate_dir::apply(dir, &changes)?;
            anstream::println!("wrote {}", out.display());
        }
        WriteMode::Check => {
            anstream::eprintln!(
                "error: {} is stale; the same command without `--check` writes it",
                out.display()
            );
            return Ok(ExitCode::FAILURE);
        }
        WriteMode::DryRun => anstream::println!("{} would change", out.display()),
    }
    Ok(ExitCode::SUCCESS)
}
