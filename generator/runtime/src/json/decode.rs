//! What a value must be able to do to be read from JSON.

use super::DecodeError;

type Result<T = ()> = std::result::Result<T, DecodeError>;

/// A value that can take in a JSON value of any kind.
///
/// Each method takes one kind; those that a type does not override refuse.
pub trait Decode {
    /// A value to read into.
    fn blank() -> Self
    where
        Self: Sized;

    /// What the value takes, for messages: `a string`.
    fn expects(&self) -> &'static str;

    /// Whether `null` is a value of its own rather than the absence of one, so that an option keeps it.
    fn holds_null() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// Whether the value takes no notice of what comes, so that it may be skipped unread.
    fn skips(&self) -> bool {
        false
    }

    /// Takes `null`.
    ///
    /// # Errors
    /// Here as in all other methods: when the value does not take this.
    fn null(&mut self) -> Result {
        Err(DecodeError::unexpected(self.expects(), "null"))
    }

    /// Takes `true` or `false`.
    #[allow(clippy::missing_errors_doc, reason = "see `null`")]
    fn boolean(&mut self, _value: bool) -> Result {
        Err(DecodeError::unexpected(self.expects(), "a boolean"))
    }

    /// Takes a whole number.
    #[allow(clippy::missing_errors_doc, reason = "see `null`")]
    fn integer(&mut self, _value: i64) -> Result {
        Err(DecodeError::unexpected(self.expects(), "a whole number"))
    }

    /// Takes a whole number above `i64::MAX`.
    #[allow(clippy::missing_errors_doc, reason = "see `null`")]
    fn large_integer(&mut self, _value: u64) -> Result {
        Err(DecodeError::unexpected(self.expects(), "a whole number of more than 63 bits"))
    }

    /// Takes a number with a fraction or exponent.
    #[allow(clippy::missing_errors_doc, reason = "see `null`")]
    fn float(&mut self, _value: f64) -> Result {
        Err(DecodeError::unexpected(self.expects(), "a fractional number"))
    }

    /// Takes a string.
    #[allow(clippy::missing_errors_doc, reason = "see `null`")]
    fn text(&mut self, _value: &str) -> Result {
        Err(DecodeError::unexpected(self.expects(), "a string"))
    }

    /// Takes a list; must read it to its end.
    #[allow(clippy::missing_errors_doc, reason = "see `null`")]
    fn list(&mut self, _items: &mut dyn Items) -> Result {
        Err(DecodeError::unexpected(self.expects(), "a list"))
    }

    /// Takes an object; must read it to its end.
    #[allow(clippy::missing_errors_doc, reason = "see `null`")]
    fn object(&mut self, _members: &mut dyn Members) -> Result {
        Err(DecodeError::unexpected(self.expects(), "an object"))
    }
}

/// The items of a list, one after the other.
pub trait Items {
    /// Reads the next item into `into`; `false` when there is none.
    ///
    /// # Errors
    /// When the item does not fit or the text is malformed.
    fn next(&mut self, into: &mut dyn Decode) -> Result<bool>;
}

/// The members of an object, one after the other.
pub trait Members {
    /// The name of the next member, whose value must be read before the name after it.
    ///
    /// # Errors
    /// When the text is malformed.
    fn name(&mut self) -> Result<Option<&str>>;

    /// Reads the value of the member whose name came last.
    ///
    /// # Errors
    /// When the value does not fit or the text is malformed.
    fn value(&mut self, into: &mut dyn Decode) -> Result;
}

impl<T: Decode> Decode for Option<T> {
    fn blank() -> Self {
        None
    }

    fn expects(&self) -> &'static str {
        T::blank().expects()
    }

    fn null(&mut self) -> Result {
        *self = T::holds_null().then(T::blank);
        Ok(())
    }

    fn boolean(&mut self, value: bool) -> Result {
        self.insert(T::blank()).boolean(value)
    }

    fn integer(&mut self, value: i64) -> Result {
        self.insert(T::blank()).integer(value)
    }

    fn large_integer(&mut self, value: u64) -> Result {
        self.insert(T::blank()).large_integer(value)
    }

    fn float(&mut self, value: f64) -> Result {
        self.insert(T::blank()).float(value)
    }

    fn text(&mut self, value: &str) -> Result {
        match self.insert(T::blank()).text(value) {
            // Servers write "" where a number or object is not set.
            Err(_) if value.is_empty() => self.null(),
            result => result,
        }
    }

    fn list(&mut self, items: &mut dyn Items) -> Result {
        self.insert(T::blank()).list(items)
    }

    fn object(&mut self, members: &mut dyn Members) -> Result {
        self.insert(T::blank()).object(members)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn expects(&self) -> &'static str {
        (**self).expects()
    }

    fn null(&mut self) -> Result {
        (**self).null()
    }

    fn boolean(&mut self, value: bool) -> Result {
        (**self).boolean(value)
    }

    fn integer(&mut self, value: i64) -> Result {
        (**self).integer(value)
    }

    fn large_integer(&mut self, value: u64) -> Result {
        (**self).large_integer(value)
    }

    fn float(&mut self, value: f64) -> Result {
        (**self).float(value)
    }

    fn text(&mut self, value: &str) -> Result {
        (**self).text(value)
    }

    fn list(&mut self, items: &mut dyn Items) -> Result {
        (**self).list(items)
    }

    fn object(&mut self, members: &mut dyn Members) -> Result {
        (**self).object(members)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn expects(&self) -> &'static str {
        "a list"
    }

    fn null(&mut self) -> Result {
        self.clear();
        Ok(())
    }

    /// A single text stands for a list of one: sources disagree about a few fields.
    fn text(&mut self, value: &str) -> Result {
        self.clear();
        if value.is_empty() {
            return Ok(());
        }
        let mut item = T::blank();
        item.text(value).map_err(|_| DecodeError::unexpected("a list", "a string"))?;
        self.push(item);
        Ok(())
    }

    fn list(&mut self, items: &mut dyn Items) -> Result {
        self.clear();
        loop {
            let mut item = T::blank();
            if !items.next(&mut item).map_err(|e| e.within_item(self.len()))? {
                return Ok(());
            }
            self.push(item);
        }
    }
}
