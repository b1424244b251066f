//! Text → [`Node`] tree.
//!
//! An event reader gives every key and value its location, which `serde_yaml` does not, and refuses what the dialect has
//! no use for: aliases, tags, duplicate keys, deep nesting. What a scalar means is decided by `serde_yaml` alone, see
//! `plain_scalar`.

use std::collections::BTreeMap;

use granit_parser::{Event, Marker, Parser, ScalarStyle, Span as Extent, options};

use super::node::{Kind, Node, Scalar, Spanned, Text};
use super::plain_scalar::Resolver;
use super::syntax::explain;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::file::SourceFile;
use crate::ir::{SourceLocation, Span, saturating_u32};

/// The deepest nesting that is read; real specs stay far below.
const MAX_DEPTH: usize = 32;

/// Reads a file; `None` when it holds nothing, or nothing that can be used.
pub(crate) fn parse_tree(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Node> {
    let mut builder = Builder {
        file: file.path.as_str().into(),
        text: &file.text,
        open: Vec::new(),
        root: None,
        scalars: Resolver::default(),
    };
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
        diagnostics.push(finding);
    }
    builder.root.filter(|_| usable)
}

/// A collection whose end is still to come.
struct Open {
    node: Node,
    /// The key whose value comes next; `None` where a key or an item comes next.
    key: Option<Text>,
    /// Where each key stands.
    keys: BTreeMap<String, SourceLocation>,
}

/// Makes a tree of events.
struct Builder<'t> {
    file: std::sync::Arc<str>,
    text: &'t str,
    /// The collections that are read just now, each inside the one before.
    open: Vec<Open>,
    /// The whole, once it has been read.
    root: Option<Node>,
    /// Says what scalars without quotes mean.
    scalars: Resolver,
}

