//! The documented rules for values that are to be sent.

use serde_json::Value;

use crate::api::Rule;
use crate::json::{Encode, FreeMembers, Writer, write_open_record, write_record, write_record_of_variant};

/// Writes an object, rejects it if its members violate a rule, and notes which of the weak rules they violate.
#[doc(hidden)]
pub fn write_checked_record(
    to: &mut Writer<'_>,
    members: &[&str],
    values: &[&dyn Encode],
    rules: &[Rule],
    weak_rules: &[Rule],
) {
    let start = to.written().len();
    write_record(to, members, values);
    check_written(to, start, rules, weak_rules);
}

/// The same for an object with free members.
pub fn write_checked_open_record(
    to: &mut Writer<'_>,
    members: &[&str],
    values: &[&dyn Encode],
    free: &dyn FreeMembers,
    rules: &[Rule],
    weak_rules: &[Rule],
) {
    let start = to.written().len();
    write_open_record(to, members, values, free);
    check_written(to, start, rules, weak_rules);
}

/// The same for an object whose further members are those of a variant.
pub fn write_checked_record_of_variant(
    to: &mut Writer<'_>,
    members: &[&str],
    values: &[&dyn Encode],
    variant: &dyn Encode,
    rules: &[Rule],
    weak_rules: &[Rule],
) {
    let start = to.written().len();
    write_record_of_variant(to, members, values, variant);
    check_written(to, start, rules, weak_rules);
}

/// Checks the object that was written from `start` on.
fn check_written(to: &mut Writer<'_>, start: usize, rules: &[Rule], weak_rules: &[Rule]) {
    if to.is_rejected() {
        return;
    }
    // Values have many types; their JSON is what they have in common.
    let object: serde_json::Map<String, Value> =
        serde_json::from_slice(&to.written()[start..]).unwrap_or_default();
    let violation = |rule| violation(rule, &|name| object.get(name).cloned());
    if let Some(violation) = rules.iter().find_map(violation) {
        to.reject(violation);
    }
    for broken in weak_rules.iter().filter(|rule| violation(rule).is_some()) {
        to.doubt(format!("{broken:?}"));
    }
}

/// How values violate a rule, if they do. `value` gives the value of a parameter or member.
pub(crate) fn violation(rule: &Rule, value: &dyn Fn(&str) -> Option<Value>) -> Option<String> {
    match *rule {
        Rule::Required(name) => value(name).is_none().then(|| format!("`{name}` must be set")),
        Rule::BodyNeeds(_) => None,
        Rule::Items(name, min, max) => {
            let value = value(name)?;
            let count = value.as_array()?.len();
            let fits = (min as usize..=max as usize).contains(&count);
            (!fits).then(|| format!("`{name}` holds {count} items; {}", bounds(min, max, 0, u32::MAX)))
        }
        Rule::Range(name, min, max) => {
            let value = value(name)?;
            let number = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
            let fits = (min..=max).contains(&number);
            (!fits).then(|| {
                format!("`{name}` is {number}; {}", bounds(min, max, f64::NEG_INFINITY, f64::INFINITY))
            })
        }
        Rule::Length(name, min, max) => {
            let value = value(name)?;
            let length = value.as_str()?.chars().count();
            let fits = (min as usize..=max as usize).contains(&length);
            (!fits).then(|| format!("`{name}` has {length} characters; {}", bounds(min, max, 0, u32::MAX)))
        }
        Rule::Beside(name, others) => {
            let value = value(name)?;
            let taken = value.as_object()?.keys().find(|key| others.contains(&key.as_str()))?;
            Some(format!("`{taken}` stands beside `{name}` and cannot be among its members"))
        }
        Rule::Without(name, members) => {
            let member = member_within(&value(name)?, members)?;
            Some(format!("`{name}` holds `{member}`, which is not allowed there"))
        }
        Rule::OneOf(name, allowed) => {
            let value = value(name)?;
            let items = value.as_array().map_or(std::slice::from_ref(&value), Vec::as_slice);
            // `null` is only there where the type takes it.
            let bad = items.iter().find(|item| !item.is_null() && !is_one_of(item, allowed))?;
            Some(format!("`{name}` is {bad}; allowed are {}", allowed.join(", ")))
        }
        _ => violation_together(rule, value),
    }
}

/// How several values violate a rule that relates them.
fn violation_together(rule: &Rule, value: &dyn Fn(&str) -> Option<Value>) -> Option<String> {
    match *rule {
        Rule::ExactlyOne(names) => {
            (set(value, names) != 1).then(|| format!("exactly one of {} must be set", quoted(names)))
        }
        Rule::AtLeastOne(names) => {
            (set(value, names) == 0).then(|| format!("at least one of {} must be set", quoted(names)))
        }
        Rule::AtMostOne(names) => {
            (set(value, names) > 1).then(|| format!("at most one of {} may be set", quoted(names)))
        }
        Rule::AllOrNone(names) => {
            let count = set(value, names);
            (count > 0 && count < names.len())
                .then(|| format!("all of {} must be set, or none", quoted(names)))
        }
        Rule::Together(names, max) => {
            let lists = names.iter().filter_map(|name| value(name));
            let count: usize = lists.filter_map(|list| Some(list.as_array()?.len())).sum();
            (count > max as usize)
                .then(|| format!("{} hold {count} items together; at most {max} allowed", quoted(names)))
        }
        Rule::ForbiddenWhen(field, values, names) => {
            let decisive = value(field).filter(|decisive| is_one_of(decisive, values))?;
            let given = names.iter().find(|name| value(name).is_some())?;
            Some(format!("`{given}` must not be set when `{field}` is {decisive}"))
        }
        Rule::RequiredWhen(field, values, names) => {
            let decisive = value(field)?;
            if !is_one_of(&decisive, values) {
                return None;
            }
            let missing = names.iter().find(|name| value(name).is_none())?;
            Some(format!("`{missing}` must be set when `{field}` is {decisive}"))
        }
        _ => None,
    }
}

