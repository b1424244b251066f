//! The body of a request: a JSON object or a form.

use crate::api::BodyKind;
use crate::call::{Call, plain};
use crate::error::{ErrorKind, Result};
use crate::file::safe_name;
use crate::json::Writer;

/// The JSON body, if the endpoint has one.
pub(super) fn json(call: &Call) -> Option<Vec<u8>> {
    (call.body_kind() == BodyKind::Json).then(|| match &call.whole_body {
        Some(whole) => whole.clone(),
        None => object(&call.body),
    })
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

/// The form: text parts and files.
pub(super) fn form(call: &Call) -> Result<reqwest::multipart::Form> {
    // Names are written as they are: browsers do so, and servers expect it of text beyond ASCII.
    let mut form = reqwest::multipart::Form::new().percent_encode_noop();
    for (name, json) in &call.body {
        form = form.text(*name, plain(json));
    }
    for (name, file) in &call.files {
        let bad = |why: &str| call.error(ErrorKind::Invalid, format!("file `{name}` {why}"));
        let body = file.body().ok_or_else(|| bad("is a stream that was sent already"))?;
        let mut part = reqwest::multipart::Part::stream_with_length(body, file.length())
            .file_name(safe_name(&file.name));
        let kind = Some(file.media_type()).filter(|kind| !kind.contains(char::is_control));
        let kind = kind.ok_or_else(|| bad("has a content type with control characters"))?;
        part = part.mime_str(&kind).map_err(|_| bad("has a content type that is no media type"))?;
        form = form.part(*name, part);
    }
    Ok(form)
}
