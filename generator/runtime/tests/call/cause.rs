//! Causes below HTTP: names, proxies, certificates. The text of an error shows them, and its advice fits.

use std::sync::Arc;

use paceline_runtime::{Error, ErrorKind, RetryPolicy};
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::fixture::{Fixture, list};

/// The error of a call through some HTTP client.
async fn error_of(url: &str, http: reqwest::ClientBuilder) -> Error {
    let client = Fixture::builder_with(url).http(http).retry(RetryPolicy::default()).build().unwrap();
    list(&client).await.unwrap_err()
}

/// The token is asked for first, so what is wrong with the way to the server is found there.
#[track_caller]
fn assert_says(error: &Error, words: &[&str]) {
    let text = error.to_string();
    assert!(words.iter().all(|word| text.contains(word)), "{text}");
    assert_eq!((error.kind(), error.may_have_been_applied()), (ErrorKind::Connect, false), "{text}");
}

#[tokio::test]
async fn a_host_name_that_nobody_knows_is_the_cause_that_is_named() {
    let error = error_of("https://no-such-host.invalid", reqwest::ClientBuilder::new().no_proxy()).await;
    assert_says(&error, &["the host name cannot be resolved", "name server"]);
}

#[tokio::test]
async fn a_proxy_where_nobody_listens_is_a_refused_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let proxy = reqwest::Proxy::all(format!("http://{address}")).unwrap();
    let error = error_of("https://host.invalid", reqwest::ClientBuilder::new().proxy(proxy)).await;
    assert_says(&error, &["refused"]);
}

#[tokio::test]
async fn a_proxy_that_wants_a_password_is_the_cause_that_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let proxy = reqwest::Proxy::all(format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let refusing = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 1024]).await;
            let refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";
            let _ = stream.write_all(refusal).await;
        }
    });
    let error = error_of("https://host.invalid", reqwest::ClientBuilder::new().proxy(proxy)).await;
    assert_says(&error, &["the proxy cannot be used", "HTTPS_PROXY"]);
    refusing.abort();
}

/// A TLS server with a certificate of its own making, and how many connections it was asked for.
async fn tls_server(params: CertificateParams) -> (String, Arc<std::sync::atomic::AtomicUsize>) {
    let key = KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let asked = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = asked.clone();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let _ = acceptor.accept(stream).await;
        }
    });
    (url, asked)
}

/// A certificate for some names, of an authority that nobody knows.
fn certificate(names: &[&str]) -> CertificateParams {
    CertificateParams::new(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap()
}

#[tokio::test]
async fn a_certificate_that_is_not_accepted_is_asked_for_once() {
    let mut expired = certificate(&["127.0.0.1"]);
    expired.not_before = date_time_ymd(2001, 1, 1);
    expired.not_after = date_time_ymd(2002, 1, 1);
    for params in [certificate(&["127.0.0.1"]), certificate(&["other.invalid"]), expired] {
        let (url, asked) = tls_server(params).await;
        let error = error_of(&url, reqwest::ClientBuilder::new()).await;
        assert_says(&error, &["the server's certificate is not accepted", "certificate authorities"]);
        let asked = asked.load(std::sync::atomic::Ordering::SeqCst);
        assert_eq!(asked, 1, "another attempt would fail the same way: {error}");
    }
}
