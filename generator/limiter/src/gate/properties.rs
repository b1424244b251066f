//! What is published of a key, against what its lock says, whatever happens in whatever order.

use proptest::prelude::*;

use super::super::limit::EndpointLimits;
use super::super::options::{ColdStart, LimiterOptions, Pace, Policy};
use super::super::queue::Place;
use super::*;

/// An alarm that nobody listens to: the steps ask by themselves, in time or late.
#[derive(Default)]
struct Silent;

impl Alarm for Silent {
    type Home = ();

    fn home() {}

    fn set(&mut self, _: u64, _: &Clock, _: &Waker, (): ()) -> bool {
        true
    }
}

static LIMITS: [Limit; 2] = [Limit::per_second(3), Limit::per_minute(7)];

#[derive(Clone, Copy, Debug)]
enum Step {
    Pass(u64),
    /// Somebody comes; with a place of so long ago, it comes back.
    Enter {
        priority: Priority,
        patience: Option<u64>,
        came: Option<u64>,
        looked_at: bool,
    },
    Ask(usize),
    Leave(usize),
    Refund,
    Start,
    Finish(usize, u8),
    Look,
    Forget,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let time = || prop_oneof![0..40_u64, 0..12_000_u64, 0..700_000_u64];
    let priority =
        prop_oneof![1 => Just(Priority::High), 3 => Just(Priority::Normal), 1 => Just(Priority::Low)];
    let came = prop_oneof![3 => Just(None), 1 => time().prop_map(Some)];
    let enter = (priority, prop::option::of(time()), came, any::<bool>()).prop_map(
        |(priority, patience, came, looked_at)| Step::Enter { priority, patience, came, looked_at },
    );
    let which = || 0..8_usize;
    let step = prop_oneof![
        4 => time().prop_map(Step::Pass),
        8 => enter,
        4 => which().prop_map(Step::Ask),
        1 => which().prop_map(Step::Leave),
        1 => Just(Step::Refund),
        5 => Just(Step::Start),
        4 => (which(), 0..6_u8).prop_map(|(which, end)| Step::Finish(which, end)),
        1 => Just(Step::Look),
        1 => Just(Step::Forget),
    ];
    prop::collection::vec(step, 1..150)
}

/// A key, and all who have to do with it.
struct World {
    gate: Gate<Silent>,
    setup: Setup,
    now: u64,
    waiting: Vec<(Priority, Option<Ticket>)>,
    permits: usize,
    sent: Vec<u64>,
    throttled: bool,
}

impl World {
    fn new(options: LimiterOptions) -> Self {
        let setup = Setup {
            clock: Clock::new(),
            rules: options.rules(),
            queue_bound: 1000,
            off: false,
            closed: AtomicBool::new(false),
        };
        let gate = Gate::default();
        Self { gate, setup, now: 0, waiting: Vec::new(), permits: 0, sent: Vec::new(), throttled: false }
    }

    fn take(&mut self, step: Step) {
        let Self { gate, setup, now, .. } = self;
        let now = *now;
        match step {
            Step::Pass(ticks) => self.now += ticks,
            Step::Enter { priority, patience, came, looked_at } => {
                let place = came.map(|ago| Place(now.saturating_sub(ago)));
                self.enter(priority, patience.map(|patience| now + patience), place, looked_at);
            }
            Step::Ask(which) if which < self.waiting.len() => {
                let ticket = &mut self.waiting[which].1;
                if gate.ask(setup, ticket, Waker::noop(), now).is_some() {
                    self.waiting.remove(which);
                    self.permits += 1;
                }
            }
            Step::Leave(which) if which < self.waiting.len() => {
                self.waiting.remove(which).1.into_iter().for_each(|ticket| gate.leave(setup, ticket, now));
            }
            Step::Refund if self.permits > 0 => {
                self.permits -= 1;
                gate.refund(setup, || now);
            }
            Step::Start if self.permits > 0 => {
                self.permits -= 1;
                self.sent.push(now);
                gate.start(setup, now);
            }
            Step::Finish(which, end) if which < self.sent.len() => {
                let sent = self.sent.swap_remove(which);
                self.throttled |= end == 0;
                match end {
                    0 => gate.finish(setup, sent, Outcome::Throttled { after: None }, now),
                    1 => gate.finish(setup, sent, Outcome::NotSent, now),
                    2 => gate.finish(setup, sent, Outcome::Unknown, now),
                    3 => gate.abandon(setup, sent, now),
                    _ => gate.finish(setup, sent, Outcome::Answered, now),
                }
            }
            Step::Look => drop(gate.look(setup, now, |_, _| ())),
            Step::Forget => drop(gate.forget_if_idle(setup, now)),
            _ => {}
        }
    }

