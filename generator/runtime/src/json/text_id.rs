//! Ids that travel as text in some places and as whole numbers in others.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decode::{ConstEmpty, Decode, Empty, Input};
use super::encode::{Encode, Writer};
use super::error::DecodeError;
use super::map::MapKey;
use super::serde_bridge::{deserialize, serialize};

/// An id over whole numbers.
pub trait IntegerId: MapKey + From<i64> {}

/// An id in a place where it travels as text, though others of its kind travel as whole numbers.
///
/// It is kept as it came, so that one that is no number can still be read, compared and sent back. [`id`](Self::id)
/// gives the number that other calls take. It is made of a text, a number, or the id itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId<T> {
    text: String,
    kind: PhantomData<T>,
}

impl<T> TextId<T> {
    /// The id as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn of(text: String) -> Self {
        Self { text, kind: PhantomData }
    }
}

impl<T: IntegerId> TextId<T> {
    /// The id as calls take it where it travels as a number; `None` if the text is no whole number.
    #[must_use]
    pub fn id(&self) -> Option<T> {
        T::from_key(&self.text)
    }
}

impl<T> Default for TextId<T> {
    /// The empty text, which is no id.
    fn default() -> Self {
        Self::of(String::new())
    }
}

impl<T: IntegerId> From<T> for TextId<T> {
    fn from(id: T) -> Self {
        Self::from(&id)
    }
}

impl<T: IntegerId> From<&T> for TextId<T> {
    fn from(id: &T) -> Self {
        let mut text = String::new();
        id.with_key(&mut |key| key.clone_into(&mut text));
        Self::of(text)
    }
}

impl<T: IntegerId> From<&TextId<T>> for TextId<T> {
    fn from(id: &TextId<T>) -> Self {
        Self::of(id.text.clone())
    }
}

impl<T: IntegerId> From<i64> for TextId<T> {
    fn from(id: i64) -> Self {
        Self::of(id.to_string())
    }
}

impl<T: IntegerId> From<&str> for TextId<T> {
    fn from(text: &str) -> Self {
        Self::of(text.to_owned())
    }
}

impl<T: IntegerId> From<String> for TextId<T> {
    fn from(text: String) -> Self {
        Self::of(text)
    }
}

impl<T> AsRef<str> for TextId<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> fmt::Display for TextId<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T> fmt::Debug for TextId<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TextId").field(&self.text).finish()
    }
}

impl<T> Decode for TextId<T> {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        self.text.decode_from(input)
    }
}

impl<T> Empty for TextId<T> {
    fn empty() -> Self {
        Self::EMPTY
    }
}

impl<T> ConstEmpty for TextId<T> {
    const EMPTY: Self = Self { text: String::new(), kind: PhantomData };
}

impl<T> Encode for TextId<T> {
    fn encode(&self, to: &mut Writer<'_>) {
        to.text(&self.text);
    }
}

impl<'de, T> Deserialize<'de> for TextId<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<T> Serialize for TextId<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::super::reader::read;
    use super::*;

    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct TaskId(i64);

    impl From<i64> for TaskId {
        fn from(id: i64) -> Self {
            Self(id)
        }
    }

    impl MapKey for TaskId {
        fn from_key(name: &str) -> Option<Self> {
            name.parse().ok().map(Self)
        }

        fn with_key(&self, put: &mut dyn FnMut(&str)) {
            put(&self.0.to_string());
        }
    }

    impl IntegerId for TaskId {}

    fn decoded(json: &str) -> Result<TextId<TaskId>, DecodeError> {
        let mut id = TextId::default();
        read(json.as_bytes(), &mut id).map(|()| id)
    }

    #[test]
    fn both_forms_are_read_and_a_word_is_kept() {
        assert_eq!(decoded("\"7\"").unwrap().id(), Some(TaskId(7)));
        assert_eq!(decoded("7").unwrap().id(), Some(TaskId(7)));
        assert_eq!(decoded("9007199254740993").unwrap().as_str(), "9007199254740993");
        let word = decoded("\"t_1\"").unwrap();
        assert_eq!((word.as_str(), word.id()), ("t_1", None));
        assert!(decoded("true").is_err());
    }

    #[test]
    fn text_is_written_whatever_it_was_made_of() {
        let made: [TextId<TaskId>; 5] =
            [7.into(), TaskId(7).into(), (&TaskId(7)).into(), "7".into(), "7".to_owned().into()];
        for id in &made {
            assert_eq!(Writer::to_vec(id), b"\"7\"");
            assert_eq!(serde_json::to_string(id).unwrap(), "\"7\"");
        }
        assert_eq!(serde_json::from_str::<TextId<TaskId>>("7").unwrap(), made[0]);
    }
}
