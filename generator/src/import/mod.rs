//! OpenAPI 3.0 or 3.1 → a starting spec in the dialect.
//!
//! The reading is lenient: what is malformed or unknown in the document is ignored, and what the dialect cannot express
//! becomes a note. Whatever the document, the result is a spec without errors. It is a starting point: a person then
//! adds what no OpenAPI document states, such as rate limits, error codes and pagination.

mod name;
mod note;
mod write;
mod types;
mod operation;
mod tag;
mod importer;
mod api;
mod endpoint;
mod envelope;
mod schema;
mod param;
mod bytes_body;
mod security;
mod type_of;

use std::collections::{BTreeMap, BTreeSet};

use crate::file::SourceFile;
use crate::untyped::Untyped;
use importer::Importer;
use operation::Endpoint;
use tag::{COMMON, TaggedOperations, group_by_tag};
use types::break_cycles;
use write::{paragraph, quote};

pub use note::Note;

/// A spec made of a foreign description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The files of the spec.
    pub files: Vec<SourceFile>,
    /// What the dialect cannot express of the description, or what the description leaves open.
    pub notes: Vec<Note>,
}

/// The parts of a resource's file.
#[derive(Debug, Default)]
struct ResourceFile {
    doc: String,
    endpoints: String,
    types: String,
}

/// Makes a spec of an OpenAPI document. `limit` is a rate limit in the words of the dialect, for all endpoints.
pub(crate) fn import(document: &Untyped, limit: &str) -> Result<Imported, String> {
    match document.text("openapi") {
        Some(version) if version.starts_with("3.") => {}
        Some(version) => {
            return Err(format!("version {version} of OpenAPI is not known here, only 3.0 and 3.1"));
        }
        None => return Err("this is no OpenAPI 3 document: it does not say `openapi: 3.…`".to_owned()),
    }
    let groups = group_by_tag(document);
    let mut importer = Importer::new(document, &groups);
    importer.read_credentials();
    let hosts = importer.read_hosts();
    let mut parts: BTreeMap<String, ResourceFile> = BTreeMap::new();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for TaggedOperations { resource, tag, operations, .. } in &groups {
        let made =
            operations.iter().filter_map(|(name, found)| importer.import_endpoint(*found, resource, name));
        let endpoints: Vec<Endpoint> = made.collect();
        if !endpoints.is_empty() {
            let doc = importer.tag_doc(tag);
            let lines = endpoints.iter().map(|endpoint| endpoint.lines.as_str()).collect();
            let part = ResourceFile { doc, endpoints: lines, ..ResourceFile::default() };
            parts.insert(resource.snake().to_owned(), part);
            uses.insert(
                resource.snake().to_owned(),
                endpoints.into_iter().flat_map(|endpoint| endpoint.type_names).collect(),
            );
        }
    }
    if parts.is_empty() {
        return Err("the document has no operation that the dialect can say".to_owned());
    }
    importer.assign_types(&uses, &mut parts);
    importer.note_document_gaps();
    let api = importer.api_file(&hosts, limit);
    let notes = importer.notes.into_list();
    let head = api::notes_as_comment(&notes);
    let mut files = vec![SourceFile { path: "api.yaml".into(), text: head + &api }];
    files.extend(parts.into_iter().map(|(name, part)| part.file(&name)));
    Ok(Imported { files, notes })
}

impl<'d> Importer<'d> {
    /// What the document says about a tag, or the tag in words.
    fn tag_doc(&self, tag: &str) -> String {
        let known = self.document.list("tags").iter().find(|known| known.text("name") == Some(tag));
        known.and_then(|known| known.text("description")).map_or_else(|| write::words_of(tag), paragraph)
    }

    /// Writes each type into the file of the one resource that uses it, or into the common file if several do.
    fn assign_types(
        &mut self,
        uses: &BTreeMap<String, BTreeSet<String>>,
        files: &mut BTreeMap<String, ResourceFile>,
    ) {
        let mut users: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (resource, direct) in uses {
            let (mut pending, mut visited): (Vec<_>, BTreeSet<&String>) =
                (direct.iter().collect(), BTreeSet::new());
            while let Some(name) = pending.pop() {
                if let (true, Some(def)) = (visited.insert(name), self.types.get(name)) {
                    users.entry(name.clone()).or_default().insert(resource);
                    pending.extend(def.type_names());
                }
            }
        }
        // Types that were read and then not used, such as the members of a union that became `any`, are dropped.
        self.types.retain(|name, _| users.contains_key(name));
        for member in break_cycles(&mut self.types) {
            self.notes
                .add("a required member by which a type contains itself without end; made optional", member);
        }
        for (name, def) in &self.types {
            let resources = &users[name];
            let resource =
                if resources.len() == 1 { resources.first().copied().unwrap_or(COMMON) } else { COMMON };
            let file = files.entry(resource.to_owned()).or_insert_with(|| ResourceFile {
                doc: "Types that several resources use.".to_owned(),
                ..ResourceFile::default()
            });
            file.types.push_str(&def.lines(name));
        }
    }

    /// Adds the notes on the document as a whole. To be called last: one of them counts undocumented members.
    fn note_document_gaps(&mut self) {
        for (path, item) in self.document.members("paths") {
            for method in ["head", "options", "trace"].into_iter().filter(|method| item.get(method).is_some())
            {
                self.notes
                    .add("a method that the dialect does not know; left out", format!("{method} {path}"));
            }
        }
        if !self.document.members("webhooks").is_empty() {
            self.notes
                .add("calls that the server makes; left out, and to be described under `events`", "webhooks");
        }
        let everywhere = "the whole document";
        self.notes.add("pagination of lists; write `pagination` by hand", everywhere);
        self.notes.add("rate limits; all endpoints have the same one", everywhere);
        self.notes.add("error codes; write errors.yaml by hand", everywhere);
        if self.undocumented > 0 {
            let count = format!("{} members and parameters", self.undocumented);
            self.notes.add("descriptions of members; made from their names", count);
        }
    }
}

impl ResourceFile {
    /// The file of the resource of this name.
    fn file(self, name: &str) -> SourceFile {
        let mut text = format!("resource: {name}\ndoc: {}\n", quote(&self.doc));
        for (section, lines) in [("endpoints", self.endpoints), ("types", self.types)] {
            if !lines.is_empty() {
                text.push_str(&format!("\n{section}:\n{lines}"));
            }
        }
        SourceFile { path: format!("{name}.yaml"), text }
    }
}
