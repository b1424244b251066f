//! Objects of several types, told apart by the members that they have.

use serde_json::Value;

/// Implements reading, writing and serde's traits for an enum of objects. An object is of the variant whose needed members it
/// all has and of which it has the most members, the first of several that fit alike; one that is of none is kept as it came.
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
                const VARIANTS: &[(Which, $crate::json::VariantMembers)] = &[
                    $((Which::$variant, (&[$($needed),*], &[$($other),*])),)+
                ];
                let $crate::json::Input::Object(object) = input else {
                    return ::std::result::Result::Err(input.type_mismatch("an object"));
                };
                let whole = $crate::json::whole_object(object)?;
                *self = match $crate::json::variant_with_members(&whole, VARIANTS) {
                    $(::std::option::Option::Some(Which::$variant) => {
                        Self::$variant($crate::json::variant(object, &whole)?)
                    })+
                    ::std::option::Option::None => Self::Unknown(whole),
                };
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

/// The variant that an object is of, by the names of its members; `None` if it is of none.
#[doc(hidden)]
#[must_use]
pub fn variant_with_members<W: Copy>(whole: &Value, variants: &[(W, VariantMembers)]) -> Option<W> {
    let mut best: Option<((usize, usize), W)> = None;
    for &(which, (needed, others)) in variants {
        let has = |name: &&&str| whole.get(**name).is_some();
        let count = needed.iter().chain(others).filter(has).count();
        if count == 0 || !needed.iter().all(|name| has(&name)) {
            continue;
        }
        let fits = (count, needed.len());
        if best.is_none_or(|(most, _)| fits > most) {
            best = Some((fits, which));
        }
    }
    best.map(|(_, which)| which)
}

pub use union_by_members;

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::json::Writer;

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

    fn read(object: &Value) -> Pet {
        serde_json::from_value(object.clone()).unwrap()
    }

    #[test]
    fn an_object_is_of_the_variant_that_has_most_of_its_members() {
        let cat = json!({"purrs": true, "name": "a"});
        assert_eq!(read(&cat), Pet::Cat(Cat { purrs: true, name: Some("a".to_owned()) }));
        let dog = json!({"barks": true, "name": "b"});
        assert_eq!(read(&dog), Pet::Dog(Dog { barks: Some(true), name: Some("b".to_owned()) }));
        // Without what cats need it is a dog, though both have names.
        assert_eq!(read(&json!({"name": "c"})), Pet::Dog(Dog { barks: None, name: Some("c".to_owned()) }));
        // Both fit, and a cat needs more of it.
        assert!(matches!(read(&json!({"purrs": false})), Pet::Cat(_)));
        for pet in [cat, dog] {
            assert_eq!(serde_json::from_slice::<Value>(&Writer::to_vec(&read(&pet))).unwrap(), pet);
        }
    }

    #[test]
    fn what_is_none_of_them_is_kept_as_it_came() {
        for object in [json!({}), json!({"swims": true, "depth": [1]})] {
            let pet = read(&object);
            assert_eq!(pet, Pet::Unknown(object.clone()));
            assert_eq!(serde_json::to_value(&pet).unwrap(), object);
        }
        assert!(serde_json::from_value::<Pet>(json!("Cat")).is_err());
    }
}
