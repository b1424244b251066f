//! Pages whose next one a server names, each in its way.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

use wire_client::{Client, Pages};

/// A server that gives these responses, headers and body of each, one for each connection. Gives a client of it, and the lines
/// of what was asked. `URL` in a response is the server's own address.
fn serve(responses: &'static [(&str, &str)]) -> (Client, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder().base_url(&url).build().unwrap();
    let server = thread::spawn(move || {
        let respond = |(headers, body): &(&str, &str)| {
            let (mut stream, _) = listener.accept().unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                head.push(byte[0]);
            }
            let text = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{headers}\r\n{body}").replace("URL", &url);
            stream.write_all(text.as_bytes()).unwrap();
            let head = String::from_utf8(head).unwrap();
            head.lines().next().unwrap().trim_end_matches(" HTTP/1.1").to_owned()
        };
        responses.iter().map(respond).collect()
    });
    (client, server)
}

/// All items of a list.
async fn all<T: Send + 'static>(mut items: Pages<T>) -> Vec<T> {
    let mut all = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        all.push(item);
    }
    all
}

#[tokio::test]
async fn by_the_header_link() {
    let (client, server) = serve(&[
        ("Link: </v1/pages/linked?kind=a&cursor=x%2Fy>; rel=\"next\"\r\n", "[1,2]"),
        ("link: <URL/v1/pages/linked?kind=a&cursor=z>; title=\"a, b\"; rel=\"last next\"\r\n", "[3]"),
        ("Link: <URL/v1/pages/linked>; rel=first\r\n", "[4]"),
    ]);
    let all = all(client.pages().linked().kind("a").items()).await;
    assert_eq!(all, [1, 2, 3, 4]);
    let asked = server.join().unwrap();
    assert_eq!(asked[0], "GET /v1/pages/linked?kind=a");
    assert_eq!(asked[1..], ["x%2Fy", "z"].map(|cursor| format!("GET /v1/pages/linked?kind=a&cursor={cursor}")));
}

#[tokio::test]
async fn by_the_address_of_the_next_one() {
    let (client, server) = serve(&[
        ("", r#"{"results":[1],"next":"URL/v1/pages/next?page=2"}"#),
        ("", r#"{"results":[2],"next":null}"#),
    ]);
    let all = all(client.pages().next_url().items()).await;
    assert_eq!(all, [1, 2]);
    assert_eq!(server.join().unwrap(), ["GET /v1/pages/next", "GET /v1/pages/next?page=2"]);
}

#[tokio::test]
async fn by_the_last_item() {
    let (client, server) = serve(&[
        ("", r#"{"data":[{"id":"a"},{"id":"b c"}],"has_more":true}"#),
        ("", r#"{"data":[{"id":"d"}],"has_more":false}"#),
    ]);
    let all = all(client.pages().after().items()).await;
    assert_eq!(all.iter().map(|item| &*item.id).collect::<Vec<_>>(), ["a", "b c", "d"]);
    assert_eq!(server.join().unwrap(), ["GET /v1/pages/after", "GET /v1/pages/after?starting_after=b%20c"]);
}
