//! Text → [`Node`] tree, in two passes over the same text.
//!
//! The first reads events, which know their places, and refuses what the dialect has no use for; so the second,
//! `serde_yaml`, never meets aliases, duplicate keys or endless nesting, which it would let pass or choke on. It says
//! what each scalar means.

use std::collections::BTreeMap;

use granit_parser::{Event, Marker, Parser, ScalarStyle, Span as Extent, options};
use serde_yaml::Value;

use super::node::{Kind, Node, Scalar, Spanned, Text};
use super::syntax::{explain, lower_first, point_at};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::file::SourceFile;
use crate::ir::{Origin, Span, count};

/// Levels of nesting that no honest spec comes near.
const MAX_DEPTH: usize = 32;

/// Reads a file; `None` when it holds nothing, or nothing that can be used.
pub(crate) fn parse_tree(file: &SourceFile, out: &mut Diagnostics) -> Option<Node> {
    let mut root = parse_places(file, out)?;
    let value = parse_values(file, &root.origin, out)?;
    fill(&mut root, value, out).then_some(root)
}

/// The first pass: the tree with its places, every scalar still a text.
fn parse_places(file: &SourceFile, out: &mut Diagnostics) -> Option<Node> {
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

/// The second pass: what each scalar means.
fn parse_values(file: &SourceFile, root: &Origin, out: &mut Diagnostics) -> Option<Value> {
    // serde_yaml takes a byte order mark for a document of its own.
    let text = file.text.trim_start_matches('\u{feff}');
    let skipped = file.text.len() - text.len();
    match serde_yaml::from_str::<Value>(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let origin = error
                .location()
                .map_or_else(|| root.clone(), |place| point_at(root, &file.text, place.index() + skipped));
            let message = lower_first(without_place(&error.to_string()));
            out.push(Diagnostic::new(Code::YamlSyntax, &origin, message));
            None
        }
    }
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
                if style == ScalarStyle::Plain {
                    check_number(&text, &origin, out);
                }
                self.add(Node { kind: Kind::Scalar(Scalar::Str(text.into_owned())), origin }, out);
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

/// Complains about whole numbers that do not fit.
fn check_number(text: &str, origin: &Origin, out: &mut Diagnostics) {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) && text.parse::<i64>().is_err() {
        let message = "the number does not fit into 64 bits";
        let help = "write it in quotes if it is meant as text";
        out.push(Diagnostic::new(Code::ValueInvalid, origin, message).help(help));
    }
}

/// Gives each scalar its meaning; says whether both passes saw the same tree.
fn fill(node: &mut Node, value: Value, out: &mut Diagnostics) -> bool {
    match (&mut node.kind, value) {
        (Kind::List(items), Value::Sequence(values)) if items.len() == values.len() => {
            items.iter_mut().zip(values).fold(true, |good, (item, value)| fill(item, value, out) && good)
        }
        (Kind::Map(entries), Value::Mapping(values)) if entries.len() == values.len() => entries
            .iter_mut()
            .zip(values)
            .fold(true, |good, ((_, item), (_, value))| fill(item, value, out) && good),
        (Kind::Scalar(scalar), value) => match meaning_of(value) {
            Some(meaning) => {
                *scalar = meaning;
                true
            }
            None => {
                let message = "the number does not fit into 64 bits";
                out.push(
                    Diagnostic::new(Code::ValueInvalid, &node.origin, message)
                        .help("write it in quotes if it is meant as text"),
                );
                false
            }
        },
        _ => {
            let message = "this text can be read in two ways";
            out.push(Diagnostic::new(Code::YamlSyntax, &node.origin, message).help("write texts in quotes"));
            false
        }
    }
}

/// The meaning of a scalar; `None` for a number that nothing can hold.
fn meaning_of(value: Value) -> Option<Scalar> {
    match value {
        Value::Null => Some(Scalar::Null),
        Value::Bool(value) => Some(Scalar::Bool(value)),
        Value::String(value) => Some(Scalar::Str(value)),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(value), _) => Some(Scalar::Int(value)),
            (None, Some(value)) if value.is_finite() && number.is_f64() => Some(Scalar::Float(value)),
            _ => None,
        },
        _ => None,
    }
}

/// A message of `serde_yaml` without the place that it ends with.
fn without_place(message: &str) -> &str {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message)
}
