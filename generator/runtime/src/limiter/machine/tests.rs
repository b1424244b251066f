//! The rules of one key, tick by tick.

use std::time::Duration;

use proptest::prelude::*;

use super::super::check::broken_limit;
use super::super::clock::span;
use super::super::options::{ColdStart, Guard, LimiterOptions, Pace, Policy};
use super::*;

static TWO_A_SECOND: [Limit; 1] = [Limit::per_second(2)];
static BOTH: [Limit; 2] = [Limit::per_second(2), Limit::per_minute(3)];

/// A second, in ticks, and the span of a limit of one second: the guard is 2 ms and 0.5 ms, and a tick for rounding.
const SECOND: u64 = 10_000;
const SPAN: u64 = SECOND + 25 + 1;
/// A minute's span: 2 ms, 30 ms, a tick.
const MINUTE_SPAN: u64 = 60 * SECOND + 320 + 1;

fn capped() -> Rules {
    LimiterOptions::new().rules()
}

fn strict() -> Rules {
    LimiterOptions::new().policy(Policy::Strict).rules()
}

fn machine(limits: &'static [Limit], rules: &Rules) -> Machine {
    Machine::new(limits, None, rules)
}

/// Grants and starts at `now`.
fn send(machine: &mut Machine, now: u64, rules: &Rules) {
    assert_eq!(machine.ready(now, rules), Ready::Now);
    machine.grant(now, rules);
    machine.start(now, rules);
}

#[test]
fn a_span_is_the_window_and_the_guard() {
    assert_eq!(u64::from(capped().span(&TWO_A_SECOND[0])), SPAN);
    assert_eq!(u64::from(capped().span(&BOTH[1])), MINUTE_SPAN);
    let none = LimiterOptions::new().guard(Guard { fixed: Duration::ZERO, ppm: 0 }).rules();
    assert_eq!(u64::from(none.span(&TWO_A_SECOND[0])), SECOND + 1);
}

#[test]
fn a_slot_is_held_until_its_span_after_the_response() {
    for rules in [capped(), strict()] {
        let mut machine = machine(&TWO_A_SECOND, &rules);
        send(&mut machine, 0, &rules);
        send(&mut machine, 5, &rules);
        assert_ne!(machine.ready(6, &rules), Ready::Now);
        machine.answered(5, 700, &rules);
        machine.answered(0, 900, &rules);
        assert_eq!(machine.ready(900, &rules), Ready::At(700 + SPAN));
        assert_eq!(machine.ready(700 + SPAN - 1, &rules), Ready::At(700 + SPAN));
        assert_eq!(machine.ready(700 + SPAN, &rules), Ready::Now);
        assert_eq!((machine.used(0, 899 + SPAN, &rules), machine.used(0, 900 + SPAN, &rules)), (1, 0));
    }
}

#[test]
fn under_a_cap_a_lost_request_is_held_from_the_cap_and_a_late_answer_changes_nothing() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND, &rules);
    send(&mut machine, 0, &rules);
    send(&mut machine, 1, &rules);
    let cap = 5 * SECOND;
    machine.unknown(0, 10, &rules);
    assert_eq!(machine.ready(10, &rules), Ready::At(cap + SPAN));
    machine.answered(0, cap + 100, &rules);
    assert_eq!(machine.ready(cap + SPAN - 1, &rules), Ready::At(cap + SPAN));
    assert_eq!(machine.ready(cap + SPAN, &rules), Ready::Now);
}

#[test]
fn an_answer_at_the_very_cap_changes_nothing() {
    let rules = capped();
    let mut machine = Machine::new(&TWO_A_SECOND, Some(100), &rules);
    send(&mut machine, 0, &rules);
    send(&mut machine, 1, &rules);
    machine.answered(0, 100, &rules);
    assert_eq!((machine.open, machine.ring.len()), (0, 2));
    assert_eq!(machine.ready(100, &rules), Ready::At(100 + SPAN));
}

#[test]
fn without_a_cap_only_an_end_frees_a_slot() {
    let rules = strict();
    let mut machine = machine(&TWO_A_SECOND, &rules);
    send(&mut machine, 0, &rules);
    send(&mut machine, 0, &rules);
    assert_eq!(machine.ready(1_000 * SECOND, &rules), Ready::OnEvent);
    // Given up before the half minute is over: held as if it were counted at the end of that.
    machine.unknown(0, SECOND, &rules);
    assert_eq!(machine.ready(SECOND, &rules), Ready::At(30 * SECOND + SPAN));
    // Given up after: held from then.
    machine.unknown(0, 40 * SECOND, &rules);
    assert_eq!(machine.used(0, 40 * SECOND + SPAN - 1, &rules), 1);
    assert!(machine.idle(40 * SECOND + SPAN, &rules));
}

