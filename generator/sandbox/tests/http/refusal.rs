//! Refusals: the API's codes, its statuses, and the field that is wrong.

use sandbox::Sandbox;
use serde_json::{Value, json};

use crate::caller::{Caller, read};

#[tokio::test]
async fn paths_and_methods_that_are_not_there() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    assert_eq!(caller.get("/open_api/nothing").await.status, 404);
    assert_eq!(caller.get("/open_api/demo/work_item/create").await.status, 405);
}

/// Method, path, body; what the message says, and the status and code.
type Case = (&'static str, String, Value, &'static str, (u16, i64));

#[tokio::test]
async fn every_wrong_parameter_is_named() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("one", json!([])).await;
    let item = format!("/open_api/demo/work_item/story/{id}");
    let many: Vec<i64> = (0..51).collect();
    let cases: Vec<Case> = vec![
        // Missing, wrong in type, beyond a bound.
        ("POST", "/open_api/demo/work_item/story/query".into(), json!({}), "work_item_ids", (400, 20005)),
        (
            "POST",
            "/open_api/demo/work_item/story/query".into(),
            json!({"work_item_ids": many}),
            "work_item_ids: at most 50 items, got 51",
            (400, 20028),
        ),
        (
            "POST",
            "/open_api/demo/work_item/story/query".into(),
            json!({"work_item_ids": ["x"]}),
            "work_item_ids[0]: expected a whole number",
            (400, 9999),
        ),
        ("POST", "/open_api/demo/work_item/filter".into(), json!({}), "work_item_type_keys", (400, 20003)),
        (
            "POST",
            "/open_api/demo/work_item/filter".into(),
            json!({"work_item_type_keys": ["story"], "created_at": {"start": 12}}),
            "created_at.start",
            (400, 20013),
        ),
        ("GET", format!("{item}/comments?page_size=201"), json!({}), "page_size", (400, 20002)),
        ("GET", format!("{item}/comments?page_size=many"), json!({}), "page_size", (400, 9999)),
        ("GET", format!("{item}/comments?page_num=0"), json!({}), "page_num", (400, 20006)),
        ("GET", "/open_api/demo/work_item/story/x/comments".into(), json!({}), "work_item_id", (400, 9999)),
        // Rules over several fields.
        ("POST", format!("{item}/comment/create"), json!({}), "content", (400, 20005)),
        // Things that do not exist, or do not go together.
        (
            "POST",
            "/open_api/nowhere/work_item/filter".into(),
            json!({"work_item_type_keys": ["story"]}),
            "project_key",
            (404, 30016),
        ),
        (
            "POST",
            "/open_api/demo/work_item/tale/query".into(),
            json!({"work_item_ids": [id]}),
            "work_item_type_key",
            (404, 30014),
        ),
        ("DELETE", "/open_api/demo/work_item/story/1".into(), json!({}), "work_item_id", (404, 30005)),
        (
            "DELETE",
            format!("/open_api/demo_two/work_item/story/{id}"),
            json!({}),
            "work_item_id",
            (400, 20014),
        ),
        (
            "PUT",
            item.clone(),
            json!({"update_fields": [{"field_key": "nil", "field_value": 1}]}),
            "update_fields[0].field_key",
            (404, 30009),
        ),
        (
            "PUT",
            item.clone(),
            json!({"update_fields": [{"field_value": 1}]}),
            "update_fields[0]",
            (400, 20025),
        ),
        (
            "PUT",
            item.clone(),
            json!({"update_fields": [{"field_key": "created_at", "field_value": 1}]}),
            "created_at",
            (400, 20033),
        ),
        (
            "PUT",
            item.clone(),
            json!({"update_fields": [{"field_key": "priority", "field_value": "1"}]}),
            "priority",
            (400, 20006),
        ),
        (
            "PUT",
            item.clone(),
            json!({"update_fields": [{"field_key": "priority", "field_value": {"value": "9"}}]}),
            "priority",
            (400, 20050),
        ),
        ("PUT", format!("{item}/abort"), json!({"is_aborted": false}), "", (400, 20008)),
        ("GET", format!("{item}/workflow/task?node_id=nil"), json!({}), "node_id", (400, 20018)),
    ];
    for (method, path, body, field, expected) in cases {
        let answer = caller.call(method, &path, body.clone()).await;
        assert_eq!(answer.refusal(field), expected, "{method} {path} {body}: {}", answer.body);
    }
}

#[tokio::test]
async fn bodies_that_are_no_json_object_are_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let path = "/open_api/demo/work_item/filter";
    for body in ["{", "[]", "\"text\"", "\u{0}"] {
        let request = caller.request("POST", path).header("Content-Type", "application/json").body(body);
        assert_eq!(read(request).await.refusal("body"), (400, 9999), "{body}");
    }
    let request = caller.request("POST", path).header("Content-Type", "text/plain").body("{}");
    assert_eq!(read(request).await.refusal("Content-Type"), (400, 9999));
}

#[tokio::test]
async fn an_upload_must_be_a_form() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let answer = caller.post("/open_api/demo/file/upload", json!({})).await;
    assert_eq!(answer.refusal("body"), (400, 20040));
}
