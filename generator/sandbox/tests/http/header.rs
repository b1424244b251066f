//! The header rules.

use paceline_sandbox::{Sandbox, USER_KEY};
use serde_json::json;

use crate::caller::{Caller, read};

const TYPES: &str = "/open_api/demo/work_item/all-types";

#[tokio::test]
async fn a_request_without_token_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let request = caller.http.get(format!("{}{TYPES}", caller.url)).header("X-USER-KEY", USER_KEY);
    assert_eq!(read(request).await.refusal("X-PLUGIN-TOKEN"), (401, 10021));
}

#[tokio::test]
async fn an_unknown_token_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut caller = Caller::of(&sandbox).await;
    caller.token = "p-made-up".into();
    assert_eq!(caller.get(TYPES).await.refusal("X-PLUGIN-TOKEN"), (401, 10022));
}

#[tokio::test]
async fn a_plugin_token_needs_a_user_who_exists() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let request =
        || caller.http.get(format!("{}{TYPES}", caller.url)).header("X-PLUGIN-TOKEN", &caller.token);
    assert_eq!(read(request()).await.refusal("X-USER-KEY"), (400, 20039));
    let stranger = read(request().header("X-USER-KEY", "1")).await;
    assert_eq!(stranger.refusal("X-USER-KEY"), (400, 20042));
}

#[tokio::test]
async fn user_query_needs_no_user() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let request = caller.http.post(format!("{}/open_api/user/query", caller.url));
    let request = request.header("X-PLUGIN-TOKEN", &caller.token).json(&json!({"user_keys": [USER_KEY]}));
    assert_eq!(read(request).await.data()[0]["user_key"], USER_KEY);
}

#[tokio::test]
async fn an_endpoint_for_plugins_does_not_take_a_user_token() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of_user(&sandbox).await;
    let body = json!({"code": sandbox.authorize(USER_KEY), "grant_type": "authorization_code"});
    let response = caller.post("/open_api/authen/user_plugin_token", body).await;
    assert_eq!(response.body["error"]["code"], 10301, "{}", response.body);
    assert!(response.body["error"]["msg"].as_str().unwrap().contains("X-PLUGIN-TOKEN"), "{}", response.body);
}

#[tokio::test]
async fn an_idempotency_key_is_good_for_one_write_per_token_and_endpoint() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let create = async |caller: &Caller, name: &str| {
        let body = json!({"work_item_type_key": "story", "name": name});
        let request = caller.request("POST", "/open_api/demo/work_item/create");
        read(request.header("X-IDEM-UUID", "one").json(&body)).await
    };
    assert_eq!(create(&caller, "").await.status, 400, "a refused write does not use the key up");
    let id = create(&caller, "first").await.data().clone();
    let repeated = create(&caller, "first").await;
    assert_eq!((repeated.status, repeated.code()), (429, 10430));
    // Another token opens another scope, and a read has none.
    assert_eq!(create(&caller.renewed().await, "second").await.status, 200);
    for _ in 0..2 {
        let request = caller.request("POST", "/open_api/demo/work_item/story/query");
        let response = read(request.header("X-IDEM-UUID", "one").json(&json!({"work_item_ids": [id]}))).await;
        assert_eq!(response.data()[0]["name"], "first");
    }
    // What destroys is a write.
    let delete = async || {
        let request = caller.request("DELETE", &format!("/open_api/demo/work_item/story/{id}"));
        read(request.header("X-IDEM-UUID", "two")).await
    };
    assert_eq!(delete().await.status, 200);
    assert_eq!(delete().await.code(), 10430);
}

#[tokio::test]
async fn every_response_names_its_log_id() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    for path in [TYPES, "/nowhere"] {
        let response = caller.get(path).await;
        let log_id = response.headers["x-tt-logid"].to_str().unwrap();
        assert_eq!(response.body["err"]["log_id"], log_id);
    }
}

#[tokio::test]
async fn an_auth_mode_that_does_not_exist_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    for (mode, expected) in [("0", 200), ("1", 200), ("2", 400), ("strict", 400)] {
        let response = read(caller.request("GET", TYPES).header("x-auth-mode", mode)).await;
        assert_eq!(response.status, expected, "{mode}");
        if expected == 400 {
            assert_eq!(response.refusal("x-auth-mode"), (400, 20006));
        }
    }
}
