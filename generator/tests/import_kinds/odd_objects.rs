//! Objects that references lead to, and types that lead back to themselves, where it matters what they are.

use serde_json::{Value, json};

use super::{document, file, holds, import, json_body};

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// Whether an object stands for its members depends on what a reference leads to.
#[test]
fn an_object_in_a_query_is_what_its_reference_leads_to() {
    let object = |member: &str| json!({"type": "object", "properties": {member: {"type": "string"}}});
    let schemas = json!({
        "One": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["one"]}, "a": {}}},
        "Two": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["two"]}, "b": {}}},
        "Either": {"oneOf": [reference("One"), reference("Two")]},
        "Varies": {"allOf": [object("c"), reference("Either")]},
        "Plain": object("d"),
        "Free": {"type": "object", "properties": {"e": {"type": "string"}}, "additionalProperties": {"type": "string"}},
        "Open": {"type": "object", "properties": {"f": {"type": "string"}}, "additionalProperties": true},
    });
    let param = |name: &str, schema: &str| json!({"name": name, "in": "query", "schema": reference(schema)});
    let get = |params: &[(&str, &str)]| {
        let parameters: Vec<Value> = params.iter().map(|(name, schema)| param(name, schema)).collect();
        json!({"get": {"parameters": parameters, "responses": {"200": json_body(&json!({"type": "string"}))}}})
    };
    let paths = json!({
        "/varied": get(&[("either", "Either"), ("varies", "Varies"), ("plain", "Plain")]),
        "/both": get(&[("free", "Free"), ("open", "Open")]),
    });
    let imported = import(&document(&paths, &json!({"schemas": schemas})));
    let varied = file(&imported, "varied.yaml");
    holds(varied, &["plain?: {type: Plain, style: spread, "]);
    assert_eq!(varied.matches("style: ").count(), 1, "{varied}");
    holds(
        file(&imported, "both.yaml"),
        &["free?: {type: Free, style: spread, ", "open?: {type: Open, style: deep_object, "],
    );
}

/// A map of itself has no reference at its beginning that would show it.
#[test]
fn a_map_of_itself_among_others_has_an_end() {
    let map = json!({"type": "object", "nullable": true, "additionalProperties": {"type": "string"}});
    let schemas = json!({
        "A": {"type": "object", "additionalProperties": {"allOf": [map, reference("A")]}},
    });
    let paths = json!({"/t": {"get": {"responses": {"200": json_body(&reference("A"))}}}});
    let imported = import(&document(&paths, &json!({"schemas": schemas})));
    assert!(imported.notes.iter().any(|note| note.message.contains("too deep inside others")));
}

/// What a part may be is looked for in all that it lists, which may be itself.
#[test]
fn a_part_that_lists_itself_has_an_end() {
    let schemas = json!({
        "A": {"anyOf": [{"type": "string"}, {"type": "integer"}, reference("B")]},
        "B": {"oneOf": [{"type": "string", "format": "binary"}, reference("A"), reference("B")]},
    });
    let form = json!({"type": "object", "properties": {"part": reference("A")}});
    let body = json!({"content": {"multipart/form-data": {"schema": form}}});
    let paths = json!({"/t": {"post": {"requestBody": body, "responses": {}}}});
    let imported = import(&document(&paths, &json!({"schemas": schemas})));
    holds(file(&imported, "t.yaml"), &["part?: {type: file, "]);
}

/// An object that is one of several kinds of values of its own member, twice: each time that the member was read, there was another
/// object to be read.
#[test]
fn an_object_among_other_values_of_its_own_member_has_an_end() {
    let member = json!({"oneOf": [{"type": "integer"}, {"oneOf": [reference("A")]}, reference("A")]});
    let schemas = json!({"A": {"type": "object", "required": ["a"], "properties": {"a": member, "b": {"type": "string"}}}});
    let paths = json!({"/t": {"get": {"responses": {"200": json_body(&reference("A"))}}}});
    let imported = import(&document(&paths, &json!({"schemas": schemas})));
    let text: String = imported.files.iter().map(|file| file.text.as_str()).collect();
    assert_eq!(text.matches("    fields:\n").count(), 2, "{text}");
}
