//! Endpoints, and the rules of endpoints and types.

use super::broken::{prose_stand_in, stand_in};
use super::field_spec::{EvidenceSpec, FieldSpec, parse_evidence, parse_fields};
use super::limit_spec::{LimitUseSpec, parse_limit_uses};
use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Scalar, Spanned, Text, spanned};
use super::refusals_spec::{RefusalBodySpec, parse_refusals};
use super::returns_spec::{ReturnsSpec, parse_returns};
use super::scalar_kind::{
    parse_bool, parse_count, parse_int, parse_list, parse_map, parse_measure, parse_prose, parse_scalar,
    parse_text, parse_word,
};
use super::stream_spec::{StreamSpec, parse_stream};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;
use crate::ir::{BodyKind, Effect, HeaderUse, SourceLocation};

/// An endpoint as it is written.
#[derive(Clone, Debug)]
pub(crate) struct EndpointSpec {
    pub(crate) name: Text,
    pub(crate) route: Text,
    pub(crate) summary: ProseText,
    pub(crate) doc: Option<ProseText>,
    pub(crate) title: Option<ProseText>,
    pub(crate) effect: Effect,
    pub(crate) host: Option<Text>,
    pub(crate) path: Vec<FieldSpec>,
    pub(crate) query: Vec<FieldSpec>,
    pub(crate) header: Vec<FieldSpec>,
    pub(crate) cookie: Vec<FieldSpec>,
    /// `body`, or `body?`.
    pub(crate) body: Option<Spanned<Vec<FieldSpec>>>,
    /// Whether it was `body?`.
    pub(crate) body_optional: bool,
    pub(crate) body_kind: Option<Spanned<BodyKind>>,
    pub(crate) media: Option<Text>,
    pub(crate) accept: Option<Text>,
    pub(crate) envelopes: Option<Spanned<Vec<Text>>>,
    pub(crate) returns: Option<ReturnsSpec>,
    pub(crate) stream: Option<StreamSpec>,
    pub(crate) refusals: Vec<RefusalBodySpec>,
    pub(crate) limits: Option<Vec<LimitUseSpec>>,
    pub(crate) max_transit: Option<Text>,
    pub(crate) pagination: Option<Text>,
    pub(crate) items: Option<Text>,
    pub(crate) whole_pages: Option<Spanned<bool>>,
    pub(crate) auth: Option<CredentialRuleSpec>,
    pub(crate) headers: Vec<(Text, HeaderUse)>,
    pub(crate) rules: Vec<RuleSpec>,
    pub(crate) errors: Vec<Spanned<i64>>,
    pub(crate) permission: Option<ProseText>,
    pub(crate) deprecated: Option<ProseText>,
    pub(crate) sources: Vec<Text>,
}

/// `auth` of an endpoint.
#[derive(Clone, Debug)]
pub(crate) enum CredentialRuleSpec {
    /// `none`
    None,
    /// A list of credentials.
    Only(Spanned<Vec<Text>>),
}

/// A rule as it is written.
#[derive(Clone, Debug)]
pub(crate) struct RuleSpec {
    pub(crate) kind: RuleKind,
    /// What the rule is about: parameters of an endpoint, or members of a type.
    pub(crate) params: Vec<Text>,
    /// The field that decides, and its values at which `params` are needed or forbidden.
    pub(crate) when: Option<(Text, Vec<Spanned<Scalar>>)>,
    /// Greatest number of list items, all parameters taken together.
    pub(crate) max_items: Option<Spanned<u32>>,
    pub(crate) evidence: EvidenceSpec,
    pub(crate) origin: SourceLocation,
}

/// Kinds of rules, by the key that stands for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuleKind {
    ExactlyOne,
    AtLeastOne,
    AtMostOne,
    AllOrNone,
    Together,
    Required,
    Forbidden,
}

