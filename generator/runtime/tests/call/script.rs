//! A server on a plain socket, whose responses are written out.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use serde_json::Value;

/// A server on a plain socket.
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Gives these responses, headers and body of each, one after the other; the last one for ever. `{url}` in them is the
    /// server's own address.
    pub(crate) fn start(responses: &[(&str, Value)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let heads: Arc<Mutex<Vec<String>>> = Arc::default();
        let texts: Vec<String> = responses
            .iter()
            .map(|(headers, body)| {
                let (headers, body) =
                    (headers.replace("{url}", &url), body.to_string().replace("{url}", &url));
                let length = body.len();
                format!(
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
                )
            })
            .collect();
        let seen = Arc::clone(&heads);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, mut head) = (stream.unwrap(), Vec::new());
                while !head.ends_with(b"\r\n\r\n") {
                    let mut byte = [0];
                    stream.read_exact(&mut byte).unwrap();
                    head.push(byte[0]);
                }
                let mut seen = seen.lock().unwrap();
                let text = &texts[seen.len().min(texts.len() - 1)];
                seen.push(String::from_utf8(head).unwrap());
                stream.write_all(text.as_bytes()).unwrap();
            }
        });
        Self { url, heads }
    }

    /// What was asked for, and every head must have the token.
    pub(crate) fn asked(&self) -> Vec<String> {
        let heads = self.heads.lock().unwrap();
        assert!(heads.iter().all(|head| head.to_lowercase().contains("\r\nauthorization: the-token\r\n")));
        heads.iter().map(|head| head.split(' ').nth(1).unwrap().to_owned()).collect()
    }
}
