//! The life of a call: local checks → limiter permit → token → send → classify → maybe again → decode.
//!
//! One non-generic function, [`run`](run::run), does all of it for every endpoint; what differs from type to type is a
//! small function that opens the answer.

mod attempt;
mod check;
mod classify;
mod detach;
mod open;
mod receive;
mod request;
mod run;

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::api::Exchange;
use crate::call::Call;
use crate::download::Download;
use crate::error::Result;
use crate::json::Decode;
use crate::page::Page;
use crate::token::Picked;

use open::{Expect, WholePage};

pub(crate) use detach::Detached;
pub(crate) use request::ReadyHeader;

/// A call on its way. It starts when it is first polled; dropping it gives the call up.
#[must_use = "a call is sent when it is awaited"]
pub struct Sending<T> {
    done: Running,
    data: PhantomData<fn() -> T>,
}

/// A call on its way, whatever it gives.
type Running = Pin<Box<dyn Future<Output = Result<Done>> + Send>>;

/// What a call came to, before its data gets its type back.
pub(crate) struct Done {
    pub(crate) data: Box<dyn Any + Send>,
    pub(crate) meta: Meta,
}

/// An answer with what is known about its way.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The answer's data.
    pub data: T,
    /// What is known about its way.
    pub meta: Meta,
}

/// What is known about the way of an answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Meta {
    /// The HTTP status.
    pub status: StatusCode,
    /// The answer's headers.
    pub headers: HeaderMap,
    /// The id under which the server logged the request.
    pub log_id: Option<String>,
    /// How often the request was sent.
    pub attempts: u32,
    /// How long the call waited for the limiter, over all attempts.
    pub waited: Duration,
}

impl<T> Sending<T> {
    fn new(done: Running) -> Self {
        Self { done, data: PhantomData }
    }

    /// The same call, giving status, headers, log id, attempts and waiting time along with the data.
    pub fn with_meta(self) -> SendingWithMeta<T> {
        SendingWithMeta(self)
    }
}

/// Starts a call. No generic function may do this itself: its caller's crate would compile the whole life of a call anew.
#[inline(never)]
fn start(call: Call, expect: Expect) -> Running {
    // Apart from the rest: allocators are slow to give a kilobyte in one piece.
    Box::pin(run::run(Box::new(call), expect))
}

impl<T: Decode + Send + 'static> Sending<T> {
    pub(crate) fn data(call: Call) -> Self {
        Self::new(start(call, Expect::Data(open::blank::<T>)))
    }
}

impl<T: Decode + Send + 'static> Sending<Page<T>> {
    pub(crate) fn page(call: Call) -> Self {
        Self::new(start(call, Expect::Page(open::blank_page::<T>)))
    }
}

impl<T: Decode + Send + 'static> Sending<WholePage<T>> {
    pub(crate) fn whole_page(call: Call) -> Self {
        Self::new(start(call, Expect::WholePage(open::blank_whole_page::<T>)))
    }
}

impl Sending<Download> {
    pub(crate) fn download(call: Call) -> Self {
        Self::new(start(call, Expect::File))
    }
}

/// Makes the call of a token exchange. Such a call may need a token of its own, so the future is boxed.
pub(crate) fn exchange(
    call: Call,
    exchange: &'static Exchange,
) -> Pin<Box<dyn Future<Output = Result<Picked>> + Send>> {
    Box::pin(Sending::new(start(call, Expect::Exchange(exchange))))
}

impl<T: 'static> Future for Sending<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match poll_data(&mut self.done, cx) {
            Poll::Ready(Ok(data)) => Poll::Ready(Ok(typed(data))),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
    }
}

/// A call on its way that gives a [`Response`].
#[must_use = "a call is sent when it is awaited"]
#[derive(Debug)]
pub struct SendingWithMeta<T>(Sending<T>);

impl<T: 'static> Future for SendingWithMeta<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.0.done.as_mut().poll(cx) {
            Poll::Ready(Ok(done)) => Poll::Ready(Ok(Response { data: typed(done.data), meta: done.meta })),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
    }
}

/// Goes on with a call, of which nothing but the data is wanted.
fn poll_data(call: &mut Running, cx: &mut Context<'_>) -> Poll<Result<Box<dyn Any + Send>>> {
    call.as_mut().poll(cx).map_ok(|done| done.data)
}

/// The data with its type, which [`Expect`] was given along with the one of [`Sending`].
fn typed<T: 'static>(data: Box<dyn Any + Send>) -> T {
    match data.downcast() {
        Ok(data) => *data,
        Err(_) => unreachable!("the opener makes what the call returns"),
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
