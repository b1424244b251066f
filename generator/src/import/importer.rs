//! The state of an import.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::documents::Documents;
use super::flat_schema::FlatSchema;
use super::limit_sets::LimitSets;
use super::name::{Case, Names};
use super::note::{Notes, address};
use super::only::{Choice, Only};
use super::operation::FoundOperation;
use super::pagination_styles::PaginationStyles;
use super::types::{TypeDefinition, TypeUse};
use crate::lower::reserved;
use crate::untyped::Untyped;

/// Where a secret travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CarrierKind {
    Header,
    Query,
}

/// How a secret travels.
#[derive(Clone, Debug)]
pub(super) struct Carrier {
    pub(super) kind: CarrierKind,
    /// The name of the header or parameter.
    pub(super) name: String,
    /// What callers give: usual names, and whether each is a secret.
    pub(super) inputs: Vec<(&'static str, bool)>,
    /// The value as a template, such as `Bearer {access_token}`; before names are given, an input stands in angle brackets.
    pub(super) template: String,
}

/// A credential of the new spec.
#[derive(Clone, Debug)]
pub(super) struct Credential {
    /// The names of its security schemes in the document, which are sent at once.
    pub(super) schemes: Vec<String>,
    /// Its name in the spec.
    pub(super) name: String,
    pub(super) doc: String,
    /// The names of its inputs, and whether each is a secret.
    pub(super) inputs: Vec<(String, bool)>,
    pub(super) carriers: Vec<Carrier>,
}

impl Credential {
    /// Whether it sends something under this name in a place.
    pub(super) fn sends(&self, kind: CarrierKind, name: &str) -> bool {
        self.carriers.iter().any(|carrier| {
            carrier.kind == kind
                && match kind {
                    CarrierKind::Header => carrier.name.eq_ignore_ascii_case(name),
                    CarrierKind::Query => carrier.name == name,
                }
        })
    }
}

/// A type whose name is known and whose members are still to be read.
#[derive(Debug)]
pub(super) struct PendingObject<'d> {
    pub(super) name: String,
    pub(super) name_hint: String,
    pub(super) schema: &'d Untyped,
    /// Members that it does not have, as they are the tags of the unions that the object is a variant of.
    pub(super) without: Vec<String>,
}

/// How far an object that nothing names is read.
#[derive(Clone, Debug)]
pub(super) enum UnnamedObject {
    /// It is being read; with a name if it stands inside itself.
    Open(Option<String>),
    Read(TypeUse),
}

