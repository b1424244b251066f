//! Diagnostics as text for people, with an excerpt of the source.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin as FileOrigin, Renderer, Snippet};

use super::diagnostics::Diagnostic;
use super::severity::Severity;
use crate::file::SourceFile;
use crate::ir::SourceLocation;

/// Renders diagnostics one after the other, in colour or without.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], files: &[SourceFile], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&report(diagnostic, files)));
        text.push_str("\n\n");
    }
    text
}

/// One diagnostic in the renderer's terms.
fn report<'a>(diagnostic: &'a Diagnostic, files: &'a [SourceFile]) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&*diagnostic.message).id(diagnostic.code.name());
    let mut main = excerpt(
        title.elements(std::iter::empty::<FileOrigin<'a>>()),
        &diagnostic.origin,
        files,
        AnnotationKind::Primary,
    );
    for (note, origin) in &diagnostic.notes {
        if origin.is_none() {
            main = main.element(Level::NOTE.message(&**note));
        }
    }
    if let Some(help) = &diagnostic.help {
        main = main.element(Level::HELP.message(&**help));
    }
    let mut groups = vec![main];
    for (note, origin) in &diagnostic.notes {
        if let Some(origin) = origin {
            let title = Level::NOTE.secondary_title(&**note);
            groups.push(excerpt(
                title.elements(std::iter::empty::<FileOrigin<'a>>()),
                origin,
                files,
                AnnotationKind::Context,
            ));
        }
    }
    groups
}

/// Adds an excerpt of the source at `origin`, or file, line and column alone if the file is not in `files`.
fn excerpt<'a>(
    group: Group<'a>,
    origin: &'a SourceLocation,
    files: &'a [SourceFile],
    kind: AnnotationKind,
) -> Group<'a> {
    let Some(file) = files.iter().find(|file| *file.path == *origin.file) else {
        return group.element(
            FileOrigin::path(&*origin.file).line(origin.line as usize).char_column(origin.column as usize),
        );
    };
    let (line, span) = first_line_and_span(origin, &file.text);
    let annotation: Annotation<'a> = kind.span(span);
    group.element(
        Snippet::source(line).path(&*file.path).line_start(origin.line as usize).annotation(annotation),
    )
}

/// The line on which a place begins, and the range of bytes to underline in it. The range ends with the line, so that a
/// finding about a block does not print the block, and stands on character boundaries. Only this line is given to the
/// renderer, which would otherwise read the whole file.
fn first_line_and_span<'a>(origin: &SourceLocation, text: &'a str) -> (&'a str, std::ops::Range<usize>) {
    let start = text.floor_char_boundary(origin.span.start().min(text.len()));
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |length| start + length);
    let end = text.floor_char_boundary(origin.span.end().min(line_end)).max(start);
    (&text[line_start..line_end], start - line_start..end - line_start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::ir::Span;

    #[test]
    fn any_span_can_be_rendered() {
        let text = "doc: 名称\r\nnext: 1";
        let files = [SourceFile { path: "a.yaml".to_owned(), text: text.to_owned() }];
        for start in 0..text.len() + 3 {
            for end in 0..text.len() + 3 {
                let origin =
                    SourceLocation { file: "a.yaml".into(), line: 1, column: 1, span: Span::new(start, end) };
                let finding = Diagnostic::new(Code::YamlSyntax, &origin, "it is broken");
                assert!(render(&[finding], &files, false).contains("--> a.yaml:1:"), "{start}..{end}");
            }
        }
    }

    #[test]
    fn a_place_in_an_unknown_file_is_named_all_the_same() {
        let origin = SourceLocation { file: "b.yaml".into(), line: 3, column: 7, span: Span::new(9, 12) };
        let finding = Diagnostic::new(Code::YamlSyntax, &origin, "it is broken").help("mend it");
        let expected = "error[yaml-syntax]: it is broken\n--> b.yaml:3:7\n = help: mend it\n\n";
        assert_eq!(render(&[finding], &[], false), expected);
    }
}
