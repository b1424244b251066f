//! What the service sends by itself: webhooks, in OpenAPI's word.

use indexmap::IndexMap;
use serde_json::Value;

use super::document::{MediaType, RequestBody, Response, Webhook, one};
use super::schema::Schema;
use super::types;
use crate::ir::{Api, Callback, Proof, ProofPart};

/// The webhooks by their names, each with the method by which it comes.
pub(super) fn webhooks(api: &Api) -> IndexMap<String, IndexMap<&'static str, Webhook>> {
    let named = |callback: &Callback| (callback.name.snake().to_owned(), one("post", webhook(api, callback)));
    api.callbacks.iter().map(named).collect()
}

fn webhook(api: &Api, callback: &Callback) -> Webhook {
    let sources: Vec<&str> = callback.sources.iter().map(|&id| &*api[id].title).collect();
    let mut description = callback.docs.trim().to_owned();
    if !sources.is_empty() {
        description.push_str(&format!("\n\nSource: {}.", sources.join(", ")));
    }
    let content = one("application/json".to_owned(), MediaType::of(body(api, callback)));
    let received = Response {
        description: "It was received.".to_owned(),
        headers: IndexMap::new(),
        content: IndexMap::new(),
    };
    let resource = &api[callback.resource].name;
    Webhook {
        operation_id: format!("{resource}.{}", callback.name),
        tags: vec![resource.snake().to_owned()],
        summary: summary(callback),
        description,
        // The body proves itself.
        security: Vec::new(),
        request_body: RequestBody { required: true, content },
        responses: one("200", received),
    }
}

/// The callback's name as a sentence.
fn summary(callback: &Callback) -> String {
    let words = callback.name.snake().replace('_', " ");
    let (first, rest) = words.split_at(1);
    format!("{}{rest}.", first.to_uppercase())
}

/// The body, with all that a receiver looks at.
fn body(api: &Api, callback: &Callback) -> Schema {
    let mut body = Schema::of("object");
    let (at, about) = match &callback.proof {
        Proof::Token { input, at } => (at, callback.inputs[*input].docs.to_string()),
        Proof::Sha256 { parts, at } => {
            (at, format!("SHA-256 of {}, in hexadecimal digits.", joined(callback, parts)))
        }
    };
    put(&mut body, at, Schema::of("string").described(&about), true);
    put(&mut body, &callback.event_type, event_type(callback), true);
    let text_or_number = |about: &str| {
        let kinds = ["string", "integer"].map(Schema::of).into();
        Schema { any_of: kinds, ..Schema::default() }.described(about)
    };
    let (sent_at, id) = (
        "When it was sent, in seconds or milliseconds since 1970.",
        "The same on each delivery of the event.",
    );
    for (path, about, is_needed) in [
        (&callback.sent_at, sent_at, true),
        (&callback.delivery_id, id, false),
        (&callback.actor, "The user who made the change.", false),
        (&callback.cause.as_ref().map(|cause| cause.at.clone()), "By what way the change was made.", false),
    ] {
        if let Some(path) = path {
            put(&mut body, path, text_or_number(about), is_needed);
        }
    }
    let mut payloads: Vec<Schema> = Vec::new();
    for ty in callback.payload_types() {
        let schema = types::of(api, ty);
        if !payloads.contains(&schema) {
            payloads.push(schema);
        }
    }
    let payload = match payloads.len() {
        1 => payloads.remove(0),
        _ => Schema { any_of: payloads, ..Schema::default() },
    };
    put(&mut body, &callback.payload, payload, false);
    body
}

fn joined(callback: &Callback, parts: &[ProofPart]) -> String {
    let parts = parts.iter().map(|part| match part {
        ProofPart::Input(index) => format!("the {}", callback.inputs[*index].name.snake().replace('_', " ")),
        ProofPart::Member(path) => format!("`{}`", path.join(".")),
    });
    parts.collect::<Vec<_>>().join(" + ")
}

/// The event type: known ones, each as a number if its text is one.
fn event_type(callback: &Callback) -> Schema {
    let value = |wire: &String| wire.parse::<i64>().map_or_else(|_| Value::from(wire.as_str()), Value::from);
    let texts = callback.types.iter().map(|event| std::iter::once(&event.wire).chain(&event.also));
    Schema {
        any_of: ["string", "integer"].map(Schema::of).into(),
        known_values: texts.clone().flatten().map(value).collect(),
        value_docs: (callback.types.iter().zip(texts))
            .flat_map(|(event, texts)| texts.map(|_| event.docs.trim().to_owned()))
            .collect(),
        ..Schema::default()
    }
    .described("What happened. Other types may come.")
}

/// Puts the schema of a member at its place, beside what is said of that place already.
fn put(schema: &mut Schema, path: &[String], member: Schema, is_needed: bool) {
    let Some((name, rest)) = path.split_first() else {
        if *schema == Schema::default() {
            *schema = member;
        } else if member != Schema::default() {
            schema.all_of.push(member);
        }
        return;
    };
    if is_needed && !schema.required.contains(name) {
        schema.required.push(name.clone());
    }
    let inner = || if rest.is_empty() { Schema::default() } else { Schema::of("object") };
    put(schema.properties.entry(name.clone()).or_insert_with(inner), rest, member, is_needed);
}
