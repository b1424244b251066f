//! How long a request may take from its sending to the server's counting it, and permits with a time limit.

use std::time::Duration;

use paceline::{
    CredentialLimiter, EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Permit, PermitExpired,
    Priority,
};
use tokio::time::{Instant, sleep, timeout};

/// The endpoint's number: there is only this one.
const ENDPOINT: u16 = 0;
/// One request a second.
const ONE: EndpointLimits = EndpointLimits::new(ENDPOINT, &[Limit::per_second(1)]);

/// How long a slot is held: 10 000 ticks of 100 µs for the window, 20 for the margin of 2 ms, 5 for its 500 millionths of the
/// window, and one because an instant is known to a tick.
const SPAN: Duration = Duration::from_micros(1_002_600);
/// The `max_transit` of the default policy, `Policy::Capped`: so long after its writing the server may still count a request.
const MAX_TRANSIT: Duration = Duration::from_secs(5);
/// The granularity of tokio's timers.
const MILLI: Duration = Duration::from_millis(1);

fn somebody() -> CredentialLimiter {
    Limiter::new(LimiterOptions::new()).credential("somebody")
}

async fn acquire(credential: &CredentialLimiter) -> Permit {
    credential.acquire(ONE, Priority::Normal, None).await.unwrap()
}

/// How long it takes from `began` until another request may be sent.
async fn next_after(credential: &CredentialLimiter, began: Instant) -> Duration {
    drop(acquire(credential).await);
    began.elapsed()
}

#[tokio::test(start_paused = true)]
async fn a_request_that_takes_long_to_write_holds_its_slot_until_it_must_be_counted() {
    let credential = somebody();
    let began = Instant::now();
    let mut in_flight = acquire(&credential).await.start_within(Duration::from_secs(60));
    sleep(Duration::from_secs(20)).await;
    // From here on the policy's `MAX_TRANSIT` holds, in place of the minute.
    in_flight.written();
    let held = tokio::spawn(async move {
        sleep(Duration::from_secs(100)).await;
        in_flight.finish(Outcome::Unknown);
    });
    let next = next_after(&credential, began).await;
    let wanted = Duration::from_secs(20) + MAX_TRANSIT + SPAN;
    assert!((wanted..=wanted + MILLI).contains(&next), "{next:?}");
    held.abort();
}

#[tokio::test(start_paused = true)]
async fn without_the_news_that_it_is_written_the_longest_time_counts() {
    let credential = somebody();
    let began = Instant::now();
    drop(acquire(&credential).await.start_within(Duration::from_secs(60)));
    let (next, wanted) = (next_after(&credential, began).await, Duration::from_secs(60) + SPAN);
    assert!((wanted..=wanted + MILLI).contains(&next), "{next:?}");
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_written_late_is_held_from_then() {
    let credential = somebody();
    let began = Instant::now();
    let mut in_flight = acquire(&credential).await.start();
    sleep(Duration::from_secs(4)).await;
    // `MAX_TRANSIT` begins anew.
    in_flight.written();
    drop(in_flight);
    let (next, wanted) = (next_after(&credential, began).await, Duration::from_secs(4) + MAX_TRANSIT + SPAN);
    assert!((wanted..=wanted + MILLI).contains(&next), "{next:?}");
}

#[tokio::test(start_paused = true)]
async fn a_response_frees_the_slot_whatever_was_allowed() {
    let credential = somebody();
    let began = Instant::now();
    let mut in_flight = acquire(&credential).await.start_within(Duration::from_secs(60));
    in_flight.written();
    in_flight.finish(Outcome::Responded);
    let next = next_after(&credential, began).await;
    assert!((SPAN..=SPAN + MILLI).contains(&next), "{next:?}");
}

#[tokio::test(start_paused = true)]
async fn a_permit_with_a_time_limit_goes_to_others_when_it_is_over() {
    let credential = somebody();
    let permit = acquire(&credential).await.expiring_after(Duration::from_secs(3));
    let began = Instant::now();
    drop(timeout(Duration::from_secs(60), acquire(&credential)).await.expect("it expires"));
    let took = began.elapsed();
    assert!((Duration::from_secs(3)..Duration::from_secs(3) + MILLI).contains(&took), "{took:?}");
    let expired = permit.start().err();
    assert!(matches!(expired, Some(PermitExpired { .. })));
    assert!(expired.is_some_and(|error| error.to_string().contains("time limit")));
}

#[tokio::test(start_paused = true)]
async fn a_permit_that_ends_within_its_time_limit_frees_its_slot_at_once() {
    let credential = somebody();
    let began = Instant::now();
    let permit = acquire(&credential).await.expiring_after(Duration::from_secs(3));
    permit.start().unwrap().finish(Outcome::NotSent);
    let permit = acquire(&credential).await.expiring_after(Duration::from_secs(3));
    drop(permit.into_permit().unwrap());
    drop(acquire(&credential).await.expiring_after(Duration::from_secs(3)));
    assert_eq!(next_after(&credential, began).await, Duration::ZERO);
}
