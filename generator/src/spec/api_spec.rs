//! What belongs to the whole API.

use super::auth_spec::{AuthSpec, parse_auth};
use super::field_spec::{FieldSpec, parse_plain_field};
use super::node::{Kind, Node, Spanned, Text};
use super::reader::{Reader, spanned};
use super::shape::{
    parse_bool, parse_int, parse_list, parse_map, parse_measure, parse_prose, parse_text, parse_word,
};
use crate::diagnostic::{Code, Diagnostics};
use crate::ir::{Effect, Origin};

/// The API as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ApiSpec {
    pub(crate) name: Text,
    pub(crate) crate_name: Text,
    pub(crate) version: Text,
    pub(crate) doc: Text,
    pub(crate) sources: Vec<(Text, Text)>,
    pub(crate) hosts: Spanned<Vec<HostSpec>>,
    pub(crate) variables: Vec<FieldSpec>,
    pub(crate) headers: Vec<HeaderSpec>,
    pub(crate) per: Vec<Text>,
    pub(crate) default_limits: Text,
    pub(crate) limit_sets: Vec<LimitSetSpec>,
    pub(crate) throttled: Option<RefusalSpec>,
    pub(crate) duplicate: Option<RefusalSpec>,
    pub(crate) auth: AuthSpec,
    pub(crate) envelopes: Spanned<Vec<EnvelopeSpec>>,
    pub(crate) log_id_headers: Vec<Text>,
    pub(crate) paginations: Vec<PaginationSpec>,
}

/// A host as it is written.
#[derive(Clone, Debug)]
pub(crate) struct HostSpec {
    pub(crate) name: Text,
    pub(crate) url: Text,
    pub(crate) doc: Option<Text>,
}

/// A header as it is written.
#[derive(Clone, Debug)]
pub(crate) struct HeaderSpec {
    pub(crate) name: Text,
    pub(crate) value: Text,
    pub(crate) credentials: Option<Vec<Text>>,
    pub(crate) effect: Option<Effect>,
    pub(crate) required: bool,
    pub(crate) doc: Option<Text>,
}

/// A set of limits as it is written.
#[derive(Clone, Debug)]
pub(crate) struct LimitSetSpec {
    pub(crate) name: Text,
    pub(crate) limits: Vec<Text>,
}

/// `throttled` and `duplicate`.
#[derive(Clone, Debug)]
pub(crate) struct RefusalSpec {
    pub(crate) status: Spanned<i64>,
    pub(crate) code: Option<Spanned<i64>>,
}

/// An envelope as it is written.
#[derive(Clone, Debug)]
pub(crate) struct EnvelopeSpec {
    pub(crate) name: Text,
    pub(crate) code: Option<Text>,
    pub(crate) message: Option<Text>,
    pub(crate) detail: Option<Text>,
    pub(crate) log_id: Option<Text>,
    pub(crate) data: Option<Text>,
}

/// A pagination style as it is written.
#[derive(Clone, Debug)]
pub(crate) struct PaginationSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<Text>,
    pub(crate) kind: PaginationKindSpec,
    pub(crate) size: Option<Text>,
    pub(crate) total: Option<Text>,
    pub(crate) has_more: Option<Text>,
}

/// The kinds of pagination, with the keys of each.
#[derive(Clone, Debug)]
pub(crate) enum PaginationKindSpec {
    Number { page: Text, first: Option<Spanned<i64>> },
    Offset { offset: Text },
    Cursor { next: Spanned<Vec<(Text, Text)>> },
}

/// The sections of the file that describes the API.
pub(crate) const SECTIONS: &[&str] = &[
    "api",
    "sources",
    "hosts",
    "variables",
    "headers",
    "rate_limits",
    "auth",
    "envelopes",
    "log_id_headers",
    "pagination",
    "errors",
];

