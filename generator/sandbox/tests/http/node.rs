//! What hangs on the nodes of a work item: schedules, times, sub-tasks, reviews; and the checks of its signal.

use paceline_sandbox::{PROJECT_KEY, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::Caller;

async fn node(caller: &Caller, id: i64, node: &str) -> Value {
    let path = format!("/open_api/demo/work_item/story/{id}/workflow/query");
    let workflow = caller.post(&path, json!({})).await.data().clone();
    let nodes = workflow["workflow_nodes"].as_array().unwrap().clone();
    nodes.into_iter().find(|known| known["id"] == node).unwrap()
}

#[tokio::test]
async fn nodes_are_planned_and_their_times_corrected() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Plan", json!([])).await;
    let plan = json!({"points": 2.5, "estimate_start_date": 1_735_689_600_000_i64});
    let body = json!({"node_owners": ["7000000000000000002"], "node_schedule": plan,
        "fields": [{"field_key": "field_000002", "field_value": "by form"}]});
    caller.call("PUT", &format!("/open_api/demo/workflow/story/{id}/node/doing"), body).await.data();
    let changed = node(&caller, id, "doing").await;
    assert_eq!(
        (&changed["owners"], &changed["node_schedule"]["points"]),
        (&json!(["7000000000000000002"]), &json!(2.5))
    );
    let body = json!({"work_item_ids": [id], "fields": ["field_000002"]});
    let item = caller.post("/open_api/demo/work_item/story/query", body).await;
    assert_eq!(item.data()[0]["fields"][0]["field_value"], "by form");

    let correct = async |info: Value| {
        let body = json!({"project_key": PROJECT_KEY, "work_item_id": id, "node_id": "started", "actual_time_info": info});
        caller.post("/open_api/work_item/actual_time/update", body).await
    };
    let (start, finish) = (1_735_689_600_000_i64, 1_735_693_200_000_i64);
    correct(json!({"actual_start_time": start, "actual_finish_time": finish})).await.data();
    let corrected = node(&caller, id, "started").await;
    assert_eq!(corrected["actual_begin_time"], "2025-01-01T00:00:00Z");
    assert_eq!(corrected["actual_finish_time"], "2025-01-01T01:00:00Z");
    let backwards = correct(json!({"actual_start_time": finish, "actual_finish_time": start})).await;
    assert_eq!(backwards.refusal("actual_time_info.actual_finish_time"), (400, 20006));
}

#[tokio::test]
async fn sub_tasks_are_created_changed_found_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Tasks", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}");
    let field = |value: &str| json!([{"field_key": "field_00000x", "field_value": value}]);
    let body = json!({"node_id": "doing", "name": "part", "assignee": [USER_KEY], "note": "soon",
        "schedule": {"points": 1.5}, "field_value_pairs": field("old")});
    let task = caller.post(&format!("{path}/workflow/task"), body).await.data().as_i64().unwrap();
    let body = json!({"name": "whole", "assignee": ["7000000000000000002"], "update_fields": field("new")});
    caller.post(&format!("{path}/workflow/doing/task/{task}"), body).await.data();
    let list = caller.get(&format!("{path}/workflow/task?node_id=doing")).await;
    let shown = &list.data()[0]["sub_tasks"][0];
    assert_eq!((&shown["name"], &shown["note"]), (&json!("whole"), &json!("soon")));
    assert_eq!((&shown["schedules"][0]["points"], &shown["fields"]), (&json!(1.5), &field("new")));
    let search = async |body: Value| {
        caller.post("/open_api/work_item/subtask/search", body).await.body["pagination"]["total"].clone()
    };
    assert_eq!(search(json!({"user_keys": ["7000000000000000002"], "status": 0})).await, 1);
    assert_eq!(search(json!({"simple_names": ["demo_two"]})).await, 0);
    assert_eq!(search(json!({"name": "HOL"})).await, 1);

    let both = json!({"node_id": "doing", "name": "x", "assignee": [], "role_assignee": []});
    let both = caller.post(&format!("{path}/workflow/task"), both).await;
    assert_eq!(both.refusal("assignee, role_assignee"), (400, 20047));
    let stranger = json!({"node_id": "doing", "name": "x", "assignee": ["1"]});
    let stranger = caller.post(&format!("{path}/workflow/task"), stranger).await;
    assert_eq!(stranger.refusal("assignee"), (404, 30006));
    caller.call("DELETE", &format!("{path}/task/{task}"), json!({})).await.data();
    assert_eq!(search(json!({})).await, 0);
    let gone = caller.call("DELETE", &format!("{path}/task/{task}"), json!({})).await;
    assert_eq!(gone.refusal("task_id"), (400, 20046));
}

#[tokio::test]
async fn reviews_hold_opinions_and_conclusions() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Review", json!([])).await;
    let asked = json!({"project_key": PROJECT_KEY, "work_item_id": id, "node_ids": ["doing"]});
    let options = caller.post("/open_api/work_item/finished/query_conclusion_option", asked.clone()).await;
    let key = options.data()[0]["finished_conclusion_option"][0]["key"].clone();
    let update = async |more: Value| {
        let mut body = json!({"project_key": PROJECT_KEY, "work_item_id": id, "node_id": "doing"});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        caller.post("/open_api/work_item/finished/update", body).await
    };
    update(json!({"operation_type": "node", "opinion": "good", "finished_conclusion_option_key": key}))
        .await
        .data();
    update(json!({"operation_type": "owner", "opinion": "fine"})).await.data();
    let query = async || {
        let response = caller.post("/open_api/work_item/finished/batch_query", asked.clone()).await;
        response.data()["finished_infos"][0].clone()
    };
    let review = query().await;
    assert_eq!(review["opinion"]["finished_opinion_result"], "good");
    let of_owner = &review["opinion"]["owners_finished_opinion_result"][0];
    assert_eq!(
        (&of_owner["owner"], &of_owner["finished_opinion_result"]),
        (&json!(USER_KEY), &json!("fine"))
    );
    assert_eq!(review["conclusion"]["finished_conclusion_result"]["label"], "Passed");
    let unknown = update(json!({"operation_type": "node", "finished_conclusion_option_key": "nil"})).await;
    assert_eq!(unknown.refusal("finished_conclusion_option_key").1, 1_000_053_308);
    update(json!({"reset": true})).await.data();
    assert_eq!(query().await["opinion"]["finished_opinion_result"], "");
}

#[tokio::test]
async fn checks_add_up_to_a_signal() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Checks", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}/update/multi_signal");
    let report = async |check: &str, status: &str| {
        let body = json!({"field_key": "field_000015", "details": [{"id": check, "status": status}]});
        caller.post(&path, body).await.data()["status"].clone()
    };
    assert_eq!(report("build", "processing").await, "processing");
    assert_eq!(report("lint", "rejected").await, "rejected");
    assert_eq!(report("lint", "passed").await, "processing");
    assert_eq!(report("build", "passed").await, "passed");
    let body = json!({"work_item_ids": [id], "fields": ["field_000015"]});
    let item = caller.post("/open_api/demo/work_item/story/query", body).await;
    assert_eq!(item.data()[0]["fields"][0]["field_value"]["detail"].as_array().unwrap().len(), 2);
    let wrong = caller.post(&path, json!({"field_key": "name"})).await;
    assert_eq!(wrong.refusal("field_key"), (400, 20029));
}
