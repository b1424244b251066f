//! The rules that hold for every key of a limiter.

use std::time::Duration;

use crate::clock::ticks_ceil;
use crate::limit::Limit;
use crate::pacing::Pacing;

/// From when on the window of a request is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchoring {
    /// From its response.
    Response,
    /// From its response, or from `transit` after its sending if that is sooner.
    Capped,
}

/// The rules that hold for every key of a limiter, in ticks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    pub(crate) anchoring: Anchoring,
    /// The longest time from the sending of a request until the server counts it, for endpoints without their own.
    pub(crate) transit: u32,
    /// The fixed part of the safety margin.
    pub(crate) margin_ticks: u32,
    /// The part of the safety margin that grows with the window, in millionths of it.
    pub(crate) margin_ppm: u32,
    pub(crate) pacing: Option<Pacing>,
    /// Whether a predecessor is assumed to have used every slot at tick zero.
    pub(crate) exhausted: bool,
}

impl Rules {
    /// The most that a safety margin may add, in millionths: with this, a window of a day and a transit of an hour, all
    /// ticks of a log lie within 2^31 of each other.
    pub(crate) const MOST_PPM: u32 = 100_000;

    /// A transit time in ticks: an hour, if it is longer.
    pub(crate) fn transit_ticks(transit: Duration) -> u32 {
        ticks_ceil(transit.min(Duration::from_secs(3600))) as u32
    }

    /// How long a slot of `limit` is held after its anchor: the window, the safety margin, and one tick because
    /// anchors are rounded down.
    pub(crate) fn span(&self, limit: &Limit) -> u32 {
        let share = (u64::from(limit.ticks()) * u64::from(self.margin_ppm)).div_ceil(1_000_000);
        limit.ticks() + self.margin_ticks + share as u32 + 1
    }

    /// The gap, in ticks, that the pacing asks for between two requests of a key; zero without a pacing: that of its
    /// slowest limit.
    pub(crate) fn gap(&self, limits: &[Limit]) -> u64 {
        let Some(pacing) = self.pacing else { return 0 };
        let gap =
            |limit: &Limit| limit.ticks().div_ceil(limit.requests().saturating_sub(pacing.spare).max(1));
        limits.iter().map(gap).max().unwrap_or(0).into()
    }

    /// How many gaps a key may be ahead of its pacing.
    pub(crate) fn burst_ahead(&self) -> u64 {
        self.pacing.map_or(0, |pacing| u64::from(pacing.burst.saturating_sub(1)))
    }
}
