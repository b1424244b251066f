//! Reading what emitted newtypes and enums wrap, once for all of them.

use super::decode::Input;
use super::error::DecodeError;
use super::scalar::{whole, whole_number};

/// What an id or an instant wraps. It is read from a text or a whole number, be it written as `5.0`; nothing else is one.
pub trait Wrapped {
    /// Replaces the value by what `input` holds.
    ///
    /// # Errors
    /// When it is something else.
    fn read_wrapped(&mut self, input: Input<'_>) -> Result<(), DecodeError>;
}

// Each reads its usual form at once: a list of items has many ids.

impl Wrapped for String {
    fn read_wrapped(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Text(text) => *self = text.to_owned(),
            Input::Integer(number) => *self = number.to_string(),
            Input::LargeInteger(number) => *self = number.to_string(),
            Input::Float(number) if whole(number).is_some() => *self = number.to_string(),
            _ => return Err(input.type_mismatch("a string")),
        }
        Ok(())
    }
}

impl Wrapped for i64 {
    fn read_wrapped(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        let number = match input {
            Input::Integer(number) => Some(number),
            // An id is no flag, whatever other numbers are.
            Input::Boolean(_) => None,
            _ => whole_number(&input),
        };
        *self = number.ok_or_else(|| input.type_mismatch("a whole number"))?;
        Ok(())
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
