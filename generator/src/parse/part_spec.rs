//! What the headers of a form's parts say.

use super::mapping_reader::MappingReader;
use super::node::{Node, Text};
use super::scalar_kind::{parse_map, parse_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;

/// What is said of a part, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct PartSpec {
    pub(crate) media: Option<Text>,
    pub(crate) file_name: Option<Text>,
    /// Names and values.
    pub(crate) headers: Vec<(Text, Text)>,
}

/// Reads what is said of a part.
pub(super) fn parse_part(node: &Node, diagnostics: &mut Diagnostics) -> Option<PartSpec> {
    let reader = MappingReader::new(&dialect::PART, &node.origin, node, diagnostics)?;
    if ["media", "file_name", "headers"].iter().all(|key| reader.get(key).is_none()) {
        let message = "a `part` says `media`, `file_name` or `headers`";
        let help = "remove `part` if its headers say no more than its name";
        diagnostics.push(Diagnostic::new(Code::KeyMissing, &node.origin, message).help(help));
    }
    let mut text = |key: &str| reader.get(key).and_then(|node| parse_text(node, diagnostics));
    let (media, file_name) = (text("media"), text("file_name"));
    let headers = reader.get("headers").map_or_else(Vec::new, |node| {
        parse_map("headers", node, diagnostics, |name, node, diagnostics| {
            Some((name.clone(), parse_text(node, diagnostics)?))
        })
    });
    Some(PartSpec { media, file_name, headers })
}
