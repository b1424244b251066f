//! Request headers.

use super::effect::Effect;
use super::id::{CredentialId, VariableId};
use super::prose::Prose;

/// The rule for one request header.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name as the documentation writes it.
    pub name: String,
    /// What it holds.
    pub value: Template,
    /// The credentials with which it is sent; `None` means whichever is used, and also when none is.
    pub credentials: Option<Vec<CredentialId>>,
    /// Sent only with endpoints that this effect includes; `None` means with all.
    pub effect: Option<Effect>,
    /// Whether a call fails locally when the value is not known.
    pub required: bool,
    /// What it is for.
    pub docs: Prose,
}

/// Text with places to fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Template(pub Vec<TemplatePart>);

/// A part of a [`Template`].
#[derive(Clone, Debug, PartialEq)]
pub enum TemplatePart {
    /// Text as it stands.
    Text(String),
    /// The credential's token.
    Token,
    /// The idempotency key: the same for all attempts of one write.
    IdempotencyKey,
    /// A value that the caller set on the client.
    Variable(VariableId),
    /// An input of the credential, by its index.
    Input(usize),
    /// User name and password, two inputs of the credential, as RFC 7617 writes them: in base64, with a colon between them.
    Basic(usize, usize),
}

/// How an endpoint departs from a header's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderUse {
    /// Sent when known.
    Optional,
    /// Not sent.
    Never,
}
