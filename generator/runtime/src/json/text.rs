//! JSON inside a string.

use std::ops::Deref;

use super::decode::{ConstEmpty, Decode, Empty, Input};
use super::encode::{Encode, Writer};
use super::error::DecodeError;
use super::reader::read;

/// A value that travels as a string holding its JSON text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JsonText<T>(pub T);

impl<T> Deref for JsonText<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for JsonText<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Empty> Decode for JsonText<T> {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Null | Input::Text("") => self.0.decode_from(Input::Null),
            Input::Text(value) => read(value.as_bytes(), &mut self.0),
            // Some responses carry the value itself where the documentation promises text.
            Input::List(_) | Input::Object(_) => self.0.decode_from(input),
            _ => Err(input.type_mismatch("a string that holds JSON")),
        }
    }
}

impl<T: Empty> Empty for JsonText<T> {
    fn empty() -> Self {
        Self(T::empty())
    }
}

impl<T: ConstEmpty> ConstEmpty for JsonText<T> {
    const EMPTY: Self = Self(T::EMPTY);
}

impl<T: Encode> Encode for JsonText<T> {
    fn encode(&self, to: &mut Writer<'_>) {
        to.json_text(&self.0);
    }
}
