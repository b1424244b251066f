//! What belongs to the whole API.

use super::auth_spec::{AuthSpec, parse_auth};
use super::broken::{prose_stand_in, stand_in};
use super::field_spec::{FieldSpec, parse_fields, parse_plain_field};
use super::limit_spec::{LimitUseSpec, RateLimitsSpec, parse_rate_limits};
use super::link_spec::{LinksSpec, parse_links};
use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Scalar, Spanned, Text, spanned};
use super::scalar_kind::{
    parse_bool, parse_int, parse_list, parse_map, parse_prose, parse_scalar, parse_text, parse_trimmed,
    parse_word,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;
use crate::ir::{Effect, SourceLocation, is_language_tag};

/// The API as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ApiSpec {
    pub(crate) name: Text,
    pub(crate) crate_name: Text,
    pub(crate) version: Text,
    pub(crate) doc: ProseText,
    pub(crate) publishing: PublishingSpec,
    pub(crate) languages: Vec<Text>,
    pub(crate) sources: Vec<(Text, ProseText)>,
    pub(crate) hosts: Spanned<Vec<HostSpec>>,
    pub(crate) variables: Vec<FieldSpec>,
    /// Parameters of routes and addresses that several of these share.
    pub(crate) parameters: Vec<FieldSpec>,
    pub(crate) headers: Vec<HeaderSpec>,
    pub(crate) rate_limits: RateLimitsSpec,
    pub(crate) auth: AuthSpec,
    pub(crate) envelopes: Spanned<Vec<EnvelopeSpec>>,
    pub(crate) log_id_headers: Vec<Text>,
    pub(crate) paginations: Vec<PaginationSpec>,
    pub(crate) links: Option<LinksSpec>,
}

/// What a registry wants to know of the client, as it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct PublishingSpec {
    pub(crate) license: Option<Text>,
    pub(crate) repository: Option<Text>,
    pub(crate) keywords: Vec<Text>,
}

/// A host as it is written.
#[derive(Clone, Debug)]
pub(crate) struct HostSpec {
    pub(crate) name: Text,
    pub(crate) url: Text,
    pub(crate) doc: Option<ProseText>,
}

/// A header as it is written.
#[derive(Clone, Debug)]
pub(crate) struct HeaderSpec {
    pub(crate) name: Text,
    pub(crate) value: Text,
    pub(crate) credentials: Option<Vec<Text>>,
    pub(crate) effect: Option<Effect>,
    pub(crate) required: bool,
    pub(crate) doc: Option<ProseText>,
}

/// `success` of an envelope.
#[derive(Clone, Debug)]
pub(crate) enum SuccessSpec {
    /// `status`
    Status,
    /// `code`
    Code(SourceLocation),
    /// A member with its value.
    Member(Text, Spanned<Scalar>),
}

/// An envelope as it is written.
#[derive(Clone, Debug)]
pub(crate) struct EnvelopeSpec {
    pub(crate) success: Option<SuccessSpec>,
    pub(crate) fallback: bool,
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
    pub(crate) doc: Option<ProseText>,
    pub(crate) kind: PaginationKindSpec,
    pub(crate) size: Option<Text>,
    pub(crate) total: Option<Text>,
    pub(crate) has_more: Option<Text>,
    pub(crate) is_last: Option<Text>,
}

/// The kinds of pagination, with the keys of each.
#[derive(Clone, Debug)]
pub(crate) enum PaginationKindSpec {
    Number { page: Text, first: Option<Spanned<i64>> },
    Offset { offset: Text },
    Cursor { next: Spanned<Vec<(Text, Text)>> },
    NextUrl { next: Text },
    Link,
    LastItem { after: Text, id: Text },
}

