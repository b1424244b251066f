//! Text that is not quite JSON: one character does not cost a page.

use serde_json::json;

use crate::support::server::{Response, Server, response};

async fn names(body: &[u8]) -> Vec<String> {
    let body = body.to_vec();
    let server = Server::start(move |_, _| response(200, "application/json", "", &body)).await;
    let types = server.client().work_item_types().list("demo").send().await.unwrap();
    types.into_iter().map(|of| of.name.unwrap_or_default()).collect()
}

fn page(name: &[u8]) -> Vec<u8> {
    let good = json!({"name": "good"}).to_string();
    [br#"{"err_code":0,"data":[{"name":""#, name, br#""},"#, good.as_bytes(), b"]}"].concat()
}

#[tokio::test]
async fn odd_characters_are_replaced() {
    assert_eq!(names(&page(br"half \ud83d!")).await, ["half \u{fffd}!", "good"]);
    assert_eq!(names(&page(br"turned \ude00\ud83d")).await, ["turned \u{fffd}\u{fffd}", "good"]);
    assert_eq!(names(&page(b"no UTF-8 \xff")).await, ["no UTF-8 \u{fffd}", "good"]);
    assert_eq!(names(&page(b"raw \x01 and \n")).await, ["raw \u{1} and \n", "good"]);
    assert_eq!(names(&page(br"whole \ud83d\ude00")).await, ["whole \u{1f600}", "good"]);
}

#[tokio::test]
async fn a_whole_number_may_be_written_with_a_fraction_or_an_exponent() {
    let items = r#"[{"id": 5.0, "name": "a"}, {"id": "6.0", "name": "b"}, {"id": 7e0, "name": "c"}, {"id": 8, "created_at": "2026-01-01T00:00:00Z"}]"#;
    let body = format!(r#"{{"err_code": 0, "data": {items}, "pagination": {{"total": 4}}}}"#);
    let server = Server::start(move |_, _| Response::new(200, "application/json", "", body.as_bytes())).await;
    let page = server
        .client()
        .work_items()
        .filter("demo")
        .work_item_type_keys(["story"])
        .send_with_meta()
        .await
        .unwrap();
    let ids: Vec<i64> = page.data.items.iter().map(|item| item.id.get()).collect();
    let unreadable: Vec<_> = page.data.unreadable.iter().map(|item| item.value.clone()).collect();
    assert_eq!((ids, page.data.unreadable.len()), (vec![5, 6, 7, 8], 0), "{unreadable:?}");
}

#[tokio::test]
async fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(names(&["\u{feff}".as_bytes(), &page(b"a")].concat()).await, ["a", "good"]);
}
