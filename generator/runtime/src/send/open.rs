//! Opening an answer: envelope and data in one pass.

use std::any::Any;

use serde_json::Value;

use crate::api::{Endpoint, Envelope, Exchange, NextPage, Pagination, Way};
use crate::envelope::{self, Head, Slot};
use crate::json::{Decode, DecodeError};
use crate::page::Page;
use crate::token::Picked;

/// What a call expects for an answer.
pub(super) enum Expect {
    /// JSON, opened by this function.
    Json(Opener),
    /// A file, streamed.
    File,
}

pub(super) type Opener = Box<dyn Fn(&Endpoint, &[u8]) -> Opened + Send + Sync>;

/// An opened answer.
pub(super) struct Opened {
    pub(super) head: Head,
    pub(super) data: Result<Box<dyn Any + Send>, DecodeError>,
}

/// Opens an answer that holds a `T`.
pub(super) fn data<T: Decode + Send + 'static>(endpoint: &Endpoint, body: &[u8]) -> Opened {
    let mut data = T::blank();
    let (head, result) = envelope::open(endpoint.envelope, body, &mut data);
    Opened { head, data: result.map(|()| Box::new(data) as Box<dyn Any + Send>) }
}

/// Opens the answer of a token exchange. One without a token is no answer.
pub(super) fn exchange(exchange: &'static Exchange, endpoint: &Endpoint, body: &[u8]) -> Opened {
    let mut picked = Picked::new(exchange);
    let (head, result) = envelope::open(endpoint.envelope, body, &mut picked);
    let missing = DecodeError::missing(exchange.token.last().copied().unwrap_or("token"));
    let result = result.and_then(|()| if picked.is_complete() { Ok(()) } else { Err(missing) });
    Opened { head, data: result.map(|()| Box::new(picked) as Box<dyn Any + Send>) }
}

/// Opens an answer that holds a page of `T`.
pub(super) fn page<T: Decode + Send + 'static>(endpoint: &Endpoint, body: &[u8]) -> Opened {
    let mut items: Vec<T> = Vec::new();
    let (head, result) = match endpoint.pagination.map_or(&[] as Way, |style| style.items) {
        [] => envelope::open(endpoint.envelope, body, &mut items),
        way => envelope::open(endpoint.envelope, body, &mut Inside { way, into: &mut items }),
    };
    let page = result.and_then(|()| Marks::of(endpoint, body)).map(|marks| marks.page(items));
    Opened { head, data: page.map(|page| Box::new(page) as Box<dyn Any + Send>) }
}

/// Opens an answer that is a page as a whole.
pub(super) fn whole_page<T: Decode + Send + 'static>(endpoint: &Endpoint, body: &[u8]) -> Opened {
    let mut data = T::blank();
    let (head, result) = envelope::open(endpoint.envelope, body, &mut data);
    let page = result.and_then(|()| Marks::of(endpoint, body)).map(|marks| marks.page(vec![data]));
    Opened { head, data: page.map(|page| Box::new(page) as Box<dyn Any + Send>) }
}

/// What an answer says about its place among the pages.
#[derive(Default)]
struct Marks {
    total: Option<i64>,
    has_more: Option<bool>,
    cursors: Vec<Option<Value>>,
}

impl Marks {
    /// Those of an answer; none, when its endpoint is not paged.
    fn of(endpoint: &Endpoint, body: &[u8]) -> Result<Self, DecodeError> {
        endpoint.pagination.map_or_else(|| Ok(Self::default()), |style| Self::read(style, body))
    }

    fn page<T>(self, items: Vec<T>) -> Page<T> {
        Page { items, total: self.total, has_more: self.has_more, cursors: self.cursors }
    }

    /// A pass of its own: the marks may stand inside the data.
    fn read(style: Pagination, body: &[u8]) -> Result<Self, DecodeError> {
        let ways: &[_] = match style.next {
            NextPage::Cursor(cursors) => cursors,
            NextPage::Number(..) | NextPage::Offset(_) => &[],
        };
        let mut marks = Self { total: None, has_more: None, cursors: vec![None; ways.len()] };
        let mut slots: Vec<Slot<'_>> =
            ways.iter().zip(&mut marks.cursors).map(|((_, way), into)| Slot { way, into }).collect();
        if let Some(way) = style.total {
            slots.push(Slot { way, into: &mut marks.total });
        }
        if let Some(way) = style.has_more {
            slots.push(Slot { way, into: &mut marks.has_more });
        }
        envelope::read_slots(body, &mut slots)?;
        marks.cursors.iter_mut().for_each(|cursor| {
            // An empty cursor is none.
            cursor.take_if(|cursor| cursor.as_str() == Some(""));
        });
        Ok(marks)
    }
}

/// A place inside the data.
struct Inside<'a> {
    way: Way,
    into: &'a mut dyn Decode,
}

impl Decode for Inside<'_> {
    fn blank() -> Self {
        unreachable!("never part of a list or option")
    }

    fn expects(&self) -> &'static str {
        "an object"
    }

    fn null(&mut self) -> Result<(), DecodeError> {
        Ok(())
    }

    fn object(&mut self, members: &mut dyn crate::json::Members) -> Result<(), DecodeError> {
        envelope::pick(members, &mut [Slot { way: self.way, into: self.into }])
    }
}

/// The head of an answer that is not read for its data.
pub(super) fn head(envelope: &Envelope, body: &[u8]) -> (Head, Result<(), DecodeError>) {
    envelope::open(envelope, body, &mut ())
}
