//! Documents with names that nobody should choose: whatever comes in, what comes out is a spec without errors, of which a
//! client can be written.

use paceline_generator::ir::{Literal, ParamLocation, Shape};
use paceline_generator::{CrateLayout, generate, import_openapi, load, render_diagnostics};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Names that YAML, Rust or the emitted client takes for something else, and ones that are the same once they are spelled.
const NAMES: [&str; 60] = [
    "null",
    "Null",
    "true",
    "True",
    "1e3",
    "~",
    "yes",
    "No",
    "on",
    "y",
    "a#b",
    "a: b",
    "- a",
    "{a}",
    "[a]",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "'a'",
    "\"a\"",
    "a\nb",
    "",
    " ",
    "é",
    "中文",
    "_",
    "1",
    "2fa",
    "self",
    "Self",
    "type",
    "gen",
    "service",
    "Service",
    "all",
    "lib",
    "common",
    "api",
    "errors",
    "new",
    "clone",
    "send",
    "ABCThing",
    "abcThing",
    "abc_thing",
    "m",
    "M",
    "a_1",
    "a1",
    "get",
    "get_call",
    "GetCall",
    "Client",
    "Option",
    "token",
    "Unknown",
    "x?",
];

fn name() -> BoxedStrategy<String> {
    prop_oneof![
        6 => proptest::sample::select(&NAMES[..]).prop_map(str::to_owned),
        1 => ".{0,12}",
    ]
    .boxed()
}

/// A schema that may refer to the schemas of these names.
fn schema(names: Vec<String>) -> impl Strategy<Value = Value> {
    let reference = proptest::sample::select(names).prop_map(|name| {
        let escaped = name.replace('~', "~0").replace('/', "~1").replace('%', "%25");
        json!({"$ref": format!("#/components/schemas/{escaped}")})
    });
    let leaf = prop_oneof![
        3 => reference,
        1 => Just(json!({"type": "string", "minLength": 1, "default": "x"})),
        1 => Just(json!({"type": ["integer", "null"], "minimum": -9_223_372_036_854_775_808_i64, "default": 0})),
        1 => Just(json!({"type": "number", "maximum": 1e300, "default": 0.5})),
        1 => Just(json!({})),
        1 => prop::collection::vec(name(), 1..4).prop_map(|values| json!({"enum": values})),
        1 => prop::collection::vec((name(), 0..9_i64), 2..4).prop_map(|values| {
            let values: Vec<_> = values.iter().map(|(title, value)| json!({"const": value, "title": title})).collect();
            json!({"oneOf": values})
        }),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            3 => prop::collection::vec((name(), inner.clone(), any::<bool>()), 1..4).prop_map(object),
            1 => inner.clone().prop_map(|items| json!({"type": "array", "items": items, "minItems": 1})),
            1 => inner.clone().prop_map(|values| json!({"type": "object", "additionalProperties": values})),
            1 => prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({"allOf": parts})),
            1 => inner.clone().prop_map(|part| json!({"anyOf": [part, {"type": "null"}]})),
            2 => (prop::collection::vec(inner, 1..4), name()).prop_map(|(parts, by)| {
                json!({"oneOf": parts, "discriminator": {"propertyName": by}})
            }),
        ]
    })
}

fn object(members: Vec<(String, Value, bool)>) -> Value {
    let required: Vec<&String> =
        members.iter().filter(|(.., required)| *required).map(|(name, ..)| name).collect();
    let required = json!(required);
    let properties: Map<String, Value> =
        members.into_iter().map(|(name, schema, _)| (name, schema)).collect();
    json!({"type": "object", "properties": properties, "required": required})
}

/// A path of segments that are names or parameters, the same one perhaps several times.
fn path() -> impl Strategy<Value = String> {
    let segment = prop_oneof![
        2 => name().prop_map(|name| name.replace('/', "")),
        1 => proptest::sample::select(&["{x}", "{x}", "{null}", "{a-b}", "{a_b}", "{2}", "{type}", "{_}"][..])
            .prop_map(str::to_owned),
        2 => proptest::sample::select(&["a", "b", "v1"][..]).prop_map(str::to_owned),
    ];
    prop::collection::vec(segment, 1..4).prop_map(|segments| format!("/{}", segments.join("/")))
}

