//! Callers who are polled, or not, at random: whoever is awake gets a free slot within the lapse, and no slot is lost.
//!
//! All of it, a million steps: `cargo test -p paceline --release --lib -- --ignored a_million_steps`

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::task::Wake;

use paceline_test_support::Rng;

use crate::endpoint_limits::EndpointLimits;
use crate::key::LAPSE;
use crate::limit::Limit;
use crate::options::LimiterOptions;

use super::*;

const ENDPOINT: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(20), Limit::per_minute(700)]);
/// How many runtimes the callers are spread over.
const RUNTIMES: usize = 3;
/// How many callers wait at most.
const MOST_CALLERS: usize = 40;

/// Whether something was woken.
#[derive(Default)]
struct Flag(AtomicBool);

impl Flag {
    /// Whether it was woken since this was asked last.
    fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A caller who waits.
struct Sleeper {
    /// Taken away by the poll that grants a slot.
    ticket: Option<Ticket>,
    woken: Arc<Flag>,
    /// The index of the runtime that it runs on.
    runtime: usize,
    /// Whether it is polled when it is woken.
    awake: bool,
}

/// A timer.
struct Task {
    id: TimerId,
    runtime: usize,
    woken: Arc<Flag>,
    /// For which tick it is set.
    at: u64,
}

/// A key, and all who have to do with it.
struct Fixture {
    key: LockedKey<usize>,
    config: Config,
    rng: Rng,
    now: u64,
    waiting: Vec<Sleeper>,
    tasks: Vec<Task>,
    /// Which runtimes poll their tasks.
    driven: [bool; RUNTIMES],
    /// How many callers hold a slot and have not sent their request yet.
    permits: usize,
    /// The requests in flight.
    sent: Vec<Sent>,
    /// How many slots were granted so far.
    granted: u64,
}

impl Fixture {
    fn new(seed: u64) -> Self {
        Self {
            key: LockedKey::default(),
            config: Config::new(LimiterOptions::new()),
            rng: Rng::with_seed(seed),
            now: 0,
            waiting: Vec::new(),
            tasks: Vec::new(),
            driven: [true; RUNTIMES],
            permits: 0,
            sent: Vec::new(),
            granted: 0,
        }
    }

    /// Does something at random.
    fn step(&mut self) {
        match self.rng.u32(..100) {
            0..=24 if self.waiting.len() < MOST_CALLERS => self.enter(),
            25..=34 if !self.waiting.is_empty() => {
                let which = self.rng.usize(..self.waiting.len());
                self.waiting[which].awake ^= true;
                if self.waiting[which].awake {
                    // Somebody polls it again, whether it was woken or not.
                    self.poll(which);
                }
            }
            35..=37 if !self.waiting.is_empty() => {
                let which = self.rng.usize(..self.waiting.len());
                if let Some(ticket) = self.waiting.swap_remove(which).ticket {
                    self.key.leave(&self.config, ticket, self.now);
                }
            }
            38..=39 => {
                let which = self.rng.usize(..RUNTIMES);
                self.driven[which] ^= true;
            }
            40..=54 if self.permits > 0 => {
                self.permits -= 1;
                if self.rng.u32(..4) == 0 {
                    self.key.refund(&self.config, || self.now);
                } else {
                    self.sent.extend(self.key.start(&self.config, None, self.now));
                }
            }
            55..=74 if !self.sent.is_empty() => {
                let sent = self.sent.swap_remove(self.rng.usize(..self.sent.len()));
                let outcome = if self.rng.u32(..6) == 0 { Outcome::NotSent } else { Outcome::Responded };
                self.key.finish(&self.config, sent, outcome, self.now);
            }
            75..=99 => {
                let length = *self.rng.choice(&[3, LAPSE, 1_000, 20_000]).unwrap_or(&1);
                let until = self.now + self.rng.u64(..=length);
                self.pass_time(until);
            }
            _ => {}
        }
        self.run_what_is_woken();
        self.check();
    }

    /// A caller comes.
    fn enter(&mut self) {
        let runtime = self.rng.usize(..RUNTIMES);
        let priority =
            *self.rng.choice(&[Priority::High, Priority::Normal, Priority::Low]).unwrap_or(&Priority::Low);
        let caller = Caller { endpoint: ENDPOINT, priority, position: None, deadline: None };
        let woken = Arc::new(Flag::default());
        let waker = Waker::from(woken.clone());
        match self.key.enter(&self.config, &caller, &waker, || runtime, || self.now).0 {
            Entry::Granted => self.grant(),
            Entry::Refused(error) => panic!("{error}"),
            Entry::Queued(ticket, _, timer) => {
                let awake = self.rng.bool();
                self.waiting.push(Sleeper { ticket: Some(ticket), woken, runtime, awake });
                self.start(timer, runtime);
            }
        }
    }

    /// A caller was granted a slot.
    fn grant(&mut self) {
        self.permits += 1;
        self.granted += 1;
    }

