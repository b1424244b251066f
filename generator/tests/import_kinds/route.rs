//! Paths, methods and servers.

use paceline_generator::NoteKind;
use serde_json::{Value, json};

use super::{document, file, holds, import, json_body, places};

#[test]
fn servers_of_paths_and_operations_count() {
    let get = |servers: &[&str]| {
        let servers: Vec<Value> = servers.iter().map(|url| json!({"url": url})).collect();
        json!({"servers": servers, "responses": {"204": {"description": ""}}})
    };
    let paths = json!({
        "/here": {"get": get(&[])},
        "/other": {"get": get(&["https://upload.example.com/v1"])},
        "/both": {"servers": [{"url": "https://b.example.com"}], "get": get(&["https://api.example.com/v2"])},
        "/level": {"servers": [{"url": "https://b.example.com"}], "get": {"responses": {}}},
        "/relative": {"get": get(&["/v3"])},
    });
    let mut whole = document(&paths, &json!({}));
    let imported = import(&whole);
    holds(file(&imported, "here.yaml"), &["GET /v1/here"]);
    holds(file(&imported, "both.yaml"), &["GET /v2/both"]);
    holds(file(&imported, "relative.yaml"), &["GET /v3/relative"]);
    holds(file(&imported, "other.yaml"), &["GET /v1/other", "host: upload"]);
    holds(file(&imported, "level.yaml"), &["GET /level", "host: b\n"]);
    let hosts = ["main: {url: \"https://api.example.com\"", "upload: {url: \"https://upload.example.com\""];
    holds(file(&imported, "api.yaml"), &hosts);
    assert!(!file(&imported, "both.yaml").contains("host:"));

    whole["servers"] = json!([{"url": "/api/v2"}]);
    let imported = import(&whole);
    holds(file(&imported, "here.yaml"), &["GET /api/v2/here"]);
    holds(file(&imported, "api.yaml"), &["a server without a host; write it under `hosts`: /api/v2"]);
}

#[test]
fn paths_are_kept_as_they_are() {
    let get = json!({"get": {"responses": {"204": {"description": ""}}}});
    let paths = json!({
        "/twilio/{Sid}.json": get, "/google/{name}:cancel": get, "/slash/": get, "/": get, "/odd/a b\"é": get,
        "/range/{from}-{to}.{ext}": get, "/colon/:batch": get, "/fixed?beta=true&x=a+b%26": get, "/fixed": get,
        "/fixed?beta=false": get, "/mark": get, "/mark#other thing": get, "/mark#same": get, "/{a}{b}": get, "/x//y": get,
        "/query?{all}": get, "/brace/{": get, "/brace/}": get, "/twilio/{Tid}.json": get,
        "/methods": {"head": {"responses": {"200": json_body(&json!({"type": "string"}))}},
            "options": {"responses": {"204": {"description": ""}}}, "trace": {"responses": {"200": {"description": ""}}}},
    });
    let imported = import(&document(&paths, &json!({})));
    for (path, route) in [
        ("twilio.yaml", "\"GET /v1/twilio/{Sid}.json\""),
        ("google.yaml", "\"GET /v1/google/{name}:cancel\""),
        ("slash.yaml", "\"GET /v1/slash/\""),
        ("root.yaml", "\"GET /v1/\""),
        ("odd.yaml", "\"GET /v1/odd/a%20b%22%C3%A9\""),
        ("range.yaml", "\"GET /v1/range/{from}-{to}.{ext}\""),
        ("colon.yaml", "\"GET /v1/colon/%3Abatch\""),
        ("fixed.yaml", "\"GET /v1/fixed\""),
        ("fixed.yaml", "\"GET /v1/fixed#beta_true_x_a_b\""),
        ("fixed.yaml", "\"GET /v1/fixed#beta_false\""),
        ("mark.yaml", "\"GET /v1/mark#other_thing\""),
        ("mark.yaml", "\"GET /v1/mark#same\""),
        ("methods.yaml", "\"HEAD /v1/methods\""),
        ("methods.yaml", "\"OPTIONS /v1/methods\""),
        ("methods.yaml", "\"TRACE /v1/methods\""),
    ] {
        holds(file(&imported, path), &[route]);
    }
    holds(
        file(&imported, "fixed.yaml"),
        &["x: {type: string, constant: \"a b&\"", "beta: {type: string, constant: \"false\""],
    );
    assert!(!file(&imported, "methods.yaml").contains("string"));
    let left_out = |words| places(&imported, NoteKind::LeftOut, words).len();
    assert_eq!(left_out("side by side"), 3);
    assert_eq!(left_out("an empty segment"), 1);
    assert_eq!(left_out("behind its `?`"), 1);
    assert_eq!(left_out("same route"), 1);
}

#[test]
fn a_path_that_looks_like_two_sentences_makes_one_summary() {
    for (path, summary) in [
        ("/a. B", "Calls `GET /a.%20B`."),
        ("/.\u{0}Ȩ", "Calls `GET /.Ȩ`."),
        ("/x.\u{2003}Y/z", "Calls `GET /x.%20Y/z`."),
    ] {
        let paths = json!({path: {"get": {"tags": ["t"], "responses": {}}}});
        holds(file(&import(&document(&paths, &json!({}))), "t.yaml"), &[&format!("summary: \"{summary}\"")]);
    }
}

/// As a document writes it whose other paths stand below `/api/v2`.
#[test]
fn a_server_with_an_empty_address_is_the_root() {
    let get = |id: &str| json!({"operationId": id, "responses": {}});
    let paths = json!({
        "/health": {"servers": [{"url": ""}], "get": get("health")},
        "/items": {"get": get("items")},
    });
    let imported = import(&document(&paths, &json!({})));
    holds(file(&imported, "health.yaml"), &["route: \"GET /health\""]);
    holds(file(&imported, "items.yaml"), &["route: \"GET /v1/items\""]);
    assert_eq!(places(&imported, NoteKind::LeftOut, ""), [""; 0]);
}

#[test]
fn a_number_of_a_list_of_fractions_is_a_number() {
    let schema = json!({"type": "number", "enum": [1.034e20, -0.5, 2]});
    let path = json!({"name": "size", "in": "path", "required": true, "schema": schema});
    let query = json!({"name": "step", "in": "query", "schema": schema});
    let paths =
        json!({"/t/{size}": {"get": {"operationId": "get", "parameters": [path, query], "responses": {}}}});
    let imported = import(&document(&paths, &json!({})));
    holds(file(&imported, "t.yaml"), &["size: {type: f64", "step?: {type: f64"]);
    assert_eq!(places(&imported, NoteKind::Changed, "not whole").len(), 2);
}
