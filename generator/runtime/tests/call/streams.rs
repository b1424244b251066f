//! Responses that are streams, from a server that writes what it likes when it likes.

use std::time::Duration;

use paceline_runtime::api::{CredentialRule, Effect, Endpoint, Envelope, Method, StreamForm, Success};
use paceline_runtime::codegen::{Call, record};
use paceline_runtime::limiter::{EndpointLimits, Limit};
use paceline_runtime::{Client, ErrorKind, ItemStream, Result};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::fixture::{Fixture, UNKNOWN};

#[derive(Clone, PartialEq)]
struct Word {
    text: String,
    note: Option<String>,
}

record!(Word { text, note } required ["text"]);

static BARE: Envelope =
    Envelope { success: Success::Status, code: None, message: None, detail: None, log_id: None, data: None };

static READ: Endpoint = Endpoint {
    id: "words.read",
    path: "/words",
    credentials: CredentialRule::None,
    envelope: &BARE,
    ..UNKNOWN
};
static WRITE: Endpoint = Endpoint { id: "words.write", method: Method::Post, effect: Effect::Write, ..READ };
/// The same in an envelope with a code.
static WRAPPED: Endpoint = Endpoint { envelope: UNKNOWN.envelope, ..READ };

const EVENTS: StreamForm = StreamForm::events();
const LINES: StreamForm = StreamForm::lines();

/// What a server does after the head of its response.
#[derive(Clone)]
enum Part {
    Send(Vec<u8>),
    Pause(Duration),
    /// Waits until the client closes the connection.
    Watch,
    /// Ends the body as it should.
    End,
}

fn send(text: impl AsRef<[u8]>) -> Part {
    Part::Send(text.as_ref().to_vec())
}

/// Reads a request without a body, or with an empty one.
async fn read_head(stream: &mut TcpStream, heads: &mut Vec<String>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        assert!(stream.read_buf(&mut head).await.unwrap() > 0, "the request ends early");
    }
    heads.push(String::from_utf8(head).unwrap().to_lowercase());
}

/// A server that gives each connection the next of these responses, status and parts, and writes down what it was asked. The body
/// is in chunks: one that is not ended has broken off.
async fn serve(media: &str, responses: Vec<(&str, Vec<Part>)>) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let responses: Vec<(String, Vec<Part>)> = (responses.into_iter())
        .map(|(status, parts)| {
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Type: {media}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            );
            (head, parts)
        })
        .collect();
    let served = tokio::spawn(async move {
        let (mut heads, mut writers) = (Vec::new(), Vec::new());
        for (head, parts) in responses {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.set_nodelay(true).unwrap();
            read_head(&mut stream, &mut heads).await;
            writers.push(tokio::spawn(write(stream, head, parts)));
        }
        for writer in writers {
            heads.extend(writer.await.unwrap().then(|| "closed".to_owned()));
        }
        heads
    });
    (url, served)
}

/// Writes a response. Tells whether the client closed the connection when that was waited for.
async fn write(mut stream: TcpStream, head: String, parts: Vec<Part>) -> bool {
    let mut closed = false;
    stream.write_all(head.as_bytes()).await.unwrap();
    for part in parts {
        let written = match part {
            Part::Send(bytes) if bytes.is_empty() => Ok(()),
            Part::Send(bytes) => {
                let size = format!("{:x}\r\n", bytes.len());
                stream.write_all(&[size.as_bytes(), &bytes, b"\r\n"].concat()).await
            }
            Part::Pause(pause) => {
                sleep(pause).await;
                Ok(())
            }
            Part::Watch => {
                let read = timeout(Duration::from_secs(10), stream.read(&mut [0])).await;
                closed = matches!(read, Ok(Ok(0) | Err(_)));
                Ok(())
            }
            Part::End => stream.write_all(b"0\r\n\r\n").await,
        };
        if written.is_err() {
            break;
        }
    }
    closed
}

async fn serve_events(parts: Vec<Part>) -> (Client, JoinHandle<Vec<String>>) {
    let (url, served) = serve("text/event-stream", vec![("200 OK", parts)]).await;
    (Fixture::with(&url), served)
}

async fn open(client: &Client, form: StreamForm) -> ItemStream<Word> {
    Call::new(client, &READ).send_stream(form).await.unwrap()
}

