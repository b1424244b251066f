//! Work items: create, read, update, delete, abort and restore. Times are in milliseconds since the epoch.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::call::{Call, as_whole_number};
use super::compound::{FieldGroup, Values};
use super::field::{self, FieldDef};
use super::flow::Flow;
use super::record::contents_naming;
use super::{Directory, FIRST_ID, Store, rich_text};
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A work item.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) id: i64,
    pub(super) project: &'static str,
    pub(super) simple_name: &'static str,
    pub(super) type_key: &'static str,
    pub(super) template_id: i64,
    pub(super) name: String,
    /// The key of the user; the same for `updated_by`.
    pub(super) created_by: String,
    pub(super) created_at: i64,
    pub(super) updated_by: String,
    pub(super) updated_at: i64,
    pub(super) aborted: bool,
    pub(super) frozen: bool,
    /// The values of its fields, but for its name and its compound fields.
    pub(super) fields: Values,
    /// Groups of compound fields by the fields' keys, and the number of the newest.
    pub(super) groups: BTreeMap<&'static str, Vec<FieldGroup>>,
    pub(super) last_group: usize,
    pub(super) flow: Flow,
}

impl Item {
    /// The key of its state. An aborted item has a state that no flow leads to.
    pub(super) fn state_key(&self) -> &'static str {
        match (&self.flow, self.aborted) {
            (Flow::Nodes(_), true) => "closed",
            (Flow::State { .. }, true) => "systemEnded",
            (flow, false) => flow.state_key(),
        }
    }

    /// Records who changed it last, and when.
    pub(super) fn touch(&mut self, call: &Call<'_>) {
        self.updated_by = call.user.to_owned();
        self.updated_at = call.now_ms;
    }

    /// All of it as JSON. Responses keep the members that their type declares.
    pub(super) fn to_json(&self, directory: &Directory, selection: &FieldSelection<'_>) -> Value {
        let defs = directory.item_type(self.type_key).map_or(&[][..], |item_type| &item_type.fields);
        let fields: Vec<_> = defs
            .iter()
            .filter(|def| def.key != "name" && selection.includes(def.key))
            .filter_map(|def| Some(Self::field_json(def, &self.shown_value(def)?)))
            .collect();
        let status = json!({
            "state_key": self.state_key(),
            "is_archived_state": self.aborted || self.flow.is_over(),
            "is_init_state": matches!(self.state_key(), "OPEN" | "doing"),
            "updated_at": self.updated_at,
            "updated_by": self.updated_by,
            "history": [],
        });
        json!({
            "id": self.id, "name": self.name, "work_item_type_key": self.type_key,
            "project_key": self.project, "simple_name": self.simple_name,
            "template_id": self.template_id, "template_type": "default",
            "pattern": if matches!(self.flow, Flow::Nodes(_)) { "Node" } else { "State" },
            "sub_stage": self.state_key(), "current_nodes": self.flow.current_nodes(),
            "created_by": self.created_by, "created_at": self.created_at,
            "updated_by": self.updated_by, "updated_at": self.updated_at,
            "deleted_by": "", "deleted_at": 0,
            "work_item_status": status, "state_times": self.flow.times(), "fields": fields,
        })
    }

    /// The value of a field as responses show it; `None` if the field is empty.
    pub(super) fn shown_value(&self, def: &FieldDef) -> Option<Value> {
        match (def.key, self.fields.get(def.key)) {
            ("name", _) => Some(Value::from(self.name.as_str())),
            (_, Some(value)) => Some(field::value_as_shown(def, value)),
            (_, None) => self.groups_json(def),
        }
    }

    /// A field as responses show it.
    fn field_json(def: &FieldDef, value: &Value) -> Value {
        json!({
            "field_key": def.key, "field_alias": "", "field_type_key": def.kind,
            "field_name": def.name, "field_value": value,
        })
    }
}

