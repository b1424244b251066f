//! Streams, read with a client of server-sent events that somebody else wrote.

use eventsource_stream::Eventsource;
use futures_util::StreamExt;
use paceline_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::caller::acted_out;

const API: &str = r#"
api: {name: Talk, crate: talk-client, version: 0.1.0, doc: Talks.}
hosts: {main: {url: "https://talk.example", doc: "The talk."}}
rate_limits: {per: [credential, endpoint], default: standard, sets: {standard: 1000/s}}
envelopes: {plain: {message: message}}
"#;

const TALK: &str = r#"
resource: talk
doc: Talk.
endpoints:
  create:
    route: POST /talk
    summary: Replies at once.
    effect: write
    body: {question: {type: string, max_length: 9, doc: "What to reply to."}}
    returns: Reply
  create_stream:
    route: POST /talk#stream
    summary: Replies part by part.
    effect: write
    body:
      question: {type: string, max_length: 9, doc: "What to reply to."}
      stream: {type: bool, constant: true, doc: "In parts."}
    returns: Part
    stream: {kind: events, end: "[DONE]"}
  read:
    route: GET /talk
    summary: Reads the last reply.
    effect: read
    returns: Reply
  read_lines:
    route: GET /talk#lines
    summary: Reads the last reply line by line.
    effect: read
    returns: Part
    stream: lines
types:
  Reply: {doc: A reply., fields: {text: {type: string, doc: "What it says."}}}
  Part: {doc: A part., fields: {part: {type: string, doc: "What it says."}, number: {type: i64, doc: "Which."}}}
"#;

async fn sandbox() -> Sandbox {
    acted_out(&[("api.yaml", API), ("talk.yaml", TALK)]).await
}

async fn ask(sandbox: &Sandbox, body: Value) -> reqwest::Response {
    reqwest::Client::new().post(format!("{}/talk", sandbox.url())).json(&body).send().await.unwrap()
}

fn media_type(response: &reqwest::Response) -> &str {
    response.headers()["content-type"].to_str().unwrap()
}

#[track_caller]
fn assert_is_part(text: &str) {
    let part: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert!(part["part"].is_string() && part["number"].is_i64(), "{part}");
}

#[tokio::test]
async fn events_come_one_by_one_and_end_as_the_spec_says() {
    let sandbox = sandbox().await;
    let response = ask(&sandbox, json!({"question": "Why?", "stream": true})).await;
    assert_eq!((response.status().as_u16(), media_type(&response)), (200, "text/event-stream"));
    assert!(response.content_length().is_none());
    let events = response.bytes_stream().eventsource().map(Result::unwrap);
    let events: Vec<_> = events.collect().await;
    let (end, parts) = events.split_last().unwrap();
    assert_eq!((end.data.as_str(), parts.len()), ("[DONE]", 5));
    for (index, part) in parts.iter().enumerate() {
        assert_is_part(&part.data);
        assert_eq!(part.id, index.to_string());
    }
}

#[tokio::test]
async fn the_body_or_the_media_type_tells_a_stream_from_a_value() {
    let sandbox = sandbox().await;
    let reply: Value = ask(&sandbox, json!({"question": "Why?"})).await.json().await.unwrap();
    assert!(reply["text"].is_string(), "{reply}");
    let url = format!("{}/talk", sandbox.url());
    let reply: Value = reqwest::get(&url).await.unwrap().json().await.unwrap();
    assert!(reply["text"].is_string(), "{reply}");
    let request = reqwest::Client::new().get(&url).header("Accept", "application/x-ndjson");
    let response = request.send().await.unwrap();
    assert_eq!(media_type(&response), "application/x-ndjson");
    let text = response.text().await.unwrap();
    assert_eq!(text.lines().count(), 5);
    text.lines().for_each(assert_is_part);
}

#[tokio::test]
async fn what_is_wrong_is_refused_before_the_stream_begins() {
    let sandbox = sandbox().await;
    let response = ask(&sandbox, json!({"question": "Why on earth?", "stream": true})).await;
    assert_eq!(response.status().as_u16(), 400);
    let refusal: Value = response.json().await.unwrap();
    assert_eq!(refusal["message"], "question: at most 9 characters, got 13");
}

#[tokio::test]
async fn a_fault_cuts_a_stream_off() {
    let sandbox = sandbox().await;
    let request = reqwest::Client::new().post(format!("{}/talk", sandbox.url()));
    let request = request.json(&json!({"question": "Why?", "stream": true})).header("X-Sandbox-Fault", "cut");
    let response = request.send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    assert!(response.text().await.is_err());
}
