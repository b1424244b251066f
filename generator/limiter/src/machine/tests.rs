//! The rules of one key, tick by tick.

use std::time::Duration;

use super::*;
use crate::clock::TICKS_PER_SECOND;
use crate::options::{ColdStart, LimiterOptions, Policy, SafetyMargin};
use crate::pacing::Pacing;

static TWO_A_SECOND: [Limit; 1] = [Limit::per_second(2)];
static TWO_A_SECOND_THREE_A_MINUTE: [Limit; 2] = [Limit::per_second(2), Limit::per_minute(3)];

/// A second, in ticks of 0.1 ms, and the span of a limit of one second: the safety margin is 2 ms and 500 ppm, here
/// 0.5 ms, and a tick for rounding.
const SECOND: u64 = TICKS_PER_SECOND;
const SPAN: u64 = SECOND + 25 + 1;
/// A minute's span: 500 ppm are 30 ms here.
const MINUTE_SPAN: u64 = 60 * SECOND + 320 + 1;

/// The default: held from the response, or from 5 s after the sending if that is sooner.
fn capped() -> Rules {
    LimiterOptions::new().rules()
}

/// Held from the response, or where none comes from half a minute after the sending at the earliest.
fn strict() -> Rules {
    LimiterOptions::new().policy(Policy::Strict).rules()
}

/// An unused key.
fn machine(limits: &'static [Limit], rules: &Rules) -> Machine {
    Machine::new(limits, None, rules)
}

/// Grants and starts at `now`.
fn send(machine: &mut Machine, now: u64, rules: &Rules) {
    assert_eq!(machine.ready(now, rules), Ready::Now);
    machine.grant(now, rules);
    machine.start(None, now, rules);
}

#[test]
fn a_span_is_the_window_and_the_safety_margin() {
    assert_eq!(u64::from(capped().span(&TWO_A_SECOND[0])), SPAN);
    assert_eq!(u64::from(capped().span(&TWO_A_SECOND_THREE_A_MINUTE[1])), MINUTE_SPAN);
    let none = LimiterOptions::new().safety_margin(SafetyMargin { fixed: Duration::ZERO, ppm: 0 }).rules();
    assert_eq!(u64::from(none.span(&TWO_A_SECOND[0])), SECOND + 1);
}

#[test]
fn a_slot_is_held_until_its_span_after_the_response() {
    for rules in [capped(), strict()] {
        let mut machine = machine(&TWO_A_SECOND, &rules);
        send(&mut machine, 0, &rules);
        send(&mut machine, 5, &rules);
        assert_ne!(machine.ready(6, &rules), Ready::Now);
        machine.finish(machine.sent(5), Outcome::Responded, 700, &rules);
        machine.finish(machine.sent(0), Outcome::Responded, 900, &rules);
        assert_eq!(machine.ready(900, &rules), Ready::At(700 + SPAN));
        assert_eq!(machine.ready(700 + SPAN - 1, &rules), Ready::At(700 + SPAN));
        assert_eq!(machine.ready(700 + SPAN, &rules), Ready::Now);
        assert_eq!((machine.used(0, 899 + SPAN, &rules), machine.used(0, 900 + SPAN, &rules)), (1, 0));
    }
}

#[test]
fn under_a_cap_a_lost_request_is_held_from_the_cap_and_a_late_response_changes_nothing() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND, &rules);
    send(&mut machine, 0, &rules);
    send(&mut machine, 1, &rules);
    let cap = 5 * SECOND;
    machine.finish(machine.sent(0), Outcome::Unknown, 10, &rules);
    assert_eq!(machine.ready(10, &rules), Ready::At(cap + SPAN));
    machine.finish(machine.sent(0), Outcome::Responded, cap + 100, &rules);
    assert_eq!(machine.ready(cap + SPAN - 1, &rules), Ready::At(cap + SPAN));
    assert_eq!(machine.ready(cap + SPAN, &rules), Ready::Now);
}

