//! Unions whose members their JSON kinds tell apart.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::types::Scope;
use super::union_kind::{kind_docs, union_kind};
use super::value::holds_itself;
use crate::ir::{Scalar, TypeDef, TypeRef};

impl Scope<'_> {
    pub(super) fn emit_union(
        &self,
        def: &TypeDef,
        members: &[TypeRef],
        docs: &TokenStream,
    ) -> Vec<TokenStream> {
        let name = def.name.pascal_ident();
        let is_boxed = |member: &&TypeRef| holds_itself(self.api, def, member);
        // The runtime's `union!` makes the default of the first variant, so that one must not hold the union again.
        let (boxed, plain): (Vec<_>, Vec<_>) = members.iter().partition(is_boxed);
        let members = [plain, boxed].concat();
        let kinds: Vec<_> = members.iter().map(|member| union_kind(self.api, member)).collect();
        let variants = members.iter().zip(&kinds).map(|(member, kind)| {
            let ty = self.rust(member);
            let ty = if is_boxed(member) { quote!(Box<#ty>) } else { ty };
            let about = format!(" {}", kind_docs(kind));
            let kind = Ident::new(kind, Span::call_site());
            quote!(#[doc = #about] #kind(#ty))
        });
        let idents = kinds.iter().map(|kind| Ident::new(kind, Span::call_site()));
        let union = self.imports.codegen("union");
        let mut items = vec![
            quote! {
                #docs
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub enum #name {
                    #(#variants,)*
                }
            },
            quote!(#union!(#name, #(#idents),*);),
        ];
        if def.usage.requests {
            let conversions = members.iter().zip(&kinds);
            items.extend(
                conversions.flat_map(|(member, kind)| self.emit_conversions_of_kind(def, member, kind)),
            );
        }
        items
    }

    /// The conversions from what a variant holds, so that callers need not name it.
    fn emit_conversions_of_kind(&self, def: &TypeDef, member: &TypeRef, kind: &str) -> Vec<TokenStream> {
        let (name, kind) = (def.name.pascal_ident(), Ident::new(kind, Span::call_site()));
        let is_boxed = holds_itself(self.api, def, member);
        let held = if is_boxed { quote!(Box::new(value)) } else { quote!(value) };
        let conversion = |ty: TokenStream, held: TokenStream| {
            quote! {
                impl From<#ty> for #name {
                    #[inline]
                    fn from(value: #ty) -> Self {
                        Self::#kind(#held)
                    }
                }
            }
        };
        let text = matches!(member, TypeRef::Scalar(Scalar::Str))
            .then(|| conversion(quote!(&str), quote!(value.to_owned())));
        text.into_iter().chain([conversion(self.rust(member), held)]).collect()
    }
}
