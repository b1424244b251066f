//! Simulated servers with rate limits, for each way of counting. Every time is in microseconds since the same instant.

use std::collections::VecDeque;

/// Microseconds in a second.
pub const SECOND: u64 = 1_000_000;

/// A limit as a server knows it.
#[derive(Clone, Copy, Debug)]
pub struct ServerLimit {
    /// How many requests a window may hold.
    pub requests: u32,
    /// The length of the window in microseconds.
    pub window: u64,
}

/// At most so many requests in a second.
pub const fn per_second(requests: u32) -> ServerLimit {
    ServerLimit { requests, window: SECOND }
}

/// At most so many requests in a minute.
pub const fn per_minute(requests: u32) -> ServerLimit {
    ServerLimit { requests, window: 60 * SECOND }
}

/// How a server counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Windows follow one another, each with a fresh count.
    FixedWindow {
        /// How much earlier than the multiples of the window its windows begin.
        phase: u64,
    },
    /// A log of the accepted requests; both ends of a window count.
    SlidingLog,
    /// A log whose clock counts whole seconds; both ends of a window count, so it can see nearly two seconds.
    WholeSeconds,
    /// A log of all requests; the refused ones count too.
    SlidingLogWithRejects,
    /// A bucket of `requests` tokens, refilled evenly.
    TokenBucket,
    /// The count of this fixed window, plus that of the one before, weighted by how much of it a sliding window would
    /// still see.
    WeightedCounter {
        /// How much earlier than the multiples of the window its windows begin.
        phase: u64,
    },
}

impl Rule {
    /// The rules that count instead of estimating, with a clock as fine as ours.
    pub const COUNTING: [Self; 5] = [
        Self::FixedWindow { phase: 0 },
        Self::FixedWindow { phase: 617_001 },
        Self::SlidingLog,
        Self::SlidingLogWithRejects,
        Self::TokenBucket,
    ];
}

/// A server: accepts or refuses requests that arrive in the order of time.
#[derive(Debug)]
pub struct Server {
    counters: Vec<Counter>,
    /// How many requests were accepted.
    pub accepted: u64,
    /// How many requests were refused.
    pub refused: u64,
    /// How many arrivals ended a window, of any phase, that then held more arrivals than a limit allows.
    pub broken_windows: u64,
}

/// One limit of a server, and what it has counted.
#[derive(Debug)]
struct Counter {
    limit: ServerLimit,
    rule: Rule,
    /// When the counted requests that are still in the window arrived.
    log: VecDeque<u64>,
    /// Arrivals still in the window: for the any-window check.
    arrivals: VecDeque<u64>,
    /// The number of the running fixed window.
    window: u64,
    /// How many requests the running fixed window has counted.
    count: u32,
    /// How many the one before had counted.
    count_before: u32,
    /// Tokens in the bucket.
    tokens: f64,
    /// When `tokens` was last brought up to date.
    refilled_at: u64,
}

impl Server {
    /// A server that nobody has called.
    pub fn new(rule: Rule, limits: &[ServerLimit]) -> Self {
        let counters = limits.iter().map(|&limit| Counter::new(limit, rule)).collect();
        Self { counters, accepted: 0, refused: 0, broken_windows: 0 }
    }

    /// A request arrives. Returns whether it is accepted.
    pub fn arrive(&mut self, at: u64) -> bool {
        for counter in &mut self.counters {
            self.broken_windows += u64::from(counter.record_arrival(at));
        }
        let accepted = self.counters.iter_mut().all(|counter| counter.has_room(at));
        for counter in &mut self.counters {
            counter.count(at, accepted);
        }
        if accepted {
            self.accepted += 1;
        } else {
            self.refused += 1;
        }
        accepted
    }
}

impl Counter {
    fn new(limit: ServerLimit, rule: Rule) -> Self {
        Self {
            limit,
            rule,
            log: VecDeque::new(),
            arrivals: VecDeque::new(),
            window: 0,
            count: 0,
            count_before: 0,
            tokens: limit.requests.into(),
            refilled_at: 0,
        }
    }

    /// Records an arrival. Returns whether the arrivals in the window that ends with it break the limit.
    fn record_arrival(&mut self, at: u64) -> bool {
        while self.arrivals.front().is_some_and(|&first| first + self.limit.window <= at) {
            self.arrivals.pop_front();
        }
        self.arrivals.push_back(at);
        self.arrivals.len() > self.limit.requests as usize
    }

    /// Whether the rule accepts one more request. Brings the counts up to `at` first.
    fn has_room(&mut self, at: u64) -> bool {
        match self.rule {
            Rule::FixedWindow { phase } => {
                self.advance_to(at, phase);
                self.count < self.limit.requests
            }
            Rule::SlidingLog | Rule::SlidingLogWithRejects => {
                while self.log.front().is_some_and(|&first| first + self.limit.window < at) {
                    self.log.pop_front();
                }
                self.log.len() < self.limit.requests as usize
            }
            Rule::WholeSeconds => {
                let whole = |at: u64| at / SECOND * SECOND;
                while self.log.front().is_some_and(|&first| whole(first) + self.limit.window < whole(at)) {
                    self.log.pop_front();
                }
                self.log.len() < self.limit.requests as usize
            }
            Rule::TokenBucket => {
                let gained = (at - self.refilled_at) as f64 * f64::from(self.limit.requests)
                    / self.limit.window as f64;
                self.tokens = (self.tokens + gained).min(self.limit.requests.into());
                self.refilled_at = at;
                self.tokens >= 1.0
            }
            Rule::WeightedCounter { phase } => {
                self.advance_to(at, phase);
                let elapsed_share = ((at + phase) % self.limit.window) as f64 / self.limit.window as f64;
                let estimate = f64::from(self.count_before) * (1.0 - elapsed_share) + f64::from(self.count);
                estimate + 1.0 <= f64::from(self.limit.requests)
            }
        }
    }

    /// Moves to the fixed window that `at` is in.
    fn advance_to(&mut self, at: u64, phase: u64) {
        let window = (at + phase) / self.limit.window;
        if window != self.window {
            self.count_before = if window == self.window + 1 { self.count } else { 0 };
            self.window = window;
            self.count = 0;
        }
    }

    /// Counts a request as the rule says, which has been accepted or refused.
    fn count(&mut self, at: u64, accepted: bool) {
        match self.rule {
            Rule::SlidingLogWithRejects => self.log.push_back(at),
            _ if !accepted => {}
            Rule::FixedWindow { .. } | Rule::WeightedCounter { .. } => self.count += 1,
            Rule::SlidingLog | Rule::WholeSeconds => self.log.push_back(at),
            Rule::TokenBucket => self.tokens -= 1.0,
        }
    }
}
