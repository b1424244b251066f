//! Rate limits as they are written.

use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Spanned, Text};
use super::scalar_kind::{parse_int, parse_list, parse_map, parse_measure, parse_prose, parse_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;

/// `rate_limits` as it is written.
#[derive(Clone, Debug)]
pub(crate) struct RateLimitsSpec {
    pub(crate) per: Option<PerSpec>,
    pub(crate) default: Vec<LimitUseSpec>,
    pub(crate) sets: Vec<LimitSetSpec>,
    pub(crate) throttled: Option<RefusalSpec>,
    pub(crate) duplicate: Option<RefusalSpec>,
}

/// Whose requests count together: words, and whether they stand in a list.
#[derive(Clone, Debug)]
pub(crate) struct PerSpec {
    pub(crate) words: Vec<Text>,
    pub(crate) is_list: bool,
}

/// A set of limits as it is written.
#[derive(Clone, Debug)]
pub(crate) struct LimitSetSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<ProseText>,
    pub(crate) per: Option<PerSpec>,
    pub(crate) limits: Option<Vec<Text>>,
    pub(crate) concurrent: Option<Spanned<i64>>,
    pub(crate) gap: Option<Text>,
    pub(crate) told: Option<ToldSpec>,
    pub(crate) weight_header: Option<Text>,
}

/// Where responses say what is left.
#[derive(Clone, Debug)]
pub(crate) struct ToldSpec {
    pub(crate) remaining: Option<Text>,
    pub(crate) reset: Option<Text>,
    pub(crate) policy: Option<Text>,
}

/// A set of limits that requests count in, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct LimitUseSpec {
    pub(crate) set: Text,
    pub(crate) weight: Option<Spanned<i64>>,
}

/// `throttled` and `duplicate`.
#[derive(Clone, Debug)]
pub(crate) struct RefusalSpec {
    pub(crate) status: Spanned<i64>,
    pub(crate) code: Option<Spanned<i64>>,
}

pub(crate) fn parse_rate_limits(
    key: &Text,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<RateLimitsSpec> {
    let reader = MappingReader::new(&dialect::RATE_LIMITS, &key.origin, node, diagnostics)?;
    let refusal = |key: &str, diagnostics: &mut Diagnostics| {
        reader.key(key).zip(reader.get(key)).and_then(|(key, node)| parse_refusal(key, node, diagnostics))
    };
    let default = reader.need("default").map(|node| parse_limit_uses(node, diagnostics));
    Some(RateLimitsSpec {
        per: reader.get("per").map(|node| parse_per(node, diagnostics)),
        sets: reader
            .get("sets")
            .map_or_else(Vec::new, |node| parse_map("limit sets", node, diagnostics, parse_limit_set)),
        throttled: refusal("throttled", diagnostics),
        duplicate: refusal("duplicate", diagnostics),
        default: default?,
    })
}

fn parse_per(node: &Node, diagnostics: &mut Diagnostics) -> PerSpec {
    let is_list = matches!(node.kind, Kind::List(_));
    let words = if is_list {
        parse_list("words", node, diagnostics, parse_text)
    } else {
        parse_text(node, diagnostics).into_iter().collect()
    };
    PerSpec { words, is_list }
}

fn parse_limit_set(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<LimitSetSpec> {
    let mut set = LimitSetSpec {
        name: name.clone(),
        doc: None,
        per: None,
        limits: None,
        concurrent: None,
        gap: None,
        told: None,
        weight_header: None,
    };
    if !matches!(node.kind, Kind::Map(_)) {
        set.limits = Some(parse_limits(node, diagnostics)?);
        return Some(set);
    }
    let reader = MappingReader::new(&dialect::LIMIT_SET, &name.origin, node, diagnostics)?;
    set.doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    set.per = reader.get("per").map(|node| parse_per(node, diagnostics));
    set.limits = reader.get("limits").and_then(|node| parse_limits(node, diagnostics));
    set.concurrent = reader.get("concurrent").and_then(|node| parse_int(node, diagnostics));
    set.gap = reader.get("gap").and_then(|node| parse_measure(Code::DurationSyntax, "s", node, diagnostics));
    set.told =
        reader.key("told").zip(reader.get("told")).and_then(|(key, node)| parse_told(key, node, diagnostics));
    set.weight_header = reader.get("weight_header").and_then(|node| parse_text(node, diagnostics));
    if ["limits", "concurrent", "gap", "told"].iter().all(|key| reader.get(key).is_none()) {
        let message = format!("the rate limit set `{}` has no limits", name.value);
        diagnostics.push(
            Diagnostic::new(Code::KeyMissing, &name.origin, message)
                .help("add `limits: 15/s`, `concurrent: 10`, `gap: 1s` or `told`"),
        );
        return None;
    }
    Some(set)
}

fn parse_told(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<ToldSpec> {
    let reader = MappingReader::new(&dialect::TOLD, &key.origin, node, diagnostics)?;
    let text = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).and_then(|node| parse_text(node, diagnostics))
    };
    let told = ToldSpec {
        remaining: text("remaining", diagnostics),
        reset: text("reset", diagnostics),
        policy: text("policy", diagnostics),
    };
    if reader.get("policy").is_none() {
        reader.need_here("remaining", diagnostics);
        reader.need_here("reset", diagnostics);
    }
    Some(told)
}

/// One limit, or a list.
fn parse_limits(node: &Node, diagnostics: &mut Diagnostics) -> Option<Vec<Text>> {
    match &node.kind {
        Kind::List(_) => Some(parse_list("limits", node, diagnostics, parse_limit)),
        _ => Some(vec![parse_limit(node, diagnostics)?]),
    }
}

fn parse_limit(node: &Node, diagnostics: &mut Diagnostics) -> Option<Text> {
    parse_measure(Code::LimitSyntax, "/s", node, diagnostics)
}

/// The sets that requests count in: a name, names with weights, or a list of both.
pub(crate) fn parse_limit_uses(node: &Node, diagnostics: &mut Diagnostics) -> Vec<LimitUseSpec> {
    match &node.kind {
        Kind::List(_) => {
            let items = parse_list("rate limit sets", node, diagnostics, |node, diagnostics| {
                Some(parse_limit_use(node, diagnostics))
            });
            items.into_iter().flatten().collect()
        }
        _ => parse_limit_use(node, diagnostics),
    }
}

fn parse_limit_use(node: &Node, diagnostics: &mut Diagnostics) -> Vec<LimitUseSpec> {
    match &node.kind {
        Kind::Map(_) => parse_map("rate limit sets", node, diagnostics, |set, node, diagnostics| {
            Some(LimitUseSpec { set: set.clone(), weight: Some(parse_int(node, diagnostics)?) })
        }),
        _ => {
            let name = parse_text(node, diagnostics);
            name.map(|set| LimitUseSpec { set, weight: None }).into_iter().collect()
        }
    }
}

fn parse_refusal(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<RefusalSpec> {
    let reader = MappingReader::new(&dialect::REFUSAL, &key.origin, node, diagnostics)?;
    let status = reader.need("status").and_then(|node| parse_int(node, diagnostics));
    let code = reader.get("code").and_then(|node| parse_int(node, diagnostics));
    Some(RefusalSpec { status: status?, code })
}