#[test]
fn a_response_at_the_very_cap_changes_nothing() {
    let rules = capped();
    let mut machine = Machine::new(&TWO_A_SECOND, Some(100), &rules);
    send(&mut machine, 0, &rules);
    send(&mut machine, 1, &rules);
    machine.finish(machine.sent(0), Outcome::Responded, 100, &rules);
    assert_eq!((machine.open, machine.log.len()), (0, 2));
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
    machine.finish(machine.sent(0), Outcome::Unknown, SECOND, &rules);
    assert_eq!(machine.ready(SECOND, &rules), Ready::At(30 * SECOND + SPAN));
    // Given up after: held from then.
    machine.finish(machine.sent(0), Outcome::Unknown, 40 * SECOND, &rules);
    assert_eq!(machine.used(0, 40 * SECOND + SPAN - 1, &rules), 1);
    assert!(machine.is_idle(40 * SECOND + SPAN, &rules));
}

#[test]
fn what_was_never_sent_comes_back_at_once() {
    for rules in [capped(), strict()] {
        let mut machine = machine(&TWO_A_SECOND, &rules);
        send(&mut machine, 0, &rules);
        send(&mut machine, 7, &rules);
        machine.finish(machine.sent(7), Outcome::NotSent, 20, &rules);
        assert_eq!((machine.used(0, 20, &rules), machine.ready(20, &rules)), (1, Ready::Now));
        machine.grant(20, &rules);
        assert_ne!(machine.ready(20, &rules), Ready::Now);
        machine.refund(&rules);
        assert_eq!(machine.ready(20, &rules), Ready::Now);
        machine.finish(machine.sent(0), Outcome::Responded, 30, &rules);
        assert!(!machine.is_idle(30 + SPAN - 1, &rules) && machine.is_idle(30 + SPAN, &rules));
    }
}

#[test]
fn all_limits_must_agree() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND_THREE_A_MINUTE, &rules);
    for sent in [0, SPAN + 5, 2 * SPAN + 10] {
        send(&mut machine, sent, &rules);
        machine.finish(machine.sent(sent), Outcome::Responded, sent + 3, &rules);
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
fn a_turn_is_exact_when_responses_are_instant() {
    for rules in [capped(), strict()] {
        let mut machine = machine(&TWO_A_SECOND_THREE_A_MINUTE, &rules);
        machine.grant(0, &rules);
        // Two a second, three a minute, one of them taken: the waits are now, a second, a minute, a minute
        // and a second.
        let turns: Vec<_> = (0..6).map(|before| machine.turn(before, 0, &rules)).collect();
        let minute = MINUTE_SPAN;
        assert_eq!(turns, [0, SPAN, minute, minute, minute, 2 * minute]);
        machine.start(None, 0, &rules);
        machine.finish(machine.sent(0), Outcome::Responded, 50, &rules);
        assert_eq!(machine.turn(0, 60, &rules), 60);
        assert_eq!(machine.turn(1, 60, &rules), 50 + SPAN);
        assert_eq!(machine.turn(2, 60, &rules), 50 + MINUTE_SPAN);
        assert_eq!(machine.turn(0, 50 + SPAN + 1, &rules), 50 + SPAN + 1);
    }
}

#[test]
fn a_turn_counts_a_request_in_flight_as_responded_now() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND, &rules);
    send(&mut machine, 0, &rules);
    send(&mut machine, 0, &rules);
    assert_eq!(machine.turn(0, 100, &rules), 100 + SPAN);
    assert_eq!(machine.turn(3, 100, &rules), 100 + 2 * SPAN);
}

#[test]
fn the_pacing_is_a_gap_after_a_burst() {
    let rules = LimiterOptions::new().pacing(Pacing { burst: 2, spare: 6 }).rules();
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
    // Not idle while the pacing still needs it.
    for sent in [9, 9, 9 + gap] {
        machine.finish(machine.sent(sent), Outcome::NotSent, 9 + gap, &rules);
    }
    assert!(!machine.is_idle(9 + 3 * gap - 1, &rules) && machine.is_idle(9 + 3 * gap, &rules));
}

