//! The parts of a file, one after the other.

use std::ops::Range;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, stream};

use crate::error::{Error, ErrorKind, Result};
use crate::file::{File, Pieces};

/// A part to send.
pub(super) struct Part {
    pub(super) number: u64,
    pub(super) file: File,
}

/// The parts in these ranges, which ascend. A file that can be read anywhere is cut without being read; a stream is read
/// from its beginning to its end, and only the part that is given next is in memory.
pub(super) fn cut(file: &File, ranges: Vec<(u64, Range<u64>)>) -> BoxStream<'static, Result<Part>> {
    let (file, length) = (file.clone(), file.length());
    if file.range(0, length).is_some() {
        let parts = ranges.into_iter().map(move |(number, range)| {
            let file = file.range(range.start, range.end - range.start);
            Ok(Part { number, file: file.ok_or_else(|| lost("it has no such part"))? })
        });
        return stream::iter(parts).boxed();
    }
    match file.pieces() {
        Some(pieces) => read_on(pieces, ranges, length).boxed(),
        None => stream::once(async { Err(lost("it is a stream that was sent already")) }).boxed(),
    }
}

/// A stream that is cut as it is read.
struct Cutter {
    pieces: Pieces,
    /// What was read and not given yet.
    rest: Bytes,
    /// How many bytes came before `rest`.
    offset: u64,
    length: u64,
}

impl Cutter {
    /// The next piece; empty at the end.
    async fn next_piece(&mut self) -> Result<Bytes> {
        while self.rest.is_empty() {
            match self.pieces.next().await {
                Some(piece) => {
                    self.rest = piece.map_err(|error| lost("it cannot be read").with_source(error))?;
                }
                None => return Ok(Bytes::new()),
            }
        }
        Ok(std::mem::take(&mut self.rest))
    }

    /// Takes as many bytes of `piece` as there are until `end`, and leaves the rest for later.
    fn take_until(&mut self, mut piece: Bytes, end: u64) -> Bytes {
        let wanted = usize::try_from(end - self.offset).unwrap_or(usize::MAX).min(piece.len());
        let taken = piece.split_to(wanted);
        self.offset += wanted as u64;
        self.rest = piece;
        taken
    }

    /// The bytes of a range, which does not begin before what was read.
    async fn read(&mut self, range: Range<u64>) -> Result<Bytes> {
        while self.offset < range.start {
            let piece = self.next_piece().await?;
            if piece.is_empty() {
                break;
            }
            self.take_until(piece, range.start);
        }
        let mut part = BytesMut::new();
        while self.offset < range.end {
            let piece = self.next_piece().await?;
            if piece.is_empty() {
                break;
            }
            part.extend_from_slice(&self.take_until(piece, range.end));
        }
        // A stream with more bytes than announced says so only when it is read on.
        if range.end == self.length {
            self.rest = self.next_piece().await?;
        }
        Ok(part.freeze())
    }
}

fn read_on(
    pieces: Pieces,
    ranges: Vec<(u64, Range<u64>)>,
    length: u64,
) -> impl Stream<Item = Result<Part>> + Send {
    let cutter = Cutter { pieces, rest: Bytes::new(), offset: 0, length };
    stream::try_unfold((cutter, ranges.into_iter()), |(mut cutter, mut ranges)| async move {
        let Some((number, range)) = ranges.next() else { return Ok(None) };
        let bytes = cutter.read(range).await?;
        Ok(Some((Part { number, file: File::new("part", bytes) }, (cutter, ranges))))
    })
}

fn lost(why: &str) -> Error {
    Error::new(ErrorKind::File, format!("the file cannot be uploaded: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn bytes(parts: BoxStream<'static, Result<Part>>) -> Result<Vec<(u64, Vec<u8>)>> {
        let mut found = Vec::new();
        for part in parts.collect::<Vec<_>>().await {
            let part = part?;
            let pieces: Vec<_> = part.file.pieces().unwrap().collect().await;
            found.push((part.number, pieces.into_iter().flat_map(|piece| piece.unwrap()).collect()));
        }
        Ok(found)
    }

    fn streamed(content: &[u8], length: u64) -> File {
        let pieces: Vec<_> = content.chunks(3).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
        File::stream("a", length, stream::iter(pieces))
    }

    #[tokio::test]
    async fn a_stream_is_cut_like_a_file() {
        let content = b"0123456789abcdefghij";
        for ranges in [
            vec![(0, 0..7), (1, 7..14), (2, 14..20)],
            vec![(1, 7..14)],
            vec![(2, 14..20)],
            vec![(0, 0..20)],
            vec![(0, 0..0)],
            vec![],
        ] {
            let wanted: Vec<_> = ranges
                .iter()
                .map(|(number, range)| (*number, content[range.start as usize..range.end as usize].to_vec()))
                .collect();
            let file = File::new("a", content.to_vec());
            assert_eq!(bytes(cut(&file, ranges.clone())).await.unwrap(), wanted);
            assert_eq!(bytes(cut(&streamed(content, 20), ranges)).await.unwrap(), wanted);
        }
    }

    #[tokio::test]
    async fn a_stream_of_another_length_is_found_out_and_one_that_is_gone_too() {
        let ranges = vec![(0, 0..7), (1, 7..20)];
        for content in [&b"0123456789abcdefghi"[..], b"0123456789abcdefghijk"] {
            let error = bytes(cut(&streamed(content, 20), ranges.clone())).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::File, "{error}");
        }
        let file = streamed(b"0123456789abcdefghij", 20);
        drop(bytes(cut(&file, ranges.clone())).await.unwrap());
        let error = bytes(cut(&file, ranges)).await.unwrap_err();
        assert!(error.to_string().contains("sent already"), "{error}");
    }
}
