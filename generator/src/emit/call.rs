//! `<resource>/calls.rs`: a builder for each endpoint of a resource.

use proc_macro2::TokenStream;
use quote::quote;

use super::argument::emit_part;
use super::docs;
use super::import::Imports;
use super::inline::inline;
use super::module::Module;
use super::success::{SUCCESS, emit_success};
use super::upload::emit_upload_call;
use super::value::{argument, argument_type, rust_type};
use crate::ir::{
    Api, Append, Effect, Endpoint, Field, Param, Presence, Resource, Response, Shape, Stream, StreamKind,
};

pub(super) fn emit_calls(api: &Api, resource: &Resource) -> Module {
    let imports = Imports::below_resource(api, resource.id);
    let own: Vec<_> =
        resource.endpoints.iter().flat_map(|&id| emit_call(api, &imports, resource, &api[id])).collect();
    let uploads: Vec<_> = (api.uploads_of(resource.id))
        .flat_map(|upload| emit_upload_call(api, &imports, resource, upload))
        .collect();
    let mut items = imports.items();
    items.extend(own);
    items.extend(uploads);
    let about = format!("Calls of `{}` that are being put together.", resource.name);
    Module { path: format!("src/{}/calls.rs", resource.name), docs: docs::inner(&[about]), items }
}

/// The builder of one endpoint's calls: a struct, its setters, and how it is sent.
fn emit_call(api: &Api, imports: &Imports<'_>, resource: &Resource, endpoint: &Endpoint) -> Vec<TokenStream> {
    let call = imports.codegen("Call");
    let name = endpoint.name.pascal_ident_with("Call");
    let (client, method) = (resource.accessor.pascal(), &endpoint.name);
    let about = format!("A call of [`{client}::{method}`](super::{client}::{method}), sent by `send`.");
    let docs = docs::outer(&[about]);
    let mut items = vec![quote! {
        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a call does nothing until it is sent"]
        pub struct #name(pub(super) #call);
    }];
    let optional: Vec<&Param> = endpoint.params.iter().filter(|param| param.is_setter()).collect();
    if !optional.is_empty() {
        let setters = optional.iter().flat_map(|param| {
            let append = param.append.as_ref().map(|append| emit_append(api, imports, param, append));
            std::iter::once(emit_setter(api, imports, param)).chain(append)
        });
        items.push(quote!(impl #name { #(#setters)* }));
    }
    items.push(emit_send(imports, endpoint, &name));
    items.extend(emit_success(api, imports, resource, endpoint));
    items
}

/// A setter of an optional parameter.
fn emit_setter(api: &Api, imports: &Imports<'_>, param: &Param) -> TokenStream {
    let field = &param.field;
    let docs = docs::outer(&docs::param(param));
    let ident = field.name.snake_ident();
    let argument = argument(api, imports, &field.ty, &ident, &|id| imports.def(id));
    let ty = argument.ty;
    let part = emit_part(imports, param, &|_| argument.value.clone());
    let inline = inline(&ty);
    quote! {
        #docs
        #inline
        pub fn #ident(self, #ident: #ty) -> Self {
            Self(self.0 #part)
        }
    }
}

/// A setter that adds one item to a list.
fn emit_append(api: &Api, imports: &Imports<'_>, param: &Param, append: &Append) -> TokenStream {
    let Shape::Struct { fields: members, .. } = &api[append.item].shape else { return TokenStream::new() };
    let docs = docs::outer(&docs::said(&append.docs));
    let (ident, item, wire) = (append.name.snake_ident(), imports.def(append.item), &param.field.wire);
    let given: Vec<&Field> = append.set.iter().map(|&index| &members[index]).collect();
    let arguments = given.iter().map(|field| {
        let ident = field.name.snake_ident();
        let ty = argument_type(api, imports, &field.ty, &|id| imports.def(id));
        quote!(#ident: #ty)
    });
    let required = members.iter().filter(|field| field.presence == Presence::Required);
    let required = required.map(|field| field.name.snake_ident());
    let setters = given.iter().filter(|field| field.presence == Presence::Optional).map(|field| {
        let ident = field.name.snake_ident();
        quote!(.#ident(#ident))
    });
    quote! {
        #docs
        pub fn #ident(self, #(#arguments),*) -> Self {
            Self(self.0.append(#wire, &#item::new(#(#required),*) #(#setters)*))
        }
    }
}

/// The `call_builder!` that gives a call `send` and its like.
fn emit_send(imports: &Imports<'_>, endpoint: &Endpoint, name: &proc_macro2::Ident) -> TokenStream {
    let builder = imports.codegen("call_builder");
    let rust = |ty| rust_type(imports, ty, &|id| imports.def(id));
    if let Some(paging) = &endpoint.paging {
        let data = endpoint.response.data().map(rust);
        return match &paging.list {
            // A list inside the data may have other members beside it, so the data is named as well.
            Some(list) if !list.path.is_empty() => {
                let item = rust(&list.item);
                quote!(#builder!(#name reads pages of #item, in #data);)
            }
            Some(list) => {
                let item = rust(&list.item);
                quote!(#builder!(#name reads pages of #item);)
            }
            None => quote!(#builder!(#name reads whole pages of #data);),
        };
    }
    let data = match &endpoint.response {
        Response::Stream(stream) => return emit_stream(imports, endpoint, name, stream),
        Response::Bytes => {
            return quote!(#builder!(#name reads a file););
        }
        Response::Nothing => quote!(nothing),
        Response::Data(ty) => rust(ty),
        Response::Optional(ty) => {
            let ty = rust(ty);
            quote!(Option<#ty>)
        }
        Response::ByStatus(_) => {
            let success = endpoint.name.pascal_ident_with(SUCCESS);
            quote!(by status #success)
        }
    };
    match endpoint.effect {
        Effect::Read => quote!(#builder!(#name reads, and returns #data);),
        Effect::Write | Effect::Destroy => quote!(#builder!(#name writes, and returns #data);),
    }
}

/// The `call_builder!` of a call whose response is a stream.
fn emit_stream(
    imports: &Imports<'_>,
    endpoint: &Endpoint,
    name: &proc_macro2::Ident,
    stream: &Stream,
) -> TokenStream {
    let [builder, form] = ["call_builder", "StreamForm"].map(|name| imports.codegen(name));
    let item = rust_type(imports, &stream.item, &|id| imports.def(id));
    let kind = match stream.kind {
        StreamKind::Events => quote!(events()),
        StreamKind::Lines => quote!(lines()),
    };
    let end = stream.end.as_ref().map(|end| match stream.needs_end {
        true => quote!(.until(#end)),
        false => quote!(.until_maybe(#end)),
    });
    match endpoint.effect {
        Effect::Read => quote!(#builder!(#name reads, and streams #item as #form::#kind #end);),
        Effect::Write | Effect::Destroy => {
            quote!(#builder!(#name writes, and streams #item as #form::#kind #end);)
        }
    }
}
