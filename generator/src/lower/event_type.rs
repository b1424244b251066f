//! Event types of a callback.

use super::name::{Case, Namespace, lower_name};
use super::reserved;
use super::scope::Scope;
use super::type_ref::{check_parts, lower_type_ref};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{EventType, Scalar, TypeDef, TypeRef};
use crate::parse::{CallbackSpec, EventTypeSpec, Text, TypeExpr};

/// Lowers the event types of a callback.
pub(super) fn lower_event_types(
    spec: &CallbackSpec,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Vec<EventType> {
    if spec.types.is_empty() {
        let message = format!("the callback `{}` has no event types", spec.name.value);
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &spec.name.origin, message));
    }
    let usual = spec.payload_type.as_ref().map(|expr| lower_payload(expr, scope, types, diagnostics));
    let usual = usual.unwrap_or(TypeRef::Scalar(Scalar::Any));
    let mut names = Namespace::new("event type", Case::Pascal, reserved::VARIANTS);
    let mut lowered = Vec::new();
    let mut seen: Vec<&Text> = Vec::new();
    for event in &spec.types {
        for text in std::iter::once(&event.wire).chain(&event.also) {
            if let Some(first) = seen.iter().find(|first| first.value == text.value) {
                let message = format!("`{}` stands for an event type twice", text.value);
                let finding = Diagnostic::new(Code::NameTaken, &text.origin, message);
                diagnostics.push(finding.note_at(&first.origin, "it stands here first"));
            }
            seen.push(text);
        }
        let payload = match &event.ty {
            Some(expr) => lower_payload(expr, scope, types, diagnostics),
            None => usual.clone(),
        };
        lowered.push(lower_event_type(event, payload, &mut names, diagnostics));
    }
    lowered
}

fn lower_payload(
    expr: &TypeExpr,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> TypeRef {
    match lower_type_ref(expr, scope, diagnostics) {
        Some(TypeRef::Scalar(Scalar::File)) => {
            let message = "the payload of an event cannot be a `file`";
            diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &expr.origin, message));
            TypeRef::Scalar(Scalar::Any)
        }
        Some(ty) => {
            check_parts(&ty, types, &expr.origin, diagnostics);
            ty
        }
        // After a complaint, so it is never emitted.
        None => TypeRef::Scalar(Scalar::Any),
    }
}

fn lower_event_type(
    spec: &EventTypeSpec,
    payload: TypeRef,
    names: &mut Namespace,
    diagnostics: &mut Diagnostics,
) -> EventType {
    let text = spec.name.as_ref().unwrap_or(&spec.wire);
    let help = match spec.name {
        Some(_) => "choose another `name`; the value on the wire stays",
        None => "add `name: another_name` to the event type",
    };
    let name = lower_name(text, "an event type", help, diagnostics);
    names.claim(&name, text, help, diagnostics);
    if spec.doc.is_none() {
        let message = format!("the event type `{}` has no `doc`", spec.wire.value);
        diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.wire.origin, message));
    }
    let (mut also, mut also_starting) = (Vec::new(), Vec::new());
    for text in &spec.also {
        match text.value.split_once('*') {
            None => also.push(text.value.clone()),
            Some((start, "")) if !start.is_empty() => also_starting.push(start.to_owned()),
            Some(_) => {
                let message = format!("`{}` has its `*` at a place where none can be", text.value);
                let help = "a `*` stands at the end, for any ending: `created-*`";
                diagnostics.push(Diagnostic::new(Code::ValueInvalid, &text.origin, message).help(help));
            }
        }
    }
    let wire = spec.wire.value.clone();
    let docs = spec.doc.as_ref().map_or_else(|| format!("`{wire}`.").into(), |doc| doc.value.clone());
    EventType { name, also, also_starting, payload, docs, origin: spec.wire.origin.clone(), wire }
}
