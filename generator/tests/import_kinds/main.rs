//! Kinds of things that an import could get wrong without a word, a few members of each.

mod body;
mod call;
mod example;
mod limit;
mod odd_objects;
mod only;
mod paging;
mod reference;
mod route;
mod security;
mod swagger;
mod told;
mod union;

use paceline_generator::{ImportError, Imported, NoteKind, import_openapi, load, render_diagnostics};
use serde_json::{Map, Value, json};

/// Imports a document of one file; the result is a spec without errors.
fn import(document: &Value) -> Imported {
    let imported = try_import(document).unwrap_or_else(|refused| panic!("{refused}"));
    if let Err(errors) = load(&imported.files) {
        panic!("{}", render_diagnostics(&errors, &imported.files, false));
    }
    imported
}

fn try_import(document: &Value) -> Result<Imported, ImportError> {
    let mut no_files = |path: &str| Err(format!("there is no file `{path}`"));
    import_openapi(&document.to_string(), "10/s", &mut no_files)
}

/// A document with these paths and components.
fn document(paths: &Value, components: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Test"},
        "servers": [{"url": "https://api.example.com/v1"}],
        "paths": paths,
        "components": components,
    })
}

/// A document with one operation, `GET /t`, that returns the schema `A`.
fn returning(schemas: Value) -> Value {
    let schema = json!({"$ref": "#/components/schemas/A"});
    let paths = json!({"/t": {"get": {"operationId": "get", "responses": {"200": json_body(&schema)}}}});
    document(&paths, &json!({"schemas": schemas}))
}

fn json_body(schema: &Value) -> Value {
    json!({"description": "", "content": {"application/json": {"schema": schema}}})
}

/// The text of one file.
#[track_caller]
fn file<'i>(imported: &'i Imported, path: &str) -> &'i str {
    let found = imported.files.iter().find(|file| file.path == path);
    &found.unwrap_or_else(|| panic!("no {path} among {:?}", imported.files)).text
}

/// The places of the notes of a kind whose message holds these words.
fn places(imported: &Imported, kind: NoteKind, words: &str) -> Vec<String> {
    let notes = imported.notes.iter().filter(|note| note.kind == kind && note.message.contains(words));
    notes.flat_map(|note| note.places.iter().map(|place| place.pointer.clone().unwrap_or_default())).collect()
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no `{part}` in\n{text}");
    }
}

#[test]
fn a_key_that_nobody_reads_is_a_note_with_its_place() {
    let mut whole = returning(json!({
        "A": {"type": "object", "properties": {"x/y": {"type": "string", "pattern": "^a", "minLength": 2}}},
        "Unused": {"type": "string"},
    }));
    whole["info"]["x-logo"] = json!("a.png");
    whole["paths"]["/t"]["get"]["x-odd"] = json!({"deep": {"deeper": 1}});
    let imported = import(&whole);
    let unread = |words| places(&imported, NoteKind::Unread, words);
    assert_eq!(unread("`pattern` of a schema"), ["#/components/schemas/A/properties/x~1y/pattern"]);
    assert_eq!(unread("`x-logo` of `info`"), ["#/info/x-logo"]);
    assert_eq!(unread("an entry of `schemas`"), ["#/components/schemas/Unused"]);
    // Told of once, as a whole.
    assert_eq!(unread("`x-odd` of an operation"), ["#/paths/~1t/get/x-odd"]);
    assert_eq!(unread("deep"), [""; 0]);
    assert_eq!(unread("minLength"), [""; 0]);
}

#[test]
fn where_a_document_is_refused_its_notes_are_shown() {
    let refused =
        try_import(&document(&json!({"/{a}{b}": {"get": {"responses": {}}}}), &json!({}))).unwrap_err();
    assert!(refused.message.contains("no operation"));
    assert!(refused.notes.iter().any(|note| note.message.contains("side by side")), "{:?}", refused.notes);
}

