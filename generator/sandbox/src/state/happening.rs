//! What happened to work items, as far as the service would tell of it by itself.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::field::FieldDef;
use super::item::Item;
use super::record::Change;

/// Something that happened to a work item.
#[derive(Clone, Debug)]
pub(crate) struct Happening {
    /// The names of the event types that tell of it, in whichever callback has them.
    pub(crate) names: Vec<&'static str>,
    /// The key of the user who did it.
    pub(crate) user: String,
    /// What a callback says of it.
    pub(crate) payload: Value,
}

impl Store {
    /// Notes that something happened to a work item; nothing if the item does not exist. `details` are the further members
    /// of the payload.
    pub(super) fn emit_event(&mut self, call: &Call<'_>, item: i64, names: &[&'static str], details: Value) {
        let Some(item) = self.items.get(&item) else { return };
        let mut payload = json!({
            "project_key": item.project, "work_item_type_key": item.type_key, "id": item.id, "name": item.name,
        });
        if let (Value::Object(payload), Value::Object(details)) = (&mut payload, details) {
            payload.extend(details);
        }
        self.happenings.push(Happening { names: names.to_vec(), user: call.user.to_owned(), payload });
    }

    /// Notes that fields were changed.
    pub(super) fn emit_field_changes(&mut self, call: &Call<'_>, item: i64, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        let mut names = vec!["item_field_changed"];
        if changes.iter().any(|change| change.key == "role_owners") {
            names.push("person_assigned");
        }
        let changed = changes.iter().map(|change| {
            json!({"field_key": change.key, "pre_field_value": change.old, "cur_field_value": change.new})
        });
        self.emit_event(call, item, &names, json!({"changed_fields": changed.collect::<Vec<_>>()}));
    }

    /// What happened since the last time this was asked.
    pub(crate) fn take_happenings(&mut self) -> Vec<Happening> {
        std::mem::take(&mut self.happenings)
    }

    /// The fields of a new item, as its event shows them.
    pub(super) fn new_fields(&self, item: &Item) -> Value {
        let defs = self.directory.item_type(item.type_key).map_or(&[][..], |item_type| &item_type.fields);
        let shown =
            |def: &FieldDef| Some(json!({"field_key": def.key, "field_value": item.shown_value(def)?}));
        defs.iter().filter_map(shown).collect()
    }
}
