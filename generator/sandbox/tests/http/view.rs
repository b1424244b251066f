//! Views and their items; booked hours.

use paceline_sandbox::{PROJECT_KEY, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::Caller;

const FIXED: &str = "/open_api/demo/story/fix_view";

async fn items(caller: &Caller, view: &str) -> Value {
    let response = caller.get(&format!("/open_api/demo/fix_view/{view}?page_size=10")).await;
    response.data()["work_item_id_list"].clone()
}

#[tokio::test]
async fn fixed_views_gain_and_lose_items() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let (one, two) = (caller.story("One", json!([])).await, caller.story("Two", json!([])).await);
    let created = caller.post(FIXED, json!({"name": "Chosen", "work_item_id_list": [one]})).await;
    let view = created.data()["view_id"].as_str().unwrap();
    let path = format!("{FIXED}/{view}");
    caller.post(&path, json!({"add_work_item_ids": [two, one]})).await.data();
    assert_eq!(items(&caller, view).await, json!([one, two]), "an item is in a view once");
    caller.post(&path, json!({"remove_work_item_ids": [one]})).await.data();
    let shown = caller.post(&format!("/open_api/demo/view/{view}"), json!({})).await;
    assert_eq!(shown.data()[0]["name"], "Two");
    caller.call("DELETE", &format!("/open_api/demo/work_item/story/{two}"), json!({})).await.data();
    assert_eq!(items(&caller, view).await, json!([]), "a deleted item is in no view");

    let gone = caller.post(&path, json!({"add_work_item_ids": [two]})).await;
    assert_eq!(gone.refusal("").1, 30005);
    let elsewhere = caller.get(&format!("/open_api/demo_two/fix_view/{view}")).await;
    assert_eq!(elsewhere.refusal("view_id"), (400, 20012));
    caller.call("DELETE", &format!("/open_api/demo/fix_view/{view}"), json!({})).await.data();
    let deleted = caller.get(&format!("/open_api/demo/fix_view/{view}")).await;
    assert_eq!(deleted.refusal("view_id"), (404, 30004));
}

#[tokio::test]
async fn condition_views_follow_their_conditions() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let named = |text: &str| {
        json!({"conjunction": "AND",
        "search_params": [{"param_key": "name", "operator": "~", "value": text}]})
    };
    let body = |group: Value| {
        json!({"project_key": PROJECT_KEY, "work_item_type_key": "story", "name": "Red",
        "search_group": group})
    };
    let created = caller.post("/open_api/view/v1/create_condition_view", body(named("red"))).await;
    let view = created.data()["view_id"].as_str().unwrap();
    let red = caller.story("Red", json!([])).await;
    let blue = caller.story("Blue", json!([])).await;
    assert_eq!(items(&caller, view).await, json!([red]), "items that came later, too");
    let mut change = body(named("blue"));
    change["view_id"] = json!(view);
    change["name"] = json!("Blue");
    caller.post("/open_api/view/v1/update_condition_view", change.clone()).await.data();
    assert_eq!(items(&caller, view).await, json!([blue]));
    let list = async |more: Value| {
        let mut body = json!({"work_item_type_key": "story"});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        caller.post("/open_api/demo/view_conf/list", body).await.data().clone()
    };
    assert_eq!(list(json!({"view_name": "BLU"})).await[0]["view_id"], view);
    assert_eq!(list(json!({"view_name": "red"})).await, json!([]));
    assert_eq!(list(json!({"created_by": USER_KEY, "view_ids": [view]})).await[0]["name"], "Blue");

    change["search_group"] = json!({"conjunction": "AND",
        "search_params": [{"param_key": "current_nodes", "operator": "=", "value": ["Do"]}]});
    let refused = caller.post("/open_api/view/v1/update_condition_view", change).await;
    assert_eq!(refused.refusal("current_nodes"), (400, 20029));
    let fixed = caller.post(&format!("{FIXED}/{view}"), json!({"add_work_item_ids": [red]})).await;
    assert_eq!(fixed.refusal("view_id"), (400, 20011));
}

#[tokio::test]
async fn hours_are_booked_changed_listed_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Work", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}/work_hour_record");
    let body = json!({"working_hour_records": [{"work_time": "1.5"}, {"work_time": "2", "work_description": "two"}]});
    let booked = caller.post(&path, body).await.data().clone();
    let change = json!({"working_hour_records": [{"id": booked[0]["id"], "work_time": "4"}]});
    caller.call("PUT", &path, change).await.data();
    let list = async || {
        let body = json!({"project_key": "demo", "work_item_type_key": "story", "work_item_id": id});
        let response = caller.post("/open_api/work_item/man_hour/records", body).await;
        let hours: Vec<_> = response.data().as_array().unwrap().clone();
        hours.iter().map(|hour| hour["work_time"].as_f64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(list().await, [4.0, 2.0]);
    // Either all entries are changed or none.
    let half = json!({"working_hour_records": [{"id": booked[1]["id"], "work_time": "9"}, {"id": 1, "work_time": "9"}]});
    assert_eq!(caller.call("PUT", &path, half).await.refusal("working_hour_records[1]"), (404, 30015));
    let words = json!({"working_hour_records": [{"work_time": "long"}]});
    assert_eq!(caller.post(&path, words).await.refusal("working_hour_records[0].work_time"), (400, 20006));
    let ids = json!({"working_hour_record_ids": [booked[1]["id"]]});
    caller.call("DELETE", &path, ids).await.data();
    assert_eq!(list().await, [4.0]);
}
