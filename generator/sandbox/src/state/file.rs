//! Files, kept in memory.

use serde_json::{Value, json};

use super::World;
use super::call::Call;
use crate::check::Upload;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// Most files in one field.
const MOST: usize = 50;

/// A file in a field of a work item.
#[derive(Clone, Debug)]
pub(super) struct Attached {
    uuid: String,
    pub(super) item: i64,
    field: &'static str,
    upload: Upload,
}

fn upload(call: &Call<'_>) -> Result<Upload, Refusal> {
    let file = call.args.files.first().map(|(_, upload)| upload.clone());
    file.ok_or_else(|| Refusal::new(code::FORM_MISSING, "file: the part is missing"))
}

/// Uploads that stand on their own are only named; nothing in the API reads them back.
pub(super) fn upload_alone(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    upload(call)?;
    let id = world.new_id();
    Ok(Reply::Data(json!([format!("https://files.invalid/{id}")])))
}

pub(super) fn add(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = world.item(call)?;
    let key = call.text("field_key").or_else(|| call.text("field_alias")).unwrap_or_default();
    let item_type = world.directory.item_type(item.type_key)?;
    let def = item_type.fields.iter().find(|def| def.key == key);
    let def = def.ok_or_else(|| Refusal::new(30009, format!("field_key: there is no field `{key}`")))?;
    if def.kind != "multi_file" {
        return Err(Refusal::new(20029, format!("field_key: `{key}` holds no files")));
    }
    let (item, field, upload) = (item.id, def.key, upload(call)?);
    if world.files.iter().filter(|file| file.item == item && file.field == field).count() >= MOST {
        return Err(Refusal::new(code::INVALID, format!("field_key: at most {MOST} files in `{key}`")));
    }
    world.item_to_change(call)?.touch(call);
    let uuid = format!("file-{}", world.new_id());
    world.files.push(Attached { uuid, item, field, upload });
    show(world, item, field);
    Ok(Reply::Done)
}

pub(super) fn download(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = world.item(call)?.id;
    let uuid = call.text("uuid").unwrap_or_default();
    let found = world.files.iter().find(|file| file.item == item && file.uuid == uuid);
    let found = found.ok_or_else(|| Refusal::new(30019, format!("uuid: there is no file `{uuid}`")))?;
    Ok(Reply::File(found.upload.clone()))
}

pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = world.item(call)?.id;
    let uuids = call.texts("uuids");
    let known = |uuid: &&str| world.files.iter().any(|file| file.item == item && file.uuid == *uuid);
    if let Some(unknown) = uuids.iter().find(|uuid| !known(uuid)) {
        return Err(Refusal::new(30019, format!("uuids: there is no file `{unknown}`")));
    }
    world.item_to_change(call)?.touch(call);
    let fields: Vec<_> = world.files.iter().map(|file| file.field).collect();
    world.files.retain(|file| file.item != item || !uuids.contains(&file.uuid.as_str()));
    fields.into_iter().for_each(|field| show(world, item, field));
    Ok(Reply::Done)
}

/// Writes the list of files into the field that holds them.
fn show(world: &mut World, item: i64, field: &'static str) {
    let files = world.files.iter().filter(|file| file.item == item && file.field == field);
    let shown: Vec<Value> = files
        .map(|file| {
            let (name, media_type) = (&file.upload.name, &file.upload.media_type);
            let size = file.upload.bytes.len().to_string();
            json!({"name": name, "type": media_type, "size": size, "uid": file.uuid, "uuid": file.uuid, "url": ""})
        })
        .collect();
    if let Some(item) = world.items.get_mut(&item) {
        item.fields.insert(field, Value::Array(shown));
    }
}
