//! Requests as they arrive: bodies of every kind, media types, and headers that are parameters.

use paceline_runtime::api::{BodyKind, Endpoint, Method, Rule};
use paceline_runtime::codegen::{Call, ListStyle};
use paceline_runtime::{ErrorKind, File, Value};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::fixture::{Fixture, UNKNOWN};

const OPEN: Endpoint = Endpoint {
    method: Method::Post,
    path: "/things",
    credentials: paceline_runtime::api::CredentialRule::None,
    ..UNKNOWN
};

/// A request, taken apart by hand.
struct Arrived {
    head: String,
    body: String,
}

impl Arrived {
    /// The value of a header; `None` if it is absent.
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find_map(|(known, value)| known.eq_ignore_ascii_case(name).then_some(value))
    }

    /// Media type and body.
    fn content(&self) -> (Option<&str>, &str) {
        (self.header("content-type"), &self.body)
    }
}

/// What arrives of a call, at a server that knows nothing of this project.
async fn arrived(endpoint: &'static Endpoint, put_together: impl FnOnce(Call) -> Call) -> Arrived {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let request = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut bytes = Vec::new();
        let request = loop {
            let mut piece = [0; 4096];
            let read = stream.read(&mut piece).await.unwrap();
            assert!(read > 0, "the request ends early");
            bytes.extend_from_slice(&piece[..read]);
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
            let request = Arrived { head: head.to_owned(), body: body.to_owned() };
            let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
            if request.body.len() >= length {
                break request;
            }
        };
        let response = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n{\"code\":0}";
        stream.write_all(response.as_bytes()).await.unwrap();
        request
    });
    let client = Fixture::with(&url);
    let _: Option<Value> = put_together(Call::new(&client, endpoint)).send().await.unwrap();
    request.await.unwrap()
}

/// What refuses a call before anything is sent.
async fn refusal(endpoint: &'static Endpoint, put_together: impl FnOnce(Call) -> Call) -> String {
    let client = Fixture::with("http://127.0.0.1:9");
    let result = put_together(Call::new(&client, endpoint)).send::<Option<Value>>().await;
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    error.to_string()
}

static FORM: Endpoint = Endpoint { body: BodyKind::Form, ..OPEN };

#[tokio::test]
async fn a_form_is_written_as_browsers_write_it() {
    let filter = Value::from_iter([("name", Value::from("x y")), ("of", Value::from_iter([1, 2]))]);
    let request = arrived(&FORM, |call| {
        call.body("To", &"+49 1")
            .body("MediaUrl", &vec!["https://a/?b=c&d", "é"])
            .body_as("ids", ListStyle::Comma, &vec![1_i64, 2])
            .body_as("filter", ListStyle::DeepObject, &filter)
            .body("ok", &true)
    })
    .await;
    let pairs = [
        "To=%2B49+1",
        "MediaUrl=https%3A%2F%2Fa%2F%3Fb%3Dc%26d",
        "MediaUrl=%C3%A9",
        "ids=1%2C2",
        "filter%5Bname%5D=x+y",
        "filter%5Bof%5D%5B%5D=1",
        "filter%5Bof%5D%5B%5D=2",
        "ok=true",
    ];
    assert_eq!(request.content(), (Some("application/x-www-form-urlencoded"), &*pairs.join("&")));
    let nothing = arrived(&FORM, |call| call).await;
    assert_eq!(nothing.content(), (Some("application/x-www-form-urlencoded"), ""));
    assert_eq!(nothing.header("content-length"), Some("0"));
}

static JSON: Endpoint = Endpoint { body: BodyKind::Json, ..OPEN };
static PATCH: Endpoint =
    Endpoint { method: Method::Patch, media: Some("application/json-patch+json"), ..JSON };

