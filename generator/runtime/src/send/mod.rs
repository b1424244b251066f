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
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::api::{Endpoint, Exchange};
use crate::call::Call;
use crate::download::Download;
use crate::error::Result;
use crate::json::Decode;
use crate::page::Page;
use crate::token::Picked;

pub(crate) use detach::Detached;
pub(crate) use request::ReadyHeader;

/// A call on its way. It starts when it is first polled; dropping it gives the call up.
#[must_use = "a call is sent when it is awaited"]
pub struct Sending<T> {
    done: Pin<Box<dyn Future<Output = Result<Done>> + Send>>,
    data: fn(Box<dyn Any + Send>) -> Option<T>,
}

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

impl<T: 'static> Sending<T> {
    fn start(call: Call, expect: open::Expect) -> Self {
        Self { done: Box::pin(run::run(call, expect)), data: |data| data.downcast().ok().map(|data| *data) }
    }

    /// The same call, giving status, headers, log id, attempts and waiting time along with the data.
    pub fn with_meta(self) -> SendingWithMeta<T> {
        SendingWithMeta(self)
    }
}

impl<T: Decode + Send + 'static> Sending<T> {
    pub(crate) fn data(call: Call) -> Self {
        Self::start(call, open::Expect::Json(Box::new(open::data::<T>)))
    }
}

impl<T: Decode + Send + 'static> Sending<Page<T>> {
    pub(crate) fn page(call: Call) -> Self {
        Self::start(call, open::Expect::Json(Box::new(open::page::<T>)))
    }

    /// A page that is no list: its data is the one item.
    pub(crate) fn whole_page(call: Call) -> Self {
        Self::start(call, open::Expect::Json(Box::new(open::whole_page::<T>)))
    }
}

impl Sending<Download> {
    pub(crate) fn download(call: Call) -> Self {
        Self::start(call, open::Expect::File)
    }
}

/// Makes the call of a token exchange. Such a call may need a token of its own, so the future is boxed.
pub(crate) fn exchange(
    call: Call,
    exchange: &'static Exchange,
) -> Pin<Box<dyn Future<Output = Result<Picked>> + Send>> {
    let open = move |endpoint: &Endpoint, body: &[u8]| open::exchange(exchange, endpoint, body);
    let sending: Sending<Picked> = Sending::start(call, open::Expect::Json(Box::new(open)));
    Box::pin(sending)
}

impl<T: 'static> Future for Sending<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.done.as_mut().poll(cx).map(|done| done.map(|done| typed(done.data, self.data)))
    }
}

/// A call on its way that gives a [`Response`].
#[must_use = "a call is sent when it is awaited"]
#[derive(Debug)]
pub struct SendingWithMeta<T>(Sending<T>);

impl<T: 'static> Future for SendingWithMeta<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let inner = &mut self.0;
        (inner.done.as_mut().poll(cx))
            .map(|done| done.map(|done| Response { data: typed(done.data, inner.data), meta: done.meta }))
    }
}

/// The data with its type. The opener that made it and `data` were chosen together in [`Sending::start`].
fn typed<T>(data: Box<dyn Any + Send>, get: fn(Box<dyn Any + Send>) -> Option<T>) -> T {
    get(data).expect("the opener makes what the call returns")
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
