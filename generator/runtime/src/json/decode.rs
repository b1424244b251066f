//! What a value must be able to do to be read from JSON.

use super::{DecodeError, Input};

type Result<T = ()> = std::result::Result<T, DecodeError>;

/// A value that can take in a JSON value.
///
/// One method takes all kinds: a large client has hundreds of types in options, lists and boxes, and every method is
/// compiled once for each of them.
pub trait Decode {
    /// A value to read into.
    fn blank() -> Self
    where
        Self: Sized;

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

    /// Takes a JSON value in.
    ///
    /// # Errors
    /// When the value does not take this.
    fn take(&mut self, input: Input<'_>) -> Result;
}

/// The items of a list, one after the other.
pub trait Items {
    /// Reads the next item into a new place of `list`; `false` when there is none.
    ///
    /// # Errors
    /// When the item does not fit or the text is malformed.
    fn next(&mut self, list: &mut dyn List) -> Result<bool>;
}

/// A list that is being read.
pub trait List {
    /// A new place at its end.
    fn add(&mut self) -> &mut dyn Decode;
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

    /// Passes over the value of the member whose name came last.
    ///
    /// # Errors
    /// When the text is malformed.
    fn skip(&mut self) -> Result;
}

impl<T: Decode> Decode for Option<T> {
    fn blank() -> Self {
        None
    }

    fn take(&mut self, input: Input<'_>) -> Result {
        read_option(self, input, T::holds_null())
    }
}

/// An option that is being read.
trait Optional {
    /// Holds a blank value, or none; gives where the value goes.
    fn renew(&mut self, with_value: bool) -> Option<&mut dyn Decode>;
}

impl<T: Decode> Optional for Option<T> {
    fn renew(&mut self, with_value: bool) -> Option<&mut dyn Decode> {
        *self = if with_value { Some(T::blank()) } else { None };
        match self {
            Some(value) => Some(value),
            None => None,
        }
    }
}

fn read_option(option: &mut dyn Optional, input: Input<'_>, holds_null: bool) -> Result {
    let is_value = holds_null || !matches!(input, Input::Null);
    // Servers write "" where a number or object is not set.
    let is_empty = matches!(input, Input::Text(""));
    let Some(value) = option.renew(is_value) else { return Ok(()) };
    match value.take(input) {
        Err(_) if is_empty => {
            option.renew(false);
            Ok(())
        }
        result => result,
    }
}

impl<T: Decode> Decode for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn take(&mut self, input: Input<'_>) -> Result {
        (**self).take(input)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn take(&mut self, input: Input<'_>) -> Result {
        self.clear();
        read_list(self, input)
    }
}

impl<T: Decode> List for Vec<T> {
    fn add(&mut self) -> &mut dyn Decode {
        let end = self.len();
        self.push(T::blank());
        &mut self[end]
    }
}

fn read_list(list: &mut dyn List, input: Input<'_>) -> Result {
    match input {
        Input::Null | Input::Text("") => Ok(()),
        // A single text stands for a list of one: sources disagree about a few fields.
        Input::Text(text) => list.add().take(Input::Text(text)).map_err(|_| input.refused("a list")),
        Input::List(items) => {
            let mut read = 0;
            while items.next(list).map_err(|error| error.within_item(read))? {
                read += 1;
            }
            Ok(())
        }
        _ => Err(input.refused("a list")),
    }
}
