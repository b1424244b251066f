//! Reads a mapping with known keys.

use super::node::{Kind, Node, Scalar, Spanned, Text};
use super::scalar_kind::parse_word;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::dialect::{self, Companions, Key, Mapping, Need, Value};
use crate::ir::SourceLocation;

/// A mapping that was held against what the dialect says of it: what keys it may have and must have.
pub(crate) struct MappingReader<'n> {
    dialect: &'static Mapping,
    /// What messages call it.
    what: &'static str,
    node: &'n Node,
    /// Where to point when a key is missing.
    location: &'n SourceLocation,
    /// Known keys of which an unknown one is probably a misspelling, so that they are not reported as missing too.
    misspelled: Vec<&'static str>,
}

impl<'n> MappingReader<'n> {
    /// Takes a mapping; complains about every key that the dialect does not have here, that is missing, or that another one
    /// excludes. `location` is where the name of the thing stands that it describes.
    pub(crate) fn new(
        dialect: &'static Mapping,
        location: &'n SourceLocation,
        node: &'n Node,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        Self::named(dialect.what, dialect, location, node, diagnostics)
    }

    /// Like [`new`](Self::new), with another word for what it describes, such as `a variable`.
    pub(crate) fn named(
        what: &'static str,
        dialect: &'static Mapping,
        location: &'n SourceLocation,
        node: &'n Node,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            let message = format!("expected {what} as a mapping, found {}", node.describe());
            let keys = format!("its keys are {}", join_words(dialect.names()));
            diagnostics.push(Diagnostic::new(Code::ValueKind, &node.origin, message).help(keys));
            return None;
        };
        let mut reader = Self { dialect, what, node, location, misspelled: Vec::new() };
        for (key, value) in entries.iter().filter(|(key, _)| dialect.key(&key.value).is_none()) {
            reader.complain_of_unknown(key, value, diagnostics);
        }
        for key in dialect.keys.iter().filter(|key| key.need == Need::Always) {
            reader.complain_if_missing(key, diagnostics);
        }
        for companions in dialect.companions {
            match companions {
                Companions::ExactlyOne(keys) => reader.exclusive(keys, diagnostics),
                Companions::NotBoth(one, other) => reader.exclusive(&[one, other], diagnostics),
                // Whoever reads these keys complains, and says more than that one is missing.
                Companions::AtLeastOne(_)
                | Companions::Needs(..)
                | Companions::WordNeeds(..)
                | Companions::WordForbids(..) => {}
            }
        }
        Some(reader)
    }

    /// The value of a key that may be absent.
    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        self.check_declared(key);
        self.node.get(key)
    }

    /// The key itself, as it stands in the text.
    pub(crate) fn key(&self, key: &str) -> Option<&'n Text> {
        self.check_declared(key);
        self.entry(key)
    }

    /// The value of a key that must be there. If it is missing, that has been said.
    pub(crate) fn need(&self, key: &str) -> Option<&'n Node> {
        self.check_declared(key);
        debug_assert!(
            self.dialect.key(key).is_some_and(|key| key.need == Need::Always),
            "the dialect does not say that {} needs the key `{key}`",
            self.dialect.what,
        );
        self.node.get(key)
    }

    /// The value of a key that other keys make necessary; complains if it is missing.
    pub(crate) fn need_here(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<&'n Node> {
        self.check_declared(key);
        self.complain_if_missing(self.dialect.key(key)?, diagnostics);
        self.node.get(key)
    }

    /// The word of a key, if it is there. `words` are those that the dialect lists, each with what it means.
    pub(crate) fn word<T: Copy>(
        &self,
        key: &str,
        words: &[(&str, T)],
        diagnostics: &mut Diagnostics,
    ) -> Option<Spanned<T>> {
        let node = self.get(key)?;
        let declared = self.dialect.key(key).map(|key| key.value);
        debug_assert!(
            matches!(declared, Some(Value::Words(known)) if words.iter().map(|(word, _)| word).eq(known)),
            "the dialect lists other words at the key `{key}` of {}",
            self.dialect.what,
        );
        parse_word(node, words, diagnostics)
    }

    fn entry(&self, key: &str) -> Option<&'n Text> {
        match &self.node.kind {
            Kind::Map(entries) => entries.iter().map(|(name, _)| name).find(|name| name.value == key),
            _ => None,
        }
    }

    /// No key is read that the dialect does not declare.
    fn check_declared(&self, key: &str) {
        debug_assert!(
            self.dialect.key(key).is_some(),
            "the dialect does not say that {} has the key `{key}`",
            self.dialect.what,
        );
        #[cfg(test)]
        asked::note(self.dialect, key);
    }

    /// Complains about a key that the dialect does not have here, and guesses what is meant.
    fn complain_of_unknown(&mut self, key: &Text, value: &Node, diagnostics: &mut Diagnostics) {
        let what = self.what;
        let near = closest(&key.value, self.dialect.names()).or_else(|| translate(&key.value, self.dialect));
        let known = |word: &str| self.dialect.names().find(|name| *name == word);
        let own = self.dialect.advice.iter().find(|(word, _)| *word == key.value).map(|(_, advice)| *advice);
        let advice = own.or_else(|| of_another_file(self.dialect, &key.value));
        let help = match (near, advice) {
            (Some(near), _) => {
                self.misspelled.extend(known(near));
                format!("did you mean `{near}`?")
            }
            // In `{doc: One thing, and more}` the comma ends the text, and `and more` is a key without a value.
            _ if key.value.contains(' ') && matches!(value.kind, Kind::Scalar(Scalar::Null)) => {
                "a text that holds a comma stands in quotes".to_owned()
            }
            (None, Some(advice)) => advice.to_owned(),
            (None, None) => format!("the keys of {what} are {}", join_words(self.dialect.names())),
        };
        let message = format!("{what} has no key `{}`", key.value);
        diagnostics.push(Diagnostic::new(Code::KeyUnknown, &key.origin, message).help(help));
    }

    fn complain_if_missing(&self, key: &Key, diagnostics: &mut Diagnostics) {
        if self.node.get(key.name).is_some() || self.misspelled.contains(&key.name) {
            return;
        }
        let message = format!("{} needs the key `{}`", self.what, key.name);
        let help = key.example.map(|example| format!("add {example}"));
        diagnostics.push(Diagnostic::new(Code::KeyMissing, self.location, message).help_maybe(help));
    }

    /// Complains about each of some keys that is there beside an earlier one.
    fn exclusive(&self, keys: &[&str], diagnostics: &mut Diagnostics) {
        let mut present = keys.iter().filter_map(|key| self.entry(key));
        let Some(one) = present.next() else { return };
        for other in present {
            let message = format!("`{}` and `{}` exclude each other", one.value, other.value);
            let (first, second) = if one.origin < other.origin { (one, other) } else { (other, one) };
            diagnostics.push(
                Diagnostic::new(Code::KeyConflict, &second.origin, message)
                    .note_at(&first.origin, format!("`{}` stands here", first.value)),
            );
        }
    }
}

