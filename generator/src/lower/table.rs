//! Names that the spec defines, and what they lead to.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::SourceLocation;
use crate::parse::Text;

/// The names of one kind of thing.
pub(super) struct Table<Id> {
    /// Kind of thing, such as `rate limit set`.
    what: &'static str,
    /// Where such things are defined.
    defined: &'static str,
    /// What to report for a name that is not defined.
    unknown: Code,
    /// By name: what it leads to, the name as it is written, and where.
    entries: BTreeMap<String, (Id, String, SourceLocation)>,
}

impl<Id: Copy> Table<Id> {
    /// An empty table.
    pub(super) fn new(what: &'static str, defined: &'static str, unknown: Code) -> Self {
        Self { what, defined, unknown, entries: BTreeMap::new() }
    }

    /// Defines a name; complains when it is already defined.
    pub(super) fn define(
        &mut self,
        name: &str,
        origin: &SourceLocation,
        id: Id,
        diagnostics: &mut Diagnostics,
    ) {
        self.define_as(name, name, origin, id, diagnostics);
    }

    /// Defines a name that is looked up as `key`.
    pub(super) fn define_as(
        &mut self,
        key: &str,
        name: &str,
        origin: &SourceLocation,
        id: Id,
        diagnostics: &mut Diagnostics,
    ) {
        if let Some((_, _, first)) = self.entries.get(key) {
            let message = format!("the {} `{name}` is defined twice", self.what);
            diagnostics.push(
                Diagnostic::new(Code::NameTaken, origin, message).note_at(first, "it is defined here first"),
            );
            return;
        }
        self.entries.insert(key.to_owned(), (id, name.to_owned(), origin.clone()));
    }

    /// What a name leads to, without complaint.
    pub(super) fn get(&self, name: &str) -> Option<Id> {
        self.entries.get(name).map(|(id, _, _)| *id)
    }

    /// What a name leads to. `referrer` is who names it, such as ``endpoint `search` ``.
    pub(super) fn find(&self, name: &Text, referrer: &str, diagnostics: &mut Diagnostics) -> Option<Id> {
        let found = self.get(&name.value);
        if found.is_none() {
            let message =
                format!("{referrer} names the {} `{}`, which is not defined", self.what, name.value);
            diagnostics
                .push(Diagnostic::new(self.unknown, &name.origin, message).help(self.advice(&name.value)));
        }
        found
    }

    /// All names, in alphabetical order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.values().map(|(_, name, _)| name.as_str())
    }

    /// What to do about a name that is not defined.
    fn advice(&self, name: &str) -> String {
        let article = if self.what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let definition = format!("{article} {} is defined {}", self.what, self.defined);
        if let Some(near) = closest(name, self.names()) {
            format!("did you mean `{near}`? {definition}")
        } else if self.entries.is_empty() {
            format!("{definition}; there is none yet")
        } else if self.entries.len() > 20 {
            definition
        } else {
            format!("{definition}; known so far: {}", join_words(self.names()))
        }
    }
}