/// Which fields a caller wants to see: all, those listed, or all but those listed with a `-`.
#[derive(Debug)]
pub(super) struct FieldSelection<'a> {
    listed: Vec<&'a str>,
    /// Whether the listed ones are those that are left out.
    excluding: bool,
}

impl<'a> FieldSelection<'a> {
    /// Reads the parameter `fields`.
    pub(super) fn of(call: &Call<'a>) -> Result<Self, Refusal> {
        let fields = call.texts("fields");
        let excluded = fields.iter().filter(|field| field.starts_with('-')).count();
        if excluded > 0 && excluded < fields.len() {
            return Err(Refusal::new(20015, "fields: either all start with `-` or none does"));
        }
        let listed = fields.into_iter().map(|field| field.strip_prefix('-').unwrap_or(field)).collect();
        Ok(Self { listed, excluding: excluded > 0 })
    }

    /// Whether a caller wants to see a field.
    fn includes(&self, key: &str) -> bool {
        self.listed.is_empty() || (self.listed.contains(&key) != self.excluding)
    }
}

/// A refusal because there is no such work item.
pub(super) fn not_found(id: i64) -> Refusal {
    Refusal::new(30005, format!("work_item_id: there is no work item {id}"))
}

impl Store {
    /// The item that a call names by its id. A refusal if it is in another space or of another type than the call says.
    pub(super) fn item(&self, call: &Call<'_>) -> Result<&Item, Refusal> {
        let id = call.int("work_item_id").ok_or_else(|| crate::check::missing("work_item_id"))?;
        let project = match call.get("project_key") {
            Some(_) => Some(self.directory.project(call)?.key),
            None => None,
        };
        self.find_item(id, project, call.text("work_item_type_key"))
    }

    /// The item with an id. A refusal if it is in another space than the one with this key, or of another type.
    pub(super) fn find_item(
        &self,
        id: i64,
        project: Option<&str>,
        type_key: Option<&str>,
    ) -> Result<&Item, Refusal> {
        let item = self.items.get(&id).ok_or_else(|| not_found(id))?;
        if project.is_some_and(|project| project != item.project) {
            return Err(Refusal::new(20014, format!("work_item_id: {id} belongs to another space")));
        }
        if let Some(key) = type_key
            && self.directory.item_type(key)?.key != item.type_key
        {
            return Err(Refusal::new(30005, format!("work_item_id: {id} is no `{key}`")));
        }
        Ok(item)
    }

    /// The same, to change it. An aborted item cannot be changed.
    pub(super) fn item_to_change(&mut self, call: &Call<'_>) -> Result<&mut Item, Refusal> {
        let item = self.item(call)?;
        let id = item.id;
        if item.aborted {
            return Err(Refusal::new(20007, format!("work_item_id: {id} is aborted")));
        }
        self.items.get_mut(&id).ok_or_else(|| not_found(id))
    }

