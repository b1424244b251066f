//! The machine against every kind of server, as a simulation of events.
//!
//! The long run, a thousand million requests: `cargo test -p paceline --release --lib -- --ignored
//! --nocapture a_thousand_million` (minutes; `SIMULATED=<requests>` for another number).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Duration;

use paceline_test_support::Rng;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, SECOND, Server, ServerLimit, per_minute, per_second};

use crate::limit::Limit;
use crate::machine::{Machine, Ready, Rules};
use crate::options::{LimiterOptions, SafetyMargin};
use crate::outcome::Outcome;
use crate::pacing::Pacing;

/// Microseconds in a tick.
const TICK: u64 = 100;

/// What a scenario is like.
#[derive(Clone, Copy)]
struct Scenario {
    rule: Rule,
    /// The limits as declared to the machine.
    limits: &'static [Limit],
    /// The limits of the server.
    real: &'static [ServerLimit],
    /// How many callers keep each machine busy.
    callers: usize,
    /// In microseconds.
    mean_round_trip: f64,
    options: LimiterOptions,
    faults: Faults,
    /// How many machines use the same server without knowing of each other.
    processes: usize,
    seed: u64,
}

/// What goes wrong, each as a probability.
#[derive(Clone, Copy, Default)]
struct Faults {
    /// A slot is given back unused.
    refund: f64,
    /// No connection is made.
    not_sent: f64,
    /// No response, though it may have been counted.
    lost: f64,
    /// The server names a time with its 429s.
    retry_after: Option<Duration>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Wake { process: usize },
    Arrive { process: usize, sent: u64, response_delay: u64, lost: bool },
    Respond { process: usize, sent: u64, accepted: bool },
    NotSent { process: usize, sent: u64 },
    CallerFree { process: usize },
}

/// One of the processes that use the server.
struct Process {
    machine: Machine,
    /// How many callers have no request in flight.
    idle: usize,
    /// The tick for which the last wake-up was planned.
    woken_at: u64,
    accepted: u64,
    refused: u64,
}

/// What came of it.
struct Report {
    server: Server,
    seconds: f64,
    /// Accepted and refused, by process.
    shares: Vec<(u64, u64)>,
    /// In seconds.
    mean_round_trip: f64,
}

/// A simulation under way.
struct Run {
    scenario: Scenario,
    rules: Rules,
    rng: Rng,
    events: BinaryHeap<Reverse<(u64, Event)>>,
    server: Server,
    processes: Vec<Process>,
    /// In microseconds, as the times of events.
    now: u64,
    /// Sum, in microseconds, and number of the round trips.
    round_trips: (u64, u64),
}

impl Scenario {
    fn new(rule: Rule, limits: &'static [Limit], real: &'static [ServerLimit]) -> Self {
        Self {
            rule,
            limits,
            real,
            callers: 50,
            mean_round_trip: 80_000.0,
            options: LimiterOptions::new(),
            faults: Faults::default(),
            processes: 1,
            seed: 7,
        }
    }

    /// Runs until the server has seen so many requests.
    fn run(self, requests: u64) -> Report {
        let rules = self.options.rules();
        let process = || Process {
            machine: Machine::new(self.limits, None, &rules),
            idle: self.callers,
            woken_at: 0,
            accepted: 0,
            refused: 0,
        };
        let mut run = Run {
            scenario: self,
            rules,
            rng: Rng::with_seed(self.seed),
            events: BinaryHeap::new(),
            server: Server::new(self.rule, self.real),
            processes: (0..self.processes).map(|_| process()).collect(),
            now: 0,
            round_trips: (0, 0),
        };
        for process in 0..self.processes {
            // Programs do not start at the same instant.
            run.events.push(Reverse((process as u64 * 10 * SECOND, Event::Wake { process })));
        }
        while run.server.accepted + run.server.refused < requests {
            run.step();
        }
        let (sum, count) = run.round_trips;
        Report {
            server: run.server,
            seconds: run.now as f64 / SECOND as f64,
            shares: run.processes.iter().map(|p| (p.accepted, p.refused)).collect(),
            mean_round_trip: sum as f64 / count as f64 / SECOND as f64,
        }
    }
}

impl Run {
    /// Handles the next event.
    fn step(&mut self) {
        let Some(Reverse((now, event))) = self.events.pop() else { panic!("nothing will ever happen again") };
        self.now = now;
        let tick = now / TICK;
        let process = match event {
            Event::Wake { process } => process,
            Event::CallerFree { process } => {
                self.processes[process].idle += 1;
                process
            }
            Event::NotSent { process, sent } => {
                let machine = &mut self.processes[process].machine;
                machine.finish(machine.sent(sent), Outcome::NotSent, tick, &self.rules);
                self.processes[process].idle += 1;
                process
            }
            Event::Arrive { process, sent, response_delay, lost } => {
                let accepted = self.server.arrive(now);
                if lost {
                    let machine = &mut self.processes[process].machine;
                    machine.finish(machine.sent(sent), Outcome::Unknown, tick, &self.rules);
                    self.events.push(Reverse((now, Event::CallerFree { process })));
                } else {
                    let response = Event::Respond { process, sent, accepted };
                    self.events.push(Reverse((now + response_delay, response)));
                }
                return;
            }
            Event::Respond { process, sent, accepted } => {
                self.respond(process, sent, accepted, tick);
                process
            }
        };
        self.send(process, tick);
    }

