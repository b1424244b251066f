//! How responses are wrapped: the envelopes of the API, those of each endpoint, and statuses without a body.
//!
//! A change breaks callers if a response that counted as a success, or gave an error code, no longer does. A *fallback*
//! envelope is one in which any endpoint may refuse, as a gateway in front of all of them does.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::spell_literal;
use crate::ir::{Api, Endpoint, Envelope, JsonPath, Success};

/// Compares the envelopes that are in both APIs by name. Which of them an endpoint uses is compared with the endpoint.
pub(super) fn diff_envelopes(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    for (before, after) in pair(&old.envelopes, &new.envelopes, |envelope| envelope.name.clone()) {
        let named = |envelope: &Envelope| format!("envelope `{}`", envelope.name);
        match (before, after) {
            (Some(before), Some(after)) => {
                diff_envelope(before, after, &mut |kind, message| {
                    changes.push(Change { kind, subject: named(after), message, origin: None });
                });
            }
            (Some(gone), None) if gone.fallback => {
                let message = "it is gone, and refusals in it have no code any more".to_owned();
                let kind = ChangeKind::FallbackRemoved;
                changes.push(Change { kind, subject: named(gone), message, origin: None });
            }
            (None, Some(added)) if added.fallback => {
                let message = "it is new, and any endpoint may be refused in it".to_owned();
                let kind = ChangeKind::FallbackAdded;
                changes.push(Change { kind, subject: named(added), message, origin: None });
            }
            _ => {}
        }
    }
}

fn diff_envelope(before: &Envelope, after: &Envelope, push: &mut dyn FnMut(ChangeKind, String)) {
    for (what, kind, was, is) in [
        ("data", ChangeKind::EnvelopeChanged, &before.data, &after.data),
        ("code", ChangeKind::EnvelopeChanged, &before.code, &after.code),
        ("message", ChangeKind::EnvelopeDetail, &before.message, &after.message),
        ("detail", ChangeKind::EnvelopeDetail, &before.detail, &after.detail),
        ("log id", ChangeKind::EnvelopeDetail, &before.log_id, &after.log_id),
    ] {
        if was != is {
            push(kind, format!("its {what} stood {} and stands {}", place(was.as_ref()), place(is.as_ref())));
        }
    }
    if before.success != after.success {
        // Only the status alone asks for less; a code or a member asks for more, or for something else.
        let kind = match after.success {
            Success::Status => ChangeKind::SuccessWidened,
            Success::Code | Success::Member(..) => ChangeKind::SuccessNarrowed,
        };
        let (was, is) = (proof(&before.success), proof(&after.success));
        push(kind, format!("a success was proven by {was} and is by {is}"));
    }
    match (before.fallback, after.fallback) {
        (true, false) => {
            push(ChangeKind::FallbackRemoved, "not every endpoint may be refused in it any more".to_owned());
        }
        (false, true) => {
            push(ChangeKind::FallbackAdded, "any endpoint may be refused in it now".to_owned());
        }
        _ => {}
    }
}

/// Compares the envelopes of an endpoint, in their order. Another name alone is no change, and what changed in an
/// envelope of the same name is already reported by [`diff_envelopes`].
pub(super) fn diff_endpoint_envelopes(
    (old, before): (&Api, &Endpoint),
    (new, after): (&Api, &Endpoint),
    push: &mut dyn FnMut(ChangeKind, String),
) {
    let was: Vec<&Envelope> = before.envelopes.iter().map(|id| &old[*id]).collect();
    let is: Vec<&Envelope> = after.envelopes.iter().map(|id| &new[*id]).collect();
    let is_kept = was.iter().zip(&is).all(|(was, is)| is_same(was, is));
    let (in_both, names) = (was.len().min(is.len()), |list: &[&Envelope]| {
        list.iter().map(|envelope| format!("`{}`", envelope.name)).collect::<Vec<_>>().join(", ")
    });
    if !is_kept {
        let message = format!("its responses came in {} and come in {}", names(&was), names(&is));
        push(ChangeKind::EnvelopeChanged, message);
    } else if is.len() > in_both {
        let message = format!("its responses may come in {}, too", names(&is[in_both..]));
        push(ChangeKind::EnvelopeAdded, message);
    } else if was.len() > in_both {
        let message = format!("its responses may come in {} no more", names(&was[in_both..]));
        push(ChangeKind::EnvelopeRemoved, message);
    }
}

fn is_same(one: &Envelope, other: &Envelope) -> bool {
    one.name == other.name || Envelope { name: one.name.clone(), ..other.clone() } == *one
}

/// Compares the statuses whose responses have no body.
pub(super) fn diff_empty_statuses(
    before: &Endpoint,
    after: &Endpoint,
    push: &mut dyn FnMut(ChangeKind, String),
) {
    let (was, is) = (&before.empty_statuses, &after.empty_statuses);
    for gone in was.iter().filter(|status| !is.contains(status)) {
        let message = format!("{gone} without a body was a success and is none");
        push(ChangeKind::EmptyStatusRemoved, message);
    }
    for added in is.iter().filter(|status| !was.contains(status)) {
        push(ChangeKind::EmptyStatusAdded, format!("{added} without a body is a success, too"));
    }
}

fn place(path: Option<&JsonPath>) -> String {
    path.map_or_else(|| "nowhere".to_owned(), |path| format!("at `{}`", path.join(".")))
}

fn proof(success: &Success) -> String {
    match success {
        Success::Status => "the status alone".to_owned(),
        Success::Code => "its code".to_owned(),
        Success::Member(path, value) => format!("`{}` being {}", path.join("."), spell_literal(value)),
    }
}
