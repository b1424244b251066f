//! Examples of a document.

use paceline_generator::NoteKind;
use serde_json::json;

use super::{document, file, import, places};

const MISFIT: &str = "an example that does not fit its type; left out";

#[test]
fn examples_stand_at_parameters_members_and_types() {
    let parameter = |name: &str, members: serde_json::Value| {
        let mut parameter = json!({"name": name, "in": "query", "schema": {"type": "string"}});
        members.as_object().unwrap().iter().for_each(|(key, value)| parameter[key] = value.clone());
        parameter
    };
    let paths = json!({"/t/{id}": {"get": {
        "operationId": "get",
        "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"type": "integer", "example": 7}},
            parameter("plain", json!({"example": "a \"b\""})),
            parameter("named", json!({"examples": {"one": {"value": "first"}, "two": {"value": "second"}}})),
            parameter("both", json!({"example": "outer", "schema": {"type": "string", "example": "inner"}})),
            parameter("listed", json!({"schema": {"type": "array", "items": {"type": "string"}, "example": ["x"]}})),
            parameter("wrong", json!({"schema": {"type": "integer", "example": "many"}})),
            parameter("large", json!({"schema": {"type": "integer", "maximum": 5, "example": 6}})),
            parameter("shared", json!({"examples": {"one": {"$ref": "#/components/examples/one"}}})),
        ],
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Thing"
        }}}}}
    }}});
    let components = json!({
        "examples": {"one": {"value": "of all"}},
        "schemas": {
            "Thing": {"type": "object", "required": ["name"], "example": {"name": "a", "kind": "big"}, "properties": {
                "name": {"type": "string", "examples": ["b", "c"]},
                "kind": {"$ref": "#/components/schemas/Kind"},
                "day": {"type": "string", "format": "date", "example": "yesterday"},
                "part": {"$ref": "#/components/schemas/Part"},
                "inner": {"type": "object", "example": {"x": 1}, "properties": {"x": {"type": "integer"}}}
            }},
            "Kind": {"type": "string", "enum": ["big", "small"], "example": "small"},
            "Part": {"type": "object", "example": {"size": "x", "more": 1}, "additionalProperties": false,
                "properties": {"size": {"type": "integer"}}}
        }
    });
    let imported = import(&document(&paths, &components));
    let spec = file(&imported, "t.yaml");
    for wanted in [
        "id: {type: i64, example: 7, doc",
        r#"plain?: {type: string, example: "a \"b\"", doc"#,
        r#"named?: {type: string, example: "first", doc"#,
        r#"both?: {type: string, example: "outer", doc"#,
        r#"listed?: {type: [string], example: ["x"], doc"#,
        "wrong?: {type: i64, doc",
        "large?: {type: i64, max: 5, doc",
        r#"shared?: {type: string, example: "of all", doc"#,
        r#"name: {type: string, example: "b", doc"#,
        "kind?: {type: Kind, doc",
        "day?: {type: date, doc",
        "part?: {type: Part, doc",
        "    example: {\"kind\": \"big\", \"name\": \"a\"}\n",
        "    example: \"small\"\n",
        "    example: {\"x\": 1}\n",
    ] {
        assert!(spec.contains(wanted), "{wanted}: {spec}");
    }
    assert_eq!(
        places(&imported, NoteKind::LeftOut, MISFIT),
        [
            "#/paths/~1t~1{id}/get/parameters/5/schema/example",
            "#/paths/~1t~1{id}/get/parameters/6/schema/example",
            "#/components/schemas/Part/example",
            "#/components/schemas/Thing/properties/day/example",
        ]
    );
}
