//! What a response is by its status, and what an empty one is.

use wire_client::jobs::{JobsRefusedRefusal404, Problem, StartSuccess};
use wire_client::{Error, ErrorKind};

use crate::server::open;

const THING: &str = r#"{"serial":1,"was":"x"}"#;

#[tokio::test]
async fn an_empty_success_is_one_where_nothing_is_returned() {
    for status in ["204 No Content", "200 OK", "201 Created", "202 Accepted", "205 Reset Content"] {
        for body in ["", "\r\n"] {
            if !body.is_empty() && status != "200 OK" {
                continue;
            }
            let (request, done) = open(status, body, async |client| client.jobs().clear().send().await).await;
            assert_eq!(request.line(), "DELETE /v1/jobs");
            done.unwrap_or_else(|error| panic!("{status}: {error}"));
            let (request, done) = open(status, body, async |client| client.jobs().pause().send().await).await;
            assert_eq!(request.line(), "PATCH /v1/jobs");
            done.unwrap_or_else(|error| panic!("{status}: {error}"));
        }
    }
    // What a server says beside, where nothing was promised, is no failure either.
    let (_, done) = open("200 OK", r#"{"x":1}"#, async |client| client.jobs().pause().send().await).await;
    done.unwrap();
}

#[tokio::test]
async fn no_content_beside_data_is_none() {
    let (_, gone) = open("204 No Content", "", async |client| client.things().remove(7).send().await).await;
    assert_eq!(gone.unwrap(), None);
    let (_, last) = open("200 OK", THING, async |client| client.things().remove(7).send().await).await;
    assert_eq!(last.unwrap().map(|thing| thing.serial), Some(1));
    let (_, gone) = open("204 No Content", "", async |client| client.jobs().renew().send().await).await;
    assert_eq!(gone.unwrap(), None);
    let (_, made) = open("201 Created", r#""x""#, async |client| client.jobs().renew().send().await).await;
    assert_eq!(made.unwrap().as_deref(), Some("x"));
}

#[tokio::test]
async fn each_status_has_the_type_that_the_document_gives_it() {
    for (status, body, wanted) in [
        ("200 OK", "[1,2]", StartSuccess::Ok(vec![1, 2])),
        ("202 Accepted", r#""later""#, StartSuccess::Accepted("later".to_owned())),
        ("204 No Content", "", StartSuccess::NoContent),
    ] {
        let (_, started) = open(status, body, async |client| client.jobs().start().send().await).await;
        assert_eq!(started.unwrap(), wanted);
    }
    let (_, other) = open("202 Accepted", "[1]", async |client| client.jobs().start().send().await).await;
    assert_eq!(other.unwrap_err().kind(), ErrorKind::Decode);
}

/// Where data were promised, an empty body is a failure that says what is missing, and not where the text ends.
#[tokio::test]
async fn an_empty_success_where_data_are_promised_says_so() {
    for status in ["200 OK", "204 No Content"] {
        let (_, read) = open(status, "", async |client| client.things().read(7).send().await).await;
        let error = read.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, status[..3].parse().ok()));
        assert!(error.to_string().contains("without the data that the API promises"), "{error}");
        let (_, read) = open(status, "", async |client| client.things().serial().send().await).await;
        assert!(read.unwrap_err().to_string().contains("without the data that the API promises"));
    }
}

/// A `default` response is that of a refusal: nothing of it becomes the data of a success.
#[tokio::test]
async fn what_only_a_default_describes_returns_nothing() {
    for (status, body) in
        [("204 No Content", ""), ("200 OK", r#"{"message":"all is well"}"#), ("200 OK", "[1]")]
    {
        let (_, done) = open(status, body, async |client| client.jobs().peek().send().await).await;
        let () = done.unwrap_or_else(|error| panic!("{status}: {error}"));
        let (_, done) = open(status, body, async |client| client.jobs().refused().send().await).await;
        let () = done.unwrap_or_else(|error| panic!("{status}: {error}"));
        let (_, done) = open(status, body, async |client| client.jobs().listed().send().await).await;
        let () = done.unwrap_or_else(|error| panic!("{status}: {error}"));
    }
    let body = r#"{"message":"not now","code":7}"#;
    let (_, refused) = open("409 Conflict", body, async |client| client.jobs().peek().send().await).await;
    let error = refused.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.code()), (ErrorKind::Api, Some(409), Some(7)));
    assert!(error.to_string().contains("not now"), "{error}");
}

/// The error that a call of `refused` gives for a refusal.
async fn refused(status: &str, body: &str) -> Error {
    let (_, done) = open(status, body, async |client| client.jobs().refused().send().await).await;
    done.unwrap_err()
}

#[tokio::test]
async fn a_refusal_holds_what_the_document_says_of_its_status() {
    let error = refused("404 Not Found", r#"{"looked_for":"a thing","more":1}"#).await;
    let missing = error.refusal::<JobsRefusedRefusal404>().expect("404 has a type of its own");
    assert_eq!(missing.looked_for.as_deref(), Some("a thing"));
    let error = refused("422 Unprocessable Content", r#"["too long","too late"]"#).await;
    assert_eq!(error.refusal::<Vec<String>>().map(Vec::len), Some(2));
    let body = r#"{"message":"not now","code":3}"#;
    let (_, peeked) = open("409 Conflict", body, async |client| client.jobs().peek().send().await).await;
    let error = peeked.unwrap_err();
    assert_eq!(error.refusal::<Problem>().and_then(|problem| problem.code), Some(3));
    assert!(error.refusal::<JobsRefusedRefusal404>().is_none());
}
