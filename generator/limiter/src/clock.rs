//! Ticks: the limiter's own time.

use std::time::Duration;

use tokio::time::Instant;

/// One tick. Rounding to it costs a ten-thousandth of a second, and 32 bits of it last four days, so that a request in the
/// log takes four bytes.
pub(crate) const TICK: Duration = Duration::from_micros(100);

/// How many ticks a second has.
pub(crate) const TICKS_PER_SECOND: u64 = 10_000;

/// `duration` in ticks, rounded down.
#[inline]
pub(crate) const fn ticks_floor(duration: Duration) -> u64 {
    duration.as_secs() * TICKS_PER_SECOND + (duration.subsec_nanos() / 100_000) as u64
}

/// `duration` in ticks, rounded up.
pub(crate) const fn ticks_ceil(duration: Duration) -> u64 {
    duration.as_secs() * TICKS_PER_SECOND + duration.subsec_nanos().div_ceil(100_000) as u64
}

/// A number of ticks as a duration.
#[inline]
pub(crate) const fn duration_of(ticks: u64) -> Duration {
    Duration::from_micros(ticks.saturating_mul(100))
}

/// Counts ticks from the moment at which it was made. Follows tokio's clock, so that paused time works.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    /// The instant of tick zero.
    born: Instant,
}

impl Clock {
    /// A clock at tick zero.
    pub(crate) fn new() -> Self {
        Self { born: Instant::now() }
    }

    /// The current tick.
    pub(crate) fn now(&self) -> u64 {
        self.tick(Instant::now())
    }

    /// The tick that contains `instant`; zero if that was before this clock was made.
    #[inline]
    pub(crate) fn tick(&self, instant: Instant) -> u64 {
        ticks_floor(instant.saturating_duration_since(self.born))
    }

    /// The instant at which `tick` begins.
    #[inline]
    pub(crate) fn instant(&self, tick: u64) -> Instant {
        // Nobody waits for a century; the cap keeps the addition from overflowing.
        self.born + duration_of(tick.min(TICKS_PER_SECOND * 60 * 60 * 24 * 36_500))
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
        assert_eq!(duration_of(15_000), Duration::from_millis(1500));
    }

    #[test]
    fn the_farthest_tick_is_a_century_away() {
        let clock = Clock::new();
        let century = Duration::from_secs(36_500 * 24 * 60 * 60);
        assert_eq!(clock.instant(u64::MAX), clock.born + century);
        let ticks = ticks_floor(century);
        assert_eq!(clock.instant(ticks - 1), clock.born + century - TICK);
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
