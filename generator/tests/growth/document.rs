//! OpenAPI documents of one kind of thing, as many of it as one wishes.

use serde_json::{Map, Value, json};

/// A kind of document, and how one of a size is made.
pub(crate) type Shape = (&'static str, fn(usize) -> Value);

/// Every kind. What grows is an operation, a schema, a member, a value or a tag.
pub(crate) const SHAPES: &[Shape] = &[
    ("operations of one tag", |size| {
        with_operations(size, |n| json!({"operationId": format!("act{n}"), "tags": ["item"]}))
    }),
    ("operations of a tag each", |size| {
        with_operations(size, |n| json!({"operationId": format!("act{n}"), "tags": [format!("tag{n}")]}))
    }),
    ("operations of one name", |size| {
        with_operations(size, |_| json!({"operationId": "act", "tags": ["item"]}))
    }),
    ("operations without names", |size| with_operations(size, |_| json!({"tags": ["item"]}))),
    ("operations with bodies written in place", |size| {
        with_operations(size, |n| {
            let inner = json!({"type": "object", "properties": {"kind": {"enum": ["a", "b"]}, "n": {"type": "integer"}}});
            let body = json!({"type": "object", "required": ["inner"], "properties": {"inner": inner}});
            json!({"operationId": format!("act{n}"), "tags": ["item"], "requestBody": content(&body),
                "responses": {"200": content(&body), "404": content(&inner)}})
        })
    }),
    ("operations with servers, limits and secrets of their own", |size| {
        with_operations(size, |n| {
            json!({"operationId": format!("act{n}"), "tags": ["item"], "servers": [{"url": format!("https://growth.example/v{n}")}],
                "security": [{"key": []}], "x-rate-limits": format!("{}/s", n + 1)})
        })
    }),
    ("operations with parameters that others have, too", |size| {
        let mut whole = with_operations(size, |n| {
            let parameters: Vec<Value> = (0..3)
                .map(|k| json!({"$ref": format!("#/components/parameters/p{}", (n + k) % size)}))
                .collect();
            json!({"operationId": format!("act{n}"), "tags": ["item"], "parameters": parameters})
        });
        let parameters = (0..size).map(|n| {
            (format!("p{n}"), json!({"name": format!("q{n}"), "in": "query", "schema": {"type": "string"}}))
        });
        whole["components"]["parameters"] = parameters.collect::<Map<_, _>>().into();
        whole
    }),
    ("optional members, each schema in the next one", |size| {
        chain(size, |next| object(&[("next", next)], &[]))
    }),
    ("required members, each schema in the next one", |size| {
        chain(size, |next| object(&[("next", next)], &["next"]))
    }),
    ("required members in a circle", |size| {
        let mut whole = chain(size, |next| object(&[("next", next)], &["next"]));
        whole["components"]["schemas"][format!("S{}", size - 1)] =
            object(&[("next", reference(0))], &["next"]);
        whole
    }),
    ("lists, each schema in the next one", |size| {
        chain(size, |next| object(&[("next", json!({"type": "array", "items": next}))], &[]))
    }),
    ("lists of lists by reference", |size| chain(size, |next| json!({"type": "array", "items": next}))),
    ("maps by reference", |size| chain(size, |next| json!({"type": "object", "additionalProperties": next}))),
    ("references to references", |size| chain(size, |next| next)),
    ("an allOf of a reference each", |size| chain(size, |next| json!({"allOf": [next]}))),
    ("an allOf of the next schema and a member", |size| {
        chain(size, |next| json!({"allOf": [next, object(&[("mine", json!({"type": "string"}))], &[])]}))
    }),
    ("an anyOf with null of the next schema", |size| {
        chain(size, |next| json!({"anyOf": [next, {"type": "null"}]}))
    }),
    ("a oneOf of a text and a list of the next schema", |size| {
        chain(size, |next| json!({"oneOf": [{"type": "string"}, {"type": "array", "items": next}]}))
    }),
    ("a oneOf of a text and the next schema", |size| {
        chain(size, |next| json!({"oneOf": [{"type": "string"}, next]}))
    }),
    ("an allOf that all schemas share", |size| {
        let base =
            object(&[("id", json!({"type": "string"})), ("kind", json!({"enum": ["a", "b"]}))], &["id"]);
        wide(
            size,
            |n| json!({"allOf": [{"$ref": "#/components/schemas/Base"}, object(&[(&format!("own{n}"), json!({"type": "string"}))], &[])]}),
            base,
        )
    }),
    ("schemas of one union with a discriminator", |size| {
        let mapping: Map<String, Value> =
            (0..size).map(|n| (format!("v{n}"), json!(format!("#/components/schemas/S{n}")))).collect();
        let one_of: Vec<Value> = (0..size).map(reference).collect();
        let base = json!({"oneOf": one_of, "discriminator": {"propertyName": "kind", "mapping": mapping}});
        wide(
            size,
            |n| {
                object(
                    &[("kind", json!({"type": "string"})), (&format!("own{n}"), json!({"type": "string"}))],
                    &["kind"],
                )
            },
            base,
        )
    }),
    ("schemas of one union without a discriminator", |size| {
        let one_of: Vec<Value> = (0..size).map(reference).collect();
        wide(
            size,
            |n| object(&[(&format!("own{n}"), json!({"type": "string"}))], &[]),
            json!({"oneOf": one_of}),
        )
    }),
    ("schemas of the same name once they are spelled", |size| {
        let mut whole = wide(1, |_| json!({"type": "string"}), json!({}));
        let names = (0..size).map(|n| format!("a{}b", "-".repeat(n % 50 + 1) + &"_".repeat(n / 50)));
        let schemas: Map<String, Value> =
            names.clone().map(|name| (name, object(&[("id", json!({"type": "string"}))], &[]))).collect();
        let members: Map<String, Value> = names
            .enumerate()
            .map(|(n, name)| (format!("m{n}"), json!({"$ref": format!("#/components/schemas/{name}")})))
            .collect();
        whole["components"]["schemas"] = schemas.into();
        whole["components"]["schemas"]["S0"] = json!({"type": "object", "properties": members});
        whole
    }),
    ("members of one schema, of the same name once they are spelled", |size| {
        let names = (0..size).map(|n| format!("a{}b", "-".repeat(n % 50 + 1) + &"_".repeat(n / 50)));
        let members: Map<String, Value> = names.map(|name| (name, json!({"type": "string"}))).collect();
        let mut whole = wide(1, |_| json!({}), json!({}));
        whole["components"]["schemas"]["S0"] = json!({"type": "object", "properties": members});
        whole
    }),
    ("enums", |size| wide(size, |n| json!({"enum": ["a", "b", format!("c{n}")]}), json!({}))),
    ("values of one enum", |size| {
        let values: Vec<String> = (0..size).map(|n| format!("v{n}")).collect();
        wide(1, move |_| json!({"enum": values}), json!({}))
    }),
    ("values of one enum, of the same name once they are spelled", |size| {
        let values: Vec<String> =
            (0..size).map(|n| format!("a{}b", "-".repeat(n % 50 + 1) + &"+".repeat(n / 50))).collect();
        wide(1, move |_| json!({"enum": values}), json!({}))
    }),
    ("tags", |size| {
        let mut whole =
            with_operations(size, |n| json!({"operationId": format!("act{n}"), "tags": [format!("tag{n}")]}));
        whole["tags"] =
            (0..size).map(|n| json!({"name": format!("tag{n}"), "description": "One."})).collect();
        whole
    }),
    ("schemas that each of ten tags uses", |size| {
        let mut whole = chain(size, |next| object(&[("next", next)], &[]));
        for n in 0..10 {
            whole["paths"][format!("/t{n}")] = json!({"get": {"operationId": "get", "tags": [format!("t{n}")],
                "responses": {"200": content(&reference(0))}}});
        }
        whole
    }),
    ("schemas that each of their tags uses", |size| {
        let mut whole = chain(size, |next| object(&[("next", next)], &[]));
        for n in 0..size / 10 {
            whole["paths"][format!("/t{n}")] = json!({"get": {"operationId": "get", "tags": [format!("t{n}")],
                "responses": {"200": content(&reference(0))}}});
        }
        whole
    }),
];

/// Schemas of which each is made of the next one.
fn chain(size: usize, link: impl Fn(Value) -> Value) -> Value {
    let mut schemas: Map<String, Value> =
        (0..size - 1).map(|n| (format!("S{n}"), link(reference(n + 1)))).collect();
    schemas.insert(format!("S{}", size - 1), object(&[("id", json!({"type": "string"}))], &[]));
    with_schemas(schemas)
}

/// Schemas that are members of one, and a schema `Base` that may be one of them.
fn wide(size: usize, make: impl Fn(usize) -> Value, base: Value) -> Value {
    let mut schemas: Map<String, Value> = (1..=size).map(|n| (format!("S{n}"), make(n))).collect();
    let members: Vec<(String, Value)> = (1..=size)
        .map(|n| (format!("m{n}"), reference(n)))
        .chain([("base".to_owned(), json!({"$ref": "#/components/schemas/Base"}))])
        .collect();
    schemas.insert(
        "S0".into(),
        json!({"type": "object", "properties": members.into_iter().collect::<Map<_, _>>()}),
    );
    schemas.insert("Base".into(), base);
    with_schemas(schemas)
}

fn with_schemas(schemas: Map<String, Value>) -> Value {
    let mut whole =
        with_operations(1, |_| json!({"operationId": "get", "responses": {"200": content(&reference(0))}}));
    whole["components"]["schemas"] = schemas.into();
    whole
}

fn with_operations(size: usize, make: impl Fn(usize) -> Value) -> Value {
    let paths: Map<String, Value> = (0..size)
        .map(|n| {
            let mut operation = make(n);
            if operation.get("responses").is_none() {
                operation["responses"] = json!({"200": content(&json!({"type": "string"}))});
            }
            (format!("/item/act{n}/x"), json!({"post": operation}))
        })
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Growth", "version": "1"},
        "servers": [{"url": "https://growth.example"}],
        "paths": paths,
        "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
    })
}

fn content(schema: &Value) -> Value {
    json!({"description": "", "content": {"application/json": {"schema": schema}}})
}

fn reference(number: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/S{number}")})
}

fn object(members: &[(&str, Value)], required: &[&str]) -> Value {
    let properties: Map<String, Value> =
        members.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({"type": "object", "properties": properties, "required": required})
}
