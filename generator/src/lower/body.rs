//! How the body of a request is written, and its media types.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::BodyKind;
use crate::parse::{EndpointSpec, Text};

/// The kind of the body: as the spec says, else JSON if there is one.
pub(super) fn lower_body_kind(spec: &EndpointSpec, diagnostics: &mut Diagnostics) -> BodyKind {
    let Some(kind) = &spec.body_kind else {
        return if spec.body.is_some() { BodyKind::Json } else { BodyKind::None };
    };
    let word = kind.value.word();
    let mut complain = |message: String, help: &str| {
        diagnostics.push(Diagnostic::new(Code::BodyMismatch, &kind.origin, message).help(help));
    };
    match (kind.value, &spec.body) {
        (BodyKind::None, Some(body)) => {
            let message = "the endpoint has a `body`, yet its `body_kind` is `none`";
            diagnostics.push(
                Diagnostic::new(Code::BodyMismatch, &kind.origin, message)
                    .note_at(&body.origin, "the body stands here")
                    .help("remove one of the two"),
            );
        }
        (BodyKind::Value | BodyKind::Text | BodyKind::Bytes, body) => {
            let count = body.as_ref().map_or(0, |body| body.value.len());
            let (name, ty) = match kind.value {
                BodyKind::Bytes => ("file", "file"),
                BodyKind::Text => ("text", "string"),
                _ => ("items", "[Item]"),
            };
            if count != 1 {
                let message = format!("a body of `{word}` is one field, and `body` holds {count}");
                complain(message, &format!("write `body: {{{name}: {{type: {ty}, doc: \"…\"}}}}`"));
            } else if spec.body_optional {
                let message = format!("a body of `{word}` is one field, which says whether it is needed");
                complain(message, &format!("write `body:`, and `{name}?` for a body that need not be sent"));
            }
        }
        (BodyKind::Form | BodyKind::Multipart, None) => {
            complain(format!("a `{word}` body needs parts under `body`"), "add them, or remove `body_kind`");
        }
        (BodyKind::None | BodyKind::Json | BodyKind::Form | BodyKind::Multipart, _) => {}
    }
    kind.value
}

/// The media type of the body, if it is not the usual one of its kind.
pub(super) fn lower_media(
    spec: &EndpointSpec,
    body: BodyKind,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let media = spec.media.as_ref()?;
    let complaint = match body {
        BodyKind::None => Some(("there is no body whose media type this could be", "remove `media`")),
        BodyKind::Multipart => {
            Some(("a `multipart` body has the media type `multipart/form-data`", "remove `media`"))
        }
        BodyKind::Json | BodyKind::Value | BodyKind::Form | BodyKind::Text if media.value.contains('*') => {
            Some(("a range of media types is for a body of `bytes`", "write the one that is sent"))
        }
        _ => None,
    };
    if let Some((message, help)) = complaint {
        diagnostics.push(Diagnostic::new(Code::BodyMismatch, &media.origin, message).help(help));
    }
    lower_media_type(media, diagnostics).filter(|media| Some(media.as_str()) != body.usual_media())
}

/// A media type, with its parameters.
pub(super) fn lower_media_type(text: &Text, diagnostics: &mut Diagnostics) -> Option<String> {
    if !is_media_type(&text.value) {
        let message = format!("`{}` is no media type", text.value.escape_debug());
        let help = "it is written like `application/json`, or `text/csv; charset=utf-8`";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &text.origin, message).help(help));
        return None;
    }
    Some(text.value.trim().to_owned())
}

/// Whether a text is a media type, maybe with parameters.
pub(crate) fn is_media_type(text: &str) -> bool {
    let is_token = |part: &str| {
        let good = |c: char| c.is_ascii_alphanumeric() || "!#$&^_.+-*".contains(c);
        !part.is_empty() && part.chars().all(good)
    };
    let (name, parameters) = text.split_once(';').unwrap_or((text, ""));
    let is_name = name.trim().split_once('/').is_some_and(|(kind, sub)| is_token(kind) && is_token(sub));
    is_name && parameters.chars().all(|c| (' '..='~').contains(&c))
}
