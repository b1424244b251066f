//! One condition: which operators its key takes, which value they take, and what of an item they look at.

use serde_json::Value;

use super::value::{ValueSet, compare, number, set_test, text_test, time, value_set};
use super::{ItemType, Refusal, Scope, Subject, Test};
use crate::refusal::code;
use crate::state::field::FieldDef;
use crate::state::flow::{Flow, NODES, STATES};
use crate::state::item::people;
use crate::state::rich_text::plain_text;

/// Groups of operators that keys of some kind take together.
const EQ: &[&str] = &["=", "!="];
const ORDER: &[&str] = &["<", ">", "<=", ">="];
const HAS: &[&str] = &["HAS ANY OF", "HAS NONE OF"];
pub(super) const NULL: &[&str] = &["IS NULL", "IS NOT NULL"];
const CONTAINS: &[&str] = &["CONTAINS", "NOT CONTAINS"];
const FUZZY: &[&str] = &["~", "!~"];

/// The kind of value that a key has, which decides on its operators.
#[derive(Clone, Copy)]
enum Family {
    Text,
    LongText,
    Number,
    Bool,
    /// True, false, or not set.
    Signal,
    /// A set of values: which groups of operators apply, and how to get the set of an item.
    Set(&'static [&'static [&'static str]], fn(&Subject<'_>, &str) -> ValueSet),
    /// A time, with the groups of operators that apply.
    Time(&'static [&'static [&'static str]]),
    /// The id of the item itself.
    Id,
    /// When a node was begun or finished.
    NodeTime,
    NodeOwners,
    RoleOwners,
}

impl Family {
    /// The groups of operators that apply.
    fn operators(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Text => &[FUZZY, EQ, NULL],
            Self::LongText => &[FUZZY, NULL],
            Self::Number => &[EQ, ORDER, NULL],
            Self::Bool => &[EQ, NULL],
            Self::Signal => &[EQ, HAS],
            Self::Set(operators, _) | Self::Time(operators) => operators,
            Self::Id => &[EQ, ORDER, HAS],
            Self::NodeTime => &[ORDER, NULL],
            Self::NodeOwners | Self::RoleOwners => &[EQ, HAS, NULL, CONTAINS],
        }
    }
}

/// The operators of a key that holds one value.
const ONE: &[&[&str]] = &[EQ, HAS, NULL];
/// The operators of a key that holds several values.
const MANY: &[&[&str]] = &[EQ, HAS, NULL, CONTAINS];

/// Compiles a condition. A refusal names what is wrong with it.
pub(super) fn compile(scope: Scope<'_>, param: &Value, path: &str) -> Result<Test, Refusal> {
    let key = param["param_key"].as_str().unwrap_or_default().to_owned();
    let operator = param["operator"].as_str().unwrap_or_default();
    let family = family(scope, &key, path)?;
    let Some(operator) = family.operators().iter().copied().flatten().find(|known| **known == operator)
    else {
        return Err(Refusal::new(
            code::OPERATOR_NOT_ALLOWED,
            format!("{path}.operator: `{key}` does not take `{operator}`"),
        ));
    };
    let operator = *operator;
    let value = &param["value"];
    let wrong = || Refusal::new(20069, format!("{path}.value: wrong for `{key}`, {value}"));
    if let Value::Array(items) = value
        && items.len() > 50
    {
        return Err(Refusal::new(20064, format!("{path}.value: at most 50 values, got {}", items.len())));
    }
    let is_null_test = NULL.contains(&operator);
    Ok(match family {
        Family::NodeTime => node_time(operator, value).ok_or_else(wrong)?,
        Family::NodeOwners => owners(operator, value, "state_name", node_owners).ok_or_else(wrong)?,
        Family::RoleOwners => owners(operator, value, "role", role_owners).ok_or_else(wrong)?,
        Family::Text | Family::LongText => {
            let wanted = value.as_str().map(str::to_owned);
            let wanted = if is_null_test { String::new() } else { wanted.ok_or_else(wrong)? };
            Box::new(move |subject| text_test(operator, text_of(subject, &key).as_deref(), &wanted))
        }
        Family::Number => {
            let wanted = if is_null_test { 0.0 } else { value.as_f64().ok_or_else(wrong)? };
            Box::new(move |subject| {
                let held = subject.values.get(key.as_str()).and_then(Value::as_f64);
                compare(operator, held.map(|held| held.total_cmp(&wanted)))
            })
        }
        Family::Bool => {
            let wanted = if is_null_test { false } else { value.as_bool().ok_or_else(wrong)? };
            Box::new(move |subject| {
                let held = subject.values.get(key.as_str()).and_then(Value::as_bool);
                compare(operator, held.map(|held| held.cmp(&wanted)))
            })
        }
        Family::Signal => signal(key, operator, value, path)?,
        Family::Set(_, held) => {
            let wanted = if is_null_test { ValueSet::new() } else { value_set(value).ok_or_else(wrong)? };
            // An aborted item is in none of the states, and yet negative tests on states do not find it.
            let excludes_aborted = key == "work_item_status" && matches!(operator, "!=" | "HAS NONE OF");
            Box::new(move |subject| {
                !(excludes_aborted && subject.item.aborted)
                    && set_test(operator, &held(subject, &key), &wanted)
            })
        }
        Family::Time(_) => times(key.clone(), operator, value).ok_or_else(wrong)?,
        Family::Id => ids(operator, value).ok_or_else(wrong)?,
    })
}

/// The kind of value of a key; a refusal if it cannot be searched by.
fn family(scope: Scope<'_>, key: &str, path: &str) -> Result<Family, Refusal> {
    let fixed = match scope {
        Scope::Item(item_type) => fixed_family(item_type, key, path)?,
        Scope::Groups(_) => None,
    };
    let field = || scope.fields().iter().find(|def| def.key == key).and_then(field_family);
    fixed
        .or_else(field)
        .ok_or_else(|| Refusal::new(20068, format!("{path}.param_key: `{key}` cannot be searched")))
}

/// The family of a key that every type has beside its fields; `None` if it is no such key.
fn fixed_family(item_type: &ItemType, key: &str, path: &str) -> Result<Option<Family>, Refusal> {
    Ok(match key {
        "people" if item_type.key == "issue" => {
            return Err(Refusal::new(20071, format!("{path}.param_key: `people` is not for issues")));
        }
        "current_nodes" | "all_states" | "feature_state_time" | "node_owners" if !item_type.node_flow => {
            return Err(Refusal::new(20065, format!("{path}.param_key: `{key}` is not for state flows")));
        }
        "current_nodes" => Some(Family::Set(&[EQ, HAS, CONTAINS], |subject, _| node_names(subject, true))),
        "all_states" => Some(Family::Set(&[EQ, HAS, CONTAINS], |subject, _| node_names(subject, false))),
        "feature_state_time" => Some(Family::NodeTime),
        "people" => Some(Family::Set(MANY, |subject, _| {
            people(subject.item).into_iter().map(str::to_owned).collect()
        })),
        "created_at" | "updated_at" => Some(Family::Time(&[EQ, ORDER])),
        "node_owners" => Some(Family::NodeOwners),
        "role_owners" => Some(Family::RoleOwners),
        "work_item_id" => Some(Family::Id),
        "work_item_status" => {
            Some(Family::Set(&[EQ, HAS], |subject, _| ValueSet::from([subject.item.state_key().to_owned()])))
        }
        "template_id" => {
            Some(Family::Set(ONE, |subject, _| ValueSet::from([subject.item.template_id.to_string()])))
        }
        _ => None,
    })
}

/// The kind of value of a field; `None` if it cannot be searched by.
fn field_family(def: &FieldDef) -> Option<Family> {
    Some(match def.kind {
        "text" | "link" | "telephone" | "email" => Family::Text,
        "multi_text" => Family::LongText,
        "number" => Family::Number,
        "bool" => Family::Bool,
        "signal" => Family::Signal,
        "select" | "radio" | "user" | "business" | "work_item_related_select" => {
            Family::Set(ONE, field_values)
        }
        "multi_select" | "multi_user" | "work_item_related_multi_select" => Family::Set(MANY, field_values),
        "date" => Family::Time(&[ORDER, NULL]),
        _ => return None,
    })
}

/// The values in a field, options by their ids and numbers as text.
fn field_values(subject: &Subject<'_>, key: &str) -> ValueSet {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(option) => option.get("value")?.as_str().map(str::to_owned),
        _ => None,
    };
    match subject.values.get(key) {
        Some(Value::Array(items)) => items.iter().filter_map(one).collect(),
        Some(value) => one(value).into_iter().collect(),
        None => ValueSet::new(),
    }
}

