//! The API as an OpenAPI 3.1 document, for tools in other languages.
//!
//! The model holds nothing that cannot be said there, so this cannot fail. What OpenAPI has no word for stands in
//! `x-` members: limits, effect, the official title, the documented error codes.

mod translation;
mod schema;
mod document;
mod envelope;
mod types;
mod paging;
mod response;
mod security;
mod header;
mod path;
mod rule;
mod operation;
mod webhook;
mod service;

use crate::ir::Api;

/// What [`crate::openapi`] does; `spec` is what the document carries, and `header` says what wrote it.
pub(crate) fn openapi(api: &Api, spec: Vec<(String, String)>, header: &'static str) -> String {
    let templates = path::Paths::new(api);
    let document = service::document(api, &templates, spec, header);
    let mut text = serde_json::to_string_pretty(&document)
        .unwrap_or_else(|error| unreachable!("structs with text keys are JSON: {error}"));
    text.push('\n');
    text
}
