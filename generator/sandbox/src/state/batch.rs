//! Batch updates: one field of many work items. They run at once, so their outcome can be read at once.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::field::check_value;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// The outcome of a batch update.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    id: String,
    /// The ids of the work items that were updated.
    changed: Vec<String>,
    /// The ids of those that could not be updated.
    unchanged: Vec<String>,
    /// Why they could not, in the API's words.
    reasons: Vec<&'static str>,
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let item_type = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    let key = call.text("field_key").unwrap_or_default();
    let def = item_type.fields.iter().find(|def| def.key == key).copied();
    let def = def.ok_or_else(|| {
        Refusal::new(code::FIELD_NOT_FOUND, format!("field_key: there is no field `{key}`"))
    })?;
    if !def.writable {
        return Err(Refusal::new(code::FIELD_NOT_UPDATABLE, format!("field_key: `{key}` cannot be written")));
    }
    let type_key = item_type.key;
    let after = call.get("after_field_value").cloned().unwrap_or_default();
    let before = call.get("before_field_value").cloned().unwrap_or_default();
    check_value(&store.directory, &def, &after)?;
    let id = store.new_id().to_string();
    let mut batch = Batch { id: id.clone(), changed: Vec::new(), unchanged: Vec::new(), reasons: Vec::new() };
    for item_id in call.ints("work_item_ids") {
        let item = store.items.get(&item_id);
        let item = item.filter(|item| item.project == project && item.type_key == type_key);
        let reason = match item {
            None => "WorkItemNotFound",
            Some(item) if item.aborted => "WorkItemTerminated",
            Some(item) => {
                let held = match def.key {
                    "name" => Some(Value::from(item.name.as_str())),
                    key if def.parts.is_empty() => item.fields.get(key).cloned(),
                    _ => item.shown_value(&def),
                };
                let value = new_value(call.text("update_mode"), held, &before, &after)?;
                store.change_fields(call, item_id, vec![(def.key, value)])?;
                batch.changed.push(item_id.to_string());
                continue;
            }
        };
        batch.unchanged.push(item_id.to_string());
        if !batch.reasons.contains(&reason) {
            batch.reasons.push(reason);
        }
    }
    store.batches.push(batch);
    Ok(Reply::Data(json!({"task_id": id})))
}

/// The value of a field after the update. `held` is what the field held; `before` and `after` are parameters of the call.
///
/// `UPDATE` writes `after`. `APPEND` adds the items of `after` to a list, without those that are in it already, and writes
/// `after` where no list is. `REPLACE` puts `after` in the place of `before`, and changes nothing where that is not held.
fn new_value(
    mode: Option<&str>,
    held: Option<Value>,
    before: &Value,
    after: &Value,
) -> Result<Value, Refusal> {
    match (mode, held, after) {
        (Some("UPDATE"), _, _) => Ok(after.clone()),
        (Some("APPEND"), Some(Value::Array(mut held)), Value::Array(more)) => {
            held.extend(more.iter().filter(|new| !held.contains(new)).cloned().collect::<Vec<_>>());
            Ok(Value::Array(held))
        }
        (Some("APPEND"), _, _) => Ok(after.clone()),
        (Some("REPLACE"), Some(Value::Array(held)), Value::Array(new)) => {
            let old = before.as_array().map_or(&[][..], Vec::as_slice);
            let kept: Vec<_> = held.iter().filter(|value| !old.contains(value)).cloned().collect();
            let replaced = kept.len() < held.len();
            Ok(Value::Array(if replaced { kept.into_iter().chain(new.clone()).collect() } else { held }))
        }
        (Some("REPLACE"), held, _) if held.as_ref() == Some(before) => Ok(after.clone()),
        (Some("REPLACE"), held, _) => Ok(held.unwrap_or_default()),
        _ => Err(Refusal::new(code::INVALID, "update_mode: none of APPEND, UPDATE, REPLACE")),
    }
}

pub(super) fn result(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = call.text("task_id").unwrap_or_default();
    let Some(batch) = store.batches.iter().find(|batch| batch.id == id) else {
        return Ok(Reply::Data(json!({"task_id": id, "task_status": "NOT_EXIST"})));
    };
    Ok(Reply::Data(json!({
        "task_id": id, "task_status": "SUCCESS", "total": batch.changed.len() + batch.unchanged.len(),
        "success_total": batch.changed.len(), "error_total": batch.unchanged.len(),
        "success_sub_task_list": batch.changed, "fail_sub_task_list": batch.unchanged,
        "error_scenes": batch.reasons,
    })))
}
