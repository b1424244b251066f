//! What is said of a mapping and its keys.

/// A mapping of the dialect: a place of a spec's files that has known keys.
#[derive(Debug)]
pub(crate) struct Mapping {
    /// Its name, in the schema and in the marks of spec/README.md.
    pub(crate) name: &'static str,
    /// What messages call it, such as `an endpoint`.
    pub(crate) what: &'static str,
    /// What it describes.
    pub(crate) doc: &'static str,
    /// The keys, in the order in which they are listed everywhere.
    pub(crate) keys: &'static [Key],
    /// Which keys go together and which do not.
    pub(crate) companions: &'static [Companions],
    /// Where the keys that go together depend on a kind: the kinds, each with the keys that it takes.
    pub(crate) kinds: &'static [&'static Mapping],
    /// Words that say in other dialects what has no key here, each with how it is said here.
    pub(crate) advice: &'static [(&'static str, &'static str)],
}

/// A key of a mapping.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    /// The key as it is written.
    pub(crate) name: &'static str,
    /// What it means: a sentence or more.
    pub(crate) doc: &'static str,
    /// What may stand at it.
    pub(crate) value: Value,
    /// Whether it may be left out.
    pub(crate) need: Need,
    /// How it is written, for who forgot it: the end of a sentence that begins with `add`.
    pub(crate) example: Option<&'static str>,
    /// What other dialects call it, in small letters without `_` and `-`. Who writes that is told the key; it is not
    /// read.
    pub(crate) aliases: &'static [&'static str],
}

/// Whether a key may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// It must be there.
    Always,
    /// What holds without it, as half a sentence; empty where there is nothing to say.
    LeftOut(&'static str),
}

/// What may stand at a key, in a list, or under a free name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value {
    /// A text that is not blank.
    Text,
    /// A text that matches a regular expression.
    Pattern(&'static str),
    /// One of some words.
    Words(&'static [&'static str]),
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Int,
    /// A whole number from the first to the second, both included.
    IntWithin(i64, i64),
    /// A number.
    Number,
    /// What has a notation of its own, such as a type expression or a duration, by its name in the schema.
    Notation(&'static str),
    /// A mapping with known keys.
    Mapping(&'static Mapping),
    /// A list of at least so many.
    List(&'static Item, usize),
    /// A mapping with free names.
    Entries(&'static Entries),
    /// One of several, which differ in their kinds.
    Either(&'static [Item]),
}

/// A value that no key of its own explains.
#[derive(Debug)]
pub(crate) struct Item {
    /// What it is; empty where the value's own definition says that.
    pub(crate) doc: &'static str,
    /// What it is made of.
    pub(crate) value: Value,
}

/// A mapping with free names.
#[derive(Debug)]
pub(crate) struct Entries {
    /// The regular expression that names match; `None` if any text will do.
    pub(crate) names: Option<&'static str>,
    /// What stands under a name.
    pub(crate) entry: Item,
    /// The least number of entries.
    pub(crate) least: usize,
    /// The greatest number of entries, if there is one.
    pub(crate) most: Option<usize>,
}

/// Which keys of a mapping go together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Companions {
    /// One of these is there, and only one.
    ExactlyOne(&'static [&'static str]),
    /// One of these is there, or more.
    AtLeastOne(&'static [&'static str]),
    /// At most one of the two is there.
    NotBoth(&'static str, &'static str),
    /// Where the first is there, the second is, too.
    Needs(&'static str, &'static str),
    /// Where the first has this word, one of the others is there.
    WordNeeds(&'static str, &'static str, &'static [&'static str]),
    /// Where the first has this word, the third is not there.
    WordForbids(&'static str, &'static str, &'static str),
}

/// A name in snake case.
pub(crate) const SNAKE_CASE: &str = "^[a-z][a-z0-9]*(_[a-z0-9]+)*$";
/// The tag of a language, as RFC 5646 writes it: a language, and perhaps a script or a region.
pub(crate) const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
/// The two answers to how well something is known.
pub(crate) const EVIDENCE: Value = Value::Words(&["strong", "weak"]);
/// What travels in a place that holds neither lists nor objects.
pub(crate) const SCALAR: Value = Value::Notation("scalar");
/// A text for people, or one for each of some languages.
pub(crate) const PROSE: Value = Value::Notation("prose");
/// A value of any kind.
const ANY_VALUE: Value = Value::Notation("any_value");
/// A type, with or without a description, of a value that no request carries by itself.
pub(crate) const PLAIN_FIELD: Value = Value::Notation("plain_field");
/// A template, that is a text whose braces match.
pub(crate) const TEMPLATE: Value = Value::Pattern("^([^{}]|\\{[^{}]*\\})+$");
/// A media type, maybe with parameters.
pub(crate) const MEDIA_TYPE: Value =
    Value::Pattern("^[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+ *(;[ -~]*)?$");
/// Some names.
pub(crate) const NAMES: Value = Value::List(&Item { doc: "A name.", value: Value::Text }, 0);
/// Member names joined by dots.
pub(crate) const JSON_PATH: Value = Value::Notation("json_path");
/// A type.
pub(crate) const TYPE: Value = Value::Notation("type_expression");

impl Mapping {
    /// A mapping whose keys are independent of each other: its name in the schema, what messages call it, what it
    /// describes, and its keys.
    pub(super) const fn new(
        name: &'static str,
        what: &'static str,
        doc: &'static str,
        keys: &'static [Key],
    ) -> Self {
        Self { name, what, doc, keys, companions: &[], kinds: &[], advice: &[] }
    }

    /// The same with keys that go together or do not.
    pub(super) const fn companions(mut self, companions: &'static [Companions]) -> Self {
        self.companions = companions;
        self
    }

    /// The same with kinds, each with the keys that it takes.
    pub(super) const fn kinds(mut self, kinds: &'static [&'static Mapping]) -> Self {
        self.kinds = kinds;
        self
    }

    /// The same with advice about words of other dialects that have no key here.
    pub(super) const fn advice(mut self, advice: &'static [(&'static str, &'static str)]) -> Self {
        self.advice = advice;
        self
    }

    /// What is said of a key; `None` if there is no such key.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The kind that has a word at a key; `None` if there is no such kind.
    pub(crate) fn kind(&self, key: &str, word: &str) -> Option<&'static Mapping> {
        let has_word = |key: &Key| matches!(key.value, Value::Words(words) if words.contains(&word));
        self.kinds.iter().copied().find(|kind| kind.key(key).is_some_and(has_word))
    }

    /// The names of the keys.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|key| key.name)
    }
}

