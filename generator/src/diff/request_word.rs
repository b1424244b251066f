//! What the parts of a request are called in messages.

use crate::ir::{BodyKind, FormPart, Param, ParamLocation};

/// The word of the spec for a location.
pub(super) fn location_name(location: ParamLocation) -> &'static str {
    match location {
        ParamLocation::Path => "path",
        ParamLocation::Query => "query",
        ParamLocation::Header => "header",
        ParamLocation::Cookie => "cookie",
        ParamLocation::Body => "body",
    }
}

/// What a kind of body is called in messages.
pub(super) fn body_name(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::None => "none",
        BodyKind::Json => "JSON",
        BodyKind::Value => "one JSON value",
        BodyKind::Form => "a form without files",
        BodyKind::Multipart => "a form",
        BodyKind::Text => "text",
        BodyKind::Bytes => "the bytes of a file",
    }
}

/// How what the headers of a part say has changed; `None` if it has not.
pub(super) fn part_change(before: &Param, after: &Param) -> Option<String> {
    let (was, is) = (part_text(&before.part), part_text(&after.part));
    (was != is).then(|| format!("parameter `{}`: its part was {was} and is {is}", after.field.wire))
}

/// What the headers of a part say.
fn part_text(part: &FormPart) -> String {
    let media = part.media.iter().map(|media| format!("`{media}`"));
    let name = part.file_name.iter().map(|name| format!("a file called `{name}`"));
    let headers = part.headers.iter().map(|(name, value)| format!("`{name}: {value}`"));
    let all: Vec<String> = media.chain(name).chain(headers).collect();
    if all.is_empty() { "plain".to_owned() } else { all.join(" with ") }
}
