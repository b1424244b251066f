//! What is learned from 429s.

use super::*;

const LIMITS: [Limit; 2] = [Limit::per_second(16), Limit::per_minute(450)];
/// Four windows of a second.
const BASE: u64 = 4 * SECOND;

/// So many slots of the first limit are in use, and none of the second.
fn of_first(used: u32) -> impl Fn(usize) -> u32 {
    move |index| if index == 0 { used } else { 0 }
}

/// A key of these limits that has seen one 429 at `now`, with all slots of the first limit in use.
fn after_one_429(now: u64) -> ThrottleState {
    let mut throttle = ThrottleState::new(&LIMITS);
    throttle.throttled(of_first(16), now - 800, None, now);
    throttle
}

/// A key that has seen two, with 11 slots of the first limit in use at the second, at `now`.
fn after_two_429s(now: u64) -> ThrottleState {
    let mut throttle = after_one_429(now - SECOND);
    throttle.throttled(of_first(11), now - 800, None, now);
    throttle.responded(now + 1);
    throttle
}

fn next_probe(throttle: &ThrottleState) -> u64 {
    throttle.estimates[0].next_probe
}

#[test]
fn a_single_429_takes_a_twelfth_at_most_until_the_next_probe() {
    let mut throttle = after_one_429(1_000);
    assert_eq!((throttle.effective(0), throttle.effective(1)), (15, 450));
    assert_eq!((throttle.paused_until(), next_probe(&throttle)), (1_000 + SECOND / 8, 1_000 + BASE));
    throttle.throttled(of_first(15), 999, None, 1_010);
    throttle.throttled(of_first(9), 999, None, 1_020);
    assert_eq!(throttle.effective(0), 14, "they belong to the same event");
    assert!(!throttle.probe(0, 1_000 + BASE - 1) && throttle.probe(0, 1_000 + BASE));
    assert_eq!(throttle.effective(0), 16);
}

#[test]
fn a_429_far_below_all_limits_only_pauses_until_another_one_comes() {
    let mut throttle = ThrottleState::new(&LIMITS);
    throttle.throttled(of_first(7), 200, None, 1_000);
    assert_eq!((throttle.effective(0), throttle.paused_until()), (16, 1_000 + SECOND / 8));
    throttle.throttled(of_first(7), 61 * SECOND + 1_001, None, 61 * SECOND + 1_002);
    assert_eq!(throttle.effective(0), 16, "a minute later it is another single one");
    throttle.throttled(of_first(7), 80 * SECOND, None, 80 * SECOND);
    assert_eq!((throttle.effective(0), throttle.effective(1)), (6, 450));
}

#[test]
fn of_the_limits_that_are_used_to_a_good_part_the_shortest_window_is_blamed() {
    for (used, effective) in [([8, 225], [14, 450]), ([7, 225], [16, 412]), ([7, 224], [16, 450])] {
        let mut throttle = ThrottleState::new(&LIMITS);
        throttle.throttled(|index| used[index], 200, None, 1_000);
        assert_eq!([throttle.effective(0), throttle.effective(1)], effective);
    }
    let [second, minute] = LIMITS;
    let mut throttle = ThrottleState::new(&[minute, second]);
    throttle.throttled(|index| [450, 16][index], 200, None, 1_000);
    assert_eq!([throttle.effective(0), throttle.effective(1)], [450, 15], "whatever their order");
}

#[test]
fn a_second_429_leaves_what_was_in_use_less_one() {
    let throttle = after_two_429s(20_000);
    assert_eq!((throttle.effective(0), throttle.effective(1)), (10, 450));
    assert_eq!(next_probe(&throttle), 20_000 + BASE);
}

#[test]
fn more_429s_of_the_same_event_take_one_each_and_no_longer_pause() {
    let mut throttle = after_two_429s(20_000);
    let pause = throttle.paused_until();
    throttle.throttled(of_first(15), 20_000, None, 20_010);
    assert_eq!((throttle.effective(0), throttle.paused_until()), (9, pause));
    throttle.throttled(of_first(15), 19_999, Some(5 * SECOND), 20_020);
    assert_eq!((throttle.effective(0), throttle.paused_until()), (8, 20_020 + 5 * SECOND));
    throttle.throttled(of_first(15), 19_999, Some(1), 20_030);
    assert_eq!(throttle.paused_until(), 20_020 + 5 * SECOND, "a pause never gets shorter");
    assert_eq!(next_probe(&throttle), 20_000 + BASE);
}

