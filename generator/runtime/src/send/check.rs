//! Local checks: what the API documents is refused before anything is sent.

use serde_json::Value;

use crate::api::Check;
use crate::call::Call;
use crate::error::{ErrorKind, Result};

/// Checks the parameters of a call against its endpoint's rules.
pub(super) fn check(call: &Call) -> Result<()> {
    for (name, value) in &call.path {
        if value.is_empty() {
            return Err(call.error(ErrorKind::Invalid, format!("path parameter `{name}` is empty")));
        }
    }
    call.endpoint.checks.iter().try_for_each(|rule| {
        broken(call, rule).map_or(Ok(()), |message| Err(call.error(ErrorKind::Invalid, message)))
    })
}

/// How a call breaks a rule, if it does.
fn broken(call: &Call, rule: &Check) -> Option<String> {
    match *rule {
        Check::Items(name, min, max) => {
            let value = value(call, name)?;
            let count = value.as_array()?.len();
            let fits = (min as usize..=max as usize).contains(&count);
            (!fits).then(|| format!("`{name}` holds {count} items; {}", bounds(min, max, u32::MAX)))
        }
        Check::Range(name, min, max) => {
            let value = value(call, name)?;
            let number = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
            let fits = (min..=max).contains(&number);
            (!fits).then(|| format!("`{name}` is {number}; {}", bounds(min, max, f64::INFINITY)))
        }
        Check::Length(name, max) => {
            let value = value(call, name)?;
            let length = value.as_str()?.chars().count();
            (length > max as usize)
                .then(|| format!("`{name}` has {length} characters; at most {max} are allowed"))
        }
        Check::OneOf(name, allowed) => {
            let value = value(call, name)?;
            let items = value.as_array().map_or(std::slice::from_ref(&value), Vec::as_slice);
            let bad = items.iter().find(|item| !is_one_of(item, allowed))?;
            Some(format!("`{name}` is {bad}; allowed are {}", allowed.join(", ")))
        }
        Check::ExactlyOne(names) => {
            (set(call, names) != 1).then(|| format!("exactly one of {} must be set", quoted(names)))
        }
        Check::AtLeastOne(names) => {
            (set(call, names) == 0).then(|| format!("at least one of {} must be set", quoted(names)))
        }
        Check::AtMostOne(names) => {
            (set(call, names) > 1).then(|| format!("at most one of {} may be set", quoted(names)))
        }
        Check::RequiredWhen(field, values, names) => {
            let value = value(call, field)?;
            if !is_one_of(&value, values) {
                return None;
            }
            let missing = names.iter().find(|name| !is_set(call, name))?;
            Some(format!("`{missing}` must be set when `{field}` is {value}"))
        }
    }
}

/// The value of a parameter, wherever it goes.
fn value(call: &Call, name: &str) -> Option<Value> {
    if let Some((_, json)) = call.body.iter().find(|(known, _)| *known == name) {
        return serde_json::from_slice(json).ok();
    }
    let plain = |list: &[(&'static str, String)]| {
        list.iter().find(|(known, _)| *known == name).map(|(_, v)| v.clone())
    };
    plain(&call.query).or_else(|| plain(&call.path)).map(Value::String)
}

fn is_set(call: &Call, name: &str) -> bool {
    value(call, name).is_some() || call.files.iter().any(|(known, _)| *known == name)
}

fn set(call: &Call, names: &[&str]) -> usize {
    names.iter().filter(|name| is_set(call, name)).count()
}

/// Whether a value equals one of some JSON texts; outside of JSON everything is text.
fn is_one_of(value: &Value, allowed: &[&str]) -> bool {
    let text = value.to_string();
    allowed.iter().any(|known| *known == text || value.as_str() == Some(known))
}

fn bounds<T: PartialEq + std::fmt::Display>(min: T, max: T, unbounded: T) -> String {
    if max == unbounded {
        format!("at least {min} allowed")
    } else {
        format!("from {min} to {max} are allowed")
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
