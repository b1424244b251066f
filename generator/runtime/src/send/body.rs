//! The body of a request: JSON, a form, text, or a file.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::header::HeaderValue;
use http_body::{Body, Frame, SizeHint};

use crate::api::BodyKind;
use crate::call::{Call, ListStyle, QueryValue, plain};
use crate::error::{ErrorKind, Result};
use crate::file::safe_name;
use crate::header_value::header_value;
use crate::json::Writer;

/// The body that all attempts share: JSON, a form without files, or text; `None` if there is none or it has files.
pub(super) fn in_memory(call: &Call) -> Option<Vec<u8>> {
    let whole = call.whole_body.as_ref().map(|(_, json)| json);
    match call.body_kind() {
        BodyKind::Json => Some(whole.cloned().unwrap_or_else(|| object(&call.body))),
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
    for_each_part(call, |name, text| {
        pairs.append_pair(name, &text);
    });
    pairs.finish()
}

/// The text parts of a form, in the styles of their parameters.
fn for_each_part(call: &Call, mut part: impl FnMut(&str, String)) {
    for (name, json) in &call.body {
        let style = call.styles.iter().find(|(known, _)| known == name);
        let style = style.map_or(ListStyle::Repeat, |(_, style)| *style);
        QueryValue::new(json, style)
            .for_each_pair(name, &mut |name, texts, between| part(name, texts.join(between)));
    }
}

fn object(members: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    let size = members.iter().map(|(name, value)| name.len() + value.len() + 4).sum::<usize>();
    let mut json = Vec::with_capacity(2 + size);
    json.push(b'{');
    for (name, value) in members {
        if json.len() > 1 {
            json.push(b',');
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
        (Some(kind), _) => header_value(kind).ok_or_else(|| bad(CONTROL))?,
        (None, Some(media)) => HeaderValue::from_static(media),
        (None, None) => ANY_BYTES,
    };
    let content = file.body().ok_or_else(|| bad("is a stream that was sent already"))?;
    let sized = SizedBody { content, left: file.length() };
    Ok((media_type, reqwest::Body::wrap(sized)))
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

/// The form: text parts and files.
pub(super) fn form(call: &Call) -> Result<reqwest::multipart::Form> {
    // Names are written as they are: browsers do so, and servers expect it of text beyond ASCII.
    let mut form = reqwest::multipart::Form::new().percent_encode_noop();
    for_each_part(call, |name, text| {
        let taken = std::mem::take(&mut form);
        form = taken.text(name.to_owned(), text);
    });
    for (name, file) in &call.files {
        let bad = |why: &str| call.error(ErrorKind::Invalid, format!("file `{name}` {why}"));
        let body = file.body().ok_or_else(|| bad("is a stream that was sent already"))?;
        let mut part = reqwest::multipart::Part::stream_with_length(body, file.length())
            .file_name(safe_name(&file.name));
        let kind = Some(file.media_type()).filter(|kind| !kind.contains(char::is_control));
        let kind = kind.ok_or_else(|| bad(CONTROL))?;
        part = part.mime_str(&kind).map_err(|_| bad("has a content type that is no media type"))?;
        form = form.part(*name, part);
    }
    Ok(form)
}