fn set(value: &dyn Fn(&str) -> Option<Value>, names: &[&str]) -> usize {
    names.iter().filter(|name| value(name).is_some()).count()
}

/// The first of some members that an object within the value has.
fn member_within<'a>(value: &Value, members: &[&'a str]) -> Option<&'a str> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| member_within(item, members)),
        Value::Object(map) => {
            let own = members.iter().copied().find(|member| map.contains_key(*member));
            own.or_else(|| map.values().find_map(|value| member_within(value, members)))
        }
        _ => None,
    }
}

/// Whether a value equals one of some JSON texts; outside of JSON everything is text.
fn is_one_of(value: &Value, allowed: &[&str]) -> bool {
    let text = value.to_string();
    allowed.iter().any(|known| *known == text || value.as_str() == Some(known))
}

fn bounds<T: PartialEq + std::fmt::Display>(min: T, max: T, lowest: T, highest: T) -> String {
    if max == highest {
        format!("at least {min} allowed")
    } else if min == lowest {
        format!("at most {max} allowed")
    } else {
        format!("from {min} to {max} allowed")
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What is wrong with these values by a rule.
    fn wrong(rule: Rule, values: &Value) -> Option<String> {
        violation(&rule, &|name| values.get(name).cloned())
    }

    #[test]
    fn each_kind_of_rule_is_broken_and_kept() {
        const VALUES: &[&str] = &["1", "\"a\""];
        const NAMES: &[&str] = &["a", "b"];
        for (rule, kept, broken, message) in [
            (Rule::Required("a"), json!({"a": 1}), json!({}), "`a` must be set"),
            (Rule::Items("a", 1, 2), json!({"a": [1]}), json!({"a": []}), "`a` holds 0 items"),
            (Rule::Range("a", 1.0, 2.0), json!({"a": 2}), json!({"a": 3}), "`a` is 3"),
            (Rule::Length("a", 1, 2), json!({"a": "字字"}), json!({"a": "abc"}), "`a` has 3 characters"),
            (
                Rule::OneOf("a", VALUES),
                json!({"a": [1, "a"]}),
                json!({"a": 2}),
                "`a` is 2; allowed are 1, \"a\"",
            ),
            (
                Rule::Without("a", &["x"]),
                json!({"a": {"y": 1}}),
                json!({"a": [{"y": {"x": 1}}]}),
                "`a` holds `x`",
            ),
            (
                Rule::Beside("a", &["x"]),
                json!({"a": {"y": {"x": 1}}, "x": 1}),
                json!({"a": {"x": 1}}),
                "`x` stands beside `a`",
            ),
            (Rule::ExactlyOne(NAMES), json!({"a": 1}), json!({"a": 1, "b": 1}), "exactly one of `a`, `b`"),
            (Rule::ExactlyOne(NAMES), json!({"b": 1}), json!({}), "exactly one of `a`, `b`"),
            (Rule::AllOrNone(NAMES), json!({}), json!({"a": 1}), "all of `a`, `b` must be set, or none"),
            (
                Rule::Together(NAMES, 2),
                json!({"a": [1], "b": [1]}),
                json!({"a": [1, 2], "b": [1]}),
                "3 items together",
            ),
            (Rule::AtLeastOne(NAMES), json!({"a": 1, "b": 1}), json!({}), "at least one of `a`, `b`"),
            (Rule::AtMostOne(NAMES), json!({}), json!({"a": 1, "b": 1}), "at most one of `a`, `b`"),
            (
                Rule::ForbiddenWhen("a", VALUES, &["b"]),
                json!({"a": 2, "b": 1}),
                json!({"a": 1, "b": 1}),
                "`b` must not be set when `a` is 1",
            ),
            (
                Rule::RequiredWhen("a", VALUES, &["b"]),
                json!({"a": 2}),
                json!({"a": "a"}),
                "`b` must be set when `a` is \"a\"",
            ),
        ] {
            assert_eq!(wrong(rule, &kept), None, "{rule:?}");
            let said = wrong(rule, &broken).unwrap_or_else(|| panic!("{rule:?} is kept by {broken}"));
            assert!(said.contains(message), "`{message}` is not in `{said}`");
        }
    }

    #[test]
    fn a_weak_rule_forbids_nothing() {
        assert_eq!(wrong(Rule::Weak(&Rule::Required("a")), &json!({})), None);
    }
}
