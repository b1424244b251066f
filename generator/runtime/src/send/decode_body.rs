//! Decoding a body: envelope and data in one pass.

use std::any::Any;
use std::hash::{DefaultHasher, Hasher};

use http::HeaderMap;
use http::header::LINK;
use serde_json::Value;

use crate::api::{Endpoint, Envelope, Exchange, JsonPath, NextPage, Pagination};
use crate::envelope::{self as reading, Binding, Head, read_envelope};
use crate::json::{Decode, DecodeError, Input, List};
use crate::token::TokenResponse;

use super::response_kind::{PageInfo, ResponseData, ResponsePage};

/// A decoded body: what the envelope holds, and the data or why it cannot be read.
pub(super) struct DecodedBody {
    pub(super) head: Head,
    pub(super) data: Result<DecodedData, DecodeError>,
    /// What does not fit its type, and so is not in the data.
    pub(super) left_out: Vec<DecodeError>,
}

pub(super) enum DecodedData {
    Value(Box<dyn Any + Send>),
    Page(Box<dyn ResponsePage>),
}

impl DecodedData {
    pub(super) fn into_any(self) -> Box<dyn Any + Send> {
        match self {
            Self::Value(value) => value,
            Self::Page(page) => page,
        }
    }
}

impl DecodedBody {
    pub(super) fn new(head: Head, read: Result<(DecodedData, Vec<DecodeError>), DecodeError>) -> Self {
        match read {
            Ok((data, left_out)) => Self { head, data: Ok(data), left_out },
            Err(error) => Self { head, data: Err(error), left_out: Vec::new() },
        }
    }
}

/// Decodes a body that holds a value.
pub(super) fn decode_data(
    mut data: Box<dyn ResponseData>,
    envelope: &Envelope,
    body: &[u8],
    room: usize,
) -> DecodedBody {
    let (head, result) = read_envelope(envelope, body, room, &mut *data);
    DecodedBody::new(head, result.map(|left_out| (DecodedData::Value(data), left_out)))
}

/// Decodes the response of a token exchange. One without a token is a failure.
pub(super) fn decode_token(
    exchange: &'static Exchange,
    envelope: &Envelope,
    body: &[u8],
    room: usize,
) -> DecodedBody {
    let mut token = TokenResponse::new(exchange);
    let (head, result) = read_envelope(envelope, body, room, &mut token);
    let result = result.and_then(|_| token.check());
    DecodedBody::new(head, result.map(|()| (DecodedData::Value(Box::new(token)), Vec::new())))
}

/// Decodes a body that holds a page.
pub(super) fn decode_page(
    mut page: Box<dyn ResponsePage>,
    endpoint: &Endpoint,
    envelope: &Envelope,
    headers: &HeaderMap,
    body: &[u8],
    room: usize,
) -> DecodedBody {
    let items = page.content();
    let (head, result) = match endpoint.pagination.map_or(&[] as JsonPath, |style| style.items) {
        [] => read_envelope(envelope, body, room, items),
        path => read_envelope(envelope, body, room, &mut Inside { path, into: items }),
    };
    with_info(page, head, result, &Source { endpoint, envelope, headers, body })
}

/// Decodes a body whose data is a page as a whole.
pub(super) fn decode_whole_page(
    mut page: Box<dyn ResponsePage>,
    endpoint: &Endpoint,
    envelope: &Envelope,
    headers: &HeaderMap,
    body: &[u8],
    room: usize,
) -> DecodedBody {
    let (head, result) = read_envelope(envelope, body, room, page.content());
    with_info(page, head, result, &Source { endpoint, envelope, headers, body })
}

/// What a page came from.
struct Source<'a> {
    endpoint: &'a Endpoint,
    envelope: &'a Envelope,
    headers: &'a HeaderMap,
    body: &'a [u8],
}

/// Keeps with a page what its response says about its position among the others.
fn with_info(
    mut page: Box<dyn ResponsePage>,
    head: Head,
    result: Result<Vec<DecodeError>, DecodeError>,
    source: &Source<'_>,
) -> DecodedBody {
    let page = result.and_then(|left_out| {
        let info = source.endpoint.pagination.map(|style| source.page_info(style)).transpose()?;
        page.set_info(PageInfo { body_hash: hash(source.body), ..info.unwrap_or_default() });
        Ok((DecodedData::Page(page), left_out))
    });
    DecodedBody::new(head, page)
}

