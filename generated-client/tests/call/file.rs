//! Files that are sent and received.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use feishu_project::reqwest::{
    self,
    dns::{Addrs, Name, Resolve, Resolving},
};
use feishu_project::{ErrorKind, File};
use futures_util::stream;
use paceline_sandbox::{PROJECT_KEY, Sandbox};
use serde_json::json;

use crate::call::official::of_sandbox;
use crate::support::server::{Request, Response, Server, data, fast, response};

/// The head of the form's part `file`, and what it holds.
fn part(request: &Request) -> (String, Vec<u8>) {
    let kind = request.header("Content-Type").unwrap();
    let boundary = kind.strip_prefix("multipart/form-data; boundary=").expect("a form");
    let text = &request.body;
    let start = find(text, b"\r\n\r\n");
    let head = String::from_utf8(text[..start].to_vec()).unwrap();
    let end = find(text, format!("\r\n--{boundary}--").as_bytes());
    (head, text[start + 4..end].to_vec())
}

fn find(text: &[u8], what: &[u8]) -> usize {
    text.windows(what.len()).position(|window| window == what).expect("it is there")
}

async fn uploads() -> Server {
    Server::start(|_, _| data(json!(["https://files.invalid/1"]))).await
}

#[tokio::test]
async fn a_file_name_cannot_inject_a_header() {
    let server = uploads().await;
    let name = "a\"\r\nContent-Type: text/html\r\n\r\n<script>\\../x";
    let file = File::new(name, "content").content_type("text/plain");
    server.client().attachments().upload("demo", file).send().await.unwrap();
    let (head, content) = part(&server.requests()[0]);
    assert_eq!(content, b"content");
    let lines: Vec<&str> = head.split("\r\n").skip(1).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    let name = "a%22%0D%0AContent-Type: text%2Fhtml%0D%0A%0D%0A<script>%5C..%2Fx";
    assert_eq!(lines[0], format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\""));
    assert_eq!(lines[1], "Content-Type: text/plain");
}

#[tokio::test]
async fn a_content_type_cannot_inject_a_header_either() {
    let server = uploads().await;
    let file = File::new("a", "b").content_type("text/plain\r\nX-Evil: 1");
    let error = server.client().attachments().upload("demo", file).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn names_beyond_ascii_stay_as_they_are() {
    let server = uploads().await;
    server.client().attachments().upload("demo", File::new("报告.pdf", "x")).send().await.unwrap();
    assert!(part(&server.requests()[0]).0.contains("filename=\"报告.pdf\""));
}

#[tokio::test]
async fn uploads_from_memory_and_disk_are_sent_again_and_streams_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.txt");
    let content = vec![b'x'; 300_000];
    std::fs::write(&path, &content).unwrap();
    let length = content.len() as u64;
    let pieces = stream::iter([Ok(Bytes::from(content.clone()))]);
    let files = [
        (File::new("report.txt", content.clone()), 2),
        (File::open(&path).await.unwrap(), 2),
        (File::stream("report.txt", length, pieces), 1),
    ];
    for (file, times) in files {
        let server =
            Server::start(|_, number| if number == 1 { Response::Close } else { data(json!(["url"])) }).await;
        let result = server.client().attachments().upload("demo", file).send().await;
        assert_eq!(server.requests().len(), times);
        for request in server.requests() {
            assert!(request.header("Content-Length").is_some(), "the server must know the length");
            assert!(part(&request) == (part(&server.requests()[0]).0, content.clone()) || times == 2);
            assert!(part(&request).1 == content && part(&request).0.contains("filename=\"report.txt\""));
        }
        match result {
            Ok(_) => assert_eq!(times, 2),
            Err(error) => {
                assert_eq!((times, error.kind()), (1, ErrorKind::Transport));
                assert!(error.to_string().contains("can be sent only once"), "{error}");
            }
        }
    }
}

/// Finds the server each time it is asked but the second.
struct Forgetful {
    server: SocketAddr,
    asked: AtomicUsize,
}

