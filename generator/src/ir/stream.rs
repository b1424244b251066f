//! Responses that are streams.

use super::type_ref::TypeRef;

/// A response that is a stream of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// The type of an item.
    pub item: TypeRef,
    /// How items are written.
    pub kind: StreamKind,
    /// The text that stands in place of an item and ends the stream.
    pub end: Option<String>,
    /// Whether a stream that ends without that text has broken off.
    pub needs_end: bool,
}

/// How the items of a stream are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamKind {
    /// Server-sent events: the data of each is JSON.
    Events,
    /// Lines: each is JSON.
    Lines,
}

impl StreamKind {
    /// The kinds by their words in a spec.
    pub const WORDS: [(&'static str, Self); 2] = [("events", Self::Events), ("lines", Self::Lines)];

    /// Its word in a spec.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// The media type of a stream of which nothing else is said.
    #[must_use]
    pub fn usual_media(self) -> &'static str {
        match self {
            Self::Events => "text/event-stream",
            Self::Lines => "application/x-ndjson",
        }
    }

    /// The kind of a media type, which may have parameters.
    #[must_use]
    pub fn of_media(media_type: &str) -> Option<Self> {
        let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match name.as_str() {
            "text/event-stream" => Some(Self::Events),
            "application/x-ndjson"
            | "application/ndjson"
            | "application/jsonl"
            | "application/x-jsonl"
            | "application/jsonlines"
            | "application/x-jsonlines"
            | "application/json-lines"
            | "application/stream+json" => Some(Self::Lines),
            _ => None,
        }
    }
}
