//! Pagination: which items of a list a response shows, and what it says about the rest.

use std::ops::Range;

use paceline_generator::ir::{
    Api, Endpoint, JsonPath, Pagination, PaginationKind, Paging, Scalar, Shape, TypeRef,
};
use serde_json::{Map, Value};

use super::{Reply, insert, inside_data};
use crate::check::Args;
use crate::refusal::{Refusal, code};
use crate::sample::json;

/// The size of a page where neither the request nor the spec says one.
const SIZE: usize = 20;

/// The items of a made-up list that is paged: more than the usual page holds, so that there is something to walk.
pub(crate) const LISTED: usize = 45;

/// A page: which items, and what stands beside them.
struct Page {
    items: Vec<Value>,
    beside: Vec<(JsonPath, Value)>,
}

/// The data of a response, and what stands outside of it.
pub(super) fn cut(
    api: &Api,
    endpoint: &Endpoint,
    args: &Args,
    reply: Reply,
) -> Result<(Value, Vec<(JsonPath, Value)>), Refusal> {
    let Some(paging) = &endpoint.paging else {
        return Ok((whole(reply), Vec::new()));
    };
    let Some(list) = &paging.list else {
        let mut data = whole(reply);
        // What stands in the data is not known: it stands for as many items as other made-up lists have.
        let page = slice(api, endpoint, paging, args, vec![Value::Null; LISTED])?;
        let outside = set_beside(api, endpoint, &mut data, page.beside);
        return Ok((data, outside));
    };
    let (mut data, items) = match reply {
        Reply::List(items) => (Value::Object(Map::new()), items),
        Reply::Data(mut data) => {
            let items = take(&mut data, &list.path);
            (data, items)
        }
        Reply::Done | Reply::File(_) => (Value::Null, Vec::new()),
    };
    let page = slice(api, endpoint, paging, args, items)?;
    insert(&mut data, &list.path, Value::Array(page.items));
    let outside = set_beside(api, endpoint, &mut data, page.beside);
    Ok((data, outside))
}

