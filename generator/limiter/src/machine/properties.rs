//! The rules of one key under everything that can happen to it, in any order.

use std::time::Duration;

use paceline_test_support::any_window::broken_limit;
use proptest::prelude::*;

use crate::clock::duration_of;
use crate::options::{LimiterOptions, Policy};

use super::*;

/// The default: held from the response, or from 5 s after the sending if that is sooner.
fn capped() -> Rules {
    LimiterOptions::new().rules()
}

/// Held from the response, or where none comes from half a minute after the sending at the earliest.
fn strict() -> Rules {
    LimiterOptions::new().policy(Policy::Strict).rules()
}

/// What can happen to a key. All times are in ticks.
#[derive(Clone, Debug)]
enum Step {
    /// A request is sent, if a slot is free. The server counts it and it ends so many ticks after the sending.
    Send { counted_after: u64, ends_after: u64, outcome: Outcome },
    /// A slot is taken and given back unused, if one is free.
    Refund,
    /// So many ticks pass.
    Pass(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let time = prop_oneof![0..40_u64, 0..20_000_u64, 0..700_000_u64];
    let outcome = prop_oneof![
        Just(Outcome::NotSent),
        Just(Outcome::Unknown),
        Just(Outcome::Throttled { after: Some(duration_of(10)) }),
        Just(Outcome::Responded),
    ];
    let send = (time.clone(), time.clone(), outcome).prop_map(|(counted_after, more, outcome)| Step::Send {
        counted_after,
        ends_after: counted_after + more,
        outcome,
    });
    prop::collection::vec(
        prop_oneof![6 => send, 1 => Just(Step::Refund), 3 => time.prop_map(Step::Pass)],
        1..120,
    )
}

/// Plays the steps. With `forget`, a key is replaced by a new one whenever it is idle. The server counts every request when
/// the step says, but no later than the rules assume of it. Returns the ticks at which the server counted.
fn play(steps: &[Step], limits: &'static [Limit], rules: &Rules, forget: bool) -> Vec<u64> {
    let mut machine = Machine::new(limits, None, rules);
    let mut counted = Vec::new();
    // Requests on their way: when each ends, when it was sent, how it ends.
    let mut in_flight: Vec<(u64, u64, Outcome)> = Vec::new();
    let mut now = 0;
    for step in steps {
        if forget && machine.is_idle(now, rules) {
            machine = Machine::new(limits, None, rules);
        }
        match *step {
            Step::Refund if machine.ready(now, rules) == Ready::Now => {
                machine.grant(now, rules);
                machine.refund(rules);
            }
            Step::Refund => {}
            Step::Pass(ticks) => now += ticks,
            Step::Send { counted_after, ends_after, outcome } => {
                if machine.ready(now, rules) == Ready::Now {
                    machine.grant(now, rules);
                    machine.start(None, now, rules);
                    // Where the rules do not wait for the response, the server must count by then.
                    let cap = u64::from(rules.transit);
                    let capped = rules.anchoring == Anchoring::Capped || outcome == Outcome::Unknown;
                    let latest = if capped { ends_after.min(cap) } else { ends_after };
                    if outcome != Outcome::NotSent {
                        counted.push(now + counted_after.min(latest));
                    }
                    in_flight.push((now + ends_after, now, outcome));
                } else {
                    // So that a run of steps comes to the next slot.
                    now += 50;
                }
            }
        }
        in_flight.sort_by_key(|&(ends, sent, _)| (ends, sent));
        while in_flight.first().is_some_and(|&(at, ..)| at <= now) {
            let (at, sent, outcome) = in_flight.remove(0);
            machine.finish(machine.sent(sent), outcome, at, rules);
        }
    }
    counted
}

fn ticks_to_durations(ticks: &[u64]) -> Vec<Duration> {
    ticks.iter().map(|&tick| duration_of(tick)).collect()
}

/// Three limits, of which each is the one that matters at some time.
static THREE: [Limit; 3] =
    [Limit::per_second(3), Limit::new(5, Duration::from_secs(4)), Limit::per_minute(9)];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_window_is_ever_broken(steps in steps(), strict_anchors: bool, forget: bool) {
        let rules = if strict_anchors { strict() } else { capped() };
        let counted = play(&steps, &THREE, &rules, forget);
        let windows = THREE.map(|limit| (limit.requests(), limit.window()));
        prop_assert_eq!(broken_limit(&ticks_to_durations(&counted), &windows), None);
    }

    #[test]
    fn forgetting_an_idle_key_cannot_be_noticed(steps in steps()) {
        // An estimate made from a 429 is kept for an hour and is forgotten on purpose after that.
        let without_429 = |step: &Step| {
            !matches!(step, Step::Send { outcome: Outcome::Throttled { .. }, .. })
        };
        let steps: Vec<_> = steps.into_iter().filter(without_429).collect();
        prop_assert_eq!(play(&steps, &THREE, &capped(), true), play(&steps, &THREE, &capped(), false));
    }

    #[test]
    fn a_promised_instant_is_kept_and_not_too_early(sends in prop::collection::vec(0..30_000_u64, 1..40)) {
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
            machine.grant(now, &rules);
            machine.start(None, now, &rules);
            machine.finish(machine.sent(now), Outcome::Responded, now, &rules);
        }
    }
}
