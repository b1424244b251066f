//! A server that is down: everyone hears of it within a minute, in line or not, and it is not beaten with repetitions.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::join_all;
use paceline_runtime::{Client, Error, ErrorKind, Method, Result, Value};
use paceline_test_support::Rng;
use paceline_test_support::server::{Response, TestServer};
use tokio::time::{Instant, sleep};

use crate::fixture::{Fixture, list};

const MINUTE: Duration = Duration::from_secs(60);
const CALLERS: usize = 2000;

fn json(status: u16, headers: &str, body: &str) -> Response {
    Response::new(status, "application/json", headers, body.as_bytes())
}

fn token() -> Response {
    json(200, "", r#"{"code":0,"data":{"token":"t1","life":7200}}"#)
}

fn success() -> Response {
    json(200, "", r#"{"code":0,"data":[1]}"#)
}

/// A server whose list is down in some way; all else works.
struct Down {
    server: TestServer,
    client: Client,
    sent: Arc<AtomicUsize>,
    works: Arc<AtomicBool>,
}

impl Down {
    async fn start(fault: impl Fn(usize) -> Response + Send + Sync + 'static) -> Self {
        let (sent, works) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (count, well) = (sent.clone(), works.clone());
        let server = TestServer::start(move |request| match request.path.as_str() {
            "/token" => token(),
            "/list" => {
                let number = count.fetch_add(1, Ordering::SeqCst);
                if well.load(Ordering::SeqCst) { success() } else { fault(number) }
            }
            _ => success(),
        })
        .await;
        let client = Fixture::with(server.url());
        Self { server, client, sent, works }
    }

    fn sent(&self) -> usize {
        self.sent.load(Ordering::SeqCst)
    }
}

/// Calls at once, with the time after which each heard.
async fn call(client: &Client, callers: usize) -> Vec<(Duration, Result<Vec<Value>>)> {
    let start = Instant::now();
    let calls = (0..callers).map(|_| {
        let call = list(client);
        tokio::spawn(async move {
            let result = call.await;
            (start.elapsed(), result)
        })
    });
    join_all(calls).await.into_iter().map(|task| task.expect("no call panics")).collect()
}

/// All callers of a server that is down hear so within a minute, after few attempts more than their first ones.
async fn assert_all_hear(fault: impl Fn(usize) -> Response + Send + Sync + 'static) {
    let down = Down::start(fault).await;
    let heard = call(&down.client, CALLERS).await;
    let latest = heard.iter().map(|(after, _)| *after).max().unwrap();
    assert!(latest <= MINUTE + Duration::from_secs(1), "the last one hears after {latest:?}");
    let errors: Vec<Error> = heard.into_iter().map(|(_, result)| result.unwrap_err()).collect();
    let first_attempts = errors.iter().filter(|error| error.attempts() > 0).count();
    let extra = down.sent() - first_attempts;
    assert!(extra <= 35, "{extra} more attempts than {first_attempts} callers needed");
    let told = errors.iter().find(|error| error.kind() == ErrorKind::Unavailable).expect("some were in line");
    assert_eq!((told.attempts(), told.may_have_been_applied(), told.endpoint()), (0, false, Some("list")));
    assert!(std::error::Error::source(told).is_some(), "the last failure is the cause");
}

#[tokio::test(start_paused = true)]
async fn everyone_hears_of_a_server_that_only_says_503() {
    assert_all_hear(|_| json(503, "", "")).await;
}

#[tokio::test(start_paused = true)]
async fn everyone_hears_of_a_server_that_never_responds() {
    assert_all_hear(|_| success().after(Duration::from_secs(3600))).await;
}

#[tokio::test(start_paused = true)]
async fn everyone_hears_of_a_server_that_breaks_connections() {
    assert_all_hear(|_| Response::Close).await;
}

#[tokio::test(start_paused = true)]
async fn everyone_hears_of_a_server_that_only_says_429() {
    assert_all_hear(|_| json(429, "", "")).await;
}

#[tokio::test(start_paused = true)]
async fn a_lone_caller_hears_within_a_minute_too() {
    let down = Down::start(|_| success().after(Duration::from_secs(3600))).await;
    let (after, result) = call(&down.client, 1).await.remove(0);
    assert!(result.unwrap_err().is_timeout());
    assert!(after > Duration::from_secs(30) && after <= MINUTE, "{after:?}");
    assert_eq!(down.sent(), 2, "one more attempt has its time");
}

#[tokio::test(start_paused = true)]
async fn other_endpoints_are_not_slowed() {
    let down = Down::start(|_| json(503, "", "")).await;
    let broken = tokio::spawn({
        let client = down.client.clone();
        async move { call(&client, CALLERS).await }
    });
    sleep(Duration::from_secs(1)).await;
    let start = Instant::now();
    let well = (0..150).map(|_| {
        let call = down.client.raw(Method::Get, "/healthy").send::<Value>();
        tokio::spawn(call)
    });
    for result in join_all(well).await {
        result.unwrap().unwrap();
    }
    // 15 a second, the first 15 at once.
    let took = start.elapsed();
    assert!(took < Duration::from_millis(9500), "{took:?}");
    broken.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_server_that_is_back_is_found_out_at_once() {
    let down = Down::start(|_| json(503, "", "")).await;
    call(&down.client, CALLERS).await;
    let sent = down.sent();
    // While it is down, one call a second finds out.
    let refused = call(&down.client, 100).await;
    assert!(refused.iter().all(|(_, result)| result.is_err()));
    assert!(down.sent() <= sent + 1, "{} were sent", down.sent() - sent);
    down.works.store(true, Ordering::SeqCst);
    sleep(Duration::from_secs(1)).await;
    assert!(list(&down.client).await.is_ok(), "the next one gets through");
    let heard = call(&down.client, 30).await;
    assert!(heard.iter().all(|(_, result)| result.is_ok()));
    drop(down.server);
}

#[tokio::test(start_paused = true)]
async fn the_budget_fails_no_call_where_one_response_of_ten_is_a_503() {
    let rng = Mutex::new(Rng::with_seed(1));
    let down =
        Down::start(move |_| if rng.lock().unwrap().f64() < 0.1 { json(503, "", "") } else { success() })
            .await;
    let heard = call(&down.client, CALLERS).await;
    let errors: Vec<Error> = heard.into_iter().filter_map(|(_, result)| result.err()).collect();
    // Which call meets which fault is chance: one of ten thousand meets four and has no attempt left.
    assert!(errors.len() <= 5, "{} of {CALLERS} calls failed", errors.len());
    assert!(errors.iter().all(|error| error.attempts() == 4), "{errors:?}");
    assert!(down.sent() > CALLERS + CALLERS / 20, "faults were met: {} were sent", down.sent());
}

#[tokio::test(start_paused = true)]
async fn a_long_line_for_a_server_that_works_is_no_outage() {
    let down = Down::start(|_| success()).await;
    let heard = call(&down.client, 10_000).await;
    assert!(heard.iter().all(|(_, result)| result.is_ok()));
    let latest = heard.iter().map(|(after, _)| *after).max().unwrap();
    assert!(latest > Duration::from_secs(600), "they were in line: {latest:?}");
}
