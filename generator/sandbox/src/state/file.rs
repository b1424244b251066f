//! Files, kept in memory.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use crate::check::Upload;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// The greatest number of files in one field.
const MAX_FILES: usize = 50;

/// A file in a field of a work item.
#[derive(Clone, Debug)]
pub(super) struct Attached {
    uuid: String,
    /// The id of the work item, and the key of its field.
    pub(super) item_id: i64,
    field: &'static str,
    upload: Upload,
}

/// The uploaded file of a call.
fn upload(call: &Call<'_>) -> Result<Upload, Refusal> {
    let file = call.args.files.first().map(|(_, upload)| upload.clone());
    file.ok_or_else(|| Refusal::new(code::FORM_MISSING, "file: the part is missing"))
}

/// An upload outside of any work item gets a URL and is not kept: no endpoint of the API reads it back.
pub(super) fn upload_alone(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    upload(call)?;
    let id = store.new_id();
    Ok(Reply::Data(json!([format!("https://files.invalid/{id}")])))
}

pub(super) fn add(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let key = call.text("field_key").or_else(|| call.text("field_alias")).unwrap_or_default();
    let item_type = store.directory.item_type(item.type_key)?;
    let def = item_type.fields.iter().find(|def| def.key == key);
    let def = def.ok_or_else(|| {
        Refusal::new(code::FIELD_NOT_FOUND, format!("field_key: there is no field `{key}`"))
    })?;
    if def.kind != "multi_file" {
        return Err(Refusal::new(code::FIELD_TYPE_UNSUPPORTED, format!("field_key: `{key}` holds no files")));
    }
    let (item, field, upload) = (item.id, def.key, upload(call)?);
    if store.files.iter().filter(|file| file.item_id == item && file.field == field).count() >= MAX_FILES {
        return Err(Refusal::new(code::INVALID, format!("field_key: at most {MAX_FILES} files in `{key}`")));
    }
    store.item_to_change(call)?.touch(call);
    let uuid = format!("file-{}", store.new_id());
    store.files.push(Attached { uuid, item_id: item, field, upload });
    write_file_list(store, item, field);
    Ok(Reply::Done)
}

pub(super) fn download(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let uuid = call.text("uuid").unwrap_or_default();
    let found = store.files.iter().find(|file| file.item_id == item && file.uuid == uuid);
    let found = found.ok_or_else(|| Refusal::new(30019, format!("uuid: there is no file `{uuid}`")))?;
    Ok(Reply::File(found.upload.clone()))
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let uuids = call.texts("uuids");
    let known = |uuid: &&str| store.files.iter().any(|file| file.item_id == item && file.uuid == *uuid);
    if let Some(unknown) = uuids.iter().find(|uuid| !known(uuid)) {
        return Err(Refusal::new(30019, format!("uuids: there is no file `{unknown}`")));
    }
    store.item_to_change(call)?.touch(call);
    let fields: Vec<_> = store.files.iter().map(|file| file.field).collect();
    store.files.retain(|file| file.item_id != item || !uuids.contains(&file.uuid.as_str()));
    fields.into_iter().for_each(|field| write_file_list(store, item, field));
    Ok(Reply::Done)
}

/// Writes the list of an item's files into the field that shows them.
fn write_file_list(store: &mut Store, item: i64, field: &'static str) {
    let files = store.files.iter().filter(|file| file.item_id == item && file.field == field);
    let shown: Vec<Value> = files
        .map(|file| {
            let (name, media_type) = (&file.upload.name, &file.upload.media_type);
            let size = file.upload.bytes.len().to_string();
            json!({"name": name, "type": media_type, "size": size, "uid": file.uuid, "uuid": file.uuid, "url": ""})
        })
        .collect();
    if let Some(item) = store.items.get_mut(&item) {
        item.fields.insert(field, Value::Array(shown));
    }
}
