//! Workflows: the nodes and states of work items.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::directory::ItemType;
use super::flow::{self, Flow, NODES, Node, STATES, TRANSITIONS};
use super::item::Item;
use super::meta::NO;
use super::record::contents_naming;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

impl Store {
    /// The workflow of an item, nodes or states.
    pub(super) fn workflow_json(&self, item: &Item) -> Value {
        let people = super::item::people(item);
        let users = self.directory.users.iter().filter(|user| people.contains(user.key.as_str()));
        let (nodes, states, connections) = match &item.flow {
            Flow::Nodes(nodes) => {
                let shown = nodes.iter().map(|node| self.node_json(item, node)).collect();
                let pairs = NODES.windows(2);
                let connect = |pair: &[(&str, &str)]| json!({"source_state_key": pair[0].0, "target_state_key": pair[1].0});
                (shown, Vec::new(), pairs.map(connect).collect::<Vec<_>>())
            }
            Flow::State { key, .. } => {
                let connect = |(id, from, to): &(i64, &str, &str)| json!({"source_state_key": from, "target_state_key": to, "transition_id": id});
                let connections = TRANSITIONS.iter().map(connect).collect();
                (Vec::new(), states_json(item, key), connections)
            }
        };
        json!({
            "workflow_nodes": nodes, "state_flow_nodes": states, "connections": connections,
            "user_details": users.map(super::directory::User::to_json).collect::<Vec<_>>(),
            "template_id": item.template_id, "version": 1,
        })
    }

    /// A node as workflows show it.
    fn node_json(&self, item: &Item, node: &Node) -> Value {
        let tasks: Vec<_> = self
            .tasks
            .values()
            .filter(|task| task.item_id == item.id && task.node == node.id)
            .map(super::task::Task::to_json)
            .collect();
        json!({
            "id": node.id, "state_key": node.id, "name": node.name, "status": node.status(),
            "owners": node.owners, "node_schedule": node.schedule, "schedules": node.schedules, "fields": [],
            "sub_tasks": tasks, "actual_begin_time": iso_time(node.begun), "actual_finish_time": iso_time(node.finished),
            "role_assignee": node.roles,
            "different_schedule": node.schedules.as_array().is_some_and(|list| !list.is_empty()), "sub_status": [], "milestone": false,
            "participants": [],
        })
    }
}

/// The states of an item as workflows show them.
fn states_json(item: &Item, current: &str) -> Vec<Value> {
    let position = STATES.iter().position(|(key, _)| *key == current).unwrap_or_default();
    let status = |index: usize| match index.cmp(&position) {
        std::cmp::Ordering::Less => 3,
        std::cmp::Ordering::Equal => 2,
        std::cmp::Ordering::Greater => 1,
    };
    let shown = |(index, (key, name)): (usize, &(&str, &str))| {
        let begun = (index == position).then_some(item.updated_at);
        json!({
            "id": key, "name": name, "role_owners": [], "status": status(index),
            "actual_begin_time": iso_time(begun), "actual_finish_time": "", "fields": [],
        })
    };
    STATES.iter().enumerate().map(shown).collect()
}

/// A time as the API writes those of nodes and sub-tasks: ISO text, empty when there is none.
pub(super) fn iso_time(ms: Option<i64>) -> String {
    let Some(ms) = ms else { return String::new() };
    let (days, rest) = (ms.div_euclid(86_400_000), ms.rem_euclid(86_400_000));
    // The date of a day, by the 400-year cycle of the calendar. Years begin in March here, so that a leap day is the last
    // of its year; 719 468 days lie between 1 March of the year 0 and the epoch.
    let day = days + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let date = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The node that a call names, in an item that goes through nodes.
pub(super) fn node<'a>(item: &'a Item, call: &Call<'_>) -> Result<&'a Node, Refusal> {
    let id = call.text("node_id").or_else(|| call.text("state_key")).unwrap_or_default();
    let Flow::Nodes(nodes) = &item.flow else {
        return Err(Refusal::new(code::HAS_STATE_FLOW, format!("work_item_id: {} has no nodes", item.id)));
    };
    let found = nodes.iter().find(|node| node.id == id);
    found.ok_or_else(|| Refusal::new(20018, format!("node_id: the workflow has no node `{id}`")))
}

/// A node of an item, to change it.
fn node_mut<'a>(item: &'a mut Item, id: &str) -> Option<&'a mut Node> {
    let Flow::Nodes(nodes) = &mut item.flow else { return None };
    nodes.iter_mut().find(|node| node.id == id)
}

pub(super) fn query(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    // A node flow is meant unless the call says otherwise.
    match (call.int("flow_type").unwrap_or(0), &item.flow) {
        (0, Flow::State { .. }) => {
            Err(Refusal::new(code::HAS_STATE_FLOW, format!("flow_type: {} has a state flow", item.id)))
        }
        (1, Flow::Nodes(_)) => Err(Refusal::new(20027, format!("flow_type: {} has a node flow", item.id))),
        _ => Ok(Reply::Data(store.workflow_json(item))),
    }
}

