//! Random sets of buckets, endpoints and credentials, with callers of every kind, against servers that count in every way.
//!
//! The long run: `cargo test -p paceline --release --lib -- --ignored --nocapture random_buckets_for_long`
//! (`SIMULATED=<requests>` for another number).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Wake, Waker};

use paceline_test_support::Rng;

use super::id::LaneId;
use super::lane::Poller;
use super::locked_board::LockedBoard;
use super::meter::End;
use crate::config::Config;
use crate::key::{Caller, Entry, Polled, TimerStep};
use crate::machine::Sent;
use crate::options::{LimiterOptions, Policy};
use crate::outcome::Outcome;
use crate::priority::{Priority, QueuePosition};
use crate::queue::Ticket;
use crate::timers::TimerId;

mod events;
mod scene;

use events::{Event, Events};
use scene::{Scene, TICK};

/// A waker that is looked at instead of running anything.
#[derive(Default)]
struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Flag {
    fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

/// One call, from its coming to its end.
struct Call {
    endpoint: usize,
    credential: usize,
    woken: Arc<Flag>,
    /// Whether it is polled when it is woken.
    awake: bool,
    state: State,
}

enum State {
    Waiting(LaneId, Ticket),
    Permit(LaneId),
    InFlight(LaneId, Sent),
    Done,
}

/// A board, its callers and the servers, event by event. Times of events are in microseconds.
struct World {
    board: LockedBoard<char>,
    config: Config,
    scene: Scene,
    calls: Vec<Call>,
    events: Events,
    timer: Option<(TimerId, Arc<Flag>)>,
    /// When the timer runs next.
    alarm: Option<u64>,
    now: u64,
    rng: Rng,
    /// How many requests the servers counted.
    counted: u64,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let policy = if rng.bool() { Policy::Strict } else { Policy::default() };
        Self {
            board: LockedBoard::default(),
            config: Config::new(LimiterOptions::new().policy(policy)),
            scene: Scene::random(&mut rng),
            calls: Vec::new(),
            events: Events::default(),
            timer: None,
            alarm: None,
            now: 0,
            rng,
            counted: 0,
        }
    }

    fn tick(&self) -> u64 {
        self.now / TICK
    }

    fn poller<'a>(&self, waker: &'a Waker) -> Poller<'a, char> {
        Poller { waker, runtime: 'a', now: self.tick() }
    }

    /// Somebody calls.
    fn come(&mut self) {
        let rng = &mut self.rng;
        let (endpoint, credential) =
            (rng.usize(..self.scene.endpoints.len()), rng.usize(..self.scene.credentials.len()));
        let priority = [Priority::High, Priority::Normal, Priority::Low][rng.usize(..3)];
        let call =
            Call { endpoint, credential, woken: Arc::default(), awake: rng.u8(..10) > 0, state: State::Done };
        let deadline = (rng.u8(..5) == 0).then(|| self.tick() + self.rng.u64(0..20_000));
        let caller = Caller {
            endpoint: self.scene.endpoints[endpoint],
            priority,
            position: (self.rng.u8(..10) == 0).then(|| QueuePosition(self.tick().saturating_sub(9))),
            deadline,
        };
        let key = (self.scene.credentials[credential].clone(), endpoint as u16);
        let waker = Waker::from(call.woken.clone());
        let (lane, entry) = self.board.enter(&self.config, &key, &caller, self.poller(&waker));
        self.calls.push(call);
        let id = self.calls.len() - 1;
        match entry {
            Entry::Granted => self.permit(id, lane),
            Entry::Queued(ticket, _, timer) => {
                self.calls[id].state = State::Waiting(lane, ticket);
                self.add_timer(timer);
                // Some give up, awake or not, and some wake up late.
                let later = self.now + self.rng.u64(0..3_000_000);
                match self.rng.u8(..10) {
                    0 => self.events.add(later, Event::Leave(id)),
                    1 => self.events.add(later, Event::Rouse(id)),
                    _ => {}
                }
            }
            Entry::Refused(_) => {}
        }
    }

    fn add_timer(&mut self, timer: Option<TimerId>) {
        if let Some(id) = timer {
            assert!(self.timer.is_none(), "a second timer for the same runtime");
            self.timer = Some((id, Arc::default()));
            self.run_timer();
        }
    }

    fn run_timer(&mut self) {
        let Some((id, flag)) = self.timer.clone() else { return };
        let waker = Waker::from(flag);
        match self.board.run_timer(&self.config, id, &waker, self.tick()) {
            TimerStep::End => (self.timer, self.alarm) = (None, None),
            TimerStep::Park => self.alarm = None,
            TimerStep::Sleep(tick) => {
                assert!(tick > self.tick(), "a timer without an end");
                self.alarm = Some(tick * TICK);
            }
        }
    }

    /// A call has a permit: most start at once, some later, and some never.
    fn permit(&mut self, id: usize, lane: LaneId) {
        self.calls[id].state = State::Permit(lane);
        let later = self.now + self.rng.u64(0..300_000);
        match self.rng.u8(..10) {
            0 => self.events.add(later, Event::Refund(id)),
            1 => self.events.add(later, Event::Start(id)),
            _ => self.start(id),
        }
    }

    fn start(&mut self, id: usize) {
        let State::Permit(lane) = self.calls[id].state else { return };
        let mut sent = self.board.start(&self.config, lane, None, self.tick());
        if self.rng.u8(..4) == 0 {
            self.board.written(&self.config, lane, &mut sent, self.tick());
        }
        self.calls[id].state = State::InFlight(lane, sent);
        if self.rng.u8(..20) == 0 {
            self.events.add(self.now + self.rng.u64(0..50_000), Event::End(id, Outcome::NotSent));
            return;
        }
        // The server counts within five seconds, and seldom late. It works on the request until it responds.
        let late = if self.rng.u8(..20) == 0 { 4_990_000 } else { 150_000 };
        let counted = self.now + self.rng.u64(0..late);
        let left = counted + self.rng.u64(0..200_000);
        self.events.add(counted, Event::Count(id));
        if self.rng.u8(..20) == 0 {
            // Given up, at any time. The server works on it for no longer than that, or than the longest transit.
            let given_up = self.now + self.rng.u64(0..400_000);
            self.events.add(counted.max(left.min(given_up)), Event::ServerDone(id));
            self.events.add(given_up, Event::End(id, Outcome::Unknown));
        } else {
            self.events.add(left, Event::ServerDone(id));
            self.events.add(left + self.rng.u64(0..150_000), Event::End(id, Outcome::Responded));
        }
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Come => self.come(),
            Event::Start(id) => self.start(id),
            Event::Refund(id) => {
                if let State::Permit(lane) = std::mem::replace(&mut self.calls[id].state, State::Done) {
                    self.board.refund(&self.config, lane, self.tick());
                }
            }
            Event::Leave(id) => {
                let state = std::mem::replace(&mut self.calls[id].state, State::Done);
                match state {
                    State::Waiting(lane, ticket) => {
                        self.board.leave(&self.config, lane, ticket, self.tick());
                    }
                    other => self.calls[id].state = other,
                }
            }
            Event::Rouse(id) => {
                self.calls[id].awake = true;
                self.poll(id);
            }
            Event::Count(id) => {
                let Call { endpoint, credential, .. } = self.calls[id];
                self.scene.count(endpoint, credential, self.now);
                self.counted += 1;
            }
            Event::ServerDone(id) => {
                self.scene.done(self.calls[id].endpoint, self.calls[id].credential);
            }
            Event::End(id, outcome) => {
                if let State::InFlight(lane, sent) = self.calls[id].state {
                    self.calls[id].state = State::Done;
                    let end = End { sent, outcome, reports: &[] };
                    self.board.finish(&self.config, lane, end, self.tick());
                }
            }
        }
    }

    fn poll(&mut self, id: usize) {
        let call = &mut self.calls[id];
        if !matches!(call.state, State::Waiting(..)) {
            return;
        }
        let State::Waiting(lane, ticket) = std::mem::replace(&mut call.state, State::Done) else { return };
        let (mut ticket, waker) = (Some(ticket), Waker::from(call.woken.clone()));
        match self.board.poll(&self.config, lane, &mut ticket, self.poller(&waker)) {
            Polled::Granted => self.permit(id, lane),
            Polled::Closed => unreachable!("nobody closes"),
            Polled::Pending(timer) => {
                if let Some(ticket) = ticket {
                    self.calls[id].state = State::Waiting(lane, ticket);
                }
                self.add_timer(timer);
            }
        }
    }

    /// Polls whoever was woken and is awake, until nobody is.
    fn run_woken(&mut self) {
        loop {
            let mut idle = true;
            if self.timer.as_ref().is_some_and(|(_, flag)| flag.take()) {
                self.run_timer();
                idle = false;
            }
            for id in 0..self.calls.len() {
                let call = &self.calls[id];
                let waits = matches!(call.state, State::Waiting(..));
                if waits && call.awake && call.woken.take() {
                    self.poll(id);
                    idle = false;
                }
            }
            if idle {
                return;
            }
        }
    }

    /// Goes on until nothing happens any more.
    fn run(&mut self) {
        loop {
            self.run_woken();
            let alarm = self.alarm.unwrap_or(u64::MAX);
            match self.events.next_before(alarm) {
                Some((at, event)) => {
                    self.now = at;
                    self.happen(event);
                }
                None if alarm == u64::MAX => return,
                None => {
                    self.now = alarm;
                    self.run_timer();
                }
            }
            self.forget_done();
        }
    }

    /// Lets go of the calls at the front that have come to an end and of which nothing is to happen.
    fn forget_done(&mut self) {
        if self.events.is_empty() && self.calls.iter().all(|call| matches!(call.state, State::Done)) {
            self.calls.clear();
        }
    }

    /// How many wait although they are polled whenever they are woken.
    fn left_waiting(&self) -> usize {
        let waits = |call: &&Call| call.awake && matches!(call.state, State::Waiting(..));
        self.calls.iter().filter(waits).count()
    }

    /// So many callers come in bursts, within about so many microseconds; then all that is to happen happens.
    fn busy(&mut self, callers: u64, within: u64) {
        for _ in 0..callers {
            self.events.add(self.now + self.rng.u64(0..within), Event::Come);
        }
        self.run();
        let scene = &self.scene;
        assert_eq!(self.left_waiting(), 0, "at {}: callers are forgotten: {scene:?}", self.now);
    }
}

