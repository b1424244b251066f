//! Sub-tasks inside the nodes of work items.

use serde_json::{Value, json};

use super::World;
use super::call::Call;
use super::filter::in_interval;
use super::flow::{Flow, NODES};
use super::workflow::{iso, node};
use crate::answer::Reply;
use crate::refusal::Refusal;

/// A sub-task.
#[derive(Clone, Debug)]
pub(super) struct Task {
    id: i64,
    pub(super) item: i64,
    pub(super) node: &'static str,
    name: String,
    note: String,
    assignee: Vec<String>,
    roles: Value,
    schedule: Option<Value>,
    created_at: i64,
    finished_at: Option<i64>,
}

impl Task {
    pub(super) fn shown(&self) -> Value {
        let schedules: Vec<_> = self.schedule.iter().collect();
        json!({
            "id": self.id.to_string(), "name": self.name, "note": self.note, "details": "",
            "order": 1.0, "passed": self.finished_at.is_some(), "owners": self.assignee,
            "assignee": self.assignee, "role_assignee": self.roles, "schedules": schedules,
            "actual_begin_time": iso(Some(self.created_at)), "actual_finish_time": iso(self.finished_at),
            "deliverable": [], "fields": [],
        })
    }

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
        if let Some(schedule) = call.get("schedule").or_else(|| call.list("schedules").first()) {
            self.schedule = Some(schedule.clone());
        }
    }
}

pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = world.item(call)?;
    let (item, node) = (item.id, node(item, call)?.id);
    world.item_to_change(call)?.touch(call);
    let id = world.new_id();
    let mut task = Task {
        id,
        item,
        node,
        name: String::new(),
        note: String::new(),
        assignee: Vec::new(),
        roles: json!([]),
        schedule: None,
        created_at: call.now_ms,
        finished_at: None,
    };
    task.change(call);
    world.tasks.insert(id, task);
    Ok(Reply::Data(Value::from(id)))
}

pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = world.item(call)?;
    let wanted = match call.text("node_id") {
        Some(_) => Some(node(item, call)?.id),
        None => None,
    };
    let nodes = if matches!(item.flow, Flow::Nodes(_)) { NODES } else { &[] };
    let shown = nodes.iter().filter(|(id, _)| wanted.is_none_or(|wanted| wanted == *id)).map(|(id, name)| {
        let tasks = world.tasks.values().filter(|task| task.item == item.id && task.node == *id);
        json!({
            "id": id, "state_key": id, "node_name": name, "template_id": item.template_id, "version": 1,
            "sub_tasks": tasks.map(Task::shown).collect::<Vec<_>>(),
        })
    });
    Ok(Reply::List(shown.collect()))
}

/// The sub-task that a call names, in an item that can be changed.
fn find<'w>(world: &'w mut World, call: &Call<'_>) -> Result<&'w mut Task, Refusal> {
    let item = world.item(call)?;
    let node = match call.get("node_id") {
        Some(_) => Some(node(item, call)?.id),
        None => None,
    };
    let item = world.item_to_change(call)?;
    item.touch(call);
    let (item, id) = (item.id, call.int("task_id").unwrap_or_default());
    let found = world.tasks.get_mut(&id).filter(|task| task.item == item);
    let found = found.filter(|task| node.is_none_or(|node| node == task.node));
    found.ok_or_else(|| Refusal::new(20046, format!("task_id: the workflow has no sub-task {id}")))
}

pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    find(world, call)?.change(call);
    Ok(Reply::Done)
}

pub(super) fn operate(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let finished = match call.text("action") {
        Some("confirm") => Some(call.now_ms),
        Some("rollback") => None,
        _ => return Err(Refusal::new(20082, "action: neither `confirm` nor `rollback`")),
    };
    let task = find(world, call)?;
    task.change(call);
    task.finished_at = finished;
    Ok(Reply::Done)
}

pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = find(world, call)?.id;
    world.tasks.remove(&id);
    Ok(Reply::Done)
}

pub(super) fn search(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let projects: Vec<_> = call.texts("project_keys").into_iter().chain(call.texts("simple_names")).collect();
    if projects.len() > 10 {
        let message = format!("project_keys, simple_names: at most 10 together, got {}", projects.len());
        return Err(Refusal::new(20057, message));
    }
    let users = call.texts("user_keys");
    let name = call.text("name").map(str::to_lowercase);
    let status = call.int("status");
    let shown = world.tasks.values().filter_map(|task| {
        let item = world.items.get(&task.item)?;
        let found =
            (projects.is_empty() || projects.contains(&item.project) || projects.contains(&item.simple_name))
                && (users.is_empty() || task.assignee.iter().any(|user| users.contains(&user.as_str())))
                && name.as_ref().is_none_or(|name| task.name.to_lowercase().contains(name))
                && status.is_none_or(|status| (status == 1) == task.finished_at.is_some())
                && in_interval(call.get("created_at"), task.created_at);
        let shown = json!({
            "work_item_id": item.id, "work_item_name": item.name, "node_id": task.node,
            "sub_task": task.shown(),
        });
        found.then_some(shown)
    });
    Ok(Reply::List(shown.collect()))
}