impl Resolve for Forgetful {
    fn resolve(&self, _: Name) -> Resolving {
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        let found: Vec<SocketAddr> = if number == 1 { Vec::new() } else { vec![self.server] };
        Box::pin(async move {
            if found.is_empty() {
                return Err("no such host".into());
            }
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}

#[tokio::test]
async fn a_stream_that_nobody_has_read_is_sent_again() {
    let server = Server::start(|_, _| data(json!(["url"]))).await;
    let address: SocketAddr = server.url.trim_start_matches("http://").parse().unwrap();
    let resolver = Arc::new(Forgetful { server: address, asked: AtomicUsize::new(0) });
    // A connection for each request: the token's is made, the upload's at first is not.
    let http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).dns_resolver(resolver.clone());
    let url = format!("http://host.invalid:{}", address.port());
    let client = server.builder().base_url(url).allow_plain_http().http(http).build().unwrap();
    let pieces = stream::iter([Ok(Bytes::from("abc")), Ok(Bytes::from("def"))]);
    client.attachments().upload("demo", File::stream("report.txt", 6, pieces)).send().await.unwrap();
    assert_eq!(resolver.asked.load(Ordering::SeqCst), 3);
    assert_eq!(part(&server.requests()[0]).1, b"abcdef");
}

#[tokio::test]
async fn a_file_that_is_not_there_is_an_error_that_names_it() {
    let error = File::open("/nowhere/report.txt").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.to_string().contains("/nowhere/report.txt"), "{error}");
}

#[tokio::test]
async fn what_goes_up_comes_down() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = of_sandbox(&sandbox);
    let id = client.work_items().create(PROJECT_KEY, "story", "with a file").send().await.unwrap();
    let fields = client.fields().list(PROJECT_KEY).send().await.unwrap();
    let field = fields.into_iter().find(|field| format!("{:?}", field.field_type_key).contains("MultiFile"));
    let field = field.and_then(|field| field.field_key).expect("a field for files");
    let content = Bytes::from((0..200_000_u32).flat_map(u32::to_le_bytes).collect::<Vec<_>>());
    let file = File::new("data.bin", content.clone());
    client.attachments().add(PROJECT_KEY, "story", id, file).field_key(field.clone()).send().await.unwrap();
    let item = client.work_items().query(PROJECT_KEY, "story", [id]).send().await.unwrap().remove(0);
    let shown = serde_json::to_value(&item).unwrap().to_string();
    let start = shown.find("file-").expect("the file is shown");
    let uuid: String =
        shown[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let call = client.attachments().download(PROJECT_KEY, "story", id, uuid);
    let download = call.send().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.bin");
    assert_eq!(download.save(&path).await.unwrap(), content.len() as u64);
    assert!(std::fs::read(&path).unwrap() == content);
    let error =
        client.attachments().download(PROJECT_KEY, "story", id, "file-none").send().await.unwrap_err();
    assert_eq!(error.code(), Some(30019));
}

async fn download(response: Response) -> feishu_project::Result<feishu_project::Download> {
    let server = Server::start(move |_, _| response.clone()).await;
    let client =
        server.builder().timeout(Duration::from_millis(300)).retry(fast().max_attempts(1)).build().unwrap();
    // The server stays for as long as the download may need it.
    let result = client.attachments().download("demo", "story", 1, "uuid").send().await;
    std::mem::forget(server);
    result
}

#[tokio::test]
async fn a_download_that_is_a_json_error_is_an_error_and_no_file() {
    let body = br#"{"err_code":30019,"err_msg":"no such file","err":{"log_id":"L"}}"#;
    for (status, kind) in [
        (200, "application/json"),
        (200, "application/json; charset=utf-8"),
        (200, "text/plain"),
        (200, "application/octet-stream"),
        (400, "application/octet-stream"),
    ] {
        let error = download(response(status, kind, "", body)).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.code(), error.status()),
            (ErrorKind::Api, Some(30019), Some(status)),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_file_of_json_is_a_file() {
    let small = br#"{"name": "a", "err_codes": [1]}"#.to_vec();
    let large = [b"{\"err_code\": 5, \"x\": \"".as_slice(), &vec![b'x'; 3 << 20], b"\"}"].concat();
    for content in [small, large] {
        let file = download(response(200, "application/json", "", &content)).await.unwrap();
        assert_eq!(file.content_type(), Some("application/json"));
        assert!(file.bytes(usize::MAX).await.unwrap() == content);
    }
    let sent_as_file = "Content-Disposition: attachment; filename=a\r\n";
    let content = br#"{"err_code": 5}"#;
    let file = download(response(200, "application/octet-stream", sent_as_file, content)).await.unwrap();
    assert_eq!(&file.bytes(100).await.unwrap()[..], content);
}

#[tokio::test]
async fn a_download_that_breaks_off_or_stalls_leaves_no_file() {
    let head =
        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 100000\r\n\r\n\x89PNG".to_vec();
    let stalled = Response::SendAndHold(head.clone());
    for (trouble, kind) in
        [(Response::SendAndClose(head), ErrorKind::Transport), (stalled, ErrorKind::Timeout)]
    {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        std::fs::write(&path, "the file that was there").unwrap();
        let error = download(trouble).await.unwrap().save(&path).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        let names: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(names, ["a.png"]);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "the file that was there");
    }
    let error = download(response(200, "image/png", "", b"12345")).await.unwrap().bytes(4).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn the_media_type_is_the_extensions_or_that_of_any_bytes() {
    for (name, kind) in [
        ("a.png", "image/png"),
        ("B.PDF", "application/pdf"),
        ("a.bin", "application/octet-stream"),
        ("none", "application/octet-stream"),
        ("报告.txt", "text/plain"),
    ] {
        let server = uploads().await;
        server.client().attachments().upload("demo", File::new(name, vec![0])).send().await.unwrap();
        let (head, _) = part(&server.requests()[0]);
        assert!(head.ends_with(&format!("Content-Type: {kind}")), "{name}: {head}");
    }
}

#[tokio::test]
async fn an_html_page_is_a_file_only_if_its_headers_name_one() {
    let page = b"<html><body>Log in</body></html>";
    for kind in ["text/html", "text/html; charset=utf-8", "Text/HTML"] {
        let error = download(response(200, kind, "", page)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        assert!(error.to_string().contains("HTML"), "{error}");
    }
    let name = "Content-Disposition: attachment; filename*=UTF-8''%E6%8A%A5.html\r\n";
    let file = download(response(200, "text/html", name, page)).await.unwrap();
    assert_eq!(file.file_name().as_deref(), Some("报.html"));
    assert_eq!(&file.bytes(1000).await.unwrap()[..], page);
}
