//! Callers who wait for a bucket: deadlines, sleepers, those who leave; state and memory.

use super::*;

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
