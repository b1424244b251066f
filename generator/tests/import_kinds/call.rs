//! What requests carry and what responses do.

use paceline_generator::NoteKind;
use serde_json::{Value, json};

use super::{document, file, holds, import, json_body, places};

#[test]
fn responses_are_read_by_their_statuses() {
    let item = json_body(&json!({"type": "object", "properties": {"a": {"type": "string"}}}));
    let nothing = json!({"description": ""});
    let get = |responses: Value| json!({"get": {"responses": responses}});
    let paths = json!({
        "/mixed": get(json!({"200": item, "204": nothing})),
        "/same": get(json!({"200": item, "201": item})),
        "/other": get(json!({"200": item, "202": json_body(&json!({"type": "array", "items": {}}))})),
        "/empty": get(json!({"204": nothing})),
        "/range": get(json!({"2XX": item, "204": nothing})),
        "/refused": get(json!({"default": item})),
        "/three": get(json!({"202": json_body(&json!({"type": "string"})), "201": item, "200": item, "204": nothing})),
        "/file": get(json!({"200": item, "206": {"content": {"application/pdf": {}}}})),
        "/class": get(json!({"200": item, "2XX": json_body(&json!({"type": "string"}))})),
        "/missing": get(json!({"200": json_body(&json!({"type": ["string", "null"]})), "202": item})),
        "/vendor": get(json!({"200": {"content": {"text/csv": {}, "application/vnd.a+json": {"schema": {"type": "string"}}}}})),
    });
    let imported = import(&document(&paths, &json!({})));
    holds(file(&imported, "mixed.yaml"), &["returns: {200: MixedGetMixedResponse, 204: nothing}"]);
    holds(file(&imported, "same.yaml"), &["returns: {200: SameGetSameResponse, 201: SameGetSameResponse}\n"]);
    holds(file(&imported, "other.yaml"), &["returns: {200: OtherGetOtherResponse, 202: [any]}\n"]);
    let three =
        "returns: {200: ThreeGetThreeResponse, 201: ThreeGetThreeResponse, 202: string, 204: nothing}\n";
    holds(file(&imported, "three.yaml"), &[three]);
    holds(
        file(&imported, "missing.yaml"),
        &["returns: {200: {nullable: string}, 202: MissingGetMissing202Response}"],
    );
    holds(file(&imported, "range.yaml"), &["returns: {200: RangeGetRangeResponse, 204: nothing}"]);
    holds(file(&imported, "vendor.yaml"), &["returns: string\n    accept: \"application/vnd.a+json\"\n"]);
    holds(file(&imported, "empty.yaml"), &["returns: {204: nothing}\n"]);
    assert!(!file(&imported, "refused.yaml").contains("returns"));
    assert_eq!(
        places(&imported, NoteKind::LeftOut, "another kind beside the first"),
        ["#/paths/~1class/get/responses/2XX", "#/paths/~1file/get/responses/206"]
    );
    assert_eq!(places(&imported, NoteKind::Changed, "only a `default`"), ["#/paths/~1refused/get"]);
    holds(file(&imported, "vendor.yaml"), &["/vendor#csv\"\n", "returns: bytes\n    accept: \"text/csv\"\n"]);
}

#[test]
fn bodies_that_lose_something_are_noted() {
    let schema = json!({"type": "object", "required": ["a"], "additionalProperties": true,
        "properties": {"a": {"type": "string"}, "b": {"type": ["string", "null"]}}});
    let body = json!({"content": {
        "application/vnd.api+json": {"schema": schema},
        "multipart/form-data": {"schema": schema},
    }});
    let paths = json!({"/t": {"post": {"requestBody": body, "responses": {}}}});
    let imported = import(&document(&paths, &json!({})));
    assert_eq!(places(&imported, NoteKind::LeftOut, "another media type beside").len(), 1);
    holds(
        file(&imported, "t.yaml"),
        &[
            "    body?:\n      a: {type: string, doc: \"A.\"}\n",
            "b?: {type: {nullable: string}, doc: \"B.\"}",
            "free?: {type: {map: any}, style: spread, ",
            "media: \"application/vnd.api+json\"",
        ],
    );
}

