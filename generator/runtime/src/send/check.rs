//! Local checks: what the API documents is refused before anything is sent.

use serde_json::Value;

use crate::call::Call;
use crate::check::broken;
use crate::error::{ErrorKind, Result};

/// Checks the parameters of a call against its endpoint's rules.
pub(super) fn check(call: &Call) -> Result<()> {
    let refuse = |message: String| Err(call.error(ErrorKind::Invalid, message));
    for (name, value) in &call.path {
        if value.is_empty() {
            return refuse(format!("path parameter `{name}` is empty"));
        }
    }
    let rules = call.endpoint.checks.iter();
    if let Some(message) = rules.into_iter().find_map(|rule| broken(rule, &|name| value(call, name))) {
        return refuse(message);
    }
    match call.problems.first() {
        Some((name, problem)) => refuse(format!("in `{name}`: {problem}")),
        None => Ok(()),
    }
}

/// The value of a parameter, wherever it goes; of a file, that it is there.
fn value(call: &Call, name: &str) -> Option<Value> {
    if let Some((_, json)) = call.body.iter().find(|(known, _)| *known == name) {
        return serde_json::from_slice(json).ok();
    }
    let plain = |list: &[(&'static str, String)]| {
        list.iter().find(|(known, _)| *known == name).map(|(_, v)| v.clone())
    };
    let file = || call.files.iter().any(|(known, _)| *known == name).then_some(Value::Bool(true));
    plain(&call.query).or_else(|| plain(&call.path)).map(Value::String).or_else(file)
}
