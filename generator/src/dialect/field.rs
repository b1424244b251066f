//! Fields: parameters and members.
//!
//! A field is its type alone, or a mapping, which is its long form and has `_long` at the end of its name in the schema.
//! Words under `aliases` and `advice` are those of other dialects: they are not read, and who writes one is told what to
//! write. Capitals, `_` and `-` make no difference there, so the words are in small letters without them.

use super::mapping::{EVIDENCE, Entries, Item, Key, MEDIA_TYPE, Mapping, NAMES, SCALAR, Value};

/// A number of items or of characters.
const COUNT: Value = Value::IntWithin(0, u32::MAX as i64);

pub(crate) static FIELD: Mapping = Mapping::new(
    "field_long",
    "a field",
    "A field in its long form.",
    &[
        Key::ty("The type expression.").needed(),
        Key::doc("What it means, in one sentence or more; every field should say it."),
        Key::text(
            "name",
            "The Rust name, when the wire name (the key) does not suit; the key stays the wire name.",
        )
        .left_out("the wire name"),
        Key::new(
            "default",
            "What the server assumes when the field is absent; shown in docs, and not sent unless `send_default` says so.",
            SCALAR,
        ),
        Key::new(
            "send_default",
            "Of a parameter: whether the default is sent where the caller gives no other value, for a server that behaves in \
             another way without it.",
            Value::Bool,
        )
        .left_out("`false`"),
        Key::example_value("A value that it may have, which fits its type and bounds; the docs show it, and so does the sandbox."),
        Key::new("min", "The least number allowed.", Value::Number).aliases(&["minimum"]),
        Key::new("max", "The greatest number allowed.", Value::Number).aliases(&["maximum"]),
        Key::new("min_items", "The least length of a list.", COUNT),
        Key::new("max_items", "The greatest length of a list.", COUNT).aliases(&["maxcount"]),
        Key::new("min_length", "The least length of a string in characters.", COUNT),
        Key::new("max_length", "The greatest length of a string in characters.", COUNT),
        Key::new("without", "Members that no object inside the value may have, such as `[parent_id]`.", NAMES),
        Key::new(
            "one_of",
            "The only values allowed, of a string or number or of each item of a list.",
            // An empty list is read, too: it allows every value.
            Value::List(&Item { doc: "", value: SCALAR }, 0),
        )
        .aliases(&["enum", "values", "allowed"]),
        Key::new(
            "evidence",
            "How well the bounds are known; `weak` ones, which one source alone tells of that you do not rely on, are documented and not enforced.",
            EVIDENCE,
        )
        .left_out("`strong`"),
        Key::new("constant", "The one value that is always sent; the caller does not see the field.", SCALAR)
            .aliases(&["const", "fixed", "value"]),
        Key::new(
            "append",
            "For a list of objects in a `body`: a setter that adds one item.",
            Value::Mapping(&APPEND),
        ),
        Key::new(
            "style",
            "For a list or an object in the `query` or in a `form`: how it is written. `spread`: an object's members stand in its place, under their own names, also in a body of JSON.",
            Value::Words(&["repeat", "comma", "space", "pipe", "deep_object", "spread"]),
        )
        .left_out("`repeat`, as in `ids=1&ids=2`"),
        Key::new(
            "part",
            "For a part of a `multipart` body: what its headers say beside its name.",
            Value::Mapping(&PART),
        )
        .left_out("a file says it itself, and the rest is text")
        .aliases(&["contenttype", "media", "mediatype", "headers"]),
    ],
)
.companions(&[
    super::mapping::Companions::NotBoth("constant", "default"),
    super::mapping::Companions::Needs("send_default", "default"),
    super::mapping::Companions::NotBoth("constant", "example"),
])
.advice(&[
    ("required", OPTIONAL),
    ("optional", OPTIONAL),
    (
        "nullable",
        "write `type: {nullable: …}` if `null` says something else than leaving the field out, and a `?` at the end of its name if it may be left out",
    ),
    ("format", IN_WORDS),
    ("pattern", IN_WORDS),
]);

const OPTIONAL: &str =
    "a field is optional when its name ends with `?`, like `name?: string`, and required otherwise";
const IN_WORDS: &str = "say it in words under `doc`";

pub(crate) static PLAIN_FIELD: Mapping = Mapping::new(
    "plain_field_long",
    "a value",
    "A value that no request carries by itself, in its long form: a variable of the client, an input of a credential \
     or of a callback, or a parameter of a page's address.",
    &[Key::ty("The type expression.").needed(), Key::doc("What it means.")],
);

pub(crate) static PART: Mapping = Mapping::new(
    "part",
    "a `part`",
    "What the headers of a part of a `multipart` body say.",
    &[
        Key::new(
            "media",
            "The media type, such as `application/json`, by which values of any type are written as JSON; of a file, where the \
             file itself says none.",
            MEDIA_TYPE,
        )
        .left_out("a file says it itself, and the rest is text")
        .aliases(&["contenttype", "mediatype", "type"]),
        Key::text("file_name", "The file name in the header of the part; of a `file`, where the caller gave it none.")
            .left_out("only files have one")
            .aliases(&["filename"]),
        Key::new(
            "headers",
            "Other headers, which are always the same.",
            Value::Entries(&Entries::any(Value::Text).entry("The value of the header.")),
        )
        .left_out("those that the caller set with `File::header`")
        .aliases(&["header"]),
    ],
)
.companions(&[super::mapping::Companions::AtLeastOne(&["media", "file_name", "headers"])]);

pub(crate) static APPEND: Mapping = Mapping::new(
    "append",
    "an `append`",
    "A setter that adds one item to the list.",
    &[
        Key::new("name", "The setter's name.", Value::Notation("name")).needed(),
        Key::new("set", "The members of the item that are its arguments, in order.", NAMES).needed(),
        Key::doc("What it does."),
    ],
);