impl Source<'_> {
    /// A pass of its own: what describes the page may be inside the data.
    fn page_info(&self, style: Pagination) -> Result<PageInfo, DecodeError> {
        let next_url;
        let cursors: &[JsonPath] = match style.next {
            NextPage::Cursor(cursors) => &cursors.iter().map(|(_, path)| *path).collect::<Vec<_>>(),
            NextPage::NextUrl(path) => {
                next_url = [path];
                &next_url
            }
            NextPage::Number(..) | NextPage::Offset(_) | NextPage::Link | NextPage::LastItem(..) => &[],
        };
        let mut info = PageInfo { cursors: vec![None; cursors.len()], ..PageInfo::default() };
        let mut bindings: Vec<Binding<'_>> =
            cursors.iter().zip(&mut info.cursors).map(|(path, into)| Binding { path, into }).collect();
        if let Some(path) = style.total {
            bindings.push(Binding { path, into: &mut info.total });
        }
        if let Some(path) = style.has_more {
            bindings.push(Binding { path, into: &mut info.has_more });
        }
        let mut is_last: Option<bool> = None;
        if let Some(path) = style.is_last {
            bindings.push(Binding { path, into: &mut is_last });
        }
        // Where nothing is looked for, the body need not be an object.
        if !bindings.is_empty() {
            reading::read_bindings(self.body, usize::MAX, &mut bindings)?;
        }
        info.has_more = info.has_more.or(is_last.map(|is_last| !is_last));
        match style.next {
            NextPage::Link => info.cursors = vec![self.links().map(Value::from)],
            NextPage::LastItem(_, id) => info.cursors = vec![self.last_id(style.items, id)?],
            _ => {}
        }
        info.cursors.iter_mut().for_each(|cursor| {
            // An empty cursor is none.
            cursor.take_if(|cursor| cursor.as_str() == Some(""));
        });
        Ok(info)
    }

    /// The links in the response's headers. Several headers are as good as one with commas between them.
    fn links(&self) -> Option<String> {
        let headers = self.headers.get_all(LINK).iter();
        let values: Vec<_> = headers.map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// The id of the last item of the list, whether or not the item can be read otherwise.
    fn last_id(&self, items: JsonPath, id: JsonPath) -> Result<Option<Value>, DecodeError> {
        let mut last = LastItem { id, item: None };
        let mut inside = Inside { path: items, into: &mut last };
        let into: &mut dyn Decode = if items.is_empty() { inside.into } else { &mut inside };
        let path = self.envelope.data.unwrap_or(&[]);
        reading::read_bindings(self.body, usize::MAX, &mut [Binding { path, into }])?;
        Ok(last.item.and_then(|item| item.found))
    }
}

fn hash(body: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(body);
    hasher.finish()
}

/// A value at a path inside the data.
struct Inside<'a> {
    path: JsonPath,
    into: &'a mut dyn Decode,
}

impl Decode for Inside<'_> {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Object(members) => {
                reading::pick(members, &mut [Binding { path: self.path, into: self.into }])
            }
            Input::Null => Ok(()),
            _ => Err(input.type_mismatch("an object")),
        }
    }
}

/// The last item of a list, of which the id alone is read.
struct LastItem {
    id: JsonPath,
    item: Option<ItemId>,
}

impl Decode for LastItem {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        let Input::List(items) = input else { return ().decode_from(input) };
        while items.next(self)? {}
        Ok(())
    }
}

impl List for LastItem {
    fn add(&mut self) -> &mut dyn Decode {
        self.item.insert(ItemId { path: self.id, found: None })
    }

    fn place_size(&self) -> usize {
        // One place serves all items.
        0
    }

    fn remove_last(&mut self) {
        self.item = None;
    }
}

/// The id of an item.
struct ItemId {
    path: JsonPath,
    found: Option<Value>,
}

impl Decode for ItemId {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Object(members) => {
                reading::pick(members, &mut [Binding { path: self.path, into: &mut self.found }])
            }
            _ => ().decode_from(input),
        }
    }
}
