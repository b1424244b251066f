//! What a key learns from 429s: to pause, that somebody else uses the same limit, and when to try for more
//! again.

use super::super::limit::Limit;

/// Ticks in a second.
const SECOND: u64 = 10_000;

/// How long a lesson is kept when nothing new is heard.
const STALE: u64 = 60 * 60 * SECOND;

/// The longest time between tries, in first intervals. Longer means fewer 429s, but two that share a limit
/// without knowing it take longer to come to even shares; see the simulation.
const LONGEST_INTERVAL: u64 = 24;

/// Of so many slots in use, one more is given up to somebody else.
const GIVEN: u32 = 8;

/// What was learnt of one limit.
#[derive(Clone, Copy, Debug)]
struct Lesson {
    /// As declared.
    declared: u32,
    /// As far as we may go now.
    effective: u32,
    /// When the next try for one more is due.
    next_try: u64,
    /// How long to wait after a try that failed.
    interval: u64,
    /// The first interval, and how long a try must go well to count as a success.
    base: u64,
    /// Whether there was a try since the last 429.
    trying: bool,
}

/// The state of a key that has seen a 429.
#[derive(Debug)]
pub(super) struct Trouble {
    paused_until: u64,
    /// When the last 429 that was news arrived. Requests sent before belong to the same event.
    last_news: u64,
    last_429: u64,
    /// 429s in a row with no answer between, as events.
    strikes: u32,
    lessons: Box<[Lesson]>,
}

impl Lesson {
    fn new(limit: &Limit) -> Self {
        let base = 4 * u64::from(limit.ticks());
        Self {
            declared: limit.requests(),
            effective: limit.requests(),
            next_try: 0,
            interval: base,
            base,
            trying: false,
        }
    }

    /// The longest time between tries: 96 windows, but an hour at most, unless the first is longer.
    fn longest_interval(&self) -> u64 {
        (self.base * LONGEST_INTERVAL).min(STALE).max(self.base)
    }

    /// A 429. If it ended a try, or is the first, or came of the same event as the one before, one less will
    /// do. If it came out of the blue, somebody else wants more: the larger our share, the more of it we
    /// give, so that shares even out. Each failed try doubles the time to the next.
    fn lower(&mut self, used: u32, news: bool, now: u64) {
        let given = if news && !self.trying && self.next_try != 0 { 1 + self.effective / GIVEN } else { 1 };
        self.effective = self.effective.min(used).saturating_sub(given).max(1);
        if news {
            if self.trying {
                self.interval = (self.interval * 2).min(self.longest_interval());
            }
            self.trying = false;
            self.next_try = now + self.patience();
        }
    }

    /// How long to wait before the next try: the smaller our share of the whole, the sooner.
    fn patience(&self) -> u64 {
        (3 * self.interval * u64::from(self.effective) / (2 * u64::from(self.declared))).max(self.base)
    }

    /// Tries for one more if the time has come. Says whether it did. `quiet` is the time since the last 429:
    /// only when that has been long do tries come sooner, because a server with a bucket lets a failing try
    /// go well for a while.
    fn raise(&mut self, quiet: u64, now: u64) -> bool {
        if self.effective == self.declared || now < self.next_try {
            return false;
        }
        if quiet >= 8 * self.interval {
            self.interval = (self.interval / 2).max(self.base);
        }
        self.effective += 1;
        self.trying = true;
        self.next_try = now + self.base;
        true
    }
}

impl Trouble {
    pub(super) fn new(limits: &[Limit]) -> Self {
        let lessons = limits.iter().map(Lesson::new).collect();
        Self { paused_until: 0, last_news: 0, last_429: 0, strikes: 0, lessons }
    }

    pub(super) fn paused_until(&self) -> u64 {
        self.paused_until
    }

    pub(super) fn effective(&self, index: usize) -> u32 {
        self.lessons[index].effective
    }

