//! Where the bodies of errors hold their code and message.

use std::collections::BTreeMap;

use super::endpoint::is_json;
use super::importer::Importer;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The envelope: responses are not wrapped; errors have their code and message at the path that most error schemas
    /// have.
    pub(super) fn envelope(&self) -> String {
        let mut votes: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for schema in self.error_schemas() {
            let flat = self.flatten(schema);
            for (name, member) in &flat.properties {
                for (key, path) in self.candidates(name, member) {
                    *votes.entry((key, path)).or_default() += 1;
                }
            }
        }
        let best = |key: &str| {
            let votes = votes.iter().filter(|((of, path), _)| *of == key && self.is_free(key, path));
            votes.max_by_key(|(_, count)| **count).map(|((_, path), _)| format!("{key}: {path}"))
        };
        let mut paths: Vec<String> = ["code", "message"].into_iter().filter_map(best).collect();
        if paths.iter().any(|path| path.starts_with("code")) {
            // Such documents describe the codes of refusals; that there is one on success is not known.
            paths.insert(0, "success: status".to_owned());
        }
        format!("{{{}}}", paths.join(", "))
    }

    /// The schemas of all responses with an error status.
    fn error_schemas(&self) -> Vec<&'d Untyped> {
        let paths = self.document.members("paths").iter().flat_map(|(_, item)| item.entries());
        let responses = paths.flat_map(|(_, operation)| operation.members("responses"));
        let refused = responses.filter(|(status, _)| !status.starts_with('2') && !status.starts_with('3'));
        let content = refused.flat_map(|(_, response)| self.resolve(response).members("content"));
        content.filter(|(kind, _)| is_json(kind)).filter_map(|(_, media)| media.get("schema")).collect()
    }

    /// The envelope's keys that a member of an error may serve as, each with the path of the value.
    fn candidates(&self, name: &str, member: &'d Untyped) -> Vec<(&'static str, &'static str)> {
        let is = |schema: &'d Untyped, word: &str| self.flatten(schema).types == [word];
        match name {
            "message" if is(member, "string") => vec![("message", "message")],
            "code" if is(member, "integer") => vec![("code", "code")],
            "status_code" if is(member, "integer") => vec![("code", "status_code")],
            "error" => {
                let inner = self.flatten(member).properties;
                let has = |wanted: &str, word| {
                    inner.iter().any(|(name, schema)| *name == wanted && is(schema, word))
                };
                let message = has("message", "string").then_some(("message", "error.message"));
                message.into_iter().chain(has("code", "integer").then_some(("code", "error.code"))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether no successful response has a member at this path that would be read as a part of an error.
    fn is_free(&self, key: &str, path: &str) -> bool {
        let (top, inside) = path.split_once('.').map_or((path, false), |(top, _)| (top, true));
        let expected = match (key, inside) {
            (_, true) => "object",
            ("message", _) => "string",
            // A code on success would read as a failure.
            _ => "",
        };
        self.responses.iter().all(|(name, kind)| name != top || kind == expected)
    }
}
