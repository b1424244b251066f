//! Reading what emitted newtypes and enums wrap, once for all of them.

use std::borrow::Cow;

use super::{Decode, DecodeError, Input};

/// Reads an id: a text or whole number, which `value` takes; nothing else is one.
#[allow(clippy::missing_errors_doc, reason = "only emitted code calls it")]
pub fn read_scalar(
    value: &mut dyn Decode,
    input: Input<'_>,
    expected: &'static str,
) -> Result<(), DecodeError> {
    match input {
        Input::Integer(_) | Input::LargeInteger(_) | Input::Text(_) => value.take(input),
        _ => Err(input.refused(expected)),
    }
}

/// The text of a value that travels as one. Some endpoints send digits as a number.
#[allow(clippy::missing_errors_doc, reason = "only emitted code calls it")]
pub fn text_of<'a>(input: &Input<'a>) -> Result<Cow<'a, str>, DecodeError> {
    match input {
        Input::Text(text) => Ok(Cow::Borrowed(*text)),
        Input::Integer(value) => Ok(Cow::Owned(value.to_string())),
        _ => Err(input.refused("a string")),
    }
}

/// The number of a value that travels as a whole one. Some endpoints send it as a flag or in a string.
#[allow(clippy::missing_errors_doc, reason = "only emitted code calls it")]
pub fn number_of(input: &Input<'_>) -> Result<i64, DecodeError> {
    let number = match input {
        Input::Integer(value) => Some(*value),
        Input::Boolean(value) => Some(i64::from(*value)),
        Input::Text(value) => value.parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| input.refused("a whole number"))
}
