//! A server that gives the same answer every time, on a thread of its own: as little as a server can do.

use std::net::TcpListener;
use std::thread;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Starts the server and gives its URL. It lives as long as the program.
pub(crate) fn start(body: &[u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.set_nonblocking(true).expect("a socket that can be polled");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let token =
        format!(r#"{{"data":{{"token":"{TOKEN}","expire_time":7200}},"error":{{"code":0,"msg":"ok"}}}}"#);
    let (answer, token) = (http(body), http(token.as_bytes()));
    let run = async move {
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            stream.set_nodelay(true).expect("a socket");
            let (answer, token) = (answer.clone(), token.clone());
            tokio::spawn(serve(stream, answer, token));
        }
    };
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let () = runtime.block_on(run);
    });
    url
}

/// The token that it hands out.
pub(crate) const TOKEN: &str = "p-0123456789abcdef0123456789abcdef";

fn http(body: &[u8]) -> bytes::Bytes {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nX-Tt-Logid: 0217600000000000\r\n\
         Date: Sun, 01 Nov 2026 00:00:00 GMT\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat().into()
}

/// Answers requests until the caller goes.
async fn serve(mut stream: TcpStream, answer: bytes::Bytes, token: bytes::Bytes) -> std::io::Result<()> {
    let mut held = Vec::new();
    loop {
        let Some(length) = request(&held) else {
            if stream.read_buf(&mut held).await? == 0 {
                return Ok(());
            }
            continue;
        };
        let is_token = held.starts_with(b"POST /open_api/authen/");
        stream.write_all(if is_token { &token } else { &answer }).await?;
        held.drain(..length);
    }
}

/// The length of the first request, if all of it is here.
fn request(held: &[u8]) -> Option<usize> {
    let head = held.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&held[..head]).ok()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let whole = head + length.unwrap_or(0);
    (held.len() >= whole).then_some(whole)
}
