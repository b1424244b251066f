//! Swagger 2.0 → OpenAPI 3.0, before anything else is read, so that nobody later has to know of it.
//!
//! What has no counterpart stays where it is, and becomes a note as anything that nobody reads. Notes name places of the
//! document as its author knows it: [`Moves`] remembers what was put elsewhere.

mod moves;
mod media;
mod converter;
mod schema;
mod param;
mod server;
mod response;
mod body;
mod operation;
mod document;

use std::collections::BTreeMap;

use super::note::Note;
use crate::untyped::Untyped;
use converter::Converter;

pub(super) use document::is_swagger;
pub(super) use moves::Moves;

/// What comes of a conversion.
#[derive(Debug, Default)]
pub(super) struct Converted {
    /// All files by their paths. References in them still lead to where things were.
    pub(super) files: BTreeMap<String, Untyped>,
    pub(super) moves: Moves,
    /// What was lost on the way.
    pub(super) notes: Vec<Note>,
}

/// Converts the files that are Swagger 2.0, and those parts of others to which they refer. All references have one form, as
/// `Documents` gives them.
pub(super) fn convert(files: BTreeMap<String, Untyped>) -> Converted {
    if !files.values().any(is_swagger) {
        return Converted { files, ..Converted::default() };
    }
    let mut converter = Converter::new(&files);
    let mut made: BTreeMap<String, Untyped> = BTreeMap::new();
    let documents: Vec<(&String, &Untyped)> = files.iter().filter(|(_, file)| is_swagger(file)).collect();
    // All operations come first: they say in which media types the parts that they share travel.
    let paths: Vec<Untyped> =
        documents.iter().map(|(path, document)| converter.paths(path, document)).collect();
    for ((path, document), paths) in documents.into_iter().zip(paths) {
        made.insert(path.clone(), converter.document(path, document, paths));
    }
    let parts = converter.parts();
    let Converter { moves, notes, .. } = converter;
    let mut files: BTreeMap<String, Untyped> =
        files.into_iter().map(|(path, file)| (path.clone(), made.remove(&path).unwrap_or(file))).collect();
    for (place, part) in parts {
        let Some((path, pointer)) = place.split_once('#') else { continue };
        if let Some(value) = files.get_mut(path).and_then(|file| file.at_mut(pointer)) {
            *value = part;
        }
    }
    let notes = notes.into_iter().map(|((kind, message), places)| Note { kind, message, places }).collect();
    Converted { files, moves, notes }
}
