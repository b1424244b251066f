//! Refusals: the API's codes, its statuses, and the field that is wrong.

use paceline_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::caller::{Caller, read};

/// Method, path, body; the field that the message names; status and code. `ITEM` stands for the path of a story.
type Case = (&'static str, &'static str, Value, &'static str, (u16, i64));

const QUERY: &str = "/open_api/demo/work_item/story/query";
const FILTER: &str = "/open_api/demo/work_item/filter";
const STORY: &str = "/open_api/demo/ITEM";

async fn check(cases: Vec<Case>) {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("one", json!([])).await;
    for (method, path, body, field, expected) in cases {
        let path = path.replace("ITEM", &format!("work_item/story/{id}"));
        let response = caller.call(method, &path, body.clone()).await;
        assert_eq!(response.refusal(field), expected, "{method} {path} {body}: {}", response.body);
    }
}

#[tokio::test]
async fn paths_and_methods_that_are_not_there() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    assert_eq!(caller.get("/open_api/nothing").await.status, 404);
    assert_eq!(caller.get("/open_api/demo/work_item/create").await.status, 405);
}

#[tokio::test]
async fn parameters_that_are_missing_or_wrong_in_type_or_size() {
    let many: Vec<i64> = (0..51).collect();
    let early = json!({"work_item_type_keys": ["story"], "created_at": {"start": 12}});
    check(vec![
        ("POST", QUERY, json!({}), "work_item_ids", (400, 20005)),
        ("POST", QUERY, json!({"work_item_ids": null}), "work_item_ids", (400, 20005)),
        (
            "POST",
            QUERY,
            json!({"work_item_ids": many}),
            "work_item_ids: at most 50 items, got 51",
            (400, 20028),
        ),
        (
            "POST",
            QUERY,
            json!({"work_item_ids": ["x"]}),
            "work_item_ids[0]: expected a whole number",
            (400, 9999),
        ),
        ("POST", FILTER, json!({}), "work_item_type_keys", (400, 20005)),
        ("POST", FILTER, early, "created_at.start", (400, 20013)),
        ("GET", "/open_api/demo/ITEM/comments?page_size=201", json!({}), "page_size", (400, 20002)),
        ("GET", "/open_api/demo/ITEM/comments?page_size=many", json!({}), "page_size", (400, 9999)),
        ("GET", "/open_api/demo/ITEM/comments?page_num=0", json!({}), "page_num", (400, 20006)),
        ("GET", "/open_api/demo/work_item/story/x/comments", json!({}), "work_item_id", (400, 9999)),
        ("POST", "/open_api/demo/ITEM/comment/create", json!({}), "content", (400, 1_000_051_280)),
    ])
    .await;
}

#[tokio::test]
async fn things_that_do_not_exist_or_do_not_go_together() {
    let (stories, one) = (json!({"work_item_type_keys": ["story"]}), json!({"work_item_ids": [1]}));
    check(vec![
        ("POST", "/open_api/nowhere/work_item/filter", stories, "project_key", (404, 30016)),
        ("POST", "/open_api/demo/work_item/tale/query", one, "work_item_type_key", (404, 30014)),
        ("DELETE", "/open_api/demo/work_item/story/1", json!({}), "work_item_id", (404, 30005)),
        ("DELETE", "/open_api/demo_two/ITEM", json!({}), "work_item_id", (400, 20014)),
        ("PUT", "/open_api/demo/ITEM/abort", json!({"is_aborted": false}), "", (400, 20008)),
        (
            "POST",
            "/open_api/demo/work_item/create",
            json!({"work_item_type_key": "story", "name": "one", "template_id": 9}),
            "template_id",
            (404, 30001),
        ),
        ("GET", "/open_api/demo/ITEM/workflow/task?node_id=nil", json!({}), "node_id", (400, 20018)),
    ])
    .await;
}

#[tokio::test]
async fn fields_that_cannot_be_written_so() {
    let update =
        |key: &str, value: Value| json!({"update_fields": [{"field_key": key, "field_value": value}]});
    check(vec![
        ("PUT", STORY, update("nil", json!(1)), "update_fields[0].field_key", (404, 30009)),
        ("PUT", STORY, json!({"update_fields": [{"field_value": 1}]}), "update_fields[0]", (400, 20025)),
        ("PUT", STORY, update("created_at", json!(1)), "created_at", (400, 20033)),
        ("PUT", STORY, update("priority", json!("1")), "priority", (400, 20006)),
        ("PUT", STORY, update("priority", json!({"value": "9"})), "priority", (400, 20050)),
        ("PUT", STORY, update("owner", json!("1")), "owner", (404, 30006)),
        ("PUT", STORY, update("start_time", json!("1735689600000")), "start_time", (400, 20006)),
    ])
    .await;
}

#[tokio::test]
async fn fields_that_do_not_go_together() {
    let update = json!({"update_fields": [{"field_value": 1}]});
    let many: Vec<_> = (0..6).map(|number| number.to_string()).collect();
    let spaces = json!({"work_item_type_key": "story", "project_keys": many, "simple_names": many});
    let user = json!({"user_keys": ["1"], "field_key": "owner", "role": "operator"});
    let user = json!({"work_item_type_key": "story", "search_user": user});
    let across = "/open_api/work_items/filter_across_project";
    check(vec![
        ("PUT", STORY, update, "update_fields[0].field_key", (400, 20025)),
        ("POST", across, spaces, "project_keys, simple_names: at most 10", (400, 20057)),
        ("POST", across, user, "search_user.field_key", (400, 20058)),
        ("PUT", "/open_api/demo/ITEM/abort", json!({"reason_option": "other"}), "reason", (400, 20009)),
    ])
    .await;
}

#[tokio::test]
async fn null_is_a_value_only_where_any_value_may_stand() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let red = json!([{"field_key": "tags", "field_value": [{"value": "red"}]}]);
    let id = caller.story("one", red).await;
    let body = |value: Value| {
        json!({"project_key": "demo", "work_item_type_key": "story", "work_item_ids": [id],
            "update_mode": "UPDATE", "field_key": "tags", "after_field_value": value})
    };
    caller.post("/open_api/work_item/batch_update", body(Value::Null)).await.data();
    let response = caller.post(QUERY, json!({"work_item_ids": [id], "fields": ["tags"]})).await;
    assert_eq!(response.data()[0]["fields"], json!([]), "null empties the field");
    let mut without = body(Value::Null);
    without.as_object_mut().unwrap().remove("after_field_value");
    let response = caller.post("/open_api/work_item/batch_update", without).await;
    assert_eq!(response.refusal("after_field_value"), (400, 20005));
    let mut null = body(json!([]));
    null["update_mode"] = Value::Null;
    let response = caller.post("/open_api/work_item/batch_update", null).await;
    assert_eq!(response.refusal("update_mode"), (400, 20005));
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
    let response = caller.post("/open_api/demo/file/upload", json!({})).await;
    assert_eq!(response.refusal("body"), (400, 20040));
}
