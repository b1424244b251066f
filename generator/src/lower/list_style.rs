//! How lists and objects are written in a query or a form.

use super::type_ref::render_type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{ListStyle, Shape, TypeDef, TypeRef};
use crate::parse::FieldSpec;

/// Where a field stands, as far as styles go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StylePlace {
    /// Where values are text: in a query, or in a form.
    Text,
    /// Among other members or parts, of which each has a name of its own: in an object of JSON, or in a form with files.
    Members,
    /// Elsewhere.
    None,
}

/// Checks that a style stands at a parameter that has a name among others, and whose type it is for.
pub(super) fn check_style(
    place: StylePlace,
    spec: &FieldSpec,
    ty: &TypeRef,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let Some(style) = &spec.style else { return };
    let (fits, what) = match style.value {
        ListStyle::DeepObject | ListStyle::Spread => (is_object(ty, types), "objects"),
        _ => (matches!(ty, TypeRef::List(_)), "lists"),
    };
    let word = style.value.word();
    let takes_style = match place {
        StylePlace::Text => true,
        StylePlace::Members => style.value == ListStyle::Spread,
        StylePlace::None => false,
    };
    let (message, help) = if !takes_style && style.value == ListStyle::Spread {
        let places = "a query, of a form, or of an object of JSON";
        let message =
            format!("`style: spread` is for members of {places}, and `{}` is none", spec.wire.value);
        (message, "remove it".to_owned())
    } else if !takes_style {
        let help = "remove it: a list in a `multipart` body is one part for each item, and JSON has lists of its own";
        (
            format!("`style` is for the query and for parts of a form, and `{}` is neither", spec.wire.value),
            help.to_owned(),
        )
    } else if !fits {
        let message = format!("`style: {word}` does not fit the type `{}`", render_type(ty, types));
        (message, format!("it is for {what}"))
    } else {
        return;
    };
    diagnostics.push(Diagnostic::new(Code::ConstraintMisfit, &style.origin, message).help(help));
}

/// Whether values of a type are objects of members that are always the same.
fn is_object(ty: &TypeRef, types: &[TypeDef]) -> bool {
    match ty {
        TypeRef::Map { .. } => true,
        TypeRef::Def(id) => matches!(types[id.index()].shape, Shape::Struct { variant: None, .. }),
        _ => false,
    }
}
