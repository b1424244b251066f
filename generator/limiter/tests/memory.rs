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

/// All keys of a table of 1016 endpoints, so that what is unused does not blur the figure.
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
    println!("{each:.1} bytes for each key after one request, its part of the table included");
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
    println!("{each:.1} bytes for each key at 450 requests, its part of the table included");
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

/// How long this thread has had a processor: what others take of it meanwhile does not count.
#[cfg(target_os = "linux")]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or_default(), time.tv_nsec.try_into().unwrap_or_default())
}

#[cfg(not(target_os = "linux"))]
fn processor_time() -> Duration {
    std::time::UNIX_EPOCH.elapsed().unwrap_or_default()
}

/// Makes one call for each of `users`, with a pause of `each` after it, and gives the most processor time that a call took.
/// The last `at_once` users keep their credentials.
async fn one_call_each(limiter: &Limiter, users: u32, each: Duration, at_once: usize) -> Duration {
    let endpoint = EndpointLimits::new(130, SECONDLY);
    let mut held = std::collections::VecDeque::new();
    let mut longest = Duration::ZERO;
    for user in 0..users {
        let began = processor_time();
        let credential = limiter.credential(&format!("user {user}"));
        call(&credential, endpoint, Outcome::Responded);
        held.push_back(credential);
        if held.len() > at_once {
            held.pop_front();
        }
        longest = longest.max(processor_time() - began);
        tokio::time::advance(each).await;
    }
    longest
}

/// The bytes in use after `users` with one call each, and the most processor time that a call took.
fn bytes_after(users: u32, each: Duration, at_once: usize) -> (f64, Duration) {
    let mut longest = Duration::ZERO;
    let used = measure(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        let limiter = Limiter::new(LimiterOptions::new());
        longest = runtime.unwrap().block_on(one_call_each(&limiter, users, each, at_once));
        // What is measured is what the limiter still holds.
        std::mem::forget(limiter);
    });
    (used.bytes_current as f64, longest)
}

/// A thousand users a second: those of the last window are a thousand.
const EACH: Duration = Duration::from_millis(1);

/// Gives the most processor time that a call took.
fn assert_memory_follows_use(users: u32) -> Duration {
    let mut most = Duration::ZERO;
    for at_once in [0, 1_000] {
        let (few, _) = bytes_after(1_003, EACH, at_once);
        let (many, longest) = bytes_after(users, EACH, at_once);
        println!(
            "{users} users, {at_once} at a time: {:.0} KB, the last window's have {:.0} KB; most processor time of a call {longest:?}",
            many / 1024.0,
            few / 1024.0
        );
        assert!(many <= 2.0 * few, "{many} bytes instead of {few}");
        most = most.max(longest);
    }
    most
}

#[test]
fn memory_follows_the_users_of_the_last_window() {
    assert_memory_follows_use(20_000);
}

/// `cargo test -p paceline --release --test memory -- --ignored --nocapture a_million`
#[test]
#[ignore = "a minute"]
fn memory_follows_the_users_of_the_last_window_over_a_million_users() {
    let most = assert_memory_follows_use(1_000_000);
    assert!(most < Duration::from_millis(1), "no call pays for many others: {most:?}");
}

#[test]
fn ten_thousand_endpoints_of_one_user_leave_little() {
    let endpoints = |limiter: &Limiter, count: u16| {
        let credential = limiter.credential("somebody");
        for index in 0..count {
            call(&credential, EndpointLimits::new(index, SECONDLY), Outcome::Responded);
        }
    };
    let mut kept = 0;
    let used = measure(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        runtime.unwrap().block_on(async {
            let limiter = Limiter::new(LimiterOptions::new());
            endpoints(&limiter, 10_000);
            tokio::time::advance(Duration::from_secs(2)).await;
            // Whoever goes on calling one endpoint removes the others' keys in time; then the credential itself goes.
            let credential = limiter.credential("somebody else");
            for _ in 0..100_000 {
                call(&credential, EndpointLimits::new(0, SECONDLY), Outcome::NotSent);
            }
            kept = limiter.observe().len();
            std::mem::forget(limiter);
        });
    });
    println!("{kept} keys and {} bytes are left of 10 000 endpoints", used.bytes_current);
    assert!(kept <= 1 && used.bytes_current < 20_000);
}
