//! Limits beside those of one credential on one endpoint.

use crate::limit::Limit;

/// Whose requests count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// Those of one credential on one endpoint.
    CredentialAndEndpoint,
    /// Those of one credential, on all endpoints that count in the bucket.
    Credential,
    /// Those on one endpoint, of all credentials.
    Endpoint,
    /// All, of all credentials on all endpoints that count in the bucket: such as the limit of an IP address or an
    /// application.
    All,
}

/// Limits that several endpoints or credentials share, or that are more than a number of requests in a window.
///
/// A bucket is known by its name: two with the same name and scope are the same one, and must have the same limits.
///
/// ```
/// use paceline::{Bucket, Limit, Scope};
///
/// /// 50 requests a second for the whole application, at most 10 of them at the same time.
/// static GLOBAL: Bucket =
///     Bucket::new("global", Scope::All, &[Limit::per_second(50)]).concurrent(10);
/// # assert_eq!(GLOBAL.concurrency(), Some(10));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    name: &'static str,
    scope: Scope,
    limits: &'static [Limit],
    concurrency: Option<u32>,
}

impl Bucket {
    /// A bucket with these limits, which hold all at once; empty if only the number of requests at the same time is
    /// limited.
    pub const fn new(name: &'static str, scope: Scope, limits: &'static [Limit]) -> Self {
        Self { name, scope, limits, concurrency: None }
    }

    /// The same bucket with at most so many requests at the same time: permits, and requests whose end was not reported.
    /// One that ended as [`Outcome::Unknown`](crate::Outcome::Unknown) counts until the longest time in which the server
    /// can have counted it is over.
    ///
    /// # Panics
    /// If `requests` is zero. In a `static` or `const` this is an error at compile time.
    #[must_use]
    pub const fn concurrent(self, requests: u32) -> Self {
        assert!(requests > 0, "a limit of no requests would never let one through");
        Self { concurrency: Some(requests), ..self }
    }

    /// Its name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whose requests count together.
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// Its limits.
    pub const fn limits(&self) -> &'static [Limit] {
        self.limits
    }

    /// How many requests there may be at the same time, if that is limited.
    pub const fn concurrency(&self) -> Option<u32> {
        self.concurrency
    }
}

/// A bucket that the requests of an endpoint count in, and how much they weigh there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BucketUse {
    bucket: &'static Bucket,
    weight: u32,
}

impl BucketUse {
    /// Each request counts once.
    pub const fn new(bucket: &'static Bucket) -> Self {
        Self { bucket, weight: 1 }
    }

    /// Each request counts as much as `weight` requests. Of a limit that allows fewer, it takes all. The number of
    /// requests at the same time is not weighed.
    ///
    /// # Panics
    /// If `weight` is zero. In a `static` or `const` this is an error at compile time.
    #[must_use]
    pub const fn weighing(self, weight: u32) -> Self {
        assert!(weight > 0, "a request that weighs nothing does not count: leave the bucket out");
        Self { weight, ..self }
    }

    /// The bucket.
    pub const fn bucket(&self) -> &'static Bucket {
        self.bucket
    }

    /// How much a request weighs.
    pub const fn weight(&self) -> u32 {
        self.weight
    }
}
