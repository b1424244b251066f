//! Which enums are keys of maps.

use std::collections::BTreeSet;

use crate::ir::{Answer, Api, Shape, Takes, TypeId, TypeRef};

/// The types that are the key of a map anywhere in the API.
pub(super) fn map_keys(api: &Api) -> BTreeSet<TypeId> {
    let mut keys = BTreeSet::new();
    let params = api.operations.iter().flat_map(|operation| &operation.params).map(|param| &param.field.ty);
    let answers = api.operations.iter().filter_map(|operation| match &operation.answer {
        Answer::Data(ty) => Some(ty),
        Answer::Nothing | Answer::Bytes => None,
    });
    let builders = api.filters.iter().flat_map(|filter| &filter.builders);
    let compared = builders.flat_map(|builder| &builder.operations).filter_map(|one| match &one.takes {
        Takes::Value(ty) | Takes::Single(ty) => Some(ty),
        Takes::Nothing | Takes::Group => None,
    });
    params.chain(answers).chain(compared).for_each(|ty| collect(ty, &mut keys));
    for def in &api.types {
        match &def.shape {
            Shape::Struct(fields) => fields.iter().for_each(|field| collect(&field.ty, &mut keys)),
            Shape::Union(members) => members.iter().for_each(|member| collect(member, &mut keys)),
            Shape::Any(forms) => {
                let types = forms.iter().flat_map(|form| form.write.iter().chain(&form.read));
                types.for_each(|ty| collect(ty, &mut keys));
            }
            Shape::Id(_) | Shape::Enum { .. } => {}
        }
    }
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
