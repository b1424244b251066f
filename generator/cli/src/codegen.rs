//! `codegen`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};
use paceline_generator::ir::Api;
use paceline_generator::{CrateLayout, GeneratedFile, Loaded, SourceFile};

use crate::crate_dir::{self, Changes};
use crate::crate_layout::{self, RuntimeArguments};
use crate::program::Program;
use crate::report_format::{ReportFormat, pluralize};
use crate::write_mode::WriteMode;
use crate::{schema, spec_dir, watch};

/// Write the client crate, and its OpenAPI document, from the spec.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the spec's YAML files.
    #[arg(long, default_value = "spec")]
    spec: PathBuf,
    /// Folder of the crate.
    #[arg(long, default_value = "client")]
    out: PathBuf,
    #[command(flatten)]
    runtime: RuntimeArguments,
    /// What to do with files of the crate that are out of date. With `--check`, the dialect's schema beside the spec and the
    /// tables of the page that explains it must be up to date, too.
    #[command(flatten)]
    mode: WriteMode,
    /// Write the docs in one language of the spec alone; where a text lacks it, in the main one. Without it, docs have the
    /// main language first and each other one below.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Fail on warnings about the spec. The only value is `warnings`, which means all of them.
    #[arg(long, value_parser = ["warnings"])]
    deny: Option<String>,
    /// How findings are reported.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
    /// Run again whenever a file of the spec changes, until stopped.
    #[arg(long, conflicts_with_all = ["check", "dry_run"])]
    watch: bool,
}

/// Runs the command, once or until stopped.
pub(crate) fn run(arguments: &Arguments, program: &Program) -> Result<ExitCode> {
    if arguments.watch {
        watch::run(&arguments.spec, arguments.format, || run_once(arguments, program))
    } else {
        run_once(arguments, program)
    }
}

/// One run over the spec as it is now.
fn run_once(arguments: &Arguments, program: &Program) -> Result<ExitCode> {
    let mode = arguments.mode;
    let start = Instant::now();
    let sources = spec_dir::read(&arguments.spec)?;
    let deny_warnings = arguments.deny.is_some();
    let Some(loaded) = load(&sources, arguments.format, deny_warnings) else { return Ok(ExitCode::FAILURE) };
    let layout = crate_layout::of(&arguments.out, &arguments.runtime, program)?;
    let files = match &arguments.language {
        Some(language) => generate_in(&loaded.api, language, &layout)?,
        None => paceline_generator::generate(&loaded.api, &layout),
    };
    let changes = crate_dir::compare(&arguments.out, &files)?;
    if mode == WriteMode::Write {
        crate_dir::apply(&arguments.out, &changes)?;
    }
    report_changes(mode, arguments, &changes);
    arguments.format.print_status(&summary(&loaded, files.len(), start));
    // `|` and not `||`: the schema is checked, and reported, even when the crate is stale already.
    let stale =
        mode == WriteMode::Check && (!changes.is_empty() | !schema::check_beside(&arguments.spec, program)?);
    Ok(if stale { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The files of a client whose docs are in one language alone. The document beside it is in all of them, as without that.
fn generate_in(api: &Api, language: &str, layout: &CrateLayout) -> Result<Vec<GeneratedFile>> {
    let known = if api.languages.is_empty() {
        "it names none, which is done by `languages` beside `api`".to_owned()
    } else {
        format!("it has {}", api.languages.join(", "))
    };
    ensure!(
        api.languages.iter().any(|known| known == language),
        "`{language}` is no language of the spec; {known}"
    );
    let mut alone = api.clone();
    alone.keep_one_language(language);
    let mut files = paceline_generator::generate(&alone, layout);
    for document in files.iter_mut().filter(|file| file.path == "openapi.json") {
        document.text = paceline_generator::openapi_of(api, layout);
    }
    Ok(files)
}

/// Loads a spec and prints its errors or warnings. `None` when it has errors, or when it has warnings and
/// `deny_warnings` is set.
#[must_use]
pub fn load(sources: &[SourceFile], format: ReportFormat, deny_warnings: bool) -> Option<Loaded> {
    let (findings, severity, loaded) = match paceline_generator::load(sources) {
        Ok(loaded) => (loaded.warnings.clone(), "warning", Some(loaded)),
        Err(errors) => (errors, "error", None),
    };
    format.print_findings(&findings, sources);
    let denied = deny_warnings && !findings.is_empty();
    if loaded.is_none() || denied {
        anstream::eprintln!("{} in the spec; nothing was written", pluralize(findings.len(), severity));
        return None;
    }
    loaded
}

/// Says what was changed in the crate, would change, or is stale.
fn report_changes(mode: WriteMode, arguments: &Arguments, changes: &Changes<'_>) {
    let paths = changes.paths();
    let (stale_count, out) = (paths.len(), Path::display(&arguments.out));
    let format = arguments.format;
    match mode {
        _ if paths.is_empty() => format.print_status(&format!("{out} is up to date")),
        WriteMode::Write => {
            format.print_status(&format!(
                "{out}: wrote {}, removed {}",
                changes.write.len(),
                changes.remove.len()
            ));
        }
        WriteMode::Check => {
            anstream::eprintln!(
                "error: {stale_count} stale in {out}; the same command without `--check` writes what is stale"
            );
            paths.iter().for_each(|path| anstream::eprintln!("  {path}"));
        }
        WriteMode::DryRun => {
            format.print_status(&format!("{out}: {stale_count} would change"));
            paths.iter().for_each(|path| format.print_status(&format!("  {path}")));
        }
    }
}

/// How much was generated, and how long it took.
fn summary(loaded: &Loaded, files: usize, start: Instant) -> String {
    let api = &loaded.api;
    format!(
        "{files} files, {} endpoints, {} types, {} limit sets, {} ms",
        api.endpoints.len(),
        api.types.len(),
        api.limit_sets.len(),
        start.elapsed().as_millis()
    )
}
