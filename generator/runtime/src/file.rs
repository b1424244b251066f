//! Files to upload.

mod content;
mod safe_name;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::UNIX_EPOCH;

use bytes::Bytes;
use futures_core::Stream;
use futures_util::StreamExt;
use md5::{Digest, Md5};

use crate::error::{Error, ErrorKind, Result};

use content::{Content, PathRange};

pub(crate) use content::{FileChanged, Pieces};
pub(crate) use safe_name::safe_name;

/// A file to upload. It is sent piece by piece, so its size does not matter.
#[derive(Clone)]
pub struct File {
    pub(crate) name: String,
    pub(crate) content_type: Option<String>,
    length: u64,
    modified: Option<u64>,
    /// Headers of the part that it becomes in a form.
    pub(crate) headers: Vec<(String, String)>,
    content: Content,
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
        let modified = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.and_then(|since| u64::try_from(since.as_millis()).ok());
        let content = Content::Path(PathRange { path, offset: 0, is_last: true });
        Ok(Self { modified, ..Self::of(name, about.len(), content) })
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
        Self { name, content_type: None, length, modified: None, headers: Vec::new(), content }
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

    /// Adds a header to the part of a form that the file becomes. A body that is the file alone has none but those of the
    /// call.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
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

    /// When it was changed last, in milliseconds since 1970; `None` if it is no file on the disk.
    pub(crate) fn modified(&self) -> Option<u64> {
        self.modified
    }

    /// Whether the content can be had from its beginning, after an attempt to send it.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.content.is_repeatable()
    }

    /// The content from its beginning; `None` when it is gone.
    pub(crate) fn body(&self) -> Option<reqwest::Body> {
        self.content.body(self.length)
    }

    /// The same in pieces.
    pub(crate) fn pieces(&self) -> Option<Pieces> {
        self.content.pieces(self.length)
    }

    /// A part of it, under the same name; `None` of a stream, which has no place to go back to.
    pub(crate) fn range(&self, offset: u64, length: u64) -> Option<Self> {
        let content = self.content.range(offset, length, self.length)?;
        let (name, modified) = (self.name.clone(), self.modified);
        Some(Self { name, content_type: None, length, modified, headers: Vec::new(), content })
    }

    /// The MD5 of its content, as 32 small hexadecimal digits. It is read for that, so a stream has none.
    pub(crate) async fn md5(&self) -> std::io::Result<String> {
        let mut hash = Md5::new();
        let pieces = if let Content::Stream(_) = self.content { None } else { self.pieces() };
        let mut pieces = pieces.ok_or_else(|| std::io::Error::other("the file can be read only once"))?;
        while let Some(piece) = pieces.next().await {
            hash.update(&piece?);
            // Hashing what is in memory would keep other tasks from running.
            tokio::task::consume_budget().await;
        }
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("name", &self.name).field("bytes", &self.length).finish_non_exhaustive()
    }
}
