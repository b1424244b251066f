//! Checks of a request's parameters against the spec. A refusal names the field and carries the API's code.

mod body;
mod bound;
mod format;
mod query;
mod rule;
mod spread;
mod value;

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use paceline_generator::ir::{Api, Endpoint, Param, ParamLocation, Presence, Scalar, Shape, TypeRef};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

pub(crate) use body::{BODY_LIMIT, Upload, read as read_body};
pub(crate) use format::is_of_form;
pub(crate) use query::read_query;

use crate::refusal::{Refusal, code};
use spread::needs_members;

/// The parameters of a request, by location and wire name.
#[derive(Debug, Default)]
pub(crate) struct Args {
    /// From the path.
    pub(crate) path: Map<String, Value>,
    /// From the query.
    pub(crate) query: Map<String, Value>,
    /// The query as it came.
    pub(crate) query_text: String,
    /// From headers.
    pub(crate) headers: Map<String, Value>,
    /// From cookies.
    pub(crate) cookies: Map<String, Value>,
    /// From the body.
    pub(crate) body: Map<String, Value>,
    /// Whether there is no body where members of one could be.
    pub(crate) lacks_body: bool,
    /// The files of a form, by the names of their parts.
    pub(crate) files: Vec<(String, Upload)>,
}

impl Args {
    /// The value of a parameter, wherever it stands; absent and `null` are the same.
    pub(crate) fn get(&self, wire: &str) -> Option<&Value> {
        let values_by_location = [&self.body, &self.query, &self.headers, &self.cookies, &self.path];
        values_by_location.into_iter().find_map(|values| values.get(wire)).filter(|value| !value.is_null())
    }

    /// The value of a parameter at its own location.
    fn value_of(&self, param: &Param) -> Option<&Value> {
        let values = match param.location {
            ParamLocation::Path => &self.path,
            ParamLocation::Query => &self.query,
            ParamLocation::Header => &self.headers,
            ParamLocation::Cookie => &self.cookies,
            ParamLocation::Body => &self.body,
        };
        values.get(&param.field.wire)
    }
}

/// Checks everything that the spec says about the parameters of `endpoint`.
pub(crate) fn check(api: &Api, endpoint: &Endpoint, args: &Args) -> Result<(), Refusal> {
    for param in &endpoint.params {
        let field = &param.field;
        let is_file = args.files.iter().any(|(name, _)| *name == field.wire);
        match args.value_of(param) {
            Some(value) if is_given(api, &field.ty, value) => {
                value::check_field(api, endpoint, field, value, &field.wire)?;
            }
            _ if is_file || field.presence == Presence::Optional => {}
            _ if param.in_optional_body && args.lacks_body => {}
            // An object without members looks like none.
            _ if param.is_spread() && !needs_members(api, &field.ty) => {}
            _ => return Err(missing(&field.wire)),
        }
    }
    rule::check_params(api, endpoint, args)
}

/// Whether a parameter or member counts as given. `null` does where any value is allowed, since it empties a field
/// there; elsewhere it is the same as an absent one.
fn is_given(api: &Api, ty: &TypeRef, value: &Value) -> bool {
    let allows_any = match ty {
        TypeRef::Scalar(Scalar::Any) | TypeRef::Nullable(_) => true,
        TypeRef::Def(id) => matches!(api[*id].shape, Shape::Any(_)),
        _ => false,
    };
    allows_any || !value.is_null()
}

/// The refusal of a request in which a parameter is missing.
pub(crate) fn missing(field: &str) -> Refusal {
    let code = match field.rsplit('.').next().unwrap_or(field) {
        "work_item_type_key" | "work_item_type_keys" => code::WRONG_TYPE_KEY,
        "file" => code::FORM_MISSING,
        _ => code::MISSING,
    };
    Refusal::new(code, format!("{field}: the parameter is missing"))
}

/// The path's parameters with the types that the spec gives them.
pub(crate) fn read_path(
    api: &Api,
    endpoint: &Endpoint,
    raw: &BTreeMap<String, String>,
) -> Result<Map<String, Value>, Refusal> {
    let typed = |(name, text): (&String, &String)| {
        let ty = find(endpoint, ParamLocation::Path, name).map(|param| &param.field.ty);
        let value = ty.map_or_else(|| Ok(Value::from(text.as_str())), |ty| from_text(api, ty, text, name))?;
        Ok((name.clone(), value))
    };
    raw.iter().map(typed).collect()
}

