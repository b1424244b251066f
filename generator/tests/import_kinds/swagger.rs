//! What Swagger 2.0 says in a way of its own: nothing of it goes without a word, and notes name places as they were.

use paceline_generator::{NoteKind, import_openapi, load, render_diagnostics};
use serde_json::{Value, json};

use super::{file, holds, import, places, try_import};

fn document(paths: &Value, more: &Value) -> Value {
    let mut document = json!({"swagger": "2.0", "info": {"title": "Test"}, "host": "api.example.com", "schemes": ["https"], "paths": paths});
    for (key, value) in more.as_object().expect("an object") {
        document[key] = value.clone();
    }
    document
}

fn post(params: &Value) -> Value {
    json!({"/t": {"post": {"operationId": "post", "parameters": params, "responses": {"204": {}}}}})
}

#[test]
fn notes_name_places_of_the_document_that_was_given() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "string", "pattern": "^a"}}});
    let paths = json!({"/t": {"post": {
        "operationId": "post",
        "consumes": ["application/json", "application/xml"],
        "parameters": [
            {"name": "raw", "in": "body", "x-odd": 1, "schema": schema},
            {"name": "q", "in": "query", "type": "string", "pattern": "^q"},
            {"name": "tabs", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "tsv"},
            {"name": "raw2", "in": "body", "schema": {}},
            {"$ref": "#/parameters/Used"},
        ],
        "responses": {
            "200": {"description": "", "schema": {"$ref": "#/definitions/A"}, "headers": {"X-Left": {"type": "integer"}},
                "examples": {"text/plain": "a", "application/json": {}}},
        },
    }}});
    let imported = import(&document(
        &paths,
        &json!({
            "schemes": ["wss", "https"],
            "definitions": {"A": schema, "Unused": {"type": "string"}},
            "parameters": {"Used": {"name": "u", "in": "query", "type": "integer", "format": "odd"},
                "Part": {"name": "p", "in": "formData", "type": "string"}},
        }),
    ));
    let unread = |words| places(&imported, NoteKind::Unread, words);
    let operation = "#/paths/~1t/post";
    assert_eq!(
        unread("`pattern`"),
        [
            format!("{operation}/parameters/1/pattern"),
            format!("{operation}/parameters/0/schema/properties/a/pattern"),
            "#/definitions/A/properties/a/pattern".to_owned(),
        ]
    );
    assert_eq!(unread("`collectionFormat`"), [format!("{operation}/parameters/2/collectionFormat")]);
    assert_eq!(unread("`x-odd`"), [format!("{operation}/parameters/0/x-odd")]);
    assert_eq!(unread("`examples`"), [format!("{operation}/responses/200/examples")]);
    assert_eq!(unread("`example`"), [format!("{operation}/responses/200/examples/application~1json")]);
    assert_eq!(unread("an entry of `schemas`"), ["#/definitions/Unused"]);
    assert_eq!(unread("`formParts`").len(), 1, "{:?}", imported.notes);
    let left_out = |words| places(&imported, NoteKind::LeftOut, words);
    assert_eq!(left_out("a second body"), [format!("{operation}/parameters/3")]);
    assert_eq!(left_out("another media type"), [format!("{operation}/consumes/1")]);
    assert_eq!(left_out("not HTTP"), ["#/schemes/0"]);
}

#[test]
fn a_reference_that_leads_nowhere_is_named_as_it_was_written() {
    let paths = post(&json!([{"name": "b", "in": "body", "schema": {"$ref": "#/definitions/B"}}]));
    let refused = try_import(&document(&paths, &json!({}))).unwrap_err().message;
    holds(&refused, &["`$ref: #/definitions/B` at #/paths/~1t/post/parameters/0/schema leads to nothing"]);
    let circle = json!({"definitions": {"B": {"$ref": "#/definitions/C"}, "C": {"$ref": "#/definitions/B"}}});
    holds(&try_import(&document(&paths, &circle)).unwrap_err().message, &["leads back to itself"]);
    let circle = json!({"parameters": {"B": {"$ref": "#/parameters/C"}, "C": {"$ref": "#/parameters/B"}}});
    let paths = post(&json!([{"$ref": "#/parameters/B"}]));
    holds(&try_import(&document(&paths, &circle)).unwrap_err().message, &["leads back to itself"]);
}

