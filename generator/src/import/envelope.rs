//! Where the bodies of errors hold their code and message.

use std::collections::BTreeMap;

use super::importer::Importer;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The envelope, as a YAML mapping: where the code and the message of an error stand. They stand where most of the
    /// document's error schemas have them; successful responses are not wrapped.
    pub(super) fn envelope(&self) -> String {
        // How many error schemas have the value of an envelope's key at a path.
        let mut votes: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for schema in &self.error_schemas {
            let flat = self.flatten(schema);
            for (name, member) in &flat.properties {
                for (key, path) in self.candidates(name, member) {
                    *votes.entry((key, path)).or_default() += 1;
                }
            }
        }
        let best_path = |wanted: &str| {
            let votes = votes.iter().filter(|((key, path), _)| *key == wanted && self.is_free(key, path));
            votes.max_by_key(|(_, count)| **count).map(|((_, path), _)| *path)
        };
        let mut entries = Vec::new();
        if let Some(path) = best_path("code") {
            // The document says that errors have a code, not that successful responses have one as well, so what proves
            // success is the status.
            entries.extend(["success: status".to_owned(), format!("code: {path}")]);
        }
        entries.extend(best_path("message").map(|path| format!("message: {path}")));
        format!("{{{}}}", entries.join(", "))
    }

    /// The envelope's keys whose value a member of an error may be, or may hold, each with the path of the value.
    fn candidates(&self, name: &str, member: &'d Untyped) -> Vec<(&'static str, &'static str)> {
        let is = |schema: &'d Untyped, word: &str| self.flatten(schema).types == [word];
        match name {
            "message" if is(member, "string") => vec![("message", "message")],
            "code" if is(member, "integer") => vec![("code", "code")],
            "status_code" if is(member, "integer") => vec![("code", "status_code")],
            "error" => {
                let inner = &self.flatten(member).properties;
                let has = |wanted: &str, word| {
                    inner.iter().any(|(name, schema)| *name == wanted && is(schema, word))
                };
                let message = has("message", "string").then_some(("message", "error.message"));
                message.into_iter().chain(has("code", "integer").then_some(("code", "error.code"))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the path can be read as this key of the envelope: no successful response has a member there that would be
    /// taken for a part of an error.
    fn is_free(&self, key: &str, path: &str) -> bool {
        let (top, is_nested) = path.split_once('.').map_or((path, false), |(top, _)| (top, true));
        // The type that a successful response's member may have without being mistaken; `None` if it may not be there.
        let harmless = match (key, is_nested) {
            (_, true) => Some("object"),
            ("message", false) => Some("string"),
            // A code on success would read as a failure.
            _ => None,
        };
        let is_harmless = |kind: &Option<&str>| harmless.is_some() && *kind == harmless;
        self.success_members.iter().all(|(name, kind)| name != top || is_harmless(kind))
    }
}
