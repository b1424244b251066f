//! Types and values as the spec writes them, so that two specs can be compared.

use crate::ir::{Api, Literal, Scalar, TypeRef};

/// A type as the spec writes it: the same text means the same type in Rust.
pub(super) fn render_type(ty: &TypeRef, api: &Api) -> String {
    match ty {
        TypeRef::Scalar(scalar) => scalar.word().to_owned(),
        TypeRef::List(item) => format!("[{}]", render_type(item, api)),
        TypeRef::JsonText(inner) => format!("{{json: {}}}", render_type(inner, api)),
        TypeRef::Nullable(inner) => format!("{{nullable: {}}}", render_type(inner, api)),
        TypeRef::Map { key, value } if **key == TypeRef::Scalar(Scalar::Str) => {
            format!("{{map: {}}}", render_type(value, api))
        }
        TypeRef::Map { key, value } => {
            format!("{{map: {}, key: {}}}", render_type(value, api), render_type(key, api))
        }
        TypeRef::TextId(id) => format!("{{text: {}}}", api[*id].name.pascal()),
        TypeRef::Def(id) => api[*id].name.pascal().to_owned(),
    }
}

/// A value as the spec writes it.
pub(super) fn spell_literal(literal: &Literal) -> String {
    match literal {
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(value) => value.to_string(),
        Literal::Str(value) => format!("\"{value}\""),
    }
}
