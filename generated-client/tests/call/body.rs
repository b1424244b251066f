//! Bodies are read within bounds of size and time.

use std::time::Duration;

use feishu_project::ErrorKind;
use serde_json::json;

use crate::support::server::{Response, Server, data, fast};

#[tokio::test]
async fn a_response_above_the_bound_is_an_error_with_status_and_log_id() {
    let large = data(json!(vec![json!({"name": "x".repeat(1000)}); 200]));
    let server = Server::start(move |_, _| large.clone()).await;
    let client = server.builder().max_body(100_000).build().unwrap();
    let error = client.work_item_types().list("demo").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::TooLarge, Some(200), 1));
    // The test server's header `X-Tt-Logid` is `log-` and the status.
    assert_eq!(error.log_id(), Some("log-200"));
    assert!(error.to_string().contains("`max_body`"), "{error}");
    let roomy = server.builder().max_body(300_000).build().unwrap();
    assert_eq!(roomy.work_item_types().list("demo").send().await.unwrap().len(), 200);
}

#[tokio::test]
async fn a_write_whose_response_is_too_large_says_that_it_may_have_been_done() {
    let large = data(json!("x".repeat(5000)));
    let server = Server::start(move |_, _| large.clone()).await;
    let client = server.builder().max_body(1000).build().unwrap();
    let error = client.work_items().create("demo", "story", "x").send().await.unwrap_err();
    assert!(error.kind() == ErrorKind::TooLarge && error.may_have_been_applied());
}

#[tokio::test]
async fn of_an_endless_refusal_the_beginning_is_read_and_tells_code_and_log_id() {
    // Of 64 KiB each, 64 GiB together: a client that read them all would come to the end of its time.
    const PIECES: usize = 1 << 20;
    let head = b"HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    let first = br#"{"err_code":10301,"err":{"log_id":"log-of-body"},"data":""#;
    let head = [&head[..], format!("{:x}\r\n", first.len()).as_bytes(), first, b"\r\n"].concat();
    let piece = [b"10000\r\n", &[b'x'; 0x10000][..], b"\r\n"].concat();
    let server = Server::start(move |_, _| Response::Repeat(head.clone(), piece.clone(), PIECES)).await;
    let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
    assert_eq!((error.code(), error.log_id()), (Some(10301), Some("log-of-body")));
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_a_timeout() {
    let head = b"HTTP/1.1 200 OK\r\nX-Tt-Logid: log-slow\r\nContent-Length: 1000\r\n\r\n{".to_vec();
    let server = Server::start(move |_, _| Response::SendAndHold(head.clone())).await;
    let client =
        server.builder().timeout(Duration::from_millis(150)).retry(fast().max_attempts(2)).build().unwrap();
    let error = client.work_item_types().list("demo").send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), error.status()), (ErrorKind::Timeout, 2, Some(200)));
    assert_eq!(error.log_id(), Some("log-slow"));
}