fn operation(names: Vec<String>) -> impl Strategy<Value = Value> {
    let parts = (
        (prop::option::of(name()), prop::option::of(name()), prop::option::of(name())),
        prop::collection::vec((name(), schema(names.clone()), any::<bool>()), 0..3),
        prop::option::of(schema(names.clone())),
        (schema(names), proptest::sample::select(&["200", "201", "204", "2XX", "default", "404"][..])),
        prop::option::of(prop::collection::vec(name(), 0..2)),
    );
    parts.prop_map(|((id, tag, summary), queries, body, (response, status), security)| {
        let mut made = json!({"responses": {
            status: {"description": "", "content": {"application/json": {"schema": response}}},
            "202": {"description": ""},
        }});
        let queries = queries.into_iter().map(|(name, schema, required)| {
            json!({"name": name, "in": "query", "schema": schema, "required": required})
        });
        made["parameters"] = queries.collect();
        let texts = [("operationId", id), ("summary", summary)];
        for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text?))) {
            made[key] = text.into();
        }
        if let Some(tag) = tag {
            made["tags"] = json!([tag]);
        }
        if let Some(body) = body {
            made["requestBody"] = json!({"content": {"application/json": {"schema": body}}});
        }
        if let Some(schemes) = security {
            let rule: Map<String, Value> = schemes.into_iter().map(|name| (name, json!([]))).collect();
            made["security"] = json!([rule]);
        }
        made
    })
}

fn document() -> impl Strategy<Value = Value> {
    prop::collection::btree_set(name(), 1..6).prop_flat_map(|names| {
        let names: Vec<String> = names.into_iter().collect();
        let schemas = prop::collection::vec(schema(names.clone()), names.len());
        let method = proptest::sample::select(&["get", "post", "delete"][..]);
        let operations = prop::collection::vec((path(), method, operation(names.clone())), 1..6);
        let schemes = prop::collection::vec((name(), name(), 0..3_usize), 0..4);
        (Just(names), schemas, operations, schemes, name(), name()).prop_map(
            |(names, schemas, operations, schemes, title, host)| {
                let mut paths = json!({"/always/{x}/here/{x}": {"get": {"tags": ["null"], "responses": {}}}});
                for (path, method, operation) in operations {
                    paths[path][method] = operation;
                }
                let schemas: Map<String, Value> = names.into_iter().zip(schemas).collect();
                let schemes: Map<String, Value> = schemes
                    .into_iter()
                    .map(|(scheme, header, kind)| {
                        let made = match kind {
                            0 => json!({"type": "http", "scheme": "bearer"}),
                            1 => json!({"type": "apiKey", "in": "header", "name": "X-Key"}),
                            _ => json!({"type": "apiKey", "in": "header", "name": header}),
                        };
                        (scheme, made)
                    })
                    .collect();
                json!({
                    "openapi": "3.1.0",
                    "info": {"title": title, "description": host},
                    "servers": [
                        {"url": "https://a.example/v1", "description": host},
                        {"url": "https://b.example/v1", "description": host},
                    ],
                    "paths": paths,
                    "components": {"schemas": schemas, "securitySchemes": schemes},
                })
            },
        )
    })
}

/// What YAML has a meaning for, or hides, beside `NAMES`.
const TEXTS: [&str; 30] = [
    "<<",
    "=",
    "0x10",
    "0o7",
    "0b1",
    "1_000",
    "1e3",
    ".5",
    "+1",
    "-0",
    ".inf",
    ".nan",
    "2001-01-01",
    "12:30",
    "-",
    "--- a",
    "...",
    "? a",
    "|",
    ">",
    "a: b # c",
    "# a",
    "a\\nb",
    "\\",
    "a\u{2028}b",
    "\u{feff}a",
    "\u{85}a",
    "🦀",
    "{a}: [b]",
    "a, b",
];

