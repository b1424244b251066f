//! The JSON kinds of values, by which types are told apart.

use crate::ir::{EnumRepr, IdRepr, Scalar, Shape, TypeDef, TypeRef};

/// The JSON kind of a type's values; `None` if it is not always the same.
pub(super) fn json_kind(ty: &TypeRef, types: &[TypeDef]) -> Option<&'static str> {
    match ty {
        TypeRef::Nullable(_) => None,
        TypeRef::JsonText(_) | TypeRef::TextId(_) => Some("a string"),
        TypeRef::Scalar(scalar) if scalar.is_text() => Some("a string"),
        TypeRef::Scalar(scalar) if scalar.is_number() => Some("a number"),
        TypeRef::Scalar(scalar) => (*scalar == Scalar::Bool).then_some("a boolean"),
        TypeRef::List(_) => Some("a list"),
        TypeRef::Map { .. } => Some("an object"),
        TypeRef::Def(id) => match &types[id.index()].shape {
            Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. } => Some("a string"),
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } => Some("a number"),
            Shape::Struct { .. } | Shape::Tagged(_) => Some("an object"),
            Shape::Union(_) | Shape::Any(_) => None,
        },
    }
}

/// Whether no value of one type can be read as the other. Numbers are read from texts and texts from numbers, and a text as a
/// list of one, so these tell nothing.
pub(super) fn exclude_each_other(one: &TypeRef, other: &TypeRef, types: &[TypeDef]) -> bool {
    match (one, other) {
        (TypeRef::Nullable(inner), ty) | (ty, TypeRef::Nullable(inner)) => {
            exclude_each_other(inner, ty, types)
        }
        (TypeRef::List(one), TypeRef::List(other)) => exclude_each_other(one, other, types),
        (TypeRef::List(item), ty) | (ty, TypeRef::List(item)) => match json_kind(ty, types) {
            Some("a string") => matches!(json_kind(item, types), Some("an object" | "a list")),
            kind => kind.is_some(),
        },
        _ => match (json_kind(one, types), json_kind(other, types)) {
            (Some(one), Some(other)) => one != other && (one == "an object" || other == "an object"),
            _ => false,
        },
    }
}
