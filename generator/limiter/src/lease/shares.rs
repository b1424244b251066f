//! The half of the store: what it knows of one meter. This is the reference for the script that runs in Redis.

use std::collections::BTreeMap;

use super::message::{Known, ProcessId, Response, Server, Statement, last};
use super::part::Part;
use super::pool::Pool;
use super::rested;
use super::terms::Terms;

/// At most so many processes that are gone are removed at a statement, and so many of those that wait are served.
const STEPS: usize = 4;

/// What the store knows of one process.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Member {
    number: u64,
    /// When its lease ends.
    end: u64,
    /// When it spoke last.
    spoke: u64,
    transit: u64,
    parts: Vec<Part>,
    /// When it was taken notice of: a response from before that was one to what it was then.
    since: u64,
}

/// What the store knows of one meter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Shares {
    run: u64,
    epoch: u64,
    /// The tick: time that was proved to have passed.
    now: u64,
    /// Until when slots that nobody is known to hold may be held by somebody all the same; zero once they are free.
    silent_until: u64,
    pools: Vec<Pool>,
    members: BTreeMap<ProcessId, Member>,
}

impl Shares {
    /// Responds to a statement. `epoch` is a number that was never used before. The processes are those who were given
    /// something and should ask for it.
    pub(crate) fn exchange(
        record: &mut Option<Self>,
        server: Server,
        epoch: u64,
        statement: &Statement,
        terms: &Terms,
    ) -> (Response, Vec<ProcessId>) {
        let was_there = record.is_some();
        let runs = [statement.run, server.run];
        let known = record.take_if(|known| runs.contains(&known.run));
        let shares = known.unwrap_or_else(|| {
            let span = statement.pools.iter().map(|said| said.span).max().unwrap_or(0);
            let silence = terms.silence(statement.transit, span);
            let holds = statement.pools.iter().any(|said| said.held() > 0);
            let fresh = !was_there && !holds && server.uptime > silence;
            let pools = statement.pools.iter().map(|said| Pool::new(said.slots, said.span)).collect();
            let silent_until = if fresh { 1 } else { 1 + silence };
            Self { run: server.run, epoch, now: 1, silent_until, pools, members: BTreeMap::new() }
        });
        record.insert(shares).hear(statement, terms)
    }

    fn hear(&mut self, statement: &Statement, terms: &Terms) -> (Response, Vec<ProcessId>) {
        let id = statement.from;
        if statement.epoch == self.epoch {
            self.now = self.now.max(statement.seen + statement.elapsed.min(terms.credit));
        }
        self.bury(terms);
        self.end_silence();
        let known = self.members.get(&id);
        if known.is_some_and(|member| statement.number <= member.number) {
            // A late copy. Nobody waits for a response of this number.
            return (self.response(0), Vec::new());
        }
        let is_since = known.is_some_and(|member| statement.seen >= member.since);
        let is_here = is_since && statement.epoch == self.epoch;
        if !is_here && !self.admit(statement, terms) {
            return (self.response(statement.number), Vec::new());
        }
        let Some(mut member) = self.members.remove(&id) else { return (self.response(0), Vec::new()) };
        let passed = self.now - member.spoke;
        (member.number, member.spoke, member.transit) = (statement.number, self.now, statement.transit);
        member.end = self.now + terms.slack + if statement.goodbye { 0 } else { terms.lease };
        self.take_back(&mut member, statement, is_here, terms);
        let mut called = Vec::new();
        let mut keeps = Vec::new();
        for (index, said) in statement.pools.iter().enumerate().take(self.pools.len()) {
            let part = &mut member.parts[index];
            self.pools[index].adapt(said.slots, said.span);
            self.pools[index].reckon(part, said.demand, said.least, passed, terms);
            self.serve(index, id, part, &mut called);
            keeps.push(self.pools[index].keep(id, part));
        }
        let mut response = self.response(statement.number);
        let parts = member.parts.iter().zip(&keeps);
        response.pools = parts.map(|(part, &keep)| part.response(keep, self.now)).collect();
        response.processes += 1;
        if statement.goodbye && member.parts.iter().all(|part| part.held() == 0) {
            for (pool, part) in self.pools.iter_mut().zip(&member.parts) {
                pool.leave(part);
                pool.forget(id);
            }
        } else {
            self.members.insert(id, member);
        }
        (response, called)
    }

    /// Whether this is a record of that run.
    #[cfg(test)]
    pub(super) fn is_of(&self, run: u64) -> bool {
        self.run == run
    }

    /// How many slots of the first pool a process is known to have returned.
    #[cfg(test)]
    pub(super) fn returned(&self, process: ProcessId) -> u64 {
        self.members.get(&process).map_or(0, |member| member.parts[0].returned)
    }

    /// What is known of each process.
    pub(crate) fn known(&self) -> Vec<Known> {
        let known = |(id, member): (&ProcessId, &Member)| Known {
            process: id.process,
            silent_for: self.now - member.spoke,
            pools: member.parts.iter().map(|part| (part.held(), part.demand)).collect(),
        };
        self.members.iter().map(known).collect()
    }

    /// A response that says nothing of pools.
    fn response(&self, number: u64) -> Response {
        let processes = self.members.len() as u32;
        Response { number, epoch: self.epoch, now: self.now, processes, pools: Vec::new() }
    }

