//! Callers who come, are polled, sleep and leave, tick by tick. A free slot is offered to the first in line; once the
//! offer has stood for [`LAPSE`], everybody else in line is alerted, and whoever is polled first takes the slot.

use super::*;
use crate::limit::Limit;
use crate::options::LimiterOptions;

const ENDPOINT: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(3)]);

/// A key, and the tick it is at. The only runtime is `'a'`.
struct Fixture {
    key: Key<char>,
    config: Config,
    now: u64,
}

impl Fixture {
    fn new(options: LimiterOptions) -> Self {
        let config = Config::new(options);
        Self { key: Key::new(&config, &ENDPOINT), config, now: 1_000 }
    }

    /// A key whose three slots are all held.
    fn full(options: LimiterOptions) -> Self {
        let mut fixture = Self::new(options);
        for _ in 0..3 {
            assert!(matches!(fixture.enter(), Entry::Granted));
        }
        fixture
    }

    fn enter(&mut self) -> Entry {
        self.enter_until(None)
    }

    fn enter_until(&mut self, deadline: Option<u64>) -> Entry {
        let caller = Caller { endpoint: ENDPOINT, priority: Priority::Normal, position: None, deadline };
        let (waker, mut wakes) = (Waker::noop(), WakeList::default());
        self.key.enter(&self.config, &caller, waker, 'a', self.now, &mut wakes)
    }

    /// A caller comes and has to wait.
    fn join(&mut self) -> Option<Ticket> {
        match self.enter() {
            Entry::Queued(ticket, ..) => Some(ticket),
            other => panic!("it does not wait: {other:?}"),
        }
    }

    fn poll(&mut self, ticket: &mut Option<Ticket>) -> Polled {
        let mut wakes = WakeList::default();
        self.key.poll(&self.config, ticket, Waker::noop(), 'a', self.now, &mut wakes)
    }

    fn serve(&mut self) {
        self.key.serve(&self.config, self.now, &mut WakeList::default());
    }

    fn leave(&mut self, ticket: Option<Ticket>) {
        let ticket = ticket.expect("its wait is over already");
        self.key.leave(&self.config, ticket, self.now, &mut WakeList::default());
    }

    /// A held slot is given back, and nobody is woken.
    fn free(&mut self) {
        self.key.machine.refund(&self.config.rules);
    }

    fn waiting(&self) -> &Waiting<char> {
        self.key.waiting.as_ref().expect("somebody waited")
    }

    fn state(&self, ticket: &Option<Ticket>) -> WaiterState {
        self.waiting().queue.state(ticket.as_ref().expect("its wait is over already"))
    }
}

#[test]
fn a_free_slot_is_granted_where_nobody_may_wait() {
    let mut fixture = Fixture::full(LimiterOptions::new().queue_bound(0));
    assert!(matches!(fixture.enter(), Entry::Refused(LimitError::QueueFull)));
    fixture.free();
    assert!(matches!(fixture.enter(), Entry::Granted));
}

#[test]
fn a_deadline_at_the_very_turn_is_in_time() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let caller = Caller { endpoint: ENDPOINT, priority: Priority::Normal, position: None, deadline: None };
    let turn = fixture.key.turn(&fixture.config, &caller, fixture.now);
    assert!(matches!(
        fixture.enter_until(Some(turn - 1)),
        Entry::Refused(LimitError::DeadlineTooSoon { .. })
    ));
    assert!(matches!(fixture.enter_until(Some(turn)), Entry::Queued(..)));
}

#[test]
fn an_offer_is_no_permit_that_somebody_holds() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let mut tickets: Vec<_> = (0..3).map(|_| fixture.join()).collect();
    assert_eq!((fixture.key.permits(), fixture.key.held_since()), (3, Some(fixture.now)));
    (0..3).for_each(|_| fixture.free());
    fixture.now += 10;
    for _ in 0..2 {
        fixture.serve();
        assert_eq!((fixture.key.permits(), fixture.key.held_since()), (0, None));
    }
    assert_eq!(fixture.poll(&mut tickets[0]), Polled::Granted);
    assert_eq!((fixture.key.permits(), fixture.key.held_since()), (1, Some(fixture.now)));
}

#[test]
fn a_key_is_awaited_while_somebody_stands_in_line() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    assert!(!fixture.key.is_awaited());
    let ticket = fixture.join();
    assert!(fixture.key.is_awaited());
    fixture.leave(ticket);
    assert!(!fixture.key.is_awaited());
}

#[test]
fn a_caller_in_line_learns_that_the_limiter_is_closed_before_its_key_is() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let mut ticket = fixture.join();
    fixture.config.closed.store(true, Ordering::Release);
    assert_eq!(fixture.poll(&mut ticket), Polled::Closed);
    assert!(ticket.is_none());
}

