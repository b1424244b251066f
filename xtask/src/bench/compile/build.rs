//! The CPU time of compiling one crate.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::bench::tool;

/// A build is not repeated once all runs together have taken this many CPU seconds.
const ENOUGH_CPU_SECONDS: f64 = 8.0;
/// Builds of which the fastest counts.
const RUNS: usize = 3;

/// How a crate is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// `cargo check`.
    Check,
    /// `cargo build`.
    Dev,
    /// `cargo build --release`.
    Release,
}

/// A crate to compile.
pub(super) struct Build {
    workspace: PathBuf,
    /// The folder of the crate in its workspace.
    folder: &'static str,
    package: String,
    profile: Profile,
    /// The features to compile with, in the words of cargo; `None` for the default ones.
    features: Option<String>,
}

impl Build {
    /// A crate with its default features.
    pub(super) fn new(workspace: &Path, folder: &'static str, package: &str, profile: Profile) -> Self {
        Self { workspace: workspace.to_owned(), folder, package: package.to_owned(), profile, features: None }
    }

    /// With these features alone.
    pub(super) fn features(mut self, features: &str) -> Self {
        self.features = Some(features.to_owned());
        self
    }

    /// CPU seconds for compiling the crate alone: the fastest of some runs.
    pub(super) fn best_cpu_seconds(&self) -> Result<f64> {
        let (mut best, mut sum) = (f64::INFINITY, 0.0);
        for _ in 0..RUNS {
            let seconds = self.cpu_seconds()?;
            best = best.min(seconds);
            sum += seconds;
            if sum > ENOUGH_CPU_SECONDS {
                break;
            }
        }
        Ok(best)
    }

    /// CPU seconds for compiling the crate alone, in one run: a build of the touched crate, less a build with nothing
    /// to do.
    pub(super) fn cpu_seconds(&self) -> Result<f64> {
        let run = || tool::output(&mut self.cargo()).map(|_| ());
        // Builds the dependencies, so that they are not measured.
        run().context("the dependencies are built")?;
        self.touch()?;
        let compiling = tool::cpu_seconds(run)?;
        let nothing_to_do = tool::cpu_seconds(run)?;
        Ok(compiling - nothing_to_do)
    }

    /// The command that compiles the crate.
    fn cargo(&self) -> Command {
        let mut command = Command::new(env!("CARGO"));
        let subcommand: &[&str] = match self.profile {
            Profile::Check => &["check"],
            Profile::Dev => &["build"],
            Profile::Release => &["build", "--release"],
        };
        command
            .args(subcommand)
            .args(["--quiet", "--lib", "--package", &self.package])
            .current_dir(&self.workspace);
        if let Some(features) = &self.features {
            command.args(["--no-default-features", "--features", features]);
        }
        // Incremental state would cost time that is not compilation; warnings about the peer's code are of no use here.
        command.env("CARGO_INCREMENTAL", "0").env("RUSTFLAGS", "--cap-lints=allow");
        // The profiles of a new package, whatever this workspace's environment sets.
        for unset in ["CARGO_PROFILE_DEV_DEBUG", "CARGO_PROFILE_RELEASE_DEBUG", "CARGO_TARGET_DIR"] {
            command.env_remove(unset);
        }
        command
    }

    /// Makes cargo believe that the crate has changed.
    fn touch(&self) -> Result<()> {
        let path = self.workspace.join(self.folder).join("src").join("lib.rs");
        let file = File::options().append(true).open(&path);
        file.and_then(|file| file.set_modified(SystemTime::now()))
            .with_context(|| format!("cannot touch {}", path.display()))
    }
}
