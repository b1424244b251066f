//! `cargo xtask import-openapi`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};

/// Write a starting spec from an OpenAPI document.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document: OpenAPI 3.0 or 3.1, JSON or YAML.
    file: PathBuf,
    /// Folder for the spec; it must not hold one yet.
    #[arg(long)]
    out: PathBuf,
    /// The rate limit of every endpoint. An OpenAPI document states none; replace it by the real ones.
    #[arg(long, value_name = "LIMIT", default_value = "10/s")]
    limit: String,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let (file, out, start) = (&arguments.file, &arguments.out, Instant::now());
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let imported = paceline_generator::import_openapi(&text, &arguments.limit)
        .map_err(|why| anyhow!("{}: {why}", file.display()))?;
    let loaded = match paceline_generator::load(&imported.files) {
        Ok(loaded) => loaded,
        Err(errors) => {
            anstream::eprint!("{}", paceline_generator::render_diagnostics(&errors, &imported.files, true));
            bail!("no spec can be made with the limit `{}`", arguments.limit);
        }
    };
    fs::create_dir_all(out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let entries = fs::read_dir(out).with_context(|| format!("cannot list {}", out.display()))?;
    if entries.flatten().any(|entry| entry.path().extension().is_some_and(|extension| extension == "yaml")) {
        bail!("{} holds YAML files already; an import never overwrites what people wrote", out.display());
    }
    for file in &imported.files {
        let path = out.join(&file.path);
        fs::write(&path, &file.text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let kinds = imported.notes.len();
    anstream::println!("{kinds} kinds of things were left open, changed or left out, each with how often:");
    imported.notes.iter().for_each(|note| anstream::println!("  {:>5}  {note}", note.places.len()));
    anstream::println!(
        "{}: {} files, {} endpoints, {} types, {} ms; the notes above are also in api.yaml",
        out.display(),
        imported.files.len(),
        loaded.api.endpoints.len(),
        loaded.api.types.len(),
        start.elapsed().as_millis()
    );
    Ok(ExitCode::SUCCESS)
}
