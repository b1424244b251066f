//! `schemes`, `host` and `basePath` → servers.

use super::super::note::NoteKind;
use super::converter::Converter;
use super::param::text;
use crate::untyped::Untyped;

/// The schemes over which calls travel, the safer one first.
const SCHEMES: [&str; 2] = ["https", "http"];

impl<'d> Converter<'d> {
    /// The servers of a document; none where it names neither host nor path.
    pub(super) fn servers(&mut self, path: &str, document: &'d Untyped) -> Vec<Untyped> {
        let host = text(document, "host").map(str::trim).filter(|host| !host.is_empty());
        let base = text(document, "basePath").map(str::trim).filter(|base| !base.is_empty());
        let key = if host.is_some() { "host" } else { "basePath" };
        self.moves.made_of(&format!("{path}#/{key}"), &format!("{path}#/servers"));
        if host.is_none() {
            return base.map(|base| server(&rooted(base))).into_iter().collect();
        }
        let said = document.peek("schemes").map_or(&[][..], Untyped::items);
        for (index, scheme) in said.iter().enumerate() {
            let scheme = scheme.as_str().unwrap_or_default();
            if !SCHEMES.contains(&scheme) {
                let note = "a scheme that is not HTTP; left out";
                self.note(
                    NoteKind::LeftOut,
                    note,
                    format!("`{scheme}`"),
                    &format!("{path}#/schemes/{index}"),
                );
            }
        }
        let mut schemes = known_schemes(said);
        if schemes.is_empty() {
            let note = "no scheme of the host; HTTPS is used";
            self.note(NoteKind::Open, note, "`schemes`".to_owned(), &format!("{path}#/host"));
            schemes.push(SCHEMES[0]);
        }
        schemes.into_iter().map(|scheme| server(&address(document, scheme))).collect()
    }
}

/// The servers of an operation that travels over other schemes than all others; none if it does not.
pub(super) fn own_servers(operation: &Untyped, document: &Untyped) -> Vec<Untyped> {
    let own = known_schemes(operation.peek("schemes").map_or(&[][..], Untyped::items));
    let usual = known_schemes(document.peek("schemes").map_or(&[][..], Untyped::items));
    let is_usual = usual.first().is_none_or(|usual| own.contains(usual));
    if own.is_empty() || is_usual || text(document, "host").is_none() {
        return Vec::new();
    }
    own.into_iter().map(|scheme| server(&address(document, scheme))).collect()
}

fn known_schemes(said: &[Untyped]) -> Vec<&'static str> {
    let is_said = |scheme: &&str| said.iter().any(|one| one.as_str() == Some(*scheme));
    SCHEMES.into_iter().filter(is_said).collect()
}

/// The address of a document's host.
fn address(document: &Untyped, scheme: &str) -> String {
    let host = text(document, "host").unwrap_or_default().trim().trim_end_matches('/');
    let base = text(document, "basePath").map(str::trim).filter(|base| !base.is_empty());
    format!("{scheme}://{host}{}", base.map(rooted).unwrap_or_default())
}

/// A path from the root.
fn rooted(path: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("/{path}") }
}

fn server(url: &str) -> Untyped {
    Untyped::object([("url", Untyped::from(url))])
}
