//! The turn that callers read without the lock ([`EarliestTurn`]), against what the key itself says, whatever happens in
//! whatever order.

use proptest::prelude::*;

use crate::endpoint_limits::EndpointLimits;
use crate::limit::Limit;
use crate::options::{ColdStart, LimiterOptions, Policy};
use crate::pacing::Pacing;
use crate::priority::QueuePosition;

use super::*;

static LIMITS: [Limit; 2] = [Limit::per_second(3), Limit::per_minute(7)];
/// A 429 that names no time.
const THROTTLED: Outcome = Outcome::Throttled { after: None };

/// What can happen to a key. A step for which there is nobody, as a poll while nobody waits, is left out.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// So many ticks pass.
    Pass(u64),
    /// A caller comes.
    Enter {
        priority: Priority,
        /// How many ticks its deadline is away.
        patience: Option<u64>,
        /// How many ticks ago it came for the first time, if it comes back.
        came: Option<u64>,
        /// Whether somebody looks at the key just before, so that the published turn is up to date.
        looked_at: bool,
    },
    /// The waiting caller of this index is polled.
    Poll(usize),
    /// The waiting caller of this index leaves.
    Leave(usize),
    /// A permit is given back unused.
    Refund,
    /// A permit is used to send a request.
    Start,
    /// The request in flight of this index ends.
    Finish(usize, Outcome),
    /// All timers run.
    RunTimers,
    /// Somebody looks at the key, which brings the published turn up to date.
    Look,
    /// The key is removed, if it is idle.
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
    let outcome = prop_oneof![
        1 => Just(THROTTLED),
        1 => Just(Outcome::NotSent),
        1 => Just(Outcome::Unknown),
        3 => Just(Outcome::Responded),
    ];
    let step = prop_oneof![
        4 => time().prop_map(Step::Pass),
        8 => enter,
        4 => which().prop_map(Step::Poll),
        1 => which().prop_map(Step::Leave),
        1 => Just(Step::Refund),
        5 => Just(Step::Start),
        4 => (which(), outcome).prop_map(|(which, outcome)| Step::Finish(which, outcome)),
        3 => Just(Step::RunTimers),
        1 => Just(Step::Look),
        1 => Just(Step::Forget),
    ];
    prop::collection::vec(step, 1..150)
}

/// A key, and all who have to do with it.
struct Fixture {
    key: LockedKey<()>,
    config: Config,
    /// In ticks.
    now: u64,
    /// Those who wait. Each has a ticket, which a poll takes away when it grants a slot.
    waiting: Vec<(Priority, Option<Ticket>)>,
    timers: Vec<TimerId>,
    /// How many callers hold a slot and have not sent their request yet.
    permits: usize,
    /// The requests in flight.
    sent: Vec<Sent>,
    /// Whether there was a 429.
    throttled: bool,
}

impl Fixture {
    fn new(options: LimiterOptions) -> Self {
        Self {
            key: LockedKey::default(),
            config: Config::new(options),
            now: 0,
            waiting: Vec::new(),
            timers: Vec::new(),
            permits: 0,
            sent: Vec::new(),
            throttled: false,
        }
    }

    /// Makes a step, if it can be made.
    fn take(&mut self, step: Step) {
        let Self { key, config, now, .. } = self;
        let now = *now;
        match step {
            Step::Pass(ticks) => self.now += ticks,
            Step::Enter { priority, patience, came, looked_at } => {
                let position = came.map(|ago| QueuePosition(now.saturating_sub(ago)));
                self.enter(priority, patience.map(|patience| now + patience), position, looked_at);
            }
            Step::Poll(which) if which < self.waiting.len() => {
                let ticket = &mut self.waiting[which].1;
                match key.poll(config, ticket, Waker::noop(), (), now) {
                    Polled::Granted => {
                        self.waiting.remove(which);
                        self.permits += 1;
                    }
                    Polled::Pending(timer) => self.timers.extend(timer),
                    Polled::Closed => panic!("nobody closes the limiter"),
                }
            }
            Step::Leave(which) if which < self.waiting.len() => {
                self.waiting.remove(which).1.into_iter().for_each(|ticket| key.leave(config, ticket, now));
            }
            Step::Refund if self.permits > 0 => {
                self.permits -= 1;
                key.refund(config, || now);
            }
            Step::Start if self.permits > 0 => {
                self.permits -= 1;
                self.sent.extend(key.start(config, None, now));
            }
            Step::Finish(which, outcome) if which < self.sent.len() => {
                let sent = self.sent.swap_remove(which);
                self.throttled |= outcome == THROTTLED;
                key.finish(config, sent, outcome, now);
            }
            Step::RunTimers => {
                let run = |id| key.run_timer(config, id, Waker::noop(), now);
                self.timers.retain(|&id| run(id) != TimerStep::End);
            }
            Step::Look => drop(key.look(config, now, |_| ())),
            Step::Forget => drop(key.remove_if_idle(config, now)),
            _ => {}
        }
    }

