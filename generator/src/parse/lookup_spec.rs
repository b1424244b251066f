//! Conveniences over lists: finding an item by its key, and adding one.

use super::mapping_reader::MappingReader;
use super::node::{Node, ProseText, Text};
use super::scalar_kind::{parse_list, parse_map, parse_prose, parse_text};
use crate::diagnostic::Diagnostics;
use crate::dialect;

/// A look-up as it is written.
#[derive(Clone, Debug)]
pub(crate) struct LookupSpec {
    pub(crate) name: Text,
    /// The member that holds the list.
    pub(crate) list: Text,
    /// The items' members that are compared, the first one first.
    pub(crate) by: Vec<Text>,
    /// The item's member that is wanted; without it the item itself.
    pub(crate) value: Option<Text>,
    pub(crate) doc: Option<ProseText>,
}

/// How an item is added to a list, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct AppendSpec {
    pub(crate) name: Text,
    /// The item's members that the caller gives.
    pub(crate) set: Vec<Text>,
    pub(crate) doc: Option<ProseText>,
}

/// Reads the look-ups of a type.
pub(crate) fn parse_lookups(node: &Node, diagnostics: &mut Diagnostics) -> Vec<LookupSpec> {
    parse_map("look-ups", node, diagnostics, |name, node, diagnostics| {
        let reader = MappingReader::new(&dialect::LOOKUP, &name.origin, node, diagnostics)?;
        let list = reader.need("in").and_then(|node| parse_text(node, diagnostics));
        let by = reader.need("by").map(|node| parse_list("members", node, diagnostics, parse_text));
        let value = reader.get("value").and_then(|node| parse_text(node, diagnostics));
        let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
        Some(LookupSpec { name: name.clone(), list: list?, by: by?, value, doc })
    })
}

/// Reads what is said about adding an item to a list.
pub(crate) fn parse_append(node: &Node, diagnostics: &mut Diagnostics) -> Option<AppendSpec> {
    let reader = MappingReader::new(&dialect::APPEND, &node.origin, node, diagnostics)?;
    let name = reader.need("name").and_then(|node| parse_text(node, diagnostics));
    let set = reader.need("set").map(|node| parse_list("members", node, diagnostics, parse_text));
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    Some(AppendSpec { name: name?, set: set?, doc })
}