/// Reads the sections of the file that describes the API.
pub(crate) fn parse_api(root: &Node, out: &mut Diagnostics) -> Option<ApiSpec> {
    let place = match &root.kind {
        Kind::Map(entries) => &entries.iter().find(|(key, _)| key.value == "api")?.0.origin,
        _ => &root.origin,
    };
    let file = Reader::new("the file of the API", SECTIONS, place, root, out)?;
    let section = |key: &str, out: &mut Diagnostics| {
        let name = file.key(key);
        name.zip(file.need(key, out))
    };
    let identity = file.need("api", out).and_then(|node| parse_identity(place, node, out));
    let hosts = section("hosts", out)
        .map(|(key, node)| spanned(parse_map("hosts", node, out, parse_host), &key.origin));
    let limits = section("rate_limits", out).and_then(|(key, node)| parse_rate_limits(key, node, out));
    let envelopes = section("envelopes", out)
        .map(|(key, node)| spanned(parse_map("envelopes", node, out, parse_envelope), &key.origin));
    let sources = file.get("sources").map_or_else(Vec::new, |node| {
        parse_map("sources", node, out, |key, node, out| Some((key.clone(), parse_prose(node, out)?)))
    });
    let variables = file.get("variables").map_or_else(Vec::new, |node| {
        parse_map("variables", node, out, |key, node, out| parse_plain_field("a variable", key, node, out))
    });
    let headers =
        file.get("headers").map_or_else(Vec::new, |node| parse_map("headers", node, out, parse_header));
    let auth = file.key("auth").zip(file.get("auth")).and_then(|(key, node)| parse_auth(key, node, out));
    let log_id_headers = file
        .get("log_id_headers")
        .map_or_else(Vec::new, |node| parse_list("header names", node, out, parse_text));
    let paginations = file
        .get("pagination")
        .map_or_else(Vec::new, |node| parse_map("pagination styles", node, out, parse_pagination));
    let ([name, crate_name, version, doc], limits) = (identity?, limits?);
    Some(ApiSpec {
        name,
        crate_name,
        version,
        doc,
        sources,
        hosts: hosts?,
        variables,
        headers,
        per: limits.per,
        default_limits: limits.default,
        limit_sets: limits.sets,
        throttled: limits.throttled,
        duplicate: limits.duplicate,
        auth: auth.unwrap_or_default(),
        envelopes: envelopes?,
        log_id_headers,
        paginations,
    })
}

/// Name, crate, version and description.
fn parse_identity(place: &Origin, node: &Node, out: &mut Diagnostics) -> Option<[Text; 4]> {
    let reader = Reader::new("`api`", &["name", "crate", "version", "doc"], place, node, out)?;
    let name = reader.need("name", out).and_then(|node| parse_prose(node, out));
    let crate_name = reader.need("crate", out).and_then(|node| parse_text(node, out));
    let version = reader.need("version", out).and_then(|node| parse_text(node, out));
    let doc = reader.need("doc", out).and_then(|node| parse_prose(node, out));
    Some([name?, crate_name?, version?, doc?])
}

fn parse_host(name: &Text, node: &Node, out: &mut Diagnostics) -> Option<HostSpec> {
    let reader = Reader::new("a host", &["url", "doc"], &name.origin, node, out)?;
    let doc = reader.get("doc").and_then(|node| parse_prose(node, out));
    let url = reader.need("url", out).and_then(|node| parse_text(node, out));
    Some(HostSpec { name: name.clone(), url: url?, doc })
}

fn parse_header(name: &Text, node: &Node, out: &mut Diagnostics) -> Option<HeaderSpec> {
    let keys = ["value", "credentials", "effect", "required", "doc"];
    let reader = Reader::new("a header", &keys, &name.origin, node, out)?;
    let effects = [("read", Effect::Read), ("write", Effect::Write)];
    let value = reader.need("value", out).and_then(|node| parse_text(node, out));
    Some(HeaderSpec {
        name: name.clone(),
        credentials: reader.get("credentials").map(|node| parse_list("credentials", node, out, parse_text)),
        effect: reader.get("effect").and_then(|node| parse_word(node, &effects, out)).map(|word| word.value),
        required: reader.get("required").and_then(|node| parse_bool(node, out)).unwrap_or(false),
        doc: reader.get("doc").and_then(|node| parse_prose(node, out)),
        value: value?,
    })
}

/// `rate_limits`, in parts.
struct RateLimits {
    per: Vec<Text>,
    default: Text,
    sets: Vec<LimitSetSpec>,
    throttled: Option<RefusalSpec>,
    duplicate: Option<RefusalSpec>,
}