/// Puts what is said about the rest of a list into the data; gives what stands outside of it.
fn set_beside(
    api: &Api,
    endpoint: &Endpoint,
    data: &mut Value,
    beside: Vec<(JsonPath, Value)>,
) -> Vec<(JsonPath, Value)> {
    let mut outside = Vec::new();
    for (path, value) in beside {
        match inside_data(&api[endpoint.envelope()], &path) {
            Some(inside) => insert(data, inside, value),
            // Inside the data the declared type drops what is `null`; out here nothing does.
            None if value.is_null() => {}
            None => outside.push((path, value)),
        }
    }
    outside
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
fn take(data: &mut Value, path: &[String]) -> Vec<Value> {
    let list = path.iter().try_fold(data, |at, name| at.get_mut(name)).map(Value::take);
    match list {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

/// The part of a list that a request asks for.
#[derive(Clone, Copy, Debug)]
struct Window {
    start: usize,
    size: usize,
    /// The number of the page, where pages are counted.
    number: usize,
}

/// Which of all items a request will see: making up the others is needless work.
pub(crate) fn seen(api: &Api, endpoint: &Endpoint, args: &Args) -> Result<Range<usize>, Refusal> {
    let Some(paging) = &endpoint.paging else { return Ok(0..usize::MAX) };
    let Window { start, size, .. } = window(api, endpoint, paging, args)?;
    Ok(start..start.saturating_add(size))
}

fn window(api: &Api, endpoint: &Endpoint, paging: &Paging, args: &Args) -> Result<Window, Refusal> {
    let style = &api[paging.style];
    let size = match &style.size {
        Some(path) => number(api, endpoint, args, path, 1)?.unwrap_or(SIZE),
        None => usize::MAX,
    };
    let (start, number) = match &style.kind {
        PaginationKind::Number { page, first } => {
            let least = usize::try_from(*first).unwrap_or(0);
            let number = number(api, endpoint, args, page, least)?.unwrap_or(least);
            ((number - least).saturating_mul(size), number)
        }
        PaginationKind::Offset { offset } => (number(api, endpoint, args, offset, 0)?.unwrap_or(0), 0),
        PaginationKind::Cursor { next } => match next.first() {
            Some((path, _)) => (cursor(args, path)?, 0),
            None => (0, 0),
        },
    };
    Ok(Window { start, size, number })
}

fn slice(
    api: &Api,
    endpoint: &Endpoint,
    paging: &Paging,
    args: &Args,
    items: Vec<Value>,
) -> Result<Page, Refusal> {
    let style = &api[paging.style];
    let window = window(api, endpoint, paging, args)?;
    let total = items.len();
    let end = window.start.saturating_add(window.size);
    let mut beside = Vec::new();
    match &style.kind {
        PaginationKind::Number { page, .. } => beside.extend(repeated(api, endpoint, style, page, window)),
        PaginationKind::Offset { .. } => {}
        PaginationKind::Cursor { next } => {
            let mark = |asked| if end < total { mark(api, endpoint, asked, end) } else { Value::Null };
            beside.extend(next.iter().map(|(asked, answered)| (answered.clone(), mark(asked))));
        }
    }
    if let Some(path) = &style.total {
        beside.push((path.clone(), Value::from(total)));
    }
    if let Some(path) = &style.has_more {
        beside.push((path.clone(), Value::from(end < total)));
    }
    Ok(Page { items: items.into_iter().skip(window.start).take(window.size).collect(), beside })
}

/// A response repeats the page's number and size beside the total, where that stands outside the data.
fn repeated(
    api: &Api,
    endpoint: &Endpoint,
    style: &Pagination,
    page: &JsonPath,
    window: Window,
) -> Vec<(JsonPath, Value)> {
    let Some((last, way)) = style.total.as_ref().and_then(|total| total.split_last()) else {
        return Vec::new();
    };
    if inside_data(&api[endpoint.envelope()], &way.to_vec()).is_some() {
        return Vec::new();
    }
    let parts = [(Some(page), window.number), (style.size.as_ref(), window.size)];
    let named = parts.into_iter().filter_map(|(path, value)| Some((path?.last()?, value)));
    named
        .filter(|(name, _)| *name != last)
        .map(|(name, value)| ([way, std::slice::from_ref(name)].concat(), Value::from(value)))
        .collect()
}

/// The value at a path in the request: a parameter, or a member of one.
fn asked<'a>(args: &'a Args, path: &JsonPath) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    let value = rest.iter().try_fold(args.get(first)?, |at, name| at.get(name))?;
    Some(value).filter(|value| !value.is_null())
}

/// A number at a path in the request, else the parameter's default.
fn number(
    api: &Api,
    endpoint: &Endpoint,
    args: &Args,
    path: &JsonPath,
    least: usize,
) -> Result<Option<usize>, Refusal> {
    let default = || {
        let param = endpoint.params.iter().find(|param| Some(&param.field.wire) == path.first())?;
        if path.len() > 1 {
            return member_default(api, &param.field.ty, &path[1..]);
        }
        param.field.default.as_ref().map(json)
    };
    let Some(value) = asked(args, path).cloned().or_else(default) else { return Ok(None) };
    match value.as_u64().and_then(|number| usize::try_from(number).ok()) {
        Some(number) if number >= least => Ok(Some(number)),
        _ => {
            let message = format!("{}: at least {least}, got {value}", path.join("."));
            Err(Refusal::new(code::INVALID, message))
        }
    }
}

fn member_default(api: &Api, ty: &TypeRef, way: &[String]) -> Option<Value> {
    let field = member(api, ty, way.first()?)?;
    if way.len() > 1 { member_default(api, &field.ty, &way[1..]) } else { field.default.as_ref().map(json) }
}

fn member<'a>(api: &'a Api, ty: &TypeRef, name: &str) -> Option<&'a paceline_generator::ir::Field> {
    let TypeRef::Def(id) = ty else { return None };
    let Shape::Struct(fields) = &api[*id].shape else { return None };
    fields.iter().find(|field| field.wire == name)
}

/// Where a cursor says to go on. It comes back as it was given out: the number of items already seen.
fn cursor(args: &Args, path: &JsonPath) -> Result<usize, Refusal> {
    let Some(value) = asked(args, path) else { return Ok(0) };
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let unknown =
        || Refusal::new(code::INVALID, format!("{}: no cursor of this sandbox, {value}", path.join(".")));
    // An empty cursor is how some clients ask for the first page.
    if text.is_empty() { Ok(0) } else { text.parse().map_err(|_| unknown()) }
}

/// A cursor in the type in which the request takes it.
fn mark(api: &Api, endpoint: &Endpoint, path: &JsonPath, at: usize) -> Value {
    let param = endpoint.params.iter().find(|param| Some(&param.field.wire) == path.first());
    let ty = param.and_then(|param| {
        path[1..].iter().try_fold(&param.field.ty, |ty, name| Some(&member(api, ty, name)?.ty))
    });
    let is_whole = |ty: &TypeRef| match ty {
        TypeRef::Scalar(scalar) => matches!(scalar, Scalar::Int | Scalar::Timestamp),
        TypeRef::Def(id) => matches!(api[*id].shape, Shape::Id(paceline_generator::ir::IdRepr::Int)),
        _ => false,
    };
    if ty.is_some_and(is_whole) { Value::from(at) } else { Value::from(at.to_string()) }
}
