//! One limit, counted by one rule. Time is passed in, so that nothing here needs a clock.

use std::collections::VecDeque;
use std::time::Duration;

use paceline_generator::ir::Limit;

use super::Count;

/// The count of one limit.
#[derive(Debug)]
pub(super) struct Counter {
    limit: Limit,
    memory: Memory,
}

/// What each rule remembers of the requests that it let through.
#[derive(Debug)]
enum Memory {
    /// When each request was let through, as long as it counts.
    Log(VecDeque<Duration>),
    /// The number of the running window and its count.
    Fixed { window: u128, count: u32 },
    /// The level of the bucket, and the instant at which it had it. One token is one window's nanoseconds, so that each
    /// nanosecond adds `requests` to the level: whole numbers, because a sum of fractions would drift.
    Bucket { level: u128, at: Duration },
    /// The number of the running window, its count, and the count of the window before.
    Weighted { window: u128, count: u32, before: u32 },
}

impl Counter {
    pub(super) fn new(count: Count, limit: Limit) -> Self {
        let memory = match count {
            Count::Sliding => Memory::Log(VecDeque::new()),
            Count::Fixed => Memory::Fixed { window: 0, count: 0 },
            Count::TokenBucket => Memory::Bucket { level: full_level(limit), at: Duration::ZERO },
            Count::Weighted => Memory::Weighted { window: 0, count: 0, before: 0 },
        };
        Self { limit, memory }
    }

    /// How long a request that arrives `now` and counts as `weight` requests would have to wait; zero when it may pass.
    pub(super) fn time_to_wait(&mut self, weight: u32, now: Duration) -> Duration {
        self.advance_to(now);
        let Limit { requests, window } = self.limit;
        let weight = weight.min(requests);
        match &self.memory {
            Memory::Log(log) => match (log.len() + weight as usize).checked_sub(requests as usize) {
                None | Some(0) => Duration::ZERO,
                Some(more) => log.get(more - 1).map_or(Duration::ZERO, |last| *last + window - now),
            },
            Memory::Fixed { count, .. } if count + weight <= requests => Duration::ZERO,
            Memory::Fixed { window: number, .. } => window_start(*number + 1, window) - now,
            Memory::Bucket { level, .. } => {
                let missing = (window.as_nanos() * u128::from(weight)).saturating_sub(*level);
                nanos(missing.div_ceil(u128::from(requests)))
            }
            Memory::Weighted { window: number, count, before } => {
                weighted_wait(self.limit, *number, *count, *before, weight, now)
            }
        }
    }

    /// Counts a request of this weight that was let through `now`.
    pub(super) fn count(&mut self, weight: u32, now: Duration) {
        let weight = weight.min(self.limit.requests);
        match &mut self.memory {
            Memory::Log(log) => log.extend((0..weight).map(|_| now)),
            Memory::Fixed { count, .. } | Memory::Weighted { count, .. } => *count += weight,
            Memory::Bucket { level, .. } => {
                *level -= (self.limit.window.as_nanos() * u128::from(weight)).min(*level);
            }
        }
    }

    /// How many requests would still pass `now`, and in how long that number is renewed, at least in part.
    pub(super) fn left(&mut self, now: Duration) -> (u32, Duration) {
        self.advance_to(now);
        let Limit { requests, window } = self.limit;
        match &self.memory {
            Memory::Log(log) => {
                let used = u32::try_from(log.len()).unwrap_or(u32::MAX);
                let renewed = log.front().map_or(window, |first| *first + window - now);
                (requests.saturating_sub(used), renewed)
            }
            Memory::Fixed { window: number, count } => {
                (requests.saturating_sub(*count), window_start(*number + 1, window) - now)
            }
            Memory::Bucket { level, .. } => {
                let left = u32::try_from(level / window.as_nanos()).unwrap_or(u32::MAX);
                let missing = (u128::from(left + 1) * window.as_nanos()).saturating_sub(*level);
                (left, nanos(missing.div_ceil(u128::from(requests))))
            }
            Memory::Weighted { window: number, count, before } => {
                let end = window_start(*number + 1, window);
                let share = u128::from(*before) * (end - now).as_nanos() / window.as_nanos();
                let used = u128::from(*count) + share;
                let left = u128::from(requests).saturating_sub(used);
                (u32::try_from(left).unwrap_or(u32::MAX), end - now)
            }
        }
    }

    /// Drops what no longer counts `now`, and fills buckets.
    fn advance_to(&mut self, now: Duration) {
        let Limit { requests, window } = self.limit;
        match &mut self.memory {
            Memory::Log(log) => {
                // A request leaves the window exactly one length after it came in.
                while log.front().is_some_and(|first| *first + window <= now) {
                    log.pop_front();
                }
            }
            Memory::Fixed { window: number, count } => {
                let running = window_number(now, window);
                if running != *number {
                    (*number, *count) = (running, 0);
                }
            }
            Memory::Bucket { level, at } => {
                let filled = (now - (*at).min(now)).as_nanos() * u128::from(requests);
                (*level, *at) = ((*level + filled).min(full_level(self.limit)), now);
            }
            Memory::Weighted { window: number, count, before } => {
                let running = window_number(now, window);
                if running != *number {
                    *before = if running == *number + 1 { *count } else { 0 };
                    (*number, *count) = (running, 0);
                }
            }
        }
    }
}

