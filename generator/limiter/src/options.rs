//! How a limiter is set up.

use std::time::Duration;

use super::clock::ticks_ceil;
use super::machine::{Anchoring, Rules};

/// When a request stops counting against its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Policy {
    /// A window after the response arrived, however long that took: the promise holds without conditions. A
    /// request whose response never comes is taken to be counted when its caller gives it up, or, if that is
    /// later, at the endpoint's `max_transit` (half a minute if it has none) from its sending.
    Strict,
    /// A window after the response arrived, or after `max_transit` from sending if that is sooner. The
    /// promise holds if the server counts every request within `max_transit` from its sending. An endpoint's
    /// own `max_transit` goes first.
    Capped {
        /// The longest time from sending a request to the server's counting it.
        max_transit: Duration,
    },
    /// No limits: for tests, or where something else limits.
    Off,
}

impl Default for Policy {
    fn default() -> Self {
        Self::Capped { max_transit: Duration::from_secs(5) }
    }
}

/// What a limiter may assume of the time before it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColdStart {
    /// That nobody has used the credential lately.
    #[default]
    Fresh,
    /// That a predecessor used up every limit the instant before, and that its last requests are still on
    /// their way: the first request of a key waits for `max_transit` and its longest window, counted from the
    /// making of the limiter.
    Exhausted,
}

/// Time added to every window, against clocks that do not run alike and servers that count a window's two
/// ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guard {
    /// Added to every window.
    pub fixed: Duration,
    /// Added in proportion: millionths of the window, a tenth of it at most.
    pub ppm: u32,
}

impl Default for Guard {
    /// 2 ms and 500 millionths.
    fn default() -> Self {
        Self { fixed: Duration::from_millis(2), ppm: 500 }
    }
}

/// Spreads requests out, for servers that estimate instead of counting (weighted counters, GCRA with a small
/// burst).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// So many requests may follow each other without a gap, after a rest; at least one.
    pub burst: u32,
    /// After that the gap is the even one for so many requests fewer than the limit allows: `window /
    /// (requests - spare)`. Delays bunch requests up on their way; this is the room for it.
    pub spare: u32,
}

impl Pace {
    /// No bursts, and three requests of room: a server that counts 15/s with a weighted counter refuses fewer
    /// than one request in ten thousand.
    pub const EVEN: Self = Self { burst: 1, spare: 3 };
}

/// How a [`Limiter`](super::Limiter) is set up. `LimiterOptions::new()` is a good start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct LimiterOptions {
    policy: Policy,
    pace: Option<Pace>,
    guard: Guard,
    cold_start: ColdStart,
    queue_bound: usize,
}

impl Default for LimiterOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl LimiterOptions {
    /// `Capped` at 5 s, no pace, the usual guard, a fresh start, 65 536 waiting callers for each key.
    pub const fn new() -> Self {
        Self {
            policy: Policy::Capped { max_transit: Duration::from_secs(5) },
            pace: None,
            guard: Guard { fixed: Duration::from_millis(2), ppm: 500 },
            cold_start: ColdStart::Fresh,
            queue_bound: 65_536,
        }
    }

    /// When a request stops counting.
    pub const fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// A minimum gap between requests, after a burst. It costs goodput only where requests would come in
    /// bursts.
    pub const fn pace(mut self, pace: Pace) -> Self {
        self.pace = Some(pace);
        self
    }

    /// Time added to every window.
    pub const fn guard(mut self, guard: Guard) -> Self {
        self.guard = guard;
        self
    }

    /// What is assumed of the time before.
    pub const fn cold_start(mut self, cold_start: ColdStart) -> Self {
        self.cold_start = cold_start;
        self
    }

    /// How many callers may wait for one key; one more gets
    /// [`LimitError::QueueFull`](super::LimitError::QueueFull).
    pub const fn queue_bound(mut self, callers: usize) -> Self {
        self.queue_bound = callers;
        self
    }

    pub(super) const fn is_off(&self) -> bool {
        matches!(self.policy, Policy::Off)
    }

    pub(super) const fn waiting_callers(&self) -> usize {
        self.queue_bound
    }

    /// The same in ticks, as the state machine wants it.
    pub(super) fn rules(&self) -> Rules {
        let (anchoring, transit) = match self.policy {
            Policy::Capped { max_transit } => (Anchoring::Capped, max_transit),
            Policy::Strict | Policy::Off => (Anchoring::Response, Duration::from_secs(30)),
        };
        Rules {
            anchoring,
            transit: Rules::believable_transit(transit),
            guard_ticks: ticks_ceil(self.guard.fixed.min(Duration::from_secs(3600))) as u32,
            guard_ppm: self.guard.ppm.min(Rules::MOST_PPM),
            pace: self.pace,
            exhausted: self.cold_start == ColdStart::Exhausted,
        }
    }
}
