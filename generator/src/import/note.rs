//! Notes on what an import could not express in the dialect, or what the document leaves open.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::untyped::Untyped;

/// What became of that which a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// A whole operation, parameter, body or server is not in the spec.
    LeftOut,
    /// It is in the spec, but not as the document says it.
    Changed,
    /// A key of the document that the import has no use for.
    Unread,
    /// The document does not say it.
    Open,
}

impl NoteKind {
    /// The word that stands for it in JSON and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::Changed => "changed",
            Self::Unread => "unread",
            Self::Open => "open",
        }
    }
}

/// One message, with every place that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What became of it.
    pub kind: NoteKind,
    /// What could not be said, or was left open.
    pub message: String,
    /// Where, without repetition.
    pub places: Vec<NotePlace>,
}

/// A place that a note is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotePlace {
    /// Operation, type or member in words, such as ``GET /items `limit` ``.
    pub name: String,
    /// Where it stands in the document: a JSON pointer such as `#/paths/~1items/get`, behind the name of the file if it
    /// is another one. `None` for what stands nowhere.
    pub pointer: Option<String>,
}

/// The address of a value in memory, by which its place in the document is found at the end.
type Address = usize;

/// A place while the import still runs: its name, and the address of its value.
type FoundPlace = (String, Option<Address>);

/// All notes so far.
#[derive(Debug, Default)]
pub(super) struct Notes(RefCell<BTreeMap<(NoteKind, String), Vec<FoundPlace>>>);

impl Notes {
    /// Something is not in the spec.
    pub(super) fn left_out(&self, message: &str, place: impl Into<String>, value: &Untyped) {
        self.add(NoteKind::LeftOut, message, place, Some(value));
    }

    /// Something is in the spec otherwise than in the document.
    pub(super) fn changed(&self, message: &str, place: impl Into<String>, value: &Untyped) {
        self.add(NoteKind::Changed, message, place, Some(value));
    }

    /// The document leaves something open.
    pub(super) fn open(&self, message: &str, place: impl Into<String>) {
        self.add(NoteKind::Open, message, place, None);
    }

    /// Adds a place to the note with this message.
    fn add(&self, kind: NoteKind, message: &str, place: impl Into<String>, value: Option<&Untyped>) {
        let place = (place.into(), value.map(address));
        self.0.borrow_mut().entry((kind, message.to_owned())).or_default().push(place);
    }

    /// All notes, by kind and then in alphabetical order. `pointers` gives the places of values, and `unread` are notes
    /// on keys that nobody read.
    pub(super) fn into_list(self, pointers: &BTreeMap<Address, String>, unread: Vec<Note>) -> Vec<Note> {
        let note = |((kind, message), places): ((NoteKind, String), Vec<FoundPlace>)| {
            let mut known = BTreeSet::new();
            let places = places.into_iter().map(|(name, address)| {
                let pointer = address.and_then(|address| pointers.get(&address).cloned());
                NotePlace { name, pointer }
            });
            let places = places.filter(|place| known.insert(place.clone())).collect();
            Note { kind, message, places }
        };
        let mut notes: Vec<Note> = self.0.into_inner().into_iter().map(note).chain(unread).collect();
        notes.sort_by(|a, b| (a.kind, &a.message).cmp(&(b.kind, &b.message)));
        notes
    }

    /// The addresses of the values that notes are about.
    pub(super) fn addresses(&self) -> BTreeSet<Address> {
        self.0.borrow().values().flatten().filter_map(|(_, address)| *address).collect()
    }
}

/// The address of a value.
pub(super) fn address(value: &Untyped) -> Address {
    std::ptr::from_ref(value).addr()
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 4;
        let shown: Vec<&str> = self.places.iter().take(SHOWN).map(|place| place.name.as_str()).collect();
        write!(f, "{}: {}", self.message, shown.join(", "))?;
        match self.places.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, ", and {more} more"),
        }
    }
}

/// Notes as JSON, with all of their places.
#[must_use]
pub fn render_notes_json(notes: &[Note]) -> String {
    let place = |place: &NotePlace| serde_json::json!({"name": place.name, "pointer": place.pointer});
    let note = |note: &Note| {
        let places: Vec<_> = note.places.iter().map(place).collect();
        serde_json::json!({"kind": note.kind.word(), "message": note.message, "places": places})
    };
    let notes: Vec<_> = notes.iter().map(note).collect();
    format!("{:#}\n", serde_json::Value::Array(notes))
}
