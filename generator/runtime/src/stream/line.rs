//! Bytes in chunks, line by line.

use bytes::{Buf, Bytes};

/// What is too large to be kept.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// Cuts bytes that come in chunks into lines. What is kept of a line whose end has not come is bounded.
#[derive(Debug)]
pub(super) struct LineReader {
    /// The line so far.
    line: Vec<u8>,
    max: usize,
    /// Whether a carriage return ends a line, as it does in server-sent events.
    returns_end_lines: bool,
    /// Whether the last line was ended by a carriage return, so that a line feed right behind it belongs to it.
    after_return: bool,
    /// Whether no line has come yet: the first may begin with a byte order mark.
    is_first: bool,
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

impl LineReader {
    /// Reads lines of at most `max` bytes.
    pub(super) fn new(max: usize, returns_end_lines: bool) -> Self {
        Self { line: Vec::new(), max, returns_end_lines, after_return: false, is_first: true }
    }

    /// The next line without its end, and takes it out of `chunk`; `None` when all of the chunk is taken and no line ends in it.
    pub(super) fn next(&mut self, chunk: &mut Bytes) -> Result<Option<Vec<u8>>, TooLarge> {
        if !chunk.is_empty() && std::mem::take(&mut self.after_return) && chunk[0] == b'\n' {
            chunk.advance(1);
        }
        let is_end = |byte: &u8| *byte == b'\n' || (*byte == b'\r' && self.returns_end_lines);
        let Some(length) = chunk.iter().position(is_end) else {
            let rest = std::mem::take(chunk);
            self.keep(&rest)?;
            return Ok(None);
        };
        let start = chunk.split_to(length);
        self.keep(&start)?;
        self.after_return = chunk.first() == Some(&b'\r');
        chunk.advance(1);
        Ok(Some(self.take()))
    }

    /// What came behind the last end of a line; `None` if nothing did.
    pub(super) fn rest(&mut self) -> Option<Vec<u8>> {
        (!self.line.is_empty()).then(|| self.take())
    }

    fn keep(&mut self, bytes: &[u8]) -> Result<(), TooLarge> {
        if bytes.len() > self.max.saturating_sub(self.line.len()) {
            return Err(TooLarge);
        }
        self.line.extend_from_slice(bytes);
        Ok(())
    }

    fn take(&mut self) -> Vec<u8> {
        let mut line = std::mem::take(&mut self.line);
        if std::mem::take(&mut self.is_first) && line.starts_with(BYTE_ORDER_MARK) {
            line.drain(..BYTE_ORDER_MARK.len());
        }
        line
    }
}
