//! Any bytes in the place of a file of the spec: the generator neither panics nor hangs, and what it emits is Rust.
//!
//! With cargo-fuzz: `cargo fuzz run spec`. Without it, on a stable compiler, `generator/fuzz/run` does the same.
#![no_main]

use paceline_generator::{SourceFile, generate, load, render_diagnostics, render_diagnostics_json};
use libfuzzer_sys::fuzz_target;

/// A file that describes an API, and no resource.
const API: &str = include_str!("../../tests/cases/base.yaml");
/// A resource.
const TYPES: &str = include_str!("../../tests/cases/types.yaml");

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).into_owned();
    // A spec needs exactly one file with an API: a text that seems to be one gets a resource beside it, any other gets the
    // API.
    let others = if text.contains("api:") { vec![("types.yaml", TYPES)] } else { vec![("api.yaml", API)] };
    let mut files = vec![SourceFile { path: "any.yaml".into(), text }];
    files.extend(others.into_iter().map(|(path, text)| SourceFile { path: path.into(), text: text.into() }));
    match load(&files) {
        Err(errors) => {
            assert!(!errors.is_empty());
            render_diagnostics(&errors, &files, true);
            render_diagnostics_json(&errors, &files);
        }
        Ok(loaded) => {
            render_diagnostics(&loaded.warnings, &files, false);
            for file in generate(&loaded.api, &paceline_generator::CrateLayout::Workspace).iter().filter(|file| file.path.ends_with(".rs")) {
                syn::parse_file(&file.text).expect("what is emitted is Rust");
            }
        }
    }
});
