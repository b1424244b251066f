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
mod feature;
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
mod runtime;
mod sample;
mod service;
mod types;
mod value;
mod value_form;
mod wire;

use proc_macro2::TokenStream;

use crate::home::Home;
use crate::ir::{Api, Group, TypeId, TypeRef};

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

/// A part of a crate that is emitted by itself.
pub(crate) enum Part<'a> {
    /// A file about the API as a whole.
    Whole(fn(&Api) -> Module),
    /// The files of a group.
    Group(&'a Group),
    /// The file that the tests of all endpoints start from.
    TestMain,
    /// The tests of the endpoints of a group.
    GroupTests(&'a Group),
}

/// The files about an API as a whole.
const WHOLE: [fn(&Api) -> Module; 8] = [
    lib_rs::emit_lib,
    client::emit_client,
    service::emit_service,
    hosts::emit_hosts,
    limits::emit_limits,
    endpoints::emit_endpoints,
    error_code::emit_error_codes,
    error_code::emit_error_table,
];

/// The parts of the client crate of an API, for the place where it will live.
#[must_use]
pub(crate) fn parts<'a>(api: &'a Api, home: &Home) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = WHOLE.into_iter().map(Part::Whole).collect();
    parts.extend(api.groups.iter().map(Part::Group));
    // Emitted tests need a hand-written world to act in, so only a client with tests of its own gets them.
    if *home == Home::Workspace {
        parts.push(Part::TestMain);
        parts.extend(endpoint_test::tested(api).map(Part::GroupTests));
    }
    parts
}

impl Part<'_> {
    /// Emits its files one by one.
    pub(crate) fn emit(&self, api: &Api, out: &mut dyn FnMut(Module)) {
        match self {
            Self::Whole(emit) => out(emit(api)),
            Self::Group(group) => emit_group(api, group, out),
            Self::TestMain => out(endpoint_test::emit_main(api)),
            Self::GroupTests(group) => out(endpoint_test::emit_group(api, group)),
        }
    }
}

fn emit_group(api: &Api, group: &Group, out: &mut dyn FnMut(Module)) {
    out(handle::emit_handle(api, group));
    if !group.operations.is_empty() {
        out(endpoint::emit_group_endpoints(api, group));
        out(call::emit_calls(api, group));
    }
    if !group.types.is_empty() {
        out(types::emit_types(api, group));
        wire::emit_wire(api, group).into_iter().for_each(&mut *out);
    }
    filter::filters_of(api, group).flat_map(|filter| filter::emit_filter(api, group, filter)).for_each(out);
}

/// The files that are not Rust code.
#[must_use]
pub(crate) fn emit_plain(api: &Api, home: &Home) -> [Plain; 2] {
    [manifest::emit_manifest(api, home), manifest::emit_rustfmt()]
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
