//! What belongs to the API as a whole.

use super::change::{Change, ChangeKind};
use super::envelope::diff_envelopes;
use super::pair::pair;
use super::type_text::render_type;
use crate::ir::{Api, Credential, ErrorCode, Header, TemplatePart};

/// Compares what belongs to the API as a whole.
pub(super) fn diff_api(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    if old.crate_name != new.crate_name {
        let message = format!("it was `{}` and is `{}`", old.crate_name, new.crate_name);
        changes.push(change(ChangeKind::CrateRenamed, "the package".to_owned(), message));
    }
    diff_hosts(old, new, changes);
    diff_variables(old, new, changes);
    diff_credentials(old, new, changes);
    diff_headers(old, new, changes);
    diff_errors(old, new, changes);
    diff_envelopes(old, new, changes);
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
            changes.push(Change { kind: ChangeKind::AccessorChanged, subject, message, origin });
        }
    }
}

/// A change of something that has no source location.
fn change(kind: ChangeKind, subject: String, message: String) -> Change {
    Change { kind, subject, message, origin: None }
}

/// Reports the items that are in one list only as gone or new, with the kinds for gone and new in this order. Returns
/// the pairs that are in both.
fn report_gone_and_new<'a, T>(
    pairs: Vec<(Option<&'a T>, Option<&'a T>)>,
    kinds: [ChangeKind; 2],
    subject: impl Fn(&T) -> String,
    changes: &mut Vec<Change>,
) -> Vec<(&'a T, &'a T)> {
    let mut both = Vec::new();
    for item in pairs {
        match item {
            (Some(old), None) => changes.push(change(kinds[0], subject(old), "it is gone".to_owned())),
            (None, Some(new)) => changes.push(change(kinds[1], subject(new), "it is new".to_owned())),
            (Some(old), Some(new)) => both.push((old, new)),
            (None, None) => {}
        }
    }
    both
}

/// Compares the hosts, and which of them is the default.
fn diff_hosts(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let pairs = pair(&old.hosts, &new.hosts, |host| host.name.clone());
    let kinds = [ChangeKind::HostRemoved, ChangeKind::HostAdded];
    report_gone_and_new(pairs, kinds, |host| format!("host `{}`", host.name), changes);
    if let (Some(was), Some(is)) = (old.hosts.first(), new.hosts.first())
        && was.url != is.url
    {
        let message = format!("it was `{}` and is `{}`", was.url, is.url);
        changes.push(change(ChangeKind::HostDefault, "the default host".to_owned(), message));
    }
}

/// Compares the variables that the builder of a client sets.
fn diff_variables(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let pairs = pair(&old.variables, &new.variables, |variable| variable.name.clone());
    let kinds = [ChangeKind::VariableRemoved, ChangeKind::VariableAdded];
    for (before, after) in
        report_gone_and_new(pairs, kinds, |variable| format!("variable `{}`", variable.name), changes)
    {
        let (was, is) = (render_type(&before.ty, old), render_type(&after.ty, new));
        if was != is {
            let message = format!("it was `{was}` and is `{is}`");
            changes.push(change(ChangeKind::VariableType, format!("variable `{}`", after.name), message));
        }
    }
}

/// Compares the credentials, and what each of them needs.
fn diff_credentials(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let pairs = pair(&old.credentials, &new.credentials, |credential| credential.name.clone());
    let kinds = [ChangeKind::CredentialRemoved, ChangeKind::CredentialAdded];
    let inputs = |credential: &Credential, api: &Api| -> String {
        let input = |input: &crate::ir::Input| format!("{}: {}", input.name, render_type(&input.ty, api));
        credential.inputs.iter().map(input).collect::<Vec<_>>().join(", ")
    };
    for (before, after) in
        report_gone_and_new(pairs, kinds, |one| format!("credential `{}`", one.name), changes)
    {
        let (was, is) = (inputs(before, old), inputs(after, new));
        if was != is {
            let message = format!("it was made of ({was}) and is of ({is})");
            changes.push(change(
                ChangeKind::CredentialInputs,
                format!("credential `{}`", after.name),
                message,
            ));
        } else if (&before.headers, &before.query) != (&after.headers, &after.query) {
            let names = |one: &Credential| {
                let headers = one.headers.iter().map(|(name, _)| format!("header `{name}`"));
                let query = one.query.iter().map(|(name, _)| format!("query parameter `{name}`"));
                headers.chain(query).collect::<Vec<_>>().join(", ")
            };
            let message = match (names(before), names(after)) {
                (was, is) if was == is => "what it sends is put together otherwise".to_owned(),
                (was, is) => format!("by itself it sent ({was}) and sends ({is})"),
            };
            changes.push(change(ChangeKind::CredentialSent, format!("credential `{}`", after.name), message));
        }
    }
}

/// A header whose value callers must give breaks them; one that the client fills in does not.
fn diff_headers(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let comparable = |header: &Header, api: &Api| {
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
    let needs_caller_value = |header: &Header| {
        header.required && header.value.0.iter().any(|part| matches!(part, TemplatePart::Variable(_)))
    };
    for (before, after) in pair(&old.headers, &new.headers, |header| header.name.to_lowercase()) {
        let (kind, message) = match (before, after) {
            (Some(before), Some(after)) if comparable(before, old) == comparable(after, new) => continue,
            (before, Some(after))
                if needs_caller_value(after) && !before.is_some_and(&needs_caller_value) =>
            {
                (ChangeKind::HeaderRequired, "callers must give its value now")
            }
            (Some(_), Some(_)) => {
                (ChangeKind::HeaderChanged, "it holds another value, or is sent at other times")
            }
            (None, _) => (ChangeKind::HeaderChanged, "it is new"),
            (_, None) => (ChangeKind::HeaderChanged, "it is sent no more"),
        };
        if let Some(header) = after.or(before) {
            changes.push(change(kind, format!("header `{}`", header.name), message.to_owned()));
        }
    }
}

/// Compares the error codes, and what is said of each.
fn diff_errors(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let pairs = pair(&old.errors, &new.errors, |error| error.code);
    let kinds = [ChangeKind::ErrorRemoved, ChangeKind::ErrorAdded];
    let subject = |error: &ErrorCode| format!("error code {}", error.code);
    for (before, after) in report_gone_and_new(pairs, kinds, subject, changes) {
        let mut push = |kind, message| {
            let origin = Some(after.origin.clone());
            changes.push(Change { kind, subject: subject(after), message, origin });
        };
        if before.name != after.name {
            let message = format!("it was `{}` and is `{}`", before.name.pascal(), after.name.pascal());
            push(ChangeKind::ErrorRenamed, message);
        }
        if (before.category, before.retry) != (after.category, after.retry) {
            let in_words =
                |error: &ErrorCode| format!("{:?}, retried {:?}", error.category, error.retry).to_lowercase();
            push(ChangeKind::ErrorChanged, format!("it was {} and is {}", in_words(before), in_words(after)));
        }
    }
}
