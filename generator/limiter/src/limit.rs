//! What an endpoint allows.

use std::fmt;
use std::time::Duration;

use crate::clock::TICK;

/// A number of requests that are allowed in any window of a given length.
///
/// ```
/// use paceline::Limit;
///
/// static SEARCH: [Limit; 2] = [Limit::per_second(15), Limit::per_minute(450)];
/// assert_eq!(SEARCH[1].to_string(), "450/min");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    requests: u32,
    /// The window in ticks, rounded up: computed here so that the hot path has no division.
    ticks: u32,
    window: Duration,
}

impl Limit {
    /// The longest window a limit can have: a day.
    pub const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

    /// At most `requests` in any window of the length `window`.
    ///
    /// # Panics
    /// If `requests` is zero, or `window` is zero or longer than [`Limit::LONGEST`]. In a `static` or `const`
    /// this is an error at compile time.
    pub const fn new(requests: u32, window: Duration) -> Self {
        assert!(requests > 0, "a limit of no requests would never let one through");
        assert!(!window.is_zero(), "a limit needs a window");
        assert!(window.as_secs() <= Self::LONGEST.as_secs(), "a window is a day at most");
        // A day's ticks fit into 32 bits.
        let ticks = window.as_nanos().div_ceil(TICK.as_nanos());
        Self { requests, ticks: ticks as u32, window }
    }

    /// At most `requests` in any second.
    ///
    /// # Panics
    /// If `requests` is zero.
    pub const fn per_second(requests: u32) -> Self {
        Self::new(requests, Duration::from_secs(1))
    }

    /// At most `requests` in any minute.
    ///
    /// # Panics
    /// If `requests` is zero.
    pub const fn per_minute(requests: u32) -> Self {
        Self::new(requests, Duration::from_secs(60))
    }

    /// At most `requests` in any hour.
    ///
    /// # Panics
    /// If `requests` is zero.
    pub const fn per_hour(requests: u32) -> Self {
        Self::new(requests, Duration::from_secs(60 * 60))
    }

    /// How many requests a window may hold. Never zero.
    pub const fn requests(&self) -> u32 {
        self.requests
    }

    /// The length of the window.
    pub const fn window(&self) -> Duration {
        self.window
    }

    /// The window in ticks, rounded up.
    pub(crate) const fn ticks(&self) -> u32 {
        self.ticks
    }
}

impl fmt::Display for Limit {
    /// `15/s`, `450/min`, `1000/h`, or the window spelled out: `20/1.5s`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { requests, window, .. } = self;
        match (window.as_secs(), window.subsec_nanos()) {
            (1, 0) => write!(f, "{requests}/s"),
            (60, 0) => write!(f, "{requests}/min"),
            (3600, 0) => write!(f, "{requests}/h"),
            _ => write!(f, "{requests}/{window:?}"),
        }
    }
}

/// What the limiter has to know about one endpoint.
#[derive(Clone, Copy, Debug)]
pub struct EndpointLimits {
    /// The endpoint's number. Numbers should be dense, because keys are kept in a table and not in a hash map. Endpoints
    /// that the server counts together share a number.
    pub index: u16,
    /// All limits of this endpoint, which hold together; empty if there is none. They must be the same for every use of
    /// one `index`.
    pub limits: &'static [Limit],
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
        Self { index, limits, max_transit: None, name: "" }
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
    fn a_limit_reads_like_documentation() {
        assert_eq!(Limit::per_second(15).to_string(), "15/s");
        assert_eq!(Limit::per_minute(450).to_string(), "450/min");
        assert_eq!(Limit::per_hour(1000).to_string(), "1000/h");
        assert_eq!(Limit::new(20, Duration::from_millis(1500)).to_string(), "20/1.5s");
    }

    #[test]
    fn a_window_is_rounded_up_to_ticks() {
        assert_eq!(Limit::new(1, Duration::from_nanos(1)).ticks(), 1);
        assert_eq!(Limit::per_second(1).ticks(), 10_000);
        assert_eq!(Limit::new(1, Limit::LONGEST).ticks(), 864_000_000);
    }
    #[test]
    fn an_endpoint_keeps_what_else_was_said_of_it() {
        let transit = Duration::from_secs(7);
        let endpoint = EndpointLimits::new(4, &[]).with_max_transit(transit).named("upload");
        assert_eq!((endpoint.index, endpoint.max_transit, endpoint.name), (4, Some(transit), "upload"));
        let endpoint = EndpointLimits::new(4, &[]).named("upload").with_max_transit(transit);
        assert_eq!((endpoint.max_transit, endpoint.name), (Some(transit), "upload"));
    }
}
