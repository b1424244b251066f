//! Every kind of mistake, and what the generator says about it.
//!
//! A case is a file `rejects/<code>.yaml`, or `rejects/<code>-<variant>.yaml`, or a folder of that name when the mistake
//! takes several files. What is said stands beside it as a snapshot; `INSTA_UPDATE=always` writes it anew.
#![allow(clippy::disallowed_methods, reason = "the cases are on the disk")]

use std::fs;
use std::path::{Path, PathBuf};

use paceline_generator::{Code, Diagnostic, SourceFile, load, render_diagnostics};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn read(path: &Path, shown: &str) -> SourceFile {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    SourceFile { path: shown.to_owned(), text }
}

/// The names of all cases, and their files.
fn cases() -> Vec<(String, Vec<SourceFile>)> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder().join("rejects")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut files = Vec::new();
        if path.is_dir() {
            for entry in fs::read_dir(&path).unwrap() {
                let path = entry.unwrap().path();
                files.push(read(&path, &path.file_name().unwrap().to_string_lossy()));
            }
        } else if name.ends_with(".yaml") {
            files.push(read(&path, &name));
        } else {
            continue;
        }
        if !files.iter().any(|file| file.text.contains("api:\n")) && !name.starts_with("api-count") {
            files.push(read(&folder().join("rejects-base.yaml"), "rejects-base.yaml"));
        }
        cases.push((name.trim_end_matches(".yaml").to_owned(), files));
    }
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    cases
}

/// Errors, or the warnings when there are none.
fn findings(files: &[SourceFile]) -> Vec<Diagnostic> {
    load(files).map_or_else(|errors| errors, |loaded| loaded.warnings)
}

/// Whether the case is about the code.
fn is_about(case: &str, code: Code) -> bool {
    case.strip_prefix(code.name()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[test]
fn every_mistake_is_explained() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder().join("rejects"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, files) in cases() {
            insta::assert_snapshot!(name, render_diagnostics(&findings(&files), &files, false));
        }
    });
}

#[test]
fn every_code_has_a_case_and_every_case_shows_its_code() {
    let cases = cases();
    for code in Code::ALL {
        assert!(cases.iter().any(|(name, _)| is_about(name, *code)), "no case for `{}`", code.name());
    }
    for (name, files) in &cases {
        let findings = findings(files);
        let shown = findings.iter().any(|finding| is_about(name, finding.code));
        assert!(shown, "the case `{name}` does not show its code");
    }
}

#[test]
fn findings_stand_in_the_order_of_their_places_and_none_stands_twice() {
    for (name, files) in cases() {
        let findings = findings(&files);
        let locations: Vec<_> = findings.iter().map(|finding| &finding.origin).collect();
        assert!(locations.is_sorted(), "{name}");
        let twice = findings.iter().enumerate().any(|(index, finding)| findings[..index].contains(finding));
        assert!(!twice, "{name}");
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    for (name, mut files) in cases() {
        let first = findings(&files);
        files.reverse();
        assert_eq!(first, findings(&files), "{name}");
    }
}

#[test]
fn names_of_codes_are_unique_and_explained() {
    for (index, code) in Code::ALL.iter().enumerate() {
        assert!(Code::ALL[..index].iter().all(|other| other.name() != code.name()));
        assert!(code.explanation().ends_with('.'), "{}", code.name());
    }
}
