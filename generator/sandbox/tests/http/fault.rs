//! Faults on demand.

use std::time::{Duration, Instant};

use paceline_sandbox::{Fault, FaultKind, Sandbox};
use serde_json::json;

use crate::caller::{Caller, read};

const CREATE: &str = "/open_api/demo/work_item/create";
const FILTER: &str = "/open_api/demo/work_item/filter";

fn create(caller: &Caller, fault: &str) -> reqwest::RequestBuilder {
    let body = json!({"work_item_type_key": "story", "name": "one"});
    caller.request("POST", CREATE).header("X-Sandbox-Fault", fault).json(&body)
}

async fn count(caller: &Caller) -> i64 {
    let response = caller.post(FILTER, json!({"work_item_type_keys": ["story"]})).await;
    response.data();
    response.body["pagination"]["total"].as_i64().unwrap()
}

#[tokio::test]
async fn each_fault_does_what_it_says() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let refused = read(create(&caller, "429")).await;
    assert_eq!((refused.status, refused.code()), (429, 10429));
    let failed = read(create(&caller, "500")).await;
    assert_eq!((failed.status, failed.code()), (500, 50006));
    let html = create(&caller, "html").send().await.unwrap();
    assert_eq!(html.status(), 502);
    assert!(html.text().await.unwrap().starts_with("<html>"));
    assert!(create(&caller, "reset").send().await.is_err(), "no response at all");
    assert_eq!(count(&caller).await, 0, "none of these took effect");

    assert!(create(&caller, "reset-after").send().await.is_err(), "no response at all");
    assert_eq!(count(&caller).await, 1, "but it took effect");
    let cut = create(&caller, "cut").send().await.unwrap();
    assert_eq!(cut.status(), 200);
    assert!(cut.bytes().await.is_err(), "the body ends early");
    assert_eq!(count(&caller).await, 2);
    let wrong = read(create(&caller, "wrong-type")).await;
    assert_eq!(wrong.code(), 0);
    assert!(!wrong.body["data"].is_i64(), "{}", wrong.body);

    let started = Instant::now();
    assert_eq!(read(create(&caller, "latency:150")).await.status, 200);
    assert!(started.elapsed() >= Duration::from_millis(150));
    assert_eq!(read(create(&caller, "revoke")).await.code(), 10022);
    assert_eq!(read(create(&caller.renewed().await, "fire")).await.refusal("X-Sandbox-Fault"), (400, 20006));
}

#[tokio::test]
async fn a_rate_strikes_some_requests_and_the_seed_decides_which() {
    let mut runs = Vec::new();
    for _ in 0..2 {
        let fault = Fault { kind: FaultKind::Server, rate: 0.5 };
        let sandbox = Sandbox::builder().seed(7).fault(fault).start().await.unwrap();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut statuses = Vec::new();
        for _ in 0..14 {
            let url = format!("{}/open_api/authen/plugin_token", sandbox.url());
            let body = json!({"plugin_id": paceline_sandbox::PLUGIN_ID, "plugin_secret": paceline_sandbox::PLUGIN_SECRET});
            statuses.push(http.post(url).json(&body).send().await.unwrap().status().as_u16());
        }
        assert!(statuses.contains(&200) && statuses.contains(&500), "{statuses:?}");
        runs.push(statuses);
    }
    assert_eq!(runs[0], runs[1]);
}

#[tokio::test]
async fn a_dropped_connection_stands_in_the_journal_without_status() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let _ = create(&caller, "reset").send().await;
    let entry = sandbox.journal().pop().unwrap();
    assert_eq!((entry.status, entry.fault.as_deref()), (None, Some("reset")));
}
