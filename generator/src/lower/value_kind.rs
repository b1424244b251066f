//! Kinds of the values that the client itself handles, such as tokens and sizes. The spec names where these stand, and may
//! name a value of another kind by mistake.

use std::fmt;

use crate::ir::{IdRepr, Scalar, Shape, TypeDef, TypeRef};

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// Text, secret or not, and ids that are text.
    Text,
    /// A whole number.
    WholeNumber,
    /// A list of whole numbers.
    WholeNumbers,
    /// `true` or `false`.
    Bool,
}

impl ValueKind {
    /// Whether values of a type may be of this kind: a value of any kind may.
    pub(super) fn fits(self, ty: &TypeRef, types: &[TypeDef]) -> bool {
        *ty == TypeRef::Scalar(Scalar::Any) || self.is_kind_of(ty, types)
    }

    /// Whether all values of a type are of this kind.
    pub(super) fn is_kind_of(self, ty: &TypeRef, types: &[TypeDef]) -> bool {
        match (self, ty) {
            (Self::Text, TypeRef::Scalar(scalar)) => scalar.is_text(),
            (Self::Text, TypeRef::TextId(_))
            | (Self::WholeNumber, TypeRef::Scalar(Scalar::Int))
            | (Self::Bool, TypeRef::Scalar(Scalar::Bool)) => true,
            (Self::Text, TypeRef::Def(id)) => types[id.index()].shape == Shape::Id(IdRepr::Str),
            (Self::WholeNumbers, TypeRef::List(item)) => Self::WholeNumber.is_kind_of(item, types),
            _ => false,
        }
    }
}

impl fmt::Display for ValueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text",
            Self::WholeNumber => "a whole number",
            Self::WholeNumbers => "a list of whole numbers",
            Self::Bool => "`true` or `false`",
        })
    }
}
