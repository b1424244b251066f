//! Members of an object on their way into a map.

use std::cmp::Ordering;

use super::decode::{Decode, Members};
use super::error::{DecodeError, Place};

/// The entries of a map that is being read.
pub trait Entries {
    /// A new entry at the end, and where its value goes; `None` when no key has this name.
    fn add(&mut self, name: &str) -> Option<&mut dyn Decode>;

    /// How many bytes an entry takes by itself.
    fn entry_size(&self) -> usize;

    /// How the keys of two entries compare.
    fn compare(&self, one: usize, other: usize) -> Ordering;

    /// Has two entries change places.
    fn swap(&mut self, one: usize, other: usize);

    /// Takes away what stands behind the first `len` entries.
    fn truncate(&mut self, len: usize);
}

/// Entries to which one member after the other is added.
pub(super) struct GrowingEntries<'e> {
    entries: &'e mut dyn Entries,
    /// How many were read so far.
    read: usize,
    /// Whether their keys ascend.
    sorted: bool,
}

/// Where the value of a member goes.
pub(super) struct EntryPlace<'p> {
    value: &'p mut dyn Decode,
    /// How many bytes the entry takes, its name included.
    size: usize,
}

/// Reads the value of the member whose name came last into the place for it, or passes over it if there is none.
pub(super) fn read_entry(
    place: Result<EntryPlace<'_>, DecodeError>,
    members: &mut dyn Members,
) -> Result<(), DecodeError> {
    match place {
        Ok(place) => {
            members.take_room(place.size)?;
            members.value(place.value)
        }
        Err(problem) => members.skip().and(Err(problem)),
    }
}

impl<'e> GrowingEntries<'e> {
    /// Those that nothing was added to.
    pub(super) fn of(entries: &'e mut dyn Entries) -> Self {
        Self { entries, read: 0, sorted: true }
    }

    /// A place for the member of this name, for [`read_entry`]; then [`Self::keep`] says whether it stays.
    ///
    /// # Errors
    /// When no key has the name.
    pub(super) fn add(&mut self, name: &str) -> Result<EntryPlace<'_>, DecodeError> {
        let size = self.entries.entry_size() + name.len();
        match self.entries.add(name) {
            Some(value) => Ok(EntryPlace { value, size }),
            None => {
                let problem = DecodeError::unexpected("a whole number as name", "another name");
                Err(problem.within(Place::Member(name)))
            }
        }
    }

    /// Keeps the entry that was added last, or goes on without it if it could not be read.
    ///
    /// # Errors
    /// When nothing may be left out, or nothing more can be read.
    pub(super) fn keep(
        &mut self,
        result: Result<(), DecodeError>,
        members: &mut dyn Members,
    ) -> Result<(), DecodeError> {
        if let Err(problem) = result {
            members.leave_out(problem)?;
            self.entries.truncate(self.read);
            return Ok(());
        }
        self.sorted &= self.read == 0 || self.entries.compare(self.read - 1, self.read).is_lt();
        self.read += 1;
        Ok(())
    }

    /// Puts all in the order of their keys.
    pub(super) fn sort(self) {
        if !self.sorted {
            sort(self.entries, self.read);
        }
    }
}

/// Puts entries in the order of their keys; of those with the same key, the last one stays.
fn sort(entries: &mut dyn Entries, len: usize) {
    // At each index, the entry that belongs there.
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&one, &other| entries.compare(one, other));
    for index in 0..len {
        // What stood here may have been swapped to the index of another one already.
        let mut from = order[index];
        while from < index {
            from = order[from];
        }
        order[index] = from;
        entries.swap(index, from);
    }
    let mut kept = 0;
    for index in 0..len {
        if index + 1 == len || entries.compare(index, index + 1).is_ne() {
            entries.swap(kept, index);
            kept += 1;
        }
    }
    entries.truncate(kept);
}
