//! Events: requests that the service sends by itself.

use super::auth::Input;
use super::id::{ResourceId, SourceId};
use super::json_path::JsonPath;
use super::name::Name;
use super::prose::Prose;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;

/// A callback: a kind of request that the service sends when something happened, to an address that its receiver named.
#[derive(Clone, Debug, PartialEq)]
pub struct Callback {
    /// Its name, such as `plugin_event`: in the client the enum of what may have happened.
    pub name: Name,
    /// The resource in whose module it is.
    pub resource: ResourceId,
    /// What it is and how it is set up; never empty.
    pub docs: Prose,
    /// What the receiver must know: `string` or `secret`, or ids over strings.
    pub inputs: Vec<Input>,
    /// How the service proves that a body is its own. Each input is a part of it.
    pub proof: Proof,
    /// Where the event type stands, a text or a whole number.
    pub event_type: JsonPath,
    /// Where the time of sending stands: seconds or milliseconds since 1970-01-01 UTC.
    pub sent_at: Option<JsonPath>,
    /// Where the id stands that all deliveries of one event share.
    pub delivery_id: Option<JsonPath>,
    /// Where it says which user made the change.
    pub actor: Option<JsonPath>,
    /// Where it says by what way the change was made.
    pub cause: Option<Cause>,
    /// Where the payload stands; empty when the whole body is the payload.
    pub payload: JsonPath,
    /// The known event types; others may come.
    pub types: Vec<EventType>,
    /// Where its facts come from.
    pub sources: Vec<SourceId>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// How a service proves that a body is its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Proof {
    /// The SHA-256 of some parts, joined without a separator, in small hexadecimal digits.
    Sha256 {
        /// What is joined.
        parts: Vec<ProofPart>,
        /// Where the digits stand in the body.
        at: JsonPath,
    },
    /// An input, as it is.
    Token {
        /// Index of the input.
        input: usize,
        /// Where it stands in the body.
        at: JsonPath,
    },
}

/// A part of what is hashed.
#[derive(Clone, Debug, PartialEq)]
pub enum ProofPart {
    /// An input, by its index.
    Input(usize),
    /// A member of the body, exactly as it stands there.
    Member(JsonPath),
}

/// Which member says by what way a change was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// Where it stands.
    pub at: JsonPath,
    /// The values that stand for changes made through the API.
    pub through_api: Vec<String>,
}

/// A known event type.
#[derive(Clone, Debug, PartialEq)]
pub struct EventType {
    /// Its name.
    pub name: Name,
    /// What stands at `event_type`; of a number the digits.
    pub wire: String,
    /// Other texts that mean the same.
    pub also: Vec<String>,
    /// Beginnings of other texts that mean the same, unless such a text is listed as a whole.
    pub also_starting: Vec<String>,
    /// The type of its payload.
    pub payload: TypeRef,
    /// What happened; never empty.
    pub docs: Prose,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

impl Callback {
    /// The types of its payloads, one for each event type.
    pub(crate) fn payload_types(&self) -> impl Iterator<Item = &TypeRef> {
        self.types.iter().map(|event| &event.payload)
    }

    /// The beginnings of texts that stand for event types: a longer one counts before a shorter one.
    pub(crate) fn beginnings(&self) -> Vec<(&str, &EventType)> {
        let mut beginnings: Vec<(&str, &EventType)> = Vec::new();
        for event in &self.types {
            beginnings.extend(event.also_starting.iter().map(|start| (start.as_str(), event)));
        }
        beginnings.sort_by_key(|(start, _)| std::cmp::Reverse(start.len()));
        beginnings
    }
}
