//! Examples of values.

use super::literal::Literal;

/// A value as JSON has it: an example of what a field or a type may hold. It fits the type that it stands at.
#[derive(Clone, Debug, PartialEq)]
pub enum Example {
    /// `null`.
    Null,
    /// A text, a number, `true` or `false`.
    Literal(Literal),
    /// A list.
    List(Vec<Example>),
    /// An object: its members by their names on the wire.
    Object(Vec<(String, Example)>),
}
