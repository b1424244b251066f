//! Limits that endpoints and credentials share, as their users see them: in paused time, so that every instant is exact.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use paceline::{
    Bucket, BucketUse, CredentialLimiter, EndpointLimits, InFlight, Limit, LimitError, Limiter,
    LimiterOptions, Outcome, Permit, Priority, SafetyMargin, Scope,
};
use tokio::task::JoinSet;
use tokio::time::{Instant, advance, sleep};

const SECOND: Duration = Duration::from_secs(1);

/// Five a second for a credential, whatever it calls.
static ACCOUNT: Bucket = Bucket::new("account", Scope::Credential, &[Limit::per_second(5)]);
static READ: EndpointLimits = EndpointLimits::new(0, &[]).counting_in(&[BucketUse::new(&ACCOUNT)]);
static WRITE: EndpointLimits =
    EndpointLimits::new(1, &[Limit::per_minute(1)]).counting_in(&[BucketUse::new(&ACCOUNT)]);
static HEAVY: EndpointLimits =
    EndpointLimits::new(2, &[]).counting_in(&[BucketUse::new(&ACCOUNT).weighing(5)]);

fn limiter() -> Limiter {
    let margin = SafetyMargin { fixed: Duration::ZERO, ppm: 0 };
    Limiter::new(LimiterOptions::new().safety_margin(margin))
}

async fn permit(of: &CredentialLimiter, endpoint: EndpointLimits) -> Permit {
    of.acquire(endpoint, Priority::Normal, None).await.unwrap()
}

async fn sent(of: &CredentialLimiter, endpoint: EndpointLimits) -> InFlight {
    permit(of, endpoint).await.start()
}

/// A call that is answered at once.
async fn call(of: &CredentialLimiter, endpoint: EndpointLimits) {
    sent(of, endpoint).await.finish(Outcome::Responded);
}

/// How long a call has to wait from now.
async fn wait_for(of: &CredentialLimiter, endpoint: EndpointLimits) -> Duration {
    let begin = Instant::now();
    call(of, endpoint).await;
    begin.elapsed()
}

