//! Files that come as a response.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use tokio::io::AsyncWriteExt;

use crate::error::{Error, ErrorKind, Result};
use crate::header::file_name;

/// A file that the server sends. It is read piece by piece, so its size does not matter.
pub struct Download {
    headers: HeaderMap,
    /// What was read to see whether it is a file at all.
    first: Option<Bytes>,
    rest: Option<reqwest::Response>,
    /// How long the next piece may take.
    piece_timeout: Duration,
}

impl Download {
    pub(crate) fn new(
        headers: HeaderMap,
        first: Bytes,
        rest: Option<reqwest::Response>,
        piece_timeout: Duration,
    ) -> Self {
        Self { headers, first: Some(first).filter(|first| !first.is_empty()), rest, piece_timeout }
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

    /// The next piece, or `None` at the end.
    ///
    /// # Errors
    /// [`ErrorKind::Transport`] when the connection breaks, [`ErrorKind::Timeout`] when nothing comes for as long as an
    /// attempt may take.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        let Some(response) = &mut self.rest else { return Ok(None) };
        let broken = |error: reqwest::Error| {
            Error::new(ErrorKind::Transport, "the download broke off").with_source(error.without_url())
        };
        match tokio::time::timeout(self.piece_timeout, response.chunk()).await {
            Ok(chunk) => chunk.map_err(broken),
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

    /// Writes the content to a file and gives its size in bytes. The file appears at `path` when all of it is there, in
    /// place of any that was; until then it grows beside it, and is removed if anything goes wrong.
    ///
    /// # Errors
    /// [`ErrorKind::File`] when the disk fails, and what [`chunk`](Self::chunk) fails with.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        let failed = |error: std::io::Error| {
            let message = format!("the download cannot be written to `{}`", path.display());
            Error::new(ErrorKind::File, message).with_source(error)
        };
        let part = Part::beside(path);
        let mut file = tokio::fs::File::create_new(&part.0).await.map_err(failed)?;
        let mut size = 0;
        while let Some(chunk) = self.chunk().await? {
            file.write_all(&chunk).await.map_err(failed)?;
            size += chunk.len() as u64;
        }
        // Otherwise a crash could leave the new name with none of the content.
        file.sync_all().await.map_err(failed)?;
        drop(file);
        tokio::fs::rename(&part.0, path).await.map_err(failed)?;
        Ok(size)
    }
}

/// A file in the making. It is removed when this is dropped, unless it has got its name by then.
struct Part(PathBuf);

impl Part {
    fn beside(path: &Path) -> Self {
        let mut name = std::ffi::OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}.part", uuid::Uuid::new_v4().simple()));
        Self(path.with_file_name(name))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // It is not there any more when all went well.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("content_type", &self.content_type()).finish_non_exhaustive()
    }
}
