//! The one reader: drives any [`Decode`] with any serde deserializer.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::decode::{Decode, Input, Items, List, Members};
use super::error::DecodeError;
use super::repair::repaired;

/// Reads one JSON text into `into`. Characters that JSON does not allow, such as half of a surrogate pair in a name, are
/// replaced: one of them must not cost the whole text.
///
/// # Errors
/// When the text is malformed or does not fit.
pub fn read(text: &[u8], into: &mut dyn Decode) -> Result<(), DecodeError> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let result = read_strictly(text, into);
    match &result {
        Err(error) if error.is_malformed() => match repaired(text) {
            Some(text) => read_strictly(&text, into),
            None => result,
        },
        _ => result,
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn read_strictly(text: &[u8], into: &mut dyn Decode) -> Result<(), DecodeError> {
    // Looking at all of the text at once is far cheaper than at each string in it. A text that is not all UTF-8 may still
    // be read, if what is wrong with it stands where it is skipped.
    match std::str::from_utf8(text) {
        Ok(text) => read_text(serde_json::Deserializer::from_str(text), into),
        Err(_) => read_text(serde_json::Deserializer::from_slice(text), into),
    }
}

fn read_text<'de, R: serde_json::de::Read<'de>>(
    mut text: serde_json::Deserializer<R>,
    into: &mut dyn Decode,
) -> Result<(), DecodeError> {
    let problem = Cell::new(None);
    let read = if into.is_ignored() {
        IgnoredAny::deserialize(&mut text).map(|_| ())
    } else {
        Seed { into, problem: &problem }.deserialize(&mut text)
    };
    read.and_then(|()| text.end())
        .map_err(|error| problem.take().unwrap_or_else(|| DecodeError::malformed(error)))
}

/// Reads a JSON value into `into`.
///
/// # Errors
/// When it does not fit.
pub fn read_value(value: &serde_json::Value, into: &mut dyn Decode) -> Result<(), DecodeError> {
    let problem = Cell::new(None);
    (Seed { into, problem: &problem }.deserialize(value))
        .map_err(|error| problem.take().unwrap_or_else(|| DecodeError::malformed(error)))
}

/// Reads from any deserializer into `into`.
pub(super) fn drive<'de, D: Deserializer<'de>>(
    deserializer: D,
    into: &mut dyn Decode,
) -> Result<(), D::Error> {
    let problem = Cell::new(None);
    Seed { into, problem: &problem }.deserialize(deserializer).map_err(|error| match problem.take() {
        Some(problem) => D::Error::custom(problem),
        None => error,
    })
}

/// serde's errors cannot carry ours, so ours waits beside them in `problem`.
struct Seed<'a> {
    into: &'a mut dyn Decode,
    problem: &'a Cell<Option<DecodeError>>,
}

impl Seed<'_> {
    fn give<E: serde::de::Error>(self, input: Input<'_>) -> Result<(), E> {
        self.into.decode_from(input).map_err(|problem| {
            self.problem.set(Some(problem));
            E::custom("value does not fit")
        })
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.give(Input::Null)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.give(Input::Boolean(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.give(Input::Integer(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.give(match i64::try_from(value) {
            Ok(value) => Input::Integer(value),
            Err(_) => Input::LargeInteger(value),
        })
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.give(Input::Float(value))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.give(Input::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let mut items = SerdeItems { access, problem: self.problem };
        self.give(Input::List(&mut items))
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let mut members = SerdeMembers { access, problem: self.problem, name: Cow::Borrowed("") };
        self.give(Input::Object(&mut members))
    }
}

struct SerdeItems<'a, A> {
    access: A,
    problem: &'a Cell<Option<DecodeError>>,
}

impl<'de, A: SeqAccess<'de>> Items for SerdeItems<'_, A> {
    fn next(&mut self, list: &mut dyn List) -> Result<bool, DecodeError> {
        let seed = ItemSeed { list, problem: self.problem };
        match self.access.next_element_seed(seed) {
            Ok(item) => Ok(item.is_some()),
            Err(error) => Err(self.problem.take().unwrap_or_else(|| DecodeError::malformed(error))),
        }
    }
}

/// Adds an item to a list, of which serde only asks when there is one.
struct ItemSeed<'a> {
    list: &'a mut dyn List,
    problem: &'a Cell<Option<DecodeError>>,
}

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed { into: self.list.add(), problem: self.problem }.deserialize(deserializer)
    }
}

struct SerdeMembers<'a, 'de, A> {
    access: A,
    problem: &'a Cell<Option<DecodeError>>,
    name: Cow<'de, str>,
}

impl<'de, A: MapAccess<'de>> Members for SerdeMembers<'_, 'de, A> {
    fn name(&mut self) -> Result<Option<&str>, DecodeError> {
        match self.access.next_key_seed(NameSeed) {
            Ok(Some(name)) => {
                self.name = name;
                Ok(Some(&self.name))
            }
            Ok(None) => Ok(None),
            Err(error) => Err(DecodeError::malformed(error)),
        }
    }

    fn value(&mut self, into: &mut dyn Decode) -> Result<(), DecodeError> {
        let seed = Seed { into, problem: self.problem };
        self.access.next_value_seed(seed).map_err(|error| {
            self.problem.take().unwrap_or_else(|| DecodeError::malformed(error)).within_member(&self.name)
        })
    }

    fn skip(&mut self) -> Result<(), DecodeError> {
        self.access
            .next_value()
            .map(|IgnoredAny| ())
            .map_err(|error| DecodeError::malformed(error).within_member(&self.name))
    }
}

/// Borrows a member's name from the text unless it holds escapes.
struct NameSeed;

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for NameSeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value))
    }
}
