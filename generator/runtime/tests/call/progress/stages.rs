//! A call that is held after its first poll, in each of its stages.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::join_all;
use paceline_test_support::server::{Response, TestServer};
use tokio::time::{Instant, sleep, timeout};

use crate::fixture::{Behaviour, Fixture, PER_SECOND, list, poll_once};

/// Calls of other tasks, and how long they took.
async fn others(client: &paceline_runtime::Client, count: u32) -> Duration {
    let start = Instant::now();
    let calls = join_all((0..count).map(|_| tokio::spawn(list(client))));
    for result in timeout(Duration::from_secs(60), calls).await.expect("they go on") {
        result.unwrap().unwrap();
    }
    start.elapsed()
}

#[tokio::test(start_paused = true)]
async fn while_it_waits_for_the_token() {
    let slow_token = Behaviour { token_takes: Duration::from_millis(200), ..Behaviour::default() };
    let fixture = Fixture::start(slow_token).await;
    let client = fixture.client();
    let mut held = Box::pin(list(&client));
    poll_once(&mut held).await;
    let took = others(&client, 3).await;
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert_eq!(fixture.tokens(), 1);
    held.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn while_it_stands_in_line() {
    let fixture = Fixture::start(Behaviour::default()).await;
    let client = fixture.client();
    others(&client, PER_SECOND).await;
    let mut held = Box::pin(list(&client));
    poll_once(&mut held).await;
    // The held one is served first, so one of these waits for a window more.
    let took = others(&client, PER_SECOND - 1).await;
    assert!(took < Duration::from_millis(1300), "{took:?}");
    held.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn after_its_request_was_sent() {
    let slow = Behaviour { list_takes: Duration::from_millis(100), ..Behaviour::default() };
    let fixture = Fixture::start(slow).await;
    let client = fixture.client();
    others(&client, 1).await;
    sleep(Duration::from_secs(2)).await;
    let mut held: Vec<_> = (0..PER_SECOND).map(|_| Box::pin(list(&client))).collect();
    for call in &mut held {
        poll_once(call).await;
    }
    // Their responses come although nobody waits for them, so that their slots are free after a window.
    let took = others(&client, PER_SECOND).await;
    assert!(took < Duration::from_millis(1500), "{took:?}");
    for call in held {
        call.await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn while_the_body_of_its_response_comes_in() {
    const HEAD: &[u8] =
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\n\r\n{\"code\":0,";
    let server = TestServer::start(|request| match request.path.as_str() {
        "/token" => {
            Response::new(200, "application/json", "", br#"{"code":0,"data":{"token":"t","life":60}}"#)
        }
        _ => {
            let rest = Response::Send(br#""data":[1]}"#.to_vec()).after(Duration::from_millis(300));
            Response::Then(HEAD.to_vec(), Box::new(rest))
        }
    })
    .await;
    let client = Fixture::with(server.url());
    list(&client).await.unwrap();
    sleep(Duration::from_secs(2)).await;
    let mut held: Vec<_> = (0..PER_SECOND).map(|_| Box::pin(list(&client))).collect();
    for call in &mut held {
        poll_once(call).await;
    }
    // The heads of their responses have come; half of each body has not.
    sleep(Duration::from_millis(100)).await;
    let start = Instant::now();
    let others = join_all((0..PER_SECOND).map(|_| tokio::spawn(list(&client))));
    for result in timeout(Duration::from_secs(60), others).await.expect("they go on") {
        result.unwrap().unwrap();
    }
    assert!(start.elapsed() < Duration::from_millis(1500), "{:?}", start.elapsed());
    for call in held {
        assert!(call.now_or_never().expect("its body came in meanwhile").is_ok());
    }
}

#[tokio::test(start_paused = true)]
async fn before_it_is_polled_again_after_its_response_came() {
    let fixture = Fixture::start(Behaviour::default()).await;
    let client = fixture.client();
    let mut held: Vec<_> = (0..PER_SECOND).map(|_| Box::pin(list(&client))).collect();
    for call in &mut held {
        poll_once(call).await;
    }
    sleep(Duration::from_millis(1100)).await;
    let took = others(&client, PER_SECOND).await;
    assert!(took < Duration::from_millis(100), "{took:?}");
    for call in held {
        call.await.unwrap();
    }
}
