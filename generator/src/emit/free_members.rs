//! Members that an object holds beside its fields: one map of all of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::Scope;
use crate::ir::FreeMembers;

/// What they are called together, where the spec gives nothing else this name.
pub(crate) const FREE: &str = "free";
/// The same of the members that depend on what an object is.
pub(crate) const VARIANT: &str = "variant";

impl Scope<'_> {
    /// The member of the struct that holds them.
    pub(super) fn emit_free_member(&self, free: &FreeMembers) -> TokenStream {
        let (docs, ident, ty) = (about(false), free.name.snake_ident(), self.rust(&free.map()));
        quote!(#docs pub #ident: #ty,)
    }

    /// Its setter.
    pub(super) fn emit_free_setter(&self, free: &FreeMembers) -> TokenStream {
        self.emit_setter_of(&about(true), &free.name, &free.map(), |value| value)
    }
}

/// What is said of them; whoever sends them has to choose their names.
fn about(is_setter: bool) -> TokenStream {
    let choice = if is_setter { " A name that a field has is refused." } else { "" };
    docs::outer(&[format!("The members that have no field of their own, by their names.{choice}")])
}
