//! What the limiter's tests share: servers that count in every way there is, and delays. Time is in
//! microseconds.

#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "each test uses a part of it, from inside or outside"
)]

use std::collections::VecDeque;

/// Microseconds in a second.
pub const SECOND: u64 = 1_000_000;

/// A limit as a server knows it: so many requests in so many microseconds.
#[derive(Clone, Copy, Debug)]
pub struct ServerLimit {
    pub requests: u32,
    pub window: u64,
}

pub const fn per_second(requests: u32) -> ServerLimit {
    ServerLimit { requests, window: SECOND }
}

pub const fn per_minute(requests: u32) -> ServerLimit {
    ServerLimit { requests, window: 60 * SECOND }
}

/// How a server counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// All windows begin at `phase` and its multiples of the window.
    FixedWindow { phase: u64 },
    /// The last accepted requests, each with its instant; a window's both ends count.
    SlidingLog,
    /// The same, and refused requests count too.
    SlidingLogWithRejects,
    /// A bucket of `requests` tokens, refilled evenly.
    TokenBucket,
    /// This fixed window's count plus the last one's, weighted by how much of it a sliding window would still
    /// see.
    WeightedCounter { phase: u64 },
}

impl Rule {
    /// The rules under which the promise is unconditional.
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
    pub accepted: u64,
    pub refused: u64,
    /// Windows of any phase that held more than a limit allows, of all requests that arrived.
    pub broken_windows: u64,
}

#[derive(Debug)]
struct Counter {
    limit: ServerLimit,
    rule: Rule,
    /// Counted instants still in the window.
    log: VecDeque<u64>,
    /// Arrivals still in the window: for the any-window check.
    arrivals: VecDeque<u64>,
    window: u64,
    count: u32,
    count_before: u32,
    tokens: f64,
    refilled: u64,
}

impl Server {
    pub fn new(rule: Rule, limits: &[ServerLimit]) -> Self {
        let counters = limits.iter().map(|&limit| Counter::new(limit, rule)).collect();
        Self { counters, accepted: 0, refused: 0, broken_windows: 0 }
    }

    /// A request arrives. Says whether it is accepted.
    pub fn arrive(&mut self, at: u64) -> bool {
        for counter in &mut self.counters {
            self.broken_windows += u64::from(counter.breaks(at));
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
            refilled: 0,
        }
    }

    /// Whether this arrival and those before it break the limit in the window that ends with it.
    fn breaks(&mut self, at: u64) -> bool {
        while self.arrivals.front().is_some_and(|&first| first + self.limit.window <= at) {
            self.arrivals.pop_front();
        }
        self.arrivals.push_back(at);
        self.arrivals.len() > self.limit.requests as usize
    }

    fn has_room(&mut self, at: u64) -> bool {
        match self.rule {
            Rule::FixedWindow { phase } => {
                self.turn_to(at, phase);
                self.count < self.limit.requests
            }
            Rule::SlidingLog | Rule::SlidingLogWithRejects => {
                while self.log.front().is_some_and(|&first| first + self.limit.window < at) {
                    self.log.pop_front();
                }
                self.log.len() < self.limit.requests as usize
            }
            Rule::TokenBucket => {
                let gained =
                    (at - self.refilled) as f64 * f64::from(self.limit.requests) / self.limit.window as f64;
                self.tokens = (self.tokens + gained).min(self.limit.requests.into());
                self.refilled = at;
                self.tokens >= 1.0
            }
            Rule::WeightedCounter { phase } => {
                self.turn_to(at, phase);
                let gone = ((at + phase) % self.limit.window) as f64 / self.limit.window as f64;
                let estimate = f64::from(self.count_before) * (1.0 - gone) + f64::from(self.count);
                estimate + 1.0 <= f64::from(self.limit.requests)
            }
        }
    }

    fn turn_to(&mut self, at: u64, phase: u64) {
        let window = (at + phase) / self.limit.window;
        if window != self.window {
            self.count_before = if window == self.window + 1 { self.count } else { 0 };
            self.window = window;
            self.count = 0;
        }
    }

    fn count(&mut self, at: u64, accepted: bool) {
        match self.rule {
            Rule::SlidingLogWithRejects => self.log.push_back(at),
            _ if !accepted => {}
            Rule::FixedWindow { .. } | Rule::WeightedCounter { .. } => self.count += 1,
            Rule::SlidingLog => self.log.push_back(at),
            Rule::TokenBucket => self.tokens -= 1.0,
        }
    }
}

/// Numbers that look random and are the same in every run.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Evenly in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// Lognormal with this mean, sigma 0.6: how long one way of a round trip takes.
    pub fn delay(&mut self, mean_micros: f64) -> u64 {
        const SIGMA: f64 = 0.6;
        let normal = (-2.0 * (1.0 - self.unit()).ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos();
        (mean_micros * (SIGMA * normal - SIGMA * SIGMA / 2.0).exp()) as u64
    }
}
