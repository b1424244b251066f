//! Requests that are followed to their response even when their caller gives up.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tracing::Instrument;

use super::write_mark::WriteMark;

/// A request on its way. When it is dropped half-way, it goes on in the background: the limiter must learn when the
/// response came, since the server has counted the request by then. If nothing was written yet, it is never sent.
pub(super) struct SpawnOnDrop<T: Send + 'static> {
    request: Option<Pin<Box<dyn Future<Output = T> + Send>>>,
    mark: WriteMark,
}

impl<T: Send + 'static> SpawnOnDrop<T> {
    pub(super) fn new(mark: WriteMark, request: impl Future<Output = T> + Send + 'static) -> Self {
        Self { request: Some(Box::pin(request)), mark }
    }

    /// Whether the server may have received the request.
    pub(super) fn is_sent(&self) -> bool {
        self.mark.is_set()
    }
}

impl<T: Send + 'static> Future for SpawnOnDrop<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let Some(request) = self.request.as_mut() else { return Poll::Pending };
        let poll = request.as_mut().poll(cx);
        if poll.is_ready() {
            self.request = None;
        }
        poll
    }
}

impl<T: Send + 'static> Drop for SpawnOnDrop<T> {
    fn drop(&mut self) {
        let Some(request) = self.request.take().filter(|_| self.is_sent()) else { return };
        // Without a runtime nothing can go on; the limiter then holds the slot for as long as an attempt can take.
        if let Ok(runtime) = Handle::try_current() {
            // It is dropped within the span of its attempt.
            let rest = async {
                request.await;
            };
            runtime.spawn(rest.in_current_span());
        }
    }
}
