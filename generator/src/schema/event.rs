//! Events: what the service sends by itself.

use super::shape::{
    Definitions, SNAKE_CASE, any_keys, described, entries, exactly_one, having, list, object, reference,
    text, with,
};
use crate::json::Json;

/// The definitions of callbacks and their parts.
pub(super) fn definitions() -> Definitions {
    vec![
        ("callback", callback()),
        ("proof", proof()),
        ("proof_part", proof_part()),
        ("event_type", event_type()),
    ]
}

/// The callbacks of a resource.
pub(super) fn events() -> (&'static str, Json) {
    let doc = "What the service sends by itself: callbacks, each a kind of request with its event types.";
    ("events", entries(doc, SNAKE_CASE, reference("callback")))
}

fn callback() -> Json {
    let inputs = entries("What the receiver must know.", SNAKE_CASE, reference("plain_field"));
    let cause = object(
        "Which member says by what way a change was made.",
        &[
            ("at", place("The member.")),
            ("through_api", list("Its values for changes made through the API.", text("A value."))),
        ],
        &["at", "through_api"],
    );
    object(
        "A kind of request that the service sends when something happened; places in its body are names joined by dots.",
        &[
            ("doc", text("What it is, and how it is set up.")),
            ("inputs", inputs),
            ("proof", reference("proof")),
            ("event_type", place("Where the event type stands, a text or a whole number.")),
            ("sent_at", place("Where the time of sending stands, in seconds or milliseconds since 1970.")),
            ("delivery_id", place("Where the id stands that all deliveries of one event share.")),
            ("actor", place("Where it says which user made the change.")),
            ("cause", cause),
            ("payload", place("Where the payload stands; the whole body when left out.")),
            (
                "payload_type",
                described(
                    "The type of payloads whose event type names no other; `any` when left out.",
                    reference("type_expression"),
                ),
            ),
            ("types", any_keys("The event types, by what stands at `event_type`.", reference("event_type"))),
            ("sources", reference("sources")),
        ],
        &["inputs", "proof", "event_type", "types"],
    )
}

fn place(doc: &str) -> Json {
    described(doc, reference("json_path"))
}

fn proof() -> Json {
    let schema = object(
        "How the service proves that a body is its own.",
        &[
            (
                "sha256",
                list("What is joined and hashed; hexadecimal digits prove it.", reference("proof_part")),
            ),
            ("token", text("The input that is sent as it is.")),
            ("at", place("Where the proof stands.")),
        ],
        &["at"],
    );
    one_key_of(schema, ["sha256", "token"])
}

fn proof_part() -> Json {
    let schema = object(
        "A part of what is hashed.",
        &[("input", text("An input.")), ("member", place("A member of the body, as it stands there."))],
        &[],
    );
    one_key_of(schema, ["input", "member"])
}

fn event_type() -> Json {
    object(
        "An event type.",
        &[
            ("name", text("Its Rust name in snake case, when the text on the wire does not serve.")),
            ("doc", text("What happened.")),
            ("type", described("The type of its payload.", reference("type_expression"))),
            (
                "also",
                list(
                    "Other texts that mean the same; a `*` at the end stands for any ending.",
                    text("A text."),
                ),
            ),
        ],
        &[],
    )
}

/// A schema for what has one of two keys.
fn one_key_of(schema: Json, keys: [&str; 2]) -> Json {
    let Json::Object(members) = exactly_one(keys.map(|key| having(&[key])).into()) else { return schema };
    members.into_iter().fold(schema, |schema, (keyword, value)| with(schema, &keyword, value))
}
