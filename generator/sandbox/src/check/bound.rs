//! Bounds of values, and the API's codes for values outside of them.

use paceline_generator::ir::{Api, Constraints, Endpoint, Field, Literal};
use serde_json::Value;

use super::value::{equals, show};
use crate::refusal::{Refusal, code};

/// Codes that the API has for out-of-bounds values of single parameters, in place of the general one. Of several, the
/// first one that the spec lists for the endpoint is used, else the first one here.
const CODES: &[(&str, &[i64])] = &[
    ("work_item_ids", &[20028, 1_000_050_178]),
    ("page_size", &[code::PAGE_SIZE]),
    ("value", &[20064]),
    ("user_keys", &[20004]),
    ("project_keys", &[20057, 20001]),
    ("simple_names", &[20057]),
    ("view_ids", &[20043]),
    ("app_ids", &[20019]),
    ("conjunction", &[20072]),
    ("relation_type", &[20062]),
    ("query", &[20080]),
    ("query_type", &[20081]),
    ("action", &[20082]),
    ("work_item_id_list", &[1_000_053_645]),
    ("add_work_item_ids", &[1_000_053_645]),
    ("remove_work_item_ids", &[1_000_053_645]),
];

/// Checks the bounds of a value whose type is right.
pub(super) fn check_bounds(
    api: &Api,
    endpoint: &Endpoint,
    field: &Field,
    value: &Value,
    path: &str,
) -> Result<(), Refusal> {
    if let Some((member, object_path)) = forbidden_member(&field.constraints.without, value, path) {
        return Err(Refusal::new(
            code::INVALID,
            format!("{object_path}.{member}: not allowed inside {path}"),
        ));
    }
    // `null` is right where its type takes it, and no bound is about it.
    let violation = if value.is_null() {
        None
    } else if let Value::Array(items) = value {
        list_violation(&field.constraints, items)
    } else {
        scalar_violation(&field.constraints, value)
    };
    match violation {
        Some(message) => {
            Err(Refusal::new(code_for(api, endpoint, &field.wire), format!("{path}: {message}")))
        }
        None => Ok(()),
    }
}

/// The first member that no object inside the value may have, and the path of that object.
fn forbidden_member<'a>(without: &'a [String], value: &Value, path: &str) -> Option<(&'a str, String)> {
    if without.is_empty() {
        return None;
    }
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| forbidden_member(without, item, &format!("{path}[{index}]"))),
        Value::Object(members) => {
            let has = |name: &&String| members.get(name.as_str()).is_some_and(|value| !value.is_null());
            let found = without.iter().find(has).map(|name| (name.as_str(), path.to_owned()));
            found.or_else(|| {
                members
                    .iter()
                    .find_map(|(name, value)| forbidden_member(without, value, &format!("{path}.{name}")))
            })
        }
        _ => None,
    }
}

/// The code for an out-of-bounds value of a parameter.
pub(super) fn code_for(api: &Api, endpoint: &Endpoint, wire: &str) -> i64 {
    let Some((_, codes)) = CODES.iter().find(|(name, _)| *name == wire) else { return code::INVALID };
    let listed = codes.iter().find(|code| endpoint.errors.iter().any(|id| api[*id].code == **code));
    *listed.unwrap_or(&codes[0])
}

/// How a list breaks the bounds.
fn list_violation(bounds: &Constraints, items: &[Value]) -> Option<String> {
    let count = items.len();
    if let Some(max) = bounds.max_items.filter(|max| count > *max as usize) {
        return Some(format!("at most {max} items, got {count}"));
    }
    if let Some(min) = bounds.min_items.filter(|min| count < *min as usize) {
        return Some(format!("at least {min} items, got {count}"));
    }
    items.iter().find_map(|item| choice_violation(&bounds.one_of, item))
}

/// How a text or number breaks the bounds.
fn scalar_violation(bounds: &Constraints, value: &Value) -> Option<String> {
    if let Some(number) = value.as_f64() {
        if let Some(min) = bounds.min.filter(|min| number < *min) {
            return Some(format!("at least {min}, got {value}"));
        }
        if let Some(max) = bounds.max.filter(|max| number > *max) {
            return Some(format!("at most {max}, got {value}"));
        }
    }
    if let Value::String(text) = value {
        let length = text.chars().count();
        if let Some(max) = bounds.max_length.filter(|max| length > *max as usize) {
            return Some(format!("at most {max} characters, got {length}"));
        }
        if let Some(min) = bounds.min_length.filter(|min| length < *min as usize) {
            return Some(format!("at least {min} characters, got {length}"));
        }
    }
    choice_violation(&bounds.one_of, value)
}

/// How a value breaks `one_of`, which is empty where any value is allowed.
fn choice_violation(choices: &[Literal], value: &Value) -> Option<String> {
    if choices.is_empty() || choices.iter().any(|choice| equals(choice, value)) {
        return None;
    }
    let choices: Vec<_> = choices.iter().map(show).collect();
    Some(format!("expected one of {}, got {value}", choices.join(", ")))
}
