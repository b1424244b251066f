//! How a limiter is configured.

use std::time::Duration;

use crate::clock::ticks_ceil;
use crate::machine::{Anchoring, Rules};
use crate::pacing::Pacing;

/// When a request stops counting against its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Policy {
    /// A window after the response arrived, however long that took: the promise holds without conditions. A request
    /// without a response is assumed to be counted when its caller gives up, or, if that is later, at the endpoint's
    /// `max_transit` (half a minute if it has none) from its sending.
    Strict,
    /// A window after the response arrived, or after `max_transit` from sending if that is sooner. The promise holds if
    /// the server counts every request within `max_transit` from its sending. An endpoint's own `max_transit` takes
    /// precedence.
    Capped {
        /// The longest time from the sending of a request until the server counts it.
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

/// What a limiter assumes of the time before it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColdStart {
    /// Nobody has used the credential lately.
    #[default]
    Fresh,
    /// A predecessor used up every limit just before, and its last requests are still in flight: the first request of a
    /// key waits for `max_transit` and its longest window, counted from the making of the limiter.
    Exhausted,
}

/// Time added to every window, because clocks differ in speed and some servers count both ends of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SafetyMargin {
    /// Added to every window, whatever its length; at most an hour.
    pub fixed: Duration,
    /// Added in proportion to the window, in millionths; at most a tenth of it.
    pub ppm: u32,
}

impl SafetyMargin {
    /// For servers whose clock counts whole seconds and that count both ends of a window: their window of a second can see
    /// the requests of nearly two.
    pub const WHOLE_SECONDS: Self = Self { fixed: Duration::from_millis(1_002), ppm: 500 };
}

impl Default for SafetyMargin {
    /// 2 ms and 500 millionths.
    fn default() -> Self {
        Self { fixed: Duration::from_millis(2), ppm: 500 }
    }
}

/// How a [`Limiter`](crate::Limiter) is configured. `LimiterOptions::new()` is a good start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct LimiterOptions {
    policy: Policy,
    pacing: Option<Pacing>,
    safety_margin: SafetyMargin,
    cold_start: ColdStart,
    /// How many callers may wait for one key.
    queue_bound: usize,
}

impl Default for LimiterOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl LimiterOptions {
    /// `Capped` at 5 s, no pacing, the default safety margin, a fresh start, 65 536 waiting callers for each key.
    pub const fn new() -> Self {
        Self {
            policy: Policy::Capped { max_transit: Duration::from_secs(5) },
            pacing: None,
            safety_margin: SafetyMargin { fixed: Duration::from_millis(2), ppm: 500 },
            cold_start: ColdStart::Fresh,
            queue_bound: 65_536,
        }
    }

    /// When a request stops counting.
    pub const fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// A minimum gap between requests after a burst. It costs goodput only where requests would come in bursts.
    pub const fn pacing(mut self, pacing: Pacing) -> Self {
        self.pacing = Some(pacing);
        self
    }

    /// Time added to every window.
    pub const fn safety_margin(mut self, margin: SafetyMargin) -> Self {
        self.safety_margin = margin;
        self
    }

    /// What is assumed of the time before.
    pub const fn cold_start(mut self, cold_start: ColdStart) -> Self {
        self.cold_start = cold_start;
        self
    }

    /// How many callers may wait for one key; one more gets
    /// [`LimitError::QueueFull`](crate::LimitError::QueueFull).
    pub const fn queue_bound(mut self, callers: usize) -> Self {
        self.queue_bound = callers;
        self
    }

    /// Whether nothing is limited.
    pub(crate) const fn is_off(&self) -> bool {
        matches!(self.policy, Policy::Off)
    }

    /// How many callers may wait for one key.
    pub(crate) const fn waiting_callers(&self) -> usize {
        self.queue_bound
    }

    /// These options as the state machine takes them, in ticks.
    pub(crate) fn rules(&self) -> Rules {
        let (anchoring, transit) = match self.policy {
            Policy::Capped { max_transit } => (Anchoring::Capped, max_transit),
            // What `Policy::Strict` says of endpoints without a `max_transit`.
            Policy::Strict | Policy::Off => (Anchoring::Response, Duration::from_secs(30)),
        };
        Rules {
            anchoring,
            transit: Rules::transit_ticks(transit),
            margin_ticks: ticks_ceil(self.safety_margin.fixed.min(Duration::from_secs(3600))) as u32,
            margin_ppm: self.safety_margin.ppm.min(Rules::MOST_PPM),
            pacing: self.pacing,
            exhausted: self.cold_start == ColdStart::Exhausted,
        }
    }
}
