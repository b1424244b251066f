//! What a call expects of its response: data, a page, a token, a file or a stream.

use std::any::Any;

use serde_json::Value;

use crate::api::{Exchange, StreamForm};
use crate::error::Error;
use crate::json::{ByStatus, Decode, Empty};
use crate::stream::{ItemStream, OpenStream};

/// What a call expects of its response.
pub(crate) enum ResponseKind {
    /// JSON that holds a value; makes an empty one to read into.
    Data(fn() -> Box<dyn ResponseData>),
    /// What the status decides; makes an empty value to read into, if the API describes the status.
    ByStatus(fn(u16) -> Option<Box<dyn ResponseData>>),
    /// JSON that holds a page; makes an empty one to read into.
    Page(fn() -> Box<dyn ResponsePage>),
    /// JSON whose data is a page as a whole; makes an empty one to read into.
    WholePage(fn() -> Box<dyn ResponsePage>),
    /// JSON that holds a token.
    Token(&'static Exchange),
    /// A file, streamed.
    File,
    /// A stream of items; makes the one that has their type.
    Stream(StreamForm, fn(OpenStream) -> Box<dyn Any + Send>),
}

/// The data of a response, whatever its type.
pub(crate) trait ResponseData: Decode + Any + Send {}

impl<T: Decode + Any + Send> ResponseData for T {}

impl ResponseKind {
    /// JSON that holds a value of type `T`.
    pub(crate) fn data<T: Empty + Send + 'static>() -> Self {
        Self::Data(empty_data::<T>)
    }

    /// What the status decides.
    pub(crate) fn by_status<T: ByStatus>() -> Self {
        Self::ByStatus(empty_by_status::<T>)
    }

    /// A stream of items of type `T`.
    pub(crate) fn stream<T: Empty + 'static>(form: StreamForm) -> Self {
        Self::Stream(form, |source| Box::new(ItemStream::<T>::new(source)))
    }
}

/// Empty data to read into.
fn empty_data<T: Empty + Send + 'static>() -> Box<dyn ResponseData> {
    Box::new(T::empty())
}

/// An empty value of a status to read into.
fn empty_by_status<T: ByStatus>(status: u16) -> Option<Box<dyn ResponseData>> {
    Some(Box::new(T::for_status(status)?))
}

/// A page of a response, whatever its type.
pub(crate) trait ResponsePage: Any + Send {
    /// Where the page's content goes: the list of its items, or all of the data.
    fn content(&mut self) -> &mut dyn Decode;

    /// Keeps what the response says about the page's position.
    fn set_info(&mut self, info: PageInfo);

    /// Keeps the items that cannot be read.
    fn set_unreadable(&mut self, items: Vec<UnreadableItem>);
}

/// An item of a list that does not fit its type, so that the page goes without it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UnreadableItem {
    /// Its place in the list of the response, the first one being 0.
    pub index: usize,
    /// The item as the server sent it; `null` if it is so large that there is no room for it.
    pub value: Value,
    /// Why it cannot be read: path, what was expected and what was found, with status and log id of the response.
    pub error: Error,
}

/// What a response says about a page's position among the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PageInfo {
    /// The number of items on all pages; `None` when the server does not say.
    pub(crate) total: Option<i64>,
    /// Whether another page follows; `None` when the server does not say.
    pub(crate) has_more: Option<bool>,
    /// Where the next page starts: a value for each cursor of the endpoint's [`NextPage::Cursor`](crate::api::NextPage).
    pub(crate) cursors: Vec<Option<Value>>,
    /// A hash of the body: a server that gives the same page again and again is found out by it.
    pub(crate) body_hash: u64,
}
