//! `#[inline]`: code of a function is made where it is used, and nowhere else.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// The attribute for a function that does no more than one call. Most callers use few of them, and those that nobody
/// uses cost nothing.
///
/// A generic function, told by an `impl` in its `signature`, is compiled where it is used anyway.
pub(super) fn inline(signature: &TokenStream) -> Option<TokenStream> {
    (!is_generic(signature)).then(|| quote!(#[inline]))
}

fn is_generic(signature: &TokenStream) -> bool {
    signature.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "impl",
        TokenTree::Group(resource) => is_generic(&resource.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
