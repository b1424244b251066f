//! Hours booked on work items.

use serde_json::{Value, json};

use super::Store;
use super::call::{Call, as_whole_number};
use super::item::{Item, ids};
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A booking of working hours.
#[derive(Clone, Debug)]
pub(super) struct Hour {
    id: i64,
    /// The id of the work item.
    pub(super) item_id: i64,
    resource_type: Value,
    resource_id: Value,
    description: String,
    /// How many hours were booked.
    hours: f64,
    /// The key of the user.
    user: String,
    /// The day of the work; all times are in milliseconds since the epoch.
    date: i64,
    created_at: i64,
    updated_at: i64,
}

impl Hour {
    /// The booking as responses show it.
    fn to_json(&self, item: &Item) -> Value {
        json!({
            "id": self.id, "related_work_item_id": item.id, "related_work_item_type_key": item.type_key,
            "related_work_item_name": item.name, "resource_type": self.resource_type,
            "resource_id": self.resource_id, "resource_name": item.name,
            "work_description": self.description, "work_time": self.hours, "work_user_key": self.user,
            "created_at": self.created_at, "updated_at": self.updated_at, "work_date": self.date,
        })
    }

    /// Sets hours and description as far as `record` has them. `path` is the path of the record, for messages.
    fn change(&mut self, record: &Value, path: &str) -> Result<(), Refusal> {
        if let Some(text) = record["work_time"].as_str() {
            let hours = text.parse::<f64>().ok().filter(|hours| hours.is_finite() && *hours >= 0.0);
            let wrong =
                || Refusal::new(code::INVALID, format!("{path}.work_time: no number of hours, `{text}`"));
            self.hours = hours.ok_or_else(wrong)?;
        }
        if let Some(text) = record["work_description"].as_str() {
            self.description = text.to_owned();
        }
        Ok(())
    }
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item_to_change(call)?.id;
    let mut booked = Vec::new();
    for (index, record) in call.list("working_hour_records").iter().enumerate() {
        let mut hour = Hour {
            // Set below, once no record can be refused any more.
            id: 0,
            item_id: item,
            resource_type: record["resource_type"].clone(),
            resource_id: record["resource_id"].clone(),
            description: String::new(),
            hours: 0.0,
            user: call.user.to_owned(),
            date: call.int("work_begin_date").unwrap_or(call.now_ms),
            created_at: call.now_ms,
            updated_at: call.now_ms,
        };
        hour.change(record, &format!("working_hour_records[{index}]"))?;
        booked.push(hour);
    }
    let mut shown = Vec::new();
    for mut hour in booked {
        hour.id = store.new_id();
        shown.extend(store.items.get(&item).map(|item| hour.to_json(item)));
        store.hours.insert(hour.id, hour);
    }
    Ok(Reply::List(shown))
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    // The work item is optional in the documentation; without it, the hours of all items are listed.
    let wanted = call.int("work_item_id").map(|_| store.item(call).map(|item| item.id)).transpose()?;
    let hours = store.hours.values().filter(|hour| wanted.is_none_or(|item| hour.item_id == item));
    let shown = hours.filter_map(|hour| Some(hour.to_json(store.items.get(&hour.item_id)?)));
    Ok(Reply::List(shown.collect()))
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item_to_change(call)?.id;
    // Either all bookings are changed or none.
    let mut changed = Vec::new();
    for (index, record) in call.list("working_hour_records").iter().enumerate() {
        let path = format!("working_hour_records[{index}]");
        let id = as_whole_number(&record["id"]).unwrap_or_default();
        let mut hour = find(store, item, id, &path)?.clone();
        hour.change(record, &path)?;
        hour.updated_at = call.now_ms;
        changed.push(hour);
    }
    store.hours.extend(changed.into_iter().map(|hour| (hour.id, hour)));
    Ok(Reply::Done)
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item_to_change(call)?.id;
    let ids = call.get("working_hour_record_ids").map(ids).unwrap_or_default();
    ids.iter().try_for_each(|id| find(store, item, *id, "working_hour_record_ids").map(|_| ()))?;
    store.hours.retain(|id, _| !ids.contains(id));
    Ok(Reply::Done)
}

/// The booking with this id, if it is one of this work item.
fn find<'s>(store: &'s Store, item: i64, id: i64, path: &str) -> Result<&'s Hour, Refusal> {
    let found = store.hours.get(&id).filter(|hour| hour.item_id == item);
    found.ok_or_else(|| Refusal::new(code::RECORD_NOT_FOUND, format!("{path}: there is no booking {id}")))
}
