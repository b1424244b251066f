//! The operations of a document by their tags: each tag becomes a resource.

use std::collections::BTreeMap;

use super::faces::{Faces, WORD};
use super::importer::Importer;
use super::name::{Case, Names, name_of};
use super::operation::{FoundOperation, Variant};
use crate::ir::Name;
use crate::lower::reserved;
use crate::untyped::Untyped;

/// The resource of the types that several others use.
pub(super) const COMMON: &str = "common";

/// The methods of the dialect, by their keys in the document.
const METHODS: [(&str, &str); 8] = [
    ("get", "GET"),
    ("post", "POST"),
    ("put", "PUT"),
    ("patch", "PATCH"),
    ("delete", "DELETE"),
    ("head", "HEAD"),
    ("options", "OPTIONS"),
    ("trace", "TRACE"),
];

/// How many operations a document has by the methods of the dialect.
pub(crate) fn count_operations(document: &Untyped) -> usize {
    let of_path = |path: &Untyped| METHODS.iter().filter(|(key, _)| path.get(key).is_some()).count();
    document.members("paths").iter().map(|(_, path)| of_path(path)).sum()
}

/// Those that it does not know.
const OTHER_METHODS: [&str; 2] = ["query", "additionalOperations"];

/// The operations of one tag, each with its name; the first tag of an operation counts.
#[derive(Debug)]
pub(super) struct TaggedOperations<'d> {
    pub(super) resource: Name,
    pub(super) tag: &'d str,
    /// The names of its endpoints.
    pub(super) names: Names,
    pub(super) operations: Vec<(Name, FoundOperation<'d>)>,
}

impl<'d> Importer<'d> {
    /// All operations, in the order of the document.
    pub(super) fn group_by_tag(&mut self) -> Vec<TaggedOperations<'d>> {
        let used = [reserved::resources(false), reserved::accessors(), reserved::TYPES, &[COMMON]].concat();
        let mut resources = Names::new(Case::Pascal, &used);
        let mut groups: Vec<TaggedOperations<'d>> = Vec::new();
        let mut known: BTreeMap<&'d str, usize> = BTreeMap::new();
        for (path, path_item) in self.document.members("paths") {
            let path_item = self.resolve(path_item);
            self.remember_kind(path_item, "a path");
            let mut is_needed = !self.choice.is_partial();
            for (key, method) in METHODS {
                // Documents in several files have operations that are references, though OpenAPI speaks of path items alone.
                let Some(operation) = path_item.get(key).map(|operation| self.resolve(operation)) else {
                    continue;
                };
                let (is_stream, has_twin, variant) = (false, false, Variant::First);
                let found =
                    FoundOperation { method, path, path_item, operation, is_stream, has_twin, variant };
                if !self.choice.takes(&found) {
                    // Of what is not wanted nothing is told.
                    operation.count_as_read();
                    continue;
                }
                is_needed = true;
                let Faces { has_stream, has_other } = self.faces(method, operation);
                let has_twin = has_stream && has_other;
                let is_stream = has_stream && !has_twin;
                let found = FoundOperation { is_stream, has_twin, ..found };
                let bare = path.split(['?', '#']).next().unwrap_or_default();
                let segment = bare.split('/').find(|part| !part.is_empty() && !part.starts_with('{'));
                let tags = operation.list("tags");
                if tags.len() > 1 {
                    let note = "an operation with several tags; the first one counts";
                    self.notes.changed(note, found.route(), operation);
                }
                let tag = tags.first().and_then(Untyped::as_str).or(segment).unwrap_or("root");
                let index = *known.entry(tag).or_insert_with(|| {
                    groups.push(self.new_group(tag, operation, &mut resources));
                    groups.len() - 1
                });
                // Some documents write `tag/operation`, and the export of this project `resource.endpoint`.
                let operation_id = operation.text("operationId").and_then(|id| id.rsplit('/').next());
                let in_tag = |id: &'d str| id.strip_prefix(tag).and_then(|rest| rest.strip_prefix('.'));
                let operation_id = operation_id.map(|id| in_tag(id).unwrap_or(id));
                let base = operation_id.map_or_else(|| format!("{key}_{}", &**path), str::to_owned);
                let claimed = groups[index].names.claim(&base, "endpoint");
                if let (true, Some(id)) = (claimed.collided, operation_id) {
                    let place = format!("{}: `{id}` → `{}`", found.route(), claimed.name);
                    let note = "an operation with a name that another one has in Rust; renamed";
                    self.notes.changed(note, place, operation);
                }
                groups[index].operations.push((claimed.name, found));
                if has_twin {
                    let claimed = groups[index].names.claim(&format!("{base}_{WORD}"), "endpoint");
                    let streaming = FoundOperation { is_stream: true, ..found };
                    groups[index].operations.push((claimed.name, streaming));
                }
            }
            for method in OTHER_METHODS.into_iter().filter(|_| is_needed) {
                if let Some(operation) = path_item.get(method) {
                    let place = format!("{} {}", method.to_uppercase(), &**path);
                    let note = "a method that the dialect does not know; left out";
                    self.notes.left_out(note, place, operation);
                    operation.count_as_read();
                }
            }
            if !is_needed {
                path_item.count_as_read();
            }
        }
        let is_needed = |tag: &str| groups.iter().any(|group| group.tag == tag);
        if self.choice.is_partial() {
            let needless = self.tags.iter().filter(|(tag, _)| !is_needed(tag));
            needless.for_each(|(_, tag)| tag.count_as_read());
        }
        groups
    }

    /// Reserves the names of the types that the client has for each resource and endpoint.
    pub(super) fn reserve_names(&mut self, groups: &[TaggedOperations<'d>]) {
        for group in groups {
            self.type_names.reserve(group.resource.pascal());
            for (name, found) in &group.operations {
                self.type_names.reserve(name_of(&format!("{}_call", name.snake())).pascal());
                let responses = found.operation.members("responses");
                if responses.iter().filter(|(status, _)| status.starts_with('2')).count() > 1 {
                    // Where the status decides on the data, the call has a type for that.
                    self.type_names.reserve(name_of(&format!("{}_success", name.snake())).pascal());
                }
            }
        }
    }

    /// The group of a tag that was not met before.
    fn new_group(&self, tag: &'d str, operation: &'d Untyped, resources: &mut Names) -> TaggedOperations<'d> {
        let claimed = resources.claim(tag, "group");
        if claimed.collided {
            let place = format!("`{tag}` → `{}`", claimed.name);
            self.notes.changed("a tag with a name that another one has in Rust; renamed", place, operation);
        }
        let mut names = Names::new(Case::Pascal, &[]);
        // Neither the call of an endpoint nor what it returns must be called like the client of its resource.
        for suffix in ["Call", "Success"] {
            if let Some(own) = claimed.name.pascal().strip_suffix(suffix) {
                names.reserve(own);
            }
        }
        for word in reserved::BORROWING_METHODS {
            names.reserve(name_of(word).pascal());
        }
        TaggedOperations { resource: claimed.name, tag, names, operations: Vec::new() }
    }
}
