//! Bodies and queries with names that nobody knows, parts of forms, and several media types of one operation.

use paceline_generator::NoteKind;
use serde_json::{Value, json};

use super::{document, file, holds, import, places};

fn post(content: Value) -> Value {
    json!({"post": {"requestBody": {"required": true, "content": content}, "responses": {}}})
}

#[test]
fn members_under_any_names_are_kept() {
    let open = |more: Value| json!({"type": "object", "properties": {"free": {"type": "string"}}, "additionalProperties": more});
    let json_of = |more: Value| post(json!({"application/json": {"schema": open(more)}}));
    let imported = import(&document(
        &json!({
            "/any": json_of(json!(true)),
            "/closed": json_of(json!(false)),
            "/numbers": json_of(json!({"type": ["integer", "null"]})),
            "/form": post(json!({"application/x-www-form-urlencoded": {"schema": {"type": "object"}}})),
            "/parts": post(json!({"multipart/form-data": {"schema": open(json!({"type": "object", "properties": {"a": {}}}))}})),
        }),
        &json!({}),
    ));
    let free =
        "other_free?: {type: {map: any}, style: spread, doc: \"What the body holds under other names.\"}";
    holds(file(&imported, "any.yaml"), &["      free?: {type: string, doc: \"Free.\"}\n", free]);
    assert!(!file(&imported, "closed.yaml").contains("spread"));
    holds(file(&imported, "numbers.yaml"), &["other_free?: {type: {map: {nullable: i64}}, style: spread, "]);
    holds(file(&imported, "form.yaml"), &["    body:\n      free?: {type: {map: any}, style: spread, "]);
    holds(file(&imported, "parts.yaml"), &[free]);
}

#[test]
fn an_object_in_a_query_is_taken_apart_as_its_style_says() {
    let near =
        json!({"type": "object", "properties": {"place": {"type": "string"}, "km": {"type": "integer"}}});
    let any = json!({"type": "object", "additionalProperties": {"type": "string"}});
    let param = |name: &str, schema: &Value, style: Value| {
        let mut param = json!({"name": name, "in": "query", "schema": schema});
        param.as_object_mut().unwrap().extend(style.as_object().unwrap().clone());
        param
    };
    let parameters = json!([
        param("near", &near, json!({})),
        param("again", &near, json!({"style": "form", "explode": true})),
        param("labels", &any, json!({"style": "form"})),
        param("more", &any, json!({})),
        param("deep", &any, json!({"style": "deepObject", "explode": true})),
        param("joined", &near, json!({"explode": false})),
        param("size", &json!({"type": "integer"}), json!({})),
        param("sized", &json!({"type": "object", "properties": {"size": {}}}), json!({})),
    ]);
    let paths = json!({"/t": {"get": {"parameters": parameters, "responses": {}}}});
    let imported = import(&document(&paths, &json!({})));
    holds(
        file(&imported, "t.yaml"),
        &[
            "      near?: {type: TGetTNear, style: spread, doc: \"Near.\"}\n",
            "      labels?: {type: {map: string}, style: spread, doc: \"Labels.\"}\n",
            "      deep?: {type: {map: string}, style: deep_object, doc: \"Deep.\"}\n",
        ],
    );
    let at = |index: usize| format!("#/paths/~1t/get/parameters/{index}");
    // Two objects that have the members of another one, as their style says, and one joined by commas.
    assert_eq!(places(&imported, NoteKind::LeftOut, "parameter that is an object"), [1, 5].map(at));
    // Of two with any members, and of one that has what stands beside it, nothing says how they are written.
    holds(
        file(&imported, "t.yaml"),
        &["      more?: {type: {map: string}, style: deep_object, doc: \"More.\"}\n"],
    );
    assert_eq!(places(&imported, NoteKind::Changed, "could be those of others"), [3, 7].map(at));
}

#[test]
fn parts_are_what_their_encoding_says() {
    let binary = json!({"type": "string", "format": "binary"});
    let thing = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let schema = json!({"type": "object", "required": ["files"], "properties": {
        "files": {"type": "array", "minItems": 1, "items": binary},
        "one_or_more": {"anyOf": [binary, {"type": "array", "items": binary}]},
        "file_or_id": {"oneOf": [binary, thing]},
        "picture": binary,
        "any_picture": binary,
        "thing": thing,
        "things": {"type": "array", "items": thing},
        "page": {"type": "string"},
        "plain": {"type": "string"},
        "odd": {},
        "xml": thing,
    }});
    let encoding = json!({
        "picture": {"contentType": "image/png", "headers": {
            "X-Use": {"schema": {"type": "string", "const": "cover"}}, "X-Sum": {"schema": {"type": "string"}}}},
        "any_picture": {"contentType": "image/png, image/jpeg"},
        "things": {"contentType": "application/vnd.thing+json"},
        "page": {"contentType": "text/html", "headers": {"X-Sum": {"schema": {"type": "string"}}}},
        "plain": {"contentType": "text/plain"},
        "odd": {"contentType": "application/json"},
        "xml": {"contentType": "application/xml"},
    });
    let paths = json!({"/t": post(json!({"multipart/form-data": {"schema": schema, "encoding": encoding}}))});
    let imported = import(&document(&paths, &json!({})));
    for line in [
        "files: {type: [file], min_items: 1, doc: \"Files.\"}",
        "one_or_more?: {type: [file], doc: ",
        "file_or_id?: {type: file, doc: ",
        "picture?: {type: file, part: {media: \"image/png\", headers: {\"X-Use\": \"cover\"}}, doc: ",
        "any_picture?: {type: file, doc: ",
        "thing?: {type: TPostTThing, part: {media: \"application/json\"}, doc: ",
        "things?: {type: [TPostTThingsItem], part: {media: \"application/vnd.thing+json\"}, doc: ",
        "page?: {type: string, part: {media: \"text/html\"}, doc: ",
        "plain?: {type: string, doc: ",
        "odd?: {type: any, part: {media: \"application/json\"}, doc: ",
        "part: {media: \"application/json\"}, doc: \"Xml.\"}",
    ] {
        holds(file(&imported, "t.yaml"), &[line]);
    }
    let content = "#/paths/~1t/post/requestBody/content/multipart~1form-data";
    let headers = places(&imported, NoteKind::LeftOut, "a header of a");
    assert_eq!(headers, ["picture", "page"].map(|part| format!("{content}/encoding/{part}/headers/X-Sum")));
    let member = |name: &str| [format!("{content}/schema/properties/{name}")];
    assert_eq!(places(&imported, NoteKind::Changed, "not JSON; sent as JSON"), member("xml"));
    assert_eq!(places(&imported, NoteKind::Changed, "a file or something else"), member("file_or_id"));
}

