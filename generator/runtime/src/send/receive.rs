//! Bringing an answer's body in, within bounds.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderMap};

use crate::error::{Error, ErrorKind, Result};

/// How much is read of an answer that says no: more than any error has to say.
const REFUSAL: usize = 1 << 20;
/// How much is read of HTML where JSON was promised: an error shows a line of it.
const MARKUP: usize = 64 << 10;
/// How long an answer can be that is an error in place of a file.
const NOT_A_FILE: usize = 64 << 10;

/// How a body is brought in.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// The largest answer that is read into memory.
    pub(super) max: usize,
    /// Whether the answer is a file if it is a success.
    pub(super) file: bool,
    /// How long the next piece of a file may take.
    pub(super) patience: Duration,
}

/// What was brought in of a body.
pub(super) enum Received {
    Whole(Bytes),
    /// The beginning of a file, whose rest is still to come.
    Beginning(Bytes),
}

/// Brings in the body of an answer, whose headers stand beside it.
pub(super) async fn receive(
    response: &mut reqwest::Response,
    headers: &HeaderMap,
    reading: &Reading,
) -> Result<Received> {
    if !response.status().is_success() {
        return Ok(Received::Whole(beginning(response, reading.max.min(REFUSAL)).await));
    }
    if reading.file {
        file(response, headers, reading.max).await
    } else {
        bounded(response, reading.max).await.map(Received::Whole)
    }
}

/// As much of a refusal as there is, up to `max`: that the rest is missing makes it no less of a refusal.
async fn beginning(response: &mut reqwest::Response, max: usize) -> Bytes {
    let mut body = BytesMut::new();
    while body.len() < max
        && let Ok(Some(chunk)) = response.chunk().await
    {
        body.extend_from_slice(&chunk[..chunk.len().min(max - body.len())]);
    }
    body.freeze()
}

/// A whole body of at most `max` bytes, or the beginning of one that is markup.
async fn bounded(response: &mut reqwest::Response, max: usize) -> Result<Bytes> {
    let announced = response.content_length().unwrap_or_default();
    let Some(first) = response.chunk().await.map_err(broken)? else { return Ok(Bytes::new()) };
    match response.chunk().await.map_err(broken)? {
        // Most answers come in one piece, and need not be copied.
        None if first.len() <= max => Ok(first),
        next => Box::pin(collected(response, &first, next, announced, max)).await,
    }
}

/// The same for a body in pieces, of which the first two are here.
async fn collected(
    response: &mut reqwest::Response,
    first: &[u8],
    mut next: Option<Bytes>,
    announced: u64,
    max: usize,
) -> Result<Bytes> {
    // Room for all of it, so that a large body is not moved again and again while it grows. Room that was announced for
    // nothing takes no memory, since it is never written to.
    let announced = usize::try_from(announced).unwrap_or_default();
    let mut body = BytesMut::with_capacity(announced.clamp(first.len(), max.max(first.len())));
    body.extend_from_slice(first);
    while let Some(chunk) = next {
        if chunk.len() > max.saturating_sub(body.len()) && !is_markup(&body) {
            return Err(too_large(max));
        }
        body.extend_from_slice(&chunk[..chunk.len().min(max.saturating_sub(body.len()))]);
        if body.len() >= MARKUP && is_markup(&body) {
            break;
        }
        next = response.chunk().await.map_err(broken)?;
    }
    if body.len() > max && !is_markup(&body) {
        return Err(too_large(max));
    }
    body.truncate(max);
    Ok(body.freeze())
}

fn too_large(max: usize) -> Error {
    Error::new(ErrorKind::TooLarge, format!("the answer is larger than the {max} bytes allowed"))
}

/// A file, unless it is short, looks like JSON and so may be an error: that is for the envelope to say.
async fn file(response: &mut reqwest::Response, headers: &HeaderMap, max: usize) -> Result<Received> {
    let mut first = BytesMut::new();
    if says_json(headers) || !headers.contains_key(CONTENT_DISPOSITION) {
        while first.len() < NOT_A_FILE.min(max) {
            let Some(chunk) = response.chunk().await.map_err(broken)? else {
                return Ok(Received::Whole(first.freeze()));
            };
            first.extend_from_slice(&chunk);
            if !says_json(headers) && first.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
                break;
            }
        }
    }
    Ok(Received::Beginning(first.freeze()))
}

fn broken(error: reqwest::Error) -> Error {
    Error::new(ErrorKind::Transport, "the answer broke off").with_source(error.without_url())
}

/// Asked again and again while a body grows, so it looks no further than it must.
fn is_markup(body: &[u8]) -> bool {
    body[..body.len().min(MARKUP)].iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

/// Whether an answer says that it is JSON: `application/json`, `application/problem+json; charset=utf-8`, `text/json`.
fn says_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.ends_with("/json") || kind.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_types_are_read_tolerantly() {
        let says = |kind: &str| says_json(&HeaderMap::from_iter([(CONTENT_TYPE, kind.parse().unwrap())]));
        for json in
            ["application/json", "Application/JSON; charset=utf-8", "text/json", "application/problem+json"]
        {
            assert!(says(json), "{json}");
        }
        for other in ["text/html", "application/octet-stream", "json", "application/jsonl"] {
            assert!(!says(other), "{other}");
        }
    }
}
