//! The comparisons of the search grammar.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::Value;

/// A set of values as text: those that an item holds, or those that a condition wants.
pub(super) type ValueSet = BTreeSet<String>;

/// A list of texts or whole numbers; anything else is no list of values.
pub(super) fn value_set(value: &Value) -> Option<ValueSet> {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if number.is_i64() => Some(number.to_string()),
        _ => None,
    };
    value.as_array()?.iter().map(one).collect()
}

/// A whole number, alone or as the only one of a list.
pub(super) fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Array(items) if items.len() == 1 => items[0].as_i64(),
        value => value.as_i64(),
    }
}

/// A time in milliseconds.
pub(super) fn time(value: &Value) -> Option<i64> {
    value.as_i64().filter(|ms| (1_000_000_000_000..=9_999_999_999_999).contains(ms))
}

/// Compares what an item holds with what is wanted; an item that holds nothing passes the negative tests only.
pub(super) fn compare(operator: &str, held: Option<Ordering>) -> bool {
    match (operator, held) {
        ("IS NULL", held) => held.is_none(),
        ("IS NOT NULL", held) => held.is_some(),
        ("!=", held) => held != Some(Ordering::Equal),
        (_, None) => false,
        ("=", Some(held)) => held.is_eq(),
        ("<", Some(held)) => held.is_lt(),
        (">", Some(held)) => held.is_gt(),
        ("<=", Some(held)) => held.is_le(),
        (">=", Some(held)) => held.is_ge(),
        _ => false,
    }
}

/// Compares texts; the fuzzy test asks for a part, whatever the case.
pub(super) fn text_test(operator: &str, held: Option<&str>, wanted: &str) -> bool {
    let held = held.filter(|held| !held.is_empty());
    let part = || held.is_some_and(|held| held.to_lowercase().contains(&wanted.to_lowercase()));
    match operator {
        "~" => part(),
        "!~" => !part(),
        _ => compare(operator, held.map(|held| held.cmp(wanted))),
    }
}

/// Compares sets of values.
pub(super) fn set_test(operator: &str, held: &ValueSet, wanted: &ValueSet) -> bool {
    match operator {
        "=" => held == wanted,
        "!=" => held != wanted,
        "HAS ANY OF" => !held.is_disjoint(wanted),
        "HAS NONE OF" => held.is_disjoint(wanted),
        "CONTAINS" => held.is_superset(wanted),
        "NOT CONTAINS" => !held.is_superset(wanted),
        "IS NULL" => held.is_empty(),
        "IS NOT NULL" => !held.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(values: &[&str]) -> ValueSet {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    #[test]
    fn sets_compare_as_the_operators_say() {
        let (held, one, other) = (set(&["a", "b"]), set(&["a"]), set(&["c"]));
        for (operator, wanted, expected) in [
            ("=", &held, true),
            ("=", &one, false),
            ("HAS ANY OF", &one, true),
            ("HAS NONE OF", &other, true),
            ("CONTAINS", &one, true),
            ("CONTAINS", &other, false),
            ("NOT CONTAINS", &other, true),
            ("IS NULL", &other, false),
        ] {
            assert_eq!(set_test(operator, &held, wanted), expected, "{operator} {wanted:?}");
        }
    }

    #[test]
    fn nothing_passes_the_negative_tests_only() {
        for (operator, expected) in [("=", false), ("<", false), ("!=", true), ("IS NULL", true)] {
            assert_eq!(compare(operator, None), expected, "{operator}");
        }
        assert!(text_test("!~", None, "x") && !text_test("~", None, "x"));
        assert!(text_test("~", Some("Ship IT"), "it"));
    }
}
