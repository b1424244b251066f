//! Parts of descriptors that several modules emit.

use proc_macro2::TokenStream;
use quote::quote;

use super::import::Imports;
use crate::ir::{Api, Credential, Location, Piece, Template};

/// A way into a document.
pub(super) fn way(location: &Location) -> TokenStream {
    quote!(&[#(#location),*])
}

/// An optional way into a document.
pub(super) fn optional_way(location: Option<&Location>) -> TokenStream {
    match location {
        Some(location) => {
            let way = way(location);
            quote!(Some(#way))
        }
        None => quote!(None),
    }
}

/// The pieces of a template.
pub(super) fn template(api: &Api, imports: &Imports<'_>, template: &Template) -> TokenStream {
    let pieces = template.0.iter().map(|piece| {
        let kind = imports.codegen("TemplatePart");
        match piece {
            Piece::Text(text) => quote!(#kind::Text(#text)),
            Piece::Token => quote!(#kind::Token),
            Piece::IdempotencyKey => quote!(#kind::IdempotencyKey),
            Piece::Variable(id) => {
                let name = api[*id].name.snake();
                quote!(#kind::Variable(#name))
            }
            Piece::Input(index) => {
                let index = proc_macro2::Literal::usize_unsuffixed(*index);
                quote!(#kind::Input(#index))
            }
        }
    });
    quote!(&[#(#pieces),*])
}

/// The name by which the runtime knows a credential.
pub(super) fn credential_name(credential: &Credential) -> &str {
    credential.name.snake()
}
