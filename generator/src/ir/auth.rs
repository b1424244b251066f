//! How a request proves who it comes from.

use std::time::Duration;

use super::header::Template;
use super::id::{CredentialId, EndpointId};
use super::literal::Literal;
use super::name::Name;
use super::prose::Prose;
use super::type_ref::TypeRef;

/// What holds for all credentials.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Auth {
    /// Codes that mean: this token is no longer good; renew it and send once more.
    pub renew_on: Vec<i64>,
    /// Codes that look like it but must never cause a renewal.
    pub never_renew_on: Vec<i64>,
    /// How long before its end a token is renewed.
    pub renew_before_expiry: Duration,
}

/// An authentication scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// Its name: a method of the client's builder.
    pub name: Name,
    /// What it is and when to use it.
    pub docs: Prose,
    /// What the caller must have.
    pub inputs: Vec<Input>,
    /// Where the token comes from.
    pub token: TokenSource,
    /// Headers that it sends itself: names and values.
    pub headers: Vec<(String, Template)>,
    /// Query parameters that it sends itself: names and values.
    pub query: Vec<(String, Template)>,
}

/// One thing that a credential, or the proof of a callback, is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its name, such as `plugin_secret`.
    pub name: Name,
    /// `string` or `secret`, or an id.
    pub ty: TypeRef,
    /// What it is.
    pub docs: Prose,
}

/// Where a credential's token comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum TokenSource {
    /// There is none: the credential sends its inputs by itself.
    None,
    /// It is made of the inputs and never renewed.
    Fixed(Template),
    /// It is asked for, kept, and renewed.
    Exchange(Exchange),
}

/// A call that returns a token.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// The other credential that the call itself is made with, if any.
    pub with: Option<CredentialId>,
    /// The endpoint to call.
    pub endpoint: EndpointId,
    /// Members of its JSON body: wire name and value.
    pub send: Vec<(String, SendValue)>,
    /// Where in the response's data the token stands.
    pub token: Vec<String>,
    /// Where its lifetime in seconds stands.
    pub expires_in: Option<Vec<String>>,
    /// Inputs that each response replaces: index of the input, and where its successor stands in the data.
    pub rotates: Vec<(usize, Vec<String>)>,
}

/// What an exchange sends for one member.
#[derive(Clone, Debug, PartialEq)]
pub enum SendValue {
    /// The same value each time.
    Constant(Literal),
    /// A string made of the credential's inputs.
    Text(Template),
}
