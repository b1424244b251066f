//! Web addresses: what is built is read back, and only the service's own are read.

use paceline_runtime::api::{LinkPattern, LinkPatterns};
use paceline_runtime::{Link, LinkError};
use proptest::prelude::*;

static PAGES: LinkPatterns = LinkPatterns {
    hosts: &["https://tracker.example", "http://127.0.0.1:8080"],
    patterns: &[
        LinkPattern { kind: "ticket", path: "/:board/:type/detail/:id" },
        LinkPattern { kind: "overview", path: "/:board/overview" },
        LinkPattern { kind: "list", path: "/:board/:list" },
    ],
};

fn parse(text: &str) -> Result<Link, LinkError> {
    Link::parse(&PAGES, text)
}

#[test]
fn an_address_gives_its_ids_whatever_follows_the_path() {
    for end in ["", "/", "?tab=a/b", "#top", "/?x=1#y"] {
        let link = parse(&format!("https://tracker.example/demo/story/detail/123{end}")).unwrap();
        assert_eq!(link.kind(), "ticket");
        assert_eq!(
            ["board", "type", "id"].map(|name| link.value(name)),
            [Some("demo"), Some("story"), Some("123")]
        );
        assert_eq!(link.value("list"), None);
        assert_eq!(link.to_url(&PAGES), "https://tracker.example/demo/story/detail/123");
    }
    assert_eq!(parse("https://TRACKER.example:443/demo/overview").unwrap().kind(), "overview");
    let elsewhere = parse("http://127.0.0.1:8080/%E9%A1%B9%E7%9B%AE/a%2Fb").unwrap();
    assert_eq!((elsewhere.value("board"), elsewhere.value("list")), (Some("项目"), Some("a/b")));
    assert_eq!(elsewhere.to_url(&PAGES), "http://127.0.0.1:8080/%E9%A1%B9%E7%9B%AE/a%2Fb");
}

#[test]
fn what_is_no_address_of_the_service_is_refused() {
    let unknown = |host: &str| Err(LinkError::UnknownHost(host.to_owned()));
    for (text, refused) in [
        ("https://tracker.example.evil/demo/overview", unknown("https://tracker.example.evil")),
        ("http://tracker.example/demo/overview", unknown("http://tracker.example")),
        ("https://tracker.example:444/demo/overview", unknown("https://tracker.example:444")),
        (
            "https://tracker.example@evil/demo/overview",
            Err(LinkError::NotAnAddress("it holds the name of a user".into())),
        ),
        ("https://tracker.example/demo", Err(LinkError::UnknownPath("/demo".into()))),
        ("https://tracker.example/demo/%FF", Err(LinkError::UnknownPath("/demo/%FF".into()))),
        ("https://tracker.example/demo//", Err(LinkError::UnknownPath("/demo//".into()))),
        ("https://tracker.example", Err(LinkError::UnknownPath("/".into()))),
    ] {
        assert_eq!(parse(text), refused, "{text}");
    }
    assert!(matches!(parse("demo/overview"), Err(LinkError::NotAnAddress(_))));
}

#[test]
fn only_a_page_with_all_its_ids_is_built() {
    let bad = |name: &str| Err(LinkError::BadValue(name.to_owned()));
    assert_eq!(Link::new(&PAGES, "page", &[]), Err(LinkError::UnknownKind("page".into())));
    for (values, refused) in [
        (&[("board", "a")][..], bad("list")),
        (&[("board", "a"), ("list", "b"), ("id", "c")], bad("id")),
        (&[("board", "a"), ("list", "b"), ("list", "c")], bad("list")),
        (&[("board", ""), ("list", "b")], bad("board")),
        (&[("board", "a"), ("list", "..")], bad("list")),
    ] {
        assert_eq!(Link::new(&PAGES, "list", values), refused, "{values:?}");
    }
}

proptest! {
    #[test]
    fn what_is_built_is_read_back(board in any::<String>(), ty in any::<String>(), id in any::<String>()) {
        let values = [("board", &*board), ("type", &*ty), ("id", &*id)];
        let fits = values.iter().all(|(_, value)| !["", ".", ".."].contains(value));
        let built = Link::new(&PAGES, "ticket", &values);
        prop_assert_eq!(built.is_ok(), fits);
        if let Ok(built) = built {
            let read = parse(&built.to_url(&PAGES)).unwrap();
            prop_assert_eq!(read.kind(), "ticket");
            for (name, value) in values {
                prop_assert_eq!(read.value(name), Some(value));
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), path in "[/%.a-f0-9:?#@]{0,40}") {
        let _ = parse(&text);
        let _ = parse(&format!("https://tracker.example{path}"));
    }
}
