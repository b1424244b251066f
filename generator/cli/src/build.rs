//! A client that is written by the build script of the crate that uses it.
//!
//! ```toml
//! [dependencies]
//! paceline-runtime = { version = "0.1", features = ["rustls", "gzip"] }
//! tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
//!
//! [build-dependencies]
//! paceline-cli = { version = "0.1", default-features = false }
//! ```
//!
//! `build.rs` names the folder of the spec, which lies in the crate:
//!
//! ```no_run
//! fn main() -> Result<(), paceline_cli::build::Error> {
//!     paceline_cli::build::client("spec")
//! }
//! ```
//!
//! and a line in `src/lib.rs` or `src/main.rs`, or in any module, takes the client in, as a module that is called like the
//! `crate:` of the spec:
//!
//! ```ignore
//! include!(concat!(env!("OUT_DIR"), "/my_api.rs"));
//!
//! let client = my_api::Client::builder().build()?;
//! ```
//!
//! `pub use my_api::*;` behind it makes the client the crate's own face.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use paceline_generator::{CrateLayout, Diagnostic, SourceFile};

use crate::spec_dir;

/// Why there is no client. It shows itself, also as the error of `main`, as the commands show it: each mistake with the line
/// of the spec that it is in, and what fixes it.
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// Writes the client of a spec into the folder of the build script, `OUT_DIR`, as one file with one module, both called like
/// the `crate:` of the spec. The folder of the spec is named from that of the crate. Cargo hears that the script is to run
/// again when the folder changes, and of each warning about the spec.
///
/// # Errors
/// When the spec cannot be read or has mistakes, when the file cannot be written, or outside of a build script.
pub fn client(spec: impl AsRef<Path>) -> Result<(), Error> {
    let spec = spec.as_ref();
    println!("cargo::rerun-if-changed={}", spec.display());
    let out = std::env::var_os("OUT_DIR")
        .ok_or_else(|| Error("there is no OUT_DIR: this function is for build scripts".to_owned()))?;
    let (_, warnings) = write(spec, &PathBuf::from(out))?;
    warnings.iter().for_each(|warning| println!("cargo::warning={warning}"));
    Ok(())
}

/// Writes the file and gives its path, and the warnings, a line each.
fn write(spec: &Path, out: &Path) -> Result<(PathBuf, Vec<String>), Error> {
    let sources = spec_dir::read(spec).map_err(|error| Error(format!("{error:#}")))?;
    let loaded = paceline_generator::load(&sources).map_err(|mistakes| refusal(&mistakes, &sources))?;
    let files = paceline_generator::generate(&loaded.api, &CrateLayout::Module);
    let Some(file) = files.first() else { return Err(Error("the generator wrote no file".to_owned())) };
    let path = out.join(&file.path);
    fs::write(&path, &file.text)
        .map_err(|error| Error(format!("cannot write {}: {error}", path.display())))?;
    Ok((path, loaded.warnings.iter().map(in_a_line).collect()))
}

/// The mistakes of a spec, with their lines.
fn refusal(mistakes: &[Diagnostic], sources: &[SourceFile]) -> Error {
    let color = false;
    let shown = paceline_generator::render_diagnostics(mistakes, sources, color);
    Error(format!("the spec has mistakes, and there is no client\n\n{shown}"))
}

/// A warning in one line, since Cargo takes no more.
fn in_a_line(warning: &Diagnostic) -> String {
    let place = &warning.origin;
    let help = warning.help.iter().map(|help| format!("; {help}")).collect::<String>();
    format!("{place}: {}{help}", warning.message).replace(['\n', '\r'], " ")
}
