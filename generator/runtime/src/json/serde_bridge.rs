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

/// Writes a value to any serializer. Secrets are replaced by a placeholder.
///
/// # Errors
/// The serializer's.
pub fn serialize<S: Serializer>(value: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let json = Writer::to_vec_without_secrets(value);
    let tree: serde_json::Value = serde_json::from_slice(&json).map_err(S::Error::custom)?;
    serde::Serialize::serialize(&tree, serializer)
}
