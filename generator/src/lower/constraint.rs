//! Bounds, defaults, constants and allowed values: whether they fit their type and one another.

use super::literal::{fit_literal, lower_literal, spell};
use super::type_ref::render_type;
use super::value_kind::ValueKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{
    Constraints, EnumValue, Field, IdRepr, Literal, Scalar, Shape, SourceLocation, TypeDef, TypeRef,
};
use crate::parse::{FieldSpec, Scalar as YamlScalar, Spanned};

/// Checks the bounds and values of a field whose type is known.
pub(super) fn check_constraints(
    spec: &FieldSpec,
    field: &Field,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let ty = field.ty.non_null();
    let bounds = [
        ("min", location_of(&spec.min), is_number(ty, types), "a number"),
        ("max", location_of(&spec.max), is_number(ty, types), "a number"),
        ("min_items", location_of(&spec.min_items), is_list(ty, types), "a list"),
        ("max_items", location_of(&spec.max_items), is_list(ty, types), "a list"),
        ("min_length", location_of(&spec.min_length), ValueKind::Text.is_kind_of(ty, types), "a text"),
        ("max_length", location_of(&spec.max_length), ValueKind::Text.is_kind_of(ty, types), "a text"),
    ];
    for (key, origin, fits, kind) in bounds {
        if let (Some(origin), false) = (origin, fits) {
            let message =
                format!("`{key}` bounds {kind}, but `{}` is `{}`", field.wire, render_type(ty, types));
            let finding = Diagnostic::new(Code::ConstraintMisfit, origin, message);
            diagnostics.push(finding.help_maybe(other_bound(key, ty, types)));
        }
    }
    for (key, bound) in [("min", &spec.min), ("max", &spec.max)] {
        if let Some(bound) = bound
            && bound.value.fract() != 0.0
            && is_number(ty, types)
            && *ty != TypeRef::Scalar(Scalar::Float)
        {
            let message = format!("`{key}` is {}, yet `{}` is a whole number", bound.value, field.wire);
            diagnostics.push(Diagnostic::new(Code::ConstraintMisfit, &bound.origin, message));
        }
    }
    check_order("min", &spec.min, "max", &spec.max, diagnostics);
    if let (Some(name), true) = (spec.without.first(), super::type_ref::is_plain(ty, types)) {
        let message =
            format!("`without` looks for members, but `{}` is `{}`", field.wire, render_type(ty, types));
        diagnostics.push(Diagnostic::new(Code::ConstraintMisfit, &name.origin, message));
    }
    check_order("min_length", &spec.min_length, "max_length", &spec.max_length, diagnostics);
    check_order("min_items", &spec.min_items, "max_items", &spec.max_items, diagnostics);
    check_one_of(spec, field, types, diagnostics);
    let values = [("default", &spec.default), ("constant", &spec.constant)];
    for (key, value) in values {
        if let Some(value) = value {
            check_value(key, value, field, types, diagnostics);
        }
    }
}

/// Where a bound stands, if it is there.
fn location_of<T>(bound: &Option<Box<Spanned<T>>>) -> Option<&SourceLocation> {
    bound.as_ref().map(|bound| &bound.origin)
}

/// The bound that may have been meant.
fn other_bound(key: &str, ty: &TypeRef, types: &[TypeDef]) -> Option<String> {
    let end = if key.starts_with("min") { "min" } else { "max" };
    match ty {
        TypeRef::List(_) => Some(format!("did you mean `{end}_items`?")),
        ty if is_number(ty, types) => Some(format!("did you mean `{end}`?")),
        ty if ValueKind::Text.is_kind_of(ty, types) => Some(format!("did you mean `{end}_length`?")),
        _ => None,
    }
}

/// Whether values of a type are numbers.
fn is_number(ty: &TypeRef, types: &[TypeDef]) -> bool {
    match ty {
        TypeRef::Scalar(scalar) => scalar.is_number(),
        TypeRef::Def(id) => matches!(types[id.index()].shape, Shape::Id(IdRepr::Int)),
        _ => false,
    }
}

/// Whether a value may be a list; a value of any kind is bounded when it is one.
fn is_list(ty: &TypeRef, types: &[TypeDef]) -> bool {
    match ty {
        TypeRef::List(_) | TypeRef::Scalar(Scalar::Any) => true,
        TypeRef::Def(id) => matches!(types[id.index()].shape, Shape::Any(_)),
        _ => false,
    }
}

/// Complains when a lower bound is above the upper one.
fn check_order<T: PartialOrd + std::fmt::Display>(
    low_key: &str,
    low: &Option<Box<Spanned<T>>>,
    high_key: &str,
    high: &Option<Box<Spanned<T>>>,
    diagnostics: &mut Diagnostics,
) {
    if let (Some(low), Some(high)) = (low, high)
        && low.value > high.value
    {
        let message = format!("`{low_key}` {} is greater than `{high_key}` {}", low.value, high.value);
        diagnostics.push(
            Diagnostic::new(Code::BoundsEmpty, &low.origin, message)
                .note_at(&high.origin, format!("`{high_key}` stands here"))
                .help("swap the two"),
        );
    }
}

