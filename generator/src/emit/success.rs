//! What a call returns whose status decides: an enum with a variant for each status.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs;
use super::import::Imports;
use super::value::rust_type;
use crate::ir::{Api, Endpoint, Resource, Response, StatusResponse, TypeRef};

/// The enum of an endpoint, and how it is read; nothing if its status decides nothing.
pub(super) fn emit_success(
    api: &Api,
    imports: &Imports<'_>,
    resource: &Resource,
    endpoint: &Endpoint,
) -> Vec<TokenStream> {
    let Response::ByStatus(cases) = &endpoint.response else { return Vec::new() };
    let name = endpoint.name.pascal_ident_with(SUCCESS);
    let (client, method) = (resource.accessor.pascal(), &endpoint.name);
    let about =
        format!("What [`{client}::{method}`](super::{client}::{method}) returns: the status decides.");
    let docs = docs::outer(&[about]);
    let variants = cases.iter().map(|case| {
        let (docs, ident) = (docs::outer(&[about_case(api, case)]), case.name.pascal_ident());
        let data = data_type(imports, case).map(|ty| quote!((#ty)));
        quote!(#docs #ident #data)
    });
    let read = cases.iter().map(|case| {
        let (status, ident) = (Literal::u16_unsuffixed(case.status), case.name.pascal_ident());
        let data = case.data.as_ref().map(|_| quote!((data)));
        quote!(#status = #ident #data)
    });
    let by_status = imports.codegen("by_status");
    vec![
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
            }
        },
        quote!(#by_status!(#name, #(#read),*);),
    ]
}

/// What is put after the name of an endpoint.
pub(super) const SUCCESS: &str = "Success";

/// The Rust type of what a status brings; `None` if it brings nothing.
fn data_type(imports: &Imports<'_>, case: &StatusResponse) -> Option<TokenStream> {
    let ty = rust_type(imports, case.data.as_ref()?, &|id| imports.def(id));
    Some(if case.optional { quote!(Option<#ty>) } else { ty })
}

/// The status, and what its data is.
fn about_case(api: &Api, case: &StatusResponse) -> String {
    let status = case.status;
    match &case.data {
        None => format!("{status}, without data."),
        Some(TypeRef::Def(id)) => format!("{status}: {}", docs::text(&api[*id].docs)),
        Some(_) => format!("{status}, with data."),
    }
}