    /// Takes notice of a process that is not known, or known by what it said in another epoch: it has not heard of this one. One
    /// that is known by a late copy alone, and speaks of what it held before, may not go on.
    /// Returns whether it may go on.
    fn admit(&mut self, statement: &Statement, terms: &Terms) -> bool {
        let holds = statement.pools.iter().any(|said| said.held() > 0);
        let claims = statement.epoch != self.epoch && !statement.stale && self.now < self.silent_until;
        if statement.pools.len() != self.pools.len() || holds && !claims {
            return false;
        }
        if let Some(known) = self.members.remove(&statement.from) {
            let now = self.now;
            let pools = self.pools.iter_mut().zip(&known.parts).zip(&statement.pools);
            for ((pool, part), said) in pools {
                pool.leave(part);
                pool.held -= part.held();
                // It will not hear of what it was given here any more.
                for gift in &part.gifts {
                    pool.free(gift.slots, gift.ready, gift.rest, now);
                }
                // What it does not hold any more of what it claimed. Until the silence ends somebody may claim it.
                let claimed = part.held().saturating_sub(rested::count(&part.gifts));
                let less = u64::from(claimed).saturating_sub(said.held());
                if self.silent_until == 0 {
                    let rest = terms.lease + statement.transit + pool.span;
                    pool.free(less as u32, now + terms.slack + rest, rest, now);
                }
            }
        }
        let parts: Vec<Part> = statement.pools.iter().map(Part::new).collect();
        for (pool, part) in self.pools.iter_mut().zip(&parts) {
            pool.held += part.held();
        }
        let member =
            Member { number: 0, end: 0, spoke: self.now, transit: statement.transit, parts, since: self.now };
        self.members.insert(statement.from, member);
        true
    }

    /// Takes what a process has returned, and notes what it has heard of and what it uses.
    fn take_back(&mut self, member: &mut Member, statement: &Statement, is_here: bool, terms: &Terms) {
        let now = self.now;
        for ((pool, part), said) in self.pools.iter_mut().zip(&mut member.parts).zip(&statement.pools) {
            let more = said.returned.saturating_sub(part.returned).min(part.held().into());
            if is_here {
                pool.held -= more as u32;
                part.returned += more;
                for step in last(&said.back, more) {
                    pool.free(step.slots, now + terms.slack + step.rest, step.rest, now);
                }
                part.confirm(said.given);
            }
            let long = said.busy.iter().filter(|step| step.rest > terms.lease);
            part.busy = long.map(|step| (step.slots, now + terms.slack + step.rest)).collect();
        }
    }

    /// Serves those who wait for slots of a pool, and then the process that speaks.
    fn serve(&mut self, index: usize, id: ProcessId, part: &mut Part, called: &mut Vec<ProcessId>) {
        let (pool, now) = (&mut self.pools[index], self.now);
        rested::ripen(&mut pool.free, now);
        for _ in 0..STEPS {
            let Some(&first) = pool.queue.front().filter(|_| !pool.free.is_empty()) else { break };
            let full = if first == id {
                let wanted = pool.target(part).saturating_sub(part.held());
                pool.give(part, wanted) == wanted
            } else {
                let member = self.members.get_mut(&first).filter(|member| member.end > now);
                member.is_none_or(|member| {
                    let part = &mut member.parts[index];
                    let wanted = pool.target(part).saturating_sub(part.held());
                    if wanted > 0 && !called.contains(&first) {
                        called.push(first);
                    }
                    pool.give(part, wanted) == wanted
                })
            };
            if full {
                pool.queue.pop_front();
            }
        }
        if pool.queue.is_empty() {
            // Nobody waits, so it may have more than its share.
            let wanted = part.demand.saturating_sub(part.held());
            pool.give(part, wanted);
        }
        let waits = pool.queue.contains(&id);
        match pool.target(part) > part.held() {
            true if !waits => pool.queue.push_back(id),
            false if waits => pool.forget(id),
            _ => {}
        }
    }

    /// Removes processes whose leases have ended so long ago that nothing of theirs can be in use, but what they said is.
    fn bury(&mut self, terms: &Terms) {
        for _ in 0..STEPS {
            let first = self.members.iter().min_by_key(|(id, member)| (member.end, **id));
            let Some((&id, member)) = first else { return };
            if self.now < member.end + terms.cooling(member.transit) {
                return;
            }
            let Some(member) = self.members.remove(&id) else { return };
            for (pool, part) in self.pools.iter_mut().zip(&member.parts) {
                pool.leave(part);
                pool.forget(id);
                let mut left = part.held();
                pool.held -= left;
                for &(slots, until) in &part.busy {
                    let slots = slots.min(left);
                    pool.free(slots, until, until.saturating_sub(self.now), self.now);
                    left -= slots;
                }
                let until = member.end + member.transit + pool.span;
                pool.free(left, until, until.saturating_sub(self.now), self.now);
            }
        }
    }

    /// Frees the slots that nobody claimed, once nobody can.
    fn end_silence(&mut self) {
        if self.silent_until > 0 && self.now >= self.silent_until {
            self.silent_until = 0;
            for pool in &mut self.pools {
                pool.free(pool.missing(), 0, 0, self.now);
            }
        }
    }
}
