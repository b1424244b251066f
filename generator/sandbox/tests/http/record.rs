//! Operation records: what was done to work items, and the ways to ask for a part of it.

use paceline_sandbox::{PROJECT_KEY, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::{Caller, Response};

async fn records(caller: &Caller, id: i64, more: Value) -> Response {
    let mut body = json!({"project_key": PROJECT_KEY, "work_item_ids": [id]});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    caller.post("/open_api/op_record/work_item/list", body).await
}

fn kinds(response: &Response) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let records = response.data()["op_records"].as_array().unwrap();
    records.iter().map(|one| (text(&one["operation_type"]), text(&one["op_record_module"]))).collect()
}

#[tokio::test]
async fn everything_that_is_done_is_recorded() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Before", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}");
    let update = json!({"update_fields": [
        {"field_key": "name", "field_value": "After"},
        {"field_key": "tags", "field_value": [{"value": "red"}]},
        {"field_key": "role_owners", "field_value": [{"role": "operator", "owners": [USER_KEY]}]},
    ]});
    caller.call("PUT", &path, update).await.data();
    let node = format!("/open_api/demo/workflow/story/{id}/node/doing/operate");
    caller.post(&node, json!({"action": "confirm"})).await.data();
    let task = json!({"node_id": "doing", "name": "part"});
    caller.post(&format!("{path}/workflow/task"), task).await.data();
    caller.call("PUT", &format!("{path}/abort"), json!({"is_aborted": true, "reason": "no"})).await.data();
    // A call that is refused does nothing.
    assert_eq!(caller.call("DELETE", &format!("{path}1"), json!({})).await.status, 404);
    caller.call("DELETE", &path, json!({})).await.data();

    let all = records(&caller, id, json!({})).await;
    let expected = [
        ("create", "work_item_mod"),
        ("modify", "field_mod"),
        ("modify", "role_and_user_mod"),
        ("complete", "node_mod"),
        ("create", "sub_task_mod"),
        ("terminate", "work_item_mod"),
        ("delete", "work_item_mod"),
    ];
    let expected = expected.map(|(kind, module)| (kind.to_owned(), module.to_owned()));
    assert_eq!(kinds(&all), expected);
    let change = &all.data()["op_records"][1];
    assert_eq!((&change["operator"], &change["operator_type"]), (&json!(USER_KEY), &json!("user")));
    let name = &change["record_contents"][0];
    let about = (&name["object"]["object_value"], &name["old"], &name["new"]);
    assert_eq!(about, (&json!("name"), &json!(["Before"]), &json!(["After"])));
}

#[tokio::test]
async fn records_are_chosen_and_paged() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("One", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}");
    for name in ["Two", "Three"] {
        let update = json!({"update_fields": [{"field_key": "name", "field_value": name}]});
        caller.call("PUT", &path, update).await.data();
    }
    let time = records(&caller, id, json!({})).await.data()["op_records"][0]["operation_time"].clone();
    let (now, day) = (time.as_i64().unwrap(), 86_400_000);
    for (asked, expected) in [
        (json!({"operation_type": ["modify"]}), 2),
        (json!({"op_record_module": ["work_item_mod"]}), 1),
        (json!({"operator": ["7000000000000000002"]}), 0),
        (json!({"operator_type": ["auto", "plugin"]}), 0),
        (json!({"start": now - day, "end": now + day}), 3),
        (json!({"start": now - 2 * day, "end": now - day}), 0),
    ] {
        let response = records(&caller, id, asked.clone()).await;
        assert_eq!(response.data()["total"], expected, "{asked}");
    }
    let first = records(&caller, id, json!({"page_size": 2})).await;
    assert_eq!((kinds(&first).len(), &first.data()["has_more"]), (2, &json!(true)));
    let rest = records(&caller, id, json!({"page_size": 2, "start_from": first.data()["start_from"]})).await;
    assert_eq!((kinds(&rest).len(), &rest.data()["has_more"]), (1, &json!(false)));
    let caller = caller.renewed().await;
    let week = records(&caller, id, json!({"start": now - 8 * day, "end": now})).await;
    assert_eq!(week.refusal("start, end"), (400, 20006));
    // One weak source alone says that both ends must be given.
    records(&caller, id, json!({"start": now})).await.data();
}
