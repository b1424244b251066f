//! Notes on what an import could not express in the dialect, or what the document leaves open.

use std::collections::BTreeMap;

/// The places of all notes by message; those of one message in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<&'static str, Vec<String>>);

/// One message, with every place that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What could not be said, or was left open.
    pub message: String,
    /// Where: operations, types or members of the document, without repetition.
    pub places: Vec<String>,
}

impl Notes {
    /// Adds a place to the note with this message.
    pub(super) fn add(&mut self, message: &'static str, place: impl Into<String>) {
        self.0.entry(message).or_default().push(place.into());
    }

    /// All notes, in alphabetical order.
    pub(super) fn into_list(self) -> Vec<Note> {
        let note = |(message, mut places): (&str, Vec<String>)| {
            let mut known = std::collections::BTreeSet::new();
            places.retain(|place| known.insert(place.clone()));
            Note { message: message.to_owned(), places }
        };
        self.0.into_iter().map(note).collect()
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const SHOWN: usize = 4;
        write!(f, "{}: {}", self.message, self.places[..self.places.len().min(SHOWN)].join(", "))?;
        match self.places.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, ", and {more} more"),
        }
    }
}
