//! Pages that lead to the next one: by an address in the body, by the header `Link`, by the last item.

use paceline_sandbox::Sandbox;
use serde_json::Value;

use crate::caller::acted_out;

const SPEC: &str = r#"
api: {name: Books, crate: books-client, version: 0.1.0, doc: Keeps books.}
hosts: {main: {url: "https://books.example", doc: "The books."}}
rate_limits: {per: [credential, endpoint], default: standard, sets: {standard: 1000/s}}
envelopes: {plain: {}}
pagination:
  url: {kind: next_url, next: '@odata\.nextLink', size: top}
  link: {kind: link}
  after: {kind: last_item, after: after, id: key.id, has_more: more}
"#;

const BOOKS: &str = r#"
resource: book
accessor: books
doc: Books.
endpoints:
  by_url:
    route: GET /shelves/:shelf/books
    summary: Lists books.
    effect: read
    path: {shelf: {type: string, doc: "Where."}}
    query:
      top?: {type: i64, doc: "How many."}
      sort?: {type: string, doc: "How."}
    returns: BookPage
    pagination: url
    items: books
  by_link:
    route: GET /linked
    summary: Lists books.
    effect: read
    returns: [Book]
    pagination: link
  by_item:
    route: GET /after
    summary: Lists books.
    effect: read
    query: {after?: {type: string, doc: "The book before."}}
    returns: BookPage
    pagination: after
    items: books
types:
  BookPage: {doc: Books., fields: {books: {type: [Book], doc: "They."}, more?: {type: bool, doc: "Whether there are more."}, "@odata.nextLink?": {type: string, name: next_link, doc: "The next page."}}}
  Book: {doc: A book., fields: {key: {type: Key, doc: "Its key."}}}
  Key: {doc: A key., fields: {id: {type: i64, doc: "Its number."}}}
"#;

/// Headers and body of a page.
async fn get(url: reqwest::Url) -> (Option<String>, Value) {
    let response = reqwest::get(url).await.unwrap();
    assert_eq!(response.status(), 200);
    let link = response.headers().get("link").map(|link| link.to_str().unwrap().to_owned());
    (link, response.json().await.unwrap())
}

/// The numbers of items on all pages, led by what `next` finds on each.
async fn walk(
    sandbox: &Sandbox,
    path: &str,
    next: impl Fn(Option<&str>, &Value) -> Option<String>,
) -> Vec<usize> {
    let mut url = reqwest::Url::parse(&format!("{}{path}", sandbox.url())).unwrap();
    let mut lengths = Vec::new();
    loop {
        let (link, body) = get(url.clone()).await;
        let items = body.as_array().or_else(|| body["books"].as_array()).unwrap();
        lengths.push(items.len());
        let Some(next) = next(link.as_deref(), &body) else { return lengths };
        assert!(lengths.len() < 10, "no end");
        url = url.join(&next).unwrap();
        if path.contains("sort=x") {
            assert!(url.query().unwrap().contains("sort=x"), "{url}");
        }
    }
}

#[tokio::test]
async fn every_page_leads_to_the_next_one_until_the_last() {
    let sandbox = acted_out(&[("api.yaml", SPEC), ("book.yaml", BOOKS)]).await;
    let by_url = |_: Option<&str>, body: &Value| body["@odata.nextLink"].as_str().map(str::to_owned);
    assert_eq!(walk(&sandbox, "/shelves/a/books?top=40&sort=x", by_url).await, [40, 5]);
    assert_eq!(walk(&sandbox, "/shelves/a/books", by_url).await, [20, 20, 5]);
    let by_link = |link: Option<&str>, _: &Value| {
        let next = link.unwrap().split(", ").find(|link| link.ends_with("; rel=\"next\""))?;
        Some(next.split(['<', '>']).nth(1).unwrap().to_owned())
    };
    assert_eq!(walk(&sandbox, "/linked", by_link).await, [20, 20, 5]);
    let by_item = |_: Option<&str>, body: &Value| {
        let last = &body["books"].as_array().unwrap().last()?["key"]["id"];
        body["more"].as_bool().unwrap().then(|| format!("?after={last}"))
    };
    assert_eq!(walk(&sandbox, "/after", by_item).await, [20, 20, 5]);
    let refused = reqwest::get(format!("{}/after?after=none", sandbox.url())).await.unwrap();
    assert_eq!(refused.status(), 400);
}
