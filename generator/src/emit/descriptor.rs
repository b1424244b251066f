//! Parts of descriptors that several modules emit.

use proc_macro2::TokenStream;
use quote::quote;

use super::import::Imports;
use crate::ir::{Api, Credential, JsonPath, Template, TemplatePart};

/// A way into a document.
pub(super) fn way(location: &JsonPath) -> TokenStream {
    quote!(&[#(#location),*])
}

/// An optional way into a document.
pub(super) fn optional_way(location: Option<&JsonPath>) -> TokenStream {
    match location {
        Some(location) => {
            let way = way(location);
            quote!(Some(#way))
        }
        None => quote!(None),
    }
}

/// The parts of a template.
pub(super) fn template(api: &Api, imports: &Imports<'_>, template: &Template) -> TokenStream {
    let parts = template.0.iter().map(|part| {
        let kind = imports.codegen("TemplatePart");
        match part {
            TemplatePart::Text(text) => quote!(#kind::Text(#text)),
            TemplatePart::Token => quote!(#kind::Token),
            TemplatePart::IdempotencyKey => quote!(#kind::IdempotencyKey),
            TemplatePart::Variable(id) => {
                let name = api[*id].name.snake();
                quote!(#kind::Variable(#name))
            }
            TemplatePart::Input(index) => {
                let index = proc_macro2::Literal::usize_unsuffixed(*index);
                quote!(#kind::Input(#index))
            }
        }
    });
    quote!(&[#(#parts),*])
}

/// The name by which the runtime knows a credential.
pub(super) fn credential_name(credential: &Credential) -> &str {
    credential.name.snake()
}
