//! The JSON that stands at some paths of a text.

use std::cell::RefCell;

use serde_json::Value;

use super::decode::{Decode, Input, List};
use super::error::{DecodeError, PathSegment};
use super::reader::read_tolerantly;

/// The JSON values that were left out because of some errors, in their order. `text` must be the one that was read; lists
/// and objects in the values may take `room` bytes in all for their items and entries, and what takes more is not found.
pub(crate) fn raw_values<'e>(
    text: &[u8],
    room: usize,
    errors: impl Iterator<Item = &'e DecodeError>,
) -> Vec<Option<Value>> {
    let paths: Vec<Vec<&PathSegment>> = errors.map(|error| error.left_out_path().collect()).collect();
    let found = RefCell::new(vec![None; paths.len()]);
    let wanted = paths.iter().enumerate().map(|(index, path)| Wanted { index, rest: path }).collect();
    // What is broken was an error when the text was read first.
    let _ = read_tolerantly(text, room, &mut Level { wanted, found: &found });
    found.into_inner()
}

/// A value to be found at or below the current one.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    index: usize,
    rest: &'a [&'a PathSegment],
}

/// A value that is wanted itself, or below which others are.
struct Level<'a> {
    wanted: Vec<Wanted<'a>>,
    found: &'a RefCell<Vec<Option<Value>>>,
}

impl<'a> Level<'a> {
    /// What is wanted at or below the member or item for which `is` holds.
    fn below(&self, is: impl Fn(&PathSegment) -> bool) -> Self {
        let wanted = self.wanted.iter().filter_map(|wanted| {
            let (first, rest) = wanted.rest.split_first()?;
            is(first).then_some(Wanted { rest, ..*wanted })
        });
        Self { wanted: wanted.collect(), found: self.found }
    }
}

impl Decode for Level<'_> {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        if let Some(wanted) = self.wanted.iter().find(|wanted| wanted.rest.is_empty()) {
            let mut value = Value::Null;
            value.decode_from(input)?;
            self.found.borrow_mut()[wanted.index] = Some(value);
            return Ok(());
        }
        match input {
            Input::Object(members) => {
                while let Some(name) = members.name()? {
                    let mut member = self.below(|segment| segment.is_member(name));
                    if member.wanted.is_empty() {
                        members.skip()?;
                    } else {
                        members.value(&mut member)?;
                    }
                }
            }
            Input::List(items) => {
                let mut list = LevelItems { list: self, next: 0, item: self.below(|_| false) };
                while items.next(&mut list)? {}
            }
            _ => {}
        }
        Ok(())
    }
}

/// A list, item by item.
struct LevelItems<'a, 'b> {
    list: &'b Level<'a>,
    next: usize,
    item: Level<'a>,
}

impl List for LevelItems<'_, '_> {
    fn add(&mut self) -> &mut dyn Decode {
        let index = self.next;
        self.next += 1;
        self.item = self.list.below(|segment| segment.is_item(index));
        &mut self.item
    }

    fn place_size(&self) -> usize {
        0
    }

    fn remove_last(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_found_at_its_path() {
        let text = br#"{"data":{"list":[1,{"a":[7]},3]},"other":[0,2]}"#;
        let mut list = Vec::<i64>::new();
        let mut data = Outer { list: &mut list };
        let errors = read_tolerantly(text, usize::MAX, &mut data).unwrap();
        assert_eq!(errors.iter().map(DecodeError::path).collect::<Vec<_>>(), ["data.list[1]"]);
        assert_eq!(raw_values(text, usize::MAX, errors.iter()), [Some(serde_json::json!({"a": [7]}))]);
        assert_eq!(list, [1, 3]);
    }

    /// `data.list` of an object.
    struct Outer<'a> {
        list: &'a mut Vec<i64>,
    }

    impl Decode for Outer<'_> {
        fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
            let Input::Object(members) = input else { return Err(input.type_mismatch("an object")) };
            while let Some(name) = members.name()? {
                match name {
                    "data" => members.value(&mut Outer { list: self.list })?,
                    "list" => members.value(self.list)?,
                    _ => members.skip()?,
                }
            }
            Ok(())
        }
    }
}
