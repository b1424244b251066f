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
const DEFAULT_SIZE: usize = 20;

/// How many items a made-up list that is paged has: more than the usual page holds, so that there are several pages.
pub(crate) const SAMPLE_ITEMS: usize = 45;

/// The query parameter by which addresses of pages say how many items come before. No spec describes it: to clients, an
/// address is nothing but an address.
const BEFORE: &str = "sandbox-items-before";

/// A page: which items, and what stands beside them.
struct Page {
    items: Vec<Value>,
    beside: Vec<(JsonPath, Value)>,
    /// The header `Link`.
    link: Option<String>,
}

/// A page as it is sent.
pub(super) struct RequestedPage {
    pub(super) data: Value,
    /// What stands outside of the data.
    pub(super) outside: Vec<(JsonPath, Value)>,
    /// The header `Link`.
    pub(super) link: Option<String>,
}

/// The data of a response with the requested page of its list, and what is said outside of the data.
pub(super) fn requested_page(
    api: &Api,
    endpoint: &Endpoint,
    args: &Args,
    reply: Reply,
) -> Result<RequestedPage, Refusal> {
    let Some(paging) = &endpoint.paging else {
        return Ok(RequestedPage { data: whole(reply), outside: Vec::new(), link: None });
    };
    let Some(list) = &paging.list else {
        let mut data = whole(reply);
        // The data as a whole is a page, of which no items are known. It counts for as many as other made-up lists have.
        let page = cut_out(api, endpoint, paging, args, vec![Value::Null; SAMPLE_ITEMS])?;
        let outside = set_beside(api, endpoint, &mut data, page.beside);
        return Ok(RequestedPage { data, outside, link: page.link });
    };
    let (mut data, items) = match reply {
        Reply::List(items) => (Value::Object(Map::new()), items),
        Reply::Data(mut data) => {
            let items = take_list(&mut data, &list.path);
            (data, items)
        }
        Reply::Done | Reply::File(_) | Reply::Stream(_) => (Value::Null, Vec::new()),
    };
    let page = cut_out(api, endpoint, paging, args, items)?;
    insert(&mut data, &list.path, Value::Array(page.items));
    let outside = set_beside(api, endpoint, &mut data, page.beside);
    Ok(RequestedPage { data, outside, link: page.link })
}

/// Puts what is said beside a page into the data, as far as it stands there. Gives what stands outside of the data.
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
            // Inside the data, what is `null` is dropped later, by the declared type; outside, nothing would drop it.
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
        Reply::Done | Reply::File(_) | Reply::Stream(_) => Value::Null,
    }
}