#[test]
fn a_new_caller_may_be_served_at_once_as_long_as_a_slot_is_free() {
    let mut fixture = Fixture::new(LimiterOptions::new());
    assert_eq!(fixture.key.new_callers_turn(&fixture.config, fixture.now), None);
    fixture = Fixture::full(LimiterOptions::new());
    let turn = fixture.key.new_callers_turn(&fixture.config, fixture.now);
    assert!(turn.is_some_and(|(turn, _)| turn > fixture.now), "{turn:?}");
}

#[test]
fn an_offer_stands_for_the_lapse_and_so_does_the_alert_that_follows_it() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let (first, second) = (fixture.join(), fixture.join());
    fixture.free();
    fixture.serve();
    assert_eq!(fixture.state(&first), WaiterState::Offered { until: fixture.now + LAPSE });
    fixture.now += LAPSE - 1;
    fixture.serve();
    assert_eq!(fixture.waiting().alert_ends, None);
    fixture.now += 1;
    fixture.serve();
    assert_eq!((fixture.state(&first), fixture.state(&second)), (WaiterState::Asleep, WaiterState::Alerted));
    assert_eq!(fixture.waiting().alert_ends, Some(fixture.now + LAPSE));
    fixture.now += LAPSE;
    fixture.serve();
    assert_eq!(fixture.waiting().alert_ends, None);
}

#[test]
fn no_more_offers_are_withdrawn_than_callers_stand_in_line() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let _asleep = [fixture.join(), fixture.join(), fixture.join()];
    (0..3).for_each(|_| fixture.free());
    fixture.serve();
    assert_eq!(fixture.waiting().queue.offers(), 3);
    let in_line = fixture.join();
    fixture.now += LAPSE;
    fixture.serve();
    assert_eq!(fixture.waiting().queue.offers(), 2);
    assert_eq!(fixture.state(&in_line), WaiterState::Alerted);
}

#[test]
fn while_everybody_is_alerted_a_newcomer_waits_for_those_who_came_just_before() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let (_asleep, mut alerted) = (fixture.join(), fixture.join());
    fixture.free();
    fixture.serve();
    fixture.now += LAPSE;
    fixture.serve();
    // The slot that the sleeper did not take goes to the one who was alerted.
    assert_eq!(fixture.poll(&mut alerted), Polled::Granted);
    assert!(fixture.waiting().alert_ends.is_some());
    let (first, mut second) = (fixture.join(), fixture.join());
    fixture.free();
    assert_eq!(fixture.poll(&mut second), Polled::Pending(None));
    assert!(matches!(fixture.state(&first), WaiterState::Offered { .. }));
}

#[test]
fn to_call_many_takes_longer() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let lapse = |fixture: &Fixture| fixture.waiting().lapse();
    let mut lapses = Vec::new();
    for _ in 0..100 {
        assert!(fixture.join().is_some());
        lapses.push(lapse(&fixture));
    }
    assert_eq!((lapses[0], lapses[48], lapses[49], lapses[98], lapses[99]), (50, 50, 51, 51, 52));
}

#[test]
fn an_offer_that_was_not_taken_in_time_is_there_for_whoever_is_next() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let asleep = fixture.join();
    fixture.free();
    fixture.serve();
    let of = |priority| Caller { endpoint: ENDPOINT, priority, position: None, deadline: None };
    let (newcomer, later) = (of(Priority::Normal), of(Priority::Low));
    fixture.now += LAPSE - 1;
    assert!(fixture.key.turn(&fixture.config, &newcomer, fixture.now) > fixture.now);
    fixture.now += 1;
    assert_eq!(fixture.key.turn(&fixture.config, &newcomer, fixture.now), fixture.now);
    // Somebody in line would take it before one who comes after.
    let waiting = &mut fixture.key.waiting.as_mut().expect("somebody waits").queue;
    let _in_line = waiting.join(Priority::High, QueuePosition(0), false, Waker::noop().clone());
    assert!(fixture.key.turn(&fixture.config, &later, fixture.now) > fixture.now);
    assert!(asleep.is_some());
}

#[test]
fn a_timer_sleeps_until_something_changes_and_is_not_woken_by_offers_that_nobody_needs() {
    let mut fixture = Fixture::full(LimiterOptions::new());
    let timer = match fixture.enter() {
        Entry::Queued(_, _, Some(timer)) => timer,
        other => panic!("it starts no timer: {other:?}"),
    };
    let (_asleep, _in_line) = (fixture.join(), fixture.join());
    fixture.free();
    fixture.free();
    let run = |fixture: &mut Fixture| {
        fixture.key.run_timer(&fixture.config, timer, Waker::noop(), fixture.now, &mut WakeList::default())
    };
    // Two slots are offered, one caller is left in line.
    let ends = fixture.now + LAPSE;
    assert_eq!(run(&mut fixture), TimerStep::Sleep(ends));
    fixture.now = ends;
    // One offer is withdrawn for the caller in line. The other one could be by now, but there is nobody for it.
    assert_eq!(run(&mut fixture), TimerStep::Sleep(ends + LAPSE));
    assert_eq!(fixture.waiting().queue.offers(), 1);
}
