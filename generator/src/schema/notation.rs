//! Notations, that is, values that are written neither as a mapping with known keys nor as a plain text or number: type
//! expressions, fields in short or long form, measures.

use super::shape::{
    described, entries, exactly_one, having, integer, list, never_optional, one_of, pattern, reference,
    typed, with,
};
use crate::dialect::{
    FIELD, JSON_TYPE, LANGUAGE, MAP_TYPE, NULLABLE_TYPE, PLAIN_FIELD, SNAKE_CASE, TEXT_TYPE, VALUE_FORM,
    VARIANT,
};
use crate::ir::Scalar;
use crate::untyped::Untyped;

// Regular expressions for strings of the spec: `15/s`, `data.list`, `180s`, a sentence on one line.
const RATE_LIMIT: &str = "^ *[0-9]*[1-9][0-9]* */ *([0-9]*[1-9][0-9]* *(ms|s|min|h|day)|s|min|h|day) *$";
const JSON_PATH: &str = r"^(\\\.|[^\s.])+(\.(\\\.|[^\s.])+)*$";
const DURATION: &str = "^[0-9]+ *(ms|s|min|h) *$";
const SENTENCE: &str = "^\\s*\\S[^\\n]*[.。]\\s*$";

/// The definitions of the notations, to which [`Notation`](crate::dialect::Value::Notation) refers.
pub(super) fn definitions() -> Vec<(&'static str, Untyped)> {
    vec![
        ("type_expression", type_expression()),
        ("scalar", Untyped::object([("type", Untyped::list_of(["string", "number", "boolean"]))])),
        ("any_value", described("A value of any kind.", Untyped::object::<&str>([]))),
        ("field", short_or_long(FIELD.name)),
        ("fields", fields()),
        (
            "path_fields",
            never_optional(described("Parameters of a path, which all must be there.", reference("fields"))),
        ),
        ("plain_field", Untyped::object(if_else(typed("object"), PLAIN_FIELD.name))),
        (
            "variant",
            Untyped::object(if_else(
                with(typed("object"), "required", Untyped::list_of(["type"])),
                VARIANT.name,
            )),
        ),
        ("value_form", short_or_long(VALUE_FORM.name)),
        ("returns", returns()),
        ("prose", in_languages(pattern("A text.", "\\S"))),
        ("summary", in_languages(summary())),
        ("duration", pattern("A whole number and a unit: `500ms`, `180s`, `3min` or `1h`.", DURATION)),
        (
            "limit",
            pattern("A count and a window: `15/s`, `450/min`, `50/10s`, `100/h` or `5000/day`.", RATE_LIMIT),
        ),
        ("limit_uses", limit_uses()),
        (
            "json_path",
            pattern(
                r"Member names joined by dots, like `data.list`; a dot within a name is written `\.`.",
                JSON_PATH,
            ),
        ),
        ("name", pattern("A name in snake case.", SNAKE_CASE)),
        ("status", integer("An HTTP status.", 100, 599)),
    ]
}

/// How a type is written where it is used.
fn type_expression() -> Untyped {
    let builtins = Scalar::WORDS.iter().map(|(word, _)| *word).chain(["bytes"]).collect::<Vec<_>>();
    let name = Untyped::object([(
        "anyOf",
        Untyped::List(vec![
            one_of("A built-in type.", &builtins),
            pattern("A type defined under `types` of any file.", "^\\w+$"),
        ]),
    )]);
    let one = list("A list: `[T]`.", reference("type_expression"));
    let one = with(with(one, "minItems", Untyped::Int(1)), "maxItems", Untyped::Int(1));
    let mappings = [&MAP_TYPE, &JSON_TYPE, &TEXT_TYPE, &NULLABLE_TYPE].map(|mapping| reference(mapping.name));
    exactly_one([vec![name, one], mappings.to_vec()].concat())
}

/// What fits a condition is a mapping in its long form, and all else is a type.
fn if_else(given: Untyped, long: &str) -> [(&'static str, Untyped); 3] {
    [("if", given), ("then", reference(long)), ("else", reference("type_expression"))]
}

/// A type, or a mapping in its long form. Types may be mappings, too, which are not meant when `type` stands beside them.
fn short_or_long(long: &str) -> Untyped {
    let types = Untyped::List(
        [&MAP_TYPE, &JSON_TYPE, &TEXT_TYPE, &NULLABLE_TYPE]
            .map(|mapping| having(&[mapping.keys[0].name]))
            .to_vec(),
    );
    let is_long = with(typed("object"), "not", Untyped::object([("anyOf", types)]));
    let has_type = with(typed("object"), "required", Untyped::list_of(["type"]));
    Untyped::object([
        ("if", is_long),
        ("then", reference(long)),
        ("else", Untyped::object(if_else(has_type, long))),
    ])
}

/// What a name says of a field: with a question mark it may be absent.
fn fields() -> Untyped {
    let optional =
        Untyped::object([("not", having(&["constant"])), ("description", "An optional field.".into())]);
    let required =
        Untyped::object([("not", having(&["default"])), ("description", "A required field.".into())]);
    // `required` means something only for objects, so that short forms pass.
    let only_objects = |schema: Untyped| Untyped::object([("if", typed("object")), ("then", schema)]);
    let by_name = Untyped::object([("\\?$", only_objects(optional)), ("[^?]$", only_objects(required))]);
    let schema = with(typed("object"), "patternProperties", by_name);
    let doc =
        "`name: type`, or `name: {type: …, doc: …}`. A `?` at the end of the name makes the field optional.";
    described(
        doc,
        with(
            with(schema, "additionalProperties", Untyped::Bool(true)),
            "allOf",
            Untyped::List(vec![Untyped::object([("additionalProperties", reference("field"))])]),
        ),
    )
}

/// A type, an optional one, or what each status returns.
fn returns() -> Untyped {
    let optional = pattern("A type whose value may be missing: `T?`.", "^\\w+\\?$");
    let data = || vec![reference("type_expression"), optional.clone()];
    let nothing = Untyped::object([("const", Untyped::from("nothing"))]);
    let status = Untyped::object([("anyOf", Untyped::List([data(), vec![nothing]].concat()))]);
    let statuses =
        entries("What each status of a success returns: `{200: T, 204: nothing}`.", "^2[0-9][0-9]$", status);
    exactly_one([data(), vec![statuses]].concat())
}

/// Sets of limits by their names, some with a weight.
fn limit_uses() -> Untyped {
    let weight = integer("How many requests each one counts as.", 1, i64::from(u32::MAX));
    let weights = || {
        let doc = "Sets of limits, each with how much a request weighs in it.";
        with(entries(doc, SNAKE_CASE, weight.clone()), "minProperties", Untyped::Int(1))
    };
    let name = || pattern("The name of a set of limits, or `none`.", SNAKE_CASE);
    let all = list("Sets of limits that hold all at once.", exactly_one(vec![name(), weights()]));
    exactly_one(vec![name(), weights(), with(all, "minItems", Untyped::Int(1))])
}

/// A text, or a mapping with one for each of some languages.
fn in_languages(text: Untyped) -> Untyped {
    let each = with(
        entries("The text in some languages.", LANGUAGE, text.clone()),
        "minProperties",
        Untyped::Int(1),
    );
    exactly_one(vec![text, each])
}

fn summary() -> Untyped {
    let sentence = pattern("One sentence, a full stop at its end, on one line.", SENTENCE);
    with(sentence, "not", Untyped::object([("pattern", Untyped::from("\\. [A-Z]"))]))
}
