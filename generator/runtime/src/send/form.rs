//! A multipart form: text parts, JSON parts and files, as RFC 7578 writes them.

use http::header::{HeaderMap, HeaderName};
use serde_json::value::RawValue;

use super::body::for_each_text;
use crate::api::FormPart;
use crate::call::Call;
use crate::error::{ErrorKind, Result};
use crate::file::{File, safe_name};
use crate::header_value::header_value;

/// The form of a call.
pub(super) fn form(call: &Call) -> Result<reqwest::multipart::Form> {
    // Names are written as they are: browsers do so, and servers expect it of text beyond ASCII.
    let mut form = reqwest::multipart::Form::new().percent_encode_noop();
    for (name, json) in &call.body {
        let own = own_part(call, name);
        let mut texts = Vec::new();
        if own.is_some_and(FormPart::is_json) {
            texts.extend(items(json).into_iter().map(|json| ((*name).to_owned(), json)));
        } else {
            for_each_text(call, name, json, &mut |name, text| texts.push((name.to_owned(), text)));
        }
        for (name, text) in texts {
            let part = text_part(own, text).map_err(|why| bad(call, &name, why))?;
            form = form.part(name, part);
        }
    }
    for (name, file) in &call.files {
        let part = file_part(own_part(call, name), file).map_err(|why| bad(call, name, why))?;
        form = form.part(*name, part);
    }
    Ok(form)
}

/// The error of a part that cannot be sent.
fn bad(call: &Call, name: &str, why: &str) -> crate::error::Error {
    call.error(ErrorKind::Invalid, format!("part `{name}` {why}"))
}

/// What the API says of a part beyond its name.
fn own_part(call: &Call, name: &str) -> Option<&'static FormPart> {
    call.endpoint.parts.iter().find(|part| part.name == name)
}

/// The JSON texts of a value: one for each item of a list.
fn items(json: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(json);
    match serde_json::from_str::<Vec<&RawValue>>(&text) {
        Ok(items) => items.into_iter().map(|item| item.get().to_owned()).collect(),
        Err(_) => vec![text.into_owned()],
    }
}

/// A part that is no file by itself.
fn text_part(own: Option<&FormPart>, text: String) -> PartResult {
    let mut part = reqwest::multipart::Part::text(text);
    let Some(own) = own else { return Ok(part) };
    if let Some(name) = own.file_name {
        part = part.file_name(safe_name(name));
    }
    if let Some(media) = own.media {
        part = with_media(part, media)?;
    }
    with_headers(part, own.headers.iter().copied())
}

/// A file. What it says itself goes before what the API says of the part.
fn file_part(own: Option<&FormPart>, file: &File) -> PartResult {
    let body = file.body().ok_or("is a stream that was sent already")?;
    let name = own.and_then(|own| own.file_name).filter(|_| file.name.is_empty()).unwrap_or(&file.name);
    let part = reqwest::multipart::Part::stream_with_length(body, file.length()).file_name(safe_name(name));
    let media = own.and_then(|own| own.media).filter(|_| file.content_type.is_none());
    let part = with_media(part, media.unwrap_or(&file.media_type()))?;
    let own = own.map_or(&[][..], |own| own.headers).iter().copied();
    let headers = file.headers.iter().map(|(name, value)| (&**name, &**value));
    with_headers(part, own.chain(headers))
}

type PartResult = std::result::Result<reqwest::multipart::Part, &'static str>;

fn with_media(part: reqwest::multipart::Part, media: &str) -> PartResult {
    if media.contains(char::is_control) {
        return Err("has a content type with control characters");
    }
    part.mime_str(media).map_err(|_| "has a content type that is no media type")
}

fn with_headers<'h>(
    part: reqwest::multipart::Part,
    headers: impl Iterator<Item = (&'h str, &'h str)>,
) -> PartResult {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "has a header whose name is none")?;
        // These two are written from what is known of the part; a second one would contradict them.
        if name == http::header::CONTENT_TYPE || name == http::header::CONTENT_DISPOSITION {
            return Err("has a header that the form writes by itself");
        }
        let value = header_value(value).ok_or("has a header with control characters")?;
        map.insert(name, value);
    }
    Ok(if map.is_empty() { part } else { part.headers(map) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_json_is_taken_apart() {
        assert_eq!(items(br#"[{"a":1},[2]]"#), [r#"{"a":1}"#, "[2]"]);
        assert_eq!(items(br#"{"a":[1]}"#), [r#"{"a":[1]}"#]);
    }

    #[test]
    fn headers_of_a_part_are_checked() {
        let part = || reqwest::multipart::Part::text("x");
        assert!(with_headers(part(), [("X-A", "1")].into_iter()).is_ok());
        for (name, value) in [("X A", "1"), ("X-A", "1\r\nX-Evil: 2"), ("Content-Type", "text/plain")] {
            assert!(with_headers(part(), [(name, value)].into_iter()).is_err(), "{name}: {value}");
        }
    }
}
