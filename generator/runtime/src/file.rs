//! Files to upload.

use std::fmt;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::StreamExt;
use futures_util::stream;
use tokio::io::AsyncReadExt;

use crate::error::{Error, ErrorKind, Result};

/// A file to upload. It is sent piece by piece, so its size does not matter.
#[derive(Clone)]
pub struct File {
    pub(crate) name: String,
    pub(crate) content_type: Option<String>,
    length: u64,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Bytes(Bytes),
    Path(PathBuf),
    /// Gone once some of it was sent.
    Stream(StreamSlot),
}

type Pieces = Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>;

/// Where a stream is until it is read.
type StreamSlot = Arc<Mutex<Option<Pieces>>>;

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
            *self.slot.lock().unwrap_or_else(PoisonError::into_inner) = self.pieces.take();
        }
    }
}

impl File {
    /// A file called `name`, held in memory. Characters that could break the form or lead out of a folder are escaped
    /// when the name is sent.
    pub fn new(name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        let content = content.into();
        Self::of(name.into(), content.len() as u64, Content::Bytes(content))
    }

    /// A file on the disk, under its own name. It is read while it is sent, once for each attempt.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] when there is no such file, or its size cannot be had.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref().to_owned();
        let bad = |why: &str| {
            Error::new(ErrorKind::Invalid, format!("`{}` cannot be uploaded: {why}", path.display()))
        };
        let about = tokio::fs::metadata(&path).await;
        let about = about.map_err(|error| bad("it cannot be read").with_source(error))?;
        if !about.is_file() {
            return Err(bad("it is not a file"));
        }
        let name = path.file_name().ok_or_else(|| bad("it has no name"))?.to_string_lossy().into_owned();
        Ok(Self::of(name, about.len(), Content::Path(path)))
    }

    /// A file called `name` whose `length` bytes come from a stream. A stream can be sent once only, so such an upload is
    /// repeated only if none of the stream was read, because no connection could be made for instance.
    pub fn stream(
        name: impl Into<String>,
        length: u64,
        content: impl Stream<Item = std::io::Result<Bytes>> + Send + 'static,
    ) -> Self {
        let content: Pieces = Box::pin(content);
        Self::of(name.into(), length, Content::Stream(Arc::new(Mutex::new(Some(content)))))
    }

    fn of(name: String, length: u64, content: Content) -> Self {
        Self { name, content_type: None, length, content }
    }

    /// Another name than the one it has.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Says what the content is, such as `image/png`; some servers offer a preview by it. Without this, the name's
    /// extension says it, and `application/octet-stream` is sent where that is unknown.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The media type to send: as set, or by the extension.
    pub(crate) fn media_type(&self) -> String {
        let guess = || mime_guess::from_path(&self.name).first_or_octet_stream().to_string();
        self.content_type.clone().unwrap_or_else(guess)
    }

    /// Its size in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Whether the content can be had from its beginning, after an attempt to send it.
    pub(crate) fn is_repeatable(&self) -> bool {
        match &self.content {
            Content::Bytes(_) | Content::Path(_) => true,
            Content::Stream(slot) => slot.lock().unwrap_or_else(PoisonError::into_inner).is_some(),
        }
    }

    /// The content from its beginning; `None` when it is gone.
    pub(crate) fn body(&self) -> Option<reqwest::Body> {
        Some(match &self.content {
            Content::Bytes(bytes) => bytes.clone().into(),
            Content::Path(path) => reqwest::Body::wrap_stream(read(path.clone(), self.length)),
            Content::Stream(slot) => {
                let pieces = slot.lock().unwrap_or_else(PoisonError::into_inner).take()?;
                let unread = Unread { slot: Arc::clone(slot), pieces: Some(pieces), is_begun: false };
                reqwest::Body::wrap_stream(exactly(unread, self.length))
            }
        })
    }
}

/// The first `length` bytes of a file.
fn read(path: PathBuf, length: u64) -> impl Stream<Item = std::io::Result<Bytes>> + Send {
    const PIECE: usize = 64 << 10;
    let file = stream::once(tokio::fs::File::open(path));
    let pieces = file.flat_map(|file| {
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

/// A file name that ends neither its quotes nor its line, and is no way into another folder.
pub(crate) fn safe_name(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '"' | '\\' | '/' | '\u{2028}' | '\u{2029}' => escape(&mut safe, character),
            _ if character.is_control() => escape(&mut safe, character),
            _ => safe.push(character),
        }
    }
    match safe.as_str() {
        "" => "file".to_owned(),
        "." | ".." => safe.replace('.', "%2E"),
        _ => safe,
    }
}

fn escape(to: &mut String, character: char) {
    let mut bytes = [0; 4];
    for byte in character.encode_utf8(&mut bytes).bytes() {
        to.push_str(&format!("%{byte:02X}"));
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("name", &self.name).field("bytes", &self.length).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_leave_its_quotes_or_its_folder() {
        assert_eq!(safe_name("a\"; x=\"b\r\nX: y"), "a%22; x=%22b%0D%0AX: y");
        assert_eq!(safe_name("../../etc/passwd"), "..%2F..%2Fetc%2Fpasswd");
        assert_eq!(safe_name("c:\\a"), "c:%5Ca");
        assert_eq!((safe_name(""), safe_name("..")), ("file".into(), "%2E%2E".into()));
        assert_eq!(safe_name("报告 50%.pdf"), "报告 50%.pdf");
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
