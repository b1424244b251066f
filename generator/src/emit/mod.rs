//! Stage 4 of the pipeline: the model → modules of Rust, as tokens.
//!
//! One function for each kind of item; none of them can fail, because [`ir`](crate::ir) holds nothing that cannot be
//! emitted. Emitted code is data and signatures: a method is docs, a signature and one call into the runtime.

mod call;
mod client;
mod descriptor;
mod docs;
mod endpoint;
mod endpoint_test;
mod endpoints;
mod error_code;
mod filter;
mod handle;
mod hosts;
mod import;
mod inline;
mod lib_rs;
mod limits;
mod literal;
mod lookup;
mod manifest;
mod map_key;
mod runtime;
mod sample;
mod service;
mod types;
mod value;
mod value_form;
mod wire;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;

use crate::home::Home;
use crate::ir::{Answer, Api, Group, GroupId, Operation, TokenSource, TypeId, TypeRef};

/// A file of Rust code.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    /// Its path in the crate, such as `src/work_item/types.rs`.
    pub(crate) path: String,
    /// Its documentation: inner doc attributes.
    pub(crate) docs: Vec<TokenStream>,
    /// Its items, in order; an empty line stands between any two that are not both one-liners of a kind.
    pub(crate) items: Vec<TokenStream>,
}

/// A file that is not Rust code.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    /// Its path in the crate.
    pub(crate) path: String,
    /// Its text, without a header.
    pub(crate) text: String,
}

/// A whole crate.
#[derive(Clone, Debug)]
pub(crate) struct Emitted {
    /// The Rust files.
    pub(crate) modules: Vec<Module>,
    /// The other files.
    pub(crate) plain: Vec<Plain>,
}

/// Emits the client crate of an API, for the place where it will live.
#[must_use]
pub(crate) fn emit(api: &Api, home: &Home) -> Emitted {
    let mut modules = vec![
        lib_rs::emit_lib(api),
        client::emit_client(api),
        service::emit_service(api),
        hosts::emit_hosts(api),
        limits::emit_limits(api),
        endpoints::emit_endpoints(api),
        error_code::emit_error_codes(api),
        error_code::emit_error_table(api),
    ];
    for group in &api.groups {
        modules.push(handle::emit_handle(api, group));
        if !group.operations.is_empty() {
            modules.push(endpoint::emit_group_endpoints(api, group));
            modules.push(call::emit_calls(api, group));
        }
        if !group.types.is_empty() {
            modules.push(types::emit_types(api, group));
            modules.extend(wire::emit_wire(api, group));
        }
        modules.extend(
            filter::filters_of(api, group).flat_map(|filter| filter::emit_filter(api, group, filter)),
        );
    }
    // Emitted tests need a hand-written world to act in, so only a client with tests of its own gets them.
    if *home == Home::Workspace {
        modules.extend(endpoint_test::emit_endpoint_tests(api));
    }
    Emitted { modules, plain: vec![manifest::emit_manifest(api, home), manifest::emit_rustfmt()] }
}

/// Whether a group is a Cargo feature: it has operations, and nothing that is always there needs it.
fn is_feature(api: &Api, group: &Group) -> bool {
    !group.operations.is_empty() && !is_always_there(api, group)
}

/// Groups that the crate cannot do without: those that yield tokens, and those whose types the client itself shows.
fn is_always_there(api: &Api, group: &Group) -> bool {
    let exchanges = api.credentials.iter().any(|credential| match &credential.token {
        TokenSource::Exchange(exchange) => api[api[exchange.operation].group] == *group,
        TokenSource::Fixed(_) => false,
    });
    let own = api.variables.iter().map(|variable| &variable.ty);
    exchanges || own.flat_map(defs).any(|id| api[api[id].home] == *group)
}

/// The groups whose types a group's operations and types lead to, other than itself and those always compiled.
fn needed_features(api: &Api, group: &Group) -> BTreeSet<GroupId> {
    let mut seen = BTreeSet::new();
    let operations = group.operations.iter().flat_map(|&id| operation_types(&api[id]));
    let mut open: Vec<TypeId> = operations.flat_map(defs).chain(group.types.iter().copied()).collect();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(type_parts(api, id).into_iter().flat_map(defs));
        }
    }
    let homes: BTreeSet<GroupId> = seen.into_iter().map(|id| api[id].home).collect();
    homes.into_iter().filter(|&home| api[home] != *group && is_feature(api, &api[home])).collect()
}

fn operation_types(operation: &Operation) -> Vec<&TypeRef> {
    let params = operation.params.iter().map(|param| &param.field.ty);
    let answer = match &operation.answer {
        Answer::Data(ty) => Some(ty),
        Answer::Nothing | Answer::Bytes => None,
    };
    let list = operation.paging.as_ref().and_then(|paging| paging.list.as_ref());
    params.chain(answer).chain(list.map(|list| &list.item)).collect()
}

fn type_parts(api: &Api, id: TypeId) -> Vec<&TypeRef> {
    use crate::ir::Shape;
    match &api[id].shape {
        Shape::Struct(fields) => fields.iter().map(|field| &field.ty).collect(),
        Shape::Union(variants) => variants.iter().collect(),
        Shape::Any(forms) => forms.iter().flat_map(|form| form.write.iter().chain(&form.read)).collect(),
        Shape::Id(_) | Shape::Enum { .. } => Vec::new(),
    }
}

/// The named types in a use of a type.
fn defs(ty: &TypeRef) -> Vec<TypeId> {
    match ty {
        TypeRef::Scalar(_) => Vec::new(),
        TypeRef::Def(id) => vec![*id],
        TypeRef::List(inner) | TypeRef::JsonText(inner) => defs(inner),
        TypeRef::Map { key, value } => defs(key).into_iter().chain(defs(value)).collect(),
    }
}
