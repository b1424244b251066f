//! Reads of the directory: users, spaces, types, fields.

use serde_json::{Map, Value, json};

use super::Store;
use super::call::Call;
use super::directory::{Project, User};
use super::field::FieldDef;
use crate::USER_KEY;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// The API tells yes from no by these numbers where it does not use true and false.
pub(super) const YES: i64 = 1;
pub(super) const NO: i64 = 2;

impl User {
    /// The address of a user.
    fn email(&self) -> String {
        format!("user{}@sandbox.invalid", self.number)
    }

    /// What responses show of a user.
    pub(super) fn to_json(&self) -> Value {
        let name = format!("user {}", self.number);
        json!({
            "user_id": self.number, "user_key": self.key, "username": format!("user{}", self.number),
            "email": self.email(), "avatar_url": "", "name_cn": name, "name_en": name,
            "out_id": format!("on_{}", self.number), "status": "activated", "departments": [],
            "name": {"default": name, "zh_cn": name, "en_us": name},
        })
    }
}

impl Project {
    fn to_json(&self) -> Value {
        json!({
            "project_key": self.key, "simple_name": self.simple_name, "name": self.name,
            "administrators": [USER_KEY],
        })
    }
}

pub(super) fn users(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = ["user_keys", "emails", "out_ids", "usernames"];
    let count: usize = lists.iter().map(|name| call.list(name).len()).sum();
    if count > 100 {
        return Err(Refusal::new(20004, format!("user_keys: at most 100 users, got {count}")));
    }
    let is_listed = |name: &str, value: &str| call.texts(name).contains(&value);
    let found = store.directory.users.iter().filter(|user| {
        is_listed("user_keys", &user.key)
            || is_listed("emails", &user.email())
            || is_listed("out_ids", &format!("on_{}", user.number))
            || is_listed("usernames", &format!("user{}", user.number))
    });
    let is_listed_outside = |user: &&User| {
        let id = format!("on_{}", user.number);
        call.list("out_users").iter().any(|listed| listed["out_user_id"] == *id)
    };
    let found = found.chain(store.directory.users.iter().filter(is_listed_outside));
    let found: Vec<_> = found.map(User::to_json).collect();
    if found.is_empty() && count > 0 {
        return Err(Refusal::new(code::USER_NOT_FOUND, "user_keys: there is none of these users"));
    }
    Ok(Reply::List(found))
}

pub(super) fn search_users(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    if call.get("project_key").is_some() {
        store.directory.project(call)?;
    }
    let query = call.text("query").unwrap_or_default().to_lowercase();
    let found = store.directory.users.iter().filter(|user| format!("user {}", user.number).contains(&query));
    Ok(Reply::List(found.map(User::to_json).collect()))
}

pub(super) fn projects(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    check_user(store, call)?;
    Ok(Reply::List(store.directory.projects.iter().map(|project| Value::from(project.key)).collect()))
}

/// Refuses a user who does not exist.
fn check_user(store: &Store, call: &Call<'_>) -> Result<(), Refusal> {
    let user = call.text("user_key").unwrap_or_default();
    let unknown = || Refusal::new(code::USER_NOT_FOUND, format!("user_key: there is no user `{user}`"));
    if store.directory.knows_user(user) { Ok(()) } else { Err(unknown()) }
}

pub(super) fn project_details(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    check_user(store, call)?;
    let (keys, names) = (call.texts("project_keys"), call.texts("simple_names"));
    let found = store
        .directory
        .projects
        .iter()
        .filter(|project| keys.contains(&project.key) || names.contains(&project.simple_name));
    let found: Map<_, _> = found.map(|project| (project.key.to_owned(), project.to_json())).collect();
    Ok(Reply::Data(Value::Object(found)))
}

pub(super) fn business_lines(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let shown = |(index, (id, name)): (usize, &(&str, &str))| {
        json!({
            "id": id, "name": name, "project": project, "labels": [], "role_owners": {}, "watchers": [],
            "order": index, "super_masters": [USER_KEY], "parent": "", "disabled": false, "level_id": 1,
            "children": [], "template_type": "",
        })
    };
    Ok(Reply::List(store.directory.businesses.iter().enumerate().map(shown).collect()))
}

