//! Operations → endpoints, or a note on why not.

use super::importer::Importer;
use super::name::{Case, Names};
use super::operation::{BodyKind, Endpoint, EndpointParams, FoundOperation};
use super::response::Returns;
use super::route::Route;
use super::write::{doc_text, quote, sentence, word};
use crate::emit::CallForm;
use crate::ir::Name;

impl<'d> Importer<'d> {
    /// Makes an endpoint of an operation; `None`, with a note, when the dialect cannot express it.
    pub(super) fn import_endpoint(
        &mut self,
        found: FoundOperation<'d>,
        resource: &Name,
        name: &Name,
    ) -> Option<Endpoint> {
        self.mark_kind(found.operation, "an operation");
        self.mark_kind(found.path_item, "a path");
        let route = self.route(&found)?;
        let name_hint = format!("{}_{}", resource.snake(), name.snake());
        let names = Names::new(Case::Snake, CallForm::Single(found.effect()).methods()).of_call();
        let mut params = EndpointParams {
            names,
            path: Vec::new(),
            query: Vec::new(),
            body: Vec::new(),
            body_kind: BodyKind::None,
        };
        self.add_path_params(&found, &route, &name_hint, &mut params);
        self.add_query_params(&found, &name_hint, &mut params);
        if !self.add_body(&found, &name_hint, &mut params) {
            return None;
        }
        let returns = self.returns(&found, &name_hint);
        self.read_pending();
        let fields = [&params.path, &params.query, &params.body].into_iter().flatten();
        let type_names = fields.map(|field| &field.ty).chain(returns.as_ref().map(|returns| &returns.ty));
        let type_names = type_names.flat_map(|ty| ty.type_names.clone()).collect();
        Some(Endpoint { lines: self.endpoint_lines(&found, name, &route, &params, returns), type_names })
    }

    /// The lines of the spec that define an endpoint.
    fn endpoint_lines(
        &mut self,
        found: &FoundOperation<'d>,
        name: &Name,
        route: &Route,
        params: &EndpointParams,
        returns: Option<Returns>,
    ) -> String {
        let operation = found.operation;
        let description = operation.text("description");
        let summary = operation.text("summary").or(description).and_then(sentence);
        let mut text = format!("  {}:\n    route: {}\n", word(name.snake()), quote(&route.text));
        let summary = summary.unwrap_or_else(|| format!("Calls `{}`.", found.route()));
        text.push_str(&format!("    summary: {}\n", quote(&summary)));
        let says_more = |doc: &&str| sentence(doc).as_ref() != Some(&summary) || doc.len() > summary.len();
        if let Some(doc) = description.filter(says_more).and_then(doc_text) {
            text.push_str(&format!("    doc: {}\n", quote(&doc)));
        }
        text.push_str(&self.vendor_lines(found));
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
            text.push_str(&format!("    returns: {}\n", returns.text));
        }
        text.push_str(&self.auth_line(found));
        if operation.is("deprecated") {
            text.push_str("    deprecated: \"The document does not say what to use instead.\"\n");
        }
        text
    }
}
