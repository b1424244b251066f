//! Forms that the values of a type that is declared with `any` are known to take.

use super::name::{Case, Namespace, lower_name};
use super::reserved;
use super::scope::Scope;
use super::type_ref::{check_parts, lower_type_ref};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::emit::read_method;
use crate::ir::{Name, Scalar, TypeDef, TypeRef, ValueForm};
use crate::parse::{Spanned, TypeExpr, ValueFormSpec};

const RENAME: &str = "give the form another name; it has none on the wire";

/// Lowers the forms of a type.
pub(super) fn lower_value_forms(
    specs: &Spanned<Vec<ValueFormSpec>>,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<ValueForm> {
    if specs.value.is_empty() {
        let finding = Diagnostic::new(Code::ListEmpty, &specs.origin, "`any` names no form");
        diagnostics.push(finding.help("use the type `any` itself where nothing is known of a value"));
    }
    let mut names = Namespace::new("form", Case::Snake, reserved::FORMS);
    specs.value.iter().map(|spec| lower_value_form(spec, &mut names, scope, diagnostics)).collect()
}

fn lower_value_form(
    spec: &ValueFormSpec,
    names: &mut Namespace,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> ValueForm {
    let name = lower_name(&spec.name, "a form", RENAME, diagnostics);
    names.claim(&name, &spec.name, RENAME, diagnostics);
    if let Ok(reader) = Name::new(&read_method(&name)) {
        names.claim_as("reader of the form", &reader, &spec.name, RENAME, diagnostics);
        names.check_reserved("reader of the form", &reader, &spec.name, RENAME, diagnostics);
    }
    if spec.doc.is_none() {
        let message = format!("the form `{}` has no `doc`", spec.name.value);
        diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.name.origin, message));
    }
    let write = spec.write.as_ref().and_then(|expr| lower_form_type(expr, scope, diagnostics));
    let read = match &spec.read {
        Some(expr) => lower_form_type(expr, scope, diagnostics),
        None => write.clone(),
    };
    let docs =
        spec.doc.as_ref().map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone());
    ValueForm { name, write, read, nullable: spec.nullable, docs }
}

/// The type of a form: anything that JSON can hold and everyone may see.
fn lower_form_type(expr: &TypeExpr, scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Option<TypeRef> {
    let ty = lower_type_ref(expr, scope, diagnostics)?;
    if let TypeRef::Scalar(scalar @ (Scalar::File | Scalar::Secret)) = ty {
        let (what, why) = match scalar {
            Scalar::File => ("file", "it is a part of a `multipart` body by itself"),
            _ => ("secret", "a value of any kind is shown in logs and errors"),
        };
        let message = format!("a form cannot be a `{what}`");
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &expr.origin, message).help(why));
        return None;
    }
    Some(ty)
}

/// Checks what can only be checked once all types are known.
pub(super) fn check_value_forms(
    specs: &[ValueFormSpec],
    forms: &[ValueForm],
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    for (spec, form) in specs.iter().zip(forms) {
        for (expr, ty) in [(&spec.write, &form.write), (&spec.read, &form.read)] {
            if let (Some(expr), Some(ty)) = (expr, ty) {
                check_parts(ty, types, &expr.origin, diagnostics);
            }
        }
    }
}