/// Texts come back as they are wherever they stand: nothing that is written takes them for something else than text.
#[test]
fn hostile_texts_come_back_as_they_are() {
    // What has an end of line in it, or nothing that shows, is no name on the wire, and is left out with a note.
    let is_writable = |text: &&str| !text.trim().is_empty() && !text.contains(char::is_control);
    let texts: Vec<&str> = NAMES.into_iter().chain(TEXTS).filter(is_writable).collect();
    let named = |texts: &[&str], value: Value| -> Map<String, Value> {
        texts.iter().map(|text| ((*text).to_owned(), value.clone())).collect()
    };
    // A `?` at the end would say that a member may be left out.
    let wires: Vec<&str> = texts.iter().copied().filter(|text| !text.ends_with('?')).collect();
    let params: Vec<Value> = wires
        .iter()
        .map(|text| json!({"name": text, "in": "query", "description": text, "schema": {"type": "string", "default": text}}))
        .collect();
    let one = json!({"type": "object", "properties": {"kind": {"type": "string"}, "of": {"type": "string"}}});
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Texts"},
        "servers": [{"url": "https://a.example"}],
        "paths": {"/all": {"post": {
            "tags": ["all"], "parameters": params,
            "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {
                "values": {"type": "string", "enum": texts},
                "members": {"type": "object", "properties": named(&wires, json!({"type": "string"}))},
            }}}}},
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": {
                "oneOf": [{"$ref": "#/components/schemas/One"}, {"$ref": "#/components/schemas/Two"}],
                "discriminator": {"propertyName": "kind", "mapping": named(&texts, json!("#/components/schemas/One"))},
            }}}}},
        }}},
        "components": {"schemas": {"One": one, "Two": one}},
    });
    let mut no_files = |path: &str| Err(format!("no file `{path}`"));
    let imported = import_openapi(&document.to_string(), "10/s", &mut no_files).expect("it is imported");
    let loaded = load(&imported.files);
    let api =
        loaded.unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &imported.files, false))).api;
    let sorted = |mut texts: Vec<&str>| {
        texts.sort_unstable();
        texts.dedup();
        texts.into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    let query = api.endpoints[0].params.iter().filter(|param| param.location == ParamLocation::Query);
    assert_eq!(sorted(query.clone().map(|param| &*param.field.wire).collect()), sorted(wires.clone()));
    for param in query {
        assert_eq!(param.field.default, Some(Literal::Str(param.field.wire.clone())));
    }
    let (mut values, mut members, mut tags) = (Vec::new(), Vec::new(), Vec::new());
    for def in &api.types {
        match &def.shape {
            Shape::Enum { values: known, .. } => {
                values.extend(known.iter().map(|value| match &value.value {
                    Literal::Str(text) => &**text,
                    other => panic!("{other:?}"),
                }))
            }
            Shape::Struct { fields, .. } if fields.len() > 2 => {
                members.extend(fields.iter().map(|field| &*field.wire))
            }
            Shape::Tagged(union) => tags.extend(union.variants.iter().map(|variant| &*variant.tag)),
            _ => {}
        }
    }
    assert_eq!(sorted(values), sorted(texts.clone()));
    assert_eq!(sorted(members), sorted(wires));
    // The schema that nothing is mapped to has its name for a tag.
    assert_eq!(sorted(tags), sorted([texts, vec!["Two"]].concat()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_names_give_a_spec_without_errors(document in document()) {
        let text = document.to_string();
        let mut no_files = |path: &str| Err(format!("no file `{path}`"));
        let imported = match import_openapi(&text, "10/s", &mut no_files) {
            Ok(imported) => imported,
            // Random references may form circles, which is the one thing that is refused.
            Err(refused) => {
                prop_assert!(refused.message.contains("leads back to itself"), "{}\n{text}", refused.message);
                return Err(TestCaseError::reject("a circle of references"));
            }
        };
        match load(&imported.files) {
            Ok(loaded) => {
                let messages: Vec<&String> = loaded.warnings.iter().map(|warning| &warning.message).collect();
                prop_assert!(messages.iter().all(|message| message.contains("path")), "{messages:?}");
                prop_assert!(!generate(&loaded.api, &CrateLayout::Workspace).is_empty());
            }
            Err(errors) => {
                prop_assert!(false, "{}\n{text}", render_diagnostics(&errors, &imported.files, false));
            }
        }
    }
}
