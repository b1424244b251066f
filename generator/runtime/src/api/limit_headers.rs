//! Where responses say something of the limits.

/// The response headers that say something of a bucket of the limiter.
#[derive(Clone, Copy, Debug)]
pub struct LimitHeaders {
    /// The bucket's name.
    pub bucket: &'static str,
    /// Where they say how many requests are left.
    pub left: Option<LimitsLeft>,
    /// The header that says how much the request weighed, in small letters.
    pub weight: Option<&'static str>,
}

/// Where a response says how many requests are left. Names of headers are in small letters.
#[derive(Clone, Copy, Debug)]
pub enum LimitsLeft {
    /// In two headers.
    Headers {
        /// The one with the number.
        remaining: &'static str,
        /// The one that says when the number is renewed: in how many seconds, or at which Unix time.
        reset: &'static str,
    },
    /// In the header `RateLimit` of the IETF draft, under this name of a policy.
    Policy(&'static str),
}
