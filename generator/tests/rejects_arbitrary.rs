//! No text, however broken, makes the generator panic or hang: every finding can be rendered.
//!
//! A run takes a sample of the mutations, another one for each test; `THOROUGH=1 cargo test --release` takes all of them.
//! `generator/fuzz` looks for texts that nobody thought of.
#![allow(clippy::disallowed_methods, reason = "the spec is on the disk")]

use std::path::Path;

use paceline_generator::{SourceFile, load, render_diagnostics};

fn files() -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accepts");
    ["api.yaml", "book.yaml", "errors.yaml", "token.yaml"]
        .map(|name| SourceFile {
            path: name.to_owned(),
            text: std::fs::read_to_string(folder.join(name)).unwrap(),
        })
        .into()
}

/// How far apart the mutations of a sample are.
fn step(usual: usize) -> usize {
    if std::env::var_os("THOROUGH").is_some() { 1 } else { usual }
}

/// Loads the spec with one file replaced, and renders what comes of it.
fn survives(files: &[SourceFile], index: usize, text: String) -> String {
    let mut files = files.to_vec();
    files[index].text = text;
    match load(&files) {
        Ok(loaded) => render_diagnostics(&loaded.warnings, &files, false),
        Err(errors) => {
            assert!(!errors.is_empty());
            render_diagnostics(&errors, &files, true)
        }
    }
}

#[test]
fn a_file_may_end_anywhere() {
    let files = files();
    for index in 0..files.len() {
        let text = &files[index].text;
        for end in (0..text.len()).step_by(step(149)).filter(|end| text.is_char_boundary(*end)) {
            survives(&files, index, text[..end].to_owned());
        }
    }
}

#[test]
fn any_line_may_be_missing_or_stand_twice() {
    let files = files();
    for index in 0..files.len() {
        let lines: Vec<_> = files[index].text.lines().collect();
        for at in (0..lines.len()).step_by(step(3)) {
            let missing: Vec<_> = [&lines[..at], &lines[at + 1..]].concat();
            survives(&files, index, missing.join("\n"));
            if at % 2 == 0 {
                let twice: Vec<_> = [&lines[..=at], &lines[at..]].concat();
                survives(&files, index, twice.join("\n"));
            }
        }
    }
}

#[test]
fn any_word_may_be_another() {
    let words = [
        "",
        "~",
        "[]",
        "{}",
        "-1",
        "1e999",
        "0x10",
        "名",
        "\u{1f980}",
        "\"\\0\"",
        "*a",
        "? ",
        "a: b",
        "type",
        "true",
    ];
    let files = files();
    for index in 0..files.len() {
        let text = &files[index].text;
        let starts: Vec<_> = text.match_indices([' ', '[', '{']).map(|(at, _)| at + 1).collect();
        for (turn, start) in starts.into_iter().enumerate().step_by(step(7)) {
            let end =
                text[start..].find([' ', ',', ']', '}', '\n']).map_or(text.len(), |length| start + length);
            let word = words[turn % words.len()];
            survives(&files, index, format!("{}{word}{}", &text[..start], &text[end..]));
        }
    }
}

#[test]
fn line_ends_and_marks_of_other_systems_are_taken() {
    let files = files();
    for index in 0..files.len() {
        let windows = files[index].text.replace('\n', "\r\n");
        let said = survives(&files, index, format!("\u{feff}{windows}"));
        assert!(!said.contains("error"), "{said}");
    }
}

#[test]
fn bombs_are_refused_quickly() {
    let files = files();
    let aliases: String = (1..40).map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}]\n", n - 1)).collect();
    for bomb in [
        format!("a0: &a0 [x]\n{aliases}"),
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        (0..100_000).map(|n| format!("k{n}: 1\n")).collect(),
        format!("resource: a\ntypes:\n{}", (0..20_000).map(|n| format!("  k{n}: 1\n")).collect::<String>()),
        format!("resource: {}\n", "x".repeat(1_000_000)),
        format!("resource: a\ndoc: {}\n", "9".repeat(1_000_000)),
    ] {
        let said = survives(&files, 1, bomb);
        assert!(said.contains("error"), "{}", &said[..said.len().min(2000)]);
    }
}
