//! Responses whose type the status decides, from a server that writes what it likes.

use paceline_runtime::api::{CredentialRule, Effect, Endpoint, Envelope, Method, Success};
use paceline_runtime::codegen::{Call, by_status};
use paceline_runtime::{ErrorKind, Result};

use super::fixture::{Fixture, UNKNOWN};
use super::served::serve_once;

#[derive(Debug, PartialEq)]
enum Started {
    Ok(Vec<i64>),
    Accepted(String),
    NoContent,
}

by_status!(Started, 200 = Ok(data), 202 = Accepted(data), 204 = NoContent);

static BARE: Envelope =
    Envelope { success: Success::Status, code: None, message: None, detail: None, log_id: None, data: None };

static START: Endpoint = Endpoint {
    method: Method::Post,
    path: "/start",
    effect: Effect::Write,
    credentials: CredentialRule::None,
    empty_statuses: &[204],
    envelope: &BARE,
    ..UNKNOWN
};

/// The same in an envelope with code and data.
static WRAPPED: Endpoint = Endpoint { envelope: UNKNOWN.envelope, ..START };

/// What a call makes of a response.
async fn started(endpoint: &'static Endpoint, status: &str, body: &str) -> Result<Started> {
    let (url, served) = serve_once(status, body).await;
    let client = Fixture::with(&url);
    let result = Call::new(&client, endpoint).send_by_status().await;
    served.await.unwrap();
    result
}

#[tokio::test]
async fn each_status_has_its_own_type() {
    assert_eq!(started(&START, "200 OK", "[1,2]").await.unwrap(), Started::Ok(vec![1, 2]));
    assert_eq!(started(&START, "202 Accepted", "\"j1\"").await.unwrap(), Started::Accepted("j1".into()));
    assert_eq!(started(&START, "204 No Content", "").await.unwrap(), Started::NoContent);
    let wrapped = r#"{"code":0,"data":"j1"}"#;
    assert_eq!(started(&WRAPPED, "202 Accepted", wrapped).await.unwrap(), Started::Accepted("j1".into()));
    assert_eq!(started(&WRAPPED, "204 No Content", "").await.unwrap(), Started::NoContent);
}

#[tokio::test]
async fn what_does_not_fit_its_status_is_an_error_that_says_so() {
    let error = started(&START, "202 Accepted", "[1,2]").await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(202)));
    let error = started(&START, "206 Partial Content", "[1,2]").await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(206)));
    assert!(error.to_string().contains("its status 206 is none that the API describes"), "{error}");
    assert!(error.may_have_been_applied(), "it is a success of some kind");
}

#[tokio::test]
async fn a_refusal_is_one_whatever_the_successes_hold() {
    let error = started(&WRAPPED, "409 Conflict", r#"{"code":77}"#).await.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.code()), (ErrorKind::Api, Some(409), Some(77)));
    let error = started(&WRAPPED, "200 OK", r#"{"code":77}"#).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some(77)));
}
