//! What a document says and a spec does not: nothing of it goes without a word.

use paceline_generator::{Imported, NoteKind, import_openapi, load};
use serde_json::{Value, json};

use super::{document, file, holds, import, places, returning, try_import};

#[test]
fn a_document_without_an_operation_is_refused_with_its_notes() {
    let hook = json!({"post": {"requestBody": {"content": {}}, "responses": {}}});
    let schemas = json!({"schemas": {"A": {"type": "object"}, "B": {"type": "string"}}});
    let mut hooks = document(&json!({}), &json!({}));
    hooks["webhooks"] = json!({"made": hook, "gone": hook});
    let mut both = document(&json!({}), &schemas);
    both["webhooks"] = json!({"made": hook});
    for (what, document, wanted) in [
        ("webhooks", hooks, &["#/webhooks/made", "#/webhooks/gone"][..]),
        ("schemas", document(&json!({}), &schemas), &["#/components/schemas/A", "#/components/schemas/B"]),
        ("both", both, &["#/webhooks/made", "#/components/schemas/A", "#/components/schemas/B"]),
        (
            "a path without an operation",
            document(&json!({"/a": {"x-later": 1}}), &json!({})),
            &["#/paths/~1a/x-later"],
        ),
    ] {
        let refused = try_import(&document).unwrap_err();
        holds(&refused.message, &["the document has no operation that the dialect can say"]);
        let told: Vec<_> = refused.notes.iter().flat_map(|note| &note.places).collect();
        for pointer in wanted {
            // What is told of as a whole is not told of once more for each part.
            let is_told = told
                .iter()
                .filter_map(|place| place.pointer.as_deref())
                .any(|place| pointer.starts_with(place));
            assert!(is_told, "{what}: nothing of {pointer} among {told:?}");
        }
    }
}

#[test]
fn other_media_types_beside_json_are_told_of() {
    let object = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let media = |others: &[&str]| {
        let all = others.iter().chain(&["application/json"]);
        let content: serde_json::Map<String, Value> =
            all.map(|kind| ((*kind).to_owned(), json!({"schema": object}))).collect();
        json!({"description": "", "content": content})
    };
    let post = |body: &[&str], response: &[&str]| json!({"post": {"requestBody": media(body), "responses": {"200": media(response)}}});
    let imported = import(&document(
        &json!({
            "/parts": post(&["multipart/form-data"], &[]),
            "/form": post(&["application/x-www-form-urlencoded", "text/plain"], &[]),
            "/xml": post(&["application/xml"], &[]),
            "/stream": post(&[], &["text/event-stream"]),
            "/table": post(&[], &["text/csv", "application/x-ndjson"]),
        }),
        &json!({}),
    ));
    let body = |path: &str, kind: &str| format!("#/paths/~1{path}/post/requestBody/content/{kind}");
    assert_eq!(
        places(&imported, NoteKind::LeftOut, "a body in another media type"),
        [
            body("form", "application~1x-www-form-urlencoded"),
            body("form", "text~1plain"),
            body("parts", "multipart~1form-data"),
            body("xml", "application~1xml"),
        ]
    );
    let response = |path: &str, kind: &str| format!("#/paths/~1{path}/post/responses/200/content/{kind}");
    assert_eq!(
        places(&imported, NoteKind::LeftOut, "a response in another media type"),
        [response("table", "text~1csv")],
        "a stream is an endpoint of its own"
    );
    for path in ["parts", "form", "xml"] {
        assert!(!file(&imported, &format!("{path}.yaml")).contains("body_kind"), "JSON is what is sent");
    }
    holds(file(&imported, "stream.yaml"), &["accept: \"application/json\""]);
}

#[test]
fn how_parts_are_encoded_is_told_of() {
    let parts = json!({"multipart/form-data": {
        "schema": {"type": "object", "properties": {"meta": {"type": "object"}, "picture": {"type": "string", "format": "binary"}}},
        "encoding": {"meta": {"contentType": "application/xml"}, "picture": {"contentType": "image/png", "headers": {"X-A": {}}}},
    }});
    let operation = json!({
        "requestBody": {"content": parts},
        "responses": {"200": {"description": ""}},
    });
    let imported = import(&document(&json!({"/t": {"post": operation}}), &json!({})));
    let told: Vec<String> = imported
        .notes
        .iter()
        .flat_map(|note| &note.places)
        .filter_map(|place| place.pointer.clone())
        .collect();
    let encoding = "#/paths/~1t/post/requestBody/content/multipart~1form-data/encoding";
    assert!(told.contains(&format!("{encoding}/picture/headers/X-A")), "{told:?}");
}

#[test]
fn formats_and_patterns_that_no_type_stands_for_are_told_of() {
    let text = |format: &str| json!({"type": "string", "format": format});
    let imported = import(&returning(json!({"A": {"type": "object", "properties": {
        "at": text("date-time"), "day": text("date"), "id": text("uuid"), "url": text("uri"),
        "code": {"type": "string", "pattern": "^[a-z]+$"}, "step": {"type": "integer", "multipleOf": 5},
        "serial": {"type": "integer", "format": "uint64"}, "small": {"type": "integer", "format": "int64"},
        "bytes": text("byte"), "more": {"type": "string", "contentEncoding": "base64"}, "price": text("decimal"),
        "since": {"type": "integer", "format": "unixtime"}, "host": text("hostname"), "late": text("time"),
        "either": {"anyOf": [text("date"), text("date-time")]},
    }}})));
    let at = |member: &str, key: &str| format!("#/components/schemas/A/properties/{member}/{key}");
    let mut told = places(&imported, NoteKind::Unread, "of a schema");
    told.sort();
    let mut wanted = ["host", "late"].map(|member| at(member, "format")).to_vec();
    wanted.extend([at("code", "pattern"), at("step", "multipleOf")]);
    wanted.sort();
    assert_eq!(told, wanted);
    let types = [
        "at?: {type: datetime,",
        "day?: {type: date,",
        "id?: {type: uuid,",
        "url?: {type: uri,",
        "bytes?: {type: base64,",
        "more?: {type: base64,",
        "price?: {type: decimal,",
        "since?: {type: unix_seconds,",
        "host?: {type: string,",
        "serial?: {type: u64,",
        "small?: {type: i64,",
        "either?: {type: string,",
    ];
    holds(file(&imported, "t.yaml"), &types);
}

