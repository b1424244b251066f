//! Objects with known members.

use crate::api::Check;

use super::{Decode, DecodeError, Input, Object, Writer};

/// A struct that is a JSON object on the wire.
pub trait Record {
    /// The members that an answer must have.
    fn required(&self) -> &'static [&'static str] {
        &[]
    }

    /// What must hold before the value is sent.
    fn checks(&self) -> &'static [Check] {
        &[]
    }

    /// Where the value of member `name` goes; `None` when the type does not know it.
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode>;

    /// Puts every member into `object`.
    fn members(&self, object: &mut Object<'_>);
}

/// Reads an object into a record; unknown members are skipped.
///
/// # Errors
/// When it is no object, a member does not fit, or one that must be there is missing.
pub fn read_record(record: &mut dyn Record, input: Input<'_>) -> Result<(), DecodeError> {
    let Input::Object(members) = input else { return Err(input.refused("an object")) };
    let required = record.required();
    let mut seen = 0_u64;
    while let Some(name) = members.name()? {
        if let Some(index) = required.iter().position(|known| *known == name) {
            seen |= 1 << index;
        }
        match record.place(name) {
            Some(place) => members.value(place)?,
            None => members.skip()?,
        }
    }
    match required.iter().enumerate().find(|(index, _)| seen & (1 << index) == 0) {
        Some((_, name)) => Err(DecodeError::missing(*name)),
        None => Ok(()),
    }
}

/// Writes a record as an object.
pub fn write_record(record: &dyn Record, to: &mut Writer) {
    to.checked(record.checks(), |to| to.object(|object| record.members(object)));
}
