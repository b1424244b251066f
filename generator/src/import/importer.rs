//! The state of an import.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{Case, Names, name_of};
use super::note::Notes;
use super::tag::TaggedOperations;
use super::types::{TypeDefinition, TypeUse};
use crate::lower::reserved;
use crate::untyped::Untyped;

/// How the token of a credential travels.
#[derive(Clone, Debug)]
pub(super) struct TokenCarrier {
    /// The name of the header.
    pub(super) header: String,
    /// The name of the one input that callers give.
    pub(super) input: &'static str,
    /// The header's value as a template over the input, such as `Bearer {access_token}`.
    pub(super) template: &'static str,
}

/// A credential of the new spec.
#[derive(Clone, Debug)]
pub(super) struct Credential {
    /// The name of its security scheme in the document.
    pub(super) scheme: String,
    /// Its name in the spec.
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) carrier: TokenCarrier,
}

/// The state of an import: the document, and what was made of it so far.
#[derive(Debug)]
pub(super) struct Importer<'d> {
    pub(super) document: &'d Untyped,
    pub(super) notes: Notes,
    /// The path of the first server's URL, which precedes every path. Set by `read_hosts`, which must
    /// run before `import_endpoint`.
    pub(super) base_path: String,
    pub(super) credentials: Vec<Credential>,
    /// Methods and paths of the endpoints so far, without the names of path parameters.
    pub(super) routes: BTreeSet<String>,
    pub(super) types: BTreeMap<String, TypeDefinition>,
    pub(super) type_names: Names,
    /// The names of types that no reference names, by the hint that they were named after.
    pub(super) types_by_hint: BTreeMap<String, Vec<String>>,
    /// The types of references; `None` while one is being read.
    pub(super) references: BTreeMap<String, Option<TypeUse>>,
    /// The top members of successful responses: name and JSON Schema type, which is `None` if unknown.
    pub(super) success_members: BTreeSet<(String, Option<&'d str>)>,
    /// How many members and parameters have no description.
    pub(super) undocumented: usize,
}

impl<'d> Importer<'d> {
    /// The state before anything is read but the names of resources and endpoints, which types must not have.
    pub(super) fn new(document: &'d Untyped, groups: &[TaggedOperations<'d>]) -> Self {
        let mut type_names = Names::new(Case::Pascal, reserved::TYPES);
        for group in groups {
            type_names.reserve(&group.resource);
            for (name, _) in &group.operations {
                type_names.reserve(&name_of(&format!("{}_call", name.snake())));
            }
        }
        Self {
            document,
            notes: Notes::default(),
            base_path: String::new(),
            credentials: Vec::new(),
            routes: BTreeSet::new(),
            types: BTreeMap::new(),
            type_names,
            types_by_hint: BTreeMap::new(),
            references: BTreeMap::new(),
            success_members: BTreeSet::new(),
            undocumented: 0,
        }
    }
}
