//! Many calls at once against the sandbox, in real time: how long until the last one has succeeded, and what the server
//! had to refuse.
//!
//! `cargo bench -p feishu-project --bench burst`, or with `-- --figures` for one JSON object a line; 80 seconds.
//!
//! A limit of 15/s lets a hundred calls end after six seconds at the earliest: six full windows, and a beginning of the
//! seventh. Beside us, the same calls by plain `reqwest` behind `governor`, told the same 15/s.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use feishu_project::Client;
use governor::{Quota, RateLimiter};
use paceline_sandbox::Sandbox;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use paceline_test_support::figure::{self, Figure};

/// What one burst came to.
struct Outcome {
    took: Duration,
    succeeded: usize,
    refused: usize,
}

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (hundred, governor, thousand) =
        runtime.block_on(async { (ours(100).await, governed(100).await, ours(1000).await) });
    if !figure::asked_for() {
        print("100 calls at once, ours", &hundred);
        print("100 calls at once, governor", &governor);
        print("1000 calls at once, ours", &thousand);
        return;
    }
    let figure = |what: &str, unit, ours| Figure::new("burst", what, unit, ours);
    let seconds = |outcome: &Outcome| outcome.took.as_secs_f64();
    figure("100 calls at once at 15/s", "s", seconds(&hundred))
        .beside("governor", seconds(&governor))
        .goal("<= 6.3 s", seconds(&hundred) <= 6.3)
        .print();
    figure("of 100 calls at once, succeeded", "calls", hundred.succeeded as f64)
        .beside("governor", governor.succeeded as f64)
        .goal("100", hundred.succeeded == 100)
        .print();
    figure("of 100 calls at once, 429s", "responses", hundred.refused as f64)
        .beside("governor", governor.refused as f64)
        .goal("0", hundred.refused == 0)
        .print();
    figure("1000 calls at once at 15/s", "s", seconds(&thousand))
        .goal("<= 67.5 s", seconds(&thousand) <= 67.5)
        .print();
    figure("of 1000 calls at once, succeeded", "calls", thousand.succeeded as f64)
        .goal("1000", thousand.succeeded == 1000)
        .print();
    figure("of 1000 calls at once, 429s", "responses", thousand.refused as f64)
        .goal("0", thousand.refused == 0)
        .print();
}

fn print(name: &str, outcome: &Outcome) {
    let Outcome { took, succeeded, refused } = outcome;
    println!("{name}: {succeeded} succeeded after {:.3} s, {refused} responses were 429", took.as_secs_f64());
}

/// So many calls at once by our client.
async fn ours(calls: usize) -> Outcome {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let client = Client::builder()
        .plugin(paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET)
        .user_key(paceline_sandbox::USER_KEY)
        .base_url(sandbox.url())
        .build()
        .expect("a client");
    // Everything is in place before the clock starts: a connection, and the token.
    client.work_item_types().list(paceline_sandbox::PROJECT_KEY).send().await.expect("a response");
    let call = |number: usize| {
        let call =
            client.work_items().create(paceline_sandbox::PROJECT_KEY, "story", format!("Item {number}"));
        async move { call.send().await.is_ok() }
    };
    burst(&sandbox, (0..calls).map(call)).await
}

/// So many calls at once by hand, each of which waits for the limiter first.
async fn governed(calls: usize) -> Outcome {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let http = reqwest::Client::builder().no_proxy().build().expect("an HTTP client");
    let token = token(&http, &sandbox).await;
    let limiter = Arc::new(RateLimiter::direct(Quota::per_second(NonZeroU32::new(15).expect("not zero"))));
    let url = format!("{}/open_api/{}/work_item/create", sandbox.url(), paceline_sandbox::PROJECT_KEY);
    let call = |number: usize| {
        let body = json!({ "work_item_type_key": "story", "name": format!("Item {number}") }).to_string();
        let request = http.post(&url).header("Content-Type", "application/json").body(body);
        let request =
            request.header("X-PLUGIN-TOKEN", &token).header("X-USER-KEY", paceline_sandbox::USER_KEY);
        let limiter = Arc::clone(&limiter);
        async move {
            limiter.until_ready().await;
            request.send().await.is_ok_and(|response| response.status().is_success())
        }
    };
    burst(&sandbox, (0..calls).map(call)).await
}

async fn token(http: &reqwest::Client, sandbox: &Sandbox) -> String {
    let body =
        json!({ "plugin_id": paceline_sandbox::PLUGIN_ID, "plugin_secret": paceline_sandbox::PLUGIN_SECRET })
            .to_string();
    let request = http.post(format!("{}/open_api/authen/plugin_token", sandbox.url())).body(body);
    let response = request.header("Content-Type", "application/json").send().await.expect("a response");
    let response: Value = serde_json::from_slice(&response.bytes().await.expect("a body")).expect("JSON");
    response["data"]["token"].as_str().expect("a token").to_owned()
}

/// Starts all calls at once and waits for the last.
async fn burst<F>(sandbox: &Sandbox, calls: impl Iterator<Item = F>) -> Outcome
where
    F: Future<Output = bool> + Send + 'static,
{
    let began = Instant::now();
    let running: JoinSet<bool> = calls.collect();
    let done = running.join_all().await;
    let took = began.elapsed();
    let succeeded = done.into_iter().filter(|&done| done).count();
    let refused = sandbox.journal().iter().filter(|entry| entry.status == Some(429)).count();
    Outcome { took, succeeded, refused }
}
