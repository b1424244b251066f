//! Ticks: the limiter's own time.

use std::time::Duration;

use tokio::time::Instant;

/// One tick. Fine enough that rounding costs a ten-thousandth of a second, coarse enough that 32 bits of it
/// last four days, so that a remembered request costs four bytes.
pub(super) const TICK: Duration = Duration::from_micros(100);

const TICKS_PER_SECOND: u64 = 10_000;

/// `duration` in ticks, rounded down.
#[inline]
pub(super) const fn ticks_floor(duration: Duration) -> u64 {
    duration.as_secs() * TICKS_PER_SECOND + (duration.subsec_nanos() / 100_000) as u64
}

/// `duration` in ticks, rounded up.
pub(super) const fn ticks_ceil(duration: Duration) -> u64 {
    duration.as_secs() * TICKS_PER_SECOND + duration.subsec_nanos().div_ceil(100_000) as u64
}

/// So many ticks as a duration.
#[inline]
pub(super) const fn span(ticks: u64) -> Duration {
    Duration::from_micros(ticks.saturating_mul(100))
}

/// Counts ticks from the moment it was made. Follows tokio's clock, so that paused time works.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    born: Instant,
}

impl Clock {
    /// A clock that stands at zero.
    pub(super) fn new() -> Self {
        Self { born: Instant::now() }
    }

    /// The tick that is going on.
    pub(super) fn now(&self) -> u64 {
        self.tick(Instant::now())
    }

    /// The tick that holds `instant`; zero if that was before this clock was made.
    #[inline]
    pub(super) fn tick(&self, instant: Instant) -> u64 {
        ticks_floor(instant.saturating_duration_since(self.born))
    }

    /// The instant at which `tick` begins.
    #[inline]
    pub(super) fn instant(&self, tick: u64) -> Instant {
        // Nobody waits for a century; the cap keeps the addition from overflowing.
        self.born + span(tick.min(TICKS_PER_SECOND * 60 * 60 * 24 * 36_500))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_round_as_asked() {
        assert_eq!(ticks_floor(Duration::from_micros(1_000_199)), 10_001);
        assert_eq!(ticks_ceil(Duration::from_micros(1_000_101)), 10_002);
        assert_eq!(ticks_ceil(Duration::from_micros(1_000_100)), 10_001);
        assert_eq!(span(15_000), Duration::from_millis(1500));
    }

    #[tokio::test(start_paused = true)]
    async fn the_clock_follows_paused_time() {
        let clock = Clock::new();
        tokio::time::advance(Duration::from_micros(1_250)).await;
        assert_eq!(clock.now(), 12);
        assert_eq!(clock.instant(12), clock.born + Duration::from_micros(1_200));
        assert!(clock.instant(u64::MAX) > clock.born);
    }
}
