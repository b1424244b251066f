//! Files by their tokens: uploaded in one request or in parts, and downloaded.

use std::collections::BTreeMap;

use bytes::{Bytes, BytesMut};
use md5::{Digest, Md5};
use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::comment_content::Content;
use crate::check::Upload;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// The size of a part. The last part is larger: what is left makes no part of its own.
const PART_SIZE: i64 = 5 << 20;

/// How many bytes all uploads together may take: the sandbox keeps them in memory.
const MAX_KEPT: usize = 1 << 30;

/// How long a file is kept that is bound to nothing, in milliseconds.
const UNBOUND_MS: i64 = 7 * 86_400_000;

/// A file that has a token.
#[derive(Clone, Debug)]
struct Kept {
    file: Upload,
    /// In milliseconds since the epoch.
    since: i64,
    /// Whether a comment named it. It stays bound when that comment is gone: what happens then is not documented.
    is_bound: bool,
}

/// An upload in parts that is not finished.
#[derive(Clone, Debug)]
pub(super) struct PartUpload {
    project: &'static str,
    file_name: String,
    media_type: String,
    size: i64,
    parts: BTreeMap<i64, Bytes>,
}

impl PartUpload {
    fn part_count(&self) -> i64 {
        (self.size / PART_SIZE).max(1)
    }

    /// How many bytes a part must have.
    fn part_size(&self, number: i64) -> i64 {
        let last = self.part_count() - 1;
        if number < last { PART_SIZE } else { self.size - last * PART_SIZE }
    }

    /// The numbers of the parts that have not come.
    fn missing(&self) -> Vec<i64> {
        (0..self.part_count()).filter(|number| !self.parts.contains_key(number)).collect()
    }
}

/// All files that have tokens, and those that are on their way.
#[derive(Debug, Default)]
pub(super) struct Uploads {
    /// By the ids of the uploads.
    unfinished: BTreeMap<String, PartUpload>,
    /// By space and token.
    finished: BTreeMap<(&'static str, String), Kept>,
}

impl Uploads {
    /// Refuses `more` bytes if the sandbox would then keep too many.
    fn make_room(&self, more: usize) -> Result<(), Refusal> {
        let finished = self.finished.values().map(|kept| kept.file.bytes.len());
        let parts = self.unfinished.values().flat_map(|upload| upload.parts.values().map(Bytes::len));
        if finished.chain(parts).sum::<usize>() + more > MAX_KEPT {
            return Err(Refusal::new(code::FILE_SIZE, "file: the sandbox keeps 1 GiB of files at most"));
        }
        Ok(())
    }

    /// Removes the files that were bound to nothing for too long.
    fn forget(&mut self, now: i64) {
        self.finished.retain(|_, kept| kept.is_bound || now - kept.since < UNBOUND_MS);
    }

    /// The file of a token.
    pub(super) fn file(&self, project: &'static str, token: &str) -> Option<&Upload> {
        self.finished.get(&(project, token.to_owned())).map(|kept| &kept.file)
    }
}

/// The file or part that came with a call.
fn received(call: &Call<'_>) -> Result<Upload, Refusal> {
    let file = call.args.files.first().map(|(_, upload)| upload.clone());
    file.ok_or_else(|| Refusal::new(code::FORM_MISSING, "file: the part is missing"))
}

impl Store {
    /// Keeps a file, and returns its token.
    fn keep(&mut self, call: &Call<'_>, project: &'static str, file: Upload) -> Reply {
        let token = format!("file-token-{}", self.new_id());
        let kept = Kept { file, since: call.now_ms, is_bound: false };
        self.uploads.finished.insert((project, token.clone()), kept);
        Reply::Data(json!({"file_token": token}))
    }

    /// Binds the files that a comment names: from now on they can be downloaded, and are kept. A comment that is a file must
    /// name one that is there.
    pub(super) fn bind_files(
        &mut self,
        call: &Call<'_>,
        project: &'static str,
        content: &Content,
    ) -> Result<(), Refusal> {
        self.uploads.forget(call.now_ms);
        if let Some(token) = content.file()
            && self.uploads.file(project, token).is_none()
        {
            return Err(Refusal::new(code::NOT_FOUND, format!("file_token: there is no file `{token}`")));
        }
        let named = self.uploads.finished.iter_mut().filter(|((space, _), _)| *space == project);
        named.filter(|((_, token), _)| content.names(token)).for_each(|(_, kept)| kept.is_bound = true);
        Ok(())
    }