    /// Starts a timer, if there is one to start.
    fn start(&mut self, timer: Option<TimerId>, runtime: usize) {
        let task = |id| Task { id, runtime, woken: Arc::new(Flag(AtomicBool::new(true))), at: u64::MAX };
        self.tasks.extend(timer.map(task));
    }

    /// Polls a caller, in any runtime that is driven.
    fn poll(&mut self, which: usize) {
        let sleeper = &mut self.waiting[which];
        if !self.driven[sleeper.runtime] {
            return;
        }
        sleeper.woken.take();
        let (runtime, waker) = (sleeper.runtime, Waker::from(sleeper.woken.clone()));
        match self.key.poll(&self.config, &mut sleeper.ticket, &waker, runtime, self.now) {
            Polled::Granted => {
                self.waiting.swap_remove(which);
                self.grant();
            }
            Polled::Pending(timer) => self.start(timer, runtime),
            Polled::Closed => panic!("nobody closes the limiter"),
        }
    }

    /// Polls callers and timers until none of them is woken.
    fn run_what_is_woken(&mut self) {
        // Every caller and every timer runs a few times at most before time passes.
        for _ in 0..20 * (MOST_CALLERS + RUNTIMES) {
            let woken =
                |sleeper: &Sleeper| sleeper.awake && self.driven[sleeper.runtime] && sleeper.woken.take();
            if let Some(which) = self.waiting.iter().position(woken) {
                self.poll(which);
                continue;
            }
            let due = |task: &Task| self.driven[task.runtime] && (task.woken.take() || task.at <= self.now);
            let Some(which) = self.tasks.iter().position(due) else { return };
            let task = &mut self.tasks[which];
            let waker = Waker::from(task.woken.clone());
            match self.key.run_timer(&self.config, task.id, &waker, self.now) {
                TimerStep::Sleep(at) => task.at = at,
                TimerStep::Park => task.at = u64::MAX,
                TimerStep::End => drop(self.tasks.swap_remove(which)),
            }
        }
        panic!("somebody spins");
    }

    /// Lets time pass, from timer to timer.
    fn pass_time(&mut self, until: u64) {
        while self.now < until {
            let set = self.tasks.iter().filter(|task| self.driven[task.runtime]).map(|task| task.at);
            self.now = set.filter(|&at| at > self.now).min().unwrap_or(until).min(until);
            self.run_what_is_woken();
            self.check();
        }
    }

    /// How many callers would be polled if they were woken.
    fn awake(&self) -> usize {
        self.waiting.iter().filter(|sleeper| sleeper.awake && self.driven[sleeper.runtime]).count()
    }

    /// While somebody is awake and waits, no slot is free, and none is offered to somebody else for longer than the lapse.
    fn check(&mut self) {
        if self.awake() == 0 {
            return;
        }
        let (config, now) = (&self.config, self.now);
        self.key.look(config, now, |key| {
            assert_ne!(key.machine.ready(now, &config.rules), Ready::Now, "a slot is free at {now}");
            let end = key.waiting.as_ref().and_then(|waiting| waiting.queue.first_end_of_offers());
            assert!(end.is_none_or(|end| end > now), "an offer stands since {end:?} at {now}");
        });
    }

    /// Everybody is polled until all have had their slots: nothing may be left of the key.
    fn end(mut self) {
        self.driven = [true; RUNTIMES];
        while !self.waiting.is_empty() {
            self.waiting.iter_mut().for_each(|sleeper| sleeper.awake = true);
            (0..self.waiting.len()).rev().for_each(|which| self.poll(which));
            for _ in 0..std::mem::take(&mut self.permits) {
                self.key.refund(&self.config, || self.now);
            }
            for sent in std::mem::take(&mut self.sent) {
                self.key.finish(&self.config, sent, Outcome::Responded, self.now);
            }
            self.pass_time(self.now + 20_000);
        }
        (0..self.permits).for_each(|_| self.key.refund(&self.config, || self.now));
        self.pass_time(self.now + 1_000_000);
        assert!(self.tasks.is_empty(), "a timer is left");
        assert!(self.key.remove_if_idle(&self.config, self.now), "a slot or a caller was lost");
    }
}

/// Runs so many steps, and returns how many slots were granted.
fn run(seed: u64, steps: u32) -> u64 {
    let mut fixture = Fixture::new(seed);
    for _ in 0..steps {
        fixture.step();
    }
    let granted = fixture.granted;
    fixture.end();
    granted
}

#[test]
fn whoever_is_awake_gets_a_free_slot_within_the_lapse() {
    for seed in 0..40 {
        assert!(run(seed, 1_000) > 50);
    }
}

#[test]
#[ignore = "half a minute"]
fn a_million_steps_of_sleepers_lose_no_slot() {
    for seed in 0..100 {
        run(seed, 10_000);
    }
}
