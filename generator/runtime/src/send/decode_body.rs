//! Decoding a body: envelope and data in one pass.

use std::any::Any;
use std::hash::{DefaultHasher, Hasher};

use crate::api::{Endpoint, Envelope, Exchange, JsonPath, NextPage, Pagination};
use crate::envelope::{self as reading, Binding, Head, read_envelope};
use crate::json::{Decode, DecodeError, Input};
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
    body: &[u8],
    room: usize,
) -> DecodedBody {
    let items = page.content();
    let (head, result) = match endpoint.pagination.map_or(&[] as JsonPath, |style| style.items) {
        [] => read_envelope(envelope, body, room, items),
        path => read_envelope(envelope, body, room, &mut Inside { path, into: items }),
    };
    with_info(page, head, result, endpoint, body)
}

/// Decodes a body whose data is a page as a whole.
pub(super) fn decode_whole_page(
    mut page: Box<dyn ResponsePage>,
    endpoint: &Endpoint,
    envelope: &Envelope,
    body: &[u8],
    room: usize,
) -> DecodedBody {
    let (head, result) = read_envelope(envelope, body, room, page.content());
    with_info(page, head, result, endpoint, body)
}

/// Keeps with a page what its response says about its position among the others.
fn with_info(
    mut page: Box<dyn ResponsePage>,
    head: Head,
    result: Result<Vec<DecodeError>, DecodeError>,
    endpoint: &Endpoint,
    body: &[u8],
) -> DecodedBody {
    let page = result.and_then(|left_out| {
        let info = endpoint.pagination.map(|style| page_info(style, body)).transpose()?;
        page.set_info(PageInfo { body_hash: hash(body), ..info.unwrap_or_default() });
        Ok((DecodedData::Page(page), left_out))
    });
    DecodedBody::new(head, page)
}

/// A pass of its own: what describes the page may be inside the data.
fn page_info(style: Pagination, body: &[u8]) -> Result<PageInfo, DecodeError> {
    let cursors: &[_] = match style.next {
        NextPage::Cursor(cursors) => cursors,
        NextPage::Number(..) | NextPage::Offset(_) => &[],
    };
    let mut info = PageInfo { cursors: vec![None; cursors.len()], ..PageInfo::default() };
    let mut bindings: Vec<Binding<'_>> =
        cursors.iter().zip(&mut info.cursors).map(|((_, path), into)| Binding { path, into }).collect();
    if let Some(path) = style.total {
        bindings.push(Binding { path, into: &mut info.total });
    }
    if let Some(path) = style.has_more {
        bindings.push(Binding { path, into: &mut info.has_more });
    }
    reading::read_bindings(body, usize::MAX, &mut bindings)?;
    info.cursors.iter_mut().for_each(|cursor| {
        // An empty cursor is none.
        cursor.take_if(|cursor| cursor.as_str() == Some(""));
    });
    Ok(info)
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
