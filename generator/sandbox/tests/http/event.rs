//! Events on their way to raw sockets.

use std::time::Duration;

use paceline_sandbox::{EventReceiver, PLUGIN_ID, PROJECT_KEY, Sandbox, SentEvent, USER_KEY};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::caller::Caller;

const TOKEN: &str = "token-7";
const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// A receiver that is nothing but a socket.
struct Socket(TcpListener);

impl Socket {
    async fn bind() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    fn url(&self) -> String {
        format!("http://{}/events?key=hidden-7", self.0.local_addr().unwrap())
    }

    /// Head and body of the next request, which is left without a response.
    async fn request(&self) -> (TcpStream, String, Value) {
        let (mut stream, _) = self.0.accept().await.unwrap();
        let mut text = String::new();
        let body = loop {
            let mut buffer = [0; 4096];
            let count = stream.read(&mut buffer).await.unwrap();
            assert!(count > 0, "the request ended early: {text}");
            text.push_str(std::str::from_utf8(&buffer[..count]).unwrap());
            let Some((_, body)) = text.split_once("\r\n\r\n") else { continue };
            if let Ok(body) = serde_json::from_str(body) {
                break body;
            }
        };
        let head = text.split("\r\n\r\n").next().unwrap().to_lowercase();
        (stream, head, body)
    }

    /// The body of the next request, which gets this response.
    async fn respond(&self, response: &str) -> Value {
        let (mut stream, _, body) = self.request().await;
        stream.write_all(response.as_bytes()).await.unwrap();
        body
    }
}

fn plugin(socket: &Socket) -> EventReceiver {
    let receiver = EventReceiver::new("plugin_event", socket.url()).input("callback_token", TOKEN);
    receiver.retry_pause(Duration::from_millis(1))
}

fn automation(socket: &Socket) -> EventReceiver {
    EventReceiver::new("automation_event", socket.url()).retry_pause(Duration::from_millis(1))
}

async fn started(receiver: EventReceiver) -> (Sandbox, Caller) {
    let sandbox = Sandbox::builder().events(receiver).start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    (sandbox, caller)
}

