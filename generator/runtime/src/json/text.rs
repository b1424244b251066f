//! JSON inside a string.

use std::ops::Deref;

use super::{Decode, DecodeError, Encode, Input, Writer, read};

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

impl<T: Decode> Decode for JsonText<T> {
    fn blank() -> Self {
        Self(T::blank())
    }

    fn take(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Null | Input::Text("") => self.0.take(Input::Null),
            Input::Text(value) => read(value.as_bytes(), &mut self.0),
            // Some answers carry the value itself where the documentation promises text.
            Input::List(_) | Input::Object(_) => self.0.take(input),
            _ => Err(input.refused("a string that holds JSON")),
        }
    }
}

impl<T: Encode> Encode for JsonText<T> {
    fn encode(&self, to: &mut Writer) {
        let json = if to.hides_secrets() {
            Writer::to_vec_without_secrets(&self.0)
        } else {
            Writer::to_vec(&self.0)
        };
        // The writer only writes UTF-8.
        to.text(&String::from_utf8_lossy(&json));
    }
}
