//! Values that may be `null`.

use super::decode::{ConstEmpty, Decode, Empty, Input};
use super::encode::{Encode, Writer};
use super::error::DecodeError;

/// A value that may be `null`, where `null` says something else than leaving the value out: in a change, `null` takes a value
/// away, and what is left out stays as it is. As the item of a list, it keeps its place.
///
/// ```
/// use paceline_runtime::Nullable;
///
/// let delay: Nullable<i64> = 5.into();
/// assert_eq!(delay.as_option(), Some(&5));
/// assert_eq!(Nullable::<i64>::Null.into_option(), None);
/// let taken_away: Nullable<i64> = None.into();
/// assert!(taken_away.is_null());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// `null`.
    #[default]
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, unless it is `null`.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value itself, unless it is `null`.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(text: &str) -> Self {
        Self::Value(text.to_owned())
    }
}

impl<T: Empty> Decode for Nullable<T> {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        if matches!(input, Input::Null) {
            *self = Self::Null;
            return Ok(());
        }
        let mut value = T::empty();
        value.decode_from(input)?;
        *self = Self::Value(value);
        Ok(())
    }
}

impl<T: Empty> Empty for Nullable<T> {
    fn empty() -> Self {
        Self::Null
    }

    fn accepts_null() -> bool {
        true
    }
}

impl<T: Empty> ConstEmpty for Nullable<T> {
    const EMPTY: Self = Self::Null;
}

impl<T: Encode> Encode for Nullable<T> {
    fn encode(&self, to: &mut Writer<'_>) {
        match self {
            Self::Null => to.raw(b"null"),
            Self::Value(value) => value.encode(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn null_absence_and_a_value_are_three_things() {
        let read_option = |text: &str| {
            let mut value: Option<Nullable<i64>> = None;
            read(text.as_bytes(), &mut value).map(|()| value)
        };
        assert_eq!(read_option("null").unwrap(), Some(Nullable::Null));
        assert_eq!(read_option("5").unwrap(), Some(Nullable::Value(5)));
        assert!(read_option(r#""x""#).is_err());
    }

    #[test]
    fn items_that_are_null_keep_their_place() {
        let mut items: Vec<Nullable<String>> = Vec::new();
        read(br#"["a", null, "b"]"#, &mut items).unwrap();
        assert_eq!(items, ["a".into(), Nullable::Null, "b".into()]);
        assert_eq!(Writer::to_vec(&items), br#"["a",null,"b"]"#);
    }
}