/// Reads the sections of the file that describes the API.
pub(crate) fn parse_api(root: &Node, diagnostics: &mut Diagnostics) -> Option<ApiSpec> {
    let location = match &root.kind {
        Kind::Map(entries) => &entries.iter().find(|(key, _)| key.value == "api")?.0.origin,
        _ => &root.origin,
    };
    let file = MappingReader::new(&dialect::API_FILE, location, root, diagnostics)?;
    let section = |key: &str| {
        let name = file.key(key);
        name.zip(file.need(key))
    };
    let identity = file.need("api").and_then(|node| parse_identity(location, node, diagnostics));
    let hosts = section("hosts")
        .map(|(key, node)| spanned(parse_map("hosts", node, diagnostics, parse_host), &key.origin));
    let rate_limits =
        section("rate_limits").and_then(|(key, node)| parse_rate_limits(key, node, diagnostics));
    let envelopes = section("envelopes")
        .map(|(key, node)| spanned(parse_map("envelopes", node, diagnostics, parse_envelope), &key.origin));
    let languages = file.get("languages").map_or_else(Vec::new, |node| parse_languages(node, diagnostics));
    let sources = file.get("sources").map_or_else(Vec::new, |node| {
        parse_map("sources", node, diagnostics, |key, node, diagnostics| {
            Some((key.clone(), parse_prose(node, diagnostics)?))
        })
    });
    let variables = file.get("variables").map_or_else(Vec::new, |node| {
        parse_map("variables", node, diagnostics, |key, node, diagnostics| {
            parse_plain_field("a variable", key, node, diagnostics)
        })
    });
    let parameters = file
        .key("parameters")
        .zip(file.get("parameters"))
        .map_or_else(Vec::new, |(key, node)| parse_fields(key, node, diagnostics));
    let headers = file
        .get("headers")
        .map_or_else(Vec::new, |node| parse_map("headers", node, diagnostics, parse_header));
    let auth =
        file.key("auth").zip(file.get("auth")).and_then(|(key, node)| parse_auth(key, node, diagnostics));
    let log_id_headers = file
        .get("log_id_headers")
        .map_or_else(Vec::new, |node| parse_list("header names", node, diagnostics, parse_text));
    let paginations = file
        .get("pagination")
        .map_or_else(Vec::new, |node| parse_map("pagination styles", node, diagnostics, parse_pagination));
    let links =
        file.key("links").zip(file.get("links")).and_then(|(key, node)| parse_links(key, node, diagnostics));
    // What is missing has been said.
    let none = || stand_in(location);
    let Identity { names: [name, crate_name, version], doc, publishing } =
        identity.unwrap_or_else(|| Identity {
            names: [(); 3].map(|()| none()),
            doc: prose_stand_in(location),
            publishing: PublishingSpec::default(),
        });
    let rate_limits = rate_limits.unwrap_or_else(|| RateLimitsSpec {
        per: None,
        default: vec![LimitUseSpec { set: none(), weight: None }],
        sets: Vec::new(),
        throttled: None,
        duplicate: None,
    });
    Some(ApiSpec {
        name,
        crate_name,
        version,
        doc,
        publishing,
        languages,
        sources,
        hosts: hosts.unwrap_or_else(|| spanned(Vec::new(), &none().origin)),
        variables,
        parameters,
        headers,
        rate_limits,
        auth: auth.unwrap_or_default(),
        envelopes: envelopes.unwrap_or_else(|| spanned(Vec::new(), &none().origin)),
        log_id_headers,
        paginations,
        links,
    })
}

/// What the API and its client are called.
struct Identity {
    /// Name, crate and version.
    names: [Text; 3],
    doc: ProseText,
    publishing: PublishingSpec,
}

/// Name, crate, version and description, and what a registry wants to know.
fn parse_identity(location: &SourceLocation, node: &Node, diagnostics: &mut Diagnostics) -> Option<Identity> {
    let reader = MappingReader::new(&dialect::API, location, node, diagnostics)?;
    let name = reader.need("name").and_then(|node| parse_trimmed(node, diagnostics));
    let crate_name = reader.need("crate").and_then(|node| parse_text(node, diagnostics));
    let version = reader.need("version").and_then(|node| parse_text(node, diagnostics));
    let doc = reader.need("doc").and_then(|node| parse_prose(node, diagnostics));
    let license = reader.get("license").and_then(|node| parse_text(node, diagnostics));
    let repository = reader.get("repository").and_then(|node| parse_text(node, diagnostics));
    let keywords = reader.get("keywords");
    let keywords =
        keywords.map_or_else(Vec::new, |node| parse_list("keywords", node, diagnostics, parse_text));
    Some(Identity {
        names: [name?, crate_name?, version?],
        doc: doc?,
        publishing: PublishingSpec { license, repository, keywords },
    })
}

/// The tags of languages.
fn parse_languages(node: &Node, diagnostics: &mut Diagnostics) -> Vec<Text> {
    if matches!(&node.kind, Kind::List(items) if items.is_empty()) {
        let finding = Diagnostic::new(Code::ListEmpty, &node.origin, "no language is named");
        diagnostics.push(finding.help("name the main one, or leave `languages` out"));
    }
    parse_list("languages", node, diagnostics, parse_language)
}

/// The tag of a language.
fn parse_language(node: &Node, diagnostics: &mut Diagnostics) -> Option<Text> {
    let tag = parse_text(node, diagnostics)?;
    if is_language_tag(&tag.value) {
        return Some(tag);
    }
    let message = format!("`{}` is not the tag of a language", tag.value.escape_debug());
    let help =
        "a tag is two or three small letters, like `en`, and perhaps a script or region, like `zh-Hans`";
    diagnostics.push(Diagnostic::new(Code::ValueInvalid, &tag.origin, message).help(help));
    None
}

