//! Checks that a JSON value has the type that the spec gives it.

use paceline_generator::ir::{
    Api, Endpoint, EnumRepr, Field, IdRepr, Literal, Presence, Scalar, Shape, TypeId, TypeRef,
};
use serde_json::Value;

use super::{bound, is_given, is_of_form, missing, rule, wrong_type};
use crate::refusal::{Refusal, code};

/// Checks the value of a field: its type, its constant and its bounds.
pub(super) fn check_field(
    api: &Api,
    endpoint: &Endpoint,
    field: &Field,
    value: &Value,
    path: &str,
) -> Result<(), Refusal> {
    check_type(api, endpoint, &field.ty, value, path)?;
    if let Presence::Constant(constant) = &field.presence
        && !equals(constant, value)
    {
        let message = format!("{path}: expected {}, got {value}", show(constant));
        return Err(Refusal::new(code::INVALID, message));
    }
    bound::check_bounds(api, endpoint, field, value, path)
}

/// Checks that a value has a type.
fn check_type(
    api: &Api,
    endpoint: &Endpoint,
    ty: &TypeRef,
    value: &Value,
    path: &str,
) -> Result<(), Refusal> {
    let refuse = |expected| Err(wrong_type(path, expected, value));
    match (ty, value) {
        (TypeRef::Scalar(scalar), _) => check_scalar(*scalar, value, path),
        (TypeRef::List(item), Value::Array(items)) => {
            items.iter().enumerate().try_for_each(|(index, value)| {
                check_type(api, endpoint, item, value, &format!("{path}[{index}]"))
            })
        }
        (TypeRef::List(_), _) => refuse("a list"),
        (TypeRef::Map { key, value: ty }, Value::Object(members)) => {
            members.iter().try_for_each(|(name, value)| {
                let path = format!("{path}.{name}");
                let key_value = super::from_text(api, key, name, &path)?;
                check_type(api, endpoint, key, &key_value, &path)?;
                check_type(api, endpoint, ty, value, &path)
            })
        }
        (TypeRef::Map { .. }, _) => refuse("an object"),
        (TypeRef::JsonText(ty), Value::String(text)) => match serde_json::from_str(text) {
            Ok(inner) => check_type(api, endpoint, ty, &inner, path),
            Err(_) => refuse("JSON text"),
        },
        (TypeRef::JsonText(_), _) => refuse("a string with JSON text"),
        (TypeRef::Nullable(_), Value::Null) => Ok(()),
        (TypeRef::Nullable(ty), _) => check_type(api, endpoint, ty, value, path),
        (TypeRef::TextId(_), _) => check_scalar(Scalar::Str, value, path),
        (TypeRef::Def(id), _) => check_named(api, endpoint, *id, value, path),
    }
}

/// Checks that a value has a built-in type.
fn check_scalar(scalar: Scalar, value: &Value, path: &str) -> Result<(), Refusal> {
    let expected = match (scalar, value) {
        (Scalar::Any, _)
        | (Scalar::Str | Scalar::Secret | Scalar::File, Value::String(_))
        | (Scalar::Bool, Value::Bool(_))
        | (Scalar::Float, Value::Number(_)) => return Ok(()),
        (Scalar::Int | Scalar::UnixSeconds, Value::Number(number)) if number.is_i64() => return Ok(()),
        (Scalar::Formatted(format), Value::String(text)) if is_of_form(format, text) => return Ok(()),
        (Scalar::UInt, Value::Number(number)) if number.is_u64() => return Ok(()),
        (Scalar::Timestamp, Value::Number(number)) if number.is_i64() => return check_time(value, path),
        (Scalar::Str | Scalar::Secret, _) => "a string",
        (Scalar::File, _) => "a file",
        (Scalar::Bool, _) => "`true` or `false`",
        (Scalar::Float, _) => "a number",
        (Scalar::Int, _) => "a whole number",
        (Scalar::UInt, _) => "a whole number that is not negative",
        (Scalar::Timestamp, _) => "a time in milliseconds",
        (Scalar::UnixSeconds, _) => "a time in seconds",
        (Scalar::Formatted(format), _) => {
            let expected = format!("a {} such as `{}`", format.word(), format.sample());
            return Err(wrong_type(path, &expected, value));
        }
    };
    Err(wrong_type(path, expected, value))
}

