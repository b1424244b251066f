//! Compound fields: groups of values, each group with an id by which it can be changed alone.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::field::{self, FieldDef};
use super::item::Item;
use super::pair::read_pairs;
use super::record::Change;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// Values of fields by their keys. An empty field has no entry.
pub(super) type Values = BTreeMap<&'static str, Value>;

/// A group of values of a compound field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FieldGroup {
    pub(super) id: String,
    pub(super) values: Values,
}

/// Reads groups of pairs, checked: `[[{field_key, field_value}]]`.
pub(super) fn read_groups(
    directory: &super::Directory,
    def: &FieldDef,
    value: &Value,
    path: &str,
) -> Result<Vec<Values>, Refusal> {
    let illegal = |path: &str| {
        Refusal::new(code::INVALID, format!("{path}: expected a list of groups of field values"))
    };
    let groups = value.as_array().ok_or_else(|| illegal(path))?;
    let read = |(index, group): (usize, &Value)| {
        let path = format!("{path}[{index}]");
        let pairs = group.as_array().ok_or_else(|| illegal(&path))?;
        let pairs = read_pairs(directory, (def.key, def.parts), pairs, &path)?;
        Ok(pairs.into_iter().filter(|(_, value)| !value.is_null()).collect())
    };
    groups.iter().enumerate().map(read).collect()
}

impl Item {
    /// Replaces all groups of a compound field.
    pub(super) fn set_groups(&mut self, key: &'static str, groups: Vec<Values>) {
        self.groups.remove(key);
        self.add_groups(key, groups);
    }

    /// Adds groups to a compound field, each with an id of its own.
    fn add_groups(&mut self, key: &'static str, groups: Vec<Values>) {
        for values in groups {
            self.last_group += 1;
            let id = format!("group-{}-{}", self.id, self.last_group);
            self.groups.entry(key).or_default().push(FieldGroup { id, values });
        }
    }

    /// The groups of a compound field, in the form in which callers write them; `None` if there are none.
    pub(super) fn groups_json(&self, def: &FieldDef) -> Option<Value> {
        let groups = self.groups.get(def.key).filter(|groups| !groups.is_empty())?;
        let pair = |part: &FieldDef, value: &Value| {
            json!({
                "field_key": part.key, "field_name": part.name, "field_type_key": part.kind, "field_alias": "",
                "field_value": field::value_as_shown(part, value),
            })
        };
        let shown = |group: &FieldGroup| -> Value {
            let held = def.parts.iter().filter_map(|part| Some(pair(part, group.values.get(part.key)?)));
            held.collect()
        };
        Some(groups.iter().map(shown).collect())
    }

    /// The ids of the groups of each compound field, in the order of the groups. Nothing public says where the API
    /// shows them; the sandbox uses the member for further data of compound fields.
    pub(super) fn group_ids_json(&self) -> Value {
        let ids = |groups: &[FieldGroup]| groups.iter().map(|group| group.id.clone()).collect::<Vec<_>>();
        let shown = |(key, groups): (&&str, &Vec<FieldGroup>)| json!({"field_key": key, "field_type_key": "compound_field", "field_value": ids(groups)});
        self.groups.iter().map(shown).collect()
    }
}

/// Adds, changes or deletes single groups; the others stay as they are.
pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let key = call.text("field_key").or_else(|| call.text("field_alias")).unwrap_or_default();
    let fields = &store.directory.item_type(item.type_key)?.fields;
    let def = fields.iter().find(|def| def.key == key && !def.parts.is_empty()).copied();
    let def = def.ok_or_else(|| {
        Refusal::new(1_000_050_248, format!("field_key: there is no compound field `{key}`"))
    })?;
    let groups = call.get("fields").cloned().unwrap_or_else(|| json!([]));
    let groups = read_groups(&store.directory, &def, &groups, "fields")?;
    let wanted = call.text("group_uuid").unwrap_or_default();
    let action = call.text("action").unwrap_or_default();
    let position = item.groups.get(def.key).and_then(|held| held.iter().position(|group| group.id == wanted));
    let no_group =
        || Refusal::new(code::RECORD_NOT_FOUND, format!("group_uuid: `{key}` has no group `{wanted}`"));
    let old = item.groups_json(&def);
    let item = store.item_to_change(call)?;
    match action {
        "add" => item.add_groups(def.key, groups),
        "update" => {
            let values = groups.into_iter().next().ok_or_else(|| crate::check::missing("fields"))?;
            let group = item.groups.get_mut(def.key).and_then(|held| held.get_mut(position?));
            // Of a group, too, only what is given changes.
            group.ok_or_else(no_group)?.values.extend(values);
        }
        "delete" => {
            let position = position.ok_or_else(no_group)?;
            item.groups.get_mut(def.key).map(|held| held.remove(position));
        }
        _ => {
            return Err(Refusal::new(
                code::INVALID,
                format!("action: none of add, update, delete, `{action}`"),
            ));
        }
    }
    item.touch(call);
    let (id, new) = (item.id, item.groups_json(&def));
    store.record_fields(call, id, &[Change { key: def.key, old, new }]);
    Ok(Reply::Done)
}
