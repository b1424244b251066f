//! A page of a list.

use std::fmt;

use crate::call::Call;
use crate::error::Result;
use crate::json::{Decode, Empty};
use crate::send::{PageInfo, ResponseFuture, ResponseKind, ResponsePage, UnreadableItem};

/// One page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on the page.
    pub items: Vec<T>,
    /// The items that cannot be read, and so are not among the others: none may be lost without a word.
    pub unreadable: Vec<UnreadableItem>,
    /// The number of items on all pages, if the server says so. It may change or be capped from page to page.
    pub total: Option<i64>,
    /// Whether another page follows, if the server says so.
    pub has_more: Option<bool>,
    /// Where the next page starts, as the response says: a value for each cursor of the endpoint's pagination.
    pub(crate) cursors: Vec<Option<serde_json::Value>>,
    /// Tells whether two responses are the same.
    pub(super) body_hash: u64,
    /// Whether the page is no list, and its data the one item.
    pub(super) is_whole: bool,
}

/// Pages are equal when what the server said of them is.
impl<T: PartialEq> PartialEq for Page<T> {
    fn eq(&self, other: &Self) -> bool {
        let facts = |page: &Self| (page.total, page.has_more);
        let unreadable =
            |page: &Self| page.unreadable.iter().map(|item| item.value.clone()).collect::<Vec<_>>();
        self.items == other.items
            && unreadable(self) == unreadable(other)
            && facts(self) == facts(other)
            && self.cursors == other.cursors
    }
}

impl<T> Page<T> {
    /// How many items the server sent, those that cannot be read among them.
    pub(super) fn len(&self) -> usize {
        self.items.len() + self.unreadable.len()
    }

    /// All items in the order of the response, with errors in place of those that cannot be read.
    pub(super) fn into_results(self) -> impl Iterator<Item = Result<T>> {
        let count = self.len();
        let (mut items, mut unreadable) = (self.items.into_iter(), self.unreadable.into_iter().peekable());
        (0..count).filter_map(move |index| match unreadable.next_if(|item| item.index == index) {
            Some(item) => Some(Err(item.error)),
            None => items.next().map(Ok),
        })
    }

    /// The page without its first `count` items.
    pub(super) fn skip(mut self, count: usize) -> Self {
        let readable = (0..count).filter(|index| self.unreadable.iter().all(|item| item.index != *index));
        let readable = readable.count().min(self.items.len());
        self.items.drain(..readable);
        self.unreadable.retain(|item| item.index >= count);
        self
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    /// The items that can be read; look at `unreadable` for the others.
    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<T: Empty + Send + 'static> ResponsePage for Page<T> {
    fn content(&mut self) -> &mut dyn Decode {
        &mut self.items
    }

    fn set_info(&mut self, PageInfo { total, has_more, cursors, body_hash }: PageInfo) {
        (self.total, self.has_more, self.cursors) = (total, has_more, cursors);
        self.body_hash = body_hash;
    }

    fn set_unreadable(&mut self, items: Vec<UnreadableItem>) {
        self.unreadable = items;
    }
}

/// A page that is no list.
pub(super) struct WholePage<T> {
    data: T,
    info: PageInfo,
    unreadable: Vec<UnreadableItem>,
}

impl<T: Empty + Send + 'static> ResponsePage for WholePage<T> {
    fn content(&mut self) -> &mut dyn Decode {
        &mut self.data
    }

    fn set_info(&mut self, info: PageInfo) {
        self.info = info;
    }

    fn set_unreadable(&mut self, items: Vec<UnreadableItem>) {
        self.unreadable = items;
    }
}

impl<T> From<WholePage<T>> for Page<T> {
    /// Its data is the one item, which lists without some of their items are part of; what those lack comes after it.
    fn from(WholePage { data, info, mut unreadable }: WholePage<T>) -> Self {
        let PageInfo { total, has_more, cursors, body_hash } = info;
        unreadable.iter_mut().zip(1..).for_each(|(item, index)| item.index = index);
        Self { items: vec![data], unreadable, total, has_more, cursors, body_hash, is_whole: true }
    }
}

impl<T> fmt::Debug for WholePage<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WholePage").finish_non_exhaustive()
    }
}

impl Call {
    /// Sends the call and gives one page.
    pub fn send_page<T: Empty + Send + 'static>(self) -> ResponseFuture<Page<T>> {
        self.send_as(ResponseKind::Page(|| {
            Box::new(Page::<T> {
                items: Vec::new(),
                unreadable: Vec::new(),
                total: None,
                has_more: None,
                cursors: Vec::new(),
                body_hash: 0,
                is_whole: false,
            })
        }))
    }

    /// Sends the call and gives one page that is no list.
    pub(super) fn send_whole_page<T: Empty + Send + 'static>(self) -> ResponseFuture<WholePage<T>> {
        self.send_as(ResponseKind::WholePage(|| {
            Box::new(WholePage { data: T::empty(), info: PageInfo::default(), unreadable: Vec::new() })
        }))
    }
}
