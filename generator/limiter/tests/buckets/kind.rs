//! Limits that are no number in a window, and what responses tell of buckets.

use super::*;

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
