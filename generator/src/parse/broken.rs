//! What of a spec cannot be read, so that what is only a consequence of it is not told of as another mistake.

use std::collections::HashSet;
use std::sync::Arc;

use super::node::{Kind, Node, ProseText, Text, spanned};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::file::SourceFile;
use crate::ir::{SourceLocation, Span};

/// What stands in for a text that is missing or cannot be read, so that the rest is checked. It takes no place, by which it
/// is known: what is found wrong with it is nobody's mistake.
pub(super) fn stand_in(owner: &SourceLocation) -> Text {
    let start = owner.span.start();
    let origin = SourceLocation { span: Span::new(start, start), ..owner.clone() };
    spanned(String::new(), &origin)
}

/// The same of a text for people.
pub(super) fn prose_stand_in(owner: &SourceLocation) -> ProseText {
    let text = stand_in(owner);
    spanned(text.value.into(), &text.origin)
}

/// Something with a name of its own, such as an endpoint, and the bytes of the file that it takes.
struct Entry {
    file: Arc<str>,
    name: String,
    start: usize,
    end: usize,
    /// Whether a mistake of form stands in it.
    is_broken: bool,
}

/// The sections of files, their entries, and the entries of sections within sections.
const LEVELS: usize = 3;

/// All entries of the files that could be read, and what is wrong with some.
#[derive(Default)]
pub(crate) struct Broken {
    /// By level, each in the order of the files and of the places, so that no two of a level overlap.
    levels: [Vec<Entry>; LEVELS],
    /// Whether a whole file could not be read, which may hold whatever is missed elsewhere.
    misses_a_file: bool,
    /// The places of mistakes of form.
    mistakes: HashSet<SourceLocation>,
    /// The names of entries that hold such mistakes, or that stand where nobody looks for them.
    names: HashSet<String>,
}

/// Sections whose entries have sections again.
const OUTER: [&str; 3] = ["auth", "rate_limits", "links"];

impl Broken {
    /// Notes the entries of a file.
    pub(super) fn note_file(&mut self, file: &SourceFile, root: &Node) {
        self.note_entries(0, root, file.text.len());
    }

    /// Notes the entries of a mapping that ends there.
    fn note_entries(&mut self, level: usize, node: &Node, end: usize) {
        let Kind::Map(entries) = &node.kind else { return };
        for (index, (key, node)) in entries.iter().enumerate() {
            let end = entries.get(index + 1).map_or(end, |(next, _)| next.origin.span.start());
            // `name?` is a name as well.
            let name = key.value.trim_end_matches('?').to_owned();
            let (file, start) = (Arc::clone(&key.origin.file), key.origin.span.start());
            self.levels[level].push(Entry { file, name, start, end, is_broken: false });
            if level == 0 || level == 1 && self.is_in_outer_section(&key.origin) {
                self.note_entries(level + 1, node, end);
            }
        }
    }

    fn is_in_outer_section(&self, origin: &SourceLocation) -> bool {
        self.around(0, origin).is_some_and(|index| OUTER.contains(&&*self.levels[0][index].name))
    }

    /// The entry of a level in which a place is.
    fn around(&self, level: usize, origin: &SourceLocation) -> Option<usize> {
        let entries = &self.levels[level];
        let start = origin.span.start();
        let after = entries.partition_point(|entry| (&*entry.file, entry.start) <= (&*origin.file, start));
        let index = after.checked_sub(1)?;
        (entries[index].file == origin.file && start < entries[index].end).then_some(index)
    }

    /// Notes that a file cannot be read.
    pub(super) fn note_lost_file(&mut self) {
        self.misses_a_file = true;
    }

    /// Adds the entries of another file, whose path comes later.
    pub(super) fn append(&mut self, other: Self) {
        for (own, entries) in self.levels.iter_mut().zip(other.levels) {
            own.extend(entries);
        }
        self.misses_a_file |= other.misses_a_file;
    }

    /// Notes the mistakes of form that were found.
    pub(super) fn note_mistakes(&mut self, diagnostics: &Diagnostics) {
        for mistake in diagnostics.iter() {
            let origin = &mistake.origin;
            if !self.mistakes.insert(origin.clone()) {
                continue;
            }
            for level in 0..LEVELS {
                let Some(index) = self.around(level, origin) else { continue };
                let entry = &mut self.levels[level][index];
                entry.is_broken = true;
                let (start, end) = (entry.start, entry.end);
                if level > 0 {
                    self.names.insert(entry.name.clone());
                }
                // Nobody looks for what stands under a key that is none.
                let is_lost = matches!(mistake.code, Code::KeyUnknown | Code::ValueKind)
                    && start == origin.span.start();
                if let (true, Some(below)) = (is_lost, self.levels.get(level + 1)) {
                    let from =
                        below.partition_point(|inner| (&*inner.file, inner.start) < (&*origin.file, start));
                    let within = below[from..]
                        .iter()
                        .take_while(|inner| inner.file == origin.file && inner.start < end);
                    self.names.extend(within.map(|inner| inner.name.clone()));
                }
            }
        }
    }

    /// Whether a finding of a later stage may be nothing but a consequence of a mistake of form.
    pub(crate) fn explains(&self, finding: &Diagnostic) -> bool {
        let is_about_a_stand_in = finding.origin.span.start() == finding.origin.span.end();
        if is_about_a_stand_in || self.mistakes.contains(&finding.origin) || self.names_what_is_lost(finding)
        {
            return true;
        }
        if self.misses_a_file && !stands_alone(finding.code) {
            return true;
        }
        // What a section holds is only a reason if that is no entry of its own.
        let mut around =
            (0..LEVELS).rev().filter_map(|level| Some((level, self.around(level, &finding.origin)?)));
        let innermost =
            around.find(|(level, _)| *level > 0).or_else(|| Some((0, self.around(0, &finding.origin)?)));
        let is_broken = innermost.is_some_and(|(level, index)| self.levels[level][index].is_broken);
        is_broken && !(stands_alone(finding.code) || looks_up_a_name(finding.code))
    }

    /// Whether a finding names something that could not be read.
    fn names_what_is_lost(&self, finding: &Diagnostic) -> bool {
        let named = finding.message.split('`').skip(1).step_by(2);
        // Endpoints are named with their resource, and parameters as in a route.
        let mut words = named.flat_map(|named| named.split(|c: char| !c.is_alphanumeric() && c != '_'));
        words.any(|word| self.names.contains(word))
    }
}

/// Whether a finding is about one word or number alone, so that no mistake elsewhere can be its cause.
fn stands_alone(code: Code) -> bool {
    matches!(
        code,
        Code::NameInvalid
            | Code::NameReserved
            | Code::SummaryStyle
            | Code::RouteSyntax
            | Code::LimitSyntax
            | Code::DurationSyntax
            | Code::TemplateSyntax
            | Code::ValueInvalid
            | Code::BoundsEmpty
            | Code::ConstraintMisfit
            | Code::ValueMisfit
    )
}

/// Whether a finding is about a name that is looked up in the whole spec.
fn looks_up_a_name(code: Code) -> bool {
    matches!(
        code,
        Code::TypeUnknown
            | Code::LimitUnknown
            | Code::EnvelopeUnknown
            | Code::PaginationUnknown
            | Code::CredentialUnknown
            | Code::HeaderUnknown
            | Code::HostUnknown
            | Code::SourceUnknown
            | Code::ErrorUnknown
    )
}
