//! The body of a request: JSON, a form, text, or a file.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::header::HeaderValue;
use http_body::{Body, Frame, SizeHint};

use crate::api::BodyKind;
use crate::call::{Call, ListStyle, QueryValue, plain};
use crate::error::{ErrorKind, Result};
use crate::header_value::header_value;
use crate::json::Writer;

/// The body that all attempts share: JSON, a form without files, or text; `None` if there is none or it has files.
pub(super) fn in_memory(call: &Call) -> Option<Vec<u8>> {
    let whole = call.whole_body.as_ref().map(|(_, json)| json);
    match call.body_kind() {
        BodyKind::Json => Some(whole.cloned().unwrap_or_else(|| object(call))),
        BodyKind::Form => Some(url_encoded(call).into_bytes()),
        BodyKind::Text => {
            Some(whole.map(|json| plain(&String::from_utf8_lossy(json))).unwrap_or_default().into_bytes())
        }
        BodyKind::Multipart | BodyKind::Bytes | BodyKind::None => None,
    }
}

/// The media type of a body, where the API's own headers do not say it.
pub(super) fn media_type(call: &Call) -> Option<HeaderValue> {
    let usual = match call.body_kind() {
        BodyKind::Json => return call.endpoint.media.map(HeaderValue::from_static),
        BodyKind::Form => "application/x-www-form-urlencoded",
        BodyKind::Text => "text/plain; charset=utf-8",
        // A form brings one with its boundary, a file its own.
        BodyKind::Multipart | BodyKind::Bytes | BodyKind::None => return None,
    };
    Some(HeaderValue::from_static(call.endpoint.media.unwrap_or(usual)))
}

/// A form as a browser sends one without files.
fn url_encoded(call: &Call) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    for (name, json) in &call.body {
        for_each_text(call, name, json, &mut |name, text| {
            pairs.append_pair(name, &text);
        });
    }
    pairs.finish()
}

/// The texts of a parameter of a form, in its style, with the names that they go under.
pub(super) fn for_each_text(call: &Call, name: &str, json: &[u8], put: &mut dyn FnMut(&str, String)) {
    QueryValue::new(json, style_of(call, name))
        .for_each_pair(name, &mut |name, texts, between| put(name, texts.join(between)));
}

/// How a list or an object in the body is written.
fn style_of(call: &Call, name: &str) -> ListStyle {
    let style = call.styles.iter().find(|(known, _)| *known == name);
    style.map_or(ListStyle::Repeat, |(_, style)| *style)
}

fn object(call: &Call) -> Vec<u8> {
    let members = &call.body;
    let size = members.iter().map(|(name, value)| name.len() + value.len() + 4).sum::<usize>();
    let mut json = Vec::with_capacity(2 + size);
    json.push(b'{');
    for (name, value) in members {
        let spread = value.strip_prefix(b"{").and_then(|value| value.strip_suffix(b"}"));
        let spread = spread.filter(|_| style_of(call, name) == ListStyle::Spread);
        if spread.is_some_and(<[u8]>::is_empty) {
            continue;
        }
        if json.len() > 1 {
            json.push(b',');
        }
        if let Some(members) = spread {
            json.extend_from_slice(members);
            continue;
        }
        Writer::append(&mut json, name);
        json.push(b':');
        json.extend_from_slice(value);
    }
    json.push(b'}');
    json
}

/// Why a content type cannot be sent.
const CONTROL: &str = "has a content type with control characters";

/// The file that is the whole body, with its media type: as it was set, since the name, which would tell, is not sent.
pub(super) fn file(call: &Call) -> Result<(HeaderValue, reqwest::Body)> {
    let Some((name, file)) = call.files.first() else {
        return Ok((ANY_BYTES, reqwest::Body::default()));
    };
    let bad = |why: &str| call.error(ErrorKind::Invalid, format!("file `{name}` {why}"));
    let media_type = match (&file.content_type, call.endpoint.media) {
        // Of several media types, the file must say which it is of; its name may tell as well.
        (_, Some(range)) if range.contains('*') => {
            let kind = file.media_type();
            if !is_within(&kind, range) {
                return Err(bad(&format!(
                    "is `{kind}`, and the body is `{range}`: say it with `content_type`"
                )));
            }
            header_value(&kind).ok_or_else(|| bad(CONTROL))?
        }
        (Some(kind), _) => header_value(kind).ok_or_else(|| bad(CONTROL))?,
        (None, Some(media)) => HeaderValue::from_static(media),
        (None, None) => ANY_BYTES,
    };
    let content = file.body().ok_or_else(|| bad("is a stream that was sent already"))?;
    let sized = SizedBody { content, left: file.length() };
    Ok((media_type, reqwest::Body::wrap(sized)))
}

/// Whether a media type is one of a range such as `image/*`.
fn is_within(media: &str, range: &str) -> bool {
    let kind = |media: &str| media.split('/').next().unwrap_or_default().trim().to_ascii_lowercase();
    range.starts_with('*') || kind(media) == kind(range)
}

/// Bytes of which nothing is known.
const ANY_BYTES: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// A body whose length is known, so that it is announced: servers that store files want to know before.
struct SizedBody {
    content: reqwest::Body,
    /// How many bytes are still to come.
    left: u64,
}

impl Body for SizedBody {
    type Data = Bytes;
    type Error = reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<std::result::Result<Frame<Bytes>, reqwest::Error>>> {
        let frame = ready!(Pin::new(&mut self.content).poll_frame(cx));
        if let Some(Ok(Some(data))) = frame.as_ref().map(|frame| frame.as_ref().map(Frame::data_ref)) {
            self.left = self.left.saturating_sub(data.len() as u64);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        // A stream that is longer than announced must be found out, so that its own end counts.
        self.content.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
