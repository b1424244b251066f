//! `<resource>.rs`: the client of a resource and its methods.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::argument::{emit_default, emit_part};
use super::codec;
use super::import::Imports;
use super::module::Module;
use super::runtime::PUBLIC;
use super::upload::emit_upload_method;
use super::value::{argument, rust_type};
use super::{docs, limits};
use crate::ir::{Api, Effect, Endpoint, Param, Resource, StreamKind, TypeRef};

pub(super) fn emit_resource_client(api: &Api, resource: &Resource) -> Module {
    let imports = Imports::in_resource(api, resource.id);
    let mut own = Vec::new();
    if !resource.endpoints.is_empty() {
        own.push(emit_struct(&imports, resource));
        own.push(emit_methods(api, &imports, resource));
    }
    let mut items = emit_modules(api, resource);
    items.extend(imports.items());
    items.extend(own);
    Module {
        path: format!("src/{}.rs", resource.name),
        docs: docs::inner(&[docs::prose(&resource.docs), docs::others(&resource.docs)].concat()),
        items,
    }
}

const CALLS: &str = "calls";
const ENDPOINTS: &str = "endpoints";
const TYPES: &str = "types";
const CODEC: &str = "codec";
const EVENTS: &str = "events";

/// The modules below that of a resource, beside those of its filters.
pub(crate) const MODULES: [&str; 5] = [CALLS, ENDPOINTS, TYPES, CODEC, EVENTS];

