//! Lists and objects where all values are text: in a query, in a form, in the parts of one.

use wire_client::Color;
use wire_client::lists::{Filter, Lists, ReadCall};

use crate::server::arrived;

#[tokio::test]
async fn a_list_in_a_query_is_repeated_unless_the_document_says_otherwise() {
    let cases: [(fn(Lists) -> ReadCall, &str); 8] = [
        (|lists| lists.read().ids([1, 2]), "?ids=1&ids=2"),
        (|lists| lists.read().names(["a b", "c,d", "[]"]), "?names=a%20b&names=c%2Cd&names=%5B%5D"),
        (|lists| lists.read().colors([Color::N0f0, Color::Red]), "?colors=%230f0&colors=red"),
        (|lists| lists.read().ids([]), ""),
        (|lists| lists.read().comma(["a", "b c", "d,e"]), "?comma=a,b%20c,d%2Ce"),
        (|lists| lists.read().pipe([1, 2]), "?pipe=1%7C2"),
        (|lists| lists.read().space([1, 2]), "?space=1%202"),
        (
            |lists| lists.read().filter(Filter::new().name("x y").ids([1, 2])),
            "?filter%5Bids%5D%5B%5D=1&filter%5Bids%5D%5B%5D=2&filter%5Bname%5D=x%20y",
        ),
    ];
    for (call, wanted) in cases {
        let request = arrived(async |client| call(client.lists()).send().await.unwrap()).await;
        assert_eq!(request.line(), format!("GET /v1/lists{wanted}"));
    }
}

#[tokio::test]
async fn a_list_in_a_form_is_repeated() {
    let request = arrived(async |client| {
        let call = client.lists().send_form(["a b", "c,d"]).ids([1, 2]).colors([Color::N0f0]);
        call.send().await.unwrap();
    })
    .await;
    let pairs = "tags=a+b&tags=c%2Cd&ids=1&ids=2&colors=%230f0";
    assert_eq!(request.content(), (Some("application/x-www-form-urlencoded"), pairs));
}

#[tokio::test]
async fn a_list_among_parts_is_one_part_for_each_item() {
    let request = arrived(async |client| {
        let call = client.lists().send_parts(["a b", "c,d"]).ids([1, 2]).colors([Color::N0f0]);
        call.send().await.unwrap();
    })
    .await;
    let boundary = request.header("content-type").unwrap().split_once("boundary=").unwrap().1;
    let between = format!("--{boundary}");
    let parts = request.body.split(&between).filter_map(|part| {
        let (head, value) = part.split_once("\r\n\r\n")?;
        Some((head.split("name=\"").nth(1)?.split('"').next()?, value.trim_end_matches("\r\n")))
    });
    let wanted = [("tags", "a b"), ("tags", "c,d"), ("ids", "1"), ("ids", "2"), ("colors", "#0f0")];
    assert_eq!(parts.collect::<Vec<_>>(), wanted);
}