/// Checks the values of `one_of`: each fits the type, and none comes twice.
fn check_one_of(spec: &FieldSpec, field: &Field, types: &[TypeDef], diagnostics: &mut Diagnostics) {
    let Some(first) = spec.one_of.first() else { return };
    let item = match field.ty.non_null() {
        TypeRef::List(item) => item.non_null(),
        other => other,
    };
    let has_constants = is_number(item, types)
        || ValueKind::Text.is_kind_of(item, types)
        || matches!(item, TypeRef::Def(id) if matches!(types[id.index()].shape, Shape::Enum { .. }));
    if !has_constants {
        let message = format!("`one_of` does not fit the type `{}`", render_type(&field.ty, types));
        let help = "it bounds a text, a number, an enum, or a list of those";
        diagnostics.push(Diagnostic::new(Code::ConstraintMisfit, &first.origin, message).help(help));
        return;
    }
    for (index, value) in spec.one_of.iter().enumerate() {
        let literal = lower_literal(&value.value);
        if fit_literal(&literal, item, types).is_none() {
            let message = format!("{} is no value of the type `{}`", value.value, render_type(item, types));
            diagnostics.push(Diagnostic::new(Code::ValueMisfit, &value.origin, message));
        }
        if let Some(first) = spec.one_of[..index].iter().find(|other| other.value == value.value) {
            let message = format!("{} stands in `one_of` twice", value.value);
            let finding = Diagnostic::new(Code::ValueMisfit, &value.origin, message);
            diagnostics.push(finding.note_at(&first.origin, "it stands here first"));
        }
    }
}

/// Checks a default or constant.
fn check_value(
    key: &str,
    value: &Spanned<YamlScalar>,
    field: &Field,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let literal = lower_literal(&value.value);
    let Some(literal) = fit_literal(&literal, &field.ty, types) else {
        let message = format!("{} is no value of the type `{}`", value.value, render_type(&field.ty, types));
        diagnostics.push(
            Diagnostic::new(Code::ValueMisfit, &value.origin, message)
                .help_maybe(help_to_quote(value, field).or_else(|| meant_value(value, &field.ty, types))),
        );
        return;
    };
    if let TypeRef::Def(id) = &field.ty
        && let Shape::Enum { values, .. } = &types[id.index()].shape
        && !values.iter().any(|known| known.value == literal)
    {
        let known: Vec<_> = values.iter().map(|known| spell(&known.value)).collect();
        let near = closest(&spell(&literal), known.iter().map(String::as_str));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its values are {}", join_words(known.iter().map(String::as_str))),
        };
        let message =
            format!("the enum `{}` has no value `{}`", render_type(&field.ty, types), spell(&literal));
        diagnostics.push(Diagnostic::new(Code::ValueMisfit, &value.origin, message).help(help));
    }
    if let Some(reason) = out_of_bounds(&literal, &field.constraints) {
        let message = format!("the {key} of `{}` breaks its own bounds: {reason}", field.wire);
        diagnostics.push(Diagnostic::new(Code::ValueMisfit, &value.origin, message));
    }
}

/// The advice about what is no value of an enum: the value that has this as its Rust name, or the list of all.
fn meant_value(value: &Spanned<YamlScalar>, ty: &TypeRef, types: &[TypeDef]) -> Option<String> {
    let TypeRef::Def(id) = ty else { return None };
    let Shape::Enum { values, .. } = &types[id.index()].shape else { return None };
    let named =
        |known: &&EnumValue| matches!(&value.value, YamlScalar::Str(text) if *text == known.name.snake());
    Some(match values.iter().find(named) {
        Some(known) => format!("write `{}`, which is the value named `{}`", spell(&known.value), known.name),
        None => {
            let all: Vec<_> = values.iter().map(|known| spell(&known.value)).collect();
            format!("its values are {}", join_words(all.iter().map(String::as_str)))
        }
    })
}

/// The advice to quote a word or number that is meant as text.
fn help_to_quote(value: &Spanned<YamlScalar>, field: &Field) -> Option<String> {
    match (&value.value, &field.ty) {
        (YamlScalar::Int(value), TypeRef::Scalar(Scalar::Str)) => Some(format!("write `\"{value}\"`")),
        (YamlScalar::Bool(value), TypeRef::Scalar(Scalar::Str)) => Some(format!("write `\"{value}\"`")),
        _ => None,
    }
}

/// How a constant or default breaks the field's own bounds; `None` if it keeps them.
#[allow(clippy::cast_precision_loss, reason = "bounds are floating point numbers")]
pub(super) fn out_of_bounds(literal: &Literal, bounds: &Constraints) -> Option<String> {
    let number = match literal {
        Literal::Int(value) => Some(*value as f64),
        Literal::Float(value) => Some(*value),
        Literal::Bool(_) | Literal::Str(_) => None,
    };
    // Bounds that contradict one another have been told of; every value breaks one of them.
    let is_empty = bounds.min.zip(bounds.max).is_some_and(|(min, max)| min > max);
    if let (Some(number), Some(min), false) = (number, bounds.min, is_empty)
        && number < min
    {
        return Some(format!("it is less than {min}"));
    }
    if let (Some(number), Some(max), false) = (number, bounds.max, is_empty)
        && number > max
    {
        return Some(format!("it is greater than {max}"));
    }
    if let Literal::Str(text) = literal {
        let length = text.chars().count();
        let is_empty = bounds.min_length.zip(bounds.max_length).is_some_and(|(min, max)| min > max);
        if let Some(max) = bounds.max_length.filter(|max| !is_empty && length > *max as usize) {
            return Some(format!("it is longer than {max} characters"));
        }
        if let Some(min) = bounds.min_length.filter(|min| !is_empty && length < *min as usize) {
            return Some(format!("it is shorter than {min} characters"));
        }
    }
    let is_allowed =
        bounds.one_of.is_empty() || bounds.one_of.iter().any(|value| spell(value) == spell(literal));
    (!is_allowed).then(|| "it is not in `one_of`".to_owned())
}
