//! User tokens: from a code, by rotating refresh tokens, through the caller's store.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use feishu_project::{Client, ErrorKind, Grant, RotatedToken};
use futures_util::future::join_all;
use paceline_sandbox::{Sandbox, USER_KEY};
use serde_json::json;

use crate::call::official::of_sandbox;
use crate::support::server::{Request, Response, Server, data, status};

async fn list(client: &Client) -> feishu_project::Result<()> {
    client.work_item_types().list("demo").send().await.map(drop)
}

/// A server that takes each refresh token once: `r-token-1`, then `r-token-2`, and so on.
async fn rotating() -> Server {
    rotating_after(Duration::from_millis(20)).await
}

async fn rotating_after(pause: Duration) -> Server {
    let next = Mutex::new(1);
    Server::start(move |request: &Request, _| {
        if !request.path.contains("refresh_token") {
            let good = request.header("X-PLUGIN-TOKEN").is_some_and(|token| token.starts_with("u-token"));
            return if good { data(json!([])) } else { crate::support::server::refused_with(401, 10022) };
        }
        let mut next = next.lock().unwrap();
        if !request.text().contains(&format!("\"r-token-{next}\"")) {
            return status(403, &json!({"error": {"code": 10211, "msg": "spent"}}));
        }
        let token = format!("u-token-{next}");
        *next += 1;
        let data = json!({"token": token, "expire_time": 7200, "refresh_token": format!("r-token-{next}")});
        Response::After(pause, Box::new(status(200, &json!({"data": data, "error": {"code": 0}}))))
    })
    .await
}

fn refreshes(server: &Server) -> usize {
    server.requests().iter().filter(|request| request.path.contains("refresh_token")).count()
}

#[tokio::test]
async fn a_code_becomes_a_client_that_acts_as_its_user_and_renews_itself() {
    let sandbox = Sandbox::start().await.unwrap();
    let plugin = of_sandbox(&sandbox);
    let user = plugin.auth().user_plugin_token(sandbox.authorize(USER_KEY)).send().await.unwrap();
    let kept = Arc::new(Mutex::new(Vec::new()));
    let store = Arc::clone(&kept);
    let lifetime = Duration::from_secs(user.expire_time.unwrap_or_default().try_into().unwrap());
    let first = user.refresh_token.clone().unwrap();
    let grant =
        Grant::new(first.clone()).token(user.token.unwrap(), lifetime).store(move |rotated: RotatedToken| {
            store.lock().unwrap().push(rotated);
            std::future::ready(std::io::Result::Ok(()))
        });
    let client = plugin.with_user(grant).unwrap();
    list(&client).await.unwrap();
    assert!(kept.lock().unwrap().is_empty(), "the token that came with the code is good");
    sandbox.revoke_tokens();
    list(&client).await.unwrap();
    sandbox.revoke_tokens();
    list(&client).await.unwrap();
    let kept = kept.lock().unwrap();
    assert_eq!((kept.len(), kept[0].credential), (2, "user"));
    assert!(kept[0].old == first && kept[1].old == kept[0].new && kept[1].new != kept[0].new);
}

#[tokio::test]
async fn a_bad_code_is_an_error_that_says_so() {
    let sandbox = Sandbox::start().await.unwrap();
    let error = of_sandbox(&sandbox).auth().user_plugin_token("c-guess").send().await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), (Some(10210), 1));
    assert!(!format!("{error} {error:?}").contains("c-guess"));
}

#[tokio::test]
async fn a_hundred_callers_refresh_once() {
    let server = rotating().await;
    let client = server.builder().user("r-token-1").build().unwrap();
    let results = join_all((0..100).map(|_| list(&client))).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(refreshes(&server), 1);
}

