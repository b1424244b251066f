//! Type expressions, fields and definitions of types.

use super::convenience;
use super::shape::Definitions;
use super::shape::{
    any_keys, described, exactly_one, having, integer, list, object, one_of, pattern, reference, text, typed,
    with,
};
use crate::json::Json;

/// The definitions around types, and the small ones that all files share.
pub(super) fn definitions() -> Definitions {
    vec![
        ("type_expression", type_expression()),
        ("scalar", Json::object([("type", Json::list(["string", "number", "boolean"]))])),
        ("field", field()),
        ("field_long", field_long()),
        ("fields", fields()),
        ("plain_field", plain_field()),
        ("type", type_def()),
        ("name", pattern("A name in snake case.", super::shape::SNAKE_CASE)),
        (
            "sources",
            list(
                "Where the facts come from: names of `sources` beside `api`.",
                text("The name of a source."),
            ),
        ),
        ("status", integer("An HTTP status.", 100, 599)),
    ]
}

/// How a type is written where it is used.
fn type_expression() -> Json {
    let builtins = ["string", "bool", "i64", "f64", "timestamp", "secret", "any", "file", "bytes"];
    let name = Json::object([(
        "anyOf",
        Json::List(vec![
            one_of("A built-in type.", &builtins),
            pattern("A type defined under `types` of any file.", "^\\w+$"),
        ]),
    )]);
    let one = with(with(typed("array"), "minItems", Json::Int(1)), "maxItems", Json::Int(1));
    let inner = || reference("type_expression");
    exactly_one(vec![
        name,
        described("A list: `[T]`.", with(one, "items", inner())),
        object(
            "An object with arbitrary keys: `{map: T}`, or `{map: T, key: K}`.",
            &[
                ("map", described("Type of the values.", inner())),
                ("key", described("Type of the keys; a string when left out.", inner())),
            ],
            &["map"],
        ),
        object("A string that holds JSON text of a type: `{json: T}`.", &[("json", inner())], &["json"]),
        object(
            "An id over whole numbers, in a place where it travels as text: `{text: T}`.",
            &[("text", inner())],
            &["text"],
        ),
        object(
            "A value that may be `null`, which is not the same as being absent: `{nullable: T}`.",
            &[("nullable", inner())],
            &["nullable"],
        ),
    ])
}

/// A field, in its short form, which is its type alone, or in its long one. Both may be mappings: `{map: …}` and `{json:
/// …}` are types, unless `type` stands beside them.
fn field() -> Json {
    Json::object([
        (
            "if",
            with(
                typed("object"),
                "not",
                Json::object([(
                    "anyOf",
                    Json::List(["map", "json", "text", "nullable"].map(|key| having(&[key])).to_vec()),
                )]),
            ),
        ),
        ("then", reference("field_long")),
        (
            "else",
            Json::object([
                ("if", with(typed("object"), "required", Json::list(["type"]))),
                ("then", reference("field_long")),
                ("else", reference("type_expression")),
            ]),
        ),
    ])
}

/// A field as a mapping with a `type`.
fn field_long() -> Json {
    const MOST: i64 = u32::MAX as i64;
    let known = [
        ("type", described("Its type.", reference("type_expression"))),
        ("doc", text("What it means, in one sentence or more; every field should say it.")),
        (
            "name",
            text("The Rust name, when the wire name (the key) does not suit; the key stays the wire name."),
        ),
        (
            "default",
            described(
                "What the server assumes when the field is absent; shown in docs, never sent.",
                reference("scalar"),
            ),
        ),
        ("min", described("Least number allowed.", typed("number"))),
        ("max", described("Greatest number allowed.", typed("number"))),
        ("min_items", integer("Least length of a list.", 0, MOST)),
        ("max_items", integer("Greatest length of a list.", 0, MOST)),
        ("max_length", integer("Greatest length of a string in characters.", 0, MOST)),
        (
            "one_of",
            list(
                "The only values allowed, of a string or number or of each item of a list.",
                reference("scalar"),
            ),
        ),
        (
            "evidence",
            one_of(
                "How well the bounds are known; those that one weak source alone tells of are not checked.",
                &["strong", "weak"],
            ),
        ),
        (
            "constant",
            described(
                "The one value that is always sent; the caller does not see the field.",
                reference("scalar"),
            ),
        ),
    ];
    let keys: Vec<_> = known.into_iter().chain(convenience::field_keys()).collect();
    let schema = object("A field in its long form.", &keys, &["type"]);
    with(schema, "not", having(&["constant", "default"]))
}

