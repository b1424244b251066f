//! A server that answers what a test tells it to, and remembers what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use feishu_project::{Client, Value};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What was asked: method and path with query, and the body.
pub(crate) type Request = (String, Value);

/// A running script.
#[derive(Clone)]
pub(crate) struct Script {
    url: String,
    asked: Arc<Mutex<Vec<Request>>>,
}

impl Script {
    /// A server that gives these answers, one after the other, and then an empty object for ever.
    pub(crate) async fn start(answers: impl IntoIterator<Item = Value>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let url = format!("http://{}", listener.local_addr().expect("the port is known"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let script = Self { url, asked: asked.clone() };
        let mut answers: VecDeque<Value> = answers.into_iter().collect();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let Some((line, body)) = read(&mut stream).await else { continue };
                let answer = if line.contains("/authen/") {
                    json!({"error": {"code": 0}, "data": {"token": "t", "expire_time": 7200}})
                } else {
                    asked.lock().expect("no test panics with it").push((line, body));
                    answers.pop_front().unwrap_or_else(|| json!({}))
                };
                write(&mut stream, &answer).await;
            }
        });
        script
    }

    /// A client of this server, with a plugin.
    pub(crate) fn client(&self) -> Client {
        let builder = Client::builder().plugin("p", "s").user_key("7");
        builder.base_url(&self.url).build().expect("the client is set up right")
    }

    /// A client of this server, with a user's token.
    pub(crate) fn user_client(&self) -> Client {
        Client::builder().user_token("t").base_url(&self.url).build().expect("the client is set up right")
    }

    /// What was asked so far, tokens apart.
    pub(crate) fn asked(&self) -> Vec<Request> {
        self.asked.lock().expect("no test panics with it").clone()
    }

    /// A member of each body that was sent.
    pub(crate) fn asked_for(&self, member: &str) -> Vec<Value> {
        self.asked().into_iter().map(|(_, body)| body[member].clone()).collect()
    }
}

async fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut text = Vec::new();
    let head = loop {
        if let Some(end) = text.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut text).await.ok()? == 0 {
            return None;
        }
    };
    let header = String::from_utf8_lossy(&text[..head]).to_lowercase();
    let length = header.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
    while text.len() < head + length.unwrap_or(0) {
        if stream.read_buf(&mut text).await.ok()? == 0 {
            return None;
        }
    }
    let line = String::from_utf8_lossy(&text[..head]).lines().next()?.replace(" HTTP/1.1", "");
    Some((line, serde_json::from_slice(&text[head..]).unwrap_or_default()))
}

async fn write(stream: &mut TcpStream, answer: &Value) {
    let body = answer.to_string();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ";
    // A client that went away is none of the script's business.
    let _ = stream.write_all(format!("{head}{}\r\n\r\n{body}", body.len()).as_bytes()).await;
}
