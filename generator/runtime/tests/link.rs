//! Web addresses: what is built is read back, and only the service's own are read.

use paceline_runtime::LinkError;
use paceline_runtime::codegen::{LinkPattern, LinkPatterns};
use proptest::prelude::*;

/// Pages as an emitted client has them.
#[derive(Clone, Debug, PartialEq)]
enum Page {
    Ticket { board: String, ty: String, id: i64 },
    Overview { board: String },
    List { board: String, list: String },
    Table { board: String, table: String, row: String },
    Home,
}

static PAGES: LinkPatterns<Page> = LinkPatterns {
    hosts: &["https://tracker.example", "http://127.0.0.1:8080", "https://*.tracker.example"],
    patterns: &[
        LinkPattern {
            address: "/:board/:type/detail/:id",
            read: |values| {
                Some(Page::Ticket { board: values.text()?, ty: values.text()?, id: values.integer()? })
            },
        },
        LinkPattern {
            address: "/:board/overview",
            read: |values| Some(Page::Overview { board: values.text()? }),
        },
        LinkPattern {
            address: "/:board/:list",
            read: |values| Some(Page::List { board: values.text()?, list: values.text()? }),
        },
        LinkPattern {
            address: "/:board/table/:table/:row",
            read: |values| {
                Some(Page::Table { board: values.text()?, table: values.text()?, row: values.text()? })
            },
        },
        LinkPattern { address: "/", read: |_| Some(Page::Home) },
    ],
};

impl Page {
    fn to_url_at(&self, host: &str) -> Result<String, LinkError> {
        match self {
            Self::Ticket { board, ty, id } => {
                PAGES.to_url(host, "/:board/:type/detail/:id", &[board, ty, id])
            }
            Self::Overview { board } => PAGES.to_url(host, "/:board/overview", &[board]),
            Self::List { board, list } => PAGES.to_url(host, "/:board/:list", &[board, list]),
            Self::Table { board, table, row } => {
                PAGES.to_url(host, "/:board/table/:table/:row", &[board, table, row])
            }
            Self::Home => PAGES.to_url(host, "/", &[]),
        }
    }

    fn to_url(&self) -> Result<String, LinkError> {
        self.to_url_at(PAGES.host())
    }
}

fn parse(text: &str) -> Result<Page, LinkError> {
    PAGES.parse(&[], text)
}

fn ticket(id: i64) -> Page {
    Page::Ticket { board: "demo".into(), ty: "story".into(), id }
}

fn list(list: &str) -> Page {
    Page::List { board: "demo".into(), list: list.into() }
}

#[test]
fn an_address_gives_its_ids_whatever_follows_the_path() {
    for end in ["", "/", "?tab=a/b", "#top", "/?x=1#y"] {
        let page = parse(&format!(" https://tracker.example/demo/story/detail/123{end}\n")).unwrap();
        assert_eq!(page, ticket(123));
        assert_eq!(page.to_url().unwrap(), "https://tracker.example/demo/story/detail/123");
    }
    assert_eq!(
        parse("https://TRACKER.example:443/demo/overview"),
        Ok(Page::Overview { board: "demo".into() })
    );
    let elsewhere = parse("http://127.0.0.1:8080/%E9%A1%B9%E7%9B%AE/a%2Fb%3F%23%20").unwrap();
    assert_eq!(elsewhere, Page::List { board: "项目".into(), list: "a/b?# ".into() });
    let built = elsewhere.to_url_at("http://127.0.0.1:8080/").unwrap();
    assert_eq!(built, "http://127.0.0.1:8080/%E9%A1%B9%E7%9B%AE/a%2Fb%3F%23%20");
    for home in ["https://tracker.example", "https://tracker.example/"] {
        assert_eq!(parse(home), Ok(Page::Home));
    }
    assert_eq!(Page::Home.to_url().unwrap(), "https://tracker.example/");
}

#[test]
fn what_is_no_address_of_the_service_is_refused() {
    let host = |host: &str| Err(LinkError::UnknownHost(host.to_owned()));
    let path = |path: &str| Err(LinkError::UnknownPath(path.to_owned()));
    for (text, refused) in [
        ("https://tracker.example.evil/demo/overview", host("https://tracker.example.evil")),
        ("https://evil-tracker.example/demo/overview", host("https://evil-tracker.example")),
        ("http://tracker.example/demo/overview", host("http://tracker.example")),
        ("https://tracker.example:444/demo/overview", host("https://tracker.example:444")),
        (
            "https://tracker.example@evil/demo/overview",
            Err(LinkError::NotAnAddress("it holds the name of a user".into())),
        ),
        ("https://tracker.example/demo", path("/demo")),
        ("https://tracker.example/demo/%FF", path("/demo/%FF")),
        ("https://tracker.example/demo//", path("/demo//")),
    ] {
        assert_eq!(parse(text), refused, "{text}");
    }
    assert!(matches!(parse("demo/overview"), Err(LinkError::NotAnAddress(_))));
    for id in ["x", "1.5", "+1", "007", "-0", "9223372036854775808"] {
        let refused = parse(&format!("https://tracker.example/demo/story/detail/{id}")).unwrap_err();
        assert_eq!(
            refused,
            LinkError::BadValue { name: "id", problem: "is not a whole number there" },
            "{id}"
        );
    }
}

