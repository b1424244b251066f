//! What an endpoint allows.

use std::time::Duration;

use crate::bucket::BucketUse;
use crate::limit::Limit;

/// What the limiter has to know about one endpoint.
///
/// ```
/// use paceline::{Bucket, BucketUse, EndpointLimits, Limit, Scope};
///
/// /// 5 000 points an hour for a credential, over all its calls.
/// static POINTS: Bucket = Bucket::new("points", Scope::Credential, &[Limit::per_hour(5_000)]);
/// /// 15 a second of its own; a call is worth five points.
/// static SEARCH: EndpointLimits =
///     EndpointLimits::new(0, &[Limit::per_second(15)]).counting_in(&[BucketUse::new(&POINTS).weighing(5)]);
/// # assert_eq!(SEARCH.buckets[0].weight(), 5);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct EndpointLimits {
    /// The endpoint's number. Numbers should be dense, because keys are kept in a table and not in a hash map. Endpoints
    /// that the server counts together share a number.
    pub index: u16,
    /// All limits of this endpoint, which hold together; empty if there is none. They must be the same for every use of
    /// one `index`.
    pub limits: &'static [Limit],
    /// What else a request counts in: limits that other endpoints or other credentials count in too, or that are of
    /// another kind. A permit is had when there is room in all of these and in `limits` at once.
    pub buckets: &'static [BucketUse],
    /// The longest time from the sending of a request until the server counts it; `None` means that of the
    /// [`Policy`](crate::Policy). Slow endpoints (uploads) need more. At most an hour is honoured.
    pub max_transit: Option<Duration>,
    /// The endpoint's name, which [`Limiter::observe`](crate::Limiter::observe) shows. Unlike its number it stays the same in
    /// all versions of a client. Empty if it has none.
    pub name: &'static str,
}

impl EndpointLimits {
    /// An endpoint with these limits and the policy's own `max_transit`.
    pub const fn new(index: u16, limits: &'static [Limit]) -> Self {
        Self { index, limits, buckets: &[], max_transit: None, name: "" }
    }

    /// The same endpoint, whose requests count in these buckets too.
    #[must_use]
    pub const fn counting_in(self, buckets: &'static [BucketUse]) -> Self {
        Self { buckets, ..self }
    }

    /// Whether nothing limits it.
    pub(crate) const fn is_free(&self) -> bool {
        self.limits.is_empty() && self.buckets.is_empty()
    }

    /// The same endpoint with a name.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The same endpoint with its own longest time from the sending of a request until the server counts it.
    #[must_use]
    pub const fn with_max_transit(self, max_transit: Duration) -> Self {
        Self { max_transit: Some(max_transit), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_keeps_what_else_was_said_of_it() {
        let transit = Duration::from_secs(7);
        let endpoint = EndpointLimits::new(4, &[]).with_max_transit(transit).named("upload");
        assert_eq!((endpoint.index, endpoint.max_transit, endpoint.name), (4, Some(transit), "upload"));
        let endpoint = EndpointLimits::new(4, &[]).named("upload").with_max_transit(transit);
        assert_eq!((endpoint.max_transit, endpoint.name), (Some(transit), "upload"));
    }
}
