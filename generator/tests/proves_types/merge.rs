//! A schema, what it refers to and its `allOf` as one.

use serde_json::{Map, Value, json};

/// Adds what a schema says to what others say of the same value. Alternatives are kept aside: one of each list is chosen
/// later. `None` if nothing can be both.
pub(crate) fn merge<'d>(
    root: &'d Value,
    schema: &'d Value,
    into: &mut Map<String, Value>,
    choices: &mut Vec<&'d Map<String, Value>>,
    depth: usize,
) -> Option<()> {
    let members = match schema {
        Value::Bool(allowed) => return allowed.then_some(()),
        schema => schema.as_object()?,
    };
    if depth > 40 {
        return None;
    }
    if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
        merge(root, root.pointer(reference.strip_prefix('#')?)?, into, choices, depth + 1)?;
    }
    for part in members.get("allOf").and_then(Value::as_array).into_iter().flatten() {
        merge(root, part, into, choices, depth + 1)?;
    }
    if ["oneOf", "anyOf"].iter().any(|key| members.get(*key).is_some_and(|list| list != &json!([]))) {
        choices.push(members);
    }
    for (key, value) in members {
        match (key.as_str(), into.get_mut(key)) {
            (
                "$ref" | "allOf" | "oneOf" | "anyOf" | "description" | "title" | "example" | "discriminator",
                _,
            ) => {}
            (_, None) => drop(into.insert(key.clone(), value.clone())),
            ("properties", Some(Value::Object(known))) => {
                for (name, schema) in value.as_object()? {
                    match known.get_mut(name) {
                        Some(other) if other != schema => *other = json!({"allOf": [other.take(), schema]}),
                        Some(_) => {}
                        None => drop(known.insert(name.clone(), schema.clone())),
                    }
                }
            }
            ("required", Some(Value::Array(known))) => known.extend(value.as_array()?.iter().cloned()),
            ("type", Some(known)) => *known = both_types(known, value)?,
            ("const", Some(known)) if known != value => return None,
            ("enum", Some(Value::Array(known))) => {
                known.retain(|one| value.as_array().is_some_and(|all| all.contains(one)));
                if known.is_empty() {
                    return None;
                }
            }
            ("additionalProperties", Some(Value::Bool(false))) => {}
            (_, Some(known)) => *known = value.clone(),
        }
    }
    Some(())
}

/// The kinds that two values of `type` share.
fn both_types(one: &Value, other: &Value) -> Option<Value> {
    let words = |value: &Value| match value {
        Value::Array(words) => words.clone(),
        word => vec![word.clone()],
    };
    let (one, other) = (words(one), words(other));
    let holds = |list: &[Value], word: &str| list.iter().any(|one| one == word);
    let mut both: Vec<Value> = one.iter().filter(|word| other.contains(word)).cloned().collect();
    let whole = holds(&one, "integer") && holds(&other, "number")
        || holds(&one, "number") && holds(&other, "integer");
    if whole && !holds(&both, "integer") {
        both.push(json!("integer"));
    }
    (!both.is_empty()).then_some(Value::Array(both))
}
