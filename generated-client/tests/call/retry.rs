//! What is sent again, when, how often, and what never is.

use std::time::{Duration, Instant};

use feishu_project::{Error, ErrorKind, RetryPolicy};
use futures_util::future::join_all;
use paceline_sandbox::{Fault, FaultKind, Sandbox};
use serde_json::json;

use crate::call::official::of_sandbox;
use crate::support::server::{Response, Server, data, fast, refused_with, response, status};

/// The first `times` requests go wrong, the others go well.
async fn at_first(times: usize, trouble: Response, then: serde_json::Value) -> Server {
    Server::start(move |_, number| if number <= times { trouble.clone() } else { data(then.clone()) }).await
}

fn troubles() -> Vec<Response> {
    let late = Response::After(Duration::from_secs(20), Box::new(Response::Close));
    let cut =
        Response::SendAndClose(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"err_code\":0,".to_vec());
    vec![status(500, &json!({})), refused_with(500, 50006), refused_with(503, 0), Response::Close, late, cut]
}

#[tokio::test]
async fn reads_are_sent_again_after_500_reset_and_timeout() {
    for trouble in troubles() {
        let server = at_first(2, trouble, json!([])).await;
        let client = server.builder().timeout(Duration::from_millis(150)).build().unwrap();
        let response = client.work_item_types().list("demo").send_with_meta().await.unwrap();
        assert_eq!((response.meta.attempts, response.meta.status.as_u16()), (3, 200));
        assert_eq!(response.meta.log_id.as_deref(), Some("log-200"));
    }
}

#[tokio::test]
async fn a_write_is_sent_again_with_the_same_idempotency_key_and_another_write_has_another() {
    for trouble in troubles() {
        let server = at_first(2, trouble, json!(7)).await;
        let client = server.builder().timeout(Duration::from_millis(150)).build().unwrap();
        for _ in 0..2 {
            client.work_items().create("demo", "story", "Ship it").send().await.unwrap();
        }
        let keys: Vec<_> =
            server.requests().iter().map(|r| r.header("X-IDEM-UUID").unwrap().to_owned()).collect();
        assert_eq!(keys.len(), 4);
        assert!(keys[0] == keys[1] && keys[1] == keys[2] && keys[2] != keys[3], "{keys:?}");
    }
}

#[tokio::test]
async fn the_callers_own_idempotency_key_is_sent_and_reads_have_none() {
    let server = Server::start(|_, _| data(json!(null))).await;
    let items = server.client().work_items();
    items.delete("demo", "story", 1).idempotency_key("mine").send().await.unwrap();
    server.client().work_item_types().list("demo").send().await.unwrap();
    let requests = server.requests();
    assert_eq!((requests[0].header("X-IDEM-UUID"), requests[1].header("X-IDEM-UUID")), (Some("mine"), None));
}

#[tokio::test]
async fn a_repeated_write_that_the_server_has_seen_is_a_duplicate_and_not_done_twice() {
    let server =
        Server::start(|_, number| if number == 1 { Response::Close } else { refused_with(429, 10430) }).await;
    let error = server.client().work_items().create("demo", "story", "x").send().await.unwrap_err();
    assert!(error.is_duplicate() && error.may_have_been_applied());
    assert_eq!(error.attempts(), 2);
    assert!(error.to_string().contains("look before sending it again"), "{error}");
}

#[tokio::test]
async fn however_often_connections_break_each_item_is_made_once() {
    let fault = Fault { kind: FaultKind::ResetAfter, rate: 0.4 };
    let sandbox = Sandbox::builder().fault(fault).seed(7).start().await.unwrap();
    let client = of_sandbox(&sandbox);
    let items = client.work_items();
    let before = items.filter("demo").work_item_type_keys(["story"]).send().await.unwrap().total.unwrap();
    let made = join_all((0..12).map(|n| items.create("demo", "story", format!("once {n}")).send())).await;
    let good = |result: &Result<_, Error>| {
        result.as_ref().is_ok()
            || result.as_ref().is_err_and(|e| e.is_duplicate() && e.may_have_been_applied())
    };
    assert!(made.iter().all(good), "{made:?}");
    assert!(made.iter().any(Result::is_err), "the fault never struck");
    let after = items.filter("demo").work_item_type_keys(["story"]).send().await.unwrap().total.unwrap();
    assert_eq!(after - before, 12);
}

