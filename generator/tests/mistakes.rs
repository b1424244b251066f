//! Mistakes made by hand in the project's own spec, and what the generator says about each.
//!
//! Every one of them must be reported at the location where it was made, and its message, all of which stand in one snapshot,
//! must be enough to fix it for someone who has never seen the generator. `INSTA_UPDATE=always` writes the snapshot
//! anew: read it when you do.
#![allow(clippy::disallowed_methods, reason = "the spec is on the disk")]

#[path = "mistakes/form.rs"]
mod form;
#[path = "mistakes/meaning.rs"]
mod meaning;

use std::fmt::Write as _;
use std::path::Path;

use paceline_generator::{SourceFile, load, render_diagnostics};
use paceline_test_support::spec_dir;

/// All mistakes.
fn mistakes() -> Vec<&'static Mistake> {
    form::FORM.iter().chain(meaning::MEANING).collect()
}

/// Stands in a replacement before the character that the finding must point at.
const MARK: char = '«';

/// A mistake, and what must be found.
struct Mistake {
    /// What was done, in words.
    what: &'static str,
    /// The file in which it is made.
    file: &'static str,
    /// A text that stands in the file once.
    replace: &'static str,
    /// What is put in its place. It holds the mark, unless the finding is about another location.
    by: &'static str,
    /// A file and a text that stands there once, when the finding points at its start.
    points_at: Option<(&'static str, &'static str)>,
    /// The code of the first finding.
    code: &'static str,
}

impl Mistake {
    /// A mistake of which the finding points at the mark.
    const fn new(
        what: &'static str,
        file: &'static str,
        code: &'static str,
        replace: &'static str,
        by: &'static str,
    ) -> Self {
        Self { what, file, replace, by, points_at: None, code }
    }

    /// The finding points at the start of another text.
    const fn pointing_at(self, file: &'static str, text: &'static str) -> Self {
        Self { points_at: Some((file, text)), ..self }
    }
}

fn spec() -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let files = spec_dir::read(&folder).unwrap();
    files.into_iter().map(|file| SourceFile { path: file.name(), text: file.text }).collect()
}

/// Where a text stands that must be there exactly once.
#[track_caller]
fn find_once(file: &SourceFile, text: &str) -> usize {
    let mut found = file.text.match_indices(text).map(|(at, _)| at);
    let first = found.next().unwrap_or_else(|| panic!("{} does not hold\n{text}", file.path));
    assert!(found.next().is_none(), "{} holds this more than once:\n{text}", file.path);
    first
}

/// Line and column of a byte.
fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let from_one = |count: usize| u32::try_from(count + 1).expect("a short text");
    (from_one(text[..at].matches('\n').count()), from_one(text[line_start..at].chars().count()))
}

/// Makes the mistake; gives the file and the location that the first finding must name.
fn make(mistake: &Mistake, files: &mut [SourceFile]) -> (String, (u32, u32)) {
    let index = files.iter().position(|file| file.path == mistake.file).expect("a file of the spec");
    let at = find_once(&files[index], mistake.replace);
    let by = mistake.by.replace(MARK, "");
    files[index].text.replace_range(at..at + mistake.replace.len(), &by);
    let (file, at) = match (mistake.by.find(MARK), mistake.points_at) {
        (Some(mark), None) => (&files[index], at + mark),
        (None, Some((file, text))) => {
            let file = files.iter().find(|other| other.path == file).expect("a file of the spec");
            (file, find_once(file, text))
        }
        _ => panic!("{}: either a mark or another location", mistake.what),
    };
    (file.path.clone(), line_and_column(&file.text, at))
}

#[test]
fn every_mistake_is_named_at_its_place_and_explained() {
    let right = spec();
    let (mut said, mut wrong) = (String::new(), Vec::new());
    for (number, mistake) in mistakes().into_iter().enumerate() {
        let mut files = right.clone();
        let (file, location) = make(mistake, &mut files);
        let findings = load(&files).map_or_else(|errors| errors, |loaded| loaded.warnings);
        let first = findings.first().map(|finding| {
            let origin = &finding.origin;
            (finding.code.name(), origin.file.to_string(), (origin.line, origin.column))
        });
        let expected = Some((mistake.code, file, location));
        if first != expected {
            wrong.push(format!("{}: expected {expected:?}, found {first:?}", mistake.what));
        }
        writeln!(said, "#{} {}\n", number + 1, mistake.what).unwrap();
        said.push_str(&render_diagnostics(&findings, &files, false));
    }
    insta::with_settings!({snapshot_path => "mistakes", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("messages", said);
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_at_least_forty_mistakes_and_all_differ() {
    let mistakes = mistakes();
    assert!(mistakes.len() >= 40, "only {}", mistakes.len());
    for (index, mistake) in mistakes.iter().enumerate() {
        let twin = mistakes[..index]
            .iter()
            .find(|other| other.what == mistake.what || (other.file, other.by) == (mistake.file, mistake.by));
        assert!(twin.is_none(), "{} is there twice", mistake.what);
    }
}
