//! Roles of work item types.

use serde_json::{Map, Value, json};

use super::Store;
use super::call::Call;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A role of a work item type in a space.
#[derive(Clone, Debug)]
pub(super) struct Role {
    id: String,
    project: &'static str,
    type_key: &'static str,
    /// Whether the workflow template of the type uses it, so that it cannot be deleted.
    used: bool,
    /// What callers wrote: name, alias, members and so on.
    settings: Map<String, Value>,
}

impl Role {
    /// The role that a type has from the beginning.
    pub(super) fn built_in(project: &'static str, type_key: &'static str) -> Self {
        let settings = json!({"name": "Operator", "role_alias": "operator", "member_assign_mode": 1});
        let settings = settings.as_object().cloned().unwrap_or_default();
        Self { id: "operator".to_owned(), project, type_key, used: true, settings }
    }

    /// Its alias, empty if it has none.
    fn alias(&self) -> &str {
        self.settings.get("role_alias").and_then(Value::as_str).unwrap_or_default()
    }

    /// The role as responses show it.
    fn to_json(&self) -> Value {
        let mut shown = self.settings.clone();
        let computed = json!({
            "id": self.id, "key": self.id, "deletable": true, "allow_delete": !self.used,
            // What the numbers mean is not documented.
            "role_appear_mode": 1, "is_required": 2, "authorization_role_keys": [],
        });
        shown.extend(computed.as_object().cloned().unwrap_or_default());
        Value::Object(shown)
    }
}

/// Space and type that a call names.
fn scope(store: &Store, call: &Call<'_>) -> Result<(&'static str, &'static str), Refusal> {
    let item_type = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    Ok((store.directory.project(call)?.key, item_type.key))
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let scope = scope(store, call)?;
    let of_type = store.roles.iter().filter(|role| (role.project, role.type_key) == scope);
    Ok(Reply::List(of_type.map(Role::to_json).collect()))
}

/// The settings in a call, checked: members must be users, and no other role of the type may have the alias. `changed`
/// is the position of the role that is changed; `None` for a new one.
fn read_settings(
    store: &Store,
    call: &Call<'_>,
    changed: Option<usize>,
) -> Result<Map<String, Value>, Refusal> {
    let scope = scope(store, call)?;
    let mut settings = call.get("role").and_then(Value::as_object).cloned().unwrap_or_default();
    settings.retain(|_, value| !value.is_null());
    let members = settings.get("members").and_then(Value::as_array).into_iter().flatten();
    for member in members.filter_map(Value::as_str) {
        if !store.directory.knows_user(member) {
            return Err(Refusal::new(code::INVALID, format!("role.members: there is no user `{member}`")));
        }
    }
    let alias = settings.get("role_alias").and_then(Value::as_str).filter(|alias| !alias.is_empty());
    let taken = |(index, role): (usize, &Role)| {
        Some(index) != changed && (role.project, role.type_key) == scope && Some(role.alias()) == alias
    };
    if store.roles.iter().enumerate().any(taken) {
        return Err(Refusal::new(code::INVALID, "role.role_alias: another role has it"));
    }
    Ok(settings)
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (project, type_key) = scope(store, call)?;
    let mut settings = read_settings(store, call, None)?;
    let wanted_id = settings.remove("id").and_then(|id| id.as_str().map(str::to_owned));
    let id = match wanted_id.filter(|id| !id.is_empty()) {
        Some(id) => id,
        None => format!("role_{:06}", store.new_id() - super::FIRST_ID),
    };
    let is_same = |role: &Role| (role.project, role.type_key, &role.id) == (project, type_key, &id);
    if store.roles.iter().any(is_same) {
        return Err(Refusal::new(code::INVALID, format!("role.id: there is a role `{id}` already")));
    }
    store.roles.push(Role { id: id.clone(), project, type_key, used: false, settings });
    Ok(Reply::Data(Value::from(id)))
}

/// The position of the role that a call names by id or alias; the id wins.
fn find(store: &Store, call: &Call<'_>) -> Result<usize, Refusal> {
    let scope = scope(store, call)?;
    let (name, wanted) = match call.text("role_id") {
        Some(id) => ("role_id", id),
        None => ("role_alias", call.text("role_alias").unwrap_or_default()),
    };
    let is_meant = |role: &Role| if name == "role_id" { role.id == wanted } else { role.alias() == wanted };
    let position =
        store.roles.iter().position(|role| (role.project, role.type_key) == scope && is_meant(role));
    position.ok_or_else(|| Refusal::new(code::INVALID, format!("{name}: there is no role `{wanted}`")))
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call)?;
    let settings = read_settings(store, call, Some(position))?;
    store.roles[position].settings.extend(settings);
    Ok(Reply::Done)
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call)?;
    if store.roles[position].used {
        let id = &store.roles[position].id;
        return Err(Refusal::new(20093, format!("role_id: the template uses `{id}`")));
    }
    store.roles.remove(position);
    Ok(Reply::Done)
}
