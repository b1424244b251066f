//! What reading a text leaves beside the values: what did not fit, and what was left out for it.

use std::cell::{Cell, RefCell};
use std::fmt::Display;

use super::decode::{Attempt, Doubts};
use super::error::{DecodeError, Place};

/// How many incidents there were at some moment.
#[derive(Clone, Copy)]
pub(super) struct Mark(usize);

/// The state of reading one text.
///
/// A value that does not fit is no reason to stop: the text is read on, so that what stands around the value can do
/// without it. serde's errors stand for a broken text alone.
pub(super) struct Reading {
    /// Why the value that was read last does not fit.
    problem: Cell<Option<DecodeError>>,
    /// What was left out, with paths from the value that is being read, and the number of the incident.
    left_out: RefCell<Vec<(usize, DecodeError)>>,
    /// How many values did not fit or were left out. One comparison with an earlier number tells that nothing went wrong.
    incidents: Cell<usize>,
    /// Whether nothing may be left out.
    is_strict: Cell<bool>,
    /// Whether the text is broken, so that nothing more can be read.
    is_broken: Cell<bool>,
    /// How many bytes lists and maps may still take for their items and entries. A text of two bytes an item, such as
    /// `[1,1,1]`, would take many times its own size.
    room: Cell<usize>,
    /// How much room there was at first.
    whole_room: usize,
    /// How many bytes were read once more, as another one of several types.
    retried: Cell<usize>,
    /// How many objects of unions were of no variant that is known.
    unknown: Cell<usize>,
}

/// So many times as much as was read may be read once more. Where values that do not fit stand deep in unions of unions, every
/// one of these would try all of its types in each try of the one around it.
const RETRIES: usize = 16;
/// And so much in any case.
const SMALL: usize = 1 << 16;

impl Reading {
    /// Reading where every value must fit.
    pub(super) fn strict() -> Self {
        Self::new(true, usize::MAX)
    }

    /// Reading where optional members, and items of lists, are left out if they do not fit. Lists and maps may
    /// take `room` bytes for their items and entries.
    pub(super) fn tolerant(room: usize) -> Self {
        Self::new(false, room)
    }

    fn new(is_strict: bool, room: usize) -> Self {
        Self {
            problem: Cell::default(),
            left_out: RefCell::default(),
            incidents: Cell::default(),
            is_strict: Cell::new(is_strict),
            is_broken: Cell::default(),
            room: Cell::new(room),
            whole_room: room,
            retried: Cell::default(),
            unknown: Cell::default(),
        }
    }

    /// Notes that a value does not fit.
    pub(super) fn fail(&self, problem: DecodeError) {
        self.incidents.set(self.incidents.get() + 1);
        self.problem.set(Some(problem));
    }

    /// Notes that the text is broken; gives why.
    pub(super) fn break_off(&self, why: &dyn Display) -> DecodeError {
        self.is_broken.set(true);
        DecodeError::malformed(why)
    }

    /// Takes room for another item of a list or entry of a map.
    ///
    /// # Errors
    /// When there is not enough; nothing more can be read then.
    #[inline]
    pub(super) fn take_room(&self, bytes: usize) -> Result<(), DecodeError> {
        match self.room.get().checked_sub(bytes) {
            Some(left) => {
                self.room.set(left);
                Ok(())
            }
            None => {
                self.is_broken.set(true);
                Err(DecodeError::too_large())
            }
        }
    }

    pub(super) fn is_broken(&self) -> bool {
        self.is_broken.get()
    }

    /// Leaves out the value that `problem` speaks of.
    ///
    /// # Errors
    /// `problem`, when nothing may be left out or the text is broken.
    pub(super) fn leave_out(&self, mut problem: DecodeError) -> Result<(), DecodeError> {
        if self.is_strict.get() || self.is_broken() {
            return Err(problem);
        }
        problem.leave_out();
        let number = self.incidents.get() + 1;
        self.incidents.set(number);
        self.left_out.borrow_mut().push((number, problem));
        Ok(())
    }

    /// How many bytes lists and maps have taken so far.
    pub(super) fn taken(&self) -> usize {
        self.whole_room - self.room.get()
    }

