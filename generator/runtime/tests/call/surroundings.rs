//! What lies between client and server, or around the process: proxies, compression, certificates, descriptors.

use std::io::Write;
use std::process::{Command, Output};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use paceline_runtime::{Client, ErrorKind, RetryPolicy, TokenCache, Value};
use paceline_test_support::server::{Request, Response, TestServer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::fixture::{Fixture, builder, list};

const TOKEN: &str = r#"{"code":0,"data":{"token":"t1","life":7200}}"#;
const LIST: &str = r#"{"code":0,"data":[1,2,3]}"#;

fn body_of(request: &Request) -> &'static str {
    if request.path.ends_with("/token") { TOKEN } else { LIST }
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// A server whose lists have this body, with a header that says how it is compressed.
async fn compressing(encoding: &'static str, list: Vec<u8>) -> TestServer {
    TestServer::start(move |request| {
        if request.path.ends_with("/token") {
            return Response::new(200, "application/json", "", TOKEN.as_bytes());
        }
        Response::new(200, "application/json", &format!("Content-Encoding: {encoding}\r\n"), &list)
    })
    .await
}

fn once(url: &str) -> Client {
    let never = RetryPolicy::never();
    Fixture::builder_with(url).retry(never).max_body(1 << 20).build().unwrap()
}

#[tokio::test]
async fn a_gateway_that_compresses_is_read() {
    let server = compressing("gzip", gzip(LIST.as_bytes())).await;
    assert_eq!(list(&once(server.url())).await.unwrap(), [1, 2, 3].map(Value::from));
    let asked = server.requests().into_iter().find(|request| request.path == "/list").unwrap();
    assert_eq!(asked.header("accept-encoding"), Some("gzip"));
}

#[tokio::test]
async fn what_a_small_body_becomes_is_bounded() {
    let bomb = format!(r#"{{"code":0,"data":["{}"]}}"#, "a".repeat(64 << 20));
    let server = compressing("gzip", gzip(bomb.as_bytes())).await;
    let error = list(&once(server.url())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
}

#[tokio::test]
async fn a_compression_that_was_not_asked_for_is_named() {
    let server = compressing("br", vec![0x8b, 0x02, 0x80, 0xff]).await;
    let error = list(&once(server.url())).await.unwrap_err();
    let text = error.to_string();
    assert!(text.contains("Content-Encoding: br") && text.contains("feature"), "{text}");
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
}

/// A client of a host that only a proxy knows.
fn behind(proxy: reqwest::Proxy) -> Client {
    let http = reqwest::Client::builder().proxy(proxy);
    builder("http://api.invalid").allow_plain_http().tokens(TokenCache::new()).http(http).build().unwrap()
}

#[tokio::test]
async fn an_http_proxy_with_a_password_is_used() {
    let proxy = TestServer::start(|request| match request.header("proxy-authorization") {
        // "user:secret" in base64.
        Some("Basic dXNlcjpzZWNyZXQ=") => {
            Response::new(200, "application/json", "", body_of(request).as_bytes())
        }
        _ => Response::new(407, "text/plain", "", b"who are you?"),
    })
    .await;
    let through = reqwest::Proxy::all(proxy.url()).unwrap().basic_auth("user", "secret");
    assert_eq!(list(&behind(through)).await.unwrap().len(), 3);
    let paths: Vec<_> = proxy.requests().into_iter().map(|request| request.path).collect();
    assert_eq!(paths, ["http://api.invalid/token", "http://api.invalid/list"]);
}

#[tokio::test]
async fn a_socks_proxy_with_a_password_is_used() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("socks5h://user:secret@{}", listener.local_addr().unwrap());
    let server =
        TestServer::start(|request| Response::new(200, "application/json", "", body_of(request).as_bytes()))
            .await;
    let target = server.url().trim_start_matches("http://").to_owned();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(socks(stream, target.clone()));
        }
    });
    let client = behind(reqwest::Proxy::all(url).unwrap());
    assert_eq!(list(&client).await.unwrap().len(), 3);
    assert!(server.requests().iter().all(|request| request.header("host") == Some("api.invalid")));
}

/// A SOCKS 5 proxy (RFC 1928, RFC 1929) for one connection, which leads to `target` if `api.invalid` is asked for.
async fn socks(mut client: TcpStream, target: String) -> std::io::Result<()> {
    let mut greeting = [0; 2];
    client.read_exact(&mut greeting).await?;
    let mut methods = vec![0; greeting[1].into()];
    client.read_exact(&mut methods).await?;
    assert!(methods.contains(&2), "a password is offered");
    client.write_all(&[5, 2]).await?;
    let mut credentials = [0; 13];
    client.read_exact(&mut credentials).await?;
    assert_eq!(&credentials, b"\x01\x04user\x06secret");
    client.write_all(&[1, 0]).await?;
    let mut request = [0; 18];
    client.read_exact(&mut request).await?;
    assert_eq!(&request, b"\x05\x01\x00\x03\x0bapi.invalid\x00\x50");
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await?;
    let mut server = TcpStream::connect(target).await?;
    tokio::io::copy_bidirectional(&mut client, &mut server).await?;
    Ok(())
}

/// Runs a test of this file, which is ignored otherwise, in a process of its own.
fn in_a_process(shell: &str, test: &str, url: &str) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{shell} exec \"$0\" \"$@\"")]).arg(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", &format!("surroundings::{test}"), "--nocapture"]);
    command.env("SERVER_URL", url).env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR").output().unwrap()
}

#[track_caller]
fn assert_passed(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_container_without_certificates_can_use_plain_http() {
    let server = Fixture::start(Default::default()).await.server;
    let url = server.url().to_owned();
    let shell = "SSL_CERT_FILE=/nowhere SSL_CERT_DIR=/nowhere; export SSL_CERT_FILE SSL_CERT_DIR;";
    let run = move || in_a_process(shell, "without_certificates", &url);
    assert_passed(&tokio::task::spawn_blocking(run).await.unwrap());
}

#[tokio::test]
#[ignore = "runs in a process of its own, with another environment"]
async fn without_certificates() {
    let url = std::env::var("SERVER_URL").unwrap();
    assert_eq!(list(&Fixture::with(&url)).await.unwrap().len(), 1);
    // With TLS it says what is missing, when the client is made or when it connects.
    let error = match Fixture::builder_with("https://127.0.0.1:9").build() {
        Err(error) => error,
        Ok(client) => list(&client).await.unwrap_err(),
    };
    let text = format!("{error:#}");
    assert!(text.contains("certificates") || error.kind() == ErrorKind::Connect, "{text}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_many_open_files_are_named_and_are_no_lasting_harm() {
    let server = Fixture::start(Default::default()).await.server;
    let url = server.url().to_owned();
    let run = move || in_a_process("ulimit -n 64;", "with_few_descriptors", &url);
    assert_passed(&tokio::task::spawn_blocking(run).await.unwrap());
}

#[tokio::test]
#[ignore = "runs in a process of its own, with few descriptors"]
async fn with_few_descriptors() {
    let client = once(&std::env::var("SERVER_URL").unwrap());
    let mut files = Vec::new();
    while let Ok(file) = std::fs::File::open("/dev/null") {
        files.push(file);
    }
    let error = list(&client).await.unwrap_err();
    let text = error.to_string();
    assert!(text.contains("too many files are open"), "{text}");
    assert!(!error.may_have_been_applied(), "{text}");
    drop(files);
    assert_eq!(list(&client).await.unwrap().len(), 1);
    // The reason is gone at once, and not after a pause for a server that is down.
    tokio::time::timeout(Duration::from_secs(5), list(&client)).await.unwrap().unwrap();
}
