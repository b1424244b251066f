//! A server that is spoken to by TLS. Needs `openssl`, which makes its certificate.

use std::process::Command;

use super::server::RedisServer;

/// What a child of the next test does, for whom the certificate is one of the system's.
#[tokio::test]
async fn an_encrypted_child() {
    let Ok(url) = std::env::var("PACELINE_TEST_URL") else { return };
    let connected = paceline::RedisLimits::connect(&url).await;
    let expected = std::env::var_os("SSL_CERT_FILE").is_some();
    assert_eq!(connected.is_ok(), expected, "{:?}", connected.err());
}

#[test]
fn a_connection_is_encrypted_and_the_server_is_known_by_its_certificate() {
    let folder = std::env::temp_dir().join(format!("paceline-encrypted-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (key, certificate) = (file("key.pem"), file("certificate.pem"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"])
        .args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .args(["-keyout", &key, "-out", &certificate])
        .output()
        .expect("openssl is installed");
    assert!(made.status.success(), "{made:?}");
    let settings = ["--tls-cert-file", &certificate, "--tls-key-file", &key, "--tls-auth-clients", "no"];
    let settings: Vec<String> = settings.map(str::to_owned).to_vec();
    let server = RedisServer::start_encrypted(&settings);
    for trusted in [true, false] {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child
            .args(["--exact", "encrypted::an_encrypted_child"])
            .env("PACELINE_TEST_URL", server.encrypted_url())
            .env_remove("SSL_CERT_FILE");
        if trusted {
            child.env("SSL_CERT_FILE", &certificate);
        }
        let ended = child.output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
