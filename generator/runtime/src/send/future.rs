//! The futures that users await. A call runs in a task of its own, and they only listen to it.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};

use super::response::{Response, UntypedResponse};
use super::response_kind::ResponseKind;

/// The task of a call.
pub(super) type CallTask = JoinHandle<Result<UntypedResponse>>;

/// Starts the task of a call.
pub(super) type StartCall = fn(&Handle, Box<Call>, ResponseKind) -> CallTask;

/// A call from the listener's side: what waits for it never drives it, so a listener that is not polled holds up nobody.
enum Listener {
    Unstarted { call: Box<Call>, kind: ResponseKind, start: StartCall },
    Started { task: CancelOnDrop, is_write: bool },
    Done,
}

impl Listener {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<UntypedResponse>> {
        if let Self::Unstarted { .. } = self {
            self.start()?;
        }
        let Self::Started { task, is_write } = self else { return Poll::Pending };
        let Poll::Ready(result) = Pin::new(&mut task.0).poll(cx) else { return Poll::Pending };
        let result = match result {
            Ok(result) => result,
            Err(ended) => match ended.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(runtime_is_gone().maybe_applied(*is_write)),
            },
        };
        *self = Self::Done;
        Poll::Ready(result)
    }

    fn start(&mut self) -> Result<()> {
        let runtime = Handle::try_current().map_err(|_| no_runtime())?;
        if let Self::Unstarted { call, kind, start } = std::mem::replace(self, Self::Done) {
            let is_write = call.is_write();
            *self = Self::Started { task: CancelOnDrop(start(&runtime, call, kind)), is_write };
        }
        Ok(())
    }
}

/// The task of a call that ends with its listener.
struct CancelOnDrop(CallTask);

impl Drop for CancelOnDrop {
    /// Cancels the call. A request that was sent already is followed in the background until its response comes.
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub(crate) fn no_runtime() -> Error {
    Error::new(ErrorKind::Config, "calls need a tokio runtime, and there is none here")
}

pub(crate) fn runtime_is_gone() -> Error {
    Error::new(ErrorKind::Transport, "the tokio runtime that the call ran in was shut down")
}

/// A call on its way; it gives the response's data.
///
/// From the first poll on, the call runs in a task of its own on the tokio runtime of that poll, within the current
/// `tracing` span: it makes progress whether or not this is polled again. Dropping this cancels the call, or stops
/// waiting for it if its request was sent already.
#[must_use = "a call is sent when it is awaited"]
pub struct ResponseFuture<T> {
    listener: Listener,
    data: PhantomData<fn() -> T>,
}

impl<T> ResponseFuture<T> {
    /// A call that is not started yet. `call` is boxed because of its size.
    pub(super) fn new(call: Box<Call>, kind: ResponseKind, start: StartCall) -> Self {
        Self { listener: Listener::Unstarted { call, kind, start }, data: PhantomData }
    }

    /// The same call, giving status, headers, log id, attempts and waiting time along with the data.
    pub fn with_meta(self) -> ResponseFutureWithMeta<T> {
        ResponseFutureWithMeta(self)
    }
}

impl<T: 'static> Future for ResponseFuture<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.listener.poll(cx).map(|result| result.and_then(UntypedResponse::into_data))
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
        self.0.listener.poll(cx).map(|result| result.and_then(UntypedResponse::into_response))
    }
}
