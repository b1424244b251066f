//! Unions of objects that one of their members tells apart, or the members that they have.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::Scope;
use super::unknown::unknown_variant;
use super::value::holds_itself;
use crate::ir::{Prose, TaggedUnion, TypeDef, TypeId, TypeRef, Variant};

impl Scope<'_> {
    pub(super) fn emit_tagged_union(
        &self,
        def: &TypeDef,
        union: &TaggedUnion,
        docs: &TokenStream,
    ) -> Vec<TokenStream> {
        let name = def.name.pascal_ident();
        let TaggedUnion { by, variants } = union;
        let value = self.imports.public("Value");
        let each = variants.iter().map(|variant| {
            let (about, ident) = (self.variant_docs(variant), variant.name.pascal_ident());
            let ty = self.rust(&variant.ty);
            let ty = if holds_itself(self.api, def, &variant.ty) { quote!(Box<#ty>) } else { ty };
            quote!(#about #ident(#ty))
        });
        let fallback = unknown_variant();
        let about_unknown = match by {
            Some(by) => format!(" An object whose `{by}` is not documented, exactly as it came."),
            None => " An object that is none of these, exactly as it came.".to_owned(),
        };
        let mut items = vec![
            quote! {
                #docs
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub enum #name {
                    #(#each,)*
                    #[doc = #about_unknown]
                    #fallback(#value),
                }
            },
            self.emit_reading(def, union),
        ];
        let mut uses: BTreeMap<TypeId, usize> = BTreeMap::new();
        for id in variants.iter().filter_map(|variant| variant.ty.held()) {
            *uses.entry(id).or_default() += 1;
        }
        let is_only_one = |variant: &&Variant| variant.ty.held().is_some_and(|id| uses[&id] == 1);
        items.extend(variants.iter().filter(is_only_one).map(|variant| self.emit_conversion(def, variant)));
        items
    }

    /// How its objects are told apart, for the macro that reads and writes them.
    fn emit_reading(&self, def: &TypeDef, union: &TaggedUnion) -> TokenStream {
        let name = def.name.pascal_ident();
        let Some(by) = &union.by else {
            let union_by_members = self.imports.codegen("union_by_members");
            let variants = union.variants.iter().map(|variant| {
                let ident = variant.name.pascal_ident();
                let (needed, others) = variant.members(self.api);
                quote!(#ident needs [#(#needed),*] has [#(#others),*])
            });
            return quote!(#union_by_members!(#name, #(#variants),*););
        };
        let tagged_union = self.imports.codegen("tagged_union");
        let tags = union.variants.iter().map(|variant| {
            let (ident, tag) = (variant.name.pascal_ident(), &variant.tag);
            quote!(#ident = #tag)
        });
        quote!(#tagged_union!(#name by #by, #(#tags),*);)
    }

    /// What a variant is: its own words, or those of its type.
    fn variant_docs(&self, variant: &Variant) -> TokenStream {
        let of_type = || match &variant.ty {
            TypeRef::Def(id) => self.api[*id].docs.clone(),
            _ => Prose::default(),
        };
        docs::outer(&docs::said(&variant.docs.clone().unwrap_or_else(of_type)))
    }

    /// The conversion from the object of a variant, if no other variant has objects of that type.
    fn emit_conversion(&self, def: &TypeDef, variant: &Variant) -> TokenStream {
        let (name, ident, ty) =
            (def.name.pascal_ident(), variant.name.pascal_ident(), self.rust(&variant.ty));
        let is_boxed = holds_itself(self.api, def, &variant.ty);
        let held = if is_boxed { quote!(Box::new(object)) } else { quote!(object) };
        quote! {
            impl From<#ty> for #name {
                fn from(object: #ty) -> Self {
                    Self::#ident(#held)
                }
            }
        }
    }
}
