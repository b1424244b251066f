//! The life of a work item, and of what hangs on it.

use paceline_sandbox::{PROJECT_KEY, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::{Caller, read};

const QUERY: &str = "/open_api/demo/work_item/story/query";
const FILTER: &str = "/open_api/demo/work_item/filter";

#[tokio::test]
async fn what_is_created_can_be_read_changed_aborted_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let fields = json!([{"field_key": "priority", "field_value": {"value": "1"}}]);
    let id = caller.story("Ship it", fields).await;
    assert!(id > i64::from(i32::MAX), "ids are as large as the API's");
    let read = async || caller.post(QUERY, json!({"work_item_ids": [id]})).await;
    let item = read().await.data()[0].clone();
    assert_eq!((&item["id"], &item["name"]), (&json!(id), &json!("Ship it")));
    assert_eq!((&item["project_key"], &item["created_by"]), (&json!(PROJECT_KEY), &json!(USER_KEY)));
    let priority = item["fields"].as_array().unwrap().iter().find(|field| field["field_key"] == "priority");
    assert_eq!(priority.unwrap()["field_value"], json!({"value": "1", "label": "P1"}));

    let path = format!("/open_api/demo/work_item/story/{id}");
    let update = json!({"update_fields": [
        {"field_key": "name", "field_value": "Shipped"}, {"field_key": "priority", "field_value": null},
    ]});
    caller.call("PUT", &path, update.clone()).await.data();
    let item = read().await.data()[0].clone();
    assert_eq!(item["name"], "Shipped");
    assert!(!item["fields"].to_string().contains("priority"));

    let abort = json!({"is_aborted": true, "reason": "no time"});
    caller.call("PUT", &format!("{path}/abort"), abort.clone()).await.data();
    assert_eq!(read().await.data()[0]["work_item_status"]["state_key"], "closed");
    assert_eq!(caller.call("PUT", &format!("{path}/abort"), abort).await.code(), 20007);
    assert_eq!(caller.call("PUT", &path, update).await.code(), 20007, "an aborted item cannot be changed");
    let restore = json!({"is_aborted": false, "reason": "time"});
    caller.call("PUT", &format!("{path}/abort"), restore).await.data();

    caller.call("DELETE", &path, json!({})).await.data();
    let gone = read().await;
    assert_eq!(gone.refusal("work_item"), (404, 30005));
}

#[tokio::test]
async fn lists_are_paged() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let mut ids = Vec::new();
    for number in 0..7 {
        ids.push(caller.story(&format!("story {number}"), json!([])).await);
    }
    let mut seen = Vec::new();
    for page in 1..=4 {
        let body = json!({"work_item_type_keys": ["story"], "page_num": page, "page_size": 3});
        let response = caller.post(FILTER, body).await;
        seen.extend(response.data().as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()));
        let expected = json!({"page_num": page, "page_size": 3, "total": 7});
        assert_eq!(response.body["pagination"], expected);
    }
    assert_eq!(seen, ids);
}

#[tokio::test]
async fn filters_hold_all_conditions() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let red = json!([{"field_key": "tags", "field_value": [{"value": "red"}]}]);
    let first = caller.story("Red apple", red.clone()).await;
    let second =
        caller.story("Green apple", json!([{"field_key": "priority", "field_value": {"value": "0"}}])).await;
    let mut body = json!({"work_item_type_key": "issue", "name": "Red light", "field_value_pairs": red});
    caller.post("/open_api/demo/work_item/create", body.take()).await.data();
    for (condition, expected) in [
        (json!({"work_item_name": "APPLE"}), vec![first, second]),
        (json!({"work_item_name": "apple", "tags": ["red"]}), vec![first]),
        (json!({"priorities": ["0", "1"]}), vec![second]),
        (json!({"work_item_ids": [second, 1]}), vec![second]),
        (json!({"user_keys": ["7000000000000000002"]}), vec![]),
        (json!({"created_at": {"end": 1_000_000_000_001_i64}}), vec![]),
        (json!({"work_item_status": [{"state_key": "doing"}]}), vec![first, second]),
    ] {
        let mut body = condition.clone();
        body["work_item_type_keys"] = json!(["story"]);
        let response = caller.post(FILTER, body).await;
        let found: Vec<_> =
            response.data().as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect();
        assert_eq!(found, expected, "{condition}");
    }
    let across = json!({"work_item_type_key": "story", "simple_names": ["demo"],
        "search_user": {"user_keys": [USER_KEY], "field_key": "owner"}, "work_item_name": "green"});
    let response = caller.post("/open_api/work_items/filter_across_project", across).await;
    assert_eq!(response.data()[0]["id"], second);
}

