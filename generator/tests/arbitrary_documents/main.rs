//! Whatever an OpenAPI document says, it becomes a spec without errors, and what is emitted for that compiles without a
//! warning.
//!
//! `ARBITRARY_DOCUMENTS=0..3000` and `COMPILES_ARBITRARY_DOCUMENTS=0..300` ask for other documents than the usual ones.
#![allow(
    clippy::disallowed_methods,
    reason = "compilers read from the disk, and a test may be told to take its time"
)]

#[path = "../common/mod.rs"]
mod common;
mod document;
mod operation;
mod schema;

use std::panic::{AssertUnwindSafe, catch_unwind};

use common::arbitrary::words;
use common::compile::{compile_without_a_warning, seeds};
use document::Maker;
use paceline_generator::{Loaded, SourceFile, import_openapi, load, render_diagnostics};

/// The spec that becomes of the document of a seed, with the document.
fn imported(seed: u64, pool: &[String]) -> (Loaded, Vec<SourceFile>) {
    let text = format!("{:#}", Maker::document(seed, pool));
    let file = SourceFile { path: "document.json".into(), text };
    let imported = import_openapi(&file.text, "10/s", &mut |path| Err(format!("no file `{path}`")))
        .unwrap_or_else(|refused| panic!("seed {seed}: {refused}"));
    let loaded = load(&imported.files).unwrap_or_else(|errors| {
        panic!("seed {seed}: {}", render_diagnostics(&errors, &imported.files, false))
    });
    (loaded, imported.files.into_iter().chain([file]).collect())
}

#[test]
fn any_document_becomes_a_spec_without_errors() {
    let pool = words();
    let failed: Vec<u64> = seeds("ARBITRARY_DOCUMENTS", 0..150)
        .filter(|seed| catch_unwind(AssertUnwindSafe(|| imported(*seed, &pool))).is_err())
        .collect();
    assert!(failed.is_empty(), "seeds {failed:?}");
}

#[test]
fn what_is_emitted_for_any_document_compiles_without_a_warning() {
    let pool = words();
    compile_without_a_warning(seeds("COMPILES_ARBITRARY_DOCUMENTS", 0..6), |seed| {
        let (loaded, files) = imported(seed, &pool);
        (loaded.api, files)
    });
}
