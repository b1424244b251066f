//! The one reader: drives any [`Decode`] with any serde deserializer.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::decode::{Attempt, Decode, Doubts, Input, Items, List, Members};
use super::error::{DecodeError, Place};
use super::name_seed::NameSeed;
use super::reading::Reading;
use super::repair::repaired;

/// Reads one JSON text into `into`. Characters that JSON does not allow, such as half of a surrogate pair in a name, are
/// replaced: one of them must not cost the whole text.
///
/// # Errors
/// When the text is malformed or does not fit.
pub fn read(text: &[u8], into: &mut dyn Decode) -> Result<(), DecodeError> {
    read_repaired(text, into, &Reading::strict).map(|_| ())
}

/// The same, but one value that does not fit does not cost the others: an optional member becomes absent, and lists and
/// maps do without the item. Gives why for each. Lists and maps may take `room` bytes for their
/// items and entries.
///
/// # Errors
/// When the text is malformed or takes more room, or what cannot be left out does not fit.
pub(crate) fn read_tolerantly(
    text: &[u8],
    room: usize,
    into: &mut dyn Decode,
) -> Result<Vec<DecodeError>, DecodeError> {
    read_repaired(text, into, &|| Reading::tolerant(room))
}

fn read_repaired(
    text: &[u8],
    into: &mut dyn Decode,
    start: &dyn Fn() -> Reading,
) -> Result<Vec<DecodeError>, DecodeError> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let result = read_as_is(text, into, start());
    match &result {
        Err(error) if error.is_malformed() => match repaired(text) {
            Some(text) => read_as_is(&text, into, start()),
            None => result,
        },
        _ => result,
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn read_as_is(text: &[u8], into: &mut dyn Decode, reading: Reading) -> Result<Vec<DecodeError>, DecodeError> {
    // Looking at all of the text at once is far cheaper than at each string in it. A text that is not all UTF-8 may still
    // be read, if what is wrong with it stands where it is skipped.
    match std::str::from_utf8(text) {
        Ok(text) => read_text(serde_json::Deserializer::from_str(text), into, reading),
        Err(_) => read_text(serde_json::Deserializer::from_slice(text), into, reading),
    }
}

fn read_text<'de, R: serde_json::de::Read<'de>>(
    mut text: serde_json::Deserializer<R>,
    into: &mut dyn Decode,
    reading: Reading,
) -> Result<Vec<DecodeError>, DecodeError> {
    let read = if into.is_ignored() {
        IgnoredAny::deserialize(&mut text).map(|_| ())
    } else {
        Seed { into, reading: &reading }.deserialize(&mut text)
    };
    match read.and_then(|()| text.end()) {
        Ok(()) => reading.finish(),
        Err(why) => Err(reading.cause(&why)),
    }
}

/// Reads a JSON value into `into`.
///
/// # Errors
/// When it does not fit.
pub fn read_value(value: &serde_json::Value, into: &mut dyn Decode) -> Result<(), DecodeError> {
    let reading = Reading::strict();
    match (Seed { into, reading: &reading }).deserialize(value) {
        Ok(()) => reading.finish().map(|_| ()),
        Err(why) => Err(reading.cause(&why)),
    }
}

/// Reads from any deserializer into `into`.
pub(super) fn drive<'de, D: Deserializer<'de>>(
    deserializer: D,
    into: &mut dyn Decode,
) -> Result<(), D::Error> {
    let reading = Reading::strict();
    Seed { into, reading: &reading }.deserialize(deserializer)?;
    reading.finish().map(|_| ()).map_err(D::Error::custom)
}

/// Hands a value to `into`. That the value does not fit is noted in `reading`, and is no error for serde, which could not
/// go on after one.
struct Seed<'a> {
    into: &'a mut dyn Decode,
    reading: &'a Reading,
}

impl Seed<'_> {
    fn give<E>(self, input: Input<'_>) -> Result<(), E> {
        if let Err(problem) = self.into.decode_from(input) {
            self.reading.fail(problem);
        }
        Ok(())
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
        let mut items = SerdeItems { access, reading: self.reading, next: 0, is_at_end: false };
        let mut result = self.into.decode_from(Input::List(&mut items));
        if !items.is_at_end && !self.reading.is_broken() {
            result = items.pass_over().and(result);
        }
        self.reading.note(result)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let mut members = SerdeMembers {
            access,
            reading: self.reading,
            name: Cow::Borrowed(""),
            state: MembersState::BeforeName,
        };
        let mut result = self.into.decode_from(Input::Object(&mut members));
        if members.state != MembersState::AtEnd && !self.reading.is_broken() {
            result = members.pass_over().and(result);
        }
        self.reading.note(result)
    }
}

struct SerdeItems<'a, A> {
    access: A,
    reading: &'a Reading,
    /// The index of the next item.
    next: usize,
    is_at_end: bool,
}

impl<'de, A: SeqAccess<'de>> SerdeItems<'_, A> {
    /// Passes over what was not read. It calls what reads items, and not serde's own way to skip them: that would compile the
    /// access a second time, and then neither is inlined.
    #[cold]
    fn pass_over(&mut self) -> Result<(), DecodeError> {
        while self.next(&mut Skipped)? {}
        Ok(())
    }
}