#[test]
fn an_unexpected_429_takes_more_from_a_larger_share() {
    let mut throttle = after_two_429s(20_000);
    throttle.estimates[0].set_effective(15);
    throttle.throttled(of_first(15), 20_001, None, 30_000);
    assert_eq!(throttle.effective(0), 13);
    assert_eq!(next_probe(&throttle), 30_000 + 3 * BASE * 13 / 32);
    for (now, used) in [(40_000, 2), (50_000, 1)] {
        throttle.throttled(of_first(used), now - 1, None, now);
    }
    assert_eq!(throttle.effective(0), 1, "never none");
}

#[test]
fn the_pause_doubles_until_a_response_comes() {
    let mut throttle = after_one_429(1_000);
    throttle.throttled(of_first(9), 1_001, None, 2_000);
    assert_eq!(throttle.paused_until(), 2_000 + SECOND / 4);
    throttle.responded(2_000);
    throttle.throttled(of_first(9), 2_001, None, 5_000);
    assert_eq!(throttle.paused_until(), 5_000 + SECOND / 2, "that was sent before the last event");
    throttle.responded(5_001);
    throttle.throttled(of_first(9), 5_002, None, 20_000);
    assert_eq!(throttle.paused_until(), 20_000 + SECOND / 8);
    assert_eq!(pause(SECOND / 10, 1), SECOND / 20);
    assert_eq!(pause(600 * SECOND, 1), 5 * SECOND);
    assert_eq!(pause(SECOND, 99), 60 * SECOND);
}

#[test]
fn a_probe_that_fails_doubles_the_time_to_the_next() {
    let mut throttle = after_two_429s(20_000);
    assert!(!throttle.probe(0, 20_000 + BASE - 1));
    for round in 1..=8 {
        let mut now = next_probe(&throttle);
        assert!(throttle.probe(0, now) && throttle.effective(0) == 11 && !throttle.probe(0, now));
        now += 900;
        throttle.throttled(of_first(11), now - 800, None, now);
        let interval = (BASE << round).min(16 * BASE);
        assert_eq!(throttle.estimates[0].interval, interval);
        assert_eq!(
            (throttle.effective(0), next_probe(&throttle)),
            (10, now + (3 * interval * 10 / 32).max(BASE))
        );
    }
    assert!(!throttle.probe(1, u64::MAX / 2), "the other limit was never reduced");
}

#[test]
fn probes_that_go_well_lead_back_to_what_was_declared_in_growing_steps() {
    let mut throttle = after_two_429s(20_000);
    throttle.estimates[0].set_effective(2);
    let mut steps = Vec::new();
    while throttle.effective(0) < 16 {
        let (before, now) = (throttle.effective(0), next_probe(&throttle));
        assert!(throttle.probe(0, now));
        assert_eq!(next_probe(&throttle), now + BASE);
        steps.push(throttle.effective(0) - before);
    }
    assert_eq!(steps, [1, 1, 1, 1, 1, 1, 1, 1, 2, 4], "steps grow once eight intervals were quiet");
    assert!(!throttle.probe(0, u64::MAX));
}

#[test]
fn after_a_long_quiet_probes_come_sooner() {
    for (quiet, interval) in [(32 * BASE - 1, 4 * BASE), (32 * BASE, 2 * BASE)] {
        let mut throttle = after_two_429s(20_000);
        throttle.estimates[0].interval = 4 * BASE;
        assert!(throttle.probe(0, 20_000 + quiet));
        assert_eq!(throttle.estimates[0].interval, interval);
    }
    let mut throttle = after_two_429s(20_000);
    throttle.probe(0, 20_000 + 8 * BASE);
    assert_eq!(throttle.estimates[0].interval, BASE, "never less than the first");
}

#[test]
fn an_estimate_is_kept_for_an_hour_and_as_long_as_it_pauses() {
    let mut throttle = after_one_429(1_000);
    assert!(!throttle.is_stale(1_000 + STALE - 1) && throttle.is_stale(1_000 + STALE));
    throttle.throttled(of_first(9), 999, Some(2 * STALE), 1_000);
    assert!(!throttle.is_stale(2 * STALE) && throttle.is_stale(1_000 + 2 * STALE));
}

#[test]
fn the_longest_interval_is_an_hour_unless_the_first_is_longer() {
    assert_eq!(LimitEstimate::new(&LIMITS[0]).longest_interval(STALE), 16 * BASE);
    assert_eq!(LimitEstimate::new(&LIMITS[1]).longest_interval(STALE), 16 * 60 * SECOND);
    assert_eq!(LimitEstimate::new(&Limit::new(9, Limit::LONGEST)).longest_interval(STALE), 24 * STALE);
}

#[test]
fn the_next_probe_is_due_for_the_limit_that_was_reduced() {
    assert_eq!(ThrottleState::new(&LIMITS).next_probe(), None);
    assert_eq!(after_one_429(1_000).next_probe(), Some(1_000 + BASE));
}
