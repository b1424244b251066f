//! `cargo xtask codegen`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use generator::{Loaded, Severity, SourceFile};

use crate::crate_dir::{self, Changes};
use crate::home;
use crate::mode::Mode;
use crate::spec_dir;

/// The command that mends a stale crate.
const MENDS: &str = "cargo xtask codegen";

/// Write the client crate, and its OpenAPI document, from the spec.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder of the spec's YAML files.
    #[arg(long, default_value = "spec")]
    spec: PathBuf,
    /// Folder of the crate.
    #[arg(long, default_value = "generated-client")]
    out: PathBuf,
    /// Take the runtime from a registry, by this version requirement. Without it, a crate outside of this workspace
    /// refers to the runtime's folder here.
    #[arg(long, value_name = "VERSION")]
    runtime: Option<String>,
    /// Write nothing; fail when a file is stale.
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing; tell what would be written.
    #[arg(long)]
    dry_run: bool,
    /// Which warnings about the spec are errors: `warnings` for all of them.
    #[arg(long, value_parser = ["warnings"])]
    deny: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mode = match (arguments.check, arguments.dry_run) {
        (true, _) => Mode::Check,
        (_, true) => Mode::DryRun,
        _ => Mode::Write,
    };
    let start = Instant::now();
    let sources = spec_dir::read(&arguments.spec)?;
    let Some(loaded) = load(&sources) else { return Ok(ExitCode::FAILURE) };
    if !loaded.warnings.is_empty() {
        anstream::eprint!("{}", generator::render_diagnostics(&loaded.warnings, &sources, true));
        if arguments.deny.is_some() {
            anstream::eprintln!("{} warnings in the spec; nothing was written", loaded.warnings.len());
            return Ok(ExitCode::FAILURE);
        }
    }
    let files = generator::generate(&loaded.api, &home::of(&arguments.out, arguments.runtime.as_deref())?);
    let changes = crate_dir::compare(&arguments.out, &files)?;
    if mode == Mode::Write {
        crate_dir::apply(&arguments.out, &changes)?;
    }
    report(mode, &arguments.out, &changes);
    summary(&loaded, files.len(), start);
    let stale = mode == Mode::Check && !changes.is_empty();
    Ok(if stale { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Loads a spec, or tells everything that is wrong with it.
pub(crate) fn load(sources: &[SourceFile]) -> Option<Loaded> {
    match generator::load(sources) {
        Ok(loaded) => Some(loaded),
        Err(diagnostics) => {
            anstream::eprint!("{}", generator::render_diagnostics(&diagnostics, sources, true));
            let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
            anstream::eprintln!(
                "{errors} error{} in the spec; nothing was written",
                if errors == 1 { "" } else { "s" }
            );
            None
        }
    }
}

fn report(mode: Mode, out: &Path, changes: &Changes<'_>) {
    let paths = changes.paths();
    let (count, out) = (paths.len(), out.display());
    match mode {
        _ if paths.is_empty() => anstream::println!("{out} is up to date"),
        Mode::Write => {
            anstream::println!("{out}: wrote {}, removed {}", changes.write.len(), changes.remove.len())
        }
        Mode::Check => {
            anstream::eprintln!("error: {count} stale in {out}; `{MENDS}` mends it");
            paths.iter().for_each(|path| anstream::eprintln!("  {path}"));
        }
        Mode::DryRun => {
            anstream::println!("{out}: {count} would change");
            paths.iter().for_each(|path| anstream::println!("  {path}"));
        }
    }
}

fn summary(loaded: &Loaded, files: usize, start: Instant) {
    let api = &loaded.api;
    anstream::println!(
        "{files} files, {} endpoints, {} types, {} limit sets, {} ms",
        api.operations.len(),
        api.types.len(),
        api.limit_sets.len(),
        start.elapsed().as_millis()
    );
}
