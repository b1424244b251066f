//! One route in several media types: each that says something of its own is a call.

use wire_client::{File, Part};

use crate::server::open;

#[tokio::test]
async fn each_media_type_of_a_body_that_says_something_else_is_a_call() {
    let stored = async |request: (crate::server::Request, wire_client::Result<String>)| {
        assert_eq!(request.1.unwrap(), "stored");
        assert_eq!(request.0.line(), "POST /v1/kinds");
        request.0
    };
    let response = ("200 OK", r#""stored""#);
    let json = open(response.0, response.1, async |client| client.kinds().store("x").send().await).await;
    assert_eq!(stored(json).await.content(), (Some("application/json"), r#"{"url":"x"}"#));
    let file = || File::new("a.txt", "content");
    let form = open(response.0, response.1, async |client| {
        client.kinds().store_multipart(file()).note("n").send().await
    });
    let form = stored(form.await).await;
    let (media, body) = form.content();
    assert!(media.unwrap().starts_with("multipart/form-data; boundary="), "{media:?}");
    assert!(body.contains("name=\"file\"; filename=\"a.txt\"") && body.contains("content"), "{body}");
    // The file says which of the media types for bytes it is of.
    let bytes = open(response.0, response.1, async |client| {
        client.kinds().store_png(file().content_type("image/jpeg")).send().await
    });
    assert_eq!(stored(bytes.await).await.content(), (Some("image/jpeg"), "content"));
}

#[tokio::test]
async fn each_media_type_of_a_response_that_says_something_else_is_a_call() {
    let (request, part) =
        open("200 OK", r#"{"size":3}"#, async |client| client.kinds().load().send().await).await;
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(part.unwrap(), Part::new().size(3));

    let (request, parts) =
        open("200 OK", r#"[{"size":3}]"#, async |client| client.kinds().load_full().send().await).await;
    assert_eq!(request.header("accept"), Some("application/vnd.wire.v2.full+json"));
    assert_eq!(parts.unwrap().len(), 1);

    let (request, file) = open("200 OK", "size\n3\n", async |client| {
        client.kinds().load_csv().send().await.unwrap().bytes(100).await
    })
    .await;
    assert_eq!(request.line(), "GET /v1/kinds");
    assert_eq!(request.header("accept"), Some("text/csv"));
    assert_eq!(&*file.unwrap(), b"size\n3\n");
}