/// The level of a full bucket: one window's nanoseconds for each request.
fn full_level(limit: Limit) -> u128 {
    limit.window.as_nanos() * u128::from(limit.requests)
}

/// The number of the fixed window that an instant is in.
fn window_number(now: Duration, window: Duration) -> u128 {
    now.as_nanos() / window.as_nanos().max(1)
}

/// When a fixed window begins.
fn window_start(number: u128, window: Duration) -> Duration {
    nanos(number * window.as_nanos())
}

/// Nanoseconds as a duration.
fn nanos(nanos: u128) -> Duration {
    Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
}

/// The wait under the weighted rule: until `count + before * covered / window + weight` fits the limit.
fn weighted_wait(
    limit: Limit,
    number: u128,
    count: u32,
    before: u32,
    weight: u32,
    now: Duration,
) -> Duration {
    let length = limit.window.as_nanos();
    let end = window_start(number + 1, limit.window);
    let left = (end - now).as_nanos();
    let Some(room) = limit.requests.saturating_sub(count).checked_sub(weight).map(u128::from) else {
        // The running window is full by itself; in the next one it is what came before.
        let next = weighted_wait(limit, number + 1, 0, count, weight, end);
        return end - now + next;
    };
    // It passes once `before * left <= room * length`: the rule, multiplied by the window's length.
    if u128::from(before) * left <= room * length {
        return Duration::ZERO;
    }
    let must_be_left = (room * length) / u128::from(before.max(1));
    nanos(left - must_be_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;
    const FIFTEEN: Limit = Limit { requests: 15, window: Duration::from_secs(1) };

    fn passed(counter: &mut Counter, times: impl IntoIterator<Item = u64>) -> usize {
        let admit = |counter: &mut Counter, now| {
            counter.time_to_wait(1, MS(now)).is_zero() && {
                counter.count(1, MS(now));
                true
            }
        };
        times.into_iter().filter(|now| admit(counter, *now)).count()
    }

    #[test]
    fn a_sliding_window_holds_wherever_it_starts() {
        let mut counter = Counter::new(Count::Sliding, FIFTEEN);
        assert_eq!(passed(&mut counter, [900; 20]), 15);
        assert_eq!(counter.time_to_wait(1, MS(1000)), MS(900));
        assert_eq!(passed(&mut counter, [1899; 20]), 0);
        assert_eq!(passed(&mut counter, [1900; 20]), 15);
    }

    #[test]
    fn fixed_windows_forget_at_their_edge() {
        let mut counter = Counter::new(Count::Fixed, FIFTEEN);
        assert_eq!(passed(&mut counter, [999; 20]), 15);
        assert_eq!(counter.time_to_wait(1, MS(999)), MS(1));
        assert_eq!(passed(&mut counter, [1000; 20]), 15, "thirty in two milliseconds");
    }

    #[test]
    fn a_bucket_fills_evenly() {
        let mut counter = Counter::new(Count::TokenBucket, FIFTEEN);
        assert_eq!(passed(&mut counter, [0; 20]), 15);
        assert_eq!(passed(&mut counter, [66]), 0, "a fifteenth of a second is 66.7 ms");
        assert_eq!(passed(&mut counter, [67, 67]), 1);
        assert_eq!(passed(&mut counter, 1000..2000), 28, "14 saved, 14 filled by then");
    }

    #[test]
    fn the_weighted_rule_carries_the_last_window_over_in_part() {
        let mut counter = Counter::new(Count::Weighted, FIFTEEN);
        assert_eq!(passed(&mut counter, [0; 20]), 15);
        let wait = counter.time_to_wait(1, MS(0));
        assert!(wait > MS(1000) && wait < MS(1100), "{wait:?}");
        assert_eq!(passed(&mut counter, [1000]), 0, "all of the last window still counts");
        assert_eq!(passed(&mut counter, [1500; 20]), 7, "half of it does");
        assert_eq!(passed(&mut counter, [3500; 20]), 15, "none of it does");
    }

    #[test]
    fn a_request_passes_after_the_stated_wait_and_not_a_nanosecond_earlier() {
        for count in [Count::Sliding, Count::Fixed, Count::TokenBucket, Count::Weighted] {
            let mut counter = Counter::new(count, FIFTEEN);
            let mut now = MS(310);
            for step in 0..200_u64 {
                let wait = counter.time_to_wait(1, now);
                if !wait.is_zero() {
                    let early = now + wait - Duration::from_nanos(1);
                    assert!(!counter.time_to_wait(1, early).is_zero(), "{count:?}: told to wait too long");
                }
                now += wait;
                assert!(counter.time_to_wait(1, now).is_zero(), "{count:?} at {now:?}");
                counter.count(1, now);
                now += MS(step % 7);
            }
        }
    }
}