    /// Whether a value that takes so many bytes may be read once more, as another type.
    pub(super) fn may_retry(&self, bytes: usize) -> bool {
        let retried = self.retried.get().saturating_add(bytes);
        let may = retried <= self.taken().saturating_mul(RETRIES).saturating_add(SMALL);
        if may {
            self.retried.set(retried);
        }
        may
    }

    /// Has `read` read a value as one of the types that it may be of. If it is not, nothing of it remains; its doubts remain
    /// only in what is given.
    ///
    /// # Errors
    /// When nothing more can be read.
    pub(super) fn attempt<E: Display>(
        &self,
        must_be_whole: bool,
        read: impl FnOnce() -> Result<(), E>,
    ) -> Result<Attempt, DecodeError> {
        let (since, room, is_strict) = (self.mark(), self.room.get(), self.is_strict.get());
        let unknown = self.unknown.get();
        // What must be whole can be given up at the first value that does not fit.
        self.is_strict.set(is_strict || must_be_whole);
        let result = read();
        self.is_strict.set(is_strict);
        let unknown = self.unknown.replace(unknown) - unknown;
        if result.is_ok() && unknown == 0 && self.is_well_since(since) {
            return Ok(Attempt::Whole);
        }
        let settled = self.settle(result, since, None);
        if let (Err(problem), true) = (&settled, self.is_broken()) {
            return Err(problem.clone());
        }
        if settled.is_err() || (must_be_whole && unknown > 0) {
            self.room.set(room);
            return Ok(Attempt::Failed);
        }
        let mut left_out = self.left_out.borrow_mut();
        let first = left_out.partition_point(|(number, _)| *number <= since.0);
        let left_out: Vec<_> = left_out.drain(first..).map(|(_, problem)| problem).collect();
        // Types that were tried inside and given up leave nothing but the count of incidents.
        let is_whole = left_out.is_empty() && unknown == 0;
        Ok(if is_whole { Attempt::Whole } else { Attempt::Partly(Doubts { left_out, unknown }) })
    }

    /// Notes the doubts of an attempt that counts.
    pub(super) fn keep(&self, doubts: Doubts) {
        self.unknown.set(self.unknown.get() + doubts.unknown);
        for problem in doubts.left_out {
            self.incidents.set(self.incidents.get() + 1);
            self.left_out.borrow_mut().push((self.incidents.get(), problem));
        }
    }

    /// How much has gone wrong so far.
    pub(super) fn mark(&self) -> Mark {
        Mark(self.incidents.get())
    }

    /// Whether nothing has gone wrong since a moment.
    #[inline]
    pub(super) fn is_well_since(&self, mark: Mark) -> bool {
        self.incidents.get() == mark.0
    }

    /// What came of the value at a place, now that serde is done with it: an error if the text is broken or the value does
    /// not fit. `None` stands for the value itself. It need not be called when all is well.
    #[cold]
    pub(super) fn settle<E: Display>(
        &self,
        result: Result<(), E>,
        since: Mark,
        place: Option<Place<'_>>,
    ) -> Result<(), DecodeError> {
        if let Err(why) = result {
            return Err(within(self.cause(&why), place));
        }
        let mut left_out = self.left_out.borrow_mut();
        let first = left_out.partition_point(|(number, _)| *number <= since.0);
        if let Some(problem) = self.problem.take() {
            // What was left out of a value no longer matters once the value as a whole does not fit.
            left_out.truncate(first);
            return Err(within(problem, place));
        }
        if let Some(place) = place {
            left_out[first..].iter_mut().for_each(|(_, problem)| problem.enter(place));
        }
        Ok(())
    }

    /// Why serde could not go on: what was noted, or its own error.
    pub(super) fn cause(&self, why: &dyn Display) -> DecodeError {
        self.problem.take().unwrap_or_else(|| self.break_off(why))
    }

    /// Hands on what came of a list or an object; an error for serde only if the text is broken.
    pub(super) fn note<E: serde::de::Error>(&self, result: Result<(), DecodeError>) -> Result<(), E> {
        if let Err(problem) = result {
            self.fail(problem);
        }
        if self.is_broken() { Err(E::custom("broken text")) } else { Ok(()) }
    }