fn parse_host(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<HostSpec> {
    let reader = MappingReader::new(&dialect::HOST, &name.origin, node, diagnostics)?;
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    let url = reader.need("url").and_then(|node| parse_text(node, diagnostics));
    Some(HostSpec { name: name.clone(), url: url?, doc })
}

fn parse_header(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<HeaderSpec> {
    let reader = MappingReader::new(&dialect::HEADER, &name.origin, node, diagnostics)?;
    let value = reader.need("value").and_then(|node| parse_text(node, diagnostics));
    Some(HeaderSpec {
        name: name.clone(),
        credentials: reader
            .get("credentials")
            .map(|node| parse_list("credentials", node, diagnostics, parse_text)),
        effect: reader.word("effect", &Effect::WORDS, diagnostics).map(|word| word.value),
        required: reader.get("required").and_then(|node| parse_bool(node, diagnostics)).unwrap_or(false),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        value: value?,
    })
}

fn parse_envelope(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<EnvelopeSpec> {
    let reader = MappingReader::new(&dialect::ENVELOPE, &name.origin, node, diagnostics)?;
    let text = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).and_then(|node| parse_text(node, diagnostics))
    };
    let success = reader.get("success").and_then(|node| parse_success(node, diagnostics));
    let fallback = reader.get("fallback").and_then(|node| parse_bool(node, diagnostics));
    Some(EnvelopeSpec {
        name: name.clone(),
        success,
        fallback: fallback.unwrap_or_default(),
        code: text("code", diagnostics),
        message: text("message", diagnostics),
        detail: text("detail", diagnostics),
        log_id: text("log_id", diagnostics),
        data: text("data", diagnostics),
    })
}

fn parse_pagination(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<PaginationSpec> {
    const KINDS: [(&str, &str); 6] = [
        ("number", "number"),
        ("offset", "offset"),
        ("cursor", "cursor"),
        ("next_url", "next_url"),
        ("link", "link"),
        ("last_item", "last_item"),
    ];
    // The kind decides which other keys may be there. That it is itself wrong is reported when it is read, below.
    let kind = node.get("kind").and_then(|node| parse_word(node, &KINDS, &mut Diagnostics::default()));
    let style = kind.and_then(|kind| dialect::PAGINATION.kind("kind", kind.value));
    let style = style.unwrap_or(&dialect::PAGINATION);
    let reader = MappingReader::new(style, &name.origin, node, diagnostics)?;
    let text = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).and_then(|node| parse_text(node, diagnostics))
    };
    let kind = reader.need("kind").and_then(|node| parse_word(node, &KINDS, diagnostics))?.value;
    let need = |key: &str, diagnostics: &mut Diagnostics| {
        reader.need(key).and_then(|node| parse_text(node, diagnostics))
    };
    let kind = match kind {
        "number" => need("page", diagnostics).map(|page| PaginationKindSpec::Number {
            page,
            first: reader.get("first").and_then(|node| parse_int(node, diagnostics)),
        }),
        "offset" => need("offset", diagnostics).map(|offset| PaginationKindSpec::Offset { offset }),
        "next_url" => need("next", diagnostics).map(|next| PaginationKindSpec::NextUrl { next }),
        "link" => Some(PaginationKindSpec::Link),
        "last_item" => {
            let (after, id) = (need("after", diagnostics), need("id", diagnostics));
            after.zip(id).map(|(after, id)| PaginationKindSpec::LastItem { after, id })
        }
        _ => reader.need("next").map(|node| {
            let pairs = parse_map("parameters", node, diagnostics, |param, node, diagnostics| {
                Some((param.clone(), parse_text(node, diagnostics)?))
            });
            PaginationKindSpec::Cursor { next: spanned(pairs, &node.origin) }
        }),
    };
    Some(PaginationSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        size: text("size", diagnostics),
        total: text("total", diagnostics),
        has_more: text("has_more", diagnostics),
        is_last: text("is_last", diagnostics),
        kind: kind?,
    })
}

fn parse_success(node: &Node, diagnostics: &mut Diagnostics) -> Option<SuccessSpec> {
    if let Kind::Map(_) = &node.kind {
        let member = parse_map("success", node, diagnostics, |path, node, diagnostics| {
            let value = parse_scalar(node, diagnostics)?;
            Some(SuccessSpec::Member(path.clone(), value))
        });
        if let [SuccessSpec::Member(..)] = member.as_slice() {
            return member.into_iter().next();
        }
        let help = "write `success: {ok: true}`: one member and the value that it has on success";
        let message = "`success` names one member";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &node.origin, message).help(help));
        return None;
    }
    let words = [("status", false), ("code", true)];
    let word = parse_word(node, &words, diagnostics)?;
    Some(if word.value { SuccessSpec::Code(word.origin) } else { SuccessSpec::Status })
}
