//! Broken inputs: bytes, lines and parts of specs and documents are changed, doubled, swapped and cut. Whatever comes of it is
//! taken or refused with a place; nothing panics, and nothing takes long.
//!
//! `MUTATIONS_SECONDS=600 cargo test -p paceline-generator --test mutations -- --nocapture` takes its time, and `MUTATIONS_SEED`
//! begins elsewhere. `generator/fuzz` does the same by what the code has not yet run through, and needs a nightly compiler.
#![allow(
    clippy::disallowed_methods,
    reason = "corpora are read from the disk, and a test may be told to take its time"
)]

mod common;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use paceline_generator::{
    CrateLayout, SourceFile, generate, import_openapi, load, render_diagnostics, render_diagnostics_json,
};
use paceline_test_support::Rng;

/// So many inputs are tried if nobody asks for more.
const USUAL: u64 = 300;
/// No input of the corpora may take more time of a processor, in a build for tests, whatever the tests beside it take.
const LONGEST: Duration = Duration::from_secs(20);

/// What is put into texts: signs of YAML and JSON, numbers at the edges, words of the dialect and of documents.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    ",",
    "\"",
    "'",
    "\n",
    "\n\n",
    "  ",
    "- ",
    "?",
    "|",
    ">",
    "&a",
    "*a",
    "!!str",
    "#",
    "%",
    "@",
    "`",
    "\\",
    "\t",
    "\r",
    "\u{0}",
    "\u{feff}",
    "\u{2028}",
    "🦀",
    "~",
    "null",
    "true",
    "no",
    "0",
    "-1",
    "1e999",
    "-0",
    "0x1f",
    ".inf",
    ".nan",
    "9223372036854775808",
    "18446744073709551616",
    "1.5",
    "{}",
    "[]",
    "\"\"",
    "type",
    "doc",
    "$ref",
    "#/",
    "allOf",
    "oneOf",
    "nullable",
    "items",
    "{json: {json: string}}",
    "{nullable: {nullable: any}}",
    "[[[[string]]]]",
    "{map: {map: i64}}",
    "union: [",
    "enum: string",
    "values: []",
    "?: ",
    "/:",
    "/{",
    "GET /",
    "..",
    "%2e",
    "---\n",
    "...\n",
    "<<: *a\n",
];

/// A text with some changes.
fn mutated(rng: &mut Rng, text: &str, others: &[&str]) -> String {
    let mut text = text.to_owned();
    for _ in 0..rng.usize(1..=4) {
        let at = |rng: &mut Rng, text: &str| text.floor_char_boundary(rng.usize(0..=text.len()));
        let (from, to) = (at(rng, &text), at(rng, &text));
        let near = text.floor_char_boundary((from + rng.usize(0..=40)).min(text.len()));
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let line = rng.usize(0..lines.len().max(1));
        match rng.usize(0..=9) {
            0 => text.insert_str(from, rng.choice(PIECES).expect("pieces")),
            1 => text.replace_range(from..near, rng.choice(PIECES).expect("pieces")),
            2 => text.replace_range(from..near, ""),
            3 => {
                let doubled = text[from..near].to_owned();
                text.insert_str(to, &doubled);
            }
            4 => text.truncate(from.max(text.floor_char_boundary(text.len() / 4))),
            5 => {
                text = lines
                    .iter()
                    .enumerate()
                    .filter(|(index, _)| *index != line)
                    .map(|(_, line)| *line)
                    .collect()
            }
            6 => {
                text = lines
                    .iter()
                    .enumerate()
                    .flat_map(|(index, text)| vec![*text; if index == line { 2 } else { 1 }])
                    .collect()
            }
            7 => {
                text = lines
                    .iter()
                    .enumerate()
                    .map(|(index, text)| if index == line { format!("  {text}") } else { (*text).to_owned() })
                    .collect()
            }
            8 => {
                let other = rng.choice(others).expect("a corpus");
                let start = other.floor_char_boundary(rng.usize(0..=other.len()));
                let end = other.floor_char_boundary((start + rng.usize(0..=400)).min(other.len()));
                text.insert_str(from, &other[start..end]);
            }
            _ => {
                // A word of the text in the place of another one.
                let words: Vec<&str> = text
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .filter(|word| word.len() > 2)
                    .collect();
                if let (Some(one), Some(other)) = (rng.choice(&words), rng.choice(&words)) {
                    text = text.replacen(*one, other, rng.usize(1..=3));
                }
            }
        }
    }
    text
}

