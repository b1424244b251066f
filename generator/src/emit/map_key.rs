//! Which enums are keys of maps.

use std::collections::BTreeSet;

use super::{operation_types, type_parts};
use crate::ir::{Api, Takes, TypeId, TypeRef};

/// The types that are the key of a map anywhere in the API.
pub(super) fn map_keys(api: &Api) -> BTreeSet<TypeId> {
    let mut keys = BTreeSet::new();
    let operations = api.operations.iter().flat_map(operation_types);
    let builders = api.filters.iter().flat_map(|filter| &filter.builders);
    let compared = builders.flat_map(|builder| &builder.operations).filter_map(|one| match &one.takes {
        Takes::Value(ty) | Takes::Single(ty) => Some(ty),
        Takes::Nothing | Takes::Group => None,
    });
    let parts = api.types.iter().flat_map(type_parts);
    operations.chain(compared).chain(parts).for_each(|ty| collect(ty, &mut keys));
    keys
}

fn collect(ty: &TypeRef, keys: &mut BTreeSet<TypeId>) {
    match ty {
        TypeRef::Map { key, value } => {
            if let TypeRef::Def(id) = **key {
                keys.insert(id);
            }
            collect(value, keys);
        }
        TypeRef::List(inner) | TypeRef::JsonText(inner) => collect(inner, keys),
        TypeRef::Scalar(_) | TypeRef::Def(_) => {}
    }
}
