//! Reads a mapping with known keys.

use super::aliases::{example_of, other_way, translate};
use super::node::{Kind, Node, Scalar, Spanned, Text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::SourceLocation;

/// A mapping whose keys are known to be allowed.
pub(crate) struct MappingReader<'n> {
    /// What it describes, such as `an endpoint`.
    what: &'static str,
    node: &'n Node,
    /// Where to point when a key is missing.
    location: &'n SourceLocation,
    /// Known keys of which an unknown one is probably a misspelling, so that they are not reported as missing too.
    misspelled: Vec<String>,
}

impl<'n> MappingReader<'n> {
    /// Takes a mapping; complains about each key that is not among `keys`. `what` names the thing it describes,
    /// such as `an endpoint`, and `location` is where its name stands.
    pub(crate) fn new(
        what: &'static str,
        keys: &[&str],
        location: &'n SourceLocation,
        node: &'n Node,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            let message = format!("expected {what} as a mapping, found {}", node.describe());
            let keys = format!("its keys are {}", join_words(keys.iter().copied()));
            diagnostics.push(Diagnostic::new(Code::ValueKind, &node.origin, message).help(keys));
            return None;
        };
        let mut misspelled = Vec::new();
        for (key, value) in entries.iter().filter(|(key, _)| !keys.contains(&&*key.value)) {
            let near = closest(&key.value, keys.iter().copied()).or_else(|| translate(&key.value, keys));
            let help = match near {
                Some(near) => {
                    misspelled.push(near.to_owned());
                    format!("did you mean `{near}`?")
                }
                // Half a sentence, cut off by a comma within braces.
                None if key.value.contains(' ') && matches!(value.kind, Kind::Scalar(Scalar::Null)) => {
                    "a text that holds a comma stands in quotes".to_owned()
                }
                None if other_way(&key.value, keys).is_some() => {
                    other_way(&key.value, keys).unwrap_or_default().to_owned()
                }
                None => format!("the keys of {what} are {}", join_words(keys.iter().copied())),
            };
            let message = format!("{what} has no key `{}`", key.value);
            diagnostics.push(Diagnostic::new(Code::KeyUnknown, &key.origin, message).help(help));
        }
        Some(Self { what, node, location, misspelled })
    }

    /// The value of a key that may be absent.
    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        self.node.get(key)
    }

    /// The key itself, as it stands in the text.
    pub(crate) fn key(&self, key: &str) -> Option<&'n Text> {
        match &self.node.kind {
            Kind::Map(entries) => entries.iter().map(|(name, _)| name).find(|name| name.value == key),
            _ => None,
        }
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<&'n Node> {
        let found = self.get(key);
        if found.is_none() && !self.misspelled.iter().any(|known| known == key) {
            let message = format!("{} needs the key `{key}`", self.what);
            let help = example_of(key).map(|example| format!("add {example}"));
            diagnostics.push(Diagnostic::new(Code::KeyMissing, self.location, message).help_maybe(help));
        }
        found
    }

    /// Complains when two keys that exclude each other are both there.
    pub(crate) fn exclusive(&self, one: &str, other: &str, diagnostics: &mut Diagnostics) {
        if let (Some(one), Some(other)) = (self.key(one), self.key(other)) {
            let message = format!("`{}` and `{}` exclude each other", one.value, other.value);
            let (first, second) = if one.origin < other.origin { (one, other) } else { (other, one) };
            diagnostics.push(
                Diagnostic::new(Code::KeyConflict, &second.origin, message)
                    .note_at(&first.origin, format!("`{}` stands here", first.value)),
            );
        }
    }
}

/// Puts a value together with the location that it comes from.
pub(crate) fn spanned<T>(value: T, origin: &SourceLocation) -> Spanned<T> {
    Spanned { value, origin: origin.clone() }
}
