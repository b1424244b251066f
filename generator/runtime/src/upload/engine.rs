//! The steps of an upload, in their order.

use futures_util::{StreamExt, TryStreamExt};
use serde_json::{Value, json};
use tracing::debug;

use crate::call::{Call, Repetition};
use crate::error::{Error, ErrorKind, Result};
use crate::send::{ResponseKind, UntypedResponse};

use super::parts::{Part, cut};
use super::plan::Plan;
use super::settings::Upload;
use super::state::UploadState;
use super::steps::{call_of_step, with_parameter};

/// How often a part is sent before the upload fails: far more than other calls, because the parts that the server has already
/// would be lost.
const PART_ATTEMPTS: u32 = 12;

/// Carries out an upload; `kind` is what the last call is to give.
pub(super) async fn run(upload: Upload, kind: ResponseKind) -> Result<UntypedResponse> {
    upload.show_progress(0);
    let response = if upload.is_in_one_request() {
        form(&upload)?.send_untyped(kind).await?
    } else {
        let plan = begin(&upload).await?;
        let state = UploadState::new(&plan.upload_id, &upload.file);
        if let Some(store) = &upload.on_begun {
            store(&state);
        }
        match send(&upload, plan, kind).await {
            Ok(response) => response,
            Err(error) => return Err(fail(&upload, &state, error).await),
        }
    };
    upload.show_progress(upload.file.length());
    Ok(response)
}

/// The call that sends the whole file.
fn form(upload: &Upload) -> Result<Call> {
    let Some(form) = &upload.flow.form else { return Err(no_step("sends a whole file")) };
    let mut call = call_of_step(&upload.begin_call, form.endpoint);
    call.body.clone_from(&upload.begin_call.body);
    call.violations.clone_from(&upload.begin_call.violations);
    call.broken_weak_rules.clone_from(&upload.begin_call.broken_weak_rules);
    Ok(call.file(form.file, upload.file.clone()))
}

/// Begins or resumes the upload. If that is sent twice, the worst that comes of it is an unfinished upload on the server.
async fn begin(upload: &Upload) -> Result<Plan> {
    let (begin, file) = (&upload.flow.begin, &upload.file);
    let mut call = upload.begin_call.clone();
    call.repetition = Repetition::Harmless;
    call = with_parameter(call, begin.size, json!(file.length()));
    call = with_parameter(call, begin.file_name, json!(file.name));
    if let Some(name) = begin.media_type {
        call = with_parameter(call, name, json!(file.media_type()));
    }
    if let Some(state) = &upload.resumed {
        state.check(file)?;
        let name = begin.upload_id.ok_or_else(|| no_step("resumes an upload"))?;
        call = with_parameter(call, name, json!(state.upload_id()));
    }
    let endpoint = call.endpoint.to_name();
    let data: Value = call.send().await?;
    Plan::read(&upload.flow.plan, &data, file.length())
        .map_err(|error| error.with_endpoint(endpoint).maybe_applied(true))
}

/// Sends the parts that the server lacks, several at once, and has them put together.
async fn send(upload: &Upload, plan: Plan, kind: ResponseKind) -> Result<UntypedResponse> {
    let mut done = upload.file.length() - plan.missing_bytes;
    upload.show_progress(done);
    let mut sent = cut(&upload.file, plan.parts)
        .map_ok(|part| send_part(upload, &plan.upload_id, part))
        .try_buffer_unordered(upload.parallel)
        .boxed();
    while let Some(bytes) = sent.try_next().await? {
        done += bytes;
        upload.show_progress(done);
    }
    drop(sent);
    let finish = &upload.flow.finish;
    with_parameter(call_of_step(&upload.begin_call, finish.endpoint), finish.upload_id, json!(plan.upload_id))
        .send_untyped(kind)
        .await
}

/// Sends one part and gives its size. If it fails, this part alone is sent again, up to [`PART_ATTEMPTS`] times.
async fn send_part(upload: &Upload, upload_id: &str, part: Part) -> Result<u64> {
    let (part_step, length) = (&upload.flow.part, part.file.length());
    let mut call = call_of_step(&upload.begin_call, part_step.endpoint);
    call.repetition = Repetition::HarmlessAtLeast(PART_ATTEMPTS);
    call = with_parameter(call, part_step.upload_id, json!(upload_id));
    call = with_parameter(call, part_step.number, json!(part.number));
    if let Some(name) = part_step.md5 {
        let unreadable = |error| {
            let message = format!("`{}` cannot be read", upload.file.name);
            Error::new(ErrorKind::File, message).with_endpoint(part_step.endpoint.id).with_source(error)
        };
        call = with_parameter(call, name, json!(part.file.md5().await.map_err(unreadable)?));
    }
    let result = call.bytes(part.file).send::<()>().await;
    result.map(|()| length).map_err(|error| error.with_remark(&format!("part {} of the upload", part.number)))
}

/// Gives the upload up, unless somebody may resume it, or it may be whole already.
async fn fail(upload: &Upload, state: &UploadState, error: Error) -> Error {
    let id = state.upload_id();
    if upload.is_resumable() {
        return error.with_remark(&format!("the upload `{id}` can be resumed"));
    }
    let is_finish = error.endpoint() == Some(upload.flow.finish.endpoint.id);
    if let Some(abort) = &upload.flow.abort
        && !(is_finish && error.may_have_been_applied())
    {
        let mut call =
            with_parameter(call_of_step(&upload.begin_call, abort.endpoint), abort.upload_id, json!(id));
        call.repetition = Repetition::Harmless;
        if let Err(error) = call.send::<()>().await {
            debug!(%error, "the upload could not be given up");
        }
    }
    error
}

fn no_step(what: &str) -> Error {
    Error::new(ErrorKind::Config, format!("no call of this API {what}"))
}
