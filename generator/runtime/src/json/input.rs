//! What is read: one JSON value of any kind.

use super::{DecodeError, Items, Members};

/// A JSON value on its way into a [`Decode`](super::Decode).
pub enum Input<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A whole number above `i64::MAX`.
    LargeInteger(u64),
    /// A number with a fraction or exponent.
    Float(f64),
    /// A string.
    Text(&'a str),
    /// A list; must be read to its end.
    List(&'a mut dyn Items),
    /// An object; must be read to its end.
    Object(&'a mut dyn Members),
}

impl Input<'_> {
    /// The error of a value that takes something else.
    #[must_use]
    pub fn refused(&self, expected: &'static str) -> DecodeError {
        DecodeError::unexpected(expected, self.kind())
    }

    /// What came, for messages.
    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "a whole number",
            Self::LargeInteger(_) => "a whole number of more than 63 bits",
            Self::Float(_) => "a fractional number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl std::fmt::Debug for Input<'_> {
    /// The kind alone: what comes may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind())
    }
}
