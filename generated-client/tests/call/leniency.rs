//! Text that is not quite JSON: one character does not cost a page.

use serde_json::json;

use crate::support::server::{Server, response};

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
async fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(names(&["\u{feff}".as_bytes(), &page(b"a")].concat()).await, ["a", "good"]);
}
