//! What a stray 429 costs: a tenth of a minute's rate at most, at any load.

use crate::options::LimiterOptions;

use super::*;

const SECOND: u64 = 10_000;
const MINUTE: u64 = 60 * SECOND;
static BOTH: [Limit; 2] = [Limit::per_second(15), Limit::per_minute(450)];
static SECONDLY: [Limit; 1] = [Limit::per_second(15)];

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
        self.now += 50;
        self.machine.finish(sent, outcome, self.now, &self.rules);
    }

    /// Calls once in each `gap`, or as fast as it can. Returns how many calls got through.
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

/// How many calls get through in each of the minutes after some minutes of one call for each `gap`, with `strays` 429s at
/// the end of them.
fn minutes_after(limits: &'static [Limit], gap: u64, strays: u32) -> [u32; 10] {
    let mut calls = Calls::new(limits);
    calls.call_for(3 * MINUTE - SECOND, gap);
    for _ in 0..strays {
        calls.call(Outcome::Throttled { after: None });
    }
    [(); 10].map(|()| calls.call_for(MINUTE, 0))
}

#[test]
fn a_stray_429_costs_a_tenth_of_a_minute_at_most_whatever_the_load() {
    for limits in [&BOTH[..], &SECONDLY] {
        for gap in [15_000, 5_000, 2_000, 1_300, 700, 0] {
            let (with, without) = (minutes_after(limits, gap, 1), minutes_after(limits, gap, 0));
            assert!(10 * with[0] >= 9 * without[0], "gap {gap}: {with:?} instead of {without:?}");
            assert!(100 * with[1] >= 98 * without[1], "gap {gap}: {with:?} instead of {without:?}");
        }
    }
}

#[test]
fn several_429s_are_taken_for_a_lower_limit_and_recovery_multiplies() {
    for limits in [&BOTH[..], &SECONDLY] {
        for gap in [15_000, 2_000, 0] {
            let (with, without) = (minutes_after(limits, gap, 4), minutes_after(limits, gap, 0));
            assert!(with[0] < without[0], "gap {gap}: {with:?} instead of {without:?}");
            assert!(100 * with[9] >= 98 * without[9], "gap {gap}: {with:?} instead of {without:?}");
        }
    }
}