#[tokio::test]
async fn comments_live_and_die_with_their_item() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Talk", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}");
    let say = async |text: &str| {
        let response = caller.post(&format!("{path}/comment/create"), json!({"content": text})).await;
        response.data().as_i64().unwrap()
    };
    let (first, second) = (say("one").await, say("two").await);
    let comment = format!("{path}/comment/{first}");
    caller.call("PUT", &comment, json!({"content": "uno"})).await.data();
    let response = caller.get(&format!("{path}/comments?page_num=1&page_size=1")).await;
    assert_eq!(response.data()[0]["content"], "uno");
    assert_eq!(response.body["pagination"]["total"], 2);
    let url = format!("{}{comment}", caller.url);
    let stranger = caller.http.delete(url).header("X-PLUGIN-TOKEN", &caller.token);
    let refused = read(stranger.header("X-USER-KEY", "7000000000000000002")).await;
    assert_eq!(refused.refusal("comment_id"), (403, 10001), "only the author may delete it");
    caller.call("DELETE", &comment, json!({})).await.data();
    let response = caller.get(&format!("{path}/comments")).await;
    assert_eq!(response.data()[0]["id"], second);
    caller.call("DELETE", &path, json!({})).await.data();
    assert_eq!(caller.get(&format!("{path}/comments")).await.code(), 30005);
}

#[tokio::test]
async fn search_takes_the_operators_of_each_field() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let pair = |key: &str, value: Value| json!({"field_key": key, "field_value": value});
    let one = caller
        .story(
            "Alpha",
            json!([
                pair("field_000001", json!(3)),
                pair("tags", json!([{"value": "red"}, {"value": "blue"}])),
            ]),
        )
        .await;
    let two = caller
        .story(
            "Beta",
            json!([pair("field_000001", json!(8.5)), pair("start_time", json!(1_735_689_600_000_i64)),]),
        )
        .await;
    let param = |key: &str, operator: &str, value: Value| json!({"param_key": key, "operator": operator, "value": value});
    let cases = [
        (param("name", "~", json!("alp")), vec![one]),
        (param("name", "!=", json!("Alpha")), vec![two]),
        (param("field_000001", ">=", json!(8)), vec![two]),
        (param("field_000001", "IS NOT NULL", Value::Null), vec![one, two]),
        (param("tags", "CONTAINS", json!(["red", "blue"])), vec![one]),
        (param("tags", "HAS NONE OF", json!(["red"])), vec![two]),
        (param("tags", "IS NULL", Value::Null), vec![two]),
        (param("start_time", "<", json!(1_735_689_600_001_i64)), vec![two]),
        (param("work_item_id", "HAS ANY OF", json!([one])), vec![one]),
        (param("current_nodes", "=", json!(["Do"])), vec![one, two]),
        (param("owner", "=", json!([USER_KEY])), vec![one, two]),
        (param("created_at", ">", json!(1_735_689_600_000_i64)), vec![one, two]),
    ];
    for (param, expected) in cases {
        let caller = caller.renewed().await;
        let group = json!({"conjunction": "AND", "search_params": [param]});
        let response = search(&caller, &group).await;
        let found: Vec<_> =
            response.data().as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect();
        assert_eq!(found, expected, "{group}");
    }
    let or = json!({"conjunction": "OR", "search_params": [param("name", "=", json!("Alpha"))],
        "search_groups": [{"conjunction": "AND", "search_params": [param("name", "=", json!("Beta"))]}]});
    let caller = caller.renewed().await;
    assert_eq!(search(&caller, &or).await.body["pagination"]["total"], 2);
}

