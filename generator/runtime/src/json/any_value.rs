//! Values of any JSON kind.

use serde_json::Value;

use super::decode::Empty;
use super::encode::{Encode, Writer};
use super::error::DecodeError;
use super::reader::read_value;

/// Any value as free JSON.
#[must_use]
pub fn to_value(value: &dyn Encode) -> Value {
    // The writer writes nothing but JSON.
    serde_json::from_slice(&Writer::to_vec(value)).unwrap_or_default()
}

/// Reads free JSON as a value of one type.
///
/// # Errors
/// When it does not fit.
pub fn from_value<T: Empty>(value: &Value) -> Result<T, DecodeError> {
    let mut read = T::empty();
    read_value(value, &mut read)?;
    Ok(read)
}

/// Gives a newtype over [`Value`](serde_json::Value) what a value of any kind needs: raw access, reading, writing,
/// serde's traits. What it holds is kept exactly.
#[doc(hidden)]
#[macro_export]
macro_rules! any_value {
    ($ty:ident) => {
        impl $ty {
            /// Any JSON value, as it stands.
            #[must_use]
            #[inline]
            pub fn new(value: impl ::std::convert::Into<$crate::Value>) -> Self {
                Self(value.into())
            }

            /// `null`.
            #[must_use]
            #[inline]
            pub fn null() -> Self {
                Self($crate::Value::Null)
            }

            /// Whether it is `null`.
            #[must_use]
            #[inline]
            pub fn is_null(&self) -> bool {
                self.0.is_null()
            }

            /// Whether it is `null`, an empty text, an empty list or an empty object.
            #[must_use]
            #[inline]
            pub fn is_empty(&self) -> bool {
                match &self.0 {
                    $crate::Value::Null => true,
                    $crate::Value::String(text) => text.is_empty(),
                    $crate::Value::Array(items) => items.is_empty(),
                    $crate::Value::Object(members) => members.is_empty(),
                    _ => false,
                }
            }

            /// The JSON value, exactly as it came or was made.
            #[must_use]
            #[inline]
            pub fn as_value(&self) -> &$crate::Value {
                &self.0
            }

            /// The JSON value, exactly as it came or was made.
            #[must_use]
            #[inline]
            pub fn into_value(self) -> $crate::Value {
                self.0
            }
        }

        impl ::std::convert::From<$crate::Value> for $ty {
            #[inline]
            fn from(value: $crate::Value) -> Self {
                Self(value)
            }
        }

        impl ::std::convert::From<$ty> for $crate::Value {
            #[inline]
            fn from(value: $ty) -> Self {
                value.0
            }
        }

        $crate::any_decode!($ty);

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                $crate::json::Encode::encode(&self.0, to);
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// Lets a newtype over [`Value`](serde_json::Value) take in whatever comes, `null` included.
#[doc(hidden)]
#[macro_export]
macro_rules! any_decode {
    ($ty:ident) => {
        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                $crate::json::Decode::decode_from(&mut self.0, input)
            }
        }

        impl $crate::json::ConstEmpty for $ty {
            const EMPTY: Self = Self($crate::Value::Null);
        }

        impl $crate::json::Empty for $ty {
            fn empty() -> Self {
                <Self as $crate::json::ConstEmpty>::EMPTY
            }

            fn accepts_null() -> bool {
                true
            }
        }
    };
}

pub use any_value;
