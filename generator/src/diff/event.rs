//! Callbacks: how their receivers are made, and which events come out of them.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::render_type;
use crate::ir::{Api, Callback, EventType, Proof, ProofPart};

/// Compares all callbacks by their resources and names.
pub(super) fn diff_callbacks(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let list = |api: &Api| -> Vec<(String, usize)> {
        let named = |callback: &Callback| format!("{}.{}", api[callback.resource].name, callback.name);
        api.callbacks.iter().enumerate().map(|(index, callback)| (named(callback), index)).collect()
    };
    let (was, is) = (list(old), list(new));
    for (before, after) in pair(&was, &is, |(name, _)| name.clone()) {
        let mut push = |callback: &Callback, name: &str, kind, message: &str| {
            let (subject, origin) = (format!("callback `{name}`"), Some(callback.origin.clone()));
            changes.push(Change { kind, subject, message: message.to_owned(), origin });
        };
        match (before, after) {
            (Some((name, index)), None) => {
                push(&old.callbacks[*index], name, ChangeKind::CallbackRemoved, "it is gone");
            }
            (None, Some((name, index))) => {
                push(&new.callbacks[*index], name, ChangeKind::CallbackAdded, "it is new");
            }
            (Some((name, before)), Some((_, after))) => {
                let (before, after) = (&old.callbacks[*before], &new.callbacks[*after]);
                let (was, is) = (inputs(before, old), inputs(after, new));
                if was != is {
                    let message = format!("its receiver was made of ({was}) and is of ({is})");
                    push(after, name, ChangeKind::CallbackInputs, &message);
                }
                let (was, is) = (places(before), places(after));
                for (was, is) in was.iter().zip(&is).filter(|(was, is)| was != is) {
                    push(after, name, ChangeKind::CallbackChanged, &format!("{was} became {is}"));
                }
                diff_event_types(before, after, name, [old, new], changes);
            }
            (None, None) => {}
        }
    }
}

fn inputs(callback: &Callback, api: &Api) -> String {
    let inputs =
        callback.inputs.iter().map(|input| format!("{}: {}", input.name, render_type(&input.ty, api)));
    inputs.collect::<Vec<_>>().join(", ")
}

/// What a receiver looks for in a body and where, in words, so that two callbacks can be compared.
fn places(callback: &Callback) -> [String; 7] {
    let at = |path: &[String]| format!("`{}`", path.join("."));
    let maybe = |what: &str, path: Option<&Vec<String>>| match path {
        Some(path) => format!("{what} at {}", at(path)),
        None => format!("{what} nowhere"),
    };
    let input = |index: usize| format!("`{}`", callback.inputs[index].name);
    let proof = match &callback.proof {
        Proof::Token { input: index, at: path } => format!("the proof {} at {}", input(*index), at(path)),
        Proof::Sha256 { parts, at: path } => {
            let parts = parts.iter().map(|part| match part {
                ProofPart::Input(index) => input(*index),
                ProofPart::Member(path) => format!("the member {}", at(path)),
            });
            format!("the proof by SHA-256 of {} at {}", parts.collect::<Vec<_>>().join(", "), at(path))
        }
    };
    let cause = callback.cause.as_ref().map_or_else(
        || "the cause nowhere".to_owned(),
        |cause| format!("the cause at {} with {}", at(&cause.at), cause.through_api.join(", ")),
    );
    [
        proof,
        format!("the event type at {}", at(&callback.event_type)),
        maybe("the time of sending", callback.sent_at.as_ref()),
        maybe("the delivery's id", callback.delivery_id.as_ref()),
        maybe("the actor", callback.actor.as_ref()),
        cause,
        format!("the payload at {}", at(&callback.payload)),
    ]
}

fn diff_event_types(
    before: &Callback,
    after: &Callback,
    name: &str,
    [old, new]: [&Api; 2],
    changes: &mut Vec<Change>,
) {
    for (was, is) in pair(&before.types, &after.types, |event| event.wire.clone()) {
        let mut push = |event: &EventType, kind, message: String| {
            let subject = format!("event type `{}` of the callback `{name}`", event.wire);
            changes.push(Change { kind, subject, message, origin: Some(event.origin.clone()) });
        };
        match (was, is) {
            (Some(was), None) => push(was, ChangeKind::EventTypeRemoved, "it is gone".to_owned()),
            (None, Some(is)) => push(is, ChangeKind::EventTypeAdded, "it is new".to_owned()),
            (Some(was), Some(is)) => {
                if was.name != is.name {
                    let message = format!("it was `{}` and is `{}`", was.name.pascal(), is.name.pascal());
                    push(is, ChangeKind::EventTypeRenamed, message);
                }
                let types = (render_type(&was.payload, old), render_type(&is.payload, new));
                if types.0 != types.1 {
                    let message = format!("its payload was `{}` and is `{}`", types.0, types.1);
                    push(is, ChangeKind::EventTypePayload, message);
                }
                let (old_texts, new_texts) = (texts(was), texts(is));
                for text in old_texts.iter().filter(|text| !new_texts.contains(text)) {
                    let message = format!("`{text}` is read as it no more");
                    push(is, ChangeKind::EventTextRemoved, message);
                }
                for text in new_texts.iter().filter(|text| !old_texts.contains(text)) {
                    push(is, ChangeKind::EventTextAdded, format!("`{text}` is read as it, too"));
                }
            }
            (None, None) => {}
        }
    }
}

/// The other texts that stand for an event type, as the spec writes them.
fn texts(event: &EventType) -> Vec<String> {
    let starting = event.also_starting.iter().map(|start| format!("{start}*"));
    event.also.iter().cloned().chain(starting).collect()
}
