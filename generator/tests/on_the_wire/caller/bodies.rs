//! Bodies that need not be sent, and media types of their own.

use wire_client::optional::{NoteCall, Optional};
use wire_client::{ErrorKind, File, Nullable, Part};

use crate::server::{arrived, nowhere, open};

#[tokio::test]
async fn a_body_that_need_not_be_sent_can_be_left_out() {
    let note = arrived(async |client| client.optional().note().send().await.unwrap()).await;
    let list = arrived(async |client| client.optional().list().send().await.unwrap()).await;
    let form = arrived(async |client| client.optional().form().send().await.unwrap()).await;
    let text = arrived(async |client| client.optional().text().send().await.unwrap()).await;
    let bytes = arrived(async |client| client.optional().bytes().send().await.unwrap()).await;
    for (request, line) in [
        (note, "POST /v1/optional"),
        (list, "PUT /v1/optional"),
        (form, "PATCH /v1/optional"),
        (text, "POST /v1/optional/one"),
        (bytes, "PUT /v1/optional/one"),
    ] {
        assert_eq!(request.line(), line);
        assert_eq!(request.content(), (None, ""), "{line}");
        assert_eq!(request.header("content-length"), Some("0"), "{line}");
    }
}

#[tokio::test]
async fn a_body_that_need_not_be_sent_is_sent_whole() {
    let call = async |call: fn(Optional) -> NoteCall| {
        arrived(async |client| call(client.optional()).send().await.unwrap()).await
    };
    let request = call(|optional| optional.note().text("x").level(2)).await;
    assert_eq!(request.content(), (Some("application/json"), r#"{"text":"x","level":2}"#));
    let request = arrived(async |client| client.optional().list().body([]).send().await.unwrap()).await;
    assert_eq!(request.content(), (Some("application/json"), "[]"));
    let request = arrived(async |client| client.optional().form().a("x y").send().await.unwrap()).await;
    assert_eq!(request.content(), (Some("application/x-www-form-urlencoded"), "a=x+y"));
    // Which is something else than no text and no file.
    let request = arrived(async |client| client.optional().text().text("").send().await.unwrap()).await;
    assert_eq!(request.content(), (Some("text/plain; charset=utf-8"), ""));
    let file = File::new("a.png", "");
    let request = arrived(async |client| client.optional().bytes().file(file).send().await.unwrap()).await;
    assert_eq!(request.content(), (Some("image/png"), ""));

    let optional = nowhere().optional();
    for part in [optional.note().level(2), optional.note().text("x"), optional.note().more("y")] {
        let error = part.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    }
}

#[tokio::test]
async fn media_types_of_bodies_and_responses_are_those_of_the_document() {
    let (request, part) =
        open("200 OK", r#"{"size":3}"#, async |client| client.media().send("x").send().await).await;
    assert_eq!(request.content(), (Some("application/vnd.api+json"), r#"{"name":"x"}"#));
    assert_eq!(request.header("accept"), Some("application/vnd.api+json"));
    assert_eq!(part.unwrap().size, Some(3));

    let (request, names) =
        open("200 OK", r#"["a"]"#, async |client| client.media().merge().name(Nullable::Null).send().await)
            .await;
    assert_eq!(request.content(), (Some("application/merge-patch+json"), r#"{"name":null}"#));
    assert_eq!(request.header("accept"), Some("application/hal+json"));
    assert_eq!(names.unwrap(), ["a"]);

    let (request, text) =
        open("200 OK", r#""done""#, async |client| client.media().patch([Part::new().size(1)]).send().await)
            .await;
    assert_eq!(request.content(), (Some("application/json-patch+json"), r#"[{"size":1}]"#));
    assert_eq!(request.header("accept"), Some("application/problem+json; charset=utf-8"));
    assert_eq!(text.unwrap(), "done");

    // What is usual is not asked for by name.
    let request = arrived(async |client| client.optional().list().body([1]).send().await.unwrap()).await;
    assert_eq!(request.header("accept"), Some("*/*"));
}
