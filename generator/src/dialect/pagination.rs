//! How lists come in pages.

use super::mapping::{Companions, Entries, JSON_PATH, Key, Mapping, Value};

pub(crate) static PAGINATION: Mapping = style(
    "pagination",
    "How lists come in pages.",
    &[
        KIND,
        DOC,
        SIZE,
        TOTAL,
        HAS_MORE,
        IS_LAST,
        PAGE.left_out("only of `number`, which needs it"),
        FIRST.left_out("1; only of `number`"),
        OFFSET.left_out("only of `offset`, which needs it"),
        NEXT.left_out("only of `cursor` and `next_url`, which need it"),
        AFTER.left_out("only of `last_item`, which needs it"),
        ID.left_out("only of `last_item`, which needs it"),
    ],
)
.kinds(&[&NUMBER, &BY_OFFSET, &CURSOR, &NEXT_URL, &LINK, &LAST_ITEM]);

static NUMBER: Mapping = style(
    "pagination_number",
    "Pages are counted.",
    &[kind(&["number"]), DOC, SIZE, TOTAL, HAS_MORE, IS_LAST, PAGE.needed(), FIRST.left_out("1")],
);

static BY_OFFSET: Mapping = style(
    "pagination_offset",
    "Items are skipped.",
    &[kind(&["offset"]), DOC, SIZE, TOTAL, HAS_MORE, IS_LAST, OFFSET.needed()],
);

static CURSOR: Mapping = style(
    "pagination_cursor",
    "The response says where the next page starts.",
    &[kind(&["cursor"]), DOC, SIZE, TOTAL, HAS_MORE, IS_LAST, NEXT_CURSORS.needed()],
);

static NEXT_URL: Mapping = style(
    "pagination_next_url",
    "The response holds the address of the next page.",
    &[kind(&["next_url"]), DOC, SIZE, TOTAL, HAS_MORE, IS_LAST, NEXT_ADDRESS.needed()],
);

static LINK: Mapping = style(
    "pagination_link",
    "The header `Link` of the response holds the address of the next page.",
    &[kind(&["link"]), DOC, SIZE, TOTAL, HAS_MORE, IS_LAST],
);

static LAST_ITEM: Mapping = style(
    "pagination_last_item",
    "The next page starts after the last item of this one.",
    &[kind(&["last_item"]), DOC, SIZE, TOTAL, HAS_MORE, IS_LAST, AFTER.needed(), ID.needed()],
);

const fn style(name: &'static str, doc: &'static str, keys: &'static [Key]) -> Mapping {
    Mapping::new(name, "a pagination style of this kind", doc, keys)
        .companions(&[Companions::NotBoth("has_more", "is_last")])
}

const KIND: Key = Key::new(
    "kind",
    "`number`: pages are counted. `offset`: items are skipped. `cursor`: the response says where the next page starts. \
     `next_url`: it holds the address of the next page. `link`: its header `Link` does, as `rel=\"next\"`. `last_item`: the next \
     page starts after the last item.",
    Value::Words(&["number", "offset", "cursor", "next_url", "link", "last_item"]),
)
.needed()
.example("`kind: number`, `kind: offset`, `kind: cursor`, `kind: next_url`, `kind: link` or `kind: last_item`")
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
const IS_LAST: Key =
    Key::new("is_last", "Where in the response it says whether this page is the last one.", JSON_PATH)
        .aliases(&["last", "islastpage"]);
const PAGE: Key = Key::new("page", "The parameter that counts pages, from `first`.", JSON_PATH)
    .example("`page: page_num`, the parameter that counts pages")
    .aliases(&["pagenumber", "number"]);
const FIRST: Key = Key::new("first", "The number of the first page.", Value::Int);
const OFFSET: Key = Key::new("offset", "The parameter for the number of items to skip, from 0.", JSON_PATH)
    .example("`offset: offset`, the parameter that says how many items to skip");
/// What the styles that have this key make of it is said below.
const NEXT: Key = Key::new(
    "next",
    "Of `cursor`: the parameters to set, and where in the response the value of each stands; dots reach into an object \
     parameter. Of `next_url`: where in the response the address stands.",
    Value::Entries(&Entries::any(JSON_PATH).at_least(1)),
);
const NEXT_CURSORS: Key = Key::new(
    "next",
    "The parameters to set, and where in the response the value of each stands; dots reach into an object parameter.",
    Value::Entries(&Entries::any(JSON_PATH).at_least(1)),
)
.example("`next: {cursor: data.next_cursor}`: the parameter, and where in the response its value stands")
.aliases(&["cursor"]);
const NEXT_ADDRESS: Key =
    Key::new("next", "Where in the response the address of the next page stands.", JSON_PATH)
        .example("`next: paging.next`, where in the response the address of the next page stands")
        .aliases(&["url", "nexturl"]);
const AFTER: Key =
    Key::new("after", "The parameter that takes the id of the last item of the page before.", JSON_PATH)
        .example("`after: starting_after`, the parameter that takes the id of the last item")
        .aliases(&["param", "parameter"]);
const ID: Key = Key::new("id", "Where in an item its id stands.", JSON_PATH)
    .example("`id: id`, where in an item its id stands");
