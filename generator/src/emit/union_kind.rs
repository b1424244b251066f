//! The JSON kinds by which the members of a union are told apart.

use crate::ir::{Api, EnumRepr, IdRepr, Scalar, Shape, TypeRef};

/// The variant that holds a value of a type: JSON kinds, as the runtime's `union!` knows them.
pub(super) fn union_kind(api: &Api, ty: &TypeRef) -> &'static str {
    match ty {
        TypeRef::List(_) => "List",
        TypeRef::Map { .. } => "Object",
        TypeRef::JsonText(_) | TypeRef::TextId(_) => "Text",
        TypeRef::Nullable(inner) => union_kind(api, inner),
        TypeRef::Scalar(scalar) => match scalar {
            Scalar::Str | Scalar::Secret | Scalar::File | Scalar::Any | Scalar::Formatted(_) => "Text",
            Scalar::Bool => "Flag",
            Scalar::Int | Scalar::Timestamp | Scalar::UnixSeconds => "Integer",
            // One that takes 64 bits comes as a number that is no `i64`.
            Scalar::Float | Scalar::UInt => "Number",
        },
        TypeRef::Def(id) => match &api[*id].shape {
            Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. } => "Text",
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } => "Integer",
            Shape::Struct { .. } | Shape::Union(_) | Shape::Tagged(_) | Shape::Any(_) => "Object",
        },
    }
}

/// What is said of a variant.
pub(super) fn kind_docs(kind: &str) -> &'static str {
    match kind {
        "List" => "It came as a list.",
        "Object" => "It came as an object.",
        "Flag" => "It came as `true` or `false`.",
        "Integer" => "It came as a whole number.",
        "Number" => "It came as a number.",
        _ => "It came as a text.",
    }
}
