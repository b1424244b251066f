//! Files that come as an answer.

use std::fmt;

use bytes::Bytes;
use http::HeaderMap;

use crate::error::{Error, ErrorKind, Result};

/// A file that the server sends. It is read piece by piece, so its size does not matter.
pub struct Download {
    headers: HeaderMap,
    source: Source,
}

enum Source {
    Open(reqwest::Response),
    Read(Option<Bytes>),
}

impl Download {
    pub(crate) fn open(response: reqwest::Response) -> Self {
        Self { headers: response.headers().clone(), source: Source::Open(response) }
    }

    pub(crate) fn read(headers: &HeaderMap, body: Bytes) -> Self {
        Self { headers: headers.clone(), source: Source::Read(Some(body)) }
    }

    /// What the server says the content is, such as `image/png`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(http::header::CONTENT_TYPE)?.to_str().ok()
    }

    /// The answer's headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The next piece, or `None` at the end.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        match &mut self.source {
            Source::Read(body) => Ok(body.take()),
            Source::Open(response) => response.chunk().await.map_err(|error| {
                Error::new(ErrorKind::Transport, "the download broke off").with_source(error.without_url())
            }),
        }
    }

    /// The whole content, if it has at most `max` bytes.
    ///
    /// # Errors
    /// When it is larger or the connection breaks.
    pub async fn bytes(self, max: usize) -> Result<Bytes> {
        match self.source {
            Source::Open(response) => crate::send::read_bounded(response, max).await,
            Source::Read(body) => {
                let body = body.unwrap_or_default();
                if body.len() > max {
                    return Err(Error::new(
                        ErrorKind::TooLarge,
                        format!("the file is larger than {max} bytes"),
                    ));
                }
                Ok(body)
            }
        }
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("content_type", &self.content_type()).finish_non_exhaustive()
    }
}
