//! An import loses nothing without a word: an independent reading of a document, compared with that of the document which
//! the imported spec is exported as. Every difference has a note at its place, above it or below it.
//!
//! Documents of a folder are read by `IMPORT_COMPLETE=FOLDER cargo test -p paceline-generator --test import_complete --
//! --ignored --nocapture`.

#![allow(clippy::disallowed_methods, reason = "documents are read from the disk")]

mod compare;
mod document;
mod schema;
mod yaml;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use compare::{Difference, differences};
use paceline_generator::{Note, NoteKind, import_openapi, load, openapi, render_diagnostics};
use serde_json::{Value, json};
use yaml::Yaml;

/// The differences that no note tells of, and how many there are at all.
fn untold(text: &str) -> (Vec<Difference>, usize) {
    let before = read(text);
    let imported = import_openapi(text, "10/s", &mut |path| Err(format!("no file `{path}`")))
        .unwrap_or_else(|refused| panic!("{refused}"));
    let loaded = load(&imported.files)
        .unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &imported.files, false)));
    let after: Value = serde_json::from_str(&openapi(&loaded.api)).expect("it is JSON");
    let found = differences(&before, &after);
    let count = found.len();
    let told = told(&imported.notes);
    (found.into_iter().filter(|difference| !is_told(difference, &told)).collect(), count)
}

/// A document in JSON or YAML.
fn read(text: &str) -> Value {
    let yaml = || serde_yaml::from_str::<Yaml>(text).expect("it is JSON or YAML").0;
    serde_json::from_str(text).unwrap_or_else(|_| yaml())
}

/// A note can tell of a difference from these places.
struct Told<'n> {
    /// Where the difference may stand at, above or below.
    around: Vec<&'n str>,
    /// Where it may stand at or below.
    inside: Vec<&'n str>,
    /// Where it may stand alone.
    here: Vec<&'n str>,
}

/// The places of the notes. What the document leaves open is no loss, and neither is another name for something.
fn told(notes: &[Note]) -> Told<'_> {
    let mut told = Told { around: Vec::new(), inside: Vec::new(), here: Vec::new() };
    for note in notes {
        for pointer in note.places.iter().filter_map(|place| place.pointer.as_deref()) {
            let about_names = ["renamed", "several tags", "second name"];
            match note.kind {
                NoteKind::Open => {}
                _ if about_names.iter().any(|words| note.message.contains(words)) => {}
                NoteKind::Changed if note.message.contains("need not be sent") => told.here.push(pointer),
                // An example that nobody reads is no word on the schema around it.
                NoteKind::Unread if !is_about_values(pointer) => told.inside.push(pointer),
                NoteKind::Unread | NoteKind::LeftOut | NoteKind::Changed => told.around.push(pointer),
            }
        }
    }
    told
}

/// Whether a key, the last one of a pointer, says what values there are.
fn is_about_values(pointer: &str) -> bool {
    const KEYS: [&str; 11] = [
        "content",
        "schema",
        "properties",
        "items",
        "type",
        "enum",
        "required",
        "additionalProperties",
        "oneOf",
        "anyOf",
        "allOf",
    ];
    pointer.rsplit('/').next().is_some_and(|key| KEYS.contains(&key))
}

fn is_told(difference: &Difference, told: &Told<'_>) -> bool {
    let is_inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    difference.pointers.iter().any(|place| {
        told.around.iter().any(|note| is_inside(note, place) || is_inside(place, note))
            || told.inside.iter().any(|note| is_inside(place, note))
            || told.here.contains(&place.as_str())
    })
}

/// Fails with the differences, those of a kind together.
#[track_caller]
fn all_are_told(name: &str, text: &str) {
    let (untold, count) = untold(text);
    println!("{name}: {count} differences, {} without a note", untold.len());
    let mut kinds: BTreeMap<String, Vec<&Difference>> = BTreeMap::new();
    for difference in &untold {
        let kind = difference.what.split('`').step_by(2).collect::<Vec<_>>().join("`…`");
        kinds.entry(kind).or_default().push(difference);
    }
    for (kind, all) in &kinds {
        println!("  {:>5}  {kind}", all.len());
        for difference in all.iter().take(3) {
            println!("         {} at {}", difference.what, difference.pointers.join(" → "));
        }
    }
    assert!(untold.is_empty(), "{name}: {} differences without a note", untold.len());
}