/// All that a stream gives.
async fn all(mut stream: ItemStream<Word>) -> Vec<Result<String>> {
    let mut found = Vec::new();
    while let Some(item) = stream.next().await {
        found.push(item.map(|word| word.text));
    }
    assert!(stream.next().await.is_none(), "it goes on after its end");
    found
}

async fn texts(stream: ItemStream<Word>) -> Vec<String> {
    all(stream).await.into_iter().map(Result::unwrap).collect()
}

#[tokio::test]
async fn items_come_whole_wherever_their_bytes_are_cut() {
    let events = "\u{feff}data: {\"text\":\"é\"}\r\n\r\n: quiet\r\rid: 7\ndata: {\"text\":\ndata: \"\u{1f980}\"}\n\ndata: [DONE]\n\n";
    let lines = "{\"text\":\"é\"}\r\n\n{\"text\":\"\u{1f980}\"}";
    for (media, form, text) in [
        ("text/event-stream; charset=utf-8", EVENTS.until("[DONE]"), events),
        ("application/x-ndjson", LINES, lines),
        // As some services write lines of JSON.
        ("application/json", LINES, lines),
    ] {
        let cut = |at: usize| {
            vec![send(&text.as_bytes()[..at]), Part::Pause(Duration::ZERO), send(&text.as_bytes()[at..])]
        };
        let responses = (0..=text.len()).map(|at| ("200 OK", [cut(at), vec![Part::End]].concat())).collect();
        let (url, served) = serve(media, responses).await;
        let client = Fixture::with(&url);
        for at in 0..=text.len() {
            let stream: ItemStream<Word> = Call::new(&client, &FREE).send_stream(form).await.unwrap();
            assert_eq!(texts(stream).await, ["é", "\u{1f980}"], "{media} cut at {at}");
        }
        let accept = format!(
            "accept: {}\r\n",
            if form == LINES { "application/x-ndjson" } else { "text/event-stream" }
        );
        assert!(served.await.unwrap().iter().all(|head| head.contains(&accept)));
    }
}

/// Without limits.
static FREE: Endpoint = Endpoint { limits: EndpointLimits::new(1, &[]), ..READ };

#[tokio::test]
async fn a_connection_that_breaks_is_an_error_that_says_how_many_items_came() {
    let two = || send("data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\ndata: {\"te");
    for (endpoint, is_write) in [(&READ, false), (&WRITE, true)] {
        // A second response would be for a second request, which must not come.
        let (client, served) = serve_events(vec![two(), Part::Pause(Duration::from_millis(20))]).await;
        let mut stream: ItemStream<Word> = Call::new(&client, endpoint).send_stream(EVENTS).await.unwrap();
        assert_eq!(stream.try_next().await.unwrap().unwrap().text, "a");
        assert_eq!(stream.try_next().await.unwrap().unwrap().text, "b");
        let error = stream.try_next().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, Some(200)));
        assert!(error.to_string().contains("the connection broke after 2 items"), "{error}");
        assert_eq!(error.may_have_been_applied(), is_write);
        assert!(stream.next().await.is_none());
        assert_eq!((stream.count(), served.await.unwrap().len()), (2, 1));
    }
}

#[tokio::test]
async fn a_stream_with_a_text_at_its_end_is_not_whole_without_it() {
    let (client, _) = serve_events(vec![send("data: {\"text\":\"a\"}\n\n"), Part::End]).await;
    let mut found = all(open(&client, EVENTS.until("[DONE]")).await).await;
    let error = found.pop().unwrap().unwrap_err();
    assert_eq!((found.len(), error.kind()), (1, ErrorKind::Transport));
    assert!(error.to_string().contains("it ended without `[DONE]` after 1 item"), "{error}");
    let (client, _) = serve_events(vec![send("data: {\"text\":\"a\"}\n\n"), Part::End]).await;
    assert_eq!(texts(open(&client, EVENTS.until_maybe("[DONE]")).await).await, ["a"]);
    // What comes behind the end is nothing to the stream.
    let (client, _) = serve_events(vec![send("data: [DONE]\n\ndata: {\"text\":\"a\"}\n\n"), Part::End]).await;
    assert_eq!(texts(open(&client, EVENTS.until("[DONE]")).await).await, [""; 0]);
}

