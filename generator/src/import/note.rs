//! What a document says and the dialect cannot, or what it leaves open.

use std::collections::BTreeMap;

/// Findings by kind, each kind in the order in which it was met.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<&'static str, Vec<String>>);

/// One kind of finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What could not be said, or was left open.
    pub what: String,
    /// Where: operations, types or members of the document, without repetition.
    pub places: Vec<String>,
}

impl Notes {
    /// Adds a finding.
    pub(super) fn add(&mut self, what: &'static str, place: impl Into<String>) {
        self.0.entry(what).or_default().push(place.into());
    }

    /// All findings.
    pub(super) fn into_list(self) -> Vec<Note> {
        let note = |(what, mut places): (&str, Vec<String>)| {
            let mut seen = std::collections::BTreeSet::new();
            places.retain(|place| seen.insert(place.clone()));
            Note { what: what.to_owned(), places }
        };
        self.0.into_iter().map(note).collect()
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const SHOWN: usize = 4;
        write!(f, "{}: {}", self.what, self.places[..self.places.len().min(SHOWN)].join(", "))?;
        match self.places.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, ", and {more} more"),
        }
    }
}
