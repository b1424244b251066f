//! Documented error codes.

use super::name::Name;
use super::prose::Prose;
use super::source_location::SourceLocation;

/// An error code of the API.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorCode {
    /// The number on the wire.
    pub code: i64,
    /// Its name in the client.
    pub name: Name,
    /// The official wording, if there is one.
    pub title: Option<Prose>,
    /// The HTTP status that it comes with, if known.
    pub status: Option<u16>,
    /// What kind of failure it is.
    pub category: Category,
    /// Whether sending again can help.
    pub retry: Retry,
    /// What it means.
    pub meaning: Prose,
    /// What to do about it.
    pub advice: Prose,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// Kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// The token or user is not accepted.
    Auth,
    /// The caller may not do this.
    Permission,
    /// The thing does not exist.
    NotFound,
    /// The request is malformed or breaks a rule.
    Validation,
    /// Too many requests.
    RateLimit,
    /// The idempotency key was used before.
    Idempotency,
    /// The thing's state does not allow this now.
    Conflict,
    /// A purchased or fixed quantity is used up.
    Quota,
    /// The server failed.
    Server,
    /// The source does not say.
    Unknown,
}

/// Whether sending the same request again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