#[tokio::test]
async fn a_stream_may_take_longer_than_anything_else() {
    let parts = (0..6).flat_map(|number| {
        // A comment is a sign of life.
        let text =
            if number % 2 == 0 { format!("data: {{\"text\":\"{number}\"}}\n\n") } else { ":\n".to_owned() };
        [send(text), Part::Pause(Duration::from_millis(100))]
    });
    let (url, _served) =
        serve("text/event-stream", vec![("200 OK", parts.chain([Part::End]).collect())]).await;
    let client = Fixture::builder_with(&url).timeout(Duration::from_millis(250)).build().unwrap();
    let call = Call::new(&client, &READ)
        .deadline(Duration::from_millis(300))
        .max_silence(Duration::from_millis(250));
    let began = Instant::now();
    let stream: ItemStream<Word> = call.send_stream(EVENTS).await.unwrap();
    assert_eq!(texts(stream).await, ["0", "2", "4"]);
    assert!(began.elapsed() > Duration::from_millis(400));
}

#[tokio::test]
async fn a_stream_that_is_silent_for_too_long_is_given_up() {
    let (client, served) = serve_events(vec![send("data: {\"text\":\"a\"}\n\n"), Part::Watch]).await;
    let call = Call::new(&client, &READ).max_silence(Duration::from_millis(150));
    let mut stream: ItemStream<Word> = call.send_stream(EVENTS).await.unwrap();
    assert_eq!(stream.try_next().await.unwrap().unwrap().text, "a");
    // Time in which nobody asks is not the server's.
    sleep(Duration::from_millis(300)).await;
    let began = Instant::now();
    let error = stream.try_next().await.unwrap_err();
    assert!(began.elapsed() > Duration::from_millis(100), "{:?}", began.elapsed());
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.to_string().contains("the stream was silent for 150ms after 1 item"), "{error}");
    assert!(stream.next().await.is_none());
    assert_eq!(served.await.unwrap().last().unwrap(), "closed");
}

#[tokio::test]
async fn a_stream_that_nobody_wants_any_more_is_closed() {
    let (client, served) = serve_events(vec![send("data: {\"text\":\"a\"}\n\n"), Part::Watch]).await;
    let mut stream = open(&client, EVENTS).await;
    assert_eq!(stream.try_next().await.unwrap().unwrap().text, "a");
    drop(stream);
    assert_eq!(served.await.unwrap().last().unwrap(), "closed");
}

#[tokio::test]
async fn an_item_without_end_is_refused_in_bounded_memory() {
    for (media, form, start) in
        [("text/event-stream", EVENTS, "data: \"a\"\n\ndata: "), ("application/x-ndjson", LINES, "\"a\"\n\"")]
    {
        let endless = std::iter::repeat_n(send("x".repeat(4096)), 400);
        let parts = [send(start)].into_iter().chain(endless).collect();
        let (url, _served) = serve(media, vec![("200 OK", parts)]).await;
        let client = Fixture::builder_with(&url).max_body(100_000).build().unwrap();
        let mut stream: ItemStream<String> = Call::new(&client, &READ).send_stream(form).await.unwrap();
        assert_eq!(stream.try_next().await.unwrap().as_deref(), Some("a"));
        let error = stream.try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert!(error.to_string().contains("of more than the 100000 bytes allowed after 1 item"), "{error}");
        assert!(stream.next().await.is_none());
    }
}

