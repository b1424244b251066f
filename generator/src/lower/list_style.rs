//! How lists and objects are written in a query or a form.

use super::type_ref::render_type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{ListStyle, Shape, TypeDef, TypeRef};
use crate::parse::FieldSpec;

/// Checks that a style stands at a parameter that is text, in a query or a form, and whose type it is for.
pub(super) fn check_style(
    takes_style: bool,
    spec: &FieldSpec,
    ty: &TypeRef,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let Some(style) = &spec.style else { return };
    let (fits, what) = match style.value {
        ListStyle::DeepObject => (is_object(ty, types), "objects"),
        _ => (matches!(ty, TypeRef::List(_)), "lists"),
    };
    let word = style.value.word();
    let (message, help) = if !takes_style {
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
