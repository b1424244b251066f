//! OpenAPI 3.0 or 3.1, or Swagger 2.0 → a starting spec in the dialect.
//!
//! The reading is lenient: what is malformed in the document is ignored. Nothing is lost without a word: what the dialect
//! cannot express becomes a note, and so does every key of the document that nobody read. Whatever the document, the
//! result is a spec without errors. It is a starting point: a person then adds what no OpenAPI document states, such as
//! rate limits, error codes and pagination.

mod name;
mod reference;
mod note;
mod swagger;
mod documents;
mod unread;
mod write;
mod types;
mod cycle;
mod operation;
mod flat_schema;
mod inferred_limit;
mod limit_sets;
mod pagination_styles;
mod only;
mod importer;
mod translation;
mod faces;
mod tag;
mod server;
mod vendor;
mod endpoint_limit;
mod schema;
mod enumeration;
mod type_of;
mod alternative;
mod object_union;
mod further_members;
mod object;
mod union;
mod example;
mod constraint;
mod route;
mod response;
mod stream;
mod refusal;
mod spread;
mod param;
mod bytes_body;
mod form;
mod offered_body;
mod body;
mod variant;
mod security;
mod envelope;
mod paging;
mod endpoint;
mod api;
mod limit;
mod overlay;
mod carried;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::file::SourceFile;
use crate::untyped::Untyped;
use cycle::break_cycles;
use documents::{Documents, ReadFile};
use example::FindMistakes;
use importer::Importer;
use operation::Endpoint;
use swagger::is_swagger;
use tag::{COMMON, TaggedOperations};
use types::{Field, Form};
use unread::{NEEDLESS, Walk};
use write::{quote, word};

pub(crate) use carried::{CARRIED, carried_spec, carry};
pub(crate) use limit::probe as probe_limit;
pub use note::{Note, NoteKind, NotePlace, render_notes_json};
pub use only::Only;
pub(crate) use overlay::apply_overlay;
pub(crate) use tag::count_operations;

/// A spec made of a foreign description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The files of the spec.
    pub files: Vec<SourceFile>,
    /// What the dialect cannot express of the description, or what the description leaves open.
    pub notes: Vec<Note>,
    /// How many operations of the description have endpoints. One that speaks several media types has several.
    pub operations: usize,
}

/// Why no spec can be made of a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// What is wrong, with places.
    pub message: String,
    /// What was met until then, such as the operations that had to be left out.
    pub notes: Vec<Note>,
}

/// The file of what belongs to the whole API, and that of its error codes.
const API_FILE: &str = "api";
const ERRORS_FILE: &str = "errors";

/// The parts of a resource's file.
#[derive(Debug, Default)]
struct ResourceFile {
    /// As the spec writes it.
    doc: String,
    endpoints: String,
    types: String,
}

/// Makes a spec of an OpenAPI document, of some of its operations if `only` says which. `limit` is a rate limit in the words of
/// the dialect, for all endpoints;
/// `find_mistakes` reads the spec that was made, to see which examples fit.
pub(crate) fn import(
    document: Untyped,
    limit: &str,
    only: &[Only],
    read_file: &mut ReadFile<'_>,
    find_mistakes: &FindMistakes<'_>,
) -> Result<Imported, ImportError> {
    let refused = |message: String| ImportError { message, notes: Vec::new() };
    match (document.text("openapi"), document.peek("swagger")) {
        (Some(version), _) if version.starts_with("3.") => {}
        (Some(version), _) => {
            return Err(refused(format!("version {version} of OpenAPI is not known here, only 3.0 and 3.1")));
        }
        (None, Some(_)) if is_swagger(&document) => {}
        (None, Some(version)) => {
            return Err(refused(format!("version {version} of Swagger is not known here, only 2.0")));
        }
        (None, None) => {
            let why = "this is no OpenAPI document: it says neither `openapi: 3.…` nor `swagger: \"2.0\"`";
            return Err(refused(why.to_owned()));
        }
    }
    let limit = limit::spell(limit);
    let documents = Documents::load(document, read_file).map_err(refused)?;
    let mut importer = Importer::new(&documents, only);
    if let Some(spec) = importer.document.get(CARRIED) {
        let note = "the spec that the document carries says something else than the document, which counts";
        importer.notes.changed(note, CARRIED, spec);
        spec.count_as_read();
    }
    let mut made = importer.make_files(&limit);
    made.iter_mut().for_each(|files| importer.leave_out_misfits(files, find_mistakes));
    let operations = importer.imported.len();
    let mut walk = Walk::through(&documents, &importer.kinds.borrow(), &importer.notes.addresses());
    let mut unread = walk.unread_notes();
    if importer.choice.is_partial() {
        // Of what no operation needs that is wanted, nothing is told.
        unread.retain(|note| !note.message.ends_with(NEEDLESS));
    }
    unread.extend(documents.notes().iter().cloned());
    let notes = importer.notes.into_list(&walk.pointers, unread);
    let mut files = made.map_err(|message| ImportError { message, notes: notes.clone() })?;
    if let Some(api) = files.first_mut() {
        api.text.insert_str(0, &api::notes_as_comment(&notes));
    }
    Ok(Imported { files, notes, operations })
}

