//! Findings, and the list of a run.

use super::code::Code;
use super::severity::Severity;
use crate::ir::SourceLocation;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// Where it is wrong.
    pub origin: SourceLocation,
    /// Further remarks; each with the place that it is about, or `None` if it is about none.
    pub notes: Vec<(String, Option<SourceLocation>)>,
    /// How to fix it, where that can be guessed.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding without notes and help, as severe as its code says.
    pub(crate) fn new(code: Code, origin: &SourceLocation, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            origin: origin.clone(),
            notes: Vec::new(),
            help: None,
        }
    }

    /// Adds a note that points at another place.
    pub(crate) fn note_at(mut self, origin: &SourceLocation, note: impl Into<String>) -> Self {
        self.notes.push((note.into(), Some(origin.clone())));
        self
    }

    /// Says how to fix it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says how to fix it, if there is a suggestion.
    pub(crate) fn help_maybe(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

/// The findings of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all findings of another list.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
    }

    /// The findings so far.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Leaves out the findings for which `is_needless` is true.
    pub(crate) fn leave_out(&mut self, is_needless: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(|finding| !is_needless(finding));
    }

    /// The findings so far, to be amended.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.list.iter_mut()
    }

    /// Whether one of the findings is an error, so that nothing can be generated.
    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The findings in the order of their places, without repetition. If there are errors, warnings are left out: they
    /// may be consequences of the errors, and would hide them.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        if self.has_errors() {
            self.list.retain(|diagnostic| diagnostic.severity == Severity::Error);
        }
        // The sort is stable: findings about the same place stay in the order in which the checks ran.
        self.list.sort_by(|a, b| a.origin.cmp(&b.origin));
        self.list.dedup();
        self.list
    }
}
