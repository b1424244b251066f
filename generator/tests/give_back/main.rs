//! Every name that an emitted crate defines or uses, given back to the generator in every place where a name can stand: it is
//! refused as a name, or what is emitted compiles without a warning. `GIVE_BACK` names the one crate to look at.
#![allow(clippy::disallowed_methods, reason = "compilers read from the disk")]

mod document;
mod draft;
mod fill;
mod place;
mod word;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use draft::Draft;
use paceline_generator::ir::Name;
use paceline_generator::{
    Code, CrateLayout, Imported, NoteKind, Runtime, SourceFile, generate, load, render_diagnostics,
};
use place::{NamePlace, PLACES};

/// Like the workspace, so that what the runtime depends on is compiled once for both.
const WORKSPACE: &str =
    "[workspace]\nresolver = \"3\"\nmembers = [\"given-*\"]\n\n[profile.dev]\ndebug = \"line-tables-only\"\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the generator lies in the workspace").to_owned()
}

/// The words that can stand at a place, and those that are refused there, with the code.
struct Sorted {
    taken: Vec<String>,
    refused: BTreeSet<(&'static str, String)>,
}

/// Finds out which words a place takes.
fn sort(place: &NamePlace, words: &[String]) -> Sorted {
    let mut taken = words.to_vec();
    let mut refused = BTreeSet::new();
    loop {
        let mut draft = Draft::new();
        (place.fill)(&mut draft, &taken);
        let files = draft.files();
        let Err(errors) = load(&files) else { return Sorted { taken, refused } };
        let before = taken.len();
        for error in &errors {
            let is_about_names =
                [Code::NameInvalid, Code::NameReserved, Code::NameTaken].contains(&error.code);
            let file = files.iter().find(|file| *file.path == *error.origin.file).expect("one of the files");
            let text = &file.text[error.origin.span.start()..error.origin.span.end()];
            let text = text.trim_matches(['"', '?']);
            let position = taken.iter().position(|word| word == text);
            if let Some(position) = position.filter(|_| is_about_names) {
                refused.insert((error.code.name(), taken.remove(position)));
            }
        }
        // What else is wrong is so because of a name, or it stays.
        assert!(taken.len() < before, "{}: {}", place.name, render_diagnostics(&errors, &files, false));
    }
}

#[test]
fn every_name_is_refused_or_compiles() {
    let (words, types) = (word::words(), word::types());
    let asked = std::env::var("GIVE_BACK").ok();
    let mut drafts: BTreeMap<&str, Draft> = BTreeMap::new();
    let mut report = String::new();
    for place in PLACES {
        let words = if place.is_type { &types } else { &words };
        let Sorted { taken, refused } = sort(place, words);
        (place.fill)(drafts.entry(place.krate).or_insert_with(Draft::new), &taken);
        report.push_str(&format!("{}\n", place.name));
        let is_keyword = |(code, word): &&(&str, String)| *code == "name-invalid" && Name::new(word).is_err();
        let keywords = refused.iter().filter(is_keyword).count();
        report.push_str(&format!("  {} taken, {keywords} keywords\n", taken.len()));
        for (code, word) in refused.iter().filter(|word| !is_keyword(word)) {
            report.push_str(&format!("  {code} {word}\n"));
        }
    }
    insta::with_settings!({snapshot_path => ".", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("refused", report);
    });
    let dir = tempfile::tempdir().expect("a folder");
    for (krate, draft) in
        drafts.iter().filter(|(krate, _)| asked.as_deref().is_none_or(|asked| asked == **krate))
    {
        write(dir.path(), krate, &draft.files());
    }
    check(dir);
}

/// The same names in an OpenAPI document are repaired where the generator would refuse them.
#[test]
fn every_name_of_a_document_is_imported_and_compiles() {
    let (words, types) = (word::words(), word::types());
    let dir = tempfile::tempdir().expect("a folder");
    let write = |krate: &str, imported: Imported| {
        // Names are changed where they must be, and nothing is lost for its name.
        let lost: Vec<_> = imported.notes.iter().filter(|note| note.kind == NoteKind::LeftOut).collect();
        assert!(lost.is_empty(), "{krate}: {lost:?}");
        write(dir.path(), krate, &imported.files);
    };
    write("tags", document::tags(&words));
    write("schemes", document::schemes(&words));
    // As types are called, and as nobody should call them.
    for (krate, types) in [("as-types", &types), ("as-words", &words)] {
        write(krate, document::all_else(&words, types));
    }
    check(dir);
}

/// What is refused as a keyword is one to the compiler.
#[test]
fn keywords_are_refused_and_nothing_else_is_taken_for_one() {
    let keywords: Vec<String> = word::words().into_iter().filter(|word| Name::new(word).is_err()).collect();
    assert!(keywords.len() > 40, "{keywords:?}");
    assert!(is_name_to_the_compiler("plain"));
    for keyword in keywords {
        assert!(!is_name_to_the_compiler(&keyword), "`{keyword}` is no keyword");
    }
}

/// Whether a function can have a name.
fn is_name_to_the_compiler(word: &str) -> bool {
    let dir = tempfile::tempdir().expect("a folder");
    let source = dir.path().join("named.rs");
    fs::write(&source, format!("pub fn {word}() {{}}")).expect("a file");
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "--out-dir"]);
    rustc.arg(dir.path()).arg(&source);
    rustc.output().expect("the compiler starts").status.success()
}

/// Writes a crate.
fn write(dir: &Path, krate: &str, files: &[SourceFile]) {
    let mut loaded =
        load(files).unwrap_or_else(|errors| panic!("{krate}: {}", render_diagnostics(&errors, files, false)));
    loaded.api.crate_name = format!("given-{krate}");
    let runtime = root().join("generator/runtime").display().to_string();
    for file in generate(&loaded.api, &CrateLayout::Alone(Runtime::Path(runtime))) {
        let path = dir.join(format!("given-{krate}")).join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, file.text).expect("a file");
    }
}

/// Compiles all crates in a folder.
fn check(dir: tempfile::TempDir) {
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
