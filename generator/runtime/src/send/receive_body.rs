//! Receiving a response's body, within bounds.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_DISPOSITION, HeaderMap};
use tokio::time::{Instant, timeout_at};

use crate::api::StreamKind;
use crate::error::{Error, ErrorKind, Result};
use crate::header::{is_html, is_json};

/// How much is read of a refusal: more than any error message needs.
const REFUSAL: usize = 1 << 20;
/// How much is read of HTML where JSON was expected: an error shows a line of it.
const MARKUP: usize = 64 << 10;
/// How much is read of what came in place of a stream.
const NO_STREAM: usize = 64 << 10;
/// The longest response that can be an error in place of a file.
const NOT_A_FILE: usize = 64 << 10;

/// How much of a body is read, and how fast it must come.
#[derive(Clone, Copy)]
pub(super) struct BodyLimits {
    /// The largest response that is read into memory.
    pub(super) max: usize,
    /// What a successful response is.
    pub(super) content: Content,
    /// How long the next piece of a file may take.
    pub(super) chunk_timeout: Duration,
}

/// What the body of a successful response is.
#[derive(Clone, Copy)]
pub(super) enum Content {
    /// A value.
    Value,
    /// A file.
    File,
    /// A stream of items.
    Stream(StreamKind),
}

/// What was received of a body.
pub(super) enum ReceivedBody {
    Whole(Bytes),
    /// The beginning of a file, whose rest is still to come.
    Beginning(Bytes),
    /// Nothing yet: it is a stream.
    Stream,
}

/// Receives the body of a response, whose headers were taken out of it. Of a refusal that has not ended by the deadline, what
/// came until then counts.
pub(super) async fn receive_body(
    response: &mut reqwest::Response,
    headers: &HeaderMap,
    limits: &BodyLimits,
    deadline: Instant,
) -> Result<ReceivedBody> {
    if !response.status().is_success() {
        return Ok(ReceivedBody::Whole(read_beginning(response, limits.max.min(REFUSAL), deadline).await));
    }
    match limits.content {
        Content::File => read_file(response, headers, limits.max, deadline).await,
        Content::Stream(kind) if is_stream(kind, headers) => Ok(ReceivedBody::Stream),
        // HTML or the like, of which an error shows a line.
        Content::Stream(_) => Ok(ReceivedBody::Whole(read_beginning(response, NO_STREAM, deadline).await)),
        Content::Value => read_bounded(response, limits.max).await.map(ReceivedBody::Whole),
    }
}

/// As much of a refusal as there is, up to `max`: that the rest is missing makes it no less of a refusal.
async fn read_beginning(response: &mut reqwest::Response, max: usize, deadline: Instant) -> Bytes {
    let mut body = BytesMut::new();
    while body.len() < max
        && let Ok(Ok(Some(chunk))) = timeout_at(deadline, response.chunk()).await
    {
        body.extend_from_slice(&chunk[..chunk.len().min(max - body.len())]);
    }
    body.freeze()
}

/// A whole body of at most `max` bytes, or the beginning of one that is markup.
async fn read_bounded(response: &mut reqwest::Response, max: usize) -> Result<Bytes> {
    let announced = response.content_length().unwrap_or_default();
    let Some(first) = response.chunk().await.map_err(broken_off)? else { return Ok(Bytes::new()) };
    match response.chunk().await.map_err(broken_off)? {
        // Most responses come in one piece, and need not be copied.
        None if first.len() <= max => Ok(first),
        next => Box::pin(collect(response, &first, next, announced, max)).await,
    }
}

/// The same for a body in pieces, of which the first two are here.
async fn collect(
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
        next = response.chunk().await.map_err(broken_off)?;
    }
    if body.len() > max && !is_markup(&body) {
        return Err(too_large(max));
    }
    body.truncate(max);
    Ok(body.freeze())
}

fn too_large(max: usize) -> Error {
    Error::new(ErrorKind::TooLarge, format!("the response is larger than the {max} bytes allowed"))
}

/// Whether the content can be a stream, as far as its type tells: servers send lines of JSON as JSON and as text. Events that come as
/// one JSON value are an error in an envelope, or the response of a server that was not asked for a stream.
fn is_stream(kind: StreamKind, headers: &HeaderMap) -> bool {
    !is_html(headers) && (kind == StreamKind::Lines || !is_json(headers))
}

/// A file, unless it is short, looks like JSON and so may be an error: that is for the envelope to say.
async fn read_file(
    response: &mut reqwest::Response,
    headers: &HeaderMap,
    max: usize,
    deadline: Instant,
) -> Result<ReceivedBody> {
    let mut first = BytesMut::new();
    if is_html(headers) && !headers.contains_key(CONTENT_DISPOSITION) {
        // A login page or the like; an HTML file that was uploaded comes as an attachment.
        return Ok(ReceivedBody::Whole(read_beginning(response, MARKUP.min(max), deadline).await));
    }
    if is_json(headers) || !headers.contains_key(CONTENT_DISPOSITION) {
        while first.len() < NOT_A_FILE.min(max) {
            let Some(chunk) = response.chunk().await.map_err(broken_off)? else {
                return Ok(ReceivedBody::Whole(first.freeze()));
            };
            first.extend_from_slice(&chunk);
            if !is_json(headers) && first.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
                break;
            }
        }
    }
    Ok(ReceivedBody::Beginning(first.freeze()))
}

fn broken_off(error: reqwest::Error) -> Error {
    Error::new(ErrorKind::Transport, "the response broke off").with_source(error.without_url())
}

/// Asked again and again while a body grows, so it looks no further than it must.
fn is_markup(body: &[u8]) -> bool {
    body[..body.len().min(MARKUP)].iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}
