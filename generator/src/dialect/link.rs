//! Web addresses of the service's pages.

use super::mapping::{EVIDENCE, Entries, Item, Key, Mapping, PLAIN_FIELD, SNAKE_CASE, Value};

/// A scheme and a host, or the hosts below a domain.
const HOST: &str = "^https?://(\\*\\.[a-z0-9-]+(\\.[a-z0-9-]+)+|[a-z0-9-]+(\\.[a-z0-9-]+)*)(:[0-9]{1,5})?$";
/// A path whose parameters are whole segments.
const ADDRESS: &str = "^/(([A-Za-z0-9._~!$&'()*+,;=@-][A-Za-z0-9._~!$&'()*+,;=:@-]*|:[a-z0-9_]+)(/|$))*$";

pub(crate) static LINKS: Mapping = Mapping::new(
    "links",
    "`links`",
    "Web addresses of the service's pages, which the client reads and builds offline.",
    &[
        Key::new(
            "hosts",
            "The hosts that serve the pages; addresses are built at the first one.",
            Value::List(
                &Item {
                    doc: "A host, or `https://*.example.com` for those one label below `example.com`.",
                    value: Value::Pattern(HOST),
                },
                1,
            ),
        )
        .needed()
        .example("`hosts: [\"https://app.example.com\"]`"),
        Key::new(
            "pages",
            "The kinds of pages, by their names.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&LINK_PAGE)).at_least(1)),
        )
        .needed(),
    ],
);

pub(crate) static LINK_PAGE: Mapping = Mapping::new(
    "link_page",
    "a page",
    "A kind of page.",
    &[
        Key::new(
            "address",
            "The path of its addresses, like `/:board/detail/:id`; a parameter is a whole segment, `/` alone is the \
             front page.",
            Value::Pattern(ADDRESS),
        )
        .needed(),
        Key::new(
            "path",
            "The parameters of the address, each a `string`, an `i64`, an id or an enum.",
            Value::Entries(&Entries::named(SNAKE_CASE, PLAIN_FIELD)),
        )
        .left_out("the shared `parameters` beside `api`"),
        Key::doc("What the page shows."),
        Key::new("evidence", "How well the address is known: `strong` or `weak`, which the docs tell.", EVIDENCE)
            .left_out("`strong`"),
        Key::sources(),
    ],
);
