//! Compound fields: written, read, changed group by group, and searched.

use paceline_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::caller::Caller;

const QUERY: &str = "/open_api/demo/work_item/story/query";
const RESOURCES: &str = "/open_api/work_item/field_value/update_compound_field";

fn pair(key: &str, value: impl Into<Value>) -> Value {
    json!({"field_key": key, "field_value": value.into()})
}

/// A group: what is delivered, how many, and with which label.
fn group(what: &str, count: i64, label: &str) -> Value {
    json!([
        pair("field_000011", what),
        pair("field_000012", count),
        pair("field_000013", json!({"value": label})),
    ])
}

fn deliveries(groups: &[Value]) -> Value {
    json!([pair("field_000010", groups)])
}

async fn held(caller: &Caller, id: i64) -> (Value, Value) {
    let body = json!({"work_item_ids": [id], "fields": ["field_000010"],
        "expand": {"need_group_uuid_for_compound": true}});
    let response = caller.post(QUERY, body).await;
    let item = &response.data()[0];
    let ids = item["compound_field_extra"][0]["field_value"].clone();
    (item["fields"][0]["field_value"].clone(), ids)
}

#[tokio::test]
async fn groups_are_read_as_they_were_written_and_changed_one_by_one() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let id = caller.story("Parts", deliveries(&[group("bolts", 4, "red"), group("nuts", 8, "blue")])).await;
    let (groups, ids) = held(&caller, id).await;
    assert_eq!(groups[1][1]["field_value"], 8);
    assert_eq!(groups[0][2]["field_value"], json!({"value": "red", "label": "Red"}));

    let change = |action: &str, more: Value| {
        let mut body =
            json!({"project_key": "demo", "work_item_id": id, "field_key": "field_000010", "action": action});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let body = change("update", json!({"group_uuid": ids[0], "fields": [[pair("field_000012", 5)]]}));
    caller.post(RESOURCES, body).await.data();
    let body = change("delete", json!({"group_uuid": ids[1]}));
    caller.post(RESOURCES, body.clone()).await.data();
    caller.post(RESOURCES, change("add", json!({"fields": [group("nails", 9, "green")]}))).await.data();
    let (groups, new_ids) = held(&caller, id).await;
    assert_eq!((&groups[0][0]["field_value"], &groups[0][1]["field_value"]), (&json!("bolts"), &json!(5)));
    assert_eq!((groups.as_array().unwrap().len(), &groups[1][0]["field_value"]), (2, &json!("nails")));
    assert!(new_ids[0] == ids[0] && new_ids[1] != ids[1], "ids are not used again");

    assert_eq!(caller.post(RESOURCES, body).await.refusal("group_uuid"), (404, 30015));
    let wrong = change("add", json!({"fields": [[pair("field_000012", "many")]]}));
    assert_eq!(caller.post(RESOURCES, wrong).await.refusal("field_000012"), (400, 20006));
    let unknown = change("add", json!({"fields": [[pair("name", "x")]]}));
    assert_eq!(caller.post(RESOURCES, unknown).await.refusal("fields[0][0].field_key"), (404, 30009));
}

async fn found(caller: &Caller, param: Value) -> Vec<i64> {
    let body = json!({"search_group": {"conjunction": "AND", "search_params": [param]}});
    let response = caller.renewed().await.post("/open_api/demo/work_item/story/search/params", body).await;
    response.data().as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn conditions_meet_groups() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let red = caller.story("red", deliveries(&[group("a", 1, "red"), group("b", 9, "red")])).await;
    let mixed = caller.story("mixed", deliveries(&[group("a", 9, "blue"), group("b", 1, "red")])).await;
    let none = caller.story("none", json!([])).await;
    let inner = json!({"conjunction": "AND", "search_params": [
        {"param_key": "field_000012", "operator": ">", "value": 5},
        {"param_key": "field_000013", "operator": "HAS ANY OF", "value": ["red"]},
    ]});
    let label = json!({"conjunction": "OR", "search_params": [
        {"param_key": "field_000013", "operator": "=", "value": ["red"]},
    ]});
    let compound = |operator: &str, quantifier: Value, inner: Value| {
        json!({"param_key": "field_000010", "operator": operator, "pre_operator": quantifier,
            "value_search_groups": inner})
    };
    let cases = [
        // One group must meet both conditions: nine blue ones and one red one are not nine red ones.
        (compound("MEET", json!("ANY"), inner.clone()), vec![red]),
        (compound("MEET", Value::Null, inner.clone()), vec![red]),
        (compound("MEET", json!("EVERY"), label.clone()), vec![red]),
        (compound("MEET", json!("ANY"), label.clone()), vec![red, mixed]),
        (compound("NOT MEET", json!("ANY"), inner), vec![mixed, none]),
        (compound("NOT MEET", json!("EVERY"), label), vec![mixed, none]),
        (json!({"param_key": "field_000010", "operator": "IS NULL"}), vec![none]),
        (json!({"param_key": "field_000010", "operator": "IS NOT NULL"}), vec![red, mixed]),
        (json!({"param_key": "field_000011", "operator": "~", "value": "B"}), vec![red, mixed]),
        (
            json!({"param_key": "field_000012", "operator": "<", "value": 20, "pre_operator": "EVERY"}),
            vec![red, mixed],
        ),
        (json!({"param_key": "field_000012", "operator": "IS NULL"}), vec![none]),
    ];
    for (param, expected) in cases {
        assert_eq!(found(&caller, param.clone()).await, expected, "{param}");
    }
}

#[tokio::test]
async fn conditions_on_groups_that_the_grammar_does_not_have() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let inner = json!({"conjunction": "AND"});
    let quantified = json!({"conjunction": "AND", "search_params": [
        {"param_key": "field_000012", "operator": "=", "value": 1, "pre_operator": "ANY"}]});
    let outside = json!({"conjunction": "AND", "search_params": [
        {"param_key": "name", "operator": "~", "value": "x"}]});
    for (param, field, code) in [
        (json!({"param_key": "field_000010", "operator": "="}), "operator", 20063),
        (json!({"param_key": "field_000010", "operator": "MEET"}), "value_search_groups", 20069),
        (json!({"param_key": "name", "operator": "MEET", "value_search_groups": inner}), "operator", 20063),
        (
            json!({"param_key": "field_000010", "operator": "MEET", "value_search_groups": quantified}),
            "value_search_groups.search_params[0].pre_operator: only for compound fields",
            20006,
        ),
        (
            json!({"param_key": "field_000010", "operator": "MEET", "value_search_groups": outside}),
            "value_search_groups.search_params[0].param_key",
            20068,
        ),
        (
            json!({"param_key": "name", "operator": "~", "value": "x", "pre_operator": "ANY"}),
            "pre_operator",
            20006,
        ),
    ] {
        let body = json!({"search_group": {"conjunction": "AND", "search_params": [param]}});
        let response = caller.post("/open_api/demo/work_item/story/search/params", body).await;
        assert_eq!(response.refusal(field), (400, code), "{param}");
    }
}
