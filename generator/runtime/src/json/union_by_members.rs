//! Objects of several types, told apart by the members that they have.

use std::cmp::Reverse;

use serde_json::Value;

use super::decode::{Attempt, Decode, Empty, Members};
use super::error::DecodeError;
use super::tagged_union::{unknown, whole_object};

/// Implements reading, writing and serde's traits for an enum of objects. An object is of the variant whose needed members it
/// all has and of which it has the most members, the first of several that fit alike. Where a value in it does not fit that
/// one, the others are tried in the same order. One that is of none is kept as it came.
///
/// ```ignore
/// union_by_members!(Pet, Cat needs ["purrs"] has ["name"], Dog needs ["barks"] has ["name"]);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! union_by_members {
    ($ty:ident, $($variant:ident needs [$($needed:literal),*] has [$($other:literal),*]),+ $(,)?) => {
        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                #[allow(non_camel_case_types, clippy::enum_variant_names, reason = "the names of the spec")]
                #[derive(Clone, Copy)]
                enum Which {
                    $($variant,)+
                }
                const WHICH: &[Which] = &[$(Which::$variant,)+];
                const MEMBERS: &[$crate::json::VariantMembers] = &[$((&[$($needed),*], &[$($other),*]),)+];
                let $crate::json::Input::Object(object) = input else {
                    return ::std::result::Result::Err(input.type_mismatch("an object"));
                };
                let unknown = $crate::json::read_by_members(object, MEMBERS, &mut |which, read| {
                    match WHICH.get(which) {
                        $(::std::option::Option::Some(Which::$variant) => {
                            *self = Self::$variant($crate::json::read_with(read)?);
                        })+
                        ::std::option::Option::None => {}
                    }
                    ::std::result::Result::Ok(())
                })?;
                if let ::std::option::Option::Some(whole) = unknown {
                    *self = Self::Unknown(whole);
                }
                ::std::result::Result::Ok(())
            }
        }

        $crate::const_default!(
            /// No object at all.
            $ty = Self::Unknown($crate::Value::Null)
        );

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                match self {
                    $(Self::$variant(value) => $crate::json::Encode::encode(value, to),)+
                    Self::Unknown(value) => $crate::json::Encode::encode(value, to),
                }
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// The members that the objects of a variant always have, and those that they may have.
#[doc(hidden)]
pub type VariantMembers = (&'static [&'static str], &'static [&'static str]);

/// Reads an object into a value. That it does not fit is an error.
#[doc(hidden)]
pub type ReadInto<'r> = dyn FnMut(&mut dyn Decode) -> Result<(), DecodeError> + 'r;

/// A new value, read by `read`.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, reason = "only the macro above calls it")]
pub fn read_with<T: Empty>(read: &mut ReadInto<'_>) -> Result<T, DecodeError> {
    let mut value = T::empty();
    read(&mut value)?;
    Ok(value)
}

