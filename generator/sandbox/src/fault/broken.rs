//! Bodies that fail, so that the server closes the connection.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Sleep, sleep};

/// A body that fails before its first byte: the connection is closed and nothing is sent at all.
pub(crate) fn dropped() -> Body {
    Body::from_stream(FailingBody { first: None, pause: None })
}

/// A body that fails after its first half.
pub(crate) fn cut(whole: &Bytes) -> Body {
    let first = whole.slice(..whole.len() / 2);
    // If the failure came at once, the server would close the connection before it sends the first half.
    Body::from_stream(FailingBody {
        first: Some(first),
        pause: Some(Box::pin(sleep(Duration::from_millis(20)))),
    })
}

/// A body that fails, after something or at once.
struct FailingBody {
    /// What is sent before the failure.
    first: Option<Bytes>,
    /// The time between `first` and the failure.
    pause: Option<Pin<Box<Sleep>>>,
}

impl Stream for FailingBody {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        if let Some(pause) = &mut self.pause
            && pause.as_mut().poll(context).is_pending()
        {
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::Error::other("the fault asks for it"))))
    }
}