#[test]
fn a_mistake_is_blamed_on_the_limit_only_if_it_is_one_of_the_limit() {
    let text = returning(json!({"A": {}})).to_string();
    let mut no_files = |path: &str| Err(path.to_owned());
    let refused = import_openapi(&text, "often", &mut no_files).unwrap_err().message;
    holds(&refused, &["the limit `often` cannot be used", "`often` is not a rate limit"]);
    let imported = import_openapi(&text, "[15/s, 450/min]", &mut no_files).unwrap();
    holds(file(&imported, "api.yaml"), &["standard: [15/s, 450/min]"]);
}

#[test]
fn a_parameter_that_stands_in_its_path_twice_gets_a_second_name() {
    let parameter = json!({"name": "x", "in": "path", "required": true, "schema": {"type": "integer"}});
    let paths = json!({
        "/a/{x}/b/{x}": {"parameters": [parameter], "get": {"responses": {}}},
        "/c/{a-b}/{a_b}": {"get": {"responses": {}}},
    });
    let imported = import(&document(&paths, &json!({})));
    holds(file(&imported, "a.yaml"), &["GET /v1/a/:x/b/:x_2", "x: {type: i64", "x_2: {type: i64"]);
    holds(file(&imported, "c.yaml"), &["GET /v1/c/:a_b/:a_b_2"]);
    assert_eq!(places(&imported, NoteKind::Changed, "stands in its path twice").len(), 2);
}

#[test]
fn names_that_are_the_same_in_rust_are_repaired_with_a_note() {
    let object = json!({"type": "object", "properties": {"m": {"type": "string"}, "M": {"type": "string"}}});
    let schema = json!({"$ref": "#/components/schemas/abcThing"});
    let operation = |id: &str, tag: &str| json!({"operationId": id, "tags": [tag], "responses": {"200": json_body(&schema)}});
    let paths = json!({
        "/1": {"get": operation("getIt", "ABCThing")},
        "/2": {"get": operation("get_it", "ABCThing")},
        "/3": {"get": operation("a", "abc thing")},
        "/4": {"get": operation("null", "null")},
        "/5": {"get": operation("b", "Limits")},
    });
    let imported = import(&document(&paths, &json!({"schemas": {"abcThing": object}})));
    holds(file(&imported, "null.yaml"), &["resource: \"null\"", "  \"null\":\n"]);
    holds(file(&imported, "limits_group.yaml"), &["resource: limits_group"]);
    holds(
        file(&imported, "common.yaml"),
        &["AbcThingData:", "\"M?\": {type", "m?: {type: string, name: m_value"],
    );
    for words in
        ["a type with a name", "a tag with a name", "an operation with a name", "a member with a name"]
    {
        assert_eq!(places(&imported, NoteKind::Changed, words).len(), 1, "{words}");
    }
}

#[test]
fn every_kind_of_reference_is_followed() {
    let paths = json!({"/items/{id}": {"$ref": "#/components/pathItems/Item"}});
    let components = json!({
        "pathItems": {"Item": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "put": {
                "requestBody": {"$ref": "#/components/requestBodies/Item"},
                "responses": {"200": {"$ref": "#/components/responses/Item"}},
                "security": [{"key": []}],
            },
        }},
        "parameters": {"Id": {"$ref": "#/components/parameters/Number"},
            "Number": {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}},
        "requestBodies": {"Item": json_body(&json!({"$ref": "#/components/schemas/Item"}))},
        "responses": {"Item": json_body(&json!({"$ref": "#/components/schemas/Item"}))},
        "schemas": {"Item": {"type": "object", "properties": {"a%b": {"type": "string"}}}},
        "securitySchemes": {"key": {"$ref": "#/components/securitySchemes/other"},
            "other": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    });
    let imported = import(&document(&paths, &components));
    let text = file(&imported, "items.yaml");
    holds(text, &["PUT /v1/items/:id", "id: {type: i64", "returns: Item", "\"a%b?\"", "auth: [key]"]);
}

