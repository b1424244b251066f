//! serde's traits for values that read and write themselves.

use serde::de::{Deserializer, Error as _};
use serde::ser::{Error as _, Serializer};

use super::decode::Empty;
use super::encode::{Encode, Writer};
use super::reader;

/// Reads a value from any deserializer.
///
/// # Errors
/// The deserializer's, and a custom one when the value does not fit.
pub fn deserialize<'de, T: Empty, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::empty();
    reader::drive(deserializer, &mut value).map_err(D::Error::custom)?;
    Ok(value)
}

/// Writes a value to any serializer.
///
/// # Errors
/// The serializer's, and a custom one when the value holds a secret: a placeholder would read back as a token.
pub fn serialize<S: Serializer>(value: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let mut holds_secret = false;
    let (json, _) = Writer::write(value, &mut |secret| holds_secret |= !secret.is_empty());
    if holds_secret {
        return Err(S::Error::custom("secrets are not serialised: store the exposed text where it is safe"));
    }
    let tree: serde_json::Value = serde_json::from_slice(&json).map_err(S::Error::custom)?;
    serde::Serialize::serialize(&tree, serializer)
}
