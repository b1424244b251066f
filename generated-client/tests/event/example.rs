//! The example as it runs: raw requests to its port, and what it prints.

use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use super::{PLUGIN_ID, TOKEN, now, signed, webhook};

/// Long enough for a build that other processes slow down.
const PATIENCE: Duration = Duration::from_secs(300);

struct Example {
    /// Ends with it.
    _process: Child,
    lines: Lines<BufReader<ChildStdout>>,
    address: String,
}

impl Example {
    async fn start() -> Self {
        let mut process = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "feishu-project", "--example", "events"])
            .envs([("FEISHU_PROJECT_PLUGIN_ID", PLUGIN_ID), ("FEISHU_PROJECT_CALLBACK_TOKEN", TOKEN)])
            .envs([("FEISHU_PROJECT_WEBHOOK_TOKEN", TOKEN), ("FEISHU_PROJECT_LISTEN", "127.0.0.1:0")])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the example starts");
        let lines = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        let mut example = Self { _process: process, lines, address: String::new() };
        let first = example.line().await;
        example.address = first.strip_prefix("listening on ").expect("it says where it listens").to_owned();
        example
    }

    /// The next line that it prints.
    async fn line(&mut self) -> String {
        let line = timeout(PATIENCE, self.lines.next_line()).await.expect("it prints in time");
        line.expect("it is text").expect("it goes on")
    }

    /// Status line and body of the response to a raw request.
    async fn post(&self, path: &str, body: &str) -> (u16, Value) {
        let mut stream = TcpStream::connect(&self.address).await.unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: example\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n",
            body.len()
        );
        stream.write_all((head + body).as_bytes()).await.unwrap();
        let mut response = String::new();
        timeout(PATIENCE, stream.read_to_string(&mut response)).await.expect("it responds").unwrap();
        let (head, body) = response.split_once("\r\n\r\n").expect("head and body");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or_default())
    }
}

#[tokio::test]
async fn the_example_receives_checks_and_responds() {
    let mut example = Example::start().await;

    let created = signed(now(), "normal", &json!({"event_type": 1001, "project_key": "64f"})).to_string();
    assert_eq!(example.post("/plugin", &created).await, (200, json!({"code": 0, "msg": ""})));
    assert_eq!(example.line().await, "a work item was created in 64f");
    assert_eq!(example.post("/plugin", &created).await.0, 200);
    assert_eq!(example.line().await, "not acted on: the event of type 1001 came before");

    let echo = signed(now(), "openapi", &json!({"event_type": 1009})).to_string();
    assert_eq!(example.post("/plugin", &echo).await.0, 200);
    assert!(example.line().await.contains("a change made through the API"));

    let mut forged = signed(now(), "normal", &json!({"event_type": 1002}));
    forged["signature"] = "0".repeat(64).into();
    assert_eq!(example.post("/plugin", &forged.to_string()).await.0, 401);
    assert!(example.line().await.contains("signature or token is wrong"));
    let recorded = signed(now() - 3_600_000, "normal", &json!({"event_type": 1002})).to_string();
    assert_eq!(example.post("/plugin", &recorded).await.0, 401);
    assert!(example.line().await.contains("see that the clock is right"));
    assert_eq!(example.post("/plugin", "[]").await.0, 400);
    assert!(example.line().await.contains("`signature` is missing"));

    let commented = webhook("WorkitemCommentEvent", "u1", &json!({"comment": "On its way"})).to_string();
    assert_eq!(example.post("/automation", &commented).await.0, 200);
    let line = example.line().await;
    assert!(line.starts_with("7000000000000000001: CommentAdded") && !line.contains(TOKEN), "{line}");
    assert_eq!(example.post("/automation", &created).await.0, 400);
}