#[test]
fn a_reference_that_leads_nowhere_is_an_error_that_names_it() {
    let refused = |schema: Value| try_import(&returning(json!({"A": schema}))).unwrap_err().message;
    let text =
        refused(json!({"properties": {"b": {"$ref": "#/components/schemas/B"}, "c": {"$ref": "#/x~1y"}}}));
    holds(
        &text,
        &["`$ref: #/components/schemas/B` at #/components/schemas/A/properties/b leads to nothing", "#/x~1y"],
    );
    holds(
        &refused(json!({"$ref": "other.yaml#/A"})),
        &["`$ref: other.yaml#/A` cannot be followed", "no file `other.yaml`"],
    );
    holds(&refused(json!({"$ref": "https://example.com/a.yaml"})), &["nothing is fetched"]);
    holds(&refused(json!({"$ref": "#A"})), &["anchor `A`"]);
    holds(&refused(json!({"$ref": "#/components/schemas/A"})), &["leads back to itself"]);
    // What only looks like a reference.
    import(&returning(json!({"A": {"type": "object", "example": {"$ref": "#/nowhere"}, "properties": {
        "$ref": {"type": "string"}, "example": {"type": "string"}}}})));
}

#[test]
fn what_the_dialect_can_say_is_said() {
    let imported = import(&returning(json!({"A": {"type": "object", "properties": {
        "level": {"oneOf": [{"const": 1, "title": "Low"}, {"const": 2, "title": "High", "description": "Much."}]},
        "color": {"type": "string", "enum": ["#f00", "#0f0"], "x-enum-varnames": ["RED", "GREEN"]},
        "heat": {"anyOf": [{"type": "number", "minimum": 0, "maximum": 2, "default": 1, "description": "How hot."}, {"type": "null"}]},
        "text": {"type": "string", "minLength": 1, "maxLength": 9},
        "list": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "null"]}},
        "huge": {"type": "integer", "minimum": -9_223_372_036_854_775_808_i64},
        "serial": {"type": "integer", "format": "uint64", "minimum": 0, "maximum": 9_000_000_000_000_i64},
    }}})));
    holds(
        file(&imported, "t.yaml"),
        &[
            "- {value: 1, name: low, doc: \"Low\"}",
            "- {value: 2, name: high, doc: \"Much.\"}",
            "- {value: \"#f00\", name: red, doc:",
            "heat?: {type: f64, min: 0, max: 2, default: 1, doc: \"How hot.\"}",
            "serial?: {type: u64, min: 0, max: 9000000000000,",
            "text?: {type: string, min_length: 1, max_length: 9,",
            "list?: {type: [{nullable: string}], min_items: 1, max_items: 3,",
        ],
    );
    assert_eq!(places(&imported, NoteKind::Unread, "`minimum`").len(), 1, "a bound that is not exact");
}

#[test]
fn objects_that_a_member_tells_apart_are_a_tagged_union() {
    let variant = |tag: Value, more: &str| json!({"type": "object", "required": ["kind"], "properties": {"kind": tag, more: {"type": "string"}}});
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let imported = import(&returning(json!({
        "A": {"type": "object", "properties": {
            "named": {"oneOf": [reference("Cat"), reference("Dog")], "discriminator": {"propertyName": "kind",
                "mapping": {"c": "#/components/schemas/Cat", "d": "Dog"}}},
            "bare": {"oneOf": [reference("Cat"), reference("Dog")], "discriminator": {"propertyName": "kind"}},
            "shown": {"anyOf": [variant(json!({"const": "x"}), "a"), variant(json!({"enum": ["z"]}), "b")]},
            "unclear": {"oneOf": [variant(json!({"const": "x"}), "a"), {"type": "object",
                "properties": {"kind": {"const": "x"}, "a": {"type": "integer"}}}]},
        }},
        "Cat": variant(json!({"type": "string"}), "purrs"),
        "Dog": variant(json!({"type": "string"}), "barks"),
    })));
    let text = file(&imported, "t.yaml");
    holds(
        text,
        &["by: kind\n      of:\n        c: Cat\n        d: Dog\n", "\"Cat\": Cat\n        \"Dog\": Dog\n"],
    );
    holds(text, &["x: AShownX", "z: AShownZ", "unclear?: {type: any"]);
    assert!(!text.contains("kind:"), "the union writes the tag itself:\n{text}");
    assert_eq!(places(&imported, NoteKind::Changed, "same JSON kind").len(), 1);
}

