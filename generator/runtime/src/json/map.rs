//! Objects with free keys.

use std::collections::BTreeMap;

use super::{Decode, DecodeError, Encode, Input, Writer};

/// A type that can be the name of a member.
pub trait MapKey: Ord + Sized {
    /// Reads a key from a member's name; `None` when it cannot be one.
    fn from_name(name: &str) -> Option<Self>;

    /// Calls `put` with the member's name.
    fn with_name(&self, put: &mut dyn FnMut(&str));
}

impl MapKey for String {
    fn from_name(name: &str) -> Option<Self> {
        Some(name.to_owned())
    }

    fn with_name(&self, put: &mut dyn FnMut(&str)) {
        put(self);
    }
}

impl MapKey for i64 {
    fn from_name(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    fn with_name(&self, put: &mut dyn FnMut(&str)) {
        put(&self.to_string());
    }
}

impl<K: MapKey, V: Decode> Decode for BTreeMap<K, V> {
    fn blank() -> Self {
        Self::new()
    }

    fn take(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        self.clear();
        let members = match input {
            Input::Object(members) => members,
            Input::Null => return Ok(()),
            _ => return Err(input.refused("an object")),
        };
        while let Some(name) = members.name()? {
            let key = K::from_name(name).ok_or_else(|| {
                DecodeError::unexpected("a whole number as name", "another name").within_member(name)
            })?;
            let mut value = V::blank();
            members.value(&mut value)?;
            self.insert(key, value);
        }
        Ok(())
    }
}

impl<K: MapKey, V: Encode> Encode for BTreeMap<K, V> {
    fn encode(&self, to: &mut Writer) {
        to.object(|object| {
            for (key, value) in self {
                key.with_name(&mut |name| object.put(name, value));
            }
        });
    }
}
