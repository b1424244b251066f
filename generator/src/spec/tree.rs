//! Text → [`Node`] tree.
//!
//! Events know their places, and whatever the dialect has no use for is refused as it comes: aliases, tags, duplicate
//! keys, endless nesting. What a scalar without quotes means is told as `serde_yaml` tells it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use granit_parser::{Event, Marker, Parser, ScalarStyle, Span as Extent, options};
use serde_yaml::Number;

use super::node::{Kind, Node, Scalar, Spanned, Text};
use super::syntax::explain;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::file::SourceFile;
use crate::ir::{Origin, Span, count};

/// Levels of nesting that no honest spec comes near.
const MAX_DEPTH: usize = 32;

/// Reads a file; `None` when it holds nothing, or nothing that can be used.
pub(crate) fn parse_tree(file: &SourceFile, out: &mut Diagnostics) -> Option<Node> {
    let mut builder =
        Builder { file: file.path.as_str().into(), text: &file.text, open: Vec::new(), root: None };
    let options =
        options! { disallow_directives: true, emit_anchor_events: true, emit_unresolved_aliases: true };
    let mut findings = Diagnostics::default();
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(&file.text, options) {
        let (event, extent) = match event {
            Ok(event) => event,
            Err(error) => {
                findings.push(explain(&error, &builder.point(*error.marker()), &file.text));
                break;
            }
        };
        documents += usize::from(matches!(event, Event::DocumentStart(..)));
        if documents > 1 {
            findings.push(
                Diagnostic::new(Code::YamlFeature, &builder.origin(extent), "a file holds one YAML document")
                    .help("move what follows into a file of its own"),
            );
            break;
        }
        if !builder.take(event, extent, &mut findings) {
            break;
        }
    }
    let usable = !findings.has_errors();
    for finding in findings.into_sorted() {
        out.push(finding);
    }
    builder.root.filter(|_| usable)
}

/// A collection whose end is still to come.
struct Open {
    node: Node,
    /// The key whose value comes next.
    key: Option<Text>,
    /// Where each key stands.
    keys: BTreeMap<String, Origin>,
}

/// Makes a tree of events.
struct Builder<'t> {
    file: std::sync::Arc<str>,
    text: &'t str,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    /// Takes in an event; says whether it makes sense to go on.
    fn take(&mut self, event: Event<'_>, extent: Extent, out: &mut Diagnostics) -> bool {
        let origin = self.origin(extent);
        match event {
            Event::Scalar(text, style, _, tag) => {
                self.refuse_tag(tag.is_some(), extent, out);
                // Keys are texts, whatever they look like.
                let scalar = if style == ScalarStyle::Plain && !self.expects_key() {
                    meaning_of(text, &origin, out)
                } else {
                    Scalar::Str(text.into_owned())
                };
                self.add(Node { kind: Kind::Scalar(scalar), origin }, out);
            }
            Event::SequenceStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), extent, out);
                return self.enter(Node { kind: Kind::List(Vec::new()), origin }, out);
            }
            Event::MappingStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), extent, out);
                return self.enter(Node { kind: Kind::Map(Vec::new()), origin }, out);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { mut node, .. }) = self.open.pop() {
                    let start = node.origin.span.start();
                    node.origin.span = Span::new(start, origin.span.start().max(start));
                    self.add(node, out);
                }
            }
            Event::Alias(..) | Event::UnresolvedAlias(..) => {
                out.push(
                    Diagnostic::new(Code::YamlFeature, &origin, "the dialect has no YAML aliases")
                        .help("write the value out, or give it a name under `types`"),
                );
                self.add(Node { kind: Kind::Scalar(Scalar::Null), origin }, out);
            }
            Event::Anchor(_, name) => {
                let message = format!("the dialect has no YAML anchors, such as `&{name}`");
                out.push(Diagnostic::new(Code::YamlFeature, &origin, message).help("remove the anchor"));
            }
            _ => {}
        }
        true
    }

    /// Opens a collection, unless it stands too deep.
    fn enter(&mut self, node: Node, out: &mut Diagnostics) -> bool {
        if self.open.len() >= MAX_DEPTH {
            let message = format!("values stand more than {MAX_DEPTH} levels deep inside one another");
            out.push(Diagnostic::new(Code::YamlDepth, &node.origin, message));
            return false;
        }
        self.open.push(Open { node, key: None, keys: BTreeMap::new() });
        true
    }

    /// Puts a finished node where it belongs: a key, the value of a key, an item, or the whole.
    fn add(&mut self, node: Node, out: &mut Diagnostics) {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut parent.node.kind {
            Kind::List(items) => items.push(node),
            Kind::Map(entries) => match parent.key.take() {
                Some(key) => entries.push((key, node)),
                None => parent.key = Some(check_key(node, &mut parent.keys, out)),
            },
            Kind::Scalar(_) => {}
        }
    }

    /// Whether the next node is the key of a mapping.
    fn expects_key(&self) -> bool {
        self.open.last().is_some_and(|open| matches!(open.node.kind, Kind::Map(_)) && open.key.is_none())
    }

    fn refuse_tag(&self, tagged: bool, extent: Extent, out: &mut Diagnostics) {
        if tagged {
            let origin = self.origin(extent.tag_span().unwrap_or(extent));
            out.push(
                Diagnostic::new(Code::YamlFeature, &origin, "the dialect has no YAML tags")
                    .help("remove the tag; quotes make a text of anything"),
            );
        }
    }

    fn origin(&self, extent: Extent) -> Origin {
        let start = extent.start.byte_offset().unwrap_or(0);
        let end = extent.end.byte_offset().unwrap_or(start).max(start);
        // The extents of some block scalars reach to the start of the line after them.
        let end = start + self.text.get(start..end).map_or(0, |text| text.trim_end().len());
        Origin { span: Span::new(start, end), ..self.point(extent.start) }
    }

    fn point(&self, marker: Marker) -> Origin {
        let start = marker.byte_offset().unwrap_or(0);
        Origin {
            file: self.file.clone(),
            line: count(marker.line().max(1)),
            column: count(marker.col() + 1),
            span: Span::new(start, start),
        }
    }
}