fn parse_rate_limits(key: &Text, node: &Node, out: &mut Diagnostics) -> Option<RateLimits> {
    let keys = ["per", "default", "sets", "throttled", "duplicate"];
    let reader = Reader::new("`rate_limits`", &keys, &key.origin, node, out)?;
    let refusal = |key: &str, out: &mut Diagnostics| {
        reader.key(key).zip(reader.get(key)).and_then(|(key, node)| parse_refusal(key, node, out))
    };
    let default = reader.need("default", out).and_then(|node| parse_text(node, out));
    Some(RateLimits {
        per: reader.get("per").map_or_else(Vec::new, |node| parse_list("words", node, out, parse_text)),
        sets: reader
            .need("sets", out)
            .map_or_else(Vec::new, |node| parse_map("limit sets", node, out, parse_limit_set)),
        throttled: refusal("throttled", out),
        duplicate: refusal("duplicate", out),
        default: default?,
    })
}

fn parse_limit_set(name: &Text, node: &Node, out: &mut Diagnostics) -> Option<LimitSetSpec> {
    let limits = match &node.kind {
        Kind::List(_) => parse_list("limits", node, out, parse_limit),
        _ => vec![parse_limit(node, out)?],
    };
    Some(LimitSetSpec { name: name.clone(), limits })
}

fn parse_limit(node: &Node, out: &mut Diagnostics) -> Option<Text> {
    parse_measure(Code::LimitSyntax, "/s", node, out)
}

fn parse_refusal(key: &Text, node: &Node, out: &mut Diagnostics) -> Option<RefusalSpec> {
    let reader = Reader::new("a refusal", &["status", "code"], &key.origin, node, out)?;
    let status = reader.need("status", out).and_then(|node| parse_int(node, out));
    let code = reader.get("code").and_then(|node| parse_int(node, out));
    Some(RefusalSpec { status: status?, code })
}

fn parse_envelope(name: &Text, node: &Node, out: &mut Diagnostics) -> Option<EnvelopeSpec> {
    let keys = ["code", "message", "detail", "log_id", "data"];
    let reader = Reader::new("an envelope", &keys, &name.origin, node, out)?;
    let text = |key: &str, out: &mut Diagnostics| reader.get(key).and_then(|node| parse_text(node, out));
    Some(EnvelopeSpec {
        name: name.clone(),
        code: text("code", out),
        message: text("message", out),
        detail: text("detail", out),
        log_id: text("log_id", out),
        data: text("data", out),
    })
}

fn parse_pagination(name: &Text, node: &Node, out: &mut Diagnostics) -> Option<PaginationSpec> {
    const COMMON: [&str; 5] = ["kind", "doc", "size", "total", "has_more"];
    let kinds = [("number", "number"), ("offset", "offset"), ("cursor", "cursor")];
    let kind = node.get("kind").and_then(|node| parse_word(node, &kinds, &mut Diagnostics::default()));
    let own: &[&str] = match kind.map(|kind| kind.value) {
        Some("number") => &["page", "first"],
        Some("offset") => &["offset"],
        Some(_) => &["next"],
        None => &["page", "first", "offset", "next"],
    };
    let keys: Vec<_> = COMMON.into_iter().chain(own.iter().copied()).collect();
    let reader = Reader::new("a pagination style of this kind", &keys, &name.origin, node, out)?;
    let text = |key: &str, out: &mut Diagnostics| reader.get(key).and_then(|node| parse_text(node, out));
    let kind = reader.need("kind", out).and_then(|node| parse_word(node, &kinds, out))?.value;
    let need =
        |key: &str, out: &mut Diagnostics| reader.need(key, out).and_then(|node| parse_text(node, out));
    let kind = match kind {
        "number" => need("page", out).map(|page| PaginationKindSpec::Number {
            page,
            first: reader.get("first").and_then(|node| parse_int(node, out)),
        }),
        "offset" => need("offset", out).map(|offset| PaginationKindSpec::Offset { offset }),
        _ => reader.need("next", out).map(|node| {
            let pairs = parse_map("parameters", node, out, |param, node, out| {
                Some((param.clone(), parse_text(node, out)?))
            });
            PaginationKindSpec::Cursor { next: spanned(pairs, &node.origin) }
        }),
    };
    Some(PaginationSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, out)),
        size: text("size", out),
        total: text("total", out),
        has_more: text("has_more", out),
        kind: kind?,
    })
}
