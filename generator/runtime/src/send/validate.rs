//! Local checks: what breaks a documented rule is refused before anything is sent.

use serde_json::Value;
use tracing::warn;

use crate::api::{BodyKind, Effect, Rule};
use crate::call::Call;
use crate::error::{ErrorKind, Result};
use crate::rule::violation;

/// Checks that the client may make calls of this effect. Token exchanges are not asked: they serve calls that it may make.
pub(super) fn check_effect(call: &Call) -> Result<()> {
    let (effect, most) = (call.endpoint.effect, call.client.gravest_effect());
    if effect <= most {
        return Ok(());
    }
    let does = if effect == Effect::Destroy { "removes what cannot be had back" } else { "writes" };
    let may = if most == Effect::Read { "only read" } else { "read and write, but not destroy" };
    Err(call.error(ErrorKind::NotAllowed, format!("the call {does}, and this client may {may}")))
}

/// Checks the parameters of a call against its endpoint's rules.
pub(super) fn check(call: &Call) -> Result<()> {
    let refuse = |message: String| Err(call.error(ErrorKind::Invalid, message));
    for (name, value) in &call.path {
        if value.is_empty() {
            return refuse(format!("path parameter `{name}` is empty"));
        }
    }
    let rules = call.endpoint.rules.iter();
    if let Some(message) = rules.into_iter().find_map(|rule| violation(rule, &|name| value(call, name))) {
        return refuse(message);
    }
    for rule in call.endpoint.rules {
        if let Rule::BodyNeeds(names) = rule
            && call.has_body()
            && let Some(missing) = names.iter().find(|name| value(call, name).is_none())
        {
            return refuse(format!("`{missing}` must be set when anything else of the body is"));
        }
    }
    if let Some(problem) = misplaced(call) {
        return refuse(format!("{problem} `{}`", call.endpoint.name()));
    }
    if let Some((name, violation)) = call.violations.first() {
        return refuse(format!("in `{name}`: {violation}"));
    }
    for rule in call.endpoint.rules {
        if let Rule::Weak(rule) = rule
            && violation(rule, &|name| value(call, name)).is_some()
        {
            warn_once(call, &format!("{rule:?}"));
        }
    }
    for (name, rule) in &call.broken_weak_rules {
        warn_once(call, &format!("in `{name}`: {rule}"));
    }
    Ok(())
}

/// What was set although a body of this kind has no place for it: the beginning of a message that ends with the name of the
/// endpoint. Nothing is left out without a word.
fn misplaced(call: &Call) -> Option<&'static str> {
    let (members, files) = (!call.body.is_empty(), call.files.len());
    let is_json = call.whole_body.is_some();
    match call.body_kind() {
        BodyKind::Json if files > 0 => Some("a file was given, and JSON is the body of"),
        BodyKind::Text if files > 0 => Some("a file was given, and text is the body of"),
        BodyKind::Text if members => Some("members were given, and text is the body of"),
        BodyKind::Form if files > 0 => Some("a file was given, and a form without files is the body of"),
        BodyKind::Form if is_json => Some("JSON was given, and a form is the body of"),
        BodyKind::Multipart if call.has_bytes() => Some("bytes were given, and a form is the body of"),
        BodyKind::Multipart if is_json => Some("JSON was given, and a form is the body of"),
        BodyKind::Bytes if is_json || members => Some("JSON was given, and bytes are the body of"),
        BodyKind::Bytes if files > 1 => Some("several files were given, and one is the body of"),
        BodyKind::None if is_json || members || files > 0 => Some("a body was given, and there is none in"),
        _ => None,
    }
}

/// One warning for each endpoint and rule: what a caller does once it does again. It names the rule and not the values,
/// which may be anything.
fn warn_once(call: &Call, rule: &str) {
    let endpoint = call.endpoint.to_name();
    if call.client.is_first_warning(&endpoint, rule) {
        warn!(%endpoint, rule, "a request breaks a rule that one weak source alone tells of, and is sent");
    }
}

/// The value of a parameter, wherever it goes; of files, that each is there.
fn value(call: &Call, name: &str) -> Option<Value> {
    if let Some((_, json)) = call.body.iter().chain(&call.whole_body).find(|(known, _)| *known == name) {
        return serde_json::from_slice(json).ok();
    }
    let in_query = call.query.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_json());
    let in_path = || call.path.iter().find(|(known, _)| *known == name).map(|(_, text)| text.clone().into());
    let in_header =
        || call.headers.iter().find(|(known, _)| *known == name).map(|(_, text)| text.clone().into());
    let files = || {
        let count = call.files.iter().filter(|(known, _)| *known == name).count();
        (count > 0).then(|| Value::Array(vec![Value::Bool(true); count]))
    };
    in_query.or_else(in_path).or_else(in_header).or_else(files)
}
