//! What a stray 429 costs, one that comes although no limit was broken: a tenth of a minute's calls at most, at any load.

use crate::clock::TICKS_PER_SECOND;
use crate::options::LimiterOptions;

use super::*;

/// In ticks, as all times here.
const SECOND: u64 = TICKS_PER_SECOND;
const MINUTE: u64 = 60 * SECOND;
const MILLISECOND: u64 = SECOND / 1000;
static TWO_LIMITS: [Limit; 2] = [Limit::per_second(15), Limit::per_minute(450)];
static ONE_LIMIT: [Limit; 1] = [Limit::per_second(15)];

/// One caller, and the machine that it calls through.
struct Calls {
    machine: Machine,
    rules: Rules,
    now: u64,
}

impl Calls {
    fn new(limits: &'static [Limit]) -> Self {
        let rules = LimiterOptions::new().rules();
        Self { machine: Machine::new(limits, None, &rules), rules, now: 0 }
    }

    /// Sends as soon as possible, and gets this response after five milliseconds.
    fn call(&mut self, outcome: Outcome) {
        loop {
            match self.machine.ready(self.now, &self.rules) {
                Ready::Now => break,
                Ready::At(tick) => self.now = tick,
                Ready::OnEvent => panic!("nothing is in flight"),
            }
        }
        self.machine.grant(self.now, &self.rules);
        let sent = self.machine.start(None, self.now, &self.rules);
        self.now += 5 * MILLISECOND;
        self.machine.finish(sent, outcome, self.now, &self.rules);
    }

    /// Calls for `length`, once in each `gap` or as fast as it can. Returns how many calls got through.
    fn call_for(&mut self, length: u64, gap: u64) -> u32 {
        let (end, mut count) = (self.now + length, 0);
        while self.now < end {
            let next = self.now + gap;
            self.call(Outcome::Responded);
            self.now = self.now.max(next);
            count += 1;
        }
        count
    }
}

/// How many calls get through in each of ten minutes of calling as fast as possible. Before them are three minutes of one
/// call for each `gap`, the last second of which brings `strays` 429s.
fn minutes_after(limits: &'static [Limit], gap: u64, strays: u32) -> [u32; 10] {
    let mut calls = Calls::new(limits);
    calls.call_for(3 * MINUTE - SECOND, gap);
    for _ in 0..strays {
        calls.call(Outcome::Throttled { after: None });
    }
    std::array::from_fn(|_| calls.call_for(MINUTE, 0))
}

#[test]
fn a_stray_429_costs_a_tenth_of_a_minute_at_most_whatever_the_load() {
    for limits in [&TWO_LIMITS[..], &ONE_LIMIT] {
        for gap in [1_500, 500, 200, 130, 70, 0].map(|millis| millis * MILLISECOND) {
            let (with, without) = (minutes_after(limits, gap, 1), minutes_after(limits, gap, 0));
            // 90 % in the first minute, 98 % in the second.
            assert!(10 * with[0] >= 9 * without[0], "gap {gap}: {with:?} instead of {without:?}");
            assert!(100 * with[1] >= 98 * without[1], "gap {gap}: {with:?} instead of {without:?}");
        }
    }
}

#[test]
fn several_429s_are_taken_for_a_lower_limit_and_are_forgotten_within_ten_minutes() {
    for limits in [&TWO_LIMITS[..], &ONE_LIMIT] {
        for gap in [1_500, 200, 0].map(|millis| millis * MILLISECOND) {
            let (with, without) = (minutes_after(limits, gap, 4), minutes_after(limits, gap, 0));
            assert!(with[0] < without[0], "gap {gap}: {with:?} instead of {without:?}");
            assert!(100 * with[9] >= 98 * without[9], "gap {gap}: {with:?} instead of {without:?}");
        }
    }
}
