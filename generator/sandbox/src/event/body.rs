//! The body of an event's request, as the spec describes it.

use paceline_generator::ir::{Callback, EventType, Proof, ProofPart};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::state::Happening;

/// What a body says beside what happened.
pub(super) struct Frame<'a> {
    /// In milliseconds since the epoch.
    pub(super) sent_at: u64,
    /// The same for all deliveries of an event.
    pub(super) delivery_id: &'a str,
    pub(super) cause: &'a str,
    /// The values of the callback's inputs, in their order.
    pub(super) inputs: &'a [String],
}

/// The body that tells of what happened.
pub(super) fn body(
    callback: &Callback,
    event: &EventType,
    happening: &Happening,
    frame: &Frame<'_>,
) -> Value {
    let mut body = Value::Object(Map::new());
    put(&mut body, &callback.payload, happening.payload.clone());
    let event_type = event.wire.parse::<i64>().map_or_else(|_| Value::from(event.wire.as_str()), Value::from);
    put(&mut body, &callback.event_type, event_type);
    // No source of the API's facts tells the unit of the time, and one shows it as text.
    let sent_at = frame.sent_at.to_string();
    for (path, value) in [
        (callback.sent_at.as_ref(), sent_at.as_str()),
        (callback.delivery_id.as_ref(), frame.delivery_id),
        (callback.actor.as_ref(), &happening.user),
        (callback.cause.as_ref().map(|cause| &cause.at), frame.cause),
    ] {
        if let Some(path) = path {
            put(&mut body, path, value.into());
        }
    }
    let (at, proof) = prove(&callback.proof, &body, frame.inputs);
    put(&mut body, at, proof.into());
    body
}

/// Where the proof stands, and the proof.
fn prove<'a>(proof: &'a Proof, body: &Value, inputs: &[String]) -> (&'a [String], String) {
    match proof {
        Proof::Token { input, at } => (at, inputs[*input].clone()),
        Proof::Sha256 { parts, at } => {
            let text = |part: &ProofPart| match part {
                ProofPart::Input(index) => inputs[*index].clone(),
                ProofPart::Member(path) => {
                    let member = path.iter().fold(body, |value, name| &value[name]);
                    member.as_str().map_or_else(|| member.to_string(), str::to_owned)
                }
            };
            let joined: String = parts.iter().map(text).collect();
            let digits = Sha256::digest(joined).iter().map(|byte| format!("{byte:02x}")).collect();
            (at, digits)
        }
    }
}

/// Puts a value at a place, beside what stands there already.
fn put(body: &mut Value, path: &[String], value: Value) {
    let mut place = body;
    for name in path {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[name];
    }
    match (place, value) {
        (Value::Object(there), Value::Object(more)) => there.extend(more),
        (place, value) => *place = value,
    }
}
