//! Finding an item of a list by its key.

use super::error::DecodeError;

/// How a key is had from an item, if it has one.
type Key<T> = for<'a> fn(&'a T) -> Option<&'a str>;

/// The first item with this key. The keys of an item are tried one kind after the other over the whole list, so that
/// the first kind wins.
#[must_use]
pub fn lookup<'a, T>(list: &'a [T], key: &str, by: &[Key<T>]) -> Option<&'a T> {
    by.iter().find_map(|of| list.iter().find(|item| of(item) == Some(key)))
}

/// What was looked for, or an error that names the key.
///
/// # Errors
/// When there is none.
pub fn found<'a, T>(item: Option<&'a T>, key: &str) -> Result<&'a T, DecodeError> {
    item.ok_or_else(|| DecodeError::missing(key.to_owned()))
}
