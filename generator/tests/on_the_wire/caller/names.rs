//! Names that the emitted crate, Cargo or the language keeps for itself: they are others in Rust, and the same on the wire.

use crate::server::{arrived, open};

#[tokio::test]
async fn a_keyword_is_sent_and_read_as_it_is() {
    let (request, read) = open("200 OK", r#"{"gen":"x"}"#, async |client| {
        let call = client.service().gen_value(1, 2).gen_value_3("q").gen_value_4("b").try_value("t");
        call.send().await
    })
    .await;
    assert_eq!(request.line(), "POST /v1/names/1/and/2?gen=q");
    assert_eq!(request.content(), (Some("application/json"), r#"{"gen":"b","try":"t"}"#));
    assert_eq!(read.unwrap().gen_value.as_deref(), Some("x"));
}

#[tokio::test]
async fn tags_with_names_of_files_and_features_are_resources() {
    let all = arrived(async |client| client.all_group().all().send().await.unwrap()).await;
    let lib = arrived(async |client| client.lib_group().null().send().await.unwrap()).await;
    let keyword = arrived(async |client| client.gen_value().main().send().await.unwrap()).await;
    let null = arrived(async |client| client.null().service().send().await.unwrap()).await;
    let lines = [&all, &lib, &keyword, &null].map(|request| request.line());
    assert_eq!(lines, ["GET /v1/names/all", "GET /v1/names/lib", "GET /v1/names/gen", "GET /v1/names/null"]);
}
