//! Pairs of field and value, by which callers write fields: reading, checking and storing them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::call::Call;
use super::compound::read_groups;
use super::field::{FieldDef, check_value};
use super::item::{Item, not_found};
use super::record::Change;
use super::{Directory, Store};
use crate::refusal::{Refusal, code};

/// Reads pairs of field and value, checked against `fields`. `owner` names what has the fields, and `path` is the path of
/// the pairs, both for messages.
pub(super) fn read_pairs(
    directory: &Directory,
    (owner, fields): (&str, &[FieldDef]),
    pairs: &[Value],
    path: &str,
) -> Result<Vec<(&'static str, Value)>, Refusal> {
    let mut seen = BTreeSet::new();
    let mut read = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let name = |member: &str| pair[member].as_str().filter(|key| !key.is_empty());
        let key = name("field_key").or_else(|| name("field_alias")).ok_or_else(|| {
            Refusal::new(
                code::FIELD_KEY_MISSING,
                format!("{path}[{index}]: neither field_key nor field_alias is given"),
            )
        })?;
        let def = fields.iter().find(|def| def.key == key).ok_or_else(|| {
            Refusal::new(
                code::FIELD_NOT_FOUND,
                format!("{path}[{index}].field_key: `{owner}` has no field `{key}`"),
            )
        })?;
        if !def.writable {
            return Err(Refusal::new(
                code::FIELD_NOT_UPDATABLE,
                format!("{path}[{index}].field_key: `{key}` cannot be written"),
            ));
        }
        if !seen.insert(def.key) {
            return Err(Refusal::new(20083, format!("{path}[{index}].field_key: `{key}` is given twice")));
        }
        check_value(directory, def, &pair["field_value"])?;
        read.push((def.key, pair["field_value"].clone()));
    }
    Ok(read)
}

impl Store {
    /// Reads pairs of field and value, checked against the fields of an item's type.
    pub(super) fn read_pairs(
        &self,
        type_key: &str,
        pairs: &[Value],
        path: &str,
    ) -> Result<Vec<(&'static str, Value)>, Refusal> {
        let item_type = self.directory.item_type(type_key)?;
        read_pairs(&self.directory, (item_type.key, &item_type.fields), pairs, path)
    }

    /// Writes checked values into an item; `null` empties a field. Returns the changes.
    pub(super) fn write_pairs(
        &self,
        item: &mut Item,
        pairs: Vec<(&'static str, Value)>,
    ) -> Result<Vec<Change>, Refusal> {
        let fields = &self.directory.item_type(item.type_key)?.fields;
        let mut changes = Vec::new();
        for (key, value) in pairs {
            let Some(def) = fields.iter().find(|def| def.key == key) else { continue };
            let old = item.shown_value(def);
            match (key, value) {
                ("name", Value::String(name)) if !name.is_empty() => item.name = name,
                ("name", _) => {
                    return Err(Refusal::new(code::REQUIRED_FIELD_MISSING, "name: must not be empty"));
                }
                (key, Value::Null) => {
                    item.fields.remove(key);
                    item.groups.remove(key);
                }
                (key, value) if !def.parts.is_empty() => {
                    item.set_groups(key, read_groups(&self.directory, def, &value, key)?);
                }
                (key, value) => {
                    item.fields.insert(key, value);
                }
            }
            changes.push(Change { key, old, new: item.shown_value(def) });
        }
        Ok(changes)
    }

    /// Changes fields of the item with this id, and records the changes. The item must not be aborted; callers check
    /// that.
    pub(super) fn change_fields(
        &mut self,
        call: &Call<'_>,
        id: i64,
        pairs: Vec<(&'static str, Value)>,
    ) -> Result<(), Refusal> {
        let Some(mut item) = self.items.get(&id).cloned() else { return Err(not_found(id)) };
        let changes = self.write_pairs(&mut item, pairs)?;
        item.touch(call);
        self.items.insert(id, item);
        self.record_fields(call, id, &changes);
        Ok(())
    }
}
