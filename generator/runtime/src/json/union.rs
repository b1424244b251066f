//! Values that come in several JSON kinds.

/// Gives an enum whose variants differ in their JSON kind what a value needs. Variants are called after their kind:
/// `Text`, `Integer`, `Number`, `Flag`, `List`, `Object`; the first one stands for nothing.
#[macro_export]
macro_rules! union {
    ($ty:ident, $first:ident $(, $rest:ident)* $(,)?) => {
        impl $crate::json::Decode for $ty {
            fn blank() -> Self {
                Self::$first($crate::json::Decode::blank())
            }

            fn expects(&self) -> &'static str {
                concat!("one of ", stringify!($first) $(, ", ", stringify!($rest))*)
            }

            $crate::union_kind!($first);
            $($crate::union_kind!($rest);)*
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

/// The method that takes one kind in.
#[doc(hidden)]
#[macro_export]
macro_rules! union_kind {
    (Text) => {
        $crate::union_method!(Text, text, &str);
    };
    (Flag) => {
        $crate::union_method!(Flag, boolean, bool);
    };
    (Integer) => {
        $crate::union_method!(Integer, integer, i64);
    };
    (Number) => {
        $crate::union_method!(Number, integer, i64);
        $crate::union_method!(Number, large_integer, u64);
        $crate::union_method!(Number, float, f64);
    };
    (List) => {
        $crate::union_method!(List, list, &mut dyn $crate::json::Items);
    };
    (Object) => {
        $crate::union_method!(Object, object, &mut dyn $crate::json::Members);
    };
}

/// One method of `Decode` that makes the value a certain variant.
#[doc(hidden)]
#[macro_export]
macro_rules! union_method {
    ($variant:ident, $method:ident, $input:ty) => {
        fn $method(&mut self, input: $input) -> ::std::result::Result<(), $crate::json::DecodeError> {
            let mut value = $crate::json::Decode::blank();
            $crate::json::Decode::$method(&mut value, input)?;
            *self = Self::$variant(value);
            Ok(())
        }
    };
}
