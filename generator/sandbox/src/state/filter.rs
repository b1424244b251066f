//! Filters: work items by a fixed set of conditions that all hold, in one space or across several.

use serde_json::Value;

use super::Store;
use super::call::Call;
use super::item::{Item, people};
use crate::SAVED_FILTER;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// How many items the filter of one space finds at most.
const MAX_FOUND_IN_SPACE: usize = 200_000;
/// How many items every other search finds at most.
pub(super) const MAX_FOUND: usize = 5000;
/// How many spaces a call that looks through several may name.
const MAX_SPACES: usize = 10;

/// The items of one space.
pub(super) fn filter(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    // A saved filter stands in place of every other condition.
    match call.text("search_id") {
        Some(SAVED_FILTER) => {
            return reply_with_items(store, call, find_saved(store, project).collect(), MAX_FOUND_IN_SPACE);
        }
        Some(id) => {
            return Err(Refusal::new(code::NOT_FOUND, format!("search_id: there is no saved filter `{id}`")));
        }
        None => {}
    }
    let types = call.texts("work_item_type_keys");
    if types.is_empty() {
        return Err(crate::check::missing("work_item_type_keys"));
    }
    types.iter().try_for_each(|key| store.directory.item_type(key).map(|_| ()))?;
    let users = call.texts("user_keys");
    let found = store.items.values().filter(|item| {
        item.project == project
            && types.contains(&item.type_key)
            && (users.is_empty() || people(item).iter().any(|user| users.contains(user)))
            && conditions_hold(call, item)
    });
    reply_with_items(store, call, found.collect(), MAX_FOUND_IN_SPACE)
}

/// The items that the one saved filter finds: the stories of a space that were not aborted.
fn find_saved<'s>(store: &'s Store, project: &str) -> impl Iterator<Item = &'s Item> {
    store
        .items
        .values()
        .filter(move |item| item.project == project && item.type_key == "story" && !item.aborted)
}

/// The items of several spaces.
pub(super) fn filter_across(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let named = named_spaces(call)?;
    named.iter().try_for_each(|key| store.directory.check_project(key))?;
    let projects: Vec<_> =
        named.iter().filter_map(|key| store.directory.find_project(key)).map(|project| project.key).collect();
    let type_key = call.text("work_item_type_key").unwrap_or_default();
    let type_key = store.directory.item_type(type_key)?.key;
    let user = SearchUser::of(call)?;
    let templates = call.ints("template_ids");
    let found = store.items.values().filter(|item| {
        // Without any space named, all spaces that the caller sees are meant.
        (projects.is_empty() || projects.contains(&item.project))
            && item.type_key == type_key
            && (templates.is_empty() || templates.contains(&item.template_id))
            && user.as_ref().is_none_or(|user| user.is_named_by(item))
            && conditions_hold(call, item)
    });
    reply_with_items(store, call, found.collect(), MAX_FOUND)
}

/// The spaces that a call names by their keys or by their short names.
pub(super) fn named_spaces<'a>(call: &Call<'a>) -> Result<Vec<&'a str>, Refusal> {
    let named: Vec<_> = call.texts("project_keys").into_iter().chain(call.texts("simple_names")).collect();
    if named.len() > MAX_SPACES {
        let message =
            format!("project_keys, simple_names: at most {MAX_SPACES} together, got {}", named.len());
        return Err(Refusal::new(code::TOO_MANY_SPACES, message));
    }
    Ok(named)
}

/// The reply with the found items; a refusal if there are more than `max_items`.
pub(super) fn reply_with_items(
    store: &Store,
    call: &Call<'_>,
    found: Vec<&Item>,
    max_items: usize,
) -> Result<Reply, Refusal> {
    if found.len() > max_items {
        return Err(Refusal::new(20094, format!("at most {max_items} items, found {}", found.len())));
    }
    Ok(Reply::List(store.items_json(call, &found)?))
}

/// The conditions that both filters know. Aborted items are found only by their state.
fn conditions_hold(call: &Call<'_>, item: &Item) -> bool {
    let name = call.text("work_item_name").map(str::to_lowercase);
    let ids = call.ints("work_item_ids");
    let states: Vec<_> =
        call.list("work_item_status").iter().filter_map(|status| status["state_key"].as_str()).collect();
    let stages = call.texts("sub_stages");
    name.is_none_or(|name| item.name.to_lowercase().contains(&name))
        && (ids.is_empty() || ids.contains(&item.id))
        && in_interval(call.get("created_at"), item.created_at)
        && in_interval(call.get("updated_at"), item.updated_at)
        && (!item.aborted || states.contains(&item.state_key()))
        && (states.is_empty() || states.contains(&item.state_key()))
        && (stages.is_empty() || stages.contains(&item.state_key()))
        && holds_one_of(&call.texts("businesses"), item.fields.get("business"))
        && holds_one_of(&call.texts("priorities"), item.fields.get("priority"))
        && holds_one_of(&call.texts("tags"), item.fields.get("tags"))
}

/// Whether a field holds one of the values that a caller listed; an empty list asks for nothing.
fn holds_one_of(wanted: &[&str], value: Option<&Value>) -> bool {
    let is_wanted = |value: &Value| {
        let id = value.as_str().or_else(|| value.get("value")?.as_str());
        id.is_some_and(|id| wanted.contains(&id))
    };
    wanted.is_empty()
        || value.is_some_and(|value| match value {
            Value::Array(items) => items.iter().any(is_wanted),
            value => is_wanted(value),
        })
}

/// Whether a time lies in an interval, both ends included; an absent or zero end is open.
pub(super) fn in_interval(interval: Option<&Value>, time: i64) -> bool {
    let Some(interval) = interval else { return true };
    let end = |name: &str| interval.get(name).and_then(Value::as_i64).filter(|end| *end != 0);
    end("start").is_none_or(|start| time >= start) && end("end").is_none_or(|end| time <= end)
}

/// A condition on the users whom an item names: in one field, in one role, or anywhere.
struct SearchUser<'a> {
    keys: Vec<&'a str>,
    field: Option<&'a str>,
    role: Option<&'a str>,
}

impl<'a> SearchUser<'a> {
    /// The condition of a call; `None` if it has none.
    fn of(call: &Call<'a>) -> Result<Option<Self>, Refusal> {
        let Some(user) = call.get("search_user") else { return Ok(None) };
        let text = |name: &str| user.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let keys = user.get("user_keys").and_then(Value::as_array);
        let keys: Vec<_> = keys.into_iter().flatten().filter_map(Value::as_str).collect();
        let (field, role) = (text("field_key"), text("role"));
        if field.is_some() && role.is_some() {
            return Err(Refusal::new(20058, "search_user: field_key and role exclude each other"));
        }
        if keys.is_empty() && (field.is_some() || role.is_some()) {
            return Err(Refusal::new(20059, "search_user.user_keys: must be set"));
        }
        Ok((!keys.is_empty()).then_some(Self { keys, field, role }))
    }

    /// Whether an item names one of the users.
    fn is_named_by(&self, item: &Item) -> bool {
        let named = |value: &Value| value.as_str().is_some_and(|user| self.keys.contains(&user));
        let any = |value: &Value| named(value) || value.as_array().is_some_and(|list| list.iter().any(named));
        match (self.field, self.role) {
            (Some(field), _) => item.fields.get(field).is_some_and(any),
            (None, Some(role)) => {
                let roles = item.fields.get("role_owners").and_then(Value::as_array);
                roles.into_iter().flatten().any(|entry| entry["role"] == role && any(&entry["owners"]))
            }
            (None, None) => people(item).iter().any(|user| self.keys.contains(user)),
        }
    }
}
