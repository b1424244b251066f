//! Conveniences over lists: finding an item by its key, and adding one.

use super::node::{Node, Text};
use super::reader::Reader;
use super::shape::{parse_list, parse_map, parse_prose, parse_text};
use crate::diagnostic::Diagnostics;

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
    pub(crate) doc: Option<Text>,
}

/// How an item is added to a list, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct AppendSpec {
    pub(crate) name: Text,
    /// The item's members that the caller gives.
    pub(crate) set: Vec<Text>,
    pub(crate) doc: Option<Text>,
}

/// Reads the look-ups of a type.
pub(crate) fn parse_lookups(node: &Node, out: &mut Diagnostics) -> Vec<LookupSpec> {
    parse_map("look-ups", node, out, |name, node, out| {
        let reader = Reader::new("a look-up", &["in", "by", "value", "doc"], &name.origin, node, out)?;
        let list = reader.need("in", out).and_then(|node| parse_text(node, out));
        let by = reader.need("by", out).map(|node| parse_list("members", node, out, parse_text));
        let value = reader.get("value").and_then(|node| parse_text(node, out));
        let doc = reader.get("doc").and_then(|node| parse_prose(node, out));
        Some(LookupSpec { name: name.clone(), list: list?, by: by?, value, doc })
    })
}

/// Reads what is said about adding an item to a list.
pub(crate) fn parse_append(node: &Node, out: &mut Diagnostics) -> Option<AppendSpec> {
    let reader = Reader::new("an `append`", &["name", "set", "doc"], &node.origin, node, out)?;
    let name = reader.need("name", out).and_then(|node| parse_text(node, out));
    let set = reader.need("set", out).map(|node| parse_list("members", node, out, parse_text));
    let doc = reader.get("doc").and_then(|node| parse_prose(node, out));
    Some(AppendSpec { name: name?, set: set?, doc })
}
