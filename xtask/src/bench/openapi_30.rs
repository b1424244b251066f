//! An OpenAPI 3.1 document of ours → OpenAPI 3.0, for peers that read nothing newer.
//!
//! What 3.0 cannot express, or what peers do not accept, is left out: webhooks, conditions between fields, types of keys, enums
//! whose values differ in punctuation alone, and headers, which the peers would make an argument of every call. All of
//! this makes the peers' work smaller, never larger.

use serde_json::{Map, Value, json};

/// Keywords of schemas that are dropped: 3.0 does not know them, or they only refuse values.
const DROPPED_KEYWORDS: [&str; 7] =
    ["if", "then", "else", "not", "propertyNames", "contentMediaType", "contentSchema"];
/// The keywords of a schema that only says which members must or must not be there together.
const RULE_KEYWORDS: [&str; 7] = ["if", "then", "else", "not", "anyOf", "oneOf", "required"];
/// The members of a path that are endpoints.
const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];

/// A document that peers accept.
pub(crate) struct Downgraded {
    /// The document.
    pub(crate) document: Value,
    /// How many endpoints it has.
    pub(crate) endpoints: usize,
    /// The ids of the endpoints that peers do not accept.
    pub(crate) removed: Vec<String>,
}

/// Rewrites a document.
pub(crate) fn downgrade(mut document: Value) -> Downgraded {
    document["openapi"] = json!("3.0.3");
    if let Some(document) = document.as_object_mut() {
        document.remove("webhooks");
    }
    let (mut endpoints, mut removed) = (0, Vec::new());
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for path in paths.into_iter().flat_map(Map::values_mut) {
        let Some(path) = path.as_object_mut() else { continue };
        for method in METHODS {
            let Some(endpoint) = path.get_mut(method) else { continue };
            if is_accepted(endpoint) {
                simplify_endpoint(endpoint);
                endpoints += 1;
            } else {
                removed.push(endpoint["operationId"].as_str().unwrap_or_default().to_owned());
                path.remove(method);
            }
        }
    }
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.remove("parameters");
        components.remove("headers");
        let responses = components.get_mut("responses").and_then(Value::as_object_mut);
        responses.into_iter().flat_map(Map::values_mut).for_each(simplify_response);
    }
    rewrite(&mut document);
    Downgraded { document, endpoints, removed }
}

/// Whether peers accept it: they do not know multipart uploads.
fn is_accepted(endpoint: &Value) -> bool {
    endpoint["requestBody"]["content"].get("multipart/form-data").is_none()
}

/// Drops the headers of an endpoint.
fn simplify_endpoint(endpoint: &mut Value) {
    if let Some(parameters) = endpoint.get_mut("parameters").and_then(Value::as_array_mut) {
        // The only parameters that are referred to are headers.
        parameters.retain(|parameter| parameter.get("$ref").is_none() && parameter["in"] != "header");
    }
    let responses = endpoint.get_mut("responses").and_then(Value::as_object_mut);
    responses.into_iter().flat_map(Map::values_mut).for_each(simplify_response);
}

/// Drops the headers of a response, and says in words of 3.0 that its body is bytes.
fn simplify_response(response: &mut Value) {
    let Some(response) = response.as_object_mut() else { return };
    response.remove("headers");
    let content = response.get_mut("content").and_then(Value::as_object_mut);
    if let Some(content) = content.filter(|content| content.contains_key("*/*")) {
        content.clear();
        let bytes = json!({"schema": {"type": "string", "format": "binary"}});
        content.insert("application/octet-stream".to_owned(), bytes);
    }
}

/// Rewrites all schemas of a value.
fn rewrite(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(rewrite),
        Value::Object(map) => {
            rewrite_schema(map);
            for (key, value) in map.iter_mut() {
                match value {
                    // Its keys are names of members, not keywords of a schema.
                    Value::Object(members) if key == "properties" => {
                        members.values_mut().for_each(rewrite);
                    }
                    value => rewrite(value),
                }
            }
        }
        _ => {}
    }
}

/// Rewrites the keywords of one schema. Any object may be given: what has none of the keywords stays as it is.
fn rewrite_schema(map: &mut Map<String, Value>) {
    if let Some(reference) = map.get("$ref").cloned() {
        map.clear();
        map.insert("$ref".to_owned(), reference);
    }
    if let Some(constant) = map.remove("const") {
        map.insert("enum".to_owned(), json!([constant]));
    }
    if map.get("enum").is_some_and(have_colliding_names) {
        map.remove("enum");
    }
    if let Some(Value::Array(kinds)) = map.get("type").cloned() {
        let mut kinds = kinds.into_iter().filter(|kind| kind != "null");
        map.insert("nullable".to_owned(), Value::Bool(true));
        map.insert("type".to_owned(), kinds.next().unwrap_or(Value::Null));
    }
    if let Some(parts) = map.get_mut("allOf").and_then(Value::as_array_mut) {
        parts.retain(|part| !is_rule(part));
        if parts.is_empty() {
            map.remove("allOf");
        }
    }
    map.retain(|key, _| !DROPPED_KEYWORDS.contains(&key.as_str()));
}

/// Whether two of the values differ in punctuation or case alone, so that a generator cannot name both.
fn have_colliding_names(values: &Value) -> bool {
    let words = values.as_array().into_iter().flatten().filter_map(Value::as_str);
    let word = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let mut words: Vec<String> = words.map(word).collect();
    let count = words.len();
    words.sort();
    words.dedup();
    words.len() < count
}

/// Whether a schema says nothing about types, and only which members go together.
fn is_rule(schema: &Value) -> bool {
    let Some(map) = schema.as_object() else { return false };
    let branches = ["anyOf", "oneOf"].iter().filter_map(|key| map.get(*key)?.as_array()).flatten();
    map.keys().all(|key| RULE_KEYWORDS.contains(&key.as_str())) && branches.into_iter().all(is_rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_go_and_types_stay() {
        let mut schema = json!({
            "type": "object",
            "properties": {"const": {"const": 1}, "not": {"$ref": "#/a", "minLength": 1}},
            "allOf": [{"anyOf": [{"required": ["a"]}, {"not": {"required": ["b"]}}]}, {"if": {}, "then": {}}],
            "propertyNames": {"pattern": "a"},
        });
        rewrite(&mut schema);
        let wanted = json!({
            "type": "object",
            "properties": {"const": {"enum": [1]}, "not": {"$ref": "#/a"}},
        });
        assert_eq!(schema, wanted);
        let mut order = json!({"enum": ["up", "+up"], "items": {"enum": ["up", "down"]}});
        rewrite(&mut order);
        assert_eq!(order, json!({"items": {"enum": ["up", "down"]}}));
        let mut union = json!({"anyOf": [{"type": ["string", "null"]}], "allOf": [{"$ref": "#/b"}]});
        rewrite(&mut union);
        assert_eq!(
            union,
            json!({"anyOf": [{"type": "string", "nullable": true}], "allOf": [{"$ref": "#/b"}]})
        );
    }

    #[test]
    fn uploads_are_removed_and_reported() {
        let upload = json!({"operationId": "a.b", "requestBody": {"content": {"multipart/form-data": {}}}});
        let document = json!({"paths": {"/a": {
            "post": upload,
            "get": {"operationId": "a.c", "parameters": [{"$ref": "#/x"}, {"in": "query"}], "responses": {}},
        }}});
        let found = downgrade(document);
        assert_eq!((found.endpoints, found.removed), (1, vec!["a.b".to_owned()]));
        assert_eq!(found.document["paths"]["/a"]["get"]["parameters"], json!([{"in": "query"}]));
    }
}
