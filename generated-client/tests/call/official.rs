//! What an SDK of the same API gets wrong, measured on loopback, and what this client does instead.

use std::collections::BTreeSet;
use std::time::Duration;

use feishu_project::{Client, ErrorKind, Value, WorkItem};
use futures_util::future::join_all;
use paceline_sandbox::{Fault, FaultKind, Sandbox};
use serde_json::json;

use crate::support::server::{Response, Server, data, fast, response, status};

/// A client of a sandbox, with short delays between attempts.
pub(crate) fn of_sandbox(sandbox: &Sandbox) -> Client {
    Client::builder()
        .plugin(paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET)
        .user_key(paceline_sandbox::USER_KEY)
        .base_url(sandbox.url())
        .retry(fast().max_attempts(10))
        .build()
        .unwrap()
}

#[tokio::test]
async fn sixty_calls_at_once_all_succeed_and_none_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = of_sandbox(&sandbox);
    let types = client.work_item_types();
    let results = join_all((0..60).map(|_| types.list("demo").send())).await;
    assert!(results.iter().all(Result::is_ok));
    assert!(sandbox.journal().iter().all(|entry| entry.status == Some(200)), "the server had to refuse");
}

#[tokio::test]
async fn fifty_callers_with_a_cold_cache_make_one_token_request() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = of_sandbox(&sandbox);
    let (types, projects) = (client.work_item_types(), client.projects());
    let (a, b, c) = tokio::join!(
        join_all((0..15).map(|_| types.list("demo").send())),
        join_all((0..15).map(|_| projects.business_lines("demo").send())),
        join_all((0..20).map(|_| types.get("demo", "story").send())),
    );
    assert!(a.iter().all(Result::is_ok) && b.iter().all(Result::is_ok) && c.iter().all(Result::is_ok));
    let asked = sandbox.journal().iter().filter(|entry| entry.path.ends_with("/plugin_token")).count();
    assert_eq!(asked, 1);
}

#[tokio::test]
async fn a_refusal_by_status_is_no_success_whatever_the_json_says() {
    for refused in [400, 401, 403, 404, 409, 429, 500, 502, 503] {
        for body in [json!({}), json!({"message": "x"}), json!({"err_code": 0, "data": []}), json!([])] {
            let text = body.clone();
            let server = Server::start(move |_, _| status(refused, &text)).await;
            let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
            assert_eq!(error.status(), Some(refused), "{body}");
            assert_eq!(error.log_id(), Some(format!("log-{refused}").as_str()));
            let kind = if refused == 429 { ErrorKind::RateLimited } else { ErrorKind::Api };
            assert_eq!(error.kind(), kind, "{refused} {body}");
        }
    }
}

#[tokio::test]
async fn a_redirect_is_an_error_and_nothing_goes_to_the_other_host() {
    for redirect in [301, 302, 303, 307, 308] {
        let other = Server::tokenless(|_, _| data(json!([]))).await;
        let location = format!("Location: {}/open_api/elsewhere\r\n", other.url);
        let at_call = location.clone();
        let server = Server::start(move |_, _| response(redirect, "text/plain", &at_call, b"")).await;
        let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(redirect)));
        // Not even where the secret itself is sent.
        let server = Server::tokenless(move |_, _| response(redirect, "text/plain", &location, b"")).await;
        let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Token, Some(redirect)));
        assert_eq!((other.requests().len(), other.token_requests()), (0, 0), "{redirect}");
    }
}

#[tokio::test]
async fn there_is_a_timeout_without_asking_for_one() {
    let silence = Response::After(Duration::from_secs(100_000), Box::new(Response::Close));
    let server =
        Server::start(move |_, number| if number == 1 { data(json!([])) } else { silence.clone() }).await;
    let client = server.builder().retry(fast().max_attempts(1)).build().unwrap();
    client.work_item_types().list("demo").send().await.unwrap();
    // With token and connection at hand, nothing is left but to wait, and that takes no time now.
    tokio::time::pause();
    let start = tokio::time::Instant::now();
    let error = client.work_item_types().list("demo").send().await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(start.elapsed().as_secs(), 30);
}

#[tokio::test]
async fn a_response_of_the_wrong_type_keeps_its_code() {
    let body = json!({"err_code": 30005, "err_msg": "gone", "err": {"log_id": "log-of-body"}, "data": [[7]]});
    let server = Server::start(move |_, _| status(200, &body)).await;
    let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
    assert_eq!((error.kind(), error.code(), error.status()), (ErrorKind::Api, Some(30005), Some(200)));
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn a_wrong_type_is_an_error_for_a_strict_call_that_names_the_place_and_the_log_id() {
    let server = Server::start(|_, _| data(json!([{"type_key": "story"}, {"type_key": {"a": 1}}]))).await;
    let error = server.client().work_item_types().list("demo").strict().send().await.unwrap_err();
    assert_eq!((error.kind(), error.log_id()), (ErrorKind::Decode, Some("log-200")));
    assert!(error.to_string().contains("`data[1].type_key`"), "{error}");
    let sandbox = Sandbox::builder().fault(Fault::always(FaultKind::WrongType)).start().await.unwrap();
    let token = Client::builder().user_token("u-token").base_url(sandbox.url()).build().unwrap();
    assert!(token.work_item_types().list("demo").send().await.unwrap_err().log_id().is_some());
}

#[tokio::test]
async fn what_sources_disagree_about_is_read_either_way() {
    let items =
        json!([{"id": "12", "name": null}, {"id": 12}, {"id": 12, "name": "", "unheard_of": {"x": [1]}}]);
    let server = Server::start(move |_, _| data(items.clone())).await;
    let items: Vec<WorkItem> =
        server.client().work_items().query("demo", "story", [12]).send().await.unwrap();
    assert_eq!(items.iter().map(|item| item.id).collect::<BTreeSet<_>>().len(), 1);
}

#[tokio::test]
async fn integers_above_2_53_stay_exact_in_dynamic_values() {
    let text =
        r#"{"err_code":0,"data":{"big":9007199254740993,"id":9223372036854775807,"u":18446744073709551615}}"#;
    let server = Server::start(move |_, _| response(200, "application/json", "", text.as_bytes())).await;
    let client = server.client();
    let value: Value = client.raw(feishu_project::Method::Get, "/open_api/values").send().await.unwrap();
    assert_eq!(value["big"].as_i64(), Some(9_007_199_254_740_993));
    assert_eq!(value["id"].as_i64(), Some(i64::MAX));
    assert_eq!(value["u"].as_u64(), Some(u64::MAX));
}

#[tokio::test]
async fn many_504_leave_no_connection_behind() {
    let page = "<html>504 Gateway Time-out</html>".repeat(1000);
    let server = Server::start(move |_, _| response(504, "text/html", "", page.as_bytes())).await;
    let client = server.builder().retry(fast().max_attempts(1)).build().unwrap();
    for _ in 0..50 {
        let error = client.work_item_types().list("demo").send().await.unwrap_err();
        assert_eq!(error.status(), Some(504));
    }
    assert!(server.connections() <= 2, "{} connections are open", server.connections());
}