/// The modules below, and what they export.
fn emit_modules(api: &Api, resource: &Resource) -> Vec<TokenStream> {
    let [calls, endpoints, types, codec, events] = MODULES.map(|name| format_ident!("{name}"));
    let has_calls = !resource.endpoints.is_empty();
    let has_types = !resource.types.is_empty();
    let has_events = api.callbacks_of(resource.id).next().is_some();
    let mut modules = Vec::new();
    if has_calls {
        modules.extend([quote!(mod #calls;), quote!(pub(crate) mod #endpoints;)]);
    }
    if has_types {
        modules.push(quote!(mod #types;));
    }
    if codec::is_needed(api, resource) {
        modules.push(quote!(mod #codec;));
    }
    if has_events {
        modules.push(quote!(mod #events;));
    }
    for filter in api.filters_of(resource.id) {
        let name = filter.name.snake_ident();
        modules.push(quote!(pub mod #name;));
    }
    for (module, is_there) in [(calls, has_calls), (types, has_types), (events, has_events)] {
        if is_there {
            modules.push(quote!(pub use self::#module::*;));
        }
    }
    modules
}

fn emit_struct(imports: &Imports<'_>, resource: &Resource) -> TokenStream {
    let client = imports.codegen("Client");
    let name = resource.accessor.pascal_ident();
    let accessor =
        format!("Comes from [`Client::{}`](crate::Client::{}).", resource.accessor, resource.accessor);
    let docs = docs::outer(&[docs::said(&resource.docs), vec![accessor]].concat());
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name(pub(crate) #client);
    }
}

fn emit_methods(api: &Api, imports: &Imports<'_>, resource: &Resource) -> TokenStream {
    let name = resource.accessor.pascal_ident();
    let methods = resource.endpoints.iter().map(|&id| emit_method(api, imports, &api[id]));
    let uploads = api.uploads_of(resource.id).map(|upload| emit_upload_method(api, imports, upload));
    quote! {
        impl #name {
            #(#methods)*
            #(#uploads)*
        }
    }
}

/// The method that starts a call of an endpoint.
fn emit_method(api: &Api, imports: &Imports<'_>, endpoint: &Endpoint) -> TokenStream {
    let docs = docs::outer(&method_docs(api, endpoint));
    let deprecated = endpoint.deprecated.as_deref().map(|note| quote!(#[deprecated(note = #note)]));
    let aliases = docs::aliases(endpoint.title.as_ref(), &endpoint.name);
    let name = endpoint.name.snake_ident();
    let call_ty = endpoint.name.pascal_ident_with("Call");
    let call = imports.codegen("Call");
    let descriptor = endpoint.name.shouty_ident();
    let required: Vec<&Param> = endpoint.params.iter().filter(|param| !param.is_setter()).collect();
    let arguments = required.iter().filter(|param| param.is_argument()).map(|param| {
        let ident = param.field.name.snake_ident();
        let ty = argument(api, imports, &param.field.ty, &ident, &|id| imports.def(id)).ty;
        quote!(#ident: #ty)
    });
    let arguments = quote!(#(#arguments),*);
    let defaults: Vec<TokenStream> = endpoint.params.iter().filter_map(emit_default).collect();
    // A method that sends something does more than one call, so it is better compiled once, in this crate.
    let inline = (required.is_empty() && defaults.is_empty()).then(|| quote!(#[inline]));
    let parts = required.iter().map(|param| {
        emit_part(imports, param, &|ident| {
            argument(api, imports, &param.field.ty, ident, &|id| imports.def(id)).value
        })
    });
    quote! {
        #docs
        #(#aliases)*
        #deprecated
        #inline
        pub fn #name(&self, #arguments) -> #call_ty {
            #call_ty(#call::new(&self.0, &endpoints::#descriptor) #(#parts)* #(#defaults)*)
        }
    }
}

/// What a method's documentation says, paragraph by paragraph.
fn method_docs(api: &Api, endpoint: &Endpoint) -> Vec<String> {
    let effect = endpoint.effect.word();
    let titles = docs::titles(endpoint.title.as_ref()).into_iter();
    let title: String = titles.map(|title| format!("{}, ", docs::quoted_title(title))).collect();
    let host = endpoint.host.map(|index| format!(" at <{}>", api.hosts[index].url)).unwrap_or_default();
    let route = format!(
        "`{} {}`{host}, {title}{effect}, {}.",
        endpoint.method.as_str(),
        endpoint.path,
        limits::of(api, &endpoint.limits)
    );
    let mut paragraphs = vec![docs::text(&endpoint.summary)];
    paragraphs.extend(endpoint.docs.iter().flat_map(|more| docs::prose(more)));
    paragraphs.extend(docs::others(&endpoint.summary));
    paragraphs.extend(endpoint.docs.iter().flat_map(docs::others));
    if endpoint.effect == Effect::Destroy {
        paragraphs.push("**What it removes cannot be had back.**".into());
    }
    paragraphs.extend(docs::rules(&endpoint.rules, &endpoint.weak_rules, &|index| {
        &endpoint.params[index].field.name
    }));
    paragraphs.push(route);
    paragraphs.extend(
        endpoint.permission.as_ref().map(|needed| format!("Needs the permission {}.", docs::text(needed))),
    );
    paragraphs.extend(argument_docs(endpoint));
    paragraphs.extend(stream_docs(api, endpoint));
    paragraphs.extend(error_docs(api, endpoint));
    paragraphs.extend(refusal_docs(api, endpoint));
    paragraphs.extend(docs::sources(api, &endpoint.sources));
    paragraphs
}

/// What the arguments mean, as a list.
fn argument_docs(endpoint: &Endpoint) -> Option<String> {
    let required = endpoint.params.iter().filter(|param| param.is_argument());
    let lines: Vec<String> =
        required.map(|param| format!("- `{}`: {}", param.field.name, docs::param(param).join(" "))).collect();
    // A lone line would be taken for running text and wrapped.
    (!lines.is_empty()).then(|| format!("# Arguments\n\n{}", lines.join("\n")))
}

/// How the items of a stream are read.
fn stream_docs(api: &Api, endpoint: &Endpoint) -> Vec<String> {
    let Some(stream) = endpoint.response.stream() else { return Vec::new() };
    let written = match stream.kind {
        StreamKind::Events => "server-sent events",
        StreamKind::Lines => "lines of JSON",
    };
    let end = stream.end.as_ref().map(|end| format!(" up to {}", docs::code(end))).unwrap_or_default();
    let (krate, resource) = (api.crate_name.replace('-', "_"), api[endpoint.resource].name.snake());
    let call = endpoint.name.pascal_ident_with("Call");
    let about =
        format!("Its items come as {written}{end}; [`ItemStream`]({PUBLIC}::ItemStream) says when it ends.");
    let example = format!(
        "```no_run\n\
         # async fn read(call: {krate}::{resource}::{call}) -> Result<(), Box<dyn std::error::Error>> {{\n\
         let mut items = call.send().await?;\n\
         while let Some(item) = items.try_next().await? {{\n    println!(\"{{item:?}}\");\n}}\n\
         # Ok(())\n# }}\n```"
    );
    vec!["# Stream".to_owned(), about, example]
}

/// The codes to expect, as a list.
fn error_docs(api: &Api, endpoint: &Endpoint) -> Option<String> {
    let lines: Vec<String> = (endpoint.errors.iter())
        .map(|&id| format!("- {}: {}", api[id].code, docs::text(&api[id].meaning)))
        .collect();
    (!lines.is_empty()).then(|| format!("# Errors\n\nCodes to expect:\n{}", lines.join("\n")))
}

/// What the refusals hold, as a list.
fn refusal_docs(api: &Api, endpoint: &Endpoint) -> Option<String> {
    let lines: Vec<String> = (endpoint.refusals.iter())
        .map(|refusal| format!("- `{}`: {}", refusal.statuses.text(), type_link(api, &refusal.ty)))
        .collect();
    let about =
        format!("# Refusals\n\nWhat [`Error::refusal`]({PUBLIC}::Error::refusal) gives, by the status:\n");
    (!lines.is_empty()).then(|| about + &lines.join("\n"))
}

/// A type as Rust writes it; one of the API's own leads to its page.
fn type_link(api: &Api, ty: &TypeRef) -> String {
    let tokens = rust_type(&Imports::new(api), ty, &|id| api[id].name.pascal_ident());
    let text = tokens.to_string().replace(' ', "").replace(',', ", ");
    match ty {
        TypeRef::Def(id) => format!("[`{text}`](crate::{}::{text})", api[api[*id].resource].name.snake()),
        _ => format!("`{text}`"),
    }
}