/// The events in the journal once there are so many.
async fn sent(sandbox: &Sandbox, count: usize) -> Vec<(SentEvent, Option<u16>)> {
    loop {
        let entries = sandbox.journal().into_iter();
        let sent: Vec<_> = entries.filter_map(|entry| Some((entry.event?, entry.status))).collect();
        if sent.len() >= count {
            return sent;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_plugin_event_is_one_signed_post() {
    let socket = Socket::bind().await;
    let (_sandbox, caller) = started(plugin(&socket)).await;
    let id = caller.story("Ship it", json!([])).await;
    let (mut stream, head, body) = socket.request().await;
    stream.write_all(OK.as_bytes()).await.unwrap();
    assert!(
        head.starts_with("post /events?key=hidden-7 http/1.1")
            && head.contains("content-type: application/json")
    );
    let time = body["request_time"].as_str().unwrap();
    let digest = Sha256::digest(format!("{PLUGIN_ID}{time}{TOKEN}"));
    let expected: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(body["signature"], expected);
    assert_eq!(body["source"], "openapi");
    let data = &body["data"];
    assert_eq!((&data["event_type"], &data["project_key"]), (&json!(1001), &json!(PROJECT_KEY)));
    assert_eq!((&data["work_item_type_key"], &data["id"]), (&json!("story"), &json!(id)));
    let mut members: Vec<_> = body.as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(members, ["data", "request_time", "signature", "source"]);
}

#[tokio::test]
async fn a_webhook_has_the_token_and_the_same_id_on_each_attempt() {
    let socket = Socket::bind().await;
    let (sandbox, caller) = started(automation(&socket).input("token", TOKEN)).await;
    caller.story("Ship it", json!([])).await;
    let first = socket.respond("HTTP/1.1 500 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
    // Not even a response.
    drop(socket.request().await.0);
    let third = socket.respond(OK).await;
    assert_eq!(first, third);
    let header = &first["header"];
    assert_eq!((&header["token"], &header["operator"]), (&json!(TOKEN), &json!(USER_KEY)));
    assert_eq!(header["event_type"], "WorkitemCreateEvent");
    caller.story("Ship that", json!([])).await;
    assert_ne!(socket.respond(OK).await["header"]["uuid"], header["uuid"]);

    let sent = sent(&sandbox, 4).await;
    let statuses: Vec<_> = sent.iter().map(|(event, status)| (event.attempt, *status)).collect();
    assert_eq!(statuses, [(1, Some(500)), (2, None), (3, Some(200)), (1, Some(200))]);
    assert!(sent[1].0.error.is_some());
    let journal = format!("{:?}", sandbox.journal());
    assert!(!journal.contains(TOKEN) && !journal.contains("hidden-7"), "{journal}");
}

#[tokio::test]
async fn an_event_that_nobody_takes_is_given_up_and_fails_no_call() {
    let socket = Socket::bind().await;
    let url = socket.url();
    // Nobody listens there any more.
    drop(socket);
    let receiver = EventReceiver::new("plugin_event", url).retry_pause(Duration::from_millis(1));
    let (sandbox, caller) = started(receiver).await;
    caller.story("Ship it", json!([])).await;
    let sent = sent(&sandbox, 4).await;
    let attempts: Vec<_> = sent.iter().map(|(event, status)| (event.attempt, *status)).collect();
    assert_eq!(attempts, [(1, None), (2, None), (3, None), (4, None)]);
    caller.story("Ship that", json!([])).await;
    assert_eq!(self::sent(&sandbox, 5).await[4].0.attempt, 1, "the first one was given up");
}

/// The receiver accepts the first request and never responds: more come than may wait.
#[tokio::test]
async fn an_event_that_does_not_fit_into_the_queue_is_dropped_and_journaled() {
    let socket = Socket::bind().await;
    let (sandbox, caller) = started(plugin(&socket)).await;
    let id = caller.story("Ship it", json!([])).await;
    let _silent = socket.request().await;
    // A call can change the same item over and over, which makes an event each time.
    let ids: Vec<i64> = vec![id; 50];
    let body = json!({
        "project_key": PROJECT_KEY, "work_item_type_key": "story", "work_item_ids": ids, "field_key": "priority",
        "update_mode": "UPDATE", "after_field_value": {"value": "1"},
    });
    // Two tokens, since each has a limit.
    for (caller, calls) in [(&caller, 14), (&caller.renewed().await, 7)] {
        for _ in 0..calls {
            caller.post("/open_api/work_item/batch_update", body.clone()).await.data();
        }
    }
    let dropped: Vec<_> =
        sent(&sandbox, 1).await.into_iter().filter(|(event, _)| event.attempt == 0).collect();
    assert_eq!(dropped.len(), 21 * 50 - 1000);
    assert!(dropped[0].0.error.as_ref().unwrap().contains("dropped"));
}

#[tokio::test]
async fn a_refused_call_tells_of_nothing() {
    let socket = Socket::bind().await;
    let (sandbox, caller) = started(plugin(&socket)).await;
    let id = caller.story("Ship it", json!([])).await;
    assert_eq!(socket.respond(OK).await["data"]["event_type"], 1001);
    for (path, body) in [
        ("work_item/create", json!({"work_item_type_key": "story", "name": ""})),
        (&format!("work_item/story/{id}/abort"), json!({"is_aborted": true})),
        (&format!("workflow/story/{id}/node/review/operate"), json!({"action": "confirm"})),
        (&format!("work_item/story/{id}/workflow/task"), json!({"node_id": "nowhere", "name": "A step"})),
        (&format!("work_item/story/{id}/comment/create"), json!({})),
    ] {
        let response = caller.post(&format!("/open_api/demo/{path}"), body.clone()).await;
        assert_ne!(response.code(), 0, "{path}");
        let put = caller.call("PUT", &format!("/open_api/demo/{path}"), body).await;
        assert_ne!(put.code(), 0, "{path}");
    }
    caller.call("DELETE", &format!("/open_api/demo/work_item/story/{id}"), json!({})).await.data();
    assert_eq!(socket.respond(OK).await["data"]["event_type"], 1002);
    assert_eq!(sent(&sandbox, 2).await.len(), 2);
}

#[tokio::test]
async fn tasks_states_and_nodes_have_events_of_their_own() {
    let socket = Socket::bind().await;
    let (_sandbox, caller) = started(plugin(&socket)).await;
    let next = async || socket.respond(OK).await["data"]["event_type"].as_i64().unwrap();
    let id = caller.story("Ship it", json!([])).await;
    assert_eq!(next().await, 1001);
    let tasks = format!("/open_api/demo/work_item/story/{id}/workflow/task");
    let body = json!({"node_id": "doing", "name": "A step", "assignee": [USER_KEY]});
    let task = caller.post(&tasks, body).await.data().clone();
    assert_eq!(next().await, 4001);
    let body = json!({"name": "Another step"});
    caller
        .post(&format!("/open_api/demo/work_item/story/{id}/workflow/doing/task/{task}"), body)
        .await
        .data();
    assert_eq!(next().await, 4009);
    for (action, number) in [("confirm", 4003), ("rollback", 4004)] {
        let body = json!({"node_id": "doing", "task_id": task, "action": action});
        caller.post(&format!("/open_api/demo/work_item/story/{id}/subtask/modify"), body).await.data();
        assert_eq!(next().await, number);
    }
    caller
        .call("DELETE", &format!("/open_api/demo/work_item/story/{id}/task/{task}"), json!({}))
        .await
        .data();
    assert_eq!(next().await, 4002);
    let owners = json!({"node_owners": [USER_KEY], "node_schedule": {"points": 1}});
    caller.call("PUT", &format!("/open_api/demo/workflow/story/{id}/node/doing"), owners).await.data();
    assert_eq!((next().await, next().await), (2006, 2005));
    let body = json!({"work_item_type_key": "issue", "name": "Broken"});
    let issue = caller.post("/open_api/demo/work_item/create", body).await.data().clone();
    assert_eq!(next().await, 1001);
    let path = format!("/open_api/demo/workflow/issue/{issue}/node/state_change");
    caller.post(&path, json!({"transition_id": 11})).await.data();
    assert_eq!(next().await, 3001);
}

#[tokio::test]
async fn receivers_that_cannot_be_are_refused_with_a_reason() {
    let new = EventReceiver::new;
    for (receiver, said) in [
        (
            new("plugin_events", "http://127.0.0.1:1"),
            "no callback `plugin_events`; it has `plugin_event`, `auto",
        ),
        (new("plugin_event", "https://127.0.0.1:1"), "begin with `http://`"),
        (new("plugin_event", "127.0.0.1:1"), "URL cannot be used"),
        (
            new("plugin_event", "http://127.0.0.1:1").input("token", "x"),
            "no input `token`; it has `plugin_id`, `callback_token`",
        ),
    ] {
        let error = Sandbox::builder().events(receiver).start().await.unwrap_err().to_string();
        assert!(error.contains(said), "`{said}` is not in `{error}`");
    }
    let other = Sandbox::builder().spec_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/second"));
    let error = other.events(new("plugin_event", "http://127.0.0.1:1")).start().await.unwrap_err();
    assert!(error.to_string().contains("no state of this API"), "{error}");
    let shown =
        format!("{:?}", new("plugin_event", "http://127.0.0.1:1/?k=hidden-7").input("callback_token", TOKEN));
    assert!(!shown.contains(TOKEN) && !shown.contains("hidden-7"), "{shown}");
}