pub(super) fn teams(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    store.directory.project(call)?;
    let keys: Vec<_> = store.directory.users.iter().map(|user| user.key.clone()).collect();
    let team = |number: i64, members: &[String]| {
        json!({
            "team_id": number, "team_name": format!("team {number}"), "user_keys": members,
            "members": members, "administrators": members.first(),
        })
    };
    Ok(Reply::List(vec![team(1, &keys[..2]), team(2, &keys[2..])]))
}

pub(super) fn types(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    store.directory.project(call)?;
    let shown = store.directory.types.iter().map(|item_type| {
        json!({
            "type_key": item_type.key, "name": item_type.name, "is_disable": NO, "api_name": item_type.key,
            "enable_model_resource_lib": false,
        })
    });
    Ok(Reply::List(shown.collect()))
}

pub(super) fn type_detail(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item_type = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    Ok(Reply::Data(json!({
        "type_key": item_type.key, "name": item_type.name, "api_name": item_type.key, "description": "",
        "flow_mode": if item_type.node_flow { "workflow" } else { "stateflow" },
        "is_disabled": false, "is_pinned": true, "enable_schedule": false, "belong_roles": [],
        "actual_work_time_switch": true, "enable_model_resource_lib": false,
    })))
}

/// What field lists show of a field.
fn simple_field(def: &FieldDef, scopes: &[&str]) -> Value {
    json!({
        "field_key": def.key, "field_alias": "", "field_name": def.name, "field_type_key": def.kind,
        "is_custom_field": def.key.starts_with("field_"), "is_obsoleted": false,
        "work_item_scopes": scopes, "value_generate_mode": "Default", "options": options(def),
        "compound_fields": [], "relation_id": "",
    })
}

/// The options of a field.
fn options(def: &FieldDef) -> Value {
    let option = |(index, (value, label)): (usize, &(&str, &str))| {
        json!({
            "value": value, "label": label, "order": index, "color": "", "children": [],
            "is_disabled": NO, "is_visibility": YES,
        })
    };
    def.options.iter().enumerate().map(option).collect()
}

pub(super) fn fields(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    store.directory.project(call)?;
    let wanted = call.text("work_item_type_key");
    if let Some(key) = wanted {
        store.directory.item_type(key)?;
    }
    let mut shown: Vec<(&str, Vec<&str>, &FieldDef)> = Vec::new();
    for item_type in &store.directory.types {
        if wanted.is_some_and(|wanted| wanted != item_type.key) {
            continue;
        }
        for def in &item_type.fields {
            match shown.iter_mut().find(|(key, ..)| *key == def.key) {
                Some((_, scopes, _)) => scopes.push(item_type.key),
                None => shown.push((def.key, vec![item_type.key], def)),
            }
        }
    }
    Ok(Reply::List(shown.iter().map(|(_, scopes, def)| simple_field(def, scopes)).collect()))
}

pub(super) fn field_options(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    // Nothing says that a field must be named; of none there are no options.
    let Some(key) = call.text("field_key") else {
        return Ok(Reply::Data(json!({"options": [], "free_add": false, "has_more": false})));
    };
    let type_key = match (call.text("work_item_type_key"), call.int("work_item_id")) {
        (Some(key), _) => key,
        (None, Some(_)) => store.item(call)?.type_key,
        (None, None) => "story",
    };
    let item_type = store.directory.item_type(type_key)?;
    let def = item_type.fields.iter().find(|def| def.key == key);
    let def = def.ok_or_else(|| {
        Refusal::new(code::FIELD_NOT_FOUND, format!("field_key: there is no field `{key}`"))
    })?;
    Ok(Reply::Data(json!({
        "options": options(def), "free_add": false, "has_more": false, "field_key": def.key,
        "field_name": def.name, "field_type": def.kind, "field_alias": "",
    })))
}

/// What has to be known to create a work item of a type.
pub(super) fn creation(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item_type = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    let shown = item_type.fields.iter().filter(|def| def.writable).map(|def| {
        json!({
            "field_key": def.key, "field_name": def.name, "field_alias": "", "field_type_key": def.kind,
            "is_required": if def.key == "name" { YES } else { NO }, "is_visibility": YES, "is_validity": YES,
            "options": options(def), "compound_fields": [], "role_assign": [], "label": def.name,
            "field_uuid": def.key, "free_add": false, "field_tips": "",
        })
    });
    Ok(Reply::List(shown.collect()))
}
