//! Values of simple kinds.

use super::node::{Kind, Node, ProseText, Scalar, Spanned, Text, spanned};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Prose, Translation};

/// Complains that a value is of the wrong kind.
fn wrong_kind(expected: &str, node: &Node, diagnostics: &mut Diagnostics) {
    let mut finding = Diagnostic::new(
        Code::ValueKind,
        &node.origin,
        format!("expected {expected}, found {}", node.describe()),
    );
    finding.help = match (&node.kind, expected) {
        (Kind::Scalar(Scalar::Null), _) => Some("give it a value, or remove the key".to_owned()),
        (Kind::Scalar(scalar @ (Scalar::Bool(_) | Scalar::Int(_))), "a text") => match scalar {
            Scalar::Bool(value) => Some(format!("write `\"{value}\"` if the word itself is meant")),
            Scalar::Int(value) => Some(format!("write `\"{value}\"` if the digits themselves are meant")),
            _ => None,
        },
        (Kind::Scalar(Scalar::Str(word)), "`true` or `false`") => match &*word.to_lowercase() {
            "yes" | "y" | "on" | "true" => Some("write `true`".to_owned()),
            "no" | "n" | "off" | "false" => Some("write `false`".to_owned()),
            _ => None,
        },
        (Kind::Scalar(Scalar::Str(value)), "a number" | "a whole number") if value.parse::<f64>().is_ok() => {
            Some(format!("write `{value}` without quotes"))
        }
        (Kind::Scalar(Scalar::Str(value)), expected) if expected.starts_with("a list") => {
            Some(format!("write `[{value}]` for one alone"))
        }
        (Kind::Scalar(Scalar::Int(value)), expected) if expected.starts_with("a list") => {
            Some(format!("write `[{value}]` for one alone"))
        }
        (Kind::Scalar(Scalar::Float(_)), "a text") => Some("write it in quotes".to_owned()),
        _ => None,
    };
    diagnostics.push(finding);
}

/// A text that is not empty.
pub(crate) fn parse_text(node: &Node, diagnostics: &mut Diagnostics) -> Option<Text> {
    match &node.kind {
        Kind::Scalar(Scalar::Str(text)) if text.trim().is_empty() => {
            let finding =
                Diagnostic::new(Code::ValueKind, &node.origin, "expected a text, found an empty one");
            diagnostics.push(finding.help("give it a value, or remove the key"));
            None
        }
        Kind::Scalar(Scalar::Str(text)) => Some(spanned(text.clone(), &node.origin)),
        _ => {
            wrong_kind("a text", node, diagnostics);
            None
        }
    }
}

