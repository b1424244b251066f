//! What is known while a document is read.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{Case, Names, name_of};
use super::note::Notes;
use super::tag::TaggedOperations;
use super::types::{TypeDefinition, TypeUse};
use crate::lower::reserved;
use crate::untyped::Untyped;

/// A way to be let in.
#[derive(Clone, Debug)]
pub(super) struct Credential {
    /// Its name in the document.
    pub(super) scheme: String,
    pub(super) name: String,
    pub(super) header: String,
    pub(super) doc: String,
    pub(super) input: &'static str,
    pub(super) token: &'static str,
}

/// What is known while a document is read.
#[derive(Debug)]
pub(super) struct Importer<'d> {
    pub(super) document: &'d Untyped,
    pub(super) notes: Notes,
    /// What precedes every path.
    pub(super) base_path: String,
    pub(super) credentials: Vec<Credential>,
    /// Methods and paths that are taken, whatever their parameters are called.
    pub(super) routes: BTreeSet<String>,
    pub(super) types: BTreeMap<String, TypeDefinition>,
    pub(super) type_names: Names,
    /// Types without a name of their own, by the hint that they were named after.
    pub(super) made: BTreeMap<String, Vec<String>>,
    /// What references lead to; `None` while that is being found out.
    pub(super) references: BTreeMap<String, Option<TypeUse>>,
    /// Members of responses, with their types.
    pub(super) responses: BTreeSet<(String, String)>,
    pub(super) undocumented: usize,
}

impl<'d> Importer<'d> {
    /// Nothing is read yet but the names of resources and endpoints.
    pub(super) fn new(document: &'d Untyped, groups: &[TaggedOperations<'d>]) -> Self {
        let mut type_names = Names::new(Case::Pascal, reserved::TYPES);
        for group in groups {
            type_names.take(&group.resource);
            for (name, _) in &group.operations {
                type_names.take(&name_of(&format!("{}_call", name.snake())));
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
            made: BTreeMap::new(),
            references: BTreeMap::new(),
            responses: BTreeSet::new(),
            undocumented: 0,
        }
    }
}
