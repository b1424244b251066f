//! Descriptors of an API: static data that the generator emits and the runtime reads.

mod json_path;
mod method;
mod callback;
mod effect;
mod envelope;
mod form_part;
mod limit_headers;
mod pagination;
mod refusal_body;
mod stream_form;

use std::time::Duration;

use paceline::EndpointLimits;

pub use callback::{Callback, CauseMember, Proof, ProofPart};
pub use effect::Effect;
pub use envelope::{Envelope, Success};
pub use form_part::FormPart;
pub use json_path::JsonPath;
pub use limit_headers::{LimitHeaders, LimitsLeft};
pub use method::Method;
pub use pagination::{NextPage, Pagination, ParamLocation, ParamPath};
pub use refusal_body::{RefusalBody, Statuses};
pub use stream_form::StreamForm;
pub(crate) use stream_form::StreamKind;

/// A whole API.
#[derive(Debug)]
pub struct Api {
    /// Name of the service.
    pub name: &'static str,
    /// Value of the `User-Agent` header.
    pub user_agent: &'static str,
    /// Known hosts, the default first.
    pub hosts: &'static [Host],
    /// The headers that requests have unless their rule or their endpoint says otherwise, one rule each. Credentials have headers of
    /// their own, and so have endpoints.
    pub headers: &'static [Header],
    /// The supported kinds of credentials.
    pub credentials: &'static [CredentialKind],
    /// Codes that mean: renew the token and send once more.
    pub renew_on: &'static [i64],
    /// Codes that must never cause a renewal, whatever the HTTP status.
    pub never_renew_on: &'static [i64],
    /// How long before its end a token is renewed.
    pub renew_before_expiry: Duration,
    /// How the server refuses one request too many.
    pub throttled: Option<Refusal>,
    /// How the server refuses a repeated idempotency key.
    pub duplicate: Option<Refusal>,
    /// Where responses say something of the limits.
    pub limit_headers: &'static [LimitHeaders],
    /// Response headers that may hold the log id, the best first.
    pub log_id_headers: &'static [&'static str],
    /// Envelopes in which any endpoint may be refused, as gateways do.
    pub fallback_envelopes: &'static [&'static Envelope],
    /// The documented error codes, in ascending order.
    pub errors: &'static [KnownError],
    /// The endpoints that the client knows.
    pub endpoints: &'static [&'static Endpoint],
    /// What is assumed of an endpoint that is not among them: envelope, credentials, limits. The limiter counts
    /// all of them under one number, the first that no known endpoint has.
    pub unknown: Endpoint,
}

impl Api {
    /// What is documented about an error code.
    #[must_use]
    pub fn known_error(&self, code: i64) -> Option<&'static KnownError> {
        self.errors.binary_search_by_key(&code, |known| known.code).ok().map(|index| &self.errors[index])
    }
}

/// A host that serves the API.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// Short name.
    pub name: &'static str,
    /// Scheme and authority.
    pub url: &'static str,
}

/// The rule for one request header.
#[derive(Debug)]
pub struct Header {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub value: &'static [TemplatePart],
    /// Names of the credentials with which it is sent; `None` means always.
    pub credentials: Option<&'static [&'static str]>,
    /// Sent only with endpoints that this effect includes; `None` means with all.
    pub effect: Option<Effect>,
    /// Whether a call fails locally when the value is not known.
    pub required: bool,
}

/// A part of a text template.
#[derive(Clone, Copy, Debug)]
pub enum TemplatePart {
    /// Text as it stands.
    Text(&'static str),
    /// The credential's token.
    Token,
    /// The idempotency key of the call.
    IdempotencyKey,
    /// A variable that the caller set on the client, by name.
    Variable(&'static str),
    /// An input of the credential, by index.
    Input(usize),
    /// Two inputs of the credential, user name and password, as RFC 7617 writes them: in base64, with a colon between them.
    Basic(usize, usize),
}

/// A kind of credential.
#[derive(Debug)]
pub struct CredentialKind {
    /// Its name, unique in the API.
    pub name: &'static str,
    /// Where the token comes from.
    pub token: TokenSource,
    /// Headers that it sends itself.
    pub headers: &'static [(&'static str, &'static [TemplatePart])],
    /// Query parameters that it sends itself.
    pub query: &'static [(&'static str, &'static [TemplatePart])],
}

/// Where a token comes from.
#[derive(Debug)]
pub enum TokenSource {
    /// There is none: the credential sends its inputs by itself.
    None,
    /// It is built from the inputs and never renewed.
    Fixed(&'static [TemplatePart]),
    /// It is fetched from an endpoint, cached, and renewed.
    Exchange(Exchange),
}

/// A token exchange: the call that yields a token.
#[derive(Debug)]
pub struct Exchange {
    /// Name of the other credential that the call itself is made with.
    pub with: Option<&'static str>,
    /// The endpoint to call.
    pub endpoint: &'static Endpoint,
    /// Members of its JSON body.
    pub send: &'static [(&'static str, SendValue)],
    /// Path of the token in the response's data.
    pub token: JsonPath,
    /// Path of its lifetime in seconds.
    pub expires_in: Option<JsonPath>,
    /// Inputs, by index, that each response replaces, and the paths of their successors in the data.
    pub rotates: &'static [(usize, JsonPath)],
}

/// What an exchange sends for one member.
#[derive(Debug)]
pub enum SendValue {
    /// JSON text, the same each time.
    Json(&'static str),
    /// A string made of the credential's inputs.
    Text(&'static [TemplatePart]),
}

/// How a certain refusal is recognised: a status, or a code.
#[derive(Clone, Copy, Debug)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The error code, if the status alone does not identify it.
    pub code: Option<i64>,
}

impl Refusal {
    /// Whether a response is this refusal. Without a code in the response, the status decides.
    #[must_use]
    pub fn matches(&self, status: u16, code: Option<i64>) -> bool {
        match (self.code, code) {
            (Some(own), Some(code)) => own == code,
            _ => self.status == status,
        }
    }
}

/// A documented error code.
#[derive(Debug)]
pub struct KnownError {
    /// The number on the wire.
    pub code: i64,
    /// What kind of failure it is.
    pub category: Category,
    /// Whether sending again can help.
    pub retry: Retry,
    /// What it means.
    pub meaning: &'static str,
    /// What to do about it.
    pub advice: &'static str,
}

/// Kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Category {
    /// The token or user is not accepted.
    Auth,
    /// The caller may not do this.
    Permission,
    /// The requested object does not exist.
    NotFound,
    /// The request is malformed or breaks a rule.
    Validation,
    /// Too many requests.
    RateLimit,
    /// The idempotency key was used before.
    Idempotency,
    /// The object's state does not allow this now.
    Conflict,
    /// A purchased or fixed quantity is used up.
    Quota,
    /// The server failed.
    Server,
    /// Not documented.
    Unknown,
}

/// Whether sending the same request again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Never.
    Never,
    /// Once, with a renewed token.
    AfterRenewal,
    /// After a while.
    AfterWait,
    /// It depends on the message or on the endpoint.
    Maybe,
}

