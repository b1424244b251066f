//! What makes a client handy: setters that add items, look-ups, values of several forms, filters.

use super::shape::Definitions;
use super::shape::{SNAKE_CASE, described, entries, list, object, reference, text, with};
use crate::json::Json;

/// The definitions of all that.
pub(super) fn definitions() -> Definitions {
    vec![
        ("append", append()),
        ("lookup", lookup()),
        ("value_form", value_form()),
        ("filter", filter()),
        ("filter_kind", filter_subject(&[("types", names("The field types that are of this kind."))])),
        (
            "filter_key",
            filter_subject(&[
                ("kind", text("The kind, or an earlier key, whose operators and value it shares.")),
                ("key", text("Its name on the wire, when that is not its name here.")),
            ]),
        ),
    ]
}

/// A list of names.
fn names(doc: &str) -> Json {
    list(doc, text("A name."))
}

fn append() -> Json {
    object(
        "A setter that adds one item to the list.",
        &[
            ("name", described("The setter's name.", reference("name"))),
            ("set", names("The members of the item that are its arguments, in order.")),
            ("doc", text("What it does.")),
        ],
        &["name", "set"],
    )
}

fn lookup() -> Json {
    let names_or_name = Json::object([(
        "anyOf",
        Json::List(vec![names("Members of the item."), text("A member of the item.")]),
    )]);
    object(
        "A method that finds an item of a list by its key.",
        &[
            ("in", text("The member that holds the list.")),
            (
                "by",
                described("The members that are compared with the key, the first one first.", names_or_name),
            ),
            ("value", text("The member of the item that is wanted; the item itself when left out.")),
            ("doc", text("What it finds.")),
        ],
        &["in", "by"],
    )
}

fn value_form() -> Json {
    let schema = object(
        "A form that the value is known to take.",
        &[
            (
                "type",
                described(
                    "What is written, and read unless `read` says otherwise.",
                    reference("type_expression"),
                ),
            ),
            ("read", described("What is read.", reference("type_expression"))),
            ("doc", text("What it means.")),
        ],
        &[],
    );
    let either = ["type", "read"].map(|key| super::shape::having(&[key]));
    with(schema, "anyOf", Json::List(either.into()))
}

/// The keys that kinds and fixed keys of a filter share, and some of their own.
fn filter_subject(own: &[(&str, Json)]) -> Json {
    let shared = [
        ("operators", names("Operators and sets of operators that it takes.")),
        ("value", described("The type of the value that operators take.", reference("type_expression"))),
        ("single", names("Operators that take one item of the list that the value is.")),
        ("with_value", names("Operators that take the value although they stand in `takes_nothing`.")),
        ("doc", text("What it is about.")),
    ];
    let keys: Vec<(&str, Json)> = shared.into_iter().chain(own.iter().cloned()).collect();
    object("What a kind of field, or one field, can be asked.", &keys, &[])
}

fn filter() -> Json {
    let group = object(
        "The object that joins conditions, its members, and the two conjunctions.",
        &[
            ("type", text("The object.")),
            ("conjunction", text("The member for the conjunction.")),
            ("all", text("The conjunction for conditions that must all hold.")),
            ("any", text("The conjunction for conditions of which one must hold.")),
            ("conditions", text("The member for the conditions.")),
            ("groups", text("The member for inner groups.")),
        ],
        &["type", "conjunction", "all", "any", "conditions"],
    );
    let condition = object(
        "The object that is a condition, and its members.",
        &[
            ("type", text("The object.")),
            ("key", text("The member for the key, a text.")),
            ("operator", text("The member for the operator, an enum.")),
            ("value", text("The member for the value, of any kind.")),
            ("quantifier", text("The member for the quantifier, an enum.")),
            ("inner", text("The member for inner conditions.")),
        ],
        &["type", "key", "operator", "value"],
    );
    object(
        "A module with which callers put conditions together.",
        &[
            ("doc", text("What the conditions are for.")),
            ("group", group),
            ("condition", condition),
            ("field_types", text("The enum of field types.")),
            ("takes_nothing", names("Operators without a value.")),
            ("takes_group", names("Operators that take inner conditions.")),
            ("sets", entries("Names for several operators.", SNAKE_CASE, names("The operators of a set."))),
            ("kinds", entries("Kinds of fields, by their names.", SNAKE_CASE, reference("filter_kind"))),
            ("keys", entries("Fixed keys, by their names.", SNAKE_CASE, reference("filter_key"))),
        ],
        &["group", "condition"],
    )
}

/// The further keys of a field.
pub(super) fn field_keys() -> [(&'static str, Json); 4] {
    const MOST: i64 = u32::MAX as i64;
    [
        ("min_length", super::shape::integer("Least length of a string in characters.", 0, MOST)),
        ("without", names("Members that no object inside the value may have.")),
        ("append", reference("append")),
        (
            "style",
            super::shape::one_of(
                "How a list or an object is written in the query; `repeat`, `ids=1&ids=2`, when left out.",
                &["repeat", "comma", "space", "pipe", "deep_object"],
            ),
        ),
    ]
}

/// The further keys of a type.
pub(super) fn type_keys() -> [(&'static str, Json); 3] {
    [
        (
            "any",
            entries(
                "Any JSON value: the forms it is known to take. A `?` at the end of a name lets `null` be read.",
                "^[a-z][a-z0-9_]*\\??$",
                reference("value_form"),
            ),
        ),
        ("rules", list("Conditions over several members.", reference("rule"))),
        ("lookups", entries("Methods that find an item of a list.", SNAKE_CASE, reference("lookup"))),
    ]
}

/// Other spellings of an enum's value.
pub(super) fn also() -> (&'static str, Json) {
    ("also", list("Other spellings that are read as this value.", reference("scalar")))
}

/// The filters of a resource.
pub(super) fn filters() -> (&'static str, Json) {
    ("filters", entries("Modules for conditions, by their names.", SNAKE_CASE, reference("filter")))
}