    /// A caller comes and takes the lock; the published turn must agree with what is said to it.
    fn enter(
        &mut self,
        priority: Priority,
        deadline: Option<u64>,
        position: Option<QueuePosition>,
        looked_at: bool,
    ) {
        let Self { key, config, now, .. } = self;
        let is_fresh = looked_at && key.look(config, *now, |key| !key.may_overtake()) == Some(true);
        let predicted = deadline.and_then(|deadline| key.refuses(priority, deadline));
        let endpoint = EndpointLimits::new(0, &LIMITS);
        let caller = Caller { endpoint, priority, position, deadline };
        let (entry, _) = key.enter(config, &caller, Waker::noop(), || (), || *now);
        // The published turn is that of new callers; one that comes back may have its turn before.
        if position.is_none() {
            match &entry {
                Entry::Refused(LimitError::DeadlineTooSoon { turn }) => {
                    let turn = config.clock.tick(*turn);
                    assert!(predicted.is_none_or(|predicted| predicted <= turn), "{predicted:?}, not {turn}");
                    // Those who wait and of whom it is not published whether they come before this caller.
                    let mut unclear = self.waiting.iter().filter(|&&(other, _)| {
                        other == Priority::Low || (other, priority) == (Priority::Normal, Priority::High)
                    });
                    if is_fresh && !self.throttled && unclear.next().is_none() {
                        assert_eq!(predicted, Some(turn));
                    }
                }
                other => assert_eq!(predicted, None, "the lock says {other:?}"),
            }
        }
        match entry {
            Entry::Granted => self.permits += 1,
            Entry::Queued(ticket, _, timer) => {
                self.timers.extend(timer);
                self.waiting.push((priority, Some(ticket)));
            }
            Entry::Refused(_) => {}
        }
    }

    /// Everybody goes, and every request ends: nothing may be left of the key.
    fn end(self) {
        let Self { key, config, now, waiting, timers, permits, sent, .. } = self;
        let gone = waiting.into_iter().filter_map(|(_, ticket)| ticket);
        gone.for_each(|ticket| key.leave(&config, ticket, now));
        for id in timers {
            assert_eq!(key.run_timer(&config, id, Waker::noop(), now), TimerStep::End);
        }
        (0..permits).for_each(|_| key.refund(&config, || now));
        sent.into_iter().for_each(|sent| key.finish(&config, sent, Outcome::Unknown, now));
        assert!(key.remove_if_idle(&config, now + 1_000_000_000), "a slot or a caller was lost");
        assert!(key.look(&config, now, |_| ()).is_none());
    }

    /// How many callers wait, as the key says.
    fn waiters(&self) -> usize {
        self.key.look(&self.config, self.now, |key| key.waiters()).unwrap()
    }

    /// The published turn must never be later than the one that the key itself names for a new caller now. It was
    /// published at an earlier instant, and turns only get later.
    fn assert_published(&self) {
        let (published, _) = self.key.earliest_turn.published();
        let fresh = lock(&self.key.key).as_mut().and_then(|key| key.new_callers_turn(&self.config, self.now));
        assert!(published <= self.now || fresh.is_some_and(|(turn, _)| published <= turn));
    }
}

