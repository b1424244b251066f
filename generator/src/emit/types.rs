//! `<resource>/types.rs`: the types of a resource, as people see them.

use proc_macro2::{Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::docs;
use super::import::Imports;
use super::inline::inline;
use super::module::Module;
use super::unknown::unknown_variant;
use super::value::{Holding, argument, holding, is_made_of_text, rust_type};
use crate::ir::{
    Api, EnumRepr, EnumValue, Field, FreeMembers, FurtherMembers, IdRepr, Literal, Name, Presence, Resource,
    Shape, TypeDef, TypeId, TypeRef,
};

/// The constructor of a struct that is sent.
pub(crate) const NEW: &str = "new";

pub(super) fn emit_types(api: &Api, resource: &Resource) -> Module {
    let imports = Imports::below_resource(api, resource.id);
    let scope = Scope { api, imports: &imports, resource };
    let own: Vec<_> = (resource.types.iter())
        .flat_map(|&id| {
            let mut items = scope.emit_type(&api[id]);
            if api[id].usage.keys {
                items.extend(scope.emit_enum_key(&api[id]));
            }
            items
        })
        .collect();
    let mut items = imports.items();
    items.extend(own);
    let about = format!("Types of `{}`.", resource.name);
    Module { path: format!("src/{}/types.rs", resource.name), docs: docs::inner(&[about]), items }
}

/// What types are emitted with.
pub(super) struct Scope<'a> {
    pub(super) api: &'a Api,
    pub(super) imports: &'a Imports<'a>,
    resource: &'a Resource,
}

