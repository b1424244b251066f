//! An API of another kind: bearer tokens, no idempotency keys, no codes. Descriptors say what the runtime does.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use paceline_runtime::api::{
    Api, BodyKind, CredentialKind, CredentialRule, Effect, Endpoint, Envelope, Header, Method, Refusal,
    Success, TemplatePart, TokenSource,
};
use paceline_runtime::codegen::{Call, ListStyle};
use paceline_runtime::limiter::EndpointLimits;
use paceline_runtime::{Client, Error, ErrorKind, File, JsonText, RetryPolicy, Value};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

static WHOLE: Envelope = Envelope {
    success: Success::Status,
    code: Some(&["code"]),
    message: None,
    detail: None,
    log_id: None,
    data: None,
};

/// How often the default policy sends a request at most.
const DEFAULT_ATTEMPTS: u32 = 4;

const UNKNOWN: Endpoint = Endpoint {
    id: "",
    method: Method::Get,
    path: "",
    host: None,
    effect: Effect::Read,
    limits: EndpointLimits::new(0, &[]),
    envelope: &WHOLE,
    other_envelopes: &[],
    empty_statuses: &[],
    refusals: &[],
    body: BodyKind::None,
    body_optional: false,
    media: None,
    parts: &[],
    accept: None,
    credentials: CredentialRule::Any,
    headers: &[],
    rules: &[],
    pagination: None,
};

static API: Api = Api {
    name: "Another",
    user_agent: "another/1",
    hosts: &[],
    headers: &[Header {
        name: "Authorization",
        value: &[TemplatePart::Text("Bearer "), TemplatePart::Token],
        credentials: None,
        effect: None,
        required: true,
    }],
    credentials: &[CredentialKind {
        name: "token",
        token: TokenSource::Fixed(&[TemplatePart::Input(0)]),
        headers: &[],
        query: &[],
    }],
    renew_on: &[],
    never_renew_on: &[],
    renew_before_expiry: Duration::ZERO,
    throttled: Some(Refusal { status: 429, code: None }),
    duplicate: Some(Refusal { status: 429, code: Some(7) }),
    limit_headers: &[],
    log_id_headers: &[],
    fallback_envelopes: &[],
    errors: &[],
    endpoints: &[],
    unknown: UNKNOWN,
};

/// Answers the first `losses` requests by closing the connection, all others by the same text.
async fn server(losses: usize, text: &'static str) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let read = stream.read(&mut request).await.unwrap();
            let request = String::from_utf8_lossy(&request[..read]).to_lowercase();
            assert!(request.contains("authorization: bearer the-token"), "{request}");
            if seen.fetch_add(1, Ordering::SeqCst) >= losses {
                stream.write_all(text.as_bytes()).await.unwrap();
            }
        }
    });
    (url, count)
}

fn client(url: &str) -> Client {
    let retry = RetryPolicy::default().delay(Duration::from_millis(1), Duration::from_millis(2));
    let builder = Client::builder(&API).credential("token", vec!["the-token".into()]);
    builder.base_url(url).retry(retry).build().unwrap()
}

const GOOD: &str = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 7\r\n\r\n{\"a\":1}";

async fn call(url: &str, method: Method) -> Result<Value, Error> {
    client(url).raw(method, "/things").send().await
}

#[tokio::test]
async fn a_write_without_an_idempotency_key_is_not_sent_again_once_it_may_have_arrived() {
    let (url, count) = server(1, GOOD).await;
    let error = call(&url, Method::Post).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert!(error.may_have_been_applied());
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_read_is_sent_again() {
    let (url, count) = server(2, GOOD).await;
    assert_eq!(call(&url, Method::Get).await.unwrap()["a"], 1);
    assert_eq!(count.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn a_write_without_an_idempotency_key_is_sent_again_when_it_cannot_have_arrived() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = call(&url, Method::Post).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, DEFAULT_ATTEMPTS));
    assert!(!error.may_have_been_applied());
}

#[tokio::test]
async fn a_repeated_idempotency_key_is_told_from_too_many_requests_by_its_code() {
    let repeated = "HTTP/1.1 429 Too Many\r\nConnection: close\r\nContent-Length: 10\r\n\r\n{\"code\":7}";
    let (url, _) = server(0, repeated).await;
    let error = call(&url, Method::Post).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Duplicate, 1));
    let refused = "HTTP/1.1 429 Too Many\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    let (url, _) = server(0, refused).await;
    let error = call(&url, Method::Post).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, DEFAULT_ATTEMPTS));
}

