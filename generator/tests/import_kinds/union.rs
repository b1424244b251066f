//! One of several: what tells them apart, however the document lists them.

use paceline_generator::NoteKind;
use serde_json::{Value, json};

use crate::{file, holds, import, places, returning};

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// An object with these members, the first of which it needs.
fn object(members: &[(&str, Value)]) -> Value {
    let properties: serde_json::Map<String, Value> =
        members.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({"type": "object", "required": [members[0].0], "properties": properties})
}

fn text() -> Value {
    json!({"type": "string"})
}

#[test]
fn a_constant_tells_objects_apart_beside_values_of_other_kinds_too() {
    let choice = json!({"oneOf": [
        {"type": "string", "enum": ["auto", "none"]},
        object(&[("type", json!({"const": "function"})), ("name", text())]),
        object(&[("type", json!({"const": "custom"})), ("name", text())]),
        object(&[("type", json!({"enum": ["search", "code"]}))]),
    ]});
    let imported = import(&returning(json!({"A": object(&[("choice", choice)])})));
    holds(
        file(&imported, "t.yaml"),
        &[
            "union: [AChoiceObject, AChoice1]",
            "by: type\n      of:\n        function: AChoiceFunction\n        custom: AChoiceCustom\n",
            "        search: AChoiceSearch\n        code: AChoiceSearch\n",
            "  AChoiceSearch:\n    doc: \"A choice search.\"\n    fields: {}\n",
        ],
    );
    assert_eq!(places(&imported, NoteKind::Changed, "same JSON kind"), [] as [&str; 0]);
}

#[test]
fn unions_in_a_union_are_parts_of_it_and_what_shares_a_tag_is_told_apart_below_it() {
    let imported = import(&returning(json!({
        "A": object(&[("item", reference("InputItem")), ("own", reference("Item"))]),
        "InputItem": {"oneOf": [reference("Easy"), reference("Item"), object(&[("type", json!({"const": "ref"})), ("id", text())])]},
        "Item": {"oneOf": [reference("Message"), reference("Call")], "discriminator": {"propertyName": "type"}},
        "Easy": object(&[("role", text()), ("type", json!({"enum": ["message"]}))]),
        "Message": object(&[("type", json!({"const": "message"})), ("role", text()), ("parts", json!({"type": "array", "items": text()}))]),
        "Call": object(&[("type", json!({"const": "call"})), ("name", text())]),
    })));
    let written = file(&imported, "t.yaml");
    holds(
        written,
        &[
            "  InputItem:\n    doc: \"InputItem.\"\n    union:\n      by: type\n      of:\n        message: InputItemMessage\n        call: Call\n        ref: {type: InputItemRef, name: ref_value}\n",
            "  InputItemMessage:\n    doc: \"InputItem message.\"\n    union:\n      of:\n        easy: Easy\n        message: Message\n",
            "  Item:\n    doc: \"Item.\"\n    union:\n      by: type\n      of:\n        message: Message\n        call: Call\n",
        ],
    );
    assert!(!written.contains("type?:") && !written.contains("type: {type:"), "{written}");
}

#[test]
fn several_lists_are_a_list_of_what_any_of_them_holds() {
    let list = |items: Value| json!({"type": "array", "items": items});
    let whole = || json!({"type": "integer"});
    let prompt = json!({"oneOf": [text(), list(text()), list(whole()), list(list(whole()))]});
    let imported = import(&returning(json!({"A": object(&[("prompt", prompt)])})));
    holds(
        file(&imported, "t.yaml"),
        &[
            "  APrompt:\n    doc: \"A prompt.\"\n    union: [[APromptItem], string]\n",
            "union: [string, i64, [i64]]",
        ],
    );
    assert_eq!(places(&imported, NoteKind::Changed, "one of several lists").len(), 1);
}

#[test]
fn numbers_and_texts_of_several_forms_leave_room_for_other_kinds() {
    let value = json!({"oneOf": [text(), {"type": "integer"}, {"type": "number"}, {"type": "array", "items": text()}]});
    let length = json!({"oneOf": [{"type": "string", "enum": ["none"]}, {"type": "string", "pattern": "^[0-9]+$"}, {"type": "integer"}]});
    let imported = import(&returning(json!({"A": object(&[("value", value), ("length", length)])})));
    holds(file(&imported, "t.yaml"), &["union: [string, f64, [string]]", "union: [string, i64]"]);
}

