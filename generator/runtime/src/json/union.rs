//! Values that come in several JSON kinds.

use super::decode::{Empty, Input};
use super::error::DecodeError;

/// A new value, read from `input`.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, reason = "only the macro below calls it")]
pub fn decoded<T: Empty>(input: Input<'_>) -> Result<T, DecodeError> {
    let mut value = T::empty();
    value.decode_from(input)?;
    Ok(value)
}

/// Gives an enum whose variants differ in their JSON kind what a value needs. Variants are called after their kind:
/// `Text`, `Integer`, `Number`, `Flag`, `List`, `Object`; the first one, empty, is the default.
#[doc(hidden)]
#[macro_export]
macro_rules! union {
    ($ty:ident, $first:ident $(, $rest:ident)* $(,)?) => {
        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                *self = match input {
                    $crate::union_kind!($first) => Self::$first($crate::json::decoded(input)?),
                    $($crate::union_kind!($rest) => Self::$rest($crate::json::decoded(input)?),)*
                    _ => {
                        return Err(input.type_mismatch(concat!(
                            "one of ", stringify!($first) $(, ", ", stringify!($rest))*
                        )));
                    }
                };
                Ok(())
            }
        }

        $crate::const_default!(
            /// The first variant, empty.
            $ty = Self::$first($crate::json::ConstEmpty::EMPTY)
        );

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                match self {
                    Self::$first(value) => $crate::json::Encode::encode(value, to),
                    $(Self::$rest(value) => $crate::json::Encode::encode(value, to),)*
                }
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// What a variant takes in.
#[doc(hidden)]
#[macro_export]
macro_rules! union_kind {
    (Text) => {
        $crate::json::Input::Text(_)
    };
    (Flag) => {
        $crate::json::Input::Boolean(_)
    };
    // `5.0` is a whole number, too; the type tells it from `5.5`.
    (Integer) => {
        $crate::json::Input::Integer(_) | $crate::json::Input::Float(_)
    };
    (Number) => {
        $crate::json::Input::Integer(_) | $crate::json::Input::LargeInteger(_) | $crate::json::Input::Float(_)
    };
    (List) => {
        $crate::json::Input::List(_)
    };
    (Object) => {
        $crate::json::Input::Object(_)
    };
}

pub use union;

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[derive(Clone, Debug, PartialEq)]
    enum Position {
        Text(String),
        Integer(i64),
    }

    union!(Position, Text, Integer);

    #[test]
    fn a_whole_number_may_be_written_with_a_fraction() {
        let read = |value| serde_json::from_value::<Position>(value).map_err(|error| error.to_string());
        assert_eq!(read(json!(5.0)), Ok(Position::Integer(5)));
        assert_eq!(read(json!("5.0")), Ok(Position::Text("5.0".to_owned())));
        assert_eq!(read(json!(5.5)), Err("expected a whole number, found a fractional number".to_owned()));
    }
}
