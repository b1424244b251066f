//! What counts together, and in which order callers of several buckets are served.

use super::*;

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
