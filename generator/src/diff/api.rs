//! What belongs to the API as a whole.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::render_type;
use crate::ir::{Api, Credential, ErrorCode, Header, TemplatePart};

/// Compares what belongs to the API as a whole.
pub(super) fn diff_api(old: &Api, new: &Api, out: &mut Vec<Change>) {
    if old.crate_name != new.crate_name {
        let message = format!("it was `{}` and is `{}`", old.crate_name, new.crate_name);
        out.push(change(ChangeKind::CrateRenamed, "the package".to_owned(), message));
    }
    diff_hosts(old, new, out);
    diff_variables(old, new, out);
    diff_credentials(old, new, out);
    diff_headers(old, new, out);
    diff_errors(old, new, out);
    for (before, after) in pair(&old.resources, &new.resources, |resource| resource.name.clone()) {
        if let (Some(before), Some(after)) = (before, after)
            && before.accessor != after.accessor
            && !before.endpoints.is_empty()
            && !after.endpoints.is_empty()
        {
            let message =
                format!("its calls were reached by `{}` and are by `{}`", before.accessor, after.accessor);
            let subject = format!("resource `{}`", after.name);
            let origin = Some(after.origin.clone());
            out.push(Change { kind: ChangeKind::AccessorChanged, subject, message, origin });
        }
    }
}

fn change(kind: ChangeKind, subject: String, message: String) -> Change {
    Change { kind, subject, message, origin: None }
}

/// Says of what is only in one list that it is gone or new; gives back what is in both.
fn gone_or_new<'a, T>(
    pairs: Vec<(Option<&'a T>, Option<&'a T>)>,
    kinds: [ChangeKind; 2],
    subject: impl Fn(&T) -> String,
    out: &mut Vec<Change>,
) -> Vec<(&'a T, &'a T)> {
    let mut both = Vec::new();
    for item in pairs {
        match item {
            (Some(old), None) => out.push(change(kinds[0], subject(old), "it is gone".to_owned())),
            (None, Some(new)) => out.push(change(kinds[1], subject(new), "it is new".to_owned())),
            (Some(old), Some(new)) => both.push((old, new)),
            (None, None) => {}
        }
    }
    both
}

fn diff_hosts(old: &Api, new: &Api, out: &mut Vec<Change>) {
    let pairs = pair(&old.hosts, &new.hosts, |host| host.name.clone());
    let kinds = [ChangeKind::HostRemoved, ChangeKind::HostAdded];
    gone_or_new(pairs, kinds, |host| format!("host `{}`", host.name), out);
    if let (Some(was), Some(is)) = (old.hosts.first(), new.hosts.first())
        && was.url != is.url
    {
        let message = format!("it was `{}` and is `{}`", was.url, is.url);
        out.push(change(ChangeKind::HostDefault, "the default host".to_owned(), message));
    }
}

fn diff_variables(old: &Api, new: &Api, out: &mut Vec<Change>) {
    let pairs = pair(&old.variables, &new.variables, |variable| variable.name.clone());
    let kinds = [ChangeKind::VariableRemoved, ChangeKind::VariableAdded];
    for (before, after) in gone_or_new(pairs, kinds, |variable| format!("variable `{}`", variable.name), out)
    {
        let (was, is) = (render_type(&before.ty, old), render_type(&after.ty, new));
        if was != is {
            let message = format!("it was `{was}` and is `{is}`");
            out.push(change(ChangeKind::VariableType, format!("variable `{}`", after.name), message));
        }
    }
}

fn diff_credentials(old: &Api, new: &Api, out: &mut Vec<Change>) {
    let pairs = pair(&old.credentials, &new.credentials, |credential| credential.name.clone());
    let kinds = [ChangeKind::CredentialRemoved, ChangeKind::CredentialAdded];
    let inputs = |credential: &Credential, api: &Api| -> String {
        let input = |input: &crate::ir::Input| format!("{}: {}", input.name, render_type(&input.ty, api));
        credential.inputs.iter().map(input).collect::<Vec<_>>().join(", ")
    };
    for (before, after) in gone_or_new(pairs, kinds, |one| format!("credential `{}`", one.name), out) {
        let (was, is) = (inputs(before, old), inputs(after, new));
        if was != is {
            let message = format!("it was made of ({was}) and is of ({is})");
            out.push(change(ChangeKind::CredentialInputs, format!("credential `{}`", after.name), message));
        }
    }
}

/// A header that callers must have something for breaks them; what the client sends by itself does not.
fn diff_headers(old: &Api, new: &Api, out: &mut Vec<Change>) {
    let outline = |header: &Header, api: &Api| {
        let credentials = header
            .credentials
            .as_ref()
            .map(|ids| ids.iter().map(|id| api[*id].name.snake().to_owned()).collect::<Vec<_>>());
        let variable = |id: &crate::ir::VariableId| api[*id].name.snake().to_owned();
        let value: Vec<_> = header
            .value
            .0
            .iter()
            .map(|part| match part {
                TemplatePart::Variable(id) => variable(id),
                part => format!("{part:?}"),
            })
            .collect();
        (value, credentials, header.effect, header.required)
    };
    let needs = |header: &Header| {
        header.required && header.value.0.iter().any(|part| matches!(part, TemplatePart::Variable(_)))
    };
    for (before, after) in pair(&old.headers, &new.headers, |header| header.name.to_lowercase()) {
        let (kind, message) = match (before, after) {
            (Some(before), Some(after)) if outline(before, old) == outline(after, new) => continue,
            (before, Some(after)) if needs(after) && !before.is_some_and(&needs) => {
                (ChangeKind::HeaderRequired, "callers must give its value now")
            }
            (Some(_), Some(_)) => {
                (ChangeKind::HeaderChanged, "it holds another value, or is sent at other times")
            }
            (None, _) => (ChangeKind::HeaderChanged, "it is new"),
            (_, None) => (ChangeKind::HeaderChanged, "it is sent no more"),
        };
        if let Some(header) = after.or(before) {
            out.push(change(kind, format!("header `{}`", header.name), message.to_owned()));
        }
    }
}

fn diff_errors(old: &Api, new: &Api, out: &mut Vec<Change>) {
    let pairs = pair(&old.errors, &new.errors, |error| error.code);
    let kinds = [ChangeKind::ErrorRemoved, ChangeKind::ErrorAdded];
    let subject = |error: &ErrorCode| format!("error code {}", error.code);
    for (before, after) in gone_or_new(pairs, kinds, subject, out) {
        let mut push = |kind, message| {
            let origin = Some(after.origin.clone());
            out.push(Change { kind, subject: subject(after), message, origin });
        };
        if before.name != after.name {
            let message = format!("it was `{}` and is `{}`", before.name.pascal(), after.name.pascal());
            push(ChangeKind::ErrorRenamed, message);
        }
        if (before.category, before.retry) != (after.category, after.retry) {
            let spell =
                |error: &ErrorCode| format!("{:?}, retried {:?}", error.category, error.retry).to_lowercase();
            push(ChangeKind::ErrorChanged, format!("it was {} and is {}", spell(before), spell(after)));
        }
    }
}