impl<'d> Importer<'d> {
    /// All files, `api.yaml` first.
    fn make_files(&mut self, limit: &str) -> Result<Vec<SourceFile>, String> {
        let mut groups = self.group_by_tag();
        if let Some(mistake) = self.choice.mistake() {
            return Err(mistake);
        }
        self.add_variants(&mut groups);
        self.reserve_names(&groups);
        self.read_credentials(&groups);
        self.read_hosts();
        let operations = groups.iter().flat_map(|group| &group.operations).map(|(_, found)| *found);
        self.limit_sets = self.find_limits(operations.collect(), limit);
        let errors = self.errors_file();
        let mut parts: BTreeMap<String, ResourceFile> = BTreeMap::new();
        let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for TaggedOperations { resource, tag, operations, .. } in &groups {
            let made = operations.iter().filter_map(|(name, found)| {
                let endpoint = self.import_endpoint(*found, resource, name)?;
                self.imported.insert((found.path, found.method));
                Some(endpoint)
            });
            let endpoints: Vec<Endpoint> = made.collect();
            if !endpoints.is_empty() {
                let doc = self.tag_doc(tag);
                let lines = endpoints.iter().map(|endpoint| endpoint.lines.as_str()).collect();
                self.sent_types.extend(endpoints.iter().flat_map(|endpoint| endpoint.sent_names.clone()));
                let part = ResourceFile { doc, endpoints: lines, ..ResourceFile::default() };
                parts.insert(resource.snake().to_owned(), part);
                uses.insert(
                    resource.snake().to_owned(),
                    endpoints.into_iter().flat_map(|endpoint| endpoint.type_names).collect(),
                );
            }
        }
        self.assign_types(&uses, &mut parts);
        let api = self.api_file();
        self.note_document_gaps(errors.is_some());
        if parts.is_empty() {
            return Err("the document has no operation that the dialect can say".to_owned());
        }
        let mut files = vec![SourceFile { path: format!("{API_FILE}.yaml"), text: api }];
        files.extend(errors.map(|text| SourceFile { path: format!("{ERRORS_FILE}.yaml"), text }));
        files.extend(parts.into_iter().map(|(name, part)| part.file(&name)));
        Ok(files)
    }

    /// What the document says about a tag, or the tag in words.
    fn tag_doc(&self, tag: &str) -> String {
        let said = self.tags.get(tag).copied().and_then(|known| {
            self.remember_kind(known, "a tag");
            known.count_key_as_read("name");
            self.description(known)
        });
        said.unwrap_or_else(|| quote(&write::words_of(tag)))
    }

