//! Which types are part of requests, which of responses, and which are keys of maps.

use crate::ir::{
    Callback, Credential, Endpoint, Filter, Links, Shape, Takes, TypeDef, TypeRef, Usage, ValueForm, Variable,
};

/// Marks every type that requests or responses lead to. What a service sends by itself is read as responses are.
pub(super) fn lower_usage(
    types: &mut [TypeDef],
    endpoints: &[Endpoint],
    variables: &[Variable],
    credentials: &[Credential],
    filters: &[Filter],
    links: Option<&Links>,
    callbacks: &[Callback],
) {
    let params = endpoints.iter().flat_map(|endpoint| endpoint.params.iter().map(|param| &param.field.ty));
    let proofs = callbacks.iter().flat_map(|callback| &callback.inputs);
    let inputs = credentials.iter().flat_map(|credential| &credential.inputs).chain(proofs);
    let compared = compared_types(filters);
    // Whoever builds an address gives the ids in it.
    let linked =
        links.iter().flat_map(|links| &links.pages).flat_map(|page| &page.params).map(|param| &param.ty);
    let requests = follow(
        types,
        |form| form.write.as_ref(),
        params
            .chain(variables.iter().map(|variable| &variable.ty))
            .chain(inputs.map(|input| &input.ty))
            .chain(compared)
            .chain(linked),
    );
    let responses = follow(
        types,
        |form| form.read.as_ref(),
        endpoints.iter().flat_map(Endpoint::read_types).chain(payloads(callbacks)),
    );
    let keys = map_keys(types, endpoints, filters, callbacks);
    for (index, def) in types.iter_mut().enumerate() {
        def.usage = Usage { requests: requests[index], responses: responses[index], keys: keys[index] };
    }
}

/// The types of what conditions compare with.
fn compared_types(filters: &[Filter]) -> impl Iterator<Item = &TypeRef> {
    let builders = filters.iter().flat_map(|filter| &filter.builders);
    builders.flat_map(|builder| &builder.comparisons).filter_map(|comparison| match &comparison.takes {
        Takes::Value(ty) | Takes::Single(ty) => Some(ty),
        Takes::Nothing | Takes::Group => None,
    })
}

/// The types of what comes with events.
fn payloads(callbacks: &[Callback]) -> impl Iterator<Item = &TypeRef> {
    callbacks.iter().flat_map(Callback::payload_types)
}

/// Which types are the key of a map anywhere, even in types that nothing leads to: those are emitted too.
fn map_keys(
    types: &[TypeDef],
    endpoints: &[Endpoint],
    filters: &[Filter],
    callbacks: &[Callback],
) -> Vec<bool> {
    let mut keys = vec![false; types.len()];
    let mut open: Vec<&TypeRef> = endpoints.iter().flat_map(Endpoint::types).collect();
    open.extend(
        compared_types(filters).chain(payloads(callbacks)).chain(types.iter().flat_map(TypeDef::parts)),
    );
    while let Some(ty) = open.pop() {
        match ty {
            TypeRef::Map { key, value } => {
                if let TypeRef::Def(id) = **key {
                    keys[id.index()] = true;
                }
                open.push(value);
            }
            TypeRef::List(inner) | TypeRef::JsonText(inner) | TypeRef::Nullable(inner) => open.push(inner),
            TypeRef::Scalar(_) | TypeRef::Def(_) | TypeRef::TextId(_) => {}
        }
    }
    keys
}

/// Which types some references lead to, directly or through other types. `form` gives the type of a value's form that
/// counts: the one that is written, or the one that is read.
fn follow<'t>(
    types: &'t [TypeDef],
    form: fn(&'t ValueForm) -> Option<&'t TypeRef>,
    starts: impl Iterator<Item = &'t TypeRef>,
) -> Vec<bool> {
    let mut seen = vec![false; types.len()];
    // Still to be looked at.
    let mut open: Vec<&TypeRef> = starts.collect();
    while let Some(ty) = open.pop() {
        match ty {
            TypeRef::Scalar(_) => {}
            TypeRef::List(inner) | TypeRef::JsonText(inner) | TypeRef::Nullable(inner) => open.push(inner),
            TypeRef::Map { key, value } => open.extend([&**key, &**value]),
            TypeRef::Def(id) | TypeRef::TextId(id) => {
                if std::mem::replace(&mut seen[id.index()], true) {
                    continue;
                }
                match &types[id.index()].shape {
                    Shape::Struct { fields, free, variant } => {
                        open.extend(variant.iter().map(|variant| &variant.ty));
                        open.extend(fields.iter().map(|field| &field.ty));
                        open.extend(free.iter().map(|free| &free.ty));
                    }
                    Shape::Union(members) => open.extend(members),
                    Shape::Tagged(union) => open.extend(union.variants.iter().map(|variant| &variant.ty)),
                    Shape::Any(forms) => open.extend(forms.iter().filter_map(form)),
                    Shape::Id(_) | Shape::Enum { .. } => {}
                }
            }
        }
    }
    seen
}
