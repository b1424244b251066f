//! Servers of the document, of paths and of operations.

use super::importer::Importer;
use super::name::{Case, Names};
use super::operation::FoundOperation;
use super::write::{doc_text, quote, word};
use crate::untyped::Untyped;

/// What stands for the host that the document does not name.
const NO_HOST: &str = "https://api.example.com";

/// A server: scheme and host, and the path that precedes all others.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Server {
    /// `None` where the document leaves it to the place from which it was fetched.
    origin: Option<String>,
    path: String,
}

impl<'d> Importer<'d> {
    /// The hosts, as lines of the spec. Sets `origin` and `base_path` to those of the first server; one with another path
    /// is left out.
    pub(super) fn read_hosts(&mut self) -> String {
        let mut names = Names::new(Case::Pascal, &[]);
        let mut text = String::new();
        for server in self.document.list("servers") {
            self.mark_kind(server, "a server");
            let url = url_with_defaults(server);
            let Some(Server { origin, path }) = read_url(&url) else {
                self.notes.left_out("a server with an address that is none; left out", url, server);
                continue;
            };
            if text.is_empty() {
                self.base_path = path.clone();
            } else if path != self.base_path {
                self.notes.left_out("a server with another path than the first one; left out", url, server);
                server.count_as_read();
                continue;
            }
            if !server.members("variables").is_empty() {
                self.notes.changed("variables of a server; their defaults are used", &*url, server);
                server.members("variables").iter().for_each(|(_, variable)| variable.count_as_read());
            }
            let origin = origin.unwrap_or_else(|| {
                self.notes.open("a server without a host; write it under `hosts`", &*url);
                NO_HOST.to_owned()
            });
            let description = server.text("description");
            let doc = description.and_then(doc_text).unwrap_or_else(|| format!("`{origin}`."));
            let base = if text.is_empty() { "main" } else { description.unwrap_or("other") };
            let base: String = base.split_whitespace().take(3).collect::<Vec<_>>().join("_");
            let name = names.claim(&base, "host").name;
            let line = format!("{{url: {}, doc: {}}}", quote(&origin), quote(&doc));
            if text.is_empty() {
                self.origin = origin;
            }
            text.push_str(&format!("  {}: {line}\n", word(name.snake())));
        }
        if text.is_empty() {
            self.notes.open("no server address; write `hosts` by hand", "servers");
            self.origin = NO_HOST.to_owned();
            text = format!("  main: {{url: {}, doc: \"To be written.\"}}\n", quote(NO_HOST));
        }
        text
    }

    /// The path that precedes that of an operation; `None`, with a note, if the operation stands at another host. Calls go
    /// to one host for all endpoints, which would get a token and not know the operation.
    pub(super) fn base_path_of(&self, found: &FoundOperation<'d>) -> Option<String> {
        let own = [found.operation, found.path_item].map(|level| level.list("servers"));
        let Some(servers) = own.into_iter().find(|servers| !servers.is_empty()) else {
            return Some(self.base_path.clone());
        };
        servers.iter().for_each(|server| self.mark_kind(server, "a server"));
        let known = servers.iter().filter_map(|server| read_url(&url_with_defaults(server)));
        let mut here =
            known.filter(|server| server.origin.as_ref().is_none_or(|origin| *origin == self.origin));
        let first = here.next();
        if first.is_none() {
            self.leave_out(found, "an operation at a host of its own; left out");
        } else if servers.len() > 1 {
            let note = "an operation with several servers; sent to the usual host";
            self.notes.changed(note, found.route(), found.operation);
        }
        servers.iter().for_each(Untyped::count_as_read);
        first.map(|server| server.path)
    }
}

/// A server's URL, with the default values of its variables.
fn url_with_defaults(server: &Untyped) -> String {
    let mut url = server.text("url").unwrap_or_default().to_owned();
    for (name, variable) in server.members("variables") {
        url = url.replace(&format!("{{{}}}", &**name), variable.text("default").unwrap_or_default());
    }
    url
}

/// Reads a server's URL; `None` if the dialect cannot express it.
fn read_url(url: &str) -> Option<Server> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| url.starts_with(scheme));
    let (start, is_relative) = match scheme {
        Some(scheme) => (scheme.len(), false),
        None => (0, true),
    };
    if is_relative && (url.is_empty() || url.contains("//") || url.contains(':')) {
        return None;
    }
    let end = if is_relative { 0 } else { url[start..].find('/').map_or(url.len(), |at| start + at) };
    let (origin, path) = url.split_at(end);
    let in_authority = |c: char| c.is_ascii_alphanumeric() || "-._:".contains(c);
    let good_origin = origin.len() > start && origin[start.min(origin.len())..].chars().all(in_authority);
    let path = path.trim_start_matches("./").trim_matches('/');
    let path = if path.is_empty() || path == "." { String::new() } else { format!("/{path}") };
    let in_path = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let good_segment = |segment: &str| !["", ".", ".."].contains(&segment);
    let good_path = path.chars().all(in_path) && (path.is_empty() || path[1..].split('/').all(good_segment));
    if !good_path || !(is_relative || good_origin) {
        return None;
    }
    Some(Server { origin: (!is_relative).then(|| origin.to_owned()), path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_servers_keep_their_path() {
        let read = |url| read_url(url).map(|server| (server.origin, server.path));
        let at = |origin: &str, path: &str| Some((Some(origin.to_owned()), path.to_owned()));
        assert_eq!(read("https://api.example.com/v1/"), at("https://api.example.com", "/v1"));
        assert_eq!(read("http://localhost:8080"), at("http://localhost:8080", ""));
        assert_eq!(read("/api/v2"), Some((None, "/api/v2".into())));
        assert_eq!(read("./v2"), Some((None, "/v2".into())));
        assert_eq!(read("/"), Some((None, String::new())));
        for bad in ["", "https://", "ftp://a", "//host/v1", "https://a b", "/a{b}", "/a/../b"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
