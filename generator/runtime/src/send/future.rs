//! The futures that users await.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::error::Result;

use super::response::{Response, UntypedResponse};

/// A call on its way, whatever it gives.
pub(super) type RunningCall = Pin<Box<dyn Future<Output = Result<UntypedResponse>> + Send>>;

/// A call on its way; it gives the response's data. It starts when it is first polled; dropping it cancels the call.
#[must_use = "a call is sent when it is awaited"]
pub struct ResponseFuture<T> {
    running: RunningCall,
    data: PhantomData<fn() -> T>,
}

impl<T> ResponseFuture<T> {
    pub(super) fn new(running: RunningCall) -> Self {
        Self { running, data: PhantomData }
    }

    /// The same call, giving status, headers, log id, attempts and waiting time along with the data.
    pub fn with_meta(self) -> ResponseFutureWithMeta<T> {
        ResponseFutureWithMeta(self)
    }
}

impl<T: 'static> Future for ResponseFuture<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.running.as_mut().poll(cx).map(|result| result.and_then(UntypedResponse::into_data))
    }
}

impl<T> fmt::Debug for ResponseFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}

/// A call on its way that gives a [`Response`].
#[must_use = "a call is sent when it is awaited"]
#[derive(Debug)]
pub struct ResponseFutureWithMeta<T>(ResponseFuture<T>);

impl<T: 'static> Future for ResponseFutureWithMeta<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.running.as_mut().poll(cx).map(|result| result.and_then(UntypedResponse::into_response))
    }
}