/// Reads an endpoint.
pub(crate) fn parse_endpoint(
    name: &Text,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<EndpointSpec> {
    let reader = MappingReader::new(&dialect::ENDPOINT, &name.origin, node, diagnostics)?;
    let route = reader.need("route").and_then(|node| parse_text(node, diagnostics));
    let summary = reader.need("summary").and_then(|node| parse_prose(node, diagnostics));
    let effect = reader.word("effect", &Effect::WORDS, diagnostics);
    let text = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).and_then(|node| parse_text(node, diagnostics))
    };
    let prose = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).and_then(|node| parse_prose(node, diagnostics))
    };
    let spec = EndpointSpec {
        name: name.clone(),
        doc: prose("doc", diagnostics),
        title: prose("title", diagnostics),
        host: text("host", diagnostics),
        path: fields(&reader, "path", diagnostics).map_or_else(Vec::new, |fields| fields.value),
        query: fields(&reader, "query", diagnostics).map_or_else(Vec::new, |fields| fields.value),
        header: fields(&reader, "header", diagnostics).map_or_else(Vec::new, |fields| fields.value),
        cookie: fields(&reader, "cookie", diagnostics).map_or_else(Vec::new, |fields| fields.value),
        body: fields(&reader, "body", diagnostics).or_else(|| fields(&reader, "body?", diagnostics)),
        body_optional: reader.get("body?").is_some(),
        body_kind: reader.word("body_kind", &BodyKind::WORDS, diagnostics),
        media: text("media", diagnostics),
        accept: text("accept", diagnostics),
        envelopes: reader.get("envelope").and_then(|node| parse_envelopes(node, diagnostics)),
        returns: reader.get("returns").and_then(|node| parse_returns(node, diagnostics)),
        stream: (reader.key("stream").zip(reader.get("stream")))
            .and_then(|(key, node)| parse_stream(key, node, diagnostics)),
        refusals: reader.get("refusals").map_or_else(Vec::new, |node| parse_refusals(node, diagnostics)),
        limits: reader.get("limits").map(|node| parse_limit_uses(node, diagnostics)),
        max_transit: reader
            .get("max_transit")
            .and_then(|node| parse_measure(Code::DurationSyntax, "s", node, diagnostics)),
        pagination: text("pagination", diagnostics),
        items: text("items", diagnostics),
        whole_pages: reader.get("whole_pages").and_then(|node| {
            let value = parse_bool(node, diagnostics)?;
            Some(spanned(value, &node.origin))
        }),
        auth: reader.get("auth").and_then(|node| parse_auth(node, diagnostics)),
        headers: reader.get("headers").map_or_else(Vec::new, |node| parse_headers(node, diagnostics)),
        rules: reader
            .get("rules")
            .map_or_else(Vec::new, |node| parse_list("rules", node, diagnostics, parse_rule)),
        errors: reader
            .get("errors")
            .map_or_else(Vec::new, |node| parse_list("error codes", node, diagnostics, parse_int)),
        permission: prose("permission", diagnostics),
        deprecated: prose("deprecated", diagnostics),
        sources: reader
            .get("sources")
            .map_or_else(Vec::new, |node| parse_list("sources", node, diagnostics, parse_text)),
        // What is missing has been said.
        route: route.unwrap_or_else(|| stand_in(&name.origin)),
        summary: summary.unwrap_or_else(|| prose_stand_in(&name.origin)),
        effect: effect.map_or(Effect::Read, |effect| effect.value),
    };
    Some(spec)
}