/// Runs worlds of these seeds. Returns how many requests were counted.
fn worlds(seeds: std::ops::Range<u64>, callers: u64) -> u64 {
    let mut counted = 0;
    for seed in seeds {
        let mut world = World::new(seed);
        for _ in 0..3 {
            let within = world.rng.u64(1..20_000_000);
            world.busy(callers, within);
        }
        counted += world.counted;
        let broken = world.scene.broken();
        assert!(broken.is_empty(), "seed {seed}: {broken:?} in {:?}", world.scene);
        // Who was never polled leaves, and a day later nothing is left.
        for id in 0..world.calls.len() {
            world.happen(Event::Leave(id));
        }
        world.run();
        world.now += 100_000 * 1_000_000;
        world.board.tidy(&world.config, 10_000, world.tick());
        assert_eq!(world.board.sizes(), (0, 0), "seed {seed}");
    }
    counted
}

#[test]
fn no_window_of_any_bucket_holds_too_many_and_nobody_is_forgotten() {
    let counted = worlds(0..300, 60);
    assert!(counted > 10_000, "only {counted} requests");
}

#[test]
#[ignore = "minutes; see the head of this file"]
fn random_buckets_for_long() {
    let wanted = std::env::var("SIMULATED").map_or(100_000_000, |number| number.parse().unwrap());
    let (mut counted, mut seed) = (0, 1_000_000);
    while counted < wanted {
        counted += worlds(seed..seed + 100, 60);
        seed += 100;
    }
    println!("{counted} requests in {} worlds, none broke a limit", seed - 1_000_000);
}