    /// A 429 came back at `now` for a request sent at `sent`, while `used` of our own slots of limit number
    /// `index` were in use. The server let through what it counts less one, so that is our share now.
    pub(super) fn throttled(&mut self, index: usize, used: u32, sent: u64, after: Option<u64>, now: u64) {
        let news = self.last_429 == 0 || sent > self.last_news;
        self.lessons[index].lower(used, news, now);
        self.last_429 = now;
        if news {
            self.last_news = now;
            self.strikes = self.strikes.saturating_add(1);
        }
        let backoff = if news { backoff(self.lessons[index].base / 4, self.strikes) } else { 0 };
        self.paused_until = self.paused_until.max(now + after.unwrap_or(backoff));
    }

    /// The request sent at `sent` got an answer that is no 429.
    pub(super) fn answered(&mut self, sent: u64) {
        if sent > self.last_news {
            self.strikes = 0;
        }
    }

    /// Tries for one more of limit number `index`, if it was lowered and the time has come. Says whether it
    /// did.
    pub(super) fn raise(&mut self, index: usize, now: u64) -> bool {
        let quiet = now.saturating_sub(self.last_429);
        self.lessons[index].raise(quiet, now)
    }

    /// When the next limit may be raised, if any was lowered.
    pub(super) fn next_raise(&self) -> Option<u64> {
        let lowered = self.lessons.iter().filter(|lesson| lesson.effective < lesson.declared);
        lowered.map(|lesson| lesson.next_try).min()
    }

    /// Whether all this is so old that it may be forgotten.
    pub(super) fn stale(&self, now: u64) -> bool {
        now >= self.paused_until && now >= self.last_429 + STALE
    }
}