    /// A response arrives.
    fn respond(&mut self, process: usize, sent: u64, accepted: bool, tick: u64) {
        let known = &mut self.processes[process];
        known.idle += 1;
        if accepted {
            known.accepted += 1;
            known.machine.finish(known.machine.sent(sent), Outcome::Responded, tick, &self.rules);
        } else {
            known.refused += 1;
            let after = self.scenario.faults.retry_after;
            known.machine.finish(known.machine.sent(sent), Outcome::Throttled { after }, tick, &self.rules);
        }
    }

    /// Sends all that can be sent now.
    fn send(&mut self, process: usize, tick: u64) {
        while self.processes[process].idle > 0 {
            match self.processes[process].machine.ready(tick, &self.rules) {
                Ready::Now => self.send_one(process, tick),
                Ready::OnEvent => return,
                Ready::At(at) => {
                    let known = &mut self.processes[process];
                    if known.woken_at != at {
                        known.woken_at = at;
                        self.events.push(Reverse((at * TICK, Event::Wake { process })));
                    }
                    return;
                }
            }
        }
    }

    /// One caller takes a slot and sends a request, unless a fault stops it.
    fn send_one(&mut self, process: usize, tick: u64) {
        let Faults { refund, not_sent, lost, .. } = self.scenario.faults;
        let known = &mut self.processes[process];
        known.machine.grant(tick, &self.rules);
        if self.rng.f64() < refund {
            known.machine.refund(&self.rules);
            return;
        }
        known.machine.start(None, tick, &self.rules);
        known.idle -= 1;
        if self.rng.f64() < not_sent {
            let failed = self.now + one_way_delay(&mut self.rng, 10_000.0);
            self.events.push(Reverse((failed, Event::NotSent { process, sent: tick })));
            return;
        }
        let half = self.scenario.mean_round_trip / 2.0;
        let (there, back) = (one_way_delay(&mut self.rng, half), one_way_delay(&mut self.rng, half));
        self.round_trips.0 += there + back;
        self.round_trips.1 += 1;
        let lost = self.rng.f64() < lost;
        let arrival = Event::Arrive { process, sent: tick, response_delay: back, lost };
        self.events.push(Reverse((self.now + there, arrival)));
    }
}

impl Report {
    /// Refused requests in a thousand.
    fn per_thousand(&self) -> f64 {
        1000.0 * self.server.refused as f64 / (self.server.refused + self.server.accepted) as f64
    }

    /// Accepted requests in a second.
    fn goodput(&self) -> f64 {
        self.server.accepted as f64 / self.seconds
    }
}

static SECONDLY: [Limit; 1] = [Limit::per_second(15)];
static REAL_SECONDLY: [ServerLimit; 1] = [per_second(15)];
static BOTH: [Limit; 2] = [Limit::per_second(15), Limit::per_minute(450)];
static REAL_BOTH: [ServerLimit; 2] = [per_second(15), per_minute(450)];
static REAL_TEN: [ServerLimit; 1] = [per_second(10)];

const ALL_FAULTS: Faults = Faults { refund: 0.02, not_sent: 0.02, lost: 0.01, retry_after: None };

/// Every kind of server, with one limit and with two, without faults and with all.
fn scenarios() -> impl Iterator<Item = Scenario> {
    let pairs: [(&'static [Limit], &'static [ServerLimit]); 2] =
        [(&SECONDLY, &REAL_SECONDLY), (&BOTH, &REAL_BOTH)];
    let plain = pairs
        .into_iter()
        .flat_map(|(limits, real)| Rule::COUNTING.map(|rule| Scenario::new(rule, limits, real)));
    plain.flat_map(|scenario| [scenario, Scenario { faults: ALL_FAULTS, seed: 8, ..scenario }])
}

fn assert_never_refused(requests: u64) {
    for scenario in scenarios() {
        let report = scenario.run(requests);
        assert_eq!((report.server.refused, report.server.broken_windows), (0, 0), "{:?}", scenario.rule);
    }
}

#[test]
fn no_server_refuses_and_no_window_is_broken() {
    assert_never_refused(5_000);
}

#[test]
#[ignore = "minutes"]
fn a_thousand_million_requests_are_never_refused() {
    let wanted = std::env::var("SIMULATED").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000_000_u64);
    assert_never_refused(wanted.div_ceil(scenarios().count() as u64));
}