impl Builder<'_> {
    /// Takes in an event; says whether it makes sense to go on.
    fn take(&mut self, event: Event<'_>, extent: Extent, diagnostics: &mut Diagnostics) -> bool {
        let origin = self.origin(extent);
        match event {
            Event::Scalar(text, style, _, tag) => {
                self.refuse_tag(tag.is_some(), extent, diagnostics);
                // Keys are texts, whatever they look like.
                let scalar = if style == ScalarStyle::Plain && !self.expects_key() {
                    self.resolve(&text, &origin, diagnostics)
                } else {
                    Scalar::Str(text.into_owned())
                };
                self.add(Node { kind: Kind::Scalar(scalar), origin }, diagnostics);
            }
            Event::SequenceStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), extent, diagnostics);
                return self.enter(Node { kind: Kind::List(Vec::new()), origin }, diagnostics);
            }
            Event::MappingStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), extent, diagnostics);
                return self.enter(Node { kind: Kind::Map(Vec::new()), origin }, diagnostics);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { mut node, .. }) = self.open.pop() {
                    let start = node.origin.span.start();
                    node.origin.span = Span::new(start, origin.span.start().max(start));
                    self.add(node, diagnostics);
                }
            }
            Event::Alias(..) | Event::UnresolvedAlias(..) => {
                diagnostics.push(
                    Diagnostic::new(Code::YamlFeature, &origin, "the dialect has no YAML aliases")
                        .help("write the value out, or give it a name under `types`"),
                );
                self.add(Node { kind: Kind::Scalar(Scalar::Null), origin }, diagnostics);
            }
            Event::Anchor(_, name) => {
                let message = format!("the dialect has no YAML anchors, such as `&{name}`");
                diagnostics
                    .push(Diagnostic::new(Code::YamlFeature, &origin, message).help("remove the anchor"));
            }
            _ => {}
        }
        true
    }

    /// Opens a collection; `false` if it stands too deep to go on.
    fn enter(&mut self, node: Node, diagnostics: &mut Diagnostics) -> bool {
        if self.open.len() >= MAX_DEPTH {
            let message = format!("values stand more than {MAX_DEPTH} levels deep inside one another");
            diagnostics.push(Diagnostic::new(Code::YamlDepth, &node.origin, message));
            return false;
        }
        self.open.push(Open { node, key: None, keys: BTreeMap::new() });
        true
    }

    /// Puts a finished node where it belongs: a key, the value of a key, an item, or the whole.
    fn add(&mut self, node: Node, diagnostics: &mut Diagnostics) {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut parent.node.kind {
            Kind::List(items) => items.push(node),
            Kind::Map(entries) => match parent.key.take() {
                Some(key) => entries.push((key, node)),
                None => parent.key = Some(check_key(node, &mut parent.keys, diagnostics)),
            },
            Kind::Scalar(_) => {}
        }
    }

    /// Whether the next node is the key of a mapping.
    fn expects_key(&self) -> bool {
        self.open.last().is_some_and(|open| matches!(open.node.kind, Kind::Map(_)) && open.key.is_none())
    }

    /// The meaning of a scalar without quotes.
    fn resolve(&mut self, text: &str, origin: &SourceLocation, diagnostics: &mut Diagnostics) -> Scalar {
        self.scalars.resolve(text).unwrap_or_else(|| {
            let message = "the number does not fit into 64 bits";
            let help = "write it in quotes if it is meant as text";
            diagnostics.push(Diagnostic::new(Code::ValueInvalid, origin, message).help(help));
            Scalar::Null
        })
    }

    /// Complains about a tag, if there is one.
    fn refuse_tag(&self, tagged: bool, extent: Extent, diagnostics: &mut Diagnostics) {
        if tagged {
            let origin = self.origin(extent.tag_span().unwrap_or(extent));
            diagnostics.push(
                Diagnostic::new(Code::YamlFeature, &origin, "the dialect has no YAML tags")
                    .help("remove the tag; quotes make a text of anything"),
            );
        }
    }

    /// The location of a part of the text.
    fn origin(&self, extent: Extent) -> SourceLocation {
        let start = extent.start.byte_offset().unwrap_or(0);
        let end = extent.end.byte_offset().unwrap_or(start).max(start);
        // The extents of some block scalars reach to the start of the line after them.
        let end = start + self.text.get(start..end).map_or(0, |text| text.trim_end().len());
        SourceLocation { span: Span::new(start, end), ..self.point(extent.start) }
    }

    /// The location of a point of the text.
    fn point(&self, marker: Marker) -> SourceLocation {
        let start = marker.byte_offset().unwrap_or(0);
        SourceLocation {
            file: self.file.clone(),
            line: saturating_u32(marker.line().max(1)),
            column: saturating_u32(marker.col() + 1),
            span: Span::new(start, start),
        }
    }
}

/// Makes a key of a node: it must be a scalar, and new. A node that cannot be a key is reported and becomes an empty text.
fn check_key(node: Node, keys: &mut BTreeMap<String, SourceLocation>, diagnostics: &mut Diagnostics) -> Text {
    let value = match node.kind {
        Kind::Scalar(Scalar::Str(ref text)) => text.clone(),
        _ => {
            let message = format!("a key is a single word, not {}", node.describe());
            diagnostics.push(Diagnostic::new(Code::ValueKind, &node.origin, message));
            return Spanned { value: String::new(), origin: node.origin };
        }
    };
    // In quotes it is a text like any other.
    let is_plain = node.origin.span.end() - node.origin.span.start() == value.len();
    if value == "<<" && is_plain {
        diagnostics.push(Diagnostic::new(
            Code::YamlFeature,
            &node.origin,
            "the dialect has no YAML merge keys",
        ));
    }
    if let Some(first) = keys.get(&value) {
        diagnostics.push(
            Diagnostic::new(Code::KeyDuplicate, &node.origin, format!("the key `{value}` stands here twice"))
                .note_at(first, "it stands here first"),
        );
    } else {
        keys.insert(value.clone(), node.origin.clone());
    }
    Spanned { value, origin: node.origin }
}
