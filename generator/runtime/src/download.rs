//! Files that come as a response.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use tokio::io::AsyncWriteExt;

use crate::error::{Error, ErrorKind, Result};
use crate::header::file_name;

/// A file that the server sends. It is read chunk by chunk, so its size does not matter.
pub struct Download {
    headers: HeaderMap,
    /// Bytes that were read to tell a file from an error.
    peeked: Option<Bytes>,
    /// The rest of the response; `None` if `peeked` is all of it.
    rest: Option<reqwest::Response>,
    /// How long the next chunk may take: the time-out of an attempt.
    chunk_timeout: Duration,
}

impl Download {
    pub(crate) fn new(
        headers: HeaderMap,
        peeked: Bytes,
        rest: Option<reqwest::Response>,
        chunk_timeout: Duration,
    ) -> Self {
        Self { headers, peeked: Some(peeked).filter(|peeked| !peeked.is_empty()), rest, chunk_timeout }
    }

    /// What the server says the content is, such as `image/png`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(http::header::CONTENT_TYPE)?.to_str().ok()
    }

    /// The file's name, if the server says one. It may hold characters that are no part of a file name here: take no more
    /// than its last part for a path.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        file_name(&self.headers)
    }

    /// The response's headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The next chunk, or `None` at the end.
    ///
    /// # Errors
    /// [`ErrorKind::Transport`] when the connection breaks, [`ErrorKind::Timeout`] when nothing comes within the
    /// time-out of an attempt.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        if let Some(peeked) = self.peeked.take() {
            return Ok(Some(peeked));
        }
        let Some(response) = &mut self.rest else { return Ok(None) };
        let transport_error = |error: reqwest::Error| {
            Error::new(ErrorKind::Transport, "the download broke off").with_source(error.without_url())
        };
        match tokio::time::timeout(self.chunk_timeout, response.chunk()).await {
            Ok(chunk) => chunk.map_err(transport_error),
            Err(_) => Err(Error::new(ErrorKind::Timeout, "the download has stalled")),
        }
    }

    /// The whole content, if it has at most `max` bytes.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] when it is larger, and what [`chunk`](Self::chunk) fails with.
    pub async fn bytes(mut self, max: usize) -> Result<Bytes> {
        let mut content = BytesMut::new();
        while let Some(chunk) = self.chunk().await? {
            if chunk.len() > max - content.len() {
                return Err(Error::new(ErrorKind::TooLarge, format!("the file is larger than {max} bytes")));
            }
            content.extend_from_slice(&chunk);
        }
        Ok(content.freeze())
    }

    /// Writes the content to a file and gives its size in bytes. It is written to a temporary file in the same folder,
    /// which takes the name `path` at the end and replaces a file of that name; on an error it is removed.
    ///
    /// # Errors
    /// [`ErrorKind::File`] when the disk fails, and what [`chunk`](Self::chunk) fails with.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        let file_error = |error: std::io::Error| {
            let message = format!("the download cannot be written to `{}`", path.display());
            Error::new(ErrorKind::File, message).with_source(error)
        };
        let temporary = TempFile::beside(path);
        let mut file = tokio::fs::File::create_new(&temporary.path).await.map_err(file_error)?;
        let mut size = 0;
        while let Some(chunk) = self.chunk().await? {
            file.write_all(&chunk).await.map_err(file_error)?;
            size += chunk.len() as u64;
        }
        // Or a crash could leave an empty file at `path`.
        file.sync_all().await.map_err(file_error)?;
        drop(file);
        tokio::fs::rename(&temporary.path, path).await.map_err(file_error)?;
        Ok(size)
    }
}

/// A temporary file. It is removed when this is dropped, unless it was renamed.
struct TempFile {
    path: PathBuf,
}

impl TempFile {
    fn beside(path: &Path) -> Self {
        let mut name = std::ffi::OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}.part", uuid::Uuid::new_v4().simple()));
        Self { path: path.with_file_name(name) }
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        // After a rename there is nothing left to remove.
        let _ = std::fs::remove_file(&self.path);
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("content_type", &self.content_type()).finish_non_exhaustive()
    }
}
