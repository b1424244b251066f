//! Sub-tasks inside the nodes of work items.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::filter::{in_interval, named_spaces};
use super::flow::{Flow, NODES};
use super::record::contents_naming;
use super::workflow::{iso_time, node};
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A sub-task.
#[derive(Clone, Debug)]
pub(super) struct Task {
    id: i64,
    /// The ids of the work item and of its node.
    pub(super) item_id: i64,
    pub(super) node: &'static str,
    name: String,
    note: String,
    /// The keys of users.
    assignee: Vec<String>,
    roles: Value,
    schedules: Vec<Value>,
    /// Fields and deliverables as they were written: sub-tasks have no fields of their own here.
    fields: Vec<Value>,
    deliverable: Value,
    /// In milliseconds since the epoch.
    created_at: i64,
    finished_at: Option<i64>,
}

impl Task {
    /// The sub-task as responses show it.
    pub(super) fn to_json(&self) -> Value {
        json!({
            "id": self.id.to_string(), "name": self.name, "note": self.note, "details": "",
            "order": 1.0, "passed": self.finished_at.is_some(), "owners": self.assignee,
            "assignee": self.assignee, "role_assignee": self.roles, "schedules": self.schedules,
            "actual_begin_time": iso_time(Some(self.created_at)), "actual_finish_time": iso_time(self.finished_at),
            "deliverable": self.deliverable, "fields": self.fields,
        })
    }

    /// Sets what the call has.
    fn change(&mut self, call: &Call<'_>) {
        if let Some(name) = call.text("name") {
            self.name = name.to_owned();
        }
        if let Some(note) = call.get("note").and_then(Value::as_str) {
            self.note = note.to_owned();
        }
        if call.get("assignee").is_some() {
            self.assignee = call.texts("assignee").into_iter().map(str::to_owned).collect();
        }
        if let Some(roles) = call.get("role_assignee") {
            self.roles = roles.clone();
        }
        match (call.get("schedule"), call.get("schedules")) {
            (Some(schedule), _) => self.schedules = vec![schedule.clone()],
            (None, Some(_)) => self.schedules = call.list("schedules").to_vec(),
            (None, None) => {}
        }
        if let Some(deliverable) = call.get("deliverable") {
            self.deliverable = deliverable.clone();
        }
        for field in call.list("field_value_pairs").iter().chain(call.list("update_fields")) {
            let key = |field: &Value| [field["field_key"].clone(), field["field_alias"].clone()];
            self.fields.retain(|known| key(known) != key(field));
            self.fields.push(field.clone());
        }
    }
}

/// What an event says of a sub-task.
fn in_short(id: i64, name: &str) -> Value {
    json!({"sub_task": {"id": id, "name": name}})
}

