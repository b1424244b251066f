//! Descriptors of callbacks: requests that the service sends when something happened.

use super::json_path::JsonPath;

/// A kind of callback: where its body says what, and how the service proves that it sent it.
#[derive(Debug)]
pub struct Callback {
    /// What messages call its receivers, in the plural, such as ``receivers of `PluginEvent` ``.
    pub name: &'static str,
    /// How the service proves that it sent the body.
    pub proof: Proof,
    /// Where the event's type stands, a text or a whole number.
    pub event_type: JsonPath,
    /// Where the time of sending stands, if anywhere: seconds or milliseconds since 1970, a text or a whole number.
    pub sent_at: Option<JsonPath>,
    /// Where the id stands that all deliveries of one event share, if anywhere.
    pub delivery_id: Option<JsonPath>,
    /// Where it says which user made the change, if anywhere.
    pub actor: Option<JsonPath>,
    /// Where it says by what way the change was made, if anywhere.
    pub cause: Option<CauseMember>,
    /// Where the payload stands; empty when the whole body is the payload.
    pub payload: JsonPath,
}

impl Callback {
    /// The names of the secrets that the proof needs, in the order of their use.
    #[must_use]
    pub fn secrets(&self) -> Vec<&'static str> {
        match self.proof {
            Proof::Sha256Hex { parts, .. } => parts
                .iter()
                .filter_map(|part| if let ProofPart::Secret(name) = part { Some(*name) } else { None })
                .collect(),
            Proof::Token { secret, .. } => vec![secret],
        }
    }
}

/// How a service proves that a callback is its own.
#[derive(Clone, Copy, Debug)]
pub enum Proof {
    /// The SHA-256 of the parts, joined without a separator, in lower-case hexadecimal digits.
    Sha256Hex {
        /// What is joined.
        parts: &'static [ProofPart],
        /// Where the digits stand in the body.
        signature: JsonPath,
    },
    /// A text that both sides know, as it is.
    Token {
        /// The name of the secret.
        secret: &'static str,
        /// Where it stands in the body.
        member: JsonPath,
    },
}

impl Proof {
    /// Where the proof stands in the body.
    #[must_use]
    pub fn member(&self) -> JsonPath {
        match *self {
            Self::Sha256Hex { signature, .. } => signature,
            Self::Token { member, .. } => member,
        }
    }
}

/// A part of what is signed.
#[derive(Clone, Copy, Debug)]
pub enum ProofPart {
    /// A text that the receiver was given, by its name.
    Secret(&'static str),
    /// A member of the body, a text or a whole number, exactly as it stands there.
    Member(JsonPath),
}

/// A member that says by what way a change was made.
#[derive(Clone, Copy, Debug)]
pub struct CauseMember {
    /// Where it stands.
    pub path: JsonPath,
    /// The values that stand for changes made through the API, which may be the receiver's own.
    pub through_api: &'static [&'static str],
}
