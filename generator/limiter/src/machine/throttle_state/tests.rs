//! What is learned from 429s.

use super::*;

const LIMITS: [Limit; 2] = [Limit::per_second(16), Limit::per_minute(450)];
/// Four windows of a second.
const BASE: u64 = 4 * SECOND;

/// A key of these limits that has seen one 429 at `now`, with 11 slots of the first limit in use.
fn after_one_429(now: u64) -> ThrottleState {
    let mut throttle = ThrottleState::new(&LIMITS);
    throttle.throttled(0, 11, now - 800, None, now);
    throttle
}

/// The tick of the next try that the first limit is due for.
fn next_probe(throttle: &ThrottleState) -> u64 {
    throttle.estimates[0].next_probe
}

#[test]
fn the_first_429_leaves_what_was_in_use_less_one_and_a_short_pause() {
    let throttle = after_one_429(1_000);
    assert_eq!((throttle.effective(0), throttle.effective(1)), (10, 450));
    assert_eq!(throttle.paused_until(), 1_000 + SECOND / 8);
    // Ten of sixteen: a little sooner than the first interval, so the first interval it is.
    assert_eq!(next_probe(&throttle), 1_000 + BASE);
}

#[test]
fn more_429s_of_the_same_event_take_one_each_and_no_longer_pause() {
    let mut throttle = after_one_429(1_000);
    throttle.throttled(0, 15, 1_000, None, 1_010);
    assert_eq!((throttle.effective(0), throttle.paused_until()), (9, 1_000 + SECOND / 8));
    assert_eq!((throttle.consecutive_throttles, throttle.last_event, throttle.last_429), (1, 1_000, 1_010));
    throttle.throttled(0, 15, 999, Some(5 * SECOND), 1_020);
    assert_eq!((throttle.effective(0), throttle.paused_until()), (8, 1_020 + 5 * SECOND));
    throttle.throttled(0, 15, 999, Some(1), 1_030);
    assert_eq!(throttle.paused_until(), 1_020 + 5 * SECOND, "a pause never gets shorter");
    assert_eq!(next_probe(&throttle), 1_000 + BASE);
}

#[test]
fn a_429_out_of_the_blue_takes_more_from_a_larger_share() {
    let mut throttle = after_one_429(1_000);
    throttle.estimates[0].set_effective(16);
    throttle.throttled(0, 16, 1_001, None, 2_000);
    assert_eq!(throttle.effective(0), 13);
    assert_eq!(next_probe(&throttle), 2_000 + 3 * BASE * 13 / 32);
    throttle.throttled(0, 2, 2_001, None, 3_000);
    throttle.throttled(0, 1, 3_001, None, 4_000);
    assert_eq!(throttle.effective(0), 1, "never none");
}

#[test]
fn the_pause_doubles_until_a_response_comes() {
    let mut throttle = after_one_429(1_000);
    throttle.throttled(0, 9, 1_001, None, 2_000);
    assert_eq!(throttle.paused_until(), 2_000 + SECOND / 4);
    throttle.responded(2_000);
    throttle.throttled(0, 9, 2_001, None, 5_000);
    assert_eq!(throttle.paused_until(), 5_000 + SECOND / 2, "that was sent before the news");
    throttle.responded(5_001);
    throttle.throttled(0, 9, 5_002, None, 20_000);
    assert_eq!(throttle.paused_until(), 20_000 + SECOND / 8);
    assert_eq!(pause(SECOND / 10, 1), SECOND / 20);
    assert_eq!(pause(600 * SECOND, 1), 5 * SECOND);
    assert_eq!(pause(SECOND, 99), 60 * SECOND);
}

#[test]
fn a_probe_that_fails_doubles_the_time_to_the_next() {
    let mut throttle = after_one_429(1_000);
    assert!(!throttle.probe(0, 1_000 + BASE - 1));
    let mut now = 1_000;
    for round in 1..=8 {
        now = next_probe(&throttle);
        assert!(throttle.probe(0, now) && throttle.effective(0) == 11 && !throttle.probe(0, now));
        now += 900;
        throttle.throttled(0, 11, now - 800, None, now);
        let interval = (BASE << round).min(24 * BASE);
        assert_eq!(throttle.estimates[0].interval, interval);
        assert_eq!(
            (throttle.effective(0), next_probe(&throttle)),
            (10, now + (3 * interval * 10 / 32).max(BASE))
        );
    }
    assert!(!throttle.probe(1, now + STALE), "the other limit was never lowered");
}

#[test]
fn probes_that_go_well_lead_back_to_what_was_declared() {
    let mut throttle = after_one_429(1_000);
    throttle.estimates[0].interval = 4 * BASE;
    let first = next_probe(&throttle);
    for (step, effective) in (11..=16).enumerate() {
        assert_eq!(next_probe(&throttle), first + step as u64 * BASE);
        assert!(throttle.probe(0, next_probe(&throttle)));
        assert_eq!(throttle.effective(0), effective);
    }
    assert!(!throttle.probe(0, u64::MAX));
    assert_eq!(throttle.estimates[0].interval, 4 * BASE, "not quiet for long enough to try sooner");
}

#[test]
fn after_a_long_quiet_probes_come_sooner() {
    for (quiet, interval) in [(32 * BASE - 1, 4 * BASE), (32 * BASE, 2 * BASE)] {
        let mut throttle = after_one_429(1_000);
        throttle.estimates[0].interval = 4 * BASE;
        assert!(throttle.probe(0, 1_000 + quiet));
        assert_eq!(throttle.estimates[0].interval, interval);
    }
    let mut throttle = after_one_429(1_000);
    throttle.probe(0, 1_000 + 8 * BASE);
    assert_eq!(throttle.estimates[0].interval, BASE, "never less than the first");
}

#[test]
fn a_lesson_is_kept_for_an_hour_and_as_long_as_it_pauses() {
    let mut throttle = after_one_429(1_000);
    assert!(!throttle.is_stale(1_000 + STALE - 1) && throttle.is_stale(1_000 + STALE));
    throttle.throttled(0, 9, 999, Some(2 * STALE), 1_000);
    assert!(!throttle.is_stale(2 * STALE) && throttle.is_stale(1_000 + 2 * STALE));
}

#[test]
fn the_longest_interval_is_an_hour_unless_the_first_is_longer() {
    assert_eq!(LimitEstimate::new(&LIMITS[0]).longest_interval(STALE), 24 * BASE);
    assert_eq!(LimitEstimate::new(&LIMITS[1]).longest_interval(STALE), STALE);
    assert_eq!(LimitEstimate::new(&Limit::per_hour(9)).longest_interval(STALE), 4 * STALE);
}
