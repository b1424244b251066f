//! Callers that give up half-way: the limiter still learns when the server counted, and nothing is left behind.

use std::time::{Duration, Instant};

use feishu_project::Client;
use feishu_project::limiter::{KeyState, Limiter, LimiterOptions, Policy};
use serde_json::json;
use tokio::runtime::Handle;
use tokio::time::{sleep, timeout};

use crate::support::server::{Response, Server, data};

/// A limiter that holds a slot for half a minute if nobody tells it what became of the request.
fn limiter() -> Limiter {
    Limiter::new(LimiterOptions::new().policy(Policy::Strict))
}

fn state(limiter: &Limiter) -> KeyState {
    let states = limiter.observe();
    let list =
        feishu_project::endpoints::ENDPOINTS.iter().find(|known| known.id == "work_item_type.list").unwrap();
    states.into_iter().find(|state| state.endpoint == list.limits.index).expect("the endpoint was called")
}

async fn give_up(client: &Client, after: Duration) {
    assert!(timeout(after, client.work_item_types().list("demo").send()).await.is_err(), "it was too fast");
}

/// Waits until something holds, three seconds at most.
async fn until(holds: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    while !holds() && start.elapsed() < Duration::from_secs(3) {
        sleep(Duration::from_millis(10)).await;
    }
    holds()
}

#[tokio::test]
async fn a_request_that_nobody_waits_for_is_followed_to_its_response() {
    let late = |response| Response::After(Duration::from_millis(150), Box::new(response));
    let server =
        Server::start(move |_, number| if number == 2 { late(data(json!([]))) } else { data(json!([])) })
            .await;
    let limiter = limiter();
    let client = server.builder().limiter(limiter.clone()).build().unwrap();
    // The token is there before, so that the time goes to the call itself.
    client.projects().business_lines("demo").send().await.ok();
    give_up(&client, Duration::from_millis(50)).await;
    assert_eq!(state(&limiter).limits[0].used, 1, "the server may have counted it");
    assert!(until(|| state_used(&limiter) == 0).await, "the slot is held as if no response had come");
}

fn state_used(limiter: &Limiter) -> u32 {
    let states = limiter.observe();
    states.iter().map(|state| state.limits[0].used).sum()
}

#[tokio::test]
async fn a_429_that_nobody_waits_for_still_slows_the_others_down() {
    let body = br#"{"err_code":10429}"#;
    let head = format!("HTTP/1.1 429 Too Many\r\nRetry-After: 5\r\nContent-Length: {}\r\n\r\n", body.len());
    let response = Response::Send([head.as_bytes(), body].concat());
    let server =
        Server::start(move |_, _| Response::After(Duration::from_millis(150), Box::new(response.clone())))
            .await;
    let limiter = limiter();
    let client = server.builder().limiter(limiter.clone()).user_token("u-token").build().unwrap();
    give_up(&client, Duration::from_millis(50)).await;
    assert!(until(|| state(&limiter).throttles == 1).await, "the limiter was not told");
    assert!(state(&limiter).paused_until.is_some());
}

#[tokio::test]
async fn a_connection_that_was_never_made_gives_its_slot_back() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let limiter = limiter();
    let client = Client::builder().user_token("u").base_url(url).limiter(limiter.clone());
    let client = client.retry(feishu_project::RetryPolicy::never()).build().unwrap();
    client.work_item_types().list("demo").send().await.unwrap_err();
    assert_eq!(state_used(&limiter), 0);
}

#[tokio::test]
async fn a_deadline_that_passes_leaves_the_request_to_the_background() {
    let late = Response::After(Duration::from_millis(200), Box::new(data(json!([]))));
    let server = Server::start(move |_, _| late.clone()).await;
    let limiter = limiter();
    let client = server.builder().limiter(limiter.clone()).user_token("u-token").build().unwrap();
    let call = client.work_item_types().list("demo").deadline(Duration::from_millis(50));
    assert!(call.send().await.unwrap_err().is_timeout());
    assert_eq!(state(&limiter).limits[0].used, 1);
    assert!(until(|| state_used(&limiter) == 0).await, "the slot is held as if no response had come");
}

#[tokio::test]
async fn a_thousand_calls_given_up_leave_no_task_and_no_connection() {
    let late = Response::After(Duration::from_millis(100), Box::new(data(json!([]))));
    let server = Server::start(move |_, _| late.clone()).await;
    let client = server.builder().user_token("u-token").build().unwrap();
    let before = Handle::current().metrics().num_alive_tasks();
    for _ in 0..20 {
        let calls = (0..50).map(|_| client.work_item_types().list("demo").send());
        assert!(timeout(Duration::from_millis(20), futures_util::future::join_all(calls)).await.is_err());
    }
    drop(client);
    let settled =
        until(|| Handle::current().metrics().num_alive_tasks() <= before && server.connections() == 0);
    let now = || (Handle::current().metrics().num_alive_tasks(), server.connections());
    assert!(settled.await, "{before} tasks before, {:?} tasks and connections after", now());
}

/// A server that accepts connections and says nothing, as one does that is slow to make TLS.
async fn silent() -> (String, tokio::task::JoinHandle<usize>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        sleep(Duration::from_millis(300)).await;
        let mut received = Vec::new();
        let reading = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut received);
        let _ = timeout(Duration::from_secs(2), reading).await;
        received.len()
    });
    (url, served)
}

#[tokio::test]
async fn what_is_given_up_while_the_connection_is_made_is_never_sent_and_gives_its_slot_back() {
    let (url, served) = silent().await;
    let limiter = limiter();
    let client = Client::builder().user_token("u").base_url(url).limiter(limiter.clone()).build().unwrap();
    let create = client.work_items().create("demo", "story", "x");
    assert!(timeout(Duration::from_millis(100), create.send()).await.is_err(), "it was too fast");
    assert!(until(|| state_used(&limiter) == 0).await, "the slot is held though nothing was sent");
    // The connection ends with the call: nothing comes after the first message of TLS.
    assert!(served.await.unwrap() < 4000);
}

#[tokio::test]
async fn a_deadline_that_passes_while_the_connection_is_made_says_that_nothing_was_sent() {
    let (url, served) = silent().await;
    let client = Client::builder().user_token("u").base_url(url).build().unwrap();
    let create = client.work_items().create("demo", "story", "x").deadline(Duration::from_millis(100));
    let error = create.send().await.unwrap_err();
    assert!(error.is_timeout() && !error.may_have_been_applied(), "{error}");
    served.abort();
}