    /// Somebody comes and takes the long way; what would have been said without the lock must agree.
    fn enter(&mut self, priority: Priority, deadline: Option<u64>, place: Option<Place>, looked_at: bool) {
        let Self { gate, setup, now, .. } = self;
        let looked_at = looked_at && gate.look(setup, *now, |_, _| ()).is_some();
        let foretold = deadline.and_then(|deadline| gate.refuses(priority, deadline));
        let endpoint = EndpointLimits::new(0, &LIMITS);
        let caller = Caller { endpoint, priority, place, deadline };
        let (entry, _) = gate.enter(setup, &caller, Waker::noop(), || *now);
        if place.is_none() {
            match &entry {
                Entry::Refused(LimitError::DeadlineTooSoon { turn }) => {
                    let turn = setup.clock.tick(*turn);
                    assert!(foretold.is_none_or(|foretold| foretold <= turn), "{foretold:?}, not {turn}");
                    let rivals = self.waiting.iter().filter(|&&(rival, _)| {
                        rival == Priority::Low || (rival, priority) == (Priority::Normal, Priority::High)
                    });
                    let exact = looked_at && !self.throttled && rivals.count() == 0;
                    assert!(!exact || foretold == Some(turn), "{foretold:?} instead of {turn}");
                }
                other => assert_eq!(foretold, None, "the lock says {other:?}"),
            }
        }
        match entry {
            Entry::Granted => self.permits += 1,
            Entry::Queued(ticket, _) => self.waiting.push((priority, Some(ticket))),
            Entry::Refused(_) => {}
        }
    }

    /// Everybody goes, and every request ends: nothing may be left of the key.
    fn end(self) {
        let Self { gate, setup, now, waiting, permits, sent, .. } = self;
        let gone = waiting.into_iter().filter_map(|(_, ticket)| ticket);
        gone.for_each(|ticket| gate.leave(&setup, ticket, now));
        (0..permits).for_each(|_| gate.refund(&setup, || now));
        sent.into_iter().for_each(|sent| gate.abandon(&setup, sent, now));
        assert!(gate.forget_if_idle(&setup, now + 1_000_000_000), "a slot or a caller was lost");
        assert!(gate.look(&setup, now, |_, _| ()).is_none());
    }

    fn waiters(&self) -> usize {
        self.gate.look(&self.setup, self.now, |_, waiters| waiters).unwrap()
    }

    /// Whoever touched the key last knew the time, or found plenty: what stands there must be what the lock
    /// would say at some instant since; now at the latest.
    fn assert_published(&self) {
        let published = self.gate.bound.published();
        let fresh = lock(&self.gate.key).as_mut().and_then(|key| key.newcomers_turn(&self.setup, self.now));
        assert!(published.0 <= self.now || fresh.is_some_and(|(turn, _)| published.0 <= turn));
    }
}