/// Files that no document of Swagger is, and yet parts of one.
#[test]
fn parts_in_other_files_are_converted_where_they_stand() {
    let whole = document(
        &json!({
            "/a": {"$ref": "paths.yaml#/a"},
            "/b": {"post": {
                "operationId": "b",
                "parameters": [{"$ref": "params.yaml#/Body"}, {"$ref": "shared.yaml#/parameters/Page"}],
                "responses": {"200": {"$ref": "shared.yaml#/responses/Item"}},
            }},
            "/c": {"post": {"operationId": "c", "parameters": [{"$ref": "params.yaml#/Part"}],
                "responses": {"200": {"schema": {"$ref": "#/x-more/Item"}}}}},
        }),
        &json!({"x-more": {"Item": {"type": "object", "properties": {"n": {"type": "integer", "x-nullable": true}}}}}),
    );
    let mut files = |path: &str| -> Result<String, String> {
        let found = match path {
            "paths.yaml" => json!({"a": {"get": {"operationId": "a", "parameters": [
                {"name": "ids", "in": "query", "type": "array", "items": {"type": "integer"}, "collectionFormat": "pipes"}],
                "responses": {"200": {"schema": {"$ref": "schemas/item.yaml"}}}}}}),
            "params.yaml" => json!({
                "Body": {"name": "b", "in": "body", "required": true, "schema": {"$ref": "shared.yaml#/definitions/Item"}},
                "Part": {"name": "part", "in": "formData", "type": "string", "required": true},
            }),
            "schemas/item.yaml" => json!({"type": "object", "properties": {
                "lag": {"type": "integer", "x-nullable": true}, "shared": {"$ref": "../shared.yaml#/definitions/Item"}}}),
            "shared.yaml" => json!({
                "swagger": 2.0,
                "parameters": {"Page": {"name": "page", "in": "query", "type": "integer"}},
                "responses": {"Item": {"description": "", "schema": {"$ref": "#/definitions/Item"}}},
                "definitions": {"Item": {"type": "object", "properties": {"id": {"type": "integer"}}}},
            }),
            _ => return Err(format!("there is no file `{path}`")),
        };
        Ok(found.to_string())
    };
    let imported = import_openapi(&whole.to_string(), "10/s", &mut files).unwrap();
    if let Err(errors) = load(&imported.files) {
        panic!("{}", render_diagnostics(&errors, &imported.files, false));
    }
    holds(
        file(&imported, "a.yaml"),
        &["ids?: {type: [i64], style: pipe", "returns: Item", "lag?: {type: i64"],
    );
    holds(file(&imported, "b.yaml"), &["id?: {type: i64", "page?: {type: i64", "returns: ItemData"]);
    holds(file(&imported, "c.yaml"), &["part: {type: string", "body_kind: form", "\"n?\": {type: i64"]);
}

#[test]
fn what_is_written_against_the_rules_is_read_as_it_was_meant() {
    let imported = import(&document(
        &json!({
            "/body": {"post": {"operationId": "body", "consumes": "application/json", "responses": {},
                "parameters": [{"name": "b", "in": "body", "type": "object", "required": true}]}},
            "/query": {"get": {"operationId": "query", "responses": {"200": {}, "x-more": 1},
                "parameters": [{"name": "q", "in": "query", "schema": {"type": "integer"}}]}},
            "/form": {"parameters": [{"name": "p", "in": "formData", "type": "file"}],
                "post": {"operationId": "form", "consumes": ["application/x-www-form-urlencoded"], "responses": {}}},
        }),
        &json!({}),
    ));
    holds(file(&imported, "body.yaml"), &["body: {type: {map: any}", "body_kind: value"]);
    holds(file(&imported, "query.yaml"), &["q?: {type: i64"]);
    holds(file(&imported, "form.yaml"), &["p?: {type: file", "body_kind: multipart"]);
}

#[test]
fn a_server_is_made_of_its_parts() {
    let api = |more: Value| {
        let mut whole = document(&post(&json!([])), &json!({}));
        for (key, value) in more.as_object().expect("an object") {
            whole[key] = value.clone();
        }
        let imported = import(&whole);
        (file(&imported, "api.yaml").to_owned(), file(&imported, "t.yaml").to_owned())
    };
    let (hosts, routes) = api(json!({"basePath": "v2", "schemes": ["http"]}));
    holds(&hosts, &["main: {url: \"http://api.example.com\""]);
    holds(&routes, &["POST /v2/t"]);
    let (hosts, _) = api(json!({"schemes": []}));
    holds(&hosts, &["main: {url: \"https://api.example.com\"", "no scheme of the host"]);
    let (hosts, routes) = api(json!({"host": null, "basePath": "/v2"}));
    holds(&hosts, &["a server without a host"]);
    holds(&routes, &["POST /v2/t"]);
    let (hosts, _) = api(json!({"host": "", "basePath": null}));
    holds(&hosts, &["no server address"]);
    let mut own = post(&json!([]));
    own["/t"]["post"]["schemes"] = json!(["http"]);
    let imported = import(&document(&own, &json!({})));
    holds(file(&imported, "t.yaml"), &["host: "]);
}

/// What a document lists for all operations, and each of them shares, does not take the product of both.
#[test]
fn long_lists_of_media_types_take_no_square_time() {
    let types: Vec<String> = (0..20_000).map(|n| format!("application/x-{n}")).collect();
    let mut paths = serde_json::Map::new();
    for n in 0..1000 {
        let body = json!([{"name": "b", "in": "body", "schema": {"type": "object"}}]);
        paths.insert(
            format!("/{n}"),
            json!({"post": {"parameters": body, "responses": {"200": {"schema": {"type": "string"}}}}}),
        );
    }
    import(&document(&Value::Object(paths), &json!({"consumes": types, "produces": types})));
}
