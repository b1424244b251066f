//! The keys of the dialect, as its schema lists them, and those that a file uses.

use std::collections::BTreeSet;

use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(&paceline_generator::render_schema()).expect("the schema is JSON")
}

/// Every key of the dialect: the name of its definition in the schema, and the way to the key within it.
pub(crate) fn all() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (name, definition) in schema()["$defs"].as_object().expect("definitions") {
        collect(definition, name, &mut keys);
    }
    keys
}

fn collect(schema: &Value, at: &str, keys: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (keyword, inner) in members.iter().filter(|(keyword, _)| *keyword != "if") {
                let Some(properties) = inner.as_object().filter(|_| keyword == "properties") else {
                    collect(inner, at, keys);
                    continue;
                };
                for (key, inner) in properties {
                    let path = format!("{at}/{key}");
                    collect(inner, &path, keys);
                    keys.insert(path);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, at, keys)),
        _ => {}
    }
}

/// The keys that a file uses.
pub(crate) fn used(file: &Value, keys: &mut BTreeSet<String>) {
    let kind = ["resource", "api"].iter().find(|key| file.get(key).is_some());
    let kind = kind.map_or("errors_file", |key| if *key == "api" { "api_file" } else { "resource_file" });
    let schema = schema();
    let all = all();
    Walk { definitions: &schema["$defs"], all: &all }.follow(&schema["$defs"][kind], file, kind, keys);
}

struct Walk<'a> {
    definitions: &'a Value,
    all: &'a BTreeSet<String>,
}

impl Walk<'_> {
    fn follow(&self, schema: &Value, value: &Value, at: &str, keys: &mut BTreeSet<String>) {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.follow(&self.definitions[name], value, name, keys);
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            for inner in schema[keyword].as_array().into_iter().flatten() {
                self.follow(inner, value, at, keys);
            }
        }
        for keyword in ["then", "else"] {
            self.follow_maybe(&schema[keyword], value, at, keys);
        }
        for (key, inner) in value.as_object().into_iter().flatten() {
            let path = format!("{at}/{key}");
            match schema["properties"].get(key) {
                Some(known) => {
                    if self.all.contains(&path) {
                        keys.insert(path.clone());
                    }
                    self.follow(known, inner, &path, keys);
                }
                None => {
                    for known in
                        schema["patternProperties"].as_object().into_iter().flatten().map(|(_, known)| known)
                    {
                        self.follow(known, inner, at, keys);
                    }
                    self.follow_maybe(&schema["additionalProperties"], inner, at, keys);
                }
            }
        }
        for item in value.as_array().into_iter().flatten() {
            self.follow_maybe(&schema["items"], item, at, keys);
        }
    }

    fn follow_maybe(&self, schema: &Value, value: &Value, at: &str, keys: &mut BTreeSet<String>) {
        if schema.is_object() {
            self.follow(schema, value, at, keys);
        }
    }
}
