//! Scripts as people write them: a stream of calls, and a call in the loop's body.

use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use tokio::time::{Instant, timeout};

use crate::fixture::{Behaviour, Fixture, list, poll_once, spawned};

const ITEMS: usize = 60;

/// It took no longer than the same calls take when each is spawned, but for 5 %.
#[track_caller]
fn assert_goodput(took: Duration, spawned: Duration, what: &str) {
    assert!(took.as_secs_f64() * 0.95 <= spawned.as_secs_f64(), "{what}: {took:?}, spawned {spawned:?}");
}

#[tokio::test(start_paused = true)]
async fn buffer_unordered_with_a_call_in_the_body_is_as_fast_as_spawned_calls() {
    let best = spawned(2 * ITEMS, Behaviour::default()).await;
    for width in [1, 3, 5, 20, 100] {
        let fixture = Fixture::start(Behaviour::default()).await;
        let client = fixture.client();
        let start = Instant::now();
        let mut calls = stream::iter(0..ITEMS).map(|_| list(&client)).buffer_unordered(width);
        let mut bodies = 0;
        while let Some(result) = timeout(Duration::from_secs(60), calls.next()).await.expect("it goes on") {
            result.unwrap();
            timeout(Duration::from_secs(60), list(&client)).await.expect("it goes on").unwrap();
            bodies += 1;
        }
        assert_eq!(bodies, ITEMS);
        assert_goodput(start.elapsed(), best, &format!("{width} at once"));
    }
}

#[tokio::test(start_paused = true)]
async fn for_each_with_a_call_in_the_body_is_as_fast_as_spawned_calls() {
    let best = spawned(2 * ITEMS, Behaviour::default()).await;
    for width in [1, 3, 5, 20, 100] {
        let fixture = Fixture::start(Behaviour::default()).await;
        let client = fixture.client();
        let start = Instant::now();
        let calls = stream::iter(0..ITEMS).map(|_| list(&client)).buffer_unordered(width);
        let bodies = calls.for_each(|result| {
            result.unwrap();
            let body = list(&client);
            async move { drop(body.await.unwrap()) }
        });
        timeout(Duration::from_secs(120), bodies).await.expect("it ends");
        assert_goodput(start.elapsed(), best, &format!("{width} at once"));
    }
}

#[tokio::test(start_paused = true)]
async fn select_whose_other_branch_awaits_a_call_is_as_fast_as_spawned_calls() {
    let best = spawned(2 * ITEMS, Behaviour::default()).await;
    let fixture = Fixture::start(Behaviour::default()).await;
    let client = fixture.client();
    let start = Instant::now();
    for _ in 0..ITEMS {
        let mut held = Box::pin(list(&client));
        tokio::select! {
            biased;
            result = &mut held => drop(result.unwrap()),
            () = std::future::ready(()) => {
                timeout(Duration::from_secs(60), list(&client)).await.expect("it goes on").unwrap();
                timeout(Duration::from_secs(60), held).await.expect("it goes on").unwrap();
            }
        }
    }
    assert_goodput(start.elapsed(), best, "select");
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_revoked_in_the_middle_is_renewed_once_and_slows_nobody() {
    let revoked =
        Behaviour { token_takes: Duration::from_millis(100), revoked_after: Some(5), ..Behaviour::default() };
    let best = spawned(2 * ITEMS, revoked).await;
    for width in [1, 5, 20] {
        let fixture = Fixture::start(revoked).await;
        let client = fixture.client();
        let start = Instant::now();
        let mut calls = stream::iter(0..ITEMS).map(|_| list(&client)).buffer_unordered(width);
        while let Some(result) = timeout(Duration::from_secs(60), calls.next()).await.expect("it goes on") {
            result.unwrap();
            timeout(Duration::from_secs(60), list(&client)).await.expect("it goes on").unwrap();
        }
        assert_eq!(fixture.tokens(), 2, "one for all calls, and one in its place");
        // Each call that was on its way with the old token is repeated, and takes a slot more.
        assert_goodput(start.elapsed(), best + Duration::from_secs(2), &format!("{width} at once"));
    }
}

/// Real time, since threads cannot share a paused clock: that it ends is what counts.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn buffer_unordered_with_a_call_in_the_body_ends_on_many_threads() {
    let fixture = Fixture::start(Behaviour::default()).await;
    let client = fixture.client();
    let mut calls = stream::iter(0..20).map(|_| list(&client)).buffer_unordered(20);
    let mut bodies = 0;
    while let Some(result) = timeout(Duration::from_secs(30), calls.next()).await.expect("it goes on") {
        result.unwrap();
        timeout(Duration::from_secs(30), list(&client)).await.expect("it goes on").unwrap();
        bodies += 1;
    }
    assert_eq!(bodies, 20);
}

/// The same in real time, beside as many spawned calls in the same minute.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "half a minute of real time: cargo test -p paceline-runtime --test call -- --ignored --nocapture many_threads"]
async fn calls_in_the_body_are_as_fast_as_spawned_ones_on_many_threads() {
    let mut runs = tokio::task::JoinSet::new();
    for width in [1, 3, 5, 20, 100] {
        runs.spawn(async move {
            let best = tokio::spawn(spawned(2 * ITEMS, Behaviour::default()));
            let fixture = Fixture::start(Behaviour::default()).await;
            let client = fixture.client();
            let start = Instant::now();
            let mut calls = stream::iter(0..ITEMS).map(|_| list(&client)).buffer_unordered(width);
            while let Some(result) = calls.next().await {
                result.unwrap();
                list(&client).await.unwrap();
            }
            (width, start.elapsed(), best.await.unwrap())
        });
    }
    for (width, took, best) in runs.join_all().await {
        println!("{width} at once: {took:?}, spawned {best:?}");
        assert_goodput(took, best, &format!("{width} at once"));
    }
}

/// The future is still there, and still gives its response.
#[tokio::test(start_paused = true)]
async fn what_was_held_for_long_has_its_response() {
    let fixture = Fixture::start(Behaviour::default()).await;
    let client = fixture.client();
    let mut held = Box::pin(list(&client));
    poll_once(&mut held).await;
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert_eq!(held.await.unwrap().len(), 1);
}
