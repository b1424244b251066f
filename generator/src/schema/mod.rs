//! The dialect, that is the keys that a spec's files may have, as a JSON Schema for editors: completion, help and first
//! checks while one types.
//!
//! A schema sees one file at a time and does not know what names refer to, so it refuses mistakes of shape and leaves those
//! of meaning to [`load`](crate::load). `tests/schema.rs` holds it to that: every spec that loads is valid, and of each
//! case under `tests/rejects` it is listed whether the schema sees the mistake.

mod shape;
mod notation;
mod mapping;
mod key_table;
mod page;

use crate::dialect::MAPPINGS;
use crate::untyped::Untyped;
use shape::reference;

pub use page::render_dialect_page;

/// The text of `spec/schema.json`.
#[must_use]
pub fn render_schema() -> String {
    // Which kind of file it is shows in one key, so that an editor complains about one kind only.
    let if_key = |key: &str, then: &str, otherwise: Untyped| {
        vec![
            ("if".to_owned(), Untyped::object([("required", Untyped::list_of([key]))])),
            ("then".to_owned(), reference(then)),
            ("else".to_owned(), otherwise),
        ]
    };
    let resource_or_errors =
        Untyped::from_members(if_key("resource", "resource_file", reference("errors_file")));
    let mut root = vec![
        ("$schema".to_owned(), Untyped::from("https://json-schema.org/draft/2020-12/schema")),
        ("title".to_owned(), Untyped::from("A file of an API's description")),
        (
            "description".to_owned(),
            Untyped::from(
                "Written by `cargo xtask schema`. A file starts with `api:`, with `resource:` or with `errors:`; spec/README.md \
                 explains every key.",
            ),
        ),
        ("type".to_owned(), Untyped::from("object")),
    ];
    root.extend(if_key("api", "api_file", resource_or_errors));
    let mappings = MAPPINGS.iter().flat_map(|mapping| mapping::definitions(mapping));
    root.push(("$defs".to_owned(), Untyped::object(mappings.chain(notation::definitions()))));
    Untyped::from_members(root).to_pretty_json()
}