impl Entries {
    /// Entries whose names match a regular expression.
    pub(super) const fn named(names: &'static str, entry: Value) -> Self {
        Self { names: Some(names), entry: Item { doc: "", value: entry }, least: 0, most: None }
    }

    /// Entries under any names.
    pub(super) const fn any(entry: Value) -> Self {
        Self { names: None, entry: Item { doc: "", value: entry }, least: 0, most: None }
    }

    /// The same with what an entry is.
    pub(super) const fn entry(mut self, doc: &'static str) -> Self {
        self.entry.doc = doc;
        self
    }

    /// The same with a least number of entries.
    pub(super) const fn at_least(mut self, least: usize) -> Self {
        self.least = least;
        self
    }

    /// The same with no more than so many entries.
    pub(super) const fn at_most(mut self, most: usize) -> Self {
        self.most = Some(most);
        self
    }
}

impl Key {
    /// A key that may be left out.
    pub(super) const fn new(name: &'static str, doc: &'static str, value: Value) -> Self {
        Self { name, doc, value, need: Need::LeftOut(""), example: None, aliases: &[] }
    }

    /// A key with a text that may be left out.
    pub(super) const fn text(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, doc, Value::Text)
    }

    /// A key with a text for people that may be left out.
    pub(super) const fn prose(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, doc, PROSE)
    }

    /// The key for documentation.
    pub(super) const fn doc(doc: &'static str) -> Self {
        Self::prose("doc", doc).aliases(&["description", "desc", "comment", "docs"])
    }

    /// The key for a type.
    pub(super) const fn ty(doc: &'static str) -> Self {
        Self::new("type", doc, TYPE)
            .aliases(&["schema", "kind", "ref", "$ref"])
            .example("`type: string`, or another type")
    }

    /// The key for an example.
    pub(super) const fn example_value(doc: &'static str) -> Self {
        Self::new("example", doc, ANY_VALUE).aliases(&["examples", "sample"])
    }

    /// The key for where facts come from.
    pub(super) const fn sources() -> Self {
        const DOC: &str = "Where the facts come from: names of `sources` beside `api`.";
        Self::new("sources", DOC, Value::List(&Item { doc: "The name of a source.", value: Value::Text }, 0))
    }

    /// The same, and it must be there.
    pub(super) const fn needed(mut self) -> Self {
        self.need = Need::Always;
        self
    }

    /// The same with what holds without it, as half a sentence.
    pub(super) const fn left_out(mut self, then: &'static str) -> Self {
        self.need = Need::LeftOut(then);
        self
    }

    /// The same with how it is written: the end of a sentence that begins with `add`.
    pub(super) const fn example(mut self, example: &'static str) -> Self {
        self.example = Some(example);
        self
    }

    /// The same with what other dialects call it, in small letters without `_` and `-`.
    pub(super) const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }
}