#[test]
fn a_slot_given_back_gives_its_gap_back() {
    let rules = LimiterOptions::new().pacing(Pacing::EVEN).rules();
    let mut machine = machine(&TWO_A_SECOND, &rules);
    machine.grant(5, &rules);
    assert_ne!(machine.ready(5, &rules), Ready::Now);
    machine.refund(&rules);
    assert_eq!(machine.ready(5, &rules), Ready::Now);
}

#[test]
fn no_pacing_means_no_gap() {
    assert_eq!((capped().gap(&TWO_A_SECOND_THREE_A_MINUTE), capped().burst_ahead()), (0, 0));
}

#[test]
fn after_a_predecessor_a_key_waits_for_everything_it_may_have_sent() {
    let rules = LimiterOptions::new().cold_start(ColdStart::Exhausted).rules();
    let mut machine = machine(&TWO_A_SECOND_THREE_A_MINUTE, &rules);
    let all_gone = 5 * SECOND + MINUTE_SPAN;
    assert_eq!(machine.ready(0, &rules), Ready::At(all_gone));
    assert_eq!(machine.turn(0, 0, &rules), all_gone);
    assert_eq!(machine.ready(all_gone, &rules), Ready::Now);
}

#[test]
fn a_429_holds_its_slot_and_pauses_the_key() {
    for rules in [capped(), strict()] {
        let mut machine = machine(&TWO_A_SECOND_THREE_A_MINUTE, &rules);
        send(&mut machine, 10, &rules);
        machine.finish(machine.sent(10), Outcome::Responded, 10, &rules);
        send(&mut machine, 2 * SECOND, &rules);
        let now = 2 * SECOND + 500;
        assert_eq!((machine.throttles(), machine.paused_until(now)), (0, None));
        let after = Some(Duration::from_secs(3));
        machine.finish(machine.sent(2 * SECOND), Outcome::Throttled { after }, now, &rules);
        assert_eq!((machine.effective(0), machine.effective(1), machine.throttles()), (1, 3, 1));
        assert_eq!((machine.used(0, now, &rules), machine.used(1, now, &rules)), (1, 2));
        assert_eq!(machine.paused_until(now + 3 * SECOND - 1), Some(now + 3 * SECOND));
        assert_eq!(machine.paused_until(now + 3 * SECOND), None);
        assert_eq!(machine.ready(now, &rules), Ready::At(now + 3 * SECOND));
        assert!(!machine.is_idle(now + MINUTE_SPAN, &rules));
        assert!(machine.is_idle(now + 3600 * SECOND, &rules));
    }
}

#[test]
fn a_pause_alone_stops_a_key_with_free_slots() {
    let rules = capped();
    static MANY: [Limit; 1] = [Limit::per_second(50)];
    let mut machine = machine(&MANY, &rules);
    for sent in [0, 1, 2] {
        send(&mut machine, sent, &rules);
    }
    let throttled = |after: u64| Outcome::Throttled { after: Some(Duration::from_secs(after)) };
    machine.finish(machine.sent(0), throttled(30), 800, &rules);
    machine.finish(machine.sent(1), Outcome::Responded, 810, &rules);
    machine.finish(machine.sent(2), Outcome::Responded, 820, &rules);
    assert_eq!(machine.effective(0), 50, "three of fifty are no evidence");
    assert_eq!(machine.ready(20 * SECOND, &rules), Ready::At(800 + 30 * SECOND));
    assert_eq!(machine.turn(0, 20 * SECOND, &rules), 800 + 30 * SECOND);
    assert_eq!(machine.ready(800 + 30 * SECOND, &rules), Ready::Now);
    // At most a day is honoured.
    send(&mut machine, 31 * SECOND, &rules);
    machine.finish(machine.sent(31 * SECOND), throttled(u64::MAX), 31 * SECOND, &rules);
    assert_eq!(machine.paused_until(31 * SECOND), Some((31 + 24 * 60 * 60) * SECOND));
}