/// Takes the list out of made-up data.
fn take_list(data: &mut Value, path: &[String]) -> Vec<Value> {
    let list = path.iter().try_fold(data, |at, name| at.get_mut(name)).map(Value::take);
    match list {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

/// The part of a list that a request asks for.
#[derive(Clone, Copy, Debug)]
struct Window {
    /// The index of the first item.
    start: usize,
    /// How many items the page may have.
    size: usize,
    /// The number of the page, where pages are counted.
    number: usize,
}

/// The indices of the items on the requested page. The others need not be computed.
pub(crate) fn requested_items(api: &Api, endpoint: &Endpoint, args: &Args) -> Result<Range<usize>, Refusal> {
    let Some(paging) = &endpoint.paging else { return Ok(0..usize::MAX) };
    if let PaginationKind::LastItem { .. } = api[paging.style].kind {
        // Which item a request means is seen when all are there.
        return Ok(0..usize::MAX);
    }
    let Window { start, size, .. } = window(api, endpoint, paging, args)?;
    Ok(start..start.saturating_add(size))
}

/// The part of a list that a request asks for; the whole of it if the style has no size.
fn window(api: &Api, endpoint: &Endpoint, paging: &Paging, args: &Args) -> Result<Window, Refusal> {
    let style = &api[paging.style];
    let size = match &style.size {
        Some(path) => number(api, endpoint, args, path, 1)?.unwrap_or(DEFAULT_SIZE),
        // What leads from page to page is of no use to a list on a single one.
        None if matches!(style.kind, PaginationKind::LastItem { .. }) || style.kind.is_by_address() => {
            DEFAULT_SIZE
        }
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
            Some((path, _)) => (read_cursor(args, path)?, 0),
            None => (0, 0),
        },
        PaginationKind::NextUrl { .. } | PaginationKind::Link => (items_before(args)?, 0),
        // It is found among the items.
        PaginationKind::LastItem { .. } => (0, 0),
    };
    Ok(Window { start, size, number })
}

/// The requested page of a list, with what the style says beside the items.
fn cut_out(
    api: &Api,
    endpoint: &Endpoint,
    paging: &Paging,
    args: &Args,
    items: Vec<Value>,
) -> Result<Page, Refusal> {
    let style = &api[paging.style];
    let mut window = window(api, endpoint, paging, args)?;
    if let PaginationKind::LastItem { after, id } = &style.kind {
        window.start = index_after(args, after, id, &items)?;
    }
    let total = items.len();
    let end = window.start.saturating_add(window.size);
    let (mut beside, mut link) = (Vec::new(), None);
    match &style.kind {
        PaginationKind::Number { page, .. } => beside.extend(repeated(api, endpoint, style, page, window)),
        PaginationKind::Offset { .. } => {}
        PaginationKind::Cursor { next } => {
            let cursor = |param| if end < total { cursor_at(api, endpoint, param, end) } else { Value::Null };
            beside.extend(next.iter().map(|(param, response_path)| (response_path.clone(), cursor(param))));
        }
        PaginationKind::NextUrl { next } => {
            let address = (end < total).then(|| address_at(args, end));
            beside.push((next.clone(), address.map_or(Value::Null, Value::from)));
        }
        PaginationKind::Link => {
            let first = format!("<{}>; rel=\"first\"", address_at(args, 0));
            let next = (end < total).then(|| format!("<{}>; rel=\"next\"", address_at(args, end)));
            link = Some(next.into_iter().chain([first]).collect::<Vec<_>>().join(", "));
        }
        PaginationKind::LastItem { .. } => {}
    }
    if let Some(path) = &style.total {
        beside.push((path.clone(), Value::from(total)));
    }
    if let Some(path) = &style.has_more {
        beside.push((path.clone(), Value::from(end < total)));
    }
    if let Some(path) = &style.is_last {
        beside.push((path.clone(), Value::from(end >= total)));
    }
    Ok(Page { items: items.into_iter().skip(window.start).take(window.size).collect(), beside, link })
}

/// The page's number and size, which a response repeats beside the total if that stands outside of the data.
fn repeated(
    api: &Api,
    endpoint: &Endpoint,
    style: &Pagination,
    page: &JsonPath,
    window: Window,
) -> Vec<(JsonPath, Value)> {
    let Some((last, parents)) = style.total.as_ref().and_then(|total| total.split_last()) else {
        return Vec::new();
    };
    if inside_data(&api[endpoint.envelope()], &parents.to_vec()).is_some() {
        return Vec::new();
    }
    let parts = [(Some(page), window.number), (style.size.as_ref(), window.size)];
    let named = parts.into_iter().filter_map(|(path, value)| Some((path?.last()?, value)));
    named
        .filter(|(name, _)| *name != last)
        .map(|(name, value)| ([parents, std::slice::from_ref(name)].concat(), Value::from(value)))
        .collect()
}

/// The value at a path in the request: a parameter, or a member of one.
fn requested<'a>(args: &'a Args, path: &JsonPath) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    let value = rest.iter().try_fold(args.get(first)?, |at, name| at.get(name))?;
    Some(value).filter(|value| !value.is_null())
}

/// A number at a path in the request, else the parameter's default, else `None`. Less than `least` is refused.
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
    let Some(value) = requested(args, path).cloned().or_else(default) else { return Ok(None) };
    match value.as_u64().and_then(|number| usize::try_from(number).ok()) {
        Some(number) if number >= least => Ok(Some(number)),
        _ => {
            let message = format!("{}: at least {least}, got {value}", path.join("."));
            Err(Refusal::new(code::INVALID, message))
        }
    }
}

/// The default of a member at a path inside a type.
fn member_default(api: &Api, ty: &TypeRef, path: &[String]) -> Option<Value> {
    let field = member(api, ty, path.first()?)?;
    if path.len() > 1 { member_default(api, &field.ty, &path[1..]) } else { field.default.as_ref().map(json) }
}

