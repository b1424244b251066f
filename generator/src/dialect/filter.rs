//! Filters: builders of conditions.

use super::mapping::{Companions, Entries, Item, Key, Mapping, NAMES, SNAKE_CASE, TYPE, Value};

pub(crate) static FILTER: Mapping = Mapping::new(
    "filter",
    "a filter",
    "A module with which callers put conditions together.",
    &[
        Key::doc("What the conditions are for."),
        Key::new(
            "group",
            "The object that joins conditions, its members, and the two conjunctions.",
            Value::Mapping(&FILTER_GROUP),
        )
        .needed(),
        Key::new(
            "condition",
            "The object that is a condition, and its members.",
            Value::Mapping(&FILTER_CONDITION),
        )
        .needed(),
        Key::text("field_types", "The enum of field types; gives `operators` and `typed` for run time.")
            .left_out("neither is there"),
        Key::new("takes_nothing", "Operators without a value.", NAMES).left_out("none"),
        Key::new("takes_group", "Operators that take inner conditions.", NAMES).left_out("none"),
        Key::new(
            "sets",
            "Names for several operators.",
            Value::Entries(&Entries::named(SNAKE_CASE, NAMES).entry("The operators of a set.")),
        )
        .left_out("none"),
        Key::new(
            "kinds",
            "Kinds of fields, by their names.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&FILTER_KIND))),
        )
        .left_out("none"),
        Key::new(
            "keys",
            "Fixed keys, by their names.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&FILTER_KEY))),
        )
        .left_out("none"),
    ],
);

pub(crate) static FILTER_GROUP: Mapping = Mapping::new(
    "filter_group",
    "a filter's group",
    "The object that joins conditions, its members, and the two conjunctions.",
    &[
        Key::text("type", "The object.").needed().example("`type: …`, the name of a type with `fields`"),
        Key::text("conjunction", "The member for the conjunction.").needed(),
        Key::new("all", "The conjunction for conditions that must all hold.", CONJUNCTION).needed(),
        Key::new("any", "The conjunction for conditions of which one must hold.", CONJUNCTION).needed(),
        Key::text("conditions", "The member for the conditions.").needed(),
        Key::text("groups", "The member for inner groups.").needed(),
    ],
);

/// A value of an enum.
const CONJUNCTION: Value = Value::Notation("scalar");

pub(crate) static FILTER_CONDITION: Mapping = Mapping::new(
    "filter_condition",
    "a filter's condition",
    "The object that is a condition, and its members.",
    &[
        Key::text("type", "The object.").needed().example("`type: …`, the name of a type with `fields`"),
        Key::text("key", "The member for the key, a `string`.").needed(),
        Key::text("operator", "The member for the operator, an enum; its names are the methods.").needed(),
        Key::text("value", "The member for the value, `any`.")
            .needed()
            .example("`value: …`, a member of the object"),
        Key::text("quantifier", "The member for the quantifier, an enum.").left_out("there is none"),
        Key::text("inner", "The member for inner conditions.").left_out("there are none"),
    ],
);

pub(crate) static FILTER_KIND: Mapping = Mapping::new(
    "filter_kind",
    "a kind",
    "What a kind of field can be asked.",
    &[
        DOC,
        OPERATORS.needed(),
        VALUE,
        SINGLE,
        WITH_VALUE,
        Key::new(
            "types",
            "The values of `field_types` that are of this kind.",
            Value::List(&Item { doc: "", value: Value::Notation("scalar") }, 0),
        )
        .left_out("none"),
    ],
);

pub(crate) static FILTER_KEY: Mapping = Mapping::new(
    "filter_key",
    "a key",
    "What one field can be asked.",
    &[
        DOC,
        Key::text("key", "Its name on the wire.").left_out("its name here"),
        Key::text("kind", "The kind, or an earlier key, whose operators and value it shares.")
            .left_out("its own `operators`")
            .aliases(&["type", "style"]),
        OPERATORS.left_out("those of the `kind`"),
        VALUE,
        SINGLE,
        WITH_VALUE,
    ],
)
.companions(&[Companions::ExactlyOne(&["kind", "operators"])]);

const DOC: Key = Key::doc("What it is about.");
const OPERATORS: Key = Key::new("operators", "Operators and sets of operators that it takes.", NAMES);
const VALUE: Key =
    Key::new("value", "The type of the value that operators take.", TYPE).left_out("none of them takes one");
const SINGLE: Key = Key::new(
    "single",
    "Operators that take one item of the list that the value is, and send it as a list of one.",
    NAMES,
)
.left_out("none");
const WITH_VALUE: Key =
    Key::new("with_value", "Operators that take the value although they stand in `takes_nothing`.", NAMES)
        .left_out("none");
