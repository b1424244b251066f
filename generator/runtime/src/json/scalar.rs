//! Built-in scalars.

use serde_json::Value;

use super::{Decode, DecodeError, Encode, Items, Members, Writer};

type Result<T = ()> = std::result::Result<T, DecodeError>;

/// Implements what all scalars write alike.
macro_rules! encode_scalar {
    ($($ty:ty)*) => {$(
        impl Encode for $ty {
            fn encode(&self, to: &mut Writer) {
                to.scalar(self);
            }
        }
    )*};
}

encode_scalar!(String str bool i64 f64 Value);

impl Encode for &str {
    fn encode(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl Decode for String {
    fn blank() -> Self {
        Self::new()
    }

    fn expects(&self) -> &'static str {
        "a string"
    }

    /// Ids come as numbers from some endpoints; their digits are kept.
    fn integer(&mut self, value: i64) -> Result {
        *self = value.to_string();
        Ok(())
    }

    fn large_integer(&mut self, value: u64) -> Result {
        *self = value.to_string();
        Ok(())
    }

    fn text(&mut self, value: &str) -> Result {
        // No room is kept beyond what the text takes.
        *self = value.to_owned();
        Ok(())
    }
}

impl Decode for bool {
    fn blank() -> Self {
        false
    }

    fn expects(&self) -> &'static str {
        "a boolean"
    }

    fn boolean(&mut self, value: bool) -> Result {
        *self = value;
        Ok(())
    }

    /// Flags come as 0 and 1 from some endpoints.
    fn integer(&mut self, value: i64) -> Result {
        *self = match value {
            0 => false,
            1 => true,
            _ => return Err(DecodeError::unexpected(self.expects(), "a whole number")),
        };
        Ok(())
    }
}

impl Decode for i64 {
    fn blank() -> Self {
        0
    }

    fn expects(&self) -> &'static str {
        "a whole number"
    }

    /// Flags come as booleans from some endpoints.
    fn boolean(&mut self, value: bool) -> Result {
        *self = Self::from(value);
        Ok(())
    }

    fn integer(&mut self, value: i64) -> Result {
        *self = value;
        Ok(())
    }

    /// `3.0` is a whole number too.
    fn float(&mut self, value: f64) -> Result {
        /// Above this a float no longer tells neighbours apart.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.fract() != 0.0 || value.abs() > EXACT {
            return Err(DecodeError::unexpected(self.expects(), "a fractional number"));
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        {
            *self = value as Self;
        }
        Ok(())
    }

    fn text(&mut self, value: &str) -> Result {
        *self = value.parse().map_err(|_| DecodeError::unexpected(self.expects(), "a string"))?;
        Ok(())
    }
}

impl Decode for f64 {
    fn blank() -> Self {
        0.0
    }

    fn expects(&self) -> &'static str {
        "a number"
    }

    #[expect(clippy::cast_precision_loss, reason = "the field is declared as a floating point number")]
    fn integer(&mut self, value: i64) -> Result {
        *self = value as Self;
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "the field is declared as a floating point number")]
    fn large_integer(&mut self, value: u64) -> Result {
        *self = value as Self;
        Ok(())
    }

    fn float(&mut self, value: f64) -> Result {
        *self = value;
        Ok(())
    }

    fn text(&mut self, value: &str) -> Result {
        *self = value.parse().map_err(|_| DecodeError::unexpected(self.expects(), "a string"))?;
        Ok(())
    }
}

/// Anything, kept as it came.
impl Decode for Value {
    fn blank() -> Self {
        Self::Null
    }

    fn expects(&self) -> &'static str {
        "anything"
    }

    fn null(&mut self) -> Result {
        *self = Self::Null;
        Ok(())
    }

    fn boolean(&mut self, value: bool) -> Result {
        *self = Self::Bool(value);
        Ok(())
    }

    fn integer(&mut self, value: i64) -> Result {
        *self = value.into();
        Ok(())
    }

    fn large_integer(&mut self, value: u64) -> Result {
        *self = value.into();
        Ok(())
    }

    fn float(&mut self, value: f64) -> Result {
        *self = value.into();
        Ok(())
    }

    fn text(&mut self, value: &str) -> Result {
        *self = value.into();
        Ok(())
    }

    fn list(&mut self, items: &mut dyn Items) -> Result {
        let mut values: Vec<Self> = Vec::new();
        Decode::list(&mut values, items)?;
        *self = Self::Array(values);
        Ok(())
    }

    fn object(&mut self, members: &mut dyn Members) -> Result {
        let mut map = serde_json::Map::new();
        while let Some(name) = members.name()? {
            let name = name.to_owned();
            let mut value = Self::Null;
            members.value(&mut value)?;
            map.insert(name, value);
        }
        *self = Self::Object(map);
        Ok(())
    }
}

/// The data of a call that answers nothing: whatever comes is skipped.
impl Decode for () {
    fn blank() -> Self {}

    fn expects(&self) -> &'static str {
        "anything"
    }

    /// Skipping knows no depth and no range: what is not read cannot be wrong but in its syntax.
    fn skips(&self) -> bool {
        true
    }

    fn null(&mut self) -> Result {
        Ok(())
    }

    fn boolean(&mut self, _: bool) -> Result {
        Ok(())
    }

    fn integer(&mut self, _: i64) -> Result {
        Ok(())
    }

    fn large_integer(&mut self, _: u64) -> Result {
        Ok(())
    }

    fn float(&mut self, _: f64) -> Result {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result {
        Ok(())
    }

    fn list(&mut self, items: &mut dyn Items) -> Result {
        while items.next(self)? {}
        Ok(())
    }

    fn object(&mut self, members: &mut dyn Members) -> Result {
        while members.name()?.is_some() {
            members.value(self)?;
        }
        Ok(())
    }
}