/// A text that is a number with a unit, such as `180s`. Some leave out the unit, and then YAML reads a number: `unit` is
/// proposed to them.
pub(crate) fn parse_measure(
    code: Code,
    unit: &str,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<Text> {
    if let Kind::Scalar(Scalar::Int(value)) = node.kind {
        let message = format!("`{value}` has no unit");
        let help = format!("write `{value}{unit}`, if that is meant");
        diagnostics.push(Diagnostic::new(code, &node.origin, message).help(help));
        return None;
    }
    parse_text(node, diagnostics)
}

/// A text without space around it.
pub(crate) fn parse_trimmed(node: &Node, diagnostics: &mut Diagnostics) -> Option<Text> {
    parse_text(node, diagnostics)
        .map(|text| Spanned { value: text.value.trim().to_owned(), origin: text.origin })
}

/// Prose: a text without space around it, or one for each of some languages.
pub(crate) fn parse_prose(node: &Node, diagnostics: &mut Diagnostics) -> Option<ProseText> {
    let Kind::Map(entries) = &node.kind else {
        return parse_trimmed(node, diagnostics).map(|text| spanned(text.value.into(), &text.origin));
    };
    if entries.is_empty() {
        wrong_kind("a text, or one for each language", node, diagnostics);
    }
    let translation = |(language, node): &(Text, Node)| {
        let text = parse_trimmed(node, diagnostics)?.value;
        Some(Translation { language: language.value.clone(), text, origin: language.origin.clone() })
    };
    let translations: Vec<Translation> = entries.iter().filter_map(translation).collect();
    (!translations.is_empty()).then(|| spanned(Prose::of(translations), &node.origin))
}

/// `true` or `false`.
pub(crate) fn parse_bool(node: &Node, diagnostics: &mut Diagnostics) -> Option<bool> {
    if let Kind::Scalar(Scalar::Bool(value)) = node.kind {
        return Some(value);
    }
    wrong_kind("`true` or `false`", node, diagnostics);
    None
}

/// A whole number.
pub(crate) fn parse_int(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<i64>> {
    if let Kind::Scalar(Scalar::Int(value)) = node.kind {
        return Some(spanned(value, &node.origin));
    }
    wrong_kind("a whole number", node, diagnostics);
    None
}

/// A number that counts something.
pub(crate) fn parse_count(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<u32>> {
    let number = parse_int(node, diagnostics)?;
    let count = u32::try_from(number.value).ok();
    if count.is_none() {
        let message = format!("expected a count from 0 to {}, found the number `{}`", u32::MAX, number.value);
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &node.origin, message));
    }
    count.map(|count| spanned(count, &node.origin))
}

/// Any number.
#[allow(clippy::cast_precision_loss, reason = "bounds are compared as floating point numbers")]
pub(crate) fn parse_number(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<f64>> {
    match node.kind {
        Kind::Scalar(Scalar::Int(value)) => Some(spanned(value as f64, &node.origin)),
        Kind::Scalar(Scalar::Float(value)) => Some(spanned(value, &node.origin)),
        _ => {
            wrong_kind("a number", node, diagnostics);
            None
        }
    }
}

/// A value without parts, other than nothing.
pub(crate) fn parse_scalar(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<Scalar>> {
    match &node.kind {
        Kind::Scalar(Scalar::Null) | Kind::List(_) | Kind::Map(_) => {
            wrong_kind("a text, a number or a boolean", node, diagnostics);
            None
        }
        Kind::Scalar(scalar) => Some(spanned(scalar.clone(), &node.origin)),
    }
}

/// One of some words.
pub(crate) fn parse_word<T: Copy>(
    node: &Node,
    words: &[(&str, T)],
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<T>> {
    let text = parse_text(node, diagnostics)?;
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text.value) {
        return Some(spanned(*meaning, &node.origin));
    }
    let all = || words.iter().map(|(word, _)| *word);
    let help = closest(&text.value, all()).map(|near| format!("did you mean `{near}`?"));
    let message = format!("expected one of {}, found `{}`", join_words(all()), text.value);
    diagnostics.push(Diagnostic::new(Code::ValueUnknown, &node.origin, message).help_maybe(help));
    None
}

/// A list without spare capacity: what a large spec holds stays in memory until it is lowered.
pub(super) fn without_spare_capacity<T>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = items.collect();
    list.shrink_to_fit();
    list
}

/// A list. Items that cannot be read are reported and left out.
pub(crate) fn parse_list<T>(
    what: &str,
    node: &Node,
    diagnostics: &mut Diagnostics,
    mut item: impl FnMut(&Node, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    match &node.kind {
        Kind::List(items) => without_spare_capacity(items.iter().filter_map(|node| item(node, diagnostics))),
        _ => {
            wrong_kind(&format!("a list of {what}"), node, diagnostics);
            Vec::new()
        }
    }
}

/// A mapping with free keys. Entries that cannot be read are reported and left out.
pub(crate) fn parse_map<T>(
    what: &str,
    node: &Node,
    diagnostics: &mut Diagnostics,
    mut entry: impl FnMut(&Text, &Node, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    match &node.kind {
        Kind::Map(entries) => {
            without_spare_capacity(entries.iter().filter_map(|(key, node)| entry(key, node, diagnostics)))
        }
        _ => {
            wrong_kind(&format!("a mapping of {what}"), node, diagnostics);
            Vec::new()
        }
    }
}
