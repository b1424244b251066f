//! Operations → endpoints, or a note on why not.

use super::importer::Importer;
use super::name::{Case, Names};
use super::operation::{BodyKind, Endpoint, EndpointParams, FoundOperation};
use super::types::{JsonKind, TypeUse};
use super::write::{quote, sentence};
use crate::ir::Name;
use crate::lower::reserved;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// Makes an endpoint of an operation; `None`, with a note, when the dialect cannot express it.
    pub(super) fn import_endpoint(
        &mut self,
        found: FoundOperation<'d>,
        resource: &Name,
        name: &Name,
    ) -> Option<Endpoint> {
        let route = self.route(&found)?;
        let name_hint = format!("{}_{}", resource.snake(), name.snake());
        let names = Names::new(Case::Snake, reserved::SETTERS);
        let mut params = EndpointParams {
            names,
            path: Vec::new(),
            query: Vec::new(),
            body: Vec::new(),
            body_kind: BodyKind::None,
        };
        self.add_path_params(&found, &name_hint, &mut params);
        self.add_query_params(&found, &name_hint, &mut params);
        if !self.add_body(&found, &name_hint, &mut params) {
            return None;
        }
        let returns = self.response_type(&found, &name_hint);
        let fields = [&params.path, &params.query, &params.body].into_iter().flatten();
        let type_names =
            fields.map(|field| &field.ty).chain(&returns).flat_map(|ty| ty.type_names.clone()).collect();
        Some(Endpoint { lines: self.endpoint_lines(&found, name, &route, &params, returns), type_names })
    }

    /// The lines of the spec that define an endpoint.
    fn endpoint_lines(
        &mut self,
        found: &FoundOperation<'d>,
        name: &Name,
        route: &str,
        params: &EndpointParams,
        returns: Option<TypeUse>,
    ) -> String {
        let operation = found.operation;
        let description = operation.text("description");
        let summary = operation.text("summary").or(description).and_then(sentence);
        let mut text = format!("  {}:\n    route: {}\n", name.snake(), quote(route));
        let summary = summary.unwrap_or_else(|| format!("Calls `{}`.", found.route()));
        text.push_str(&format!("    summary: {}\n", quote(&summary)));
        if let Some(doc) =
            description.filter(|doc| sentence(doc).as_ref() != Some(&summary) || doc.len() > summary.len())
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
        if params.body_kind == BodyKind::Bytes {
            text.push_str("    body_kind: bytes\n");
        }
        if params.body_kind == BodyKind::Multipart {
            text.push_str("    body_kind: multipart\n");
        }
        if let Some(returns) = returns {
            text.push_str(&format!("    returns: {}\n", returns.spec_text));
        }
        text.push_str(&self.auth_line(found));
        if operation.is("deprecated") {
            text.push_str("    deprecated: \"The document does not say what to use instead.\"\n");
        }
        text
    }

    /// Method and path as the dialect writes them; `None`, with a note, if the path cannot be expressed or another
    /// endpoint has the route.
    fn route(&mut self, found: &FoundOperation<'d>) -> Option<String> {
        if found.path == "/" && self.base_path.is_empty() {
            return self.routes.insert(found.route()).then(|| found.route());
        }
        let may_stand_in_segment = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(c);
        let mut path = self.base_path.clone();
        for segment in found.path.strip_prefix('/')?.split('/') {
            let param = segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}'));
            path.push('/');
            match param {
                Some(name) if !name.contains(['{', '}']) => path.push_str(&format!(":{}", path_name(name))),
                None if segment.chars().all(may_stand_in_segment)
                    && !["", ".", ".."].contains(&segment)
                    && !segment.starts_with(':') =>
                {
                    path.push_str(segment);
                }
                _ => {
                    self.notes.add(
                        "a path with a parameter inside a segment, or with special characters; left out",
                        found.route(),
                    );
                    return None;
                }
            }
        }
        let pattern = path.split('/').map(|part| if part.starts_with(':') { ":" } else { part });
        let route = format!("{} {}", found.method, pattern.collect::<Vec<_>>().join("/"));
        if !self.routes.insert(route) {
            self.notes.add("a second operation with the same route; left out", found.route());
            return None;
        }
        Some(format!("{} {path}", found.method))
    }

    /// The type that it returns: that of the first success with a body. A body that is not JSON is `bytes`.
    fn response_type(&mut self, found: &FoundOperation<'d>, name_hint: &str) -> Option<TypeUse> {
        let responses = found.operation.members("responses");
        let success = |status: &str| status.starts_with('2') || status == "default";
        let responses: Vec<&'d Untyped> = (responses.iter())
            .filter(|(status, _)| success(status) && (status != "default" || responses.len() == 1))
            .map(|(_, response)| self.resolve(response))
            .filter(|response| !response.members("content").is_empty())
            .collect();
        if responses.len() > 1 {
            self.notes.add("responses that differ by status; the first is imported", found.route());
        }
        let content = responses.first()?.members("content");
        let Some((_, media)) = content.iter().find(|(kind, _)| is_json(kind)) else {
            return Some(TypeUse::scalar("bytes", JsonKind::Any));
        };
        let Some(schema) = media.get("schema") else { return Some(TypeUse::any()) };
        let flat = self.flatten(schema);
        if flat.format == Some("binary") && flat.types == ["string"] {
            return Some(TypeUse::scalar("bytes", JsonKind::Any));
        }
        let response = self.type_of(schema, &format!("{name_hint}_response"));
        if response.nullable {
            self.notes.add("a response that may be `null`", found.route());
        }
        // `envelope` later checks that no member of a success is taken for an error's code or message.
        for (name, schema) in &flat.properties {
            let kind = self.flatten(schema).types.first().copied();
            self.success_members.insert(((*name).to_owned(), kind));
        }
        Some(response)
    }
}

/// The name of a path parameter in the dialect. It may differ from the document's, as it is not sent.
pub(super) fn path_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect()
}

/// Whether a media type is JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    media_type.ends_with("/json") || media_type.ends_with("+json") || media_type == "*/*"
}
