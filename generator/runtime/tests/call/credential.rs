//! Credentials that travel by themselves: in several headers, in the query, as user name and password.

use paceline_runtime::api::{
    Api, BodyKind, CredentialKind, Effect, Endpoint, Envelope, Exchange, Method, SendValue, Success,
    TemplatePart, TokenSource,
};
use paceline_runtime::codegen::Call;
use paceline_runtime::limiter::Limiter;
use paceline_runtime::{Client, Error, ErrorKind, Result, TokenCache};
use paceline_test_support::server::{Response, TestServer};

use super::fixture::{THE_API, UNKNOWN};

static READ: Endpoint = Endpoint { id: "read", path: "/read", ..UNKNOWN };
static OPEN: Endpoint = Endpoint {
    id: "open",
    path: "/open",
    credentials: paceline_runtime::api::CredentialRule::None,
    ..UNKNOWN
};
static WRITE: Endpoint =
    Endpoint { id: "write", path: "/write", method: Method::Post, effect: Effect::Write, ..UNKNOWN };

/// The token endpoint of RFC 6749, sections 2.3.1 and 4.4.
static TOKEN: Endpoint = Endpoint {
    id: "token",
    path: "/oauth/token",
    method: Method::Post,
    body: BodyKind::Form,
    envelope: &BARE,
    ..UNKNOWN
};

static BARE: Envelope =
    Envelope { success: Success::Status, code: None, message: None, detail: None, log_id: None, data: None };

static API: Api = Api {
    credentials: &[
        CredentialKind {
            name: "oauth",
            token: TokenSource::Exchange(Exchange {
                with: Some("login"),
                endpoint: &TOKEN,
                send: &[
                    ("grant_type", SendValue::Json("\"client_credentials\"")),
                    ("scope", SendValue::Text(&[TemplatePart::Input(0)])),
                ],
                token: &["access_token"],
                expires_in: Some(&["expires_in"]),
                rotates: &[],
            }),
            headers: &[("Authorization", &[TemplatePart::Text("Bearer "), TemplatePart::Token])],
            query: &[],
        },
        CredentialKind {
            name: "pair",
            token: TokenSource::None,
            headers: &[
                ("X-Key-Id", &[TemplatePart::Input(0)]),
                ("X-Signature", &[TemplatePart::Text("v1="), TemplatePart::Input(1)]),
            ],
            query: &[("api key", &[TemplatePart::Input(1)]), ("v", &[TemplatePart::Text("2&3")])],
        },
        CredentialKind {
            name: "login",
            token: TokenSource::None,
            headers: &[("Authorization", &[TemplatePart::Text("Basic "), TemplatePart::Basic(0, 1)])],
            query: &[],
        },
        CredentialKind {
            name: "fixed",
            token: TokenSource::Fixed(&[TemplatePart::Input(0)]),
            headers: &[("X-Token", &[TemplatePart::Text("t "), TemplatePart::Token])],
            query: &[],
        },
    ],
    // Whatever needs a token is not asked of a credential without one.
    headers: &[],
    endpoints: &[&READ, &OPEN, &WRITE, &TOKEN],
    ..THE_API
};

fn client(server: &TestServer, credential: &'static str, inputs: &[&'static str]) -> Result<Client> {
    let inputs = inputs.iter().map(|input| (*input).into()).collect();
    Client::builder(&API)
        .credential(credential, inputs)
        .base_url(server.url())
        .limiter(Limiter::new(Default::default()))
        .tokens(TokenCache::new())
        .build()
}

async fn server(body: &'static str, status: u16) -> TestServer {
    TestServer::start(move |_| Response::new(status, "application/json", "", body.as_bytes())).await
}

async fn send(client: &Client, endpoint: &'static Endpoint) -> Result<()> {
    Call::new(client, endpoint).query("a", &"1").send().await
}