/// The headers that are parameters, with the types that the spec gives them. The items of a list have commas between them.
pub(crate) fn read_headers(
    api: &Api,
    endpoint: &Endpoint,
    headers: &HeaderMap,
) -> Result<Map<String, Value>, Refusal> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(Cow::Borrowed);
    read_texts(api, endpoint, ParamLocation::Header, &text)
}

/// The cookies that are parameters, with the types that the spec gives them. The items of a list have commas between them.
pub(crate) fn read_cookies(
    api: &Api,
    endpoint: &Endpoint,
    headers: &HeaderMap,
) -> Result<Map<String, Value>, Refusal> {
    let texts = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs: Vec<(&str, &str)> =
        texts.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('=')).collect();
    let text = |name: &str| {
        let (_, text) = pairs.iter().find(|(known, _)| *known == name)?;
        percent_decode_str(text).decode_utf8().ok()
    };
    read_texts(api, endpoint, ParamLocation::Cookie, &text)
}

/// The parameters at a location where each is one text.
fn read_texts<'t>(
    api: &Api,
    endpoint: &Endpoint,
    location: ParamLocation,
    text_of: &dyn Fn(&str) -> Option<Cow<'t, str>>,
) -> Result<Map<String, Value>, Refusal> {
    let mut values = Map::new();
    for param in endpoint.params.iter().filter(|param| param.location == location) {
        let wire = &param.field.wire;
        let Some(text) = text_of(wire) else { continue };
        let value = match &param.field.ty {
            TypeRef::List(item) => {
                let items = text.split(',').map(|text| from_text(api, item, text.trim(), wire));
                Value::Array(items.collect::<Result<_, _>>()?)
            }
            ty => from_text(api, ty, &text, wire)?,
        };
        values.insert(wire.clone(), value);
    }
    Ok(values)
}

/// The parameter with this location and wire name. That of an object whose members stand for themselves does not travel.
fn find<'a>(endpoint: &'a Endpoint, location: ParamLocation, wire: &str) -> Option<&'a Param> {
    let mut params = endpoint.params.iter().filter(|param| param.location == location);
    params.find(|param| param.field.wire == wire && !param.is_spread())
}

/// Reads a value of type `ty` that is sent as text: in a path, a query, a header, or a part of a form.
pub(crate) fn from_text(api: &Api, ty: &TypeRef, text: &str, field: &str) -> Result<Value, Refusal> {
    use paceline_generator::ir::{EnumRepr, IdRepr};
    let whole_number = || match text.parse::<i64>() {
        Ok(number) => Ok(Value::from(number)),
        Err(_) => Err(wrong_type(field, "a whole number", &Value::from(text))),
    };
    match ty {
        TypeRef::Scalar(scalar) if scalar.is_integer() => whole_number(),
        TypeRef::Scalar(Scalar::UInt) => match text.parse::<u64>() {
            Ok(number) => Ok(Value::from(number)),
            Err(_) => Err(wrong_type(field, "a whole number that is not negative", &Value::from(text))),
        },
        TypeRef::Scalar(Scalar::Bool) => match text {
            "true" | "1" => Ok(Value::Bool(true)),
            "false" | "0" => Ok(Value::Bool(false)),
            _ => Err(wrong_type(field, "`true` or `false`", &Value::from(text))),
        },
        TypeRef::Scalar(Scalar::Float) => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Value::from(number)),
            _ => Err(wrong_type(field, "a number", &Value::from(text))),
        },
        TypeRef::Nullable(inner) => from_text(api, inner, text, field),
        TypeRef::Scalar(_) | TypeRef::JsonText(_) | TypeRef::TextId(_) => Ok(Value::from(text)),
        TypeRef::Def(id) => match &api[*id].shape {
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } => whole_number(),
            Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. } => Ok(Value::from(text)),
            Shape::Struct { .. } | Shape::Union(_) | Shape::Tagged(_) | Shape::Any(_) => {
                Ok(from_json_text(text))
            }
        },
        TypeRef::List(_) | TypeRef::Map { .. } => Ok(from_json_text(text)),
    }
}

/// Lists and objects are sent as JSON text where only text can be sent. Text that is not JSON is kept as it is, and the
/// check of its type refuses it.
fn from_json_text(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// The refusal of a value of another type than the spec's.
pub(crate) fn wrong_type(field: &str, expected: &str, got: &Value) -> Refusal {
    let got = match got {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.chars().count() <= 30 => format!("`{text}`"),
        Value::String(_) => "a long text".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    };
    Refusal::new(code::INVALID_JSON, format!("{field}: expected {expected}, got {got}"))
}
