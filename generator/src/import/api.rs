//! `api.yaml` of the new spec.

use super::importer::Importer;
use super::name::{Case, Names, name_of};
use super::note::Note;
use super::write::{paragraph, quote};
use crate::untyped::Untyped;

/// The notes, as a comment at the top of the file.
pub(super) fn notes_as_comment(notes: &[Note]) -> String {
    let mut text = String::from(
        "# A starting spec, written from an OpenAPI document by `cargo xtask import-openapi`. What it changed or left out,\n\
         # and what the document does not state:\n#\n",
    );
    for note in notes {
        let line: String = note.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        text.push_str(&format!("# - {line}\n"));
    }
    text.push('\n');
    text
}

impl<'d> Importer<'d> {
    /// The hosts, as lines of the spec. Sets `base_path` to the path of the first one, which precedes every route; a
    /// server with another path is left out.
    pub(super) fn read_hosts(&mut self) -> String {
        let mut names = Names::new(Case::Pascal, &[]);
        let mut text = String::new();
        let document = self.document;
        for server in document.list("servers") {
            let url = url_with_defaults(server);
            let Some((origin, path)) = split_url(&url) else {
                self.notes.add("a server without a full address; left out", url);
                continue;
            };
            if text.is_empty() {
                self.base_path = path.to_owned();
            } else if path != self.base_path {
                self.notes.add("a server with another path than the first one; left out", url);
                continue;
            }
            let doc = server.text("description").map_or_else(|| format!("`{origin}`."), paragraph);
            let base = if text.is_empty() { "main" } else { server.text("description").unwrap_or("other") };
            let base: String = base.split_whitespace().take(3).collect::<Vec<_>>().join("_");
            let name = names.claim(&base, "host").snake().to_owned();
            text.push_str(&format!("  {name}: {{url: {}, doc: {}}}\n", quote(origin), quote(&doc)));
        }
        if text.is_empty() {
            self.notes.add("no server address; write `hosts` by hand", "servers");
            text = "  main: {url: \"https://api.example.com\", doc: \"To be written.\"}\n".to_owned();
        }
        text
    }

    /// The text of the file.
    pub(super) fn api_file(&self, hosts: &str, limit: &str) -> String {
        let info = self.document.get("info");
        let title = info.and_then(|info| info.text("title")).unwrap_or("Imported");
        let title = paragraph(title);
        let doc = info.and_then(|info| info.text("description")).map(paragraph).filter(|doc| !doc.is_empty());
        let doc = doc.unwrap_or_else(|| format!("A client of {title}."));
        let package = name_of(&title).snake().split('_').take(4).collect::<Vec<_>>().join("-");
        format!(
            "api:\n  name: {}\n  crate: {package}-client\n  version: 0.1.0\n  doc: {}\n\nhosts:\n{hosts}{}\n\
             rate_limits:\n  per: [credential, endpoint]\n  default: standard\n  sets:\n    standard: {limit}\n  \
             throttled: {{status: 429}}\n\nenvelopes:\n  plain: {}\n",
            quote(&title),
            quote(&doc),
            self.security_sections(),
            self.envelope(),
        )
    }
}

/// A server's URL, with the default values of its variables.
fn url_with_defaults(server: &Untyped) -> String {
    let mut url = server.text("url").unwrap_or_default().to_owned();
    for (name, variable) in server.members("variables") {
        url = url.replace(&format!("{{{name}}}"), variable.text("default").unwrap_or_default());
    }
    url
}

/// A URL split into scheme with authority, and path; `None` if the dialect cannot express it.
fn split_url(url: &str) -> Option<(&str, &str)> {
    let start = ["https://", "http://"].iter().find(|scheme| url.starts_with(**scheme))?.len();
    let end = url[start..].find('/').map_or(url.len(), |at| start + at);
    let (origin, path) = url.split_at(end);
    let in_authority = |c: char| c.is_ascii_alphanumeric() || "-._:".contains(c);
    let path = path.trim_end_matches('/');
    let is_plain_path =
        path.chars().all(|c| c.is_ascii_alphanumeric() || "/-._~".contains(c)) && !path.contains("//");
    (origin.len() > start && origin[start..].chars().all(in_authority) && is_plain_path)
        .then_some((origin, path))
}
