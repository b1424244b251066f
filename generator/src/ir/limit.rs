//! Rate limits.

use std::fmt;
use std::time::Duration;

use super::id::LimitSetId;
use super::name::Name;
use super::prose::Prose;
use super::source_location::SourceLocation;

/// A named set of limits that hold at once.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitSet {
    /// Its name in the spec.
    pub name: Name,
    /// What is limited, and where that is documented.
    pub docs: Option<Prose>,
    /// Whose requests count together.
    pub scope: LimitScope,
    /// The limits, the shortest window first; empty if only something else is known of the set.
    pub limits: Vec<Limit>,
    /// How many requests there may be at the same time, if that is limited.
    pub concurrent: Option<u32>,
    /// The least time between two requests.
    pub gap: Option<Duration>,
    /// Where responses say what is left.
    pub told: Option<LimitTold>,
    /// The response header that says how much a request weighed.
    pub weight_header: Option<String>,
    /// Whether requests count in it somewhere with a weight, or beside another set that is nothing but windows.
    pub beside_others: bool,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

impl LimitSet {
    /// The gap as a limit: one request in any window of its length.
    #[must_use]
    pub fn gap_limit(&self) -> Option<Limit> {
        self.gap.map(|window| Limit { requests: 1, window })
    }

    /// Whether it is nothing but numbers of requests of one credential on one endpoint, in windows.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.scope == LimitScope::CredentialAndEndpoint
            && self.concurrent.is_none()
            && self.gap.is_none()
            && self.told.is_none()
            && self.weight_header.is_none()
    }
}

/// Whose requests count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitScope {
    /// Those of one credential on one endpoint.
    CredentialAndEndpoint,
    /// Those of one credential, on all endpoints of the set.
    Credential,
    /// Those on one endpoint, of all credentials.
    Endpoint,
    /// All that count in the set.
    All,
}

impl LimitScope {
    /// What counts together, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::CredentialAndEndpoint => "credential and endpoint",
            Self::Credential => "credential",
            Self::Endpoint => "endpoint",
            Self::All => "all",
        }
    }
}

/// Where responses say what is left of a set of limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LimitTold {
    /// In two headers.
    Headers {
        /// The one with the number of requests that are left.
        remaining: String,
        /// The one that says when that number is renewed: in how many seconds, or at which Unix time.
        reset: String,
    },
    /// In the header `RateLimit` of the IETF draft, under this name of a policy.
    Policy(String),
}

/// A set of limits that the requests of an endpoint count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitUse {
    /// The set.
    pub set: LimitSetId,
    /// How many requests each one counts as, at least 1.
    pub weight: u32,
}

/// A number of requests in any window of this length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The number of requests, at least 1.
    pub requests: u32,
    /// The length of the window.
    pub window: Duration,
}

impl fmt::Display for Limit {
    /// As the spec writes it, in the longest unit that fits: `15/s`, `50/10s`, `5000/day`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = self.window.as_millis();
        let units = [("day", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1_000), ("ms", 1)];
        let exact = units.into_iter().find(|(_, length)| millis.is_multiple_of(*length));
        let (unit, length) = exact.unwrap_or(("ms", 1));
        match millis / length {
            1 => write!(f, "{}/{unit}", self.requests),
            number => write!(f, "{}/{number}{unit}", self.requests),
        }
    }
}

/// A refusal that the client must know: a status with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The error code, if the status alone does not tell.
    pub code: Option<i64>,
}
