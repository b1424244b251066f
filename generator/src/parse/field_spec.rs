//! Fields: parameters and members.

use super::lookup_spec::{AppendSpec, parse_append};
use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Scalar, Spanned, Text, spanned};
use super::part_spec::{PartSpec, parse_part};
use super::scalar_kind::{
    parse_bool, parse_count, parse_list, parse_number, parse_prose, parse_scalar, parse_text,
    without_spare_capacity,
};
use super::type_expr::{TypeExpr, is_type_mapping, parse_type_expr};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;
use crate::ir::ListStyle;

/// A field as it is written. What few fields say is boxed, because a spec holds thousands of fields.
#[derive(Clone, Debug)]
pub(crate) struct FieldSpec {
    /// The key without its question mark.
    pub(crate) wire: Text,
    pub(crate) presence: PresenceSpec,
    /// The key `name`: what the field is called in the client.
    pub(crate) rename: Option<Box<Text>>,
    pub(crate) ty: TypeExpr,
    pub(crate) doc: Option<ProseText>,
    pub(crate) default: Option<Box<Spanned<Scalar>>>,
    /// Whether the default is sent where the caller gives no other value.
    pub(crate) send_default: Option<Box<Spanned<bool>>>,
    pub(crate) example: Option<Box<Node>>,
    pub(crate) min: Option<Box<Spanned<f64>>>,
    pub(crate) max: Option<Box<Spanned<f64>>>,
    pub(crate) min_items: Option<Box<Spanned<u32>>>,
    pub(crate) max_items: Option<Box<Spanned<u32>>>,
    pub(crate) min_length: Option<Box<Spanned<u32>>>,
    pub(crate) max_length: Option<Box<Spanned<u32>>>,
    /// Members that no object inside the value may have.
    pub(crate) without: Vec<Text>,
    pub(crate) one_of: Vec<Spanned<Scalar>>,
    pub(crate) evidence: Option<Box<Spanned<EvidenceSpec>>>,
    pub(crate) constant: Option<Box<Spanned<Scalar>>>,
    /// A setter that adds one item to the list.
    pub(crate) append: Option<Box<Spanned<AppendSpec>>>,
    /// How its items or members are written: in a query, in a form, or, of `spread`, in a body of JSON.
    pub(crate) style: Option<Box<Spanned<ListStyle>>>,
    /// What its headers say, if it is a part of a form.
    pub(crate) part: Option<Box<Spanned<PartSpec>>>,
}

/// How well bounds, rules and addresses of pages are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EvidenceSpec {
    /// Well, or nothing is said of it: bounds and rules are enforced, so that what breaks them is not sent.
    Strong,
    /// One source alone says so, and it is not to be relied on, or others contradict it: it is documented and not enforced.
    Weak,
}

/// Reads how well something is known.
pub(super) fn parse_evidence(
    reader: &MappingReader<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<EvidenceSpec>> {
    let words = [("strong", EvidenceSpec::Strong), ("weak", EvidenceSpec::Weak)];
    reader.word("evidence", &words, diagnostics)
}

/// Whether the name ends with a question mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PresenceSpec {
    Required,
    Optional,
}