#[test]
fn what_was_never_sent_comes_back_at_once() {
    for rules in [capped(), strict()] {
        let mut machine = machine(&TWO_A_SECOND, &rules);
        send(&mut machine, 0, &rules);
        send(&mut machine, 7, &rules);
        machine.not_sent(7, 20, &rules);
        assert_eq!((machine.used(0, 20, &rules), machine.ready(20, &rules)), (1, Ready::Now));
        machine.grant(20, &rules);
        assert_ne!(machine.ready(20, &rules), Ready::Now);
        machine.refund();
        assert_eq!(machine.ready(20, &rules), Ready::Now);
        machine.answered(0, 30, &rules);
        assert!(!machine.idle(30 + SPAN - 1, &rules) && machine.idle(30 + SPAN, &rules));
    }
}

#[test]
fn all_limits_must_agree() {
    let rules = capped();
    let mut machine = machine(&BOTH, &rules);
    for sent in [0, SPAN + 5, 2 * SPAN + 10] {
        send(&mut machine, sent, &rules);
        machine.answered(sent, sent + 3, &rules);
    }
    let now = 10 * SECOND;
    assert_eq!(machine.ready(now, &rules), Ready::At(3 + MINUTE_SPAN));
    assert_eq!((machine.used(0, now, &rules), machine.used(1, now, &rules)), (0, 3));
    assert_eq!(machine.ready(3 + MINUTE_SPAN, &rules), Ready::Now);
}

#[test]
fn readiness_is_the_later_of_two() {
    use Ready::{At, Now, OnEvent};
    for (a, b, both) in [
        (Now, Now, Now),
        (At(3), Now, At(3)),
        (Now, At(3), At(3)),
        (At(3), At(5), At(5)),
        (OnEvent, At(5), OnEvent),
        (Now, OnEvent, OnEvent),
    ] {
        assert_eq!(a.and(b), both);
    }
}

#[test]
fn a_turn_is_exact_when_answers_are_instant() {
    for rules in [capped(), strict()] {
        let mut machine = machine(&BOTH, &rules);
        machine.grant(0, &rules);
        // Two a second, three a minute, one of them taken: the waits are now, a second, a minute, a minute and a second.
        let turns: Vec<_> = (0..6).map(|before| machine.turn(before, 0, &rules)).collect();
        let minute = MINUTE_SPAN;
        assert_eq!(turns, [0, SPAN, minute, minute, minute, 2 * minute]);
        machine.start(0, &rules);
        machine.answered(0, 50, &rules);
        assert_eq!(machine.turn(0, 60, &rules), 60);
        assert_eq!(machine.turn(1, 60, &rules), 50 + SPAN);
        assert_eq!(machine.turn(2, 60, &rules), 50 + MINUTE_SPAN);
        assert_eq!(machine.turn(0, 50 + SPAN + 1, &rules), 50 + SPAN + 1);
    }
}

#[test]
fn a_turn_counts_a_request_on_its_way_as_answered_now() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND, &rules);
    send(&mut machine, 0, &rules);
    send(&mut machine, 0, &rules);
    assert_eq!(machine.turn(0, 100, &rules), 100 + SPAN);
    assert_eq!(machine.turn(3, 100, &rules), 100 + 2 * SPAN);
}

#[test]
fn the_pace_is_a_gap_after_a_burst() {
    let rules = LimiterOptions::new().pace(Pace { burst: 2, spare: 6 }).rules();
    static TEN: [Limit; 1] = [Limit::per_second(10)];
    let mut machine = machine(&TEN, &rules);
    let gap = SECOND / 4;
    assert_eq!(rules.gap(&TEN), gap);
    let turns: Vec<_> = (0..4).map(|before| machine.turn(before, 9, &rules)).collect();
    assert_eq!(turns, [9, 9, 9 + gap, 9 + 2 * gap]);
    send(&mut machine, 9, &rules);
    send(&mut machine, 9, &rules);
    assert_eq!(machine.ready(9, &rules), Ready::At(9 + gap));
    assert_eq!(machine.turn(0, 10, &rules), 9 + gap);
    assert_eq!(machine.turn(1, 10, &rules), 9 + 2 * gap);
    send(&mut machine, 9 + gap, &rules);
    assert_eq!(machine.ready(9 + gap, &rules), Ready::At(9 + 2 * gap));
    // Not idle while the pace would still notice.
    for sent in [9, 9, 9 + gap] {
        machine.not_sent(sent, 9 + gap, &rules);
    }
    assert!(!machine.idle(9 + 3 * gap - 1, &rules) && machine.idle(9 + 3 * gap, &rules));
}

#[test]
fn no_pace_means_no_gap() {
    assert_eq!((capped().gap(&BOTH), capped().burst_ahead()), (0, 0));
}

