//! Options, boxes and lists.

use super::decode::{ConstEmpty, Decode, Empty, Input, List};
use super::encode::{Encode, ListItems, Writer};
use super::error::DecodeError;

type Result<T = ()> = std::result::Result<T, DecodeError>;

impl<T: Empty> Decode for Option<T> {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        read_option(self, input, T::accepts_null())
    }
}

impl<T: Empty> Empty for Option<T> {
    fn empty() -> Self {
        None
    }
}

impl<T: Empty> ConstEmpty for Option<T> {
    const EMPTY: Self = None;
}

/// An option that is being read.
trait Optional {
    /// Becomes an empty value or none; gives where the value goes.
    fn renew(&mut self, with_value: bool) -> Option<&mut dyn Decode>;
}

impl<T: Empty> Optional for Option<T> {
    fn renew(&mut self, with_value: bool) -> Option<&mut dyn Decode> {
        *self = if with_value { Some(T::empty()) } else { None };
        match self {
            Some(value) => Some(value),
            None => None,
        }
    }
}

fn read_option(option: &mut dyn Optional, input: Input<'_>, accepts_null: bool) -> Result {
    let is_value = accepts_null || !matches!(input, Input::Null);
    // Servers write "" where a number or object is not set.
    let is_empty = matches!(input, Input::Text(""));
    let Some(value) = option.renew(is_value) else { return Ok(()) };
    match value.decode_from(input) {
        Err(_) if is_empty => {
            option.renew(false);
            Ok(())
        }
        result => result,
    }
}

impl<T: Empty> Decode for Box<T> {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        (**self).decode_from(input)
    }
}

impl<T: Empty> Empty for Box<T> {
    fn empty() -> Self {
        Self::new(T::empty())
    }
}

impl<T: Empty> Decode for Vec<T> {
    fn decode_from(&mut self, input: Input<'_>) -> Result {
        self.clear();
        read_list(self, input)
    }
}

impl<T: Empty> Empty for Vec<T> {
    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Empty> ConstEmpty for Vec<T> {
    const EMPTY: Self = Self::new();
}

impl<T: Empty> List for Vec<T> {
    fn add(&mut self) -> &mut dyn Decode {
        let end = self.len();
        self.push(T::empty());
        &mut self[end]
    }

    fn place_size(&self) -> usize {
        size_of::<T>()
    }

    fn remove_last(&mut self) {
        self.pop();
    }
}

fn read_list(list: &mut dyn List, input: Input<'_>) -> Result {
    match input {
        Input::Null | Input::Text("") => Ok(()),
        // A single text stands for a list of one: sources disagree about a few fields.
        Input::Text(text) => {
            list.add().decode_from(Input::Text(text)).map_err(|_| input.type_mismatch("a list"))
        }
        Input::List(items) => loop {
            match items.next(list) {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(problem) => {
                    items.leave_out(problem)?;
                    list.remove_last();
                }
            }
        },
        _ => Err(input.type_mismatch("a list")),
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, to: &mut Writer<'_>) {
        match self {
            Some(value) => value.encode(to),
            None => to.raw(b"null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    fn encode(&self, to: &mut Writer<'_>) {
        (**self).encode(to);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, to: &mut Writer<'_>) {
        to.list(self);
    }
}

impl<T: Encode> ListItems for Vec<T> {
    fn item(&self, index: usize) -> Option<&dyn Encode> {
        match self.get(index) {
            Some(item) => Some(item),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::encode::Object;

    struct Three([Option<i64>; 3]);

    impl Encode for Three {
        fn encode(&self, to: &mut Writer<'_>) {
            to.object(|object: &mut Object<'_, '_>| {
                ["a", "b", "c"].iter().zip(&self.0).for_each(|(name, value)| object.put(name, value))
            });
        }
    }

    #[test]
    fn absent_members_are_left_out_wherever_they_stand() {
        let written = |values| String::from_utf8(Writer::to_vec(&Three(values))).unwrap();
        assert_eq!(written([None, Some(1), None]), r#"{"b":1}"#);
        assert_eq!(written([Some(1), None, Some(2)]), r#"{"a":1,"c":2}"#);
        assert_eq!(written([None; 3]), "{}");
        assert_eq!(Writer::to_vec(&vec![None, Some(1)]), b"[null,1]");
    }
}