impl Scope<'_> {
    /// A type by its name; those of the same file need no import.
    pub(super) fn name(&self, id: TypeId) -> proc_macro2::Ident {
        if self.api[id].resource == self.resource.id { self.imports.local(id) } else { self.imports.def(id) }
    }

    /// The Rust type of a value.
    pub(super) fn rust(&self, ty: &TypeRef) -> TokenStream {
        rust_type(self.imports, ty, &|id| self.name(id))
    }

    fn emit_type(&self, def: &TypeDef) -> Vec<TokenStream> {
        let mut paragraphs = docs::prose(&def.docs);
        paragraphs.extend(docs::others(&def.docs));
        paragraphs.extend(def.example.as_ref().map(docs::example));
        if let Shape::Struct { fields, .. } = &def.shape {
            paragraphs.extend(docs::rules(&def.rules, &def.weak_rules, &|index| &fields[index].name));
        }
        paragraphs.extend(docs::sources(self.api, &def.sources));
        let docs = docs::outer(&paragraphs);
        match &def.shape {
            Shape::Id(repr) => self.emit_id(def, *repr, &docs),
            Shape::Struct { fields, free, variant } => {
                let variant = variant.as_ref().map(FurtherMembers::as_field);
                let members: Vec<&Field> = fields.iter().chain(&variant).collect();
                let mut items = self.emit_struct(def, &members, free.as_ref(), &docs);
                items.extend(self.emit_lookups(def, fields));
                items
            }
            Shape::Enum { repr, values } => self.emit_enum(def, *repr, values, &docs),
            Shape::Union(variants) => self.emit_union(def, variants, &docs),
            Shape::Tagged(union) => self.emit_tagged_union(def, union, &docs),
            Shape::Any(forms) => self.emit_any(def, forms, &docs),
        }
    }

    fn emit_id(&self, def: &TypeDef, repr: IdRepr, docs: &TokenStream) -> Vec<TokenStream> {
        let name = def.name.pascal_ident();
        let (inner, copy, kind) = match repr {
            IdRepr::Str => (quote!(String), TokenStream::new(), self.imports.codegen("string_id")),
            IdRepr::Int => (quote!(i64), quote!(Copy,), self.imports.codegen("integer_id")),
        };
        vec![
            quote! {
                #docs
                #[derive(Clone, #copy Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
                pub struct #name(#inner);
            },
            quote!(#kind!(#name);),
        ]
    }

    fn emit_struct(
        &self,
        def: &TypeDef,
        fields: &[&Field],
        free: Option<&FreeMembers>,
        docs: &TokenStream,
    ) -> Vec<TokenStream> {
        let name = def.name.pascal_ident();
        let is_visible = |field: &&Field| !matches!(field.presence, Presence::Constant(_));
        let visible: Vec<&Field> = fields.iter().copied().filter(is_visible).collect();
        let members = visible.iter().map(|field| {
            let docs = docs::outer(&docs::field(field));
            let (ident, ty) = (field.name.snake_ident(), self.field_type(def, field));
            quote!(#docs pub #ident: #ty)
        });
        let free_member = free.map(|free| self.emit_free_member(free));
        let mut items = vec![quote! {
            #docs
            #[derive(Clone, PartialEq)]
            #[non_exhaustive]
            pub struct #name {
                #(#members,)*
                #free_member
            }
        }];
        if def.usage.requests {
            items.push(self.emit_setters(def, &visible, free));
            items.extend(self.emit_from_text(def));
        }
        items
    }

    fn field_type(&self, def: &TypeDef, field: &Field) -> TokenStream {
        let ty = self.rust(&field.ty);
        match holding(self.api, def, field) {
            Holding::Plain | Holding::Empty => ty,
            Holding::Option => quote!(Option<#ty>),
            Holding::OptionBox => quote!(Option<Box<#ty>>),
        }
    }

    /// What a caller needs to make a value: required fields as arguments of `new`, the others as setters.
    fn emit_setters(&self, def: &TypeDef, fields: &[&Field], free: Option<&FreeMembers>) -> TokenStream {
        let name = def.name.pascal_ident();
        let required: Vec<&&Field> =
            fields.iter().filter(|field| field.presence == Presence::Required).collect();
        let arguments = required.iter().map(|field| {
            let ident = field.name.snake_ident();
            let ty = argument(self.api, self.imports, &field.ty, &ident, &|id| self.name(id)).ty;
            quote!(#ident: #ty)
        });
        let arguments = quote!(#(#arguments),*);
        let (new, inline_new) = (format_ident!("{NEW}"), inline(&arguments));
        let values = required.iter().map(|field| {
            let ident = field.name.snake_ident();
            let value = argument(self.api, self.imports, &field.ty, &ident, &|id| self.name(id)).value;
            if ident == value.to_string() { quote!(#ident) } else { quote!(#ident: #value) }
        });
        let rest = (required.len() < fields.len() || free.is_some()).then(|| quote!(..Default::default()));
        let about =
            if required.is_empty() { " One with nothing set." } else { " One with what it must have." };
        let optional = fields.iter().filter(|field| field.presence == Presence::Optional);
        let setters = optional.map(|field| self.emit_setter(def, field));
        let free_setter = free.map(|free| self.emit_free_setter(free));
        quote! {
            impl #name {
                #[doc = #about]
                #[must_use]
                #inline_new
                pub fn #new(#arguments) -> Self {
                    Self { #(#values,)* #rest }
                }
                #(#setters)*
                #free_setter
            }
        }
    }

    /// A struct with one required text member can be made of that text.
    fn emit_from_text(&self, def: &TypeDef) -> Vec<TokenStream> {
        if !is_made_of_text(self.api, def) {
            return Vec::new();
        }
        let name = def.name.pascal_ident();
        let from = |ty: TokenStream| {
            quote! {
                impl From<#ty> for #name {
                    #[inline]
                    fn from(value: #ty) -> Self {
                        Self::new(value)
                    }
                }
            }
        };
        vec![from(quote!(&str)), from(quote!(String))]
    }

    fn emit_setter(&self, def: &TypeDef, field: &Field) -> TokenStream {
        let docs = docs::outer(&docs::field(field));
        self.emit_setter_of(&docs, &field.name, &field.ty, |value| match holding(self.api, def, field) {
            Holding::Plain | Holding::Empty => value,
            Holding::Option => quote!(Some(#value)),
            Holding::OptionBox => quote!(Some(Box::new(#value))),
        })
    }

    /// A setter of a member: `held` is what the member holds of a value.
    pub(super) fn emit_setter_of(
        &self,
        docs: &TokenStream,
        name: &Name,
        ty: &TypeRef,
        held: impl FnOnce(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let ident = name.snake_ident();
        let argument = argument(self.api, self.imports, ty, &ident, &|id| self.name(id));
        let (ty, value) = (argument.ty, held(argument.value));
        let inline = inline(&ty);
        quote! {
            #docs
            #[must_use]
            #inline
            pub fn #ident(mut self, #ident: #ty) -> Self {
                self.#ident = #value;
                self
            }
        }
    }

    fn emit_enum(
        &self,
        def: &TypeDef,
        repr: EnumRepr,
        values: &[EnumValue],
        docs: &TokenStream,
    ) -> Vec<TokenStream> {
        let name = def.name.pascal_ident();
        let variants = values.iter().map(|value| {
            let (docs, name) = (docs::outer(&docs::said(&value.docs)), value.name.pascal_ident());
            quote!(#docs #name)
        });
        let fallback = unknown_variant();
        let (copy, unknown) = match repr {
            EnumRepr::Str => (TokenStream::new(), quote!(String)),
            EnumRepr::Int => (quote!(Copy,), quote!(i64)),
        };
        vec![
            quote! {
                #docs
                #[derive(Clone, #copy Debug, PartialEq, Eq, Hash)]
                #[non_exhaustive]
                pub enum #name {
                    #(#variants,)*
                    #[doc = " A value that is not documented."]
                    #fallback(#unknown),
                }
            },
            self.emit_enum_values(&name, repr, values),
            self.emit_enum_from(&name, repr, values),
            self.emit_enum_macro(&name, repr, values),
        ]
    }

    /// The method that gives an enum's value as it travels.
    fn emit_enum_values(
        &self,
        name: &proc_macro2::Ident,
        repr: EnumRepr,
        values: &[EnumValue],
    ) -> TokenStream {
        let names: Vec<_> = values.iter().map(|value| value.name.pascal_ident()).collect();
        let wire: Vec<_> = values.iter().map(|value| token(&value.value)).collect();
        let fallback = unknown_variant();
        match repr {
            EnumRepr::Str => quote! {
                impl #name {
                    #[doc = " The value as it travels."]
                    #[must_use]
                    pub fn as_str(&self) -> &str {
                        match self {
                            #(Self::#names => #wire,)*
                            Self::#fallback(value) => value,
                        }
                    }
                }
            },
            EnumRepr::Int => quote! {
                impl #name {
                    #[doc = " The value as it travels."]
                    #[must_use]
                    pub fn get(self) -> i64 {
                        match self {
                            #(Self::#names => #wire,)*
                            Self::#fallback(value) => value,
                        }
                    }
                }
            },
        }
    }

    /// The conversion from a value as it travels.
    fn emit_enum_from(&self, name: &proc_macro2::Ident, repr: EnumRepr, values: &[EnumValue]) -> TokenStream {
        let names: Vec<_> = values.iter().map(|value| value.name.pascal_ident()).collect();
        let wire: Vec<_> = values.iter().map(|value| token(&value.value)).collect();
        let (ty, unknown) = match repr {
            EnumRepr::Str => (quote!(&str), quote!(other.to_owned())),
            EnumRepr::Int => (quote!(i64), quote!(other)),
        };
        let fallback = unknown_variant();
        let also = values.iter().map(|value| {
            let also = value.also.iter().map(token);
            quote!(#(| #also)*)
        });
        quote! {
            impl From<#ty> for #name {
                fn from(value: #ty) -> Self {
                    match value {
                        #(#wire #also => Self::#names,)*
                        other => Self::#fallback(#unknown),
                    }
                }
            }
        }
    }

    /// What the runtime adds to an enum: reading, writing and the like. It is told the variant for the empty text or 0, if
    /// there is one, which is the enum's default.
    fn emit_enum_macro(
        &self,
        name: &proc_macro2::Ident,
        repr: EnumRepr,
        values: &[EnumValue],
    ) -> TokenStream {
        let (kind, empty) = match repr {
            EnumRepr::Str => (self.imports.codegen("string_enum"), Literal::Str(String::new())),
            EnumRepr::Int => (self.imports.codegen("integer_enum"), Literal::Int(0)),
        };
        let variant = values.iter().find(|value| value.value == empty || value.also.contains(&empty));
        let variant = variant.map(|value| {
            let variant = value.name.pascal_ident();
            quote!(, Self::#variant)
        });
        quote!(#kind!(#name #variant);)
    }

    /// What an enum needs to be the key of a map.
    fn emit_enum_key(&self, def: &TypeDef) -> Option<TokenStream> {
        let Shape::Enum { repr, .. } = &def.shape else { return None };
        let name = def.name.pascal_ident();
        let kind = match repr {
            EnumRepr::Str => self.imports.codegen("string_enum_key"),
            EnumRepr::Int => self.imports.codegen("integer_enum_key"),
        };
        Some(quote!(#kind!(#name);))
    }
}

/// A constant of the spec as a pattern or expression.
fn token(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Str(text) => quote!(#text),
        Literal::Int(value) => {
            let value = Token::i64_unsuffixed(*value);
            quote!(#value)
        }
        Literal::Float(value) => {
            let value = Token::f64_unsuffixed(*value);
            quote!(#value)
        }
        Literal::Bool(value) => quote!(#value),
    }
}
