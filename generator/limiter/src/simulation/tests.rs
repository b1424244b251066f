//! What comes of the simulated scenarios.

use paceline_test_support::rate_server::{per_minute, per_second};

use super::*;
use crate::options::SafetyMargin;
use crate::pacing::Pacing;

/// A limit a second, as it is declared.
static SECONDLY: [Limit; 1] = [Limit::per_second(15)];
/// The same limit, as the server has it.
static REAL_SECONDLY: [ServerLimit; 1] = [per_second(15)];
/// A limit a second and one a minute, as they are declared.
static BOTH: [Limit; 2] = [Limit::per_second(15), Limit::per_minute(450)];
/// The same limits, as the server has them.
static REAL_BOTH: [ServerLimit; 2] = [per_second(15), per_minute(450)];
/// A server's limit that is lower than the declared [`SECONDLY`].
static REAL_TEN: [ServerLimit; 1] = [per_second(10)];

/// Everything that can go wrong without a 429.
const ALL_FAULTS: Faults = Faults { refund: 0.02, not_sent: 0.02, lost: 0.01, retry_after: None };

/// Every kind of server, with one limit and with two, without faults and with all.
fn scenarios() -> impl Iterator<Item = Scenario> {
    let pairs: [(&'static [Limit], &'static [ServerLimit]); 2] =
        [(&SECONDLY, &REAL_SECONDLY), (&BOTH, &REAL_BOTH)];
    let plain = pairs
        .into_iter()
        .flat_map(|(limits, real)| Rule::COUNTING.map(|rule| Scenario::new(rule, limits, real)));
    plain.flat_map(|scenario| [scenario, Scenario { faults: ALL_FAULTS, seed: 8, ..scenario }])
}

/// Runs so many requests of each scenario: none is refused, and no window holds more than its limit allows.
fn assert_never_refused(requests: u64) {
    for scenario in scenarios() {
        let report = scenario.run(requests);
        assert_eq!((report.server.refused, report.server.broken_windows), (0, 0), "{:?}", scenario.rule);
    }
}

#[test]
fn no_server_refuses_and_no_window_is_broken() {
    assert_never_refused(5_000);
}

#[test]
#[ignore = "minutes"]
fn a_thousand_million_requests_are_never_refused() {
    let wanted = std::env::var("SIMULATED").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000_000_u64);
    assert_never_refused(wanted.div_ceil(scenarios().count() as u64));
}

#[test]
fn goodput_is_what_the_round_trip_leaves() {
    let report = Scenario::new(Rule::SlidingLog, &SECONDLY, &REAL_SECONDLY).run(20_000);
    let possible = 15.0 / (1.0 + report.mean_round_trip);
    println!(
        "15/s: {:.3}/s, {:.2} % of N/(W + mean round trip)",
        report.goodput(),
        100.0 * report.goodput() / possible
    );
    assert!(report.goodput() >= 0.995 * possible);

    let report =
        Scenario { callers: 1000, ..Scenario::new(Rule::SlidingLog, &BOTH, &REAL_BOTH) }.run(450 * 40);
    let minutes = (report.seconds / 60.0).ceil();
    println!(
        "450/min: {:.3} % over {minutes} minutes",
        100.0 * report.server.accepted as f64 / (minutes * 450.0)
    );
    assert!(report.server.accepted as f64 >= 0.998 * minutes * 450.0);
}

#[test]
fn a_server_that_estimates_hardly_refuses_a_paced_client() {
    for (limits, real) in [(&SECONDLY[..], &REAL_SECONDLY[..]), (&BOTH, &REAL_BOTH)] {
        let scenario = Scenario {
            options: LimiterOptions::new().pacing(Pacing::EVEN),
            ..Scenario::new(Rule::WeightedCounter { phase: 0 }, limits, real)
        };
        let report = scenario.run(40_000);
        println!(
            "weighted counter, {} limits: {:.3} per 1000, {:.2}/s",
            limits.len(),
            report.refused_per_thousand(),
            report.goodput()
        );
        assert!(report.refused_per_thousand() <= 0.2);
    }
}

/// The condition that the crate's front page names: the server's clock is not coarser than the safety margin.
#[test]
fn a_clock_of_whole_seconds_needs_a_margin_of_a_second() {
    for (limits, real) in [(&SECONDLY[..], &REAL_SECONDLY[..]), (&BOTH, &REAL_BOTH)] {
        let scenario = Scenario::new(Rule::WholeSeconds, limits, real);
        let options = LimiterOptions::new().safety_margin(SafetyMargin::WHOLE_SECONDS);
        let (without, with) = (scenario.run(20_000), Scenario { options, ..scenario }.run(20_000));
        println!(
            "whole seconds: {:.2} per 1000 at {:.2}/s; with the margin {:.2} per 1000 at {:.2}/s",
            without.refused_per_thousand(),
            without.goodput(),
            with.refused_per_thousand(),
            with.goodput()
        );
        assert_eq!(with.server.refused, 0);
        // A second and the margin come to two seconds, and the round trip to 80 ms: 15 in that time are 7.2/s.
        assert!(with.goodput() >= 6.5);
    }
}

#[test]
fn a_limit_lower_than_declared_is_found_and_used() {
    for retry_after in [None, Some(Duration::from_secs(1))] {
        for rule in
            [Rule::SlidingLog, Rule::SlidingLogWithRejects, Rule::FixedWindow { phase: 0 }, Rule::TokenBucket]
        {
            let faults = Faults { retry_after, ..Faults::default() };
            let scenario = Scenario { faults, ..Scenario::new(rule, &SECONDLY, &REAL_TEN) };
            const SEEDS: u64 = 6;
            let (mut per_thousand, mut share) = (0.0, 0.0);
            for seed in 0..SEEDS {
                let report = Scenario { seed, ..scenario }.run(20_000);
                let achievable = 10.0 / (1.0 + report.mean_round_trip);
                per_thousand += report.refused_per_thousand() / SEEDS as f64;
                share += report.goodput() / achievable / SEEDS as f64;
            }
            println!("{rule:?} {retry_after:?}: {per_thousand:.2} per 1000, {:.2} %", 100.0 * share);
            // A server that asks for a pause with each 429 gets it, and that costs.
            let wanted = if retry_after.is_some() { 0.93 } else { 0.98 };
            assert!(per_thousand <= 5.0 && share >= wanted);
        }
    }
}

#[test]
fn two_processes_that_know_nothing_of_each_other_share() {
    for seed in 0..8 {
        let scenario = Scenario::new(Rule::SlidingLog, &SECONDLY, &REAL_SECONDLY);
        let report = Scenario { processes: 2, seed, ..scenario }.run(20_000);
        let refused =
            |&(accepted, refused): &(u64, u64)| 1000.0 * refused as f64 / (accepted + refused) as f64;
        let worst = report.shares.iter().map(refused).fold(0.0, f64::max);
        let total: f64 = report.shares.iter().map(|&(a, _)| a as f64).sum();
        let squares: f64 = report.shares.iter().map(|&(a, _)| (a as f64).powi(2)).sum();
        // Jain's index: 1 for even shares, a half if one process gets everything.
        let fairness = total * total / (2.0 * squares);
        println!(
            "{worst:.2} per 1000 at worst, fairness {fairness:.3}, {:.2}/s, {:?}",
            report.goodput(),
            report.shares
        );
        assert!(worst <= 12.0 && fairness >= 0.95);
    }
}