#[tokio::test]
async fn json_that_is_no_object_is_sent_as_it_is_and_in_its_media_type() {
    let operation = || Value::from_iter([("op", Value::from("remove")), ("path", Value::from("/a"))]);
    let request = arrived(&PATCH, |call| call.whole("operations", &vec![operation()])).await;
    let body = r#"[{"op":"remove","path":"/a"}]"#;
    assert_eq!(request.content(), (Some("application/json-patch+json"), body));
    let request = arrived(&JSON, |call| call.whole("flag", &false)).await;
    assert_eq!(request.content(), (Some("application/json"), "false"));
}

static TEXT: Endpoint = Endpoint { body: BodyKind::Text, ..OPEN };
static MARKDOWN: Endpoint = Endpoint { media: Some("text/x-markdown"), ..TEXT };

#[tokio::test]
async fn text_is_sent_without_quotes() {
    let text = "line \"1\"\nline 2 é";
    let request = arrived(&TEXT, |call| call.whole("text", &text)).await;
    assert_eq!(request.content(), (Some("text/plain; charset=utf-8"), text));
    let request = arrived(&MARKDOWN, |call| call.whole("text", &"# x")).await;
    assert_eq!(request.content(), (Some("text/x-markdown"), "# x"));
}

static PICTURE: Endpoint = Endpoint { body: BodyKind::Bytes, media: Some("image/png"), ..OPEN };

#[tokio::test]
async fn bytes_have_the_media_type_of_the_endpoint_unless_the_file_has_one() {
    let request = arrived(&PICTURE, |call| call.file("file", File::new("a.txt", "x"))).await;
    assert_eq!(request.content(), (Some("image/png"), "x"));
    let jpeg = || File::new("a.txt", "x").content_type("image/jpeg");
    let request = arrived(&PICTURE, |call| call.file("file", jpeg())).await;
    assert_eq!(request.content(), (Some("image/jpeg"), "x"));
}

static ANY_PICTURE: Endpoint = Endpoint { body: BodyKind::Bytes, media: Some("image/*"), ..OPEN };

#[tokio::test]
async fn bytes_in_one_of_several_media_types_say_in_which() {
    let jpeg = || File::new("a", "x").content_type("image/jpeg");
    let request = arrived(&ANY_PICTURE, |call| call.file("file", jpeg())).await;
    assert_eq!(request.content(), (Some("image/jpeg"), "x"));
    assert_eq!(request.header("content-length"), Some("1"));
    let pieces = || futures_util::stream::iter([Ok("xy".into()), Ok("z".into())]);
    let request = arrived(&ANY_PICTURE, |call| call.file("file", File::stream("a.png", 3, pieces()))).await;
    assert_eq!(request.content(), (Some("image/png"), "xyz"));
    assert_eq!(request.header("content-length"), Some("3"));
    for file in [File::new("a", "x"), File::new("a.txt", "x"), jpeg().content_type("text/csv")] {
        let refused = refusal(&ANY_PICTURE, |call| call.file("file", file)).await;
        assert!(refused.contains("and the body is `image/*`"), "{refused}");
    }
}

static OPTIONAL: Endpoint = Endpoint { body_optional: true, rules: &[Rule::BodyNeeds(&["a", "b"])], ..JSON };
static OPTIONAL_FORM: Endpoint = Endpoint { body_optional: true, ..FORM };