/// Reads the fields of an object, or of a part of a request.
pub(crate) fn parse_fields(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Vec<FieldSpec> {
    match &node.kind {
        Kind::Map(entries) => without_spare_capacity(
            entries.iter().filter_map(|(wire, node)| parse_field(wire, node, diagnostics)),
        ),
        _ => {
            let message = format!("expected fields under `{}`, found {}", key.value, node.describe());
            let help = "write `name: type` for each, or remove the key";
            diagnostics.push(Diagnostic::new(Code::ValueKind, &node.origin, message).help(help));
            Vec::new()
        }
    }
}

/// Reads a value with a type and a description only. `what` names it in messages.
pub(crate) fn parse_plain_field(
    what: &'static str,
    key: &Text,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<FieldSpec> {
    let (wire, presence) = parse_name(key);
    if presence == PresenceSpec::Optional {
        let message = format!("{what} cannot be optional");
        diagnostics.push(Diagnostic::new(Code::NameInvalid, &key.origin, message).help("remove the `?`"));
    }
    if is_short(node) {
        return Some(FieldSpec::short(wire, presence, parse_type_expr(node, diagnostics)?));
    }
    let reader = MappingReader::named(what, &dialect::PLAIN_FIELD, &key.origin, node, diagnostics)?;
    let ty = reader.need("type").and_then(|node| parse_type_expr(node, diagnostics));
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    Some(FieldSpec { doc, ..FieldSpec::short(wire, presence, ty?) })
}

/// What a key says of a field: its name, and whether it may be absent.
fn parse_name(key: &Text) -> (Text, PresenceSpec) {
    match key.value.strip_suffix('?') {
        Some(wire) => (spanned(wire.to_owned(), &key.origin), PresenceSpec::Optional),
        None => (key.clone(), PresenceSpec::Required),
    }
}

/// Whether a field is written as its type alone.
fn is_short(node: &Node) -> bool {
    !matches!(node.kind, Kind::Map(_)) || is_type_mapping(node)
}

/// Reads a field in its short form, a type, or in its long one, a mapping.
fn parse_field(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<FieldSpec> {
    let (wire, presence) = parse_name(key);
    if is_short(node) {
        return Some(FieldSpec::short(wire, presence, parse_type_expr(node, diagnostics)?));
    }
    let reader = MappingReader::new(&dialect::FIELD, &key.origin, node, diagnostics)?;
    let ty = reader.need("type").and_then(|node| parse_type_expr(node, diagnostics));
    let long = FieldSpec {
        rename: reader.get("name").and_then(|node| parse_text(node, diagnostics)).map(Box::new),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        default: reader.get("default").and_then(|node| parse_scalar(node, diagnostics)).map(Box::new),
        send_default: reader
            .get("send_default")
            .and_then(|node| Some(Box::new(spanned(parse_bool(node, diagnostics)?, &node.origin)))),
        example: reader.get("example").cloned().map(Box::new),
        min: reader.get("min").and_then(|node| parse_number(node, diagnostics)).map(Box::new),
        max: reader.get("max").and_then(|node| parse_number(node, diagnostics)).map(Box::new),
        min_items: reader.get("min_items").and_then(|node| parse_count(node, diagnostics)).map(Box::new),
        max_items: reader.get("max_items").and_then(|node| parse_count(node, diagnostics)).map(Box::new),
        min_length: reader.get("min_length").and_then(|node| parse_count(node, diagnostics)).map(Box::new),
        without: reader
            .get("without")
            .map_or_else(Vec::new, |node| parse_list("members", node, diagnostics, parse_text)),
        max_length: reader.get("max_length").and_then(|node| parse_count(node, diagnostics)).map(Box::new),
        one_of: reader
            .get("one_of")
            .map_or_else(Vec::new, |node| parse_list("allowed values", node, diagnostics, parse_scalar)),
        evidence: parse_evidence(&reader, diagnostics).map(Box::new),
        constant: reader.get("constant").and_then(|node| parse_scalar(node, diagnostics)).map(Box::new),
        style: reader.word("style", &ListStyle::WORDS, diagnostics).map(Box::new),
        part: reader
            .get("part")
            .and_then(|node| Some(Box::new(spanned(parse_part(node, diagnostics)?, &node.origin)))),
        append: reader
            .get("append")
            .and_then(|node| Some(Box::new(spanned(parse_append(node, diagnostics)?, &node.origin)))),
        ..FieldSpec::short(wire, presence, ty?)
    };
    Some(long)
}

impl FieldSpec {
    /// A field of which nothing but name and type is said.
    fn short(wire: Text, presence: PresenceSpec, ty: TypeExpr) -> Self {
        Self {
            wire,
            presence,
            rename: None,
            ty,
            doc: None,
            default: None,
            send_default: None,
            example: None,
            min: None,
            max: None,
            min_items: None,
            max_items: None,
            min_length: None,
            max_length: None,
            without: Vec::new(),
            one_of: Vec::new(),
            evidence: None,
            constant: None,
            append: None,
            style: None,
            part: None,
        }
    }
}
