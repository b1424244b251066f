//! What emitted ids and enums get in one line.

/// Gives a value that reads and writes itself serde's traits.
#[doc(hidden)]
#[macro_export]
macro_rules! serde_traits {
    ($ty:ident) => {
        impl<'de> $crate::serde::Deserialize<'de> for $ty {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::json::deserialize(deserializer)
            }
        }

        impl $crate::serde::Serialize for $ty {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::json::serialize(self, serializer)
            }
        }
    };
}

/// Says what a value is before anything is read into it.
#[doc(hidden)]
#[macro_export]
macro_rules! const_empty {
    ($ty:ident = $empty:expr) => {
        impl $crate::json::Empty for $ty {
            fn empty() -> Self {
                <Self as $crate::json::ConstEmpty>::EMPTY
            }
        }

        impl $crate::json::ConstEmpty for $ty {
            const EMPTY: Self = $empty;
        }
    };
}

/// The same, and it is the default too.
#[doc(hidden)]
#[macro_export]
macro_rules! const_default {
    ($(#[$doc:meta])* $ty:ident = $empty:expr) => {
        $crate::const_empty!($ty = $empty);

        $(#[$doc])*
        impl ::std::default::Default for $ty {
            #[inline]
            fn default() -> Self {
                <Self as $crate::json::ConstEmpty>::EMPTY
            }
        }
    };
}

/// Gives a newtype over `String` what an id needs: conversions, `as_str`, `Display`, reading, writing, serde's traits.
#[doc(hidden)]
#[macro_export]
macro_rules! string_id {
    ($ty:ident) => {
        impl $ty {
            /// The id as text.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'a> ::std::convert::From<&'a str> for $ty {
            #[inline]
            fn from(id: &'a str) -> Self {
                Self(id.to_owned())
            }
        }

        impl ::std::convert::From<::std::string::String> for $ty {
            #[inline]
            fn from(id: ::std::string::String) -> Self {
                Self(id)
            }
        }

        impl ::std::convert::From<&$ty> for $ty {
            #[inline]
            fn from(id: &$ty) -> Self {
                id.clone()
            }
        }

        impl ::std::convert::AsRef<str> for $ty {
            #[inline]
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl $crate::json::MapKey for $ty {
            #[inline]
            fn from_key(name: &str) -> ::std::option::Option<Self> {
                Some(Self(name.to_owned()))
            }

            #[inline]
            fn with_key(&self, put: &mut dyn ::std::ops::FnMut(&str)) {
                put(&self.0);
            }
        }

        $crate::newtype_values!($ty, ::std::string::String);
    };
}

/// Gives a newtype over `i64` what an id needs: conversions, `get`, `Display`, reading, writing, serde's traits.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_id {
    ($ty:ident) => {
        impl $ty {
            /// The id as a number.
            #[must_use]
            #[inline]
            pub fn get(self) -> i64 {
                self.0
            }
        }

        impl ::std::convert::From<i64> for $ty {
            #[inline]
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl ::std::convert::From<&$ty> for $ty {
            #[inline]
            fn from(id: &$ty) -> Self {
                *id
            }
        }

        impl ::std::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl $crate::json::MapKey for $ty {
            #[inline]
            fn from_key(name: &str) -> ::std::option::Option<Self> {
                name.parse().ok().map(Self)
            }

            #[inline]
            fn with_key(&self, put: &mut dyn ::std::ops::FnMut(&str)) {
                put(&self.0.to_string());
            }
        }

        impl $crate::json::IntegerId for $ty {}

        $crate::newtype_values!($ty, i64);
    };
}

/// Lets a newtype read and write itself as what it wraps.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_values {
    ($ty:ident, $inner:ty) => {
        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                $crate::json::Wrapped::read_wrapped(&mut self.0, input)
            }
        }

        $crate::const_empty!($ty = Self(<$inner as $crate::json::ConstEmpty>::EMPTY));

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                $crate::json::Encode::encode(&self.0, to);
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// Gives an open enum over strings, which keeps unknown values, all but its variants, `as_str` and `From<&str>`. Where a
/// variant travels as the empty text, it is named: `string_enum!(State, Self::None)`.
#[doc(hidden)]
#[macro_export]
macro_rules! string_enum {
    ($ty:ident) => {
        $crate::string_enum!($ty, Self::Unknown(::std::string::String::new()));
    };
    ($ty:ident, $empty:expr) => {
        $crate::const_default!(
            /// The value that travels as the empty text.
            $ty = $empty
        );

        impl ::std::convert::From<::std::string::String> for $ty {
            #[inline]
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                $crate::json::read_text(input, &mut |text| *self = Self::from(text))
            }
        }

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                to.text(self.as_str());
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// Gives an open enum over whole numbers, which keeps unknown values, all but its variants, `get` and `From<i64>`. Where a
/// variant travels as 0, it is named: `integer_enum!(State, Self::Open)`.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_enum {
    ($ty:ident) => {
        $crate::integer_enum!($ty, Self::Unknown(0));
    };
    ($ty:ident, $empty:expr) => {
        $crate::const_default!(
            /// The value that travels as 0.
            $ty = $empty
        );

        impl ::std::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.get(), f)
            }
        }

        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                $crate::json::read_number(input, &mut |number| *self = Self::from(number))
            }
        }

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                $crate::json::Encode::encode(&self.get(), to);
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// Lets an open enum be the key of a map: in the order of what travels, which `$value` gives.
#[doc(hidden)]
#[macro_export]
macro_rules! enum_key {
    ($ty:ident, $value:ident, $read:expr) => {
        impl ::std::cmp::Ord for $ty {
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                ::std::cmp::Ord::cmp(&self.$value(), &other.$value())
            }
        }

        impl ::std::cmp::PartialOrd for $ty {
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl $crate::json::MapKey for $ty {
            fn from_key(name: &str) -> ::std::option::Option<Self> {
                let read: fn(&str) -> ::std::option::Option<Self> = $read;
                read(name)
            }

            fn with_key(&self, put: &mut dyn ::std::ops::FnMut(&str)) {
                put(&::std::string::ToString::to_string(self));
            }
        }
    };
}

/// Lets an open enum over strings be the key of a map.
#[doc(hidden)]
#[macro_export]
macro_rules! string_enum_key {
    ($ty:ident) => {
        $crate::enum_key!($ty, as_str, |name| ::std::option::Option::Some(Self::from(name)));
    };
}

/// Lets an open enum over whole numbers be the key of a map.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_enum_key {
    ($ty:ident) => {
        $crate::enum_key!($ty, get, |name| name.parse::<i64>().ok().map(Self::from));
    };
}

pub use super::any_value::any_value;
pub use super::by_status::by_status;
pub use super::record::record;
pub use super::tagged_union::tagged_union;
pub use super::union::union;
pub use super::union_by_members::union_by_members;
pub use {integer_enum, integer_enum_key, integer_id, string_enum, string_enum_key, string_id};
pub(crate) use {newtype_values, serde_traits};
