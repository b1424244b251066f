//! Which names in the client come from the API. The runtime's own names give way to these: what has one of them is imported
//! under another name.

use std::collections::BTreeSet;

use crate::ir::{Callback, Endpoint, Field, Resource, Response, Shape, TypeDef, UsedNames};

/// Gathers these names.
pub(super) fn lower_used_names(
    resources: &[Resource],
    types: &[TypeDef],
    endpoints: &[Endpoint],
    callbacks: &[Callback],
) -> UsedNames {
    let clients = resources.iter().map(|resource| resource.accessor.pascal());
    let by_status = endpoints.iter().filter(|one| matches!(one.response, Response::ByStatus(_)));
    let successes: Vec<String> =
        by_status.map(|one| one.name.pascal_ident_with("Success").to_string()).collect();
    let events = callbacks.iter().map(|callback| callback.name.pascal());
    let params = endpoints.iter().flat_map(|endpoint| &endpoint.params);
    let appended = params.clone().filter_map(|param| param.append.as_ref()).map(|append| append.name.snake());
    let sent = types.iter().filter(|def| def.usage.requests);
    let fields = params.map(|param| &param.field).chain(sent.clone().flat_map(fields));
    let free = sent.filter_map(TypeDef::free).map(|free| free.name.snake());
    UsedNames {
        types: gathered(
            types
                .iter()
                .map(|def| def.name.pascal())
                .chain(clients)
                .chain(events)
                .chain(successes.iter().map(String::as_str)),
        ),
        arguments: gathered(fields.map(|field| field.name.snake()).chain(free).chain(appended)),
    }
}

/// The fields of a struct; none of other types.
fn fields(def: &TypeDef) -> &[Field] {
    if let Shape::Struct { fields, .. } = &def.shape { fields } else { &[] }
}

/// A set of names. They are copied at the end, because most of them come often.
fn gathered<'n>(names: impl Iterator<Item = &'n str>) -> BTreeSet<String> {
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().map(str::to_owned).collect()
}
