//! Fields: parameters and members.

use super::literal::{fit_literal, lower_literal};
use super::name::{Namespace, lower_name};
use super::scope::Scope;
use super::type_ref::{check_parts, field_resolves, lower_field_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Constraints, Field, Literal, Presence, Scalar, TypeDef, TypeRef};
use crate::parse::{EvidenceSpec, FieldSpec, PresenceSpec};

/// What to do about a name that cannot be taken.
pub(super) const RENAME: &str = "add `name: another_name` to the field; its key stays the wire name";

/// Lowers a field. `is_settable` says that it has a setter even if it is required. Whether values fit its type is checked once all types are known, see `check_field`.
pub(super) fn lower_field(
    spec: &FieldSpec,
    is_settable: bool,
    names: &mut Namespace,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Field {
    let text = spec.rename.as_deref().unwrap_or(&spec.wire);
    let name = lower_name(text, "a field", RENAME, diagnostics);
    // Only optional fields, lists that grow by a method, and what a body has that need not be sent have setters, and only these can collide with the methods that
    // every call or type has.
    let has_setter = is_settable || spec.presence == PresenceSpec::Optional || spec.append.is_some();
    if has_setter && spec.constant.is_none() {
        names.claim(&name, text, RENAME, diagnostics);
    } else {
        names.claim_unreserved(&name, text, RENAME, diagnostics);
    }
    if spec.wire.value.is_empty() || spec.wire.value.contains(char::is_control) {
        let message = format!("`{}` cannot be a wire name", spec.wire.value.escape_debug());
        diagnostics.push(Diagnostic::new(Code::NameInvalid, &spec.wire.origin, message));
    }
    if spec.doc.is_none() && spec.constant.is_none() {
        let message = format!("the field `{}` has no `doc`", spec.wire.value);
        let help = "write `{type: …, doc: \"…\"}`";
        diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.wire.origin, message).help(help));
    }
    let (constraints, weak_constraints) = lower_constraints(spec, diagnostics);
    Field {
        name,
        wire: spec.wire.value.clone(),
        ty: lower_field_type(&spec.ty, scope, diagnostics).unwrap_or(TypeRef::Scalar(Scalar::Any)),
        presence: lower_presence(spec, diagnostics),
        constraints,
        weak_constraints,
        default: spec.default.as_ref().map(|value| lower_literal(&value.value)),
        example: None,
        docs: spec
            .doc
            .as_ref()
            .map_or_else(|| format!("`{}`.", spec.wire.value).into(), |doc| doc.value.clone()),
        origin: spec.wire.origin.clone(),
    }
}

/// The bounds that are enforced, and those that are not, since one weak source alone tells of them.
fn lower_constraints(spec: &FieldSpec, diagnostics: &mut Diagnostics) -> (Constraints, Constraints) {
    let constraints = Constraints {
        min: spec.min.as_ref().map(|bound| bound.value),
        max: spec.max.as_ref().map(|bound| bound.value),
        min_items: spec.min_items.as_ref().map(|bound| bound.value),
        max_items: spec.max_items.as_ref().map(|bound| bound.value),
        min_length: spec.min_length.as_ref().map(|bound| bound.value),
        max_length: spec.max_length.as_ref().map(|bound| bound.value),
        one_of: spec.one_of.iter().map(|value| lower_literal(&value.value)).collect(),
        without: spec.without.iter().map(|name| name.value.clone()).collect(),
    };
    if let (Some(evidence), true) = (&spec.evidence, constraints.is_empty()) {
        let message = format!("`evidence` is for bounds, and the field `{}` has none", spec.wire.value);
        let help = "it says how well `min`, `max`, `one_of` and the like are known; remove it";
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &evidence.origin, message).help(help));
    }
    match &spec.evidence {
        Some(evidence) if evidence.value == EvidenceSpec::Weak => (Constraints::default(), constraints),
        _ => (constraints, Constraints::default()),
    }
}

/// Whether a field is required, optional, or a constant that callers do not see.
fn lower_presence(spec: &FieldSpec, diagnostics: &mut Diagnostics) -> Presence {
    let optional = spec.presence == PresenceSpec::Optional;
    let name = &spec.wire.value;
    if let Some(constant) = &spec.constant {
        if optional {
            let message = format!("the constant field `{name}` cannot be optional: it is always sent");
            diagnostics.push(
                Diagnostic::new(Code::KeyConflict, &spec.wire.origin, message)
                    .help(format!("write `{name}` without `?`")),
            );
        }
        return Presence::Constant(lower_literal(&constant.value));
    }
    if let (false, Some(default)) = (optional, &spec.default) {
        let message = format!("the field `{name}` has a default, yet must always be there");
        diagnostics.push(
            Diagnostic::new(Code::KeyConflict, &default.origin, message)
                .help(format!("write `{name}?` to make it optional, or remove the default")),
        );
    }
    if optional { Presence::Optional } else { Presence::Required }
}

/// Gives the constants of a field the form that its type has: for a floating point number, `1` becomes `1.0`.
/// Those that do not fit stay as they are; `check_field` reports them.
pub(super) fn convert_literals(field: &mut Field, types: &[TypeDef]) {
    let item = match &field.ty {
        TypeRef::List(item) => &**item,
        other => other,
    };
    let convert = |literal: &mut Literal, ty: &TypeRef| {
        if let Some(converted) = fit_literal(literal, ty, types) {
            *literal = converted;
        }
    };
    let choices = field.constraints.one_of.iter_mut().chain(&mut field.weak_constraints.one_of);
    choices.for_each(|literal| convert(literal, item));
    field.default.iter_mut().for_each(|literal| convert(literal, &field.ty));
    if let Presence::Constant(literal) = &mut field.presence {
        convert(literal, &field.ty);
    }
}

/// Checks what can only be checked once all types are known.
pub(super) fn check_field(
    spec: &FieldSpec,
    field: &Field,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    if !field_resolves(&spec.ty, scope) {
        return;
    }
    check_parts(&field.ty, types, &spec.ty.origin, diagnostics);
    super::constraint::check_constraints(spec, field, types, diagnostics);
}