#[test]
fn objects_without_a_tag_are_told_apart_by_their_members() {
    let object = |required: &[&str], all: &[&str]| {
        let members: Map<String, Value> =
            all.iter().map(|name| ((*name).to_owned(), json!({"type": "string"}))).collect();
        json!({"type": "object", "required": required, "properties": members})
    };
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let imported = import(&returning(json!({
        "A": {"type": "object", "properties": {
            "pet": reference("Pet"),
            "mixed": {"oneOf": [{"type": "string"}, reference("Cat"), object(&["url"], &["url"])]},
            "alike": {"anyOf": [object(&["x"], &["x"]), object(&[], &["x"])]},
        }},
        "Pet": {"description": "A pet.", "oneOf": [reference("Cat"), reference("Dog"), reference("Group")]},
        "Cat": object(&["purrs"], &["purrs", "name"]),
        "Dog": object(&[], &["barks", "name"]),
        "Group": {"type": "object", "required": ["pets"], "properties": {
            "pets": {"type": "array", "items": reference("Pet")}}},
    })));
    let text = file(&imported, "t.yaml");
    holds(
        text,
        &[
            "  Pet:\n    doc: \"A pet.\"\n    union:\n      of:\n        cat: Cat\n        dog: Dog\n        group: Group\n",
            "pets: {type: [Pet]",
            "  AMixedObject:\n    doc: \"A mixed.\"\n    union:\n      of:\n        cat: Cat\n        a_mixed3: AMixed3\n",
            "  AMixed:\n    doc: \"A mixed.\"\n    union: [AMixedObject, string]",
            "alike?: {type: any",
        ],
    );
    assert_eq!(places(&imported, NoteKind::Changed, "same JSON kind").len(), 1);
}

#[test]
fn members_without_a_name_are_kept_beside_those_that_have_one() {
    let open = |more: Value| json!({"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": more});
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let tagged = |tag: &str, more: Value| {
        let kind = json!({"type": "string", "enum": [tag]});
        json!({"type": "object", "required": ["kind"], "properties": {"kind": kind}, "additionalProperties": more})
    };
    let imported = import(&returning(json!({
        "A": {"type": "object", "properties": {
            "any": open(json!(true)),
            "empty": open(json!({})),
            "number": open(json!({"type": ["integer", "null"], "format": "int64"})),
            "again": open(reference("A")),
            "inline": open(open(json!(false))),
            "none": open(json!(false)),
            "whole": {"allOf": [reference("Part"), {"type": "object", "properties": {"b": {"type": "string"}}}]},
            "kinds": {"oneOf": [tagged("x", json!(true)), tagged("y", json!(false))]},
        }},
        "Part": open(json!({"type": "boolean"})),
    })));
    let text = file(&imported, "t.yaml");
    let a = "    fields:\n      a?: {type: string, doc: \"A.\"}\n";
    let of = |name: &str, more: &str| {
        format!("  {name}:\n    doc: \"A {}.\"\n{a}{more}", &name[1..].to_lowercase())
    };
    holds(
        text,
        &[
            &of("AAny", "    free: any\n"),
            &of("AEmpty", "    free: any\n"),
            &of("ANumber", "    free: {nullable: i64}\n"),
            &of("AAgain", "    free: A\n"),
            &of("AInline", "    free: AInlineValue\n"),
            "      b?: {type: string, doc: \"B.\"}\n    free: bool\n",
            "  AKindsX:\n    doc: \"A kinds x.\"\n    fields: {}\n    free: any\n",
        ],
    );
    assert_eq!(text.matches("    free: ").count(), 7, "{text}");
    assert_eq!(places(&imported, NoteKind::LeftOut, "without a declared name"), [""; 0]);
}

