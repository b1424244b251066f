//! Lines, frame by frame: the text of one item and what stands beside it.

use std::time::Duration;

use bytes::Bytes;

use super::line::{LineReader, TooLarge};
use crate::api::{StreamForm, StreamKind};

/// The text of one item.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) text: Vec<u8>,
    /// The event's name, if it has one.
    pub(super) name: Option<String>,
}

/// Cuts bytes that come in chunks into frames. Of a frame that is not complete, at most so many bytes are kept.
#[derive(Debug)]
pub(super) struct FrameReader {
    lines: LineReader,
    kind: StreamKind,
    max: usize,
    event: Event,
    /// The id that was sent last; it may stand in an event without data, which is none to be given.
    pub(super) last_id: Option<String>,
    /// After which time a client should connect again, if the server said so.
    pub(super) retry: Option<Duration>,
}

/// The event whose lines are coming in.
#[derive(Debug, Default)]
struct Event {
    /// The values of its lines of data, each with a line feed behind it.
    data: String,
    name: String,
    id: Option<String>,
}

impl FrameReader {
    pub(super) fn new(form: StreamForm, max: usize) -> Self {
        Self {
            lines: LineReader::new(max, form.kind == StreamKind::Events),
            kind: form.kind,
            max,
            event: Event::default(),
            last_id: None,
            retry: None,
        }
    }

    /// The next frame, and takes what makes it out of `chunk`; `None` when all of the chunk is taken and no frame ends in it.
    pub(super) fn next(&mut self, chunk: &mut Bytes) -> Result<Option<Frame>, TooLarge> {
        while let Some(line) = self.lines.next(chunk)? {
            let frame = match self.kind {
                StreamKind::Events => self.read_event_line(&line)?,
                StreamKind::Lines => line_frame(line),
            };
            if frame.is_some() {
                return Ok(frame);
            }
        }
        Ok(None)
    }

    /// The frame that the end of the bytes makes complete: a last line needs no end, while an event without the empty line
    /// behind it is none (WHATWG HTML, 9.2.6).
    pub(super) fn finish(&mut self) -> Option<Frame> {
        match self.kind {
            StreamKind::Events => None,
            StreamKind::Lines => self.lines.rest().and_then(line_frame),
        }
    }

    /// Reads a line as WHATWG HTML, 9.2.6, has it; gives the event that it ends.
    fn read_event_line(&mut self, line: &[u8]) -> Result<Option<Frame>, TooLarge> {
        if line.is_empty() {
            return Ok(self.end_event());
        }
        // Bytes that are no UTF-8 are replaced, and fail nothing.
        let line = String::from_utf8_lossy(line);
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => {
                if value.len() >= self.max.saturating_sub(self.event.data.len()) {
                    return Err(TooLarge);
                }
                self.event.data.push_str(value);
                self.event.data.push('\n');
            }
            "event" => value.clone_into(&mut self.event.name),
            "id" if !value.contains('\0') => self.event.id = Some(value.to_owned()),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                // A number that is too large is no time that anyone means.
                self.retry = value.parse().ok().map(Duration::from_millis).or(self.retry);
            }
            // A comment, whose field has no name, or a field that nobody knows.
            _ => {}
        }
        Ok(None)
    }

    fn end_event(&mut self) -> Option<Frame> {
        let Event { mut data, name, id } = std::mem::take(&mut self.event);
        self.last_id = id.or(self.last_id.take());
        // Without a line of data there is no event.
        data.pop()?;
        Some(Frame { text: data.into_bytes(), name: Some(name).filter(|name| !name.is_empty()) })
    }
}

/// The frame of a line; an empty one is none.
fn line_frame(line: Vec<u8>) -> Option<Frame> {
    let is_blank = line.iter().all(u8::is_ascii_whitespace);
    (!is_blank).then_some(Frame { text: line, name: None })
}

#[cfg(test)]
mod tests;