/// The text in a field, if it holds anything.
fn text_of(subject: &Subject<'_>, key: &str) -> Option<String> {
    match (key, subject.values.get(key)) {
        ("name", _) => Some(subject.item.name.clone()),
        (_, Some(Value::String(text))) => Some(text.clone()),
        (_, Some(rich @ Value::Array(_))) => Some(plain_text(rich)),
        (_, Some(other)) => Some(other.to_string()),
        (_, None) => None,
    }
}

/// The names of an item's nodes: all, or those in progress.
fn node_names(subject: &Subject<'_>, current: bool) -> ValueSet {
    match &subject.item.flow {
        Flow::Nodes(nodes) => {
            let fitting = nodes.iter().filter(|node| !current || node.is_in_progress());
            fitting.map(|node| node.name.to_owned()).collect()
        }
        Flow::State { .. } => ValueSet::new(),
    }
}

/// A condition on a time; `None` if the value is no time. So do the next functions with values of the wrong kind.
fn times(key: String, operator: &'static str, value: &Value) -> Option<Test> {
    let wanted = if NULL.contains(&operator) { 0 } else { time(value)? };
    Some(Box::new(move |subject| {
        let held = match key.as_str() {
            "created_at" => Some(subject.item.created_at),
            "updated_at" => Some(subject.item.updated_at),
            key => subject.values.get(key).and_then(Value::as_i64),
        };
        compare(operator, held.map(|held| held.cmp(&wanted)))
    }))
}

