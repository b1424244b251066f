//! `#[inline]`: machine code of a function is made in the crates that call it, and nowhere else.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// The attribute for a function that does no more than one call. Most callers use few of them, and those that nobody
/// uses cost nothing.
///
/// A generic function, told by an `impl` in its `signature`, is compiled where it is used anyway.
pub(super) fn inline(signature: &TokenStream) -> Option<TokenStream> {
    (!is_generic(signature)).then(|| quote!(#[inline]))
}

/// Whether a signature holds an `impl` argument.
fn is_generic(signature: &TokenStream) -> bool {
    signature.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "impl",
        TokenTree::Group(group) => is_generic(&group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
