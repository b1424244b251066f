//! `stream` of an endpoint.

use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, Spanned, Text};
use super::scalar_kind::{parse_text, parse_word};
use crate::diagnostic::Diagnostics;
use crate::dialect;
use crate::ir::{SourceLocation, StreamKind};

/// A stream as it is written.
#[derive(Clone, Debug)]
pub(crate) struct StreamSpec {
    /// Where the key stands.
    pub(crate) origin: SourceLocation,
    /// `None` if it could not be read, which has been said.
    pub(crate) kind: Option<Spanned<StreamKind>>,
    /// `end`, or `end?`.
    pub(crate) end: Option<Text>,
    /// Whether it was `end`.
    pub(crate) needs_end: bool,
}

/// Reads `stream`: a kind alone, or a mapping.
pub(crate) fn parse_stream(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<StreamSpec> {
    let origin = key.origin.clone();
    if !matches!(node.kind, Kind::Map(_)) {
        let kind = parse_word(node, &StreamKind::WORDS, diagnostics);
        return Some(StreamSpec { origin, kind, end: None, needs_end: false });
    }
    let reader = MappingReader::new(&dialect::STREAM, &key.origin, node, diagnostics)?;
    let kind = reader.word("kind", &StreamKind::WORDS, diagnostics);
    let needs_end = reader.get("end").is_some();
    let end = reader.get("end").or(reader.get("end?")).and_then(|node| parse_text(node, diagnostics));
    Some(StreamSpec { origin, kind, end, needs_end })
}