/// Makes a key of a node: it must be a scalar, and new.
fn check_key(node: Node, keys: &mut BTreeMap<String, Origin>, out: &mut Diagnostics) -> Text {
    let value = match node.kind {
        Kind::Scalar(Scalar::Str(ref text)) => text.clone(),
        _ => {
            let message = format!("a key is a single word, not {}", node.describe());
            out.push(Diagnostic::new(Code::ValueKind, &node.origin, message));
            return Spanned { value: String::new(), origin: node.origin };
        }
    };
    if value == "<<" {
        out.push(Diagnostic::new(Code::YamlFeature, &node.origin, "the dialect has no YAML merge keys"));
    }
    if let Some(first) = keys.get(&value) {
        out.push(
            Diagnostic::new(Code::KeyDuplicate, &node.origin, format!("the key `{value}` stands here twice"))
                .note_at(first, "it stands here first"),
        );
    } else {
        keys.insert(value.clone(), node.origin.clone());
    }
    Spanned { value, origin: node.origin }
}

/// What a scalar without quotes means.
fn meaning_of(text: Cow<'_, str>, origin: &Origin, out: &mut Diagnostics) -> Scalar {
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Scalar::Null,
        "true" | "True" | "TRUE" => Scalar::Bool(true),
        "false" | "False" | "FALSE" => Scalar::Bool(false),
        _ if text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first)) => {
            number_of(&text).unwrap_or_else(|| {
                let message = "the number does not fit into 64 bits";
                let help = "write it in quotes if it is meant as text";
                out.push(Diagnostic::new(Code::ValueInvalid, origin, message).help(help));
                Scalar::Null
            })
        }
        _ => Scalar::Str(text.into_owned()),
    }
}

/// The meaning of what starts like a number; `None` for a number that nothing can hold.
fn number_of(text: &str) -> Option<Scalar> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let whole = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    if whole && text.parse::<i64>().is_err() {
        return None;
    }
    let Ok(number) = text.parse::<Number>() else { return Some(Scalar::Str(text.to_owned())) };
    match (number.as_i64(), number.as_f64()) {
        (Some(value), _) => Some(Scalar::Int(value)),
        (None, Some(value)) if value.is_finite() && number.is_f64() => Some(Scalar::Float(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_mean_what_serde_yaml_takes_them_for() {
        let origin = Origin { file: "spec".into(), line: 1, column: 1, span: Span::new(0, 0) };
        let texts = "~ null Null NULL nuLL true True TRUE tRUE false False FALSE yes no on off 0 7 -7 +7 007 -0 1_000 0x1f 0o17 \
            0b11 -0x1f 1.5 -1.5 +1.5 1e3 1.e3 .5 . .. - + -- 1.2.3 2026-11-23 12:30 .foo -foo +foo 9223372036854775807 1e999x text";
        for text in texts.split_whitespace() {
            // On its own, `-` starts a list.
            let Ok(value) = serde_yaml::from_str::<Vec<serde_yaml::Value>>(&format!("[{text}]")) else {
                continue;
            };
            let wanted = match &value[0] {
                serde_yaml::Value::Null => Scalar::Null,
                serde_yaml::Value::Bool(value) => Scalar::Bool(*value),
                serde_yaml::Value::String(value) => Scalar::Str(value.clone()),
                serde_yaml::Value::Number(number) => match number.as_i64() {
                    Some(value) => Scalar::Int(value),
                    None => Scalar::Float(number.as_f64().unwrap()),
                },
                other => unreachable!("a scalar is no {other:?}"),
            };
            let mut out = Diagnostics::default();
            assert_eq!(meaning_of(text.into(), &origin, &mut out), wanted, "{text}");
            assert!(!out.has_errors(), "{text}");
        }
    }

    #[test]
    fn numbers_that_nothing_can_hold_are_refused() {
        let origin = Origin { file: "spec".into(), line: 1, column: 1, span: Span::new(0, 0) };
        for text in
            ["9223372036854775808", "-9223372036854775809", "99999999999999999999", ".inf", "-.inf", ".nan"]
        {
            let mut out = Diagnostics::default();
            meaning_of(text.into(), &origin, &mut out);
            assert!(out.has_errors(), "{text}");
        }
    }
}
