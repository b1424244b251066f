//! Values that come in several JSON kinds.

use super::{Decode, DecodeError, Input};

/// A value made of what came.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, reason = "only the macro below calls it")]
pub fn taken<T: Decode>(input: Input<'_>) -> Result<T, DecodeError> {
    let mut value = T::blank();
    value.take(input)?;
    Ok(value)
}

/// Gives an enum whose variants differ in their JSON kind what a value needs. Variants are called after their kind:
/// `Text`, `Integer`, `Number`, `Flag`, `List`, `Object`; the first one stands for nothing.
#[macro_export]
macro_rules! union {
    ($ty:ident, $first:ident $(, $rest:ident)* $(,)?) => {
        impl $crate::json::Decode for $ty {
            fn blank() -> Self {
                Self::$first($crate::json::Decode::blank())
            }

            fn take(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                *self = match input {
                    $crate::union_kind!($first) => Self::$first($crate::json::taken(input)?),
                    $($crate::union_kind!($rest) => Self::$rest($crate::json::taken(input)?),)*
                    _ => {
                        return Err(input.refused(concat!(
                            "one of ", stringify!($first) $(, ", ", stringify!($rest))*
                        )));
                    }
                };
                Ok(())
            }
        }

        /// The first variant, empty.
        impl ::std::default::Default for $ty {
            fn default() -> Self {
                $crate::json::Decode::blank()
            }
        }

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer) {
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
    (Integer) => {
        $crate::json::Input::Integer(_)
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
