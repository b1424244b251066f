//! The dialect, that is the keys that a spec's files may have, as a JSON Schema for editors: completion, help and first
//! checks while one types.
//!
//! A schema sees one file at a time and does not know what names refer to, so it refuses mistakes of shape and leaves those
//! of meaning to [`load`](crate::load). `tests/schema.rs` holds it to that: every spec that loads is valid, and of each
//! case under `tests/rejects` it is listed whether the schema sees the mistake.

mod shape;
mod link;
mod api;
mod convenience;
mod event;
mod type_def;
mod endpoint;
mod upload;

use crate::json::Json;
use shape::{Definitions, described, entries, object, one_of, reference, text};

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
    let definitions = [
        file_definitions(),
        api::definitions(),
        endpoint::definitions(),
        type_def::definitions(),
        convenience::definitions(),
        upload::definitions(),
        link::definitions(),
        event::definitions(),
    ];
    root.push(("$defs".to_owned(), Json::object(definitions.into_iter().flatten())));
    Json::Object(root).to_pretty()
}

/// The files beside the one that describes the API as a whole.
fn file_definitions() -> Definitions {
    let endpoints =
        entries("The calls, by their names in snake case.", shape::SNAKE_CASE, reference("endpoint"));
    let types =
        entries("The types, by their names, like `WorkItem`.", "^[A-Z][A-Za-z0-9]*$", reference("type"));
    let errors = || {
        entries("The error codes, each under its number on the wire.", "^-?[0-9]+$", reference("error_code"))
    };
    let resource = object(
        "One resource: its endpoints and types become one module of the client.",
        &[
            (
                "resource",
                described("Name of the module and of the Cargo feature, in snake case.", reference("name")),
            ),
            (
                "accessor",
                described(
                    "Name of the client's method that leads to the calls; the resource's name when left out.",
                    reference("name"),
                ),
            ),
            ("doc", text("One sentence or more about the resource.")),
            ("endpoints", endpoints),
            ("types", types),
            convenience::filters(),
            upload::uploads(),
            event::events(),
            ("errors", errors()),
        ],
        &["resource"],
    );
    let codes = object("Error codes.", &[("errors", errors())], &["errors"]);
    vec![("resource_file", resource), ("errors_file", codes), ("error_code", error_code())]
}

/// An error code: an entry under `errors`.
fn error_code() -> Json {
    let categories = [
        "auth",
        "permission",
        "not_found",
        "validation",
        "rate_limit",
        "idempotency",
        "conflict",
        "quota",
        "server",
        "unknown",
    ];
    object(
        "An error code and what to do about it.",
        &[
            ("name", text("Its name in the client, in snake case.")),
            ("title", text("The official wording.")),
            ("status", described("HTTP status that it comes with, if known.", reference("status"))),
            ("category", one_of("What kind of failure it is.", &categories)),
            (
                "retry",
                one_of("Whether sending again can help.", &["never", "after_renewal", "after_wait", "maybe"]),
            ),
            ("meaning", text("What it means.")),
            ("advice", text("What to do about it.")),
        ],
        &["name", "category", "retry", "meaning", "advice"],
    )
}
