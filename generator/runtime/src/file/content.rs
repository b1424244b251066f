//! The bytes of a file, wherever they are.

use std::fmt;
use std::io::SeekFrom;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::{StreamExt, stream};
use tokio::io::{AsyncReadExt, AsyncSeekExt};

use crate::lock::lock;

/// Bytes in pieces, one after the other.
pub(crate) type Pieces = Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>;

/// The largest piece that is read at once.
const PIECE: usize = 64 << 10;

/// Where the bytes of a file are.
#[derive(Clone)]
pub(super) enum Content {
    Bytes(Bytes),
    Path(PathRange),
    /// Gone once some of it was sent.
    Stream(StreamSlot),
}

/// A range of a file on the disk.
#[derive(Clone)]
pub(super) struct PathRange {
    pub(super) path: PathBuf,
    pub(super) offset: u64,
    /// Whether the file ends where the range ends, so that a file that grew is found out.
    pub(super) is_last: bool,
}

/// Where a stream is until it is read.
pub(super) type StreamSlot = Arc<Mutex<Option<Pieces>>>;

impl Content {
    /// Whether the content can be had from its beginning, after an attempt to send it.
    pub(super) fn is_repeatable(&self) -> bool {
        match self {
            Self::Bytes(_) | Self::Path(_) => true,
            Self::Stream(slot) => lock(slot).is_some(),
        }
    }

    /// `length` bytes from `offset` on; `None` of a stream, which has no place to go back to. `total` is the length of it all.
    pub(super) fn range(&self, offset: u64, length: u64, total: u64) -> Option<Self> {
        match self {
            Self::Bytes(bytes) => {
                let start = usize::try_from(offset).ok().filter(|start| *start <= bytes.len())?;
                let end =
                    start.checked_add(usize::try_from(length).ok()?).filter(|end| *end <= bytes.len())?;
                Some(Self::Bytes(bytes.slice(start..end)))
            }
            Self::Path(range) => Some(Self::Path(PathRange {
                path: range.path.clone(),
                offset: range.offset.checked_add(offset)?,
                is_last: range.is_last && offset.checked_add(length)? == total,
            })),
            Self::Stream(_) => None,
        }
    }

    /// The content from its beginning, `length` bytes; `None` when it is gone.
    pub(super) fn pieces(&self, length: u64) -> Option<Pieces> {
        Some(match self {
            Self::Bytes(bytes) => {
                let pieces = (0..bytes.len()).step_by(PIECE);
                let bytes = bytes.clone();
                let piece = move |start| Ok(bytes.slice(start..bytes.len().min(start + PIECE)));
                Box::pin(exactly(stream::iter(pieces.map(piece)), length))
            }
            Self::Path(range) => Box::pin(read(range.clone(), length)),
            Self::Stream(slot) => {
                let pieces = lock(slot).take()?;
                let unread = Unread { slot: Arc::clone(slot), pieces: Some(pieces), is_begun: false };
                Box::pin(exactly(unread, length))
            }
        })
    }

    /// The same as the body of a request.
    pub(super) fn body(&self, length: u64) -> Option<reqwest::Body> {
        match self {
            Self::Bytes(bytes) => Some(bytes.clone().into()),
            Self::Path(_) | Self::Stream(_) => self.pieces(length).map(reqwest::Body::wrap_stream),
        }
    }
}

/// A stream that goes back to its slot if none of it was read: a request that never left can be sent again.
struct Unread {
    slot: StreamSlot,
    pieces: Option<Pieces>,
    is_begun: bool,
}

impl Stream for Unread {
    type Item = std::io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.is_begun = true;
        match &mut self.pieces {
            Some(pieces) => pieces.as_mut().poll_next(cx),
            None => Poll::Ready(None),
        }
    }
}

impl Drop for Unread {
    fn drop(&mut self) {
        if !self.is_begun {
            *lock(&self.slot) = self.pieces.take();
        }
    }
}