#[tokio::test]
async fn a_write_is_not_sent_again_under_a_renewed_token() {
    let server =
        Server::start(|_, number| if number == 1 { Response::Close } else { refused_with(401, 10022) }).await;
    let error = server.client().work_items().create("demo", "story", "x").send().await.unwrap_err();
    assert_eq!(server.requests().len(), 2, "the idempotency key does not hold for the new token");
    assert!(error.may_have_been_applied());
    assert!(error.to_string().contains("the token was renewed after this attempt"), "{error}");
}

#[tokio::test]
async fn a_429_waits_and_goes_again_as_the_header_says() {
    for body in [json!({"err_code": 10429}), json!({}), json!({"err_code": "10429"})] {
        let body = body.to_string();
        let trouble = response(429, "application/json", "Retry-After: 1\r\n", body.as_bytes());
        let server = at_first(1, trouble, json!(7)).await;
        let client = server.builder().limiter(feishu_project::limiter::Limiter::new(Default::default()));
        let client = client.build().unwrap();
        let start = Instant::now();
        let response = client.work_items().create("demo", "story", "x").send_with_meta().await.unwrap();
        assert_eq!(response.meta.attempts, 2);
        assert!(
            start.elapsed() >= Duration::from_secs(1) && response.meta.waited >= Duration::from_millis(900)
        );
    }
}

#[tokio::test]
async fn a_429_waits_even_where_no_limiter_holds_back() {
    let server = at_first(2, refused_with(429, 10429), json!([])).await;
    let slow = RetryPolicy::default().delay(Duration::from_millis(100), Duration::from_millis(100));
    let client = server.builder().retry(slow).build().unwrap();
    let start = Instant::now();
    client.work_item_types().list("demo").send().await.unwrap();
    assert!(start.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn a_server_that_asks_for_too_long_a_wait_is_not_waited_for() {
    for (refused, date) in [(503, false), (503, true), (429, false)] {
        let wait = if date { "Fri, 31 Dec 2100 23:59:59 GMT" } else { "86400" };
        let extra = format!("Retry-After: {wait}\r\n");
        let server = Server::start(move |_, _| response(refused, "application/json", &extra, b"{}")).await;
        let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
        assert_eq!((error.status(), error.attempts()), (Some(refused), 1));
        assert!(error.retry_after().unwrap() >= Duration::from_secs(86_400));
        assert!(error.to_string().contains("longer wait than allowed"), "{error}");
    }
}

#[tokio::test]
async fn a_deadline_ends_it_all() {
    let server = Server::start(|_, _| refused_with(500, 50006)).await;
    let slow = RetryPolicy::default().delay(Duration::from_secs(5), Duration::from_secs(5));
    let client = server.builder().retry(slow).build().unwrap();
    let start = Instant::now();
    let call = client.work_item_types().list("demo").deadline(Duration::from_millis(300));
    let error = call.send().await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), (Some(50006), 1), "no use in a delay beyond the deadline");
    assert!(start.elapsed() < Duration::from_millis(300));
    let silent =
        Server::start(|_, _| Response::After(Duration::from_secs(20), Box::new(Response::Close))).await;
    let call = silent.client().work_item_types().list("demo").deadline(Duration::from_millis(300));
    assert_eq!(call.send().await.unwrap_err().kind(), ErrorKind::Timeout);
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn an_outage_is_not_multiplied_by_retries() {
    let server = Server::start(|_, _| refused_with(500, 50006)).await;
    let client = server.builder().retry(fast().budget(20)).build().unwrap();
    let types = client.work_item_types();
    let results = join_all((0..100).map(|_| types.list("demo").send())).await;
    assert!(results.iter().all(Result::is_err));
    assert_eq!(server.requests().len(), 120, "100 calls and a budget of 20 repetitions");
    let refused = results.into_iter().filter_map(Result::err);
    let said =
        refused.filter(|error| error.to_string().contains("too many calls of this client are failing"));
    assert!(said.count() >= 80);
}

#[tokio::test]
async fn never_means_never_but_for_a_token() {
    let server =
        Server::start(|_, number| if number == 1 { refused_with(401, 10022) } else { Response::Close }).await;
    let client = server.builder().retry(RetryPolicy::never()).build().unwrap();
    let error = client.work_item_types().list("demo").send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 2));
}