#[tokio::test]
async fn a_fixed_token_that_is_refused_is_final() {
    let refused = "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    let (url, count) = server(0, refused).await;
    let error = call(&url, Method::Get).await.unwrap_err();
    assert_eq!((error.status(), error.attempts(), count.load(Ordering::SeqCst)), (Some(401), 1, 1));
}

/// The whole request that a call sends, as it arrives.
async fn arrived(method: Method, put_together: impl FnOnce(Call) -> Call) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let request = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        // A form ends with two dashes behind its boundary, and a request without a body with an empty line.
        while !(request.ends_with(b"--\r\n") || request.starts_with(b"GET") && request.ends_with(b"\r\n\r\n"))
        {
            let mut piece = [0; 4096];
            let read = stream.read(&mut piece).await.unwrap();
            assert!(read > 0, "the request ends early");
            request.extend_from_slice(&piece[..read]);
        }
        stream.write_all(GOOD.as_bytes()).await.unwrap();
        String::from_utf8(request).unwrap()
    });
    let client = client(&url);
    let _: Value = put_together(client.raw(method, "/things")).send().await.unwrap();
    request.await.unwrap()
}

#[tokio::test]
async fn lists_and_objects_travel_in_the_style_that_the_server_reads() {
    let strange = || vec!["a,b".to_owned(), "c d|e".to_owned(), "100%&=é".to_owned()];
    let object = || Value::from_iter([("name", Value::from("x y")), ("of", Value::from_iter([1, 2]))]);
    let json = || JsonText(vec![1_i64, 2]);
    let request = arrived(Method::Get, |call| {
        call.query("none", &Vec::<i64>::new())
            .query("ids", &vec![1_i64, 2])
            .query("ids[]", &vec![3_i64])
            .query("text", &strange())
            .query_as("comma", ListStyle::Comma, &strange())
            .query_as("space", ListStyle::Space, &strange())
            .query_as("pipe", ListStyle::Pipe, &strange())
            .query_as("deep", ListStyle::DeepObject, &object())
            .query("json", &json())
    })
    .await;
    let pairs = [
        "ids=1",
        "ids=2",
        "ids%5B%5D=3",
        "text=a%2Cb",
        "text=c%20d%7Ce",
        "text=100%25%26%3D%C3%A9",
        "comma=a%2Cb,c%20d%7Ce,100%25%26%3D%C3%A9",
        "space=a%2Cb%20c%20d%7Ce%20100%25%26%3D%C3%A9",
        "pipe=a%2Cb%7Cc%20d%7Ce%7C100%25%26%3D%C3%A9",
        "deep%5Bname%5D=x%20y",
        "deep%5Bof%5D%5B%5D=1",
        "deep%5Bof%5D%5B%5D=2",
        "json=%5B1%2C2%5D",
    ];
    let target = request.split(' ').nth(1).unwrap();
    assert_eq!(target, format!("/things?{}", pairs.join("&")));
}

#[tokio::test]
async fn a_list_in_a_form_is_one_part_for_each_item() {
    let request = arrived(Method::Post, |call| {
        call.body("tags", &vec!["a".to_owned(), "b,c".to_owned()])
            .body("ids", &JsonText(vec![1_i64, 2]))
            .file("file", File::new("a.txt", "content"))
    })
    .await;
    let value_of = |part: &str| {
        let name = part.split("name=\"").nth(1)?.split('"').next()?;
        Some((name.to_owned(), part.split("\r\n\r\n").nth(1)?.trim_end_matches("\r\n").to_owned()))
    };
    let boundary = request.split("boundary=").nth(1).unwrap().split("\r\n").next().unwrap();
    let parts: Vec<_> = request.split(&format!("--{boundary}")).filter_map(value_of).collect();
    let part = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        parts,
        [part("tags", "a"), part("tags", "b,c"), part("ids", "[1,2]"), part("file", "content")]
    );
}