/// The pause after so many 429s in a row when the server names none: an eighth of the window, doubled each
/// time, between 50 ms and a minute.
fn backoff(window: u64, strikes: u32) -> u64 {
    let first = (window / 8).clamp(SECOND / 20, 5 * SECOND);
    (first << strikes.saturating_sub(1).min(12)).min(60 * SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: [Limit; 2] = [Limit::per_second(16), Limit::per_minute(450)];
    /// Four windows of a second.
    const BASE: u64 = 4 * SECOND;

    /// A key of these limits that has seen one 429 at `now`, with 11 slots of the first limit in use.
    fn after_one_429(now: u64) -> Trouble {
        let mut trouble = Trouble::new(&LIMITS);
        trouble.throttled(0, 11, now - 800, None, now);
        trouble
    }

    /// The tick of the next try that the first limit is due for.
    fn next_try(trouble: &Trouble) -> u64 {
        trouble.lessons[0].next_try
    }

    #[test]
    fn the_first_429_leaves_what_was_in_use_less_one_and_a_short_pause() {
        let trouble = after_one_429(1_000);
        assert_eq!((trouble.effective(0), trouble.effective(1)), (10, 450));
        assert_eq!(trouble.paused_until(), 1_000 + SECOND / 8);
        // Ten of sixteen: a little sooner than the first interval, so the first interval it is.
        assert_eq!(next_try(&trouble), 1_000 + BASE);
    }

    #[test]
    fn more_429s_of_the_same_event_take_one_each_and_no_longer_pause() {
        let mut trouble = after_one_429(1_000);
        trouble.throttled(0, 15, 1_000, None, 1_010);
        assert_eq!((trouble.effective(0), trouble.paused_until()), (9, 1_000 + SECOND / 8));
        assert_eq!((trouble.strikes, trouble.last_news, trouble.last_429), (1, 1_000, 1_010));
        trouble.throttled(0, 15, 999, Some(5 * SECOND), 1_020);
        assert_eq!((trouble.effective(0), trouble.paused_until()), (8, 1_020 + 5 * SECOND));
        trouble.throttled(0, 15, 999, Some(1), 1_030);
        assert_eq!(trouble.paused_until(), 1_020 + 5 * SECOND, "a pause never gets shorter");
        assert_eq!(next_try(&trouble), 1_000 + BASE);
    }

    #[test]
    fn a_429_out_of_the_blue_takes_more_from_a_larger_share() {
        let mut trouble = after_one_429(1_000);
        trouble.lessons[0].effective = 16;
        trouble.throttled(0, 16, 1_001, None, 2_000);
        assert_eq!(trouble.effective(0), 13);
        assert_eq!(next_try(&trouble), 2_000 + 3 * BASE * 13 / 32);
        trouble.throttled(0, 2, 2_001, None, 3_000);
        trouble.throttled(0, 1, 3_001, None, 4_000);
        assert_eq!(trouble.effective(0), 1, "never none");
    }

    #[test]
    fn the_pause_doubles_until_an_answer_comes() {
        let mut trouble = after_one_429(1_000);
        trouble.throttled(0, 9, 1_001, None, 2_000);
        assert_eq!(trouble.paused_until(), 2_000 + SECOND / 4);
        trouble.answered(2_000);
        trouble.throttled(0, 9, 2_001, None, 5_000);
        assert_eq!(trouble.paused_until(), 5_000 + SECOND / 2, "that was sent before the news");
        trouble.answered(5_001);
        trouble.throttled(0, 9, 5_002, None, 20_000);
        assert_eq!(trouble.paused_until(), 20_000 + SECOND / 8);
        assert_eq!(backoff(SECOND / 10, 1), SECOND / 20);
        assert_eq!(backoff(600 * SECOND, 1), 5 * SECOND);
        assert_eq!(backoff(SECOND, 99), 60 * SECOND);
    }

    #[test]
    fn a_try_that_fails_doubles_the_time_to_the_next() {
        let mut trouble = after_one_429(1_000);
        assert!(!trouble.raise(0, 1_000 + BASE - 1));
        let mut now = 1_000;
        for round in 1..=8 {
            now = next_try(&trouble);
            assert!(trouble.raise(0, now) && trouble.effective(0) == 11 && !trouble.raise(0, now));
            now += 900;
            trouble.throttled(0, 11, now - 800, None, now);
            let interval = (BASE << round).min(24 * BASE);
            assert_eq!(trouble.lessons[0].interval, interval);
            assert_eq!(
                (trouble.effective(0), next_try(&trouble)),
                (10, now + (3 * interval * 10 / 32).max(BASE))
            );
        }
        assert!(!trouble.raise(1, now + STALE), "the other limit was never lowered");
    }

    #[test]
    fn tries_that_go_well_lead_back_to_what_was_declared() {
        let mut trouble = after_one_429(1_000);
        trouble.lessons[0].interval = 4 * BASE;
        let first = next_try(&trouble);
        for (step, effective) in (11..=16).enumerate() {
            assert_eq!(next_try(&trouble), first + step as u64 * BASE);
            assert!(trouble.raise(0, next_try(&trouble)));
            assert_eq!(trouble.effective(0), effective);
        }
        assert!(!trouble.raise(0, u64::MAX));
        assert_eq!(trouble.lessons[0].interval, 4 * BASE, "not quiet for long enough to try sooner");
    }

    #[test]
    fn after_a_long_quiet_tries_come_sooner() {
        for (quiet, interval) in [(32 * BASE - 1, 4 * BASE), (32 * BASE, 2 * BASE)] {
            let mut trouble = after_one_429(1_000);
            trouble.lessons[0].interval = 4 * BASE;
            assert!(trouble.raise(0, 1_000 + quiet));
            assert_eq!(trouble.lessons[0].interval, interval);
        }
        let mut trouble = after_one_429(1_000);
        trouble.raise(0, 1_000 + 8 * BASE);
        assert_eq!(trouble.lessons[0].interval, BASE, "never less than the first");
    }

    #[test]
    fn a_lesson_is_kept_for_an_hour_and_as_long_as_it_pauses() {
        let mut trouble = after_one_429(1_000);
        assert!(!trouble.stale(1_000 + STALE - 1) && trouble.stale(1_000 + STALE));
        trouble.throttled(0, 9, 999, Some(2 * STALE), 1_000);
        assert!(!trouble.stale(2 * STALE) && trouble.stale(1_000 + 2 * STALE));
    }

    #[test]
    fn the_longest_interval_is_an_hour_unless_the_first_is_longer() {
        assert_eq!(Lesson::new(&LIMITS[0]).longest_interval(), 24 * BASE);
        assert_eq!(Lesson::new(&LIMITS[1]).longest_interval(), STALE);
        assert_eq!(Lesson::new(&Limit::per_hour(9)).longest_interval(), 4 * STALE);
    }
}
