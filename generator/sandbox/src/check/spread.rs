//! Objects whose members stand for themselves, in a query or in a body.

use paceline_generator::ir::{Api, Endpoint, Param, ParamLocation, Presence, Shape, TypeRef};
use serde_json::{Map, Value};

/// The object that a name which nothing else has is a member of, and the member's type.
pub(super) fn find_spread<'a>(
    api: &'a Api,
    endpoint: &'a Endpoint,
    location: ParamLocation,
    name: &str,
) -> Option<(&'a Param, &'a TypeRef)> {
    let spread = || endpoint.params.iter().filter(|param| param.location == location && param.is_spread());
    // Who knows the name goes before who takes all names.
    let known = spread().find_map(|param| Some((param, named(api, &param.field.ty, name)?)));
    known.or_else(|| spread().find_map(|param| Some((param, free(api, &param.field.ty)?))))
}

/// The type of a member that an object is known to have.
fn named<'a>(api: &'a Api, ty: &TypeRef, name: &str) -> Option<&'a TypeRef> {
    let TypeRef::Def(id) = ty else { return None };
    let Shape::Struct { fields, .. } = &api[*id].shape else { return None };
    fields.iter().find(|field| field.wire == name).map(|field| &field.ty)
}

/// The type of the members that an object may have under any names.
fn free<'a>(api: &'a Api, ty: &'a TypeRef) -> Option<&'a TypeRef> {
    match ty {
        TypeRef::Map { value, .. } => Some(value),
        TypeRef::Def(id) => api[*id].free().map(|free| &free.ty),
        _ => None,
    }
}

/// Whether an object needs members.
pub(super) fn needs_members(api: &Api, ty: &TypeRef) -> bool {
    let TypeRef::Def(id) = ty else { return false };
    match &api[*id].shape {
        Shape::Struct { fields, .. } => fields.iter().any(|field| field.presence != Presence::Optional),
        _ => false,
    }
}

/// Puts the members of a body of JSON that stand for those of an object into that object.
pub(super) fn gather(api: &Api, endpoint: &Endpoint, members: Map<String, Value>) -> Map<String, Value> {
    if !endpoint.params.iter().any(|param| param.location == ParamLocation::Body && param.is_spread()) {
        return members;
    }
    let mut gathered = Map::new();
    let mut objects: Vec<(&str, Map<String, Value>)> = Vec::new();
    for (name, value) in members {
        if super::find(endpoint, ParamLocation::Body, &name).is_some() {
            gathered.insert(name, value);
        } else if let Some((param, _)) = find_spread(api, endpoint, ParamLocation::Body, &name) {
            let wire = param.field.wire.as_str();
            match objects.iter_mut().find(|(known, _)| *known == wire) {
                Some((_, object)) => drop(object.insert(name, value)),
                None => objects.push((wire, Map::from_iter([(name, value)]))),
            }
        }
    }
    // A member may be called like an object, whose name does not travel: it is one of those within.
    gathered.extend(objects.into_iter().map(|(wire, object)| (wire.to_owned(), Value::Object(object))));
    gathered
}
