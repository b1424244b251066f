//! What the refusals of operations hold.

use std::collections::BTreeSet;

use super::importer::Importer;
use super::operation::FoundOperation;
use super::response::{is_file, is_json};
use crate::ir::Statuses;
use crate::untyped::Untyped;

/// What the refusals of an endpoint hold.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    /// The types of the spec that they name.
    pub(super) type_names: BTreeSet<String>,
    /// The entries of `refusals`: statuses and types, as the spec writes them.
    entries: Vec<(String, String)>,
}

impl Refusals {
    /// The line of the spec; nothing if the document says nothing of refusals.
    pub(super) fn line(&self) -> String {
        if self.entries.is_empty() {
            return String::new();
        }
        let entries: Vec<String> = self.entries.iter().map(|(key, ty)| format!("{key}: {ty}")).collect();
        format!("    refusals: {{{}}}\n", entries.join(", "))
    }
}

impl<'d> Importer<'d> {
    /// What the refusals of an operation hold: the JSON bodies of all responses that are no successes. In these `envelope`
    /// later looks for a code and a message.
    pub(super) fn refusals(&mut self, found: &FoundOperation<'d>, name_hint: &str) -> Refusals {
        let all = found.operation.get("responses").unwrap_or(&Untyped::Null);
        let mut refusals = Refusals::default();
        for (status, response) in all.peek_entries() {
            if status.starts_with(['1', '2']) {
                continue;
            }
            all.count_key_as_read(status);
            let response = self.resolve(response);
            self.remember_kind(response, "a response");
            let mut content = response.members("content").iter().filter(|(kind, _)| is_json(kind));
            // The response to `HEAD` has no body, though documents describe that of `GET`.
            let Some((_, media)) = content.next().filter(|_| found.method != "HEAD") else { continue };
            self.remember_kind(media, "a media type");
            let place = || format!("{} {}", found.route(), &**status);
            for (_, other) in content {
                let note = "a refusal in another media type beside the first one; left out";
                self.notes.left_out(note, place(), other);
                other.count_as_read();
            }
            let Some(schema) = media.get("schema") else { continue };
            // A document may say a status twice, as `404` and `0404`.
            let key = Statuses::read(&status.to_lowercase()).map(Statuses::text);
            let key = key.filter(|key| refusals.entries.iter().all(|(known, _)| known != key));
            let Some(key) = key.filter(|_| !is_file(&self.flatten(schema))) else {
                let note =
                    "a refusal whose status is none, or is there twice, or whose body is a file; left out";
                self.notes.left_out(note, place(), response);
                schema.count_as_read();
                continue;
            };
            self.error_schemas.push(schema);
            let hint = if key == "default" { String::new() } else { format!("_{key}") };
            let ty = self.type_of(schema, &format!("{name_hint}_refusal{hint}"));
            refusals.type_names.extend(ty.type_names.iter().cloned());
            refusals.entries.push((key, ty.with_null().spec_text));
        }
        refusals
    }
}
