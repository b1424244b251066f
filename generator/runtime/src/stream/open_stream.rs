//! A stream that is coming in, whose items have no static type yet.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http_body::Body;
use tokio::time::{Instant, Sleep, sleep};

use super::frame::{Frame, FrameReader};
use super::line::TooLarge;
use crate::api::StreamForm;
use crate::call::Call;
use crate::error::{Error, ErrorKind};
use crate::json::DecodeError;

/// A stream that is coming in: its bytes and what is known about them.
pub(crate) struct OpenStream {
    /// The call that it responds to, without what was sent.
    call: Call,
    form: StreamForm,
    status: StatusCode,
    log_id: Option<String>,
    /// `None` after the end.
    body: Option<Pin<Box<reqwest::Body>>>,
    /// What of a chunk is still to be read.
    chunk: Bytes,
    pub(super) frames: FrameReader,
    /// When the stream has been silent for too long, while it is waited for.
    silence: Pin<Box<Sleep>>,
    /// Whether it is waited for.
    waits: bool,
    /// How many items came, those that do not fit among them.
    pub(super) items: u64,
}

impl OpenStream {
    /// The stream that a response is. Its timer belongs to the runtime that this is called in.
    pub(crate) fn new(
        call: &Call,
        form: StreamForm,
        log_id: Option<String>,
        response: reqwest::Response,
    ) -> Self {
        Self {
            form,
            status: response.status(),
            log_id,
            body: Some(Box::pin(http::Response::from(response).into_body())),
            chunk: Bytes::new(),
            frames: FrameReader::new(form, call.client.max_body()),
            silence: Box::pin(sleep(call.max_silence)),
            waits: false,
            items: 0,
            call: without_content(call),
        }
    }

    /// The text of the next item, or why there is none; nothing at the end.
    pub(super) fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame, Error>>> {
        loop {
            match self.frames.next(&mut self.chunk) {
                Ok(Some(frame)) => return Poll::Ready(self.give(frame).map(Ok)),
                Ok(None) => {}
                Err(TooLarge) => return Poll::Ready(Some(Err(self.too_large()))),
            }
            let Some(body) = &mut self.body else { return Poll::Ready(None) };
            let Poll::Ready(chunk) = body.as_mut().poll_frame(cx) else {
                // Time in which nobody asks for an item is not the server's.
                if !std::mem::replace(&mut self.waits, true) {
                    self.silence.as_mut().reset(Instant::now() + self.call.max_silence);
                }
                ready!(self.silence.as_mut().poll(cx));
                return Poll::Ready(Some(Err(self.silent())));
            };
            self.waits = false;
            match chunk {
                Some(Ok(chunk)) => {
                    // Trailers are no part of the stream.
                    self.chunk = chunk.into_data().unwrap_or_default();
                }
                Some(Err(error)) => {
                    let broken = self.broken("the connection broke");
                    return Poll::Ready(Some(Err(broken.with_source(error.without_url()))));
                }
                None => return Poll::Ready(self.finish()),
            }
        }
    }

    /// An item, or nothing if it is the text that ends the stream.
    fn give(&mut self, frame: Frame) -> Option<Frame> {
        if self.form.end.is_some_and(|end| frame.text.trim_ascii() == end.as_bytes()) {
            self.close();
            return None;
        }
        self.items += 1;
        Some(frame)
    }

    /// The end of the bytes.
    fn finish(&mut self) -> Option<Result<Frame, Error>> {
        self.body = None;
        if let Some(last) = self.frames.finish() {
            return self.give(last).map(Ok);
        }
        let end = self.form.end.filter(|_| self.form.needs_end)?;
        Some(Err(self.broken(&format!("it ended without `{end}`"))))
    }

    /// Ends the stream; a connection that still carries it is closed.
    fn close(&mut self) {
        self.body = None;
        self.chunk = Bytes::new();
        self.form.end = None;
    }

    fn broken(&mut self, why: &str) -> Error {
        self.close();
        self.error(ErrorKind::Transport, format!("{why} {}", self.after()))
    }

    fn silent(&mut self) -> Error {
        self.close();
        let silence: Duration = self.call.max_silence;
        let message = format!("the stream was silent for {silence:?} {}", self.after());
        let advice = "`max_silence` gives it more time";
        self.error(ErrorKind::Timeout, message).with_advice(Some(advice))
    }

    fn too_large(&mut self) -> Error {
        self.close();
        let (item, max) = (self.form.item(), self.call.client.max_body());
        let message = format!("{item} of more than the {max} bytes allowed {}", self.after());
        self.error(ErrorKind::TooLarge, format!("the stream has a {message}"))
    }

    /// How far the stream came.
    fn after(&self) -> String {
        let plural = if self.items == 1 { "" } else { "s" };
        format!("after {} item{plural}", self.items)
    }

    /// The error of an item that does not fit its type.
    pub(super) fn unreadable(&self, text: &[u8], why: &DecodeError) -> Error {
        let max = self.call.client.max_body();
        let (kind, problem) = if why.is_too_large() {
            (ErrorKind::TooLarge, format!("would take more memory than the {max} bytes allowed"))
        } else {
            (ErrorKind::Decode, "is not what the API promises".to_owned())
        };
        let error = self.error(kind, format!("item {} of the stream {problem}: {why}", self.items));
        let body = self.call.keeps_body.then(|| self.call.redact(String::from_utf8_lossy(text).into_owned()));
        error.with_source(why.clone()).with_body(body)
    }

    fn error(&self, kind: ErrorKind, message: String) -> Error {
        self.call
            .error(kind, self.call.redact(message))
            .with_status(self.status.as_u16())
            .with_log_id(self.log_id.clone())
            .maybe_applied(self.call.is_write())
    }

    /// Whether everything of an item must fit.
    pub(super) fn is_strict(&self) -> bool {
        self.call.is_strict
    }

    /// How much memory the lists and maps of an item may take.
    pub(super) fn room(&self) -> usize {
        self.call.client.max_body()
    }

    /// Warns of what was left out of an item, once for each place.
    pub(super) fn warn(&self, problem: &DecodeError) {
        self.call.client.warn_once(&self.call.endpoint.to_name(), problem);
    }
}

/// A call without what was sent, which may be large.
fn without_content(call: &Call) -> Call {
    let mut call = call.clone();
    call.body = Vec::new();
    call.whole_body = None;
    call.files = Vec::new();
    call
}
