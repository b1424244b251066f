//! `cargo xtask schema`: what the dialect says about itself, its schema and the catalogue of codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::mode::Mode;

/// The command that fixes them.
const FIX_COMMAND: &str = "cargo xtask schema";
/// What the catalogue stands between.
const MARKS: [&str; 2] = ["<!-- codes: written by `cargo xtask schema` -->\n", "<!-- end of codes -->"];

/// Write the dialect's JSON Schema, and the catalogue of codes into the README.md beside it.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The file of the schema.
    #[arg(long, default_value = "spec/schema.json")]
    out: PathBuf,
    #[command(flatten)]
    mode: Mode,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let stale = stale(&arguments.out)?;
    for (path, text) in &stale {
        match arguments.mode {
            Mode::Write => {
                fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
                anstream::println!("wrote {}", path.display());
            }
            Mode::Check => report_stale(path),
            Mode::DryRun => anstream::println!("{} would change", path.display()),
        }
    }
    if stale.is_empty() {
        anstream::println!("{} is up to date", arguments.out.display());
    }
    let failed = arguments.mode == Mode::Check && !stale.is_empty();
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Says whether the schema beside a spec is fresh; a spec need not have one.
pub(crate) fn check_beside(spec: &Path) -> Result<bool> {
    let schema = spec.join("schema.json");
    if !schema.exists() {
        return Ok(true);
    }
    let stale = stale(&schema)?;
    stale.iter().for_each(|(path, _)| report_stale(path));
    Ok(stale.is_empty())
}

fn report_stale(path: &Path) {
    anstream::eprintln!("error: {} is stale; `{FIX_COMMAND}` fixes it", path.display());
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