#[test]
fn objects_that_look_the_same_are_one_and_those_whose_values_differ_in_kind_are_tried() {
    let range =
        |format: &str| object(&[("first", json!({"type": "string", "format": format})), ("last", text())]);
    let error =
        |items: Value| object(&[("message", text()), ("errors", json!({"type": "array", "items": items}))]);
    let empty = json!({"type": "object", "properties": {}, "additionalProperties": false});
    let imported = import(&returning(json!({
        "A": object(&[("range", json!({"oneOf": [range("ipv4"), range("ipv6")]})),
            ("refusal", json!({"oneOf": [error(text()), error(object(&[("code", text())]))]})),
            ("limit", json!({"anyOf": [object(&[("until", text())]), empty]}))]),
    })));
    holds(
        file(&imported, "t.yaml"),
        &[
            "  ARange:\n    doc: \"A range.\"\n    fields:\n      first: {type: string",
            "  ARefusal:\n    doc: \"A refusal.\"\n    union:\n      of:\n        a_refusal1: ARefusal1\n        a_refusal2: ARefusal2\n",
            "  ALimit:\n    doc: \"A limit.\"\n    union:\n      of:\n        a_limit1: ALimit1\n",
        ],
    );
    assert_eq!(places(&imported, NoteKind::Changed, "look the same").len(), 1);
    assert_eq!(places(&imported, NoteKind::Changed, "an object without members").len(), 1);
}

#[test]
fn members_beside_variants_stand_on_one_level_with_them() {
    let constant = |value: &str| json!({"const": value});
    let imported = import(&returning(json!({
        "A": object(&[("task", reference("Task")), ("event", reference("Event")), ("plain", reference("Plain")), ("unclear", reference("Unclear"))]),
        "Base": object(&[("id", text()), ("kind", text())]),
        // The tag is described in the object, and again in the variants.
        "Task": {"allOf": [reference("Base"), {"oneOf": [
            object(&[("kind", constant("story")), ("points", json!({"type": "integer"}))]), reference("Bug")]}]},
        "Bug": object(&[("kind", constant("bug")), ("id", text()), ("seen", text())]),
        "Event": {"type": "object", "required": ["how"], "properties": {"how": text(), "at": text()},
            "oneOf": [reference("Made"), reference("Gone")],
            "discriminator": {"propertyName": "how", "mapping": {"m": "Made", "g": "Gone"}}},
        "Made": object(&[("by", text())]),
        "Gone": object(&[("to", text())]),
        "Plain": {"type": "object", "properties": {"id": text()},
            "anyOf": [object(&[("x", text())]), object(&[("y", text())]), {"required": ["id"]}]},
        "Unclear": {"type": "object", "properties": {"id": text()}, "oneOf": [object(&[("x", text())]), object(&[("x", json!({"type": "integer"}))])]},
    })));
    let written = file(&imported, "t.yaml");
    holds(
        written,
        &[
            "  Task:\n    doc: \"Task.\"\n    fields:\n      id: {type: string, doc: \"Id.\"}\n    variant: TaskVariant\n",
            "  TaskVariant:\n    doc: \"Task variant.\"\n    union:\n      by: kind\n      of:\n        story: TaskVariantStory\n        bug: Bug\n",
            "  Bug:\n    doc: \"Bug.\"\n    fields:\n      seen?: {type: string",
            "    variant: EventVariant\n",
            "      by: how\n      of:\n        m: Made\n        g: Gone\n",
            "    variant: PlainVariant\n",
            "        plain_variant1: PlainVariant1\n        plain_variant2: PlainVariant2\n",
            "  Unclear:\n    doc: \"Unclear.\"\n    fields:\n      id?: {type: string, doc: \"Id.\"}\n    free: any\n",
        ],
    );
    assert!(!written.contains("how:") && !written.contains("kind:"), "{written}");
    assert_eq!(places(&imported, NoteKind::Changed, "further members in variants").len(), 1);
}

#[test]
fn a_union_of_nothing_but_itself_is_any_value() {
    let itself =
        json!({"oneOf": [reference("Knot"), reference("Knot")], "discriminator": {"propertyName": "kind"}});
    let imported = import(&returning(json!({"A": object(&[("knot", reference("Knot"))]), "Knot": itself})));
    holds(file(&imported, "t.yaml"), &["      knot: {type: any,"]);
    assert_eq!(places(&imported, NoteKind::Changed, "that are all this one").len(), 1);
}

#[test]
fn lists_of_themselves_have_an_end() {
    let list = |of: &str| json!({"type": "array", "items": reference(of)});
    // Several lists, each of the union that they are in; lists of each other, one after the other.
    let imported = import(&returning(json!({
        "A": object(&[("several", reference("Several")), ("one", reference("One")), ("told", reference("Told"))]),
        "Several": {"oneOf": [list("Several"), list("Other")]},
        "Other": {"anyOf": [list("Several"), list("Other")]},
        "One": {"oneOf": [list("One"), list("One")]},
        // What would tell the objects apart are lists without an end.
        "Told": {"oneOf": [object(&[("x", reference("Left"))]), object(&[("x", reference("Right"))])]},
        "Left": list("Left"),
        "Right": list("Right"),
    })));
    assert!(!places(&imported, NoteKind::Changed, "a type that is a list of itself").is_empty());
}
