//! Uploads: what callers give and get, and the endpoints that take the file.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::render_type;
use crate::ir::{Api, EndpointId, Param, Upload};

/// Compares all uploads by their resources and names.
pub(super) fn diff_uploads(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let (was, is): (Vec<_>, Vec<_>) = (old.uploads.iter().collect(), new.uploads.iter().collect());
    let (was, is) = (named(old, &was), named(new, &is));
    for (before, after) in pair(&was, &is, |(name, _)| name.clone()) {
        let Some((name, shown)) = after.or(before) else { continue };
        let mut report = |kind, message: String| {
            let (subject, origin) = (format!("upload `{name}`"), Some(shown.origin.clone()));
            changes.push(Change { kind, subject, message, origin });
        };
        let (Some((_, before)), Some((_, after))) = (before, after) else {
            match before {
                Some(_) => report(ChangeKind::UploadRemoved, "it is gone".to_owned()),
                None => report(ChangeKind::UploadAdded, "it is new".to_owned()),
            }
            continue;
        };
        let (was, is) = (parts(before, old), parts(after, new));
        for part in was.iter().filter(|part| !is.contains(part)) {
            report(ChangeKind::UploadNarrowed, format!("{part} is no more"));
        }
        for part in is.iter().filter(|part| !was.contains(part)) {
            report(ChangeKind::UploadWidened, format!("{part} is there now"));
        }
        let (was, is) = (steps(before, old), steps(after, new));
        if was != is {
            report(ChangeKind::UploadSteps, format!("{is}, no longer {was}"));
        }
    }
}

fn named<'a>(api: &Api, uploads: &[&'a Upload]) -> Vec<(String, &'a Upload)> {
    uploads.iter().map(|upload| (format!("{}.{}", api[upload.resource].name, upload.name), *upload)).collect()
}

/// What callers see of an upload, in words, so that two can be compared.
fn parts(upload: &Upload, api: &Api) -> Vec<String> {
    let spell = |param: &Param| format!("`{}: {}`", param.field.name, render_type(&param.field.ty, api));
    let arguments: Vec<_> = upload.arguments.iter().map(spell).collect();
    let setters = upload.setters.iter().map(|param| format!("the setter {}", spell(param)));
    [
        format!("the list of arguments ({})", arguments.join(", ")),
        format!("the result `{}`", render_type(&upload.returns, api)),
    ]
    .into_iter()
    .chain(setters)
    .collect()
}

/// The way that a file takes.
fn steps(upload: &Upload, api: &Api) -> String {
    let name = |id: EndpointId| format!("`{}`", api[id].id);
    let form = upload.form.as_ref();
    let form = form.map(|form| format!("up to {} bytes by {}, else ", form.up_to, name(form.endpoint)));
    let abort = upload.abort.map(|id| format!(", given up by {}", name(id)));
    format!(
        "{}{}, {}, {}{}",
        form.unwrap_or_default(),
        name(upload.begin.endpoint),
        name(upload.part.endpoint),
        name(upload.finish),
        abort.unwrap_or_default()
    )
}
