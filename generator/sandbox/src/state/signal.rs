//! The checks of a signal field, which are made elsewhere and only reported.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::record::Change;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// Reports checks: those with a known id are changed, others are added. The field passes when all of them did.
pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let key = call.text("field_key").or_else(|| call.text("field_alias"));
    let key = key.ok_or_else(|| {
        Refusal::new(code::FIELD_KEY_MISSING, "field_key, field_alias: one of them must be given")
    })?;
    let fields = &store.directory.item_type(store.item(call)?.type_key)?.fields;
    let def = fields.iter().find(|def| def.key == key).copied();
    let def = def.ok_or_else(|| {
        Refusal::new(code::FIELD_NOT_FOUND, format!("field_key: there is no field `{key}`"))
    })?;
    if def.kind != "multi_signal" {
        return Err(Refusal::new(
            code::FIELD_TYPE_UNSUPPORTED,
            format!("field_key: `{key}` holds no checks"),
        ));
    }
    let item = store.item_to_change(call)?;
    let old = item.fields.get(def.key).cloned();
    let held = old.as_ref().and_then(|value| value["detail"].as_array());
    let mut checks = held.cloned().unwrap_or_default();
    for check in call.list("details") {
        match checks.iter_mut().find(|known| known["id"] == check["id"]) {
            Some(known) => known.clone_from(check),
            None => checks.push(check.clone()),
        }
    }
    let any = |status: &str| checks.iter().any(|check| check["status"] == status);
    let all_passed = checks.iter().all(|check| check["status"] == "passed");
    let status = match () {
        () if any("rejected") => "rejected",
        () if all_passed && !checks.is_empty() => "passed",
        () => "processing",
    };
    let new: Value = json!({"status": status, "detail": checks});
    item.fields.insert(def.key, new.clone());
    item.touch(call);
    let id = item.id;
    store.record_fields(call, id, &[Change { key: def.key, old, new: Some(new.clone()) }]);
    Ok(Reply::Data(new))
}
