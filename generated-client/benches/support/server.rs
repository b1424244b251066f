//! A server that gives the same response every time.

use bytes::Bytes;
use paceline_test_support::server::start_fixed;

/// The token that it hands out.
pub(crate) const TOKEN: &str = "p-0123456789abcdef0123456789abcdef";

/// Starts the server and gives its URL. It lives as long as the program.
pub(crate) fn start(body: &[u8]) -> String {
    let token =
        format!(r#"{{"data":{{"token":"{TOKEN}","expire_time":7200}},"error":{{"code":0,"msg":"ok"}}}}"#);
    start_fixed(vec![("POST /open_api/authen/", http(token.as_bytes())), ("", http(body))])
}

fn http(body: &[u8]) -> Bytes {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nX-Tt-Logid: 0217600000000000\r\n\
         Date: Sun, 01 Nov 2026 00:00:00 GMT\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat().into()
}