/// One endpoint.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    /// `<resource>.<name>`, unique in the API.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path, with parameters as `:name`, and as `{name}` where text stands around them.
    pub path: &'static str,
    /// The host that it is called at, scheme and authority; `None` for the one of the client.
    pub host: Option<&'static str>,
    /// Whether it changes anything.
    pub effect: Effect,
    /// Its rate limits, and the number under which the limiter counts it.
    pub limits: EndpointLimits,
    /// How its response is wrapped.
    pub envelope: &'static Envelope,
    /// Other ways in which it may be wrapped, in the order in which they are tried.
    pub other_envelopes: &'static [&'static Envelope],
    /// Statuses whose responses have no body, such as 204.
    pub empty_statuses: &'static [u16],
    /// What the bodies of its refusals are: the first whose statuses fit.
    pub refusals: &'static [RefusalBody],
    /// How its body is written.
    pub body: BodyKind,
    /// Whether a call of which nothing is set for the body has none. Otherwise it has an empty one.
    pub body_optional: bool,
    /// The media type of its body, if it is not the usual one of its kind.
    pub media: Option<&'static str>,
    /// The parts of its form whose headers say more than a name.
    pub parts: &'static [FormPart],
    /// The media type that it is asked to respond with, if it is not left to the server.
    pub accept: Option<&'static str>,
    /// The credentials that it takes.
    pub credentials: CredentialRule,
    /// Headers that depart from the API's rule.
    pub headers: &'static [(&'static str, HeaderUse)],
    /// What is checked before sending.
    pub rules: &'static [Rule],
    /// How it is paged, if it is.
    pub pagination: Option<Pagination>,
}

/// How a request's body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// No body.
    None,
    /// JSON.
    Json,
    /// Names and values, as a browser sends the fields of a form: `application/x-www-form-urlencoded`.
    Form,
    /// A multipart form.
    Multipart,
    /// Text.
    Text,
    /// The bytes of a file.
    Bytes,
}

/// The credentials that an endpoint takes.
#[derive(Clone, Copy, Debug)]
pub enum CredentialRule {
    /// It is called without a token.
    None,
    /// Any.
    Any,
    /// Only these, by name.
    Only(&'static [&'static str]),
}

/// How an endpoint departs from a header's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderUse {
    /// Sent when known.
    Optional,
    /// Not sent.
    Never,
}

/// A condition that a request must meet before it is sent. Parameters are given by their names on the wire.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// The parameter is set.
    Required(&'static str),
    /// If anything is set for the body, these are.
    BodyNeeds(&'static [&'static str]),
    /// The list holds so many items: at least, at most.
    Items(&'static str, u32, u32),
    /// The number is in this range: at least, at most.
    Range(&'static str, f64, f64),
    /// The string has so many characters: at least, at most.
    Length(&'static str, u32, u32),
    /// The value, or each item of the list, is one of these JSON texts.
    OneOf(&'static str, &'static [&'static str]),
    /// The parameter is an object whose members are sent in its place; none of them has the name of one of these, which are sent
    /// beside them.
    Beside(&'static str, &'static [&'static str]),
    /// No object within the value has one of these members.
    Without(&'static str, &'static [&'static str]),
    /// One of these parameters is set, and only one.
    ExactlyOne(&'static [&'static str]),
    /// All of these parameters are set, or none.
    AllOrNone(&'static [&'static str]),
    /// These lists hold at most so many items taken together.
    Together(&'static [&'static str], u32),
    /// One of these parameters is set, or more.
    AtLeastOne(&'static [&'static str]),
    /// One of these parameters is set, or none.
    AtMostOne(&'static [&'static str]),
    /// When a parameter has one of these JSON texts as its value, none of these parameters is set.
    ForbiddenWhen(&'static str, &'static [&'static str], &'static [&'static str]),
    /// When a parameter has one of these JSON texts as its value, all of these parameters are set.
    RequiredWhen(&'static str, &'static [&'static str], &'static [&'static str]),
    /// A rule that only one source tells of, which the spec takes for weak: a request that breaks it is sent, with a warning.
    Weak(&'static Rule),
}
