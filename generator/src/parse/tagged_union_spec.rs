//! Unions of objects that one of their members tells apart.

use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Spanned, Text, spanned};
use super::scalar_kind::{parse_map, parse_prose, parse_text};
use super::type_expr::{TypeExpr, is_type_mapping, parse_type_expr};
use crate::diagnostic::Diagnostics;
use crate::dialect;

/// A tagged union as it is written.
#[derive(Clone, Debug)]
pub(crate) struct TaggedUnionSpec {
    /// The member that tells the objects apart, if one does.
    pub(crate) by: Option<Text>,
    pub(crate) variants: Spanned<Vec<VariantSpec>>,
}

/// A variant as it is written.
#[derive(Clone, Debug)]
pub(crate) struct VariantSpec {
    /// The value of the member that stands for it.
    pub(crate) tag: Text,
    pub(crate) name: Option<Text>,
    pub(crate) ty: TypeExpr,
    /// Without it, what its type says is shown.
    pub(crate) doc: Option<ProseText>,
}

/// Reads `{by: type, of: {ITEM: Item, …}}`.
pub(crate) fn parse_tagged_union(
    key: &Text,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<TaggedUnionSpec> {
    let reader = MappingReader::new(&dialect::TAGGED_UNION, &key.origin, node, diagnostics)?;
    let by = reader.get("by").and_then(|node| parse_text(node, diagnostics));
    let of = reader.need("of")?;
    let variants = spanned(parse_map("variants", of, diagnostics, parse_variant), &of.origin);
    Some(TaggedUnionSpec { by, variants })
}

fn parse_variant(tag: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<VariantSpec> {
    let tag = tag.clone();
    if !matches!(node.kind, Kind::Map(_)) || is_type_mapping(node) {
        return Some(VariantSpec { tag, name: None, ty: parse_type_expr(node, diagnostics)?, doc: None });
    }
    let reader = MappingReader::new(&dialect::VARIANT, &tag.origin, node, diagnostics)?;
    let ty = reader.need("type").and_then(|node| parse_type_expr(node, diagnostics));
    let name = reader.get("name").and_then(|node| parse_text(node, diagnostics));
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    Some(VariantSpec { ty: ty?, tag, name, doc })
}
