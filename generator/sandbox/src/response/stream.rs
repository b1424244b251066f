//! Responses that are streams: items one after the other, with a little time between them.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_core::Stream as Chunks;
use paceline_generator::ir::{Stream, StreamKind};
use serde_json::Value;
use tokio::time::{Sleep, sleep};

/// The time between two items: enough for each to travel alone.
const PAUSE: Duration = Duration::from_millis(10);

/// The text of a stream in the parts that are sent one after the other: each item is one, and so is the text that ends the stream.
pub(super) fn parts(stream: &Stream, items: impl Iterator<Item = Value>) -> Vec<Bytes> {
    let texts = items.map(|item| item.to_string()).chain(stream.end.clone());
    let part = |(index, text): (usize, String)| match stream.kind {
        // A number in place of an id of its own, so that a client has something to remember.
        StreamKind::Events => format!("id: {index}\ndata: {text}\n\n"),
        StreamKind::Lines => format!("{text}\n"),
    };
    texts.enumerate().map(part).map(Bytes::from).collect()
}

/// A body that sends one part after the other.
pub(super) fn body(parts: Vec<Bytes>) -> Body {
    Body::from_stream(Parts { left: parts.into(), pause: None })
}

struct Parts {
    left: VecDeque<Bytes>,
    /// Until the next part.
    pause: Option<Pin<Box<Sleep>>>,
}

impl Chunks for Parts {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
        }
        self.pause = Some(Box::pin(sleep(PAUSE)));
        Poll::Ready(self.left.pop_front().map(Ok))
    }
}
