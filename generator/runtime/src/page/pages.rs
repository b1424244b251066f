//! Walks through all pages.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_util::TryFutureExt;
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::call::Call;
use crate::error::{Error, Result};
use crate::json::Empty;

use super::following::Progress;
use super::value::Page;

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

impl<T> Pages<T> {
    pub(super) fn new(stream: impl Stream<Item = Result<T>> + Send + 'static) -> Self {
        Self(Box::pin(stream))
    }
}

impl Call {
    /// All pages, from the one that the call asks for on.
    #[must_use]
    pub fn pages<T: Empty + Send + 'static>(self) -> Pages<Page<T>> {
        walk(self, Self::send_page)
    }

    /// The data of all pages, from the one that the call asks for on, where a page is no list.
    #[must_use]
    pub fn whole_pages<T: Empty + Send + 'static>(self) -> Pages<T> {
        walk(self, |call| call.send_whole_page().map_ok(Page::from)).flatten()
    }
}

fn walk<T, S>(first: Call, send: fn(Call) -> S) -> Pages<Page<T>>
where
    T: Send + 'static,
    S: Future<Output = Result<Page<T>>> + Send + 'static,
{
    let start = (Ok(Some(first)), Progress::default());
    Pages::new(stream::try_unfold(start, move |(next, mut progress)| async move {
        let mut next = next;
        loop {
            // A walk that cannot go on fails when the next page is asked for.
            let Some(call) = next? else { return Ok(None) };
            let page: Page<T> = send(call.clone()).await?;
            next = progress.following(call, &page);
            if !page.items.is_empty() {
                return Ok::<_, Error>(Some((page, (next, progress))));
            }
        }
    }))
}

impl<T: Send + 'static> Pages<Page<T>> {
    /// What is on the pages, one after the other.
    pub(super) fn flatten(self) -> Pages<T> {
        Pages::new(self.0.map_ok(|page| stream::iter(page.items.into_iter().map(Ok))).try_flatten())
    }
}
