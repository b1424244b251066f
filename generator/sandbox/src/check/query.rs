//! The query of a request, with the types and styles that the spec gives its parameters.

use paceline_generator::ir::{Api, Endpoint, ListStyle, Param, ParamLocation, Shape, TypeRef};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::spread::find_spread;
use super::{find, from_text};
use crate::refusal::{Refusal, code};

/// The query's parameters. Those that the spec does not know are ignored, as the API ignores them.
pub(crate) fn read_query(api: &Api, endpoint: &Endpoint, query: &str) -> Result<Map<String, Value>, Refusal> {
    read_pairs(api, endpoint, ParamLocation::Query, query)
}

/// The parameters of a query or of a form, written as a query is.
pub(super) fn read_pairs(
    api: &Api,
    endpoint: &Endpoint,
    location: ParamLocation,
    pairs: &str,
) -> Result<Map<String, Value>, Refusal> {
    let mut values = Map::new();
    for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
        let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decode(name);
        if let Some((param, members)) = find_deep(endpoint, location, &name) {
            let object = values.entry(param.field.wire.clone()).or_insert_with(|| Value::Object(Map::new()));
            insert_member(api, &param.field.ty, object, &members, &decode(text), &name)?;
            continue;
        }
        let Some(param) = find(endpoint, location, &name) else {
            if let Some((object, ty)) = find_spread(api, endpoint, location, &name) {
                let wire = object.field.wire.clone();
                let object = values.entry(wire).or_insert_with(|| Value::Object(Map::new()));
                insert_member(api, ty, &mut object[name.as_str()], &[], &decode(text), &name)?;
            }
            continue;
        };
        let TypeRef::List(item) = &param.field.ty else {
            let value = from_text(api, &param.field.ty, &decode(text), &name)?;
            values.insert(name, value);
            continue;
        };
        let list = values.entry(name.clone()).or_insert_with(|| Value::Array(Vec::new()));
        for text in split(text, param.style) {
            let value = from_text(api, item, &decode(text), &name)?;
            if let Value::Array(items) = list {
                items.push(value);
            }
        }
    }
    Ok(values)
}

/// The items of a list in one value, still encoded: what is encoded within an item does not end it.
fn split(text: &str, style: ListStyle) -> Vec<&str> {
    let parts = |between: &[&str]| {
        let mut parts = vec![text];
        for between in between {
            parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
        }
        parts
    };
    match style {
        ListStyle::Repeat | ListStyle::DeepObject | ListStyle::Spread => vec![text],
        ListStyle::Comma => parts(&[","]),
        ListStyle::Space => parts(&["%20", "+"]),
        ListStyle::Pipe => parts(&["|", "%7C", "%7c"]),
    }
}

/// The deep object that a name such as `filter[name]` is a member of, and the names on the way to it.
fn find_deep<'a>(
    endpoint: &'a Endpoint,
    location: ParamLocation,
    name: &str,
) -> Option<(&'a Param, Vec<String>)> {
    let (wire, rest) = name.split_once('[')?;
    let param = find(endpoint, location, wire)?;
    let members = rest.strip_suffix(']')?.split("][").map(str::to_owned).collect();
    (param.style == ListStyle::DeepObject).then_some((param, members))
}

/// Puts a text at its place in an object, as the type there wants it; a list takes one item more.
fn insert_member(
    api: &Api,
    ty: &TypeRef,
    at: &mut Value,
    members: &[String],
    text: &str,
    name: &str,
) -> Result<(), Refusal> {
    let Some((member, rest)) = members.split_first() else {
        match ty {
            TypeRef::List(item) => {
                let value = from_text(api, item, text, name)?;
                match at {
                    Value::Array(items) => items.push(value),
                    _ => *at = Value::Array(vec![value]),
                }
            }
            ty => *at = from_text(api, ty, text, name)?,
        }
        return Ok(());
    };
    if let TypeRef::List(item) = ty {
        return insert_item(api, item, at, (member, rest), text, name);
    }
    let inner = match ty {
        TypeRef::Map { value, .. } => Some(&**value),
        TypeRef::Def(id) => match &api[*id].shape {
            Shape::Struct { fields, free, .. } => {
                let named = fields.iter().find(|field| field.wire == *member).map(|field| &field.ty);
                named.or(free.as_ref().map(|free| &free.ty))
            }
            _ => None,
        },
        _ => None,
    };
    // A member that nobody knows is ignored, as a parameter is.
    let Some(inner) = inner else { return Ok(()) };
    if !at.is_object() {
        *at = Value::Object(Map::new());
    }
    insert_member(api, inner, &mut at[member.as_str()], rest, text, name)
}

/// Puts a text at its place in an item of a list: a new one for `list[]`, and for `list[2]` the third.
fn insert_item(
    api: &Api,
    item: &TypeRef,
    list: &mut Value,
    (number, rest): (&str, &[String]),
    text: &str,
    name: &str,
) -> Result<(), Refusal> {
    if !list.is_array() {
        *list = Value::Array(Vec::new());
    }
    let Value::Array(items) = list else { return Ok(()) };
    let index = if number.is_empty() { Some(items.len()) } else { number.parse().ok() };
    let Some(index) = index.filter(|index| *index <= items.len()) else {
        let message = format!("{name}: the items of a list are counted from 0, one after the other");
        return Err(Refusal::new(code::INVALID, message));
    };
    if index == items.len() {
        items.push(Value::Null);
    }
    insert_member(api, item, &mut items[index], rest, text, name)
}

/// A name or value of the query, decoded.
fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}