    /// Items as JSON, with what `expand` asks for. Those outside the requested page are `null`, to save work.
    pub(super) fn items_json(&self, call: &Call<'_>, items: &[&Item]) -> Result<Vec<Value>, Refusal> {
        let selection = FieldSelection::of(call)?;
        let requested = items.iter().enumerate().filter(|(index, _)| call.requested.contains(index));
        let with_states =
            requested.map(|(_, item)| item).find(|item| matches!(item.flow, Flow::State { .. }));
        if let Some(item) = with_states.filter(|_| call.expands("need_workflow")) {
            let message = format!("expand.need_workflow: {} has a state flow", item.id);
            return Err(Refusal::new(code::HAS_STATE_FLOW, message));
        }
        Ok(items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                if !call.requested.contains(&index) {
                    return Value::Null;
                }
                let mut shown = item.to_json(&self.directory, &selection);
                self.expand(call, item, &mut shown);
                shown
            })
            .collect())
    }

    /// Adds what `expand` asks for to an item.
    fn expand(&self, call: &Call<'_>, item: &Item, shown: &mut Value) {
        if call.expands("need_user_detail") {
            let people = people(item);
            let details = self.directory.users.iter().filter(|user| people.contains(user.key.as_str()));
            shown["user_details"] = details.map(super::directory::User::to_json).collect();
        }
        if call.expands("need_multi_text") {
            let defs = self.directory.item_type(item.type_key).map_or(&[][..], |item_type| &item_type.fields);
            let texts = defs.iter().filter(|def| def.kind == "multi_text").filter_map(|def| {
                let value = rich_text::all_forms(item.fields.get(def.key)?);
                Some(json!({"field_key": def.key, "field_value": value}))
            });
            shown["multi_texts"] = texts.collect();
        }
        if call.expands("need_workflow") && matches!(item.flow, Flow::Nodes(_)) {
            shown["workflow_infos"] = self.workflow_json(item);
        }
        if call.expands("need_group_uuid_for_compound") {
            shown["compound_field_extra"] = item.group_ids_json();
        }
        if call.expands("relation_fields_detail") {
            shown["relation_fields_detail"] = self.relations_json(item);
        }
    }

    /// The work items in an item's fields for related ones.
    fn relations_json(&self, item: &Item) -> Value {
        let related = |(key, value): (&&str, &Value)| {
            let ids: Vec<i64> = match value {
                Value::Array(items) if *key == "field_000006" => {
                    items.iter().filter_map(Value::as_i64).collect()
                }
                Value::Number(_) if *key == "_field_linked_story" => value.as_i64().into_iter().collect(),
                _ => return None,
            };
            let detail: Vec<_> = ids
                .iter()
                .filter_map(|id| self.items.get(id))
                .map(|item| {
                    json!({"story_id": item.id, "work_item_type_key": item.type_key, "project_key": item.project})
                })
                .collect();
            Some(json!({"field_key": key, "detail": detail}))
        };
        item.fields.iter().filter_map(related).collect()
    }
}

/// The keys of all users whom a work item names.
pub(super) fn people(item: &Item) -> BTreeSet<&str> {
    let mut people = BTreeSet::from([item.created_by.as_str(), item.updated_by.as_str()]);
    let of_fields = ["owner", "watchers", "issue_operator", "issue_reporter"];
    for value in of_fields.iter().filter_map(|key| item.fields.get(key)) {
        people.extend(value.as_str());
        people.extend(value.as_array().into_iter().flatten().filter_map(Value::as_str));
    }
    let roles = item.fields.get("role_owners").and_then(Value::as_array).into_iter().flatten();
    people.extend(roles.filter_map(|role| role["owners"].as_array()).flatten().filter_map(Value::as_str));
    if let Flow::Nodes(nodes) = &item.flow {
        people.extend(nodes.iter().flat_map(|node| &node.owners).map(String::as_str));
    }
    people
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?;
    let key = call.text("work_item_type_key").ok_or_else(|| crate::check::missing("work_item_type_key"))?;
    let item_type = store.directory.item_type(key)?;
    let pairs = store.read_pairs(key, call.list("field_value_pairs"), "field_value_pairs")?;
    if let Some(template) = call.int("template_id").filter(|id| *id != 0 && *id != item_type.template_id) {
        let message = format!("template_id: `{key}` has no template {template}");
        return Err(Refusal::new(crate::refusal::code::NOT_FOUND, message));
    }
    let mut item = Item {
        // The id that `new_id` returns below. It is not used up here, since the request may still be refused.
        id: store.last_id + 1 + FIRST_ID,
        project: project.key,
        simple_name: project.simple_name,
        type_key: item_type.key,
        template_id: item_type.template_id,
        name: call.text("name").unwrap_or_default().to_owned(),
        created_by: call.user.to_owned(),
        created_at: call.now_ms,
        updated_by: call.user.to_owned(),
        updated_at: call.now_ms,
        aborted: false,
        frozen: false,
        fields: BTreeMap::new(),
        groups: BTreeMap::new(),
        last_group: 0,
        flow: Flow::begin(item_type.node_flow, call.user, call.now_ms),
    };
    store.write_pairs(&mut item, pairs)?;
    if item.name.is_empty() {
        return Err(Refusal::new(code::REQUIRED_FIELD_MISSING, "name: must be set"));
    }
    item.fields.entry("owner").or_insert_with(|| Value::from(call.user));
    let id = store.new_id();
    let name = item.name.clone();
    store.items.insert(id, item);
    store.log_operation(call, id, ("create", "work_item_mod"), contents_naming("work_item", &name));
    let fields = store.items.get(&id).map(|item| store.new_fields(item));
    store.emit_event(call, id, &["item_created"], json!({"fields": fields}));
    Ok(Reply::Data(Value::from(id)))
}

