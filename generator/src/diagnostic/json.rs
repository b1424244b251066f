//! Diagnostics for programs: editors, and the annotations of continuous integration.

use super::diagnostics::Diagnostic;
use super::severity::Severity;
use crate::file::SourceFile;
use crate::ir::{SourceLocation, saturating_u32};
use crate::untyped::Untyped;

/// Renders diagnostics as JSON, one object a line.
///
/// Each has `code`, `severity`, `message`, `file`, `line`, `column`, `end`, `help` and `notes`. Lines and columns count
/// from 1, columns in characters; `end` is the location behind the last character. A note has a `message` and, unless
/// it is about no location, `file`, `line`, `column` and `end`. A member without a value is `null`.
#[must_use]
pub fn render_json(diagnostics: &[Diagnostic], files: &[SourceFile]) -> String {
    diagnostics.iter().map(|diagnostic| format!("{}\n", render_one(diagnostic, files))).collect()
}

fn render_one(diagnostic: &Diagnostic, files: &[SourceFile]) -> Untyped {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let notes = diagnostic.notes.iter().map(|(note, origin)| {
        let location = origin.as_ref().map_or_else(Vec::new, |origin| location(origin, files));
        Untyped::object([("message", Untyped::from(&**note))].into_iter().chain(location))
    });
    let mut members = vec![("code", diagnostic.code.name().into()), ("severity", severity.into())];
    members.push(("message", diagnostic.message.as_str().into()));
    members.extend(location(&diagnostic.origin, files));
    members.push(("help", diagnostic.help.as_deref().map_or(Untyped::Null, Untyped::from)));
    members.push(("notes", Untyped::List(notes.collect())));
    Untyped::object(members)
}

/// The members `file`, `line`, `column` and `end` for a place.
fn location(origin: &SourceLocation, files: &[SourceFile]) -> Vec<(&'static str, Untyped)> {
    // A finding may be shown without its file's text; then `end` is where it begins.
    let text = files.iter().find(|file| *file.path == *origin.file).map_or("", |file| &*file.text);
    let covered = text.get(std::ops::Range::from(origin.span)).unwrap_or_default();
    let lines = covered.matches('\n').count();
    let last = covered.rsplit('\n').next().unwrap_or_default().chars().count();
    let column = saturating_u32(last) + if lines == 0 { origin.column } else { 1 };
    let end =
        Untyped::object([("line", (origin.line + saturating_u32(lines)).into()), ("column", column.into())]);
    vec![
        ("file", (&*origin.file).into()),
        ("line", origin.line.into()),
        ("column", origin.column.into()),
        ("end", end),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::ir::Span;

    #[test]
    fn a_finding_is_one_line_with_its_place_and_notes() {
        let files = [SourceFile { path: "a.yaml".into(), text: "名: \"x\"\nb:\n  c: 1\n".into() }];
        let at = |line, column, start, end| SourceLocation {
            file: "a.yaml".into(),
            line,
            column,
            span: Span::new(start, end),
        };
        let finding = Diagnostic::new(Code::KeyUnknown, &at(1, 1, 0, 3), "no key `名`")
            .note_at(&at(2, 1, 9, 18), "see\nhere")
            .help("say \"b\"");
        let expected = concat!(
            r#"{"code": "key-unknown", "severity": "error", "message": "no key `名`", "#,
            r#""file": "a.yaml", "line": 1, "column": 1, "end": {"line": 1, "column": 2}, "help": "say \"b\"", "#,
            r#""notes": [{"message": "see\nhere", "file": "a.yaml", "line": 2, "column": 1, "#,
            r#""end": {"line": 3, "column": 7}}]}"#,
            "\n"
        );
        assert_eq!(render_json(&[finding], &files), expected);
    }

    #[test]
    fn what_there_is_none_of_is_null() {
        let origin = SourceLocation { file: "b.yaml".into(), line: 3, column: 7, span: Span::new(9, 12) };
        let said = render_json(&[Diagnostic::new(Code::TypeUnused, &origin, "it is")], &[]);
        assert!(said.contains(r#""severity": "warning""#), "{said}");
        assert!(
            said.ends_with("\"end\": {\"line\": 3, \"column\": 7}, \"help\": null, \"notes\": []}\n"),
            "{said}"
        );
    }
}