pub(super) fn update_node(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = node(store.item(call)?, call)?.id;
    let pairs = store.read_pairs(store.item(call)?.type_key, call.list("fields"), "fields")?;
    let item = store.item_to_change(call)?;
    if let Some(node) = node_mut(item, id) {
        change_node(node, call);
    }
    let item_id = item.id;
    store.change_fields(call, item_id, pairs)?;
    store.log_operation(call, item_id, ("modify", "node_mod"), contents_naming("node", id));
    emit_node_changes(store, call, item_id, id);
    Ok(Reply::Done)
}

/// Corrects when a node was begun and finished. A time of 0 stands for no time.
pub(super) fn update_actual_time(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = node(store.item(call)?, call)?.id;
    let item = store.item_to_change(call)?;
    let item_id = item.id;
    let time = |name: &str| call.get("actual_time_info")?.get(name)?.as_i64();
    let nonzero = |time: i64| Some(time).filter(|time| *time != 0);
    if let Some(node) = node_mut(item, id) {
        let begun = time("actual_start_time").map_or(node.begun, nonzero);
        let finished = time("actual_finish_time").map_or(node.finished, nonzero);
        if let (Some(begun), Some(finished)) = (begun, finished)
            && begun > finished
        {
            let message = "actual_time_info.actual_finish_time: before the start";
            return Err(Refusal::new(crate::refusal::code::INVALID, message));
        }
        // A time is only corrected, never added or removed: that would change the progress of the node.
        if node.begun.is_some() {
            node.begun = begun.or(node.begun);
        }
        if node.finished.is_some() {
            node.finished = finished.or(node.finished);
        }
    }
    item.touch(call);
    store.log_operation(call, item_id, ("modify", "node_mod"), contents_naming("node", id));
    store.emit_event(call, item_id, &["node_actual_time_changed"], nodes_json([id]));
    Ok(Reply::Done)
}

/// Sets what the call has.
fn change_node(node: &mut Node, call: &Call<'_>) {
    if call.get("node_owners").is_some() {
        node.owners = call.texts("node_owners").into_iter().map(str::to_owned).collect();
    }
    if let Some(schedule) = call.get("node_schedule") {
        node.schedule = Some(schedule.clone());
    }
    if let Some(schedules) = call.get("schedules") {
        node.schedules = schedules.clone();
    }
    if let Some(roles) = call.get("role_assignee") {
        node.roles = roles.clone();
    }
}

/// What an event says of nodes.
fn nodes_json(ids: impl IntoIterator<Item = &'static str>) -> Value {
    let named = |id: &str| NODES.iter().find(|(known, _)| *known == id).map(|(_, name)| *name);
    let nodes = ids.into_iter().map(|id| json!({"id": id, "name": named(id)}));
    json!({"nodes": nodes.collect::<Vec<_>>()})
}

/// Makes events of what a call changes of a node other than its progress.
fn emit_node_changes(store: &mut Store, call: &Call<'_>, item: i64, id: &'static str) {
    let has = |wires: &[&str]| wires.iter().any(|wire| call.get(wire).is_some());
    if has(&["node_owners", "role_assignee"]) {
        store.emit_event(call, item, &["node_owner_changed", "person_assigned"], nodes_json([id]));
    }
    if has(&["node_schedule", "schedules"]) {
        store.emit_event(call, item, &["node_schedule_changed"], nodes_json([id]));
    }
}

pub(super) fn operate_node(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let found = node(item, call)?;
    let (id, status) = (found.id, found.status());
    let pairs = store.read_pairs(item.type_key, call.list("fields"), "fields")?;
    let rollback = match call.text("action") {
        Some("confirm") => false,
        Some("rollback") => true,
        _ => return Err(Refusal::new(code::ACTION_UNSUPPORTED, "action: neither `confirm` nor `rollback`")),
    };
    match (rollback, status) {
        (false, 1) => return Err(Refusal::new(20016, format!("node_id: `{id}` is not reached yet"))),
        (false, 3) => return Err(Refusal::new(20017, format!("node_id: `{id}` is finished"))),
        (true, 1 | 2) => return Err(Refusal::new(20037, format!("node_id: `{id}` is not finished"))),
        _ => {}
    }
    let item_id = store.item_to_change(call)?.id;
    store.change_fields(call, item_id, pairs)?;
    let item = store.item_to_change(call)?;
    if let Some(node) = node_mut(item, id) {
        change_node(node, call);
    }
    let mut reached = Vec::new();
    if let Flow::Nodes(nodes) = &mut item.flow {
        let in_progress = |nodes: &[Node]| {
            nodes.iter().filter(|node| node.status() == 2).map(|node| node.id).collect::<Vec<_>>()
        };
        let before = in_progress(nodes);
        flow::finish_or_roll_back(nodes, id, rollback, call.now_ms);
        reached = in_progress(nodes);
        reached.retain(|id| !before.contains(id));
    }
    let is_over = item.flow.is_over();
    let operation = if rollback { "rollback" } else { "complete" };
    store.log_operation(call, item_id, (operation, "node_mod"), contents_naming("node", id));
    emit_node_changes(store, call, item_id, id);
    let (name, kind) = if rollback { ("node_rolled_back", "Rollback") } else { ("node_finished", "Checked") };
    let status = |kind: &str, nodes: Value| {
        let mut details = nodes;
        details["status_change_type"] = kind.into();
        details
    };
    store.emit_event(call, item_id, &[name, "node_status_changed"], status(kind, nodes_json([id])));
    if !rollback && !reached.is_empty() {
        store.emit_event(call, item_id, &["node_status_changed"], status("Reached", nodes_json(reached)));
    }
    if !rollback && is_over {
        store.emit_event(call, item_id, &["item_finished"], json!({}));
    }
    Ok(Reply::Done)
}

