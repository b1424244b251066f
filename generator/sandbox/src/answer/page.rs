//! Pagination: which items of a list an answer shows, and what it says about the rest.

use generator::ir::{Api, Location, Operation, PaginationKind, Paging, Scalar, Shape, TypeRef};
use serde_json::{Map, Value};

use super::{Reply, inside_data, put};
use crate::check::Args;
use crate::refusal::{Refusal, code};
use crate::sample::json;

/// The size of a page where neither the request nor the spec says one.
const SIZE: usize = 20;

/// A page: which items, and what stands beside them.
struct Page {
    items: Vec<Value>,
    beside: Vec<(Location, Value)>,
}

/// The data of an answer, and what stands outside of it.
pub(super) fn cut(
    api: &Api,
    operation: &Operation,
    args: &Args,
    reply: Reply,
) -> Result<(Value, Vec<(Location, Value)>), Refusal> {
    let Some(paging) = &operation.paging else {
        return Ok((whole(reply), Vec::new()));
    };
    let (mut data, items) = match reply {
        Reply::List(items) => (Value::Object(Map::new()), items),
        Reply::Data(mut data) => {
            let items = take(&mut data, &paging.items);
            (data, items)
        }
        Reply::Done | Reply::File(_) => (Value::Null, Vec::new()),
    };
    let page = slice(api, operation, paging, args, items)?;
    put(&mut data, &paging.items, Value::Array(page.items));
    let mut outside = Vec::new();
    for (place, value) in page.beside {
        match inside_data(&api[operation.envelope], &place) {
            Some(inside) => put(&mut data, inside, value),
            // Beside the data, what is not there is left out; in the data its type decides.
            None if value.is_null() => {}
            None => outside.push((place, value)),
        }
    }
    Ok((data, outside))
}

/// The data where nothing is paged.
fn whole(reply: Reply) -> Value {
    match reply {
        Reply::Data(data) => data,
        Reply::List(items) => Value::Array(items),
        Reply::Done | Reply::File(_) => Value::Null,
    }
}

/// The list inside made-up data.
fn take(data: &mut Value, place: &[String]) -> Vec<Value> {
    let list = place.iter().try_fold(data, |at, name| at.get_mut(name)).map(Value::take);
    match list {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

fn slice(
    api: &Api,
    operation: &Operation,
    paging: &Paging,
    args: &Args,
    items: Vec<Value>,
) -> Result<Page, Refusal> {
    let style = &api[paging.style];
    let size = match &style.size {
        Some(place) => number(api, operation, args, place, 1)?.unwrap_or(SIZE),
        None => items.len().max(1),
    };
    let total = items.len();
    let mut beside = Vec::new();
    let start = match &style.kind {
        PaginationKind::Number { page, first } => {
            let least = usize::try_from(*first).unwrap_or(0);
            let number = number(api, operation, args, page, least)?.unwrap_or(least);
            // An answer repeats the page's number and size beside the total, where that stands outside the data.
            if let Some((last, way)) = style.total.as_ref().and_then(|total| total.split_last())
                && inside_data(&api[operation.envelope], &way.to_vec()).is_none()
            {
                for (place, value) in [(Some(page), number), (style.size.as_ref(), size)] {
                    if let Some(name) = place.and_then(|place| place.last()).filter(|name| *name != last) {
                        beside.push(([way, std::slice::from_ref(name)].concat(), Value::from(value)));
                    }
                }
            }
            (number - least).saturating_mul(size)
        }
        PaginationKind::Offset { offset } => number(api, operation, args, offset, 0)?.unwrap_or(0),
        PaginationKind::Cursor { next } => {
            let start = match next.first() {
                Some((place, _)) => cursor(args, place)?,
                None => 0,
            };
            let more = start.saturating_add(size) < total;
            for (asked, answered) in next {
                let value = if more { mark(api, operation, asked, start + size) } else { Value::Null };
                beside.push((answered.clone(), value));
            }
            start
        }
    };
    if let Some(place) = &style.total {
        beside.push((place.clone(), Value::from(total)));
    }
    if let Some(place) = &style.has_more {
        beside.push((place.clone(), Value::from(start.saturating_add(size) < total)));
    }
    Ok(Page { items: items.into_iter().skip(start).take(size).collect(), beside })
}

/// The value at a place in the request: a parameter, or a member of one.
fn asked<'a>(args: &'a Args, place: &Location) -> Option<&'a Value> {
    let (first, rest) = place.split_first()?;
    let value = rest.iter().try_fold(args.get(first)?, |at, name| at.get(name))?;
    Some(value).filter(|value| !value.is_null())
}

/// A number at a place in the request, else the parameter's default.
fn number(
    api: &Api,
    operation: &Operation,
    args: &Args,
    place: &Location,
    least: usize,
) -> Result<Option<usize>, Refusal> {
    let default = || {
        let param = operation.params.iter().find(|param| Some(&param.field.wire) == place.first())?;
        if place.len() > 1 {
            return member_default(api, &param.field.ty, &place[1..]);
        }
        param.field.default.as_ref().map(json)
    };
    let Some(value) = asked(args, place).cloned().or_else(default) else { return Ok(None) };
    match value.as_u64().and_then(|number| usize::try_from(number).ok()) {
        Some(number) if number >= least => Ok(Some(number)),
        _ => {
            let message = format!("{}: at least {least}, got {value}", place.join("."));
            Err(Refusal::new(code::INVALID, message))
        }
    }
}

fn member_default(api: &Api, ty: &TypeRef, way: &[String]) -> Option<Value> {
    let field = member(api, ty, way.first()?)?;
    if way.len() > 1 { member_default(api, &field.ty, &way[1..]) } else { field.default.as_ref().map(json) }
}

fn member<'a>(api: &'a Api, ty: &TypeRef, name: &str) -> Option<&'a generator::ir::Field> {
    let TypeRef::Def(id) = ty else { return None };
    let Shape::Struct(fields) = &api[*id].shape else { return None };
    fields.iter().find(|field| field.wire == name)
}

/// Where a cursor says to go on. It comes back as it was given out: the number of items already seen.
fn cursor(args: &Args, place: &Location) -> Result<usize, Refusal> {
    let Some(value) = asked(args, place) else { return Ok(0) };
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let unknown =
        || Refusal::new(code::INVALID, format!("{}: no cursor of this sandbox, {value}", place.join(".")));
    // An empty cursor is how some clients ask for the first page.
    if text.is_empty() { Ok(0) } else { text.parse().map_err(|_| unknown()) }
}

/// A cursor in the type in which the request takes it.
fn mark(api: &Api, operation: &Operation, place: &Location, at: usize) -> Value {
    let param = operation.params.iter().find(|param| Some(&param.field.wire) == place.first());
    let ty = param.and_then(|param| {
        place[1..].iter().try_fold(&param.field.ty, |ty, name| Some(&member(api, ty, name)?.ty))
    });
    let is_whole = |ty: &TypeRef| match ty {
        TypeRef::Scalar(scalar) => matches!(scalar, Scalar::Int | Scalar::Timestamp),
        TypeRef::Def(id) => matches!(api[*id].shape, Shape::Id(generator::ir::IdRepr::Int)),
        _ => false,
    };
    if ty.is_some_and(is_whole) { Value::from(at) } else { Value::from(at.to_string()) }
}
