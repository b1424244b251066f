//! Calls by method and path.

use feishu_project::Method;
use feishu_project::limiter::Limiter;
use feishu_project::{ErrorKind, Value};
use serde_json::json;

use crate::support::server::{Response, Server, USER_KEY, data};

#[tokio::test]
async fn a_raw_call_has_token_user_key_and_envelope_of_the_api() {
    let server = Server::start(|_, _| data(json!({"found": 1}))).await;
    let call = server.client().raw(Method::Post, "/open_api/:project_key/brand/new");
    let value: Value =
        call.path("project_key", &"a/b").query("page", &2_i64).body("name", &"x").send().await.unwrap();
    assert_eq!(value, json!({"found": 1}));
    let request = server.requests().remove(0);
    assert_eq!(
        (request.method.as_str(), request.path.as_str()),
        ("POST", "/open_api/a%2Fb/brand/new?page=2")
    );
    assert_eq!(request.header("X-PLUGIN-TOKEN"), Some("p-token-1"));
    assert_eq!(request.header("X-USER-KEY"), Some(USER_KEY));
    assert!(request.header("X-IDEM-UUID").is_some(), "a POST is a write until it is said to be none");
    assert_eq!(request.text(), r#"{"name":"x"}"#);
}

#[tokio::test]
async fn a_raw_call_takes_a_whole_body_and_can_be_a_read() {
    let server = Server::start(|_, _| data(json!(null))).await;
    let call = server.client().raw(Method::Post, "/open_api/brand/new".to_owned()).read_only();
    call.json(&json!([1, {"a": null}])).send::<()>().await.unwrap();
    let request = server.requests().remove(0);
    assert_eq!((request.text().as_str(), request.header("X-IDEM-UUID")), (r#"[1,{"a":null}]"#, None));
}

#[tokio::test]
async fn raw_paths_have_limits_of_their_own_and_known_ones_keep_theirs() {
    let server = Server::start(|_, _| data(json!([]))).await;
    let limiter = Limiter::new(Default::default());
    let client = server.builder().limiter(limiter.clone()).build().unwrap();
    for project in ["a", "b", "c"] {
        client
            .raw(Method::Get, "/open_api/:project_key/brand/new")
            .path("project_key", &project)
            .send::<()>()
            .await
            .unwrap();
        client
            .raw(Method::Get, format!("/open_api/{project}/work_item/all-types"))
            .send::<()>()
            .await
            .unwrap();
        client.work_item_types().list(project).send().await.unwrap();
    }
    let known = feishu_project::endpoints::ENDPOINTS;
    let list = known.iter().find(|endpoint| endpoint.id == "work_item_type.list").unwrap();
    let states = limiter.observe();
    let used = |state: &&feishu_project::limiter::KeyState| state.limits[0].used;
    let of_list = states.iter().find(|state| state.endpoint == list.limits.index).unwrap();
    assert_eq!(used(&of_list), 6, "however its path is written, an endpoint has one limit");
    let raw: Vec<_> = states.iter().filter(|state| usize::from(state.endpoint) >= known.len()).collect();
    assert_eq!((raw.len(), used(&raw[0]), raw[0].limits[0].limit.to_string().as_str()), (1, 3, "15/s"));
}

#[tokio::test]
async fn errors_of_a_raw_call_name_method_and_path() {
    let server = Server::start(|_, _| Response::Close).await;
    let call =
        server.client().raw(Method::Delete, "/open_api/:project_key/brand/new").path("project_key", &"p");
    let error = call.send::<()>().await.unwrap_err();
    assert_eq!(error.endpoint(), Some("DELETE /open_api/:project_key/brand/new"));
    assert!(error.may_have_been_applied());
}

#[tokio::test]
async fn a_raw_path_is_a_path_and_nothing_more() {
    let server = Server::start(|_, _| data(json!([]))).await;
    for bad in ["open_api/x", "/a/../b", "/a?x=1", "/a#b", "/a b", "/a\r\nX: y", "//evil\\x", "/:missing"] {
        let error = server.client().raw(Method::Get, bad).send::<()>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{bad}");
    }
    assert!(server.requests().is_empty() && server.token_requests() == 0);
}