pub(super) fn query(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let type_key = call.text("work_item_type_key").unwrap_or_default();
    let type_key = store.directory.item_type(type_key)?.key;
    let ids = call.ints("work_item_ids");
    let found: Vec<_> = ids
        .iter()
        .filter_map(|id| store.items.get(id))
        .filter(|item| item.project == project && item.type_key == type_key)
        .collect();
    match ids.first() {
        // Some of the items asked for are enough; none of them is a refusal.
        Some(first) if found.is_empty() => Err(not_found(*first)),
        _ => Ok(Reply::List(store.items_json(call, &found)?)),
    }
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let type_key = store.item(call)?.type_key;
    let pairs = store.read_pairs(type_key, call.list("update_fields"), "update_fields")?;
    let id = store.item_to_change(call)?.id;
    store.change_fields(call, id, pairs)?;
    Ok(Reply::Done)
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let (id, name) = (item.id, item.name.clone());
    store.log_operation(call, id, ("delete", "work_item_mod"), contents_naming("work_item", &name));
    store.emit_event(call, id, &["item_deleted"], json!({}));
    store.items.remove(&id);
    store.comments.retain(|_, comment| comment.item_id != id);
    store.tasks.retain(|_, task| task.item_id != id);
    store.hours.retain(|_, hour| hour.item_id != id);
    store.files.retain(|file| file.item_id != id);
    store.reviews.retain(|(item, _), _| *item != id);
    store.links.retain(|link| link.from != id && link.to != id);
    store.bindings.retain(|binding| binding.item_id != id && binding.bound != id);
    Ok(Reply::Done)
}

pub(super) fn abort(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let (id, aborted, abort) = (item.id, item.aborted, call.flag("is_aborted"));
    if matches!(item.flow, Flow::State { .. }) {
        return Err(Refusal::new(20056, format!("work_item_id: {id} has a state flow")));
    }
    if abort && call.text("reason").is_none() && call.text("reason_option").is_none() {
        return Err(Refusal::new(20009, "reason: must be set"));
    }
    match (abort, aborted) {
        (true, true) => return Err(Refusal::new(20007, format!("work_item_id: {id} is aborted"))),
        (false, false) => return Err(Refusal::new(20008, format!("work_item_id: {id} is not aborted"))),
        _ => {}
    }
    if let Some(item) = store.items.get_mut(&id) {
        item.aborted = abort;
        item.touch(call);
    }
    let operation = if abort { "terminate" } else { "restore" };
    let reason = call.text("reason").or_else(|| call.text("reason_option")).unwrap_or_default();
    store.log_operation(call, id, (operation, "work_item_mod"), contents_naming("reason", reason));
    store.emit_event(call, id, &[if abort { "item_aborted" } else { "item_restored" }], json!({}));
    Ok(Reply::Done)
}

pub(super) fn freeze(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let frozen = call.flag("is_frozen");
    let item = store.item_to_change(call)?;
    item.frozen = frozen;
    item.touch(call);
    let id = item.id;
    let state = if frozen { "frozen" } else { "unfrozen" };
    store.log_operation(call, id, ("modify", "work_item_mod"), contents_naming("work_item", state));
    Ok(Reply::Done)
}

/// Whole numbers out of a list that may carry them as text.
pub(super) fn ids(value: &Value) -> Vec<i64> {
    value.as_array().into_iter().flatten().filter_map(as_whole_number).collect()
}
