//! Events: requests that the service sends by itself.

use super::field_spec::{FieldSpec, parse_plain_field};
use super::mapping_reader::MappingReader;
use super::node::{Node, ProseText, Text};
use super::scalar_kind::{parse_list, parse_map, parse_prose, parse_text};
use super::type_expr::{TypeExpr, parse_type_expr};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;

/// A callback as it is written: a kind of request that the service sends when something happened. Places in its body are
/// member names joined by dots.
#[derive(Clone, Debug)]
pub(crate) struct CallbackSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<ProseText>,
    /// What the receiver must know.
    pub(crate) inputs: Vec<FieldSpec>,
    pub(crate) proof: ProofSpec,
    pub(crate) event_type: Text,
    pub(crate) sent_at: Option<Text>,
    pub(crate) delivery_id: Option<Text>,
    pub(crate) actor: Option<Text>,
    pub(crate) cause: Option<CauseSpec>,
    pub(crate) payload: Option<Text>,
    /// The type of payloads whose event type names no other one.
    pub(crate) payload_type: Option<TypeExpr>,
    /// By what stands at `event_type`.
    pub(crate) types: Vec<EventTypeSpec>,
    pub(crate) sources: Vec<Text>,
}

/// How the service proves that a callback is its own.
#[derive(Clone, Debug)]
pub(crate) struct ProofSpec {
    pub(crate) kind: ProofKindSpec,
    /// Where the proof stands.
    pub(crate) at: Text,
}

/// What a proof is made of.
#[derive(Clone, Debug)]
pub(crate) enum ProofKindSpec {
    /// The hexadecimal digest of some parts, with the key `sha256` itself, which complaints about them point at.
    Sha256(Text, Vec<ProofPartSpec>),
    /// An input, as it is.
    Token(Text),
}

/// A part of what is hashed.
#[derive(Clone, Debug)]
pub(crate) enum ProofPartSpec {
    Input(Text),
    Member(Text),
}

/// Which member says what made a change.
#[derive(Clone, Debug)]
pub(crate) struct CauseSpec {
    pub(crate) at: Text,
    pub(crate) through_api: Vec<Text>,
}

/// An event type as it is written.
#[derive(Clone, Debug)]
pub(crate) struct EventTypeSpec {
    pub(crate) wire: Text,
    pub(crate) name: Option<Text>,
    pub(crate) doc: Option<ProseText>,
    pub(crate) ty: Option<TypeExpr>,
    pub(crate) also: Vec<Text>,
}

/// Reads the events of a resource.
pub(crate) fn parse_events(node: &Node, diagnostics: &mut Diagnostics) -> Vec<CallbackSpec> {
    parse_map("callbacks", node, diagnostics, parse_callback)
}

fn parse_callback(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<CallbackSpec> {
    let reader = MappingReader::new(&dialect::CALLBACK, &name.origin, node, diagnostics)?;
    let inputs = reader.need("inputs").map_or_else(Vec::new, |node| {
        parse_map("inputs", node, diagnostics, |key, node, diagnostics| {
            parse_plain_field("an input", key, node, diagnostics)
        })
    });
    let proof = reader.need("proof").and_then(|node| parse_proof(node, diagnostics));
    let event_type = reader.need("event_type").and_then(|node| parse_text(node, diagnostics));
    let types = reader
        .need("types")
        .map_or_else(Vec::new, |node| parse_map("event types", node, diagnostics, parse_event_type));
    let [sent_at, delivery_id, actor, payload] = ["sent_at", "delivery_id", "actor", "payload"]
        .map(|key| reader.get(key).and_then(|node| parse_text(node, diagnostics)));
    Some(CallbackSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        cause: reader.get("cause").and_then(|node| parse_cause(node, diagnostics)),
        payload_type: reader.get("payload_type").and_then(|node| parse_type_expr(node, diagnostics)),
        sources: texts(&reader, "sources", diagnostics),
        inputs,
        sent_at,
        delivery_id,
        actor,
        payload,
        types,
        proof: proof?,
        event_type: event_type?,
    })
}

fn parse_proof(node: &Node, diagnostics: &mut Diagnostics) -> Option<ProofSpec> {
    let reader = MappingReader::new(&dialect::PROOF, &node.origin, node, diagnostics)?;
    let at = reader.need("at").and_then(|node| parse_text(node, diagnostics));
    let kind = match (reader.get("sha256"), reader.get("token")) {
        (Some(parts), _) => {
            let parts = parse_list("parts", parts, diagnostics, parse_proof_part);
            reader.key("sha256").map(|key| ProofKindSpec::Sha256(key.clone(), parts))
        }
        (None, Some(token)) => parse_text(token, diagnostics).map(ProofKindSpec::Token),
        (None, None) => {
            let message = "the proof does not say what it is made of";
            let help =
                "give it `sha256`, a list of what is hashed, or `token`, the input that is sent as it is";
            diagnostics.push(Diagnostic::new(Code::KeyMissing, &node.origin, message).help(help));
            None
        }
    };
    Some(ProofSpec { kind: kind?, at: at? })
}

fn parse_proof_part(node: &Node, diagnostics: &mut Diagnostics) -> Option<ProofPartSpec> {
    let reader = MappingReader::new(&dialect::PROOF_PART, &node.origin, node, diagnostics)?;
    if let Some(node) = reader.get("member") {
        return parse_text(node, diagnostics).map(ProofPartSpec::Member);
    }
    let input = reader.need_here("input", diagnostics).and_then(|node| parse_text(node, diagnostics));
    input.map(ProofPartSpec::Input)
}

fn parse_cause(node: &Node, diagnostics: &mut Diagnostics) -> Option<CauseSpec> {
    let reader = MappingReader::new(&dialect::CAUSE, &node.origin, node, diagnostics)?;
    let at = reader.need("at").and_then(|node| parse_text(node, diagnostics));
    Some(CauseSpec { through_api: texts(&reader, "through_api", diagnostics), at: at? })
}

fn parse_event_type(wire: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<EventTypeSpec> {
    let reader = MappingReader::new(&dialect::EVENT_TYPE, &wire.origin, node, diagnostics)?;
    Some(EventTypeSpec {
        wire: wire.clone(),
        name: reader.get("name").and_then(|node| parse_text(node, diagnostics)),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        ty: reader.get("type").and_then(|node| parse_type_expr(node, diagnostics)),
        also: texts(&reader, "also", diagnostics),
    })
}

/// The texts of a list that may be absent.
fn texts(reader: &MappingReader<'_>, key: &str, diagnostics: &mut Diagnostics) -> Vec<Text> {
    reader.get(key).map_or_else(Vec::new, |node| parse_list("texts", node, diagnostics, parse_text))
}
