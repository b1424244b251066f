//! A server for one request, on a plain socket and in a thread of its own.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use wire_client::Client;

/// A request, taken apart by hand.
pub(crate) struct Request {
    head: String,
    /// What stands behind the head, as it came.
    pub(crate) body: String,
}

impl Request {
    /// The method and the target.
    pub(crate) fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1")
    }

    /// The value of a header; `None` if it is absent.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find_map(|(known, value)| known.eq_ignore_ascii_case(name).then_some(value))
    }

    /// Media type and body.
    pub(crate) fn content(&self) -> (Option<&str>, &str) {
        (self.header("content-type"), &self.body)
    }
}

/// A client of a server that is not there: what it is asked to send, it must refuse by itself.
pub(crate) fn nowhere() -> Client {
    Client::builder().base_url("http://127.0.0.1:9").build().unwrap()
}

/// What arrives of a call at a server that responds with this status line and body, and what the caller gets. The response has
/// no length and ends with the connection, as servers of the oldest kind write it.
pub(crate) async fn exchange<T>(
    status: &str,
    body: &str,
    client: impl FnOnce(String) -> Client,
    call: impl AsyncFnOnce(Client) -> T,
) -> (Request, T) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let response = format!("HTTP/1.1 {status}\r\nConnection: close\r\n\r\n{body}");
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut bytes = Vec::new();
        loop {
            let mut piece = [0; 4096];
            let read = stream.read(&mut piece).unwrap();
            assert!(read > 0, "the request ends early");
            bytes.extend_from_slice(&piece[..read]);
            let text = String::from_utf8_lossy(&bytes);
            let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
            let request = Request { head: head.to_owned(), body: body.to_owned() };
            let is_whole = match request.header("content-length") {
                Some(length) => request.body.len() >= length.parse().unwrap(),
                None => request.header("transfer-encoding").is_none() || request.body.ends_with("0\r\n\r\n"),
            };
            if is_whole {
                stream.write_all(response.as_bytes()).unwrap();
                return request;
            }
        }
    });
    let got = call(client(url)).await;
    (server.join().unwrap(), got)
}

/// The same without credentials.
pub(crate) async fn open<T>(status: &str, body: &str, call: impl AsyncFnOnce(Client) -> T) -> (Request, T) {
    exchange(status, body, |url| Client::builder().base_url(url).build().unwrap(), call).await
}

/// What arrives of a call that there is nothing to say about.
pub(crate) async fn arrived<T>(call: impl AsyncFnOnce(Client) -> T) -> Request {
    open("204 No Content", "", call).await.0
}