/// CPU time that this process has used.
fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(
        time.tv_sec.try_into().expect("not negative"),
        time.tv_nsec.try_into().expect("not negative"),
    )
}

/// Runs a check on changed inputs until enough were tried; the seeds of those that failed it.
fn run(check: impl Fn(&mut Rng)) {
    let number = |variable: &str| std::env::var(variable).ok().and_then(|text| text.parse::<u64>().ok());
    let (first, seconds) = (number("MUTATIONS_SEED").unwrap_or(0), number("MUTATIONS_SECONDS"));
    let start = Instant::now();
    let (mut failed, mut tried) = (Vec::new(), 0);
    while seconds.map_or(tried < USUAL, |seconds| start.elapsed() < Duration::from_secs(seconds)) {
        let seed = first + tried;
        let began = cpu_time();
        if catch_unwind(AssertUnwindSafe(|| check(&mut Rng::with_seed(seed)))).is_err()
            || cpu_time() - began > LONGEST
        {
            println!("seed {seed}, {} ms", (cpu_time() - began).as_millis());
            failed.push(seed);
        }
        tried += 1;
    }
    println!("{tried} inputs");
    assert!(failed.is_empty(), "seeds {failed:?}");
}

fn read(folder: &str, corpus: &mut Vec<Vec<SourceFile>>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> =
        fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let files =
        paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).map(|path| {
            SourceFile {
                path: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                text: fs::read_to_string(path).expect("a text"),
            }
        });
    corpus.push(files.collect());
}

#[test]
fn broken_specs_are_taken_or_refused_with_a_place() {
    let mut corpus = Vec::new();
    for folder in ["tests/accepts", "tests/shop", "tests/second", "tests/growth"] {
        if Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).exists() {
            read(folder, &mut corpus);
        }
    }
    let base = SourceFile { path: "api.yaml".into(), text: include_str!("cases/base.yaml").into() };
    for case in [
        include_str!("cases/calls.yaml"),
        include_str!("cases/events.yaml"),
        include_str!("cases/types.yaml"),
        include_str!("cases/hostile.yaml"),
    ] {
        corpus.push(vec![base.clone(), SourceFile { path: "case.yaml".into(), text: case.into() }]);
    }
    corpus.retain(|files| load(files).is_ok());
    assert!(corpus.len() > 4, "{} specs", corpus.len());
    let words = common::arbitrary::words();
    run(|rng| {
        let mut files = if rng.u8(..4) == 0 {
            common::arbitrary::arbitrary_spec(rng.u64(..), &words).files
        } else {
            rng.choice(&corpus).expect("a corpus").clone()
        };
        let others: Vec<String> = files.iter().map(|file| file.text.clone()).collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let changed = rng.usize(0..files.len());
        files[changed].text = mutated(rng, &files[changed].text, &others);
        match load(&files) {
            Ok(loaded) => {
                for file in generate(&loaded.api, &CrateLayout::Workspace) {
                    assert!(
                        !file.path.ends_with(".rs") || syn::parse_file(&file.text).is_ok(),
                        "{}",
                        file.path
                    );
                }
            }
            Err(errors) => {
                assert!(!errors.is_empty());
                for error in &errors {
                    let file = files.iter().find(|file| *file.path == *error.origin.file);
                    assert!(file.is_some_and(|file| error.origin.span.end() <= file.text.len()), "{error:?}");
                }
                assert!(!render_diagnostics(&errors, &files, true).is_empty());
                assert!(!render_diagnostics_json(&errors, &files).is_empty());
            }
        }
    });
}

#[test]
fn broken_documents_become_specs_or_are_refused() {
    let corpus = [
        include_str!("import/shop.json"),
        include_str!("import/clock.yaml"),
        include_str!("import/depot.yaml"),
        include_str!("../../generated-client/openapi.json"),
    ];
    // The last one is much longer than the others.
    let small = &corpus[..3];
    run(|rng| {
        let text = if rng.u8(..20) == 0 { corpus[3] } else { rng.choice(small).expect("a corpus") };
        let text = mutated(rng, text, small);
        let imported = match import_openapi(&text, "10/s", &mut |path| Err(format!("no file `{path}`"))) {
            Ok(imported) => imported,
            Err(refused) => {
                assert!(!refused.message.is_empty());
                return;
            }
        };
        match load(&imported.files) {
            Ok(loaded) => drop(generate(&loaded.api, &CrateLayout::Workspace)),
            Err(errors) => panic!("{text}\n{}", render_diagnostics(&errors, &imported.files, false)),
        }
    });
}
