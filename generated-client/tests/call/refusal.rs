//! Errors answer every question, and say what to do.

use std::time::Duration;

use feishu_project::Category;
use feishu_project::{ErrorCode, ErrorKind, Result};
use serde_json::json;

use crate::support::server::{DEFAULT_ATTEMPTS, Response, Server, fast, refused_with, response, status};

async fn create(response: Response) -> Result<()> {
    let server = Server::start(move |_, _| response.clone()).await;
    let call = server.client().work_items().create("demo", "story", "Ship it").send();
    call.await.map(drop)
}

async fn read(response: Response) -> Result<()> {
    let server = Server::start(move |_, _| response.clone()).await;
    let call = server.client().work_item_types().list("demo").send();
    call.await.map(drop)
}

#[tokio::test]
async fn a_refusal_tells_everything_that_is_known_about_it() {
    let error = create(refused_with(401, 10301)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!((error.code(), error.status(), error.attempts()), (Some(10301), Some(401), 1));
    assert_eq!(
        error.log_id(),
        Some("log-401"),
        "the log id of the header takes precedence over that of the body"
    );
    assert_eq!(error.endpoint(), Some("work_item.create"));
    assert_eq!(error.category(), Some(Category::Permission));
    assert!(error.is_permission_denied() && !error.is_not_found() && !error.is_rate_limited());
    assert!(!error.may_have_been_applied() && error.retry_after().is_none());
    assert_eq!(error.detail().unwrap()["log_id"], "log-of-body");
    assert_eq!(ErrorCode::of(&error).map(|code| code.code()), Some(10301));
    let text = error.to_string();
    let known = error.documented().unwrap();
    for part in ["work_item.create", "said the server", "status 401", "code 10301", "log-401", known.advice] {
        assert!(text.contains(part), "`{part}` is not in `{text}`");
    }
}

#[tokio::test]
async fn what_a_code_is_documented_as_counts_and_not_the_status_or_its_digits() {
    assert!(read(refused_with(403, 10404)).await.unwrap_err().is_permission_denied());
    let error = read(refused_with(200, 30005)).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    // A code that nobody documented: the status is all there is.
    let error = read(refused_with(404, 987_654_321_012)).await.unwrap_err();
    assert!(error.is_not_found() && error.documented().is_none());
    assert_eq!(error.code(), Some(987_654_321_012));
}

#[tokio::test]
async fn the_log_id_of_the_body_serves_where_there_is_no_header() {
    let body = json!({"err_code": 20006, "err_msg": "m", "err": {"log_id": "log-of-body"}}).to_string();
    let text = format!("HTTP/1.1 400 Bad\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let error = read(Response::Send(text.into_bytes())).await.unwrap_err();
    assert_eq!((error.log_id(), error.code()), (Some("log-of-body"), Some(20006)));
}

#[tokio::test]
async fn a_refusal_cut_short_keeps_code_and_log_id() {
    let body = r#"{"err_code":20006,"err":{"log_id":"log-of-body","mo"#;
    let text = format!("HTTP/1.1 400 Bad\r\nContent-Length: {}\r\n\r\n{body}", body.len() + 100);
    let error = read(Response::SendAndClose(text.into_bytes())).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(400)));
    assert_eq!((error.log_id(), error.code()), (Some("log-of-body"), Some(20006)));
}

#[tokio::test]
async fn too_many_requests_is_told_from_a_repeated_idempotency_key() {
    let error = read(refused_with(429, 10429)).await.unwrap_err();
    assert!(error.is_rate_limited() && error.kind() == ErrorKind::RateLimited);
    assert_eq!(error.attempts(), DEFAULT_ATTEMPTS);
    let error = create(refused_with(429, 10430)).await.unwrap_err();
    assert!(error.is_duplicate() && error.kind() == ErrorKind::Duplicate && !error.is_rate_limited());
    assert!(error.may_have_been_applied());
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_quota_that_is_used_up_is_not_tried_again() {
    let error = read(refused_with(400, 1_000_051_942)).await.unwrap_err();
    assert_eq!((error.category(), error.attempts()), (Some(Category::Quota), 1));
}

#[tokio::test]
async fn a_refusal_whose_body_never_ends_is_a_refusal_all_the_same() {
    for (status, retried) in [(403, false), (404, false), (500, true)] {
        let head = format!(
            "HTTP/1.1 {status} Status\r\nX-Tt-Logid: log-slow\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"err_code\": 20"
        );
        let server = Server::start(move |_, _| Response::SendAndHold(head.clone().into_bytes())).await;
        let policy = fast().max_attempts(2);
        let client = server.builder().timeout(Duration::from_millis(150)).retry(policy).build().unwrap();
        let error = client.work_item_types().list("demo").send().await.unwrap_err();
        assert_eq!((error.status(), error.log_id()), (Some(status), Some("log-slow")), "{error}");
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::Api, if retried { 2 } else { 1 }),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_response_with_too_many_headers_is_told_as_one() {
    let cookies = "Set-Cookie: a=b; Path=/\r\n".repeat(400);
    let server = Server::start(move |_, _| {
        response(200, "application/json", &cookies, b"{\"err_code\":0,\"data\":[]}")
    })
    .await;
    let policy = fast().max_attempts(3);
    let client = server.builder().retry(policy).build().unwrap();
    match client.work_item_types().list("demo").send().await {
        Ok(types) => assert!(types.is_empty()),
        Err(error) => {
            let text = error.to_string();
            assert!(text.contains("header") && !text.contains("go better later"), "{text}");
            assert_eq!(error.attempts(), 1, "the same server sends the same headers: {text}");
        }
    }
}

#[tokio::test]
async fn html_of_a_gateway_becomes_an_error_with_an_excerpt() {
    let page = "<html>\n  <head><title>502 Bad Gateway</title></head>\n<body>".to_owned() + &"x".repeat(9000);
    let error = read(response(502, "text/html", "", page.as_bytes())).await.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.log_id()), (ErrorKind::Api, Some(502), Some("log-502")));
    let text = error.to_string();
    assert!(text.contains("502 Bad Gateway</title>") && text.len() < 600, "{text}");
    let error = read(response(200, "text/html", "", page.as_bytes())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("502 Bad Gateway</title>"), "{error}");
}

#[tokio::test]
async fn json_is_json_whatever_its_content_type() {
    for kind in ["text/plain", "text/html; charset=utf-8", "application/octet-stream", ""] {
        let body = br#" {"err_code": 0, "data": []} "#;
        read(response(200, kind, "", body)).await.unwrap();
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_an_error_that_says_nothing_was_sent() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client =
        feishu_project::Client::builder().user_token("u-token").base_url(url).retry(fast()).build().unwrap();
    let error = client.work_items().create("demo", "story", "x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, DEFAULT_ATTEMPTS));
    assert!(!error.may_have_been_applied());
    assert!(error.to_string().contains("nothing was sent"), "{error}");
}

#[tokio::test]
async fn a_deadline_that_cannot_be_met_fails_at_once_and_says_how_long_it_would_take() {
    let server = Server::start(|_, _| status(200, &json!({"err_code": 0, "data": []}))).await;
    let client =
        server.builder().limiter(feishu_project::limiter::Limiter::new(Default::default())).build().unwrap();
    let types = client.work_item_types();
    futures_util::future::join_all((0..15).map(|_| types.list("demo").send())).await;
    let error = types.list("demo").deadline(Duration::from_millis(100)).send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::LocalLimit, 0));
    assert!(error.retry_after().unwrap() > Duration::from_millis(100), "{error}");
    assert_eq!(server.requests().len(), 15);
}
