//! The state of a conversion.

use std::collections::{BTreeMap, BTreeSet};

use super::super::note::{NoteKind, NotePlace};
use super::super::reference::reference_of;
use super::media::Media;
use super::moves::Moves;
use crate::untyped::Untyped;

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    Schema,
    Parameter,
    Response,
    PathItem,
}

/// A part of some file that has no place of its own in Swagger, and is converted because something refers to it.
#[derive(Debug)]
pub(super) struct LoosePart<'d> {
    pub(super) place: &'d str,
    pub(super) kind: PartKind,
    /// The media types of where it was first referred to.
    pub(super) media: Media<'d>,
}

/// The state of a conversion.
#[derive(Debug)]
pub(super) struct Converter<'d> {
    pub(super) files: &'d BTreeMap<String, Untyped>,
    pub(super) moves: Moves,
    pub(super) notes: BTreeMap<(NoteKind, String), Vec<NotePlace>>,
    /// Parts that are still to be converted.
    pub(super) pending: Vec<LoosePart<'d>>,
    /// Parts that were found, by their places.
    known_parts: BTreeSet<&'d str>,
    /// The media types of responses and bodies that operations share, by their places: those of the first operation.
    pub(super) shared_media: BTreeMap<&'d str, Media<'d>>,
}

impl<'d> Converter<'d> {
    pub(super) fn new(files: &'d BTreeMap<String, Untyped>) -> Self {
        Self {
            files,
            moves: Moves::default(),
            notes: BTreeMap::new(),
            pending: Vec::new(),
            known_parts: BTreeSet::new(),
            shared_media: BTreeMap::new(),
        }
    }

    /// Something is not as the document says it, or not there at all.
    pub(super) fn note(&mut self, kind: NoteKind, message: &str, name: String, place: &str) {
        let places = self.notes.entry((kind, message.to_owned())).or_default();
        places.push(NotePlace { name, pointer: Some(place.to_owned()) });
    }

    /// Something refers to a place.
    pub(super) fn refer(&mut self, value: &'d Untyped, kind: PartKind, media: &Media<'d>) {
        let Some(place) = reference_of(value) else { return };
        // What stands in its place is converted there.
        let sections = ["/definitions/", "/parameters/", "/responses/", "/paths/"];
        let is_placed = place.split_once('#').is_some_and(|(file, pointer)| {
            let is_document = self.files.get(file).is_some_and(|file| file.peek("swagger").is_some());
            is_document && sections.iter().any(|section| pointer.starts_with(section))
        });
        if !is_placed && self.known_parts.insert(place) {
            self.pending.push(LoosePart { place, kind, media: media.clone() });
        }
    }

    /// A value itself, or what it refers to in the end.
    pub(super) fn resolve(&self, mut value: &'d Untyped) -> &'d Untyped {
        /// A longer way leads back to itself, which is refused later.
        const LONGEST: usize = 32;
        for _ in 0..LONGEST {
            match reference_of(value).and_then(|place| self.at(place)) {
                Some(next) => value = next,
                None => break,
            }
        }
        value
    }

    /// The value at a place of the original files.
    pub(super) fn at(&self, place: &str) -> Option<&'d Untyped> {
        let (file, pointer) = place.split_once('#')?;
        self.files.get(file)?.peek_at(pointer)
    }
}
