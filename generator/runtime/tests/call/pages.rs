//! Pages that the server leads to: by addresses, by links, and by the last item. The servers are plain sockets.

use paceline_runtime::api::{
    Api, CredentialKind, CredentialRule, Endpoint, Envelope, NextPage, Pagination, ParamLocation, ParamPath,
    Rule, Success, TemplatePart, TokenSource,
};
use paceline_runtime::codegen::Call;
use paceline_runtime::limiter::Limiter;
use paceline_runtime::{Client, Continuation, ErrorKind, Pages, Result, Value};
use serde_json::json;

use super::fixture::{THE_API, UNKNOWN};
use super::script::Server;

static PLAIN: Envelope =
    Envelope { success: Success::Status, code: None, message: None, detail: None, log_id: None, data: None };

static API: Api = Api {
    credentials: &[
        CredentialKind {
            name: "app",
            headers: &[],
            query: &[],
            token: TokenSource::Fixed(&[TemplatePart::Input(0)]),
        },
        CredentialKind {
            name: "key",
            headers: &[],
            query: &[("api key", &[TemplatePart::Input(0)])],
            token: TokenSource::Fixed(&[TemplatePart::Text("x")]),
        },
    ],
    headers: THE_API.headers,
    ..THE_API
};

const SIZE: ParamPath = ParamPath { location: ParamLocation::Query, path: &["limit"] };
const AFTER: ParamPath = ParamPath { location: ParamLocation::Query, path: &["starting_after"] };

/// An endpoint with pages of this kind.
const fn paged(
    next: NextPage,
    has_more: Option<&'static [&'static str]>,
    items: &'static [&'static str],
) -> Endpoint {
    let pagination = Pagination { next, size: Some(SIZE), total: None, has_more, is_last: None, items };
    Endpoint {
        id: "things",
        path: "/v1/things",
        envelope: &PLAIN,
        pagination: Some(pagination),
        credentials: CredentialRule::Only(&["app"]),
        ..UNKNOWN
    }
}

static BY_URL: Endpoint =
    paged(NextPage::NextUrl(&["paging", "next"]), Some(&["paging", "more"]), &["items"]);
static BY_LINK: Endpoint = paged(NextPage::Link, None, &[]);
static WITH_MORE: Endpoint = paged(NextPage::LastItem(AFTER, &["id"]), Some(&["has_more"]), &["data"]);
static WITHOUT_MORE: Endpoint = paged(NextPage::LastItem(AFTER, &["key", "id"]), None, &[]);
static BY_CURSOR: Endpoint = Endpoint {
    rules: &[
        Rule::ExactlyOne(&["starting_after", "since"]),
        Rule::AtMostOne(&["starting_after", "X-Since", "kind"]),
        Rule::AtMostOne(&["since", "until"]),
    ],
    pagination: Some(Pagination {
        next: NextPage::Cursor(&[(AFTER, &["after"])]),
        size: Some(SIZE),
        total: None,
        has_more: None,
        is_last: Some(&["end"]),
        items: &["data"],
    }),
    ..WITH_MORE
};
static WITH_KEY: Endpoint = Endpoint { credentials: CredentialRule::Only(&["key"]), ..BY_URL };

impl Server {
    fn client(&self) -> Client {
        self.client_at(&self.url)
    }

    fn client_at(&self, url: &str) -> Client {
        let builder = Client::builder(&API).limiter(Limiter::new(Default::default()));
        let builder =
            builder.credential("app", vec!["the-token".into()]).credential("key", vec!["s3cret".into()]);
        builder.base_url(url).build().unwrap()
    }

    fn call(&self, endpoint: &'static Endpoint) -> Call {
        Call::new(&self.client(), endpoint).query("limit", &2)
    }
}

/// The numbers on all pages, and how the walk ends.
async fn walk(call: Call) -> (Vec<i64>, Result<()>) {
    let mut items: Pages<Value> = call.items();
    let mut all = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(item)) => all.push(item.as_i64().or_else(|| item["id"].as_i64()).unwrap_or_default()),
            Ok(None) => return (all, Ok(())),
            Err(error) => return (all, Err(error)),
        }
    }
}

/// Walks to an error after these items.
async fn assert_stuck(call: Call, items: &[i64], words: &str) {
    let (all, end) = walk(call).await;
    let error = end.unwrap_err();
    assert_eq!((&*all, error.kind()), (items, ErrorKind::Pagination), "{error}");
    assert!(error.to_string().contains(words), "{error}");
    for hidden in ["s3cret", "?", "q="] {
        assert!(!format!("{error} {error:?}").contains(hidden), "{error:?}");
    }
}

fn page(items: &[i64], next: Value) -> (&'static str, Value) {
    ("", json!({"items": items, "paging": {"next": next}}))
}

