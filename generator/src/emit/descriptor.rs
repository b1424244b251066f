//! Parts of descriptors that several modules emit.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::import::Imports;
use crate::ir::{Api, Credential, JsonPath, Template, TemplatePart};

/// A path into a JSON document.
pub(super) fn json_path(path: &JsonPath) -> TokenStream {
    quote!(&[#(#path),*])
}

/// A path into a JSON document that may be absent.
pub(super) fn optional_json_path(path: Option<&JsonPath>) -> TokenStream {
    match path {
        Some(path) => {
            let path = json_path(path);
            quote!(Some(#path))
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
                let index = Literal::usize_unsuffixed(*index);
                quote!(#kind::Input(#index))
            }
            TemplatePart::Basic(user, password) => {
                let [user, password] = [user, password].map(|index| Literal::usize_unsuffixed(*index));
                quote!(#kind::Basic(#user, #password))
            }
        }
    });
    quote!(&[#(#parts),*])
}

/// The name by which the runtime knows a credential.
pub(super) fn credential_name(credential: &Credential) -> &str {
    credential.name.snake()
}