#[test]
fn goodput_is_what_the_round_trip_leaves() {
    let report = Scenario::new(Rule::SlidingLog, &SECONDLY, &REAL_SECONDLY).run(20_000);
    let possible = 15.0 / (1.0 + report.mean_round_trip);
    println!(
        "15/s: {:.3}/s, {:.2} % of N/(W + mean round trip)",
        report.goodput(),
        100.0 * report.goodput() / possible
    );
    assert!(report.goodput() >= 0.995 * possible);

    let report =
        Scenario { callers: 1000, ..Scenario::new(Rule::SlidingLog, &BOTH, &REAL_BOTH) }.run(450 * 40);
    let minutes = (report.seconds / 60.0).ceil();
    println!(
        "450/min: {:.3} % over {minutes} minutes",
        100.0 * report.server.accepted as f64 / (minutes * 450.0)
    );
    assert!(report.server.accepted as f64 >= 0.998 * minutes * 450.0);
}

#[test]
fn a_server_that_estimates_hardly_refuses_a_paced_client() {
    for limits in [(&SECONDLY[..], &REAL_SECONDLY[..]), (&BOTH, &REAL_BOTH)] {
        let scenario = Scenario {
            options: LimiterOptions::new().pacing(Pacing::EVEN),
            ..Scenario::new(Rule::WeightedCounter { phase: 0 }, limits.0, limits.1)
        };
        let report = scenario.run(40_000);
        println!(
            "weighted counter, {} limits: {:.3} per 1000, {:.2}/s",
            limits.0.len(),
            report.per_thousand(),
            report.goodput()
        );
        assert!(report.per_thousand() <= 0.2);
    }
}

/// The condition that the crate's front page names: the server's clock is not coarser than the safety margin.
#[test]
fn a_clock_of_whole_seconds_needs_a_margin_of_a_second() {
    for (limits, real, least) in [(&SECONDLY[..], &REAL_SECONDLY[..], 6.5), (&BOTH, &REAL_BOTH, 6.5)] {
        let scenario = Scenario::new(Rule::WholeSeconds, limits, real);
        let options = LimiterOptions::new().safety_margin(SafetyMargin::WHOLE_SECONDS);
        let (without, with) = (scenario.run(20_000), Scenario { options, ..scenario }.run(20_000));
        println!(
            "whole seconds: {:.2} per 1000 at {:.2}/s; with the margin {:.2} per 1000 at {:.2}/s",
            without.per_thousand(),
            without.goodput(),
            with.per_thousand(),
            with.goodput()
        );
        assert_eq!(with.server.refused, 0);
        assert!(with.goodput() >= least);
    }
}

#[test]
fn a_limit_lower_than_declared_is_found_and_used() {
    for retry_after in [None, Some(Duration::from_secs(1))] {
        for rule in
            [Rule::SlidingLog, Rule::SlidingLogWithRejects, Rule::FixedWindow { phase: 0 }, Rule::TokenBucket]
        {
            let faults = Faults { retry_after, ..Faults::default() };
            let scenario = Scenario { faults, ..Scenario::new(rule, &SECONDLY, &REAL_TEN) };
            const SEEDS: u64 = 6;
            let (mut per_thousand, mut share) = (0.0, 0.0);
            for seed in 0..SEEDS {
                let report = Scenario { seed, ..scenario }.run(20_000);
                let achievable = 10.0 / (1.0 + report.mean_round_trip);
                per_thousand += report.per_thousand() / SEEDS as f64;
                share += report.goodput() / achievable / SEEDS as f64;
            }
            println!("{rule:?} {retry_after:?}: {per_thousand:.2} per 1000, {:.2} %", 100.0 * share);
            // A server that asks for a pause with each 429 gets it, and that costs.
            let wanted = if retry_after.is_some() { 0.93 } else { 0.98 };
            assert!(per_thousand <= 5.0 && share >= wanted);
        }
    }
}

#[test]
fn two_processes_that_know_nothing_of_each_other_share() {
    for seed in 0..8 {
        let scenario = Scenario::new(Rule::SlidingLog, &SECONDLY, &REAL_SECONDLY);
        let report = Scenario { processes: 2, seed, ..scenario }.run(20_000);
        let refused =
            |&(accepted, refused): &(u64, u64)| 1000.0 * refused as f64 / (accepted + refused) as f64;
        let worst = report.shares.iter().map(refused).fold(0.0, f64::max);
        let total: f64 = report.shares.iter().map(|&(a, _)| a as f64).sum();
        let squares: f64 = report.shares.iter().map(|&(a, _)| (a as f64).powi(2)).sum();
        let fairness = total * total / (2.0 * squares);
        println!(
            "{worst:.2} per 1000 at worst, fairness {fairness:.3}, {:.2}/s, {:?}",
            report.goodput(),
            report.shares
        );
        assert!(worst <= 12.0 && fairness >= 0.95);
    }
}