/// The state of an import: the document, and what was made of it so far.
#[derive(Debug)]
pub(super) struct Importer<'d> {
    pub(super) documents: &'d Documents,
    /// The document itself, without the other files.
    pub(super) document: &'d Untyped,
    pub(super) notes: Notes,
    /// Which operations are wanted.
    pub(super) choice: Choice<'d>,
    /// What the document says of its tags, by their names.
    pub(super) tags: BTreeMap<&'d str, &'d Untyped>,
    /// What the values at some addresses are, such as `a schema`.
    pub(super) kinds: RefCell<BTreeMap<usize, &'static str>>,
    /// The schemas that were flattened, by their addresses.
    pub(super) flat_schemas: RefCell<HashMap<usize, Rc<FlatSchema<'d>>>>,
    /// The first server: origin and path, which precedes every path of the document. Set by `read_hosts`, which must run
    /// before `import_endpoint`.
    pub(super) origin: String,
    pub(super) base_path: String,
    /// All hosts: name, address and what is said of each, as the spec writes it.
    pub(super) hosts: Vec<(String, String, String)>,
    pub(super) host_names: Names,
    pub(super) credentials: Vec<Credential>,
    /// Methods and paths of the endpoints so far, without the names of path parameters.
    pub(super) routes: BTreeSet<String>,
    pub(super) types: BTreeMap<String, TypeDefinition>,
    pub(super) type_names: Names,
    /// The names of types that no reference names, by the hint that they were named after.
    pub(super) types_by_hint: BTreeMap<String, Vec<String>>,
    /// The types of references; `None` while one is being read.
    pub(super) references: BTreeMap<String, Option<TypeUse>>,
    /// Types that were named and are not read yet. They wait, so that a long chain of types is no deep recursion.
    pub(super) pending: Vec<PendingObject<'d>>,
    /// The objects that nothing names, by the addresses of their schemas.
    pub(super) unnamed_objects: HashMap<usize, UnnamedObject>,
    /// The first of several lists that stand in place of one another, by the addresses of their schemas, while their items are
    /// being read.
    pub(super) open_lists: BTreeSet<usize>,
    /// How many types stand inside one another where one is being read.
    pub(super) depth: usize,
    /// The top members of successful responses: name and JSON Schema type, which is `None` if unknown.
    pub(super) success_members: BTreeSet<(String, Option<&'d str>)>,
    /// The schemas of bodies of refusals.
    pub(super) error_schemas: Vec<&'d Untyped>,
    /// The sets of rate limits that operations name.
    pub(super) limit_sets: LimitSets,
    /// Paths and methods of the operations that have endpoints.
    pub(super) imported: BTreeSet<(&'d str, &'static str)>,
    /// How lists are paged, as far as names show it.
    pub(super) paginations: PaginationStyles,
    /// The names of types that requests hold.
    pub(super) sent_types: BTreeSet<String>,
    /// The error codes that the document explains.
    pub(super) error_codes: BTreeSet<i64>,
    /// The unions of objects so far, by the addresses of their schemas.
    pub(super) tagged: BTreeMap<usize, TypeUse>,
    /// What stands for the objects of unions that have values of other kinds, too, by the addresses of their schemas.
    pub(super) object_parts: BTreeMap<usize, TypeUse>,
    /// The objects of such unions, by the addresses of their schemas and by the tags that they do not have.
    pub(super) variants: BTreeMap<(usize, Vec<String>), String>,
    /// How many members and parameters have no description.
    pub(super) undocumented: usize,
    /// The examples so far, as they are written, and where each comes from.
    pub(super) examples: RefCell<Vec<(String, &'d Untyped)>>,
}

impl<'d> Importer<'d> {
    /// The state before anything is read.
    pub(super) fn new(documents: &'d Documents, only: &'d [Only]) -> Self {
        let document = documents.root();
        let mut tags = BTreeMap::new();
        for tag in document.list("tags") {
            if let Some(name) = tag.peek("name").and_then(Untyped::as_str) {
                tags.entry(name).or_insert(tag);
            }
        }
        Self {
            documents,
            document,
            notes: Notes::default(),
            choice: Choice::new(only),
            tags,
            kinds: RefCell::default(),
            flat_schemas: RefCell::default(),
            origin: String::new(),
            base_path: String::new(),
            hosts: Vec::new(),
            host_names: Names::new(Case::Pascal, &[]),
            credentials: Vec::new(),
            routes: BTreeSet::new(),
            types: BTreeMap::new(),
            type_names: Names::new(Case::Pascal, reserved::TYPES),
            types_by_hint: BTreeMap::new(),
            references: BTreeMap::new(),
            pending: Vec::new(),
            unnamed_objects: HashMap::new(),
            open_lists: BTreeSet::new(),
            depth: 0,
            success_members: BTreeSet::new(),
            error_schemas: Vec::new(),
            limit_sets: LimitSets::default(),
            imported: BTreeSet::new(),
            paginations: PaginationStyles::default(),
            sent_types: BTreeSet::new(),
            error_codes: BTreeSet::new(),
            tagged: BTreeMap::new(),
            object_parts: BTreeMap::new(),
            variants: BTreeMap::new(),
            undocumented: 0,
            examples: RefCell::default(),
        }
    }

    /// Remembers what a value is, for notes on its members.
    pub(super) fn remember_kind(&self, value: &'d Untyped, kind: &'static str) {
        self.kinds.borrow_mut().insert(address(value), kind);
    }

    /// Leaves out a whole operation, with a note.
    pub(super) fn leave_out(&self, found: &FoundOperation<'d>, why: &str) {
        self.notes.left_out(why, found.route(), found.operation);
        found.operation.count_as_read();
    }
}
