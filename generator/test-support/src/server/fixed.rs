//! A server for benches: on its own thread, with as little work per request as possible.

use std::net::TcpListener;
use std::thread;

use bytes::Bytes;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Starts a server and returns its URL. It responds with the bytes of the first pair in `responses` whose prefix the
/// request begins with. It runs until the program ends.
///
/// # Panics
/// When loopback has no free port.
#[must_use]
pub fn start_fixed(responses: Vec<(&'static str, Bytes)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    listener.set_nonblocking(true).expect("the socket can be polled");
    let url = format!("http://{}", listener.local_addr().expect("the port is known"));
    let run = async move {
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            stream.set_nodelay(true).expect("a socket");
            tokio::spawn(serve(stream, responses.clone()));
        }
    };
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let () = runtime.block_on(run);
    });
    url
}

/// Responds until the caller closes.
async fn serve(mut stream: TcpStream, responses: Vec<(&'static str, Bytes)>) -> std::io::Result<()> {
    let mut received = Vec::new();
    loop {
        let Some(length) = request_length(&received) else {
            if stream.read_buf(&mut received).await? == 0 {
                return Ok(());
            }
            continue;
        };
        let fitting = responses.iter().find(|(prefix, _)| received.starts_with(prefix.as_bytes()));
        let Some((_, response)) = fitting else { return Ok(()) };
        stream.write_all(response).await?;
        received.drain(..length);
    }
}

/// The length of the first request, if all of it has been received.
fn request_length(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&received[..head]).ok()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let whole = head + length.unwrap_or(0);
    (received.len() >= whole).then_some(whole)
}
