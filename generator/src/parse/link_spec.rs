//! Web addresses of the service's pages.

use super::field_spec::{EvidenceSpec, FieldSpec, parse_evidence, parse_plain_field};
use super::mapping_reader::MappingReader;
use super::node::{Node, ProseText, Spanned, Text, spanned};
use super::scalar_kind::{parse_list, parse_map, parse_prose, parse_text};
use crate::diagnostic::Diagnostics;
use crate::dialect;

/// `links` as it is written.
#[derive(Clone, Debug)]
pub(crate) struct LinksSpec {
    pub(crate) hosts: Spanned<Vec<Text>>,
    pub(crate) pages: Spanned<Vec<LinkPageSpec>>,
}

/// One kind of page as it is written.
#[derive(Clone, Debug)]
pub(crate) struct LinkPageSpec {
    pub(crate) name: Text,
    pub(crate) address: Text,
    /// The parameters of the address.
    pub(crate) path: Vec<FieldSpec>,
    pub(crate) doc: Option<ProseText>,
    pub(crate) evidence: Option<Spanned<EvidenceSpec>>,
    pub(crate) sources: Vec<Text>,
}

/// Reads the section `links`.
pub(crate) fn parse_links(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<LinksSpec> {
    let reader = MappingReader::new(&dialect::LINKS, &key.origin, node, diagnostics)?;
    let hosts = reader
        .need("hosts")
        .map(|node| spanned(parse_list("hosts", node, diagnostics, parse_text), &node.origin));
    let pages = reader
        .need("pages")
        .map(|node| spanned(parse_map("pages", node, diagnostics, parse_page), &node.origin));
    Some(LinksSpec { hosts: hosts?, pages: pages? })
}

fn parse_page(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<LinkPageSpec> {
    let reader = MappingReader::new(&dialect::LINK_PAGE, &name.origin, node, diagnostics)?;
    let address = reader.need("address").and_then(|node| parse_text(node, diagnostics));
    let path = reader.get("path").map_or_else(Vec::new, |node| {
        parse_map("parameters", node, diagnostics, |key, node, diagnostics| {
            parse_plain_field("a parameter of an address", key, node, diagnostics)
        })
    });
    Some(LinkPageSpec {
        name: name.clone(),
        path,
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        evidence: parse_evidence(&reader, diagnostics),
        sources: reader
            .get("sources")
            .map_or_else(Vec::new, |node| parse_list("sources", node, diagnostics, parse_text)),
        address: address?,
    })
}
