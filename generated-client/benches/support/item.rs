//! Work items for a derived reader: the same members as the client's own type, in structs of the same shape.
#![allow(dead_code, reason = "the members are read from JSON and looked at by nobody")]

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PlainItem {
    pub(crate) id: i64,
    pub(crate) name: Option<String>,
    work_item_type_key: Option<String>,
    project_key: Option<String>,
    template_type: Option<String>,
    pattern: Option<Pattern>,
    sub_stage: Option<String>,
    current_nodes: Vec<Node>,
    created_by: Option<String>,
    updated_by: Option<String>,
    created_at: Option<i64>,
    updated_at: Option<i64>,
    pub(crate) fields: Vec<Field>,
    work_item_status: Option<Status>,
    deleted_by: Option<String>,
    deleted_at: Option<i64>,
    simple_name: Option<String>,
    template_id: Option<i64>,
    workflow_infos: Option<Workflow>,
    state_times: Vec<StateTime>,
    multi_texts: Vec<RichTextField>,
    relation_fields_detail: Vec<Relation>,
    user_details: Vec<User>,
    sub_task_parent_info: Option<SubTaskParent>,
    compound_field_extra: Vec<Field>,
    parent_work_item: Vec<Parent>,
}

#[derive(Debug, Deserialize)]
enum Pattern {
    Node,
    State,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Node {
    id: Option<String>,
    name: Option<String>,
    owners: Vec<String>,
    milestone: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Field {
    pub(crate) field_key: Option<String>,
    pub(crate) field_value: Option<Value>,
    target_state: Option<TargetState>,
    field_type_key: Option<String>,
    field_alias: Option<String>,
    help_description: Option<String>,
    update_mode: Option<i64>,
    field_name: Option<String>,
    field_value_markdown: Option<Markdown>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Markdown {
    markdown: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct TargetState {
    state_key: Option<String>,
    transition_id: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Status {
    state_key: Option<String>,
    is_archived_state: Option<bool>,
    is_init_state: Option<bool>,
    updated_at: Option<i64>,
    updated_by: Option<String>,
    history: Option<Vec<Status>>,
}

/// Present on request only, and not requested here: of its lists only the room matters.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Workflow {
    workflow_nodes: Vec<Value>,
    connections: Vec<Value>,
    state_flow_nodes: Vec<Value>,
    user_details: Vec<User>,
    template_id: Option<i64>,
    version: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StateTime {
    state_key: Option<String>,
    start_time: Option<i64>,
    end_time: Option<i64>,
    name: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RichTextField {
    field_key: Option<String>,
    field_value: Option<RichText>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RichText {
    doc: Option<String>,
    doc_text: Option<String>,
    is_empty: Option<bool>,
    notify_user_list: Vec<String>,
    notify_user_type: Option<String>,
    doc_html: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Relation {
    field_key: Option<String>,
    detail: Vec<Related>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Related {
    work_item_id: Option<i64>,
    work_item_type_key: Option<String>,
    project_key: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct User {
    user_key: Option<String>,
    username: Option<String>,
    email: Option<String>,
    name_cn: Option<String>,
    name_en: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SubTaskParent {
    work_item_id: Option<i64>,
    work_item_name: Option<String>,
    work_item_type_key: Option<String>,
    node_id: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Parent {
    relation_uuid: Option<String>,
    parent_work_item_id: Option<i64>,
    parent_node_key: Option<String>,
}

/// The envelope that every response comes in.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(crate) struct Envelope<T> {
    #[serde(default)]
    pub(crate) err_code: i64,
    #[serde(default)]
    pub(crate) err_msg: Option<String>,
    #[serde(default)]
    err: Option<Value>,
    pub(crate) data: Option<T>,
}

/// A response of the API that holds so many work items.
pub(crate) fn response(count: usize) -> Vec<u8> {
    let items: Vec<Value> = (0..count).map(item).collect();
    serde_json::json!({ "data": items, "err": {}, "err_code": 0, "err_msg": "" }).to_string().into_bytes()
}

/// A work item as the API gives it, a little different each time.
fn item(number: usize) -> Value {
    let (id, at) = (6_000_000_000_i64 + number as i64, 1_760_000_000_000_i64 + 1000 * number as i64);
    let user = format!("7{:018}", number % 40);
    let field = |key: &str, kind: &str, value: Value| {
        serde_json::json!({
            "field_alias": "", "field_key": key, "field_type_key": kind, "field_name": key, "field_value": value,
        })
    };
    serde_json::json!({
        "id": id, "name": format!("Ship the “{number}” 版本\nand tell everybody"), "work_item_type_key": "story",
        "project_key": "65f0c0ffee00000000000001", "simple_name": "demo", "template_id": 145_405,
        "template_type": "default", "pattern": "Node", "sub_stage": "doing",
        "current_nodes": [{"id": "doing", "name": "开发", "owners": [user], "milestone": false}],
        "created_by": user, "created_at": at, "updated_by": user, "updated_at": at + 5, "deleted_by": "", "deleted_at": 0,
        "work_item_status": {
            "state_key": "doing", "is_archived_state": false, "is_init_state": true, "updated_at": at,
            "updated_by": user, "history": [],
        },
        "state_times": [
            {"state_key": "started", "start_time": at, "end_time": at + 3, "name": "开始"},
            {"state_key": "doing", "start_time": at + 3, "end_time": 0, "name": "开发"},
        ],
        "fields": [
            field("priority", "select", serde_json::json!({"label": "P1", "value": "1"})),
            field("description", "multi_text", format!("What is to be done in step {number}.").into()),
            field("watchers", "multi_user", serde_json::json!([user, "7000000000000000041"])),
            field("estimate", "number", (number as f64 / 4.0).into()),
        ],
    })
}