#[tokio::test]
async fn the_new_refresh_token_is_stored_before_the_new_token_is_used() {
    let server = Arc::new(rotating().await);
    let seen = Arc::clone(&server);
    let client = server.builder().user("r-token-1").token_store(move |rotated: RotatedToken| {
        let used =
            seen.requests().iter().any(|request| request.header("X-PLUGIN-TOKEN") == Some("u-token-1"));
        async move {
            // Slow on purpose: the calls must wait for it.
            tokio::time::sleep(Duration::from_millis(30)).await;
            assert!(!used);
            assert_eq!((rotated.old.expose(), rotated.new.expose()), ("r-token-1", "r-token-2"));
            std::io::Result::Ok(())
        }
    });
    let client = client.build().unwrap();
    let call = tokio::spawn(async move { list(&client).await });
    tokio::time::sleep(Duration::from_millis(60)).await;
    let used = |request: &Request| request.header("X-PLUGIN-TOKEN") == Some("u-token-1");
    assert!(!call.is_finished() || server.requests().iter().any(used));
    call.await.unwrap().unwrap();
    assert_eq!(server.requests().iter().filter(|request| used(request)).count(), 1);
}

#[tokio::test]
async fn a_store_that_fails_fails_the_call_and_loses_nothing() {
    let server = rotating().await;
    let works = Arc::new(AtomicBool::new(false));
    let kept = Arc::new(Mutex::new(Vec::new()));
    let (switch, store) = (Arc::clone(&works), Arc::clone(&kept));
    let builder = server.builder().user("r-token-1").token_store(move |rotated: RotatedToken| {
        let result = if switch.load(Ordering::SeqCst) {
            store.lock().unwrap().push(rotated.new.expose().to_owned());
            Ok(())
        } else {
            Err(std::io::Error::other("the disk is full"))
        };
        std::future::ready(result)
    });
    let client = builder.build().unwrap();
    for _ in 0..2 {
        let error = list(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token);
        assert!(error.to_string().contains("could not be stored"), "{error}");
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), "the disk is full");
    }
    let used = server.requests().iter().any(|request| request.header("X-PLUGIN-TOKEN") == Some("u-token-1"));
    assert!(!used, "a token was used that no store has the refresh token for");
    works.store(true, Ordering::SeqCst);
    list(&client).await.unwrap();
    assert_eq!(refreshes(&server), 1, "the first exchange was good; a second one would have spent its token");
    assert_eq!(*kept.lock().unwrap(), ["r-token-2"]);
}

#[tokio::test]
async fn a_caller_that_gives_up_does_not_lose_the_new_refresh_token() {
    let server = rotating_after(Duration::from_millis(300)).await;
    let plugin = server.client();
    // So that the refresh is the first thing to happen.
    let _ = list(&plugin).await;
    let client = plugin.with_user(Grant::new("r-token-1")).unwrap();
    // Long enough to ask for the token, too short for its response.
    let gone = tokio::time::timeout(Duration::from_millis(100), list(&client)).await;
    assert!(gone.is_err());
    list(&client).await.unwrap();
    assert_eq!(refreshes(&server), 1);
}

#[tokio::test]
async fn a_refresh_without_a_token_keeps_the_refresh_token() {
    let server = Server::start(move |request: &Request, number| {
        if !request.path.contains("refresh_token") {
            return data(json!([]));
        }
        assert!(request.text().contains("r-token-1"), "the stored credential was overwritten");
        let token = if number == 1 { "" } else { "u-token-1" };
        let refresh = if number == 1 { "" } else { "r-token-2" };
        let data = json!({"token": token, "refresh_token": refresh, "expire_time": 7200});
        status(200, &json!({"data": data, "error": {"code": 0}}))
    })
    .await;
    let client = server.builder().user("r-token-1").build().unwrap();
    assert_eq!(list(&client).await.unwrap_err().kind(), ErrorKind::Token);
    list(&client).await.unwrap();
}

#[tokio::test]
async fn a_client_built_with_the_rotated_token_shares_the_session() {
    let server = rotating().await;
    let plugin = server.client();
    let first = plugin.with_user(Grant::new("r-token-1")).unwrap();
    list(&first).await.unwrap();
    list(&plugin.with_user(Grant::new("r-token-2")).unwrap()).await.unwrap();
    assert_eq!(refreshes(&server), 1);
}

#[tokio::test]
async fn a_user_without_a_plugin_is_an_error_of_the_setup() {
    let server = rotating().await;
    let alone = Client::builder().user_token("u-token").base_url(server.url.as_str()).build().unwrap();
    let error = alone.with_user(Grant::new("r-token-1")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("`plugin`"), "{error}");
}
