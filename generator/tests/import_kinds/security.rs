//! Security schemes.

use paceline_generator::NoteKind;
use serde_json::{Value, json};

use super::{document, file, holds, import, places};

#[test]
fn what_is_sent_at_once_is_one_credential() {
    let key = |place: &str, name: &str| json!({"type": "apiKey", "in": place, "name": name});
    let http = |scheme: &str| json!({"type": "http", "scheme": scheme});
    let security = |alternatives: Value| {
        let parameters = json!([{"name": "q", "in": "query", "schema": {"type": "string"}}]);
        json!({"get": {"security": alternatives, "responses": {}, "parameters": parameters}})
    };
    let paths = json!({
        "/both": security(json!([{"id": [], "secret": []}])), "/again": security(json!([{"secret": [], "id": []}, {"basic": []}])),
        "/query": security(json!([{"query": []}])), "/cookie": security(json!([{"session": []}])),
        "/scoped": security(json!([{"login": ["a"]}, {"login": ["b"]}])), "/open": security(json!([{}, {"basic": []}])),
        "/clash": security(json!([{"basic": [], "login": []}])), "/lost": security(json!([{"basic": [], "mutual": []}])),
        "/none": security(json!([])),
    });
    let schemes = json!({"id": key("header", "X-Id"), "secret": key("header", "X-Secret"), "query": key("query", "q"),
        "session": key("cookie", "sid"), "basic": http("basic"), "login": {"type": "oauth2", "flows": {}},
        "mutual": {"type": "mutualTLS"}, "idle": key("header", "X-Idle")});
    let imported = import(&document(&paths, &json!({"securitySchemes": schemes})));
    for part in [
        "    id_and_secret:\n      doc: \"The scheme `id`. The scheme `secret`.\"\n      inputs:\n        id: {type: secret, doc: \"The secret.\"}\n        secret: {type: secret, doc: \"The secret.\"}\n      headers:\n        \"X-Id\": \"{id}\"\n        \"X-Secret\": \"{secret}\"\n",
        "        username: {type: string, doc: \"Who asks.\"}\n        password: {type: secret, doc: \"The secret.\"}\n      headers:\n        \"Authorization\": \"Basic {basic:username:password}\"\n",
        "      query:\n        q: \"{api_key}\"\n",
        "      headers:\n        \"Cookie\": \"sid={api_key}\"\n",
        "      headers:\n        \"X-Idle\": \"{api_key}\"\n",
    ] {
        holds(file(&imported, "api.yaml"), &[part]);
    }
    for (path, auth) in [
        ("both.yaml", "auth: [id_and_secret]"),
        ("again.yaml", "auth: [basic, id_and_secret]"),
        ("query.yaml", "auth: [query]"),
        ("cookie.yaml", "auth: [session]"),
        ("scoped.yaml", "auth: [login]"),
        ("clash.yaml", "auth: [basic_and_login]"),
        ("lost.yaml", "auth: [basic]"),
        ("none_group.yaml", "auth: none"),
    ] {
        holds(file(&imported, path), &[auth]);
    }
    assert!(!file(&imported, "open.yaml").contains("auth"));
    assert!(!file(&imported, "query.yaml").contains("\n    query:\n"), "the credential sends it");
    holds(file(&imported, "cookie.yaml"), &["\n    query:\n      q?: "]);
    assert_eq!(places(&imported, NoteKind::Changed, "of which one cannot be sent"), ["#/paths/~1lost/get"]);
    let told = |words: &str| imported.notes.iter().any(|note| note.message.contains(words));
    assert!(told("two secrets in one place") && told("a credential that cannot be sent; left out"));
}

#[test]
fn headers_of_credentials_that_differ_in_case_alone_are_one() {
    let scheme = |name: &str| json!({"type": "apiKey", "in": "header", "name": name});
    let security = json!([{"a": [], "b": []}]);
    let paths = json!({"/t": {"get": {"security": security, "responses": {}}}});
    let components = json!({"securitySchemes": {"a": scheme("X-Key"), "b": scheme("x-key")}});
    let imported = import(&document(&paths, &components));
    assert!(!file(&imported, "api.yaml").contains("x-key\":"));
    assert!(imported.notes.iter().any(|note| note.message.contains("two secrets in one place")));
}
