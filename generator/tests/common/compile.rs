//! Emitted crates are compiled for what they are: crates of their own, which share the compiled runtime.
#![allow(
    clippy::disallowed_methods,
    reason = "compilers read from the disk, and a test may be told to take its time"
)]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

use paceline_generator::{CrateLayout, Runtime, SourceFile, generate, ir::Api};

/// Like the workspace, so that what the runtime depends on is compiled once for both.
const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["any-*"]

[profile.dev]
debug = "line-tables-only"
"#;

/// So many crates are compiled at once: more would only fill the disk.
const BATCH: u64 = 50;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the generator lies in the workspace").to_owned()
}

/// The seeds that an environment variable asks for, such as `100..140`, or the usual ones.
pub(crate) fn seeds(variable: &str, usual: Range<u64>) -> Range<u64> {
    let asked = std::env::var(variable).ok();
    let asked = asked.as_deref().and_then(|range| range.split_once(".."));
    asked.map_or(usual, |(from, to)| from.parse().expect("a number")..to.parse().expect("a number"))
}

/// Compiles the crates that are emitted for some seeds; each without a warning. `make` gives what a seed stands for, with
/// the files that are left beside the crate if it does not compile.
#[track_caller]
pub(crate) fn compile_without_a_warning(seeds: Range<u64>, make: impl Fn(u64) -> (Api, Vec<SourceFile>)) {
    let mut from = seeds.start;
    while from < seeds.end {
        let to = seeds.end.min(from + BATCH);
        compile_batch(from..to, &make);
        from = to;
    }
}

#[track_caller]
fn compile_batch(seeds: Range<u64>, make: &impl Fn(u64) -> (Api, Vec<SourceFile>)) {
    let dir = tempfile::tempdir().expect("a folder");
    let runtime = root().join("generator/runtime").display().to_string();
    for seed in seeds {
        let (mut api, files) = make(seed);
        // Crates of one workspace have names of their own.
        api.crate_name = format!("any-{seed}");
        let crate_dir = dir.path().join(format!("any-{seed}"));
        for file in generate(&api, &CrateLayout::Alone(Runtime::Path(runtime.clone()))) {
            let path = crate_dir.join(&file.path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, file.text).expect("a file");
        }
        for file in &files {
            fs::write(crate_dir.join(&file.path), &file.text).expect("a file");
        }
    }
    fs::write(dir.path().join("Cargo.toml"), WORKSPACE).expect("a file");
    // The same versions as everywhere: nothing has to be fetched.
    fs::copy(root().join("Cargo.lock"), dir.path().join("Cargo.lock")).expect("a file");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([
        "check",
        "--offline",
        "--workspace",
        "--no-default-features",
        "--features",
        "all",
        "--lib",
        "--examples",
        "--test",
        "*",
        "--keep-going",
    ]);
    cargo.current_dir(dir.path()).env("CARGO_TARGET_DIR", target).env_remove("RUSTFLAGS");
    // None of the crates is compiled twice, and what that would take fills disks.
    cargo.env("CARGO_INCREMENTAL", "0");
    let output = cargo.output().expect("cargo starts");
    let said = String::from_utf8_lossy(&output.stderr);
    let clean = output.status.success() && !said.contains("warning: ");
    assert!(clean, "the crates are left in {}\n{said}", dir.keep().display());
}