#[test]
fn bodies_of_every_kind_are_imported() {
    let post = |kind: &str, schema: Value, required: bool| {
        let body = json!({"required": required, "content": {kind: {"schema": schema}}});
        json!({"post": {"requestBody": body, "responses": {}}})
    };
    let list = json!({"type": "array", "items": {"type": ["integer", "null"]}});
    let form = json!({"type": "object", "required": ["To"], "properties": {
        "To": {"type": "string"},
        "Ids": {"type": "array", "items": {"type": "integer"}},
        "expand": {"type": "array", "items": {"type": "string"}},
        "meta": {"type": "object", "additionalProperties": {"type": "string"}},
        "raw": {"type": "object", "additionalProperties": {"type": "string"}},
        "odd": {"type": ["string", "integer"]},
    }});
    let mut url_encoded = post("application/x-www-form-urlencoded", form, true);
    url_encoded["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["encoding"] = json!({
        "Ids": {"explode": false}, "expand": {"style": "deepObject", "explode": true}, "meta": {"style": "deepObject"}});
    let constant = json!({"type": "object", "required": ["kind", "at"], "properties": {
        "kind": {"type": "string", "enum": ["one"]}, "at": {"type": ["integer", "null"]}}});
    let imported = import(&document(
        &json!({
            "/list": post("application/json", list, true),
            "/free": post("application/json", json!({"type": "object"}), false),
            "/anything": post("application/json", json!({}), false),
            "/patch": post("application/json-patch+json", json!({"type": "array", "items": {}}), true),
            "/text": post("text/plain", json!({"type": "string", "maxLength": 5}), true),
            "/markdown": post("text/x-markdown", json!({"type": "string"}), false),
            "/picture": post("image/*", json!({"type": "string", "format": "binary"}), true),
            "/xml": post("application/xml", json!({"type": "object", "properties": {"a": {}}}), true),
            "/form": url_encoded,
            "/optional": post("application/json", constant, false),
        }),
        &json!({}),
    ));
    for (name, wanted) in [
        ("list", "    body:\n      body: {type: [{nullable: i64}], doc: \"Body.\"}\n    body_kind: value\n"),
        ("free", "    body:\n      body?: {type: {map: any}, doc: \"Body.\"}\n    body_kind: value\n"),
        ("anything", "body?: {type: any, "),
        ("patch", "    body_kind: value\n    media: \"application/json-patch+json\"\n"),
        ("text", "      text: {type: string, max_length: 5, doc: \"Text.\"}\n    body_kind: text\n"),
        (
            "markdown",
            "      text?: {type: string, doc: \"Text.\"}\n    body_kind: text\n    media: \"text/x-markdown\"\n",
        ),
        ("picture", "    body_kind: bytes\n    media: \"image/*\"\n"),
        (
            "xml",
            "      file: {type: file, doc: \"File.\"}\n    body_kind: bytes\n    media: \"application/xml\"\n",
        ),
        ("form", "      \"To\": {type: string, doc: \"To.\"}\n"),
        ("form", "      \"Ids?\": {type: [i64], style: comma, doc: \"Ids.\"}\n"),
        ("form", "      \"expand[]?\": {type: [string], name: expand, doc: \"Expand.\"}\n"),
        ("form", "      meta?: {type: {map: string}, style: deep_object, doc: \"Meta.\"}\n"),
        ("form", "      raw?: {type: {json: {map: string}}, doc: \"Raw.\"}\n    body_kind: form\n"),
        ("form", "      odd?: {type: string, doc: \"Odd.\"}\n"),
        ("optional", "    body?:\n"),
        ("optional", "      at: {type: {nullable: i64}, doc: \"At.\"}\n"),
    ] {
        holds(file(&imported, &format!("{name}.yaml")), &[wanted]);
    }
    assert!(!file(&imported, "optional.yaml").contains("constant"), "it would always be sent");
    assert_eq!(places(&imported, NoteKind::Changed, "several types; imported as `string`").len(), 1);
}

#[test]
fn headers_are_parameters_unless_they_belong_to_somebody_else() {
    let header = |name: &str, required: bool, schema: Value| json!({"name": name, "in": "header", "required": required, "schema": schema});
    let parameters = json!([
        header("If-Match", true, json!({"type": "string"})),
        header("X-Ids", false, json!({"type": "array", "items": {"type": "integer"}})),
        header("X-Object", false, json!({"type": "object", "properties": {"a": {"type": "string"}}})),
        header("Accept", false, json!({"type": "string"})),
        header("x-api-key", true, json!({"type": "string"})),
        header("Content-Length", true, json!({"type": "integer"})),
        header("a b", false, json!({"type": "string"})),
        {"name": "session", "in": "cookie", "required": true, "schema": {"type": "string"}},
        {"name": "a;b", "in": "cookie", "schema": {"type": "string"}},
    ]);
    let paths = json!({"/t": {"get": {"parameters": parameters, "responses": {}}}});
    let schemes =
        json!({"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-API-Key"}}});
    let imported = import(&document(&paths, &schemes));
    holds(
        file(&imported, "t.yaml"),
        &[
            "    header:\n      \"If-Match\": {type: string, doc: \"If Match.\"}\n      \"X-Ids?\": {type: [i64], doc: \"X Ids.\"}\n      \"X-Object?\": {type: string, doc: \"X Object.\"}\n",
        ],
    );
    let at = |index: usize| format!("#/paths/~1t/get/parameters/{index}");
    assert_eq!(places(&imported, NoteKind::LeftOut, "header that callers cannot set"), [at(5), at(6)]);
    assert_eq!(places(&imported, NoteKind::LeftOut, "a parameter in a cookie whose name is none"), [at(8)]);
    holds(file(&imported, "t.yaml"), &["    cookie:\n      session: {type: string,"]);
    assert_eq!(places(&imported, NoteKind::Changed, "header that is no text"), [at(2)]);
}

#[test]
fn a_status_that_is_said_twice_has_the_body_that_one_of_them_has() {
    let responses = json!({"200": json_body(&json!({"type": "string"})), "0200": {}, "204": {}, "0204": {}});
    let paths = json!({"/t": {"get": {"responses": responses}}});
    let imported = import(&document(&paths, &json!({})));
    holds(file(&imported, "t.yaml"), &["returns: {200: string, 204: nothing}"]);
    // What only begins like a status of a success is none.
    let paths =
        json!({"/t": {"get": {"responses": {"2000": json_body(&json!({"type": "string"})), "2": {}}}}});
    holds(file(&import(&document(&paths, &json!({}))), "t.yaml"), &["returns: string\n"]);
}
