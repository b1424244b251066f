//! Work items of one space bound to those of another, by fixed rules: each type with the same type of the other space.

use serde_json::{Value, json};

use super::Store;
use super::call::{Call, as_whole_number};
use super::directory::{Directory, ItemType, Project};
use super::item::not_found;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A work item bound to another one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Binding {
    pub(super) item_id: i64,
    /// The id of the work item of the other space.
    pub(super) bound: i64,
    /// The id of the rule by which it was bound.
    rule: String,
}

/// The rule that binds items of a type.
fn rule_id(type_key: &str) -> String {
    format!("rule_{type_key}")
}

/// The rule of a type, as responses show it.
fn rule_json(item_type: &ItemType) -> Value {
    json!({
        "id": rule_id(item_type.key), "name": format!("Same {}", item_type.name.to_lowercase()), "disabled": 0,
        "work_item_relation_id": "", "work_item_relation_name": "", "chat_group_merge": 0,
        "current_work_item_type_key": item_type.key, "current_work_item_type_name": item_type.name,
        "remote_work_item_type_key": item_type.key, "remote_work_item_type_name": item_type.name,
    })
}

pub(super) fn rules(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let directory = &store.directory;
    let own_space = directory.project(call)?.key;
    let wanted = call.texts("remote_projects");
    wanted.iter().try_for_each(|key| directory.check_project(key))?;
    let is_wanted = |project: &&Project| {
        project.key != own_space
            && (wanted.is_empty()
                || wanted.iter().any(|key| [project.key, project.simple_name].contains(key)))
    };
    let shown = directory.projects.iter().filter(is_wanted).map(|project| {
        json!({
            "remote_project_key": project.key, "remote_project_name": project.name,
            "rules": directory.types.iter().map(rule_json).collect::<Vec<_>>(),
        })
    });
    Ok(Reply::List(shown.collect()))
}

/// The type that a rule binds; the call may leave the rule out where a type has only one.
fn bound_type<'d>(
    directory: &'d Directory,
    call: &Call<'_>,
    type_key: &str,
) -> Result<&'d ItemType, Refusal> {
    let Some(id) = call.text("relation_rule_id") else { return directory.item_type(type_key) };
    let found = directory.types.iter().find(|item_type| rule_id(item_type.key) == id);
    found.ok_or_else(|| {
        Refusal::new(code::RECORD_NOT_FOUND, format!("relation_rule_id: there is no rule `{id}`"))
    })
}

pub(super) fn bind(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let type_key = bound_type(&store.directory, call, item.type_key)?.key;
    let (id, project) = (item.id, item.project);
    let mut bindings = Vec::new();
    for (index, instance) in call.list("instances").iter().enumerate() {
        let path = format!("instances[{index}].work_item_id");
        let bound = as_whole_number(&instance["work_item_id"]).ok_or_else(|| crate::check::missing(&path))?;
        let found = store.items.get(&bound).filter(|found| found.type_key == type_key);
        let found =
            found.ok_or_else(|| Refusal { message: format!("{path}: no {type_key}"), ..not_found(bound) })?;
        if found.project == project {
            return Err(Refusal::new(code::INVALID, format!("{path}: {bound} is in the same space")));
        }
        let binding = Binding { item_id: id, bound, rule: rule_id(type_key) };
        if store.bindings.contains(&binding) || bindings.contains(&binding) {
            return Err(Refusal::new(1_000_051_617, format!("{path}: {bound} is bound already")));
        }
        bindings.push(binding);
    }
    store.bindings.extend(bindings);
    Ok(Reply::Done)
}

pub(super) fn unbind(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let bound = call.int("relation_work_item_id");
    let bound = bound.ok_or_else(|| crate::check::missing("relation_work_item_id"))?;
    let rule = call.text("relation_rule_id");
    let is_meant = |binding: &Binding| {
        (binding.item_id, binding.bound) == (item, bound) && rule.is_none_or(|rule| rule == binding.rule)
    };
    let position = store.bindings.iter().position(is_meant);
    let position = position
        .ok_or_else(|| Refusal::new(code::INVALID, format!("relation_work_item_id: {bound} is not bound")))?;
    store.bindings.remove(position);
    Ok(Reply::Done)
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let project = match call.text("relation_project_key") {
        Some(key) => {
            store.directory.check_project(key)?;
            store.directory.find_project(key).map(|project| project.key)
        }
        None => None,
    };
    let shown = store.bindings.iter().filter(|binding| binding.item_id == item).filter_map(|binding| {
        let bound = store.items.get(&binding.bound)?;
        let found = call.text("relation_rule_id").is_none_or(|rule| rule == binding.rule)
            && call.int("relation_work_item_id").is_none_or(|id| id == bound.id)
            && call.text("relation_work_item_type_key").is_none_or(|key| key == bound.type_key)
            && project.is_none_or(|project| project == bound.project);
        found.then(|| {
            let type_name = store.directory.type_name(bound.type_key);
            json!({
                "relation_work_item_id": bound.id, "relation_work_item_name": bound.name,
                "relation_work_item_type_key": bound.type_key, "relation_work_item_type_name": type_name,
                "project_relation_rule_id": binding.rule,
                "project_relation_rule_name": format!("Same {}", type_name.to_lowercase()),
                "relation_project_key": bound.project,
                "relation_project_name": store.directory.project_name(bound.project),
            })
        })
    });
    Ok(Reply::List(shown.collect()))
}
