//! Operations → endpoints, or a note on why not.

use std::collections::BTreeSet;

use super::importer::Importer;
use super::name::{Case, Names};
use super::operation::{BodyKind, Endpoint, EndpointParams, FoundOperation};
use super::refusal::Refusals;
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
        self.remember_kind(found.operation, "an operation");
        self.remember_kind(found.path_item, "a path");
        let route = self.route(&found)?;
        let name_hint = format!("{}_{}", resource.snake(), name.snake());
        let form = if found.is_stream { CallForm::Stream } else { CallForm::Single };
        let names = Names::new(Case::Snake, form(found.effect()).methods()).of_call();
        let mut params = EndpointParams {
            names,
            path: Vec::new(),
            query: Vec::new(),
            header: Vec::new(),
            cookie: Vec::new(),
            body: Vec::new(),
            body_kind: BodyKind::None,
            body_optional: false,
            media: None,
        };
        self.add_path_params(&found, &route, &name_hint, &mut params);
        self.add_fixed_query(&found, &route, &mut params);
        self.add_query_params(&found, &name_hint, &mut params);
        self.add_header_params(&found, &name_hint, &mut params);
        self.add_cookie_params(&found, &name_hint, &mut params);
        self.add_body(&found, &name_hint, &mut params);
        let returns = if found.is_stream {
            self.note_if_not_asked(&found, &params);
            self.returned_stream(&found, &name_hint)
        } else {
            self.returns(&found, &name_hint)
        };
        let refusals = self.refusals(&found, &name_hint);
        self.read_pending();
        let fields =
            [&params.path, &params.query, &params.header, &params.cookie, &params.body].into_iter().flatten();
        let sent_names: BTreeSet<String> = fields.flat_map(|field| field.ty.type_names.clone()).collect();
        let returned = returns.iter().flat_map(|returns| returns.type_names.clone());
        let returned = returned.chain(refusals.type_names.iter().cloned());
        let type_names = sent_names.iter().cloned().chain(returned).collect();
        let lines = self.endpoint_lines(&found, name, &route, &params, returns, &refusals);
        Some(Endpoint { lines, type_names, sent_names })
    }

    /// The lines of the spec that define an endpoint.
    fn endpoint_lines(
        &mut self,
        found: &FoundOperation<'d>,
        name: &Name,
        route: &Route,
        params: &EndpointParams,
        returns: Option<Returns>,
        refusals: &Refusals,
    ) -> String {
        let operation = found.operation;
        let description = operation.text("description");
        let summary = operation.text("summary").or(description).and_then(sentence);
        let mut text = format!("  {}:\n    route: {}\n", word(name.snake()), quote(&route.text));
        // A path may hold anything, also what looks like the end of a sentence; a summary is one, on one line.
        let summary = summary.unwrap_or_else(|| {
            let path = found.path.replace(char::is_control, "").replace(char::is_whitespace, "%20");
            format!("Calls `{} {path}`.", found.method)
        });
        text.push_str(&format!("    summary: {}\n", self.summary_said(operation, &summary)));
        let says_more = |doc: &&str| sentence(doc).as_ref() != Some(&summary) || doc.len() > summary.len();
        let doc = description.filter(says_more).and_then(doc_text);
        let doc: Vec<String> = doc.into_iter().chain(found.note_on_variant()).collect();
        if let Some(doc) = Some(doc.join("\n\n")).filter(|doc| !doc.is_empty()) {
            text.push_str(&format!("    doc: {}\n", self.said(operation, "description", &doc)));
        }
        text.push_str(&self.vendor_lines(found));
        let body = if params.body_optional { "body?" } else { "body" };
        if let Some(host) = &route.host {
            text.push_str(&format!("    host: {}\n", word(host)));
        }
        let fields = [
            ("path", &params.path),
            ("query", &params.query),
            ("header", &params.header),
            ("cookie", &params.cookie),
            (body, &params.body),
        ];
        for (key, fields) in fields {
            if !fields.is_empty() {
                text.push_str(&format!("    {key}:\n"));
                fields.iter().for_each(|field| text.push_str(&field.line(6)));
            }
        }
        if let Some(word) = params.body_kind.word() {
            text.push_str(&format!("    body_kind: {word}\n"));
        }
        if let Some(media) = &params.media {
            text.push_str(&format!("    media: {}\n", quote(media)));
        }
        let paging = self.paging_lines(found, params, returns.as_ref());
        if let Some(returns) = returns {
            text.push_str(&format!("    returns: {}\n", returns.text));
            if let Some(stream) = returns.stream {
                text.push_str(&format!("    stream: {stream}\n"));
            }
            if let Some(media) = returns.accept {
                text.push_str(&format!("    accept: {}\n", quote(&media)));
            }
        }
        text.push_str(&refusals.line());
        text.extend(paging);
        text.push_str(&self.auth_line(found));
        if operation.is("deprecated") {
            text.push_str("    deprecated: \"The document does not say what to use instead.\"\n");
        }
        text
    }
}