/// The event types that tell of what a call changes.
fn changes(call: &Call<'_>) -> Vec<&'static str> {
    let has = |wires: &[&str]| wires.iter().any(|wire| call.get(wire).is_some());
    let changed = [
        ("sub_task_owner_changed", has(&["assignee", "role_assignee"])),
        ("sub_task_schedule_changed", has(&["schedule", "schedules"])),
        (
            "sub_task_field_changed",
            has(&["name", "note", "deliverable", "field_value_pairs", "update_fields"]),
        ),
        ("task_changed", true),
    ];
    changed.into_iter().filter(|(_, is_changed)| *is_changed).map(|(name, _)| name).collect()
}

/// Refuses assignees who do not exist.
fn check_assignee(store: &Store, call: &Call<'_>) -> Result<(), Refusal> {
    match call.texts("assignee").iter().find(|user| !store.directory.knows_user(user)) {
        Some(user) => Err(Refusal::new(code::USER_NOT_FOUND, format!("assignee: there is no user `{user}`"))),
        None => Ok(()),
    }
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    check_assignee(store, call)?;
    if call.text("name").is_none() {
        return Err(Refusal::new(code::INVALID, "name: must not be empty"));
    }
    let item = store.item(call)?;
    let (item, node) = (item.id, node(item, call)?.id);
    store.item_to_change(call)?.touch(call);
    let id = store.new_id();
    let mut task = Task {
        id,
        item_id: item,
        node,
        name: String::new(),
        note: String::new(),
        assignee: Vec::new(),
        roles: json!([]),
        schedules: Vec::new(),
        fields: Vec::new(),
        deliverable: json!([]),
        created_at: call.now_ms,
        finished_at: None,
    };
    task.change(call);
    let name = task.name.clone();
    store.tasks.insert(id, task);
    store.log_operation(call, item, ("create", "sub_task_mod"), contents_naming("sub_task", &name));
    store.emit_event(call, item, &["sub_task_created", "task_created"], in_short(id, &name));
    Ok(Reply::Data(Value::from(id)))
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let wanted = match call.text("node_id") {
        Some(_) => Some(node(item, call)?.id),
        None => None,
    };
    let nodes = if matches!(item.flow, Flow::Nodes(_)) { NODES } else { &[] };
    let shown = nodes.iter().filter(|(id, _)| wanted.is_none_or(|wanted| wanted == *id)).map(|(id, name)| {
        let tasks = store.tasks.values().filter(|task| task.item_id == item.id && task.node == *id);
        json!({
            "id": id, "state_key": id, "node_name": name, "template_id": item.template_id, "version": 1,
            "sub_tasks": tasks.map(Task::to_json).collect::<Vec<_>>(),
        })
    });
    Ok(Reply::List(shown.collect()))
}

/// The sub-task that a call names, to change it: its work item is marked as changed by the caller.
fn find_and_touch<'s>(store: &'s mut Store, call: &Call<'_>) -> Result<&'s mut Task, Refusal> {
    let item = store.item(call)?;
    let node = match call.get("node_id") {
        Some(_) => Some(node(item, call)?.id),
        None => None,
    };
    let item = store.item_to_change(call)?;
    item.touch(call);
    let (item, id) = (item.id, call.int("task_id").unwrap_or_default());
    let found = store.tasks.get_mut(&id).filter(|task| task.item_id == item);
    let found = found.filter(|task| node.is_none_or(|node| node == task.node));
    found.ok_or_else(|| Refusal::new(20046, format!("task_id: the workflow has no sub-task {id}")))
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    check_assignee(store, call)?;
    let task = find_and_touch(store, call)?;
    task.change(call);
    let (id, item, name) = (task.id, task.item_id, task.name.clone());
    store.log_operation(call, item, ("modify", "sub_task_mod"), contents_naming("sub_task", &name));
    store.emit_event(call, item, &changes(call), in_short(id, &name));
    Ok(Reply::Done)
}

pub(super) fn operate(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (finished, operation) = match call.text("action") {
        Some("confirm") => (Some(call.now_ms), "complete"),
        Some("rollback") => (None, "rollback"),
        _ => return Err(Refusal::new(code::ACTION_UNSUPPORTED, "action: neither `confirm` nor `rollback`")),
    };
    check_assignee(store, call)?;
    let task = find_and_touch(store, call)?;
    task.change(call);
    task.finished_at = finished;
    let (id, item, name) = (task.id, task.item_id, task.name.clone());
    store.log_operation(call, item, (operation, "sub_task_mod"), contents_naming("sub_task", &name));
    let status = if finished.is_some() { "sub_task_finished" } else { "sub_task_reopened" };
    store.emit_event(call, item, &[status, "task_status_changed"], in_short(id, &name));
    Ok(Reply::Done)
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let task = find_and_touch(store, call)?;
    let (id, item, name) = (task.id, task.item_id, task.name.clone());
    store.tasks.remove(&id);
    store.log_operation(call, item, ("delete", "sub_task_mod"), contents_naming("sub_task", &name));
    store.emit_event(call, item, &["sub_task_deleted"], in_short(id, &name));
    Ok(Reply::Done)
}

pub(super) fn search(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let projects = named_spaces(call)?;
    let users = call.texts("user_keys");
    let name = call.text("name").map(str::to_lowercase);
    let status = call.int("status");
    let shown = store.tasks.values().filter_map(|task| {
        let item = store.items.get(&task.item_id)?;
        let found =
            (projects.is_empty() || projects.contains(&item.project) || projects.contains(&item.simple_name))
                && (users.is_empty() || task.assignee.iter().any(|user| users.contains(&user.as_str())))
                && name.as_ref().is_none_or(|name| task.name.to_lowercase().contains(name))
                && status.is_none_or(|status| (status == 1) == task.finished_at.is_some())
                && in_interval(call.get("created_at"), task.created_at);
        let shown = json!({
            "work_item_id": item.id, "work_item_name": item.name, "node_id": task.node,
            "sub_task": task.to_json(),
        });
        found.then_some(shown)
    });
    Ok(Reply::List(shown.collect()))
}