/// Reads the fields under `key`; `None` if it is absent.
fn fields(
    reader: &MappingReader<'_>,
    key: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<Vec<FieldSpec>>> {
    let (name, node) = (reader.key(key)?, reader.get(key)?);
    Some(spanned(parse_fields(name, node, diagnostics), &name.origin))
}

/// One envelope, or several in the order in which they are tried.
fn parse_envelopes(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<Vec<Text>>> {
    let names = match &node.kind {
        Kind::List(_) => parse_list("envelopes", node, diagnostics, parse_text),
        Kind::Scalar(_) | Kind::Map(_) => vec![parse_text(node, diagnostics)?],
    };
    Some(spanned(names, &node.origin))
}

fn parse_auth(node: &Node, diagnostics: &mut Diagnostics) -> Option<CredentialRuleSpec> {
    match &node.kind {
        Kind::Scalar(Scalar::Str(word)) if word == "none" => Some(CredentialRuleSpec::None),
        Kind::List(_) => {
            let names = parse_list("credentials", node, diagnostics, parse_text);
            Some(CredentialRuleSpec::Only(spanned(names, &node.origin)))
        }
        _ => {
            let message = format!("expected `none` or a list of credentials, found {}", node.describe());
            let mut finding = Diagnostic::new(Code::ValueKind, &node.origin, message);
            if let Kind::Scalar(Scalar::Str(word)) = &node.kind {
                finding = finding.help(format!("write `[{word}]` for this one credential"));
            }
            diagnostics.push(finding);
            None
        }
    }
}

fn parse_headers(node: &Node, diagnostics: &mut Diagnostics) -> Vec<(Text, HeaderUse)> {
    let words = [("optional", HeaderUse::Optional), ("never", HeaderUse::Never)];
    parse_map("headers", node, diagnostics, |name, node, diagnostics| {
        Some((name.clone(), parse_word(node, &words, diagnostics)?.value))
    })
}

/// Reads a rule, of an endpoint or of a type.
pub(crate) fn parse_rule(node: &Node, diagnostics: &mut Diagnostics) -> Option<RuleSpec> {
    const KINDS: [(&str, RuleKind); 7] = [
        ("exactly_one", RuleKind::ExactlyOne),
        ("at_least_one", RuleKind::AtLeastOne),
        ("at_most_one", RuleKind::AtMostOne),
        ("all_or_none", RuleKind::AllOrNone),
        ("together", RuleKind::Together),
        ("required", RuleKind::Required),
        ("forbidden", RuleKind::Forbidden),
    ];
    let reader = MappingReader::new(&dialect::RULE, &node.origin, node, diagnostics)?;
    let Some((key, kind)) = KINDS.iter().find_map(|(word, kind)| Some((reader.key(word)?, *kind))) else {
        let message = "a rule says `exactly_one`, `at_least_one`, `at_most_one`, `all_or_none`, `together`, `required` or `forbidden`";
        diagnostics.push(Diagnostic::new(Code::KeyMissing, &node.origin, message));
        return None;
    };
    let params = parse_list("parameters", reader.get(&key.value)?, diagnostics, parse_text);
    let when = match (kind, reader.get("when")) {
        (RuleKind::Required | RuleKind::Forbidden, Some(when)) => Some(parse_when(when, diagnostics)?),
        (RuleKind::Required | RuleKind::Forbidden, None) => {
            let message = format!("`{}` needs a `when`", key.value);
            let finding = Diagnostic::new(Code::KeyMissing, &key.origin, message);
            let help = "a parameter that is always needed has no `?` in its name, and no rule";
            diagnostics.push(finding.help_maybe((kind == RuleKind::Required).then(|| help.to_owned())));
            return None;
        }
        (_, Some(when)) => {
            let message = format!("`when` belongs to `required` and `forbidden`, not to `{}`", key.value);
            diagnostics.push(Diagnostic::new(Code::KeyConflict, &when.origin, message));
            None
        }
        (_, None) => None,
    };
    let max_items = match (kind, reader.get("max_items")) {
        (RuleKind::Together, _) => {
            Some(reader.need_here("max_items", diagnostics).and_then(|node| parse_count(node, diagnostics))?)
        }
        (_, Some(max)) => {
            let message = format!("`max_items` belongs to `together`, not to `{}`", key.value);
            diagnostics.push(Diagnostic::new(Code::KeyConflict, &max.origin, message));
            None
        }
        (_, None) => None,
    };
    let evidence = parse_evidence(&reader, diagnostics).map_or(EvidenceSpec::Strong, |word| word.value);
    Some(RuleSpec { kind, params, when, max_items, evidence, origin: key.origin.clone() })
}

fn parse_when(node: &Node, diagnostics: &mut Diagnostics) -> Option<(Text, Vec<Spanned<Scalar>>)> {
    let mut conditions =
        parse_map("one parameter and its values", node, diagnostics, |name, node, diagnostics| {
            Some((name.clone(), parse_list("values", node, diagnostics, parse_scalar)))
        });
    if conditions.len() != 1 && matches!(node.kind, Kind::Map(_)) {
        let message = format!("`when` looks at one parameter, found {}", conditions.len());
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &node.origin, message));
        return None;
    }
    conditions.pop()
}
