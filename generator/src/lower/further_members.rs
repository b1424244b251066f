//! The members of an object that are those of one of several objects.

use std::collections::BTreeSet;

use super::free_members::name_beside;
use super::scope::Scope;
use super::type_ref::{lower_type_ref, render_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::emit::VARIANT;
use crate::ir::{Field, FurtherMembers, Shape, TypeDef, TypeRef};
use crate::parse::{TypeExpr, TypeSpec};

/// Lowers them. What they are called together gives way to the names that the spec gives.
pub(super) fn lower_variant(
    expr: &TypeExpr,
    spec: &TypeSpec,
    fields: &[Field],
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<FurtherMembers> {
    let ty = lower_type_ref(expr, scope, diagnostics)?;
    Some(FurtherMembers { name: name_beside(VARIANT, spec, fields), ty, origin: expr.origin.clone() })
}

/// Checks what can only be checked once all types are known: that they are a union of objects, and that no member stands in
/// two places.
pub(super) fn check_variant(
    fields: &[Field],
    variant: &FurtherMembers,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let is_union =
        matches!(&variant.ty, TypeRef::Def(id) if matches!(types[id.index()].shape, Shape::Tagged(_)));
    if !is_union {
        let message = format!("`{}` is no union of objects", render_type(&variant.ty, types));
        let help = "name a type with `union: {by: type, of: {tag: One, other_tag: Other}}`, or the same without `by`";
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &variant.origin, message).help(help));
        return;
    }
    let (mut open, mut seen) = (vec![&variant.ty], BTreeSet::new());
    while let Some(TypeRef::Def(id)) = open.pop() {
        let def = &types[id.index()];
        if !seen.insert(id.index()) {
            continue;
        }
        let members: Vec<&str> = match &def.shape {
            Shape::Struct { fields, variant, .. } => {
                open.extend(variant.iter().map(|variant| &variant.ty));
                fields.iter().map(|field| field.wire.as_str()).collect()
            }
            Shape::Tagged(union) => {
                open.extend(union.variants.iter().map(|variant| &variant.ty));
                union.by.as_deref().into_iter().collect()
            }
            _ => Vec::new(),
        };
        for field in fields.iter().filter(|field| members.contains(&field.wire.as_str())) {
            let message = format!("`{}` is a member of the object, and of its variant too", field.wire);
            let finding = Diagnostic::new(Code::NameTaken, &field.origin, message)
                .note_at(&def.origin, format!("`{}` has it", def.name.pascal()))
                .help("take one of them out: each member stands in one place");
            diagnostics.push(finding);
        }
    }
}