/// Reads an object as the variant that it is of. `read_variant` makes a value of the variant with an index and has it read; it
/// keeps the value unless that fails. An object that is of none is given back.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, reason = "only the macro above calls it")]
pub fn read_by_members(
    object: &mut dyn Members,
    variants: &[VariantMembers],
    read_variant: &mut dyn FnMut(usize, &mut ReadInto<'_>) -> Result<(), DecodeError>,
) -> Result<Option<Value>, DecodeError> {
    let before = object.taken();
    let whole = whole_object(object)?;
    let size = object.taken() - before;
    let mut best: Option<(usize, usize, usize)> = None;
    for (which, variant) in variants.iter().enumerate() {
        let Some((count, needed)) = fits(&whole, variant) else { continue };
        if best.is_none_or(|(most, most_needed, _)| (count, needed) > (most, most_needed)) {
            best = Some((count, needed, which));
        }
    }
    let Some((_, _, best)) = best else { return Ok(Some(unknown(object, whole))) };
    match attempt(object, &whole, best, false, read_variant)? {
        Attempt::Whole => Ok(None),
        first => try_others(object, (whole, size), variants, (best, first), read_variant),
    }
}

/// Tries what fits less than `best`. The first variant that takes the whole object is the one, else the first that takes it
/// at all.
#[cold]
fn try_others(
    object: &mut dyn Members,
    (whole, size): (Value, usize),
    variants: &[VariantMembers],
    (best, first): (usize, Attempt),
    read_variant: &mut dyn FnMut(usize, &mut ReadInto<'_>) -> Result<(), DecodeError>,
) -> Result<Option<Value>, DecodeError> {
    let mut others: Vec<_> = (variants.iter().enumerate())
        .filter(|(which, _)| *which != best)
        .filter_map(|(which, variant)| Some((fits(&whole, variant)?, which)))
        .collect();
    others.sort_by_key(|(fit, _)| Reverse(*fit));
    let mut fallback = if let Attempt::Partly(doubts) = first { Some(doubts) } else { None };
    for (_, which) in others {
        if !object.may_retry(size) {
            break;
        }
        match attempt(object, &whole, which, fallback.is_some(), read_variant)? {
            Attempt::Whole => return Ok(None),
            Attempt::Partly(doubts) => fallback = Some(doubts),
            Attempt::Failed => {}
        }
    }
    match fallback {
        Some(doubts) => {
            object.keep(doubts);
            Ok(None)
        }
        None => Ok(Some(unknown(object, whole))),
    }
}

/// Reads the object as one variant.
fn attempt(
    object: &mut dyn Members,
    whole: &Value,
    which: usize,
    must_be_whole: bool,
    read_variant: &mut dyn FnMut(usize, &mut ReadInto<'_>) -> Result<(), DecodeError>,
) -> Result<Attempt, DecodeError> {
    let mut outcome = Ok(Attempt::Failed);
    let read = read_variant(which, &mut |into| {
        outcome = object.attempt(whole, into, must_be_whole);
        match outcome {
            Ok(Attempt::Whole | Attempt::Partly(_)) => Ok(()),
            // Why does not matter: the value is not kept.
            _ => Err(DecodeError::missing("")),
        }
    });
    // It fails with the outcome alone.
    drop(read);
    outcome
}

/// How well the members of an object fit a variant; `None` if they do not.
fn fits(whole: &Value, (needed, others): &VariantMembers) -> Option<(usize, usize)> {
    let has = |name: &&&str| whole.get(**name).is_some();
    let count = needed.iter().chain(*others).filter(has).count();
    (count > 0 && needed.iter().all(|name| has(&name))).then_some((count, needed.len()))
}

pub use union_by_members;

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::json::{DecodeError, Writer, read_tolerantly};

    #[derive(Clone, PartialEq)]
    struct Cat {
        purrs: bool,
        name: Option<String>,
    }

    crate::json::macros::record!(Cat { purrs, name } required ["purrs"]);

    #[derive(Clone, PartialEq)]
    struct Dog {
        barks: Option<bool>,
        name: Option<String>,
    }

    crate::json::macros::record!(Dog { barks, name });

    #[derive(Clone, Debug, PartialEq)]
    enum Pet {
        Cat(Cat),
        Dog(Dog),
        Unknown(Value),
    }

    union_by_members!(Pet, Cat needs ["purrs"] has ["name"], Dog needs [] has ["barks", "name"]);

    fn read<T: serde::de::DeserializeOwned>(object: &Value) -> T {
        serde_json::from_value(object.clone()).unwrap()
    }

    #[test]
    fn an_object_is_of_the_variant_that_has_most_of_its_members() {
        let cat = json!({"purrs": true, "name": "a"});
        assert_eq!(read::<Pet>(&cat), Pet::Cat(Cat { purrs: true, name: Some("a".to_owned()) }));
        let dog = json!({"barks": true, "name": "b"});
        assert_eq!(read::<Pet>(&dog), Pet::Dog(Dog { barks: Some(true), name: Some("b".to_owned()) }));
        // Without what cats need it is a dog, though both have names.
        assert_eq!(
            read::<Pet>(&json!({"name": "c"})),
            Pet::Dog(Dog { barks: None, name: Some("c".to_owned()) })
        );
        // Both fit, and a cat needs more of it.
        assert!(matches!(read(&json!({"purrs": false})), Pet::Cat(_)));
        for pet in [cat, dog] {
            assert_eq!(serde_json::from_slice::<Value>(&Writer::to_vec(&read::<Pet>(&pet))).unwrap(), pet);
        }
    }

    #[test]
    fn what_is_none_of_them_is_kept_as_it_came() {
        for object in [json!({}), json!({"swims": true, "depth": [1]})] {
            let pet: Pet = read(&object);
            assert_eq!(pet, Pet::Unknown(object.clone()));
            assert_eq!(serde_json::to_value(&pet).unwrap(), object);
        }
        assert!(serde_json::from_value::<Pet>(json!("Cat")).is_err());
    }
    #[derive(Clone, PartialEq)]
    struct Note {
        body: String,
        tags: Option<Vec<i64>>,
    }

    crate::json::macros::record!(Note { body, tags } required ["body"]);

    #[derive(Clone, PartialEq)]
    struct Page {
        body: Vec<Block>,
        tags: Option<Vec<String>>,
    }

    crate::json::macros::record!(Page { body, tags } required ["body"]);

    #[derive(Clone, PartialEq)]
    struct Bush {
        body: Option<Box<Block>>,
    }

    crate::json::macros::record!(Bush { body } required ["body"]);

    #[derive(Clone, PartialEq)]
    struct Tree {
        body: Option<Box<Block>>,
    }

    crate::json::macros::record!(Tree { body });

    #[derive(Clone, Debug, PartialEq)]
    enum Block {
        Note(Note),
        Page(Page),
        Bush(Bush),
        Tree(Tree),
        Unknown(Value),
    }

    union_by_members!(
        Block,
        Note needs ["body"] has ["tags"],
        Page needs ["body"] has ["tags"],
        Bush needs ["body"] has [],
        Tree needs [] has ["body"],
    );

    #[derive(Clone, PartialEq)]
    struct Book {
        first: Option<Block>,
        blocks: Vec<Block>,
    }

    crate::json::macros::record!(Book { first, blocks });

    fn tolerantly(text: &str) -> (Book, Vec<String>) {
        let mut book = Book::default();
        let left_out = read_tolerantly(text.as_bytes(), usize::MAX, &mut book).unwrap();
        (book, left_out.iter().map(DecodeError::path).collect())
    }

    fn note(body: &str) -> Block {
        Block::Note(Note { body: body.to_owned(), tags: None })
    }

    #[test]
    fn what_does_not_fit_the_best_variant_is_tried_as_the_next_best() {
        let page = Block::Page(Page { body: vec![note("a")], tags: None });
        assert_eq!(read::<Block>(&json!({"body": [{"body": "a"}]})), page);
        let bush = Block::Bush(Bush { body: Some(Box::new(page)) });
        assert_eq!(read::<Block>(&json!({"body": {"body": [{"body": "a"}]}})), bush);
        // What fits none is kept, in a strict reading and in any other.
        let odd = json!({"body": [true]});
        assert_eq!(read::<Block>(&odd), Block::Unknown(odd.clone()));
        let (book, left_out) = tolerantly(r#"{"first":{"body":true},"blocks":[{"body":"b"}]}"#);
        assert_eq!(book.first, Some(Block::Tree(Tree { body: None })));
        assert_eq!(left_out, ["first.body"]);
    }

    #[test]
    fn a_variant_that_was_given_up_leaves_no_trace() {
        // As a note it would lose its tags, which a page takes.
        let (book, left_out) =
            tolerantly(r#"{"blocks":[{"body":"","tags":["x"]},{"body":[],"tags":["x"]}]}"#);
        let tags = Some(vec!["x".to_owned()]);
        assert_eq!(left_out, [] as [&str; 0]);
        let text = Block::Page(Page { body: Vec::new(), tags: tags.clone() });
        assert_eq!(book.blocks, [text.clone(), text]);
        // What is left out of the one that counts is told, once, at its place.
        let (book, left_out) =
            tolerantly(r#"{"blocks":[{"body":"b"},{"body":[{"tags":1}],"tags":[1,"x",{}]}]}"#);
        assert_eq!(left_out, ["blocks[1].tags[2]"]);
        assert_eq!(book.blocks.len(), 2);
    }

    #[test]
    fn a_variant_that_knows_what_is_inside_is_better_than_one_that_does_not() {
        #[derive(Clone, PartialEq)]
        struct House {
            owner: Option<Pet>,
        }
        crate::json::macros::record!(House { owner } required ["owner"]);
        #[derive(Clone, PartialEq)]
        struct Shelf {
            owner: Option<Block>,
        }
        crate::json::macros::record!(Shelf { owner } required ["owner"]);
        #[derive(Clone, Debug, PartialEq)]
        enum Place {
            House(House),
            Shelf(Shelf),
            Unknown(Value),
        }
        union_by_members!(Place, House needs ["owner"] has [], Shelf needs ["owner"] has []);
        let owned: Place = read(&json!({"owner": {"body": "b"}}));
        assert_eq!(owned, Place::Shelf(Shelf { owner: Some(note("b")) }));
        assert!(matches!(read(&json!({"owner": {"name": "b"}})), Place::House(_)));
        // Neither knows it, and the first is as good as the other.
        assert!(matches!(read(&json!({"owner": {"swims": true}})), Place::House(_)));
    }

    /// Each level would try all of its variants in each try of the level around it.
    #[test]
    fn an_odd_value_deep_inside_takes_no_endless_time() {
        for odd in ["true", r#"[true,{"body":7}]"#] {
            let text = format!(r#"{{"first":{}{odd}{}}}"#, r#"{"body":"#.repeat(100), "}".repeat(100));
            let (book, _) = tolerantly(&text);
            assert!(book.first.is_some());
            let _ = serde_json::from_str::<Book>(&text);
        }
    }
}