/// Whether a call gets its permit at once.
fn is_free(of: &CredentialLimiter, endpoint: EndpointLimits) -> bool {
    let mut acquire = pin!(of.acquire(endpoint, Priority::Normal, None));
    acquire.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

/// Within half a percent and two milliseconds: a window is a tick longer, and timers ring on whole milliseconds.
fn about(left: Duration, right: Duration) -> bool {
    left.abs_diff(right) < Duration::from_millis(2) + right / 200
}

#[tokio::test(start_paused = true)]
async fn all_endpoints_of_a_credential_count_in_its_bucket_and_other_credentials_do_not() {
    let limiter = limiter();
    let (one, other) = (limiter.credential("one"), limiter.credential("other"));
    for _ in 0..4 {
        call(&one, READ).await;
    }
    call(&one, WRITE).await;
    assert!(!is_free(&one, READ) && is_free(&other, READ));
    assert!(about(wait_for(&one, READ).await, SECOND));
}

#[tokio::test(start_paused = true)]
async fn a_scope_says_what_counts_together() {
    static EACH: Bucket = Bucket::new("each", Scope::CredentialAndEndpoint, &[Limit::per_second(1)]);
    static ENDPOINT: Bucket = Bucket::new("endpoint", Scope::Endpoint, &[Limit::per_second(1)]);
    static ALL: Bucket = Bucket::new("all", Scope::All, &[Limit::per_second(1)]);
    static USES: [[BucketUse; 1]; 4] = [
        [BucketUse::new(&EACH)],
        [BucketUse::new(&ACCOUNT).weighing(5)],
        [BucketUse::new(&ENDPOINT)],
        [BucketUse::new(&ALL)],
    ];
    // Whether a call is free after one of the same, of another endpoint, of another credential, of both.
    let expected =
        [[false, true, true, true], [false, false, true, true], [false, true, false, true], [false; 4]];
    for (uses, expected) in USES.iter().zip(expected) {
        let limiter = limiter();
        let (one, other) = (limiter.credential("one"), limiter.credential("other"));
        let endpoints = [7, 8].map(|index| EndpointLimits::new(index, &[]).counting_in(uses));
        call(&one, endpoints[0]).await;
        let free = [(&one, 0), (&one, 1), (&other, 0), (&other, 1)]
            .map(|(credential, endpoint)| is_free(credential, endpoints[endpoint]));
        assert_eq!(free, expected, "{:?}", uses[0].bucket().scope());
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_shared_is_used_to_the_full() {
    let limiter = limiter();
    let one = limiter.credential("one");
    let begin = Instant::now();
    let mut calls = JoinSet::new();
    for index in 0..100 {
        let one = one.clone();
        let endpoint = EndpointLimits { index: index % 4, ..READ };
        calls.spawn(async move {
            let request = sent(&one, endpoint).await;
            sleep(Duration::from_millis(80)).await;
            request.finish(Outcome::Responded);
        });
    }
    calls.join_all().await;
    // Five in each window and round trip; the last five are not followed by a window.
    let ideal = Duration::from_millis(1080) * 19 + Duration::from_millis(80);
    assert!(begin.elapsed() < ideal.mul_f64(1.005), "{:?} beside {ideal:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_something_else_holds_up_nobody() {
    let limiter = limiter();
    let one = limiter.credential("one");
    call(&one, WRITE).await;
    sleep(SECOND).await;
    let waits = tokio::spawn({
        let one = one.clone();
        async move { wait_for(&one, WRITE).await }
    });
    let begin = Instant::now();
    for _ in 0..100 {
        call(&one, READ).await;
    }
    assert!(about(begin.elapsed(), SECOND * 19), "{:?}", begin.elapsed());
    // Not more than a second late for all that, though it needs room in the bucket as well.
    let writes = waits.await.unwrap();
    assert!(writes < Duration::from_secs(60), "{writes:?}");
}

/// Callers of one endpoint who come again and again.
fn stream_of(of: &CredentialLimiter, endpoint: EndpointLimits, callers: usize) -> JoinSet<()> {
    let mut stream = JoinSet::new();
    for _ in 0..callers {
        let of = of.clone();
        stream.spawn(async move {
            loop {
                let request = sent(&of, endpoint).await;
                sleep(Duration::from_millis(37)).await;
                request.finish(Outcome::Responded);
            }
        });
    }
    stream
}

#[tokio::test(start_paused = true)]
async fn a_heavy_call_is_not_overtaken_for_ever_by_light_ones() {
    let limiter = limiter();
    let one = limiter.credential("one");
    let _light = stream_of(&one, READ, 50);
    sleep(SECOND * 30).await;
    for _ in 0..5 {
        // Before it stand 50 others at most, which is ten windows.
        let waited = wait_for(&one, HEAVY).await;
        assert!(waited < SECOND * 13, "{waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_needs_two_shared_buckets_is_not_starved_by_those_who_need_one() {
    static LEFT: Bucket = Bucket::new("left", Scope::Credential, &[Limit::per_second(1)]);
    static RIGHT: Bucket =
        Bucket::new("right", Scope::Credential, &[Limit::new(1, Duration::from_millis(1300))]);
    static ONLY_LEFT: EndpointLimits = EndpointLimits::new(0, &[]).counting_in(&[BucketUse::new(&LEFT)]);
    static ONLY_RIGHT: EndpointLimits = EndpointLimits::new(1, &[]).counting_in(&[BucketUse::new(&RIGHT)]);
    static BOTH: EndpointLimits =
        EndpointLimits::new(2, &[]).counting_in(&[BucketUse::new(&LEFT), BucketUse::new(&RIGHT)]);
    let limiter = limiter();
    let one = limiter.credential("one");
    let (_left, _right) = (stream_of(&one, ONLY_LEFT, 5), stream_of(&one, ONLY_RIGHT, 5));
    sleep(SECOND * 30).await;
    for _ in 0..10 {
        let waited = wait_for(&one, BOTH).await;
        assert!(waited < SECOND * 12, "{waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn so_many_run_at_the_same_time_and_no_more() {
    static TWO: Bucket = Bucket::new("two", Scope::All, &[]).concurrent(2);
    static ENDPOINT: EndpointLimits = EndpointLimits::new(0, &[]).counting_in(&[BucketUse::new(&TWO)]);
    let limiter = limiter();
    let [one, other] = ["one", "other"].map(|id| limiter.credential(id));
    let (first, second) = (sent(&one, ENDPOINT).await, permit(&other, ENDPOINT).await);
    assert!(!is_free(&one, ENDPOINT));
    first.finish(Outcome::Responded);
    assert!(is_free(&other, ENDPOINT));
    drop(second);
    let (lost, _held) = (sent(&one, ENDPOINT).await, sent(&other, ENDPOINT).await);
    advance(SECOND).await;
    drop(lost);
    // Nobody knows whether the server still works on it: five seconds from its sending at most.
    assert!(about(wait_for(&one, ENDPOINT).await, SECOND * 4));
}

#[tokio::test(start_paused = true)]
async fn a_gap_holds_between_any_two_whatever_they_weigh() {
    static PACED: Bucket = Bucket::new(
        "paced",
        Scope::Credential,
        &[Limit::gap(Duration::from_millis(200)), Limit::per_second(30)],
    );
    static ENDPOINT: EndpointLimits =
        EndpointLimits::new(0, &[]).counting_in(&[BucketUse::new(&PACED).weighing(15)]);
    let limiter = limiter();
    let one = limiter.credential("one");
    call(&one, ENDPOINT).await;
    assert!(about(wait_for(&one, ENDPOINT).await, Duration::from_millis(200)));
    // Two of weight fifteen are all of a second's thirty.
    assert!(about(wait_for(&one, ENDPOINT).await, Duration::from_millis(800)));
}

#[tokio::test(start_paused = true)]
async fn the_server_can_lower_what_is_left_but_not_raise_it() {
    let limiter = limiter();
    let one = limiter.credential("one");
    let (mut first, second) = (sent(&one, READ).await, sent(&one, READ).await);
    // Two are left, and the one in flight is not yet among those that the server has seen.
    first.told("account", 2, Instant::now() + SECOND / 2);
    first.told("of somebody else", 0, Instant::now() + SECOND * 9);
    first.finish(Outcome::Responded);
    second.finish(Outcome::Responded);
    call(&one, READ).await;
    assert!(!is_free(&one, READ));
    assert!(about(wait_for(&one, READ).await, SECOND / 2));
    let mut last = sent(&one, READ).await;
    // What is said raises nothing.
    last.told("account", 1_000, Instant::now() + SECOND);
    last.finish(Outcome::Responded);
    assert!(about(wait_for(&one, READ).await, SECOND / 2));
    // No longer than the longest window.
    sleep(SECOND * 2).await;
    let mut odd = sent(&one, READ).await;
    odd.told("account", 0, Instant::now() + SECOND * 3_000);
    odd.finish(Outcome::Responded);
    assert!(about(wait_for(&one, READ).await, SECOND));
}

#[tokio::test(start_paused = true)]
async fn what_is_heard_late_does_not_undo_what_is_known() {
    let limiter = limiter();
    let one = limiter.credential("one");
    let mut early = sent(&one, READ).await;
    advance(Duration::from_millis(10)).await;
    let mut late = sent(&one, READ).await;
    late.told("account", 1, Instant::now() + SECOND / 2);
    late.finish(Outcome::Responded);
    early.told("account", 3, Instant::now() + SECOND / 2);
    early.finish(Outcome::Responded);
    // One was left, and the early one may not have been seen when that was said.
    assert!(!is_free(&one, READ));
}

#[tokio::test(start_paused = true)]
async fn the_weight_that_a_response_tells_takes_the_place_of_the_declared_one() {
    let limiter = limiter();
    let one = limiter.credential("one");
    let mut light = sent(&one, HEAVY).await;
    light.weighed("account", 1);
    light.finish(Outcome::Responded);
    for _ in 0..4 {
        assert!(wait_for(&one, READ).await.is_zero());
    }
    assert!(!is_free(&one, READ));
    sleep(SECOND * 2).await;
    let mut heavy = sent(&one, READ).await;
    heavy.weighed("account", 5);
    heavy.finish(Outcome::Responded);
    assert!(about(wait_for(&one, READ).await, SECOND));
    sleep(SECOND * 2).await;
    // One that ends unknown counts as it was declared to.
    let mut lost = sent(&one, READ).await;
    lost.weighed("account", u32::MAX);
    drop(lost);
    assert!(is_free(&one, READ));
}

#[tokio::test(start_paused = true)]
async fn a_deadline_that_cannot_be_kept_is_refused_at_once() {
    let limiter = limiter();
    let one = limiter.credential("one");
    call(&one, HEAVY).await;
    let mut waiting = JoinSet::new();
    for index in 20..30 {
        let (one, endpoint) = (one.clone(), EndpointLimits { index, ..READ });
        waiting.spawn(async move { call(&one, endpoint).await });
    }
    tokio::task::yield_now().await;
    let begin = Instant::now();
    let acquire = |seconds| one.acquire(READ, Priority::Normal, Some(begin + SECOND * seconds));
    let refused = acquire(2).await.unwrap_err();
    assert_eq!(begin.elapsed(), Duration::ZERO);
    let LimitError::DeadlineTooSoon { turn } = refused else { panic!("{refused}") };
    assert!(about(turn - begin, SECOND * 3), "{:?}", turn - begin);
    drop(acquire(4).await.unwrap());
    assert!(about(begin.elapsed(), SECOND * 3), "{:?}", begin.elapsed());
    waiting.join_all().await;
}

#[tokio::test(start_paused = true)]
async fn only_those_count_for_a_deadline_who_surely_go_first() {
    static SECOND_BUCKET: Bucket = Bucket::new("second", Scope::Credential, &[Limit::per_second(4)]);
    static BOTH: EndpointLimits =
        EndpointLimits::new(40, &[]).counting_in(&[BucketUse::new(&ACCOUNT), BucketUse::new(&SECOND_BUCKET)]);
    let limiter = limiter();
    let one = limiter.credential("one");
    for _ in 0..4 {
        call(&one, BOTH).await;
    }
    call(&one, WRITE).await;
    let mut waiting = JoinSet::new();
    // Three who wait for both, and twenty who wait for something else for a minute.
    for endpoint in [BOTH; 3].into_iter().chain([WRITE; 20]) {
        let one = one.clone();
        waiting.spawn(async move { call(&one, endpoint).await });
    }
    tokio::task::yield_now().await;
    let begin = Instant::now();
    let acquire = |endpoint, after| one.acquire(endpoint, Priority::Normal, Some(begin + after));
    // The fourth of four: with the next window.
    drop(acquire(BOTH, SECOND + SECOND / 9).await.unwrap());
    assert!(about(begin.elapsed(), SECOND), "{:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn what_was_written_is_counted_within_the_usual_time_from_then() {
    let limiter = limiter();
    let one = limiter.credential("one");
    let mut slow = permit(&one, HEAVY).await.start_within(SECOND * 60);
    advance(SECOND * 20).await;
    slow.written();
    drop(slow);
    assert!(about(wait_for(&one, READ).await, SECOND * 6));
}

#[tokio::test(start_paused = true)]
async fn a_429_of_a_bucket_without_windows_holds_it_up_too() {
    static ONE: Bucket = Bucket::new("one", Scope::Credential, &[]).concurrent(1);
    static ENDPOINT: EndpointLimits = EndpointLimits::new(0, &[]).counting_in(&[BucketUse::new(&ONE)]);
    let limiter = limiter();
    let one = limiter.credential("one");
    sent(&one, ENDPOINT).await.finish(Outcome::Throttled { after: Some(SECOND * 3) });
    assert!(about(wait_for(&one, ENDPOINT).await, SECOND * 3));
    sent(&one, ENDPOINT).await.finish(Outcome::Throttled { after: None });
    assert!(about(wait_for(&one, ENDPOINT).await, SECOND));
}

#[tokio::test(start_paused = true)]
async fn memory_follows_use() {
    let limiter = limiter();
    for user in 0..2_000 {
        call(&limiter.credential(&format!("user {user}")), READ).await;
        advance(Duration::from_millis(100)).await;
    }
    let known = limiter.observe().len();
    assert!(known < 150, "{known} of those who called in the last seconds");
}

#[tokio::test(start_paused = true)]
async fn who_is_not_polled_costs_others_a_lapse_whatever_they_call() {
    let limiter = limiter();
    let one = limiter.credential("one");
    call(&one, HEAVY).await;
    let mut asleep: Vec<_> = (3..40)
        .map(|index| {
            let endpoint = EndpointLimits { index, ..READ };
            Box::pin(one.acquire(endpoint, Priority::High, None))
        })
        .collect();
    for acquire in &mut asleep {
        assert!(acquire.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    let waited = wait_for(&one, READ).await;
    assert!(waited < SECOND + Duration::from_millis(20), "{waited:?}");
    // Whoever wakes up goes first.
    let mut awake = JoinSet::new();
    for _ in 0..8 {
        let one = one.clone();
        awake.spawn(async move { wait_for(&one, READ).await });
    }
    tokio::task::yield_now().await;
    let woken = asleep.swap_remove(9).await.unwrap();
    assert!(woken.waited() < SECOND * 3, "{:?}", woken.waited());
    drop(woken);
    awake.join_all().await;
}

#[tokio::test(start_paused = true)]
async fn who_leaves_gives_its_turn_to_the_next_at_once() {
    let limiter = limiter();
    let one = limiter.credential("one");
    for _ in 0..3 {
        call(&one, READ).await;
    }
    // Two are free, and kept for somebody who needs five.
    let mut heavy = Box::pin(one.acquire(HEAVY, Priority::Normal, None));
    assert!(heavy.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    advance(Duration::from_millis(1)).await;
    let light = tokio::spawn({
        let one = one.clone();
        async move { wait_for(&one, READ).await }
    });
    advance(Duration::from_millis(1)).await;
    assert!(!light.is_finished());
    drop(heavy);
    assert!(about(light.await.unwrap(), Duration::from_millis(1)));
}

#[tokio::test(start_paused = true)]
async fn a_429_holds_up_the_bucket_that_is_nearly_full_and_nothing_else() {
    static FREE: Bucket = Bucket::new("free", Scope::Credential, &[Limit::per_minute(1_000)]);
    static BOTH: EndpointLimits =
        EndpointLimits::new(10, &[]).counting_in(&[BucketUse::new(&FREE), BucketUse::new(&ACCOUNT)]);
    static FREELY: EndpointLimits = EndpointLimits::new(11, &[]).counting_in(&[BucketUse::new(&FREE)]);
    let limiter = limiter();
    let one = limiter.credential("one");
    for _ in 0..3 {
        call(&one, BOTH).await;
    }
    let after = Some(SECOND * 7);
    sent(&one, BOTH).await.finish(Outcome::Throttled { after });
    assert!(is_free(&one, FREELY));
    assert!(about(wait_for(&one, READ).await, SECOND * 7));
    let state = limiter.observe().into_iter().find(|key| key.endpoint == 10).unwrap();
    assert_eq!((state.throttles, state.buckets[1].limits[0].effective < 5), (1, true));
}

#[tokio::test(start_paused = true)]
async fn it_shows_what_is_shared_and_forgets_what_is_idle() {
    let limiter = limiter();
    let one = limiter.credential("one");
    let held = sent(&one, HEAVY.named("report")).await;
    let waits = tokio::spawn({
        let one = one.clone();
        async move { call(&one, READ).await }
    });
    tokio::task::yield_now().await;
    let states = limiter.observe();
    let state = |endpoint| states.iter().find(|key| key.endpoint == endpoint).unwrap();
    let heavy = state(2);
    assert_eq!((heavy.name, heavy.limits.len(), &*heavy.credential), ("report", 0, "one"));
    let bucket = &heavy.buckets[0];
    assert_eq!((bucket.name, bucket.weight, bucket.running), ("account", 5, 1));
    assert_eq!((bucket.limits[0].used, bucket.limits[0].free), (5, 0));
    assert_eq!((state(0).waiters, state(0).buckets[0].weight), (1, 1));
    held.finish(Outcome::Responded);
    waits.await.unwrap();
    sleep(SECOND * 9).await;
    limiter.forget_idle(1_000);
    assert!(limiter.observe().is_empty());
}

#[tokio::test(start_paused = true)]
async fn closing_ends_every_wait() {
    let limiter = limiter();
    let one = limiter.credential("one");
    call(&one, HEAVY).await;
    let waits = tokio::spawn({
        let one = one.clone();
        async move { one.acquire(READ, Priority::Normal, None).await.map(drop) }
    });
    tokio::task::yield_now().await;
    limiter.close();
    assert_eq!(waits.await.unwrap(), Err(LimitError::Closed));
    assert!(matches!(one.acquire(READ, Priority::Normal, None).await, Err(LimitError::Closed)));
    let mut late = pin!(one.acquire(READ, Priority::Normal, None));
    let poll = late.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert!(matches!(poll, Poll::Ready(Err(LimitError::Closed))));
}