#[test]
fn each_media_type_that_says_something_of_its_own_is_an_endpoint() {
    let object = |name: &str| json!({"schema": {"type": "object", "properties": {name: {"type": "string"}}}});
    let asking = |name: &str| json!({"schema": {"type": "object", "properties": {name: {"type": "string"}, "stream": {"type": "boolean"}}}});
    let upload =
        json!({"schema": {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}});
    let binary = json!({"schema": {"type": "string", "format": "binary"}});
    let get =
        |content: Value| json!({"get": {"responses": {"200": {"description": "", "content": content}}}});
    let imported = import(&document(
        &json!({
            "/both": post(json!({"multipart/form-data": upload, "application/json": object("url")})),
            "/twin": post(json!({"application/json": upload, "multipart/form-data": upload})),
            "/same": post(json!({"application/json": object("a"), "application/x-www-form-urlencoded": object("a"), "application/xml": object("a")})),
            "/pictures": post(json!({"image/png": binary, "image/jpeg": binary, "application/json": object("url")})),
            "/vendor": get(json!({"application/json": object("a"), "application/vnd.x.star+json": object("b"), "application/vnd.y.star+json": object("c")})),
            "/table": get(json!({"application/json": object("a"), "text/csv": {"schema": {"type": "string"}}, "application/xml": object("a"), "text/event-stream": {}})),
            "/image": get(json!({"image/jpg": binary, "image/png": binary})),
            "/edit": {"post": {
                "requestBody": {"content": {"application/json": asking("url"), "multipart/form-data": asking("text"), "text/plain": {}}},
                "responses": {"200": {"description": "", "content": {"application/json": {}, "text/event-stream": {}}}},
            }},
        }),
        &json!({}),
    ));
    let routes = |name: &str| -> Vec<String> {
        let lines =
            file(&imported, &format!("{name}.yaml")).lines().filter_map(|line| line.split_once("route: "));
        lines.map(|(_, route)| route.trim_matches('"').replace("/v1", "")).collect()
    };
    assert_eq!(routes("both"), ["POST /both", "POST /both#multipart"]);
    assert_eq!(routes("twin"), ["POST /twin"]);
    holds(file(&imported, "twin.yaml"), &["body_kind: multipart"]);
    assert_eq!(routes("same"), ["POST /same"]);
    assert_eq!(routes("pictures"), ["POST /pictures", "POST /pictures#jpeg"]);
    assert_eq!(routes("vendor"), ["GET /vendor", "GET /vendor#star", "GET /vendor#star-2"]);
    assert_eq!(routes("table"), ["GET /table", "GET /table#csv", "GET /table#stream"]);
    assert_eq!(routes("image"), ["GET /image", "GET /image#png"]);
    // A stream can be asked for in each body that has a place for that.
    let edit =
        ["", "#multipart", "#multipart_stream", "#text", "#stream"].map(|word| format!("POST /edit{word}"));
    assert_eq!(routes("edit"), edit);
    assert_eq!(file(&imported, "edit.yaml").matches("stream: {type: bool, constant: true").count(), 2);
    holds(
        file(&imported, "both.yaml"),
        &[
            "  post_both_multipart:\n",
            "    doc: \"Sends `multipart/form-data`.\"\n",
            "body_kind: multipart\n",
        ],
    );
    holds(
        file(&imported, "table.yaml"),
        &[
            "    doc: \"Asks for `text/csv`.\"\n    effect: read\n    returns: bytes\n    accept: \"text/csv\"\n",
        ],
    );
    let left_out = places(&imported, NoteKind::LeftOut, "another media type");
    let wanted = [
        "#/paths/~1same/post/requestBody/content/application~1x-www-form-urlencoded",
        "#/paths/~1same/post/requestBody/content/application~1xml",
        "#/paths/~1twin/post/requestBody/content/application~1json",
        "#/paths/~1table/get/responses/200/content/application~1xml",
    ];
    assert_eq!(left_out, wanted);
    let told = places(&imported, NoteKind::Changed, "the file says of which");
    assert_eq!(told, ["#/paths/~1pictures/post/requestBody/content/image~1png"]);
}