fn options() -> impl Strategy<Value = LimiterOptions> {
    let plain = LimiterOptions::new();
    prop_oneof![
        4 => Just(plain),
        2 => Just(plain.policy(Policy::Strict)),
        1 => Just(plain.pace(Pace { burst: 2, spare: 0 })),
        1 => Just(plain.cold_start(ColdStart::Exhausted)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_refused_without_the_lock_whom_the_lock_would_let_wait(options in options(), steps in steps()) {
        let mut world = World::new(options);
        for step in steps {
            world.take(step);
            world.assert_published();
        }
        world.end();
    }
}

/// A key of which every slot is in use.
fn full() -> World {
    let mut world = World::new(LimiterOptions::new());
    for _ in 0..3 {
        world.enter(Priority::Normal, None, None, false);
        world.take(Step::Start);
    }
    world
}

#[test]
fn a_full_key_foretells_its_refusals_and_an_idle_one_none() {
    let mut world = full();
    let span = u64::from(world.setup.rules.span(&LIMITS[0]));
    for priority in [Priority::High, Priority::Normal, Priority::Low] {
        assert_eq!(world.gate.refuses(priority, span - 1), Some(span));
        assert_eq!(world.gate.refuses(priority, span), None);
    }
    // The next newcomer comes after the one who waits, but for an urgent one.
    world.enter(Priority::Normal, None, None, false);
    assert_eq!(world.gate.refuses(Priority::Normal, span - 1), Some(span));
    assert_eq!(world.gate.refuses(Priority::High, span - 1), None);
    // A slot that comes back, or a lock taken later, changes what is foretold.
    world.take(Step::Leave(0));
    world.take(Step::Finish(0, 1));
    assert_eq!(world.gate.refuses(Priority::Normal, 0), None);
    world.now = 1_000_000;
    world.take(Step::Forget);
    assert_eq!(world.gate.bound.published(), (0, false));
}

#[test]
fn the_line_counts_for_those_who_come_after_it() {
    let mut world = full();
    let span = u64::from(world.setup.rules.span(&LIMITS[0]));
    for _ in 0..3 {
        world.enter(Priority::Normal, None, None, false);
    }
    assert_eq!(world.gate.refuses(Priority::Normal, 2 * span - 1), Some(2 * span));
    // Of those in the background it is not known without a look whether they go first.
    world.enter(Priority::Low, None, None, false);
    assert_eq!(world.gate.refuses(Priority::Low, 2 * span - 1), Some(2 * span));
    assert_eq!(world.gate.refuses(Priority::Low, 2 * span), None);
}

#[test]
fn after_the_closing_nobody_hears_of_deadlines() {
    let mut world = full();
    world.enter(Priority::Normal, None, None, false);
    world.setup.closed.store(true, Ordering::Release);
    world.gate.close(&world.setup);
    assert_eq!(world.gate.refuses(Priority::Normal, 0), None);
    world.take(Step::Finish(0, 5));
    assert_eq!(world.gate.refuses(Priority::Normal, 0), None);
    let mut told = world.waiting.remove(0).1;
    assert_eq!(world.gate.ask(&world.setup, &mut told, Waker::noop(), 0), Some(Err(LimitError::Closed)));
}

#[test]
fn a_place_of_another_limiter_is_no_later_than_now() {
    let mut world = full();
    world.enter(Priority::Normal, None, Some(Place(u64::MAX)), false);
    world.enter(Priority::Normal, None, None, false);
    world.take(Step::Finish(0, 1));
    let World { gate, setup, waiting, .. } = &mut world;
    let mut ask = |which: usize| gate.ask(setup, &mut waiting[which].1, Waker::noop(), 0);
    assert_eq!((ask(0), ask(1)), (Some(Ok(())), None));
}

#[test]
fn what_comes_back_goes_to_whoever_waits_without_being_asked_for() {
    for comes_back in [Step::Finish(0, 1), Step::Refund] {
        let mut world = full();
        world.take(Step::Finish(0, 1));
        world.enter(Priority::Normal, None, None, false);
        assert_eq!((world.permits, world.waiters()), (1, 0));
        world.enter(Priority::Normal, None, None, false);
        assert_eq!((world.permits, world.waiters()), (1, 1));
        assert!(!world.gate.forget_if_idle(&world.setup, 0));
        world.take(comes_back);
        assert_eq!(world.waiters(), 0);
    }
}

#[test]
fn those_in_line_go_before_a_newcomer_even_if_nobody_has_woken_them() {
    let mut world = full();
    world.enter(Priority::Normal, None, None, false);
    world.now = 1_000_000;
    world.enter(Priority::Normal, None, None, false);
    assert_eq!((world.permits, world.waiters()), (1, 0));
}

#[test]
fn slots_in_plenty_are_no_promise_while_others_wait_for_them() {
    let mut world = full();
    for _ in 0..3 {
        world.enter(Priority::Normal, None, None, false);
    }
    world.now = 1_000_000;
    // The first look forgets what has lapsed.
    world.take(Step::Look);
    world.take(Step::Look);
    let turn = world.now + u64::from(world.setup.rules.span(&LIMITS[0]));
    assert_eq!(world.gate.refuses(Priority::Normal, turn - 1), Some(turn));
}
