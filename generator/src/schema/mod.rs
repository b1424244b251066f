//! The dialect, that is the keys that a spec's files may have, as a JSON Schema for editors: completion, help and first
//! checks while one types.
//!
//! A schema sees one file at a time and does not know what names refer to, so it refuses mistakes of shape and leaves those
//! of meaning to [`load`](crate::load). `tests/schema.rs` holds it to that: every spec that loads is valid, and of each
//! case under `tests/rejects` it is listed whether the schema sees the mistake.

mod shape;
mod form;
mod mapping;
mod key_table;
mod page;

use crate::dialect::MAPPINGS;
use crate::json::Json;
use shape::reference;

pub use page::render_dialect_page;

/// The text of `spec/schema.json`.
#[must_use]
pub fn render_schema() -> String {
    // Which kind of file it is shows in one key, so that an editor complains about one kind only.
    let if_key = |key: &str, then: &str, otherwise: Json| {
        vec![
            ("if".to_owned(), Json::object([("required", Json::list([key]))])),
            ("then".to_owned(), reference(then)),
            ("else".to_owned(), otherwise),
        ]
    };
    let resource_or_errors = Json::Object(if_key("resource", "resource_file", reference("errors_file")));
    let mut root = vec![
        ("$schema".to_owned(), Json::from("https://json-schema.org/draft/2020-12/schema")),
        ("title".to_owned(), Json::from("A file of an API's description")),
        (
            "description".to_owned(),
            Json::from(
                "Written by `cargo xtask schema`. A file starts with `api:`, with `resource:` or with `errors:`; spec/README.md \
                 explains every key.",
            ),
        ),
        ("type".to_owned(), Json::from("object")),
    ];
    root.extend(if_key("api", "api_file", resource_or_errors));
    let mappings = MAPPINGS.iter().flat_map(|mapping| mapping::definitions(mapping));
    root.push(("$defs".to_owned(), Json::object(mappings.chain(form::definitions()))));
    Json::Object(root).to_pretty()
}
