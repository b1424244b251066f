//! Pages that cursors lead to, from a server that writes what it likes.

use paceline_runtime::api::{Endpoint, NextPage, Pagination, Rule};
use paceline_runtime::{ErrorKind, Value};
use serde_json::json;

use super::pages::{AFTER, SIZE, WITH_MORE, walk};
use super::script::Server;

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
        needs_items: true,
    }),
    ..WITH_MORE
};

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
async fn a_page_without_the_list_that_it_always_has_is_no_empty_page() {
    for body in [json!({"hello": "world"}), json!({"data": null, "end": true})] {
        let server = Server::start(&[("", body)]);
        let (items, end) = walk(server.call(&BY_CURSOR).query("since", &5)).await;
        let error = end.unwrap_err();
        assert_eq!((items, error.kind()), (vec![], ErrorKind::Decode), "{error}");
        assert!(error.to_string().contains("`data`"), "{error}");
    }
}
