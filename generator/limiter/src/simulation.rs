//! The machine against every kind of server, as a simulation of events.
//!
//! The long run, a thousand million requests: `cargo test -p paceline --release --lib -- --ignored
//! --nocapture a_thousand_million` (minutes; `SIMULATED=<requests>` for another number).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Duration;

use paceline_test_support::Rng;
use paceline_test_support::network::one_way_delay;
use paceline_test_support::rate_server::{Rule, SECOND, Server, ServerLimit};

use crate::clock::TICKS_PER_SECOND;
use crate::limit::Limit;
use crate::machine::{Machine, Ready, Rules};
use crate::options::LimiterOptions;
use crate::outcome::Outcome;

mod tests;

/// Microseconds in a tick. The network and the server are in microseconds, the machine is in ticks.
const TICK: u64 = SECOND / TICKS_PER_SECOND;

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

/// What goes wrong.
#[derive(Clone, Copy, Default)]
struct Faults {
    /// The probability that a slot is given back unused.
    refund: f64,
    /// The probability that no connection is made.
    not_sent: f64,
    /// The probability that no response arrives, though the server counted the request.
    lost: f64,
    /// How long the server asks to wait with each 429, if it does.
    retry_after: Option<Duration>,
}

/// What happens in a process or on its way to the server. `process` is an index, `sent` the tick at which the request was
/// sent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// The instant has come that the machine named for its next slot.
    Wake { process: usize },
    /// A request arrives at the server. Its response takes `response_delay` microseconds, or is lost.
    Arrive { process: usize, sent: u64, response_delay: u64, lost: bool },
    /// A response arrives.
    Respond { process: usize, sent: u64, accepted: bool },
    /// It turns out that no connection can be made.
    NotSent { process: usize, sent: u64 },
    /// A caller gives up on a response that was lost.
    CallerFree { process: usize },
}

/// One of the processes that use the server.
struct Process {
    machine: Machine,
    /// How many callers have no request in flight.
    idle: usize,
    /// The tick of the last [`Event::Wake`] that was planned; `None` before the first one.
    last_wake: Option<u64>,
    /// How many responses said that the server had accepted the request.
    accepted: u64,
    /// How many were 429s.
    refused: u64,
}

/// What came of it.
struct Report {
    server: Server,
    seconds: f64,
    /// Accepted and refused, by process.
    shares: Vec<(u64, u64)>,
    /// In seconds; in a [`Scenario`] it is in microseconds.
    mean_round_trip: f64,
}

/// A simulation under way.
struct Run {
    scenario: Scenario,
    rules: Rules,
    rng: Rng,
    /// What will happen, and when; the next event is on top.
    events: BinaryHeap<Reverse<(u64, Event)>>,
    server: Server,
    processes: Vec<Process>,
    /// In microseconds, as the times of events.
    now: u64,
    /// Sum, in microseconds, and number of the round trips.
    round_trips: (u64, u64),
}

impl Scenario {
    /// Fifty callers of one process, a round trip of 80 ms, and nothing that goes wrong.
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
            last_wake: None,
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

    /// A response arrives at a process.
    fn respond(&mut self, index: usize, sent: u64, accepted: bool, tick: u64) {
        let process = &mut self.processes[index];
        process.idle += 1;
        if accepted {
            process.accepted += 1;
            process.machine.finish(process.machine.sent(sent), Outcome::Responded, tick, &self.rules);
        } else {
            process.refused += 1;
            let after = self.scenario.faults.retry_after;
            process.machine.finish(
                process.machine.sent(sent),
                Outcome::Throttled { after },
                tick,
                &self.rules,
            );
        }
    }

    /// Sends all that a process can send now.
    fn send(&mut self, index: usize, tick: u64) {
        while self.processes[index].idle > 0 {
            match self.processes[index].machine.ready(tick, &self.rules) {
                Ready::Now => self.send_one(index, tick),
                Ready::OnEvent => return,
                Ready::At(at) => {
                    let process = &mut self.processes[index];
                    if process.last_wake != Some(at) {
                        process.last_wake = Some(at);
                        self.events.push(Reverse((at * TICK, Event::Wake { process: index })));
                    }
                    return;
                }
            }
        }
    }

    /// One caller of a process takes a slot and sends a request, unless a fault stops it.
    fn send_one(&mut self, index: usize, tick: u64) {
        let Faults { refund, not_sent, lost, .. } = self.scenario.faults;
        let process = &mut self.processes[index];
        process.machine.grant(tick, &self.rules);
        if self.rng.f64() < refund {
            process.machine.refund(&self.rules);
            return;
        }
        process.machine.start(None, tick, &self.rules);
        process.idle -= 1;
        if self.rng.f64() < not_sent {
            let failed = self.now + one_way_delay(&mut self.rng, 10_000.0);
            self.events.push(Reverse((failed, Event::NotSent { process: index, sent: tick })));
            return;
        }
        let mean_one_way = self.scenario.mean_round_trip / 2.0;
        let (there, back) =
            (one_way_delay(&mut self.rng, mean_one_way), one_way_delay(&mut self.rng, mean_one_way));
        self.round_trips.0 += there + back;
        self.round_trips.1 += 1;
        let lost = self.rng.f64() < lost;
        let arrival = Event::Arrive { process: index, sent: tick, response_delay: back, lost };
        self.events.push(Reverse((self.now + there, arrival)));
    }
}

impl Report {
    /// Refused requests in a thousand.
    fn refused_per_thousand(&self) -> f64 {
        1000.0 * self.server.refused as f64 / (self.server.refused + self.server.accepted) as f64
    }

    /// Accepted requests per second.
    fn goodput(&self) -> f64 {
        self.server.accepted as f64 / self.seconds
    }
}
