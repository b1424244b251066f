//! Whether a request was begun to be written: a request that was not can be given up without a trace.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Set when a connection begins to write a request. A connection asks the body whether there is one only then, since
/// the head depends on it.
#[derive(Clone, Debug, Default)]
pub(super) struct WriteMark(Arc<AtomicBool>);

impl WriteMark {
    /// The request, under watch.
    pub(super) fn watch(&self, mut request: reqwest::Request) -> reqwest::Request {
        let body = request.body_mut();
        let inner = body.take().unwrap_or_default();
        *body = Some(reqwest::Body::wrap(WatchedBody { inner, mark: self.clone() }));
        request
    }

    /// Whether the server may have received some of the request.
    pub(super) fn is_set(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    fn set(&self) {
        self.0.store(true, Ordering::Release);
    }
}

/// A request's body, with or without content.
struct WatchedBody {
    inner: reqwest::Body,
    mark: WriteMark,
}

impl Body for WatchedBody {
    type Data = Bytes;
    type Error = reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, reqwest::Error>>> {
        self.mark.set();
        Pin::new(&mut self.inner).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.mark.set();
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