/// The same document in YAML and in JSON.
#[test]
fn numbers_beyond_64_bits_are_read_in_both_languages() {
    const NUMBERS: [&str; 5] = [
        "-9223372036854776000",
        "18446744073709551616",
        "99999999999999999999",
        "-170141183460469231731687303715884105729",
        "1000000000000000000000000000000000000000000",
    ];
    for number in NUMBERS {
        let json = format!(
            r#"{{"openapi": "3.1.0", "info": {{"title": "Large"}}, "paths": {{"/t": {{"get": {{"parameters": [
            {{"name": "count", "in": "query", "schema": {{"type": "integer", "minimum": {number}}}}},
            {{"name": "x", "in": "query", "schema": {{"type": "number", "maximum": {number}, "default": {number}}}}}],
            "responses": {{"204": {{"description": ""}}}}}}}}}}}}"#
        );
        let yaml = format!(
            "openapi: 3.1.0\ninfo: {{title: Large}}\npaths:\n  /t:\n    get:\n      parameters:\n        - \
             {{name: count, in: query, schema: {{type: integer, minimum: {number}}}}}\n        - {{name: x, in: query, schema: \
             {{type: number, maximum: {number}, default: {number}}}}}\n      responses: {{'204': {{description: ''}}}}\n"
        );
        let read = |text: &str| -> Imported {
            let mut no_files = |path: &str| Err(path.to_owned());
            let imported = import_openapi(text, "10/s", &mut no_files);
            let imported = imported.unwrap_or_else(|refused| panic!("{number}: {refused}"));
            load(&imported.files).unwrap_or_else(|errors| panic!("{number}: {errors:?}"));
            imported
        };
        let (json, yaml) = (read(&json), read(&yaml));
        assert_eq!(json.files, yaml.files, "{number}");
        holds(file(&yaml, "t.yaml"), &["count?: {type: i64,", "x?: {type: f64,"]);
        // What no number of the type can be, or be told apart from its neighbours, is not taken over, and told of.
        for (key, index) in [("minimum", 0), ("maximum", 1), ("default", 1)] {
            let place = format!("#/paths/~1t/get/parameters/{index}/schema/{key}");
            assert_eq!(places(&yaml, NoteKind::Unread, &format!("`{key}`")), [place], "{number}");
        }
    }
}

#[test]
fn null_of_version_3_0_can_be_sent_too() {
    let members = json!({
        "lag": {"type": "integer", "nullable": true},
        "title": {"allOf": [{"$ref": "#/components/schemas/Title"}], "nullable": true},
        "marks": {"type": "array", "items": {"type": "string", "nullable": true}},
        "plain": {"type": "string", "nullable": false},
    });
    let body = json!({"required": true, "content": {"application/json": {"schema": {"type": "object", "properties": members}}}});
    let paths = json!({"/t": {"patch": {"requestBody": body, "responses": {"204": {"description": ""}}}}});
    let schemas = json!({"schemas": {"Title": {"type": "string", "maxLength": 9}}});
    let mut whole = document(&paths, &schemas);
    whole["openapi"] = json!("3.0.3");
    let imported = import(&whole);
    holds(
        file(&imported, "t.yaml"),
        &[
            "lag?: {type: {nullable: i64},",
            "title?: {type: {nullable: string}, max_length: 9,",
            "marks?: {type: [{nullable: string}],",
            "plain?: {type: string,",
        ],
    );
}

#[test]
fn constants_with_titles_are_values_with_names() {
    let one = |value: Value, title: &str| json!({"const": value, "title": title});
    let imported = import(&returning(json!({"A": {"type": "object", "properties": {
        "number": {"oneOf": [one(json!(1), "Low"), one(json!(2), "High")]},
        "text": {"oneOf": [one(json!("l"), "Low"), one(json!("h"), "High")]},
        "maybe": {"anyOf": [one(json!("x"), "Extra"), one(json!("y"), "Yet"), {"type": "null"}]},
        "described": {"anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}], "description": "Said here."},
        "bounded": {"anyOf": [{"type": "string", "minLength": 2, "description": "Said inside."}, {"type": "null"}]},
    }}, "B": {"type": "object", "properties": {"b": {"type": "string"}}}})));
    let text = file(&imported, "t.yaml");
    holds(
        text,
        &[
            "{value: 1, name: low, doc: \"Low\"}",
            "{value: 2, name: high, doc: \"High\"}",
            "{value: \"l\", name: low, doc: \"Low\"}",
            "{value: \"h\", name: high, doc: \"High\"}",
            "{value: \"x\", name: extra, doc: \"Extra\"}",
            "described?: {type: B, doc: \"Said here.\"}",
            "bounded?: {type: string, min_length: 2, doc: \"Said inside.\"}",
        ],
    );
    assert_eq!(places(&imported, NoteKind::Unread, "`title`"), [""; 0], "a name is not thrown away");
}