/// A time has 13 digits, or is zero, which stands for no time.
fn check_time(value: &Value, path: &str) -> Result<(), Refusal> {
    match value.as_i64() {
        Some(0 | 1_000_000_000_000..=9_999_999_999_999) => Ok(()),
        _ => {
            Err(Refusal::new(code::TIME, format!("{path}: expected 13 digits of milliseconds, got {value}")))
        }
    }
}

/// Checks that a value has a defined type.
fn check_named(api: &Api, endpoint: &Endpoint, id: TypeId, value: &Value, path: &str) -> Result<(), Refusal> {
    match &api[id].shape {
        Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. } => {
            check_scalar(Scalar::Str, value, path)
        }
        Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } => {
            check_scalar(Scalar::Int, value, path)
        }
        Shape::Struct { fields, free, variant } => {
            let Value::Object(members) = value else { return Err(wrong_type(path, "an object", value)) };
            fields.iter().try_for_each(|field| {
                let path = format!("{path}.{}", field.wire);
                match members.get(&field.wire).filter(|value| is_given(api, &field.ty, value)) {
                    Some(value) => check_field(api, endpoint, field, value, &path),
                    None if field.presence == Presence::Required => Err(missing(&path)),
                    None => Ok(()),
                }
            })?;
            if let Some(free) = free {
                let others =
                    members.iter().filter(|(name, _)| fields.iter().all(|field| field.wire != **name));
                others.into_iter().try_for_each(|(name, value)| {
                    check_type(api, endpoint, &free.ty, value, &format!("{path}.{name}"))
                })?;
            }
            if let Some(variant) = variant {
                let mut others = members.clone();
                fields.iter().for_each(|field| drop(others.remove(&field.wire)));
                check_type(api, endpoint, &variant.ty, &Value::Object(others), path)?;
            }
            rule::check_members(api, endpoint, (fields, &api[id].rules), members, path)
        }
        Shape::Tagged(union) => {
            let Value::Object(members) = value else { return Err(wrong_type(path, "an object", value)) };
            // As with enums, others may be known to the server.
            let Some(name) = &union.by else {
                let variants = union.variants_with(api, |name| members.contains_key(name));
                return first_fit(variants.into_iter().map(|variant| &variant.ty), |ty| {
                    check_type(api, endpoint, ty, value, path)
                });
            };
            let by = format!("{path}.{name}");
            let tag = members.get(name).filter(|tag| !tag.is_null()).ok_or_else(|| missing(&by))?;
            check_scalar(Scalar::Str, tag, &by)?;
            let variant = union.variants.iter().find(|variant| tag.as_str() == Some(&variant.tag));
            let Some(variant) = variant else { return Ok(()) };
            // The tag is no member of the variant, not even a free one.
            let mut object = members.clone();
            object.remove(name);
            check_type(api, endpoint, &variant.ty, &Value::Object(object), path)
        }
        Shape::Any(_) => Ok(()),
        Shape::Union(variants) => first_fit(variants.iter(), |ty| check_type(api, endpoint, ty, value, path)),
    }
}

/// Checks that a value fits one of several types. The refusal shown is that of the first, which the value looks like most.
fn first_fit<'t>(
    types: impl Iterator<Item = &'t TypeRef>,
    mut check: impl FnMut(&TypeRef) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut first = Ok(());
    for (index, ty) in types.enumerate() {
        match check(ty) {
            Ok(()) => return Ok(()),
            Err(refusal) if index == 0 => first = Err(refusal),
            Err(_) => {}
        }
    }
    first
}

/// Whether a constant of the spec and a JSON value are the same.
pub(super) fn equals(literal: &Literal, value: &Value) -> bool {
    match literal {
        Literal::Bool(literal) => value.as_bool() == Some(*literal),
        Literal::Int(literal) => value.as_i64() == Some(*literal),
        Literal::Float(literal) => value.as_f64() == Some(*literal),
        Literal::Str(literal) => value.as_str() == Some(literal),
    }
}

/// A constant as a message shows it.
pub(super) fn show(literal: &Literal) -> String {
    match literal {
        Literal::Bool(literal) => literal.to_string(),
        Literal::Int(literal) => literal.to_string(),
        Literal::Float(literal) => literal.to_string(),
        Literal::Str(literal) => format!("`{literal}`"),
    }
}