/// A condition on the id of the item.
fn ids(operator: &'static str, value: &Value) -> Option<Test> {
    if HAS.contains(&operator) || (EQ.contains(&operator) && value.is_array()) {
        let wanted = value_set(value)?;
        let operator = match operator {
            "=" => "HAS ANY OF",
            "!=" => "HAS NONE OF",
            other => other,
        };
        return Some(Box::new(move |subject| {
            set_test(operator, &ValueSet::from([subject.item.id.to_string()]), &wanted)
        }));
    }
    let wanted = number(value)?;
    Some(Box::new(move |subject| compare(operator, Some(subject.item.id.cmp(&wanted)))))
}

/// A condition on a signal, whose values are written as text.
fn signal(key: String, operator: &'static str, value: &Value, path: &str) -> Result<Test, Refusal> {
    let wanted = value_set(value)
        .ok_or_else(|| Refusal::new(20069, format!("{path}.value: wrong for `{key}`, {value}")))?;
    if EQ.contains(&operator) && wanted.len() != 1 {
        return Err(Refusal::new(20066, format!("{path}.value: `{operator}` takes one value")));
    }
    if let Some(other) =
        wanted.iter().find(|value| !matches!(value.as_str(), "undefined" | "null" | "false" | "true"))
    {
        return Err(Refusal::new(20067, format!("{path}.value: no signal is `{other}`")));
    }
    Ok(Box::new(move |subject| {
        let held = subject.values.get(key.as_str()).map_or_else(|| "undefined".to_owned(), Value::to_string);
        set_test(operator, &ValueSet::from([held]), &wanted)
    }))
}

/// `{state_name, state_timestamp, state_condition: 0 start | 1 end}`; the null tests need the name, too.
fn node_time(operator: &'static str, value: &Value) -> Option<Test> {
    let name = value["state_name"].as_str()?.to_owned();
    let asks_for_end = value["state_condition"].as_i64().unwrap_or(0) == 1;
    let wanted = if NULL.contains(&operator) { 0 } else { time(&value["state_timestamp"])? };
    let known = NODES.iter().chain(STATES).any(|(_, known)| *known == name);
    known.then(|| -> Test {
        Box::new(move |subject| {
            let Flow::Nodes(nodes) = &subject.item.flow else { return false };
            let node = nodes.iter().find(|node| node.name == name);
            let held = node.and_then(|node| if asks_for_end { node.finished } else { node.begun });
            compare(operator, held.map(|held| held.cmp(&wanted)))
        })
    })
}

/// `[{<name>, owners}]`: every element must hold; the null tests need the names, too.
fn owners(
    operator: &'static str,
    value: &Value,
    name: &str,
    held: fn(&Subject<'_>, &str) -> ValueSet,
) -> Option<Test> {
    let is_null_test = NULL.contains(&operator);
    let read = |entry: &Value| {
        let wanted = if is_null_test { ValueSet::new() } else { value_set(&entry["owners"])? };
        Some((entry[name].as_str()?.to_owned(), wanted))
    };
    let entries: Vec<_> = value.as_array()?.iter().map(read).collect::<Option<_>>()?;
    if entries.is_empty() {
        return None;
    }
    Some(Box::new(move |subject| {
        entries.iter().all(|(name, wanted)| set_test(operator, &held(subject, name), wanted))
    }))
}

/// The owners of the nodes of this name.
fn node_owners(subject: &Subject<'_>, name: &str) -> ValueSet {
    let Flow::Nodes(nodes) = &subject.item.flow else { return ValueSet::new() };
    nodes.iter().filter(|node| node.name == name).flat_map(|node| node.owners.clone()).collect()
}

/// The owners of a role.
fn role_owners(subject: &Subject<'_>, role: &str) -> ValueSet {
    let roles = subject.values.get("role_owners").and_then(Value::as_array).into_iter().flatten();
    let owners = roles.filter(|entry| entry["role"] == role).filter_map(|entry| entry["owners"].as_array());
    owners.flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