    /// The upload that a call names, if it is one of the space that it names.
    fn unfinished(&mut self, call: &Call<'_>) -> Result<(String, &mut PartUpload), Refusal> {
        let project = self.directory.project(call)?.key;
        let id = call.text("resource_id").unwrap_or_default();
        let found = self.uploads.unfinished.get_mut(id).filter(|upload| upload.project == project);
        let found = found.ok_or_else(|| {
            Refusal::new(code::NOT_FOUND, format!("resource_id: there is no upload `{id}`"))
        })?;
        Ok((id.to_owned(), found))
    }
}

pub(super) fn form(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let file = received(call)?;
    store.uploads.forget(call.now_ms);
    store.uploads.make_room(file.bytes.len())?;
    Ok(store.keep(call, project, file))
}

pub(super) fn download(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let token = call.text("file_token").unwrap_or_default();
    store.uploads.forget(call.now_ms);
    let found = store.uploads.finished.get(&(project, token.to_owned()));
    let found = found
        .ok_or_else(|| Refusal::new(code::NOT_FOUND, format!("file_token: there is no file `{token}`")))?;
    // With which code the service refuses is not documented.
    if !found.is_bound {
        let message = format!("file_token: `{token}` is bound to nothing; a comment must name it first");
        return Err(Refusal::new(code::NOT_FOUND, message));
    }
    Ok(Reply::File(found.file.clone()))
}

pub(super) fn begin(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let (size, name) = (call.int("size").unwrap_or(0), call.text("file_name").unwrap_or_default());
    if !(0..=MAX_KEPT as i64).contains(&size) {
        return Err(Refusal::new(code::FILE_SIZE, "size: from 0 to 1 GiB, which is what the sandbox keeps"));
    }
    let resumed = call.text("resource_id").filter(|id| !id.is_empty());
    let id = match resumed {
        Some(_) => {
            let (id, upload) = store.unfinished(call)?;
            if (upload.size, upload.file_name.as_str()) != (size, name) {
                return Err(Refusal::new(code::INVALID, "size, file_name: the upload was begun with others"));
            }
            id
        }
        None => {
            let media_type = call.text("mime_type").unwrap_or("application/octet-stream").to_owned();
            let id = format!("upload-{}", store.new_id());
            let (file_name, parts) = (name.to_owned(), BTreeMap::new());
            let upload = PartUpload { project, file_name, media_type, size, parts };
            store.uploads.unfinished.insert(id.clone(), upload);
            id
        }
    };
    let upload = &store.uploads.unfinished[&id];
    Ok(Reply::Data(json!({
        "is_multipart": true, "resource_id": id,
        "multipart": {
            "is_new": resumed.is_none(), "part_count": upload.part_count(), "part_size": PART_SIZE,
            "need": upload.missing(),
        },
    })))
}

pub(super) fn part(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let bytes = received(call)?.bytes;
    let number = call.int("part_number").unwrap_or(-1);
    let (_, upload) = store.unfinished(call)?;
    if !(0..upload.part_count()).contains(&number) {
        let message = format!("part_number: from 0 to {}, not {number}", upload.part_count() - 1);
        return Err(Refusal::new(code::INVALID, message));
    }
    let wanted = upload.part_size(number);
    if bytes.len() as i64 != wanted {
        let message = format!("part: number {number} has {wanted} bytes, and {} came", bytes.len());
        return Err(Refusal::new(code::INVALID, message));
    }
    let made = Md5::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let sent = call.text("md5").unwrap_or_default();
    if sent != made {
        return Err(Refusal::new(code::INVALID, format!("md5: the part has `{made}`, and not `{sent}`")));
    }
    // One that comes again takes the place of the first.
    upload.parts.remove(&number);
    store.uploads.forget(call.now_ms);
    store.uploads.make_room(bytes.len())?;
    store.unfinished(call)?.1.parts.insert(number, bytes);
    Ok(Reply::Done)
}

pub(super) fn finish(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (id, upload) = store.unfinished(call)?;
    let missing = upload.missing();
    if !missing.is_empty() {
        let numbers = Value::from(missing);
        return Err(Refusal::new(code::INVALID, format!("resource_id: parts {numbers} are missing")));
    }
    let mut bytes = BytesMut::with_capacity(usize::try_from(upload.size).unwrap_or_default());
    for part in std::mem::take(&mut upload.parts).into_values() {
        bytes.extend_from_slice(&part);
    }
    let (project, name) = (upload.project, std::mem::take(&mut upload.file_name));
    let file = Upload { name, media_type: std::mem::take(&mut upload.media_type), bytes: bytes.freeze() };
    store.uploads.unfinished.remove(&id);
    Ok(store.keep(call, project, file))
}

pub(super) fn abort(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (id, _) = store.unfinished(call)?;
    store.uploads.unfinished.remove(&id);
    Ok(Reply::Done)
}
