//! Members under any names, parts of forms, and routes that take or give several media types.

use reqwest::RequestBuilder;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use crate::caller::acted_out;

const API: &str = r#"
api: {name: Boxes, crate: boxes, version: 0.1.0, doc: Keeps boxes.}
hosts: {main: {url: "https://boxes.example", doc: "Where they are."}}
rate_limits: {default: none}
envelopes: {plain: {}}
"#;
const BOXES: &str = r#"
resource: item
accessor: items
doc: Boxes.
endpoints:
  find:
    route: GET /boxes
    summary: Finds boxes.
    effect: read
    query:
      size?: {type: i64, doc: "Their size."}
      near?: {type: Near, style: spread, doc: "Where."}
      counts?: {type: {map: i64}, style: spread, doc: "How many there are of each."}
    returns: {map: string}
  table:
    route: "GET /boxes#csv"
    summary: Gives a table of boxes.
    effect: read
    returns: bytes
    accept: text/csv
  add:
    route: POST /boxes
    summary: Adds a box.
    effect: write
    body:
      name: {type: string, doc: "Its name."}
      counts: {type: {map: i64}, style: spread, doc: "How many there are of each."}
    returns: {map: string}
  add_multipart:
    route: "POST /boxes#multipart"
    summary: Adds a box with pictures.
    effect: write
    body_kind: multipart
    body:
      about: {type: Near, part: {media: application/json}, doc: "Where it is."}
      more?: {type: [Near], part: {media: application/json}, doc: "Where else it is."}
      pictures: {type: [file], max_items: 2, doc: "Pictures."}
      counts?: {type: {map: i64}, style: spread, doc: "How many there are of each."}
    returns: {map: string}
types:
  Near: {doc: A place., fields: {place?: {type: string, doc: "Its name."}, km?: {type: i64, max: 9, doc: "How far."}}}
"#;

async fn statuses(requests: impl IntoIterator<Item = RequestBuilder>) -> Vec<u16> {
    let mut statuses = Vec::new();
    for request in requests {
        let response = request.send().await.unwrap();
        statuses.push(response.status().as_u16());
    }
    statuses
}

#[tokio::test]
async fn members_under_any_names_have_the_type_that_the_spec_gives_them() {
    let sandbox = acted_out(&[("api.yaml", API), ("item.yaml", BOXES)]).await;
    let url = format!("{}/boxes", sandbox.url());
    let http = reqwest::Client::new();
    let get = |query: &str| http.get(format!("{url}?{query}"));
    let queries = ["size=1&km=9&nails=3", "km=10", "nails=x", "counts=3", "place=x&size=y", "counts=x"];
    assert_eq!(statuses(queries.map(get)).await, [200, 400, 400, 200, 400, 400]);
    let post = |body| http.post(&url).json(&body);
    let bodies = [
        json!({"name": "x", "nails": 3}),
        json!({"name": "x"}),
        json!({"nails": 3}),
        json!({"name": "x", "nails": "many"}),
        json!({"name": "x", "counts": 1}),
    ];
    assert_eq!(statuses(bodies.map(post)).await, [200, 200, 400, 400, 200]);
}

#[tokio::test]
async fn parts_are_checked_by_what_their_headers_say() {
    let sandbox = acted_out(&[("api.yaml", API), ("item.yaml", BOXES)]).await;
    let url = format!("{}/boxes", sandbox.url());
    let http = reqwest::Client::new();
    let near = |json: &str| Part::text(json.to_owned()).mime_str("application/json").unwrap();
    let picture = || Part::text("x").file_name("a.png");
    let form = || Form::new().part("about", near(r#"{"km": 1}"#)).part("pictures", picture());
    let forms = [
        form().part("pictures", picture()).part("more", near("{}")).part("more", near(r#"{"km": 9}"#)),
        form().part("pictures", picture()).part("pictures", picture()),
        Form::new().part("about", near("{}")),
        Form::new().part("about", Part::text("{}")).part("pictures", picture()),
        Form::new().part("about", near("{")).part("pictures", picture()),
        form().part("more", near(r#"{"km": 10}"#)),
        form().text("nails", "3"),
        form().text("nails", "many"),
    ];
    let requests = forms.map(|form| http.post(&url).multipart(form));
    assert_eq!(statuses(requests).await, [200, 400, 400, 400, 400, 400, 200, 400]);
}

#[tokio::test]
async fn what_is_asked_for_and_what_is_sent_tell_endpoints_apart() {
    let sandbox = acted_out(&[("api.yaml", API), ("item.yaml", BOXES)]).await;
    let url = format!("{}/boxes", sandbox.url());
    let http = reqwest::Client::new();
    let kind = async |accept: &str| {
        let response = http.get(&url).header("Accept", accept).send().await.unwrap();
        response.headers()["content-type"].to_str().unwrap().to_owned()
    };
    assert_eq!(kind("text/csv").await, "text/csv");
    for usual in ["*/*", "application/json", "image/png"] {
        assert_eq!(kind(usual).await, "application/json; charset=utf-8");
    }
}
