//! Paths → routes of the dialect.

use super::importer::Importer;
use super::operation::FoundOperation;

/// A route as the dialect writes it.
#[derive(Debug)]
pub(super) struct Route {
    /// Method and path.
    pub(super) text: String,
    /// Its parameters in their order: the name in the document, and the name in the route.
    pub(super) params: Vec<(String, String)>,
}

impl<'d> Importer<'d> {
    /// The route of an operation; `None`, with a note, if the path cannot be expressed or another endpoint has the route.
    pub(super) fn route(&mut self, found: &FoundOperation<'d>) -> Option<Route> {
        let base = self.base_path_of(found)?;
        if found.path == "/" && base.is_empty() {
            return self.claim_route(found, "/".to_owned(), Vec::new());
        }
        let may_stand_in_segment = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(c);
        let (mut path, mut params) = (base, Vec::new());
        let Some(segments) = found.path.strip_prefix('/') else {
            self.leave_out(found, "a path without a `/` at its start; left out");
            return None;
        };
        for segment in segments.split('/') {
            let param = segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}'));
            path.push('/');
            match param {
                Some(wire) if !wire.contains(['{', '}']) => {
                    let name = self.free_param_name(found, wire, &params);
                    path.push_str(&format!(":{name}"));
                    params.push((wire.to_owned(), name));
                }
                None if segment.chars().all(may_stand_in_segment)
                    && !["", ".", ".."].contains(&segment)
                    && !segment.starts_with(':') =>
                {
                    path.push_str(segment);
                }
                _ => {
                    let why =
                        "a path with a parameter inside a segment, or with special characters; left out";
                    self.leave_out(found, why);
                    return None;
                }
            }
        }
        self.claim_route(found, path, params)
    }

    /// Notes a route as used; `None`, with a note, if it is already.
    fn claim_route(
        &mut self,
        found: &FoundOperation<'d>,
        path: String,
        params: Vec<(String, String)>,
    ) -> Option<Route> {
        let pattern = path.split('/').map(|part| if part.starts_with(':') { ":" } else { part });
        let pattern = format!("{} {}", found.method, pattern.collect::<Vec<_>>().join("/"));
        if !self.routes.insert(pattern) {
            self.leave_out(found, "a second operation with the same route; left out");
            return None;
        }
        Some(Route { text: format!("{} {path}", found.method), params })
    }

    /// A name for a parameter of a path that no other one of the path has. It is not sent, so it may differ from the
    /// document's.
    fn free_param_name(&self, found: &FoundOperation<'d>, wire: &str, params: &[(String, String)]) -> String {
        let base: String =
            wire.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect();
        let has_letters = base.contains(|c: char| c.is_ascii_alphabetic());
        let base = if has_letters { base } else { format!("param_{base}") };
        let base = if base.starts_with(|c: char| c.is_ascii_digit()) { format!("n_{base}") } else { base };
        let is_free = |name: &String| params.iter().all(|(_, known)| known != name);
        let mut candidates =
            std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}_{number}")));
        let name = candidates.find(is_free).expect("numbers do not end");
        if name != base {
            let place = format!("{} `{wire}` → `{name}`", found.route());
            self.notes.changed("a parameter that stands in its path twice; renamed", place, found.operation);
        }
        name
    }
}