#[test]
fn the_documents_of_the_tests_lose_nothing_without_a_word() {
    all_are_told("shop", include_str!("../import/shop.json"));
    all_are_told("clock", include_str!("../import/clock.yaml"));
    all_are_told("the project's own", include_str!("../../../generated-client/openapi.json"));
}

/// What is compared at all: each change of a document is a difference, and the document itself is none.
#[test]
fn every_kind_of_loss_is_a_difference() {
    let schema = json!({"type": "object", "required": ["a"], "properties": {
        "a": {"type": "string"}, "b": {"type": "array", "items": {"enum": ["x", "y"]}}, "c": {"anyOf": [{"$ref": "#/components/schemas/C"}, {"type": "null"}]},
    }});
    let content =
        json!({"application/json": {"schema": schema}, "text/plain": {"schema": {"type": "string"}}});
    let document = json!({
        "servers": [{"url": "https://a.example/v1"}],
        "security": [{"key": []}],
        "paths": {"/t/{id}": {"post": {
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "q", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}, "explode": true},
                {"name": "h", "in": "header", "required": true, "schema": {"type": "boolean"}},
            ],
            "requestBody": {"content": content},
            "responses": {"200": {"content": content}, "404": {"content": content}},
        }}},
        "components": {
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "schemas": {"C": {"type": "object", "properties": {"d": {"type": "number"}}}},
        },
    });
    assert!(differences(&document, &document).is_empty());
    let operation = "/paths/~1t~1{id}/post";
    let sent = format!("{operation}/requestBody/content/application~1json/schema");
    let received = format!("{operation}/responses/200/content/application~1json/schema");
    let changes = [
        ("/servers/0/url".to_owned(), json!("https://b.example/v1")),
        ("/servers/0/url".to_owned(), json!("https://a.example/v2")),
        ("/security".to_owned(), json!([])),
        ("/components/securitySchemes/key/name".to_owned(), json!("X-Other")),
        ("/components/schemas/C/properties/d/type".to_owned(), json!("string")),
        (operation.to_owned(), json!(null)),
        (format!("{operation}/parameters/0/in"), json!("query")),
        (format!("{operation}/parameters/1/name"), json!("other")),
        (format!("{operation}/parameters/1/explode"), json!(false)),
        (format!("{operation}/parameters/1/schema/items/type"), json!("string")),
        (format!("{operation}/parameters/2/required"), json!(false)),
        (format!("{operation}/requestBody"), json!(null)),
        (format!("{operation}/requestBody/required"), json!(true)),
        (format!("{operation}/requestBody/content"), json!({"text/plain": {}})),
        (format!("{operation}/responses/200/content"), json!({"application/json": {}})),
        (format!("{operation}/responses"), json!({"200": {"content": content}})),
        (format!("{sent}/required"), json!([])),
        (format!("{sent}/properties/a/type"), json!(["string", "null"])),
        (format!("{sent}/properties/b/items/enum"), json!(["x"])),
        (format!("{sent}/properties"), json!({"a": {"type": "string"}})),
        (format!("{received}/properties/b"), json!({})),
        (format!("{received}/properties/c"), json!({"type": "object"})),
    ];
    for (pointer, value) in changes {
        let mut changed = document.clone();
        let (outer, key) = pointer.rsplit_once('/').expect("a pointer");
        changed.pointer_mut(outer).expect("it is there")[key.replace("~1", "/").as_str()] = value.clone();
        assert!(!differences(&document, &changed).is_empty(), "{pointer} became {value}, and nobody says so");
    }
}

#[test]
#[ignore = "it reads the documents of a folder"]
fn documents_lose_nothing_without_a_word() {
    let folder = env::var("IMPORT_COMPLETE").expect("IMPORT_COMPLETE names a folder");
    let mut failed = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(Path::new(&folder))
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a text");
        let name = path.display().to_string();
        if std::panic::catch_unwind(|| all_are_told(&name, &text)).is_err() {
            failed.push(name);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