#[tokio::test]
async fn the_next_url_is_followed_as_it_is() {
    let server = Server::start(&[
        page(&[1, 2], json!("{url}/v1/things?limit=2&q=a+b%2C&page=%5B2%5D#top")),
        // Ids in place of names, as GitHub has it.
        page(&[3], json!("{url}/v1/stores/17/things?page=3")),
        // Relative to the server, to the path, and to the query.
        page(&[4], json!("/v1/things.json?page=4")),
        page(&[5], json!("things?page=5")),
        page(&[6], json!("?page=6")),
        page(&[7], json!("")),
    ]);
    let (items, end) = walk(server.call(&BY_URL)).await;
    end.unwrap();
    assert_eq!(items, [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(
        server.asked(),
        [
            "/v1/things?limit=2",
            "/v1/things?limit=2&q=a+b%2C&page=%5B2%5D",
            "/v1/stores/17/things?page=3",
            "/v1/things.json?page=4",
            "/v1/things?page=5",
            "/v1/things?page=6"
        ]
    );
}

#[tokio::test]
async fn no_next_url_is_the_end() {
    for last in [json!({"items": [3]}), json!({"items": [3], "paging": null}), page(&[3], Value::Null).1] {
        let server = Server::start(&[page(&[], json!("?page=2")), ("", last)]);
        let (items, end) = walk(server.call(&BY_URL)).await;
        end.unwrap();
        assert_eq!(items, [3]);
    }
    // What says that there is no more comes first.
    let last = json!({"items": [1], "paging": {"next": "?page=2", "more": false}});
    let server = Server::start(&[("", last)]);
    assert!(walk(server.call(&BY_URL)).await.1.is_ok());
    assert_eq!(server.asked().len(), 1);
    let more = json!({"items": [1], "paging": {"more": true}});
    assert_stuck(Server::start(&[("", more)]).call(&BY_URL), &[1], "and not where").await;
}

#[tokio::test]
async fn no_other_host_gets_the_token() {
    let other = Server::start(&[page(&[9], Value::Null)]);
    let there = format!("{}/v1/things?q=s3cret", other.url);
    let scheme = server_url_with(&other.url, "https");
    for next in [
        &*there,
        there.trim_start_matches("http:"),
        &scheme,
        "https://evil.example/?q=1",
        "//a:b@evil.example",
    ] {
        let server = Server::start(&[page(&[1], json!(next))]);
        assert_stuck(server.call(&BY_URL), &[1], "the token must not go elsewhere").await;
        let link = format!("Link: <{next}>; rel=\"next\"\r\n");
        let server = Server::start(&[(&link, json!([1]))]);
        assert_stuck(server.call(&BY_LINK), &[1], "the token must not go elsewhere").await;
    }
    assert_eq!(other.asked(), [""; 0]);
    let server = Server::start(&[page(&[1], json!("https://evil.example:8443/?q=1"))]);
    assert_stuck(server.call(&BY_URL), &[1], "`https://evil.example:8443`").await;
    // Another scheme of the same host is another place, too; what is no address of a host is none.
    let server = Server::start(&[page(&[1], json!("data:text/plain,q=1"))]);
    assert_stuck(server.call(&BY_URL), &[1], "an address of `data:`").await;
    let server = Server::start(&[page(&[1], json!("http://[::1?q=1"))]);
    assert_stuck(server.call(&BY_URL), &[1], "is no address").await;
    let server = Server::start(&[page(&[1], json!({"q=": 1}))]);
    assert_stuck(server.call(&BY_URL), &[1], "cannot be read").await;
}

fn server_url_with(url: &str, scheme: &str) -> String {
    format!("{scheme}{}/v1/things?page=2", url.trim_start_matches("http"))
}

#[tokio::test]
async fn another_scheme_and_another_port_are_another_place() {
    let server = Server::start(&[page(&[1], json!("https://127.0.0.1/v1/things?q=1"))]);
    assert_stuck(server.call(&BY_URL), &[1], "the token must not go elsewhere").await;
    let own = Server::start(&[page(&[1], json!("{url}/x"))]);
    let https = server_url_with(&own.url, "https");
    let server = Server::start(&[page(&[1], json!(https))]);
    assert_stuck(server.call(&BY_URL), &[1], "`https://127.0.0.1:").await;
}

#[tokio::test]
async fn what_else_the_server_has_is_not_asked() {
    for next in
        ["/admin?q=1", "/api", "/apiary/v1/things", "/api/../admin", "../../../admin", "/api/%2e%2e/admin"]
    {
        let server = Server::start(&[page(&[1], json!(next))]);
        let call = Call::new(&server.client_at(&format!("{}/api/", server.url)), &BY_URL);
        if next == "/api" {
            assert_stuck(call, &[1, 1], "given before").await;
            continue;
        }
        assert_stuck(call, &[1], "outside of this API").await;
        assert_eq!(server.asked(), ["/api/v1/things"], "{next}");
    }
}

#[tokio::test]
async fn an_address_that_comes_again_is_an_error() {
    let same = page(&[1], json!("?page=2"));
    assert_stuck(Server::start(std::slice::from_ref(&same)).call(&BY_URL), &[1, 1], "given before").await;
    // The first page again, and two in turn.
    assert_stuck(Server::start(&[page(&[1], json!("?limit=2"))]).call(&BY_URL), &[1], "given before").await;
    let turns = [page(&[1], json!("?page=2")), page(&[2], json!("?page=3")), page(&[3], json!("?page=2"))];
    assert_stuck(Server::start(&turns).call(&BY_URL), &[1, 2, 3], "given before").await;
}

#[tokio::test]
async fn a_secret_of_the_query_is_sent_once() {
    let server = Server::start(&[
        page(&[1], json!("{url}/v1/things?api+key=s3cret&page=2&api%20key=s3cret")),
        page(&[2], Value::Null),
    ]);
    let call = || Call::new(&server.client(), &WITH_KEY);
    let mut pages: Pages<Value> = call().items();
    pages.try_next().await.unwrap();
    let continuation = pages.continuation().unwrap();
    assert!(!serde_json::to_string(&continuation).unwrap().contains("s3cret"));
    pages.try_next().await.unwrap();
    let heads = server.heads.lock().unwrap();
    assert!(heads[0].starts_with("GET /v1/things?api%20key=s3cret HTTP"), "{}", heads[0]);
    assert!(heads[1].starts_with("GET /v1/things?page=2&api%20key=s3cret HTTP"), "{}", heads[1]);
}

#[tokio::test]
async fn a_walk_by_addresses_goes_on_in_another_process() {
    let first =
        Server::start(&[page(&[1, 2], json!("{url}/v1/x/things?page=2")), page(&[3, 4], json!("?page=3"))]);
    let mut items: Pages<Value> = first.call(&BY_URL).items();
    for _ in 0..3 {
        items.try_next().await.unwrap();
    }
    let stored = serde_json::to_string(&items.continuation().unwrap()).unwrap();
    assert!(!format!("{items:?}").contains("page="), "{items:?}");
    let continuation: Continuation = serde_json::from_str(&stored).unwrap();
    let second = Server::start(&[page(&[3, 4], json!("?page=3")), page(&[5], Value::Null)]);
    let (rest, end) = walk(second.call(&BY_URL).resume(&continuation)).await;
    end.unwrap();
    assert_eq!(
        (rest, second.asked()),
        (vec![4, 5], vec!["/v1/x/things?page=2".into(), "/v1/x/things?page=3".into()])
    );
    // An address that was changed meanwhile leads nowhere else.
    for other in ["//evil.example/v1/x", "https://evil.example/v1/x", "@evil.example/v1/x", "/api/../../x"] {
        let changed: Continuation = serde_json::from_str(&stored.replace("/v1/x/things", other)).unwrap();
        let server = Server::start(&[page(&[1], Value::Null)]);
        let client = server.client_at(&format!("{}/api", server.url));
        let error = walk(Call::new(&client, &BY_URL).resume(&changed)).await.1.unwrap_err();
        assert_eq!((error.kind(), server.asked().len()), (ErrorKind::Invalid, 0), "{other}");
    }
}

#[tokio::test]
async fn links_lead_from_page_to_page() {
    let server = Server::start(&[
        (
            "Link: <{url}/v1/things?page=2>; rel=\"next\", <{url}/v1/things?page=9>; rel=\"last\"\r\n",
            json!([1, 2]),
        ),
        (
            "LINK: </style.css>; rel=preload\r\nLink: <?page=3&x=a,b;c>; title=\"a, b\"; REL=\"Last NEXT\"\r\n",
            json!([3]),
        ),
        // An empty page in the middle ends nothing.
        ("Link: </v1/things?page=4>; rel=next\r\n", json!([])),
        ("Link: <?page=1>; rel=\"prev\"\r\n", json!([4])),
    ]);
    let (items, end) = walk(server.call(&BY_LINK)).await;
    end.unwrap();
    assert_eq!(items, [1, 2, 3, 4]);
    let asked = ["/v1/things?limit=2", "/v1/things?page=2", "/v1/things?page=3&x=a,b;c", "/v1/things?page=4"];
    assert_eq!(server.asked(), asked);
    let server = Server::start(&[("", json!([1]))]);
    assert_eq!(walk(server.call(&BY_LINK)).await.0, [1]);
    let server = Server::start(&[("Link: <?page=2; rel=next\r\n", json!([1]))]);
    assert_stuck(server.call(&BY_LINK), &[1], "cannot be read").await;
    let server = Server::start(&[("Link: <?page=2>; rel=next\r\n", json!([1]))]);
    assert_stuck(server.call(&BY_LINK), &[1, 1], "given before").await;
}

#[tokio::test]
async fn the_next_page_starts_after_the_last_item() {
    let page = |ids: &[&str], more: bool| {
        let items: Value = ids.iter().map(|id| json!({"id": id, "x": [{"id": 0}]})).collect();
        ("", json!({"has_more": more, "data": items}))
    };
    let server = Server::start(&[page(&["a", "b"], true), page(&["c d"], true), page(&["e"], false)]);
    let (items, end) = walk(server.call(&WITH_MORE)).await;
    end.unwrap();
    assert_eq!(items.len(), 4);
    let asked = [
        "/v1/things?limit=2",
        "/v1/things?limit=2&starting_after=b",
        "/v1/things?limit=2&starting_after=c%20d",
    ];
    assert_eq!(server.asked(), asked);
    // A server that ignores the parameter, and one that says that more follows nothing.
    assert_stuck(Server::start(&[page(&["a"], true)]).call(&WITH_MORE), &[0, 0], "given before").await;
    assert_stuck(Server::start(&[page(&[], true)]).call(&WITH_MORE), &[], "and not where").await;
    let nameless = ("", json!({"has_more": true, "data": [{"id": "a"}, {"name": "b"}]}));
    assert_stuck(Server::start(&[nameless]).call(&WITH_MORE), &[0, 0], "has no id").await;
}

#[tokio::test]
async fn what_a_rule_allows_only_in_place_of_the_cursor_gives_way_to_it() {
    let page = |id: u64, after: Value, end: bool| ("", json!({"data": [id], "after": after, "end": end}));
    let pages = [page(1, json!("a"), false), page(2, json!("b"), false), page(3, json!("c"), true)];
    let server = Server::start(&pages);
    let call = server.call(&BY_CURSOR).query("since", &5).header("X-Since", &6).query("other", &7);
    let mut walked = call.clone().items::<Value>();
    assert_eq!(walked.try_next().await.unwrap(), Some(json!(1)));
    let continuation = walked.continuation().unwrap();
    // The last page has a cursor all the same, as those of an export that goes on later.
    let (items, end) = walk(call.clone()).await;
    end.unwrap();
    assert_eq!(items, [2, 3]);
    let server = Server::start(&pages[1..]);
    let call = server.call(&BY_CURSOR).query("since", &5).header("X-Since", &6).query("other", &7);
    let (items, end) = walk(call.resume(&continuation)).await;
    end.unwrap();
    assert_eq!(items, [2, 3]);
    let asked = ["a", "b"].map(|after| format!("/v1/things?limit=2&other=7&starting_after={after}"));
    assert_eq!(server.asked(), asked);
    assert!(server.heads.lock().unwrap().iter().all(|head| !head.to_lowercase().contains("x-since")));
}

#[tokio::test]
async fn without_a_word_of_more_an_empty_page_is_the_last() {
    let page = |ids: &[u64]| {
        let items: Value = ids.iter().map(|id| json!({"key": {"id": id}})).collect();
        ("", items)
    };
    let large = 9_007_199_254_740_993;
    let server = Server::start(&[page(&[1, large]), page(&[5]), page(&[])]);
    let (items, end) = walk(server.call(&WITHOUT_MORE)).await;
    end.unwrap();
    assert_eq!(items.len(), 3);
    let asked = [
        "/v1/things?limit=2".to_owned(),
        format!("/v1/things?limit=2&starting_after={large}"),
        "/v1/things?limit=2&starting_after=5".to_owned(),
    ];
    assert_eq!(server.asked(), asked);
    let mut pages = server.call(&WITHOUT_MORE).pages::<Value>();
    assert!(pages.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn the_place_after_an_item_can_be_stored() {
    let page = |ids: [u64; 1]| ("", json!([{"key": {"id": ids[0]}}]));
    let server = Server::start(&[page([1]), page([2])]);
    let mut items: Pages<Value> = server.call(&WITHOUT_MORE).items();
    items.try_next().await.unwrap();
    let rest = Server::start(&[("", json!([]))]);
    let call = rest.call(&WITHOUT_MORE).resume(&items.continuation().unwrap());
    assert!(walk(call).await.0.is_empty());
    assert_eq!(rest.asked(), ["/v1/things?limit=2&starting_after=1"]);
}

#[tokio::test]
async fn counted_pages_of_a_bare_list_come_one_after_the_other() {
    static COUNTED: Endpoint =
        paged(NextPage::Number(ParamPath { location: ParamLocation::Query, path: &["page"] }, 1), None, &[]);
    let server = Server::start(&[("", json!([1])), ("", json!([2])), ("", json!([]))]);
    let (items, end) = walk(server.call(&COUNTED)).await;
    end.unwrap();
    assert_eq!(items, [1, 2]);
}
