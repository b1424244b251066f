//! Stage 3: the model → modules of Rust, as tokens.
//!
//! One function for each kind of item; none of them can fail, because [`ir`](crate::ir) holds nothing that cannot be
//! emitted. Emitted code is data and signatures: a method is docs, a signature and one call into the runtime.

mod module;
mod root;
mod runtime;
mod runtime_methods;
mod prelude;
mod literal;
mod unknown;
mod markdown;
mod docs;
mod import;
mod inline;
mod limits;
mod value;
mod check;
mod descriptor;
mod feature;
mod hosts;
mod links;
mod error_code;
mod defaults;
mod union_kind;
mod types;
mod value_form;
mod tagged_union;
mod union;
mod lookup;
mod free_members;
mod codec;
mod filter_function;
mod filter;
mod argument;
mod upload;
mod endpoint;
mod event;
mod success;
mod call;
mod resource_client;
mod endpoints;
mod service;
mod client;
mod lib_rs;
mod sample_source;
mod sample;
mod first_call;
mod manifest;
mod readme;
mod endpoint_test;
mod single_file;

use crate::ir::{Api, Links, Resource};
use crate::layout::CrateLayout;
pub(crate) use client::{builder_methods, client_methods, with_method};
pub(crate) use filter_function::fixed_functions;
pub(crate) use free_members::{FREE, VARIANT};
pub(crate) use lookup::find_method;
pub(crate) use manifest::FEATURES;
pub(crate) use module::{Module, OfferedFile, OfferedPart, TextFile};
pub(crate) use prelude::{PRELUDE, TAKEN_BY_TRAITS};
pub(crate) use resource_client::MODULES;
pub(crate) use root::{CRATE_ROOTS, fixed_modules};
pub(crate) use runtime::{CRATES, PACKAGES};
pub(crate) use runtime_methods::{ANY_VALUE_METHODS, CallForm, UPLOAD_METHODS};
pub(crate) use types::NEW;
pub(crate) use unknown::UNKNOWN;
pub(crate) use upload::FILE;
pub(crate) use value_form::read_method;

/// A part of a crate that is emitted by itself.
pub(crate) enum Part<'a> {
    /// A file about the API as a whole.
    Whole(fn(&Api) -> Module),
    /// The file of the client and its builder, and whether they stand in a crate, whose features they may depend on.
    Client { in_crate: bool },
    /// The file about the pages of the service.
    Links(&'a Links),
    /// The files of a resource.
    Resource(&'a Resource),
    /// The file that the tests of all endpoints start from.
    TestMain,
    /// The tests of the endpoints of a resource.
    ResourceTests(&'a Resource),
}

/// The files about an API as a whole, beside that of the client.
const WHOLE: [fn(&Api) -> Module; 8] = [
    lib_rs::emit_lib,
    defaults::emit_defaults,
    service::emit_service,
    hosts::emit_hosts,
    limits::emit_limits,
    endpoints::emit_endpoints,
    error_code::emit_error_codes,
    error_code::emit_error_table,
];

/// The parts of the client crate of an API, for the place where it will live.
#[must_use]
pub(crate) fn parts<'a>(api: &'a Api, layout: &CrateLayout) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = WHOLE.into_iter().map(Part::Whole).collect();
    parts.insert(1, Part::Client { in_crate: *layout != CrateLayout::Module });
    parts.extend(api.links.iter().map(Part::Links));
    parts.extend(api.resources.iter().map(Part::Resource));
    // Emitted tests need a fixture that is written by hand, so only a client with tests of its own gets them.
    if *layout == CrateLayout::Workspace {
        parts.push(Part::TestMain);
        parts.extend(endpoint_test::tested(api).map(Part::ResourceTests));
    }
    parts
}

impl Part<'_> {
    /// Emits its files one by one.
    pub(crate) fn emit(&self, api: &Api, out: &mut dyn FnMut(Module)) {
        match self {
            Self::Whole(emit) => out(emit(api)),
            Self::Client { in_crate } => out(client::emit_client(api, *in_crate)),
            Self::Links(pages) => out(links::emit_links(api, pages)),
            Self::Resource(resource) => emit_resource(api, resource, out),
            Self::TestMain => out(endpoint_test::emit_main(api)),
            Self::ResourceTests(resource) => out(endpoint_test::emit_resource(api, resource)),
        }
    }
}

fn emit_resource(api: &Api, resource: &Resource, out: &mut dyn FnMut(Module)) {
    out(resource_client::emit_resource_client(api, resource));
    if !resource.endpoints.is_empty() {
        out(endpoint::emit_resource_endpoints(api, resource));
        out(call::emit_calls(api, resource));
    }
    if !resource.types.is_empty() {
        out(types::emit_types(api, resource));
        codec::emit_codec(api, resource).into_iter().for_each(&mut *out);
    }
    event::emit_events(api, resource).into_iter().for_each(&mut *out);
    api.filters_of(resource.id).flat_map(|filter| filter::emit_filter(api, resource, filter)).for_each(out);
}

/// All parts in one file.
#[must_use]
pub(crate) fn emit_single_file(api: &Api, parts: &[Part<'_>]) -> Module {
    let mut modules = Vec::new();
    parts.iter().for_each(|part| part.emit(api, &mut |module| modules.push(module)));
    single_file::single_file(api, modules)
}

/// The files that a crate of its own begins with, and that are for people to change.
#[must_use]
pub(crate) fn emit_offered(api: &Api, layout: &CrateLayout) -> Vec<OfferedFile> {
    if !matches!(layout, CrateLayout::Alone(_)) {
        return Vec::new();
    }
    let first = first_call::FirstCall::of(api);
    let mut files = vec![readme::emit_readme(api, first.as_ref())];
    files.extend(first.iter().flat_map(|first| [first.emit_example(), first.emit_test()]));
    files
}

/// The files that are not Rust code.
#[must_use]
pub(crate) fn emit_text_files(api: &Api, layout: &CrateLayout) -> Vec<TextFile> {
    vec![manifest::emit_manifest(api, layout), manifest::emit_rustfmt()]
}
