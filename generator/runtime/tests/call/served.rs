//! A plain socket that answers one request.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Answers one request with this status and body. Gives the address, and the task that ends when it has answered.
pub(crate) async fn serve_once(status: &str, body: &str) -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // A response of the status 204 has no length.
    let length = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    let response = format!("HTTP/1.1 {status}\r\nConnection: close\r\n{length}\r\n{body}");
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            assert!(stream.read_buf(&mut head).await.unwrap() > 0, "the request ends early");
        }
        stream.write_all(response.as_bytes()).await.unwrap();
    });
    (url, served)
}
