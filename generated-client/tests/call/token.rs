//! Plugin tokens: fetched once, kept apart, renewed once, and never from nothing.

use std::time::Duration;

use feishu_project::{Client, ErrorKind, TokenCache};
use futures_util::future::join_all;
use paceline_sandbox::Sandbox;
use serde_json::json;

use crate::support::server::{
    PLUGIN_ID, Response, SECRET, Server, USER_KEY, data, refused_with, status, token,
};

async fn list(client: &Client) -> feishu_project::Result<()> {
    client.work_item_types().list("demo").send().await.map(drop)
}

#[tokio::test]
async fn a_hundred_callers_on_a_cold_cache_cause_one_token_request() {
    let server = Server::start(|_, _| data(json!([]))).await;
    let client = server.client();
    let results = join_all((0..100).map(|_| list(&client))).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!((server.token_requests(), server.requests().len()), (1, 100));
}

#[tokio::test]
async fn a_hundred_callers_with_a_revoked_token_cause_one_renewal_and_all_succeed() {
    for refusal in [10021, 10022, 10211] {
        let server = Server::start(move |request, _| match request.header("X-PLUGIN-TOKEN") {
            Some("p-token-1") => refused_with(if refusal == 10211 { 403 } else { 401 }, refusal),
            _ => data(json!([])),
        })
        .await;
        let client = server.client();
        let results = join_all((0..100).map(|_| list(&client))).await;
        assert!(results.iter().all(Result::is_ok), "{refusal}: {results:?}");
        assert_eq!(server.token_requests(), 2, "{refusal}");
    }
}

#[tokio::test]
async fn a_token_that_the_sandbox_revoked_is_renewed_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = crate::call::official::of_sandbox(&sandbox);
    list(&client).await.unwrap();
    sandbox.revoke_tokens();
    let response = client.work_item_types().list("demo").send_with_meta().await.unwrap();
    assert_eq!(response.meta.attempts, 2);
    let asked = sandbox.journal().iter().filter(|entry| entry.path.ends_with("/plugin_token")).count();
    assert_eq!(asked, 2);
}

#[tokio::test]
async fn a_second_refusal_is_final() {
    let server = Server::start(|_, _| refused_with(401, 10022)).await;
    let error = list(&server.client()).await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), (Some(10022), 2));
    assert_eq!(server.token_requests(), 2);
}

#[tokio::test]
async fn what_is_no_matter_of_tokens_never_renews_one() {
    for (http, refusal) in
        [(401, 10301), (401, 10302), (403, 10001), (403, 10404), (401, 20039), (401, 20042)]
    {
        let server = Server::start(move |_, _| refused_with(http, refusal)).await;
        let error = list(&server.client()).await.unwrap_err();
        assert_eq!((error.code(), error.attempts()), (Some(refusal), 1));
        assert_eq!((server.token_requests(), server.requests().len()), (1, 1), "{refusal}");
    }
}

#[tokio::test]
async fn one_plugin_on_two_hosts_has_two_tokens() {
    let (first, second) =
        (Server::start(|_, _| data(json!([]))).await, Server::start(|_, _| data(json!([]))).await);
    let cache = TokenCache::new();
    let client = |server: &Server| server.builder().tokens(cache.clone()).build().unwrap();
    let clients = [client(&first), client(&second)];
    for client in &clients {
        list(client).await.unwrap();
    }
    assert_eq!((first.token_requests(), second.token_requests()), (1, 1));
}

#[tokio::test]
async fn plugin_and_virtual_plugin_have_two_tokens() {
    let server = Server::start(|_, _| data(json!([]))).await;
    let plugin = server.client();
    list(&plugin).await.unwrap();
    let builder = server.builder().virtual_plugin(PLUGIN_ID, SECRET).tokens(plugin.tokens().clone());
    list(&builder.build().unwrap()).await.unwrap();
    assert_eq!(server.token_requests(), 2);
    let sent = |number: usize| server.requests()[number].header("X-PLUGIN-TOKEN").unwrap().to_owned();
    assert_ne!(sent(0), sent(1));
}

#[tokio::test]
async fn clients_can_share_their_tokens() {
    let server = Server::start(|_, _| data(json!([]))).await;
    let first = server.client();
    let second = server.builder().tokens(first.tokens().clone()).build().unwrap();
    for client in [&first, &second, &first.with_user_key("71")] {
        list(client).await.unwrap();
    }
    assert_eq!(server.token_requests(), 1);
    assert_eq!(server.requests()[2].header("X-USER-KEY"), Some("71"));
}

#[tokio::test]
async fn a_response_without_a_token_is_an_error_and_the_next_call_asks_again() {
    for empty in
        [json!({}), json!({"data": {}}), json!({"data": {"token": ""}}), json!({"data": null}), json!([])]
    {
        let body = empty.clone();
        let server = Server::tokenless(move |request, number| match number {
            1 => status(200, &body),
            _ if request.path.contains("authen") => token("p-late-token"),
            _ => data(json!([])),
        })
        .await;
        let client = server.client();
        let error = list(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token, "{empty}: {error}");
        assert_eq!(error.endpoint(), Some("auth.plugin_token"));
        assert_eq!(error.log_id(), Some("log-200"));
        assert!(!error.may_have_been_applied());
        list(&client).await.unwrap();
        assert_eq!(server.token_requests(), 2, "{empty}");
    }
}

