//! The operations of a document by their tags: each tag becomes a resource.

use super::name::{Case, Names};
use super::operation::FoundOperation;
use crate::ir::Name;
use crate::lower::reserved;
use crate::untyped::Untyped;

/// The resource of the types that several others use.
pub(super) const COMMON: &str = "common";

/// The operations of one tag, each with its name; the first tag of an operation counts.
#[derive(Debug)]
pub(super) struct TaggedOperations<'d> {
    pub(super) resource: Name,
    pub(super) tag: &'d str,
    /// The names of its endpoints.
    pub(super) names: Names,
    pub(super) operations: Vec<(Name, FoundOperation<'d>)>,
}

/// All operations, in the order of the document.
pub(super) fn group_by_tag(document: &Untyped) -> Vec<TaggedOperations<'_>> {
    const METHODS: [(&str, &str); 5] =
        [("get", "GET"), ("post", "POST"), ("put", "PUT"), ("patch", "PATCH"), ("delete", "DELETE")];
    let used =
        [reserved::RESOURCES, reserved::ACCESSORS, reserved::TYPES, &[COMMON, "api", "errors"]].concat();
    let mut resources = Names::new(Case::Pascal, &used);
    let mut groups: Vec<TaggedOperations<'_>> = Vec::new();
    for (path, path_item) in document.members("paths") {
        for (key, method) in METHODS {
            let Some(operation) = path_item.get(key) else { continue };
            let segment = path.split('/').find(|part| !part.is_empty() && !part.starts_with('{'));
            let tag = operation.list("tags").first().and_then(Untyped::as_str).or(segment).unwrap_or("root");
            let index = groups.iter().position(|group| group.tag == tag).unwrap_or_else(|| {
                let names = Names::new(Case::Pascal, reserved::ENDPOINTS);
                let resource = resources.claim(tag, "group");
                groups.push(TaggedOperations { resource, tag, names, operations: Vec::new() });
                groups.len() - 1
            });
            let operation_id = operation.text("operationId").and_then(|id| id.rsplit('/').next());
            let base = operation_id.map_or_else(|| format!("{key}_{path}"), str::to_owned);
            let name = groups[index].names.claim(&base, "endpoint");
            groups[index].operations.push((name, FoundOperation { method, path, path_item, operation }));
        }
    }
    groups
}