/// What a name says of a field: with a question mark it may be absent.
fn fields() -> Json {
    let optional =
        Json::object([("not", having(&["constant"])), ("description", "An optional field.".into())]);
    let required = Json::object([("not", having(&["default"])), ("description", "A required field.".into())]);
    // `required` means something only for objects, so that short forms pass.
    let only_objects = |schema: Json| Json::object([("if", typed("object")), ("then", schema)]);
    let by_name = Json::object([("\\?$", only_objects(optional)), ("[^?]$", only_objects(required))]);
    let schema = with(typed("object"), "patternProperties", by_name);
    let doc =
        "`name: type`, or `name: {type: …, doc: …}`. A `?` at the end of the name makes the field optional.";
    described(
        doc,
        with(
            with(schema, "additionalProperties", Json::Bool(true)),
            "allOf",
            Json::List(vec![Json::object([("additionalProperties", reference("field"))])]),
        ),
    )
}

/// A value that no request carries by itself: a variable, or a credential's input.
fn plain_field() -> Json {
    let long = object(
        "Its type and what it means.",
        &[("type", described("Its type.", reference("type_expression"))), ("doc", text("What it means."))],
        &["type"],
    );
    Json::object([("if", typed("object")), ("then", long), ("else", reference("type_expression"))])
}

/// An entry under `types`.
fn type_def() -> Json {
    let value = object(
        "A value of the enum.",
        &[
            ("value", described("What travels: a text or a whole number.", reference("scalar"))),
            ("name", text("Its Rust name in snake case, when the value itself does not serve.")),
            ("doc", text("What it means.")),
            convenience::also(),
        ],
        &["value"],
    );
    let values = with(list("The values of an enum.", value), "minItems", Json::Int(1));
    let members = with(
        list("One of several JSON shapes, told apart by kind.", reference("type_expression")),
        "minItems",
        Json::Int(2),
    );
    let variant = object(
        "An object of a tagged union.",
        &[
            ("type", described("Its type, which has `fields`.", reference("type_expression"))),
            ("name", text("Its Rust name in snake case, when the tag itself does not serve.")),
            ("doc", text("What it is, if that is more than its type says.")),
        ],
        &["type"],
    );
    let is_long = Json::object([("type", Json::from("object")), ("required", Json::list(["type"]))]);
    let variant = Json::object([("if", is_long), ("then", variant), ("else", reference("type_expression"))]);
    let tagged = object(
        "Objects that one of their members tells apart. Unknown ones are kept.",
        &[
            (
                "by",
                text("The member that tells them apart, the tag. The types of the objects do not have it."),
            ),
            ("of", any_keys("The objects by the values of the tag.", variant)),
        ],
        &["by", "of"],
    );
    let is_list = Json::object([("type", Json::from("array"))]);
    let union = Json::object([("if", is_list), ("then", members), ("else", tagged)]);
    let union =
        described("One of several types, told apart by their JSON kinds or by one of their members.", union);
    let known = [
        ("doc", text("What it is.")),
        ("sources", reference("sources")),
        ("id", one_of("A newtype over this, so that it is not taken for another id.", &["string", "i64"])),
        ("fields", described("The members of an object.", reference("fields"))),
        ("enum", one_of("An open enum: unknown values are kept. How its values travel.", &["string", "i64"])),
        ("values", values),
        ("union", union),
    ];
    let keys: Vec<_> = known.into_iter().chain(convenience::type_keys()).collect();
    let schema =
        object("A type: an id, an object with `fields`, an `enum`, a `union`, or `any` value.", &keys, &[]);
    let forms = ["id", "fields", "enum", "union", "any"].map(|form| having(&[form]));
    let companions = Json::object([
        ("values", Json::list(["enum"])),
        ("enum", Json::list(["values"])),
        ("rules", Json::list(["fields"])),
        ("lookups", Json::list(["fields"])),
    ]);
    with(with(schema, "oneOf", Json::List(forms.into())), "dependentRequired", companions)
}
