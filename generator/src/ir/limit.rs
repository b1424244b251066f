//! Rate limits.

use std::time::Duration;

use super::name::Name;
use super::source_location::SourceLocation;

/// A named set of limits that hold at once.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitSet {
    /// Its name in the spec.
    pub name: Name,
    /// The limits, the shortest window first; never empty.
    pub limits: Vec<Limit>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// A number of requests in any window of this length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The number of requests, at least 1.
    pub requests: u32,
    /// The length of the window.
    pub window: Duration,
}

/// A refusal that the client must know: a status with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The error code, if the status alone does not tell.
    pub code: Option<i64>,
}
