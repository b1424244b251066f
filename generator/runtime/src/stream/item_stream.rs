//! A stream of items, as callers read it.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use futures_util::{StreamExt, TryStreamExt};

use super::frame::Frame;
use super::open_stream::OpenStream;
use crate::call::Call;
use crate::error::{Error, Result};
use crate::json::{DecodeError, Empty, read_tolerantly};

/// The items of a response that is a stream, each as soon as it is there.
///
/// The stream has begun: what the server refuses is an error of the call that gives this. From here on nothing is sent again, and
/// there is no connecting anew, since the server alone knows what a second stream would hold; where it can go on, it says how, for
/// instance with [`last_event_id`](Self::last_event_id). A stream takes as long as it takes: neither the client's time-out nor the
/// call's deadline ends it, only a silence longer than the call's `max_silence` does. Dropping it closes the connection.
///
/// An item that does not fit its type is an error, after which the stream goes on; of an item that fits but for an optional member or
/// an item of a list, [`left_out`](Self::left_out) tells what it lacks. A connection that breaks is an error that says how many items
/// came, and the last thing that the stream gives.
pub struct ItemStream<T> {
    source: Box<OpenStream>,
    read: ReadItem<T>,
    name: Option<String>,
    left_out: Vec<DecodeError>,
}

/// Reads an item; lists and maps may take so many bytes. Gives what is left out, too.
type ReadItem<T> = fn(&[u8], usize) -> std::result::Result<(T, Vec<DecodeError>), DecodeError>;

fn read_item<T: Empty>(text: &[u8], room: usize) -> std::result::Result<(T, Vec<DecodeError>), DecodeError> {
    let mut item = T::empty();
    let left_out = read_tolerantly(text, room, &mut item)?;
    Ok((item, left_out))
}

impl<T: Empty> ItemStream<T> {
    pub(crate) fn new(source: OpenStream) -> Self {
        Self { source: Box::new(source), read: read_item::<T>, name: None, left_out: Vec::new() }
    }
}

impl<T> ItemStream<T> {
    /// The next item, or `None` at the end; the same as `StreamExt::next`, without the import.
    pub async fn next(&mut self) -> Option<Result<T>> {
        StreamExt::next(self).await
    }

    /// The next item, or `None` at the end.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) for an item that does not fit its type, and
    /// [`TooLarge`](crate::ErrorKind::TooLarge) for one whose lists and maps would take more memory than the client's `max_body`; the
    /// stream goes on after both. When the connection breaks ([`Transport`](crate::ErrorKind::Transport)), the stream is silent for too
    /// long ([`Timeout`](crate::ErrorKind::Timeout)), or the text of an item is longer than `max_body` (`TooLarge`, too), the stream
    /// ends with the error.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        TryStreamExt::try_next(self).await
    }

    /// How many items came, those that do not fit their type among them.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.source.items
    }

    /// The name of the server-sent event whose item came last; `None` if it has none, as the lines of other streams.
    #[must_use]
    pub fn event_name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The id that the server gave last to a server-sent event: what a header `Last-Event-ID` would say to go on from here.
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        self.source.frames.last_id.as_deref()
    }

    /// After which pause the server wants a client to connect again, if it said so in the field `retry` of an event.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.source.frames.retry
    }

    /// What of the item that came last does not fit its type, and so is not in it: optional members, and items of lists and maps.
    #[must_use]
    pub fn left_out(&self) -> &[DecodeError] {
        &self.left_out
    }

    fn read(&mut self, frame: Frame) -> Result<T> {
        self.name = frame.name;
        self.left_out = Vec::new();
        let unreadable = |why: &DecodeError| -> Error { self.source.unreadable(&frame.text, why) };
        let (item, left_out) =
            (self.read)(&frame.text, self.source.room()).map_err(|why| unreadable(&why))?;
        if let Some(first) = left_out.first().filter(|_| self.source.is_strict()) {
            return Err(unreadable(first));
        }
        left_out.iter().for_each(|problem| self.source.warn(problem));
        self.left_out = left_out;
        Ok(item)
    }
}

impl<T> Stream for ItemStream<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let frame = ready!(self.source.poll_frame(cx));
        Poll::Ready(frame.map(|frame| self.read(frame?)))
    }
}

impl<T> fmt::Debug for ItemStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemStream").field("count", &self.count()).finish_non_exhaustive()
    }
}

impl Call {
    /// How long a response that is a stream may be silent before it is given up; two minutes unless this says otherwise. Anything that
    /// comes counts, also comments, which servers send to keep a connection alive. Until the stream begins, the client's time-out and
    /// the call's deadline hold.
    pub fn max_silence(mut self, silence: Duration) -> Self {
        self.max_silence = silence;
        self
    }
}
