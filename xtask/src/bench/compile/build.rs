//! One crate, compiled again and again.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::bench::tool;

/// CPU seconds after which a build is not repeated.
const ENOUGH: f64 = 8.0;
/// Builds of which the best counts.
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
    folder: &'static str,
    package: String,
    profile: Profile,
    features: Option<String>,
}

impl Build {
    pub(super) fn new(workspace: &Path, folder: &'static str, package: &str, profile: Profile) -> Self {
        Self { workspace: workspace.to_owned(), folder, package: package.to_owned(), profile, features: None }
    }

    /// With these features alone.
    pub(super) fn features(mut self, features: &str) -> Self {
        self.features = Some(features.to_owned());
        self
    }

    /// CPU seconds for the crate alone, the best of some runs.
    pub(super) fn seconds(&self) -> Result<f64> {
        let (mut best, mut sum) = (f64::INFINITY, 0.0);
        for _ in 0..RUNS {
            let seconds = self.once()?;
            best = best.min(seconds);
            sum += seconds;
            if sum > ENOUGH {
                break;
            }
        }
        Ok(best)
    }

    /// CPU seconds for the crate alone.
    pub(super) fn once(&self) -> Result<f64> {
        let run = || tool::output(&mut self.cargo()).map(|_| ());
        run().context("the dependencies are built")?;
        self.touch()?;
        let with_work = tool::cpu_seconds(run)?;
        let without = tool::cpu_seconds(run)?;
        Ok(with_work - without)
    }

    fn cargo(&self) -> Command {
        let mut command = Command::new(env!("CARGO"));
        let words: &[&str] = match self.profile {
            Profile::Check => &["check"],
            Profile::Dev => &["build"],
            Profile::Release => &["build", "--release"],
        };
        command
            .args(words)
            .args(["--quiet", "--lib", "--package", &self.package])
            .current_dir(&self.workspace);
        if let Some(features) = &self.features {
            command.args(["--no-default-features", "--features", features]);
        }
        // State kept for the next build would be measured, and warnings about somebody's code would be printed.
        command.env("CARGO_INCREMENTAL", "0").env("RUSTFLAGS", "--cap-lints=allow");
        // A new package's profiles, whatever is set for this one.
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
