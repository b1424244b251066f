//! Tokens: issued, expired, revoked, rotated.

use std::time::Duration;

use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::{Caller, read};

const PROJECTS: &str = "/open_api/demo/work_item/all-types";

async fn authen(caller: &Caller, what: &str, body: Value) -> (u16, Value) {
    let request = caller.http.post(format!("{}/open_api/authen/{what}", caller.url)).json(&body);
    let response = read(request.header("X-PLUGIN-TOKEN", &caller.token)).await;
    (response.status, response.body)
}

#[tokio::test]
async fn a_plugin_gets_a_token_and_states_its_lifetime() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let body = json!({"plugin_id": PLUGIN_ID, "plugin_secret": PLUGIN_SECRET, "type": 1});
    let (status, body) = authen(&caller, "plugin_token", body).await;
    assert_eq!((status, &body["error"]["code"]), (200, &json!(0)));
    assert_eq!(body["data"]["expire_time"], 7200);
    assert!(body["data"]["token"].as_str().unwrap().starts_with("v-"));
    assert_eq!(caller.get(PROJECTS).await.status, 200);
}

#[tokio::test]
async fn a_wrong_secret_is_refused_in_the_token_envelope() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let body = json!({"plugin_id": PLUGIN_ID, "plugin_secret": "guess"});
    let (status, body) = authen(&caller, "plugin_token", body).await;
    assert_ne!(status, 200);
    assert_eq!(body["error"]["code"], 10204, "{body}");
    assert_eq!(body.get("data"), None);
}

#[tokio::test]
async fn a_token_expires() {
    let lifetime = Duration::from_millis(300);
    let sandbox = Sandbox::builder().token_lifetime(lifetime).start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    assert_eq!(caller.get(PROJECTS).await.status, 200);
    tokio::time::sleep(lifetime).await;
    let response = caller.get(PROJECTS).await;
    assert_eq!(response.refusal("X-PLUGIN-TOKEN"), (401, 10022));
}

#[tokio::test]
async fn revoked_tokens_are_worthless_and_new_ones_are_good() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    sandbox.revoke_tokens();
    assert_eq!(caller.get(PROJECTS).await.code(), 10022);
    assert_eq!(caller.renewed().await.get(PROJECTS).await.code(), 0);
}

#[tokio::test]
async fn a_user_token_comes_from_a_code_and_rotates() {
    let sandbox = Sandbox::start().await.unwrap();
    let plugin = Caller::of(&sandbox).await;
    let body = json!({"code": sandbox.authorize(USER_KEY), "grant_type": "authorization_code"});
    let (status, first) = authen(&plugin, "user_plugin_token", body.clone()).await;
    assert_eq!(status, 200, "{first}");
    assert_eq!(first["data"]["user_key"], USER_KEY);
    let (status, again) = authen(&plugin, "user_plugin_token", body).await;
    assert_eq!((status, &again["error"]["code"]), (403, &json!(10210)), "a code is good for once");

    let body = json!({"refresh_token": first["data"]["refresh_token"], "type": 1});
    let (status, second) = authen(&plugin, "refresh_token", body.clone()).await;
    assert_eq!(status, 200, "{second}");
    assert_ne!(second["data"]["refresh_token"], first["data"]["refresh_token"]);
    let (_, spent) = authen(&plugin, "refresh_token", body).await;
    assert_eq!(spent["error"]["code"], 10211, "a refresh token is good for once");

    let token = second["data"]["token"].as_str().unwrap();
    let request = plugin.http.get(format!("{}{PROJECTS}", plugin.url)).header("X-PLUGIN-TOKEN", token);
    assert_eq!(read(request).await.status, 200, "a user token needs no user key");
}

#[tokio::test]
async fn the_journal_does_not_reveal_tokens() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    caller.get(PROJECTS).await;
    caller.renewed().await.get(PROJECTS).await;
    let journal = sandbox.journal();
    assert!(!format!("{journal:?}").contains(&caller.token));
    assert_eq!(journal[1].endpoint.as_deref(), Some("work_item_type.list"));
    assert!(journal[1].token.is_some() && journal[1].token != journal[3].token);
}