impl<'de, A: SeqAccess<'de>> Items for SerdeItems<'_, A> {
    fn next(&mut self, list: &mut dyn List) -> Result<bool, DecodeError> {
        let since = self.reading.mark();
        let size = list.place_size();
        let seed = ItemSeed { list, reading: self.reading };
        let index = self.next;
        self.next += 1;
        let result = self.access.next_element_seed(seed).map(|item| self.is_at_end = item.is_none());
        if result.is_err() || !self.reading.is_well_since(since) {
            self.reading.settle(result, since, Some(Place::Item(index)))?;
        }
        if !self.is_at_end {
            self.reading.take_room(size)?;
        }
        Ok(!self.is_at_end)
    }

    fn leave_out(&mut self, problem: DecodeError) -> Result<(), DecodeError> {
        self.reading.leave_out(problem)
    }
}

/// Takes in any value, and any items, and keeps nothing.
struct Skipped;

impl Decode for Skipped {
    fn decode_from(&mut self, _: Input<'_>) -> Result<(), DecodeError> {
        Ok(())
    }
}

impl List for Skipped {
    fn add(&mut self) -> &mut dyn Decode {
        self
    }

    fn place_size(&self) -> usize {
        0
    }

    fn remove_last(&mut self) {}
}

/// Adds an item to a list, of which serde only asks when there is one.
struct ItemSeed<'a> {
    list: &'a mut dyn List,
    reading: &'a Reading,
}

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed { into: self.list.add(), reading: self.reading }.deserialize(deserializer)
    }
}

struct SerdeMembers<'a, 'de, A> {
    access: A,
    reading: &'a Reading,
    name: Cow<'de, str>,
    state: MembersState,
}

/// Where the reading of an object is.
#[derive(Clone, Copy, PartialEq)]
enum MembersState {
    BeforeName,
    BeforeValue,
    AtEnd,
}

impl<'de, A: MapAccess<'de>> SerdeMembers<'_, 'de, A> {
    /// Passes over what was not read, as [`SerdeItems::pass_over`] does.
    #[cold]
    fn pass_over(&mut self) -> Result<(), DecodeError> {
        if self.state == MembersState::BeforeValue {
            self.skip()?;
        }
        while self.name()?.is_some() {
            self.skip()?;
        }
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>> Members for SerdeMembers<'_, 'de, A> {
    fn name(&mut self) -> Result<Option<&str>, DecodeError> {
        match self.access.next_key_seed(NameSeed) {
            Ok(Some(name)) => {
                self.name = name;
                self.state = MembersState::BeforeValue;
                Ok(Some(&self.name))
            }
            Ok(None) => {
                self.state = MembersState::AtEnd;
                Ok(None)
            }
            Err(why) => Err(self.reading.break_off(&why)),
        }
    }

    fn value(&mut self, into: &mut dyn Decode) -> Result<(), DecodeError> {
        let since = self.reading.mark();
        self.state = MembersState::BeforeName;
        let result = self.access.next_value_seed(Seed { into, reading: self.reading });
        if result.is_ok() && self.reading.is_well_since(since) {
            return Ok(());
        }
        self.reading.settle(result, since, Some(Place::Member(&self.name)))
    }

    fn read_again(&mut self, value: &serde_json::Value, into: &mut dyn Decode) -> Result<(), DecodeError> {
        let since = self.reading.mark();
        let result = Seed { into, reading: self.reading }.deserialize(value);
        if result.is_ok() && self.reading.is_well_since(since) {
            return Ok(());
        }
        self.reading.settle(result, since, None)
    }

    fn attempt(
        &mut self,
        value: &serde_json::Value,
        into: &mut dyn Decode,
        must_be_whole: bool,
    ) -> Result<Attempt, DecodeError> {
        self.reading.attempt(must_be_whole, || Seed { into, reading: self.reading }.deserialize(value))
    }

    fn keep(&mut self, doubts: Doubts) {
        self.reading.keep(doubts);
    }

    fn keep_unknown(&mut self) {
        self.reading.keep(Doubts { left_out: Vec::new(), unknown: 1 });
    }

    fn may_retry(&mut self, bytes: usize) -> bool {
        self.reading.may_retry(bytes)
    }

    fn taken(&self) -> usize {
        self.reading.taken()
    }

    fn take_room(&mut self, bytes: usize) -> Result<(), DecodeError> {
        self.reading.take_room(bytes)
    }

    fn skip(&mut self) -> Result<(), DecodeError> {
        self.state = MembersState::BeforeName;
        match self.access.next_value() {
            Ok(IgnoredAny) => Ok(()),
            Err(why) => self.reading.settle(Err(why), self.reading.mark(), Some(Place::Member(&self.name))),
        }
    }

    fn leave_out(&mut self, problem: DecodeError) -> Result<(), DecodeError> {
        self.reading.leave_out(problem)
    }
}
