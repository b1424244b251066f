//! A tree of values: what a document without a schema holds, such as an OpenAPI document, and what is written as JSON.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::HashMap;

use serde::{Serialize, Serializer};

use crate::ir::{Example, Literal};

/// A value of JSON or YAML. Members keep their order, and remember whether anybody asked for them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Untyped {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(String),
    List(Vec<Untyped>),
    Map(Members),
}

/// The members of an object, in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    entries: Vec<(Key, Untyped)>,
    /// The places of the names, once somebody looked for one among many.
    index: OnceCell<HashMap<String, usize>>,
}

/// The name of a member, and whether the member was read.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    text: String,
    read: Cell<bool>,
}

impl Untyped {
    /// An object of its members.
    pub(crate) fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::from_members(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// The same of a list of members.
    pub(crate) fn from_members(members: Vec<(String, Self)>) -> Self {
        Self::Map(members.into_iter().map(|(key, value)| (Key::from(key), value)).collect::<Vec<_>>().into())
    }

    /// A list of its items.
    pub(crate) fn list_of<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// A member of an object, which counts as read from now on; `None` if it is absent or `null`.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        let (name, value) = self.find(key)?;
        name.read.set(true);
        (*value != Self::Null).then_some(value)
    }

    /// Like [`Self::get`], but it does not count as read: for values that are used only if they fit.
    pub(crate) fn peek(&self, key: &str) -> Option<&Self> {
        self.find(key).map(|(_, value)| value).filter(|value| **value != Self::Null)
    }

    /// The value at a JSON pointer. What is passed on the way counts as read.
    pub(crate) fn follow(&self, pointer: &str) -> Option<&Self> {
        keys_of(pointer)?.try_fold(self, |value, key| match value {
            Self::List(items) => items.get(key.parse::<usize>().ok()?),
            _ => value.get(&key),
        })
    }

    /// The value at a JSON pointer, without counting anything as read.
    pub(crate) fn peek_at(&self, pointer: &str) -> Option<&Self> {
        keys_of(pointer)?.try_fold(self, |value, key| match value {
            Self::List(items) => items.get(key.parse::<usize>().ok()?),
            _ => value.peek(&key),
        })
    }

    /// The value at a JSON pointer, to be changed.
    pub(crate) fn at_mut(&mut self, pointer: &str) -> Option<&mut Self> {
        keys_of(pointer)?.try_fold(self, |value, key| match value {
            Self::List(items) => items.get_mut(key.parse::<usize>().ok()?),
            Self::Map(members) => {
                members.entries_mut().iter_mut().find(|(name, _)| **name == *key).map(|(_, value)| value)
            }
            _ => None,
        })
    }

    /// Counts a member as read, but nothing inside of it.
    pub(crate) fn count_key_as_read(&self, key: &str) {
        if let Some((name, _)) = self.find(key) {
            name.read.set(true);
        }
    }

    /// The members of an object, all of which count as read from now on; none of anything else.
    pub(crate) fn entries(&self) -> &[(Key, Self)] {
        let entries = self.peek_entries();
        entries.iter().for_each(|(name, _)| name.read.set(true));
        entries
    }

    /// The members of an object, without counting them as read.
    pub(crate) fn peek_entries(&self) -> &[(Key, Self)] {
        if let Self::Map(members) = self { &members.entries } else { &[] }
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The text, if it is one.
    pub(crate) fn as_str(&self) -> Option<&str> {
        if let Self::Str(text) = self { Some(text) } else { None }
    }

    /// The number, if it is one.
    #[expect(clippy::cast_precision_loss, reason = "numbers are bounds here, and small")]
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Int(number) => Some(*number as f64),
            Self::Float(number) => Some(*number),
            _ => None,
        }
    }

    /// A member that is a text, without the white space around it; not an empty one.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_str().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The members of a member.
    pub(crate) fn members(&self, key: &str) -> &[(Key, Self)] {
        self.get(key).map_or(&[], Self::entries)
    }

    /// The items of a member.
    pub(crate) fn list(&self, key: &str) -> &[Self] {
        self.get(key).map_or(&[], Self::items)
    }

    /// Whether a member is `true`.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.get(key) == Some(&Self::Bool(true))
    }

    /// Counts everything inside as read: what was told of as a whole is not told of once more for each part.
    pub(crate) fn count_as_read(&self) {
        let mut pending = vec![self];
        while let Some(value) = pending.pop() {
            pending.extend(value.items());
            pending.extend(value.entries().iter().map(|(_, value)| value));
        }
    }

    fn find(&self, key: &str) -> Option<&(Key, Self)> {
        /// Up to so many members are looked through faster than they are looked up.
        const FEW: usize = 16;
        let Self::Map(members) = self else { return None };
        let entries = &members.entries;
        if entries.len() <= FEW {
            return entries.iter().find(|(name, _)| *name == *key);
        }
        let index = members.index.get_or_init(|| {
            // Of members with the same name the first one is found.
            entries.iter().enumerate().rev().map(|(place, (name, _))| (name.to_string(), place)).collect()
        });
        index.get(key).map(|place| &entries[*place])
    }
}

/// The keys of a JSON pointer; `None` if it is none.
fn keys_of(pointer: &str) -> Option<impl Iterator<Item = Cow<'_, str>>> {
    let mut keys = pointer.split('/');
    (keys.next() == Some("")).then(|| keys.map(unescape))
}

/// A key that stands in a JSON pointer.
fn unescape(key: &str) -> Cow<'_, str> {
    if key.contains('~') { key.replace("~1", "/").replace("~0", "~").into() } else { key.into() }
}

impl From<&str> for Untyped {
    fn from(text: &str) -> Self {
        Self::Str(text.to_owned())
    }
}

impl From<String> for Untyped {
    fn from(text: String) -> Self {
        Self::Str(text)
    }
}

impl From<&Literal> for Untyped {
    fn from(literal: &Literal) -> Self {
        match literal {
            Literal::Bool(value) => Self::Bool(*value),
            Literal::Int(value) => Self::Int(*value),
            Literal::Float(value) => Self::Float(*value),
            Literal::Str(text) => Self::Str(text.clone()),
        }
    }
}

impl From<&Example> for Untyped {
    fn from(example: &Example) -> Self {
        match example {
            Example::Null => Self::Null,
            Example::Literal(literal) => literal.into(),
            Example::List(items) => Self::list_of(items),
            Example::Object(members) => {
                Self::object(members.iter().map(|(name, value)| (name.as_str(), value.into())))
            }
        }
    }
}

impl From<u32> for Untyped {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl Serialize for Untyped {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(number) => serializer.serialize_i64(*number),
            Self::Float(number) => serializer.serialize_f64(*number),
            Self::Str(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(members) => {
                serializer.collect_map(members.entries.iter().map(|(name, value)| (&**name, value)))
            }
        }
    }
}

impl Members {
    /// The members, to be changed.
    pub(crate) fn entries_mut(&mut self) -> &mut Vec<(Key, Untyped)> {
        self.index = OnceCell::new();
        &mut self.entries
    }
}

impl From<Vec<(Key, Untyped)>> for Members {
    fn from(entries: Vec<(Key, Untyped)>) -> Self {
        Self { entries, index: OnceCell::new() }
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Key {
    /// Whether anybody asked for the member.
    pub(crate) fn is_read(&self) -> bool {
        self.read.get()
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        Self { text, read: Cell::new(false) }
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl std::ops::Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl PartialEq<str> for Key {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}