#[test]
fn hosts_below_a_domain_and_hosts_of_the_caller_are_read() {
    let ticket_at = |host: &str| format!("{host}/demo/story/detail/1");
    assert_eq!(parse(&ticket_at("https://acme.tracker.example")), Ok(ticket(1)));
    assert_eq!(parse(&ticket_at("https://ACME.tracker.example:443")), Ok(ticket(1)));
    for stranger in [
        "https://a.b.tracker.example",
        "http://acme.tracker.example",
        "https://acme.tracker.example:8443",
        "https://.tracker.example",
        "https://acmetracker.example",
    ] {
        assert!(
            matches!(
                parse(&ticket_at(stranger)),
                Err(LinkError::UnknownHost(_) | LinkError::NotAnAddress(_))
            ),
            "{stranger}"
        );
    }
    let own = ["https://tickets.acme.example", "https://*.acme.test:8443/"];
    let at = |host: &str| PAGES.parse(&own, &ticket_at(host));
    assert_eq!(at("https://tickets.acme.example"), Ok(ticket(1)));
    assert_eq!(at("https://x.acme.test:8443"), Ok(ticket(1)));
    assert_eq!(at("https://tracker.example"), Ok(ticket(1)), "the service's own are still read");
    assert_eq!(at("https://x.acme.test"), Err(LinkError::UnknownHost("https://x.acme.test".into())));
}

#[test]
fn what_is_no_host_is_refused() {
    for host in [
        "",
        "acme.example",
        "ftp://acme.example",
        "https://*",
        "https://*.example",
        "https://*.127.0.0.1",
        "https://*.[::1]",
        "https://a*.acme.example",
        "https://x.*.acme.example",
        "https://*.*.acme.example",
        "https://acme.example/path",
        "https://acme.example?x",
        "https://acme.example#x",
        "https://me@acme.example",
        "*",
    ] {
        let refused = PAGES.parse(&[host], "https://tracker.example/demo/overview");
        assert!(matches!(refused, Err(LinkError::BadHost(_))), "{host}: {refused:?}");
        let refused = list("a").to_url_at(host);
        assert!(matches!(refused, Err(LinkError::BadHost(_))), "{host}: {refused:?}");
    }
    let several = list("a").to_url_at("https://*.tracker.example");
    let said = several.unwrap_err().to_string();
    assert_eq!(said, "`https://*.tracker.example` is not one host; write it like `https://example.com`");
}

#[test]
fn only_an_address_that_leads_back_is_built() {
    for value in ["", ".", ".."] {
        let problem = "is empty, `.` or `..`, which no path can hold";
        assert_eq!(list(value).to_url(), Err(LinkError::BadValue { name: "list", problem }));
    }
    // Read, this would be the overview.
    assert_eq!(list("overview").to_url(), Err(LinkError::OtherPage("/demo/overview".into())));
    assert_eq!(list("Overview").to_url().unwrap(), "https://tracker.example/demo/Overview");
    // Both kinds have such a path, and the first one is meant where its id is a number.
    let row = |row: &str| Page::Table { board: "demo".into(), table: "detail".into(), row: row.into() };
    assert_eq!(row("5").to_url(), Err(LinkError::OtherPage("/demo/table/detail/5".into())));
    assert_eq!(parse(&row("05").to_url().unwrap()), Ok(row("05")));
}

fn any_page() -> impl Strategy<Value = Page> {
    let text =
        || prop_oneof!["[ -~]{0,6}", any::<String>(), Just("overview".to_owned()), "[项目/?#%2F.]{1,4}"];
    prop_oneof![
        (text(), text(), any::<i64>()).prop_map(|(board, ty, id)| Page::Ticket { board, ty, id }),
        text().prop_map(|board| Page::Overview { board }),
        (text(), text()).prop_map(|(board, list)| Page::List { board, list }),
        (text(), text(), text()).prop_map(|(board, table, row)| Page::Table { board, table, row }),
    ]
}

proptest! {
    #[test]
    fn what_is_built_is_read_back(page in any_page(), host in prop_oneof![
        Just("https://tracker.example"), Just("http://127.0.0.1:8080"), Just("https://acme.tracker.example")
    ]) {
        match page.to_url_at(host) {
            Ok(url) => {
                prop_assert!(url.is_ascii() && !url.contains(' '));
                prop_assert_eq!(parse(&url), Ok(page));
            }
            Err(LinkError::BadValue { .. } | LinkError::OtherPage(_)) => {}
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }

    #[test]
    fn what_is_read_is_built_again(path in "/[a-z%0-9./]{1,12}(/[a-z0-9]{1,3}){0,3}") {
        if let Ok(page) = parse(&format!("https://tracker.example{path}")) {
            prop_assert_eq!(parse(&page.to_url().unwrap()), Ok(page));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), path in "[/%.a-f0-9:?#@]{0,40}", host in any::<String>()) {
        let _ = parse(&text);
        let _ = parse(&format!("https://tracker.example{path}"));
        let _ = PAGES.parse(&[&host, &format!("https://*.{host}")], &text);
        let _ = PAGES.parse(&[], &format!("https://{host}/a/b"));
    }
}
