//! Built-in scalars.

use serde_json::Value;

use super::decode::{ConstEmpty, Decode, Empty, Input, List};
use super::encode::{Encode, Writer};
use super::error::DecodeError;

type Result<T = ()> = std::result::Result<T, DecodeError>;

/// Implements what all scalars write alike.
macro_rules! encode_scalar {
    ($($ty:ty)*) => {$(
        impl Encode for $ty {
            fn encode(&self, to: &mut Writer<'_>) {
                to.scalar(self);
            }
        }
    )*};
}

encode_scalar!(String str bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 Value);

/// Says what a scalar is when it is empty.
macro_rules! empty_scalar {
    ($($ty:ty = $empty:expr;)*) => {$(
        impl Empty for $ty {
            fn empty() -> Self {
                Self::EMPTY
            }
        }

        impl ConstEmpty for $ty {
            const EMPTY: Self = $empty;
        }
    )*};
}

empty_scalar! {
    String = Self::new();
    bool = false;
    i64 = 0;
    u64 = 0;
    f64 = 0.0;
    Value = Self::Null;
}

impl Encode for &str {
    fn encode(&self, to: &mut Writer<'_>) {
        to.text(self);
    }
}

impl Decode for String {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        match input {
            // No room is kept beyond what the text takes.
            Input::Text(value) => *self = value.to_owned(),
            // Ids come as numbers from some endpoints; their digits are kept.
            Input::Integer(value) => *self = value.to_string(),
            Input::LargeInteger(value) => *self = value.to_string(),
            // So do measured values, which others send as text.
            Input::Float(value) => *self = value.to_string(),
            _ => return Err(input.type_mismatch("a string")),
        }
        Ok(())
    }
}

impl Decode for bool {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        *self = match input {
            Input::Boolean(value) => value,
            // Flags come as 0 and 1 from some endpoints.
            Input::Integer(0) => false,
            Input::Integer(1) => true,
            _ => return Err(input.type_mismatch("a boolean")),
        };
        Ok(())
    }
}

impl Decode for i64 {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        *self = whole_number(&input).ok_or_else(|| input.type_mismatch("a whole number"))?;
        Ok(())
    }
}

impl Decode for u64 {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        let number = match input {
            Input::LargeInteger(value) => Some(value),
            Input::Text(text) => text.parse().ok(),
            _ => None,
        };
        let number = number.or_else(|| Self::try_from(whole_number(&input)?).ok());
        *self = number.ok_or_else(|| input.type_mismatch("a whole number that is not negative"))?;
        Ok(())
    }
}

/// A whole number in any of the forms in which servers send one.
pub(super) fn whole_number(input: &Input<'_>) -> Option<i64> {
    match input {
        Input::Integer(value) => Some(*value),
        // Flags come as booleans from some endpoints.
        Input::Boolean(value) => Some(i64::from(*value)),
        Input::Float(value) => whole(*value),
        Input::Text(value) => value.parse().ok().or_else(|| whole(value.parse().ok()?)),
        _ => None,
    }
}

/// `3.0` is a whole number too.
pub(super) fn whole(value: f64) -> Option<i64> {
    /// Above this, floats skip whole numbers.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
    (value.fract() == 0.0 && value.abs() <= EXACT).then_some(value as i64)
}

impl Decode for f64 {
    #[expect(clippy::cast_precision_loss, reason = "the field is declared as a floating point number")]
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        *self = match input {
            Input::Float(value) => value,
            Input::Integer(value) => value as Self,
            Input::LargeInteger(value) => value as Self,
            Input::Text(value) => value.parse().map_err(|_| input.type_mismatch("a number"))?,
            _ => return Err(input.type_mismatch("a number")),
        };
        Ok(())
    }
}

/// Anything, kept as it came.
impl Decode for Value {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        *self = match input {
            Input::Null => Self::Null,
            Input::Boolean(value) => Self::Bool(value),
            Input::Integer(value) => value.into(),
            Input::LargeInteger(value) => value.into(),
            Input::Float(value) => value.into(),
            Input::Text(value) => value.into(),
            Input::List(_) => {
                let mut values: Vec<Self> = Vec::new();
                values.decode_from(input)?;
                Self::Array(values)
            }
            Input::Object(members) => {
                let mut map = serde_json::Map::new();
                while let Some(name) = members.name()? {
                    let name = name.to_owned();
                    members.take_room(size_of::<(String, Self)>() + name.len())?;
                    let mut value = Self::Null;
                    members.value(&mut value)?;
                    map.insert(name, value);
                }
                Self::Object(map)
            }
        };
        Ok(())
    }
}

/// The data of a call that returns nothing: whatever comes is skipped.
impl Decode for () {
    /// Skipping knows no depth and no range: what is not read cannot be wrong but in its syntax.
    fn is_ignored(&self) -> bool {
        true
    }

    fn decode_from(&mut self, input: Input<'_>) -> Result {
        match input {
            Input::List(items) => while items.next(&mut Skipped(()))? {},
            Input::Object(members) => {
                while members.name()?.is_some() {
                    members.skip()?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Empty for () {
    fn empty() -> Self {}
}

/// A list whose items are all skipped.
struct Skipped(());

impl List for Skipped {
    fn add(&mut self) -> &mut dyn Decode {
        &mut self.0
    }

    fn place_size(&self) -> usize {
        0
    }

    fn remove_last(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    /// The nearest number, and no neighbour of it: what is read and sent back is the same.
    #[test]
    fn no_digit_of_a_number_is_lost() {
        for text in ["1.0000090000000001", "0.1", "123456789.12345679", "5e-324", "1.7976931348623157e308"] {
            let mut value = 0.0_f64;
            read(text.as_bytes(), &mut value).unwrap();
            assert_eq!(value.to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
        }
    }

    #[test]
    fn a_number_without_a_sign_takes_all_of_its_64_bits() {
        let unsigned = |text: &str| {
            let mut value = 0_u64;
            read(text.as_bytes(), &mut value).map(|()| value).map_err(|error| error.to_string())
        };
        for (text, wanted) in [
            ("18446744073709551615", u64::MAX),
            ("\"18446744073709551615\"", u64::MAX),
            ("9223372036854775808", 1 << 63),
            ("7", 7),
            ("7.0", 7),
        ] {
            assert_eq!(unsigned(text), Ok(wanted), "{text}");
        }
        for text in ["-1", "18446744073709551616", "7.5", "null", "\"x\""] {
            assert!(unsigned(text).is_err(), "{text}");
        }
        assert_eq!(Writer::to_vec(&u64::MAX), b"18446744073709551615");
    }
}
