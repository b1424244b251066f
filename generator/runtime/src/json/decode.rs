//! What a value must be able to do to be read from JSON.

use std::fmt;

use super::error::DecodeError;

type Result<T = ()> = std::result::Result<T, DecodeError>;

/// A value that can be read from JSON.
///
/// One method takes all kinds of JSON: a large client has hundreds of types in options, lists and boxes, and every
/// method is compiled once for each of them.
pub trait Decode {
    /// Replaces the value by what `input` holds. What it leaves unread of a list or an object is passed over.
    ///
    /// # Errors
    /// When the value does not take this; it may then hold some of it.
    fn decode_from(&mut self, input: Input<'_>) -> Result;

    /// Whether the value ignores what comes, so that the text of it can be skipped.
    fn is_ignored(&self) -> bool {
        false
    }
}

/// A value that can be made empty and then read from JSON, as items of lists and values of options are.
pub trait Empty: Decode {
    /// A value to read into.
    fn empty() -> Self
    where
        Self: Sized;

    /// Whether `null` is a value of its own rather than the absence of one, so that an option keeps it.
    fn accepts_null() -> bool
    where
        Self: Sized,
    {
        false
    }
}

/// A value whose empty form is known when the program is compiled. To make one is to copy some bytes, where a function would
/// make member after member; a large client has hundreds of such types.
pub trait ConstEmpty: Empty {
    /// The same as [`Empty::empty`] gives.
    const EMPTY: Self;
}

/// A JSON value on its way into a [`Decode`].
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
    /// A list.
    List(&'a mut dyn Items),
    /// An object.
    Object(&'a mut dyn Members),
}

impl Input<'_> {
    /// The error of a value that takes something else.
    #[must_use]
    pub fn type_mismatch(&self, expected: &'static str) -> DecodeError {
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

impl fmt::Debug for Input<'_> {
    /// The kind alone: the value may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}

/// The items of a list, one after the other.
pub trait Items {
    /// Reads the next item into a new place of `list`; `false` when there is none.
    ///
    /// # Errors
    /// When the item does not fit or the text is malformed.
    fn next(&mut self, list: &mut dyn List) -> Result<bool>;

    /// Goes on without the item that did not fit.
    ///
    /// # Errors
    /// `problem`, when nothing may be left out, or nothing more can be read.
    fn leave_out(&mut self, problem: DecodeError) -> Result;
}

/// A list that is being read.
pub trait List {
    /// A new place at its end.
    fn add(&mut self) -> &mut dyn Decode;

    /// How many bytes a place takes by itself.
    fn place_size(&self) -> usize;

    /// Takes back the place that was added last, since its item is left out.
    fn remove_last(&mut self);
}

/// What came of reading a value as one of the types that it may be of.
#[derive(Debug)]
pub enum Attempt {
    /// All of it fits.
    Whole,
    /// It fits but for this.
    Partly(Doubts),
    /// It does not fit, or not wholly where it has to.
    Failed,
}

/// What speaks against a reading that is none the less possible.
#[derive(Debug)]
pub struct Doubts {
    /// What was left out.
    pub(super) left_out: Vec<DecodeError>,
    /// How many objects of unions are of no variant that is known.
    pub(super) unknown: usize,
}

/// The members of an object, one after the other.
pub trait Members {
    /// The name of the next member, whose value must be read before the name after it.
    ///
    /// # Errors
    /// When the text is malformed.
    fn name(&mut self) -> Result<Option<&str>>;

    /// Reads the value of the member whose name came last.
    ///
    /// # Errors
    /// When the value does not fit or the text is malformed.
    fn value(&mut self, into: &mut dyn Decode) -> Result;

    /// Reads a value that was made of members read before, as if they came again.
    ///
    /// # Errors
    /// When the value does not fit.
    fn read_again(&mut self, value: &serde_json::Value, into: &mut dyn Decode) -> Result;

    /// Reads such a value as one of the types that it may be of. An attempt that failed leaves no trace, and one that came out
    /// with doubts none but these, for [`Self::keep`]. One that has to be whole fails on any doubt.
    ///
    /// # Errors
    /// When nothing more can be read.
    fn attempt(
        &mut self,
        value: &serde_json::Value,
        into: &mut dyn Decode,
        must_be_whole: bool,
    ) -> Result<Attempt>;

    /// Notes the doubts of an attempt that counts.
    fn keep(&mut self, doubts: Doubts);

    /// Notes that the object is of no variant that is known.
    fn keep_unknown(&mut self);

    /// Whether a value that takes so many bytes may be read once more, as another type.
    fn may_retry(&mut self, bytes: usize) -> bool;

    /// How many bytes lists and maps have taken so far.
    fn taken(&self) -> usize;

    /// Takes room for another entry of a map, of so many bytes.
    ///
    /// # Errors
    /// When there is not enough.
    fn take_room(&mut self, bytes: usize) -> Result;

    /// Passes over the value of the member whose name came last.
    ///
    /// # Errors
    /// When the text is malformed.
    fn skip(&mut self) -> Result;

    /// Goes on without the member whose value did not fit.
    ///
    /// # Errors
    /// `problem`, when nothing may be left out, or nothing more can be read.
    fn leave_out(&mut self, problem: DecodeError) -> Result;
}
