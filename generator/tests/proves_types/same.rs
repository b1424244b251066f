//! What counts as the same value after it was read and written: a member that is `null` may be absent, and `5.0` and `5` are
//! one number. Whether a member that is gone was needed is for the schema to say.

use serde_json::Value;

/// Where two values differ first, and how; `None` if they are the same.
pub(crate) fn difference(before: &Value, after: &Value, path: &str) -> Option<(String, String)> {
    let at = |what: &str| Some((path.to_owned(), what.to_owned()));
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                let path = format!("{path}/{name}");
                match after.get(name) {
                    Some(after) => {
                        if let Some(found) = difference(value, after, &path) {
                            return Some(found);
                        }
                    }
                    None if value.is_null() => {}
                    None => return Some((path, format!("{} is lost", kind(value)))),
                }
            }
            let new = after.keys().find(|name| !before.contains_key(*name))?;
            Some((format!("{path}/{new}"), "a member is new".to_owned()))
        }
        (Value::Array(before), Value::Array(after)) => {
            if before.len() != after.len() {
                return at("a list has another length");
            }
            let pairs = before.iter().zip(after).enumerate();
            pairs
                .into_iter()
                .find_map(|(n, (before, after))| difference(before, after, &format!("{path}/{n}")))
        }
        (Value::Number(before), Value::Number(after)) => {
            let same = match (before.as_i128(), after.as_i128()) {
                (Some(before), Some(after)) => before == after,
                _ => before.as_f64() == after.as_f64(),
            };
            if same { None } else { at("a number is another one") }
        }
        _ if before == after => None,
        _ if kind(before) == kind(after) => at(&format!("{} is another one", kind(before))),
        _ => at(&format!("{} became {}", kind(before), kind(after))),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a flag",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[test]
fn values_are_the_same_or_not() {
    use serde_json::json;
    let differ =
        |before: Value, after: Value| difference(&before, &after, "").map(|(path, what)| path + ": " + &what);
    assert_eq!(differ(json!({"a": null, "b": 5.0, "c": [1]}), json!({"b": 5, "c": [1]})), None);
    assert_eq!(differ(json!({"a": 0}), json!({})).as_deref(), Some("/a: a number is lost"));
    assert_eq!(differ(json!({}), json!({"a": null})).as_deref(), Some("/a: a member is new"));
    assert_eq!(differ(json!([null]), json!([])).as_deref(), Some(": a list has another length"));
    assert_eq!(
        differ(json!({"a": [1]}), json!({"a": ["1"]})).as_deref(),
        Some("/a/0: a number became a text")
    );
    let large = u64::MAX;
    assert_eq!(differ(json!(large), json!(large - 1)).as_deref(), Some(": a number is another one"));
}