    /// The end of it all: what was left out, or why the text as a whole does not fit.
    pub(super) fn finish(self) -> Result<Vec<DecodeError>, DecodeError> {
        match self.problem.take() {
            Some(problem) => Err(problem),
            None => Ok(self.left_out.into_inner().into_iter().map(|(_, problem)| problem).collect()),
        }
    }
}

/// A problem, seen from the value around the place.
fn within(problem: DecodeError, place: Option<Place<'_>>) -> DecodeError {
    match place {
        Some(place) => problem.within(place),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use crate::json::{from_value, read, read_tolerantly};

    /// An object with members of each kind, one of them another such object.
    #[derive(Clone, PartialEq)]
    struct Thing {
        number: Option<i64>,
        text: Option<String>,
        list: Vec<String>,
        things: Vec<Thing>,
        thing: Option<Box<Thing>>,
        key: i64,
    }

    crate::json::macros::record!(Thing { number, text, list, things, thing, key } required ["key"]);

    /// What tolerant reading should make of a value, found member by member.
    fn expected(value: &Value) -> Option<Thing> {
        let object = value.as_object()?;
        let member = |name: &str| object.get(name).cloned().unwrap_or_default();
        let items = |name: &str| member(name).as_array().cloned().unwrap_or_default();
        let texts = || match member("list") {
            Value::String(text) if !text.is_empty() => vec![text],
            _ => items("list").iter().filter_map(|item| from_value(item).ok()).collect(),
        };
        Some(Thing {
            number: from_value(&member("number")).unwrap_or_default(),
            text: from_value(&member("text")).unwrap_or_default(),
            list: texts(),
            things: items("things").iter().filter_map(expected).collect(),
            thing: expected(&member("thing")).map(Box::new),
            key: from_value(&member("key")).ok()?,
        })
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            Just(json!(0.5)),
            "[a-c]{0,2}".prop_map(Value::from),
            Just(json!({"key": 1})),
        ];
        leaf.prop_recursive(3, 60, 5, |inner| {
            let list = prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from);
            prop_oneof![list.clone(), object(prop_oneof![inner, list].boxed(), any::<bool>().boxed())]
        })
    }

    /// An object of members with such values, with or without the key that it must have.
    fn object(member: BoxedStrategy<Value>, has_key: BoxedStrategy<bool>) -> impl Strategy<Value = Value> {
        let names = prop::sample::select(vec!["number", "text", "list", "things", "thing", "key", "other"]);
        (prop::collection::btree_map(names, member, 2..7), has_key).prop_map(|(mut object, has_key)| {
            if has_key {
                object.insert("key", json!(7));
            }
            json!(object)
        })
    }

    proptest! {
        #[test]
        fn whatever_does_not_fit_leaves_all_around_it_whole(
            value in object(value().boxed(), Just(true).boxed()),
        ) {
            let text = value.to_string();
            let mut read_thing = Thing::default();
            let told = read_tolerantly(text.as_bytes(), usize::MAX, &mut read_thing);
            match expected(&value) {
                Some(wanted) => {
                    let told = told.unwrap();
                    prop_assert_eq!(&read_thing, &wanted);
                    // A strict reader fails exactly when something was left out.
                    prop_assert_eq!(read(text.as_bytes(), &mut Thing::default()).is_ok(), told.is_empty());
                }
                None => prop_assert!(told.is_err()),
            }
        }
    }

    #[test]
    fn a_text_that_breaks_after_an_odd_value_is_an_error() {
        for text in [r#"{"number":[1,"key":2}"#, r#"{"number":{"a":},"key":2}"#, r#"{"things":[5,{"key":1},"#]
        {
            let error = read_tolerantly(text.as_bytes(), usize::MAX, &mut Thing::default()).unwrap_err();
            assert!(error.is_malformed(), "{text}: {error}");
        }
    }

    #[test]
    fn each_left_out_value_is_told_with_its_whole_path() {
        let text =
            r#"{"thing":{"things":[{"key":1,"number":"x"},{"key":{}}],"key":1},"list":["a",{}],"key":3}"#;
        let told = read_tolerantly(text.as_bytes(), usize::MAX, &mut Thing::default()).unwrap();
        let told: Vec<String> = told.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "`thing.things[0].number`: expected a whole number, found a string",
                "`thing.things[1].key`: expected a whole number, found an object",
                "`list[1]`: expected a string, found an object",
            ]
        );
    }
}
