//! Responses of any size: a typed error, and no more than 64 MiB of memory above what an idle client has.
//!
//! A test program of its own, since it measures the whole process.
#![cfg(target_os = "linux")]

mod support;

use feishu_project::field_value::FieldValuePair;
use feishu_project::{ErrorKind, Method};
use serde_json::json;

use support::server::{Response, Server, data, fast};

const MIB: u64 = 1 << 20;
/// So many pieces of 64 KiB are 100 MB.
const PIECES: usize = 100_000_000 / (1 << 16);

/// One test at a time: they measure the whole process.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The greatest number of bytes in memory since the last reset.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

fn reset_peak() {
    // 5 stands for the peak.
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
}

/// A body with an announced length, or in chunks, made of one piece again and again.
fn body(status: u16, kind: &str, start: &str, piece: &[u8], times: usize, chunked: bool) -> Response {
    let mut head =
        format!("HTTP/1.1 {status} Status\r\nContent-Type: {kind}\r\nX-Tt-Logid: log-{status}\r\n");
    if chunked {
        head += &format!("Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{start}\r\n", start.len());
        let piece = [format!("{:x}\r\n", piece.len()).as_bytes(), piece, b"\r\n"].concat();
        return Response::Repeat(head.into_bytes(), piece, times);
    }
    head += &format!("Content-Length: {}\r\n\r\n{start}", start.len() + piece.len() * times);
    Response::Repeat(head.into_bytes(), piece.to_vec(), times)
}

#[tokio::test]
async fn no_response_is_too_large() {
    let _alone = ALONE.lock().await;
    let json = br#"{"type_key":"story","name":"a name"},"#.repeat(1800)[..1 << 16].to_vec();
    let html = b"<p>Bad Gateway</p>\n".repeat(3500)[..1 << 16].to_vec();
    let start = r#"{"err_code":0,"data":["#;
    let endless = usize::MAX;
    let cases = [
        ("100 MB of JSON", body(200, "application/json", start, &json, PIECES, false), ErrorKind::TooLarge),
        (
            "100 MB of JSON in chunks",
            body(200, "application/json", start, &json, PIECES, true),
            ErrorKind::TooLarge,
        ),
        (
            "100 MB of JSON with 500",
            body(500, "application/json", start, &json, PIECES, true),
            ErrorKind::Api,
        ),
        ("100 MB of HTML", body(200, "text/html", "<html>", &html, PIECES, false), ErrorKind::Decode),
        ("100 MB of HTML with 502", body(502, "text/html", "<html>", &html, PIECES, true), ErrorKind::Api),
        ("endless JSON", body(200, "application/json", start, &json, endless, true), ErrorKind::TooLarge),
        ("endless HTML", body(200, "text/html", "<html>", &html, endless, true), ErrorKind::Decode),
        ("endless HTML with 503", body(503, "text/html", "<html>", &html, endless, true), ErrorKind::Api),
        (
            "endless spaces",
            body(200, "application/json", " ", &[b' '; 1 << 16], endless, true),
            ErrorKind::TooLarge,
        ),
    ];
    for (name, response, kind) in cases {
        let server =
            Server::start(move |_, number| if number == 1 { data(json!([])) } else { response.clone() })
                .await;
        let client = server.builder().retry(fast().max_attempts(1)).build().unwrap();
        client.work_item_types().list("demo").send().await.unwrap();
        reset_peak();
        let idle = peak();
        let error = client.work_item_types().list("demo").send().await.unwrap_err();
        let grown = peak().saturating_sub(idle);
        println!("{name}: {:.1} MiB above idle", grown as f64 / MIB as f64);
        assert_eq!(error.kind(), kind, "{name}: {error}");
        assert!(error.log_id().is_some() && error.to_string().len() < 600, "{name}: {error}");
        assert!(grown <= 64 * MIB, "{name} took {} MiB", grown / MIB);
    }
}

#[tokio::test]
async fn no_response_of_the_token_endpoint_is_too_large_either() {
    let _alone = ALONE.lock().await;
    let spaces = body(200, "application/json", " ", &[b' '; 1 << 16], usize::MAX, true);
    let server = Server::tokenless(move |_, _| spaces.clone()).await;
    let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
    assert_eq!((error.kind(), error.endpoint()), (ErrorKind::TooLarge, Some("auth.plugin_token")));
}

/// Values of any kind take many times the memory of their text.
#[tokio::test]
async fn details_of_any_size_take_no_memory_beside_the_body() {
    let _alone = ALONE.lock().await;
    let lists = "[],".repeat(10 << 20);
    for member in ["err", "err_msg", "more"] {
        let body = format!(r#"{{"err_code":1,"{member}":[{}[]]}}"#, &lists[..30 << 20]);
        let refusal = Response::new(200, "application/json", "", body.as_bytes());
        drop(body);
        let server =
            Server::start(move |_, number| if number == 1 { data(json!([])) } else { refusal.clone() }).await;
        let client = server.builder().retry(fast().max_attempts(1)).build().unwrap();
        client.work_item_types().list("demo").send().await.unwrap();
        reset_peak();
        let idle = peak();
        let error = client.work_item_types().list("demo").send().await.unwrap_err();
        let grown = peak().saturating_sub(idle);
        assert_eq!(error.code(), Some(1), "{error}");
        // The server of the test holds its copy of the response meanwhile.
        assert!(grown <= (64 + 31) * MIB, "{member} took {} MiB", grown / MIB);
    }
}

/// A text of a few bytes an item takes many times its own size as values: those have a bound of their own.
#[tokio::test]
async fn what_many_small_items_become_is_bounded_as_well() {
    let _alone = ALONE.lock().await;
    const BODY: usize = 30 << 20;
    for (name, before, item, after) in [
        ("items without members", r#"{"err_code":0,"data":["#, "{},", "{}]}"),
        ("a list of numbers in a free value", r#"{"err_code":0,"data":[{"field_value":["#, "1,", "1]}]}"),
        ("lists in a free value", r#"{"err_code":0,"data":[{"field_value":["#, "[],", "[]]}]}"),
        ("an object in a free value", r#"{"err_code":0,"data":[{"field_value":{"#, r#""":1,"#, r#""":1}}]}"#),
    ] {
        let body = [before, &item.repeat(BODY / item.len()), after].concat();
        let response = Response::new(200, "application/json", "X-Tt-Logid: log-200\r\n", body.as_bytes());
        drop(body);
        let respond = move |_: &_, number| if number == 1 { data(json!([])) } else { response.clone() };
        let server = Server::start(respond).await;
        let client = server.builder().retry(fast().max_attempts(1)).build().unwrap();
        let list = || client.raw(Method::Get, "/open_api/demo/values").send::<Vec<FieldValuePair>>();
        list().await.unwrap();
        reset_peak();
        let idle = peak();
        let result = list().await;
        let grown = peak().saturating_sub(idle);
        println!("{name}: {:.1} MiB above idle", grown as f64 / MIB as f64);
        if let Err(error) = result {
            assert_eq!(
                (error.kind(), error.log_id()),
                (ErrorKind::TooLarge, Some("log-200")),
                "{name}: {error}"
            );
        }
        // The text, the values with room to grow, and the copy that the server of the test holds.
        assert!(grown <= (32 + 64 + 31) * MIB, "{name} took {} MiB", grown / MIB);
    }
}
