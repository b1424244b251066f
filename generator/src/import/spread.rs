//! Objects in a query whose members stand for themselves.

use std::collections::BTreeSet;

use super::flat_schema::FlatSchema;

/// The names that a query has so far.
#[derive(Debug)]
pub(super) struct Spread<'d> {
    names: BTreeSet<&'d str>,
    /// Whether one of the objects may have members under any names.
    is_open: bool,
}

impl<'d> Spread<'d> {
    /// The names of the other parameters.
    pub(super) fn beside(names: impl Iterator<Item = &'d str>) -> Self {
        Self { names: names.collect(), is_open: false }
    }

    /// Takes the members of an object among the parameters; `false` if they could not be told from others.
    pub(super) fn takes(&mut self, object: &FlatSchema<'d>) -> bool {
        let is_open = object.allows_other_members || object.properties.is_empty();
        let is_known = object.properties.iter().any(|(name, _)| self.names.contains(name));
        if is_known || is_open && self.is_open {
            return false;
        }
        self.names.extend(object.properties.iter().map(|(name, _)| *name));
        self.is_open |= is_open;
        true
    }
}
