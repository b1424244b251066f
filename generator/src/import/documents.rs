//! A document with all files that it refers to.
//!
//! References are relative to the file in which they stand. Here they are all written in one way, so that nobody later
//! has to know where a value stands: `#/components/schemas/Item` leads into the document itself, and
//! `schemas/item.yaml#/Item` into another file, by its path from the folder of the document.

use std::collections::{BTreeMap, BTreeSet};

use super::note::{Note, address};
use super::reference::{escape, normalize, reference_of};
use super::swagger::{Converted, Moves, convert};
use crate::untyped::Untyped;

/// Gives a file that was read, by its path from the folder of the document, or says why it cannot.
pub(crate) type ReadFile<'a> = dyn FnMut(&str) -> Result<Untyped, String> + 'a;

/// Members whose own members are names that the author chose, not keywords.
pub(super) const NAME_MAPS: [&str; 21] = [
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "dependentSchemas",
    "encoding",
    "examples",
    "headers",
    "links",
    "mapping",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "variables",
    "webhooks",
];

/// Members that hold values of the API: a `$ref` in them is no reference.
const VALUES: [&str; 5] = ["const", "default", "enum", "example", "value"];

/// A document with all files that it refers to.
#[derive(Debug)]
pub(super) struct Documents {
    /// By their paths; the document itself has an empty one.
    files: BTreeMap<String, Untyped>,
    /// What stood elsewhere before the files were converted.
    moves: Moves,
    /// What was lost by that.
    notes: Vec<Note>,
}

impl Documents {
    /// Loads whatever a document refers to, and checks that every reference leads somewhere.
    pub(super) fn load(document: Untyped, read_file: &mut ReadFile<'_>) -> Result<Self, String> {
        let mut known = BTreeSet::from([String::new()]);
        let mut pending = vec![(String::new(), document)];
        let (mut files, mut mistakes) = (BTreeMap::new(), Vec::new());
        while let Some((file, mut document)) = pending.pop() {
            let mut wanted = Vec::new();
            each_reference(&mut document, false, &mut |reference| match normalize(&file, reference) {
                Ok(normal) => {
                    wanted.push((normal.file.clone(), reference.clone()));
                    *reference = normal.to_string();
                }
                Err(why) => mistakes.push(format!("`$ref: {reference}`{} {why}", within(&file))),
            });
            files.insert(file.clone(), document);
            for (target, reference) in wanted {
                if !known.insert(target.clone()) {
                    continue;
                }
                match read_file(&target) {
                    Ok(loaded) => pending.push((target, loaded)),
                    Err(why) => {
                        let place = within(&file);
                        mistakes.push(format!("`$ref: {reference}`{place} cannot be followed: {why}"));
                    }
                }
            }
        }
        let Converted { mut files, moves, notes } = convert(files);
        for file in files.values_mut() {
            each_reference(file, false, &mut |reference| *reference = moves.ahead(reference));
        }
        let documents = Self { files, moves, notes };
        if mistakes.is_empty() {
            documents.check_references(&mut mistakes);
        }
        if mistakes.is_empty() { Ok(documents) } else { Err(mistakes.join("\n")) }
    }

    /// The document itself.
    pub(super) fn root(&self) -> &Untyped {
        &self.files[""]
    }

    /// All files with their paths, the document itself first.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &Untyped)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// Where a place stood before its file was converted.
    pub(super) fn original(&self, place: &str) -> String {
        self.moves.back(place)
    }

    /// What was lost when files were converted.
    pub(super) fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The value that a reference leads to. What it passes on its way counts as read.
    pub(super) fn follow(&self, reference: &str) -> Option<&Untyped> {
        let (file, pointer) = reference.split_once('#')?;
        self.files.get(file)?.follow(pointer)
    }

    /// Finds references that lead nowhere, or to nothing but one another.
    fn check_references(&self, mistakes: &mut Vec<String>) {
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        for (file, document) in &self.files {
            each_place(document, false, &mut |pointer, holder, reference| {
                let place = || {
                    let at = self.original(&format!("{file}#{pointer}"));
                    format!("`$ref: {}` at {at}", self.original(reference))
                };
                if self.peek_at(reference).is_none() {
                    mistakes.push(format!("{} leads to nothing: there is no such place", place()));
                }
                // Each one is walked from once, so that long chains take no longer than short ones.
                let mut passed: BTreeSet<usize> = BTreeSet::new();
                let mut next = Some((holder, reference));
                while let Some((holder, reference)) = next {
                    if !seen.insert(address(holder)) {
                        if passed.contains(&address(holder)) {
                            mistakes.push(format!("{} leads back to itself", place()));
                        }
                        break;
                    }
                    passed.insert(address(holder));
                    next = self.peek_at(reference).and_then(|target| Some((target, reference_of(target)?)));
                }
            });
        }
    }

    /// Like [`Self::follow`], without counting anything as read.
    fn peek_at(&self, reference: &str) -> Option<&Untyped> {
        let (file, pointer) = reference.split_once('#')?;
        self.files.get(file)?.peek_at(pointer)
    }
}

/// ` in items.yaml`, or nothing for the document itself.
fn within(file: &str) -> String {
    if file.is_empty() { String::new() } else { format!(" in {file}") }
}

/// Calls `change` with every reference inside a value. `names` says that its members are names that the author chose.
fn each_reference(value: &mut Untyped, names: bool, change: &mut dyn FnMut(&mut String)) {
    match value {
        Untyped::List(items) => items.iter_mut().for_each(|item| each_reference(item, false, change)),
        Untyped::Map(entries) => {
            for (key, value) in entries.entries_mut() {
                let is_reference = &**key == "$ref" && !names;
                match value {
                    Untyped::Str(reference) if is_reference => change(reference),
                    Untyped::Map(mapping) if &**key == "mapping" && !names => {
                        // A discriminator names types by references, or by their bare names.
                        let targets =
                            mapping.entries_mut().iter_mut().filter_map(|(_, target)| match target {
                                Untyped::Str(target) if target.contains(['#', '/']) => Some(target),
                                _ => None,
                            });
                        targets.for_each(&mut *change);
                    }
                    _ if !names && is_value(key) => {}
                    _ => each_reference(value, !names && NAME_MAPS.contains(&&**key), change),
                }
            }
        }
        _ => {}
    }
}

/// Calls `visit` with every reference inside a value: where it stands, the object whose `$ref` it is, and its text.
fn each_place<'d>(root: &'d Untyped, names: bool, visit: &mut dyn FnMut(&str, &'d Untyped, &'d str)) {
    fn walk<'d>(
        value: &'d Untyped,
        pointer: &mut String,
        names: bool,
        visit: &mut dyn FnMut(&str, &'d Untyped, &'d str),
    ) {
        if let (false, Some(reference)) = (names, reference_of(value)) {
            visit(pointer, value, reference);
        }
        let length = pointer.len();
        for (index, item) in value.items().iter().enumerate() {
            pointer.push_str(&format!("/{index}"));
            walk(item, pointer, false, visit);
            pointer.truncate(length);
        }
        for (key, member) in value.peek_entries().iter().filter(|(key, _)| names || !is_value(key)) {
            pointer.push('/');
            pointer.push_str(&escape(key));
            walk(member, pointer, !names && NAME_MAPS.contains(&&**key), visit);
            pointer.truncate(length);
        }
    }
    walk(root, &mut String::new(), names, visit);
}

/// Whether a member holds values of the API, or something that only some tool understands.
fn is_value(key: &str) -> bool {
    VALUES.contains(&key) || key.starts_with("x-")
}