/// Where a key belongs that stands in a file of the other kind.
fn of_another_file(dialect: &Mapping, key: &str) -> Option<&'static str> {
    let has = |other: &Mapping| other.key(key).is_some();
    match dialect.name {
        "api_file" if has(&dialect::RESOURCE_FILE) => {
            Some("it stands in the file of a resource, which begins with `resource: …`")
        }
        "resource_file" if has(&dialect::API_FILE) => {
            Some("it stands in the file that describes the API as a whole, beside `api`")
        }
        _ => None,
    }
}

/// The key that a word of another dialect means; `None` if there is no such key.
fn translate(word: &str, dialect: &Mapping) -> Option<&'static str> {
    let folded = word.to_lowercase().replace(['-', '_'], "");
    dialect.keys.iter().find(|key| key.aliases.contains(&&*folded)).map(|key| key.name)
}

/// Which keys were asked for, so that a test sees those that are declared and read by nobody.
#[cfg(test)]
pub(super) mod asked {
    use std::collections::BTreeSet;
    use std::sync::Mutex;

    use crate::dialect::Mapping;

    static ASKED: Mutex<BTreeSet<(&str, String)>> = Mutex::new(BTreeSet::new());

    pub(super) fn note(dialect: &Mapping, key: &str) {
        ASKED.lock().unwrap().insert((dialect.name, key.to_owned()));
    }

    pub(in crate::parse) fn contains(dialect: &Mapping, key: &str) -> bool {
        ASKED.lock().unwrap().contains(&(dialect.name, key.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::{ENDPOINT, ERROR_CODE, FIELD, TYPE};

    #[test]
    fn words_from_elsewhere_lead_only_to_keys_that_the_place_has() {
        assert_eq!(translate("rateLimit", &ENDPOINT), Some("limits"));
        assert_eq!(translate("description", &ENDPOINT), Some("doc"));
        assert_eq!(translate("description", &ERROR_CODE), Some("meaning"));
        assert_eq!(translate("oneOf", &TYPE), Some("union"));
        assert_eq!(translate("maximum", &FIELD), Some("max"));
        assert_eq!(translate("maximum", &TYPE), None);
        assert_eq!(translate("nonsense", &FIELD), None);
    }
}
