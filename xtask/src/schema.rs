//! `cargo xtask schema`: what the dialect says about itself, its schema and the catalogue of codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

/// The command that mends them.
const MENDS: &str = "cargo xtask schema";
/// What the catalogue stands between.
const MARKS: [&str; 2] = ["<!-- codes: written by `cargo xtask schema` -->\n", "<!-- end of codes -->"];

/// Write the dialect's JSON Schema, and the catalogue of codes into the README.md beside it.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The file of the schema.
    #[arg(long, default_value = "spec/schema.json")]
    out: PathBuf,
    /// Write nothing; fail when a file is stale.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let stale = stale(&arguments.out)?;
    if arguments.check {
        tell_stale(&stale);
        return Ok(if stale.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    for (path, text) in &stale {
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
        anstream::println!("wrote {}", path.display());
    }
    if stale.is_empty() {
        anstream::println!("{} is up to date", arguments.out.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Says whether the schema beside a spec is fresh; a spec need not have one.
pub(crate) fn check_beside(spec: &Path) -> Result<bool> {
    let schema = spec.join("schema.json");
    if !schema.exists() {
        return Ok(true);
    }
    let stale = stale(&schema)?;
    tell_stale(&stale);
    Ok(stale.is_empty())
}

fn tell_stale(stale: &[(PathBuf, String)]) {
    for (path, _) in stale {
        anstream::eprintln!("error: {} is stale; `{MENDS}` mends it", path.display());
    }
}

/// The files that say something else than they should, with what they should say.
fn stale(schema: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut wanted = vec![(schema.to_owned(), paceline_generator::render_schema())];
    let readme = schema.with_file_name("README.md");
    // Only a README that has the marks wants the catalogue.
    if let Ok(text) = fs::read_to_string(&readme)
        && let Some((before, rest)) = text.split_once(MARKS[0])
    {
        let Some((_, after)) = rest.split_once(MARKS[1]) else {
            bail!("{} lacks the mark {}", readme.display(), MARKS[1]);
        };
        let catalogue = paceline_generator::render_catalogue();
        wanted.push((readme, format!("{before}{}\n{catalogue}\n{}{after}", MARKS[0], MARKS[1])));
    }
    wanted.retain(|(path, text)| fs::read_to_string(path).ok().as_ref() != Some(text));
    Ok(wanted)
}
