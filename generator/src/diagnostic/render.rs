//! Diagnostics as text for people, with an excerpt of the source.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin as Place, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::file::SourceFile;
use crate::ir::Origin;

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
    let mut main = excerpt(title.elements(std::iter::empty::<Place<'a>>()), &diagnostic.origin, files, true);
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
            groups.push(excerpt(title.elements(std::iter::empty::<Place<'a>>()), origin, files, false));
        }
    }
    groups
}

/// Adds the excerpt of a place, or the bare place when its file is not at hand.
fn excerpt<'a>(group: Group<'a>, origin: &'a Origin, files: &'a [SourceFile], primary: bool) -> Group<'a> {
    let Some(file) = files.iter().find(|file| *file.path == *origin.file) else {
        return group.element(Place::path(&*origin.file).line(origin.line).char_column(origin.column));
    };
    let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    let annotation: Annotation<'a> = kind.span(clamp(origin, &file.text));
    group.element(Snippet::source(&*file.text).path(&*file.path).annotation(annotation))
}

/// The bytes to underline: within the text, on character boundaries, and on the first line only, so that a
/// finding about a whole block does not print the block.
fn clamp(origin: &Origin, text: &str) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(origin.span.start.min(text.len()));
    let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |length| start + length);
    let end = text.floor_char_boundary(origin.span.end.min(line_end)).max(start);
    start..end
}
