//! Objects in a query whose members stand for themselves.

use std::collections::BTreeSet;

use super::importer::Importer;
use super::types::{Form, JsonKind, TypeUse};

/// The names that a query has so far.
#[derive(Debug)]
pub(super) struct Spread {
    names: BTreeSet<String>,
    /// Whether one of the objects may have members under any names.
    is_open: bool,
}

/// What an object holds.
#[derive(Debug)]
pub(super) struct ObjectMembers {
    /// The names of the members that are known.
    names: Vec<String>,
    /// Whether there may be others under any names.
    is_open: bool,
}

impl Spread {
    /// The names of the other parameters.
    pub(super) fn beside<'d>(names: impl Iterator<Item = &'d str>) -> Self {
        Self { names: names.map(str::to_owned).collect(), is_open: false }
    }

    /// Takes the members of an object among the parameters; `false` if they could not be told from others.
    pub(super) fn takes(&mut self, object: &ObjectMembers) -> bool {
        let is_known = object.names.iter().any(|name| self.names.contains(name));
        if is_known || object.is_open && self.is_open {
            return false;
        }
        self.names.extend(object.names.iter().cloned());
        self.is_open |= object.is_open;
        true
    }
}

impl Importer<'_> {
    /// What an object holds that can be written member by member; `None` of anything else, and of one of several objects.
    pub(super) fn object_members(&mut self, ty: &TypeUse) -> Option<ObjectMembers> {
        if ty.kind != JsonKind::Object {
            return None;
        }
        if !ty.is_named_type {
            return Some(ObjectMembers { names: Vec::new(), is_open: true });
        }
        // What a reference leads to is read later otherwise.
        self.read_pending();
        match &self.types.get(ty.type_names.first()?)?.form {
            Form::Fields { fields, free, variant: None } => Some(ObjectMembers {
                names: fields.iter().map(|field| field.wire.clone()).collect(),
                is_open: free.is_some(),
            }),
            _ => None,
        }
    }
}