async fn search(caller: &Caller, group: &Value) -> crate::caller::Response {
    let body = json!({"search_group": group});
    caller.post("/open_api/demo/work_item/story/search/params", body).await
}

#[tokio::test]
async fn search_refuses_what_the_grammar_does_not_have() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let many: Vec<String> = (0..51).map(|number| number.to_string()).collect();
    for (key, operator, value, code) in [
        ("name", "CONTAINS", json!("x"), 20063),
        ("start_time", "=", json!(1_735_689_600_000_i64), 20063),
        ("tags", "HAS ANY OF", json!(many), 20064),
        ("nil", "=", json!("x"), 20068),
        ("field_000008", "=", json!("x"), 20068),
        ("tags", "=", json!("red"), 20069),
        ("field_000009", "=", json!(["true", "false"]), 20066),
        ("field_000009", "=", json!(["green"]), 20067),
    ] {
        let group = json!({"conjunction": "AND",
            "search_params": [{"param_key": key, "operator": operator, "value": value}]});
        let response = search(&caller, &group).await;
        assert_eq!(response.refusal("search_group.search_params[0]"), (400, code), "{key} {operator}");
    }
    let response = search(&caller, &json!({"conjunction": "XOR"})).await;
    assert_eq!(response.refusal("conjunction"), (400, 20072));
}

#[tokio::test]
async fn cursors_lead_through_all_pages() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    for number in 0..5 {
        caller.story(&format!("story {number}"), json!([])).await;
    }
    let mut pagination = json!({"page_size": 2});
    let mut seen = 0;
    for _ in 0..3 {
        let body = json!({"project_key": PROJECT_KEY, "work_item_type_key": "story",
            "search_group": {"conjunction": "AND"}, "pagination": pagination});
        let response = caller.post("/open_api/view_search/universal_search", body).await;
        assert_eq!(response.code(), 0, "{}", response.body);
        seen += response.body["datas"].as_array().unwrap().len();
        assert_eq!(response.body["pagination"]["total"], 5);
        pagination = response.body["pagination"].clone();
        pagination["page_size"] = json!(2);
    }
    assert_eq!(seen, 5);
    assert_eq!(pagination.get("search_after"), None, "the last page says that it is the last");
}

#[tokio::test]
async fn nodes_and_states_go_forward() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Flow", json!([])).await;
    let operate = async |node: &str, action: &str| {
        let path = format!("/open_api/demo/workflow/story/{id}/node/{node}/operate");
        caller.post(&path, json!({"action": action, "rollback_reason": "again"})).await
    };
    assert_eq!(operate("review", "confirm").await.code(), 20016);
    operate("doing", "confirm").await.data();
    assert_eq!(operate("doing", "confirm").await.code(), 20017);
    operate("review", "confirm").await.data();
    let path = format!("/open_api/demo/work_item/story/{id}/workflow/query");
    let response = caller.post(&path, json!({})).await;
    let statuses: Vec<_> = response.data()["workflow_nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["status"].clone())
        .collect();
    assert_eq!(statuses, [3, 3, 3, 3]);
    operate("doing", "rollback").await.data();

    let body = json!({"work_item_type_key": "issue", "name": "State"});
    let response = caller.post("/open_api/demo/work_item/create", body).await;
    let issue = response.data();
    let path = format!("/open_api/demo/workflow/issue/{issue}/node/state_change");
    let expand = json!({"work_item_ids": [issue], "expand": {"need_workflow": true}});
    let expanded = caller.post("/open_api/demo/work_item/issue/query", expand).await;
    assert_eq!(expanded.refusal("expand.need_workflow"), (400, 20026));
    caller.post(&path, json!({"transition_id": 11})).await.data();
    assert_eq!(caller.post(&path, json!({"transition_id": 11})).await.code(), 10002);
}

