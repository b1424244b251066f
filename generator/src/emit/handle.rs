//! `<resource>.rs`: the handle of a resource and its methods.

use proc_macro2::TokenStream;
use quote::quote;

use super::filter::filters_of;
use super::import::Imports;
use super::literal::json;
use super::value::argument;
use super::{Module, docs, limits};
use crate::ir::{Api, Effect, Field, Group, GroupId, Operation, Param, Place, Presence, Scalar, TypeRef};

pub(super) fn emit_handle(api: &Api, group: &Group) -> Module {
    let id = group_id(api, group);
    let imports = Imports::in_group(api, id);
    let mut own = Vec::new();
    if !group.operations.is_empty() {
        own.push(emit_struct(&imports, group));
        own.push(emit_methods(api, &imports, group));
    }
    let mut items = emit_modules(api, group);
    items.extend(imports.items());
    items.extend(own);
    Module { path: format!("src/{}.rs", group.name), docs: docs::inner(&[docs::text(&group.docs)]), items }
}

/// The id of a group, which it does not hold itself.
pub(super) fn group_id(api: &Api, group: &Group) -> GroupId {
    let index =
        api.groups.iter().position(|known| known.name == group.name).expect("the group is one of the API's");
    GroupId(index)
}

fn emit_modules(api: &Api, group: &Group) -> Vec<TokenStream> {
    let mut modules = Vec::new();
    if !group.operations.is_empty() {
        modules.push(quote!(
            mod calls;
        ));
        modules.push(quote!(
            pub(crate) mod endpoints;
        ));
    }
    if !group.types.is_empty() {
        modules.push(quote!(
            mod types;
        ));
        if super::wire::is_needed(api, group) {
            modules.push(quote!(
                mod wire;
            ));
        }
    }
    for filter in filters_of(api, group) {
        let name = filter.name.snake_ident();
        modules.push(quote!(pub mod #name;));
    }
    if !group.operations.is_empty() {
        modules.push(quote!(
            pub use self::calls::*;
        ));
    }
    if !group.types.is_empty() {
        modules.push(quote!(
            pub use self::types::*;
        ));
    }
    modules
}

fn emit_struct(imports: &Imports<'_>, group: &Group) -> TokenStream {
    let client = imports.codegen("Client");
    let name = group.accessor.pascal_ident();
    let way = format!("Comes from [`Client::{}`](crate::Client::{}).", group.accessor, group.accessor);
    let docs = docs::outer(&[docs::text(&group.docs), way]);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name(pub(crate) #client);
    }
}

fn emit_methods(api: &Api, imports: &Imports<'_>, group: &Group) -> TokenStream {
    let name = group.accessor.pascal_ident();
    let methods = group.operations.iter().map(|&id| emit_method(api, imports, &api[id]));
    quote! {
        impl #name {
            #(#methods)*
        }
    }
}

fn emit_method(api: &Api, imports: &Imports<'_>, operation: &Operation) -> TokenStream {
    let docs = docs::outer(&method_docs(api, operation));
    let deprecated = operation.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
    let name = operation.name.snake_ident();
    let call_ty = operation.name.pascal_ident_with("Call");
    let call = imports.codegen("Call");
    let endpoint = operation.name.shouty_ident();
    let required: Vec<&Param> = operation.params.iter().filter(|param| !param.is_setter()).collect();
    let arguments = required.iter().filter(|param| param.is_argument()).map(|param| {
        let ident = param.field.name.snake_ident();
        let ty = argument(api, imports, &param.field.ty, &ident, &|id| imports.def(id)).ty;
        quote!(#ident: #ty)
    });
    let arguments = quote!(#(#arguments),*);
    // More than the one call that an endpoint without arguments makes is better compiled once.
    let inline = required.is_empty().then(|| quote!(#[inline]));
    let parts = required.iter().map(|param| {
        emit_part(param.place, &param.field, &|ident| {
            argument(api, imports, &param.field.ty, ident, &|id| imports.def(id)).value
        })
    });
    quote! {
        #docs
        #deprecated
        #inline
        pub fn #name(&self, #arguments) -> #call_ty {
            #call_ty(#call::new(&self.0, &endpoints::#endpoint) #(#parts)*)
        }
    }
}

/// The method call that puts a parameter into a call.
pub(super) fn emit_part(
    place: Place,
    field: &Field,
    value: &dyn Fn(&proc_macro2::Ident) -> TokenStream,
) -> TokenStream {
    let wire = &field.wire;
    let ident = field.name.snake_ident();
    if let Presence::Constant(literal) = &field.presence {
        let json = json(literal);
        return match place {
            Place::Path => quote!(.path(#wire, &#json)),
            Place::Query => quote!(.query(#wire, &#json)),
            Place::Body => quote!(.body_json(#wire, #json)),
        };
    }
    let value = value(&ident);
    match (place, &field.ty) {
        (Place::Body, TypeRef::Scalar(Scalar::File)) => quote!(.file(#wire, #value)),
        (Place::Path, _) => quote!(.path(#wire, &#value)),
        (Place::Query, _) => quote!(.query(#wire, &#value)),
        (Place::Body, _) => quote!(.body(#wire, &#value)),
    }
}

fn method_docs(api: &Api, operation: &Operation) -> Vec<String> {
    let effect = match operation.effect {
        Effect::Read => "read",
        Effect::Write => "write",
    };
    let title =
        operation.title_zh.as_ref().map(|title| format!("《{}》, ", docs::text(title))).unwrap_or_default();
    let route = format!(
        "`{} {}`, {title}{effect}, {}.",
        operation.method.as_str(),
        operation.path,
        limits::of(api, operation.limits)
    );
    let mut paragraphs = vec![docs::text(&operation.summary)];
    paragraphs.extend(operation.docs.as_ref().map(|more| docs::text(more)));
    paragraphs.extend(docs::rules(&operation.rules, &|index| &operation.params[index].field.name));
    paragraphs.push(route);
    paragraphs.extend(
        operation.permission.as_ref().map(|needed| format!("Needs the permission {}.", docs::text(needed))),
    );
    paragraphs.extend(argument_docs(operation));
    paragraphs.extend(error_docs(api, operation));
    paragraphs.extend(docs::sources(api, &operation.sources));
    paragraphs
}

/// What the arguments mean, as a list.
fn argument_docs(operation: &Operation) -> Option<String> {
    let required = operation.params.iter().filter(|param| param.is_argument());
    let lines: Vec<String> = required
        .map(|param| format!("- `{}`: {}", param.field.name, docs::field(&param.field).join(" ")))
        .collect();
    // A lone line would be taken for running text and wrapped.
    (!lines.is_empty()).then(|| format!("# Arguments\n\n{}", lines.join("\n")))
}

/// The codes to expect, as a list.
fn error_docs(api: &Api, operation: &Operation) -> Option<String> {
    let lines: Vec<String> = (operation.errors.iter())
        .map(|&id| format!("- {}: {}", api[id].code, docs::text(&api[id].meaning)))
        .collect();
    (!lines.is_empty()).then(|| format!("# Errors\n\nCodes to expect:\n{}", lines.join("\n")))
}