/// Members that are taken over are read once, not once for each way that leads to them: of those there may be more than the
/// document has letters.
#[test]
fn objects_without_a_name_that_extend_one_another_are_read_once() {
    const KINDS: usize = 12;
    let more = |name: usize| json!({"allOf": [{"$ref": format!("#/components/schemas/A{name}")}, {"properties": {"more": {"type": "string"}}}]});
    let mut schemas: Map<String, Value> = (0..KINDS)
        .map(|at| {
            let members: Map<String, Value> = (0..KINDS)
                .filter(|other| *other != at)
                .map(|other| (format!("m{other}"), more(other)))
                .collect();
            (format!("A{at}"), json!({"type": "object", "properties": members}))
        })
        .collect();
    schemas.insert("A".to_owned(), json!({"$ref": "#/components/schemas/A0"}));
    let imported = import(&returning(Value::Object(schemas)));
    let types = load(&imported.files).unwrap().api.types.len();
    assert!(types <= KINDS * KINDS, "{types} types");
    // One that stands inside itself is a type of its own, which it names.
    let imported = import(&returning(json!({"A": {"type": "object", "properties": {
        "parent": {"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"since": {"type": "string"}}}]}}}})));
    holds(
        file(&imported, "t.yaml"),
        &["    fields:\n      parent?: {type: AParentParent", "since?: {type: string"],
    );
}

/// In a test's thread the stack is small, and square time would be minutes.
#[test]
fn long_chains_and_circles_neither_overflow_nor_take_square_time() {
    const LENGTH: usize = 20_000;
    let reference = |name: usize| json!({"$ref": format!("#/components/schemas/A{name}")});
    let object = json!({"type": "object", "properties": {"x": {"type": "string"}}});
    let chain = |link: &dyn Fn(usize) -> Value| -> Value {
        let mut schemas: Map<String, Value> =
            (0..LENGTH).map(|at| (format!("A{at}"), link(at + 1))).collect();
        schemas.insert(format!("A{LENGTH}"), object.clone());
        schemas.insert("A".to_owned(), reference(0));
        returning(Value::Object(schemas))
    };
    let imported = import(&chain(&|next| reference(next)));
    assert_eq!(load(&imported.files).unwrap().api.types.len(), 1);
    let imported = import(&chain(
        &|next| json!({"type": "object", "required": ["n"], "properties": {"n": reference(next)}}),
    ));
    assert_eq!(load(&imported.files).unwrap().api.types.len(), LENGTH + 1);
    for link in [
        &|next| json!({"allOf": [reference(next), {"properties": {format!("p{next}"): {"type": "string"}}}]}),
        &|next| json!({"type": "array", "items": reference(next)}),
        &|next| json!({"oneOf": [reference(next), {"type": "string"}]}) as Value,
    ] as [&dyn Fn(usize) -> Value; 3]
    {
        import(&chain(link));
    }
    let a = json!({"$ref": "#/components/schemas/A"});
    let imported = import(&returning(json!({"A": {"allOf": [a, a, a, a, object]}})));
    holds(file(&imported, "t.yaml"), &["x?: {type: string"]);
    // Two that need one another without end, through a union too.
    let needs = |name: &str| json!({"type": "object", "required": ["n"], "properties": {"n": {"$ref": format!("#/components/schemas/{name}")}}});
    let imported =
        import(&returning(json!({"A": needs("B"), "B": {"oneOf": [{"$ref": "#/components/schemas/A"},
        {"type": "array", "items": {}}]}, "C": needs("A")})));
    holds(file(&imported, "t.yaml"), &["union: [A, [any]]"]);
    let imported = import(&returning(json!({"A": needs("B"), "B": needs("A")})));
    assert_eq!(places(&imported, NoteKind::Changed, "contains itself without end").len(), 1);
}