#[tokio::test]
async fn sub_tasks_hours_and_views_are_kept() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Parts", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}");
    let body = json!({"node_id": "doing", "name": "part", "assignee": [USER_KEY]});
    let response = caller.post(&format!("{path}/workflow/task"), body).await;
    let task = response.data();
    let body = json!({"node_id": "doing", "task_id": task, "action": "confirm"});
    caller.post(&format!("{path}/subtask/modify"), body).await.data();
    let found = caller.post("/open_api/work_item/subtask/search", json!({"status": 1, "name": "PART"})).await;
    assert_eq!(found.data()[0]["sub_task"]["passed"], true);

    let records = json!({"working_hour_records": [{"work_time": "1.5", "work_description": "did it"}]});
    let response = caller.post(&format!("{path}/work_hour_record"), records).await;
    let hour = &response.data()[0];
    assert_eq!(hour["work_time"], 1.5);
    let ids = json!({"working_hour_record_ids": [hour["id"]]});
    caller.call("DELETE", &format!("{path}/work_hour_record"), ids).await.data();

    let body = json!({"name": "view", "work_item_id_list": [id]});
    let response = caller.post("/open_api/demo/story/fix_view", body).await;
    let view = response.data()["view_id"].as_str().unwrap();
    let response = caller.get(&format!("/open_api/demo/fix_view/{view}?page_size=5")).await;
    assert_eq!(response.data()["work_item_id_list"], json!([id]));
}

#[tokio::test]
async fn files_are_uploaded_read_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Files", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}");
    let part = reqwest::multipart::Part::bytes(b"hello".to_vec()).file_name("a \"b\".txt");
    let form = reqwest::multipart::Form::new().part("file", part).text("field_key", "field_000007");
    read(caller.request("POST", &format!("{path}/file/upload")).multipart(form)).await.data();
    let response = caller.post(QUERY, json!({"work_item_ids": [id], "fields": ["field_000007"]})).await;
    let file = response.data()[0]["fields"][0]["field_value"][0].clone();
    assert_eq!((&file["size"], &file["name"]), (&json!("5"), &json!("a \"b\".txt")));
    let body = json!({"uuid": file["uid"]});
    let response = caller.request("POST", &format!("{path}/file/download")).json(&body).send().await.unwrap();
    assert_eq!(response.bytes().await.unwrap(), "hello");
    let body = json!({"work_item_id": id, "project_key": PROJECT_KEY, "field_key": "field_000007",
        "uuids": [file["uid"]]});
    caller.post("/open_api/file/delete", body).await.data();
    let response = caller.post(&format!("{path}/file/download"), json!({"uuid": file["uid"]})).await;
    assert_eq!(response.code(), 30019);
}

#[tokio::test]
async fn a_batch_changes_what_can_be_changed_and_says_what_not() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let red = json!([{"field_key": "tags", "field_value": [{"value": "red"}]}]);
    let id = caller.story("Batch", red).await;
    let body = json!({"project_key": PROJECT_KEY, "work_item_type_key": "story", "work_item_ids": [id, 1],
        "update_mode": "APPEND", "field_key": "tags", "after_field_value": [{"value": "blue"}]});
    let task = caller.post("/open_api/work_item/batch_update", body).await.data()["task_id"].clone();
    let response = caller.get(&format!("/open_api/task_result?task_id={}", task.as_str().unwrap())).await;
    let result = response.data();
    assert_eq!((&result["task_status"], &result["success_total"]), (&json!("SUCCESS"), &json!(1)));
    assert_eq!(result["error_scenes"], json!(["WorkItemNotFound"]));
    let response = caller.post(QUERY, json!({"work_item_ids": [id], "fields": ["tags"]})).await;
    let tags = &response.data()[0]["fields"][0]["field_value"];
    assert_eq!(tags.as_array().unwrap().len(), 2);
    let body = json!({"project_keys": [PROJECT_KEY], "query_type": "workitem", "query": "bat"});
    assert_eq!(caller.post("/open_api/compositive_search", body).await.data()[0]["ID"], id.to_string());
}