    /// Writes each type into the file of the one resource that uses it, or into the common file if several do.
    fn assign_types(
        &mut self,
        uses: &BTreeMap<String, BTreeSet<String>>,
        files: &mut BTreeMap<String, ResourceFile>,
    ) {
        // The one resource that uses a type, or `None` if several do. What several use uses others for all of them, so that each
        // type is looked at twice at most, however many resources there are.
        let mut users: BTreeMap<String, Option<&str>> = BTreeMap::new();
        for (resource, direct) in uses {
            let mut pending: Vec<(&String, Option<&str>)> =
                direct.iter().map(|name| (name, Some(resource.as_str()))).collect();
            while let Some((name, user)) = pending.pop() {
                let Some(def) = self.types.get(name) else { continue };
                let user = match users.get(name) {
                    Some(known) if *known == user || known.is_none() => continue,
                    Some(_) => None,
                    None => user,
                };
                users.insert(name.clone(), user);
                pending.extend(def.type_names().into_iter().map(|used| (used, user)));
            }
        }
        // Types that were read and then not used, such as the members of a union that became `any`, are dropped.
        self.types.retain(|name, _| users.contains_key(name));
        self.let_null_be_sent();
        for member in break_cycles(&mut self.types) {
            let note = "a required member by which a type contains itself without end; made optional";
            self.notes.changed(note, member, self.document);
        }
        for (name, def) in &self.types {
            let resource = users[name].unwrap_or(COMMON);
            let file = files.entry(resource.to_owned()).or_insert_with(|| ResourceFile {
                doc: quote("Types that several resources use."),
                ..ResourceFile::default()
            });
            file.types.push_str(&def.lines(name));
        }
    }

    /// In types that are sent, a member that may be `null` says so: absence is another thing there.
    fn let_null_be_sent(&mut self) {
        let mut pending: Vec<String> = std::mem::take(&mut self.sent_types).into_iter().collect();
        let mut visited: BTreeSet<String> = BTreeSet::new();
        while let Some(name) = pending.pop() {
            let Some(def) = self.types.get_mut(&name).filter(|_| !visited.contains(&name)) else { continue };
            pending.extend(def.type_names().into_iter().cloned());
            if let Form::Fields { fields, .. } = &mut def.form {
                *fields = std::mem::take(fields).into_iter().map(Field::sent).collect();
            }
            visited.insert(name);
        }
    }

    /// Adds the notes on the document as a whole. To be called last: one of them counts undocumented members.
    fn note_document_gaps(&mut self, has_errors: bool) {
        let webhooks = self.document.members("webhooks");
        if self.choice.is_partial() {
            webhooks.iter().for_each(|(_, webhook)| webhook.count_as_read());
        }
        for (name, webhook) in webhooks.iter().filter(|_| !self.choice.is_partial()) {
            self.notes.left_out(
                "a call that the server makes; left out, and to be described under `events`",
                &**name,
                webhook,
            );
            webhook.count_as_read();
        }
        // The version of OpenAPI, which was checked, says nothing about the API.
        self.document.count_key_as_read("openapi");
        let everywhere = "the whole document";
        if self.paginations.is_empty() {
            self.notes.open("pagination of lists; write `pagination` by hand", everywhere);
        }
        if self.limit_sets.is_empty() {
            self.notes.open("rate limits; all endpoints have the same one", everywhere);
        }
        if !has_errors {
            self.notes.open("error codes; write errors.yaml by hand", everywhere);
        }
        if self.undocumented > 0 {
            let count = format!("{} members and parameters", self.undocumented);
            self.notes.open("descriptions of members; made from their names", count);
        }
    }
}

impl ResourceFile {
    /// The file of the resource of this name.
    fn file(self, name: &str) -> SourceFile {
        let mut text = format!("resource: {}\ndoc: {}\n", word(name), self.doc);
        for (section, lines) in [("endpoints", self.endpoints), ("types", self.types)] {
            if !lines.is_empty() {
                text.push_str(&format!("\n{section}:\n{lines}"));
            }
        }
        // No name of a resource has a `-`, so that the file is that of no other.
        let file = if [API_FILE, ERRORS_FILE].contains(&name) {
            format!("resource-{name}")
        } else {
            name.to_owned()
        };
        SourceFile { path: format!("{file}.yaml"), text }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ImportError {}
