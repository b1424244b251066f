//! An operation of the document, and the endpoint that is made of it.

use std::collections::BTreeSet;

use super::name::{Names, name_of};
use super::types::Field;
use crate::ir::Effect;
use crate::untyped::Untyped;

/// An operation of the document, with what belongs to its path.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundOperation<'d> {
    pub(super) method: &'static str,
    pub(super) path: &'d str,
    /// What the document says about the path: its operations, and parameters that they share.
    pub(super) path_item: &'d Untyped,
    pub(super) operation: &'d Untyped,
    /// Whether this is the endpoint that returns a stream.
    pub(super) is_stream: bool,
    /// Whether another endpoint is made of the same operation: one of them returns a stream.
    pub(super) has_twin: bool,
    /// Which of its endpoints is meant.
    pub(super) variant: Variant<'d>,
}

/// What tells an endpoint from others that are made of the same operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variant<'d> {
    /// It is called like the operation.
    First,
    /// It sends a body in this media type.
    Body(&'d str),
    /// It asks for a response in this media type.
    Response(&'d str),
}

impl FoundOperation<'_> {
    /// What the operation does: what the project's own export says, else what its method is for. Whether that which a
    /// `DELETE` removes can be had back no document says, and to take it for lost is the careful guess.
    pub(super) fn effect(&self) -> Effect {
        let said = self.operation.peek("x-effect").and_then(Untyped::as_str);
        let known = Effect::WORDS.iter().find(|(word, _)| Some(*word) == said);
        known.map_or_else(|| of_method(self.method), |(_, effect)| *effect)
    }
}

fn of_method(method: &str) -> Effect {
    match method {
        "GET" | "HEAD" | "OPTIONS" | "TRACE" => Effect::Read,
        "DELETE" => Effect::Destroy,
        _ => Effect::Write,
    }
}

/// How the body of a request is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    None,
    Json,
    /// One JSON value that is no object with known members.
    Value,
    Form,
    Multipart,
    Text,
    /// The bytes of a file.
    Bytes,
}

impl BodyKind {
    /// What the spec says of it; nothing where it goes without saying.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            Self::None | Self::Json => None,
            Self::Value => Some("value"),
            Self::Form => Some("form"),
            Self::Multipart => Some("multipart"),
            Self::Text => Some("text"),
            Self::Bytes => Some("bytes"),
        }
    }
}

/// An endpoint of the spec.
#[derive(Debug)]
pub(super) struct Endpoint {
    /// The lines that define it.
    pub(super) lines: String,
    /// The names of the types that it uses.
    pub(super) type_names: BTreeSet<String>,
    /// Those of them that are sent.
    pub(super) sent_names: BTreeSet<String>,
}

/// The parameters of an endpoint, by location.
#[derive(Debug)]
pub(super) struct EndpointParams {
    /// The names in Rust that are used: one scope for all locations.
    pub(super) names: Names,
    pub(super) path: Vec<Field>,
    pub(super) query: Vec<Field>,
    pub(super) header: Vec<Field>,
    pub(super) cookie: Vec<Field>,
    pub(super) body: Vec<Field>,
    pub(super) body_kind: BodyKind,
    /// Whether the body need not be sent, though it has members that it needs.
    pub(super) body_optional: bool,
    /// The media type of the body, if it is not the usual one of its kind.
    pub(super) media: Option<String>,
}

impl FoundOperation<'_> {
    /// What notes call it.
    pub(super) fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// What tells its endpoint from the first one, in a word that names may hold; `None` of the first one.
    pub(super) fn word(&self) -> Option<String> {
        let (Variant::Body(media) | Variant::Response(media)) = self.variant else { return None };
        let name = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let word = match name.as_str() {
            "multipart/form-data" => "multipart",
            "application/x-www-form-urlencoded" => "form",
            "application/octet-stream" => "bytes",
            "application/json" => "json",
            "text/plain" => "text",
            // What is special stands last: `star` in `application/vnd.github.v3.star+json`.
            name => {
                let name = name.strip_suffix("+json").unwrap_or(name);
                name.rsplit(['/', '.', '+']).find(|word| !word.is_empty()).unwrap_or("other")
            }
        };
        Some(name_of(word).snake().to_owned())
    }

    /// What there is to say of its endpoint beside the first one.
    pub(super) fn note_on_variant(&self) -> Option<String> {
        match self.variant {
            Variant::First => None,
            Variant::Body(media) => Some(format!("Sends `{media}`.")),
            Variant::Response(media) => Some(format!("Asks for `{media}`.")),
        }
    }
}
