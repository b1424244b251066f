//! Servers of the document, of paths and of operations.

use super::importer::Importer;
use super::operation::FoundOperation;
use super::write::{quote, word};
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
    /// Reads the hosts of the document. Sets `origin` and `base_path` to those of the first server; one with another path is
    /// left out.
    pub(super) fn read_hosts(&mut self) {
        for server in self.document.list("servers") {
            self.remember_kind(server, "a server");
            let url = url_with_defaults(server);
            let Some(Server { origin, path }) = read_url(&url) else {
                self.notes.left_out("a server whose `url` cannot be read; left out", url, server);
                continue;
            };
            if self.hosts.is_empty() {
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
            let doc = self.description(server).unwrap_or_else(|| quote(&format!("`{origin}`.")));
            let base = if self.hosts.is_empty() { "main" } else { description.unwrap_or("other") };
            let base: String = base.split_whitespace().take(3).collect::<Vec<_>>().join("_");
            let name = self.host_names.claim(&base, "host").name.snake().to_owned();
            if self.hosts.is_empty() {
                self.origin.clone_from(&origin);
            }
            self.hosts.push((name, origin, doc));
        }
        if self.hosts.is_empty() {
            self.notes.open("no server address; write `hosts` by hand", "servers");
            self.origin = NO_HOST.to_owned();
            self.host_names.reserve("main");
            self.hosts.push(("main".to_owned(), NO_HOST.to_owned(), quote("To be written.")));
        }
    }

    /// The path that precedes that of an operation, and the name of the host if the operation stands at another one than all
    /// others; `None`, with a note, if its server cannot be said.
    pub(super) fn base_of(&mut self, found: &FoundOperation<'d>) -> Option<(String, Option<String>)> {
        let own = [found.operation, found.path_item].map(|level| level.list("servers"));
        let Some(servers) = own.into_iter().find(|servers| !servers.is_empty()) else {
            return Some((self.base_path.clone(), None));
        };
        servers.iter().for_each(|server| self.remember_kind(server, "a server"));
        let known: Vec<(Server, &'d Untyped)> = servers
            .iter()
            .filter_map(|server| Some((read_url(&url_with_defaults(server))?, server)))
            .collect();
        let is_usual = |server: &Server| server.origin.as_ref().is_none_or(|origin| *origin == self.origin);
        let Some((server, said)) = known.iter().find(|(server, _)| is_usual(server)).or(known.first()) else {
            self.leave_out(
                found,
                "an operation none of whose servers has a `url` that can be read; left out",
            );
            return None;
        };
        if known.len() > 1 {
            let note = if is_usual(server) {
                "an operation with several servers; sent to the usual host"
            } else {
                "an operation with several servers of its own; sent to the first"
            };
            self.notes.changed(note, found.route(), found.operation);
        }
        servers.iter().for_each(Untyped::count_as_read);
        let host = match &server.origin {
            Some(origin) if *origin != self.origin => Some(self.name_of_host(origin, said)),
            _ => None,
        };
        Some((server.path.clone(), host))
    }

    /// The name of a host, which is listed with the others from now on.
    fn name_of_host(&mut self, origin: &str, said: &'d Untyped) -> String {
        if let Some((name, _, _)) = self.hosts.iter().find(|(_, known, _)| known == origin) {
            return name.clone();
        }
        // `https://uploads.example.com` is `uploads`.
        let label =
            origin.rsplit("//").next().and_then(|host| host.split(['.', ':']).next()).unwrap_or_default();
        let name = self.host_names.claim(label, "host").name.snake().to_owned();
        let doc = self.description(said).unwrap_or_else(|| quote(&format!("`{origin}`.")));
        self.hosts.push((name.clone(), origin.to_owned(), doc));
        name
    }

    /// The hosts, as lines of the spec.
    pub(super) fn host_lines(&self) -> String {
        let line = |(name, origin, doc): &(String, String, String)| {
            format!("  {}: {{url: {}, doc: {doc}}}\n", word(name), quote(origin))
        };
        self.hosts.iter().map(line).collect()
    }
}

/// A server's URL, with the default values of its variables.
fn url_with_defaults(server: &Untyped) -> String {
    let mut url = server.text("url").unwrap_or_default().to_owned();
    for (name, variable) in server.members("variables") {
        url = url.replace(&format!("{{{}}}", &**name), variable.text("default").unwrap_or_default());
    }
    // An address that says nothing adds nothing: paths begin at the root of the host.
    if url.is_empty() && server.peek("url").is_some() { "/".to_owned() } else { url }
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
