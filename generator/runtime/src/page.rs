//! Pages, and walking through them.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_util::TryFutureExt;
use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde_json::Value;

use crate::api::{NextPage, Pagination};
use crate::call::Call;
use crate::error::{Error, Result};
use crate::json::Decode;
use crate::send::Sending;

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on the page.
    pub items: Vec<T>,
    /// The number of items on all pages, if the server says so. It may change or be capped from page to page.
    pub total: Option<i64>,
    /// Whether another page follows, if the server says so.
    pub has_more: Option<bool>,
    /// Where the next page starts, as the answer says; in the order of the style's cursors.
    pub(crate) cursors: Vec<Option<Value>>,
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

/// A stream of results; nothing is sent until it is polled.
pub struct Pages<T>(Pin<Box<dyn Stream<Item = Result<T>> + Send>>);

impl<T> Stream for Pages<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

impl<T> Pages<T> {
    /// The next result, or `None` after the last; the same as `StreamExt::next`, without the import.
    pub async fn next(&mut self) -> Option<Result<T>> {
        self.0.next().await
    }

    /// The next value, or `None` after the last.
    ///
    /// # Errors
    /// When a page cannot be had; the stream ends with it.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        self.0.try_next().await
    }
}

impl<T> std::fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

impl Call {
    /// All pages, from the one that the call asks for on.
    #[must_use]
    pub fn pages<T: Decode + Send + 'static>(self) -> Pages<Page<T>> {
        self.walk(Sending::page)
    }

    /// The data of all pages, from the one that the call asks for on, where a page is no list.
    #[must_use]
    pub fn whole_pages<T: Decode + Send + 'static>(self) -> Pages<T> {
        self.walk(|call| Sending::whole_page(call).map_ok(Page::from)).flat()
    }

    fn walk<T, S>(self, send: fn(Call) -> S) -> Pages<Page<T>>
    where
        T: Send + 'static,
        S: Future<Output = Result<Page<T>>> + Send + 'static,
    {
        let start = Some((self, 0));
        Pages(Box::pin(stream::try_unfold(start, move |state| async move {
            let Some((call, seen)) = state else { return Ok(None) };
            let page: Page<T> = send(call.clone()).await?;
            let seen = seen + page.items.len();
            let next = call.endpoint.pagination.and_then(|style| following(call, style, &page, seen));
            // An empty page ends the walk, whatever the server says about more: it would never end otherwise.
            Ok::<_, Error>(if page.items.is_empty() {
                None
            } else {
                Some((page, next.map(|call| (call, seen))))
            })
        })))
    }

    /// All items of all pages.
    #[must_use]
    pub fn items<T: Decode + Send + 'static>(self) -> Pages<T> {
        self.pages().flat()
    }
}

impl<T: Send + 'static> Pages<Page<T>> {
    /// What is on the pages, one after the other.
    fn flat(self) -> Pages<T> {
        Pages(Box::pin(self.0.map_ok(|page| stream::iter(page.items.into_iter().map(Ok))).try_flatten()))
    }
}

/// The call for the page after `page`, or `None` after the last.
fn following<T>(mut call: Call, style: Pagination, page: &Page<T>, seen: usize) -> Option<Call> {
    if page.has_more == Some(false) {
        return None;
    }
    match style.next {
        NextPage::Number(slot, first) => {
            let current = call.get(slot).and_then(|value| whole(&value)).unwrap_or(first);
            let before = call.get_size(style).map(|size| (current - first).max(0).saturating_mul(size));
            if reached(page.total, before.unwrap_or(0).max(0), seen, page.items.len()) {
                return None;
            }
            call.set(slot, (current + 1).into());
        }
        NextPage::Offset(slot) => {
            let current = call.get(slot).and_then(|value| whole(&value)).unwrap_or(0);
            let after = current + i64::try_from(page.items.len()).ok()?;
            if page.total.is_some_and(|total| after >= total) {
                return None;
            }
            call.set(slot, after.into());
        }
        NextPage::Cursor(cursors) => {
            // The first cursor leads. Without it, or with the one we came with, asking again would give the same
            // page for ever; the others, such as the name of a snapshot, may be absent and then stay as they are.
            let ((lead, _), next) = (cursors.first()?, page.cursors.first()?);
            if next.is_none() || call.get(*lead) == *next {
                return None;
            }
            for ((slot, _), cursor) in cursors.iter().zip(&page.cursors) {
                if let Some(cursor) = cursor {
                    call.set(*slot, cursor.clone());
                }
            }
        }
    }
    Some(call)
}

/// Whether `total` items have gone by: those before the first page of this walk, and those seen since.
fn reached(total: Option<i64>, before: i64, seen: usize, on_page: usize) -> bool {
    let (Ok(seen), Ok(on_page)) = (i64::try_from(seen), i64::try_from(on_page)) else { return true };
    total.is_some_and(|total| before.saturating_add(on_page).max(seen) >= total)
}

/// A whole number, written as one or as text.
fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

impl Call {
    fn get_size(&self, style: Pagination) -> Option<i64> {
        whole(&self.get(style.size?)?)
    }
}
