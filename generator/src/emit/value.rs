//! Uses of types: as fields, as arguments, as what is sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::import::Imports;
use crate::ir::{Api, Field, IdRepr, Presence, Scalar, Shape, TextFormat, TypeDef, TypeId, TypeRef};

/// The Rust type of a value.
pub(super) fn rust_type(
    imports: &Imports<'_>,
    ty: &TypeRef,
    name: &dyn Fn(TypeId) -> proc_macro2::Ident,
) -> TokenStream {
    let part = |ty: &TypeRef| rust_type(imports, ty, name);
    match ty {
        TypeRef::Scalar(scalar) => scalar_type(imports, *scalar),
        TypeRef::Def(id) => {
            let ident = name(*id);
            quote!(#ident)
        }
        TypeRef::List(item) => {
            let item = part(item);
            quote!(Vec<#item>)
        }
        TypeRef::Map { key, value } => {
            let map = imports.public("Map");
            let (key, value) = (part(key), part(value));
            quote!(#map<#key, #value>)
        }
        TypeRef::JsonText(inner) => {
            let text = imports.public("JsonText");
            let inner = part(inner);
            quote!(#text<#inner>)
        }
        TypeRef::Nullable(inner) => {
            let nullable = imports.public("Nullable");
            let inner = part(inner);
            quote!(#nullable<#inner>)
        }
        TypeRef::TextId(id) => {
            let (text, id) = (imports.public("TextId"), name(*id));
            quote!(#text<#id>)
        }
    }
}

/// The Rust type of a built-in type.
fn scalar_type(imports: &Imports<'_>, scalar: Scalar) -> TokenStream {
    let named = |name: &str| {
        let ident = imports.public(name);
        quote!(#ident)
    };
    match scalar {
        Scalar::Str => quote!(String),
        Scalar::Bool => quote!(bool),
        Scalar::Int => quote!(i64),
        Scalar::UInt => quote!(u64),
        Scalar::Float => quote!(f64),
        Scalar::Timestamp => named("Timestamp"),
        Scalar::UnixSeconds => named("UnixSeconds"),
        Scalar::Formatted(format) => named(match format {
            TextFormat::Date => "Date",
            TextFormat::DateTime => "DateTime",
            TextFormat::Uuid => "Uuid",
            TextFormat::Uri => "Uri",
            TextFormat::Base64 => "Base64",
            TextFormat::Decimal => "Decimal",
        }),
        Scalar::Secret => named("Secret"),
        Scalar::Any => named("Value"),
        Scalar::File => named("File"),
    }
}

/// An argument: its type, and the expression that makes the value of it.
pub(super) struct Argument {
    pub(super) ty: TokenStream,
    pub(super) value: TokenStream,
}

/// How a caller passes a value that is called `ident` in the signature.
pub(super) fn argument(
    api: &Api,
    imports: &Imports<'_>,
    ty: &TypeRef,
    ident: &proc_macro2::Ident,
    name: &dyn Fn(TypeId) -> proc_macro2::Ident,
) -> Argument {
    let value = match ty {
        TypeRef::List(item) if converts(api, item) => {
            let item = rust_type(imports, item, name);
            let list = imports.codegen_unless("list", |name| api.used_names.arguments.contains(name));
            quote!(#list::<#item, _>(#ident))
        }
        TypeRef::List(_) => quote!(#ident.into_iter().collect::<Vec<_>>()),
        TypeRef::JsonText(_) | TypeRef::Nullable(_) => quote!(#ident.into()),
        _ if converts(api, ty) => quote!(#ident.into()),
        _ => quote!(#ident),
    };
    Argument { ty: argument_type(api, imports, ty, name), value }
}

/// The type by which a caller passes a value.
pub(super) fn argument_type(
    api: &Api,
    imports: &Imports<'_>,
    ty: &TypeRef,
    name: &dyn Fn(TypeId) -> proc_macro2::Ident,
) -> TokenStream {
    let rust = |ty| rust_type(imports, ty, name);
    match ty {
        TypeRef::List(item) => {
            let item = if converts(api, item) {
                let item = rust(item);
                quote!(impl Into<#item>)
            } else {
                rust(item)
            };
            quote!(impl IntoIterator<Item = #item>)
        }
        TypeRef::JsonText(_) | TypeRef::Nullable(_) => {
            let rust = rust(ty);
            quote!(impl Into<#rust>)
        }
        _ if converts(api, ty) => {
            let rust = rust(ty);
            quote!(impl Into<#rust>)
        }
        _ => rust(ty),
    }
}

/// Whether there is something to convert from, so that callers may pass `"text"` or `5`.
pub(super) fn converts(api: &Api, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(
            Scalar::Str
            | Scalar::Timestamp
            | Scalar::UnixSeconds
            | Scalar::Formatted(_)
            | Scalar::Secret
            | Scalar::Any,
        )
        | TypeRef::Map { .. }
        | TypeRef::TextId(_) => true,
        TypeRef::Nullable(_) => true,
        TypeRef::Scalar(_) | TypeRef::List(_) | TypeRef::JsonText(_) => false,
        TypeRef::Def(id) => match api[*id].shape {
            Shape::Id(_) | Shape::Enum { .. } | Shape::Union(_) | Shape::Tagged(_) | Shape::Any(_) => true,
            Shape::Struct { .. } => {
                is_made_of_text(api, &api[*id]) || api.filters.iter().any(|filter| filter.group.ty == *id)
            }
        },
    }
}

/// Whether a struct can be made of one text: the only member that it must have.
pub(super) fn is_made_of_text(api: &Api, def: &TypeDef) -> bool {
    let Shape::Struct { fields, variant: None, .. } = &def.shape else { return false };
    let mut required = fields.iter().filter(|field| field.presence == Presence::Required);
    let is_text = |field: &Field| match field.ty {
        TypeRef::Scalar(Scalar::Str) => true,
        TypeRef::Def(id) => matches!(api[id].shape, Shape::Id(IdRepr::Str)),
        _ => false,
    };
    def.usage.requests && required.next().is_some_and(is_text) && required.next().is_none()
}

/// How a struct holds the value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holding {
    /// The value itself.
    Plain,
    /// The value itself, empty when it is absent: lists and maps of responses.
    Empty,
    /// An option.
    Option,
    /// An option of a box: the type holds itself.
    OptionBox,
}

/// How `def` holds `field`.
pub(super) fn holding(api: &Api, def: &TypeDef, field: &Field) -> Holding {
    let collection = matches!(field.ty, TypeRef::List(_) | TypeRef::Map { .. });
    match field.presence {
        Presence::Required | Presence::Constant(_) => Holding::Plain,
        Presence::Optional if collection && !def.usage.requests => Holding::Empty,
        Presence::Optional => match field.ty.held() {
            Some(id) if api[id].circles.by_structs == def.circles.by_structs => Holding::OptionBox,
            _ => Holding::Option,
        },
    }
}

/// Whether a member of the union `def` holds the union again. Such a member is boxed.
pub(super) fn holds_itself(api: &Api, def: &TypeDef, member: &TypeRef) -> bool {
    member.held().is_some_and(|id| api[id].circles.by_all == def.circles.by_all)
}