/// `length` bytes of a file.
fn read(range: PathRange, length: u64) -> impl Stream<Item = std::io::Result<Bytes>> + Send {
    // One byte more than the last range has shows that the file grew.
    let limit = if range.is_last { length.saturating_add(1) } else { length };
    let file = stream::once(async move {
        let mut file = tokio::fs::File::open(&range.path).await?;
        if range.offset > 0 {
            file.seek(SeekFrom::Start(range.offset)).await?;
        }
        Ok(file.take(limit))
    });
    let pieces = file.flat_map(|file: std::io::Result<_>| {
        stream::try_unfold(Some(file), |file| async move {
            let Some(file) = file else { return Ok(None) };
            let mut file = file?;
            let mut piece = BytesMut::with_capacity(PIECE);
            let read = file.read_buf(&mut piece).await?;
            Ok((read > 0).then(|| (piece.freeze(), Some(Ok(file)))))
        })
    });
    exactly(pieces, length)
}

/// A stream that fails unless it has as many bytes as were announced: a shorter one would leave the server waiting, and
/// what follows a longer one would be taken for another request.
fn exactly(
    pieces: impl Stream<Item = std::io::Result<Bytes>> + Send,
    length: u64,
) -> impl Stream<Item = std::io::Result<Bytes>> + Send {
    let wrong = |what| std::io::Error::other(FileChanged(what));
    let end = stream::once(async { Ok(None) });
    (pieces.map(|piece| piece.map(Some)).chain(end)).scan(length, move |left, piece| {
        let checked = match piece {
            Ok(Some(piece)) => match left.checked_sub(piece.len() as u64) {
                Some(rest) => {
                    *left = rest;
                    Some(Ok(piece))
                }
                None => Some(Err(wrong("longer"))),
            },
            Ok(None) if *left > 0 => Some(Err(wrong("shorter"))),
            Ok(None) => None,
            Err(error) => Some(Err(error)),
        };
        std::future::ready(checked)
    })
}

/// A file has another length than when it was opened, or than was announced.
#[derive(Debug)]
pub(crate) struct FileChanged(&'static str);

impl fmt::Display for FileChanged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the file is {} than announced", self.0)
    }
}

impl std::error::Error for FileChanged {}

#[cfg(test)]
mod tests {
    use super::*;

    async fn bytes_of(content: &Content, length: u64) -> std::io::Result<Vec<u8>> {
        let mut all = Vec::new();
        let mut pieces = content.pieces(length).expect("it can be read");
        while let Some(piece) = pieces.next().await {
            all.extend_from_slice(&piece?);
        }
        Ok(all)
    }

    #[tokio::test]
    async fn ranges_of_a_file_are_what_stands_there() {
        let whole: Vec<u8> = (0..200_000_u32).map(|index| (index % 251) as u8).collect();
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&file, &whole).unwrap();
        let path = Content::Path(PathRange { path: file.path().into(), offset: 0, is_last: true });
        let memory = Content::Bytes(whole.clone().into());
        for content in [path, memory] {
            for (offset, length) in [(0, 200_000), (0, 70_000), (70_000, 70_000), (140_000, 60_000), (7, 0)] {
                let range = content.range(offset, length, 200_000).unwrap();
                let wanted = &whole[offset as usize..(offset + length) as usize];
                assert!(bytes_of(&range, length).await.unwrap() == wanted, "{offset} {length}");
            }
        }
    }

    #[tokio::test]
    async fn a_file_that_grew_or_shrank_is_found_out_by_the_ranges_at_its_end() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let content = Content::Path(PathRange { path: file.path().into(), offset: 0, is_last: true });
        let (first, last) = (content.range(0, 6, 10).unwrap(), content.range(6, 4, 10).unwrap());
        for (now, first_reads, last_reads) in
            [(10, true, true), (11, true, false), (9, true, false), (5, false, false)]
        {
            std::fs::write(&file, vec![1; now]).unwrap();
            assert_eq!(bytes_of(&first, 6).await.is_ok(), first_reads, "{now}");
            assert_eq!(bytes_of(&last, 4).await.is_ok(), last_reads, "{now}");
        }
    }

    #[tokio::test]
    async fn a_stream_of_another_length_than_announced_fails() {
        let pieces = || stream::iter([Ok(Bytes::from("abc")), Ok(Bytes::from("de"))]);
        for (length, fits) in [(5, true), (4, false), (6, false)] {
            let all: Vec<_> = exactly(pieces(), length).collect().await;
            assert_eq!(all.iter().all(|piece| piece.is_ok()), fits, "{length}");
        }
    }
}