/// The member of a struct with this wire name.
fn member<'a>(api: &'a Api, ty: &TypeRef, name: &str) -> Option<&'a paceline_generator::ir::Field> {
    let TypeRef::Def(id) = ty else { return None };
    let Shape::Struct { fields, .. } = &api[*id].shape else { return None };
    fields.iter().find(|field| field.wire == name)
}

/// Where the request's cursor says to go on: the number of items already seen. Zero without a cursor.
fn read_cursor(args: &Args, path: &JsonPath) -> Result<usize, Refusal> {
    let Some(value) = requested(args, path) else { return Ok(0) };
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let unknown =
        || Refusal::new(code::INVALID, format!("{}: no cursor of this sandbox, {value}", path.join(".")));
    // An empty cursor is how some clients ask for the first page.
    if text.is_empty() { Ok(0) } else { text.parse().map_err(|_| unknown()) }
}

/// The address of the page that begins at index `at`: relative, the query of the request with another position.
fn address_at(args: &Args, at: usize) -> String {
    let is_other = |pair: &&str| !pair.is_empty() && pair.split('=').next() != Some(BEFORE);
    let rest: String = args.query_text.split('&').filter(is_other).flat_map(|pair| [pair, "&"]).collect();
    format!("?{rest}{BEFORE}={at}")
}

/// How many items come before the page, as its address says. None without an address.
fn items_before(args: &Args) -> Result<usize, Refusal> {
    let values = args.query_text.split('&').filter_map(|pair| pair.split_once('='));
    let Some((_, value)) = values.into_iter().find(|(name, _)| *name == BEFORE) else { return Ok(0) };
    value.parse().map_err(|_| Refusal::new(code::INVALID, format!("{BEFORE}: no address of this sandbox")))
}

/// The index after the item whose id the request names. Zero if it names none.
fn index_after(args: &Args, after: &JsonPath, id: &JsonPath, items: &[Value]) -> Result<usize, Refusal> {
    let Some(wanted) = requested(args, after) else { return Ok(0) };
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let has_id = |item: &Value| {
        let found = id.iter().try_fold(item, |at, name| at.get(name));
        found.is_some_and(|found| text(found) == text(wanted))
    };
    let index = items.iter().position(has_id);
    let unknown = || Refusal::new(code::INVALID, format!("{}: no item has the id {wanted}", after.join(".")));
    index.map(|index| index + 1).ok_or_else(unknown)
}

/// Gives made-up items ids of their own, where the next page is asked for by the id of the last one.
pub(crate) fn number_items(api: &Api, endpoint: &Endpoint, items: &mut [Value]) {
    let Some(Paging { style, list: Some(list) }) = &endpoint.paging else { return };
    let PaginationKind::LastItem { id, .. } = &api[*style].kind else { return };
    let ty = id.iter().try_fold(&list.item, |ty, name| Some(&member(api, ty, name)?.ty));
    for (number, item) in (1..).zip(items) {
        insert(item, id, typed_number(api, ty, number));
    }
}

/// The cursor of the item at index `at`, in the type in which the request takes it.
fn cursor_at(api: &Api, endpoint: &Endpoint, path: &JsonPath, at: usize) -> Value {
    let param = endpoint.params.iter().find(|param| Some(&param.field.wire) == path.first());
    let ty = param.and_then(|param| {
        path[1..].iter().try_fold(&param.field.ty, |ty, name| Some(&member(api, ty, name)?.ty))
    });
    typed_number(api, ty, at)
}

/// A number in the form that a type has: as one where the type is that of whole numbers, else as text.
fn typed_number(api: &Api, ty: Option<&TypeRef>, number: usize) -> Value {
    let is_whole = |ty: &TypeRef| match ty.non_null() {
        TypeRef::Scalar(scalar) => scalar.is_integer() || *scalar == Scalar::UInt,
        TypeRef::Def(id) => matches!(api[*id].shape, Shape::Id(paceline_generator::ir::IdRepr::Int)),
        _ => false,
    };
    if ty.is_some_and(is_whole) { Value::from(number) } else { Value::from(number.to_string()) }
}