#[test]
fn after_a_predecessor_a_key_waits_for_everything_it_may_have_sent() {
    let rules = LimiterOptions::new().cold_start(ColdStart::Exhausted).rules();
    let mut machine = machine(&BOTH, &rules);
    let all_gone = 5 * SECOND + MINUTE_SPAN;
    assert_eq!(machine.ready(0, &rules), Ready::At(all_gone));
    assert_eq!(machine.turn(0, 0, &rules), all_gone);
    assert_eq!(machine.ready(all_gone, &rules), Ready::Now);
}

#[derive(Clone, Debug)]
enum Step {
    Send { counted_after: u64, ends_after: u64, end: u8 },
    Refund,
    Pass(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let time = prop_oneof![0..40_u64, 0..20_000_u64, 0..700_000_u64];
    let send = (time.clone(), time.clone(), 0..4_u8).prop_map(|(counted_after, more, end)| Step::Send {
        counted_after,
        ends_after: counted_after + more,
        end,
    });
    prop::collection::vec(
        prop_oneof![6 => send, 1 => Just(Step::Refund), 3 => time.prop_map(Step::Pass)],
        1..120,
    )
}

/// Plays the steps. A key that is idle may be forgotten at any time. Every request is counted at the worst instants the
/// steps choose, between its sending and its anchor. Gives back the instants at which the server counted.
fn play(steps: &[Step], limits: &'static [Limit], rules: &Rules, forget: bool) -> Vec<u64> {
    let mut machine = Machine::new(limits, None, rules);
    let mut counted = Vec::new();
    // Requests on their way: when each ends, when it was sent, how it ends.
    let mut ends: Vec<(u64, u64, u8)> = Vec::new();
    let mut now = 0;
    for step in steps {
        if forget && machine.idle(now, rules) {
            machine = Machine::new(limits, None, rules);
        }
        match *step {
            Step::Refund if machine.ready(now, rules) == Ready::Now => {
                machine.grant(now, rules);
                machine.refund();
            }
            Step::Refund => {}
            Step::Pass(ticks) => now += ticks,
            Step::Send { counted_after, ends_after, end } => {
                if machine.ready(now, rules) == Ready::Now {
                    machine.grant(now, rules);
                    machine.start(now, rules);
                    let cap = u64::from(rules.transit);
                    let capped = rules.anchoring == Anchoring::Capped || end == 1;
                    let latest = if capped { ends_after.min(cap) } else { ends_after };
                    if end != 0 {
                        counted.push(now + counted_after.min(latest));
                    }
                    ends.push((now + ends_after, now, end));
                } else {
                    now += 50;
                }
            }
        }
        ends.sort_unstable();
        while ends.first().is_some_and(|&(at, ..)| at <= now) {
            let (at, sent, end) = ends.remove(0);
            match end {
                0 => machine.not_sent(sent, at, rules),
                1 => machine.unknown(sent, at, rules),
                2 => machine.throttled(sent, Some(10), at, rules),
                _ => machine.answered(sent, at, rules),
            }
        }
    }
    counted
}

fn ticks_to_durations(ticks: &[u64]) -> Vec<Duration> {
    ticks.iter().map(|&tick| span(tick)).collect()
}

static THREE: [Limit; 3] =
    [Limit::per_second(3), Limit::new(5, Duration::from_secs(4)), Limit::per_minute(9)];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_window_is_ever_broken(steps in steps(), strict_anchors: bool, forget: bool) {
        let rules = if strict_anchors { strict() } else { capped() };
        let counted = play(&steps, &THREE, &rules, forget);
        prop_assert_eq!(broken_limit(&ticks_to_durations(&counted), &THREE), None);
    }

    #[test]
    fn forgetting_an_idle_key_cannot_be_noticed(steps in steps()) {
        // A lesson of a 429 is kept for an hour and is forgotten on purpose after that.
        let without_429 = |step: &Step| !matches!(step, Step::Send { end: 2, .. });
        let steps: Vec<_> = steps.into_iter().filter(without_429).collect();
        prop_assert_eq!(play(&steps, &THREE, &capped(), true), play(&steps, &THREE, &capped(), false));
    }

    #[test]
    fn readiness_at_an_instant_is_kept_and_not_too_early(sends in prop::collection::vec(0..30_000_u64, 1..40)) {
        let rules = capped();
        let mut machine = Machine::new(&THREE, None, &rules);
        let mut now = 0;
        for after in sends {
            now += after;
            let ready = machine.ready(now, &rules);
            prop_assert_eq!(machine.turn(0, now, &rules), match ready { Ready::At(at) => at, _ => now });
            if let Ready::At(at) = ready {
                prop_assert_eq!(machine.ready(at - 1, &rules), Ready::At(at));
                now = at;
            }
            prop_assert_eq!(machine.ready(now, &rules), Ready::Now);
            send(&mut machine, now, &rules);
            machine.answered(now, now, &rules);
        }
    }
}