fn options() -> impl Strategy<Value = LimiterOptions> {
    let plain = LimiterOptions::new();
    prop_oneof![
        4 => Just(plain),
        2 => Just(plain.policy(Policy::Strict)),
        1 => Just(plain.pacing(Pacing { burst: 2, spare: 0 })),
        1 => Just(plain.cold_start(ColdStart::Exhausted)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_refused_without_the_lock_whom_the_lock_would_let_wait(options in options(), steps in steps()) {
        let mut fixture = Fixture::new(options);
        for step in steps {
            fixture.take(step);
            fixture.assert_published();
        }
        fixture.end();
    }
}

/// A key of which every slot is in use.
fn full() -> Fixture {
    let mut fixture = Fixture::new(LimiterOptions::new());
    for _ in 0..3 {
        fixture.enter(Priority::Normal, None, None, false);
        fixture.take(Step::Start);
    }
    fixture
}

#[test]
fn a_full_key_predicts_its_refusals_and_an_idle_one_none() {
    let mut fixture = full();
    let span = u64::from(fixture.config.rules.span(&LIMITS[0]));
    for priority in [Priority::High, Priority::Normal, Priority::Low] {
        assert_eq!(fixture.key.refuses(priority, span - 1), Some(span));
        assert_eq!(fixture.key.refuses(priority, span), None);
    }
    // The next new caller comes after the one who waits, unless it is urgent.
    fixture.enter(Priority::Normal, None, None, false);
    assert_eq!(fixture.key.refuses(Priority::Normal, span - 1), Some(span));
    assert_eq!(fixture.key.refuses(Priority::High, span - 1), None);
    // A slot that comes back, or a lock taken later, changes what is predicted.
    fixture.take(Step::Leave(0));
    fixture.take(Step::Finish(0, Outcome::NotSent));
    assert_eq!(fixture.key.refuses(Priority::Normal, 0), None);
    fixture.now = 1_000_000;
    fixture.take(Step::Forget);
    assert_eq!(fixture.key.earliest_turn.published(), (0, false));
}

#[test]
fn the_line_counts_for_those_who_come_after_it() {
    let mut fixture = full();
    let span = u64::from(fixture.config.rules.span(&LIMITS[0]));
    for _ in 0..3 {
        fixture.enter(Priority::Normal, None, None, false);
    }
    assert_eq!(fixture.key.refuses(Priority::Normal, 2 * span - 1), Some(2 * span));
    // Of those in the background it is not known without a look whether they go first.
    fixture.enter(Priority::Low, None, None, false);
    assert_eq!(fixture.key.refuses(Priority::Low, 2 * span - 1), Some(2 * span));
    assert_eq!(fixture.key.refuses(Priority::Low, 2 * span), None);
}

#[test]
fn once_closed_nobody_is_refused_for_a_deadline() {
    let mut fixture = full();
    fixture.enter(Priority::Normal, None, None, false);
    fixture.config.closed.store(true, Ordering::Release);
    fixture.key.close(&fixture.config);
    assert_eq!(fixture.key.refuses(Priority::Normal, 0), None);
    fixture.take(Step::Finish(0, Outcome::Responded));
    assert_eq!(fixture.key.refuses(Priority::Normal, 0), None);
    let mut closed = fixture.waiting.remove(0).1;
    assert_eq!(fixture.key.poll(&fixture.config, &mut closed, Waker::noop(), (), 0), Polled::Closed);
}

#[test]
fn a_position_of_another_limiter_is_no_later_than_now() {
    let mut fixture = full();
    fixture.enter(Priority::Normal, None, Some(QueuePosition(u64::MAX)), false);
    fixture.enter(Priority::Normal, None, None, false);
    fixture.take(Step::Finish(0, Outcome::NotSent));
    let Fixture { key, config, waiting, .. } = &mut fixture;
    let mut poll =
        |which: usize| key.poll(config, &mut waiting[which].1, Waker::noop(), (), 0) == Polled::Granted;
    assert_eq!((poll(0), poll(1)), (true, false));
}

#[test]
fn a_slot_that_comes_back_goes_to_whoever_waits_without_a_poll() {
    for comes_back in [Step::Finish(0, Outcome::NotSent), Step::Refund] {
        let mut fixture = full();
        fixture.take(Step::Finish(0, Outcome::NotSent));
        fixture.enter(Priority::Normal, None, None, false);
        assert_eq!((fixture.permits, fixture.waiters()), (1, 0));
        fixture.enter(Priority::Normal, None, None, false);
        assert_eq!((fixture.permits, fixture.waiters()), (1, 1));
        assert!(!fixture.key.remove_if_idle(&fixture.config, 0));
        fixture.take(comes_back);
        assert_eq!(fixture.waiters(), 0);
    }
}

#[test]
fn those_in_line_go_before_a_newcomer_even_if_nobody_has_woken_them() {
    let mut fixture = full();
    fixture.enter(Priority::Normal, None, None, false);
    fixture.now = 1_000_000;
    fixture.enter(Priority::Normal, None, None, false);
    assert_eq!((fixture.permits, fixture.waiters()), (1, 0));
}

#[test]
fn slots_in_plenty_are_no_promise_while_others_wait_for_them() {
    let mut fixture = full();
    for _ in 0..3 {
        fixture.enter(Priority::Normal, None, None, false);
    }
    fixture.now = 1_000_000;
    // The first look frees the slots whose windows have passed, and offers them to those who wait; the second one publishes
    // what follows from that.
    fixture.take(Step::Look);
    fixture.take(Step::Look);
    let turn = fixture.now + u64::from(fixture.config.rules.span(&LIMITS[0]));
    assert_eq!(fixture.key.refuses(Priority::Normal, turn - 1), Some(turn));
}
