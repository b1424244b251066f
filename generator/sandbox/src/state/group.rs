//! User groups of spaces: administrators, members, and groups made by users.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use crate::refusal::Refusal;
use crate::response::Reply;

/// The greatest number of users in a group.
const MAX_USERS: usize = 100;

/// A user group.
#[derive(Clone, Debug)]
pub(super) struct Group {
    id: String,
    project: &'static str,
    /// As the API names it.
    kind: &'static str,
    name: String,
    /// The keys of its users.
    users: Vec<String>,
}

impl Group {
    /// A group that a space has from the beginning.
    pub(super) fn built_in(
        project: &'static str,
        kind: &'static str,
        name: &str,
        users: Vec<String>,
    ) -> Self {
        Self { id: format!("{project}-{kind}"), project, kind, name: name.to_owned(), users }
    }

    /// The group as responses show it.
    fn to_json(&self) -> Value {
        json!({"id": self.id, "name": self.name, "user_count": self.users.len(), "user_members": self.users})
    }
}

/// The users that a parameter lists; a refusal if one does not exist.
fn read_users(store: &Store, call: &Call<'_>, name: &str) -> Result<Vec<String>, Refusal> {
    let users = call.texts(name);
    match users.iter().find(|user| !store.directory.knows_user(user)) {
        Some(user) => Err(Refusal::new(1_000_053_004, format!("{name}: there is no user `{user}`"))),
        None => Ok(users.into_iter().map(str::to_owned).collect()),
    }
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let name = call.text("name").ok_or_else(|| Refusal::new(1_000_053_007, "name: must not be empty"))?;
    if store.groups.iter().any(|group| group.project == project && group.name == name) {
        return Err(Refusal::new(1_000_053_001, format!("name: there is a group `{name}` already")));
    }
    let users = read_users(store, call, "users")?;
    if users.is_empty() {
        return Err(Refusal::new(1_000_053_006, "users: must not be empty"));
    }
    let id = format!("group-{}", store.new_id());
    store.groups.push(Group { id: id.clone(), project, kind: "CUSTOMIZE", name: name.to_owned(), users });
    Ok(Reply::Data(json!({"id": id})))
}

pub(super) fn update_members(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let kind = call.text("user_group_type").unwrap_or_default();
    if !matches!(kind, "PROJECT_MEMBER" | "CUSTOMIZE") {
        return Err(Refusal::new(1_000_053_008, format!("user_group_type: `{kind}` cannot be changed")));
    }
    let (added, removed) = (read_users(store, call, "add_users")?, read_users(store, call, "delete_users")?);
    let replaced = read_users(store, call, "replace_users")?;
    let id = call.text("user_group_id").filter(|_| kind == "CUSTOMIZE");
    let is_meant = |group: &&mut Group| {
        group.project == project && group.kind == kind && id.is_none_or(|id| id == group.id)
    };
    let group = store.groups.iter_mut().find(is_meant).ok_or_else(|| {
        let id = id.unwrap_or_default();
        Refusal::new(1_000_053_010, format!("user_group_id: there is no group `{id}`"))
    })?;
    let mut members = group.users.clone();
    if call.get("replace_users").is_some() {
        members = replaced;
    } else {
        members.retain(|user| !removed.contains(user));
        members.extend(added);
    }
    // Drops repeated users and keeps the order.
    let mut kept = BTreeSet::new();
    members.retain(|user| kept.insert(user.clone()));
    if members.len() > MAX_USERS {
        return Err(Refusal::new(1_000_053_005, format!("add_users: at most {MAX_USERS} users in a group")));
    }
    group.users = members;
    Ok(Reply::Done)
}

pub(super) fn members(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let kind = call.text("user_group_type").unwrap_or_default();
    if !matches!(kind, "PROJECT_ADMIN" | "PROJECT_MEMBER" | "CUSTOMIZE") {
        return Err(Refusal::new(1_000_053_008, format!("user_group_type: there is no kind `{kind}`")));
    }
    let ids = if kind == "CUSTOMIZE" { call.texts("user_group_ids") } else { Vec::new() };
    let of_kind: Vec<_> =
        store.groups.iter().filter(|group| group.project == project && group.kind == kind).collect();
    if let Some(unknown) = ids.iter().find(|id| of_kind.iter().all(|group| group.id != **id)) {
        return Err(Refusal::new(1_000_053_010, format!("user_group_ids: there is no group `{unknown}`")));
    }
    let found: Vec<_> = of_kind
        .into_iter()
        .filter(|group| ids.is_empty() || ids.contains(&group.id.as_str()))
        .map(Group::to_json)
        .collect();
    // `has_more` is added where the list is cut into pages.
    let number = |name: &str, usual| call.int(name).unwrap_or(usual);
    let pagination = json!({"page_num": number("page_num", 1), "page_size": number("page_size", 50)});
    Ok(Reply::Data(json!({"list": found, "pagination": pagination})))
}
