//! Walks through all pages.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_util::TryFutureExt;
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::call::Call;
use crate::error::{Error, Result};
use crate::json::Empty;
use crate::lock::lock;

use super::continuation::Continuation;
use super::following::Progress;
use super::value::Page;

/// A stream of results; nothing is sent until it is polled.
pub struct Pages<T> {
    stream: Pin<Box<dyn Stream<Item = Result<T>> + Send>>,
    position: Position,
}

/// A page, and how many of its items were given.
type PagePosition = (Arc<Continuation>, usize);

/// Where a walk goes on; `None` after its end.
#[derive(Clone)]
struct Position(Arc<Mutex<Option<PagePosition>>>);

impl Position {
    /// At the page that `call` asks for.
    fn at(call: &Call) -> Self {
        let page = Arc::new(Continuation::of(call));
        Self(Arc::new(Mutex::new(Some((page, call.skip)))))
    }

    /// Moves on; `None` at the end.
    fn set(&self, to: Option<PagePosition>) {
        *lock(&self.0) = to;
    }

    fn continuation(&self) -> Option<Continuation> {
        lock(&self.0).as_ref().map(|(page, given)| page.after(*given))
    }
}

impl<T> Stream for Pages<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.stream.poll_next_unpin(cx)
    }
}

impl<T> Pages<T> {
    /// The next result, or `None` after the last; the same as `StreamExt::next`, without the import.
    pub async fn next(&mut self) -> Option<Result<T>> {
        self.stream.next().await
    }

    /// The next value, or `None` after the last.
    ///
    /// # Errors
    /// When a page cannot be had; the stream ends with it. When an item cannot be read
    /// ([`ErrorKind::Decode`](crate::ErrorKind::Decode)); the stream goes on after it.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        self.stream.try_next().await
    }

    /// Where the walk goes on after what it gave so far, also after an error; `None` when it is at its end. A walk that
    /// is stopped goes on from there, in another process if need be: give it to the call's `resume`.
    #[must_use]
    pub fn continuation(&self) -> Option<Continuation> {
        self.position.continuation()
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("continuation", &self.continuation()).finish_non_exhaustive()
    }
}

/// A page of a walk, and where the walk is.
struct Step<T> {
    page: Page<T>,
    /// The call that gave it.
    call: Call,
    /// Where the walk goes on after the page.
    after: Option<PagePosition>,
}

impl Call {
    /// All pages, from the one that the call asks for on.
    #[must_use]
    pub fn pages<T: Empty + Send + 'static>(self) -> Pages<Page<T>> {
        let position = Position::at(&self);
        let own = position.clone();
        let stream = walk(self, Self::send_page).map_ok(move |Step { page, call, after }| {
            own.set(after);
            page.skip(call.skip)
        });
        Pages { stream: Box::pin(stream), position }
    }

    /// The data of all pages, from the one that the call asks for on, where a page is no list.
    #[must_use]
    pub fn whole_pages<T: Empty + Send + 'static>(self) -> Pages<T> {
        each_item(self, |call| call.send_whole_page().map_ok(Page::from))
    }

    /// All items of all pages.
    #[must_use]
    pub fn items<T: Empty + Send + 'static>(self) -> Pages<T> {
        each_item(self, Self::send_page)
    }
}

/// What is on the pages, one after the other.
fn each_item<T, S>(first: Call, send: fn(Call) -> S) -> Pages<T>
where
    T: Send + 'static,
    S: Future<Output = Result<Page<T>>> + Send + 'static,
{
    let position = Position::at(&first);
    let own = position.clone();
    let pages = walk(first, send).map_ok(move |Step { page, call, after }| {
        let own = own.clone();
        let (count, at) = (page.len(), Arc::new(Continuation::of(&call)));
        let items = page.into_results().enumerate().skip(call.skip).map(move |(index, item)| {
            let given = index + 1;
            own.set(if given < count { Some((at.clone(), given)) } else { after.clone() });
            item
        });
        stream::iter(items)
    });
    Pages { stream: Box::pin(pages.try_flatten()), position }
}

fn walk<T, S>(first: Call, send: fn(Call) -> S) -> impl Stream<Item = Result<Step<T>>> + Send
where
    T: Send + 'static,
    S: Future<Output = Result<Page<T>>> + Send + 'static,
{
    let start = (Ok(Some(first)), Progress::default());
    stream::try_unfold(start, move |(next, mut progress)| async move {
        let mut next: Result<Option<Call>> = next;
        loop {
            // A walk that cannot go on fails when the next page is asked for.
            let Some(call) = next? else { return Ok(None) };
            let page: Page<T> = send(call.clone()).await?;
            let mut following = call.clone();
            following.skip = 0;
            next = progress.following(following, &page);
            if page.len() == 0 {
                continue;
            }
            let after = match &next {
                Ok(next) => next.as_ref().map(|next| (Arc::new(Continuation::of(next)), 0)),
                Err(_) => Some((Arc::new(Continuation::of(&call)), page.len())),
            };
            return Ok::<_, Error>(Some((Step { page, call, after }, (next, progress))));
        }
    })
}
