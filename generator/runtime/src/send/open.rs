//! Opening an answer: envelope and data in one pass.

use std::any::Any;

use serde_json::Value;

use crate::api::{Endpoint, Envelope, Exchange, NextPage, Pagination, Way};
use crate::envelope::{self, Head, Slot};
use crate::json::{Decode, DecodeError, Input};
use crate::page::Page;
use crate::token::Picked;

/// What a call expects for an answer.
pub(super) enum Expect {
    /// JSON that holds a value: a blank one to read into.
    Data(fn() -> Box<dyn Answer>),
    /// JSON that holds a page: a blank one to read into.
    Page(fn() -> Box<dyn AnswerPage>),
    /// JSON whose data is a page as a whole: a blank one to read into.
    WholePage(fn() -> Box<dyn AnswerPage>),
    /// JSON that holds a token.
    Exchange(&'static Exchange),
    /// A file, streamed.
    File,
}

/// The data of an answer, before it gets its type back.
pub(super) trait Answer: Decode + Any + Send {}

impl<T: Decode + Any + Send> Answer for T {}

/// A page of an answer, before it gets its type back.
pub(super) trait AnswerPage: Any + Send {
    /// Where what is on it goes: the list of its items, or all of the data.
    fn content(&mut self) -> &mut dyn Decode;

    /// Keeps what the answer says about the place of the page.
    fn mark(&mut self, marks: Marks);
}

impl<T: Decode + Send + 'static> AnswerPage for Page<T> {
    fn content(&mut self) -> &mut dyn Decode {
        &mut self.items
    }

    fn mark(&mut self, Marks { total, has_more, cursors }: Marks) {
        (self.total, self.has_more, self.cursors) = (total, has_more, cursors);
    }
}

/// A page that is no list.
pub(crate) struct WholePage<T> {
    data: T,
    marks: Marks,
}

impl<T: Decode + Send + 'static> AnswerPage for WholePage<T> {
    fn content(&mut self) -> &mut dyn Decode {
        &mut self.data
    }

    fn mark(&mut self, marks: Marks) {
        self.marks = marks;
    }
}

impl<T> From<WholePage<T>> for Page<T> {
    /// Its data is the one item.
    fn from(WholePage { data, marks: Marks { total, has_more, cursors } }: WholePage<T>) -> Self {
        Self { items: vec![data], total, has_more, cursors }
    }
}

pub(super) fn blank_whole_page<T: Decode + Send + 'static>() -> Box<dyn AnswerPage> {
    Box::new(WholePage { data: T::blank(), marks: Marks::default() })
}

pub(super) fn blank<T: Decode + Send + 'static>() -> Box<dyn Answer> {
    Box::new(T::blank())
}

pub(super) fn blank_page<T: Decode + Send + 'static>() -> Box<dyn AnswerPage> {
    Box::new(Page::<T> { items: Vec::new(), total: None, has_more: None, cursors: Vec::new() })
}

/// An opened answer.
pub(super) struct Opened {
    pub(super) head: Head,
    pub(super) data: Result<Box<dyn Any + Send>, DecodeError>,
}

/// Opens an answer that holds a value.
pub(super) fn data(mut data: Box<dyn Answer>, endpoint: &Endpoint, body: &[u8]) -> Opened {
    let (head, result) = envelope::open(endpoint.envelope, body, &mut *data);
    Opened { head, data: result.map(|()| data as Box<dyn Any + Send>) }
}

/// Opens the answer of a token exchange. One without a token is no answer.
pub(super) fn exchange(exchange: &'static Exchange, endpoint: &Endpoint, body: &[u8]) -> Opened {
    let mut picked = Picked::new(exchange);
    let (head, result) = envelope::open(endpoint.envelope, body, &mut picked);
    let missing = DecodeError::missing(exchange.token.last().copied().unwrap_or("token"));
    let result = result.and_then(|()| if picked.is_complete() { Ok(()) } else { Err(missing) });
    Opened { head, data: result.map(|()| Box::new(picked) as Box<dyn Any + Send>) }
}

/// Opens an answer that holds a page.
pub(super) fn page(mut page: Box<dyn AnswerPage>, endpoint: &Endpoint, body: &[u8]) -> Opened {
    let items = page.content();
    let (head, result) = match endpoint.pagination.map_or(&[] as Way, |style| style.items) {
        [] => envelope::open(endpoint.envelope, body, items),
        way => envelope::open(endpoint.envelope, body, &mut Inside { way, into: items }),
    };
    marked(page, head, result, endpoint, body)
}

/// Opens an answer that is a page as a whole.
pub(super) fn whole_page(mut page: Box<dyn AnswerPage>, endpoint: &Endpoint, body: &[u8]) -> Opened {
    let (head, result) = envelope::open(endpoint.envelope, body, page.content());
    marked(page, head, result, endpoint, body)
}

/// Keeps with a page what its answer says about the others.
fn marked(
    mut page: Box<dyn AnswerPage>,
    head: Head,
    result: Result<(), DecodeError>,
    endpoint: &Endpoint,
    body: &[u8],
) -> Opened {
    let marks = result.and_then(|()| match endpoint.pagination {
        Some(style) => Marks::read(style, body),
        None => Ok(Marks::default()),
    });
    let page = marks.map(|marks| {
        page.mark(marks);
        page as Box<dyn Any + Send>
    });
    Opened { head, data: page }
}

/// What an answer says about its place among the pages.
#[derive(Default)]
pub(super) struct Marks {
    total: Option<i64>,
    has_more: Option<bool>,
    cursors: Vec<Option<Value>>,
}

impl Marks {
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

    fn take(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Object(members) => envelope::pick(members, &mut [Slot { way: self.way, into: self.into }]),
            Input::Null => Ok(()),
            _ => Err(input.refused("an object")),
        }
    }
}

/// The head of an answer that is not read for its data.
pub(super) fn head(envelope: &Envelope, body: &[u8]) -> (Head, Result<(), DecodeError>) {
    envelope::open(envelope, body, &mut ())
}
