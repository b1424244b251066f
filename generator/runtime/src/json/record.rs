//! Objects with known members.

use super::decode::{Decode, Input, Members};
use super::encode::{Encode, FreeMembers, Writer};
use super::entries::{Entries, GrowingEntries, read_entry};
use super::error::DecodeError;

/// Implements reading, writing, `Debug`, `Default` and serde's traits for a struct that is a JSON object.
///
/// ```ignore
/// record!(Comment { id, author: "author_id" }
///     free others                        // the field for all other members, which are skipped without one
///     variant shape                      // in its place, the field for the union that all other members are an object of
///     required ["id"]                    // members that a response must have
///     rules [Rule::Length("id", 1, 20)]  // what must hold before the value is sent
///     weak_rules [Rule::AtMostOne(&["id", "author_id"])] // as before, but a value that breaks them is sent with a warning
///     constants ["kind" = "\"note\""]    // members that always have the same JSON value
/// );
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! record {
    (
        $ty:ident { $($field:ident $(: $name:literal)?),* $(,)? }
        $(free $free:ident)?
        $(variant $variant:ident)?
        $(required [$($required:literal),+ $(,)?])?
        $(rules [$($rule:expr),+ $(,)?])?
        $(weak_rules [$($weak_rule:expr),+ $(,)?])?
        $(constants [$($constant:literal = $json:literal),+ $(,)?])?
    ) => {
        const _: () = {
            const MEMBERS: &[&str] = &[$($crate::member!($field $($name)?),)* $($($constant,)+)?];

            impl $crate::json::Decode for $ty {
                fn decode_from(
                    &mut self,
                    input: $crate::json::Input<'_>,
                ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                    let required = &[$($($required),+)?];
                    $crate::read_members!(
                        input, MEMBERS, required, &mut [$(&mut self.$field),*]
                        $(, free: &mut self.$free)? $(, variant: &mut self.$variant)?
                    )
                }
            }

            $crate::const_default!($ty = Self {
                $($field: $crate::json::ConstEmpty::EMPTY,)*
                $($free: $crate::json::ConstEmpty::EMPTY,)?
                $($variant: $crate::json::ConstEmpty::EMPTY,)?
            });

            impl $crate::json::Encode for $ty {
                fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                    let values: &[&dyn $crate::json::Encode] =
                        &[$(&self.$field,)* $($(&$crate::json::Raw($json),)+)?];
                    $crate::write_members!(
                        to, MEMBERS, values $(, free: &self.$free)? $(, variant: &self.$variant)?
                        $(, rules: [$($rule),+])? $(, weak_rules: [$($weak_rule),+])?
                    );
                }
            }
        };

        impl ::std::fmt::Debug for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::json::debug(::std::stringify!($ty), self, f)
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// Reads the members of an object.
#[doc(hidden)]
#[macro_export]
macro_rules! read_members {
    ($input:expr, $members:expr, $required:expr, $places:expr) => {
        $crate::json::read_record($input, $members, $required, $places)
    };
    ($input:expr, $members:expr, $required:expr, $places:expr, free: $free:expr) => {
        $crate::json::read_open_record(
            $input,
            $members,
            $required,
            $places,
            $crate::json::free_entries($free),
        )
    };
    ($input:expr, $members:expr, $required:expr, $places:expr, variant: $variant:expr) => {
        $crate::json::read_record_of_variant($input, $members, $required, $places, $variant)
    };
}

/// Writes the members of an object, and checks them if there are rules.
#[doc(hidden)]
#[macro_export]
macro_rules! write_members {
    ($to:expr, $members:expr, $values:expr) => {
        $crate::json::write_record($to, $members, $values)
    };
    ($to:expr, $members:expr, $values:expr, free: $free:expr) => {
        $crate::json::write_open_record($to, $members, $values, $free)
    };
    (
        $to:expr, $members:expr, $values:expr, free: $free:expr
        $(, rules: [$($rule:expr),+])? $(, weak_rules: [$($weak_rule:expr),+])?
    ) => {
        $crate::codegen::write_checked_open_record(
            $to,
            $members,
            $values,
            $free,
            &[$($($rule),+)?],
            &[$($($weak_rule),+)?],
        )
    };
    ($to:expr, $members:expr, $values:expr, variant: $variant:expr) => {
        $crate::json::write_record_of_variant($to, $members, $values, $variant)
    };
    (
        $to:expr, $members:expr, $values:expr, variant: $variant:expr
        $(, rules: [$($rule:expr),+])? $(, weak_rules: [$($weak_rule:expr),+])?
    ) => {
        $crate::codegen::write_checked_record_of_variant(
            $to,
            $members,
            $values,
            $variant,
            &[$($($rule),+)?],
            &[$($($weak_rule),+)?],
        )
    };
    (
        $to:expr, $members:expr, $values:expr
        $(, rules: [$($rule:expr),+])? $(, weak_rules: [$($weak_rule:expr),+])?
    ) => {
        $crate::codegen::write_checked_record(
            $to,
            $members,
            $values,
            &[$($($rule),+)?],
            &[$($($weak_rule),+)?],
        )
    };
}

/// The name of the member that a field holds.
#[doc(hidden)]
#[macro_export]
macro_rules! member {
    ($field:ident) => {
        ::std::stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}

/// Reads each known member of an object into its place; `places` stand in the order of `members`. Others are skipped.
///
/// # Errors
/// When it is no object, a member does not fit, or one that is required is missing.
pub fn read_record(
    input: Input<'_>,
    members: &[&str],
    required: &[&'static str],
    places: &mut [&mut dyn Decode],
) -> Result<(), DecodeError> {
    read_members(input, members, required, places, None)
}

/// The same, but the others are kept in `free`.
///
/// # Errors
/// When it is no object, a known member does not fit, or one that is required is missing. Of the free ones, those that do
/// not fit are left out where anything may be.
pub fn read_open_record(
    input: Input<'_>,
    members: &[&str],
    required: &[&'static str],
    places: &mut [&mut dyn Decode],
    free: &mut dyn Entries,
) -> Result<(), DecodeError> {
    read_members(input, members, required, places, Some(free))
}

fn read_members(
    input: Input<'_>,
    members: &[&str],
    required: &[&'static str],
    places: &mut [&mut dyn Decode],
    free: Option<&mut dyn Entries>,
) -> Result<(), DecodeError> {
    let Input::Object(object) = input else { return Err(input.type_mismatch("an object")) };
    let mut seen = Seen::default();
    let mut free = free.map(GrowingEntries::of);
    let mut expected = 0;
    while let Some(name) = object.name()? {
        let at = position(members, expected, name);
        let Some(at) = at else {
            match &mut free {
                Some(free) => {
                    let result = read_entry(free.add(name), object);
                    free.keep(result, object)?;
                }
                None => object.skip()?,
            }
            continue;
        };
        match places.get_mut(at) {
            Some(place) => {
                if let Err(problem) = object.value(*place) {
                    leave_out(object, *place, problem, required.contains(&members[at]))?;
                }
            }
            // A constant.
            None => object.skip()?,
        }
        seen.insert(at);
        expected = at + 1;
    }
    if let Some(free) = free {
        free.sort();
    }
    let has_come =
        |name: &str| members.iter().position(|known| *known == name).is_some_and(|at| seen.contains(at));
    match required.iter().find(|name| !has_come(name)) {
        Some(name) => Err(DecodeError::missing(*name)),
        None => Ok(()),
    }
}

/// Makes a member absent whose value does not fit, if it can be absent.
#[cold]
fn leave_out(
    object: &mut dyn Members,
    place: &mut dyn Decode,
    problem: DecodeError,
    is_required: bool,
) -> Result<(), DecodeError> {
    // What can be absent takes `null` for absence.
    if is_required || place.decode_from(Input::Null).is_err() {
        return Err(problem);
    }
    object.leave_out(problem)
}

/// Writes an object of members that have these values, but for those that are absent.
pub fn write_record(to: &mut Writer<'_>, members: &[&str], values: &[&dyn Encode]) {
    to.object(|object| {
        for (name, value) in members.iter().zip(values) {
            object.put(name, *value);
        }
    });
}

/// The same, with `free` behind them. None of these may be called as one that stands there anyway: the value is not sent
/// then, and is written without it.
pub fn write_open_record(
    to: &mut Writer<'_>,
    members: &[&str],
    values: &[&dyn Encode],
    free: &dyn FreeMembers,
) {
    let tag = to.tag_here();
    let mut taken = None;
    to.object(|object| {
        for (name, value) in members.iter().zip(values) {
            object.put(name, *value);
        }
        free.each(&mut |name, value| {
            if members.contains(&name) || tag == Some(name) {
                taken = taken.take().or_else(|| Some(name.to_owned()));
            } else {
                object.put(name, value);
            }
        });
    });
    if let Some(name) = taken {
        to.reject(format!("`{name}` has a field of its own and cannot be a free member"));
    }
}

/// Where a name stands. Servers tend to keep to the order of the documentation, so the one after the last is tried first.
fn position(members: &[&str], expected: usize, name: &str) -> Option<usize> {
    if members.get(expected) == Some(&name) {
        return Some(expected);
    }
    members.iter().position(|known| *known == name)
}

/// Which members have come.
#[derive(Default)]
struct Seen {
    first: u128,
    /// Those that do not fit there: few objects have as many members.
    others: Vec<usize>,
}

impl Seen {
    fn insert(&mut self, member: usize) {
        match Self::bit(member) {
            Some(bit) => self.first |= bit,
            None => self.others.push(member),
        }
    }

    fn contains(&self, member: usize) -> bool {
        match Self::bit(member) {
            Some(bit) => self.first & bit != 0,
            None => self.others.contains(&member),
        }
    }

    fn bit(member: usize) -> Option<u128> {
        1_u128.checked_shl(u32::try_from(member).ok()?)
    }
}

pub use record;

#[cfg(test)]
mod tests;