#[test]
fn a_lowered_limit_is_tried_again_when_it_binds() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND, &rules);
    send(&mut machine, 10, &rules);
    send(&mut machine, 10, &rules);
    machine.finish(machine.sent(10), Outcome::Throttled { after: None }, 20, &rules);
    machine.finish(machine.sent(10), Outcome::Responded, 20, &rules);
    assert_eq!((machine.effective(0), machine.used(0, 20, &rules)), (1, 2));
    // The first probe comes after four windows.
    let due = 20 + 4 * SECOND;
    send(&mut machine, due - 1, &rules);
    assert_ne!(machine.ready(due - 1, &rules), Ready::Now);
    assert_eq!(machine.effective(0), 1);
    assert_eq!(machine.ready(due, &rules), Ready::Now);
    assert_eq!(machine.effective(0), 2);
}

#[test]
fn plenty_is_said_only_when_no_limit_can_be_full_whatever_the_time() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND_THREE_A_MINUTE, &rules);
    assert!(machine.has_plenty(&rules));
    machine.grant(0, &rules);
    assert!(machine.has_plenty(&rules));
    machine.start(None, 0, &rules);
    machine.grant(0, &rules);
    assert!(!machine.has_plenty(&rules));
    machine.refund(&rules);
    assert!(machine.has_plenty(&rules));
    assert!(!machine.has_plenty(&LimiterOptions::new().pacing(Pacing::EVEN).rules()));
    assert!(!machine.has_plenty(&LimiterOptions::new().cold_start(ColdStart::Exhausted).rules()));
    machine.finish(machine.sent(0), Outcome::Throttled { after: None }, 5, &rules);
    machine.log.forget(0, u64::MAX);
    assert!(!machine.has_plenty(&rules));
}

#[test]
fn plenty_means_plenty_of_every_limit_whatever_their_order() {
    static TIGHT_LAST: [Limit; 2] = [Limit::per_minute(3), Limit::per_second(2)];
    let rules = capped();
    for limits in [&TIGHT_LAST[..], &TWO_A_SECOND_THREE_A_MINUTE] {
        let mut machine = machine(limits, &rules);
        machine.grant(0, &rules);
        assert!(machine.has_plenty(&rules));
        machine.grant(0, &rules);
        assert!(!machine.has_plenty(&rules), "two a second are granted, whatever is left of the minute");
    }
}

#[test]
fn limits_that_do_not_limit_are_never_in_the_way() {
    let rules = capped();
    let mut machine = machine(&[], &rules);
    assert_eq!((machine.ready(3, &rules), machine.turn(9, 3, &rules)), (Ready::Now, 3));
    assert!(machine.limits().is_empty());
}

#[test]
fn of_two_full_limits_the_one_with_the_shorter_window_is_blamed() {
    let rules = capped();
    let mut machine = machine(&TWO_A_SECOND_THREE_A_MINUTE, &rules);
    send(&mut machine, 10, &rules);
    send(&mut machine, 10, &rules);
    // Two of two a second, two of three a minute.
    machine.finish(machine.sent(10), Outcome::Throttled { after: None }, 20, &rules);
    assert_eq!((machine.effective(0), machine.effective(1)), (1, 3));
}

#[test]
fn the_log_is_as_large_as_the_longest_window_needs() {
    static WIDE: [Limit; 2] = [Limit::per_minute(90), Limit::per_second(100)];
    let rules = capped();
    let mut machine = machine(&WIDE, &rules);
    assert_eq!(machine.limits(), &WIDE);
    for sent in 0..90 {
        send(&mut machine, sent, &rules);
        // A slot takes four bytes. The log doubles on the way, so that growing costs little.
        assert!(sent != 4 || machine.log.heap_bytes() == 32);
    }
    assert_eq!(machine.log.heap_bytes(), 360);
}