#[tokio::test]
async fn a_body_that_need_not_be_sent_is_sent_whole_or_not_at_all() {
    for endpoint in [&OPTIONAL, &OPTIONAL_FORM] {
        let request = arrived(endpoint, |call| call).await;
        assert_eq!(request.content(), (None, ""));
        assert_eq!(request.header("content-length"), Some("0"));
    }
    let request = arrived(&OPTIONAL, |call| call.body("b", &1_i64).body("a", &2_i64)).await;
    assert_eq!(request.content(), (Some("application/json"), r#"{"b":1,"a":2}"#));
    let refused = refusal(&OPTIONAL, |call| call.body("b", &1_i64)).await;
    assert!(refused.contains("`a` must be set when anything else of the body is"), "{refused}");
    // One that is always sent is an empty object.
    let request = arrived(&JSON, |call| call).await;
    assert_eq!(request.content(), (Some("application/json"), "{}"));
}

static ASKING: Endpoint = Endpoint { accept: Some("application/vnd.api+json"), ..OPEN };

#[tokio::test]
async fn a_header_may_be_a_parameter_of_the_call() {
    let request = arrived(&ASKING, |call| {
        call.header("If-Match", &"\"v1\"")
            .header("X-Depth", &2_i64)
            .header("X-Deep", &true)
            .header("X-Tags", &vec!["a", "b c"])
    })
    .await;
    let headers = ["accept", "if-match", "x-depth", "x-deep", "x-tags"].map(|name| request.header(name));
    let wanted = ["application/vnd.api+json", "\"v1\"", "2", "true", "a,b c"].map(Some);
    assert_eq!(headers, wanted);
    assert_eq!(arrived(&OPEN, |call| call).await.header("accept"), Some("*/*"));

    let refused = refusal(&OPEN, |call| call.header("X-Note", &"a\r\nX-Evil: b")).await;
    assert!(refused.contains("`X-Note` holds characters that no header may hold"), "{refused}");
    assert!(!refused.contains("X-Evil"), "{refused}");
}

#[tokio::test]
async fn what_has_no_place_in_a_body_is_told() {
    let file = || File::new("a.txt", "x");
    for (refused, message) in [
        (refusal(&FORM, |call| call.file("file", file())).await, "a form without files"),
        (refusal(&FORM, |call| call.json(&1_i64)).await, "JSON was given, and a form"),
        (refusal(&TEXT, |call| call.body("a", &1_i64)).await, "members were given, and text"),
        (refusal(&TEXT, |call| call.file("file", file())).await, "a file was given, and text"),
    ] {
        assert!(refused.contains(message), "{refused}");
    }
}

static IN_SEGMENT: Endpoint = Endpoint { path: "/v1/{from}-{to}.json/:id/", ..OPEN };

#[tokio::test]
async fn text_around_parameters_and_a_final_slash_arrive() {
    let request =
        arrived(&IN_SEGMENT, |call| call.path("from", &"a/b").path("to", &"..").path("id", &"x")).await;
    assert_eq!(request.head.lines().next(), Some("POST /v1/a%2Fb-...json/x/ HTTP/1.1"));
}

static DOTS: Endpoint = Endpoint { path: "/a/{x}./b", ..OPEN };

#[tokio::test]
async fn no_value_makes_a_segment_of_dots() {
    let why = refusal(&DOTS, |call| call.path("x", &".")).await;
    assert!(why.contains("`x` is `.`, which would lead to another path"), "{why}");
    let request = arrived(&DOTS, |call| call.path("x", &"a")).await;
    assert_eq!(request.head.lines().next(), Some("POST /a/a./b HTTP/1.1"));
}

static HEAD: Endpoint = Endpoint { method: Method::Head, path: "/things/", ..OPEN };

#[tokio::test]
async fn a_response_to_head_has_headers_alone() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Fixture::with(&format!("http://{}", listener.local_addr().unwrap()));
    let served = tokio::spawn(async move {
        let mut heads = Vec::new();
        for status in ["200 OK", "404 Not Found"] {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                assert!(stream.read_buf(&mut head).await.unwrap() > 0, "the request ends early");
            }
            // The length is that of a body which does not come.
            let response = format!(
                "HTTP/1.1 {status}\r\nConnection: close\r\nETag: \"7\"\r\nContent-Length: 77\r\n\r\n"
            );
            stream.write_all(response.as_bytes()).await.unwrap();
            heads.push(String::from_utf8(head).unwrap().lines().next().unwrap().to_owned());
        }
        heads
    });
    let response = Call::new(&client, &HEAD).send::<()>().with_meta().await.unwrap();
    assert_eq!(response.meta.headers["etag"], "\"7\"");
    let error = Call::new(&client, &HEAD).send::<()>().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(404)));
    assert_eq!(served.await.unwrap(), ["HEAD /things/ HTTP/1.1"; 2]);
}
