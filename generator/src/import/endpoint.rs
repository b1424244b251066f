//! Operations → endpoints, or a note on why not.

use super::importer::Importer;
use super::name::{Case, Names};
use super::operation::{BodyKind, Endpoint, FoundOperation, Params};
use super::types::{Kind, TypeUse};
use super::write::{quote, sentence};
use crate::ir::Name;
use crate::lower::reserved;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The lines of the spec that define an endpoint, and the types that it uses; `None` when it cannot be said.
    pub(super) fn endpoint(
        &mut self,
        found: FoundOperation<'d>,
        resource: &Name,
        name: &Name,
    ) -> Option<Endpoint> {
        let route = self.route(&found)?;
        let hint = format!("{}_{}", resource.snake(), name.snake());
        let names = Names::new(Case::Snake, reserved::SETTERS);
        let mut params =
            Params { names, path: Vec::new(), query: Vec::new(), body: Vec::new(), kind: BodyKind::None };
        self.path_params(&found, &hint, &mut params);
        self.query_params(&found, &hint, &mut params);
        if !self.body(&found, &hint, &mut params) {
            return None;
        }
        let returns = self.returns(&found, &hint);
        let fields = [&params.path, &params.query, &params.body].into_iter().flatten();
        let uses = fields.map(|field| &field.ty).chain(&returns).flat_map(|ty| ty.parts.clone()).collect();
        Some(Endpoint { lines: self.lines(&found, name, &route, &params, returns), uses })
    }

    fn lines(
        &mut self,
        found: &FoundOperation<'d>,
        name: &Name,
        route: &str,
        params: &Params,
        returns: Option<TypeUse>,
    ) -> String {
        let operation = found.operation;
        let described = operation.text("description");
        let summary = operation.text("summary").or(described).and_then(sentence);
        let mut text = format!("  {}:\n    route: {}\n", name.snake(), quote(route));
        let summary = summary.unwrap_or_else(|| format!("Calls `{}`.", found.route()));
        text.push_str(&format!("    summary: {}\n", quote(&summary)));
        if let Some(doc) =
            described.filter(|doc| sentence(doc).as_ref() != Some(&summary) || doc.len() > summary.len())
        {
            text.push_str(&format!("    doc: {}\n", quote(doc)));
        }
        let effect = if found.method == "GET" { "read" } else { "write" };
        text.push_str(&format!("    effect: {effect}\n"));
        for (key, fields) in [("path", &params.path), ("query", &params.query), ("body", &params.body)] {
            if !fields.is_empty() {
                text.push_str(&format!("    {key}:\n"));
                fields.iter().for_each(|field| text.push_str(&field.line(6)));
            }
        }
        if params.kind == BodyKind::Multipart {
            text.push_str("    body_kind: multipart\n");
        }
        if let Some(returns) = returns {
            text.push_str(&format!("    returns: {}\n", returns.written));
        }
        text.push_str(&self.auth(found));
        if operation.is("deprecated") {
            text.push_str("    deprecated: \"The document does not say what to use instead.\"\n");
        }
        text
    }

    /// Method and path as the dialect writes them.
    fn route(&mut self, found: &FoundOperation<'d>) -> Option<String> {
        if found.path == "/" && self.base_path.is_empty() {
            return self.routes.insert(found.route()).then(|| found.route());
        }
        let literal = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(c);
        let mut path = self.base_path.clone();
        for part in found.path.strip_prefix('/')?.split('/') {
            let param = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            path.push('/');
            match param {
                Some(name) if !name.contains(['{', '}']) => path.push_str(&format!(":{}", path_name(name))),
                None if part.chars().all(literal)
                    && !["", ".", ".."].contains(&part)
                    && !part.starts_with(':') =>
                {
                    path.push_str(part);
                }
                _ => {
                    self.notes.add("a path that is not made of whole segments; left out", found.route());
                    return None;
                }
            }
        }
        let shape = path.split('/').map(|part| if part.starts_with(':') { ":" } else { part });
        let route = format!("{} {}", found.method, shape.collect::<Vec<_>>().join("/"));
        if !self.routes.insert(route) {
            self.notes.add("a second operation with the same route; left out", found.route());
            return None;
        }
        Some(format!("{} {path}", found.method))
    }

    /// What it returns: the first success with JSON; anything else is a download.
    fn returns(&mut self, found: &FoundOperation<'d>, hint: &str) -> Option<TypeUse> {
        let responses = found.operation.members("responses");
        let success = |status: &str| status.starts_with('2') || status == "default";
        let responses: Vec<&'d Untyped> = (responses.iter())
            .filter(|(status, _)| success(status) && (status != "default" || responses.len() == 1))
            .map(|(_, response)| self.resolve(response))
            .filter(|response| !response.members("content").is_empty())
            .collect();
        if responses.len() > 1 {
            self.notes.add("responses that differ by status; the first is taken", found.route());
        }
        let content = responses.first()?.members("content");
        let Some((_, media)) = content.iter().find(|(kind, _)| is_json(kind)) else {
            return Some(TypeUse::scalar("bytes", Kind::Any));
        };
        let Some(schema) = media.get("schema") else { return Some(TypeUse::any()) };
        let flat = self.flatten(schema);
        if flat.format == Some("binary") && flat.types == ["string"] {
            return Some(TypeUse::scalar("bytes", Kind::Any));
        }
        let response = self.type_of(schema, &format!("{hint}_answer"));
        if response.nullable {
            self.notes.add("a response that may be `null`", found.route());
        }
        for (name, schema) in &flat.properties {
            let kind = self.flatten(schema).types.first().copied().unwrap_or_default();
            self.responses.insert(((*name).to_owned(), kind.to_owned()));
        }
        Some(response)
    }
}

/// The name of a path parameter, which the caller of the server never sees.
pub(super) fn path_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect()
}

/// Whether a media type is JSON.
pub(super) fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.ends_with("/json") || kind.ends_with("+json") || kind == "*/*"
}
