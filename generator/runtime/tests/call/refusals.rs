//! Refusals whose bodies the API describes, from a server that writes what it likes.

use paceline_runtime::api::{CredentialRule, Effect, Endpoint, Envelope, RefusalBody, Statuses, Success};
use paceline_runtime::codegen::Call;
use paceline_runtime::{Error, ErrorKind, Map, RetryPolicy, Secret, Value};

use super::fixture::{Fixture, UNKNOWN};
use super::served::serve_once;

type Problem = Map<String, Value>;

static PLAIN: Envelope = Envelope {
    success: Success::Status,
    code: None,
    message: Some(&["title"]),
    detail: None,
    log_id: None,
    data: None,
};

static ENDPOINT: Endpoint = Endpoint {
    path: "/items",
    credentials: CredentialRule::None,
    envelope: &PLAIN,
    refusals: &[
        RefusalBody::of::<Vec<String>>(Statuses::One(422)),
        RefusalBody::of::<Problem>(Statuses::Class(4)),
        RefusalBody::of::<String>(Statuses::Any),
    ],
    ..UNKNOWN
};

const TOKEN: &str = "a-token-of-the-caller";

/// The error of a call that is refused so.
async fn refused(status: &str, body: &str) -> Error {
    refused_by(&ENDPOINT, status, body).await
}

async fn refused_by(endpoint: &'static Endpoint, status: &str, body: &str) -> Error {
    let (url, served) = serve_once(status, body).await;
    let client = Fixture::builder_with(&url).retry(RetryPolicy::never()).build().unwrap();
    let call = Call::new(&client, endpoint).query("token", &Secret::from(TOKEN));
    let result = call.send::<Value>().await;
    served.await.unwrap();
    result.unwrap_err()
}

#[tokio::test]
async fn the_status_decides_what_a_refusal_holds() {
    let error = refused("422 Unprocessable Content", r#"["name is taken","size is missing"]"#).await;
    assert_eq!(error.refusal::<Vec<String>>().unwrap()[1], "size is missing");
    assert!(error.refusal::<Problem>().is_none(), "422 has a type of its own");

    let error = refused("404 Not Found", r#"{"title":"Nothing here","hint":7}"#).await;
    assert_eq!(error.refusal::<Problem>().unwrap().get("hint"), Some(&Value::from(7)));
    assert!(error.to_string().contains("Nothing here"), "{error}");

    let error = refused("500 Internal Server Error", r#""down""#).await;
    assert_eq!(error.refusal::<String>().map(String::as_str), Some("down"));
    let copy = error.clone();
    assert_eq!(copy.refusal::<String>().map(String::as_str), Some("down"));
}

#[tokio::test]
async fn what_does_not_fit_is_none_and_the_rest_is_known() {
    for body in [r#"{"not":"a list"}"#, "<html>", "", r#"["cut off"#] {
        let error = refused("422 Unprocessable Content", body).await;
        assert!(error.refusal::<Vec<String>>().is_none(), "{body}");
        assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(422)), "{body}");
    }
}

#[tokio::test]
async fn a_secret_that_the_server_repeats_is_not_in_it() {
    let body = format!(r#"{{"title":"no","seen":"token {TOKEN}","{TOKEN}":1}}"#);
    let error = refused("403 Forbidden", &body).await;
    let problem = error.refusal::<Problem>().unwrap();
    assert!(!format!("{problem:?}{error:?}{error}").contains(TOKEN), "{problem:?}");
    assert_eq!(problem.get("seen"), Some(&Value::from("token [secret]")));
}

static PROVEN: Envelope =
    Envelope { success: Success::Member(&["ok"], "true"), message: Some(&["error"]), ..PLAIN };

static WRITES: Endpoint = Endpoint { envelope: &PROVEN, effect: Effect::Write, refusals: &[], ..ENDPOINT };

#[tokio::test]
async fn another_value_in_place_of_the_proof_of_success_is_a_refusal() {
    let error = refused_by(&WRITES, "200 OK", r#"{"ok":false,"error":"not_authed"}"#).await;
    assert_eq!((error.kind(), error.status(), error.code()), (ErrorKind::Api, Some(200), None), "{error}");
    assert!(error.to_string().contains("the server refused: not_authed"), "{error}");
    assert!(!error.may_have_been_applied(), "a server that refuses has done nothing");

    // What says neither yes nor no may be anything, such as the page of a proxy.
    for body in ["{}", r#"{"ok":null}"#, r#"{"ok":"false","error":"not_authed"}"#] {
        let error = refused_by(&WRITES, "200 OK", body).await;
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
        assert!(error.may_have_been_applied(), "{body}");
    }
}
