//! Causes: the text of an error shows them, and its advice fits.

use std::io::Write;

use feishu_project::{Client, Error, ErrorKind, File, RetryPolicy};
use serde_json::json;
use tokio::io::AsyncWriteExt;

use crate::support::server::{Response, Server, data, fast, refused_with, response, status};

async fn list(url: &str) -> Error {
    let client = Client::builder().user_token("u-token").base_url(url).retry(RetryPolicy::never());
    client.build().unwrap().work_item_types().list("demo").send().await.unwrap_err()
}

#[track_caller]
fn assert_says(error: &Error, words: &[&str]) {
    let text = error.to_string();
    assert!(words.iter().all(|word| text.contains(word)), "{text}");
    assert!(!text.contains(".."), "{text}");
}

#[tokio::test]
async fn an_error_says_that_nobody_listens_at_the_port() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = list(&url).await;
    assert_says(&error, &["cannot be reached", "refused", "nothing was sent"]);
    // The whole chain, in one line.
    let whole = format!("{error:#}");
    assert!(whole.len() > error.to_string().len() && !whole.contains('\n'), "{whole}");
}

#[tokio::test]
async fn an_error_says_that_the_port_speaks_no_tls() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let plain = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        stream
    };
    let (error, _stream) = tokio::join!(list(&url), plain);
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    assert_says(&error, &["no TLS connection", "speak TLS"]);
}

#[tokio::test]
async fn a_file_whose_length_changed_since_it_was_opened_is_sent_once() {
    let server = Server::start(|_, _| data(json!(["https://files.invalid/1"]))).await;
    let folder = tempfile::tempdir().unwrap();
    for (length, words) in [(10_usize, "shorter"), (200_000, "longer")] {
        let path = folder.path().join(format!("{length}.bin"));
        std::fs::File::create(&path).unwrap().write_all(&[7; 100_000]).unwrap();
        let file = File::open(&path).await.unwrap();
        std::fs::write(&path, vec![7; length]).unwrap();
        let result = server.client().attachments().upload("demo", file).send().await;
        // No more is read of a longer one than was announced.
        if let Err(error) = result {
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::File, 1), "{error}");
            assert_says(&error, &["the file changed", words]);
        } else {
            assert_eq!(words, "longer");
        }
    }
}

#[tokio::test]
async fn a_redirect_names_the_host_and_not_what_may_be_secret() {
    let to = "Location: https://login.invalid/p?token=abcdef\r\n";
    let server = Server::start(move |_, _| response(302, "text/html", to, b"")).await;
    let error = list(&server.url).await;
    assert_says(&error, &["redirects to login.invalid", "not followed"]);
    assert!(!error.to_string().contains("abcdef"), "{error}");
}

#[tokio::test]
async fn a_message_that_ends_with_a_full_stop_gets_no_second_one() {
    let message = json!({"err_code": 10430, "err_msg": "use another key for a new write."});
    for body in [message.clone(), json!({"err_code": 99, "err_msg": "no."})] {
        let server = Server::start(move |_, _| status(429, &body)).await;
        let error = server.client().work_items().create("demo", "story", "x").send().await.unwrap_err();
        assert_says(&error, &[]);
    }
}

#[tokio::test]
async fn a_server_that_throttles_for_ever_uses_the_retry_budget_up() {
    for refusal in [refused_with(429, 10429), refused_with(503, 50006), Response::Close] {
        let server = Server::start(move |_, _| refusal.clone()).await;
        let client = server.builder().user_token("u-token").retry(fast().budget(5)).build().unwrap();
        for _ in 0..30 {
            client.work_item_types().list("demo").send().await.unwrap_err();
        }
        assert!(server.requests().len() <= 35, "{} requests for 30 calls", server.requests().len());
    }
}
