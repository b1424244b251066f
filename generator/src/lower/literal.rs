//! Constants of the spec, and whether they fit a type.

use crate::ir::{EnumRepr, IdRepr, Literal, Scalar, Shape, TypeDef, TypeRef};
use crate::parse::Scalar as YamlScalar;

/// The constant that a scalar of the YAML means.
pub(super) fn lower_literal(scalar: &YamlScalar) -> Literal {
    match scalar {
        YamlScalar::Bool(value) => Literal::Bool(*value),
        YamlScalar::Int(value) => Literal::Int(*value),
        YamlScalar::Float(value) => Literal::Float(*value),
        YamlScalar::Str(value) => Literal::Str(value.clone()),
        // The parser lets no empty value pass where a constant stands.
        YamlScalar::Null => Literal::Str(String::new()),
    }
}

/// The constant as a value of the type, if it can be one.
#[allow(
    clippy::cast_precision_loss,
    reason = "a whole number in the place of a floating point number is meant so"
)]
pub(super) fn fit_literal(literal: &Literal, ty: &TypeRef, types: &[TypeDef]) -> Option<Literal> {
    let fits = match (ty.non_null(), literal) {
        (TypeRef::Scalar(Scalar::Float), Literal::Int(value)) => return Some(Literal::Float(*value as f64)),
        (TypeRef::Scalar(Scalar::Any), _)
        | (TypeRef::TextId(_), Literal::Str(_))
        | (TypeRef::Scalar(Scalar::Bool), Literal::Bool(_))
        | (TypeRef::Scalar(Scalar::Float), Literal::Float(_)) => true,
        (TypeRef::Scalar(scalar), Literal::Str(_)) => scalar.is_text(),
        (TypeRef::Scalar(scalar), Literal::Int(_)) if scalar.is_integer() => true,
        (TypeRef::Scalar(Scalar::UInt), Literal::Int(value)) => *value >= 0,
        (TypeRef::Def(id), _) => match &types[id.index()].shape {
            Shape::Id(IdRepr::Str) => matches!(literal, Literal::Str(_)),
            Shape::Id(IdRepr::Int) => matches!(literal, Literal::Int(_)),
            Shape::Enum { repr: EnumRepr::Str, .. } => matches!(literal, Literal::Str(_)),
            Shape::Enum { repr: EnumRepr::Int, .. } => matches!(literal, Literal::Int(_)),
            Shape::Union(members) => {
                return members
                    .iter()
                    .filter(|member| !matches!(member, TypeRef::Def(other) if other == id))
                    .find_map(|member| match member {
                        // Unions of unions are refused elsewhere; following them here could go on for ever.
                        TypeRef::Def(other) if matches!(types[other.index()].shape, Shape::Union(_)) => None,
                        member => fit_literal(literal, member, types),
                    });
            }
            Shape::Any(_) => true,
            Shape::Struct { .. } | Shape::Tagged(_) => false,
        },
        _ => false,
    };
    fits.then(|| literal.clone())
}

/// The constant as the spec writes it.
pub(super) fn spell(literal: &Literal) -> String {
    match literal {
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(value) => value.to_string(),
        Literal::Str(value) => value.clone(),
    }
}
