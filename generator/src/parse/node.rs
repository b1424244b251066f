//! A YAML text as a tree in which everything knows its location.

use std::fmt;

use crate::ir::{Prose, SourceLocation};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it stands.
    pub(crate) origin: SourceLocation,
}

/// Puts a value together with the location that it comes from.
pub(crate) fn spanned<T>(value: T, origin: &SourceLocation) -> Spanned<T> {
    Spanned { value, origin: origin.clone() }
}

/// A text and where it stands.
pub(crate) type Text = Spanned<String>;

/// A text for people and where it stands.
pub(crate) type ProseText = Spanned<Prose>;

/// A YAML value.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) origin: SourceLocation,
}

/// The kinds of YAML values.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Vec<(Text, Node)>),
}

/// A value without parts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Scalar {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(String),
}

impl Node {
    /// The value of a key, if the node is a mapping that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|(name, _)| name.value == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// What kind of value it is, for messages.
    pub(crate) fn describe(&self) -> String {
        match &self.kind {
            Kind::Scalar(scalar) => scalar.to_string(),
            Kind::List(_) => "a list".to_owned(),
            Kind::Map(_) => "a mapping".to_owned(),
        }
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("nothing"),
            Self::Bool(value) => write!(f, "the boolean `{value}`"),
            Self::Int(value) => write!(f, "the number `{value}`"),
            Self::Float(value) => write!(f, "the number `{value}`"),
            Self::Str(value) if value.chars().count() > 40 || value.contains(char::is_control) => {
                f.write_str("a text")
            }
            Self::Str(value) => write!(f, "the text `{value}`"),
        }
    }
}
