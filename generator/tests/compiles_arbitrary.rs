//! Whatever a valid spec says, what is emitted for it compiles without a warning.
//!
//! The names are those that emitted code uses itself, and the features those of a whole API, mixed at random.
#![allow(clippy::disallowed_methods, reason = "compilers read from the disk")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::arbitrary::{arbitrary_spec, words};
use common::keys;
use paceline_generator::{CrateLayout, Runtime, generate};

/// How many specs are tried; each is about as long as that of a small API. `COMPILES_ARBITRARY` asks for others: `100..140`.
const SPECS: std::ops::Range<u64> = 0..24;

/// Like the workspace, so that what the runtime depends on is compiled once for both.
const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["any-*"]

[profile.dev]
debug = "line-tables-only"
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the generator lies in the workspace").to_owned()
}

fn specs() -> std::ops::Range<u64> {
    let asked = std::env::var("COMPILES_ARBITRARY").ok();
    let asked = asked.as_deref().and_then(|range| range.split_once(".."));
    asked.map_or(SPECS, |(from, to)| from.parse().expect("a number")..to.parse().expect("a number"))
}

/// A key that no spec of the sample has would be one that nothing is known of.
#[test]
fn the_sample_has_every_key_of_the_dialect() {
    let words = words();
    let mut used = BTreeSet::new();
    for seed in SPECS {
        for file in arbitrary_spec(seed, &words).files {
            keys::used(&serde_yaml::from_str(&file.text).expect("it is YAML"), &mut used);
        }
    }
    let missing: Vec<_> = keys::all().into_iter().filter(|key| !used.contains(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_sample_of_all_that_is_valid_compiles_without_a_warning() {
    let dir = tempfile::tempdir().expect("a folder");
    let (runtime, words) = (root().join("generator/runtime").display().to_string(), words());
    for seed in specs() {
        let spec = arbitrary_spec(seed, &words);
        let crate_dir = dir.path().join(format!("any-{seed}"));
        for file in generate(&spec.loaded.api, &CrateLayout::Alone(Runtime::Path(runtime.clone()))) {
            let path = crate_dir.join(&file.path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, file.text).expect("a file");
        }
        for file in &spec.files {
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
        "--keep-going",
    ]);
    cargo.current_dir(dir.path()).env("CARGO_TARGET_DIR", target).env_remove("RUSTFLAGS");
    let output = cargo.output().expect("cargo starts");
    let said = String::from_utf8_lossy(&output.stderr);
    let clean = output.status.success() && !said.contains("warning: ");
    assert!(clean, "the crates are left in {}\n{said}", dir.keep().display());
}
