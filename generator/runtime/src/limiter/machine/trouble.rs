//! What a key learns from 429s: to pause, that somebody else uses the same limit, and when to try for more again.

use super::super::limit::Limit;

/// Ticks in a second.
const SECOND: u64 = 10_000;

/// How long a lesson is kept when nothing new is heard.
const STALE: u64 = 60 * 60 * SECOND;

/// The longest time between tries, in first intervals. Longer means fewer 429s, but two that share a limit without
/// knowing it take longer to come to even shares; see the simulation.
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

    /// A 429. If it ended a try, or is the first, or came of the same event as the one before, one less will do. If it
    /// came out of the blue, somebody else wants more: the larger our share, the more of it we give, so that shares
    /// even out. Each failed try doubles the time to the next.
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

    /// Tries for one more if the time has come. Says whether it did. `quiet` is the time since the last 429: only when
    /// that has been long do tries come sooner, because a server with a bucket lets a failing try go well for a while.
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

    /// A 429 came back at `now` for a request sent at `sent`, while `used` of our own slots of limit number `index` were
    /// in use. The server let through what it counts less one, so that is our share now.
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

    /// Tries for one more of limit number `index`, if it was lowered and the time has come. Says whether it did.
    pub(super) fn raise(&mut self, index: usize, now: u64) -> bool {
        let quiet = now.saturating_sub(self.last_429);
        self.lessons[index].raise(quiet, now)
    }

    /// Whether all this is so old that it may be forgotten.
    pub(super) fn stale(&self, now: u64) -> bool {
        now >= self.paused_until && now >= self.last_429 + STALE
    }
}

/// The pause after so many 429s in a row when the server names none: an eighth of the window, doubled each time, between
/// 50 ms and a minute.
fn backoff(window: u64, strikes: u32) -> u64 {
    let first = (window / 8).clamp(SECOND / 20, 5 * SECOND);
    (first << strikes.saturating_sub(1).min(12)).min(60 * SECOND)
}
