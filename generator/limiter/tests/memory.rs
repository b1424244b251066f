//! What the limiter takes from the allocator: nothing for a call, little for a key.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use allocation_counter::measure;
use paceline::{CredentialLimiter, EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Priority};

const SECONDLY: &[Limit] = &[Limit::per_second(15)];
const BOTH: &[Limit] = &[Limit::per_second(450), Limit::per_minute(450)];

/// Takes a slot that must be free, and uses it.
fn call(credential: &CredentialLimiter, endpoint: EndpointLimits, outcome: Outcome) {
    let acquire = pin!(credential.acquire(endpoint, Priority::Normal, None));
    match acquire.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(permit) => permit.unwrap().start().finish(outcome),
        Poll::Pending => panic!("there must be a free slot"),
    }
}

#[test]
fn a_call_without_a_wait_allocates_nothing() {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    let endpoint = EndpointLimits::new(3, SECONDLY);
    call(&credential, endpoint, Outcome::NotSent);
    let used = measure(|| {
        for _ in 0..1000 {
            call(&credential, endpoint, Outcome::NotSent);
        }
        for _ in 0..4 {
            call(&credential, endpoint, Outcome::Responded);
        }
    });
    assert_eq!(used.count_total, 0);
}

#[test]
fn a_refusal_allocates_nothing() {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    let endpoint = EndpointLimits::new(3, SECONDLY);
    (0..15).for_each(|_| call(&credential, endpoint, Outcome::Responded));
    let deadline = Some(tokio::time::Instant::now());
    let used = measure(|| {
        for _ in 0..1000 {
            let acquire = pin!(credential.acquire(endpoint, Priority::Normal, deadline));
            let refused = acquire.poll(&mut Context::from_waker(Waker::noop()));
            assert!(matches!(refused, Poll::Ready(Err(_))));
        }
    });
    assert_eq!(used.count_total, 0);
}

/// All places of a table of 1016 endpoints, so that what is unused does not blur the figure.
const KEYS: u16 = 1016;

#[test]
fn a_key_takes_128_bytes_after_one_request() {
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    let used = measure(|| {
        for index in 0..KEYS {
            call(&credential, EndpointLimits::new(index, SECONDLY), Outcome::Responded);
        }
    });
    let each = used.bytes_current as f64 / f64::from(KEYS);
    println!("{each:.1} bytes for each key after one request, its place in the table included");
    assert!(each <= 128.0);
}

#[test]
fn a_key_takes_two_kilobytes_at_450_requests() {
    const EIGHT: u16 = 8;
    let credential = Limiter::new(LimiterOptions::new()).credential("somebody");
    let used = measure(|| {
        for index in 0..EIGHT {
            for _ in 0..450 {
                call(&credential, EndpointLimits::new(index, BOTH), Outcome::Responded);
            }
        }
    });
    let each = used.bytes_current as f64 / f64::from(EIGHT);
    println!("{each:.1} bytes for each key at 450 requests, its place in the table included");
    assert!(each <= 2048.0);
}

#[tokio::test(start_paused = true)]
async fn a_hundred_thousand_idle_keys_go_a_few_at_a_time() {
    let limiter = Limiter::new(LimiterOptions::new());
    for number in 0..100 {
        let credential = limiter.credential(&format!("visitor {number}"));
        for index in 0..1000 {
            call(&credential, EndpointLimits::new(index, SECONDLY), Outcome::Responded);
        }
    }
    assert_eq!(limiter.observe().len(), 100_000);
    tokio::time::advance(Duration::from_secs(10)).await;
    // One step at a time, as calls do it: what matters is the longest.
    let mut longest = Duration::ZERO;
    let steps = 7_000;
    for _ in 0..steps {
        let began = std::time::Instant::now();
        limiter.forget_idle(16);
        longest = longest.max(began.elapsed());
    }
    println!("{steps} steps, the longest {longest:?}");
    assert!(limiter.observe().is_empty());
}
