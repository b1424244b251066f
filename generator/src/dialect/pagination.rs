//! How lists come in pages.

use super::mapping::{Entries, JSON_PATH, Key, Mapping, Value};

pub(crate) static PAGINATION: Mapping = style(
    "pagination",
    "How lists come in pages.",
    &[
        KIND,
        DOC,
        SIZE,
        TOTAL,
        HAS_MORE,
        PAGE.left_out("only of `number`, which needs it"),
        FIRST.left_out("1; only of `number`"),
        OFFSET.left_out("only of `offset`, which needs it"),
        NEXT.left_out("only of `cursor`, which needs it"),
    ],
)
.kinds(&[&NUMBER, &BY_OFFSET, &CURSOR]);

static NUMBER: Mapping = style(
    "pagination_number",
    "Pages are counted.",
    &[kind(&["number"]), DOC, SIZE, TOTAL, HAS_MORE, PAGE.needed(), FIRST.left_out("1")],
);

static BY_OFFSET: Mapping = style(
    "pagination_offset",
    "Items are skipped.",
    &[kind(&["offset"]), DOC, SIZE, TOTAL, HAS_MORE, OFFSET.needed()],
);

static CURSOR: Mapping = style(
    "pagination_cursor",
    "The response says where the next page starts.",
    &[kind(&["cursor"]), DOC, SIZE, TOTAL, HAS_MORE, NEXT.needed()],
);

const fn style(name: &'static str, doc: &'static str, keys: &'static [Key]) -> Mapping {
    Mapping::new(name, "a pagination style of this kind", doc, keys)
}

const KIND: Key = Key::new(
    "kind",
    "`number`: pages are counted. `offset`: items are skipped. `cursor`: the response says where the next page starts.",
    Value::Words(&["number", "offset", "cursor"]),
)
.needed()
.example("`kind: number`, `kind: offset` or `kind: cursor`")
.aliases(&["type", "style"]);

/// The key for the kind in a style of that kind.
const fn kind(word: &'static [&'static str]) -> Key {
    let mut key = KIND;
    key.value = Value::Words(word);
    key
}

const DOC: Key = Key::doc("What it is.");
const SIZE: Key = Key::new("size", "The parameter for the number of items.", JSON_PATH);
const TOTAL: Key = Key::new("total", "Where in the response the number of all items stands.", JSON_PATH);
const HAS_MORE: Key =
    Key::new("has_more", "Where in the response it says whether another page follows.", JSON_PATH);
const PAGE: Key = Key::new("page", "The parameter that counts pages, from `first`.", JSON_PATH)
    .example("`page: page_num`, the parameter that counts pages")
    .aliases(&["pagenumber", "number"]);
const FIRST: Key = Key::new("first", "The number of the first page.", Value::Int);
const OFFSET: Key = Key::new("offset", "The parameter for the number of items to skip, from 0.", JSON_PATH)
    .example("`offset: offset`, the parameter that says how many items to skip");
const NEXT: Key = Key::new(
    "next",
    "The parameters to set, and where in the response the value of each stands; dots reach into an object parameter.",
    Value::Entries(&Entries::any(JSON_PATH).at_least(1)),
)
.example("`next: {cursor: data.next_cursor}`: the parameter, and where in the response its value stands")
.aliases(&["cursor"]);
