//! Responses that are streams, beside others and alone.

use wire_client::ErrorKind;

use crate::server::open;

const EVENTS: &str = "200 OK\r\nContent-Type: text/event-stream";

#[tokio::test]
async fn an_operation_that_may_stream_has_a_call_for_each() {
    let body = r#"{"text":"All of it."}"#;
    let (request, reply) = open("200 OK", body, async |client| client.talk().create("Why?").send().await).await;
    assert_eq!((request.line(), request.body.as_str()), ("POST /v1/talk", r#"{"question":"Why?"}"#));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(reply.unwrap().text, "All of it.");

    let events = ": hello\n\ndata: {\"part\":\"All \"}\n\nid: 2\ndata: {\"part\":\ndata: \"of it.\",\"mood\":{}}\n\ndata: [DONE]\n\n";
    let (request, parts) = open(EVENTS, events, async |client| {
        let mut stream = client.talk().create_stream("Why?").send().await?;
        let mut parts = Vec::new();
        while let Some(part) = stream.try_next().await? {
            parts.push((part.part, part.mood, stream.last_event_id().map(str::to_owned), stream.left_out().len()));
        }
        wire_client::Result::Ok(parts)
    })
    .await;
    assert_eq!((request.line(), request.body.as_str()), ("POST /v1/talk", r#"{"question":"Why?","stream":true}"#));
    assert_eq!(request.header("accept"), Some("text/event-stream"));
    let wanted = [("All ".to_owned(), None, None, 0), ("of it.".to_owned(), None, Some("2".to_owned()), 1)];
    assert_eq!(parts.unwrap(), wanted);
}

/// The description of the operation tells of the text at the end: a stream without it is not whole.
#[tokio::test]
async fn a_stream_that_is_cut_off_is_not_taken_for_a_whole_one() {
    let events = "data: {\"part\":\"All \"}\n\n";
    let (_, error) = open(EVENTS, events, async |client| {
        let mut stream = client.talk().create_stream("Why?").send().await.unwrap();
        assert_eq!(stream.try_next().await.unwrap().unwrap().part, "All ");
        stream.try_next().await.unwrap_err()
    })
    .await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.to_string().contains("it ended without `[DONE]` after 1 item"), "{error}");
}

#[tokio::test]
async fn the_query_may_ask_for_a_stream_as_well() {
    let (request, _) = open("200 OK", r#"{"text":"x"}"#, async |client| client.talk().read().send().await).await;
    assert_eq!(request.line(), "GET /v1/talk");
    let events = "event: part\ndata: {\"part\":\"a\"}\n\n";
    let (request, part) = open(EVENTS, events, async |client| {
        let mut stream = client.talk().read_stream().send().await.unwrap();
        let part = stream.try_next().await.unwrap().map(|part| part.part);
        (part, stream.event_name().map(str::to_owned))
    })
    .await;
    assert_eq!(request.line(), "GET /v1/talk?stream=true");
    assert_eq!(part, (Some("a".to_owned()), Some("part".to_owned())));
}

#[tokio::test]
async fn lines_are_a_stream() {
    let lines = "{\"part\":\"a\"}\r\n\n{\"part\":{}}\n{\"part\":\"b\"}";
    let status = "200 OK\r\nContent-Type: application/jsonl";
    let (request, parts) = open(status, lines, async |client| {
        let mut stream = client.talk().log().send().await.unwrap();
        let mut parts = Vec::new();
        while let Some(part) = stream.next().await {
            parts.push(part.map(|part| part.part).map_err(|error| error.kind()));
        }
        parts
    })
    .await;
    assert_eq!(request.header("accept"), Some("application/jsonl"));
    assert_eq!(parts, [Ok("a".to_owned()), Err(ErrorKind::Decode), Ok("b".to_owned())]);
}

#[tokio::test]
async fn a_refusal_is_one_before_the_stream_begins() {
    let (_, refused) = open("403 Forbidden", r#"{"message":"No."}"#, async |client| {
        client.talk().create_stream("Why?").send().await
    })
    .await;
    let error = refused.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(403)));
}
