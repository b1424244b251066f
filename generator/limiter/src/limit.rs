//! A number of requests in a window.

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

    /// At least `gap` between any two requests as the server counts them, which is one request in any window of that
    /// length. A call that weighs more waits no longer for it.
    ///
    /// # Panics
    /// If `gap` is zero or longer than [`Limit::LONGEST`].
    pub const fn gap(gap: Duration) -> Self {
        Self::new(1, gap)
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
}