#[tokio::test]
async fn what_is_refused_is_an_error_before_the_stream_begins() {
    let (url, _served) =
        serve("application/json", vec![("404 Not Found", vec![send(r#"{"code":77}"#), Part::End])]).await;
    let error = Call::new(&Fixture::with(&url), &WRAPPED).send_stream::<Word>(EVENTS).await.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.code()), (ErrorKind::Api, Some(404), Some(77)));
    // With a status of success, too.
    let (url, _served) =
        serve("application/json", vec![("200 OK", vec![send(r#"{"code":77}"#), Part::End])]).await;
    let error = Call::new(&Fixture::with(&url), &WRAPPED).send_stream::<Word>(EVENTS).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some(77)));
}

#[tokio::test]
async fn what_is_no_stream_is_an_error_that_says_what_came() {
    for media in ["application/json", "text/html; charset=utf-8"] {
        let (url, _served) = serve(media, vec![("200 OK", vec![send("{}"), Part::End])]).await;
        let error = Call::new(&Fixture::with(&url), &READ).send_stream::<Word>(EVENTS).await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
        let why = format!("{media} came in place of a stream of events");
        assert!(error.to_string().contains(&why), "{error}");
    }
}

#[tokio::test]
async fn a_call_is_sent_again_until_its_stream_has_begun() {
    let good = vec![send("data: {\"text\":\"a\"}\n\n"), Part::End];
    let (url, served) =
        serve("text/event-stream", vec![("503 Service Unavailable", vec![Part::End]), ("200 OK", good)])
            .await;
    assert_eq!(texts(open(&Fixture::with(&url), EVENTS).await).await, ["a"]);
    assert_eq!(served.await.unwrap().len(), 2);
}

#[tokio::test]
async fn an_item_that_does_not_fit_is_an_error_and_the_stream_goes_on() {
    let text = "data: {\"text\":\"a\",\"note\":[1]}\n\ndata: {\"text\":{}}\n\ndata: nonsense\n\ndata: {\"text\":\"b\"}\n\n";
    let (client, _) = serve_events(vec![send(text), Part::End]).await;
    let call = Call::new(&client, &READ).keep_body();
    let mut stream: ItemStream<Word> = call.send_stream(EVENTS).await.unwrap();
    let first = stream.try_next().await.unwrap().unwrap();
    assert_eq!((first.text.as_str(), first.note), ("a", None));
    assert_eq!(stream.left_out()[0].to_string(), "`note`: expected a string, found a list");
    let error = stream.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, Some(r#"{"text":{}}"#)));
    let why = "item 2 of the stream is not what the API promises: `text`: expected a string, found an object";
    assert!(error.to_string().contains(why), "{error}");
    assert!(stream.left_out().is_empty());
    assert!(stream.try_next().await.unwrap_err().to_string().contains("item 3 of the stream"));
    assert_eq!(stream.try_next().await.unwrap().unwrap().text, "b");
    assert!(stream.try_next().await.unwrap().is_none());
    assert_eq!(stream.count(), 4);

    let (client, _) = serve_events(vec![send(text), Part::End]).await;
    let stream: ItemStream<Word> = Call::new(&client, &READ).strict().send_stream(EVENTS).await.unwrap();
    let found: Vec<bool> = all(stream).await.iter().map(Result::is_ok).collect();
    assert_eq!(found, [false, false, false, true]);
}

#[tokio::test]
async fn what_stands_beside_an_item_can_be_asked_for() {
    let text = "retry: 1500\nevent: first\nid: 1\ndata: 1\n\ndata: 2\n\nid: 3\n\n";
    let (client, _) = serve_events(vec![send(text), Part::End]).await;
    let call = Call::new(&client, &READ);
    let response = call.send_stream::<i64>(EVENTS).with_meta().await.unwrap();
    assert_eq!((response.meta.status.as_u16(), response.meta.attempts), (200, 1));
    let mut stream = response.data;
    let beside = |stream: &ItemStream<i64>| {
        (stream.event_name().map(str::to_owned), stream.last_event_id().map(str::to_owned))
    };
    assert_eq!((beside(&stream), stream.retry()), ((None, None), None));
    assert_eq!(stream.try_next().await.unwrap(), Some(1));
    assert_eq!(beside(&stream), (Some("first".into()), Some("1".into())));
    assert_eq!(stream.retry(), Some(Duration::from_millis(1500)));
    assert_eq!(stream.try_next().await.unwrap(), Some(2));
    assert_eq!(beside(&stream), (None, Some("1".into())));
    assert_eq!(stream.try_next().await.unwrap(), None);
    assert_eq!(stream.last_event_id(), Some("3"));
}

#[tokio::test]
async fn a_slot_is_free_again_a_window_after_the_head_whatever_the_stream_takes() {
    static ONE: [Limit; 1] = [Limit::per_second(1)];
    static SLOW: Endpoint = Endpoint { limits: EndpointLimits::new(1, &ONE), ..READ };
    let long = vec![send("data: 1\n\n"), Part::Pause(Duration::from_secs(4)), Part::End];
    let short = vec![send("data: 1\n\n"), Part::End];
    let (url, _served) = serve("text/event-stream", vec![("200 OK", long), ("200 OK", short)]).await;
    let client = Fixture::with(&url);
    let began = Instant::now();
    let mut first = Call::new(&client, &SLOW).send_stream::<i64>(EVENTS).await.unwrap();
    assert_eq!(first.try_next().await.unwrap(), Some(1));
    let mut next = Call::new(&client, &SLOW).send_stream::<i64>(EVENTS).await.unwrap();
    assert_eq!(next.try_next().await.unwrap(), Some(1));
    assert!((900..3000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    drop(first);
}
