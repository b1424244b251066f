//! Reading what emitted newtypes and enums wrap, once for all of them.

use super::decode::{Decode, Input};
use super::error::DecodeError;
use super::scalar::{whole, whole_number};

/// Reads an id: a text or whole number, be it written as `5.0`, which `value` takes; nothing else is one.
#[allow(clippy::missing_errors_doc, reason = "only emitted code calls it")]
pub fn read_scalar(
    value: &mut dyn Decode,
    input: Input<'_>,
    expected: &'static str,
) -> Result<(), DecodeError> {
    let input = match input {
        Input::Float(number) => whole(number).map_or(input, Input::Integer),
        _ => input,
    };
    match input {
        Input::Integer(_) | Input::LargeInteger(_) | Input::Text(_) => value.decode_from(input),
        _ => Err(input.type_mismatch(expected)),
    }
}

/// Reads a value that travels as text into what `set` sets. Some endpoints send digits as a number.
#[allow(clippy::missing_errors_doc, reason = "only emitted code calls it")]
pub fn read_text(input: Input<'_>, set: &mut dyn FnMut(&str)) -> Result<(), DecodeError> {
    match input {
        Input::Text(text) => set(text),
        Input::Integer(value) => set(&value.to_string()),
        _ => return Err(input.type_mismatch("a string")),
    }
    Ok(())
}

/// Reads a value that travels as a whole number into what `set` sets. Some endpoints send it as a flag or in a string.
#[allow(clippy::missing_errors_doc, reason = "only emitted code calls it")]
pub fn read_number(input: Input<'_>, set: &mut dyn FnMut(i64)) -> Result<(), DecodeError> {
    set(whole_number(&input).ok_or_else(|| input.type_mismatch("a whole number"))?);
    Ok(())
}
