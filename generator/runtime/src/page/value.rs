//! A page of a list.

use std::fmt;

use crate::call::Call;
use crate::json::{Decode, Empty};
use crate::send::{PageInfo, ResponseFuture, ResponseKind, ResponsePage};

/// One page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on the page.
    pub items: Vec<T>,
    /// The number of items on all pages, if the server says so. It may change or be capped from page to page.
    pub total: Option<i64>,
    /// Whether another page follows, if the server says so.
    pub has_more: Option<bool>,
    /// Where the next page starts, as the response says; in the order of the style's cursors.
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
        self.items == other.items && facts(self) == facts(other) && self.cursors == other.cursors
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

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
}

/// A page that is no list.
pub(super) struct WholePage<T> {
    data: T,
    info: PageInfo,
}

impl<T: Empty + Send + 'static> ResponsePage for WholePage<T> {
    fn content(&mut self) -> &mut dyn Decode {
        &mut self.data
    }

    fn set_info(&mut self, info: PageInfo) {
        self.info = info;
    }
}

impl<T> From<WholePage<T>> for Page<T> {
    /// Its data is the one item.
    fn from(WholePage { data, info }: WholePage<T>) -> Self {
        let PageInfo { total, has_more, cursors, body_hash } = info;
        Self { items: vec![data], total, has_more, cursors, body_hash, is_whole: true }
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
            Box::new(WholePage { data: T::empty(), info: PageInfo::default() })
        }))
    }
}
