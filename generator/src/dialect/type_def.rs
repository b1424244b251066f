//! Definitions of types.

use super::lookup::LOOKUP;
use super::mapping::{
    Companions, Entries, Item, Key, Mapping, SCALAR, SNAKE_CASE, TYPE as TYPE_EXPRESSION, Value,
};
use super::rule::RULE;

pub(crate) static TYPE: Mapping = Mapping::new(
    "type",
    "a type",
    "A type: an id, an object with `fields`, an `enum`, a `union`, or `any` value.",
    &[
        Key::doc("What it is."),
        Key::example_value("One of its values; of an object all that it needs."),
        Key::sources(),
        Key::new("id", "What an id travels as. Each has a Rust type of its own, so that it is not taken for another id.", SCALARS),
        Key::new("fields", "The members of an object.", Value::Notation("fields")).aliases(&[
            "properties",
            "members",
            "attributes",
        ]),
        Key::new(
            "free",
            "The type of the members that an object may have beside its `fields`, under any names. Objects that have such members alone are written `{map: T}`.",
            TYPE_EXPRESSION,
        )
        .left_out("such members are skipped")
        .aliases(&["additionalproperties", "others", "rest"]),
        Key::new(
            "variant",
            "The union of objects of which one has the further members of an object. They stand beside its `fields`, on the same level.",
            TYPE_EXPRESSION,
        )
        .left_out("there are none")
        .aliases(&["flatten"]),
        Key::new("enum", "What the values of an open enum travel as. Unknown ones are kept.", SCALARS),
        Key::new(
            "values",
            "The values of an `enum`.",
            Value::List(&Item { doc: "", value: Value::Mapping(&ENUM_VALUE) }, 1),
        )
        .example("`values:` and below it `- {value: …, doc: \"…\"}` for each")
        .aliases(&["variants", "options", "items"]),
        Key::new(
            "union",
            "One of several types, told apart by their JSON kinds, by one of their members, or by the members that they have.",
            Value::Either(&[
                Item { doc: "", value: Value::List(&Item { doc: "", value: TYPE_EXPRESSION }, 2) },
                Item { doc: "", value: Value::Mapping(&TAGGED_UNION) },
            ]),
        )
        .aliases(&["oneof", "anyof"]),
        Key::new(
            "any",
            "Any JSON value: the forms it is known to take. A `?` at the end of a name lets `null` be read.",
            Value::Entries(&Entries::named("^[a-z][a-z0-9_]*\\??$", Value::Notation("value_form"))),
        ),
        Key::new(
            "lookups",
            "Methods of an object that find an item of a list.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&LOOKUP))),
        )
        .left_out("none"),
        Key::new(
            "rules",
            "Conditions over several members of an object.",
            Value::List(&Item { doc: "", value: Value::Mapping(&RULE) }, 0),
        )
        .left_out("none")
        .aliases(&["constraints", "conditions"]),
    ],
)
.companions(&[
    Companions::ExactlyOne(&["id", "fields", "enum", "union", "any"]),
    Companions::Needs("values", "enum"),
    Companions::Needs("enum", "values"),
    Companions::Needs("rules", "fields"),
    Companions::Needs("lookups", "fields"),
    Companions::Needs("free", "fields"),
    Companions::Needs("variant", "fields"),
    Companions::NotBoth("free", "variant"),
]);

/// What ids and enums travel as.
const SCALARS: Value = Value::Words(&["string", "i64"]);

pub(crate) static ENUM_VALUE: Mapping = Mapping::new(
    "enum_value",
    "an enum value",
    "A value of the enum.",
    &[
        Key::new("value", "What travels: a text or a whole number.", SCALAR)
            .needed()
            .example("`value: …`, what travels on the wire"),
        Key::new(
            "also",
            "Other spellings that are read as this value.",
            Value::List(&Item { doc: "", value: SCALAR }, 0),
        )
        .left_out("none"),
        Key::text("name", "Its Rust name in snake case.").left_out("the value itself serves"),
        Key::doc("What it means."),
    ],
);

pub(crate) static TAGGED_UNION: Mapping = Mapping::new(
    "tagged_union",
    "a tagged union",
    "Objects of several types. Unknown ones are kept.",
    &[
        Key::text(
            "by",
            "The member that tells them apart, the tag. The types of the objects do not have it.",
        )
        .left_out(
            "the members that they have tell them apart, or else their values: what fits most is tried first",
        ),
        Key::new(
            "of",
            "The objects by the values of the tag, or by names of their own.",
            Value::Entries(&Entries::any(Value::Notation("variant"))),
        )
        .needed(),
    ],
);

pub(crate) static VARIANT: Mapping = Mapping::new(
    "variant_long",
    "a variant",
    "An object of a tagged union, in its long form.",
    &[
        Key::ty("Its type, which has `fields`, or, where the union has a tag, is a union of such types.")
            .needed(),
        Key::text("name", "Its Rust name in snake case.").left_out("the key itself serves"),
        Key::doc("What it is, if that is more than its type says."),
    ],
);

pub(crate) static VALUE_FORM: Mapping = Mapping::new(
    "value_form_long",
    "a form",
    "A form that the value is known to take.",
    &[
        Key::ty("What is written, and read unless `read` says otherwise.").left_out("it is never written"),
        Key::new("read", "What is read, when it differs from what is written.", TYPE_EXPRESSION)
            .left_out("what is written"),
        Key::doc("What it means."),
    ],
)
.companions(&[Companions::AtLeastOne(&["type", "read"])]);
