//! The rate limits.

use std::sync::Arc;

use paceline_sandbox::{Count, Sandbox};
use serde_json::{Value, json};

use crate::caller::Caller;

const TYPES: &str = "/open_api/demo/work_item/all-types";

#[tokio::test]
async fn the_sixteenth_request_in_a_second_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    for _ in 0..15 {
        assert_eq!(caller.get(TYPES).await.status, 200);
    }
    let refused = caller.get(TYPES).await;
    assert_eq!((refused.status, refused.code()), (429, 10429));
    // Another endpoint and another token have counts of their own.
    assert_eq!(caller.get("/open_api/demo/business/all").await.status, 200);
    assert_eq!(caller.renewed().await.get(TYPES).await.status, 200);

    let journal = sandbox.journal();
    let refused: Vec<_> = journal.iter().filter(|entry| entry.code == 10429).collect();
    assert_eq!((refused.len(), refused[0].status), (1, Some(429)));
    assert!(refused[0].wait_ms > 0.0 && refused[0].wait_ms <= 1000.0);
    tokio::time::sleep(std::time::Duration::from_secs_f64(refused[0].wait_ms / 1000.0)).await;
    assert_eq!(caller.get(TYPES).await.status, 200, "a refusal is not counted, and the wait was true");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixty_requests_at_once_exactly_fifteen_pass() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Arc::new(Caller::of(&sandbox).await);
    let calls: Vec<_> = (0..60)
        .map(|_| {
            let caller = Arc::clone(&caller);
            tokio::spawn(async move { caller.get(TYPES).await.status })
        })
        .collect();
    let mut passed = 0;
    for call in calls {
        passed += usize::from(call.await.unwrap() == 200);
    }
    let counted: Vec<_> = sandbox.journal().into_iter().filter(|entry| entry.counted).collect();
    let times: Vec<_> = counted[1..].iter().map(|entry| entry.monotonic_ns).collect();
    let span = times.iter().max().unwrap() - times.iter().min().unwrap();
    assert!(passed == 15 || span >= 1_000_000_000, "{passed} passed within {span} ns");
}

#[tokio::test]
async fn requests_count_before_they_are_checked() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    for _ in 0..10 {
        let path = "/open_api/work_item/actual_time/update";
        assert_eq!(caller.post(path, json!("no object")).await.status, 400);
    }
    let refused = caller.post("/open_api/work_item/actual_time/update", json!("no object")).await;
    assert_eq!((refused.status, refused.code()), (429, 10429));
}

#[tokio::test]
async fn every_rule_lets_a_full_window_through_at_once() {
    for count in [Count::Sliding, Count::Fixed, Count::TokenBucket, Count::Weighted] {
        let sandbox = Sandbox::builder().count(count).start().await.unwrap();
        let caller = Caller::of(&sandbox).await;
        let mut passed = 0;
        for _ in 0..15 {
            passed += usize::from(caller.get(TYPES).await.status == 200);
        }
        // Fixed and weighted windows may end in between, which lets through more, not less.
        assert_eq!(passed, 15, "{count:?}");
    }
}

#[tokio::test]
async fn the_table_of_limits_is_served() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let text = caller.http.get(format!("{}/_sandbox/limits", caller.url)).send().await.unwrap();
    let table: Vec<Value> = serde_json::from_str(&text.text().await.unwrap()).unwrap();
    assert_eq!(table.len(), sandbox.api().endpoints.len());
    let filter = table.iter().find(|row| row["endpoint"] == "work_item.filter").unwrap();
    assert_eq!(filter["path"], "/open_api/:project_key/work_item/filter");
    let expected = json!([{"requests": 15, "window_ms": 1000}, {"requests": 450, "window_ms": 60000}]);
    assert_eq!(filter["limits"], expected);
}
