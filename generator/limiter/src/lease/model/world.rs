//! The world of the model, move by move.

use super::super::holding::{Holding, Usage};
use super::super::message::{ProcessId, Response, Server, Statement};
use super::super::shares::Shares;
use super::super::terms::Terms;

/// What is broken on purpose, to see that it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Break {
    Nothing,
    /// The lease begins when the response arrives.
    LeaseFromReceipt,
    /// Nobody says how long slots rest.
    NoRests,
    /// The store takes what a statement says was returned each time that the statement comes.
    NotCumulative,
    /// What was proved from before a lease may end it.
    NoSlack,
    /// The slots of the dead come back before their last requests must have been counted.
    NoTransit,
    /// A store that has forgotten everything begins afresh.
    NoSilence,
    /// A process takes late responses.
    OldResponses,
    /// Claims never become stale.
    OldClaims,
    /// Processes tell the time by clocks that are set forward now and then.
    ClocksThatJump,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Request {
    pub(super) sent: u64,
    pub(super) responded: Option<u64>,
}

impl Request {
    /// The tick at which the server has counted it, as far as that is known at `now`.
    pub(super) fn counted(&self, transit: u64, now: u64) -> Option<u64> {
        let latest = self.sent + transit;
        self.responded.or((latest <= now).then_some(latest))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Process {
    pub(super) number: u64,
    pub(super) holding: Holding,
    pub(super) requests: Vec<Request>,
    pub(super) demand: u32,
    /// When it spoke last, and with which number.
    pub(super) spoke: (u64, u64),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Message {
    Statement(Statement),
    Response(ProcessId, Response),
    Call(ProcessId),
}

impl Message {
    /// The process that it is from, or for.
    pub(super) fn process(&self) -> u64 {
        match self {
            Self::Statement(said) => said.from.process,
            Self::Response(to, _) | Self::Call(to) => to.process,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Move {
    Tick,
    Speak(usize),
    GiveUp(usize),
    Grant(usize),
    Respond(usize, usize),
    Deliver(usize),
    Repeat(usize),
    Lose(usize),
    Forget,
    /// The server begins again with a backup.
    Restore,
    Kill(usize),
    Demand(usize, u32),
    Leave(usize),
    /// A process that holds nothing has forgotten the meter, and knows it anew.
    Anew(usize),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct World {
    pub(super) slots: u32,
    pub(super) span: u64,
    /// How long a request takes to be counted, at most.
    pub(super) transit: u64,
    pub(super) terms: Terms,
    pub(super) broken: Break,
    pub(super) now: u64,
    pub(super) run: u64,
    pub(super) began: u64,
    pub(super) epochs: u64,
    pub(super) store: Option<Shares>,
    /// As it was when it was lost last.
    pub(super) backup: Option<Shares>,
    pub(super) processes: Vec<Process>,
    /// Of processes that are gone.
    pub(super) orphans: Vec<Request>,
    pub(super) born: u64,
    pub(super) messages: Vec<Message>,
    pub(super) granted: u64,
}

impl World {
    pub(super) fn new(
        processes: usize,
        (slots, span, transit): (u32, u64, u64),
        terms: Terms,
        broken: Break,
    ) -> Self {
        let mut world = Self {
            slots,
            span,
            transit,
            terms,
            broken,
            now: 100,
            run: 1,
            began: 0,
            epochs: 0,
            store: None,
            backup: None,
            processes: Vec::new(),
            orphans: Vec::new(),
            born: 0,
            messages: Vec::new(),
            granted: 0,
        };
        (0..processes).for_each(|_| world.bear());
        world
    }

    pub(super) fn bear(&mut self) {
        self.born += 1;
        self.processes.push(Process {
            number: self.born,
            holding: Holding::new(self.born, &[(self.slots, self.span)]),
            requests: Vec::new(),
            demand: self.slots,
            spoke: (0, 0),
        });
    }

    /// The time on a process's own clock.
    pub(super) fn clock(&self, process: &Process) -> u64 {
        let jumps = if self.broken == Break::ClocksThatJump { self.now / 5 * 4 } else { 0 };
        self.now + 1_000 * process.number + jumps
    }

    pub(super) fn usage(&self, process: &Process) -> Usage {
        let offset = self.clock(process) - self.now;
        let counted = process.requests.iter().filter_map(|request| request.counted(self.transit, self.now));
        let mut ends: Vec<u64> = counted.map(|at| at + self.span + offset).collect();
        ends.retain(|&end| end > self.now + offset);
        ends.sort_unstable();
        let open = process
            .requests
            .iter()
            .filter(|request| request.counted(self.transit, self.now).is_none())
            .count();
        Usage { open: open as u32, ends, demand: process.demand, least: 1 }
    }

    pub(super) fn may_grant(&self, index: usize) -> bool {
        let process = &self.processes[index];
        let (usage, now) = (self.usage(process), self.clock(process));
        let own = usage.open + usage.ends.len() as u32;
        process.demand > 0
            && process.holding.is_alive(now)
            && process.holding.used(0, own, now) < process.holding.held(0)
    }

    pub(super) fn speak(&mut self, index: usize, goodbye: bool) {
        let usage = self.usage(&self.processes[index]);
        let now = self.clock(&self.processes[index]);
        let transit = if self.broken == Break::NoTransit { 0 } else { self.transit };
        let (run, terms) = (self.run, self.terms);
        let process = &mut self.processes[index];
        let mut said = process.holding.state(&[usage], transit, goodbye, &terms, now);
        said.run = run;
        process.spoke = (self.now, said.number);
        if self.broken == Break::NoRests {
            said.pools[0].back.iter_mut().for_each(|step| step.rest = 0);
        }
        said.stale &= self.broken != Break::OldClaims;
        self.messages.push(Message::Statement(said));
    }

    pub(super) fn server(&self) -> Server {
        let uptime = if self.broken == Break::NoSilence { 1_000 } else { self.now - self.began };
        Server { run: self.run, uptime }
    }

    pub(super) fn deliver(&mut self, message: Message) {
        match message {
            Message::Statement(mut said) => {
                let (number, returned) = (said.number, said.pools[0].returned);
                // A connection belongs to one run of the server; a proxy's may not, and then the server knows better.
                if said.run != self.run && self.store.as_ref().is_some_and(|store| store.is_of(said.run)) {
                    return;
                }
                self.epochs += 1;
                if self.broken == Break::NotCumulative {
                    // The batch is applied each time that it comes.
                    let known = self.store.as_ref().map_or(0, |store| store.returned(said.from));
                    let back: u32 = said.pools[0].back.iter().map(|step| step.slots).sum();
                    said.number += 1_000_000 * self.epochs;
                    said.pools[0].returned = known + u64::from(back);
                }
                let (server, mut terms) = (self.server(), self.terms);
                if self.broken == Break::NoSlack {
                    (terms.slack, terms.credit) = (0, 100);
                }
                let (mut response, called) =
                    Shares::exchange(&mut self.store, server, self.epochs, &said, &terms);
                if self.broken == Break::NotCumulative && response.number > 0 {
                    response.number = number;
                    response.pools.iter_mut().for_each(|pool| pool.returned = returned);
                }
                self.messages.push(Message::Response(said.from, response));
                self.messages.extend(called.into_iter().map(Message::Call));
            }
            Message::Response(to, mut response) => {
                let Some(index) = self.index_of(to) else { return };
                let (usage, now) = (self.usage(&self.processes[index]), self.clock(&self.processes[index]));
                let mut terms = self.terms;
                let process = &mut self.processes[index];
                if self.broken == Break::LeaseFromReceipt {
                    terms.lease += self.now - process.spoke.0;
                }
                if self.broken == Break::OldResponses && response.number > 0 {
                    response.number = process.spoke.1;
                }
                process.holding.hear(&response, &[usage], &terms, now);
            }
            Message::Call(to) => {
                if let Some(index) = self.index_of(to) {
                    self.processes[index].holding.call();
                }
            }
        }
    }

    pub(super) fn index_of(&self, id: ProcessId) -> Option<usize> {
        self.processes.iter().position(|process| process.number == id.process)
    }

    /// Applies a move. Says what is wrong after it, if anything is.
    pub(super) fn apply(&mut self, step: Move) -> Result<(), String> {
        match step {
            Move::Tick => {
                self.now += 1;
                let (now, span, transit) = (self.now, self.span, self.transit);
                let in_use = |request: &Request| {
                    request.counted(transit, now).is_none_or(|counted| counted + span > now)
                };
                self.orphans.retain(in_use);
                self.processes.iter_mut().for_each(|process| process.requests.retain(in_use));
            }
            Move::Speak(index) => self.speak(index, false),
            Move::GiveUp(index) => self.processes[index].holding.give_up(),
            Move::Grant(index) => {
                self.granted += 1;
                self.processes[index].requests.push(Request { sent: self.now, responded: None });
                let processes = self.processes.iter().map(|process| process.requests.len());
                let in_use = processes.sum::<usize>() + self.orphans.len();
                if in_use > self.slots as usize {
                    return Err(format!("{in_use} slots of {} are in use", self.slots));
                }
            }
            Move::Respond(process, request) => {
                self.processes[process].requests[request].responded = Some(self.now);
            }
            Move::Deliver(index) => {
                let message = self.messages.remove(index);
                self.deliver(message);
            }
            Move::Repeat(index) => self.deliver(self.messages[index].clone()),
            Move::Lose(index) => {
                self.messages.remove(index);
            }
            Move::Forget => {
                (self.run, self.began) = (self.run + 1, self.now);
                self.backup = self.store.take();
            }
            Move::Restore => {
                (self.run, self.began) = (self.run + 1, self.now);
                self.store = self.backup.clone();
            }
            Move::Kill(index) => {
                let process = self.processes.remove(index);
                self.orphans.extend(process.requests);
                self.bear();
            }
            Move::Leave(index) => {
                self.speak(index, true);
                let process = self.processes.remove(index);
                self.orphans.extend(process.requests);
                self.bear();
            }
            Move::Anew(index) => {
                let process = &mut self.processes[index];
                process.holding = Holding::new(process.number, &[(self.slots, self.span)]);
            }
            Move::Demand(index, demand) => self.processes[index].demand = demand,
        }
        Ok(())
    }

    pub(super) fn open_requests(&self) -> Vec<(usize, usize)> {
        let all = self.processes.iter().enumerate().flat_map(|(index, process)| {
            process.requests.iter().enumerate().map(move |(number, request)| (index, number, request))
        });
        all.filter(|(.., request)| request.counted(self.transit, self.now).is_none())
            .map(|(process, number, _)| (process, number))
            .collect()
    }

    /// Whether a message is a response to a process.
    pub(super) fn is_response_to(&self, message: usize, process: usize) -> bool {
        match &self.messages[message] {
            Message::Response(to, _) => to.process == self.processes[process].number,
            Message::Statement(_) | Message::Call(_) => false,
        }
    }

    /// Whether a process may forget the meter.
    pub(super) fn may_begin_anew(&self, index: usize) -> bool {
        let process = &self.processes[index];
        process.spoke.0 > 0
            // It takes longer than a tick until a meter is forgotten.
            && process.spoke.1 < self.clock(process)
            && process.requests.is_empty()
            && process.holding.is_empty()
    }

    /// Whether a process waits for a response that will never come.
    pub(super) fn waits_in_vain(&self, index: usize) -> bool {
        let process = &self.processes[index];
        process.holding.waits() && !self.messages.iter().any(|message| message.process() == process.number)
    }

    pub(super) fn is_due(&self, index: usize) -> bool {
        let process = &self.processes[index];
        let (usage, now) = (self.usage(process), self.clock(process));
        process.holding.due(&[usage], &self.terms, now).is_some_and(|due| due <= now)
    }
}
