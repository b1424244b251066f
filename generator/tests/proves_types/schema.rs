//! The schemas of a document as JSON Schema says them: OpenAPI 3.0 has words of its own for `null` and for bounds.

use serde_json::{Map, Value, json};

/// Keys whose values are data, whatever they look like.
const DATA: [&str; 6] = ["enum", "const", "default", "example", "examples", "x-enum-varnames"];
/// Keys whose values are schemas under free names.
const NAMED: [&str; 4] = ["properties", "patternProperties", "$defs", "dependentSchemas"];

/// All that a document holds, its named schemas in the words of JSON Schema.
pub(crate) fn as_json_schema(document: &Value) -> Value {
    let is_old = document["openapi"].as_str().is_some_and(|version| version.starts_with("3.0"));
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    let schemas: Map<String, Value> =
        schemas.map(|(name, schema)| (name.clone(), translate(schema, is_old))).collect();
    json!({"components": {"schemas": schemas}})
}

fn translate(schema: &Value, is_old: bool) -> Value {
    let Some(members) = schema.as_object() else { return schema.clone() };
    let mut made = Map::new();
    for (key, value) in members {
        let value = match value {
            _ if DATA.contains(&key.as_str()) || key.starts_with("x-") => value.clone(),
            Value::Object(named) if NAMED.contains(&key.as_str()) => {
                named.iter().map(|(name, schema)| (name.clone(), translate(schema, is_old))).collect()
            }
            Value::Object(_) if key != "discriminator" => translate(value, is_old),
            Value::Array(items) => items.iter().map(|item| translate(item, is_old)).collect(),
            _ => value.clone(),
        };
        made.insert(key.clone(), value);
    }
    // Documents of the next version use these words as well.
    for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        match made.get(flag) {
            Some(Value::Bool(true)) => {
                made.remove(flag);
                if let Some(bound) = made.remove(bound) {
                    made.insert(flag.to_owned(), bound);
                }
            }
            Some(Value::Bool(false)) => drop(made.remove(flag)),
            _ => {}
        }
    }
    let nullable = made.remove("nullable") == Some(Value::Bool(true));
    // What else stands beside a reference says nothing in the old version.
    if is_old && let Some(reference) = made.get("$ref").cloned() {
        made = Map::from_iter([("$ref".to_owned(), reference)]);
    }
    if nullable { json!({"anyOf": [made, {"type": "null"}]}) } else { Value::Object(made) }
}
