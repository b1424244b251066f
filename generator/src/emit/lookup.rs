//! Methods of structs that find an item of a list by its key.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use super::types::Scope;
use super::value::{Holding, holding};
use crate::ir::{Field, Lookup, Name, Presence, Shape, TypeDef};

/// The method that gives nothing where there is no such item.
pub(crate) fn find_method(name: &Name) -> String {
    format!("find_{name}")
}

impl Scope<'_> {
    /// The look-ups of a type, if it has any.
    pub(super) fn emit_lookups(&self, def: &TypeDef, fields: &[Field]) -> Option<TokenStream> {
        if def.lookups.is_empty() {
            return None;
        }
        let name = def.name.pascal_ident();
        let methods = def.lookups.iter().map(|lookup| self.emit_lookup(def, fields, lookup));
        Some(quote!(impl #name { #(#methods)* }))
    }

    /// The two methods of a look-up: one that fails when there is no such item, and one that gives `None`.
    fn emit_lookup(&self, def: &TypeDef, fields: &[Field], lookup: &Lookup) -> TokenStream {
        let item = &self.api[lookup.item];
        let Shape::Struct { fields: members, .. } = &item.shape else { return TokenStream::new() };
        let (name, find_name) = (lookup.name.snake_ident(), format_ident!("{}", find_method(&lookup.name)));
        let list = &fields[lookup.list];
        let list_ident = list.name.snake_ident();
        let items = match holding(self.api, def, list) {
            Holding::Plain | Holding::Empty => quote!(&self.#list_ident),
            Holding::Option | Holding::OptionBox => quote!(self.#list_ident.as_deref().unwrap_or_default()),
        };
        let keys = lookup.by.iter().map(|&index| key_of(&members[index]));
        let [find, found] = ["lookup", "found"].map(|helper| self.imports.codegen(helper));
        let error = self.imports.public("DecodeError");
        let search = quote!(#find(#items, key, &[#(#keys),*]));
        let (ty, body) = match lookup.value.map(|index| &members[index]) {
            None => (self.item_type(lookup), search),
            Some(value) => {
                let (ty, member) = (self.rust(&value.ty), value.name.snake_ident());
                let value = match holding(self.api, item, value) {
                    Holding::Plain | Holding::Empty => quote!(Some(&item.#member)),
                    Holding::Option => quote!(item.#member.as_ref()),
                    Holding::OptionBox => quote!(item.#member.as_deref()),
                };
                (ty, quote!(let item = #search?; #value))
            }
        };
        let errors = format!("# Errors\n\nWhen `{}` has no such item.", list.name);
        let main_docs = docs::outer(&[docs::said(&lookup.docs), vec![errors]].concat());
        let find_docs =
            docs::outer(&[format!("Like [`{0}`](Self::{0}), but `None` if there is none.", lookup.name)]);
        quote! {
            #main_docs
            #[inline]
            pub fn #name(&self, key: &str) -> Result<&#ty, #error> {
                #found(self.#find_name(key), key)
            }

            #find_docs
            #[must_use]
            pub fn #find_name(&self, key: &str) -> Option<&#ty> {
                #body
            }
        }
    }

    /// The type of the items.
    fn item_type(&self, lookup: &Lookup) -> TokenStream {
        let name = self.name(lookup.item);
        quote!(#name)
    }
}

/// A closure that gives the key of an item, if it has one.
fn key_of(field: &Field) -> TokenStream {
    let ident = field.name.snake_ident();
    if field.presence == Presence::Required {
        quote!(|item| Some(item.#ident.as_ref()))
    } else {
        quote!(|item| item.#ident.as_ref().map(AsRef::as_ref))
    }
}