pub(super) fn change_state(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let Flow::State { key, .. } = &item.flow else {
        return Err(Refusal::new(20027, format!("work_item_id: {} has no states", item.id)));
    };
    // Without a transition, only the fields that are given are changed.
    let to = call.int("transition_id").map(|wanted| next_state(key, wanted)).transpose()?;
    let pairs = store.read_pairs(item.type_key, call.list("fields"), "fields")?;
    let item_id = store.item_to_change(call)?.id;
    store.change_fields(call, item_id, pairs)?;
    if let Some(to) = to {
        let item = store.item_to_change(call)?;
        let from = item.state_key();
        item.flow = Flow::State { key: to, since: call.now_ms };
        let is_over = item.flow.is_over();
        store.log_operation(call, item_id, ("modify", "work_item_mod"), contents_naming("state", to));
        let details = json!({"pre_work_item_status": from, "cur_work_item_status": to});
        store.emit_event(call, item_id, &["state_changed", "status_changed"], details);
        if is_over {
            store.emit_event(call, item_id, &["item_finished"], json!({}));
        }
    }
    Ok(Reply::Done)
}

/// Where a transition leads from a state.
fn next_state(key: &str, wanted: i64) -> Result<&'static str, Refusal> {
    let transition = TRANSITIONS.iter().find(|(id, from, _)| *id == wanted && *from == key);
    let (_, _, to) = transition.ok_or_else(|| {
        Refusal::new(10002, format!("transition_id: {wanted} does not lead away from `{key}`"))
    })?;
    Ok(to)
}

pub(super) fn required_info(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    store.item(call)?;
    // Nothing is required to pass the nodes and states of the sandbox.
    Ok(Reply::Data(json!({"form_items": []})))
}

/// The type whose template a call names.
fn template_type<'s>(store: &'s Store, call: &Call<'_>) -> Result<&'s ItemType, Refusal> {
    let id = call.int("template_id").unwrap_or_default();
    let found = store.directory.types.iter().find(|item_type| item_type.template_id == id);
    found.ok_or_else(|| Refusal::new(code::NOT_FOUND, format!("template_id: there is no template {id}")))
}

pub(super) fn templates(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item_type = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    let key = item_type.template_id.to_string();
    Ok(Reply::List(vec![json!({
        "template_id": key, "template_name": format!("{} template", item_type.name), "is_disabled": NO,
        "version": 1, "unique_key": key, "template_key": key,
    })]))
}

pub(super) fn template(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item_type = template_type(store, call)?;
    let node = |(id, name): &(&str, &str)| json!({"state_key": id, "name": name, "tags": []});
    let nodes = if item_type.node_flow { NODES } else { &[] };
    let states = if item_type.node_flow { &[] } else { STATES };
    let connections: Vec<_> = if item_type.node_flow {
        NODES
            .windows(2)
            .map(|pair| json!({"source_state_key": pair[0].0, "target_state_key": pair[1].0}))
            .collect()
    } else {
        TRANSITIONS
            .iter()
            .map(|(id, from, to)| json!({"source_state_key": from, "target_state_key": to, "transition_id": id}))
            .collect()
    };
    Ok(Reply::Data(json!({
        "workflow_confs": nodes.iter().map(node).collect::<Vec<_>>(),
        "state_flow_confs": states.iter().map(node).collect::<Vec<_>>(),
        "connections": connections, "template_id": item_type.template_id,
        "template_name": format!("{} template", item_type.name), "version": 1, "is_disabled": NO,
        "work_item_type_key": item_type.key,
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_nodes_are_iso_text() {
        assert_eq!(iso_time(Some(1_735_689_600_000)), "2025-01-01T00:00:00Z");
        assert_eq!(iso_time(Some(1_709_210_096_999)), "2024-02-29T12:34:56Z");
        assert_eq!(iso_time(None), "");
    }
}
