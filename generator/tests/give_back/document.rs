//! OpenAPI documents in which some names stand wherever a name can stand.

use paceline_generator::{Imported, import_openapi};
use serde_json::{Map, Value, json};

/// Each name as a tag, with an operation whose data is an object of its own.
pub(crate) fn tags(names: &[String]) -> Imported {
    let paths = names.iter().enumerate().map(|(index, name)| {
        let schema =
            json!({"type": "object", "properties": {"id": {"type": "string"}, "of": {"enum": [name]}}});
        (format!("/{index}"), json!({"get": operation(name, "read", &json!([]), None, &schema)}))
    });
    import(paths.collect(), &json!({}), &json!([{"url": "https://zz.example"}]))
}

/// Each name as a security scheme, and in what is said of a server.
pub(crate) fn schemes(names: &[String]) -> Imported {
    let schemes = names.iter().map(|name| (name.clone(), json!({"type": "http", "scheme": "bearer"})));
    let server = |name: &String| json!({"url": "https://{name}.example", "description": name, "variables": {"name": {"default": "api"}}});
    let servers: Vec<Value> = names.iter().map(server).collect();
    let read = operation("zz", "zz", &json!([]), None, &json!({"type": "string"}));
    let paths = Map::from_iter([("/zz".to_owned(), json!({"get": read}))]);
    import(paths, &json!({"securitySchemes": schemes.collect::<Map<_, _>>()}), &json!(servers))
}

/// Each name as all else: an operation's, a parameter's, a type's, a member's, a value's and a variant's.
pub(crate) fn all_else(names: &[String], types: &[String]) -> Imported {
    let mut paths = Map::new();
    let object = json!({"$ref": "#/components/schemas/ZzObject"});
    let small = json!({"type": "object", "properties": {"more": {"type": "string"}}});
    for (index, name) in names.iter().enumerate() {
        let path = format!("/calls/{index}/{{{name}}}/{{zz}}");
        let params = json!([
            {"name": name, "in": "path", "required": true, "schema": {"type": "string"}},
            {"name": "zz", "in": "path", "required": true, "schema": {"type": "integer"}},
        ]);
        paths.insert(path, json!({"post": operation("zz", name, &params, Some(&small), &object)}));
    }
    let query = |required: bool| -> Vec<Value> {
        let schema = json!({"type": "array", "items": {"type": "string"}});
        let param =
            |name: &String| json!({"name": name, "in": "query", "schema": schema, "required": required});
        names.iter().map(param).collect()
    };
    for (index, params) in query(true).chunks(9).enumerate() {
        let read = operation("zz", &format!("zz_needs_{index}"), &json!(params), None, &object);
        paths.insert(format!("/needs/{index}"), json!({"get": read}));
    }
    let members: Map<String, Value> =
        names.iter().map(|name| (name.clone(), json!({"type": "boolean"}))).collect();
    let body = json!({"type": "object", "properties": members});
    let write = operation("zz", "zz_writes", &json!(query(false)), None, &object);
    let sets = operation("zz", "zz_sets", &json!([]), Some(&body), &object);
    let read = operation("zz", "zz_reads", &json!(query(false)), None, &object);
    let sent = operation(
        "zz",
        "zz_sends",
        &json!([]),
        Some(&json!({"type": "object", "properties": {"zz": object}})),
        &object,
    );
    paths.insert("/all".into(), json!({"get": read, "put": write, "post": sets, "patch": sent}));

    let mut schemas: Map<String, Value> = types
        .iter()
        .map(|name| (name.clone(), json!({"type": "object", "properties": {"zz": {"type": "string"}}})))
        .collect();
    let one_each: Vec<Value> =
        types.iter().map(|name| json!({"$ref": format!("#/components/schemas/{name}")})).collect();
    let of_types: Map<String, Value> =
        one_each.iter().enumerate().map(|(index, schema)| (format!("zz_{index}"), schema.clone())).collect();
    let tags: Map<String, Value> =
        names.iter().map(|name| (name.clone(), json!("#/components/schemas/ZzTagged"))).collect();
    let mut required = members.clone();
    required.retain(|name, _| name.len() % 2 == 0);
    let required: Vec<&String> = required.keys().collect();
    let tagged =
        json!({"type": "object", "properties": {"kind": {"type": "string"}, "zz": {"type": "string"}}});
    schemas.extend([
        ("ZzTagged".to_owned(), tagged.clone()),
        ("ZzOther".to_owned(), tagged),
        (
            "ZzObject".to_owned(),
            json!({"type": "object", "required": ["texts"], "properties": {
                "texts": {"type": "string", "enum": names},
                "numbers": {"type": "integer", "enum": (0..names.len()).collect::<Vec<_>>(), "x-enum-varnames": names},
                "members": {"type": "object", "properties": members, "required": required},
                "types": {"type": "object", "properties": of_types},
                "tagged": {"oneOf": [{"$ref": "#/components/schemas/ZzTagged"}, {"$ref": "#/components/schemas/ZzOther"}],
                    "discriminator": {"propertyName": "kind", "mapping": tags}},
            }}),
        ),
    ]);
    import(paths, &json!({"schemas": schemas}), &json!([{"url": "https://zz.example"}]))
}

fn operation(tag: &str, id: &str, params: &Value, body: Option<&Value>, schema: &Value) -> Value {
    let content = |schema: &Value| json!({"application/json": {"schema": schema}});
    let mut operation = json!({
        "tags": [tag], "operationId": id, "parameters": params,
        "responses": {"200": {"description": "Done.", "content": content(schema)}},
    });
    if let Some(body) = body {
        operation["requestBody"] = json!({"content": content(body)});
    }
    operation
}

fn import(paths: Map<String, Value>, components: &Value, servers: &Value) -> Imported {
    let document = json!({
        "openapi": "3.1.0", "info": {"title": "Give Back", "version": "1"},
        "servers": servers, "paths": paths, "components": components,
    });
    let mut no_files = |path: &str| Err(format!("no file `{path}`"));
    import_openapi(&document.to_string(), "10/s", &mut no_files).expect("every document is imported")
}
