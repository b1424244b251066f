//! Does a response have the type that the spec declares? Written apart from the code that makes responses.

use paceline_generator::ir::{
    Api, Endpoint, EnumRepr, Field, IdRepr, Literal, Presence, Response, Scalar, Shape, TypeRef,
};
use serde_json::Value;

/// Says what is wrong with the body of a successful response.
pub(crate) fn check_response(api: &Api, endpoint: &Endpoint, body: &Value) -> Result<(), String> {
    let envelope = &api[endpoint.envelope()];
    let at = |path: &[String]| path.iter().try_fold(body, |at, name| at.get(name));
    if let Some(code) = &envelope.code
        && at(code).is_some_and(|code| *code != 0)
    {
        return Err(format!("the code is not 0: {body}"));
    }
    match &endpoint.response {
        Response::Nothing | Response::Bytes | Response::Stream(_) => Ok(()),
        Response::Optional(_)
            if at(envelope.data.as_deref().unwrap_or_default()).is_none_or(Value::is_null) =>
        {
            Ok(())
        }
        Response::Data(_) | Response::Optional(_) | Response::ByStatus(_) => {
            // Of several types, the sandbox responds with the first.
            let ty = endpoint.response.types().next().ok_or("there are no types")?;
            let mut data =
                at(envelope.data.as_deref().unwrap_or_default()).ok_or("there are no data")?.clone();
            if let (None, Value::Object(members)) = (&envelope.data, &mut data) {
                // The envelope's own members stand among the data.
                let own = [&envelope.code, &envelope.message, &envelope.detail, &envelope.log_id];
                own.into_iter().flatten().for_each(|path| {
                    members.remove(&path[0]);
                });
            }
            check(api, ty, &data, "data")
        }
    }
}

fn check(api: &Api, ty: &TypeRef, value: &Value, at: &str) -> Result<(), String> {
    let wrong = |expected: &str| Err(format!("{at}: expected {expected}, got {value}"));
    match ty {
        TypeRef::Scalar(scalar) => match scalar {
            Scalar::Any => Ok(()),
            Scalar::Str | Scalar::Secret | Scalar::File if value.is_string() => Ok(()),
            Scalar::Bool if value.is_boolean() => Ok(()),
            Scalar::Int | Scalar::Timestamp if value.is_i64() => Ok(()),
            Scalar::UInt if value.is_u64() => Ok(()),
            Scalar::Float if value.is_number() => Ok(()),
            other => wrong(&format!("{other:?}")),
        },
        TypeRef::List(item) => match value.as_array() {
            Some(items) => items.iter().try_for_each(|value| check(api, item, value, &format!("{at}[]"))),
            None => wrong("a list"),
        },
        TypeRef::Map { value: ty, .. } => match value.as_object() {
            Some(members) => {
                members.iter().try_for_each(|(key, value)| check(api, ty, value, &format!("{at}.{key}")))
            }
            None => wrong("an object"),
        },
        TypeRef::JsonText(ty) => {
            let inner = value.as_str().and_then(|text| serde_json::from_str(text).ok());
            inner.map_or_else(|| wrong("JSON text"), |inner| check(api, ty, &inner, at))
        }
        TypeRef::Nullable(_) if value.is_null() => Ok(()),
        TypeRef::Nullable(ty) => check(api, ty, value, at),
        TypeRef::TextId(_) if value.is_string() => Ok(()),
        TypeRef::TextId(_) => wrong("an id as text"),
        TypeRef::Def(id) => match &api[*id].shape {
            Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. } if value.is_string() => Ok(()),
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } if value.is_i64() => Ok(()),
            Shape::Struct { fields, free, variant: None } => match value.as_object() {
                Some(members) => {
                    let unknown =
                        members.iter().filter(|(key, _)| fields.iter().all(|field| field.wire != **key));
                    for (name, value) in unknown {
                        match free {
                            Some(free) => check(api, &free.ty, value, &format!("{at}.{name}"))?,
                            None => return Err(format!("{at}: there is no member `{name}`")),
                        }
                    }
                    fields.iter().try_for_each(|field| check_member(api, field, members.get(&field.wire), at))
                }
                None => wrong("an object"),
            },
            Shape::Any(_) => Ok(()),
            Shape::Union(variants) if variants.iter().any(|ty| check(api, ty, value, at).is_ok()) => Ok(()),
            _ => wrong(api[*id].name.pascal()),
        },
    }
}

fn check_member(api: &Api, field: &Field, value: Option<&Value>, at: &str) -> Result<(), String> {
    let at = format!("{at}.{}", field.wire);
    match (&field.presence, value) {
        (Presence::Optional, None) => Ok(()),
        (_, None) => Err(format!("{at}: missing")),
        (Presence::Constant(Literal::Str(text)), Some(value)) if value != text => {
            Err(format!("{at}: {value}"))
        }
        (_, Some(value)) => check(api, &field.ty, value, &at),
    }
}
