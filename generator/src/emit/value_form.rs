//! Values of any kind that are known to take some forms: a newtype with a maker and a reader for each.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use super::inline::inline;
use super::types::Scope;
use super::value::argument;
use crate::ir::{Name, Scalar, TypeDef, TypeRef, ValueForm};

const ERRORS: &str = "# Errors\n\nWhen the value has another shape; the error names what was found.";

/// The method that reads a value of a form.
pub(crate) fn read_method(form: &Name) -> String {
    format!("as_{form}")
}

impl Scope<'_> {
    /// The newtype.
    pub(super) fn emit_any(
        &self,
        def: &TypeDef,
        forms: &[ValueForm],
        docs: &TokenStream,
    ) -> Vec<TokenStream> {
        let name = def.name.pascal_ident();
        let (value, kind) = (self.imports.public("Value"), self.imports.codegen("any_value"));
        let makers = forms.iter().filter(|_| def.usage.requests).map(|form| self.emit_maker(form));
        let readers = forms.iter().filter(|_| def.usage.responses).map(|form| self.emit_reader(form));
        let mut items = vec![
            quote! {
                #docs
                #[derive(Clone, Debug, Default, PartialEq)]
                pub struct #name(#value);
            },
            quote!(#kind!(#name);),
            quote! {
                impl #name {
                    #(#makers)*
                    #(#readers)*
                }
            },
        ];
        if def.usage.requests {
            items.extend(self.emit_conversions(def, forms));
        }
        items
    }

    /// A function that makes a value of a form; `None` for a form that is never written.
    fn emit_maker(&self, form: &ValueForm) -> Option<TokenStream> {
        let (ident, value) = (form.name.snake_ident(), format_ident!("value"));
        let argument = argument(self.api, self.imports, form.write.as_ref()?, &value, &|id| self.name(id));
        let docs = docs::outer(&docs::said(&form.docs));
        let to_value = self.imports.codegen("to_value");
        let (ty, expression) = (argument.ty, argument.value);
        let inline = inline(&ty);
        Some(quote! {
            #docs
            #[must_use]
            #inline
            pub fn #ident(value: #ty) -> Self {
                Self(#to_value(&#expression))
            }
        })
    }

    /// A method that reads a value of a form; `None` for a form of which nothing is known to be read.
    fn emit_reader(&self, form: &ValueForm) -> Option<TokenStream> {
        let ident = format_ident!("{}", read_method(&form.name));
        let ty = self.rust(form.read.as_ref()?);
        let ty = if form.nullable { quote!(Option<#ty>) } else { ty };
        let mut about = match &form.write {
            Some(_) => format!("Reads a value of the form [`{0}`](Self::{0}).", form.name),
            None => docs::text(&form.docs),
        };
        if form.nullable {
            about.push_str(" `None` stands for `null`.");
        }
        let docs = docs::outer(&[about, ERRORS.to_owned()]);
        let (from_value, error) = (self.imports.codegen("from_value"), self.imports.public("DecodeError"));
        Some(quote! {
            #docs
            #[inline]
            pub fn #ident(&self) -> Result<#ty, #error> {
                #from_value(&self.0)
            }
        })
    }

    /// Whether a type is the one that is emitted. It needs no `From` for itself: the language has that.
    fn is_own_type(&self, ty: &TypeRef, def: &TypeDef) -> bool {
        matches!(ty, TypeRef::Def(id) if self.api[*id].name == def.name)
    }

    /// A `From` for each type that a form has; the first such form gives the meaning.
    fn emit_conversions(&self, def: &TypeDef, forms: &[ValueForm]) -> Vec<TokenStream> {
        let name = def.name.pascal_ident();
        let mut seen = Vec::new();
        let mut items = Vec::new();
        for form in forms {
            let Some(ty) = &form.write else { continue };
            if seen.contains(&ty) || matches!(ty, TypeRef::Scalar(Scalar::Any)) || self.is_own_type(ty, def) {
                continue;
            }
            seen.push(ty);
            let maker = form.name.snake_ident();
            let texts = matches!(ty, TypeRef::Scalar(Scalar::Str)).then(|| quote!(&str));
            for ty in texts.into_iter().chain([self.rust(ty)]) {
                items.push(quote! {
                    impl From<#ty> for #name {
                        #[inline]
                        fn from(value: #ty) -> Self {
                            Self::#maker(value)
                        }
                    }
                });
            }
        }
        items
    }
}
