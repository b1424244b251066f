//! Web addresses of the service's pages.

use super::shape::{
    Definitions, SNAKE_CASE, described, entries, list, object, one_of, pattern, reference, text, with,
};
use crate::json::Json;

/// A scheme and a host, or the hosts below a domain; and a path whose parameters are whole segments.
const HOST: &str = "^https?://(\\*\\.[a-z0-9-]+(\\.[a-z0-9-]+)+|[a-z0-9-]+(\\.[a-z0-9-]+)*)(:[0-9]{1,5})?$";
const ADDRESS: &str = "^/(([A-Za-z0-9._~!$&'()*+,;=@-][A-Za-z0-9._~!$&'()*+,;=:@-]*|:[a-z0-9_]+)(/|$))*$";

/// The definitions of links.
pub(super) fn definitions() -> Definitions {
    vec![("links", links()), ("link_page", page())]
}

fn links() -> Json {
    let host = pattern("A host, or `https://*.example.com` for those one label below `example.com`.", HOST);
    let hosts = list("The hosts that serve the pages; addresses are built at the first one.", host);
    let pages = entries("The kinds of pages, by their names.", SNAKE_CASE, reference("link_page"));
    object(
        "Web addresses of the service's pages, which the client reads and builds offline.",
        &[
            ("hosts", with(hosts, "minItems", Json::Int(1))),
            ("pages", with(pages, "minProperties", Json::Int(1))),
        ],
        &["hosts", "pages"],
    )
}

fn page() -> Json {
    object(
        "A kind of page.",
        &[
            ("address", pattern("The path of its addresses, like `/:board/detail/:id`.", ADDRESS)),
            ("path", entries("The parameters of the address.", SNAKE_CASE, reference("plain_field"))),
            ("doc", text("What the page shows.")),
            (
                "evidence",
                one_of(
                    "How well the address is known: `strong` when left out; `weak` is told in the docs.",
                    &["strong", "weak"],
                ),
            ),
            ("sources", described("Where the facts come from.", reference("sources"))),
        ],
        &["address"],
    )
}