#[tokio::test]
async fn several_secrets_travel_at_once() {
    let server = server(r#"{"code":0}"#, 200).await;
    let client = client(&server, "pair", &["me", "s/3 é"]).unwrap();
    for endpoint in [&READ, &WRITE] {
        send(&client, endpoint).await.unwrap();
    }
    send(&client, &OPEN).await.unwrap();
    let requests = server.requests();
    for request in &requests[..2] {
        assert_eq!(request.header("x-key-id"), Some("me"));
        assert_eq!(request.header("x-signature"), Some("v1=s/3 é"));
        let (_, query) = request.path.split_once('?').unwrap();
        assert_eq!(query, "a=1&api%20key=s%2F3%20%C3%A9&v=2%263");
    }
    assert_eq!((requests[2].header("x-key-id"), requests[2].path.as_str()), (None, "/open?a=1"));
}

#[tokio::test]
async fn user_name_and_password_are_what_every_server_decodes() {
    let server = server(r#"{"code":0}"#, 200).await;
    // The example of RFC 7617, section 2.1.
    let client = client(&server, "login", &["test", "123\u{a3}"]).unwrap();
    send(&client, &READ).await.unwrap();
    assert_eq!(server.requests()[0].header("authorization"), Some("Basic dGVzdDoxMjPCow=="));
}

#[tokio::test]
async fn a_token_of_oauth_is_had_by_a_form_with_the_client_in_basic() {
    let server = TestServer::start(|request| {
        let body = match request.path.as_str() {
            "/oauth/token" => r#"{"access_token":"t1","token_type":"Bearer","expires_in":3600}"#,
            _ => r#"{"code":0}"#,
        };
        Response::new(200, "application/json", "", body.as_bytes())
    })
    .await;
    let client = Client::builder(&API)
        .credential("login", vec!["client".into(), "pass word".into()])
        .credential("oauth", vec!["read:all write".into()])
        .base_url(server.url())
        .limiter(Limiter::new(Default::default()))
        .tokens(TokenCache::new())
        .build()
        .unwrap();
    for _ in 0..2 {
        send(&client, &READ).await.unwrap();
    }
    let requests = server.requests();
    let seen: Vec<_> = requests.iter().map(|one| (one.path.as_str(), one.header("authorization"))).collect();
    // `printf 'client:pass word' | base64`
    let basic = Some("Basic Y2xpZW50OnBhc3Mgd29yZA==");
    assert_eq!(
        seen,
        [("/oauth/token", basic), ("/read?a=1", Some("Bearer t1")), ("/read?a=1", Some("Bearer t1"))]
    );
    assert_eq!(requests[0].header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(requests[0].text(), "grant_type=client_credentials&scope=read%3Aall+write");
}

#[tokio::test]
async fn a_token_may_travel_in_a_header_of_the_credential() {
    let server = server(r#"{"code":0}"#, 200).await;
    send(&client(&server, "fixed", &["x"]).unwrap(), &READ).await.unwrap();
    assert_eq!(server.requests()[0].header("x-token"), Some("t x"));
}

#[tokio::test]
async fn what_cannot_be_sent_is_told_without_the_secret() {
    let server = server("{}", 200).await;
    let error = client(&server, "login", &["a:b", "hunter2"]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("the user name of the credential `login` holds a colon"), "{error}");
    let error =
        send(&client(&server, "pair", &["line\nbreak", "hunter2"]).unwrap(), &READ).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.to_string().contains("header `X-Key-Id`, holds characters"), "{error}");
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn no_error_shows_what_was_sent() {
    let shows = |error: &Error, secret: &str| format!("{error} {error:?}").contains(secret);
    // A server that repeats the credential, in the form in which it came and in the one in which it was given.
    let echo = server(r#"{"code":7,"message":"dGVzdDpodW50ZXIy is not hunter2"}"#, 403).await;
    let error = send(&client(&echo, "login", &["test", "hunter2"]).unwrap(), &READ).await.unwrap_err();
    assert!(!shows(&error, "dGVzdDpodW50ZXIy") && !shows(&error, "hunter2"), "{error:?}");
    // No connection: the address with its query is part of what went wrong.
    let gone = TestServer::start(|_| Response::new(200, "text/plain", "", b"")).await;
    let client = client(&gone, "pair", &["me", "hunter2"]).unwrap();
    drop(gone);
    let error = send(&client, &READ).await.unwrap_err();
    assert!(!shows(&error, "hunter2"), "{error:?}");
    assert!(!format!("{client:?}").contains("hunter2"));
}