#[tokio::test]
async fn a_token_endpoint_that_is_throttled_or_fails_for_a_moment_is_asked_again() {
    for trouble in
        [refused_with(429, 10429), status(429, &json!({})), status(500, &json!({})), Response::Close]
    {
        let server = Server::tokenless(move |request, number| match number {
            1 => trouble.clone(),
            _ if request.path.contains("authen") => token("p-late-token"),
            _ => data(json!([])),
        })
        .await;
        list(&server.client()).await.unwrap();
        assert_eq!(server.token_requests(), 2);
    }
}

#[tokio::test]
async fn a_refused_secret_is_asked_about_once_and_all_who_waited_fail_with_it() {
    let refusal = json!({"error": {"code": 10204, "msg": "no"}});
    let server = Server::tokenless(move |_, _| {
        Response::After(Duration::from_millis(50), Box::new(status(400, &refusal)))
    })
    .await;
    let client = server.client();
    let results = join_all((0..50).map(|_| list(&client))).await;
    for result in results {
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.code(), error.status()), (ErrorKind::Token, Some(10204), Some(400)));
        assert!(error.to_string().contains("plugin id and secret"), "{error}");
    }
    assert_eq!(server.token_requests(), 1);
}

#[tokio::test]
async fn a_refusal_of_the_token_in_the_usual_envelope_keeps_its_code() {
    let server = Server::tokenless(|_, _| refused_with(403, 10301)).await;
    let error = list(&server.client()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.code(), error.log_id()),
        (ErrorKind::Token, Some(10301), Some("log-403"))
    );
    assert!(error.is_permission_denied());
}

#[tokio::test]
async fn a_token_is_renewed_before_it_ends_and_the_old_one_serves_meanwhile() {
    let short =
        |text: &str| status(200, &json!({"data": {"token": text, "expire_time": 2}, "error": {"code": 0}}));
    let server = Server::tokenless(move |request, number| match number {
        1 => short("p-first-token"),
        _ if request.path.contains("authen") => status(503, &json!({})),
        _ => data(json!([])),
    })
    .await;
    let client = server.client();
    list(&client).await.unwrap();
    // The token of two seconds is to be renewed after one, or 1.6 at the latest; it ends after two.
    tokio::time::sleep(Duration::from_millis(1700)).await;
    list(&client).await.unwrap();
    let tokens: Vec<_> =
        server.requests().iter().map(|r| r.header("X-PLUGIN-TOKEN").unwrap().to_owned()).collect();
    assert_eq!(tokens, ["p-first-token"; 2]);
    assert!(server.token_requests() > 1, "no early renewal was tried");
}

#[tokio::test]
async fn a_user_key_goes_with_plugin_tokens_only() {
    let server = Server::start(|_, _| data(json!([]))).await;
    list(&server.client()).await.unwrap();
    list(&server.builder().user_token("u-token").build().unwrap()).await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("X-USER-KEY"), Some(USER_KEY));
    assert_eq!(
        (requests[1].header("X-USER-KEY"), requests[1].header("X-PLUGIN-TOKEN")),
        (None, Some("u-token"))
    );
}

#[tokio::test]
async fn a_lifetime_of_a_second_or_less_causes_no_storm() {
    for lifetime in [json!(1), json!(0), json!(-5), json!(2)] {
        let body = json!({"data": {"token": "p-short", "expire_time": lifetime}, "error": {"code": 0}});
        let server = Server::tokenless(move |request, _| match request.path.as_str() {
            "/open_api/authen/plugin_token" => status(200, &body),
            _ => data(json!([])),
        })
        .await;
        let client = server.client();
        for _ in 0..15 {
            list(&client).await.unwrap();
        }
        assert!(server.token_requests() <= 3, "{} exchanges", server.token_requests());
    }
}

#[tokio::test]
async fn a_lifetime_that_cannot_be_read_fails_no_call() {
    for lifetime in
        ["7200.5", "18446744073709551616", "\"7200\"", "1e4", "null", "\"soon\"", "true", "[7200]"]
    {
        let body = format!(r#"{{"data":{{"token":"p-odd","expire_time":{lifetime}}},"error":{{"code":0}}}}"#);
        let server = Server::tokenless(move |request, _| match request.path.as_str() {
            "/open_api/authen/plugin_token" => Response::new(200, "application/json", "", body.as_bytes()),
            _ => data(json!([])),
        })
        .await;
        let client = server.client();
        for _ in 0..5 {
            list(&client).await.unwrap_or_else(|error| panic!("{lifetime}: {error}"));
        }
        assert_eq!(server.token_requests(), 1, "{lifetime}");
    }
}

#[tokio::test]
async fn a_token_that_no_header_can_carry_is_an_error_and_the_next_call_asks_again() {
    let server = Server::tokenless(|request, number| match request.path.as_str() {
        "/open_api/authen/plugin_token" if number == 1 => token("p-odd\ntoken"),
        "/open_api/authen/plugin_token" => token("p-good"),
        _ => data(json!([])),
    })
    .await;
    let client = server.client();
    let error = list(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token, "{error}");
    assert!(!error.to_string().contains("p-odd"), "{error}");
    list(&client).await.unwrap();
    assert_eq!(server.token_requests(), 2);
}

#[tokio::test]
async fn a_credential_that_is_refused_is_not_tried_by_every_call() {
    for http in [400, 401, 403] {
        let server = Server::tokenless(move |_, _| {
            status(http, &json!({"data": {}, "error": {"code": 10301, "msg": "wrong secret"}}))
        })
        .await;
        let client = server.client();
        for _ in 0..12 {
            let error = list(&client).await.unwrap_err();
            assert_eq!((error.kind(), error.code()), (ErrorKind::Token, Some(10301)), "{error}");
        }
        assert_eq!(server.token_requests(), 1, "{http}");
    }
}
